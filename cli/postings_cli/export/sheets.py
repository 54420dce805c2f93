"""A sheet for other programs and for pipes: plain lines, CSV, TSV, Markdown."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from postings_cli.export.delimited import neutral
from postings_cli.export.markdown import table_lines
from postings_cli.render.figures import FrenchFigures, PlainFigures
from postings_cli.render.sheet import Line, Sheet


def piped_lines(sheet: Sheet) -> Iterator[str]:
    """Yield a header and the lines, cells separated by tabs and without blanks of padding."""
    header = [column.key.upper() for column in sheet.columns]
    for line in (header, *sheet.written(PlainFigures())):
        yield "\t".join(line).replace("\u00a0", " ")


def delimited_sheet(sheet: Sheet, *, tabs: bool) -> str:
    """The sheet as CSV or TSV; text that a spreadsheet would take for a formula is quoted."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, dialect="excel-tab" if tabs else "excel", lineterminator="\n")
    writer.writerow([column.key for column in sheet.columns])
    for line, cells in zip(sheet.lines, sheet.written(PlainFigures()), strict=True):
        writer.writerow([_safe(line, at, cell) for at, cell in enumerate(cells)])
    return buffer.getvalue()


def _safe(line: Line, at: int, cell: str) -> str:
    return neutral(cell) if isinstance(line.cells[at], str) else cell


def markdown_sheet(sheet: Sheet) -> Iterator[str]:
    """Yield the sheet as a Markdown table; a group is a column's worth of bold text above."""
    header = [column.heading or column.key for column in sheet.columns]
    cells = [[c.replace("\u00a0", " ") for c in line] for line in sheet.written(FrenchFigures())]
    yield from table_lines(header, cells)
