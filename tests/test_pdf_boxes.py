"""Where evidence stands on the pages of a PDF, checked by another engine than the one that says."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from pdf_builder import Line, Mark, Text, pdf_of

import postings
from postings.document import Box, Document, LayoutMode, Span
from postings.reading import document_from_bytes, read_document

ROOT = Path(__file__).parent
FILES = [*ROOT.glob("../fixtures/*/posting.pdf"), *ROOT.glob("data/layouts/*.pdf")]
MARKS: list[Mark] = [
    Text(72, 72, "Mairie de Kermalo recrute"),
    Text(72, 100, "Salaire"),
    Text(300, 100, "2 150 euros"),
    Text(72, 130, "le premier jour du recru-"),
    Text(72, 142, "tement"),
]
# How the same page is drawn when the file turns it: the matrix of its content, its entries.
PAY = f"Salaire{' ' * 12}2 150"  # across a third of the page
TURNED = {
    90: ("0 1 -1 0 842 0 cm", "/Rotate 90 /MediaBox [0 0 842 595]"),
    180: ("-1 0 0 -1 595 842 cm", "/Rotate 180 /MediaBox [0 0 595 842]"),
    270: ("0 -1 1 0 0 595 cm", "/Rotate 270 /MediaBox [0 0 842 595]"),
}


def boxes(document: Document, words: str) -> list[tuple[float, ...]]:
    """The sides of the boxes of words, in whole points, page by page."""
    start = document.text.index(words)
    found = document.boxes(Span(start, start + len(words)))
    return [(box.page, *map(round, (box.x0, box.top, box.x1, box.bottom))) for box in found]


def test_boxes_of_words() -> None:
    document = document_from_bytes(pdf_of([], MARKS), "-")
    assert document.text.startswith(f"\nMairie de Kermalo recrute\n{PAY} euros\n")
    # Letters are 6 points wide; a box goes from 8 points above the baseline to 2 below it.
    assert boxes(document, "Mairie") == [(2, 72, 64, 108, 74)]
    assert boxes(document, "de Kermalo") == [(2, 114, 64, 174, 74)]
    assert boxes(document, PAY) == [(2, 72, 92, 114, 102), (2, 300, 92, 330, 102)]
    assert boxes(document, "recrutement") == [(2, 186, 122, 222, 132), (2, 72, 134, 108, 144)]
    assert boxes(document, "recrute\nSalaire") == [(2, 180, 64, 222, 74), (2, 72, 92, 114, 102)]


@pytest.mark.parametrize("angle", sorted(TURNED))
def test_a_turned_page_is_read_as_it_is_shown(angle: int) -> None:
    matrix, entries = TURNED[angle]
    level = document_from_bytes(pdf_of(MARKS), "-")
    turned = document_from_bytes(pdf_of([matrix, *MARKS], entries=entries), "-")
    assert turned.text == level.text
    for words in ("Mairie de Kermalo", "2 150 euros", "recrutement"):
        assert boxes(turned, words) == boxes(level, words)


@pytest.mark.parametrize("mode", ["fast", "full"])
def test_boxes_of_text_that_is_not_level(mode: LayoutMode) -> None:
    upwards = "BT /F1 10 Tf 0 1 -1 0 30 300 Tm (Ville de Nantes) Tj ET"
    upside_down = "BT /F1 10 Tf -1 0 0 -1 300 300 Tm (Ville de Brest) Tj ET"
    document = document_from_bytes(pdf_of([*MARKS, upwards, upside_down]), "-", layout=mode)
    # 842 is the height of the page; the fast way counts from the baseline, the full way from
    # the box of the letters.
    (nantes,), (brest,) = boxes(document, "Nantes"), boxes(document, "Brest")
    assert nantes[2::2] == (842 - 390, 842 - 354)
    assert abs(nantes[1] - 22) <= 1 and abs(nantes[3] - 32) <= 1
    assert (brest[1], brest[3]) == (300 - 84, 300 - 54)
    assert abs(brest[2] - 540) <= 1 and abs(brest[4] - 550) <= 1


def test_boxes_count_from_the_corner_that_is_shown() -> None:
    entries = "/MediaBox [0 0 595 842] /CropBox [50 100 545 800]"
    document = document_from_bytes(pdf_of(MARKS, entries=entries), "-")
    assert boxes(document, "Mairie") == [(1, 22, 22, 58, 32)]


def test_boxes_in_a_ruled_table() -> None:
    rules: list[Mark] = [Line(60, y, 500, y) for y in (60, 80, 100)]
    rules += [Line(x, 60, x, 100) for x in (60, 180, 500)]
    cells = [
        Text(64, 73, "Lieu"),
        Text(184, 73, "Brest"),
        Text(64, 93, "Durée"),
        Text(184, 93, "6 mois"),
    ]
    document = document_from_bytes(pdf_of([*rules, *cells]), "-")
    assert document.text == "Lieu  Brest\nDurée  6 mois\n"
    assert boxes(document, "Durée  6 mois") == [(1, 64, 85, 94, 95), (1, 184, 85, 220, 95)]


def letters(text: str) -> Counter[str]:
    """Its letters and digits: engines do not agree on blanks, nor on raised digits."""
    digits = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
    return Counter(re.sub(r"[\W_]", "", text.translate(digits)))


def is_inside(char: dict[str, Any], box: Box) -> bool:
    """Tell whether the middle of a character, as pdfplumber places it, is in a box."""
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return bool(box.x0 - 0.2 <= x <= box.x1 + 0.2 and box.top - 1 <= y <= box.bottom + 1)


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_every_evidence_is_in_its_boxes(file: Path) -> None:
    posting = postings.parse_file(file, as_of=date(2026, 1, 15))
    evidence = [item for items in posting.evidence.values() for item in items]
    with pdfplumber.open(file) as pdf:
        pages = [page.dedupe_chars().chars for page in pdf.pages]
    lost: list[str] = []
    for item in evidence:
        seen = [c["text"] for box in item.boxes for c in pages[box.page - 1] if is_inside(c, box)]
        assert not letters("".join(seen)) - letters(item.text), item
        lost += (letters(item.text) - letters("".join(seen))).elements()
    assert evidence
    assert len(lost) <= 1  # a letter at the end of words: inside a token its width is a guess


def test_boxes_in_json() -> None:
    document = document_from_bytes(pdf_of([Text(72, 72, "Date limite : 15 mai 2026")]), "-")
    answer = json.loads(postings.to_json(postings.parse_document(document)))
    box = {"page": 1, "x0": 72.0, "top": 64.0, "x1": 222.0, "bottom": 74.0}
    assert answer["evidence"]["deadline"][0]["boxes"] == [box]


def test_text_has_no_boxes() -> None:
    answer = json.loads(postings.to_json(postings.parse("Date limite : 15 mai 2026")))
    assert "boxes" not in answer["evidence"]["deadline"][0]
    assert "boxes" not in postings.json_schema()["$defs"]["Evidence"]["required"]  # type: ignore[index]


def test_both_ways_of_reading_say_the_same_places() -> None:
    for file in FILES:
        fast, full = read_document(file), read_document(file, layout="full")
        for found in list(re.finditer(r"\w{4,}", fast.text))[::9]:
            if full.text[slice(*found.span())] == found[0]:
                places = [document.boxes(Span(*found.span())) for document in (fast, full)]
                assert len(places[0]) == len(places[1]), found
                for one, other in zip(*places, strict=True):
                    assert abs(one.x0 - other.x0) < 4 and abs(one.bottom - other.bottom) < 4, found
