"""Scans of the fixtures: typeset where they are plain text, drawn, turned, blurred and grained.

It needs the extra `fixtures` (typst). The same seed makes the same scan, pixel for pixel.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple
from zlib import crc32

import typst
from PIL import Image, ImageFilter
from pypdfium2 import PdfDocument

import postings

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
_WHITE = 255
_POINTS = 72  # in an inch
_UNIFORM = 74.0  # standard deviation of bytes drawn at random
_SHEET = """
#set page(paper: "a4", margin: 2cm)
#set text(font: "Libertinus Serif", size: 11pt, lang: "fr", hyphenate: false)
#set par(spacing: 0.65em)
#for line in json(bytes(sys.inputs.lines)) { if line == "" { v(0.6em) } else { par(line) } }
"""


class Damage(NamedTuple):
    """What paper and scanner do: degrees of skew, grain in shades of 256, two shades or all."""

    dpi: int = 200
    skew: float = 1.0
    grain: float = 20.0
    bilevel: bool = False


class Scanned(NamedTuple):
    """A fixture: its name, its text as the tool reads the file, and its pages as pictures."""

    name: str
    text: str
    pages: list[Image.Image]


def scans(damage: Damage, fixtures: Path = FIXTURES) -> Iterator[Scanned]:
    """The fixtures as scans; in a folder of other `*.txt` files, those."""
    found = [*fixtures.glob("*/posting.txt"), *fixtures.glob("*/posting.pdf")]
    for file in sorted(found or fixtures.glob("*.txt")):
        name = file.parent.name if found else file.stem
        text = postings.read_document(file).text
        pdf = file.read_bytes() if file.suffix == ".pdf" else typeset(text)
        pages = enumerate(drawn(pdf, damage.dpi), 1)
        yield Scanned(name, text, [scan(p, damage, seed=f"{name} {n}") for n, p in pages])


def typeset(text: str) -> bytes:
    """A PDF of a text, its lines as paragraphs on A4 pages."""
    lines = [line.strip().replace("  ", "\u2003") for line in text.split("\n")]
    pdf = typst.compile(
        _SHEET.encode(),
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"lines": json.dumps(lines)},
    )
    if not isinstance(pdf, bytes):
        raise TypeError("typst returned no PDF")
    return pdf


def drawn(pdf: bytes, dpi: int) -> list[Image.Image]:
    """The pages of a PDF as pictures."""
    with PdfDocument(pdf) as document:
        return [
            page.render(scale=dpi / _POINTS, grayscale=True).to_pil().convert("L")
            for page in document
        ]


def scan(page: Image.Image, damage: Damage, seed: str) -> Image.Image:
    """A page as a scanner would give it."""
    turned = page.rotate(damage.skew, Image.Resampling.BICUBIC, fillcolor=_WHITE)
    blurred = turned.filter(ImageFilter.GaussianBlur(0.6 * damage.dpi / 200))
    dust = Random(crc32(seed.encode())).randbytes(page.width * page.height)
    grain = Image.frombytes("L", page.size, dust)
    grained = Image.blend(blurred, grain, damage.grain / _UNIFORM)
    return grained.point(lambda shade: _WHITE * (shade > 128)) if damage.bilevel else grained
