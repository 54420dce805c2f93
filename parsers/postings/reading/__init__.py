"""Bytes to documents: a file is recognised by its content, never by its name.

Each format's library is imported only when such a file is read.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from msgspec.structs import replace

from postings.document import Document, LayoutMode
from postings.reading.kinds import is_pdf, refuse_unsupported
from postings.reading.source import printable_path, read_bytes
from postings.reading.text import document_from_text, text_document

__all__ = ["document_from_bytes", "document_from_cell", "document_from_text", "read_document"]


def read_document(path: str | Path, *, layout: LayoutMode = "auto") -> Document:
    """Read a file of plain text or a PDF with a text layer.

    `layout` says how the pages of a PDF are read: `fast`, `full` (every glyph, much slower),
    or full where it earns its cost.

    Raises `UnreadableFile` when the bytes cannot be had, else what `document_from_bytes`
    raises.
    """
    return document_from_bytes(read_bytes(path), printable_path(path), layout=layout)


def document_from_bytes(data: bytes, path: str, *, layout: LayoutMode = "auto") -> Document:
    """Read the bytes of a file or of standard input; `path` only names where they came from.

    Raises `EmptyDocument`, `UnsupportedFormat`, `EncryptedDocument`, `DamagedDocument` or
    `ImageOnlyDocument`, and nothing else.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    if is_pdf(data):
        from postings.reading.pdf import pdf_document

        return pdf_document(data, path, sha256, layout)
    refuse_unsupported(data)
    return text_document(data, path, sha256)


def document_from_cell(text: str, path: str) -> Document:
    """Read the text in a cell of a table; `path` names the table and the cell's row.

    Raises `UnsupportedFormat` if the text is a web page or another kind that is not read.
    """
    data = text.encode("utf-8", "replace")
    refuse_unsupported(data)
    document = document_from_text(text)
    return replace(document, path=path, sha256=hashlib.sha256(data).hexdigest())
