"""Bytes to documents: a file is recognised by its content, never by its name.

Each format's library is imported only when such a file is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec.structs import replace

from postings.document import Document, LayoutMode
from postings.errors import PostingsError, WordlessPicture
from postings.reading.digest import sha256_of
from postings.reading.formats import reader_of
from postings.reading.kinds import is_html, is_rtf, refuse_unsupported
from postings.reading.parts import part_bytes, paths_in
from postings.reading.source import printable_path
from postings.reading.text import document_from_text

__all__ = [
    "document_from_bytes",
    "document_from_cell",
    "document_from_text",
    "paths_in",
    "read_document",
    "read_documents",
]


def read_document(
    path: str | Path, *, layout: LayoutMode = "auto", ocr: bool = True, found: bool = False
) -> Document:
    """Read one document: a file, or a file in an archive or a mail (`offres.zip/juriste.pdf`).

    `layout` says how the pages of a PDF are read: `fast`, `full` (every glyph, much slower),
    or full where it earns its cost. With `ocr` false, pictures are not read, nor pages of PDFs
    that are pictures. `found` says that nobody named the file: in a directory, an archive or a
    mail a picture with hardly a word is a logo.

    Raises `UnreadableFile` when the bytes cannot be had, `WordlessPicture` for a logo, else what
    `document_from_bytes` raises.
    """
    data = part_bytes(path)
    document = document_from_bytes(data, printable_path(path), layout=layout, ocr=ocr)
    if found:
        from postings.reading.logos import refuse_logo

        refuse_logo(document)
    return document


def read_documents(
    path: str | Path,
    refused: Callable[[str, PostingsError], None] | None = None,
    *,
    layout: LayoutMode = "auto",
    ocr: bool = True,
) -> Iterator[Document]:
    """Read every document of a file: those of an archive, a mail and the files attached to it.

    One that cannot be read is told to `refused`, with its path, and the others go on; without
    `refused` its error is raised. Pictures with hardly a word, as logos are, are passed over.
    """
    for each in paths_in(str(path)):
        found = each != str(path)
        try:
            document = read_document(each, layout=layout, ocr=ocr, found=found)
        except PostingsError as error:
            if found and isinstance(error, WordlessPicture):
                continue
            if refused is None:
                raise
            refused(printable_path(each), error)
        else:
            yield document


def document_from_bytes(
    data: bytes, path: str, *, layout: LayoutMode = "auto", ocr: bool = True
) -> Document:
    """Read the bytes of a file or of standard input; `path` only names where they came from.

    Raises `EmptyDocument`, `UnsupportedFormat`, `EncryptedDocument`, `DamagedDocument`,
    `ImageOnlyDocument` or `MissingLibrary`, and nothing else.
    """
    return reader_of(data, layout, ocr=ocr)(data, path, sha256_of(data))


def document_from_cell(text: str, path: str) -> Document:
    """Read the text in a cell of a table, which may be HTML or RTF; `path` names the cell's row.

    Raises `UnsupportedFormat` if the text is of another kind that is not read.
    """
    data = text.encode("utf-8", "replace")
    sha256 = sha256_of(data)
    if is_html(data):  # decoded already, whatever encoding the page declares
        from postings.reading.html import page_document

        return page_document(text, path, sha256)
    if is_rtf(data):
        return reader_of(data)(data, path, sha256)
    refuse_unsupported(data)
    return replace(document_from_text(text), path=path, sha256=sha256)
