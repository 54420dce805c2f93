"""Plain text: a string, or the bytes of a text file."""

from __future__ import annotations

from postings.document import Document
from postings.errors import EmptyDocument
from postings.reading.encoding import decode
from postings.reading.normalization import normalize


def document_from_text(text: str) -> Document:
    """Make a document of a string, normalised as a file's text is. An empty one is allowed."""
    return Document(normalize(text))


def text_document(data: bytes, path: str, sha256: str) -> Document:
    """Make a document of the bytes of a text file.

    Raises `EmptyDocument` if there is nothing but white space, `UnsupportedFormat` if the
    bytes are not text.
    """
    if not data:
        raise EmptyDocument("the file is empty (0 bytes)", "fetch or export it again")
    text = normalize(decode(data))
    if not text.strip().strip("\ufeff\u200b \t\n\r\f\v\xa0"):
        raise EmptyDocument("the file holds only white space", "fetch or export it again")
    return Document(text, path=path, sha256=sha256)
