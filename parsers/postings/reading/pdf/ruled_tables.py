"""Rows of cells between ruled lines: each row is read cell after cell.

Only lines that make a row count: two horizontal ones that both meet the vertical ones
between them. An underlined word, a rule under a heading or a frame makes no row of cells.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from postings.reading.pdf.content import Ruling
from postings.reading.pdf.words import Word, joined

_TOUCH = 3.0  # points: how far apart lines may be drawn and still meet
_LOWEST_ROW = 6.0  # points
_MOST_RULINGS = 2000  # a page with more is a drawing


class Cell(NamedTuple):
    """A cell of a row: its vertical sides, and the words between them."""

    left: float
    right: float
    words: list[Word]


class Row(NamedTuple):
    """A row of a ruled table: its box, and the positions of its vertical lines."""

    top: float
    bottom: float
    borders: tuple[float, ...]

    def holds(self, word: Word) -> bool:
        """Tell whether a word is in the row."""
        middle = (word.x0 + word.x1) / 2
        inside = self.borders[0] <= middle <= self.borders[-1]
        return inside and self.top <= word.middle <= self.bottom

    def cuts(self, words: Iterable[Word]) -> bool:
        """Tell whether one of its vertical lines goes through a word: then it is no table's row."""
        inner = self.borders[1:-1]
        return any(word.x0 < x - 1 and x + 1 < word.x1 for word in words for x in inner)

    def cut_between(self, word: Word) -> list[Word]:
        """A word of several parts cut where a vertical line passes between two of them."""
        inner = [x for x in self.borders[1:-1] if word.x0 < x < word.x1]
        if not inner or not self.top <= word.middle <= self.bottom:
            return [word]
        parts = word.parts()
        columns = groupby(parts, key=lambda part: sum(x <= (part.x0 + part.x1) / 2 for x in inner))
        return [joined(list(column)) for _, column in columns]

    def cells(self, words: Iterable[Word]) -> list[Cell]:
        """The cells from left to right, those with no word left out."""
        cells = [Cell(left, right, []) for left, right in pairwise(self.borders)]
        for word in words:
            middle = (word.x0 + word.x1) / 2
            cells[sum(border <= middle for border in self.borders[1:-1])].words.append(word)
        return [cell for cell in cells if cell.words]


def rows_of(rulings: Sequence[Ruling]) -> list[Row]:
    """The rows of at least two cells that the rulings of a page draw, from top to bottom."""
    if len(rulings) > _MOST_RULINGS:
        return []
    upright = _merged(ruling for ruling in rulings if _is_upright(ruling))
    level = _merged(_turned(ruling) for ruling in rulings if not _is_upright(ruling))
    horizontal = [ruling for ruling in map(_turned, level) if _meets(ruling, upright)]
    rows: list[Row] = []
    for top in horizontal:
        row = _row_below(top, horizontal, upright)
        if row is not None and not any(_same(row, other) for other in rows):
            rows.append(row)
    return sorted(rows)


def _is_upright(ruling: Ruling) -> bool:
    return ruling.bottom - ruling.top > ruling.x1 - ruling.x0


def _turned(ruling: Ruling) -> Ruling:
    return Ruling(ruling.top, ruling.x0, ruling.bottom, ruling.x1)


def _merged(upright: Iterable[Ruling]) -> list[Ruling]:
    """Upright rulings, those that prolong or double each other made one."""
    merged: list[Ruling] = []
    for ruling in sorted(upright, key=lambda ruling: (round(ruling.x0 / _TOUCH), ruling.top)):
        last = merged[-1] if merged else None
        if last and abs(ruling.x0 - last.x0) <= _TOUCH and ruling.top <= last.bottom + _TOUCH:
            merged[-1] = last._replace(bottom=max(last.bottom, ruling.bottom))
        else:
            merged.append(ruling)
    return merged


def _meets(horizontal: Ruling, upright: Iterable[Ruling]) -> bool:
    """Tell whether both ends of a horizontal ruling are on upright ones."""
    near = [
        line.x0 for line in upright if line.top - _TOUCH <= horizontal.top <= line.bottom + _TOUCH
    ]
    ends = (horizontal.x0, horizontal.x1)
    return all(any(abs(end - x) <= _TOUCH for x in near) for end in ends)


def _row_below(top: Ruling, horizontal: Sequence[Ruling], upright: Sequence[Ruling]) -> Row | None:
    """The row between a horizontal ruling and the next one below it that is as long."""
    below = [
        line.top
        for line in horizontal
        if line.top > top.top + _LOWEST_ROW and min(line.x1, top.x1) > max(line.x0, top.x0)
    ]
    if not below:
        return None
    bottom = min(below)
    borders = sorted(
        line.x0
        for line in upright
        if top.x0 - _TOUCH <= line.x0 <= top.x1 + _TOUCH
        and line.top <= top.top + _TOUCH
        and line.bottom >= bottom - _TOUCH
    )
    return Row(top.top, bottom, tuple(borders)) if len(borders) >= 3 else None


def _same(row: Row, other: Row) -> bool:
    """Tell whether two rows overlap for more than the thickness of a line."""
    tall = min(row.bottom, other.bottom) - max(row.top, other.top) > _TOUCH
    wide = min(row.borders[-1], other.borders[-1]) - max(row.borders[0], other.borders[0]) > _TOUCH
    return tall and wide
