"""A PDF with highlights added, as annotations that viewers show, list and can hide.

PDFium writes the whole file anew. What it writes when it is to add to a file only PDFium reads:
the new table of objects lacks its type (version 5.15 of pypdfium2), and the file doubles.
"""

from __future__ import annotations

import ctypes
import hashlib
import io
import re
from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2_raw as raw  # type: ignore[import-untyped]

from postings.document import Box
from postings.errors import DamagedDocument
from postings.reading.pdf.turning import Points, Rectangle, rectangle_along
from postings_cli.export.highlights import Highlight

_AUTHOR = "postings"
_IDENTIFIERS = re.compile(rb"/ID\s*\[.*<([0-9A-F]{32})>\s*\]", re.DOTALL)


class _Sheet(NamedTuple):
    """The part of a page that is shown, as the file has it, and by how much it is turned."""

    box: Rectangle
    angle: int

    def corners(self, box: Box) -> list[tuple[float, float]]:
        """The corners of a box in the file's coordinates: top left, top right, bottom both."""
        shown = rectangle_along(self.box, self.angle)
        xs = [shown.left + x for x in (box.x0, box.x1, box.x0, box.x1)]
        ys = [shown.top - y for y in (box.top, box.top, box.bottom, box.bottom)]
        points = Points(xs, ys).along(-self.angle % 360)
        return list(zip(points.x, points.y, strict=True))


def annotated(data: bytes, highlights: Iterable[Highlight]) -> bytes:
    """The PDF with the highlights, in their order; the same bytes for the same highlights.

    One that is encrypted stays so, and differs each time. Raises `DamagedDocument` for one that
    PDFium cannot open or write, though another engine has read it.
    """
    try:
        copy = _annotated(data, highlights)
    except pypdfium2.PdfiumError as error:
        raise DamagedDocument(
            "nothing can be added to the PDF", "open it in a PDF viewer and print it to a new PDF"
        ) from error
    return _same_each_time(copy)


def _annotated(data: bytes, highlights: Iterable[Highlight]) -> bytes:
    page_of = attrgetter("page")
    with pypdfium2.PdfDocument(data) as pdf:
        for number, on_page in groupby(sorted(highlights, key=page_of), key=page_of):
            _annotate(pdf[number - 1], on_page)
        written = io.BytesIO()
        pdf.save(written, flags=raw.FPDF_NO_INCREMENTAL)
    return written.getvalue()


def _annotate(page: Any, highlights: Iterable[Highlight]) -> None:
    left, bottom, right, top = page.get_bbox()
    sheet = _Sheet(Rectangle(left, top, right, bottom), page.get_rotation())
    for highlight in highlights:
        annotation = raw.FPDFPage_CreateAnnot(page, raw.FPDF_ANNOT_HIGHLIGHT)
        _place(annotation, [sheet.corners(box) for box in highlight.boxes])
        color = raw.FPDFANNOT_COLORTYPE_Color
        raw.FPDFAnnot_SetColor(annotation, color, *highlight.color, 255)
        raw.FPDFAnnot_SetFlags(annotation, raw.FPDF_ANNOT_FLAG_PRINT)
        _say(annotation, b"T", _AUTHOR)
        _say(annotation, b"Contents", highlight.note)
        raw.FPDFPage_CloseAnnot(annotation)


def _place(annotation: Any, quads: list[list[tuple[float, float]]]) -> None:
    """Put an annotation on some quadrilaterals, and the rectangle around them."""
    for quad in quads:
        sides = raw.FS_QUADPOINTSF(*(side for corner in quad for side in corner))
        raw.FPDFAnnot_AppendAttachmentPoints(annotation, sides)
    xs, ys = zip(*(corner for quad in quads for corner in quad), strict=True)
    raw.FPDFAnnot_SetRect(annotation, raw.FS_RECTF(min(xs), max(ys), max(xs), min(ys)))


def _say(annotation: Any, key: bytes, text: str) -> None:
    units = f"{text}\0".encode("utf-16-le", "replace")
    raw.FPDFAnnot_SetStringValue(
        annotation, key, (ctypes.c_ushort * (len(units) // 2)).from_buffer_copy(units)
    )


def _same_each_time(data: bytes) -> bytes:
    """Put a digest for the last identifier in the trailer, which PDFium draws by lot."""
    found = _IDENTIFIERS.search(data, data.rfind(b"trailer"))
    if not found:
        return data
    lot = found[1]
    digest = hashlib.sha256(data.replace(lot, b"")).hexdigest()
    return data.replace(lot, digest[: len(lot)].upper().encode())
