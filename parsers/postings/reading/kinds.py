"""What a file is, told by its content: kinds that are read, and kinds known and refused."""

from __future__ import annotations

import re
from typing import NamedTuple

from postings.errors import EncryptedDocument, UnsupportedFormat
from postings.patterns import pattern

SUPPORTED_KINDS = "plain text, PDF with a text layer, HTML, .docx, .odt, .rtf, .eml, .zip"
PICTURE_SUFFIXES = frozenset((".jpeg", ".jpg", ".png", ".tif", ".tiff"))
# The names that postings have, in directories and archives; none is a name without a suffix.
SUFFIXES = PICTURE_SUFFIXES.union(
    "|.docx|.eml|.htm|.html|.md|.mht|.mhtml|.odt|.pdf|.rtf|.text|.txt|.xhtml|.zip".split("|")
)
_HEAD = 1024  # bytes looked at: a PDF may open with as many bytes of something else

_SAVE = "save it as PDF or plain text"
_REDRAW = "save it as PNG or JPEG"
_CONVERT = "save it as .docx, for instance with 'soffice --headless --convert-to docx FILE'"
_UNPACK = "unpack it and read the files in it"
_CHECK = "check that this is the right file"


class Kind(NamedTuple):
    """A kind of file that is recognised and refused: its name, and what to do with it."""

    name: str
    cure: str


# Pictures that are read by OCR, where it is installed.
_PICTURES = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
)
_SIGNATURES: tuple[tuple[bytes, Kind], ...] = (
    (b"PK\x05\x06", Kind("an empty ZIP archive", _UNPACK)),
    (b"GIF87a", Kind("a picture (GIF)", _REDRAW)),
    (b"GIF89a", Kind("a picture (GIF)", _REDRAW)),
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
# What a ZIP archive holds tells what it is: its first `mimetype`, or the name of an entry.
_ODT = "application/vnd.oasis.opendocument.text"
_ZIP_TYPES = {
    "application/vnd.oasis.opendocument": Kind("an OpenDocument file, but no text", _SAVE),
    "application/epub+zip": Kind("an e-book (EPUB)", _SAVE),
}
_ZIP_NAMES = {
    "xl/workbook": Kind("a spreadsheet (.xlsx)", _SAVE),
    "ppt/presentation": Kind("a presentation (.pptx)", _SAVE),
    "Index/Document.iwa": Kind("a Pages document", _SAVE),
}
_DOCX_PART = pattern(r"word/document\d*\.xml")
_HTML_START = pattern(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_HTML_PIECE = pattern(
    rb"\s*<(?:div|main|article|section|table|p|h[1-3]|ul|dl|span|meta|title|header|center)\b[^<>]{0,500}>",
    re.I,
)
_CLOSING_TAG = pattern(rb"</[a-z][a-z0-9]{0,10}>", re.I)
_MAIL_LINE = pattern(rb"[!-9;-~]{1,60}:[ \t]|[ \t]+\S|[!-9;-~]{1,60}:$")
_MAIL_START = pattern(rb"[A-Za-z][A-Za-z0-9-]{1,40}:")
_MAIL_SIGNS = pattern(rb"(?im)^(?:mime-version|message-id|received|return-path|content-type):")
_MAIL_PARTS = pattern(rb"(?im)^(?:from|date|subject|to|delivered-to|content-type):")
_PDF_MARK = pattern(rb"%PDF-\d")


def is_pdf(data: bytes) -> bool:
    """Tell whether the bytes are a PDF's, even one with stray bytes before its first line."""
    mark = _PDF_MARK.search(data, 0, _HEAD)
    if mark is None:
        return False
    # A text may quote the mark; a PDF that opens with something else has objects as well.
    return not data[: mark.start()].strip(b"\xef\xbb\xbf\x00\t\r\n\f ") or b" obj" in data


def is_html(data: bytes) -> bool:
    """Tell whether the bytes are a web page's, or those of a piece of one."""
    head = data[: 4 * _HEAD].removeprefix(b"\xef\xbb\xbf")
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.decode("utf-16", "replace").encode("utf-8", "replace")
    if _HTML_START.match(head):
        return True
    return bool(_HTML_PIECE.match(head)) and len(_CLOSING_TAG.findall(head)) > 1


def is_rtf(data: bytes) -> bool:
    """Tell whether the bytes are those of rich text."""
    return data.startswith(b"{\\rtf")


def is_mail(data: bytes) -> bool:
    """Tell whether the bytes begin with the headers of a mail as programs write them.

    A text that people pasted a mail into has "From:" and "Subject:" too, but none of the
    headers that nobody sees.
    """
    head = data[: 4 * _HEAD].replace(b"\r\n", b"\n")
    if not _MAIL_START.match(head):
        return False
    headers, _, _ = head.partition(b"\n\n")
    lines = headers.split(b"\n")[:-1] if headers == head else headers.split(b"\n")
    written = all(_MAIL_LINE.match(line) for line in lines)
    return written and bool(_MAIL_SIGNS.search(headers)) and bool(_MAIL_PARTS.search(headers))


def is_zip(data: bytes) -> bool:
    """Tell whether the bytes are a ZIP archive's: of a document, or of files."""
    return data.startswith(b"PK\x03\x04")


class ZipContents(NamedTuple):
    """What tells one ZIP archive from another: the names in it, and the type that it declares."""

    names: frozenset[str]
    media_type: str

    def is_docx(self) -> bool:
        """Whether it is a Word document."""
        return any(map(_DOCX_PART.fullmatch, self.names))

    def is_odt(self) -> bool:
        """Whether it is an OpenDocument text, or the template of one."""
        return self.media_type in (_ODT, f"{_ODT}-template") and "content.xml" in self.names

    def refused_kind(self) -> Kind | None:
        """The kind of document that it is and that is not read; None for an archive of files."""
        types = (k for mark, k in _ZIP_TYPES.items() if self.media_type.startswith(mark))
        names = (
            kind
            for mark, kind in _ZIP_NAMES.items()
            if any(name.startswith(mark) for name in self.names)
        )
        return next(types, None) or next(names, None)

    def is_archive(self) -> bool:
        """Whether it is an archive of files, and no document."""
        return not (self.is_docx() or self.is_odt() or self.refused_kind())


def picture_format(data: bytes) -> str:
    """Name the format of a picture that OCR can read, as Pillow does; empty if it is none."""
    return next((name for mark, name in _PICTURES if data.startswith(mark)), "")


def refuse_unsupported(data: bytes) -> None:
    """Raise the error that fits if the bytes are of a kind known and not read."""
    kind = recognise(data)
    if kind is not None:
        raise unsupported(kind)


def unsupported(kind: Kind) -> UnsupportedFormat:
    """The error that names a kind of file and says which kinds are read."""
    return UnsupportedFormat(
        f"this is {kind.name}, which is not supported",
        f"{kind.cure} (supported: {SUPPORTED_KINDS}; by OCR: PNG, JPEG, TIFF)",
    )


def binary() -> UnsupportedFormat:
    """The error for bytes that are neither text nor of a kind known by name."""
    return unsupported(Kind("a binary file of unknown kind", _CHECK))


def recognise(data: bytes) -> Kind | None:
    """Name the kind of a file that is known and not read; None if nothing tells it."""
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _ole_kind(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Kind("a picture (WebP)", _REDRAW)
    if data[4:8] == b"ftyp":
        return Kind("a picture or film (HEIF, AVIF or MP4)", _REDRAW)
    if data[:2] == b"BM" and data[6:10] == b"\x00\x00\x00\x00":
        return Kind("a picture (BMP)", _REDRAW)
    return next((kind for mark, kind in _SIGNATURES if data.startswith(mark)), None)


def _ole_kind(data: bytes) -> Kind:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise EncryptedDocument(
            "the document is encrypted and needs a password",
            "open it in Word or LibreOffice and save it without a password",
        )
    if "WordDocument".encode("utf-16-le") in data:
        return Kind("an old Word document (.doc)", _CONVERT)
    if "__substg1.0_".encode("utf-16-le") in data:
        return Kind("an Outlook message (.msg)", "save it from Outlook as .eml, .html or .txt")
    return Kind("an old Office document (OLE: .doc, .xls, .ppt or .msg)", _SAVE)
