"""Damages of OCR that cost a value, where what the page says leaves no doubt.

Words are mended before they are text, so that born-digital text never is. No digit is guessed:
the only one written here is that of the first, of a month or a class: `1er`, `1re`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from postings.folding import fold
from postings.patterns import pattern
from postings.reading.ocr.labels import as_acronym, as_broken_label, as_label
from postings.reading.ocr.tesseract import ReadWord

# `1er` in small raised letters, before a month: 1° 1‘ 1°° 1°' 1% 1* ler fer Ier
_FIRST = pattern(r"(?:[1lI|]|f(?=er))(?:er|[°º*%'‘’\"”^]{1,3})")
_MONTH = pattern(
    r"(?:janv(?:ier)?|fevr(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout|sept(?:embre)?"
    r"|oct(?:obre)?|nov(?:embre)?|dec(?:embre)?)\b"
)
# No other number ends so, and none of these is a word: lre tre Ière, in `1re et 2e classe`.
_FIRST_CLASS = pattern(r"[lI|!it]([eèéê]?re)")
_CLASS = pattern(r"(?:classe|ou|et|annee)\b|cl\.")
_SHORT_OF_DOTS = pattern(r"([A-Z])\.?([A-Z])\.?([A-Z])\.(?=\W*$)")
_BRACES = str.maketrans("{}", "()")  # no posting has braces
_GAP = 1.0  # times the height of a line: halves of a word are no farther apart


def mended(words: Sequence[ReadWord]) -> list[ReadWord]:
    """The words of a page in the engine's order, known damages mended."""
    whole = list(_joined(words))
    return [
        word._replace(text=_mended(word.text.translate(_BRACES), after.text if after else ""))
        for word, after in zip_longest(whole, whole[1:])
    ]


def _joined(words: Sequence[ReadWord]) -> Iterator[ReadWord]:
    """The words, those that are halves of a label made one."""
    first: ReadWord | None = None
    for second in words:
        if first is None:
            first = second
        elif label := _are_neighbours(first, second) and as_broken_label(first.text, second.text):
            yield first._replace(
                text=label, confidence=min(first.confidence, second.confidence), x1=second.x1
            )
            first = None
        else:
            yield first
            first = second
    if first is not None:
        yield first


def _are_neighbours(first: ReadWord, second: ReadWord) -> bool:
    gap = _GAP * (first.bottom - first.top)
    return first.top == second.top and 0 <= second.x0 - first.x1 < gap


def _mended(text: str, after: str) -> str:
    if text[-1:] == "£":  # no French posting pays in pounds
        return text[:-1] + "€"
    if _FIRST.fullmatch(text) and _MONTH.match(fold(after)):
        return "1er"
    if (first := _FIRST_CLASS.fullmatch(text)) and _CLASS.match(fold(after)):
        return "1" + first[1]
    return _dotted(text) if "." in text[1:-1] else as_acronym(as_label(text))


def _dotted(text: str) -> str:
    """Three initials with a dot each, where one dot was not seen: `A.PS.` is `A.P.S.`."""
    match = _SHORT_OF_DOTS.match(text)
    return text if match is None else ".".join(match.groups()) + "." + text[match.end() :]
