"""Text that may be shown: documents and file names are written by strangers."""

from __future__ import annotations

import re

# Control characters drive the terminal, and bidirectional overrides make it lie.
_UNSAFE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
)
_ESCAPE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\))")
_BLANKS = re.compile(r"[ \t\n\r\x0b\x0c]+")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_RAW_CONTROLS = re.compile(rb"\x7f|\xc2([\x80-\x9f])")


def one_line(text: str) -> str:
    """Text on one line, without escape sequences, control characters or needless blanks."""
    text = _BLANKS.sub(" ", _ESCAPE.sub("", text))
    # A file name may hold bytes that are no characters, and UTF-8 cannot encode those.
    return _SURROGATES.sub("\ufffd", _UNSAFE.sub("", text)).strip()


def shown(text: str) -> str:
    """A stretch of a line as it stands, blanks and all, but for what drives a terminal."""
    return _SURROGATES.sub("\ufffd", _UNSAFE.sub("", _ESCAPE.sub("", text.replace("\t", "    "))))


def json_on_terminal(data: bytes) -> bytes:
    """Escape the control characters that JSON allows in a string; its value stays the same."""

    def escape(match: re.Match[bytes]) -> bytes:
        return b"\\u00" + (match[1] or b"\x7f").hex().encode()

    return _RAW_CONTROLS.sub(escape, data)
