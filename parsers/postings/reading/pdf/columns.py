"""Columns told from labels and their values, and read one after the other.

A gutter is a vertical strip that no word crosses over several lines. What it separates are
columns when reading across it would break sentences or when the two sides are not on the
same baselines; labels with their values beside them are neither, and stay on their lines.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from postings.reading.pdf.lines import TextLine, lines_of
from postings.reading.pdf.words import Word

_GUTTER = 10.0  # points: wider than the spaces of any justified text
_STEP = 4.0  # points: words that begin less apart begin at one place
_FEWEST_LINES = 4
_NARROWEST = 0.15  # of the width of the block
_LEVEL = 0.3  # of the height of a line: a label in another size than its value is level with it
_BESIDE = 0.8  # of the height of a line
_MOST_LEVELS = 6  # columns in columns: more is a hostile file


class _Gutter(NamedTuple):
    """A strip at `x` that no word crosses between two heights, and the lines on each side."""

    x: float
    top: float
    bottom: float
    left: list[TextLine]
    right: list[TextLine]

    @property
    def lines(self) -> int:
        """Number of lines on the side that has fewer."""
        return min(len(self.left), len(self.right))


def blocks_of(words: Sequence[Word], level: int = 0) -> Iterator[list[Word]]:
    """Split words into blocks in reading order: above the columns, each column, below them."""
    gutter = _widest_run(words) if level < _MOST_LEVELS else None
    if gutter is None:
        yield list(words)
        return
    beside = [word for word in words if gutter.top <= word.middle <= gutter.bottom]
    parts = (
        [word for word in words if word.middle < gutter.top],
        [word for word in beside if word.x0 < gutter.x],
        [word for word in beside if word.x0 >= gutter.x],
        [word for word in words if word.middle > gutter.bottom],
    )
    for part in filter(None, parts):
        yield from blocks_of(part, level + 1)


def _widest_run(words: Sequence[Word]) -> _Gutter | None:
    """The gutter between columns that has the most lines on both sides."""
    gutters = (gutter for gutter in _gutters(words) if _separates_columns(gutter))
    return max(gutters, key=lambda gutter: gutter.lines, default=None)


def _gutters(words: Sequence[Word]) -> Iterator[_Gutter]:
    if len(words) < 2 * _FEWEST_LINES:
        return
    places = _places(words)
    if not places:
        return
    words = sorted(words, key=lambda word: word.top + word.bottom)
    middles = [word.middle for word in words]
    sides = [(word.x0, word.x1) for word in words]
    seen: set[tuple[int, int, int]] = set()
    for x in filter(partial(_parts_enough, sides), places):
        for top, bottom in _free_runs(words, x):
            first, last = bisect_left(middles, top), bisect_right(middles, bottom)
            if last - first < 2 * _FEWEST_LINES:
                continue
            before = [word for word in words[first:last] if word.x0 < x]
            strip = (first, last, len(before))
            if strip not in seen and _FEWEST_LINES <= len(before) <= last - first - _FEWEST_LINES:
                after = [word for word in words[first:last] if word.x0 >= x]
                yield _Gutter(x, top, bottom, lines_of(before), lines_of(after))
            seen.add(strip)  # met again at another place inside the same gutter


def _places(words: Sequence[Word]) -> list[float]:
    """Where a gutter may be: just before words that begin a line, with words enough on each side.

    Most pages have one column and none.
    """
    begins, ends = sorted(word.x0 for word in words), sorted(word.x1 for word in words)
    margin = _NARROWEST * (ends[-1] - begins[0])
    left = max(begins[0] + margin, ends[_FEWEST_LINES - 1])
    right = min(ends[-1] - margin, begins[-_FEWEST_LINES])
    inside = begins[bisect_left(begins, left) : bisect_right(begins, right)]
    first = {round(x0 / _STEP): x0 for x0 in reversed(inside)}
    return sorted(x0 - _GUTTER / 2 for x0 in first.values())


def _parts_enough(sides: Sequence[tuple[float, float]], x: float) -> bool:
    """Tell whether enough words lie on both sides of `x` without one across it between them.

    `sides` are those of the words from top to bottom.
    """
    before = after = 0
    for x0, x1 in sides:
        if x0 >= x + _GUTTER / 2:
            after += 1
        elif x1 <= x - _GUTTER / 2:
            before += 1
        elif min(before, after) >= _FEWEST_LINES:
            return True
        else:
            before = after = 0
    return min(before, after) >= _FEWEST_LINES


def _free_runs(words: Iterable[Word], x: float) -> Iterator[tuple[float, float]]:
    """The heights between which no word comes within half a gutter of `x`."""
    half = _GUTTER / 2
    crossing = sorted(
        (word.top, word.bottom) for word in words if word.x0 < x + half and word.x1 > x - half
    )
    free_from = float("-inf")
    for top, bottom in crossing:
        if top > free_from:
            yield free_from, top
        free_from = max(free_from, bottom)
    yield free_from, float("inf")


def _separates_columns(gutter: _Gutter) -> bool:
    left, right = gutter.left, gutter.right
    if gutter.lines < _FEWEST_LINES or not _are_wide(left, right):
        return False
    if len(_pairs(left, right, _LEVEL)) < 0.5 * gutter.lines:
        return not _are_labels(left)
    beside = _pairs(left, right, _BESIDE)
    broken = sum(_continues(left, i) or _continues(right, j) for i, j in beside)
    return broken >= max(3, 0.3 * gutter.lines)


def _are_wide(left: Sequence[TextLine], right: Sequence[TextLine]) -> bool:
    """Tell whether both sides have a column's width: bullets and numbers have not."""
    lines = [*left, *right]
    whole = max(line.x1 for line in lines) - min(line.x0 for line in lines)
    widths = (max(ln.x1 for ln in side) - min(ln.x0 for ln in side) for side in (left, right))
    return min(widths) >= _NARROWEST * whole


def _are_labels(lines: Sequence[TextLine]) -> bool:
    return 2 * sum(line.text.rstrip().endswith(":") for line in lines) >= len(lines)


def _pairs(
    left: Sequence[TextLine], right: Sequence[TextLine], apart: float
) -> list[tuple[int, int]]:
    """Indices of each line at left and the nearest at right, if it is near enough.

    `apart` is how far apart their middles may be, as a share of the height of a line.
    """
    middles = [line.middle for line in right]
    pairs = []
    for i, line in enumerate(left):
        after = bisect_left(middles, line.middle)
        around = range(max(0, after - 1), min(len(right), after + 1))
        j = min(around, key=lambda k: abs(middles[k] - line.middle))
        if abs(middles[j] - line.middle) <= apart * line.height:
            pairs.append((i, j))
    return pairs


def _continues(lines: Sequence[TextLine], i: int) -> bool:
    """Tell whether line `i` goes on with the sentence of the line above, which fills its column."""
    if i == 0 or not lines[i].text[:1].islower():
        return False
    above, line = lines[i - 1], lines[i]
    left, right = min(ln.x0 for ln in lines), max(ln.x1 for ln in lines)
    close = line.top - above.bottom < 0.8 * line.height
    return close and above.x1 > left + 0.7 * (right - left)
