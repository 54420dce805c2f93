"""The figures of a poor page are read twice: those that differ the second time are not sure.

The engine is sure of many a wrong digit, but not of the same one on a page that is a little
softer. Of figures on scans in black and white at 150 dpi this tells nine wrong ones in ten and
one right one in fourteen; a limit of confidence that tells as many would cost one in four.
"""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image, ImageFilter

from postings.reading.ocr.tesseract import ReadWord

_SOFT = ImageFilter.GaussianBlur(1)
_UNSURE = 0.0  # of a word that was read otherwise the second time
_IN_COMMON = 0.3  # of the smaller one of two boxes


def softened(image: Image.Image) -> Image.Image:
    """The page for the second reading."""
    return image.filter(_SOFT)


def confirmed(words: Sequence[ReadWord], again: Sequence[ReadWord]) -> list[ReadWord]:
    """The words of the first reading; those whose digits the second one lacks are not sure."""
    return [
        word
        if not _digits([word]) or _is_confirmed(word, words, again)
        else word._replace(confidence=_UNSURE)
        for word in words
    ]


def _is_confirmed(word: ReadWord, words: Sequence[ReadWord], again: Sequence[ReadWord]) -> bool:
    """Tell whether the digits in a place are the same: one reading may split a word."""
    there = [other for other in again if _overlap(word, other)]
    here = [each for each in words if any(_overlap(each, other) for other in there)]
    return _digits(here) == _digits(there) != ""


def _digits(words: Sequence[ReadWord]) -> str:
    ordered = sorted(words, key=lambda word: word.x0)
    return "".join(char for word in ordered for char in word.text if char.isdigit())


def _overlap(one: ReadWord, two: ReadWord) -> bool:
    across = min(one.x1, two.x1) - max(one.x0, two.x0)
    down = min(one.bottom, two.bottom) - max(one.top, two.top)
    return across > _IN_COMMON * min(one.x1 - one.x0, two.x1 - two.x0) and (
        down > _IN_COMMON * min(one.bottom - one.top, two.bottom - two.top)
    )
