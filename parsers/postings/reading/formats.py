"""Which reader a file is for, told by content; each is imported when it is needed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from io import BytesIO
from typing import IO

from postings.document import Document, LayoutMode
from postings.errors import DamagedDocument
from postings.reading.kinds import (
    Kind,
    ZipContents,
    is_html,
    is_mail,
    is_pdf,
    is_rtf,
    is_zip,
    picture_format,
    refuse_unsupported,
    unsupported,
)

# Bytes, the path that they came from, and their digest -> the document.
Reader = Callable[[bytes, str, str], Document]
_INSIDE = Kind(
    "a ZIP archive where one document is expected",
    "unpack it, or name one file in it: ARCHIVE.zip/NAME",
)


def reader_of(data: bytes, layout: LayoutMode = "auto", *, ocr: bool = True) -> Reader:
    """The reader for some bytes; raises `UnsupportedFormat` for a kind that has none."""
    if is_pdf(data):
        from postings.reading.pdf import pdf_document

        return partial(pdf_document, mode=layout, ocr=ocr)
    if picture := picture_format(data):
        from postings.reading.ocr import picture_document

        return partial(picture_document, form=picture, ocr=ocr)
    if is_zip(data):
        return _zip_reader(data)
    if is_html(data):
        from postings.reading.html import html_document

        return html_document
    return _written_reader(data)


def _written_reader(data: bytes) -> Reader:
    if is_rtf(data):
        from postings.reading.rich_text import rtf_document

        return rtf_document
    if is_mail(data):
        from postings.reading.mail import mail_document

        return mail_document
    refuse_unsupported(data)
    from postings.reading.text import text_document

    return text_document


def _zip_reader(data: bytes) -> Reader:
    contents = zip_contents(BytesIO(data))
    if contents.is_docx():
        from postings.reading.word import docx_document

        return docx_document
    if contents.is_odt():
        from postings.reading.opendocument import odt_document

        return odt_document
    raise unsupported(contents.refused_kind() or _INSIDE)


def zip_contents(file: IO[bytes] | str) -> ZipContents:
    """What a ZIP archive holds; raises `DamagedDocument` if its directory cannot be read."""
    import zipfile

    try:
        with zipfile.ZipFile(file) as archive:
            names = frozenset(archive.namelist())
            small = "mimetype" in names and archive.getinfo("mimetype").file_size < 200
            declared = archive.read("mimetype") if small else b""
    except (
        Exception
    ) as error:  # truncated, encrypted, packed in an unknown way: each raises its own
        what = "the file is a damaged ZIP archive or document"
        raise DamagedDocument(what, "fetch it again, or save it again") from error
    return ZipContents(names, declared.decode("ascii", "replace").strip())
