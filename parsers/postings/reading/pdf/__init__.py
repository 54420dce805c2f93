"""PDFs: pages in reading order, lines as laid out; pages that are pictures by OCR."""

from __future__ import annotations

from postings.document import Document, LayoutMode
from postings.errors import PostingsError
from postings.reading.pdf.refusals import (
    refusal,
    refuse_broken,
    refuse_truncated,
    refuse_unreadable,
)

MEDIA_TYPE = "application/pdf"


def pdf_document(
    data: bytes, path: str, sha256: str, mode: LayoutMode = "auto", *, ocr: bool = True
) -> Document:
    """Read the bytes of a PDF; each page of the text ends with a newline.

    Raises `EncryptedDocument`, `DamagedDocument`, `EmptyDocument` or `ImageOnlyDocument`,
    whatever a hostile file makes the engines raise.
    """
    refuse_truncated(data)
    refuse_broken(data)
    try:
        return _document(data, path, sha256, mode, ocr)
    except PostingsError:
        raise
    except Exception as error:
        raise refusal(error) from error


def _document(data: bytes, path: str, sha256: str, mode: LayoutMode, ocr: bool) -> Document:
    from postings.reading.ocr import read_scans
    from postings.reading.paged import Origin, paged_document
    from postings.reading.pdf.pages import read_pages

    pages = read_pages(data, mode)
    scans = read_scans(data, [page.content for page in pages]) if ocr else {}
    document = paged_document(
        [page.content for page in pages],
        Origin(path, MEDIA_TYPE, sha256),
        rows=[page.rows for page in pages],
        layouts=[page.layout for page in pages],
        scans=scans,
    )
    refuse_unreadable(pages, document.text, ocr=ocr)
    return document
