"""A page set level, and its grain taken away: what Tesseract does not do by itself.

Lines of text that are level leave white rows between them: of all angles, the one by which the
rows of the turned page differ most from one to the next is that of its lines.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PIL import Image, ImageChops, ImageFilter, ImageOps

_WIDEST = 6.0  # degrees: a page that leans more was not laid on a scanner
_COARSE, _FINE = 0.5, 0.1  # degrees
_NEGLIGIBLE = 0.15  # degrees
_LOOKED_AT = 700  # pixels of the longer side
_GRAINY = 9  # shades of 256 by which half of the pixels differ from their neighbours
_WHITE = 255


def skew_of(image: Image.Image) -> float:
    """The angle in degrees, counterclockwise, by which a page is to be turned to be level."""
    small = ImageOps.invert(image)
    small.thumbnail((_LOOKED_AT, _LOOKED_AT), Image.Resampling.BOX)
    coarse = _levelest(small, _around(0.0, _WIDEST, _COARSE))
    fine = _levelest(small, _around(coarse, _COARSE, _FINE))
    return 0.0 if abs(fine) < _NEGLIGIBLE else fine


def levelled(image: Image.Image, angle: float) -> Image.Image:
    """The page turned by an angle about its middle, on a sheet large enough for its corners."""
    if not angle:
        return image
    return image.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=_WHITE)


def smoothed(image: Image.Image) -> Image.Image:
    """The page without its grain, where it has much: to clean letters smoothing does harm."""
    smooth = image.filter(ImageFilter.MedianFilter(3))
    differences = ImageChops.difference(image, smooth).histogram()
    calm = sum(differences[:_GRAINY])
    return smooth if 2 * calm < sum(differences) else image


def _around(middle: float, reach: float, step: float) -> Iterable[float]:
    steps = round(reach / step)
    return (middle + step * i for i in range(-steps, steps + 1))


def _levelest(page: Image.Image, angles: Iterable[float]) -> float:
    return max(angles, key=lambda angle: (_contrast(page, angle), -abs(angle)))


def _contrast(page: Image.Image, angle: float) -> int:
    """How much each row of the turned page differs from the next one."""
    turned = page.rotate(angle, Image.Resampling.BILINEAR, fillcolor=0)
    rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
    return sum((above - below) ** 2 for above, below in pairwise(rows))
