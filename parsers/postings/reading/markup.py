"""A tree of elements to lines: one walk for web pages, Word and OpenDocument.

What differs between them is a `Vocabulary`: which elements are blocks, items, rows, cells.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from msgspec import Struct

from postings.reading.extra import Element, library
from postings.reading.layout import COLUMN, Layout, pair, row


class Role(Enum):
    """What an element is to the layout; one without a role only holds others."""

    BLOCK = auto()  # on lines of its own
    LINE = auto()  # a paragraph as typed: one without words is a blank line
    PARAGRAPH = auto()  # a block parted from others by a blank line
    VERBATIM = auto()  # a block whose line ends count
    ITEM = auto()
    BREAK = auto()
    SPACE = auto()
    COLUMN = auto()  # a tabulation
    ROW = auto()
    CELL = auto()
    LABELS = auto()  # a list of labels and their values, `dl`
    LABEL = auto()  # `dt`
    VALUE = auto()  # `dd`
    INLINE = auto()  # words that may touch those of the next such element


class Vocabulary(Struct, frozen=True):
    """The roles of a format's elements, by tag.

    `words` names the elements whose own text counts, where that is not all of them.
    """

    roles: Mapping[str, Role]
    words: frozenset[str] | None = None


@dataclass
class _Frame:
    """What is being laid out apart: a page, a cell, a label, a value; or a row and its cells."""

    layout: Layout = field(default_factory=Layout)
    cells: list[list[str]] | None = None
    label: list[str] = field(default_factory=list)


_APART = frozenset({Role.ROW, Role.CELL, Role.LABEL, Role.VALUE})


def lines_of(root: Element, vocabulary: Vocabulary) -> list[str]:
    """Lay an element out; whatever of it must not be read has been removed."""
    walk = _Walk(vocabulary)
    events = library("lxml.etree").iterwalk(root, events=("start", "end"))
    for event, element in events:
        if event == "start":
            walk.start(element)
        else:
            walk.end(element, tail="" if element is root else element.tail or "")
    return walk.lines()


class _Walk:
    """A walk through a tree, in the order of the document."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._frames = [_Frame()]
        self._verbatim = 0
        self._seam = False  # whether an inline element has just ended

    @property
    def _layout(self) -> Layout:
        return self._frames[-1].layout

    def lines(self) -> list[str]:
        """All that was laid out."""
        self._flush_label()
        return self._layout.lines()

    def start(self, element: Element) -> None:
        """Begin an element, and say its own words."""
        role = self._vocabulary.roles.get(element.tag)
        if role in _APART:
            cells: list[list[str]] | None = [] if role is Role.ROW else None
            self._frames.append(_Frame(cells=cells))
        elif role is not None:
            self._open(role)
        words = element.text or ""
        if self._seam and role is Role.INLINE and _are_parted(self._layout.last, words[:1]):
            self._layout.text(" ")
        if self._vocabulary.words is None or element.tag in self._vocabulary.words:
            self._say(words)

    def end(self, element: Element, tail: str) -> None:
        """End an element, and say the words that follow it."""
        role = self._vocabulary.roles.get(element.tag)
        if role in _APART:
            self._close_frame(role)
        elif role is not None:
            self._close(role)
        if self._vocabulary.words is None:
            self._say(tail)

    def _say(self, words: str) -> None:
        if words:
            self._seam = False
            if self._verbatim:
                self._layout.verbatim(words)
            else:
                self._layout.text(words)

    def _open(self, role: Role) -> None:
        if role is Role.PARAGRAPH:
            self._layout.part()
        elif role is Role.ITEM:
            self._layout.begin_item()
        elif role in (Role.BLOCK, Role.LINE, Role.VERBATIM, Role.BREAK):
            self._layout.end_line()
        elif role in (Role.SPACE, Role.COLUMN):
            self._say(" " if role is Role.SPACE else COLUMN)
        self._verbatim += role is Role.VERBATIM

    def _close(self, role: Role) -> None:
        if role is Role.LABELS:
            self._flush_label()
        if role in (Role.PARAGRAPH, Role.LABELS):
            self._layout.part()
        elif role is Role.ITEM:
            self._layout.end_item()
        elif role is Role.LINE and not self._layout.end_line():
            self._layout.part()
        elif role in (Role.BLOCK, Role.VERBATIM):
            self._layout.end_line()
        self._verbatim -= role is Role.VERBATIM
        self._seam = role is Role.INLINE

    def _close_frame(self, role: Role) -> None:
        self._flush_label()
        frame = self._frames.pop()
        above = self._frames[-1]
        if role is Role.ROW:
            above.layout.add(row([*(frame.cells or ()), frame.layout.lines()]))
        elif role is Role.LABEL:
            self._flush_label()
            above.label = frame.layout.lines()
        elif role is Role.VALUE:
            above.layout.add(pair(above.label, frame.layout.lines()))
            above.label = []
        elif above.cells is not None:
            above.cells.append(frame.layout.lines())
        else:
            above.layout.add(frame.layout.lines())

    def _flush_label(self) -> None:
        """Add a label that has no value."""
        frame = self._frames[-1]
        frame.layout.add(frame.label)
        frame.label = []


def _are_parted(last: str, first: str) -> bool:
    """Whether two elements that touch are two words: `Contrat` and `CDI`, not `R` and `égie`."""
    if not (last.isalnum() or last in ")%€"):
        return False
    return (first.isupper() and not last.isupper()) or (first.isdigit() and last.isalpha())
