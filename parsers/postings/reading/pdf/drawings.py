"""What PDFium says is drawn on a page: ruled lines, and pictures."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import compress, pairwise, repeat
from typing import NamedTuple

from postings.reading.pdf import pdfium
from postings.reading.pdf.content import Ruling
from postings.reading.pdf.pdfium_pages import Page
from postings.reading.pdf.turning import Rectangle, rectangle_along

_THICKEST_RULING = 2.0  # points: a filled shape that is thicker is a background
_WHOLE_PAGE = 0.6  # of its area
_MOST_STEPS = 400  # of a path: one with more is a drawing
_MOST_NESTED = 8  # groups in groups: more is a hostile file
_CURVE, _START = 1, 2  # PDFium's codes for steps of a path


class Kind(IntEnum):
    """What an object on a page is: PDFium's codes."""

    TEXT = 1
    PATH = 2
    IMAGE = 3
    SHADING = 4
    GROUP = 5


class Drawn(NamedTuple):
    """A path, an image or a shading, and the matrices of the groups that it is in."""

    kind: int
    handle: int
    groups: tuple[Sequence[float], ...]


class Step(NamedTuple):
    """One step of a path, to a point of the page; `closes` tells that it goes back to the start."""

    kind: int
    x: float
    y: float
    closes: bool


def rulings_of(page: Page) -> list[Ruling]:
    """The straight lines of a page: strokes, thin filled shapes, the drawn sides of others."""
    shown = rectangle_along(page.box, page.angle)
    paths = (drawn for drawn in _drawn(page.objects()) if drawn.kind == Kind.PATH)
    boxes = (rectangle_along(box, page.angle) for path in paths for box in _straight(path))
    return [ruling for box in boxes if (ruling := _within(box, shown)) is not None]


def count_pictures(page: Page) -> int:
    """How many images and curved shapes are on a page."""
    return sum(
        drawn.kind != Kind.PATH or _CURVE in _segments(drawn)[1] for drawn in _drawn(page.objects())
    )


def is_scan(page: Page) -> bool:
    """Tell whether an image fills most of a page."""
    width, height = page.size
    images = (_bounds(drawn) for drawn in _drawn(page.objects()) if drawn.kind == Kind.IMAGE)
    areas = ((box.right - box.left) * (box.top - box.bottom) for box in images)
    return max(areas, default=0.0) > _WHOLE_PAGE * width * height


def _drawn(objects: Sequence[int], groups: tuple[Sequence[float], ...] = ()) -> Iterator[Drawn]:
    """All of some objects but text, those in groups too."""
    kinds = bytes(map(pdfium.object_kind, objects))
    others = map(int(Kind.TEXT).__ne__, kinds)
    for kind, handle in compress(zip(kinds, objects, strict=True), others):
        if kind != Kind.GROUP:
            yield Drawn(kind, handle, groups)
        elif len(groups) < _MOST_NESTED:
            count = pdfium.count_inner(handle)
            inner = [pdfium.inner_object(handle, number) for number in range(count)]
            yield from _drawn(inner, (*groups, _matrix_of(handle)))


def _straight(path: Drawn) -> Iterator[Rectangle]:
    """The straight lines that a path draws, as boxes of hardly any height or width."""
    box = _bounds(path)
    if _is_thin(box):
        yield box
    elif _is_stroked(path):
        for shape in _shapes(_steps(path)):
            yield from _outline(shape)
    elif not _is_background(path):
        yield from filter(_is_thin, map(_box_of, _shapes(_steps(path))))


def _is_thin(box: Rectangle) -> bool:
    return min(box.right - box.left, box.top - box.bottom) < _THICKEST_RULING


def _is_background(path: Drawn) -> bool:
    """Tell whether a filled path is one shape or has curves: its sides are no lines then."""
    _, kinds = _segments(path)
    return kinds.count(_START) == 1 or _CURVE in kinds


def _outline(shape: Sequence[Step]) -> Iterator[Rectangle]:
    """A drawn shape if it is thin, else its straight sides."""
    if _is_thin(box := _box_of(shape)):
        yield box
    else:
        yield from (_box_of(side) for side in pairwise(shape) if side[1].kind != _CURVE)


def _shapes(steps: Sequence[Step]) -> Iterator[list[Step]]:
    """The closed or open shapes of a path, each ending where it was begun if it is closed."""
    shape: list[Step] = []
    for step in steps:
        if step.kind == _START and shape:
            yield shape
            shape = []
        shape.append(step)
        if step.closes:
            shape.append(shape[0])
    if shape:
        yield shape


def _steps(path: Drawn) -> list[Step]:
    """The steps of a path; none of a drawing."""
    segments, kinds = _segments(path)
    if len(segments) > _MOST_STEPS:
        return []
    point = array("f", (0, 0))
    at = point.buffer_info()[0]
    matrices = (*path.groups, _matrix_of(path.handle))
    steps = []
    for kind, segment in zip(kinds, segments, strict=True):
        pdfium.segment_point(segment, at, at + 4)
        x, y = _on_page(point[0], point[1], matrices)
        steps.append(Step(kind, x, y, bool(pdfium.segment_closes(segment))))
    return steps


def _segments(path: Drawn) -> tuple[list[int], list[int]]:
    """PDFium's handles of the steps of a path, and their kinds."""
    numbers = range(pdfium.count_segments(path.handle))
    segments = list(map(pdfium.path_segment, repeat(path.handle), numbers))
    return segments, list(map(pdfium.segment_kind, segments))


def _is_stroked(path: Drawn) -> bool:
    modes = array("i", (0, 0))
    at = modes.buffer_info()[0]
    pdfium.draw_mode(path.handle, at, at + 4)
    return bool(modes[1])


def _bounds(path: Drawn) -> Rectangle:
    """The box around a path on the page, with the width of its strokes."""
    sides = array("f", (0, 0, 0, 0))
    at = sides.buffer_info()[0]
    pdfium.object_bounds(path.handle, at, at + 4, at + 8, at + 12)
    left, bottom, right, top = sides
    if not path.groups:
        return Rectangle(left, top, right, bottom)
    corners = [(left, bottom), (left, top), (right, bottom), (right, top)]
    return _box_of([Step(0, *_on_page(x, y, path.groups), False) for x, y in corners])


def _box_of(steps: Sequence[Step]) -> Rectangle:
    xs, ys = [step.x for step in steps], [step.y for step in steps]
    return Rectangle(min(xs), max(ys), max(xs), min(ys))


def _on_page(x: float, y: float, matrices: Sequence[Sequence[float]]) -> tuple[float, float]:
    for a, b, c, d, e, f in reversed(matrices):
        x, y = a * x + c * y + e, b * x + d * y + f
    return x, y


def _matrix_of(handle: int) -> Sequence[float]:
    matrix = array("f", (1, 0, 0, 1, 0, 0))
    pdfium.object_matrix(handle, matrix.buffer_info()[0])
    return matrix


def _within(box: Rectangle, shown: Rectangle) -> Ruling | None:
    """The part of a line that is on the page, from its top left corner; None if it is no line."""
    left, right = max(box.left, shown.left), min(box.right, shown.right)
    top, bottom = min(box.top, shown.top), max(box.bottom, shown.bottom)
    width, height = right - left, top - bottom
    if not min(width, height) < _THICKEST_RULING <= max(width, height):
        return None
    return Ruling(left - shown.left, shown.top - top, right - shown.left, shown.top - bottom)
