"""Bytes to characters, in the encodings that French postings come in."""

from __future__ import annotations

import codecs

from postings.patterns import pattern
from postings.reading.kinds import binary
from postings.reading.legacy_encoding import decode_legacy

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n\v\f\r\x1a\x1b"})
_MOST_CONTROLS = 0.02  # share of bytes: a text has next to none, random bytes one in nine
_ONLY_UNLIKELY = pattern("[\x00-\x7f\u01c0-\u02af\u0530-\u058f]*")
_UTF8_REPAIR = "postings.windows-1252"


def decode(data: bytes) -> str:
    """Decode a text file: UTF-8, UTF-16 and UTF-32, else a one-byte encoding.

    Raises `UnsupportedFormat` if the bytes are no text: NUL or many control characters.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _without_nul(_decode_marked(data[len(mark) :], encoding))
    if b"\x00" in data:
        return _without_nul(_decode_unmarked_utf16(data))
    if len(data) - len(data.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(data):
        raise binary()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_damaged_utf8(data) or decode_legacy(data)
    return text if _is_likely_utf8(text) else decode_legacy(data)


def has_mark(data: bytes) -> bool:
    """Tell whether bytes begin with the mark of a Unicode encoding."""
    return any(data.startswith(mark) for mark, _ in _BOMS)


def _is_likely_utf8(text: str) -> bool:
    """Tell whether text that is valid UTF-8 is also likely to be meant as such.

    "QUALITÉ" before a no-break space in Windows-1252 is valid, and is a phonetic sign; "l’é"
    in Mac Roman is a letter of Armenian.
    """
    return text.isascii() or _ONLY_UNLIKELY.fullmatch(text) is None


def _decode_marked(data: bytes, encoding: str) -> str:
    return data.decode(encoding, _UTF8_REPAIR if encoding == "utf-8" else "replace")


def _without_nul(text: str) -> str:
    if "\x00" in text:
        raise binary()
    return text


def _decode_unmarked_utf16(data: bytes) -> str:
    """Decode UTF-16 told by its zeros: nearly every character of French has a null high byte."""
    pairs = len(data) // 2
    even, odd = data[0::2].count(0), data[1::2].count(0)
    for encoding, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if high > 0.7 * pairs and not low and len(data) % 2 == 0:
            return _without_controls(data.decode(encoding, "replace"))
    raise binary()


def _without_controls(text: str) -> str:
    """Pairs of bytes that happen to have zeros are no UTF-16: they give control characters."""
    if len(text.translate(dict.fromkeys(_CONTROLS))) < (1 - _MOST_CONTROLS) * len(text):
        raise binary()
    return text


def _decode_damaged_utf8(data: bytes) -> str | None:
    """Decode UTF-8 in which a few bytes are Windows-1252, as pasted pieces are; None if it is not.

    Two letters that happen to form one UTF-8 sequence are rare in a one-byte encoding, so
    sequences that outnumber the wrong bytes two to one tell UTF-8.
    """
    text = data.decode("utf-8", "ignore")
    high_bytes = sum(byte > 0x7F for byte in data)
    valid_bytes = sum(len(char.encode()) for char in text if char > "\x7f")
    wrong_bytes = high_bytes - valid_bytes
    if valid_bytes < 4 * max(1, wrong_bytes):
        return None
    return data.decode("utf-8", _UTF8_REPAIR)


def _repair_with_windows_1252(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    bad = error.object[error.start : error.end]
    return bad.decode("cp1252", "replace"), error.end


codecs.register_error(_UTF8_REPAIR, _repair_with_windows_1252)
