"""`postings tables`: what the tool knows, from when, and how surely."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from postings_cli.commands.options import Debug, Format, FormatOption, NoColor
from postings_cli.commands.writing import drawn, wants_json, write_json, write_sheet
from postings_cli.streams import quiet_pipe

if TYPE_CHECKING:
    from postings.reference.knowledge import KnownTable

Sources = Annotated[
    bool, typer.Option("--sources", help="A line a source, with the entries that rest on it.")
]


def tables(
    sources: Sources = False,
    form: FormatOption = Format.TABLE,
    no_color: NoColor = False,
    debug: Debug = False,
) -> None:
    """Show the reference tables: from when, checked on which day, how sure.

    \b
      postings tables
      postings tables --sources | grep point-indice
      postings tables --format json | jq '.[] | {table, checked_on}'

    Every figure and name carries its certainty: official, read in the decree or at two
    independent publishers; published, read at one; assumed, taken from the common scale that
    a statute names, or deduced.
    """
    from postings.reference.knowledge import known_tables
    from postings_cli.render.tables import sources_sheet, tables_sheet

    known = known_tables()
    with quiet_pipe():
        if wants_json(form):
            write_json(map(_record, known), form)
        elif drawn(form):
            _draw(known, sources=sources, color=not no_color)
        else:
            write_sheet(lambda: (sources_sheet if sources else tables_sheet)(known), form)


def _record(table: KnownTable) -> dict[str, object]:
    """A table as JSON: its sources are always there."""
    return {
        "table": table.id,
        "meaning": table.meaning,
        "first": table.first,
        "last": table.last,
        "checked_on": table.checked_on,
        "entries": table.entries,
        "sources": table.sources,
    }


def _draw(known: tuple[KnownTable, ...], *, sources: bool, color: bool) -> None:
    from postings_cli.render.sheet_terminal import print_sheet
    from postings_cli.render.tables import drawn_sources, tables_sheet
    from postings_cli.render.terminal import console

    sheet = drawn_sources(known) if sources else tables_sheet(known)
    print_sheet(sheet, console(color=color))
