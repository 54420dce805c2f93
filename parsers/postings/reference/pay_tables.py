"""What the pay tables hold: from when to when, how sure, and when last checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from msgspec import Struct

from postings.reference.grid_table import grades_with_grid, grid_table, scales, versions
from postings.reference.index_scale import IndexScale, hors_echelle_scale, index_scale
from postings.reference.minimum import minimum_series
from postings.reference.net_rates import rate_series
from postings.reference.point import point_series
from postings.reference.series import Certainty, Series
from postings.reference.smic import smic_series


class TableSummary(Struct, frozen=True):
    """One table: its first and last days of effect, and its entries by certainty."""

    id: str
    first: date
    last: date
    checked_on: date
    entries: dict[Certainty, int]


def pay_tables() -> tuple[TableSummary, ...]:
    """All the tables of pay, read whole: only for telling what the tool knows."""
    rates = rate_series()
    return (
        _of_series("point-indice", [point_series()]),
        _of_series("indice-minimum", [minimum_series()]),
        _of_series("smic", [smic_series()]),
        _of_series("net-rates", list(rates.values())),
        _of_scale(index_scale()),
        _of_scale(hors_echelle_scale()),
        _of_grids(),
    )


def _summary(
    id_: str, days: Iterable[date], checked_on: date, sure: Iterable[Certainty]
) -> TableSummary:
    known = sorted(days)
    return TableSummary(id_, known[0], known[-1], checked_on, dict(Counter(sure)))


def _of_series(id_: str, all_series: list[Series[Any]]) -> TableSummary:
    entries = [entry for series in all_series for entry in series.entries]
    checked_on = min(series.checked_on for series in all_series)
    days = (entry.effective for entry in entries)
    return _summary(id_, days, checked_on, (entry.certainty for entry in entries))


def _of_scale(scale: IndexScale) -> TableSummary:
    days = scale.versions
    sure = [scale.on(key, day).certainty for day in days for key in scale.known_on(day)]
    return _summary(scale.id, days, scale.checked_on, sure)


def _of_grids() -> TableSummary:
    names = [*((None, scale) for scale in scales()), *grades_with_grid()]
    held = [version for name in names for version in versions(*name)]
    days = (version.valid_from for version in held)
    return _summary(
        "pay-grids", days, grid_table().checked_on, (version.certainty for version in held)
    )
