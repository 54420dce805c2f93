"""Text with positions from PDFium, in as few pieces as the layout needs.

Tokens that follow each other on a baseline make one `Word` of the layout, blanks included; it
keeps where its tokens begin and end, so that the place of any of its words is known without
asking again. What is done for each word is done for all of them at once: with a hundred on a
page, calls would cost more than the work.
"""

from __future__ import annotations

from itertools import compress, repeat
from operator import sub
from typing import NamedTuple

from postings.patterns import pattern
from postings.reading.pdf.content import INVISIBLE
from postings.reading.pdf.pdfium_pages import LINE_END_HYPHEN, Page
from postings.reading.pdf.tokens import Tokens, blank_separated, runs_of, tokens_along
from postings.reading.pdf.turning import Rectangle, rectangle_along
from postings.reading.pdf.words import DESCENT, Stops, Word, joined

_LINE_ENDS = pattern(r" *[\r\n\t]+ *")
_INVISIBLE = dict.fromkeys(map(ord, INVISIBLE))


class Runs(NamedTuple):
    """Tokens of a page in runs: each from one token up to another, its size and its angle."""

    tokens: Tokens
    spans: list[tuple[int, int]]
    sizes: list[float]
    angles: list[int]

    def at(self, angle: int) -> Runs:
        """The runs of lines at an angle."""
        if all(along == angle for along in self.angles):
            return self
        chosen = [along == angle for along in self.angles]
        spans, sizes = list(compress(self.spans, chosen)), list(compress(self.sizes, chosen))
        return Runs(self.tokens, spans, sizes, [angle] * len(spans))

    def pieces(self) -> tuple[list[int], list[int]]:
        """Where their tokens start and end, those that touch together again."""
        starts: list[int] = []
        ends: list[int] = []
        for number in (number for span in self.spans for number in range(*span)):
            if ends and ends[-1] == self.tokens.starts[number]:
                ends.pop()  # seen from another side, letters that follow each other go up
            else:
                starts.append(self.tokens.starts[number])
            ends.append(self.tokens.ends[number])
        return starts, ends


def words_along(page: Page, text: str) -> tuple[list[Word], list[Word]]:
    """The words of level lines, and those of lines that run otherwise.

    `text` is that of the page, made legible.
    """
    runs = _runs(page, text, *blank_separated(text), page.angle)
    level = _words(page, text, runs.at(page.angle), page.angle)
    sideways: list[Word] = []
    for angle in dict.fromkeys(runs.angles):
        if angle != page.angle:
            others = _runs(page, text, *runs.at(angle).pieces(), angle)
            sideways += _words(page, text, others, angle)
    return level, sideways


def _runs(page: Page, text: str, starts: list[int], ends: list[int], angle: int) -> Runs:
    tokens = tokens_along(page, starts, ends, angle)
    spans = runs_of(page, text, tokens, angle)
    return Runs(tokens, spans, *page.settings([tokens.starts[first] for first, _ in spans]))


def _words(page: Page, text: str, runs: Runs, angle: int) -> list[Word]:
    """Each run as a word of the layout, as far as it is on the page."""
    shown = rectangle_along(page.box, angle)
    words = _placed(text, runs, shown, (angle - page.angle) % 360)
    width, height = shown.right - shown.left, shown.top - shown.bottom
    if any(word.x0 < 0 or word.x1 > width or not 0 < word.middle < height for word in words):
        on_page = (word for word in words if 0 <= word.middle <= height)
        words = [seen for word in on_page for seen in _in_sight(word, width)]
    return [word for word in words if word.text]


def _placed(text: str, runs: Runs, shown: Rectangle, turn: int) -> list[Word]:
    """Each run as a word, seen along its line from the corner of the page."""
    tokens, spans, sizes, _ = runs
    (x, y), ends = tokens.heads, tokens.tails.right
    bottoms = [
        shown.top - y[first] + DESCENT * size for (first, _), size in zip(spans, sizes, strict=True)
    ]
    tops = list(map(sub, bottoms, sizes))
    x0 = [x[first] - shown.left for first, _ in spans]
    x1 = [max(x[first], ends[after - 1]) - shown.left for first, after in spans]
    written = _written(text, runs)
    spaced = [text.startswith(" ", tokens.ends[after - 1]) for _, after in spans]
    stops = [Stops(x[first:after], ends[first:after]) for first, after in spans]
    return list(map(Word, written, x0, tops, x1, bottoms, sizes, spaced, repeat(turn), stops))


def _in_sight(word: Word, width: float) -> list[Word]:
    """What of a word is on the page, which is so wide."""
    seen = [part for part in word.parts() if 0 <= (part.x0 + part.x1) / 2 <= width]
    return [joined(seen)] if seen else []


def _written(text: str, runs: Runs) -> list[str]:
    """The text of each run, on one line, without what nobody sees."""
    starts, ends = runs.tokens.starts, runs.tokens.ends
    text = text.replace(LINE_END_HYPHEN, "-")
    written = [text[starts[first] : ends[after - 1]] for first, after in runs.spans]
    if "".join(written).isprintable():
        return written
    return [_LINE_ENDS.sub(" ", each).translate(_INVISIBLE).strip() for each in written]
