"""What one statement of the pay is, and which period or nature its words and size tell."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec import Struct

_PERIODS = (
    ("hour", r"horaire|\bheure|/ ?h\b|de l'h"),
    ("day", r"\bjour|journali|\btjm\b"),
    ("month", r"mensuel|\bmois\b"),
    ("year", r"annuel|\bans?\b|annee"),
)
# Sums that a pay for the period can be.
PLAUSIBLE = {
    "hour": (Decimal("3.5"), Decimal(250)),
    "day": (Decimal(40), Decimal(2500)),
    "month": (Decimal(250), Decimal(25_000)),
    "year": (Decimal(1000), Decimal(400_000)),
}


class PayStatement(Struct, frozen=True):
    """One statement of the pay: euros, `None` at an open end of a range.

    `months` is how many monthly pays make a year (13 when the posting says so);
    `part_time` tells that the sum is for less than full time, `full_time` that it is for it.
    """

    low: Decimal | None
    high: Decimal | None
    period: str | None
    period_stated: bool
    gross: bool | None
    includes_bonuses: bool | None
    months: Decimal = Decimal(12)
    part_time: bool = False
    full_time: bool = False


def said_period(words: str) -> str | None:
    """The period that words name: `hour`, `day`, `month`, `year`; None if they name none."""
    return next((name for name, pattern in _PERIODS if re.search(pattern, words)), None)


def likely_period(low: Decimal, thousands: bool, once: bool) -> str | None:
    """The only period that such a sum can be for, where there is one."""
    if once:
        return None
    if thousands or low >= 15_000:
        return "year"
    if 1000 <= low <= 12_000:
        return "month"
    return "hour" if 9 <= low <= 60 else None


def said_gross(words: str) -> bool | None:
    """True for gross, False for net, None where the words say neither."""
    if re.search(r"\bbrute?s?\b", words):
        return True
    return False if re.search(r"\bnets?\b|\bnettes?\b", words) else None
