"""Read French job postings with rules, and say where each value was read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from postings.errors import PostingsError

if TYPE_CHECKING:
    from postings.document import Document, LayoutMode
    from postings.posting import Posting

__version__ = "0.1.0"
__all__ = [
    "PostingsError",
    "__version__",
    "json_schema",
    "parse",
    "parse_document",
    "parse_file",
    "read_document",
    "read_documents",
    "to_json",
]


def read_document(path: str | Path, *, layout: LayoutMode = "auto", ocr: bool = True) -> Document:
    """Read a file into a `Document`; its kind is told by its content.

    `layout` says how the pages of a PDF are read: `fast`, `full`, or what each page needs.
    With `ocr` false, pictures are not read, nor pages that are pictures.
    Raises a subclass of `PostingsError` that says what is wrong and what to do.
    """
    from postings.reading import read_document as read

    return read(path, layout=layout, ocr=ocr)


def read_documents(
    path: str | Path,
    refused: Callable[[str, PostingsError], None] | None = None,
    *,
    layout: LayoutMode = "auto",
    ocr: bool = True,
) -> Iterator[Document]:
    """Read every document of a file: those of an archive, a mail and the files attached to it.

    One that cannot be read is told to `refused`, with its path, and the others go on; without
    `refused` its error is raised. `layout` and `ocr` are those of `read_document`.
    """
    from postings.reading import read_documents as read

    return read(path, refused, layout=layout, ocr=ocr)


def parse_document(document: Document, *, as_of: date | None = None) -> Posting:
    """Read the posting that a document holds; `as_of` stands for today."""
    from postings.parsing import parse_document as run

    return run(document, as_of=as_of)


def parse(text: str, *, as_of: date | None = None) -> Posting:
    """Read a posting from its text."""
    from postings.reading.text import document_from_text

    return parse_document(document_from_text(text), as_of=as_of)


def parse_file(path: str | Path, *, as_of: date | None = None) -> Posting:
    """Read the posting in a file; raises a subclass of `PostingsError` if it cannot be read."""
    return parse_document(read_document(path), as_of=as_of)


def to_json(posting: Posting) -> bytes:
    """Encode a posting as the object of the JSON contract, on one line."""
    from postings.posting import to_json as encode

    return encode(posting)


def json_schema() -> dict[str, object]:
    """The JSON Schema of what `to_json` writes."""
    from postings.posting import json_schema as schema

    return schema()
