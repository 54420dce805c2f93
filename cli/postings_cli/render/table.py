"""The comparison as a table on a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from postings.compare import Row
from postings_cli.render.cells import COLUMNS, Cell, where
from postings_cli.render.figures import FrenchFigures
from postings_cli.render.layout import GAP, column_widths, default_columns
from postings_cli.render.wrap import clip, clip_start, wrap
from postings_cli.safe import one_line

_VALUES = 3  # grades and the like shown in a cell; how many more is said
_LINES = 3  # lines that one value may take
_NOTE_LINES = 6
_EMPHASIS = {"posting": "bold", "title": "bold", "pay": "green"}
_STATE_STYLE = {"found": "", "absent": "dim", "ambiguous": "yellow"}


def print_table(
    rows: Sequence[Row], names: Sequence[str] | None, as_of: date, console: Console
) -> None:
    """Print one row a posting, as wide as the terminal allows; expired postings are dimmed."""
    shown = list(names or default_columns(console.width))
    figures = FrenchFigures()
    cells = [[COLUMNS[name].cell(row, figures) for name in shown] for row in rows]
    widths = column_widths(shown, cells, console.width)
    table = Table(
        box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, GAP - 1, 0, 0),
        header_style="bold", leading=1,
    )  # fmt: skip
    for name, width in zip(shown, widths, strict=True):
        table.add_column(clip(COLUMNS[name].heading, width), width=width, no_wrap=True)
    for row, line in zip(rows, cells, strict=True):
        texts = [_drawn(n, c, w, row) for n, c, w in zip(shown, line, widths, strict=True)]
        table.add_row(*texts, style="dim" if row.expired else None)
    console.print(table, no_wrap=True, crop=False)
    console.print(Text(f"\n{_summary(rows, as_of, figures)}", style="dim"))


def _drawn(name: str, cell: Cell, width: int, row: Row) -> Text:
    """A cell's text, wrapped: its values, then its remarks in a fainter tone."""
    style = _EMPHASIS.get(name, "") if cell.state == "found" else _STATE_STYLE[cell.state]
    values = [line for value in cell.values[:_VALUES] for line in _folded(name, value, width, cell)]
    if (more := len(cell.values) - _VALUES) > 0:
        values.append(f"+{more} more")
    text = Text()
    text.append("\n".join(values), style=style)
    for line, tone in _remarks(name, cell, row, width):
        text.append(f"\n{line}", style=tone)
    return text


def _folded(name: str, value: str, width: int, cell: Cell) -> list[str]:
    """The lines of a value; among several grades, those that go on are indented."""
    if COLUMNS[name].tail:
        return [clip_start(value, width)]
    if len(cell.values) == 1 or name != "grade":
        return wrap(value, width, _LINES)
    first, *others = wrap(value, width - 1, _LINES)
    return [first, *(f" {line}" for line in others)]


def _remarks(name: str, cell: Cell, row: Row, width: int) -> Iterator[tuple[str, str]]:
    """Lines and their styles: what is to note of a value; of the posting, its own remarks."""
    if name == "posting":
        yield from _under_the_title(cell, row, width)
        return
    for doubt in (note for note in cell.notes if note.startswith("?")):
        yield from ((line, "yellow") for line in wrap(doubt, width, _LINES))
    notes = [note for note in cell.notes if not note.startswith("?")]
    if place := row.places.get(name):
        notes.append(where(place))
    if notes:
        yield from ((line, "dim") for line in wrap(", ".join(notes), width, _NOTE_LINES))


def _under_the_title(cell: Cell, row: Row, width: int) -> Iterator[tuple[str, str]]:
    """The employer, the codes of the warnings, and the file."""
    for employer in cell.notes[:-1]:
        yield from ((line, "") for line in wrap(employer, width, _LINES))
    if row.warnings:
        codes = "! " + ", ".join(one_line(code) for code in dict.fromkeys(row.warnings))
        yield from ((line, "yellow") for line in wrap(codes, width, _LINES))
    yield clip_start(cell.notes[-1], width), "dim"


def _summary(rows: Sequence[Row], as_of: date, figures: FrenchFigures) -> str:
    """`15 postings on 21 nov. 2025: 3 open, 12 expired`."""
    counts = Counter[str](row.status for row in rows)
    said = [
        f"{counts[status]} {label}"
        for status, label in (
            ("open", "open"),
            ("until_filled", "until filled"),
            ("expired", "expired"),
            ("unknown", "without a date"),
        )
        if counts[status]
    ]
    number = f"{len(rows)} posting{'' if len(rows) == 1 else 's'}"
    return f"{number} on {figures.day(as_of.isoformat())}: {', '.join(said)}"
