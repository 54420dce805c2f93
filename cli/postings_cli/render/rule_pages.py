"""The rules, as sheets for programs, as a page of the documentation, or for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from postings.fields.field import Field
from postings.rules import Rule
from postings.verdicts import settling
from postings_cli.render.sheet import Column, Line, Sheet

COLUMNS = (
    Column("key", "Key"),
    Column("rule", "Rule"),
    Column("rank", "Rank", "number"),
    Column("reads", "Reads", folds=True),
    Column("refuses", "Refuses", folds=True),
)
_RETURN = "⏎"
_PREFACE = (
    "# The rules",
    "",
    "Made by `postings rules --format md`, and checked by a test: change the rules, not this page.",
    "",
    "A rule reads one way of writing one thing. Its *rank* says how surely the words mean it: of",
    "rules that claim the same words, or of values that differ, the higher rank wins. It is tried",
    "where one of its *cues* stands in the folded text (lower case, no accents), or, without cues,",
    "at the start of each of the first lines. *Needs* must stand near the match, *unless* not",
    "before it in its sentence, *but* not after it. What it reads and refuses are its tests;",
    f"{_RETURN} is the end of a line.",
)


def rules_sheet(fields: Sequence[Field]) -> Sheet:
    """A line a rule, with the first sentence it reads and the first it refuses."""
    return Sheet(
        COLUMNS,
        tuple(Line(_cells(field, rule)) for field in fields for rule in field.rules),
    )


def _cells(field: Field, rule: Rule[Any]) -> tuple[str, str, int, str, str]:
    return (
        field.path,
        rule.id,
        rule.rank,
        on_one_line(rule.examples[0]),
        on_one_line(rule.rejects[0]),
    )


def on_one_line(text: str) -> str:
    """A sentence with a sign where its lines end."""
    return text.strip("\n").replace("\n", f" {_RETURN} ")


def rule_records(fields: Sequence[Field]) -> Iterator[dict[str, Any]]:
    """Everything that a rule is, but for the code that turns its match into a value."""
    for field in fields:
        for rule in field.rules:
            yield {
                "rule": rule.id,
                "key": field.path,
                "rank": rule.rank,
                "cues": rule.cues,
                "pattern": rule.pattern,
                **clauses(rule),
                "reads": rule.examples,
                "refuses": rule.rejects,
            }


def clauses(rule: Rule[Any]) -> dict[str, str]:
    """The words that a rule asks for or refuses around its match."""
    return {"needs": rule.needs, "unless": rule.unless, "but": rule.but}


def rules_page(fields: Sequence[Field]) -> Iterator[str]:
    """Yield the lines of the page of the documentation."""
    yield from _PREFACE
    for field in fields:
        if not field.rules:
            continue
        yield from ("", f"## {field.name}", "", f"For `{field.path}`. {settling(field)}")
        for rule in field.rules:
            yield from _section(rule)


def _section(rule: Rule[Any]) -> Iterator[str]:
    cues = ", ".join(code(cue) for cue in rule.cues) or "the first lines"
    yield from ("", f"### {rule.id}", "", f"Rank {rule.rank}, at {cues}.", "")
    yield from (f"- reads {code(on_one_line(text))}" for text in rule.examples)
    yield from (f"- refuses {code(on_one_line(text))}" for text in rule.rejects)
    yield from (f"- {name} {code(words)}" for name, words in clauses(rule).items() if words)
    yield from ("", "```text", rule.pattern, "```")


def code(text: str) -> str:
    """Text as a code span of Markdown, whatever backquotes it holds."""
    fence = "`" if "`" not in text else "``"
    return f"{fence}{text}{fence}" if fence == "`" else f"{fence} {text} {fence}"
