"""Rich text (.rtf), by way of striprtf."""

from __future__ import annotations

import re

from postings.document import Document
from postings.errors import DamagedDocument
from postings.patterns import pattern
from postings.reading.extra import library
from postings.reading.layout import row
from postings.reading.written import written_document

# A picture is bytes in hexadecimal, which striprtf would go through one by one.
_PICTURE = pattern(r"[0-9a-fA-F]{64,}+(?:\s++[0-9a-fA-F]++(?![^\s}]))*+")
_BULLET = pattern(r"(?m)^[ \t]*[·•▪◦\uf000-\uf0ff][ \t]+")


_CURE = "open it in LibreOffice or Word and save it again"
_FETCH = "fetch it again, or save it again in the program that wrote it"
_ESCAPED = pattern(rb"\\[\\{}]")
# Rich text is plain ASCII, but for what `\bin` announces, and zeros that some programs end with.
_CONTROLS = pattern(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def rtf_document(data: bytes, path: str, sha256: str) -> Document:
    """Make a document of rich text.

    Raises `DamagedDocument`, `EmptyDocument` or `MissingLibrary`.
    """
    _refuse_damaged(data)
    read = library("striprtf.striprtf").rtf_to_text
    source = _PICTURE.sub("", data.decode("cp1252", "replace"))
    try:
        text = read(source, errors="replace")
    except (ValueError, LookupError, IndexError, OverflowError, re.error) as error:
        raise DamagedDocument("the document is damaged", _CURE) from error
    lines = [line for each in text.split("\n") for line in _cells(each)]
    return written_document(
        _BULLET.sub("- ", "\n".join(lines)), path, sha256, media_type="application/rtf"
    )


def _refuse_damaged(data: bytes) -> None:
    """Raise `DamagedDocument` if the end is missing, or bytes are there that no program writes."""
    source = data.rstrip(b"\x00\x1a\r\n\t ")
    if b"\\bin" in source:
        return
    plain = _ESCAPED.sub(b"", source)
    if plain.count(b"{") > plain.count(b"}"):
        raise DamagedDocument("the document is cut short: its end is missing", _FETCH)
    if _CONTROLS.search(source):
        raise DamagedDocument("the document is damaged: a piece of it was overwritten", _FETCH)


def _cells(line: str) -> list[str]:
    """A row of a table ends in a bar, as striprtf writes it."""
    if not line.rstrip().endswith("|"):
        return [line.replace("\t", "   ")]
    return row([[cell.strip()] if cell.strip() else [] for cell in line.split("|")])
