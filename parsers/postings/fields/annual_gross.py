"""The comparable figure: gross euros a year of full time, and how it is known.

Stated euros come first, else the stated indices, else the pay grids of the grades, at the
values of the posting's own day. Bases are never mixed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from postings.fields.conflicting_pay import conflicting
from postings.fields.field import Field, Reading
from postings.fields.pay_day import as_of, pay_day
from postings.fields.pay_statement import PayStatement
from postings.fields.stated_year import Figure, in_one, yearly
from postings.posting import AnnualGross, Doubt
from postings.resolve import Finding
from postings.rules import Candidate, Derivation

if TYPE_CHECKING:
    from postings.pay.annual import AnnualPay

BY_INDEX = Derivation(
    "annual_gross.index", "indices, as indices majorés of the day x the value of the point"
)
BY_GRADE = Derivation(
    "annual_gross.grade", "first to last échelon of the grades x the value of the point"
)


def _of_stated_pay(reading: Reading) -> Finding | None:
    stated = reading.found["stated_pay"]
    sources = [stated.evidence[str(i)][0] for i in range(len(stated.value or ()))]
    full = [source for source in sources if not _is_for_part_time(reading, source.value)]
    figures = [figure for source in full if (figure := yearly(source))]
    if not figures:
        return None
    ends = in_one(figures)
    if ends is None or any(c.value.gross for c in conflicting(reading)):
        return _rivals(reading, figures)
    including = {source.value.includes_bonuses for source in sources}
    value = AnnualGross(
        *ends,
        basis="stated",
        as_of=as_of(reading),
        includes_bonuses=including.pop() if len(including) == 1 else None,
    )
    return Finding(value, {"": figures})


def _is_for_part_time(reading: Reading, pay: PayStatement) -> bool:
    """Whether a month's or a year's sum is, for all that is said, that of a part-time post."""
    times = [c.value.full_time for c in reading.of("working_time")]
    part = False in times and True not in times
    return part and pay.period in ("month", "year") and not pay.full_time


def _rivals(reading: Reading, figures: Sequence[Figure]) -> Finding:
    """No figure of sums that contradict each other, but what each of them comes to."""
    day = as_of(reading)
    rivals = [c.meaning(AnnualGross(*c.value, basis="stated", as_of=day)) for c in figures]
    return Finding(ambiguous={"": rivals})


def _of_tables(reading: Reading) -> Iterator[tuple[Finding, bool]]:
    """What the indices, then the grades come to, and whether that is a figure."""
    from postings.pay.annual import annual_from_grades, annual_from_indices

    day = pay_day(reading)
    if indices := reading.value("indices"):
        pay = annual_from_indices(indices, day)
        yield _tabled(reading, "index", pay, "indices", BY_INDEX)
    if grades := reading.value("grades"):
        pay = annual_from_grades(grades, day)
        yield _tabled(reading, "grade", pay, "grades", BY_GRADE)


def _unchecked(day: date) -> tuple[Doubt, ...]:
    """A doubt for a day that the tables, last checked a year before, may know nothing of."""
    from postings.reference.point import point_series

    checked_on = point_series().checked_on
    if day <= checked_on.replace(year=checked_on.year + 1):
        return ()
    message = f"the pay tables were last checked on {checked_on}; later values are not known"
    return (Doubt(code="tables-not-checked", message=message, path="salary.annual_gross"),)


def _tabled(
    reading: Reading,
    basis: Literal["index", "grade"],
    pay: AnnualPay,
    source: str,
    how: Derivation,
) -> tuple[Finding, bool]:
    if pay.min is None and pay.max is None:
        return Finding(doubts=pay.doubts), False
    value = AnnualGross(pay.min, pay.max, basis=basis, as_of=as_of(reading), tables=pay.tables_used)
    doubts = (*pay.doubts, *_unchecked(pay_day(reading)))
    return Finding(value, {"": _derived(reading, source, how)}, doubts=doubts), True


def _derived(reading: Reading, source: str, how: Derivation) -> list[Candidate[Any]]:
    """The words that a figure was worked out from, under the name of the calculation."""
    return [
        Candidate(c.value, c.span, c.core, how)
        for candidates in reading.found[source].evidence.values()
        for c in candidates
    ]


def settle(reading: Reading) -> Finding:
    """The first basis that gives a figure; without one, the doubts that say why."""
    if stated := _of_stated_pay(reading):
        return stated
    nothing = Finding()
    for finding, is_figure in _of_tables(reading):
        if is_figure:
            return finding
        nothing = nothing if nothing.doubts else finding
    return nothing


FIELD = Field("annual_gross", (), settle, serves="salary.annual_gross")
