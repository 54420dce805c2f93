"""Damages of OCR that cost a value, where what the page says leaves no doubt.

Words are mended before they are text, so that born-digital text never is. No digit is guessed:
the only one written here is that of the first of a month, the one day that is written `er`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from postings.folding import fold
from postings.patterns import pattern
from postings.reading.ocr.tesseract import ReadWord

# `1er` in small raised letters, before a month: 1° 1‘ 1°° 1°' 1% 1* ler fer Ier
_FIRST = pattern(r"(?:[1lI|]|f(?=er))(?:er|[°º*%'‘’\"”^]{1,3})")
_MONTH = pattern(
    r"(?:janv(?:ier)?|fevr(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout|sept(?:embre)?"
    r"|oct(?:obre)?|nov(?:embre)?|dec(?:embre)?)\b"
)
_SHORT_OF_DOTS = pattern(r"([A-Z])\.?([A-Z])\.?([A-Z])\.(?=\W*$)")


def mended(words: Sequence[ReadWord]) -> list[ReadWord]:
    """The words of a page in the engine's order, known damages mended."""
    return [
        word._replace(text=_mended(word.text, after.text if after else ""))
        for word, after in zip_longest(words, words[1:])
    ]


def _mended(text: str, after: str) -> str:
    if text[-1:] == "£":  # no French posting pays in pounds
        return text[:-1] + "€"
    if _FIRST.fullmatch(text) and _MONTH.match(fold(after)):
        return "1er"
    if "." in text[1:-1]:
        return _dotted(text)
    return text


def _dotted(text: str) -> str:
    """Three initials with a dot each, where one dot was not seen: `A.PS.` is `A.P.S.`."""
    match = _SHORT_OF_DOTS.match(text)
    return text if match is None else ".".join(match.groups()) + "." + text[match.end() :]
