"""Tesseract, and nothing but it: a page's picture to its words.

The program is run, page by page, through a pipe. A picture that makes it fail costs that page
and no more, and no page is written to the disk.
"""

from __future__ import annotations

import io
import os
import subprocess
from collections.abc import Iterator
from typing import NamedTuple

from PIL import Image

from postings.errors import DamagedDocument
from postings.patterns import pattern
from postings.reading.normalization import normalize
from postings.reading.ocr.installation import LANGUAGE, PROGRAM

_MOST_SECONDS = 300  # for a page: one is read in two
_ONE_THREAD = {"OMP_THREAD_LIMIT": "1"}  # its threads wait for each other more than they read
_LINE, _WORD = "4", "5"  # levels of a row of its table
_RULE = pattern(r"[|¦]+")  # what the rule of a table is read as
_SPECK = pattern(r"[:;.,_'‘’~^]+")  # what dirt is read as, when it is not sure
_LIKELY = 0.6
_ROTATION = pattern(r"^Rotate: (\d+)$")


class ReadWord(NamedTuple):
    """A word as read, and how surely, from 0 to 1. Its box is as high as its line, in pixels."""

    text: str
    confidence: float
    x0: float
    top: float
    x1: float
    bottom: float


def read_words(image: Image.Image, dpi: float) -> list[ReadWord]:
    """The words of a level page, in the order in which Tesseract reads them.

    Raises `DamagedDocument` if it fails on the page, or takes minutes.
    """
    table = _run(image, "-l", LANGUAGE, "--psm", "3", "--dpi", str(round(dpi)), "tsv")
    return list(_words(table))


def turn_of(image: Image.Image, dpi: float) -> int:
    """The degrees, clockwise, by which a page is to be turned to be upright; 0 if nothing tells."""
    try:
        told = _run(image, "-l", "osd", "--psm", "0", "--dpi", str(round(dpi)))
    except DamagedDocument:  # too few letters to tell
        return 0
    found = next(filter(None, map(_ROTATION.match, told.splitlines())), None)
    return int(found[1]) if found else 0


def _words(table: str) -> Iterator[ReadWord]:
    """The words of its table: a row an item, ten columns of numbers, confidence, text."""
    top = bottom = 0.0
    for row in table.splitlines()[1:]:
        level, *_, left, above, width, height, confidence, text = row.split("\t", 11)
        if level == _LINE:
            top, bottom = float(above), float(above) + float(height)
        sure, written = float(confidence) / 100, normalize(text).strip()
        if level == _WORD and written and not _is_dirt(written, sure):
            yield ReadWord(written, sure, float(left), top, float(left) + float(width), bottom)


def _is_dirt(written: str, sure: float) -> bool:
    if _RULE.fullmatch(written):
        return True
    return sure < _LIKELY and _SPECK.fullmatch(written) is not None


def _run(image: Image.Image, *arguments: str) -> str:
    try:
        done = subprocess.run(
            [PROGRAM, "stdin", "stdout", *arguments],
            input=_bytes_of(image),
            capture_output=True,
            timeout=_MOST_SECONDS,
            env=os.environ | _ONE_THREAD,
            check=True,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise DamagedDocument("OCR failed on a page", "scan it again at 300 dpi") from error
    return done.stdout.decode("utf-8", "replace")


def _bytes_of(image: Image.Image) -> bytes:
    """The picture in the plainest of formats, which costs nothing to write and to read."""
    out = io.BytesIO()
    image.save(out, "PPM")
    return out.getvalue()
