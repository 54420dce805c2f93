"""Which stretches of a page's text OCR is not sure of."""

from __future__ import annotations

from collections.abc import Iterable

from postings.document import Span
from postings.patterns import pattern

# Of words with figures on scans of the fixtures, three in a thousand right ones are read with
# less, and a third of the wrong ones.
_UNCERTAIN = 0.6
# Three digits after what may have been one: `l 801,74` for `1 801,74`.
_HEADLESS_NUMBER = pattern(r"(?<![^\s(])[lI|!] (\d{3}(?![\d/.-])(?: \d{3}(?!\d))*(?:,\d{1,2})?)")


def doubtful_spans(
    readings: Iterable[tuple[int, int, float]], text: str, start: int, end: int
) -> list[Span]:
    """The words between two offsets of a document's text that may well be others.

    `readings` are where each word stands and how surely it was read, from 0 to 1.
    """
    uncertain = [Span(*where) for *where, sure in readings if sure < _UNCERTAIN]
    headless = [Span(*match.span(1)) for match in _HEADLESS_NUMBER.finditer(text, start, end)]
    return sorted(uncertain + headless)
