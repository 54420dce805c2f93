"""Each page read the fast way, or the full way where that is asked or earns its cost.

Fast is PDFium's text in runs: a few milliseconds a page. Full is pdfplumber's glyphs: a tenth
of a second. Both give the same kind of content, and the same code makes lines of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from postings.document import LayoutMode, PageLayout
from postings.reading.pdf.content import PageContent
from postings.reading.pdf.lines import BULLETS
from postings.reading.pdf.ruled_tables import Row, rows_of

if TYPE_CHECKING:
    from postings.reading.pdf.pdfium_pages import Page
    from postings.reading.pdf.words import Word

_BESIDE = 0.6  # of the size of letters: baselines no further apart may be of one row
_STAMP = 300  # characters: what a prefecture stamps on a page that it is sent; a page has more
_x0 = attrgetter("x0")
_MANY_OBJECTS = 400  # a page with more is drawn letter by letter, or is a drawing
_FEW_ROWS = 3  # with fewer, no table is looked for among so many objects
_STEP = 4.0  # points: words that begin less apart begin at one place

_PLAIN = PageLayout(mode="fast", reason="no ruled table")
_WHOLE_CELLS = PageLayout(mode="fast", reason="a ruled table, each text within one cell")
_CROSSED = "a ruled table, a word across its rules"
_UNREAD = PageLayout(mode="full", reason="PDFium cannot read the page")
_ASKED = PageLayout(mode="full", reason="asked for")


class ReadPage(NamedTuple):
    """A page's content, the rows of its ruled tables, and how it was read."""

    content: PageContent
    rows: Sequence[Row]
    layout: PageLayout


def read_pages(data: bytes, mode: LayoutMode) -> list[ReadPage]:
    """Read the pages of a PDF, opened with the empty password.

    Raises `PdfiumError`, or whatever pdfplumber raises.
    """
    if mode == "full":
        return [_full_page(content, _ASKED) for content in _glyphs_of_pages(data, None)]
    from postings.reading.pdf.pdfium_pages import opened

    with opened(data) as opened_pages:
        pages = [_fast_page(page, mode) for page in opened_pages]
    wanted = [number for number, page in enumerate(pages) if page.layout.mode == "full"]
    contents = _glyphs_of_pages(data, [number + 1 for number in wanted]) if wanted else []
    for number, content in zip(wanted, contents, strict=True):
        pages[number] = _full_page(content, pages[number].layout)
    return pages


def _glyphs_of_pages(data: bytes, numbers: list[int] | None) -> list[PageContent]:
    from postings.reading.pdf import plumber

    return plumber.read_pages(data, numbers)


def _full_page(content: PageContent, layout: PageLayout) -> ReadPage:
    from postings.reading.pdf.mending import mended

    content = content._replace(words=mended(content.words))
    return ReadPage(content, rows_of(content.rulings), layout)


def _fast_page(page: Page | None, mode: LayoutMode) -> ReadPage:
    """A page by PDFium; where its layout is to be full, what is here stands for it."""
    if page is None:
        return ReadPage(PageContent((), 0, 0), (), _UNREAD)
    content = _content(page)
    rows = rows_of(content.rulings) if content.rulings else []
    if not rows:
        return ReadPage(content, rows, _PLAIN)
    for row in rows:
        words = [part for word in content.words for part in row.cut_between(word)]
        content = content._replace(words=words)
    if not any(row.cuts(filter(row.holds, content.words)) for row in rows):
        return ReadPage(content, rows, _WHOLE_CELLS)
    layout = PageLayout(mode="full" if mode == "auto" else "fast", reason=_CROSSED)
    return ReadPage(content, rows, layout)


def _content(page: Page) -> PageContent:
    from postings.reading.pdf.drawings import count_pictures, is_scan, rulings_of
    from postings.reading.pdf.mending import legible, mended
    from postings.reading.pdf.runs import words_along

    level, sideways = map(mended, words_along(page, legible(page)))
    if not level and not sideways:
        return PageContent((), *page.size, pictures=count_pictures(page))
    rulings = rulings_of(page) if _may_hold_a_table(level, page.count_objects()) else []
    content = PageContent(level, *page.size, sideways, rulings)
    return content._replace(scanned=content.letters < _STAMP and is_scan(page))


def _may_hold_a_table(words: Sequence[Word], objects: int) -> bool:
    """Tell whether words stand side by side: in a table of rows they do.

    Among so many objects that a search is slow, tell whether they begin at one place besides,
    and are more than bullets with their texts.
    """
    lowest_first = sorted(words, key=attrgetter("bottom", "x0", "size"))
    beside = [
        (one, other)
        for one, other in pairwise(lowest_first)
        if other.bottom - one.bottom < _BESIDE * other.size
    ]
    if objects <= _MANY_OBJECTS or not beside:
        return bool(beside)
    cells = (max(pair, key=_x0) for pair in beside if min(pair, key=_x0).text not in BULLETS)
    return max(Counter(round(_x0(cell) / _STEP) for cell in cells).values(), default=0) >= _FEW_ROWS
