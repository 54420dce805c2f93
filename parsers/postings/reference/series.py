"""Dated official figures: an entry holds its value, its first day, its source and its certainty.

A table is a file of tables/: lines of `;`-separated cells under a line of column names.
Comment lines begin with `#`; those of the form `# checked_on: 2026-11-21` are read.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Generic, Literal, TypeVar, cast

from msgspec import Struct

T = TypeVar("T")

# Read in the decree or at two independent publishers; at one publisher; taken from the
# common scale or the twin corps that a statute names, or interpolated.
Certainty = Literal["official", "published", "assumed"]
CERTAINTIES: tuple[Certainty, ...] = ("official", "published", "assumed")

_TABLES = Path(__file__).parent / "tables"


class Entry(Struct, Generic[T], frozen=True):
    """One figure of the table `table`, in force from the day `effective`."""

    table: str
    effective: date
    value: T
    certainty: Certainty
    source: str

    @property
    def name(self) -> str:
        """What a result says that it used: `point-indice@2023-07-01`."""
        return f"{self.table}@{self.effective}"


class Series(Struct, Generic[T], frozen=True):
    """The entries of one table, ascending, and the day on which they were last checked."""

    id: str
    entries: tuple[Entry[T], ...]
    checked_on: date

    def on(self, day: date) -> Entry[T]:
        """The entry in force on a day. LookupError before the first."""
        index = bisect_right(self.entries, day, key=lambda entry: entry.effective) - 1
        if index < 0:
            raise LookupError(f"{self.id}: nothing in force on {day}")
        return self.entries[index]


class Table(Struct, frozen=True):
    """A table as written: its notes (`checked_on`…), its columns and its rows of cells."""

    notes: dict[str, str]
    columns: list[str]
    rows: list[str]

    @property
    def checked_on(self) -> date:
        """The day on which the table was last compared with its sources."""
        return date.fromisoformat(self.notes["checked_on"])


def read_table(file: str) -> Table:
    """Read a file of tables/; the rows are left uncut, for those that few lookups need."""
    lines = (_TABLES / file).read_text(encoding="utf-8").splitlines()
    head = next(i for i, line in enumerate(lines) if not line.startswith("#"))
    notes = (line[2:].partition(": ") for line in lines[:head])
    return Table(
        {key: value for key, _, value in notes if key.isidentifier()},
        lines[head].split(";"),
        lines[head + 1 :],
    )


def read_series(name: str, file: str, read: Callable[[Sequence[str]], T]) -> Series[T]:
    """Read a table whose rows are `effective;<cells of the value>;certainty;source`."""
    table = read_table(file)
    entries = tuple(entry(name, row.split(";"), read) for row in table.rows)
    return Series(name, entries, table.checked_on)


def entry(table: str, row: Sequence[str], read: Callable[[Sequence[str]], T]) -> Entry[T]:
    """Make an entry of the cells `effective, …, certainty, source`."""
    effective, *cells, certainty, source = row
    first = date.fromisoformat(effective)
    return Entry(table, first, read(cells), cast(Certainty, certainty), source)


def weakest(certainties: Iterable[Certainty]) -> Certainty:
    """The least sure of some certainties: a result is no surer than its weakest figure."""
    return max(certainties, key=CERTAINTIES.index, default="official")
