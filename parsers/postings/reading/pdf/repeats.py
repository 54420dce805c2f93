"""Headers and footers that every page repeats: read on the first page, left out of the others.

A sentence that goes on from one page to the next would be cut by them.
"""

from __future__ import annotations

from collections.abc import Sequence

from postings.patterns import pattern
from postings.reading.pdf.content import PageContent
from postings.reading.pdf.words import Word

_MARGIN = 0.12  # of the height of the page, at its top and at its bottom
_NUMBER = pattern(r"\d+")

Mark = tuple[str, int]  # what stands in a margin, and how low in points


def without_repeats(pages: Sequence[PageContent]) -> list[PageContent]:
    """The pages, all but the first without what stands in the same margin of each of them."""
    if len(pages) < 2:
        return list(pages)
    last = str(len(pages))
    marked = [_in_margins(page, {str(n), last}) for n, page in enumerate(pages, start=1)]
    repeated = set(marked[0]).intersection(*marked[1:])
    others = zip(pages[1:], marked[1:], strict=True)
    return [pages[0], *(_without(page, marks, repeated) for page, marks in others)]


def _in_margins(page: PageContent, numbers: set[str]) -> dict[Mark, list[Word]]:
    """The words at the top and at the bottom of a page, the same ones on a line together.

    Each is marked as it is written, and with a sign for `numbers`, those of the page and of
    the last one: "2/3" is marked as "3/3" is.
    """
    top, bottom = _MARGIN * page.height, (1 - _MARGIN) * page.height
    marks: dict[Mark, list[Word]] = {}
    for word in page.words:
        if not top <= word.middle <= bottom:
            masked = _NUMBER.sub(lambda digits: _masked(digits[0], numbers), word.text)
            for text in {word.text, masked}:
                marks.setdefault((text, round(word.bottom)), []).append(word)
    return marks


def _masked(digits: str, numbers: set[str]) -> str:
    return "#" if digits in numbers else digits


def _without(page: PageContent, marks: dict[Mark, list[Word]], repeated: set[Mark]) -> PageContent:
    gone = {id(word) for mark in repeated for word in marks[mark]}
    return page._replace(words=[word for word in page.words if id(word) not in gone])
