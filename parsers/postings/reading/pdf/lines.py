"""Words to lines of text, with the gaps that a layout leaves between far-apart words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from statistics import median
from typing import NamedTuple

from postings.reading.pdf.words import WORD_GAP, Word

_ACROSS = 12.0  # font sizes
_WIDE = " " * 12
_FAR_APART = 1.0  # of the font's size: a justified line stretches its spaces less than that
_WIDEST_JUSTIFIED = 2.5  # of the font's size: wider apart, words are cells of a table
_USUAL_SPACE = 0.25  # of the font's size
_RAISED = 0.2  # of the font's size
_top = attrgetter("top")
_PARAGRAPH_GAP = 0.5  # of the height of a line, beyond the usual gap between lines
_SMALL = 0.8  # of the font's size of the word before
BULLETS = frozenset("•●○■□▪▫►▸➢➤✓✔❖◆◇-–—*·o§\uf0b7\uf0a7\uf0d8\uf0e8\uf0fc")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class TextLine(NamedTuple):
    """A line of text, the box that it fills, and its words in the order in which they read."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    words: tuple[Word, ...] = ()

    @property
    def middle(self) -> float:
        """Height of its middle, in points from the top of the page."""
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        """Height of the line, in points."""
        return self.bottom - self.top

    def followed_by(self, line: TextLine, gap: str) -> TextLine:
        """This line with the text of another one after it, in the box of this one."""
        return self._replace(text=f"{self.text}{gap}{line.text}", words=self.words + line.words)


EMPTY_LINE = TextLine("", 0, 0, 0, 0)


def lines_of(words: Iterable[Word]) -> list[TextLine]:
    """Group words into lines, from top to bottom, words from left to right.

    Words are on one line when they overlap for half the height of the lower one: a raised
    "er", or a character of another font, stays on the line of its word.
    """
    lines: list[TextLine] = []
    for band in _bands(words):
        lines += map(_line, _rows(band)) if len(band) > 1 else [_line_of_one(band[0])]
    lines.sort(key=lambda line: (line.top + line.bottom, line.x0))
    return lines


def _bands(words: Iterable[Word]) -> Iterator[list[Word]]:
    """Words that share no height with those of other bands; most often a band is a line."""
    band: list[Word] = []
    bottom = 0.0
    for word in sorted(words, key=_top):
        if band and word.top >= bottom:
            yield band
            band = []
        if not band or word.bottom > bottom:
            bottom = word.bottom
        band.append(word)
    if band:
        yield band


def _rows(band: list[Word]) -> list[list[Word]]:
    """The words of a band, line by line, the largest word of each first."""
    first = band[0]
    if all(word.top == first.top and word.bottom == first.bottom for word in band):
        return [band]
    rows: list[list[Word]] = []
    for word in sorted(band, key=lambda word: (-word.size, word.top, word.x0)):
        best = max(rows, key=lambda row: _overlap(row[0], word), default=None)
        if best is not None and _overlap(best[0], word) >= 0.5:
            best.append(word)
        else:
            rows.append([word])
    return rows


def labels_first(lines: Sequence[TextLine]) -> list[TextLine]:
    """Put a label centred beside two lines of its value on the first of them."""
    ordered = list(lines)
    at = 0
    while at < len(ordered) - 2:
        above, label, below = ordered[at : at + 3]
        level = above.bottom > label.top and label.bottom > below.top
        if level and min(above.x0, below.x0) > label.x1:
            labelled = label.followed_by(above, "  ")
            first = labelled._replace(top=above.top, x1=above.x1, bottom=above.bottom)
            ordered[at : at + 3] = [first, below]
        at += 1
    return ordered


def paragraphs(lines: Sequence[TextLine]) -> Iterator[list[TextLine]]:
    """Part lines where the white space above one is wider than it usually is."""
    usual, paragraph = _typical_gap(lines), list(lines[:1])
    for above, line in pairwise(lines):
        if line.top - above.bottom > usual + _PARAGRAPH_GAP * line.height:
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _typical_gap(lines: Sequence[TextLine]) -> float:
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


def _line_of_one(word: Word) -> TextLine:
    return TextLine(word.text, word.x0, word.top, word.x1, word.bottom, (word,))


def _line(row: list[Word]) -> TextLine:
    largest = row[0]
    if len(row) == 1:
        return _line_of_one(largest)
    row.sort(key=lambda word: (word.x0, word.x1))
    far = _far_apart(row)
    text = row[0].text
    for left, right in pairwise(row):
        gap = _gap(left, right, far)
        if gap.startswith("  ") and text in BULLETS:
            gap = " "
        text += gap + (_superscript(left, right) if not gap else right.text)
    right_end = max(word.x1 for word in row)
    return TextLine(text, row[0].x0, largest.top, right_end, largest.bottom, tuple(row))


def _far_apart(row: Sequence[Word]) -> float:
    """The gap, in font sizes, from which two words of a line are set apart on purpose.

    A justified line in a narrow column has wide spaces, but all of one width.
    """
    if len(row) < 4:
        return _FAR_APART
    gaps = [(right.x0 - left.x1) / max(left.size, right.size) for left, right in pairwise(row)]
    blanks = sum(word.text.count(" ") for word in row)
    usual = median(gaps + [_USUAL_SPACE] * blanks)
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
