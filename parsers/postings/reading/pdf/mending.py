"""Text that is not what one sees on the page, put right where its own signs say how.

Fonts that do not say which letters they draw, letters set apart by blanks ("D a t e"), letters
that are drawn twice ("DDaattee"), whole words that are drawn twice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from postings.patterns import pattern
from postings.reading.pdf.content import JOINER, UNKNOWN
from postings.reading.pdf.pdfium_pages import Page
from postings.reading.pdf.words import Word
from postings.reading.prose import count_words

_CONTROL = "\x00-\x08\x0e-\x1f\x7f-\x9f"
_SUSPECT = pattern(f"[{_CONTROL}{UNKNOWN}\uf020-\uf0ff]")
_NO_LETTER = pattern(f"[{_CONTROL}{UNKNOWN}]")
_SYMBOLS = pattern("[\uf020-\uf07e\uf0a0-\uf0ff]{3,}")  # one or two are bullets or icons
_SYMBOL_ZERO = 0xF000  # a symbol font says of a letter its Latin code and this

_PERHAPS_SPACED = pattern(r" \S \S \S ")
_SPACED = pattern(r"(?<!\S)\S(?: +\S){4,}(?!\S)")  # fewer may be on their own: "permis A B C"
_WORD_SPACE = 1.6  # of the usual gap between spaced letters
_TOUCHING = 0.05  # of the height of a letter
_FEWEST_LETTERS = 4
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"

_DOUBLED = 6  # characters: "aa" is no doubled letter, "DDaattee" is a doubled word
_LONG = 4  # characters: shorter words are drawn again elsewhere on most pages
_SAME_PLACE = 1.0  # points

_FEWEST_WORDS = 8
_SMALL_SHARE = 0.12  # of the words of a text; small ones are a third of plain French


def legible(page: Page) -> str:
    """The text of a page with the letters and blanks that it should have, at the same indices.

    A letter that stays unknown is U+FFFD, a blank that is none is `JOINER`.
    """
    text = page.text
    if _SUSPECT.search(text):
        text = _SYMBOLS.sub(_latin, text)
        if _NO_LETTER.search(text):
            text = _with_letters(text, page.unmapped())
    return _closed_up(page, text) if _PERHAPS_SPACED.search(text) else text


def _latin(symbols: re.Match[str]) -> str:
    return "".join(chr(ord(symbol) - _SYMBOL_ZERO) for symbol in symbols[0])


def _with_letters(text: str, unmapped: Sequence[int]) -> str:
    """Put letters for unmapped codes: the codes themselves, or the glyphs of common fonts.

    A guess is taken only if it makes words.
    """
    for letter_of in (_same_letter, _letter_of_glyph):
        letters = list(text)
        for index in unmapped:
            letters[index] = letter_of(ord(text[index]))
        if _makes_words("".join(letters)):
            return _NO_LETTER.sub(UNKNOWN, "".join(letters))
    letters = list(text)
    for index in unmapped:
        letters[index] = UNKNOWN
    return _NO_LETTER.sub(UNKNOWN, "".join(letters))


def _same_letter(code: int) -> str:
    return chr(code) if 32 <= code < 127 or 160 <= code < 256 else UNKNOWN


def _letter_of_glyph(number: int) -> str:
    """The letter of a glyph in the order of Apple's `post` table, which Arial and Times keep."""
    if 3 <= number <= 97:
        return chr(number + 29)
    return bytes([number + 30]).decode("mac_roman") if 98 <= number <= 225 else UNKNOWN


def _makes_words(text: str) -> bool:
    small, words = count_words(text)
    return words >= _FEWEST_WORDS and small >= _SMALL_SHARE * words


def _closed_up(page: Page, text: str) -> str:
    """Put `JOINER` between letters that are set apart, blanks stay between their words.

    Where the whole line is set so, it may have letters that touch in the eyes of PDFium.
    """
    letters = list(text)
    for spaced in _SPACED.finditer(text):
        if not _is_word(spaced[0]):
            continue
        line = range(text.rfind("\n", 0, spaced.start()) + 1, _line_end(text, spaced.end()))
        blanks = _blanks_in_words(page, text, line)
        for blank in blanks or _blanks_in_words(page, text, range(*spaced.span())):
            letters[blank] = JOINER
    return "".join(letters)


def _is_word(spaced: str) -> bool:
    """Tell whether letters on their own may make words: not digits, nor a, b, c and so on."""
    alone = "".join(filter(str.isalpha, spaced)).lower()
    return len(alone) >= _FEWEST_LETTERS and alone not in _ALPHABET


def _line_end(text: str, start: int) -> int:
    end = text.find("\r", start)
    return end if end >= 0 else len(text)


def _blanks_in_words(page: Page, text: str, indices: range) -> list[int]:
    """The blanks between letters that are no further apart than most; none if some touch."""
    letters = [index for index in indices if not text[index].isspace()]
    boxes = page.boxes(letters).along(page.angle)
    gaps = [left - right for right, left in zip(boxes.right, boxes.left[1:], strict=False)]
    usual = median(gaps)
    if min(gaps) <= _TOUCHING * (boxes.top[0] - boxes.bottom[0]):
        return []
    followed = zip(pairwise(letters), gaps, strict=True)
    within = (pair for pair, gap in followed if gap <= _WORD_SPACE * usual)
    return [blank for before, after in within for blank in range(before + 1, after)]


def mended(words: Sequence[Word]) -> Sequence[Word]:
    """The words, each once, their letters not doubled."""
    texts = [word.text for word in words]
    if any(text[:1] == text[1:2] for text in texts):
        words = list(map(_undoubled, words))
    long = [text for text in texts if len(text) >= _LONG]
    return words if len(set(long)) == len(long) else _once(words)


def _undoubled(word: Word) -> Word:
    first = word.text.partition(" ")[0]
    if len(first) < _DOUBLED or first[::2] != first[1::2] or not first.isalpha():
        return word
    parts = word.text.split(" ")
    if any(part[::2] != part[1::2] for part in parts):
        return word
    return word._replace(text=" ".join(part[::2] for part in parts))


def _once(words: Sequence[Word]) -> Sequence[Word]:
    """The words without those that are drawn again at the same place."""
    kept: dict[str, list[Word]] = {}
    for word in words:
        others = kept.setdefault(word.text, [])
        if not any(_is_at(word, other) for other in others):
            others.append(word)
    return [word for others in kept.values() for word in others]


def _is_at(word: Word, other: Word) -> bool:
    return abs(word.x0 - other.x0) <= _SAME_PLACE and abs(word.bottom - other.bottom) <= _SAME_PLACE
