"""Gross euros a year of the indices or the grades that a posting states, on its day.

These are what `salary.annual_gross` calls when no euros are stated. They never guess: an
index that no table of the day holds, or a grade without a known grid, gives no figure and a
doubt that says why. Figures are those of a full post, without NBI nor bonuses.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from msgspec import Struct

from postings.pay.calculation import gross_year
from postings.pay.grade_span import GradeSpan, grade_span
from postings.posting import Doubt, Grade, Indices
from postings.reference.index_scale import (
    hors_echelle_indices,
    indice_majore,
    lowest_indice_brut,
    top_index,
)
from postings.reference.minimum import minimum_index
from postings.reference.point import point_value
from postings.reference.series import Entry

_PATH = "salary.annual_gross"
_INDICES = "salary.indices"


class AnnualPay(NamedTuple):
    """Gross euros a year; an end that is not stated is None, both where there is no figure.

    `tables_used` names the entries (`point-indice@2023-07-01`), in the order of their use.
    """

    min: Decimal | None
    max: Decimal | None
    tables_used: tuple[str, ...]
    doubts: tuple[Doubt, ...]


class _Majore(Struct, frozen=True):
    """An indice majoré with the tables and the doubts that it comes with; None: no figure."""

    im: int | None
    tables: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def annual_from_indices(indices: Indices, day: date) -> AnnualPay:
    """The euros of stated indices: those bruts by the barème of the day, else the majorés.

    Where both are stated they are compared, and the indice brut is the one used.
    """
    stated = ((indices.ib_min, indices.im_min), (indices.ib_max, indices.im_max))
    if all(ib is None and im is None for ib, im in stated):
        return AnnualPay(None, None, (), ())
    try:
        ends = [_end(ib, im, day) for ib, im in stated]
        return _priced(ends, stated, day)
    except LookupError:
        return _no_figure(_unknown_day(day))


def _priced(
    ends: Sequence[_Majore], stated: Sequence[tuple[int | None, int | None]], day: date
) -> AnnualPay:
    doubts = tuple(dict.fromkeys(doubt for end in ends for doubt in end.doubts))
    if any(end.im is None and any(pair) for end, pair in zip(ends, stated, strict=True)):
        return _no_figure(*doubts)
    low, high = (end.im for end in ends)
    if low is not None and high is not None and low > high:
        return _no_figure(*doubts, _doubt("indices-disagree", "the lowest index is the higher"))
    point = point_value(day)
    tables = [*(table for end in ends for table in end.tables), point.name]
    return AnnualPay(_euros(low, point), _euros(high, point), _once(tables), doubts)


def _end(ib: int | None, im: int | None, day: date) -> _Majore:
    """The indice majoré of one end of the range, never below the day's minimum."""
    if ib is not None:
        return _floored(_of_ib(ib, im, day), day)
    return _Majore(None) if im is None else _floored(_of_im(im, day), day)


def _of_ib(ib: int, im: int | None, day: date) -> _Majore:
    if ib < lowest_indice_brut(day):
        message = f"no indice brut {ib} exists on {day}: raised to the minimum"
        return _Majore(0, (), (_doubt("low-index", message),))
    try:
        found = indice_majore(ib, day)
    except LookupError:
        return _Majore(None, (), (_doubt("unknown-index", f"no indice brut {ib} on {day}"),))
    return _Majore(found.value, (found.name,), tuple(_disagreements(ib, im, found)))


def _disagreements(ib: int, im: int | None, found: Entry[int]) -> Iterable[Doubt]:
    """A doubt where the stated indice majoré is not the barème's, ±1 where that is unsure."""
    margin = 1 if found.certainty == "assumed" else 0
    if im is not None and abs(im - found.value) > margin:
        yield _doubt(
            "indices-disagree",
            f"indice brut {ib} is indice majoré {found.value} ({found.name}), not {im}",
            _INDICES,
        )
    if margin:
        message = f"the indice majoré of {ib} is known within one point ({found.name})"
        yield _doubt("uncertain-index", message)


def _of_im(im: int, day: date) -> _Majore:
    """A stated indice majoré, unless only an indice brut can be as high."""
    if im > top_index(day) and im not in hors_echelle_indices(day):
        message = f"no indice majoré {im} exists on {day}: an indice brut?"
        return _Majore(None, (), (_doubt("unknown-index", message, _INDICES),))
    return _Majore(im)


def _floored(majore: _Majore, day: date) -> _Majore:
    minimum = minimum_index(day)
    if majore.im is None or majore.im >= minimum.value:
        return majore
    message = f"indice majoré {majore.im} is raised to the minimum of {day}, {minimum.value}"
    doubts = majore.doubts or (_doubt("below-minimum-index", message),)
    return _Majore(minimum.value, (*majore.tables, minimum.name), doubts)


def annual_from_grades(grades: Sequence[Grade], day: date) -> AnnualPay:
    """The euros from the first échelon of the lowest grade to the last of the highest.

    No figure unless the grids of all the grades are known on the day.
    """
    if not grades:
        return AnnualPay(None, None, (), ())
    span = grade_span(grades, day)
    if span.unknown or span.lowest is None or span.highest is None:
        names = ", ".join(span.unknown)
        return _no_figure(_doubt("unknown-pay-grid", f"no pay grid known on {day}: {names}"))
    try:
        point, minimum = point_value(day), minimum_index(day)
    except LookupError:
        return _no_figure(_unknown_day(day))
    ends = [max(end.im, minimum.value) for end in (span.lowest, span.highest)]
    floor = [minimum.name] if span.lowest.im < minimum.value else []
    majores = [entry.name for end in (span.lowest, span.highest) for entry in end.used]
    tables = [*(grid.name for grid in span.grids), *majores, *floor, point.name]
    low, high = (_euros(im, point) for im in ends)
    return AnnualPay(low, high, _once(tables), tuple(_span_doubts(span)))


def _span_doubts(span: GradeSpan) -> Iterable[Doubt]:
    assumed = [each.version.grade for each in span.grids if each.certainty == "assumed"]
    if assumed:
        message = "common scale or twin grid, not read in the grade's own decree: "
        yield _doubt("assumed-pay-grid", message + ", ".join(assumed))
    undated = [each.version.grade for each in span.grids if not each.day_is_sure]
    if undated:
        message = "the grid's first day is deduced, it may be later: "
        yield _doubt("assumed-grid-date", message + ", ".join(undated))


def _euros(im: int | None, point: Entry[Decimal]) -> Decimal | None:
    return None if im is None else gross_year(im, point.value)


def _once(tables: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tables))


def _doubt(code: str, message: str, path: str = _PATH) -> Doubt:
    return Doubt(code=code, message=message, path=path)


def _unknown_day(day: date) -> Doubt:
    message = f"the value of the point, or the barème of indices, is not known on {day}"
    return _doubt("unknown-point", message)


def _no_figure(*doubts: Any) -> AnnualPay:
    return AnnualPay(None, None, (), doubts)
