"""pdfplumber, and nothing but it: every glyph of a page, at fifty times the price of `pdfium`.

The only module that knows the engine. Warnings and log messages of the engine are
silenced; its exceptions pass, for `refusals` to name.
"""

from __future__ import annotations

import io
import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from postings.patterns import pattern
from postings.reading.pdf.content import INVISIBLE, UNKNOWN, PageContent, Ruling
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
    by_angle: dict[int, list[Glyph]] = {0: [], 90: [], 270: []}
    for char in chars:
        angle = _angle(char)
        by_angle[angle].append(_turned_glyph(char, angle, page) if angle else _glyph(char))
    content = PageContent(
        words=words_of(by_angle[0]),
        width=float(page.width),
        height=float(page.height),
        sideways=[*words_of(by_angle[90], 90), *words_of(by_angle[270], 270)],
        rulings=tuple(_rulings(page)),
        pictures=len(page.images) + len(page.curves),
    )
    page.close()  # frees what the engine keeps of the page
    return content


def _is_on_page(char: dict[str, Any], page: Page) -> bool:
    """Tell whether a reader of the page sees the character, and it is not of no width."""
    x = (char["x0"] + char["x1"]) / 2
    y = (char["top"] + char["bottom"]) / 2
    left, top, right, bottom = page.bbox
    return left <= x <= right and top <= y <= bottom and char["text"] not in INVISIBLE


def _angle(char: dict[str, Any]) -> int:
    """0 for a character of a line that is more level than upright, else 90 or 270 degrees."""
    along_x, along_y = char["matrix"][:2]
    if abs(along_x) >= abs(along_y):
        return 0
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
    """A glyph of vertical text, turned so that its line runs from left to right."""
    x0, top, x1, bottom = char["x0"], char["top"], char["x1"], char["bottom"]
    size = max(x1 - x0, 1.0)
    if angle == 90:
        return Glyph(_text(char), page.height - bottom, x0, page.height - top, x1, size)
    return Glyph(_text(char), top, page.width - x1, bottom, page.width - x0, size)


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
