"""`postings parse`: what each posting says, and where."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import typer

from postings_cli.commands.options import (
    AsOf,
    Debug,
    Format,
    FormatOption,
    Jobs,
    NoColor,
    Paths,
    Recursive,
    Timeout,
)
from postings_cli.intake import Intake
from postings_cli.sources import names_one_file
from postings_cli.streams import joined, quiet_pipe, write_bytes, write_text

if TYPE_CHECKING:
    from postings.posting import Posting


def parse(
    paths: Paths,
    form: FormatOption = Format.TABLE,
    as_of: AsOf = None,
    recursive: Recursive = False,
    no_color: NoColor = False,
    debug: Debug = False,
    jobs: Jobs = None,
    timeout: Timeout = None,
) -> None:
    """Read postings and show what each says, value by value, with its page and line.

    \b
      postings parse offre.pdf
      postings parse offre.pdf --format json | jq .salary.annual_gross
      pdftotext -layout offre.pdf - | postings parse -
      postings parse --format jsonl *.txt > postings.jsonl

    JSON is one object for one file, an array for several; jsonl is one object a line. CSV and
    TSV have one line a posting, the columns of `postings compare`.
    """
    today = as_of or date.today()
    intake = Intake(paths, today, recursive=recursive, debug=debug, jobs=jobs, timeout=timeout)
    with quiet_pipe():
        if form in (Format.JSON, Format.JSONL):
            _write_json(intake, form, one=names_one_file(paths))
        elif form in (Format.CSV, Format.TSV):
            _write_delimited(intake, form)
        else:
            _write_cards(intake.postings(), today, form, color=not no_color)
    raise typer.Exit(intake.exit_code)


def _write_json(intake: Intake, form: Format, *, one: bool) -> None:
    from postings import to_json
    from postings_cli.export import json_text

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
