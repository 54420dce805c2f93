"""Glyphs to words: characters that touch, on one baseline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

DESCENT = 0.2  # of the font's size, below the baseline, as most fonts have it
WORD_GAP = 0.15  # of the font's size: TeX sets spaces as narrow as 0.17 in a tight line
_WIDEST_TRACKING = 0.5  # of the font's size: wider apart, letters are cells of a table
_SAME_BASELINE = 0.12  # of the font's size


class Glyph(NamedTuple):
    """One drawn character, or several when a glyph stands for a ligature."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float


class Stops(NamedTuple):
    """Where the blank-separated parts of a word begin and end along its line, from any zero."""

    begin: Sequence[float] = ()
    end: Sequence[float] = ()


class Word(NamedTuple):
    """Characters that touch, or words of one line that no wide gap sets apart.

    `spaced` tells that a space is written after the last one. The line runs at `angle`,
    `stops` are kept where the text has blanks. The box is that of the font's size around the
    baseline, in points, seen along the line, from the top left corner of the page.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    spaced: bool = False
    angle: int = 0
    stops: Stops = Stops()

    @property
    def middle(self) -> float:
        """Height of its middle, in points from the top of the page."""
        return (self.top + self.bottom) / 2

    def parts(self) -> list[Word]:
        """Its blank-separated parts, each a word, if it has kept where they are; else itself."""
        texts, (begin, end) = self.text.split(" "), self.stops
        if len(texts) != len(begin) or len(texts) < 2:
            return [self]
        shift = self.x0 - begin[0]
        return [
            self._replace(
                text=text,
                x0=left + shift,
                x1=right + shift,
                spaced=True,
                stops=Stops([left], [right]),
            )
            for text, left, right in zip(texts, begin, end, strict=True)
        ]


def joined(parts: Sequence[Word]) -> Word:
    """Parts of a word that follow each other, as one word again."""
    first, last = parts[0], parts[-1]
    begin = [left for part in parts for left in part.stops.begin]
    end = [right for part in parts for right in part.stops.end]
    text = " ".join(part.text for part in parts)
    return first._replace(text=text, x1=last.x1, spaced=last.spaced, stops=Stops(begin, end))


def words_of(glyphs: Iterable[Glyph], angle: int = 0) -> list[Word]:
    """Group glyphs of lines that run at an angle into words, in no order that means anything."""
    words = [word for row in _baselines(glyphs) for word in _words_of_row(row)]
    return [word._replace(angle=angle) for word in words] if angle else words


def _baselines(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs that share a baseline, whatever separates them across the page."""
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.bottom, glyph.x0)):
        if row and glyph.bottom - row[-1].bottom > _SAME_BASELINE * min(glyph.size, row[-1].size):
            yield row
            row = []
        row.append(glyph)
    if row:
        yield row


def _words_of_row(row: list[Glyph]) -> Iterator[Word]:
    row.sort(key=lambda glyph: (glyph.x0, glyph.x1))
    widest = WORD_GAP + _tracking(row)
    group: list[Glyph] = []
    for glyph in row:
        if glyph.text.isspace():
            if group:
                # A raised "er" may stand between "1" and the space on its baseline.
                yield _word(group, spaced=glyph.x0 - group[-1].x1 <= WORD_GAP * glyph.size)
            group = []
            continue
        if group and glyph.x0 - group[-1].x1 > widest * min(glyph.size, group[-1].size):
            yield _word(group)
            group = []
        group.append(glyph)
    if group:
        yield _word(group)


def _tracking(row: Sequence[Glyph]) -> float:
    """The usual gap between letters, in font sizes: 0 but in headings with spaced letters."""
    gaps = [
        (right.x0 - left.x1) / left.size
        for left, right in pairwise(row)
        if not (left.text.isspace() or right.text.isspace())
    ]
    usual = median(gaps) if len(gaps) >= 4 else 0.0
    return usual if 0 < usual <= _WIDEST_TRACKING else 0.0


def _word(glyphs: Sequence[Glyph], *, spaced: bool = False) -> Word:
    return Word(
        "".join(glyph.text for glyph in glyphs),
        glyphs[0].x0,
        min(glyph.top for glyph in glyphs),
        max(glyph.x1 for glyph in glyphs),
        max(glyph.bottom for glyph in glyphs),
        max(glyph.size for glyph in glyphs),
        spaced,
    )
