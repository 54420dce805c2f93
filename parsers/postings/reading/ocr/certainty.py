"""Which stretches of a page's text OCR is not sure of.

A digit that may be another makes the whole number, date or range doubtful: `10 avril 2O26` is
not the tenth of April of some year, nor `entre 2 45O et 2 700 €` one sum.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from postings.document import Span
from postings.patterns import pattern

# Of words with figures on scans of the fixtures, three in a thousand right ones are read with
# less, and a third of the wrong ones.
_UNCERTAIN = 0.6
_ONES = frozenset("lI|!")  # what a 1 that stands alone is read as, however surely
# Three digits after what may have been one: `l 801,74` for `1 801,74`.
_HEADLESS_NUMBER = pattern(r"(?<![^\s(])(\S) (\d{3}(?![\d/.-])(?: \d{3}(?!\d))*(?:,\d{1,2})?)")
# Letters where digits were: `2O26`, `45O`, `l5/04`, `4S0`.
_LETTERS_IN_NUMBER = pattern(r"\d[OolI|!](?![^\W\d_])|(?<![^\W\d_])[OolI|!]\d|\d[SBZG]\d|\d[€$£]\d")
_MONTH = r"(?:janv|f[ée]v|mars|avr|mai|juin|juil|ao[uû]t|sept|oct|nov|d[ée]c)[a-zéû]{0,7}\.?"
_TO = r"(?:(?:€|euros) )?(?:et|à|au|a|[-–—])"
# Figures that make one number, one date or one range; a mark at a word's end ends them.
_TOGETHER = pattern(rf"\S*\d\S*(?:(?<![,;:)]) (?:(?:{_MONTH}|{_TO}) )?\S*\d\S*)*", re.I)


def doubtful_spans(
    readings: Iterable[tuple[int, int, float]], text: str, start: int, end: int
) -> list[Span]:
    """The words between two offsets of a document's text that may well be others.

    `readings` are where each word stands and how surely it was read, from 0 to 1.
    """
    unsure = {Span(*where) for *where, sure in readings if sure < _UNCERTAIN}
    damaged = {*unsure, *_headless(unsure, text, start, end), *_mixed(text, start, end)}
    figures = {span for span in damaged if any(map(str.isdigit, text[span.start : span.end]))}
    numbers = set(_whole_numbers(figures, text, start, end))
    return sorted(numbers | {span for span in damaged if not any(map(span.overlaps, numbers))})


def _headless(unsure: set[Span], text: str, start: int, end: int) -> Iterator[Span]:
    """Numbers after a character that may be their first digit."""
    for match in _HEADLESS_NUMBER.finditer(text, start, end):
        if match[1] in _ONES or (Span(*match.span(1)) in unsure and not match[1].isdigit()):
            yield Span(*match.span(2))


def _mixed(text: str, start: int, end: int) -> Iterator[Span]:
    return (Span(*match.span()) for match in _LETTERS_IN_NUMBER.finditer(text, start, end))


def _whole_numbers(damaged: set[Span], text: str, start: int, end: int) -> Iterator[Span]:
    """Numbers and dates of which something is damaged."""
    for match in _TOGETHER.finditer(text, start, end):
        number = Span(*match.span())
        if any(span.overlaps(number) for span in damaged):
            yield number
