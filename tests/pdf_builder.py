"""Small PDFs made by hand: the bytes of a file with the texts wanted where they are wanted."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import NamedTuple

PAGE_WIDTH, PAGE_HEIGHT = 595, 842
MEDIA_BOX = f"/MediaBox [0 0 {PAGE_WIDTH} {PAGE_HEIGHT}]"
COURIER = "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>"
# Codes are numbers of glyphs, and nothing says their letters.
MUTE_FONT = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Muette /Encoding /Identity-H"
    " /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Muette /DW 500"
    " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    " /FontDescriptor << /Type /FontDescriptor /FontName /ABCDEF+Muette /Flags 4 /StemV 80"
    " /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 >>"
    " >>] >>"
)


class Text(NamedTuple):
    """A run of text: its baseline's start, in points from the top left corner, and its size."""

    x: float
    y: float
    text: str
    size: float = 10


class Line(NamedTuple):
    """A ruled line between two points, in points from the top left corner."""

    x0: float
    y0: float
    x1: float
    y1: float


Mark = Text | Line | str  # a str is PDF operators as they are


def pdf_of(*pages: Sequence[Mark], entries: str = MEDIA_BOX, font: str = COURIER) -> bytes:
    """A PDF with one page for each sequence of marks, in Courier: 0.6 of the size a letter.

    `entries` are those of each page's dictionary that say its size and how it is turned.
    """
    numbers = [4 + 2 * i for i in range(len(pages))]
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        font.encode(),
    ]
    for number, marks in zip(numbers, pages, strict=True):
        objects += [_page(number + 1, entries), _stream(marks)]
    return file_of(objects)


def file_of(objects: Sequence[bytes]) -> bytes:
    """The bytes of a PDF of numbered objects, the first being the catalogue."""
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for offset in offsets:
        out.write(b"%010d 00000 n \n" % offset)
    out.write(b"trailer << /Size %d /Root 1 0 R >>\n" % (len(objects) + 1))
    out.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()


def paragraph(x: float, y: float, lines: Sequence[str], size: float = 10) -> list[Mark]:
    """Lines of text one under the other, 1.2 of their size apart."""
    return [Text(x, y + 1.2 * size * i, line, size) for i, line in enumerate(lines)]


def encrypted(data: bytes, *, user_password: str) -> bytes:
    """The PDF encrypted (AES), with an owner's password besides."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(user_password, owner_password="propriétaire", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _page(contents: int, entries: str) -> bytes:
    return (
        f"<< /Type /Page /Parent 2 0 R {entries}"
        f" /Resources << /Font << /F1 3 0 R >> >> /Contents {contents} 0 R >>"
    ).encode()


def _stream(marks: Sequence[Mark]) -> bytes:
    body = b"\n".join(map(_operators, marks))
    return b"<< /Length %d >>\nstream\n%b\nendstream" % (len(body), body)


def _operators(mark: Mark) -> bytes:
    if isinstance(mark, str):
        return mark.encode("latin-1")
    if isinstance(mark, Line):
        ends = (mark.x0, PAGE_HEIGHT - mark.y0, mark.x1, PAGE_HEIGHT - mark.y1)
        return b"0.5 w %g %g m %g %g l S" % ends
    escaped = mark.text.encode("cp1252")
    for char in (b"\\", b"(", b")"):
        escaped = escaped.replace(char, b"\\" + char)
    where = (mark.size, mark.x, PAGE_HEIGHT - mark.y)
    return b"BT /F1 %g Tf %g %g Td (" % where + escaped + b") Tj ET"
