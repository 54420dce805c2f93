"""Web pages: the posting that a page shows, and what the page's own data say of it."""

from __future__ import annotations

from postings.document import Document
from postings.errors import DamagedDocument, EmptyDocument
from postings.patterns import pattern
from postings.reading.extra import Element, library
from postings.reading.html.boilerplate import posting_part
from postings.reading.html.charset import decode_page
from postings.reading.html.job_posting import data_lines, job_posting, unshown
from postings.reading.html.vocabulary import HTML, mark_columns, show_addresses
from postings.reading.markup import lines_of
from postings.reading.normalization import normalize

_DEEPEST = 500
_LONGEST_TAG = 2000  # characters
_CUT_TAG = pattern(r"</?[a-zA-Z][^<>]*$|<!--(?:(?!-->)[\s\S])*$")
_OPENED, _CLOSED = pattern(r"(?i)<(?:html|body)\b"), pattern(r"(?i)</(?:html|body)\s*>")
_MAY_BE_CUT = "the end of it may be missing; save it again"
_BROWSER = "open it in a browser, wait for the posting to show, and save it again"


def html_document(data: bytes, path: str, sha256: str) -> Document:
    """Make a document of a web page.

    Its text is what the page shows of the posting, then the values of its schema.org
    `JobPosting`, a line each, from the offset `data_start`. Raises `MissingLibrary`, or
    `EmptyDocument` if the page holds no text.
    """
    return page_document(decode_page(data), path, sha256)


def page_document(page: str, path: str, sha256: str, media_type: str = "text/html") -> Document:
    """Make a document of the source of a web page."""
    root = _tree(page)
    declared = job_posting(root)
    shown = _text(posting_part(root))
    hidden = [_text(_tree(prose)) for prose in unshown(declared, shown)]
    text = normalize("\n\n".join(part for part in (shown, *hidden) if part))
    lines = normalize("\n".join(data_lines(declared)))
    if not text and not lines:
        raise EmptyDocument("the page holds no text (scripts would write it)", _BROWSER)
    start = f"{text}\n\n"
    return Document(
        start + lines if lines else text,
        path=path,
        media_type=media_type,
        sha256=sha256,
        data_start=len(start) if lines else None,
        damage=_damage(page),
    )


def _damage(page: str) -> tuple[str, ...]:
    """What tells that the end of a page is missing; a piece of a page has no end tag to miss."""
    if _CUT_TAG.search(page, max(0, len(page) - _LONGEST_TAG)):
        return (f"the page ends inside a tag: {_MAY_BE_CUT}",)
    if _OPENED.search(page) and not _CLOSED.search(page):
        return (f"the page has no end tag: {_MAY_BE_CUT}",)
    return ()


def _tree(page: str) -> Element:
    """The root element of a page, or of a piece of one."""
    html = library("lxml.html")
    parser = html.HTMLParser(encoding="utf-8", remove_pis=True)
    source = page.replace("\x00", "").encode("utf-8", "replace")
    try:
        root = html.document_fromstring(source or b"<p>", parser=parser)
    except library("lxml.etree").LxmlError as error:
        raise DamagedDocument("the page cannot be read", _BROWSER) from error
    if _depth(root) > _DEEPEST:
        raise DamagedDocument("the page is nested beyond what any browser writes", _BROWSER)
    return root


def _depth(root: Element) -> int:
    """How deep the elements of a page are nested: what is done with each takes as long."""
    depth = deepest = 0
    for event, _ in library("lxml.etree").iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _text(root: Element) -> str:
    show_addresses(root)
    mark_columns(root)
    return "\n".join(lines_of(root, HTML)).strip()
