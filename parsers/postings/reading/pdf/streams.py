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
_NO_TEXT = (b"/Image", b"/ICCBased", b"/Metadata")
_FONT = (b"/Length1", b"/Length2", b"/Length3", b"Type1C", b"Type0C", b"/OpenType")
_LENGTH = pattern(rb"/Length (\d{1,9})\b(?! \d+ R)")
_NEAR = 20  # bytes: blanks, and the word itself
_MOST_OF_FONTS = 3 * 2**14  # bytes, packed
_MOST = 2**24  # bytes, unpacked: what follows is not looked at


def refuse_broken_streams(data: bytes, cure: str) -> None:
    """Raise `DamagedDocument` if a compressed part that letters depend on does not unpack."""
    fonts: list[memoryview] = []
    for entries, packed in _deflated(data):
        if any(map(entries.__contains__, _FONT)):
            fonts.append(packed)
        elif not any(map(entries.__contains__, _NO_TEXT)) and _is_broken(packed):
            _refuse(data, cure)
    if sum(map(len, fonts)) <= _MOST_OF_FONTS and any(map(_is_broken, fonts)):
        _refuse(data, cure)


def _is_broken(packed: memoryview) -> bool:
    import zlib

    try:
        zlib.decompressobj().decompress(packed, _MOST)
    except zlib.error:
        return True
    return False


def _refuse(data: bytes, cure: str) -> None:
    if b"/Encrypt" not in data:  # else nothing unpacks before it is deciphered
        raise DamagedDocument("the PDF is damaged: a part of it cannot be unpacked", cure)


def _deflated(data: bytes) -> Iterator[tuple[bytes, memoryview]]:
    """The dictionary and the bytes of each stream that is compressed alone by deflate."""
    whole = memoryview(data)
    at = data.find(_BEGIN)
    while at >= 0:
        start = at + len(_BEGIN)
        start += data.startswith(b"\r", start)
        start += data.startswith(b"\n", start)
        entries = data[data.rfind(b" obj", max(0, at - _LONGEST_ENTRIES), at) : at]
        end = _end(data, start, entries)
        if b"/Fl" in entries and _DEFLATED.search(entries):
            yield entries, whole[start:end]
        at = data.find(_BEGIN, end + len(_END))


def _end(data: bytes, start: int, entries: bytes) -> int:
    """Where a stream ends: as long as it says, if its end stands there, which spares a search."""
    length = _LENGTH.search(entries)
    said = start + int(length[1]) if length else start
    end = data.find(_END, said, said + _NEAR) if length else -1
    end = end if end >= 0 else data.find(_END, start)
    return end if end >= 0 else len(data)
