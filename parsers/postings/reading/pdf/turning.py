"""Places on a page seen along lines of text that run rightwards, upwards, backwards or downwards.

An angle is 0, 90, 180 or 270 degrees, counterclockwise: how a line of text runs on the page as
the file draws it. Seen along its line, a text reads from left to right.
"""

from __future__ import annotations

from collections.abc import MutableSequence, Sequence
from typing import NamedTuple


class Rectangle(NamedTuple):
    """A rectangle, in points; y grows upwards."""

    left: float
    top: float
    right: float
    bottom: float


class Rectangles(NamedTuple):
    """Many rectangles, side by side of each."""

    left: MutableSequence[float]
    top: MutableSequence[float]
    right: MutableSequence[float]
    bottom: MutableSequence[float]

    def along(self, angle: int) -> Rectangles:
        """The same as they are seen along lines of this angle."""
        left, top, right, bottom = self
        if angle == 90:
            return Rectangles(bottom, _minus(left), top, _minus(right))
        if angle == 180:
            return Rectangles(_minus(right), _minus(bottom), _minus(left), _minus(top))
        if angle == 270:
            return Rectangles(_minus(top), right, _minus(bottom), left)
        return self


class Points(NamedTuple):
    """Many points; y grows upwards."""

    x: MutableSequence[float]
    y: MutableSequence[float]

    def along(self, angle: int) -> Points:
        """The same as they are seen along lines of this angle."""
        if angle == 90:
            return Points(self.y, _minus(self.x))
        if angle == 180:
            return Points(_minus(self.x), _minus(self.y))
        return Points(_minus(self.y), self.x) if angle == 270 else self


def rectangle_along(box: Rectangle, angle: int) -> Rectangle:
    """One rectangle as it is seen along lines of this angle."""
    one = Rectangles([box.left], [box.top], [box.right], [box.bottom]).along(angle)
    return Rectangle(*(side[0] for side in one))


def _minus(values: Sequence[float]) -> list[float]:
    return [-value for value in values]
