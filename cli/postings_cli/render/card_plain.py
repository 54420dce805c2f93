"""Cards for a pipe and for Markdown.

In a pipe each fact is a line: label, value, places, words, separated by tabs; the first line
of a card names its file and a blank line ends it, so that `awk -v RS=` reads card by card.
"""

from __future__ import annotations

from collections.abc import Iterator

from postings_cli.export.markdown import escaped, table_lines
from postings_cli.render.card import Card


def plain_lines(card: Card) -> Iterator[str]:
    """Yield the lines of a card, the empty last one too."""
    yield f"file\t{card.file}"
    for fact in card.headline + card.rest:
        said = "\t".join((fact.label, fact.text, fact.places)).replace("\u00a0", " ")
        yield f"{said}\t{fact.words}".rstrip("\t")
    yield ""


def markdown_lines(card: Card) -> Iterator[str]:
    """Yield a card as a heading and a table."""
    facts = card.headline + card.rest
    yield f"## {escaped(facts[0].text)}"
    yield ""
    yield f"{escaped(card.file)}"
    yield ""
    yield from table_lines(
        ("Key", "Value", "Place", "Words"), [(f.label, f.text, f.places, f.words) for f in facts]
    )
    yield ""
