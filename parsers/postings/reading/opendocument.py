"""OpenDocument texts (.odt): headers, paragraphs, lists, tables and text boxes."""

from __future__ import annotations

from collections.abc import Iterator

from postings.document import Document
from postings.errors import EncryptedDocument
from postings.reading.extra import Element
from postings.reading.markup import Role, Vocabulary, lines_of
from postings.reading.written import written_document
from postings.reading.xml_parts import Package, attribute, damaged, hoist, remove

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_ODF = Vocabulary(
    {
        "p": Role.LINE,
        "h": Role.PARAGRAPH,
        "list-item": Role.ITEM,
        "list-header": Role.BLOCK,
        "table": Role.BLOCK,
        "table-row": Role.ROW,
        "table-cell": Role.CELL,
        "line-break": Role.BREAK,
        "s": Role.SPACE,
        "tab": Role.COLUMN,
    }
)
_NOT_READ = (
    *("tracked-changes", "annotation", "annotation-end", "note-citation", "sequence-decls"),
    *("forms", "ruby-text", "event-listeners"),
)
_OF_PICTURES = ("title", "desc")  # a field that says the document's title has the same name
_LINES = ("p", "h", "span", "a")
_MANIFEST = "META-INF/manifest.xml"


def odt_document(data: bytes, path: str, sha256: str) -> Document:
    """Make a document of an OpenDocument text.

    Headers of its pages come before the text, footers after it. Raises `EncryptedDocument`,
    `DamagedDocument`, `EmptyDocument` or `MissingLibrary`.
    """
    package = Package(data)
    if _MANIFEST in package.names and b"encryption-data" in package.read(_MANIFEST):
        raise EncryptedDocument(
            "the document is encrypted and needs a password",
            "open it in LibreOffice and save it without a password",
        )
    content = next(package.tree("content.xml").iter("text"), None)
    if content is None:
        raise damaged()
    texts = [*_of_pages(package, "header"), _text(content), *_of_pages(package, "footer")]
    text = "\n\n".join(filter(None, dict.fromkeys(texts)))
    return written_document(text, path, sha256, MEDIA_TYPE)


def _of_pages(package: Package, part: str) -> Iterator[str]:
    """The headers or the footers of the pages."""
    if "styles.xml" in package.names:
        for page in package.tree("styles.xml").iter("master-page"):
            for element in page.iter(part, f"{part}-first", f"{part}-left"):
                yield _text(element)


def _text(root: Element) -> str:
    remove(root.iter(*_NOT_READ))
    remove(e for e in root.iter(*_OF_PICTURES) if e.getparent().tag not in _LINES)
    hoist(root, "text-box", "p")
    for spaces in root.iter("s"):
        count = attribute(spaces, "c")
        if count.isdecimal() and int(count) > 1:  # with the plain space before, a gap
            spaces.tag = "tab"
    return "\n".join(lines_of(root, _ODF))
