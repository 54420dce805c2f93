"""Doubts about the reading itself: what a document shows and nobody could read."""

from __future__ import annotations

from collections.abc import Iterator

from postings.document import Document
from postings.patterns import pattern
from postings.posting import Doubt
from postings.reading.prose import count_words

_FEW_LETTERS = 5  # on a page: bullets and icons
# Control characters, of one byte and of two, and what stands for bytes that are none.
_STRANGE = pattern("[\x00-\x08\x0e-\x19\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd]")
_FEW_OF_PAGE = 0.01  # of the characters of a page
_FEWEST_WORDS = 60  # fewer may be names and figures
_SMALL_SHARE = 0.02  # of the words: a third of plain French are small ones


def doubts_of_reading(document: Document) -> Iterator[Doubt]:
    """Yield a doubt for each page whose words, or some of them, could not be read.

    A PDF may also say letters that are not those that it draws: they make no words. Of other
    files the end may be missing, or a piece may have been overwritten.
    """
    for message in _damage(document):
        yield Doubt(code="damaged", message=message, path="source")
    for page in document.unread_pages:
        yield _doubt("unread-page", f"page {page} is a picture: its words were not read")
    ends = (*document.page_starts[1:], len(document.text))
    pages = zip(document.page_starts, ends, document.lost_letters, strict=False)
    for page, (start, end, lost) in enumerate(pages, start=1):
        if lost >= max(_FEW_LETTERS, _FEW_OF_PAGE * (end - start)):
            message = f"page {page} has {lost} characters of which its fonts do not say the letters"
            yield _doubt("lost-letters", message)
    if document.layouts and not _has_words(document.text):
        message = "hardly a word of French or English: the fonts may say wrong letters"
        yield _doubt("no-words", message)


def _damage(document: Document) -> Iterator[str]:
    """What is said to be missing or overwritten, and what looks so."""
    yield from document.damage
    if not document.page_starts:
        strange = len(_STRANGE.findall(document.text))
        if strange >= _FEW_LETTERS:
            yield f"{strange} characters that no text has: some of it was lost or overwritten"


def _has_words(text: str) -> bool:
    small, words = count_words(text)
    return words < _FEWEST_WORDS or small >= _SMALL_SHARE * words


def _doubt(code: str, message: str) -> Doubt:
    return Doubt(code=code, message=message, path="source.pages")
