"""What a file is, told by its first bytes."""

from __future__ import annotations

import re
from typing import NamedTuple

from postings.errors import UnsupportedFormat
from postings.patterns import pattern

SUPPORTED_KINDS = "plain text, PDF with a text layer"
_HEAD = 1024  # bytes looked at: a PDF may open with as many bytes of something else

_SAVE = "save it as PDF or plain text"
_OCR = "run OCR on it to get a PDF with a text layer, for instance with ocrmypdf"
_UNPACK = "unpack it and read the files in it"
_CHECK = "check that this is the right file"


class Kind(NamedTuple):
    """A kind of file that is recognised and refused: its name, and what to do with it."""

    name: str
    cure: str


_WORD = Kind("a Word document (.docx)", _SAVE)
_HTML = Kind("a web page (HTML)", _SAVE)
_SIGNATURES: tuple[tuple[bytes, Kind], ...] = (
    (b"PK\x05\x06", Kind("an empty ZIP archive", _UNPACK)),
    (b"{\\rtf", Kind("a rich text document (RTF)", _SAVE)),
    (b"\x89PNG\r\n\x1a\n", Kind("a picture (PNG)", _OCR)),
    (b"\xff\xd8\xff", Kind("a picture (JPEG)", _OCR)),
    (b"II*\x00", Kind("a picture (TIFF)", _OCR)),
    (b"MM\x00*", Kind("a picture (TIFF)", _OCR)),
    (b"GIF87a", Kind("a picture (GIF)", _OCR)),
    (b"GIF89a", Kind("a picture (GIF)", _OCR)),
    (b"\x1f\x8b", Kind("a gzip archive", _UNPACK)),
    (b"BZh", Kind("a bzip2 archive", _UNPACK)),
    (b"\xfd7zXZ\x00", Kind("an xz archive", _UNPACK)),
    (b"\x28\xb5\x2f\xfd", Kind("a Zstandard archive", _UNPACK)),
    (b"7z\xbc\xaf\x27\x1c", Kind("a 7-Zip archive", _UNPACK)),
    (b"Rar!\x1a\x07", Kind("a RAR archive", _UNPACK)),
    (b"%!PS", Kind("a PostScript file", "convert it to PDF, for instance with ps2pdf")),
    (b"SQLite format 3\x00", Kind("an SQLite database", _CHECK)),
    (b"\x7fELF", Kind("a program (ELF)", _CHECK)),
    (b"MZ\x90\x00", Kind("a Windows program", _CHECK)),
)
# What a ZIP archive holds tells what it is; the names in it are not compressed.
_ZIP_CONTENTS: tuple[tuple[bytes, Kind], ...] = (
    (b"application/vnd.oasis.opendocument.text", Kind("an OpenDocument text (.odt)", _SAVE)),
    (b"application/vnd.oasis.opendocument", Kind("an OpenDocument file", _SAVE)),
    (b"application/epub+zip", Kind("an e-book (EPUB)", _SAVE)),
    (b"word/", _WORD),
    (b"xl/", Kind("a spreadsheet (.xlsx)", _SAVE)),
    (b"ppt/", Kind("a presentation (.pptx)", _SAVE)),
)
_HTML_START = pattern(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,400}-->\s*)?<(?:!doctype\s+html|html)\b", re.I
)
_PDF_MARK = pattern(rb"%PDF-\d")


def is_pdf(data: bytes) -> bool:
    """Tell whether the bytes are a PDF's, even one with stray bytes before its first line."""
    mark = _PDF_MARK.search(data, 0, _HEAD)
    if mark is None:
        return False
    # A text may quote the mark; a PDF that opens with something else has objects as well.
    return not data[: mark.start()].strip(b"\xef\xbb\xbf\x00\t\r\n\f ") or b" obj" in data


def refuse_unsupported(data: bytes) -> None:
    """Raise `UnsupportedFormat` if the bytes are of a kind known and not read."""
    kind = recognise(data)
    if kind is not None:
        raise unsupported(kind)


def unsupported(kind: Kind) -> UnsupportedFormat:
    """The error that names a kind of file and says which kinds are read."""
    return UnsupportedFormat(
        f"this is {kind.name}, which is not supported",
        f"{kind.cure} (supported: {SUPPORTED_KINDS})",
    )


def binary() -> UnsupportedFormat:
    """The error for bytes that are neither text nor of a kind known by name."""
    return unsupported(Kind("a binary file of unknown kind", _CHECK))


def recognise(data: bytes) -> Kind | None:
    """Name the kind of a file that is neither text nor PDF; None if nothing tells it."""
    if data.startswith(b"PK\x03\x04"):
        return _zip_kind(data)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _ole_kind(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Kind("a picture (WebP)", _OCR)
    if data[4:8] == b"ftyp":
        return Kind("a picture or film (HEIF, AVIF or MP4)", _OCR)
    if data[:2] == b"BM" and data[6:10] == b"\x00\x00\x00\x00":
        return Kind("a picture (BMP)", _OCR)
    if _HTML_START.match(data.removeprefix(b"\xef\xbb\xbf")):
        return _HTML
    return next((kind for mark, kind in _SIGNATURES if data.startswith(mark)), None)


def _zip_kind(data: bytes) -> Kind:
    found = (kind for mark, kind in _ZIP_CONTENTS if mark in data)
    return next(found, Kind("a ZIP archive", _UNPACK))


def _ole_kind(data: bytes) -> Kind:
    if "WordDocument".encode("utf-16-le") in data:
        return Kind("an old Word document (.doc)", _SAVE)
    return Kind("an old Office document (OLE: .doc, .xls, .ppt or .msg)", _SAVE)
