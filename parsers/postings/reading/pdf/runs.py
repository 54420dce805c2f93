"""Text with positions from PDFium, in as few pieces as the layout needs.

Tokens that follow each other on a baseline make one `Word` of the layout, blanks included; it
keeps where its tokens begin and end, so that the place of any of its words is known without
asking again. What is done for each word is done for all of them at once: with a hundred on a
page, calls would cost more than the work.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat

from postings.patterns import pattern
from postings.reading.pdf.content import INVISIBLE
from postings.reading.pdf.pdfium_pages import LINE_END_HYPHEN, Page
from postings.reading.pdf.tokens import Tokens, blank_separated, runs_of, tokens_along
from postings.reading.pdf.turning import Rectangle, rectangle_along
from postings.reading.pdf.words import DESCENT, Stops, Word

_LINE_ENDS = pattern(r" *[\r\n\t]+ *")
_INVISIBLE = dict.fromkeys(map(ord, INVISIBLE))

Run = tuple[int, int]  # from a token up to another


def words_along(page: Page, text: str) -> tuple[list[Word], list[Word]]:
    """The words of level lines, and those of lines that run otherwise.

    `text` is that of the page, made legible.
    """
    starts, ends = blank_separated(text)
    level, others = _read(page, text, starts, ends, page.angle)
    sideways: list[Word] = []
    for angle, (starts, ends) in others.items():
        sideways += _read(page, text, starts, ends, angle)[0]
    return level, sideways


def _read(
    page: Page, text: str, starts: list[int], ends: list[int], angle: int
) -> tuple[list[Word], dict[int, tuple[list[int], list[int]]]]:
    """The words that run at an angle, and the tokens that run at another than level ones."""
    shown = rectangle_along(page.box, angle)
    tokens = tokens_along(page, starts, ends, angle)
    runs = runs_of(page, text, tokens, angle)
    sizes, angles = page.settings([tokens.starts[first] for first, _ in runs])
    others: dict[int, tuple[list[int], list[int]]] = {}
    if angle == page.angle and any(along != angle for along in angles):
        others = _elsewhere(tokens, runs, angles, angle)
        level = [along == angle for along in angles]
        runs = [run for run, is_level in zip(runs, level, strict=True) if is_level]
        sizes = [size for size, is_level in zip(sizes, level, strict=True) if is_level]
    words = _words(text, tokens, runs, sizes, shown, (angle - page.angle) % 360)
    width, height = shown.right - shown.left, shown.top - shown.bottom
    if any(word.x0 < 0 or word.x1 > width or not 0 < word.middle < height for word in words):
        words = [_in_sight(word, width) for word in words if 0 <= word.middle <= height]
    return [word for word in words if word.text], others


def _in_sight(word: Word, width: float) -> Word:
    """The parts of a word that are on the page, which is so wide."""
    parts = list(zip(word.text.split(" "), *word.stops, strict=False))
    shift = word.x0 - word.stops.begin[0]
    seen = [part for part in parts if 0 <= (part[1] + part[2]) / 2 + shift <= width]
    if len(seen) == len(parts):
        return word
    text, begin, end = zip(*seen, strict=True) if seen else ((), (0.0,), (0.0,))
    ends = begin[0] + shift, end[-1] + shift
    return word._replace(text=" ".join(text), x0=ends[0], x1=ends[1], stops=Stops(begin, end))


def _elsewhere(
    tokens: Tokens, runs: Sequence[Run], angles: Sequence[int], angle: int
) -> dict[int, tuple[list[int], list[int]]]:
    """The starts and the ends of the tokens that run at each other angle."""
    others: dict[int, tuple[list[int], list[int]]] = {}
    for (first, after), along in zip(runs, angles, strict=True):
        if along != angle:
            starts, ends = others.setdefault(along, ([], []))
            starts += tokens.starts[first:after]
            ends += tokens.ends[first:after]
    return others


def _words(
    text: str,
    tokens: Tokens,
    runs: Sequence[Run],
    sizes: Sequence[float],
    shown: Rectangle,
    turn: int,
) -> list[Word]:
    """Each run as a word of the layout, seen along its line from the corner of the page."""
    (x, y), ends = tokens.heads, tokens.tails.right
    bottoms = [
        shown.top - y[first] + DESCENT * size for (first, _), size in zip(runs, sizes, strict=True)
    ]
    tops = [bottom - size for bottom, size in zip(bottoms, sizes, strict=True)]
    x0 = [x[first] - shown.left for first, _ in runs]
    x1 = [max(x[first], ends[after - 1]) - shown.left for first, after in runs]
    written = _written(text, tokens, runs)
    spaced = [text.startswith(" ", tokens.ends[after - 1]) for _, after in runs]
    stops = [Stops(x[first:after], ends[first:after]) for first, after in runs]
    return list(map(Word, written, x0, tops, x1, bottoms, sizes, spaced, repeat(turn), stops))


def _written(text: str, tokens: Tokens, runs: Sequence[Run]) -> list[str]:
    """The text of each run, on one line, without what nobody sees."""
    starts, ends = tokens.starts, tokens.ends
    text = text.replace(LINE_END_HYPHEN, "-")
    written = [text[starts[first] : ends[after - 1]] for first, after in runs]
    if "".join(written).isprintable():
        return written
    return [_LINE_ENDS.sub(" ", each).translate(_INVISIBLE).strip() for each in written]
