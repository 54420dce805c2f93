"""Compressed parts of a PDF that are broken: engines leave out what they hold, and say nothing.

A page's own operators may be lost so. The drawings of a font's letters are not looked at, which
are two thirds of what there is to unpack: the text says the same without them.
"""

from __future__ import annotations

from collections.abc import Iterator

from postings.errors import DamagedDocument
from postings.patterns import pattern

_BEGIN, _END = b"stream", b"endstream"
_LONGEST_ENTRIES = 1024  # bytes: a stream's dictionary stands before it
_NO_TEXT = pattern(rb"/Image\b|/ICCBased|/Metadata|/Length1\b|/Type1C\b|/CIDFontType0C|/OpenType\b")
_DEFLATED = pattern(rb"/Filter\s*\[?\s*/Fl(?:ateDecode)?\s*[\]/>]")
_MOST = 2**24  # bytes, unpacked: what follows is not looked at


def refuse_broken_streams(data: bytes, cure: str) -> None:
    """Raise `DamagedDocument` if a compressed part that letters depend on does not unpack."""
    if b"/Encrypt" in data:
        return
    import zlib

    for start, end in _streams(data):
        entries = data[max(0, start - _LONGEST_ENTRIES) : start].rpartition(b" obj")[2]
        if _DEFLATED.search(entries) and not _NO_TEXT.search(entries):
            try:
                zlib.decompressobj().decompress(data[start:end].lstrip(b"\r\n"), _MOST)
            except zlib.error as error:
                what = "the PDF is damaged: a part of it cannot be unpacked"
                raise DamagedDocument(what, cure) from error


def _streams(data: bytes) -> Iterator[tuple[int, int]]:
    """Where each stream's bytes begin and end."""
    at = data.find(_BEGIN)
    while at >= 0:
        start = at + len(_BEGIN)
        end = data.find(_END, start)
        end = len(data) if end < 0 else end
        yield start, end
        at = data.find(_BEGIN, end + len(_END))
