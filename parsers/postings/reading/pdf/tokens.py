"""The blank-separated pieces of a page's text, and where each begins and ends.

Only the first and the last character of a piece are asked where they stand: a fifth of the
calls that every character would take.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate, compress, count, pairwise
from operator import add, sub
from typing import NamedTuple

from postings.patterns import pattern
from postings.reading.pdf.pdfium_pages import LINE_END_HYPHEN, Page
from postings.reading.pdf.turning import Points, Rectangles

_BLANKS = ("\r", "\n", "\t")
_CLOSED_DIGIT = pattern(r"\d[.,;:)\]»](?!\S)")
_RAISED = 0.12  # of the height of a letter
_LEVEL = 1.0  # points: baselines further apart are two
_NEAR = 7.0  # points: a narrower gap lies between words of a line, whatever their size
_FAR = 9.0  # points: a wider gap may be one between columns
_WIDE = 0.8  # of the height of a letter: and so may one that is wider than this


class Tokens(NamedTuple):
    """Pieces of a page's text, from the index `starts` up to `ends`.

    `heads` are where the first characters begin and `tails` the boxes of the last ones, seen
    along the line.
    """

    starts: list[int]
    ends: list[int]
    heads: Points
    tails: Rectangles


def blank_separated(text: str) -> tuple[list[int], list[int]]:
    """Where the pieces of a text start and end; the hyphen at a line's end ends a piece."""
    for blank in _BLANKS:
        text = text.replace(blank, " ")
    lengths = list(map(len, text.replace(LINE_END_HYPHEN, " ").split(" ")))
    ends = list(map(add, accumulate(lengths), count()))
    starts = list(compress(map(sub, ends, lengths), lengths))
    ends = list(compress(ends, lengths))
    if LINE_END_HYPHEN in text:
        ends = [end + text.startswith(LINE_END_HYPHEN, end) for end in ends]
    return starts, ends


def tokens_along(page: Page, starts: list[int], ends: list[int], angle: int) -> Tokens:
    """The tokens of the page, with their places as they are seen along lines of this angle."""
    tails = page.boxes([end - 1 for end in ends])
    return Tokens(starts, ends, page.origins(starts).along(angle), tails.along(angle))


def runs_of(page: Page, text: str, tokens: Tokens, angle: int) -> list[tuple[int, int]]:
    """Tokens that follow each other on a line without a wide gap: from one up to another.

    A token with raised letters ("1er", "2011¹") is cut into its parts, in `tokens` itself.
    """
    if not tokens.starts:
        return []
    cuts = _cuts(tokens)
    ends_of_runs = [cut - 1 for cut in (*cuts, len(tokens.starts))]
    raised = {number for number in ends_of_runs if _ends_raised(tokens, number)}
    raised.update(_with_closed_digit(text, tokens))
    # From the last to the first, so that the numbers of those to come stay theirs.
    if any([_cut_up(page, tokens, number, angle) for number in sorted(raised, reverse=True)]):
        cuts = _cuts(tokens)
    return list(pairwise([0, *cuts, len(tokens.starts)]))


def _cuts(tokens: Tokens) -> list[int]:
    """The tokens that follow a wide gap, stand on another baseline, or follow a raised letter."""
    (x, y), (_, tops, rights, bottoms) = tokens.heads, tokens.tails
    places = zip(count(1), x[1:], rights, y[1:], y, bottoms, tops)
    return [
        number
        for number, left, right, base, base_before, bottom, top in places
        if (base != base_before or not -_FAR <= left - right <= _NEAR or bottom > base_before)
        and _is_cut(left - right, base - base_before, bottom - base_before, top - bottom)
    ]


def _is_cut(gap: float, step: float, rise: float, height: float) -> bool:
    """Tell whether a token does not go on with the one before.

    `gap` is between the two, `step` between their baselines; `rise` is how far the last letter
    of the one before stands above the baseline, and `height` how high it is.
    """
    if abs(step) >= _LEVEL or abs(gap) >= _FAR:
        return True
    return gap > max(_NEAR, _WIDE * height) or rise > _RAISED * height


def _ends_raised(tokens: Tokens, number: int) -> bool:
    """Tell whether the last letter stands above the baseline, as quotes and dashes may do too."""
    top, bottom = tokens.tails.top[number], tokens.tails.bottom[number]
    return bottom - tokens.heads.y[number] > _RAISED * (top - bottom)


def _with_closed_digit(text: str, tokens: Tokens) -> Iterator[int]:
    """Tokens that end in a digit, perhaps raised, and a full stop or the like."""
    for digit in _CLOSED_DIGIT.finditer(text):
        number = bisect_left(tokens.ends, digit.end())
        inside = number < len(tokens.ends) and tokens.ends[number] == digit.end()
        if inside and digit.start() > tokens.starts[number]:
            yield number


def _cut_up(page: Page, tokens: Tokens, number: int, angle: int) -> bool:
    """Put the parts of a token in its place; tell whether its letters go up or down."""
    start, end = tokens.starts[number], tokens.ends[number]
    points = page.origins(range(start, end)).along(angle)
    steps = enumerate(pairwise(points.y), start=start + 1)
    cuts = [index for index, (before, after) in steps if abs(after - before) > _LEVEL]
    for index in reversed(cuts):
        tokens.starts.insert(number + 1, index)
        tokens.ends.insert(number, index)
        tokens.heads.x.insert(number + 1, points.x[index - start])
        tokens.heads.y.insert(number + 1, points.y[index - start])
        for sides, (side,) in zip(tokens.tails, page.boxes([index - 1]).along(angle), strict=True):
            sides.insert(number, side)
    return bool(cuts)
