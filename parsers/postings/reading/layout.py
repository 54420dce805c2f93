"""Paragraphs, lists and tables to lines, as rules read them.

A format that says what is a paragraph, an item or a cell is laid out in one way: a line a
paragraph, `- ` before an item, `label : value` for what is set side by side.
"""

from __future__ import annotations

from postings.patterns import pattern

COLUMN = "\ue0ff"  # stands for a tabulation or the gap between two columns
_GAP = "   "  # what rules take for the gap between two columns
_BLANKS = pattern(r"[ \t\r\n\f]+")
# Icons of a font, and bullets of the fonts Symbol and Wingdings: characters of private use.
_ICONS = pattern("[\ue000-\uefff\uf100-\uf8ff]")
_BULLETS = pattern("[\uf000-\uf0ff]")
_LONGEST_LABEL = 60  # characters
_BULLET = "- "


class Layout:
    """Lines in the making: inline text is gathered until its line ends."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._current: list[str] = []
        self._bullet = ""

    @property
    def last(self) -> str:
        """The last character on the line, if there is one."""
        return self._current[-1][-1:] if self._current else ""

    def text(self, words: str) -> None:
        """Add inline text: a run of blanks is one space, and none begins or ends a line."""
        if words:
            self._current.append(_BLANKS.sub(" ", words))

    def verbatim(self, words: str) -> None:
        """Add inline text whose line ends count."""
        first, *others = words.splitlines() or [""]
        self.text(first)
        for line in others:
            self.end_line()
            self.text(line)

    def end_line(self) -> bool:
        """End the line, if anything is on it; tell whether there was."""
        line = _tidy("".join(self._current))
        self._current.clear()
        if line:
            self._lines.append(self._bullet + line)
            self._bullet = ""
        return bool(line)

    def begin_item(self) -> None:
        """Put a bullet before the next line."""
        self.end_line()
        self._bullet = _BULLET

    def end_item(self) -> None:
        """End the item; one without words leaves no bullet."""
        self.end_line()
        self._bullet = ""

    def part(self) -> None:
        """End the line and leave a blank one, once."""
        self.end_line()
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def add(self, lines: list[str]) -> None:
        """Add lines that are finished."""
        self.end_line()
        if lines:
            self._lines += [self._bullet + lines[0], *lines[1:]]
            self._bullet = ""

    def lines(self) -> list[str]:
        """The lines so far, without blank ones at the end."""
        self.end_line()
        while self._lines and not self._lines[-1]:
            self._lines.pop()
        return self._lines


def _tidy(line: str) -> str:
    """One space for a run of them, none at the ends, a gap where a column ends."""
    return _GAP.join(filter(None, map(_tidy_cell, line.split(COLUMN))))


def _tidy_cell(words: str) -> str:
    if not words.isascii():
        words = _BULLETS.sub("•", _ICONS.sub(" ", words))
    return _BLANKS.sub(" ", words).strip(" ")


def pair(label: list[str], value: list[str]) -> list[str]:
    """A label and its value: on one line if both are one, else one under the other."""
    name = label[0].rstrip(" :") if len(label) == 1 else ""
    if not name or not value or len(name) > _LONGEST_LABEL or name[-1] in ".!?;":
        return [*label, *value]
    if len(value) == 1 and not value[0].startswith(_BULLET):
        return [f"{name} : {value[0]}"]
    return [f"{name} :", *value]


def row(cells: list[list[str]]) -> list[str]:
    """A row of a table: two cells are a label and a value, more short ones stand side by side."""
    said = [cell for cell in cells if cell]
    if len(said) == 2:
        return pair(*said)
    if said and all(len(cell) == 1 and len(cell[0]) <= _LONGEST_LABEL for cell in said):
        return [" | ".join(cell[0] for cell in said)]
    return [line for cell in said for line in (*cell, "")]
