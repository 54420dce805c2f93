"""Stated pay against the pay grids of the grades, on the day of the posting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct

from postings.contradictions.check import Check, Clash
from postings.contradictions.full_time import may_be_part_time
from postings.contradictions.sums import euros, in_words
from postings.fields.conflicting_pay import Statement
from postings.fields.field import Reading
from postings.fields.pay_day import sure_day
from postings.fields.stated_year import yearly
from postings.patterns import pattern

if TYPE_CHECKING:
    from postings.pay.calculation import Origin
    from postings.pay.grade_span import GradeSpan

_BELOW, _ABOVE = Decimal("0.97"), Decimal("1.03")  # three per cent: roundings, small changes
_SOMETHING_ELSE = Decimal("0.5")  # of the first échelon: less than that is not the pay
# Contracts whose pay has no link with the grade beside which they are offered.
_OFF_THE_GRID = frozenset(
    "apprentissage professionnalisation stage service_civique aide doctorat liberal"
    " vacation".split()
)
_TRAITEMENT = pattern(r"traitement|indiciaire|(?:hors|sans) (?:les )?primes?")
_MORE_BESIDES = pattern(
    r"\+|(?<!hors )(?<!sans )(?<!les )prime|indemn|rifseep|\bifse|inclu|compris|total"
)
_REACH = 60  # characters after a sum that may say what it holds


class _Grid(Struct, frozen=True):
    """The first and the last échelon of the grades on a day, in gross euros a month."""

    day: date
    first: Origin
    last: Origin
    least: Decimal
    most: Decimal


def _grid(reading: Reading) -> _Grid | None:
    """The grid of all the grades, where it is surely that of the posting's own day."""
    day = sure_day(reading)
    off = _OFF_THE_GRID.intersection(reading.value("contract").types)
    if day is None or off or not reading.value("grades") or reading.found["grades"].ambiguous:
        return None
    from postings.pay.grade_span import grade_span

    span = grade_span(reading.value("grades"), day)
    return _priced(span, day, reading.value("nbi") or Decimal(0)) if _is_sure(span) else None


def _is_sure(span: GradeSpan) -> bool:
    dated = all(grid.day_is_sure for grid in span.grids)
    return dated and not span.unknown and span.certainty != "assumed"


def _priced(span: GradeSpan, day: date, nbi: Decimal) -> _Grid | None:
    from postings.pay.calculation import gross_month, gross_year
    from postings.reference.minimum import minimum_index
    from postings.reference.point import point_value

    first, last = span.lowest, span.highest
    if first is None or last is None:
        return None
    point = point_value(day).value
    least = gross_year(max(first.im, minimum_index(day).value), point)
    return _Grid(
        day, first, last, gross_month(least), gross_month(gross_year(last.im + nbi, point))
    )


def _gross_sums(reading: Reading) -> Iterator[tuple[str, Statement, Decimal, Decimal]]:
    """The gross sums a month or a year: path, words, and lowest and highest end in a month."""
    for index, said in reading.found["stated_pay"].evidence.items():
        figure = yearly(said[0]) if said[0].value.period in ("month", "year") else None
        ends = [end / 12 for end in figure.value if end is not None] if figure else []
        if ends:
            yield f"salary.stated.{index}", said[0], ends[0], ends[-1]


def _below(reading: Reading) -> Iterator[Clash]:
    """A sum of which even the highest end is under the first échelon.

    A public post of which no time is said is of full time: less is always said.
    """
    sums = [] if may_be_part_time(reading) else list(_gross_sums(reading))
    grid = _grid(reading) if sums else None
    for path, said, _, highest in sums:
        if grid and grid.least * _SOMETHING_ELSE < highest < grid.least * _BELOW:
            yield Clash(path, _message(said, "under the first", grid.first, grid.least, grid.day))


def _above(reading: Reading) -> Iterator[Clash]:
    """A traitement, or a sum without bonuses, of which even the lowest end is over the last."""
    sums = [each for each in _gross_sums(reading) if _is_traitement(reading, each[1])]
    grid = _grid(reading) if sums else None
    for path, said, lowest, _ in sums:
        if grid and lowest > grid.most * _ABOVE:
            yield Clash(path, _message(said, "over the last", grid.last, grid.most, grid.day))


def _is_traitement(reading: Reading, said: Statement) -> bool:
    document, span = reading.document, said.span
    end = min(document.sentence_at(span.end - 1).end, span.end + _REACH)
    words = document.folded[span.start : end]
    bare = said.value.includes_bonuses is False or bool(_TRAITEMENT.search(words))
    return bare and not _MORE_BESIDES.search(words)


def _message(said: Statement, where: str, echelon: Origin, month: Decimal, day: date) -> str:
    name = echelon.grid.grade if echelon.grid else ""
    rung = f"{where} échelon of {name} on {day}, {euros(month)} a month"
    return f"{in_words(said.value)} is more than 3 % {rung}"


CHECKS = (
    Check(
        "pay-below-grid",
        "a gross sum is more than 3 % under the first échelon of the grades",
        _below,
    ),
    Check(
        "pay-above-grid",
        "a traitement, or a sum said without bonuses, is more than 3 % over the last échelon",
        _above,
    ),
)
