"""From stretches of a document's text back to boxes on its pages, only when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from postings.document import Box, Span
from postings.reading.normalization import normalize
from postings.reading.pdf.words import Word

_TOUCHING = 0.6  # of the height of a box: words no further apart share one
_NARROW = frozenset("iljtfrI.,;:!|'’()[]-")
_WIDE = frozenset("mwMW@%—…")
_LEVEL = 0.5  # of the height of a box
_DIGITS = 1  # after the point, of a point


class Located(NamedTuple):
    """A word, and the characters of the document that it wrote."""

    start: int
    end: int
    word: Word


class Turned(Protocol):
    """A page whose words are placed as on one that was turned to be read."""

    def shown(self, box: Box) -> Box:
        """The box on the page as it is shown around a box of the page as it was read."""


class PageWords:
    """The words of a page in the order in which the document has them, from `start` to `end`."""

    def __init__(
        self,
        number: int,
        size: tuple[float, float],
        start: int,
        end: int,
        words: Sequence[Word],
        turned: Turned | None = None,
    ) -> None:
        self.number = number
        self.start = start
        self.end = end
        self._size = size
        self._words = words
        self._turned = turned
        self._located: list[Located] | None = None

    def boxes(self, text: str, span: Span) -> list[Box]:
        """The boxes that the characters of a span fill; `text` is the document's."""
        touched = (at for at in self.located(text) if at.start < span.end and span.start < at.end)
        boxes = _merged(self._shown(at.word, *_inside(at, span)) for at in touched)
        return list(map(self._turned.shown, boxes)) if self._turned else boxes

    def located(self, text: str) -> list[Located]:
        """The words, and where the document's text has each."""
        if self._located is None:
            self._located = list(_located(text, self.start, self._words))
        return self._located

    def _shown(self, word: Word, first: int, after: int) -> Box:
        """The box of some characters of a word, on the page as it is shown."""
        x0, x1 = _x_of(word, first, at_end=False), _x_of(word, after, at_end=True)
        width, height = self._size
        sides = {
            0: (x0, word.top, x1, word.bottom),
            90: (word.top, height - x1, word.bottom, height - x0),
            180: (width - x1, height - word.bottom, width - x0, height - word.top),
            270: (width - word.bottom, x0, width - word.top, x1),
        }
        return Box(self.number, *(round(side, _DIGITS) for side in sides[word.angle]))


class DocumentWords:
    """The words of a document's pages: called with its text and a span, they say the boxes."""

    def __init__(self, pages: Sequence[PageWords]) -> None:
        self._pages = pages

    def __call__(self, text: str, span: Span) -> tuple[Box, ...]:
        """The boxes of a span, page by page in the order of the text."""
        touched = (page for page in self._pages if page.start < span.end and span.start < page.end)
        return tuple(box for page in touched for box in page.boxes(text, span))


def _located(text: str, start: int, words: Sequence[Word]) -> Iterator[Located]:
    """Find each word in the text, after the one before."""
    for word in words:
        while text[start : start + 1].isspace():
            start += 1
        written = normalize(word.text)
        exact = text.startswith(written, start)
        end = start + len(written) if exact else _followed(text, start, written)
        yield Located(start, end, word)
        start = end


def _inside(at: Located, span: Span) -> tuple[int, int]:
    """The characters of a word that are in a span, with a hyphen that the text has lost."""
    after = len(at.word.text) if span.end >= at.end else span.end - at.start
    return max(span.start, at.start) - at.start, after


def _followed(text: str, at: int, written: str) -> int:
    """Where the characters of a word end in the text, that may have lost its hyphen or a blank."""
    for char in written:
        if char.isspace() or text[at : at + 1].isspace():
            while text[at : at + 1].isspace():
                at += 1
        if not char.isspace() and (text[at : at + 1] == char or char.isalnum()):
            at += 1
    return at


def _x_of(word: Word, index: int, *, at_end: bool) -> float:
    """Where a character of a word begins along its line, or where the one before it ends."""
    begin, end = word.stops
    parts = word.text.split(" ")
    if len(parts) != len(begin):
        return _within(word.text, index, word.x0, word.x1)
    zero = word.x0 - begin[0]
    for part, left, right in zip(parts, begin, end, strict=True):
        if index < len(part) or (index == len(part) and at_end):
            return zero + _within(part, index, left, right)
        index -= len(part) + 1
        if index < 0:  # the blank after it
            return zero + right
    return word.x1


def _within(text: str, index: int, left: float, right: float) -> float:
    """Where a character begins in a text that goes from left to right, by the usual widths."""
    before, whole = sum(map(_width, text[:index])), sum(map(_width, text))
    return left + (right - left) * before / whole if whole else left


def _width(char: str) -> float:
    """How wide a letter is in most fonts, in widths of an "n"."""
    if char in _NARROW:
        return 0.55
    return 1.5 if char in _WIDE else 1.2 if char.isupper() else 1.0


def _merged(boxes: Iterator[Box]) -> list[Box]:
    """Boxes that go on from each other on a line as one."""
    merged: list[Box] = []
    for box in boxes:
        if merged and _goes_on(merged[-1], box):
            last = merged.pop()
            top, bottom = min(last.top, box.top), max(last.bottom, box.bottom)
            box = Box(box.page, min(last.x0, box.x0), top, max(last.x1, box.x1), bottom)
        merged.append(box)
    return merged


def _goes_on(box: Box, after: Box) -> bool:
    height = max(box.bottom - box.top, after.bottom - after.top)
    level = abs(box.bottom - after.bottom) < _LEVEL * height
    return level and -_TOUCHING * height < after.x0 - box.x1 < _TOUCHING * height
