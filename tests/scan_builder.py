"""Scans for tests: pages of text drawn by PDFium, laid askew and grained, as files."""

from __future__ import annotations

import io
from collections.abc import Sequence
from random import Random
from typing import Any

import pytest
from pdf_builder import paragraph, pdf_of
from PIL import Image
from pypdfium2 import PdfDocument

from postings.reading.ocr.installation import missing_part

DPI = 150
_SIZE = 12  # points
_WHITE = 255

needs_ocr = pytest.mark.skipif(
    missing_part() is not None, reason=f"to read scans, {missing_part()}"
)


def sheet(lines: Sequence[str]) -> Image.Image:
    """A page of A4 with lines of text, in shades of grey."""
    with PdfDocument(pdf_of(paragraph(72, 72, lines, _SIZE))) as document:
        page: Image.Image = document[0].render(scale=DPI / 72, grayscale=True).to_pil()
    return page.convert("L")


def scanned(page: Image.Image, skew: float = 1.0) -> Image.Image:
    """The page laid askew on a scanner that adds grain, the same each time."""
    grain = Random(1).randbytes(page.width * page.height)
    turned = page.rotate(skew, Image.Resampling.BICUBIC, fillcolor=_WHITE)
    return Image.blend(turned, Image.frombytes("L", page.size, grain), 0.15)


def file_of(*pages: Image.Image, form: str = "PNG", **options: Any) -> bytes:
    """The bytes of a picture file or a PDF; TIFF and PDF may have several pages."""
    out = io.BytesIO()
    several = {"save_all": True, "append_images": pages[1:]} if pages[1:] else {}
    resolution = {"resolution": DPI} if form == "PDF" else {"dpi": (DPI, DPI)}
    pages[0].save(out, form, **several, **resolution, **options)
    return out.getvalue()


def scan_of(pdf: bytes, dpi: int = 200) -> bytes:
    """A printed file laid askew on a scanner: a PDF of pictures, in JPEG as scanners write them."""
    with PdfDocument(pdf) as document:
        pages = [
            scanned(page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L"))
            for page in document
        ]
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=dpi)
    return out.getvalue()
