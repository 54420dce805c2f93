"""Layouts set by a layout engine: each is read the same by both ways of reading."""

from __future__ import annotations

from pathlib import Path

import pytest

from postings.document import LayoutMode
from postings.reading import read_document

LAYOUTS = Path(__file__).parent / "data" / "layouts"
NAMES = sorted(path.stem for path in LAYOUTS.glob("*.pdf"))


def test_there_are_enough() -> None:
    assert NAMES == ["columns", "letters", "pages", "sidebar", "site", "tables", "turned"]


@pytest.mark.parametrize("mode", ["auto", "full"])
@pytest.mark.parametrize("name", NAMES)
def test_layout(name: str, mode: LayoutMode) -> None:
    document = read_document(LAYOUTS / f"{name}.pdf", layout=mode)
    assert document.text == (LAYOUTS / f"{name}.txt").read_text(encoding="utf-8")


def test_no_layout_needs_the_slow_way() -> None:
    modes = [page.mode for name in NAMES for page in read_document(LAYOUTS / f"{name}.pdf").layouts]
    assert modes == ["fast"] * (len(NAMES) + 2)


def test_why_each_page_was_read_so() -> None:
    document = read_document(LAYOUTS / "tables.pdf")
    assert [page.reason for page in document.layouts] == [
        "a ruled table, each text within one cell"
    ]
    full = read_document(LAYOUTS / "tables.pdf", layout="full")
    assert [(page.mode, page.reason) for page in full.layouts] == [("full", "asked for")]
