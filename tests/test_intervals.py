"""Bootstrap intervals: the same for the same seed, and right where they can be worked out."""

from __future__ import annotations

from collections import Counter

import pytest

from scoring.intervals import draws, f1_of_draws, intervals, percentiles
from scoring.verdicts import Verdict

RIGHT = Verdict(1, 0, 0, (), ())
MISSED = Verdict(0, 0, 1, (), ())


def test_draws_are_the_same_each_time() -> None:
    assert draws(5, resamples=20) == draws(5, resamples=20)
    assert draws(5, resamples=20) != draws(5, resamples=20, seed=1)
    assert {len(draw) for draw in draws(5, resamples=20)} == {5}


def test_f1_of_each_draw() -> None:
    # Both right; one right, one missed: 2 / (2 + 1); both missed.
    got = f1_of_draws([RIGHT, MISSED], [[0, 0], [0, 1], [1, 1]])
    assert got == [1.0, pytest.approx(2 / 3), 0.0]


def test_two_postings_of_which_one_is_missed() -> None:
    # Of four draws one is all right and one all missed: 95 % reach from 0 to 1.
    assert intervals({"deadline": [RIGHT, MISSED]}, {})["deadline"] == (0.0, 1.0)
    chances = Counter(f1_of_draws([RIGHT, MISSED], draws(2)))
    assert chances[1.0] / 2000 == pytest.approx(0.25, abs=0.03)
    assert chances[0.0] / 2000 == pytest.approx(0.25, abs=0.03)


def test_no_error_has_no_width() -> None:
    assert intervals({"deadline": [RIGHT] * 9}, {})["deadline"] == (1.0, 1.0)


def test_the_interval_of_a_mean_is_of_the_same_draws() -> None:
    # What one field misses the other has: their mean varies less than either.
    columns = {"deadline": [RIGHT, MISSED] * 10, "grades": [MISSED, RIGHT] * 10}
    got = intervals(columns, {"mean": ("deadline", "grades")})
    spread = {name: high - low for name, (low, high) in got.items()}
    assert spread["mean"] < 0.1 < 0.3 < min(spread["deadline"], spread["grades"])


def test_percentiles_leave_out_the_same_number_on_both_sides() -> None:
    values = [float(n) for n in range(2000)]
    assert percentiles(values[::-1]) == (50.0, 1949.0)
    assert percentiles([0.5]) == (0.5, 0.5)
