"""Headings cut over several lines because their letters are large, made whole."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from postings.reading.pdf.hyphenation import join_cut_words
from postings.reading.pdf.lines import TextLine

_LARGE = 1.25  # of the usual size of letters
_SAME_SIZE = 0.03
_CLOSE = 0.6  # of the height of a line: white space between two lines of one heading
_MOST_LINES = 5


def whole_headings(lines: Sequence[TextLine]) -> list[TextLine]:
    """Put the lines of a heading on one: large letters, each line cut for want of room."""
    sizes = [_size(line) for line in lines]
    if not lines or max(sizes) < _LARGE * (usual := median(sizes)):
        return list(lines)
    width = max(line.x1 for line in lines) - min(line.x0 for line in lines)
    groups: list[list[TextLine]] = []
    for line, size in zip(lines, sizes, strict=True):
        above = groups[-1] if groups and size >= _LARGE * usual else []
        if 0 < len(above) < _MOST_LINES and _goes_on(above[-1], line, width):
            above.append(line)
        else:
            groups.append([line])
    return [_heading(group) if len(group) > 1 else group[0] for group in groups]


def _heading(lines: Sequence[TextLine]) -> TextLine:
    return one_line(lines)._replace(bottom=lines[-1].bottom)


def one_line(lines: Sequence[TextLine]) -> TextLine:
    """Lines as one, words cut at their ends made whole."""
    if len(lines) == 1:
        return lines[0]
    text = " ".join(join_cut_words([line.text for line in lines]))
    return lines[0]._replace(text=text, words=tuple(w for line in lines for w in line.words))


def _goes_on(above: TextLine, line: TextLine, width: float) -> bool:
    """Tell whether the first word of a line had no room on the line above it."""
    alike = abs(_size(above) - _size(line)) <= _SAME_SIZE * _size(above)
    close = line.middle >= above.middle and line.top - above.bottom < _CLOSE * line.height
    letter = (line.x1 - line.x0) / len(line.text)
    needed = letter * (1 + len(line.text.split()[0]))
    return alike and close and above.x1 - above.x0 + needed > width


def _size(line: TextLine) -> float:
    """The size of the letters of a line: that of its longest word, for bullets are larger."""
    words = line.words
    return words[0].size if len(words) == 1 else max(words, key=lambda w: len(w.text)).size
