"""Other offers than the posting, on pages printed from a site: told by their heading.

They stand below it, in a column of their own or at the end, as lists of a few words a line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from postings.folding import fold
from postings.patterns import pattern
from postings.reading.offer_titles import LONGEST_TITLE, is_title
from postings.reading.pdf.columns import blocks_of
from postings.reading.pdf.content import PageContent
from postings.reading.pdf.lines import TextLine, lines_of, paragraphs
from postings.reading.pdf.words import Word

_HINTS = ("offre", "annonce", "poste", "emploi", "job", "recommand", "similaire")
_AN_OFFER = pattern(r"€|\bcd[di]\b|\bstages?\b|titulaire|categorie|interim|alternance|[jh]/[fh]\b")
_ENDS_A_SENTENCE = (".", ";", "!", "?")
_MOST_WORDS = 25  # of a paragraph: what tells an offer in a list has fewer
_LARGEST_SHARE = 0.4  # of the words of a document: more would be no list beside a posting


def without_other_offers(pages: Sequence[PageContent]) -> list[PageContent]:
    """The pages without the lists of other offers that a site prints with a posting."""
    listed = [_listed(page.words) for page in pages]
    gone = {id(word) for words in listed for word in words}
    if not 0 < sum(map(len, listed)) <= _LARGEST_SHARE * sum(len(page.words) for page in pages):
        return list(pages)
    return [
        page._replace(words=[word for word in page.words if id(word) not in gone]) for page in pages
    ]


def _listed(words: Sequence[Word]) -> list[Word]:
    """The words of the lists of other offers on a page, their headings included."""
    if not any(_may_head(word) for word in words):
        return []
    blocks = [lines_of(block) for block in blocks_of(words)]
    lists = (_list_in(blocks[number:]) for number in range(len(blocks)))
    return [word for lines in lists for line in lines for word in line.words]


def _may_head(word: Word) -> bool:
    text = word.text[:LONGEST_TITLE].lower()
    return any(hint in text for hint in _HINTS)


def _list_in(blocks: Sequence[Sequence[TextLine]]) -> list[TextLine]:
    """The list that a line of the first of some blocks heads; empty if none does."""
    lines = blocks[0]
    at = next((i for i, line in enumerate(lines) if is_title(line.text)), None)
    if at is None:
        return []
    found = [lines[at], *_without_prose(lines[at + 1 :])]
    if len(found) == 1:  # the offers are in columns of their own below the heading
        below = (block for block in blocks[1:] if block[0].top >= lines[at].bottom)
        found += [line for block in below for line in _without_prose(block)]
    return found if _AN_OFFER.search(fold("\n".join(line.text for line in found))) else []


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
