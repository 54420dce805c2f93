"""The top of a posting: its first lines, cell by cell, without the headers of a mail."""

from __future__ import annotations

import re
from functools import lru_cache

from postings.document import Document, Span
from postings.folding import fold
from postings.patterns import pattern

LIMIT = 13
# What stands further down is no heading.
_DEPTH = 2000
# Nor is what is longer.
_LONGEST = 200

_HEADER = (
    r"[> *]{0,8}(?:objet|sujet|subject|to|[aà]|cci?|de|from|date|sent|envoy[eé](?: le)?"
    r"|r[eé]pondre [aà]|pi[eè]ces? jointes?)\*?[ \u00a0]?:[^\n]{0,300}"
)
# A sender, and the other lines of the header around it.
_MAIL_HEADER = pattern(
    rf"(?im)^(?:{_HEADER}\n){{0,6}}?[> *]{{0,8}}(?:de|from)\*?[ \u00a0]?:[^\n]{{0,300}}\n"
    rf"(?:[> ]{{0,8}}\n)?(?:{_HEADER}(?:\n[> ]{{0,8}})?(?:\n|$)){{1,8}}"
)
_SENDERS = ("De :", "De:", "DE :", "From:", "From :", "De\u00a0:")
# Two blanks part the cells of a line; so a cell is words with one blank between them.
_CELL = pattern(r"\S+(?:(?:[^\S\n]|[^\S\n]{1,2}[/|·•][^\S\n]{1,2})\S+)*")
# Bullets, quotes, pictograms: a bracket or a letter begins the words.
_MARKS = pattern(r"[^\w(\[\n]*")
# A wide gap or a bar ends a cell; a narrow gap only where the next cell plainly begins.
_GAP = pattern(r"[^\S\n]{3,}|[^\S\n]{2}(?=[A-ZÀ-Þ0-9\"«“])|\t|[ ]\|(?=[ \n]|$)")


def body_start(text: str) -> int:
    """Return where the posting begins under the headers of the mails that bring it; else 0."""
    head = text[:6000]
    at = 0
    if any(sender in head for sender in _SENDERS):
        for header in _MAIL_HEADER.finditer(head):
            at = header.end()
    return at


@lru_cache(maxsize=8)
def top_lines(text: str) -> tuple[Span, ...]:
    """Return those of the first cells that may be headings, bullets and marks left out."""
    return tuple(cell for cell in _first_cells(text) if cell.end - cell.start <= _LONGEST)


@lru_cache(maxsize=8)
def _first_cells(text: str) -> tuple[Span, ...]:
    lines: list[Span] = []
    begin = body_start(text)
    for match in _CELL.finditer(text, begin, begin + _DEPTH):
        start = _words_from(text, match.start(), match.end())
        if match.end() - start > 1:
            lines.append(Span(start, match.end()))
        if len(lines) == LIMIT:
            break
    return tuple(lines)


def is_near_top(document: Document, at: int, lines: int) -> bool:
    """Tell whether an offset is in one of the first so many cells."""
    first = _first_cells(document.text)[:lines]
    return bool(first) and at <= first[-1].end


def _words_from(text: str, start: int, end: int) -> int:
    marks = _MARKS.match(text, start, end)
    return marks.end() if marks else start


def on_first_line(document: Document, span: Span) -> Span:
    """Cut a span at the end of the line that it begins on."""
    end = document.text.find("\n", span.start, span.end)
    return span if end < 0 else Span(span.start, end)


def in_cell(document: Document, span: Span) -> Span:
    """Cut a span at the end of the cell that it begins in."""
    span = on_first_line(document, span)
    gap = _GAP.search(document.text, span.start + 2, span.end)
    return Span(span.start, gap.start()) if gap else span


def begins_cell(text: str, at: int) -> bool:
    """Tell whether only blanks, bullets and marks, or a column's gap, come before on the line."""
    before = text[text.rfind("\n", 0, at) + 1 : at]
    return before.endswith("  ") or _MARKS.fullmatch(before) is not None


def line_below(text: str, at: int) -> Span:
    """Return the words of the next line that has some; empty at the end of the text."""
    end = text.find("\n", at)
    match = _CELL.search(text, end) if end >= 0 else None
    if not match:
        return Span(len(text), len(text))
    return Span(_words_from(text, *match.span()), match.end())


# A line that ends in one of these words goes on below; so does one whose next begins in one.
_OPEN = pattern(
    r"\b(?:et|ou|de|du|des|a|au|aux|en|pour|par|la|le|les|entre|issues|sur|sous|dans)$|\b[dl]'$|&$"
)
_CARRIED = pattern(r"(?:en|de|du|des|et|pour|a|au|aux|par|sur)\b|d'|l'|& ")


def joined(document: Document, span: Span) -> Span:
    """Extend a heading to the lines that carry it on, two at most."""
    for _ in range(2):
        below = line_below(document.text, span.end)
        if document.text[span.end : below.start].count("\n") != 1:
            break
        if not _carries_on(document.quote(span).rstrip(), document.quote(below)):
            break
        span = Span(span.start, below.end)
    return span


def _carries_on(words: str, below: str) -> bool:
    """Tell whether the line below goes on with a heading: in its case, and a word calls for it."""
    if len(below) > 100 or words.endswith((":", ".")) or re.match(r"[^:]{2,25} ?:", below):
        return False
    if _OPEN.search(fold(words)):
        return True
    if words.isupper() != below.isupper():
        return False
    return below[:1].islower() or _CARRIED.match(fold(below)) is not None
