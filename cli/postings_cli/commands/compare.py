"""`postings compare`: many postings side by side."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from postings_cli.commands.intake_options import (
    AnyPaths,
    FilesFrom,
    IdColumnName,
    Jobs,
    Null,
    Output,
    TextColumnName,
    Timeout,
    check_output,
    listing,
    text_column,
)
from postings_cli.commands.options import (
    AsOf,
    Debug,
    Format,
    LayoutMode,
    LayoutOption,
    NoColor,
    NoOcr,
    PostingsFormat,
    Recursive,
)
from postings_cli.intake import Intake
from postings_cli.output import written_to
from postings_cli.streams import joined, tell, write_bytes, write_text

if TYPE_CHECKING:
    from postings.compare import Row

Sort = Annotated[
    str,
    typer.Option(
        "--sort",
        metavar="[-]KEY,...",
        show_default="the order given",
        help="deadline, pay, title, employer, grade, contract, location, published, start, file;"
        " with - in front, descending. Absent values come last.",
    ),
]
Fields = Annotated[
    str,
    typer.Option(
        "--fields",
        metavar="NAME,...",
        show_default="what fits",
        help="Columns, in order: file, title, employer, location, reference, positions, pay, nbi,"
        " bonuses, grade, contract, deadline, published, start, hours, telework, experience,"
        " education, warnings, ambiguous.",
    ),
]


def compare(
    paths: AnyPaths = None,
    sort: Sort = "",
    fields: Fields = "",
    form: PostingsFormat = Format.TABLE,
    as_of: AsOf = None,
    recursive: Recursive = False,
    files_from: FilesFrom = None,
    null: Null = False,
    text_column_name: TextColumnName = None,
    id_column_name: IdColumnName = None,
    output: Output = None,
    jobs: Jobs = None,
    timeout: Timeout = None,
    layout: LayoutOption = LayoutMode.AUTO,
    no_ocr: NoOcr = False,
    no_color: NoColor = False,
    debug: Debug = False,
) -> None:
    """Compare postings: one row each, with pay, grade, contract and deadline.

    \b
      postings compare offres/
      postings compare --recursive --sort=-pay offres/
      postings compare offres/*.pdf --sort deadline --as-of 2026-03-15
      postings compare offres/ --format csv > offres.csv
      postings compare offres/ --fields file,pay,deadline | grep CDI

    Of a directory, text, PDFs, web pages, Word, OpenDocument, RTF, mails, archives and scans are
    read by their suffix or for want of one; a README is not, nor a picture with hardly a word.
    Pay is gross euros a year and says how it is known; what cannot be brought to that is shown
    as stated. — is absent, ? ambiguous. In a pipe the table is one line a posting, separated by
    tabs.
    """
    _check_names(sort, fields)
    check_output(form, output)
    intake = Intake(
        paths or [],
        as_of or date.today(),
        recursive=recursive,
        listing=listing(paths, files_from, null),
        column=text_column(text_column_name, id_column_name),
        jobs=jobs,
        timeout=timeout,
        layout=layout.value,
        ocr=not no_ocr,
        told_at_end=True,
        debug=debug,
    )
    with written_to(output):
        rows = _rows(intake, intake.as_of, _names(sort))
        if rows or form is not Format.TABLE:
            _write(rows, _names(fields), form, intake.as_of, color=not no_color)
    raise typer.Exit(intake.exit_code)


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


def _check_names(sort: str, fields: str) -> None:
    """Refuse unknown names before anything is read."""
    if not sort and not fields:
        return
    from postings.compare import FIELDS, SORT_KEYS

    for option, text, known in (("--sort", sort, SORT_KEYS), ("--fields", fields, FIELDS)):
        for name in _names(text):
            bare = name.removeprefix("-") if option == "--sort" else name
            if bare not in known:
                hint = f"{name!r} is not one of {', '.join(known)}"
                raise typer.BadParameter(hint, param_hint=repr(option))


def _rows(intake: Intake, today: date, sort: Sequence[str]) -> list[Row]:
    from postings.compare import distinct, ordered, row_of

    rows, duplicates = distinct(intake.answers(partial(row_of, as_of=today)))
    for row, first in duplicates:
        tell(row.file or "", f"same content as {first.file}; counted once")
    return ordered(rows, sort)


def _write(rows: list[Row], names: list[str], form: Format, today: date, *, color: bool) -> None:
    if form in (Format.JSON, Format.JSONL):
        _write_json(rows, names, form)
    elif form in (Format.CSV, Format.TSV):
        from postings_cli.export.delimited import KEYS, delimited_lines

        keys = _keys(names) or KEYS
        write_text("".join(delimited_lines(rows, keys, tabs=form is Format.TSV)))
    elif form is Format.PARQUET:
        from postings.compare import Row
        from postings_cli.export.json_text import encoded_rows
        from postings_cli.export.parquet import write_parquet

        write_parquet(encoded_rows(rows, None), Row, sys.stdout.buffer)
    elif form is Format.MD:
        from postings_cli.export.markdown import comparison

        write_text(joined(comparison(rows, names)))
    else:
        _write_table(rows, names, today, color=color)


def _keys(names: Sequence[str]) -> list[str]:
    from postings.compare import FIELDS

    return [key for name in names for key in FIELDS[name]]


def _write_json(rows: list[Row], names: list[str], form: Format) -> None:
    from postings_cli.export import json_text

    layout = json_text.lines if form is Format.JSONL else json_text.array
    for piece in layout(json_text.encoded_rows(rows, _keys(names))):
        write_bytes(piece)


def _write_table(rows: list[Row], names: list[str], today: date, *, color: bool) -> None:
    if sys.stdout.isatty():
        from postings_cli.render.table import print_table
        from postings_cli.render.terminal import console

        print_table(rows, names, today, console(color=color))
        return
    from postings_cli.render.plain import plain_lines

    write_text(joined(plain_lines(rows, names)))
