"""What a thing found in a text is about: the word of its kind that stands nearest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

Words = Sequence[tuple[int, int]]


class Span(Protocol):
    """Something with a place in the text."""

    @property
    def start(self) -> int:
        """Offset of its first character."""

    @property
    def end(self) -> int:
        """Offset after its last character."""


T = TypeVar("T", bound=Span)
Distance = Callable[[Span, Words], int | None]


def word_spans(words: re.Pattern[str], text: str) -> Words:
    """Where words of a kind stand."""
    return [match.span() for match in words.finditer(text)]


def before(found: Span, words: Words) -> int | None:
    """Characters from the last word that stands before a thing; None without one."""
    return min((found.start - end for _, end in words if end <= found.start), default=None)


def beside(found: Span, words: Words) -> int | None:
    """Characters to the nearest word on either side; 0 where they overlap."""
    gaps = (max(0, found.start - end, start - found.end) for start, end in words)
    return min(gaps, default=None)


def nearest(found: Iterable[T], words: Words, distance: Distance, within: int) -> T | None:
    """The thing nearest to any of the words, at most `within` characters off."""
    gaps = [(gap, thing) for thing in found if (gap := distance(thing, words)) is not None]
    close = [(gap, thing) for gap, thing in gaps if gap <= within]
    return min(close, key=lambda pair: pair[0])[1] if close else None
