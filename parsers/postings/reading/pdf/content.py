"""What a PDF engine gives of a page: words, ruled lines and the number of pictures.

Coordinates are in points (1/72 inch), from the top left corner of the page as displayed.
Everything that is done with them is independent of the engine.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from postings.reading.pdf.words import Word

UNKNOWN = "\ufffd"  # a character that nothing says
JOINER = "\u2060"  # stands for a blank that is none
INVISIBLE = f"\u200b\u200c\u200d\ufeff{JOINER}"


class Ruling(NamedTuple):
    """A straight line, horizontal or vertical: one side of a table's cell perhaps."""

    x0: float
    top: float
    x1: float
    bottom: float


class PageContent(NamedTuple):
    """A page. `sideways` are the words of vertical text, seen along their lines.

    `scanned` tells that an image fills it and the words are few: a stamp upon it perhaps.
    """

    words: Sequence[Word]
    width: float
    height: float
    sideways: Sequence[Word] = ()
    rulings: Sequence[Ruling] = ()
    pictures: int = 0  # images and drawn curves
    scanned: bool = False

    @property
    def is_picture(self) -> bool:
        """Tell whether the page shows something, but no letter of it can be read."""
        return bool(self.pictures) and not self.words and not self.sideways

    @property
    def letters(self) -> int:
        """How many characters its words have."""
        return sum(len(word.text) for word in (*self.words, *self.sideways))
