"""PDFs with a text layer: pages in reading order, lines as laid out."""

from __future__ import annotations

from itertools import accumulate, pairwise

from msgspec.structs import replace

from postings.document import Document, LayoutMode
from postings.errors import PostingsError
from postings.reading.normalization import normalize
from postings.reading.pdf.refusals import refusal, refuse_truncated, refuse_unreadable

MEDIA_TYPE = "application/pdf"


def pdf_document(data: bytes, path: str, sha256: str, mode: LayoutMode = "auto") -> Document:
    """Read the bytes of a PDF; each page of the text ends with a newline.

    Raises `EncryptedDocument`, `DamagedDocument`, `EmptyDocument` or `ImageOnlyDocument`,
    whatever a hostile file makes the engines raise.
    """
    refuse_truncated(data)
    try:
        return _document(data, path, sha256, mode)
    except PostingsError:
        raise
    except Exception as error:
        raise refusal(error) from error


def _document(data: bytes, path: str, sha256: str, mode: LayoutMode) -> Document:
    from postings.reading.pdf.boxes import DocumentWords, PageWords
    from postings.reading.pdf.content import UNKNOWN
    from postings.reading.pdf.page_text import page_text
    from postings.reading.pdf.pages import read_pages
    from postings.reading.pdf.repeats import without_repeats

    pages = read_pages(data, mode)
    contents = without_repeats([page.content for page in pages])
    rows = (page.rows for page in pages)
    written = list(map(page_text, contents, rows))
    texts = [normalize(page.text) + "\n" for page in written]
    text = "".join(texts)
    refuse_unreadable(contents, text)
    bounds = list(accumulate(map(len, texts), initial=0))
    places = zip(pairwise(bounds), contents, written, strict=True)
    return Document(
        text,
        tuple(bounds[:-1]),
        path,
        MEDIA_TYPE,
        sha256,
        unread_pages=tuple(n for n, page in enumerate(contents, 1) if page.is_picture),
        layouts=tuple(
            replace(page.layout, columns=text.columns)
            for page, text in zip(pages, written, strict=True)
        ),
        lost_letters=tuple(page.count(UNKNOWN) for page in texts),
        places=DocumentWords(
            [
                PageWords(number, (content.width, content.height), *ends, page.words)
                for number, (ends, content, page) in enumerate(places, 1)
            ]
        ),
    )
