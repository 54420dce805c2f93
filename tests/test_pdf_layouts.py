"""Layouts set by a layout engine: each is read the same by both ways of reading."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_builder import Line, Mark, Text, pdf_of

from postings.document import LayoutMode
from postings.reading import document_from_bytes, read_document

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


# A grid of three rows of two cells, among as many strokes as a drawing has.
GRID: list[Mark] = [
    *(Line(60, y, 500, y) for y in (60, 80, 100, 120)),
    *(Line(x, 60, x, 120) for x in (60, 180, 500)),
    *(Line(60 + i, 600, 60 + i, 604) for i in range(401)),
]
SECOND_CELLS: list[Mark] = [
    Text(184, y, text) for y, text in ((73, "Brest"), (93, "6 mois"), (113, "CDD"))
]


def reason(first_cells: tuple[str, str, str]) -> str:
    """Why a page with the grid is read as it is."""
    cells = [Text(64, 73 + 20 * row, text) for row, text in enumerate(first_cells)]
    (layout,) = document_from_bytes(pdf_of([*GRID, *cells, *SECOND_CELLS]), "-").layouts
    return layout.reason


def test_a_table_among_hundreds_of_drawings_is_found() -> None:
    found = "a ruled table, each text within one cell"
    assert reason(("Lieu", "Durée", "Contrat")) == found


def test_bullets_among_hundreds_of_drawings_make_no_table() -> None:
    assert reason(("-", "-", "-")) == "no ruled table"
