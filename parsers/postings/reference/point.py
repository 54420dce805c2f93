"""The value of the point d'indice, by which an indice majoré becomes euros."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache

from postings.reference.series import Entry, Series, read_series


@lru_cache(maxsize=1)
def point_series() -> Series[Decimal]:
    """Gross euros a year for one point, by date."""
    return read_series("point-indice", "point.csv", lambda cells: Decimal(cells[0]))


def point_value(day: date) -> Entry[Decimal]:
    """Gross euros a year for one point on a day. LookupError before the first known."""
    return point_series().on(day)
