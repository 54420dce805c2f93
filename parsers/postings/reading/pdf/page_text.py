"""The content of a page to its lines of text, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from postings.reading.pdf.columns import blocks_of
from postings.reading.pdf.content import PageContent
from postings.reading.pdf.headings import one_line, whole_headings
from postings.reading.pdf.hyphenation import join_cut_words
from postings.reading.pdf.lines import EMPTY_LINE, TextLine, labels_first, lines_of, paragraphs
from postings.reading.pdf.ruled_tables import Cell, Row
from postings.reading.pdf.words import Word

_MOST_LINES_JOINED = 3  # a cell with more holds paragraphs, which keep their lines
_LONGEST_LABEL = 6  # lines of a narrow cell, each cut for want of room


class PageText(NamedTuple):
    """The text of a page, its words in the order in which they stand there, and whether some of
    it stands in columns.
    """

    text: str
    words: tuple[Word, ...]
    columns: bool


class _Stretch(NamedTuple):
    """Lines that follow each other, and in how many blocks of a page they stand."""

    lines: list[TextLine]
    blocks: int = 1


def page_text(page: PageContent, rows: Sequence[Row]) -> PageText:
    """The text of a page, an empty line between paragraphs; vertical text comes last.

    `rows` are those of its ruled tables.
    """
    stretches = list(_flow(page.words, rows))
    lines = [line for stretch in stretches for line in stretch.lines]
    lines += _block(page.sideways)
    text = "\n".join(join_cut_words(_without_edges([line.text for line in lines])))
    words = tuple(word for line in lines for word in line.words)
    return PageText(text, words, any(stretch.blocks > 1 for stretch in stretches))


def _flow(words: Sequence[Word], rows: Sequence[Row]) -> Iterator[_Stretch]:
    """Lines of the words: rows of tables at their height, columns between them."""
    rest = words
    for row in rows:
        inside = [word for word in rest if row.holds(word)]
        if row.cuts(inside):
            continue
        rest = [word for word in rest if not row.holds(word)]
        yield _columns([word for word in rest if word.middle < row.top])
        yield _Stretch(list(_row(row, inside)))
        rest = [word for word in rest if word.middle >= row.top]
    yield _columns(rest)


def _columns(words: Sequence[Word]) -> _Stretch:
    blocks = list(blocks_of(words))
    return _Stretch([line for block in blocks for line in _block(block)], len(blocks))


def _block(words: Sequence[Word]) -> Iterator[TextLine]:
    """The lines of words that are read straight across, an empty line before each paragraph."""
    for paragraph in paragraphs(whole_headings(labels_first(lines_of(words)))):
        yield EMPTY_LINE
        yield from paragraph


def _row(row: Row, words: Sequence[Word]) -> Iterator[TextLine]:
    """A row of a table: its cells on one line, up to one that keeps several lines."""
    lines: list[TextLine] = []
    open_line = False
    cells = row.cells(words)
    for cell in cells:
        first, *others = _cell_lines(cell, last=cell is cells[-1])
        if open_line:
            lines[-1] = lines[-1].followed_by(first, "  ")
        else:
            lines.append(first)
        lines += others
        open_line = not others
    yield from lines


def _cell_lines(cell: Cell, *, last: bool) -> list[TextLine]:
    """The lines of a cell. A short one is made one line, as its neighbour is to follow.

    In the last cell of a row only the lines cut for want of room are joined. A cell of
    paragraphs keeps its lines.
    """
    lines = lines_of(cell.words)
    if len(lines) > _MOST_LINES_JOINED and (last or not _is_long_label(lines, cell)):
        return [line for line in _columns(cell.words).lines if line.text]
    groups: list[list[TextLine]] = [[lines[0]]]
    for above, line in pairwise(lines):
        if last and _had_room(above, line, cell):
            groups.append([])
        groups[-1].append(line)
    return [one_line(group) for group in groups]


def _is_long_label(lines: Sequence[TextLine], cell: Cell) -> bool:
    """Tell whether the lines of a cell are one phrase, which a narrow cell cuts in many."""
    return len(lines) <= _LONGEST_LABEL and not any(
        line.text.endswith((".", ";", ":")) or _had_room(above, line, cell)
        for above, line in pairwise(lines)
    )


def _had_room(above: TextLine, line: TextLine, cell: Cell) -> bool:
    """Tell whether the first word of a line would have fitted at the end of the one above."""
    letter = (line.x1 - line.x0) / len(line.text)
    needed = letter * (1 + len(line.text.split()[0]))
    padding = max(0.0, min(above.x0, line.x0) - cell.left)
    return above.x1 + needed < cell.right - padding


def _without_edges(lines: Sequence[str]) -> list[str]:
    """Drop empty lines at the top, at the bottom, and all but one between two lines."""
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return kept if not kept or kept[-1] else kept[:-1]
