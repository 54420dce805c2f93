"""Answers that are records: the forms that programs read, the same for every such command."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from postings_cli.commands.options import Format
from postings_cli.streams import joined, write_bytes, write_text

if TYPE_CHECKING:
    from postings_cli.render.sheet import Sheet

_JSON = (Format.JSON, Format.JSONL)


def drawn(form: Format) -> bool:
    """Tell whether the answer is drawn for a person at a terminal."""
    return form is Format.TABLE and sys.stdout.isatty()


def wants_json(form: Format) -> bool:
    """Tell whether the answer is JSON."""
    return form in _JSON


def write_json(objects: Iterable[object], form: Format, *, one: bool = False) -> None:
    """Write an array, one object if there is only `one`, or objects one a line."""
    from postings_cli.export import json_text

    layout = json_text.single if one else json_text.array
    layout = json_text.lines if form is Format.JSONL else layout
    for piece in layout(map(json_text.encoded, objects)):
        write_bytes(piece)


def write_sheet(sheet: Callable[[], Sheet], form: Format, *, hidden: str = "") -> None:
    """Write a sheet as CSV or TSV; as Markdown or for a pipe, a column may be hidden."""
    from postings_cli.export.sheets import delimited_sheet, markdown_sheet, piped_lines

    if form in (Format.CSV, Format.TSV):
        write_text(delimited_sheet(sheet(), tabs=form is Format.TSV))
    else:
        lines = markdown_sheet if form is Format.MD else piped_lines
        write_text(joined(lines(sheet().without(hidden))))
