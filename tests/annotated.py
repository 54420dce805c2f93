"""Annotated sentences: `[[…]]` marks the words that a value must be read from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from postings import parse
from postings.posting import Posting

RUN_DAY = date(2026, 1, 15)


@dataclass(frozen=True)
class Annotated:
    """A text without its marks, and the stretches that were marked."""

    text: str
    marked: tuple[tuple[int, int], ...]

    def posting(self) -> Posting:
        """What the text says, read on `RUN_DAY`."""
        return parse(self.text, as_of=RUN_DAY)


def annotated(marked: str) -> Annotated:
    """Take the marks out of a text: `avant le [[15 mai]]` marks the date."""
    text, spans, start = "", [], 0
    for piece in marked.replace("]]", "[[").split("[["):
        text += piece
        spans.append((start, len(text)))
        start = len(text)
    return Annotated(text, tuple(spans[1::2]))


def spans(posting: Posting, path: str) -> list[tuple[int, int]]:
    """Offsets of the evidence of a key."""
    return [(e.start, e.end) for e in posting.evidence.get(path, ())]
