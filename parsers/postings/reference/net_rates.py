"""What is held back from a gross pay: rates of contributions, and the ceiling of some."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from postings.reference.series import Series, entry, read_table

# Rates are in per cent; `pmss` is the monthly ceiling of the Sécurité sociale, in euros.
RateName = Literal[
    "pension-cnracl", "pension-civile", "rafp", "rafp-plafond", "solidarite",
    "csg-deductible", "csg-non-deductible", "crds", "csg-assiette",
    "cnav-plafonnee", "cnav-deplafonnee", "ircantec-a", "ircantec-b", "maladie", "pmss",
]  # fmt: skip


@lru_cache(maxsize=1)
def rate_series() -> dict[str, Series[Decimal]]:
    """Every series of rates by its name; `series.on(day)` raises before its first entry."""
    table = read_table("net_rates.csv")
    rows: dict[str, list[list[str]]] = {}
    for row in table.rows:
        name, *cells = row.split(";")
        rows.setdefault(name, []).append(cells)
    return {name: _series(name, of_name, table.checked_on) for name, of_name in rows.items()}


def _series(name: str, rows: list[list[str]], checked_on: date) -> Series[Decimal]:
    entries = tuple(entry(name, row, lambda cells: Decimal(cells[0])) for row in rows)
    return Series(name, entries, checked_on)
