"""A card drawn on a terminal; wide ones show the words that each value was read from."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from postings_cli.render.card import Card
from postings_cli.render.facts import Fact
from postings_cli.render.wrap import clip, clip_start, wrap

_LABEL = 12
_PLACES = 13
_GAP = "  "
_WIDE = 120  # from here on there is room for the words of the posting
_READABLE = 64  # a value in a longer line would be far from its place
_LINES = 4
_TITLES = ("title", "employer")
_STATE_STYLE = {"found": "", "absent": "dim", "ambiguous": "yellow"}
_LABEL_STYLE = {"pay": "green", "title": "bold"}


def print_card(card: Card, console: Console) -> None:
    """Print a card, and the blank line that parts it from the next."""
    width = console.width
    console.rule(Text(clip_start(card.file, width - 8)), align="left", style="dim", characters="─")
    for line in _lines(card.headline, width):
        console.print(line, no_wrap=True, crop=False)
    if card.rest:
        console.print()
    for line in _lines(card.rest, width):
        console.print(line, no_wrap=True, crop=False)
    console.print()


def _lines(facts: tuple[Fact, ...], width: int) -> Iterator[Text]:
    last = ""
    for fact in facts:
        yield from _fact_lines(fact, fact.label if fact.label != last else "", width)
        last = fact.label


def _fact_lines(fact: Fact, label: str, width: int) -> Iterator[Text]:
    room = width - _LABEL - _PLACES - 2 * len(_GAP)
    size = max(10, min(room, _READABLE))
    style = _STATE_STYLE[fact.state] or _LABEL_STYLE.get(fact.label, "")
    for number, piece in enumerate(wrap(fact.text, size, _LINES)):
        text = Text()
        text.append((label if number == 0 else "").ljust(_LABEL), style="dim")
        text.append(piece, style=style)
        if number == 0 and fact.places:
            text.append(" " * (size - cell_len(piece)) + _GAP)
            text.append(clip(fact.places, _PLACES).ljust(_PLACES), style="cyan")
            if width >= _WIDE:
                spare = room - size - len(_GAP)
                text.append(f"{_GAP}« {clip(fact.words, spare - 4)} »", style="dim")
        text.rstrip()
        yield text
