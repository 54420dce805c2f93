"""The rules drawn on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from postings.fields.field import Field
from postings.rules import Rule
from postings.verdicts import settling
from postings_cli.render.rule_pages import clauses, on_one_line

_LABEL = 9


def print_rules(fields: Sequence[Field], console: Console) -> None:
    """Print each rule under its field: rank, what it reads, what it refuses."""
    for field in fields:
        if not field.rules:
            continue
        console.print(Text.assemble((field.path, "bold blue"), "  ", (settling(field), "dim")))
        for rule in field.rules:
            console.print(Text.assemble("  ", (rule.id, "bold"), (f"  rank {rule.rank}", "dim")))
            for label, style, text in _lines(rule):
                _print_labelled(label, Text(text, style), console)
        console.print()


def _lines(rule: Rule[Any]) -> Iterator[tuple[str, str, str]]:
    """Label, style and text of what is told of a rule."""
    for at, text in enumerate(rule.examples):
        yield "reads" if at == 0 else "", "green", on_one_line(text)
    for at, text in enumerate(rule.rejects):
        yield "refuses" if at == 0 else "", "red", on_one_line(text)
    for name, words in clauses(rule).items():
        if words:
            yield name, "dim", words


def _print_labelled(label: str, text: Text, console: Console) -> None:
    indent = 4 + _LABEL
    for piece in text.wrap(console, max(20, console.width - indent)):
        head = Text(f"    {label.ljust(_LABEL)}", "dim")
        piece.rstrip()
        console.print(Text.assemble(head, piece), no_wrap=True, crop=False, soft_wrap=True)
        label = ""
