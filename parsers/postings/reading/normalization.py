"""What is changed in a text, once, when it is read; nothing is changed afterwards."""

from __future__ import annotations

import unicodedata

from postings.patterns import pattern

_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_UNWANTED = pattern(f"[{''.join(_LIGATURES)}\ud800-\udfff]")


def normalize(text: str) -> str:
    """Make line ends newlines, ligatures letters, and the text NFC.

    Halves of surrogate pairs, which no file could hold, become U+FFFD. Anything else is
    kept as it is.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii():
        return text
    text = _UNWANTED.sub(lambda match: _LIGATURES.get(match[0], "\ufffd"), text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)
