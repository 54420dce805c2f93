"""Every warning: a posting that earns it, and one that a naive check would flag.

tests/data/warnings holds a folder for each code of the README. In it, every `raised*`
posting earns the warnings of `expected.toml`, that of the folder among them; every `near*`
is close to one and earns none, but those that `expected.toml` lists. A posting
`*.pages.txt` is read as a PDF: its pages are parted by `--- page ---`, and fonts do not say
which letter a `�` is. One `*.html` is a web page. One `*.ocr.txt` is what OCR read of a page,
`{40}` after a word that it gives 40 %.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pdf_builder import Mark, paragraph, pdf_of

from postings import parse_document
from postings.document import Certainty, Document
from postings.posting import Posting
from postings.reading import document_from_bytes
from postings.reading.ocr.certainty import doubtful_spans

DATA = Path(__file__).parent / "data" / "warnings"
README = Path(__file__).parent.parent / "README.md"
RUN_DAY = date(2026, 1, 15)
# Letters that the font does not name: a line of them, or the bullet of a list.
DRAWN = {
    "[picture]": "q 100 0 0 100 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q",
    "[nameless letters]": "BT /F1 10 Tf 72 300 Td (\001\002\003\004\005\006\016\017) Tj ET",
    "[nameless bullet]": "BT /F1 10 Tf 72 300 Td (\001 Accueil du public) Tj ET",
}

FILES = sorted([*DATA.glob("*/*.txt"), *DATA.glob("*/*.html")])

postings_of_warnings = pytest.mark.parametrize(
    "file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}"
)


def read(file: Path) -> Posting:
    """What the tool makes of a posting, or of the PDF that it stands for."""
    text = file.read_text(encoding="utf-8")
    if file.name.endswith(".ocr.txt"):
        return parse_document(recognised(text), as_of=RUN_DAY)
    pages = text.split("--- page ---\n")
    data = pdf_of(*map(marks, pages)) if file.name.endswith(".pages.txt") else text.encode()
    return parse_document(document_from_bytes(data, file.name), as_of=RUN_DAY)


def recognised(text: str) -> Document:
    """A page that OCR read, with the words of which it is not sure."""
    words, offset = [], 0
    for mark in re.finditer(r"\{(\d+)\}", text):
        end = mark.start() - offset
        start = max(text.rfind(" ", 0, mark.start()), text.rfind("\n", 0, mark.start())) + 1
        words.append((start - offset, end, int(mark[1]) / 100))
        offset += len(mark[0])
    plain = re.sub(r"\{\d+\}", "", text)
    doubtful = tuple(doubtful_spans(words, plain, 0, len(plain)))
    return Document(plain, (0,), recognised=(Certainty(1, 0.87, doubtful),))


def marks(page: str) -> list[Mark]:
    """What stands on a page: its lines, and what a line in brackets stands for."""
    lines = page.splitlines()
    drawn: list[Mark] = [DRAWN[line] for line in lines if line in DRAWN]
    return [*paragraph(72, 72, [line for line in lines if line not in DRAWN]), *drawn]


def expected(file: Path) -> list[dict[str, Any]]:
    """The warnings that the folder's `expected.toml` lists under the posting's name."""
    listed = tomllib.loads((file.parent / "expected.toml").read_text(encoding="utf-8"))
    warnings: list[dict[str, Any]] = listed.get(file.name.partition(".")[0], [])
    return warnings


@postings_of_warnings
def test_the_warnings_are_those_listed(file: Path) -> None:
    got = read(file).warnings
    assert [{"code": w.code, "path": w.path, "message": w.message} for w in got] == expected(file)


@postings_of_warnings
def test_raised_earns_the_warning_of_its_folder_and_near_does_not(file: Path) -> None:
    earned = file.parent.name in {warning.code for warning in read(file).warnings}
    assert earned is file.name.startswith("raised")
    assert file.name.startswith(("raised", "near"))


def test_every_warning_has_its_pair() -> None:
    rows = re.findall(
        r"^\| `([a-z-]+)` \| .+ \|$", README.read_text(encoding="utf-8"), re.MULTILINE
    )
    codes = {code for code in rows if not code.startswith("--")}
    for kind in ("raised", "near"):
        assert {file.parent.name for file in FILES if file.name.startswith(kind)} == codes


def test_postings_have_the_length_of_postings() -> None:
    for file in FILES:
        assert 8 <= len(file.read_text(encoding="utf-8").splitlines()) <= 25, file
