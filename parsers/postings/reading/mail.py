"""Mails (.eml) and pages saved as one file (.mhtml): the words, and the files attached.

The sender and those written to are left out: they are nobody's contact.
"""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from contextlib import contextmanager
from email.errors import CloseBoundaryNotFoundDefect
from email.message import EmailMessage

from postings.document import Document
from postings.errors import DamagedDocument, EmptyDocument, MissingLibrary
from postings.patterns import pattern
from postings.reading.encoding import decode
from postings.reading.normalization import normalize

_DEEPEST = 4  # mails attached to mails
_NO_NAME = pattern(r"[/\\\x00-\x1f]+")
_SAVE_AGAIN = "save it again from the mail program, as .eml or as text"
_CUT = "the end of the mail is missing, and what it said; save it again from the mail program"
_ATTACHED = "read the files attached to it"
_SUFFIXES = {"message/rfc822": ".eml", "text/html": ".html", "text/plain": ".txt"}


def mail_document(data: bytes, path: str, sha256: str) -> Document:
    """Make a document of a mail's subject and words, or of the page that an .mhtml file holds.

    The files attached are documents of their own: `attachments`. Raises `EmptyDocument` if it
    has no words, `MissingLibrary` if they are only in HTML.
    """
    with _understood():
        mail = _parsed(data)
        if _is_saved_page(mail):
            return _saved_page(mail, path, sha256)
        text = _words(mail)
    if not text.strip():
        raise EmptyDocument("the mail has no words of its own", _ATTACHED)
    subject = _header(mail, "subject")
    headed = f"Objet : {subject}\n\n{text}" if subject else text
    damage = (_CUT,) if _is_cut(mail, data) else ()
    return Document(headed, path=path, media_type="message/rfc822", sha256=sha256, damage=damage)


def attachments(data: bytes) -> list[tuple[str, bytes]]:
    """The files attached to a mail; those of attached mails are under these, `mail.eml/cv.pdf`.

    Pictures that stand in the words, as logos do, are no files. Names are made unique. Raises
    `DamagedDocument`.
    """
    with _understood():
        return list(_files(data))


def last_if_cut(data: bytes) -> str:
    """The name of the file that a mail ends in the middle of; empty if it is whole."""
    with _understood():
        names = [name for name, _ in _files(data)]
        return names[-1] if names and _is_cut(_parsed(data), data) else ""


def _is_cut(mail: EmailMessage, data: bytes) -> bool:
    """Whether the end of a mail is missing: of its last part, or of its last line."""
    defects = (defect for part in mail.walk() for defect in part.defects)
    if any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in defects):
        return True
    return not mail.is_multipart() and not data.endswith((b"\n", b"\r", b"\x00"))


def _files(data: bytes, depth: int = 0) -> Iterator[tuple[str, bytes]]:
    mail, seen = _parsed(data), set[str]()
    if _is_saved_page(mail):
        return
    for number, part in enumerate(_attached(mail), 1):
        name = _unique(_name(part, number), seen)
        content = _content(part)
        yield name, content
        if part.get_content_type() == "message/rfc822" and depth < _DEEPEST:
            for inner, words in _files(content, depth + 1):
                yield f"{name}/{inner}", words


@contextmanager
def _understood() -> Iterator[None]:
    """Take what the standard library raises on mails without sense for what it means."""
    try:
        yield
    except RecursionError as error:
        what = "the parts of this mail are nested beyond what any program writes"
        raise DamagedDocument(what, _SAVE_AGAIN) from error
    except (ValueError, LookupError, AttributeError, TypeError, AssertionError) as error:
        raise DamagedDocument("the mail is damaged", _SAVE_AGAIN) from error


def _parsed(data: bytes) -> EmailMessage:
    mail = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(mail, EmailMessage)
    return mail


def _header(mail: EmailMessage, name: str) -> str:
    """A header in one line; what cannot be decoded is left out."""
    try:
        return " ".join(str(mail.get(name, "")).split())
    except (ValueError, LookupError, IndexError, AttributeError):  # headers written amiss
        return ""


def _is_saved_page(mail: EmailMessage) -> bool:
    if mail.get_content_type() != "multipart/related":
        return False
    return "snapshot-content-location" in mail or mail.get_param("type") == "text/html"


def _saved_page(mail: EmailMessage, path: str, sha256: str) -> Document:
    from postings.reading.html import page_document

    page = next((p for p in mail.walk() if p.get_content_type() == "text/html"), None)
    if not isinstance(page, EmailMessage):
        raise DamagedDocument("the saved page is damaged", "save it again, as HTML or as PDF")
    return page_document(_page(page), path, sha256, media_type="multipart/related")


def _words(mail: EmailMessage) -> str:
    """The words of a mail: plain ones, unless its HTML says far more."""
    plain, page = (mail.get_body((kind,)) for kind in ("plain", "html"))
    text = normalize(_text(plain)) if isinstance(plain, EmailMessage) else ""
    if not isinstance(page, EmailMessage):
        return text
    try:
        from postings.reading.html import page_document

        shown = page_document(_page(page), "", "").text
    except EmptyDocument:
        return text
    except MissingLibrary:
        if text.strip():
            return text
        raise
    return shown if len(shown) > 2 * len(text) else text


def _page(part: EmailMessage) -> str:
    """The source of a page, in the encoding that its header or else the page itself declares."""
    if part.get_content_charset() is None:
        from postings.reading.html.charset import decode_page

        return decode_page(_content(part))
    return _text(part)


def _text(part: EmailMessage) -> str:
    charset = part.get_content_charset() or ""
    try:
        return _content(part).decode(charset)
    except (LookupError, UnicodeDecodeError):
        return decode(_content(part))


def _attached(mail: EmailMessage) -> Iterator[EmailMessage]:
    """The parts that are files: all but the words and the pictures in them."""
    if mail.get_content_type() in ("text/plain", "text/html") and mail.is_attachment():
        yield mail  # a mail that is nothing but a file
        return
    for part in mail.iter_attachments() if mail.is_multipart() else ():
        if isinstance(part, EmailMessage) and not _is_part_of_words(part):
            yield part


def _is_part_of_words(part: EmailMessage) -> bool:
    kind = part.get_content_maintype()
    inline = part.get_content_disposition() != "attachment"
    return kind == "multipart" or (kind == "image" and (inline or "content-id" in part))


def _name(part: EmailMessage, number: int) -> str:
    """The name of an attached file, without folders; one made up where it has none."""
    try:
        given = part.get_filename() or ""
    except (ValueError, LookupError, AttributeError):
        given = ""
    name = _NO_NAME.sub("_", given).strip(" ._")
    return name or f"attachment-{number}{_SUFFIXES.get(part.get_content_type(), '')}"


def _unique(name: str, seen: set[str]) -> str:
    stem, dot, suffix = name.rpartition(".")
    made, copy = name, 2
    while made in seen:
        made = f"{stem} ({copy}){dot}{suffix}" if dot else f"{name} ({copy})"
        copy += 1
    seen.add(made)
    return made


def _content(part: EmailMessage) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        mail = inner[0] if isinstance(inner, list) and inner else None
        return mail.as_bytes() if isinstance(mail, EmailMessage) else b""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
