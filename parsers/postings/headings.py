"""The top of a posting: its first lines, without the header of the mail that forwards it."""

from __future__ import annotations

import re
from functools import lru_cache

from postings.document import Document, Span
from postings.folding import fold

LIMIT = 18

_FORWARDED = re.compile(r"forwarded message|message d'origine|message original|message transfere")
_MAIL_HEADER = re.compile(
    r"(?m)^[> ]{0,6}(?:objet|sujet|subject|to|a|cc|de|from|date|envoye)[ ]?:[^\n]{0,200}$"
)
# A line, or the cells of a line laid out in columns.
_CELL = re.compile(r"[^ \n](?:[^ \n]| {1,3}(?! ))*")
_MARKERS = re.compile(r"[-#>*•·▪■|=_~+✓→➢●\" ]*")


@lru_cache(maxsize=4)
def laid_out(text: str) -> str:
    """Fold a text but keep its line ends, those inside a sentence too."""
    return fold(text)


def on_first_line(document: Document, span: Span) -> Span:
    """Cut a span at the end of the line that it begins on."""
    end = document.text.find("\n", span.start, span.end)
    return span if end < 0 else Span(span.start, end)


def body_start(text: str) -> int:
    """Return where the posting begins in a mail that forwards it; 0 elsewhere.

    `text` is folded. The posting follows the last header line after the mark of forwarding.
    """
    forwarded = list(_FORWARDED.finditer(text, 0, 6000))
    if not forwarded:
        return 0
    at = forwarded[-1].end()
    for header in _MAIL_HEADER.finditer(text, at, at + 600):
        at = header.end()
    return at


def top_lines(text: str, limit: int = LIMIT) -> list[Span]:
    """Return the first lines (or cells of lines) that hold words, bullets and marks left out."""
    lines: list[Span] = []
    for match in _CELL.finditer(text, body_start(text)):
        marks = _MARKERS.match(text, match.start(), match.end())
        start = marks.end() if marks else match.start()
        if match.end() - start > 1:
            lines.append(Span(start, match.end()))
        if len(lines) == limit:
            break
    return lines


def begins_cell(text: str, at: int) -> bool:
    """Tell whether only blanks, bullets and marks, or a column's gap, come before on the line."""
    before = text[text.rfind("\n", 0, at) + 1 : at]
    return before.endswith("   ") or _MARKERS.fullmatch(before) is not None


def line_end(text: str, at: int) -> int:
    """Return the end of the line, or cell, around an offset."""
    match = _CELL.match(text, at)
    return match.end() if match else at


def next_line(text: str, at: int) -> Span:
    """Return the first line with words after the one around `at`; empty at the end of the text."""
    for match in _CELL.finditer(text, line_end(text, at)):
        marks = _MARKERS.match(text, match.start(), match.end())
        start = marks.end() if marks else match.start()
        if match.end() - start > 1:
            return Span(start, match.end())
    return Span(len(text), len(text))
