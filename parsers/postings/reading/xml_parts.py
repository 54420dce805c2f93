"""The XML parts of Word and OpenDocument files: opened within limits, ready to be laid out."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from io import BytesIO

from postings.errors import DamagedDocument
from postings.patterns import pattern
from postings.reading.extra import Element, library
from postings.reading.layout import COLUMN

_LARGEST_PART = 32 * 2**20  # bytes, unpacked: the text of a posting has a thousandth
_SPACES = pattern(" {3,}")
_CURE = "open it in LibreOffice or Word and save it again"


class Package:
    """A document that is a ZIP archive of XML parts."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError) as error:
            raise damaged() from error
        self.names = frozenset(self._archive.namelist())

    def read(self, name: str) -> bytes:
        """The bytes of a part; raises `DamagedDocument` if it is missing, broken or a bomb."""
        if name not in self.names:
            raise damaged()
        if self._archive.getinfo(name).file_size > _LARGEST_PART:
            raise DamagedDocument("the text of this document is too large", _CURE)
        try:
            return self._archive.read(name)
        except MemoryError:
            raise
        except Exception as error:  # encrypted, or broken: each decompressor has its own errors
            raise damaged() from error

    def tree(self, name: str) -> Element:
        """The root of an XML part, its elements known by their local names."""
        etree = library("lxml.etree")
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(self.read(name), parser)
        except etree.LxmlError as error:
            raise damaged() from error
        for element in root.iter(etree.Element):
            element.tag = element.tag.rpartition("}")[2]
        return root


def damaged() -> DamagedDocument:
    """The error for a document whose parts are missing or broken."""
    return DamagedDocument("the document is damaged", _CURE)


def attribute(element: Element, name: str) -> str:
    """An attribute by its local name; empty if the element has none."""
    return next((v for k, v in element.attrib.items() if k.rpartition("}")[2] == name), "")


def remove(elements: Iterable[Element]) -> None:
    """Take elements out, leaving the words that follow them."""
    for element in list(elements):
        parent = element.getparent()
        if parent is None:
            continue
        before = element.getprevious()
        if element.tail and before is not None:
            before.tail = (before.tail or "") + element.tail
        elif element.tail:
            parent.text = (parent.text or "") + element.tail
        parent.remove(element)


def hoist(root: Element, box: str, paragraph: str) -> None:
    """Put what text boxes hold after the paragraphs that they are anchored in."""
    for each in list(root.iter(box)):
        anchor = next(each.iterancestors(paragraph), None)
        if anchor is None:
            continue
        for child in reversed(list(each)):
            anchor.addnext(child)


def mark_gaps(texts: Iterable[Element]) -> None:
    """Keep the runs of spaces with which people set columns."""
    for element in texts:
        if element.text and "   " in element.text:
            element.text = _SPACES.sub(COLUMN, element.text)
