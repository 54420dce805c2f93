"""PDFs with a text layer: pages in reading order, lines as laid out."""

from __future__ import annotations

from itertools import accumulate

from postings.document import Document
from postings.errors import PostingsError
from postings.reading.normalization import normalize
from postings.reading.pdf.refusals import refusal, refuse_truncated, refuse_unreadable

MEDIA_TYPE = "application/pdf"


def pdf_document(data: bytes, path: str, sha256: str) -> Document:
    """Read the bytes of a PDF; each page of the text ends with a newline.

    Raises `EncryptedDocument`, `DamagedDocument`, `EmptyDocument` or `ImageOnlyDocument`.
    """
    refuse_truncated(data)
    pages, unread = _read(data)
    starts = list(accumulate(map(len, pages), initial=0))[:-1]
    return Document("".join(pages), tuple(starts), path, MEDIA_TYPE, sha256, unread)


def _read(data: bytes) -> tuple[list[str], tuple[int, ...]]:
    """The text of each page, and the numbers of those that are only pictures.

    Whatever a hostile file makes the engine raise is a damage.
    """
    from postings.reading.pdf.engine import read_pages
    from postings.reading.pdf.page_text import page_text

    try:
        pages = read_pages(data)
        refuse_unreadable(pages)
        texts = [normalize(page_text(page)) + "\n" for page in pages]
        return texts, tuple(n for n, page in enumerate(pages, 1) if page.is_picture)
    except PostingsError:
        raise
    except Exception as error:
        raise refusal(error) from error
