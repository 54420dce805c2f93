"""Pages of a PDF that are pictures: drawn by PDFium, and read by OCR."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from postings.errors import DamagedDocument
from postings.reading.ocr.pictures import Picture, scaled
from postings.reading.ocr.recognition import POINTS, RecognisedPage, recognise

_USUAL = 300.0  # dots per inch, of a page whose pictures do not say
_LOWEST, _HIGHEST = 150.0, 400.0
_WHOLE = 0.5  # of the page's shorter side: a narrower picture is a logo


def recognise_pages(data: bytes, numbers: Sequence[int]) -> Iterator[tuple[int, RecognisedPage]]:
    """Read pages of a PDF by OCR; pages are numbered from 1.

    Raises whatever PDFium raises on a page that it cannot draw.
    """
    from pypdfium2 import PdfDocument

    with PdfDocument(data) as document:
        for number in numbers:
            with suppress(DamagedDocument):  # of one page, that is left unread
                yield number, recognise(_picture(document[number - 1]))


def _picture(page: Any) -> Picture:
    dpi = _resolution(page)
    bitmap = page.render(scale=dpi / POINTS, grayscale=True)
    return scaled(Picture(bitmap.to_pil().convert("L"), dpi))


def _resolution(page: Any) -> float:
    """Dots per inch of the page's scan: drawn at any other, its letters would blur."""
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE  # type: ignore[import-untyped]

    narrowest = _WHOLE * min(page.get_size())
    densities = []
    for image in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE]):
        left, _, right, _ = image.get_bounds()
        if right - left > narrowest:
            densities.append(POINTS * image.get_px_size()[0] / (right - left))
    return min(_HIGHEST, max(_LOWEST, max(densities, default=_USUAL)))
