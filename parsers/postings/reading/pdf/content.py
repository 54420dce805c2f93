"""What a PDF engine gives of a page: glyphs, ruled lines and the number of pictures.

Coordinates are in points (1/72 inch), from the top left corner of the page as displayed.
Everything that is done with them is independent of the engine.
"""

from __future__ import annotations

from typing import NamedTuple


class Glyph(NamedTuple):
    """One drawn character, or several when a glyph stands for a ligature."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float


class Ruling(NamedTuple):
    """A straight line, horizontal or vertical: one side of a table's cell perhaps."""

    x0: float
    top: float
    x1: float
    bottom: float


class PageContent(NamedTuple):
    """A page. `sideways` are the glyphs of vertical text, turned so that they read level."""

    glyphs: tuple[Glyph, ...]
    sideways: tuple[Glyph, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    pictures: int = 0  # images and drawn curves

    @property
    def is_picture(self) -> bool:
        """Tell whether the page shows something, but no letter of it can be read."""
        return bool(self.pictures) and not any(
            glyph.text.strip() for glyph in (*self.glyphs, *self.sideways)
        )
