"""Ruled lines taken off a page's picture: Tesseract reads them as bars, and loses what they frame.

A rule is thin, darker than the paper on both of its sides, and longer than a letter's strokes.
Underlines, shorter than the rules of a table, stay: they touch the letters.
"""

from __future__ import annotations

from PIL import Image, ImageChops, ImageFilter

from postings.patterns import pattern

_BESIDE = (0.015, 0.04)  # inches from a rule to the paper: a second rule may be nearer
_DARKER = 24  # shades of 256
_SHORTEST_LEVEL, _SHORTEST_UPRIGHT = 1.6, 0.35  # inches
_BLACK, _WHITE = 0, 255
_MARK = [_BLACK] * _DARKER + [_WHITE] * (_WHITE + 1 - _DARKER)


def without_rules(image: Image.Image, dpi: float) -> Image.Image:
    """A level page without its ruled lines."""
    transpose = Image.Transpose.TRANSPOSE
    rules = ImageChops.lighter(
        _level_rules(image, _SHORTEST_LEVEL, dpi),
        _level_rules(image.transpose(transpose), _SHORTEST_UPRIGHT, dpi).transpose(transpose),
    )
    return Image.composite(Image.new("L", image.size, _WHITE), image, rules)


def _level_rules(image: Image.Image, shortest: float, dpi: float) -> Image.Image:
    """White where a level rule is, on black."""
    even = image.filter(ImageFilter.BoxBlur((1, 0)))
    rules = Image.new("L", image.size, _BLACK)
    for inches in _BESIDE:
        rows = max(2, round(inches * dpi))
        darker = ImageChops.subtract(ImageChops.darker(*_shifted(even, rows)), even).point(_MARK)
        rules = ImageChops.lighter(rules, _long(_thicker(darker), round(shortest * dpi)))
    return _thicker(rules)


def _shifted(image: Image.Image, rows: int) -> tuple[Image.Image, Image.Image]:
    return ImageChops.offset(image, 0, rows), ImageChops.offset(image, 0, -rows)


def _thicker(marked: Image.Image) -> Image.Image:
    """What is white, and the rows above and below it."""
    return ImageChops.lighter(ImageChops.lighter(*_shifted(marked, 1)), marked)


def _long(marked: Image.Image, shortest: int) -> Image.Image:
    """What is white for that many pixels along a row."""
    kept = bytearray(marked.width * marked.height)
    for run in pattern(rb"\xff{%d,}" % shortest).finditer(marked.tobytes()):
        kept[run.start() : run.end()] = run[0]
    return Image.frombytes("L", marked.size, bytes(kept))
