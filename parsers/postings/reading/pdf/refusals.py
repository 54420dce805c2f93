"""Why a PDF cannot be read: one error for each reason, saying what to do."""

from __future__ import annotations

from collections.abc import Sequence

from postings.errors import (
    DamagedDocument,
    EmptyDocument,
    EncryptedDocument,
    ImageOnlyDocument,
    PostingsError,
    UnsupportedFormat,
)
from postings.reading.ocr.installation import how_to_read_pictures
from postings.reading.pdf.content import UNKNOWN
from postings.reading.pdf.pages import ReadPage
from postings.reading.pdf.streams import refuse_broken_streams

_DRAW = "make pictures of its pages ('pdftoppm -r 300 -png in.pdf page') to read them by OCR"
_FETCH = "download it again, or open it in a PDF viewer and print it to a new PDF"
_PASSWORD, _SECURITY = 4, 5  # error codes of PDFium
_UNMAPPED_SHARE = 0.5  # of the characters: with fewer readable ones a text is lost


def refuse_truncated(data: bytes) -> None:
    """Raise `DamagedDocument` if the end of the file is missing.

    The table of objects comes last in every PDF, after the last object; engines rebuild a
    missing one, and silently leave out the pages that were cut off.
    """
    if data.rfind(b"startxref") < data.rfind(b"endobj"):
        raise DamagedDocument("the PDF is truncated: its end is missing", _FETCH)


def refuse_broken(data: bytes) -> None:
    """Raise `DamagedDocument` if a part that may say text cannot be unpacked."""
    refuse_broken_streams(data, _FETCH)


def refusal(error: Exception) -> PostingsError:
    """The error that stands for an exception of a PDF engine."""
    fault = getattr(error, "fault", None)  # PDFium's; pdfplumber has a class for each cause
    if fault == _PASSWORD or "PDFPasswordIncorrect" in _causes(error):
        return EncryptedDocument(
            "the PDF is encrypted and needs a password",
            "remove the password, for instance 'qpdf --decrypt --password=... in.pdf out.pdf'",
        )
    if fault == _SECURITY or "PDFEncryptionError" in _causes(error):
        return EncryptedDocument(
            "the PDF is encrypted in a way that is not supported",
            "open it in a PDF viewer and print it to a new PDF",
        )
    if "ModuleNotFoundError" in _causes(error):
        return UnsupportedFormat(f"PDFs cannot be read: {error}", "install postings again")
    return DamagedDocument("the PDF is damaged", _FETCH)


def refuse_unreadable(pages: Sequence[ReadPage], text: str, *, ocr: bool) -> None:
    """Raise the error that fits if pages hold no text: none, blank, pictures, no letters."""
    if not pages:
        raise EmptyDocument("the PDF has no pages", _FETCH)
    characters = len(text) - text.count(" ") - text.count("\n")
    if not characters and any(page.content.pictures for page in pages):
        cure = how_to_read_pictures(wanted=ocr)
        raise ImageOnlyDocument("the PDF holds only pictures of its pages, no text", cure)
    if not characters:
        raise EmptyDocument("the pages of the PDF are blank", _FETCH)
    if text.count(UNKNOWN) > _UNMAPPED_SHARE * characters:
        raise ImageOnlyDocument("the fonts of the PDF do not say which letters they draw", _DRAW)


def _causes(error: BaseException) -> frozenset[str]:
    """Names of the exceptions that an exception wraps, and its own.

    pdfplumber puts the exception of pdfminer in its arguments.
    """
    wrapped = [arg for arg in error.args if isinstance(arg, BaseException)]
    chained = [cause for cause in (error.__cause__, error.__context__) if cause is not None]
    names = {type(error).__name__}
    for cause in (*wrapped, *chained):
        names |= _causes(cause)
    return frozenset(names)
