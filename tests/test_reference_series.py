"""Dated series and index scales: their form, and figures published by others."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from postings.reference.index_scale import (
    IndexScale,
    chevrons,
    hors_echelle_indices,
    hors_echelle_scale,
    index_scale,
    indice_majore,
    lowest_indice_brut,
    top_index,
)
from postings.reference.minimum import minimum_index, minimum_series
from postings.reference.net_rates import rate_series
from postings.reference.pay_tables import pay_tables
from postings.reference.point import point_series, point_value
from postings.reference.series import CERTAINTIES, Series, weakest
from postings.reference.smic import smic, smic_series

_DATA = Path(__file__).parent / "data"
_SERIES: list[Series[Any]] = [
    point_series(),
    minimum_series(),
    smic_series(),
    *rate_series().values(),
]
_SCALES = [index_scale(), hors_echelle_scale()]


def _published() -> list[tuple[str, date, str, int, bool]]:
    lines = (_DATA / "published_indices.csv").read_text(encoding="utf-8").splitlines()
    rows = [line.split(";") for line in lines if not line.startswith("#")][1:]
    return [
        (source, date.fromisoformat(day), index, int(im), agrees == "yes")
        for source, day, index, im, agrees in rows
    ]


@pytest.mark.parametrize("series", _SERIES, ids=lambda series: series.id)
def test_a_series_is_dated_sourced_and_ascending(series: Series[Any]) -> None:
    days = [entry.effective for entry in series.entries]
    assert days == sorted(set(days))
    assert all(entry.source.strip() and entry.table == series.id for entry in series.entries)
    assert all(entry.certainty in CERTAINTIES for entry in series.entries)
    assert days[-1] <= series.checked_on


@pytest.mark.parametrize("series", _SERIES, ids=lambda series: series.id)
def test_a_series_knows_nothing_before_its_first_entry(series: Series[Any]) -> None:
    first, last = series.entries[0], series.entries[-1]
    assert series.on(first.effective) is first
    assert series.on(series.checked_on) is last
    with pytest.raises(LookupError):
        series.on(first.effective - timedelta(days=1))


@pytest.mark.parametrize("series", _SERIES[:3], ids=lambda series: series.id)
def test_point_minimum_and_smic_never_fall(series: Series[Any]) -> None:
    values = [getattr(entry.value, "month", entry.value) for entry in series.entries]
    assert values == sorted(values)


def test_official_values() -> None:
    assert point_value(date(2022, 6, 30)).value == Decimal("56.2323")
    assert point_value(date(2023, 1, 15)).value == Decimal("58.2004")
    assert point_value(date(2025, 9, 4)).name == "point-indice@2023-07-01"
    assert minimum_index(date(2023, 12, 31)).value == 361
    assert minimum_index(date(2025, 9, 4)).value == 366
    assert smic(date(2026, 1, 1)).value.month == Decimal("1823.03")
    assert rate_series()["pension-cnracl"].on(date(2025, 9, 4)).value == Decimal("11.1")


@pytest.mark.parametrize(
    ("ib", "day", "im"),
    [
        (444, date(2025, 9, 4), 395),
        (821, date(2025, 9, 4), 678),
        (444, date(2023, 1, 15), 390),
        (1015, date(2012, 1, 1), 821),
        (1027, date(2017, 1, 1), 830),
        (367, date(2023, 7, 1), 361),
        (367, date(2024, 1, 1), 366),
    ],
)
def test_indices_bruts(ib: int, day: date, im: int) -> None:
    found = indice_majore(ib, day)
    assert (found.value, found.certainty) == (im, "official")


@pytest.mark.parametrize(
    ("ib", "day"),
    [
        (354, date(2022, 1, 1)),  # raised in 2021 by a decree that was not read
        (310, date(2012, 1, 1)),  # raised in 2012, not reproduced
        (366, date(2024, 1, 1)),  # no longer in the barème
        (1016, date(2016, 12, 31)),  # not yet in it
        (444, date(2010, 12, 31)),
        (1028, date(2025, 1, 1)),
    ],
)
def test_unknown_indices_bruts(ib: int, day: date) -> None:
    with pytest.raises(LookupError):
        indice_majore(ib, day)


def test_interpolated_and_published_indices_say_so() -> None:
    assert indice_majore(394, date(2025, 1, 1)).certainty == "assumed"
    assert indice_majore(418, date(2025, 1, 1)).certainty == "published"
    assert indice_majore(418, date(2022, 1, 1)).certainty == "official"


@pytest.mark.parametrize("version", index_scale().versions)
def test_the_bareme_climbs_by_one_at_most(version: date) -> None:
    scale = index_scale()
    known = {int(ib): scale.on(ib, version).value for ib in scale.known_on(version)}
    assert len(known) > 600
    for (low, low_im), (high, high_im) in pairwise(known.items()):
        assert 0 <= high_im - low_im <= high - low
        assert high == low + 1 or (low, high) == (353, 357)  # 354 to 356 are not known


@pytest.mark.parametrize("scale", _SCALES, ids=lambda scale: scale.id)
def test_a_scale_is_dated_and_sourced(scale: IndexScale) -> None:
    assert list(scale.versions) == sorted(set(scale.versions))
    assert len(scale.sources) == len(scale.versions)
    assert all(source.strip() for source in scale.sources)
    cells = [row.split(";") for row in scale.rows.values()]
    assert {len(row) for row in cells} == {len(scale.versions)}
    assert all(row[0] for row in cells)


def test_chevrons() -> None:
    assert [e.value for e in chevrons("HEA", date(2025, 1, 1))] == [895, 930, 977]
    assert [e.value for e in chevrons("HEBbis", date(2024, 1, 1))] == [1072, 1100, 1129]
    assert [e.certainty for e in chevrons("HED", date(2020, 1, 1))] == ["assumed"] * 3
    with pytest.raises(LookupError):
        chevrons("HEA", date(2018, 1, 1))
    with pytest.raises(LookupError):
        chevrons("HEZ", date(2025, 1, 1))


def test_bounds_of_the_bareme() -> None:
    assert (lowest_indice_brut(date(2025, 1, 1)), top_index(date(2025, 1, 1))) == (367, 835)
    assert lowest_indice_brut(date(2020, 1, 1)) == 341
    assert {895, 930, 977, 1515} <= hors_echelle_indices(date(2025, 1, 1))


@pytest.mark.parametrize(("source", "day", "index", "im", "agrees"), _published())
def test_indices_published_by_others(
    source: str, day: date, index: str, im: int, agrees: bool
) -> None:
    scale = index_scale() if index.isdigit() else hors_echelle_scale()
    found = scale.on(index, day)
    assert (found.value == im) is agrees, source


def test_all_published_pairs_are_carried() -> None:
    published = _published()
    assert len(published) == 124
    assert [index for *_, index, _, agrees in published if not agrees] == ["896", "946", "995"]


def test_weakest() -> None:
    assert weakest(["official", "assumed", "published"]) == "assumed"
    assert weakest([]) == "official"


def test_what_the_tables_hold() -> None:
    summaries = {summary.id: summary for summary in pay_tables()}
    assert summaries["point-indice"].entries == {"official": 5, "published": 1}
    assert summaries["pay-grids"].first == date(2017, 1, 1)
    assert all(summary.checked_on >= summary.last for summary in summaries.values())
