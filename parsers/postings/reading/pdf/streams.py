"""Compressed parts of a PDF that are broken: engines leave out what they hold, and say nothing.

A page's own operators may be lost so, and all letters of a font. To unpack all fonts of a large
file would take as long as to read it: only those of small files are looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

from postings.errors import DamagedDocument
from postings.patterns import pattern

_BEGIN, _END = b"stream", b"endstream"
_LONGEST_ENTRIES = 1024  # bytes: a stream's dictionary stands before it
_DEFLATED = pattern(rb"/Filter\s*\[?\s*/Fl(?:ateDecode)?\s*[\]/>]")
_NO_TEXT = pattern(rb"/Image\b|/ICCBased|/Metadata")
_FONT = pattern(rb"/Length[123]\b|/(?:CIDFont)?Type[01]+C\b|/OpenType\b")
_MOST_OF_FONTS = 3 * 2**14  # bytes, packed
_MOST = 2**24  # bytes, unpacked: what follows is not looked at


def refuse_broken_streams(data: bytes, cure: str) -> None:
    """Raise `DamagedDocument` if a compressed part that letters depend on does not unpack."""
    if b"/Encrypt" in data:
        return
    fonts: list[bytes] = []
    for entries, packed in _deflated(data):
        if _FONT.search(entries):
            fonts.append(packed)
        elif not _NO_TEXT.search(entries):
            _refuse_broken(packed, cure)
    if sum(map(len, fonts)) <= _MOST_OF_FONTS:
        for packed in fonts:
            _refuse_broken(packed, cure)


def _refuse_broken(packed: bytes, cure: str) -> None:
    import zlib

    try:
        zlib.decompressobj().decompress(packed.lstrip(b"\r\n"), _MOST)
    except zlib.error as error:
        what = "the PDF is damaged: a part of it cannot be unpacked"
        raise DamagedDocument(what, cure) from error


def _deflated(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The dictionary and the bytes of each stream that is compressed alone by deflate."""
    at = data.find(_BEGIN)
    while at >= 0:
        start = at + len(_BEGIN)
        end = data.find(_END, start)
        end = len(data) if end < 0 else end
        entries = data[max(0, at - _LONGEST_ENTRIES) : at].rpartition(b" obj")[2]
        if _DEFLATED.search(entries):
            yield entries, data[start:end]
        at = data.find(_BEGIN, end + len(_END))
