"""`postings parse`: what each posting says, and where."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import typer

from postings_cli.commands.intake_options import (
    AnyPaths,
    FilesFrom,
    IdColumnName,
    Jobs,
    Null,
    Output,
    Resume,
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
from postings_cli.output import is_special, written_to
from postings_cli.sources import names_one_file
from postings_cli.streams import joined, write_bytes, write_text

if TYPE_CHECKING:
    from postings.posting import Posting


def parse(
    paths: AnyPaths = None,
    form: PostingsFormat = Format.TABLE,
    as_of: AsOf = None,
    recursive: Recursive = False,
    files_from: FilesFrom = None,
    null: Null = False,
    text_column_name: TextColumnName = None,
    id_column_name: IdColumnName = None,
    output: Output = None,
    resume: Resume = False,
    jobs: Jobs = None,
    timeout: Timeout = None,
    layout: LayoutOption = LayoutMode.AUTO,
    no_ocr: NoOcr = False,
    no_color: NoColor = False,
    debug: Debug = False,
) -> None:
    """Read postings and show what each says, value by value, with its page and line.

    \b
      postings parse offre.pdf
      postings parse offre.pdf --format json | jq .salary.annual_gross
      pdftotext -layout offre.pdf - | postings parse -
      postings parse --format jsonl offres/ --output postings.jsonl --resume
      postings parse --format parquet offres.csv --text-column texte -o postings.parquet

    JSON is one object for one file, an array for several; jsonl is one object a line. CSV and
    TSV have one line a posting, the columns of `postings compare`.
    """
    check_output(form, output, resume)
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
        debug=debug,
    )
    if output and form is Format.JSONL and not is_special(output):
        from postings_cli.batch.resuming import write_lines

        write_lines(intake, output, resume=resume, as_of=as_of)
    else:
        with written_to(output):
            _write(intake, form, color=not no_color)
    raise typer.Exit(intake.exit_code)


def _write(intake: Intake, form: Format, *, color: bool) -> None:
    if form in (Format.JSON, Format.JSONL):
        _write_json(intake, form)
    elif form in (Format.CSV, Format.TSV):
        _write_delimited(intake, form)
    elif form is Format.PARQUET:
        _write_parquet(intake)
    else:
        _write_cards(intake.postings(), intake.as_of, form, color=color)


def _write_parquet(intake: Intake) -> None:
    from postings import to_json
    from postings.posting import Posting
    from postings_cli.export.parquet import write_parquet

    write_parquet(intake.answers(to_json), Posting, sys.stdout.buffer)


def _write_json(intake: Intake, form: Format) -> None:
    from postings import to_json
    from postings_cli.export import json_text

    one = names_one_file(intake.paths) and not (intake.listing or intake.column)
    layout = json_text.single if one else json_text.array
    layout = json_text.lines if form is Format.JSONL else layout
    for piece in layout(intake.answers(to_json)):
        write_bytes(piece)


def _write_delimited(intake: Intake, form: Format) -> None:
    from postings.compare import row_of
    from postings_cli.export.delimited import delimited_lines

    rows = intake.answers(partial(row_of, as_of=intake.as_of))
    for line in delimited_lines(rows, tabs=form is Format.TSV):
        write_text(line)


def _write_cards(postings: Iterable[Posting], today: date, form: Format, *, color: bool) -> None:
    from postings_cli.render.card import card_of
    from postings_cli.render.card_plain import markdown_lines, plain_lines
    from postings_cli.render.figures import FrenchFigures, PlainFigures

    if form is Format.TABLE and sys.stdout.isatty():
        from postings_cli.render.card_terminal import print_card
        from postings_cli.render.terminal import console

        for posting in postings:
            print_card(card_of(posting, today, FrenchFigures()), console(color=color))
        return
    lines = markdown_lines if form is Format.MD else plain_lines
    figures = FrenchFigures() if form is Format.MD else PlainFigures()
    for posting in postings:
        write_text(joined(lines(card_of(posting, today, figures))))
