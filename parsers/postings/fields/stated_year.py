"""Stated gross sums brought to a year of full time, each by a calculation that has a name."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from postings.fields.pay_statement import PayStatement
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

Yearly = tuple[Decimal | None, Decimal | None]
Figure = Candidate[Yearly]

# How much a stated year may differ from what another sum comes to: rounding, and for a month
# the thirteenth and the fourteenth.
_ROUNDING = (Decimal("0.95"), Decimal("1.05"))
_MONTHS_PAID = (Decimal("0.95"), Decimal("1.05") * 14 / 12)


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


def yearly(candidate: Candidate[PayStatement]) -> Figure | None:
    """What a statement comes to in a year; None for net, part-time or undated sums."""
    pay = candidate.value
    factor = _factor(pay)
    if factor is None or pay.gross is not True or pay.part_time:
        return None
    value = (_scaled(pay.low, factor[0]), _scaled(pay.high, factor[0]))
    return Candidate(value, candidate.span, candidate.core, factor[1])


def _spread(figures: Sequence[Figure]) -> Yearly:
    """From the lowest to the highest of several figures; open where one of them is."""
    lows = [low for low, _ in (c.value for c in figures)]
    highs = [high for _, high in (c.value for c in figures)]
    low = None if None in lows else min(v for v in lows if v is not None)
    return low, None if None in highs else max(v for v in highs if v is not None)


def in_one(figures: Sequence[Figure]) -> Yearly | None:
    """What figures come to together; None where those of different periods do not agree.

    A sum that is stated for a year says it best: it holds whatever months are paid.
    """
    best = BY_YEAR if any(c.rule == BY_YEAR for c in figures) else figures[0].rule
    value = _spread([c for c in figures if c.rule == best])
    others = [c for c in figures if c.rule != best]
    return value if all(_agree(value, other, best) for other in others) else None


def _agree(value: Yearly, other: Figure, best: object) -> bool:
    """Whether the ends of two figures lie as near as rounding, or months paid, explain."""
    more = best == BY_YEAR and other.rule == BY_MONTH
    least, most = _MONTHS_PAID if more else _ROUNDING
    ends = ((one, two) for one, two in zip(value, other.value, strict=True) if one and two)
    return all(least * two <= one <= most * two for one, two in ends)
