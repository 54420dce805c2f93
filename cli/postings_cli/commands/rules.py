"""`postings rules`: what each rule reads, and what it refuses."""

from __future__ import annotations

from typing import Annotated

import typer

from postings_cli.commands.options import Debug, Format, FormatOption, NoColor
from postings_cli.commands.writing import drawn, wants_json, write_json, write_sheet
from postings_cli.streams import joined, quiet_pipe, write_text

Key = Annotated[
    str,
    typer.Argument(
        metavar="[FIELD]", show_default=False, help="A key of the contract: deadline, salary…"
    ),
]


def rules(
    key: Key = "",
    form: FormatOption = Format.TABLE,
    no_color: NoColor = False,
    debug: Debug = False,
) -> None:
    """List the rules: what each reads, what it refuses, and how surely its words mean it.

    \b
      postings rules deadline
      postings rules | grep -i nbi
      postings rules --format json | jq -r '.[] | select(.key == "deadline") | .pattern'
      postings rules --format md > docs/rules.md

    A rule that reads a posting wrongly is found by `postings explain FILE FIELD`.
    """
    from postings.explanation import fields_at
    from postings_cli.render import rule_pages

    fields = fields_at(key)
    with quiet_pipe():
        if wants_json(form):
            write_json(rule_pages.rule_records(fields), form)
        elif form is Format.MD:
            write_text(joined(rule_pages.rules_page(fields)))
        elif drawn(form):
            from postings_cli.render.rules_terminal import print_rules
            from postings_cli.render.terminal import console

            print_rules(fields, console(color=not no_color))
        else:
            write_sheet(lambda: rule_pages.rules_sheet(fields), form)
