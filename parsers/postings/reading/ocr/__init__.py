"""Scans: pictures (PNG, JPEG, TIFF), and pages of PDFs that are pictures, read by OCR.

A picture is set upright and level, Tesseract reads its words, and the code that makes lines of
a PDF's words makes lines of them. Nothing of this is imported before a picture is to be read.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from postings.document import Document
from postings.errors import MissingLibrary, WordlessPicture
from postings.reading.ocr.installation import has_library, how_to_read_pictures, missing_part

if TYPE_CHECKING:
    from postings.reading.ocr.recognition import RecognisedPage
    from postings.reading.pdf.content import PageContent

_MORE = 2  # times the letters of a stamp, that is read again with what it is stamped on


def picture_document(
    data: bytes, path: str, sha256: str, form: str, *, ocr: bool = True
) -> Document:
    """Read the bytes of a picture in that format; a TIFF may have several pages.

    Raises `MissingLibrary` where OCR is not installed, `UnsupportedFormat` if the picture is too
    large, `DamagedDocument` if it is, `WordlessPicture` if it is too small for words, none can be
    read in it, or OCR is not wanted.
    """
    _refuse_unread(data, form, ocr)
    from postings.reading.ocr.pictures import pictures_in
    from postings.reading.ocr.recognition import recognise
    from postings.reading.paged import Origin, paged_document

    pages = [recognise(picture) for picture in pictures_in(data)]
    if not any(page.words for page in pages):
        raise WordlessPicture("no words can be read in the picture", how_to_read_pictures())
    contents = [page.content._replace(pictures=1) for page in pages]
    scans = {number: page for number, page in enumerate(pages, 1) if page.words}
    origin = Origin(path, f"image/{form.lower()}", sha256)
    return paged_document(contents, origin, rows=[()] * len(pages), scans=scans)


def _refuse_unread(data: bytes, form: str, ocr: bool) -> None:
    """Raise the error that fits if a picture is not to be read; icons are told without OCR."""
    this = f"this is a picture ({form})"
    if not ocr:
        raise WordlessPicture(this, how_to_read_pictures(wanted=False))
    if has_library():
        from postings.reading.ocr.pictures import refuse_small

        refuse_small(data)
    if missing_part():
        raise MissingLibrary(this, how_to_read_pictures())


def read_scans(data: bytes, pages: Sequence[PageContent]) -> dict[int, RecognisedPage]:
    """Read the pages of a PDF that are pictures, by number from 1, where OCR is installed.

    A page in which no word can be read is left out, or nothing besides the words that it has.
    """
    scanned = (page.is_picture or page.scanned for page in pages)
    numbers = [number for number, scan in enumerate(scanned, 1) if scan]
    if not numbers or missing_part():
        return {}
    from postings.reading.ocr.pdf_pages import recognise_pages

    return {
        number: page
        for number, page in recognise_pages(data, numbers)
        if page.content.letters > _MORE * pages[number - 1].letters
    }
