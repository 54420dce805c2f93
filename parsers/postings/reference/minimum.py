"""The indice majoré minimum: nobody full-time is paid at a lower one (D. 85-1148, art. 8)."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from postings.reference.series import Entry, Series, read_series


@lru_cache(maxsize=1)
def minimum_series() -> Series[int]:
    """The lowest indice majoré of a full-time agent, by date."""
    return read_series("indice-minimum", "minimum_index.csv", lambda cells: int(cells[0]))


def minimum_index(day: date) -> Entry[int]:
    """The lowest indice majoré on a day. LookupError before the first known."""
    return minimum_series().on(day)
