"""The SMIC, below which the indemnité différentielle completes a pay (D. 91-769)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from postings.reference.series import Entry, Series, read_series


class Smic(Struct, frozen=True):
    """Gross euros for an hour, and for a month at 35 hours a week."""

    hour: Decimal
    month: Decimal


@lru_cache(maxsize=1)
def smic_series() -> Series[Smic]:
    """The SMIC by date."""
    return read_series("smic", "smic.csv", lambda cells: Smic(*map(Decimal, cells)))


def smic(day: date) -> Entry[Smic]:
    """The SMIC on a day. LookupError before the first known."""
    return smic_series().on(day)
