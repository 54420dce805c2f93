"""Fold text for matching: one character in, one character out, so offsets never move."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from functools import lru_cache

from postings.patterns import pattern

_APOSTROPHES = "\u2018\u2019\u201a\u201b\u02bc\u02b9\u2032\u00b4`"
_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"
_DASHES = "\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\ufe58\ufe63\uff0d"
_MIDDLE_DOTS = "\u00b7\u2027\u30fb\u22c5\u2219"
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"
_LINE_BREAKS = "\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"

_SPECIAL = {
    **dict.fromkeys(_APOSTROPHES, "'"),
    **dict.fromkeys(_QUOTES, '"'),
    **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys(_MIDDLE_DOTS, "\u00b7"),
    **dict.fromkeys(_INVISIBLE, " "),
    **dict.fromkeys(_LINE_BREAKS, "\n"),
    "\u00ba": "\u00b0",  # nº is n°
    "\u02da": "\u00b0",
    "\u00b5": "\u00b5",
}


def _fold_char(char: str) -> str:
    if char.isspace():
        return " "
    if unicodedata.category(char) == "No":
        return char  # m² is no number, ½ neither
    decomposed = unicodedata.normalize("NFKD", char)
    base = _SPECIAL.get(decomposed[0], decomposed[0].lower())
    return base if len(base) == 1 else char


class _FoldTable(dict[str, str]):
    """What each character folds to, learnt the first time it is met."""

    def __missing__(self, char: str) -> str:
        folded = self[char] = _SPECIAL.get(char) or _fold_char(char)
        return folded


_TABLE = _FoldTable()
# Everything but line ends and the plain characters of lower-cased ASCII.
_UNFOLDED = pattern("[^\n -_a-~]")
_SHORT = 200  # characters: in more, bytes are folded faster than characters are looked for


def _folded(match: re.Match[str]) -> str:
    return _TABLE[match[0]]


@lru_cache(maxsize=1)
def _cp1252_table() -> bytes:
    """What each character of Windows-1252, which has nearly all of a French text, folds to."""
    chars = bytes(range(256)).decode("cp1252", "replace")
    return "".join(map(_TABLE.__getitem__, chars)).encode("cp1252", "replace")


def fold(text: str) -> str:
    """Return `text` in lower case, without accents, with plain spaces, apostrophes and dashes.

    The result has the length of `text`: character i of one is character i of the other.
    """
    lowered = text.lower()
    if len(lowered) != len(text):  # a letter whose small form is two characters
        lowered = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    if len(text) > _SHORT:
        with suppress(UnicodeEncodeError):
            return lowered.encode("cp1252").translate(_cp1252_table()).decode("cp1252")
    return _UNFOLDED.sub(_folded, lowered)
