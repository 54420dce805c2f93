"""How far figures would move had other postings of the kind been drawn: percentile bootstrap.

Postings, not values, are drawn with replacement, because the values of one posting stand or
fall together. A field without an error has an interval without width: the bootstrap cannot
see errors rarer than those that were met.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from statistics import fmean

from scoring.figures import f1_score
from scoring.verdicts import Verdict

RESAMPLES = 2000
SEED = 20260115
LEVEL = 0.95

Interval = tuple[float, float]
Draw = Sequence[int]


def draws(postings: int, resamples: int = RESAMPLES, seed: int = SEED) -> list[Draw]:
    """`resamples` draws of as many indices as there are postings; the same for the same seed."""
    chance = random.Random(seed)
    return [chance.choices(range(postings), k=postings) for _ in range(resamples)]


def f1_of_draws(verdicts: Sequence[Verdict], drawn: Sequence[Draw]) -> list[float]:
    """The F1 of one field in each draw; `verdicts` has one for each posting."""
    columns = (
        [v.right for v in verdicts],
        [v.wrong for v in verdicts],
        [v.missed for v in verdicts],
    )
    return [f1_score(*(sum(map(column.__getitem__, draw)) for column in columns)) for draw in drawn]


def percentiles(values: Sequence[float], level: float = LEVEL) -> Interval:
    """The least and the greatest of the middle `level` of the values."""
    ordered = sorted(values)
    left_out = int(len(ordered) * (1 - level) / 2)
    return ordered[left_out], ordered[-1 - left_out]


def intervals(
    verdicts: Mapping[str, Sequence[Verdict]], means: Mapping[str, Sequence[str]]
) -> dict[str, Interval]:
    """The interval of each field, and of each mean of the fields that it names.

    The fields of a mean are those of the whole sample in every draw.
    """
    drawn = draws(len(next(iter(verdicts.values()))))
    samples = {name: f1_of_draws(column, drawn) for name, column in verdicts.items()}
    for mean, names in means.items():
        samples[mean] = [fmean(row) for row in zip(*(samples[n] for n in names), strict=True)]
    return {name: percentiles(values) for name, values in samples.items() if values}
