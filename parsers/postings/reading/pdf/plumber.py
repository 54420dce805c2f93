"""pdfplumber, and nothing but it: every glyph of a page, at fifty times the price of `pdfium`.

The only module that knows the engine. Warnings and log messages of the engine are
silenced; its exceptions pass, for `refusals` to name.
"""

from __future__ import annotations

import io
import logging
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from postings.patterns import pattern
from postings.reading.pdf.content import INVISIBLE, UNKNOWN, PageContent, Ruling
from postings.reading.pdf.ruled_tables import rows_of
from postings.reading.pdf.words import DESCENT, Glyph, words_of

if TYPE_CHECKING:
    from pdfplumber.page import Page

_LOGGERS = ("pdfminer", "pdfplumber")
_UNMAPPED = pattern(r"\(cid:\d+\)|[\x00-\x08\x0e-\x1f\x7f]")
_THICKEST_RULING = 2.0  # points: a filled rectangle that is thicker is a background


def read_pages(data: bytes, numbers: list[int] | None = None) -> list[PageContent]:
    """Read the pages of a PDF that have these numbers, from 1, or all; the password is empty.

    Raises whatever the engine raises on a file that it cannot read.
    """
    with _silence():
        import pdfplumber

        with pdfplumber.open(io.BytesIO(data), pages=numbers, password="") as pdf:
            return [_read_page(page) for page in pdf.pages]


@contextmanager
def _silence() -> Iterator[None]:
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    levels = [logger.level for logger in loggers]
    try:
        for logger in loggers:
            logger.setLevel(logging.CRITICAL + 1)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


def _read_page(page: Page) -> PageContent:
    # Bold is sometimes faked by drawing a character twice, a fraction of a point apart.
    chars = [char for char in page.dedupe_chars().chars if _is_on_page(char, page)]
    by_angle: dict[int, list[Glyph]] = {0: [], 90: [], 180: [], 270: []}
    for char in chars:
        angle = _angle(char)
        by_angle[angle].append(_turned_glyph(char, angle, page) if angle else _glyph(char))
    rulings = list(_rulings(page))
    content = PageContent(
        words=[
            word for glyphs in _by_cell(page, by_angle[0], rulings) for word in words_of(glyphs)
        ],
        width=float(page.width),
        height=float(page.height),
        sideways=[word for angle in (90, 180, 270) for word in words_of(by_angle[angle], angle)],
        rulings=rulings,
        pictures=len(page.images) + len(page.curves),
    )
    page.close()  # frees what the engine keeps of the page
    return content


def _by_cell(page: Page, glyphs: list[Glyph], rulings: Sequence[Ruling]) -> Iterator[list[Glyph]]:
    """The glyphs of each cell of the ruled tables, so that no word has some of two; the others."""
    cells = (
        [cell for table in page.find_tables() for cell in table.cells] if rows_of(rulings) else []
    )
    for x0, top, x1, bottom in cells:
        inside = [
            glyph
            for glyph in glyphs
            if x0 <= (glyph.x0 + glyph.x1) / 2 < x1
            and top <= (glyph.top + glyph.bottom) / 2 < bottom
        ]
        yield inside
        gone = set(map(id, inside))
        glyphs = [glyph for glyph in glyphs if id(glyph) not in gone]
    yield glyphs


def _is_on_page(char: dict[str, Any], page: Page) -> bool:
    """Tell whether a reader of the page sees the character, and it is not of no width."""
    x = (char["x0"] + char["x1"]) / 2
    y = (char["top"] + char["bottom"]) / 2
    left, top, right, bottom = page.bbox
    return left <= x <= right and top <= y <= bottom and char["text"] not in INVISIBLE


def _angle(char: dict[str, Any]) -> int:
    """How the line of a character runs: 0, 90, 180 or 270 degrees, the nearest."""
    along_x, along_y = char["matrix"][:2]
    if abs(along_x) >= abs(along_y):
        return 0 if along_x >= 0 else 180
    return 90 if along_y > 0 else 270


def _text(char: dict[str, Any]) -> str:
    """The character; `UNKNOWN` where the font does not say which one it is."""
    return _UNMAPPED.sub(UNKNOWN, char["text"])


def _glyph(char: dict[str, Any]) -> Glyph:
    """A glyph in the box of its font size around its baseline.

    The engine's own boxes depend on what each font says of its descent, so that a sign
    borrowed from another font would be half a line lower than its neighbours.
    """
    size = char["size"] or 1.0
    baseline = char["top"] + char["y1"] - char["matrix"][5]
    bottom = baseline + DESCENT * size
    return Glyph(_text(char), char["x0"], bottom - size, char["x1"], bottom, size)


def _turned_glyph(char: dict[str, Any], angle: int, page: Page) -> Glyph:
    """A glyph of a line that is not level, turned so that it runs from left to right."""
    x0, top, x1, bottom = char["x0"], char["top"], char["x1"], char["bottom"]
    width, height = page.width, page.height
    if angle == 180:
        size = max(bottom - top, 1.0)
        return Glyph(_text(char), width - x1, height - bottom, width - x0, height - top, size)
    size = max(x1 - x0, 1.0)
    if angle == 90:
        return Glyph(_text(char), height - bottom, x0, height - top, x1, size)
    return Glyph(_text(char), top, width - x1, bottom, width - x0, size)


def _rulings(page: Page) -> Iterator[Ruling]:
    """Lines, thin rectangles and the drawn sides of others: cells are ruled in all these ways."""
    left, top, right, bottom = page.bbox
    for mark in (*page.lines, *page.rects):
        ruling = Ruling(
            max(mark["x0"], left),
            max(mark["top"], top),
            min(mark["x1"], right),
            min(mark["bottom"], bottom),
        )
        width, height = ruling.x1 - ruling.x0, ruling.bottom - ruling.top
        if min(width, height) < _THICKEST_RULING <= max(width, height):
            yield ruling
        elif mark["object_type"] == "rect" and mark["stroke"]:
            yield from _sides(ruling)


def _sides(box: Ruling) -> tuple[Ruling, ...]:
    return (
        box._replace(x1=box.x0),
        box._replace(x0=box.x1),
        box._replace(bottom=box.top),
        box._replace(top=box.bottom),
    )
