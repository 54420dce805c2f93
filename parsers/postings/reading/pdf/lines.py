"""Words to lines of text, with the gaps that a layout leaves between far-apart words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from postings.reading.pdf.words import WORD_GAP, Word

_ACROSS = 12.0  # font sizes
_WIDE = " " * 12
_FAR_APART = 1.0  # of the font's size: a justified line stretches its spaces less than that
_WIDEST_JUSTIFIED = 2.5  # of the font's size: wider apart, words are cells of a table
_RAISED = 0.2  # of the font's size
_SMALL = 0.8  # of the font's size of the word before
_BULLETS = frozenset("•●○■□▪▫►▸➢➤✓✔❖◆◇-–—*·o§\uf0b7\uf0a7\uf0d8\uf0e8\uf0fc")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class TextLine(NamedTuple):
    """A line of text and the box that it fills."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def middle(self) -> float:
        """Height of its middle, in points from the top of the page."""
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        """Height of the line, in points."""
        return self.bottom - self.top


def lines_of(words: Iterable[Word]) -> list[TextLine]:
    """Group words into lines, from top to bottom, words from left to right.

    Words are on one line when they overlap for half the height of the lower one: a raised
    "er", or a character of another font, stays on the line of its word.
    """
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (-word.size, word.top, word.x0)):
        best = max(rows, key=lambda row: _overlap(row[0], word), default=None)
        if best is not None and _overlap(best[0], word) >= 0.5:
            best.append(word)
        else:
            rows.append([word])
    return sorted(map(_line, rows), key=lambda line: (line.middle, line.x0))


def labels_first(lines: Sequence[TextLine]) -> list[TextLine]:
    """Put a label centred beside two lines of its value on the first of them."""
    ordered = list(lines)
    for i in range(len(lines) - 2):
        above, label, below = ordered[i : i + 3]
        beside = min(above.x0, below.x0) > label.x1
        if beside and above.bottom > label.top and label.bottom > below.top:
            text = f"{label.text}  {above.text}"
            first = TextLine(text, label.x0, above.top, above.x1, above.bottom)
            ordered[i : i + 3] = [first, below]
            return [*ordered[: i + 1], *labels_first(ordered[i + 1 :])]
    return ordered


def typical_gap(lines: Sequence[TextLine]) -> float:
    """The usual white space between two lines, in points."""
    pairs = pairwise(lines)
    return median([below.top - above.bottom for above, below in pairs] or [0.0])


def _overlap(first: Word, other: Word) -> float:
    """Share of the height of `other` that is level with `first`, the larger of the two.

    None when it is far smaller: an initial letter three lines high holds no line together.
    """
    height = other.bottom - other.top
    if height < 0.4 * (first.bottom - first.top):
        return 0.0
    shared = min(first.bottom, other.bottom) - max(first.top, other.top)
    return shared / height if height > 0 else 0.0


def _line(row: list[Word]) -> TextLine:
    largest = row[0]
    row.sort(key=lambda word: (word.x0, word.x1))
    far = _far_apart(row)
    text = row[0].text
    for left, right in pairwise(row):
        gap = _gap(left, right, far)
        if gap.startswith("  ") and text in _BULLETS:
            gap = " "
        text += gap + (_superscript(left, right) if not gap else right.text)
    return TextLine(text, row[0].x0, largest.top, max(word.x1 for word in row), largest.bottom)


def _far_apart(row: Sequence[Word]) -> float:
    """The gap, in font sizes, from which two words of a line are set apart on purpose.

    A justified line in a narrow column has wide spaces, but all of one width.
    """
    gaps = [(right.x0 - left.x1) / max(left.size, right.size) for left, right in pairwise(row)]
    usual = median(gaps) if len(gaps) >= 3 else 0.0
    return max(_FAR_APART, 1.6 * usual) if usual < _WIDEST_JUSTIFIED else _FAR_APART


def _gap(left: Word, right: Word, far: float) -> str:
    """What stands between two words of a line: nothing, a space, or more when they are far apart.

    Two blanks part a label from its value; a gap like a third of the page is kept wide, for it
    tells what is set at the right, as the day of a letter is.
    """
    width, size = right.x0 - left.x1, max(left.size, right.size)
    if width > far * size:
        return _WIDE if width > _ACROSS * size else "  "
    return " " if left.spaced or width > WORD_GAP * min(left.size, right.size) else ""


def _superscript(left: Word, right: Word) -> str:
    """Raised digits as superscript digits: a note's call after "2011" must not make "20111"."""
    raised = left.bottom - right.bottom > _RAISED * left.size
    is_price = left.text.endswith((",", "€"))  # cents are raised too
    if right.text.isdecimal() and raised and right.size < _SMALL * left.size and not is_price:
        return right.text.translate(_SUPERSCRIPTS)
    return right.text
