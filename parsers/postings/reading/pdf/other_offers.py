"""Other offers than the posting, on pages printed from a site: told by their heading.

They stand below it, in a column of their own or at the end, as lists of a few words a line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from postings.folding import fold
from postings.patterns import pattern
from postings.reading.offer_titles import is_title, may_hold_title
from postings.reading.pdf.content import PageContent
from postings.reading.pdf.lines import TextLine, lines_of, paragraphs
from postings.reading.pdf.words import Word

_AN_OFFER = pattern(r"€|\bcd[di]\b|\bstages?\b|titulaire|categorie|interim|alternance|[jh]/[fh]\b")
_ENDS_A_SENTENCE = (".", ";", "!", "?")
_GUTTER = 10.0  # points: wider than the spaces of a heading
_MOST_WORDS = 25  # of a paragraph: what tells an offer in a list has fewer
_LARGEST_SHARE = 0.4  # of the letters of a document: more would be no list beside a posting


def without_other_offers(pages: Sequence[PageContent]) -> list[PageContent]:
    """The pages without the lists of other offers that a site prints with a posting."""
    listed = [_listed(page.words) for page in pages]
    gone = {id(word): len(word.text) for words in listed for word in words}
    if not 0 < sum(gone.values()) <= _LARGEST_SHARE * sum(page.letters for page in pages):
        return list(pages)
    return [
        page._replace(words=[word for word in page.words if id(word) not in gone]) for page in pages
    ]


def _listed(words: Sequence[Word]) -> list[Word]:
    """The words of the lists of other offers on a page, their headings included."""
    if not may_hold_title(" ".join(word.text for word in words)):
        return []
    parts = [each for line in lines_of(words) for each in _segments(line)]
    if not any(is_title(" ".join(word.text for word in part)) for part in parts):
        return []
    segments = [_line_of(part) for part in parts]
    lists = [_list_below(s, segments, words) for s in segments if is_title(s.text)]
    return [word for lines in lists for line in lines for word in line.words]


def _segments(line: TextLine) -> Iterator[list[Word]]:
    """The words of a line, those together that no wide gap parts: a column may lie beside it."""
    segment = list(line.words[:1])
    for left, right in pairwise(line.words):
        if right.x0 - left.x1 > max(_GUTTER, right.size):
            yield segment
            segment = []
        segment.append(right)
    yield segment


def _line_of(segment: Sequence[Word]) -> TextLine:
    return lines_of(segment)[0]


def _list_below(
    heading: TextLine, segments: Sequence[TextLine], words: Sequence[Word]
) -> list[TextLine]:
    """The list that a segment heads, and the segment itself; empty if it offers nothing."""
    lines = lines_of(_column_below(heading, segments, words))
    found = [heading, *_without_prose(lines)]
    return found if _AN_OFFER.search(fold("\n".join(line.text for line in found))) else []


def _column_below(
    heading: TextLine, segments: Sequence[TextLine], words: Sequence[Word]
) -> list[Word]:
    """The words below a heading, in its column: down to a line that runs across its left side."""
    left = heading.x0 - _GUTTER / 2
    below = [word for word in words if word.middle > heading.bottom]
    across = (w.top for w in below if w.x0 < left and w.x1 > heading.x0 + _GUTTER)
    floor = min(across, default=float("inf"))
    beside = (s.x0 for s in segments if s.x0 > heading.x1 + _GUTTER and _is_level(s, heading))
    right = min(beside, default=float("inf"))
    return [word for word in below if left <= word.x0 < right and word.middle < floor]


def _is_level(line: TextLine, heading: TextLine) -> bool:
    return abs(line.middle - heading.middle) < 2 * heading.height


def _without_prose(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """Lines up to the first paragraph of prose."""
    for paragraph in paragraphs(lines):
        if _is_prose(paragraph):
            return
        yield from paragraph


def _is_prose(paragraph: Sequence[TextLine]) -> bool:
    if any(line.text.endswith(_ENDS_A_SENTENCE) for line in paragraph):
        return True
    return max(len(line.text.split()) for line in paragraph) > _MOST_WORDS
