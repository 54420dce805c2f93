"""Sources drawn on a terminal: what each number refers to, since when, how sure, from where."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from postings_cli.render.citations import Citations, Cited
from postings_cli.render.figures import FrenchFigures
from postings_cli.render.wrap import wrap

_ALL = 99  # a source is never cut short
_READABLE = 110  # longer lines are hard to read


def print_sources(citations: Citations, console: Console) -> None:
    """Print the entries cited, below a blank line."""
    listed = citations.listed()
    if not listed:
        return
    console.print()
    console.print(Text("Sources", style="bold"))
    margin = len(str(len(listed))) + 2
    for number, each in listed:
        head = f"{number}"
        for text in _lines(each, min(console.width, _READABLE) - margin):
            line = Text.assemble((head.ljust(margin), "dim"), text)
            console.print(line, no_wrap=True, crop=False)
            head = ""


def _lines(each: Cited, room: int) -> Iterator[Text]:
    """`valeur du point, 1 juil. 2023, official`, then the source itself."""
    since = FrenchFigures().day(each.since.isoformat())
    deduced = "" if each.dated else " (deduced)"
    head = f"{each.title}, since {since}{deduced}, {each.certainty}"
    for piece in wrap(head, room, _ALL):
        yield Text(piece)
    for piece in wrap(each.source, room, _ALL):
        yield Text(piece, style="dim")
