"""The characters of a web page: by its mark, as it reads, else as it declares."""

from __future__ import annotations

import codecs
import re

from postings.patterns import pattern
from postings.reading.encoding import decode, has_mark

_HEAD = 4096  # bytes looked at: a page must declare its encoding in the first 1024
_DECLARED = pattern(rb"<meta\b[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.+-]{2,40})", re.I)
_XML_DECLARED = pattern(rb"\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.+-]{2,40})", re.I)
# What decoding guesses as surely as a page declares: pages are often saved in another encoding
# than they declare, and ISO-8859-1 stands for Windows-1252 on the web.
_GUESSED = frozenset({"utf-8", "ascii", "iso8859-1", "cp1252", "iso8859-15", "utf-16", "utf-32"})


def decode_page(data: bytes) -> str:
    """Decode a web page.

    Bytes that read as UTF-8 are; else those of a foreign encoding that the page declares.
    """
    declared = _declared(data[:_HEAD])
    if declared in _GUESSED or has_mark(data) or _is_utf8(data):
        return decode(data)
    try:
        return data.decode(declared, "replace")
    except LookupError:  # base64 and the like are codecs, and no encodings
        return decode(data)


def _declared(head: bytes) -> str:
    """The encoding that a page declares, as Python calls it; `utf-8` if none that is known."""
    found = _DECLARED.search(head) or _XML_DECLARED.match(head)
    try:
        return codecs.lookup(found[1].decode("ascii", "replace") if found else "utf-8").name
    except (LookupError, ValueError):
        return "utf-8"


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
