"""What the tool knows, as sheets: a line a table, or a line a source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from postings.reference.knowledge import KnownTable
from postings.reference.series import CERTAINTIES, Certainty
from postings_cli.render.sheet import Column, Line, Sheet, Value

_COUNTS = tuple(Column(certainty, certainty.capitalize(), "number") for certainty in CERTAINTIES)
_DAYS = (Column("first", "From", "day", spare=1), Column("last", "Latest", "day", spare=2))
TABLES = (
    Column("table", "Table"),
    Column("meaning", "Holds", spare=3),
    *_DAYS,
    Column("checked_on", "Checked", "day"),
    *_COUNTS,
)
SOURCES = (
    Column("table", "Table"),
    Column("source", "Source", folds=True),
    *_DAYS,
    *_COUNTS,
)
DRAWN_SOURCES = (
    Column("first", "From", "day"),
    Column("certainty", "Entries", folds=True),
    Column("source", "Source", folds=True),
)


def tables_sheet(tables: Iterable[KnownTable]) -> Sheet:
    """A line a table."""
    return Sheet(TABLES, tuple(Line(_table(each)) for each in tables))


def _table(table: KnownTable) -> tuple[Value, ...]:
    days = (table.first, table.last, table.checked_on)
    return table.id, table.meaning, *days, *_counted(table.entries)


def sources_sheet(tables: Iterable[KnownTable]) -> Sheet:
    """A line a source, table by table."""
    return Sheet(
        SOURCES,
        tuple(
            Line((table.id, use.source, use.first, use.last, *_counted(use.entries)))
            for table in tables
            for use in table.sources
        ),
    )


def drawn_sources(tables: Iterable[KnownTable]) -> Sheet:
    """The sources for a terminal: the name of the table stands above them."""
    return Sheet(
        DRAWN_SOURCES,
        tuple(
            Line((use.first, _summed(use.entries), use.source), group=_title(table))
            for table in tables
            for use in table.sources
        ),
    )


def _summed(entries: dict[Certainty, int]) -> str:
    """`22 published, 1 assumed`"""
    return ", ".join(f"{entries[each]} {each}" for each in CERTAINTIES if each in entries)


def _title(table: KnownTable) -> str:
    return f"{table.id}: {table.meaning}"


def _counted(entries: dict[Certainty, int]) -> Sequence[Value]:
    """How many entries of each certainty; nothing where there is none."""
    return [entries.get(certainty) for certainty in CERTAINTIES]
