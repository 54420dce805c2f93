"""A document line by line, its evidence marked, and under each line what was read from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from postings.document import Document
from postings.posting import Evidence, Posting
from postings_cli.render import phrases
from postings_cli.render.figures import Figures
from postings_cli.safe import shown


@dataclass(frozen=True, slots=True)
class Note:
    """What was read from the words of a line: the key, its value, the rule."""

    path: str
    value: str
    rule: str


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line; each piece of its text is with the key that it is evidence of, or an empty one."""

    page: int | None
    number: int
    pieces: tuple[tuple[str, str], ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """What some words are evidence of: a key, and its value in words."""

    path: str
    value: str
    evidence: Evidence


def marked_lines(document: Document, posting: Posting, figures: Figures) -> Iterator[MarkedLine]:
    """Yield every line of the document; notes stand under the line where their words begin.

    Parts are marked rather than their whole.
    """
    told = (m for m in marks_of(posting, figures) if not _is_whole(m.path, posting))
    marks = sorted(told, key=lambda m: (m.evidence.start, m.evidence.end))
    ends = (*(start - 1 for start in document.line_starts[1:]), len(document.text))
    for start, end in zip(document.line_starts, ends, strict=True):
        here = [m for m in marks if m.evidence.start <= end and m.evidence.end > start]
        begun = (m for m in here if start <= m.evidence.start)
        yield MarkedLine(
            document.page_at(start) if document.pages else None,
            document.line_at(start),
            tuple(_pieces(document.text, start, end, here)),
            tuple(Note(m.path, m.value, m.evidence.rule) for m in begun),
        )


def _pieces(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[tuple[str, str]]:
    """Cut a line where evidence begins and ends; of nested marks the narrowest names a piece."""
    edges = {start, end}
    for mark in marks:
        edges |= {max(start, mark.evidence.start), min(end, mark.evidence.end)}
    cuts = sorted(edges)
    for at, to in pairwise(cuts):
        over = [m for m in marks if m.evidence.start <= at and to <= m.evidence.end]
        narrow = min(over, key=lambda m: m.evidence.end - m.evidence.start, default=None)
        yield shown(text[at:to]), narrow.path if narrow else ""


def marks_of(posting: Posting, figures: Figures) -> Iterator[Mark]:
    """Yield the evidence of every key, then that of values that compete for one."""
    for path, cited in posting.evidence.items():
        value = phrases.spoken(path, value_at(posting, path), figures)
        yield from (Mark(path, value, evidence) for evidence in cited)
    for path, alternatives in posting.ambiguous.items():
        for each in alternatives:
            value = f"? {phrases.spoken(path, each.value, figures)}"
            yield from (Mark(path, value, evidence) for evidence in each.evidence)


def _is_whole(path: str, posting: Posting) -> bool:
    """Tell whether a key has parts with evidence of their own, besides its own."""
    return path in posting.evidence and any(
        other.startswith(f"{path}.") for other in posting.evidence
    )


def bracketed(line: MarkedLine, opening: str, closing: str) -> str:
    """The text of a line with its evidence in brackets; pieces that touch share a pair."""
    runs = groupby(line.pieces, key=lambda piece: bool(piece[1]))
    texts = ((marked, "".join(text for text, _ in run)) for marked, run in runs)
    return "".join(f"{opening}{text}{closing}" if marked else text for marked, text in texts)


def value_at(posting: Posting, path: str) -> Any:
    """The value of a key of the contract, or of a part of it: `salary.stated.0`."""
    value: Any = posting
    for part in path.split("."):
        value = value[int(part)] if part.isdigit() else getattr(value, part)
    return value
