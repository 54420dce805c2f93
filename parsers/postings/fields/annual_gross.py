"""The comparable figure: stated gross euros brought to a year of full time."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from postings.fields.field import Field, Reading
from postings.fields.stated_pay import PayStatement
from postings.posting import AnnualGross, Doubt
from postings.resolve import Finding
from postings.rules import Candidate, Derivation

_CENT = Decimal("0.01")
_LEGAL_HOURS = Decimal(35) * 52  # a year of full time at the legal 35 hours

BY_YEAR = Derivation("annual_gross.year", "a gross sum a year, as stated")
BY_MONTH = Derivation("annual_gross.month-x12", "a gross sum a month x 12")
BY_MONTHS_PAID = Derivation(
    "annual_gross.month-x13",
    "a gross sum a month x the number of months that the posting says are paid",
)
BY_HOUR = Derivation("annual_gross.hour-x1820", "a gross sum an hour x 35 hours x 52 weeks")

_Yearly = tuple[Decimal | None, Decimal | None]


def _factor(pay: PayStatement) -> tuple[Decimal, Derivation] | None:
    """What brings the sum to a year; None for a day's or an unsaid period."""
    if pay.period == "year":
        return Decimal(1), BY_YEAR
    if pay.period == "month":
        return pay.months, BY_MONTH if pay.months == 12 else BY_MONTHS_PAID
    return (_LEGAL_HOURS, BY_HOUR) if pay.period == "hour" else None


def _scaled(amount: Decimal | None, factor: Decimal) -> Decimal | None:
    if amount is None:
        return None
    return (amount * factor).quantize(_CENT, ROUND_HALF_UP).normalize() + 0


def _yearly(candidate: Candidate[PayStatement]) -> Candidate[_Yearly] | None:
    pay = candidate.value
    factor = _factor(pay)
    if factor is None or pay.gross is not True or pay.part_time:
        return None
    value = (_scaled(pay.low, factor[0]), _scaled(pay.high, factor[0]))
    return Candidate(value, candidate.span, candidate.core, factor[1])


def _spread(figures: Sequence[Candidate[_Yearly]]) -> _Yearly:
    lows = [low for low, _ in (c.value for c in figures)]
    highs = [high for _, high in (c.value for c in figures)]
    low = None if None in lows else min(v for v in lows if v is not None)
    return low, None if None in highs else max(v for v in highs if v is not None)


def _as_of(reading: Reading) -> str:
    """The publication date, else the deadline, else the day of the run."""
    dates = (reading.value("published_on"), reading.value("deadline"))
    return next((d for d in dates if d and not d.startswith("--")), reading.today.isoformat())


def _conflict(reading: Reading, figures: Sequence[Candidate[_Yearly]]) -> Finding:
    doubt = Doubt(
        code="conflicting-pay",
        message="the posting states its pay for different periods, and they do not agree",
        path="salary.annual_gross",
    )
    rivals = [c.meaning(_record(reading, c.value, [])) for c in figures]
    return Finding(None, {}, {"": rivals}, (doubt,))


def _record(reading: Reading, ends: _Yearly, sources: Sequence[Candidate[Any]]) -> AnnualGross:
    including = {c.value.includes_bonuses for c in sources if isinstance(c.value, PayStatement)}
    return AnnualGross(
        min=ends[0],
        max=ends[1],
        basis="stated",
        as_of=_as_of(reading),
        includes_bonuses=including.pop() if len(including) == 1 else None,
    )


def _agree(figures: Sequence[Candidate[_Yearly]]) -> bool:
    """Sums for different periods agree where they come to the same within five per cent."""
    ends = [value for c in figures for value in c.value if value is not None]
    return not ends or max(ends) <= min(ends) * Decimal("1.05")


def settle(reading: Reading) -> Finding:
    """The spread of all gross statements; nothing where they contradict each other."""
    stated = reading.found["stated_pay"]
    sources = [stated.evidence[str(i)][0] for i in range(len(stated.value or ()))]
    figures = [figure for source in sources if (figure := _yearly(source))]
    if not figures:
        return Finding()
    rules = {c.rule for c in figures}
    if len(rules) > 1 and not _agree(figures):
        return _conflict(reading, figures)
    ends = _spread(figures if len(rules) == 1 else figures[:1])
    return Finding(_record(reading, ends, sources), {"": figures})


FIELD = Field("annual_gross", (), settle)
