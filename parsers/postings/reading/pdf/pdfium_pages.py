"""The pages of a PDF that PDFium has open, and their characters, many at a time."""

from __future__ import annotations

from array import array
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from enum import IntEnum
from itertools import repeat
from math import hypot
from operator import mul

from postings.reading.pdf import pdfium
from postings.reading.pdf.turning import Points, Rectangle, Rectangles, rectangle_along

LINE_END_HYPHEN = "\ufffe"  # what PDFium says of a hyphen that ends a line
_HYPHEN = "\x02"  # the same, character by character


class Fault(IntEnum):
    """Why PDFium opened nothing: its error codes."""

    UNKNOWN = 1
    FILE = 2
    FORMAT = 3
    PASSWORD = 4
    SECURITY = 5
    PAGE = 6


class PdfiumError(Exception):
    """PDFium could not open the file."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.name)
        self.fault = fault


class Page:
    """A page that is open. Characters are named by their index in `text`."""

    def __init__(self, page: int, text: int) -> None:
        self._page = page
        self._text = text
        edges = array("f", (0, 0, 0, 0))
        pdfium.page_box(page, edges.buffer_info()[0])
        self.box = Rectangle(*edges)
        self.angle = 90 * pdfium.page_rotation(page)  # of lines that are level as it is shown
        self.text = _read_text(text)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as the page is shown."""
        shown = rectangle_along(self.box, self.angle)
        return shown.right - shown.left, shown.top - shown.bottom

    def boxes(self, indices: Sequence[int]) -> Rectangles:
        """The boxes of characters: as wide as they advance, most often as high as their font."""
        size = 16 * len(indices)
        edges = array("f", bytes(size))
        at = edges.buffer_info()[0]
        list(map(pdfium.char_box, repeat(self._text), indices, range(at, at + size, 16)))
        return Rectangles(edges[0::4], edges[1::4], edges[2::4], edges[3::4])

    def origins(self, indices: Sequence[int]) -> Points:
        """Where characters begin, on their baseline."""
        size = 16 * len(indices)
        points = array("d", bytes(size))
        at = points.buffer_info()[0]
        xs, ys = range(at, at + size, 16), range(at + 8, at + 8 + size, 16)
        list(map(pdfium.char_origin, repeat(self._text), indices, xs, ys))
        return Points(points[0::2], points[1::2])

    def settings(self, indices: Sequence[int]) -> tuple[list[float], list[int]]:
        """The sizes of characters in points, and the angles at which their lines run.

        An angle is 0, 90, 180 or 270 degrees, counterclockwise, the nearest to the true one.
        """
        size = 24 * len(indices)
        matrices = array("f", bytes(size))
        at = matrices.buffer_info()[0]
        list(map(pdfium.char_matrix, repeat(self._text), indices, range(at, at + size, 24)))
        sizes = map(pdfium.char_font_size, repeat(self._text), indices)
        a, b, c, d = (matrices[i::6] for i in range(4))
        return list(map(mul, sizes, map(hypot, c, d))), list(map(_angle, a, b))

    def unmapped(self) -> list[int]:
        """The characters of which the font does not say which letters they are."""
        flags = map(pdfium.is_unmapped, repeat(self._text), range(len(self.text)))
        return [index for index, flag in enumerate(flags) if flag > 0]

    def count_objects(self) -> int:
        """How many things are drawn on the page."""
        return int(pdfium.count_objects(self._page))

    def objects(self) -> list[int]:
        """What is drawn on the page, text too: PDFium's handles."""
        return list(map(pdfium.page_object, repeat(self._page), range(self.count_objects())))


def _angle(a: float, b: float) -> int:
    """The angle of a line by the direction in which it runs."""
    if abs(b) > abs(a):
        return 90 if b > 0 else 270
    return 0 if a >= 0 else 180


def _read_text(text: int) -> str:
    """The characters of a page, one for each of PDFium's."""
    count = max(0, pdfium.count_chars(text))
    units = array("H", bytes(2 * count + 2))
    written = pdfium.get_text(text, 0, count, units.buffer_info()[0])
    read = units.tobytes()[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")
    if len(read) == count:
        return read
    # Some have no letter, and PDFium leaves those out.
    each = "".join(map(chr, map(pdfium.char_unicode, repeat(text), range(count))))
    return each.replace(_HYPHEN, LINE_END_HYPHEN)


@contextmanager
def opened(data: bytes) -> Iterator[Iterator[Page | None]]:
    """Open a PDF, with the empty password, and go through its pages; None is one that fails.

    Raises `PdfiumError`. A page is closed when the next one is asked for.
    """
    document = pdfium.load_document(data, len(data), None)
    if not document:
        code = pdfium.last_error()
        raise PdfiumError(Fault(code) if code in set(Fault) else Fault.UNKNOWN)
    pages = _pages(document)
    try:
        yield pages
    finally:
        pages.close()  # an open page must not outlive its document
        pdfium.close_document(document)


def _pages(document: int) -> Generator[Page | None]:
    for number in range(pdfium.page_count(document)):
        page = pdfium.load_page(document, number)
        text = pdfium.load_text(page) if page else None
        try:
            yield Page(page, text) if text else None
        finally:
            if text:
                pdfium.close_text(text)
            if page:
                pdfium.close_page(page)
