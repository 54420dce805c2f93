"""Pages to a document: what is written on each, in one text, and where each word stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from postings.document import Document, PageLayout
from postings.reading.normalization import normalize
from postings.reading.pdf.boxes import DocumentWords, PageWords
from postings.reading.pdf.content import UNKNOWN, PageContent
from postings.reading.pdf.other_offers import without_other_offers
from postings.reading.pdf.page_text import page_text
from postings.reading.pdf.repeats import without_repeats

if TYPE_CHECKING:
    from postings.reading.ocr.recognition import RecognisedPage
    from postings.reading.pdf.ruled_tables import Row


class Origin(NamedTuple):
    """Where a document came from."""

    path: str
    media_type: str
    sha256: str


def paged_document(
    pages: Sequence[PageContent],
    origin: Origin,
    *,
    rows: Sequence[Sequence[Row]],
    layouts: Sequence[PageLayout] = (),
    scans: Mapping[int, RecognisedPage],
) -> Document:
    """Write the words of pages into a document; each page of its text ends with a newline.

    `rows` are those of the tables of each page; `scans` those pages that were read by OCR, by
    number from 1, and stand for what is in `pages`.
    """
    read = [scans[n].content if n in scans else page for n, page in enumerate(pages, 1)]
    contents = without_other_offers(without_repeats(read))
    written = list(map(page_text, contents, rows))
    texts = [normalize(page.text) + "\n" for page in written]
    bounds = list(accumulate(map(len, texts), initial=0))
    places = [
        PageWords(number, (content.width, content.height), *ends, page.words, scans.get(number))
        for number, (ends, content, page) in enumerate(
            zip(pairwise(bounds), contents, written, strict=True), 1
        )
    ]
    text = "".join(texts)
    return Document(
        text,
        tuple(bounds[:-1]),
        *origin,
        unread_pages=tuple(n for n, page in enumerate(contents, 1) if page.is_picture),
        layouts=tuple(
            replace(layout, columns=page.columns)
            for layout, page in zip(layouts, written, strict=False)  # a picture has no layout
        ),
        lost_letters=tuple(page.count(UNKNOWN) for page in texts),
        places=DocumentWords(places),
        recognised=tuple(scan.certainty(places[n - 1], text) for n, scan in scans.items()),
    )
