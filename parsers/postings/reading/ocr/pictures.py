"""Pillow, and nothing but it: the bytes of a picture to pages in shades of grey."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from PIL import Image, ImageOps, ImageSequence

from postings.errors import DamagedDocument, UnsupportedFormat, WordlessPicture

_FORMATS = ("PNG", "JPEG", "TIFF")
_MOST_PIXELS = 100_000_000  # an A3 page at 600 dpi has 70 millions
_FEWEST_PIXELS = 60_000  # 300 x 200: hundreds of the smallest letters that can be read
_LARGEST_SIDE = 4200  # pixels: more of an A3 page at 300 dpi makes letters no clearer
_SMALLEST_SIDE = 1100  # pixels: of a screen, letters are too small for the engine
_A4_WIDTH = 8.27  # inches
_RESOLUTIONS = range(60, 1300)  # dots per inch that a scanner or a screen may have
_WHITE = 255


class Picture(NamedTuple):
    """A page in shades of grey, and its resolution in dots per inch, stated or likely."""

    image: Image.Image
    dpi: float


def pictures_in(data: bytes) -> Iterator[Picture]:
    """The pages of a picture file, upright as its EXIF says, at a size that the engine reads well.

    Raises `DamagedDocument`, or `UnsupportedFormat` for a picture that is too large.
    """
    with _opened(data) as file:
        for frame in ImageSequence.Iterator(file):
            yield _picture(frame)


def refuse_small(data: bytes) -> None:
    """Raise `WordlessPicture` if a picture has no room for a posting, else as `pictures_in`."""
    with _opened(data) as file:
        width, height = file.size
    if width * height < _FEWEST_PIXELS:
        what = f"the picture is too small for a posting ({width} × {height} pixels)"
        raise WordlessPicture(what, "scan the page at 300 dpi")


@contextmanager
def _opened(data: bytes) -> Iterator[Image.Image]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns of large pictures; they are refused here
        try:
            with Image.open(io.BytesIO(data), formats=_FORMATS) as file:
                yield file
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
            raise _refusal(error) from error


def scaled(picture: Picture) -> Picture:
    """The picture made smaller or larger, where the engine would read it badly as it is."""
    image, dpi = picture
    factor = min(1.0, _LARGEST_SIDE / max(image.size))
    if min(image.size) < _SMALLEST_SIDE and max(image.size) < _LARGEST_SIDE / 2:
        factor = 2.0
    if factor == 1.0:
        return picture
    size = (max(1, round(image.width * factor)), max(1, round(image.height * factor)))
    return Picture(image.resize(size, Image.Resampling.LANCZOS), dpi * factor)


def _picture(frame: Image.Image) -> Picture:
    width, height = frame.size
    if width * height > _MOST_PIXELS:
        raise UnsupportedFormat(
            f"the picture is too large ({width} × {height} pixels)", "scan it again at 300 dpi"
        )
    upright = ImageOps.exif_transpose(frame)
    return scaled(Picture(_grey(upright), _resolution(frame)))


def _grey(image: Image.Image) -> Image.Image:
    """Shades of grey, whatever the colours; what is transparent is white."""
    if image.mode.startswith("I;16"):  # of 65 536 shades
        return image.convert("I").point(lambda shade: shade / 256).convert("L")
    if image.has_transparency_data:
        image = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
    return image.convert("L")


def _resolution(image: Image.Image) -> float:
    """Dots per inch as the file says; as of an A4 page where it says nothing likely."""
    stated = image.info.get("dpi", (0, 0))[0]
    if stated and round(stated) in _RESOLUTIONS:
        return float(stated)
    return max(1.0, min(image.size) / _A4_WIDTH)


def _refusal(error: Exception) -> DamagedDocument | UnsupportedFormat:
    if isinstance(error, Image.DecompressionBombError):
        return UnsupportedFormat("the picture is too large", "scan it again at 300 dpi")
    return DamagedDocument("the picture is damaged", "scan it or download it again")
