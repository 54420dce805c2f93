"""A page's picture to its words: set upright and level, smoothed, read, mended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import cos, radians, sin
from typing import NamedTuple

from PIL import Image

from postings.document import Box, Certainty
from postings.reading.ocr.certainty import doubtful_spans
from postings.reading.ocr.installation import knows_orientation
from postings.reading.ocr.mending import mended
from postings.reading.ocr.pictures import Picture
from postings.reading.ocr.ruled_lines import without_rules
from postings.reading.ocr.second_reading import confirmed, softened
from postings.reading.ocr.straightening import levelled, skew_of, smoothed
from postings.reading.ocr.tesseract import ReadWord, read_words, turn_of
from postings.reading.pdf.boxes import PageWords
from postings.reading.pdf.content import PageContent
from postings.reading.pdf.words import Word

POINTS = 72  # in an inch
_DUBIOUS = 0.6  # mean confidence: an upright page, even a bad one, is read with more
_POOR = 0.93  # mean confidence: of pages with less, figures are read twice
_LONG = 5  # letters: of fewer, a word may be as high as it is wide
_CAPITALS = 1.3  # times their height is the size of the font: they do not go below the line
_DIGITS = 1  # after the point, of a point

Reader = Callable[[Image.Image, float], Sequence[ReadWord]]


class RecognisedPage(NamedTuple):
    """The words of a page as read, in points from the top left corner of the page set level.

    `angle` is the number of degrees, counterclockwise, by which the page was turned for that;
    `size` its width and height as it is shown, `level_size` as it was read.
    """

    words: Sequence[ReadWord]
    angle: float
    size: tuple[float, float]
    level_size: tuple[float, float]

    @property
    def content(self) -> PageContent:
        """The page as a PDF's page that has these words written on it."""
        return PageContent([_written(word) for word in self.words], *self.level_size)

    def shown(self, box: Box) -> Box:
        """The box on the page as it is shown around a box of the page as it was read."""
        corners = [(x, y) for x in (box.x0, box.x1) for y in (box.top, box.bottom)]
        xs, ys = zip(*(self._shown_point(x, y) for x, y in corners), strict=True)
        sides = (min(xs), min(ys), max(xs), max(ys))
        return Box(box.page, *(round(side, _DIGITS) for side in sides))

    def _shown_point(self, x: float, y: float) -> tuple[float, float]:
        """Both pages have their middle in common; y grows downwards."""
        across, down = x - self.level_size[0] / 2, y - self.level_size[1] / 2
        along, beside = cos(radians(self.angle)), sin(radians(self.angle))
        return (
            self.size[0] / 2 + across * along - down * beside,
            self.size[1] / 2 + across * beside + down * along,
        )

    def certainty(self, placed: PageWords, text: str) -> Certainty:
        """How sure OCR is of the page; `placed` are its words in `text`, the document's."""
        sure = {_written(word): word.confidence for word in self.words}
        readings = [(start, end, sure.get(word, 1.0)) for start, end, word in placed.located(text)]
        doubtful = doubtful_spans(readings, text, placed.start, placed.end)
        return Certainty(placed.number, round(mean_confidence(self.words), 3), tuple(doubtful))


def recognise(picture: Picture, read: Reader = read_words) -> RecognisedPage:
    """Read a page by OCR, whichever way up it is; `read` reads a page that is level."""
    page, turn = _read(picture, 0, read), 0
    if _may_be_turned(page.words) and knows_orientation():
        turn = -turn_of(picture.image, picture.dpi)
        page = _read(picture, turn, read) if turn else page
    if mean_confidence(page.words) >= _POOR or not page.words:
        return page
    again = _read(picture, turn, lambda level, dpi: read(softened(level), dpi))
    return page._replace(words=confirmed(page.words, again.words))


def mean_confidence(words: Sequence[ReadWord]) -> float:
    """How surely the letters of words were read, from 0 to 1."""
    letters = sum(len(word.text) for word in words)
    return sum(len(word.text) * word.confidence for word in words) / max(1, letters)


def _may_be_turned(words: Sequence[ReadWord]) -> bool:
    """Tell whether a page may be upside down, or on its side: the engine reads some of those."""
    long = [word for word in words if len(word.text) >= _LONG]
    upright = sum(word.bottom - word.top > word.x1 - word.x0 for word in long)
    return 2 * upright > len(long) or mean_confidence(words) < _DUBIOUS


def _read(picture: Picture, turn: int, read: Reader) -> RecognisedPage:
    upright = picture.image.rotate(turn, expand=True) if turn else picture.image
    skew = skew_of(upright)
    level = levelled(upright, skew)
    scale = POINTS / picture.dpi
    words = mended(read(without_rules(smoothed(level), picture.dpi), picture.dpi))
    return RecognisedPage(
        [_in_points(word, scale) for word in words],
        turn + skew,
        (picture.image.width * scale, picture.image.height * scale),
        (level.width * scale, level.height * scale),
    )


def _in_points(word: ReadWord, scale: float) -> ReadWord:
    text, confidence, *sides = word
    return ReadWord(text, confidence, *(side * scale for side in sides))


def _written(word: ReadWord) -> Word:
    """A word as one of a PDF's page: a blank always follows it."""
    size = (word.bottom - word.top) * (_CAPITALS if word.text == word.text.upper() else 1)
    return Word(word.text, word.x0, word.top, word.x1, word.bottom, size, spaced=True)
