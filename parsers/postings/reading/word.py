"""Word documents (.docx): headers, paragraphs, lists, tables and text boxes, in reading order."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from postings.document import Document
from postings.reading.extra import Element
from postings.reading.markup import Role, Vocabulary, lines_of
from postings.reading.written import written_document
from postings.reading.xml_parts import Package, attribute, hoist, mark_gaps, remove

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_WORD = Vocabulary(
    {
        "p": Role.LINE,
        "item": Role.ITEM,
        "tbl": Role.BLOCK,
        "tr": Role.ROW,
        "tc": Role.CELL,
        "br": Role.BREAK,
        "cr": Role.BREAK,
        "tab": Role.COLUMN,
        "ptab": Role.COLUMN,
    },
    words=frozenset({"t"}),
)
# Deleted and moved text, codes of fields, the copy of a text box for old versions, properties.
_NOT_READ = ("del", "moveFrom", "instrText", "delInstrText", "Fallback", "rPr", "tblPr", "sectPr")


def docx_document(data: bytes, path: str, sha256: str) -> Document:
    """Make a document of a Word file.

    Headers come before its text, footers and notes after it. Raises `DamagedDocument`,
    `EmptyDocument` or `MissingLibrary`.
    """
    package = Package(data)
    main = _main_part(package)
    listed = _listed_styles(package, main)
    texts = [_text(package, part, listed) for part in _parts(package, main)]
    return written_document("\n\n".join(filter(None, texts)), path, sha256, MEDIA_TYPE)


def _main_part(package: Package) -> str:
    for kind, target in _relations(package, ""):
        if kind == "officeDocument":
            return target
    return "word/document.xml"


def _relations(package: Package, part: str) -> Iterator[tuple[str, str]]:
    """The kind and the name of each part that a part refers to."""
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations not in package.names:
        return
    for relation in package.tree(relations).iter("Relationship"):
        target = posixpath.normpath(posixpath.join("/", folder, attribute(relation, "Target")))
        yield attribute(relation, "Type").rpartition("/")[2], target.lstrip("/")


def _parts(package: Package, main: str) -> Iterator[str]:
    """The parts that hold text: headers, the body, footers, notes."""
    related = [(k, part) for k, part in _relations(package, main) if part in package.names]
    yield from (part for kind, part in related if kind == "header")
    yield main
    yield from (part for kind, part in related if kind in ("footer", "footnotes", "endnotes"))


def _listed_styles(package: Package, main: str) -> frozenset[str]:
    """The styles of paragraphs that make list items of them, headings left out."""
    part = next((p for kind, p in _relations(package, main) if kind == "styles"), "")
    if part not in package.names:
        return frozenset()
    styles = package.tree(part).iter("style")
    listed = (style for style in styles if next(style.iter("numPr"), None) is not None)
    return frozenset(attribute(s, "styleId") for s in listed if not _is_heading(s))


def _is_heading(style: Element) -> bool:
    return next(style.iter("outlineLvl"), None) is not None


def _text(package: Package, part: str, listed: frozenset[str]) -> str:
    root = package.tree(part)
    remove(run for run in root.iter("r") if run.find("rPr/vanish") is not None)
    remove(root.iter(*_NOT_READ))
    hoist(root, "txbxContent", "p")
    for paragraph in list(root.iter("p")):
        if _is_item(paragraph, listed):
            paragraph.tag = "item"
    for hyphen in root.iter("noBreakHyphen"):
        hyphen.tag, hyphen.text = "t", "-"
    remove(root.iter("pPr"))
    mark_gaps(root.iter("t"))
    return "\n".join(lines_of(root, _WORD))


def _is_item(paragraph: Element, listed: frozenset[str]) -> bool:
    """Whether a paragraph is of a list, by itself or by its style."""
    number = paragraph.find("pPr/numPr/numId")
    if number is not None:
        return attribute(number, "val") != "0" and paragraph.find("pPr/outlineLvl") is None
    style = paragraph.find("pPr/pStyle")
    return style is not None and attribute(style, "val") in listed
