"""What the readers of written documents end with: their text, normalised, or why there is none."""

from __future__ import annotations

from postings.document import Document
from postings.errors import EmptyDocument
from postings.reading.normalization import normalize


def written_document(text: str, path: str, sha256: str, media_type: str) -> Document:
    """Make a document of the text of a file; raises `EmptyDocument` if there are no words in it."""
    text = normalize(text).strip("\n")
    if not text.strip():
        raise EmptyDocument(
            "the document holds no text (pictures, if it has any, are not read)",
            "export it as PDF and run OCR on it, for instance with ocrmypdf",
        )
    return Document(text, path=path, media_type=media_type, sha256=sha256)
