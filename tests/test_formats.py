"""The postings of `fixtures/` in other formats: what they say is what the text says."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

import postings
from postings.posting import Posting

ROOT = Path(__file__).parent
FORMATS = ROOT / "data" / "formats"
FILES = sorted(f for f in FORMATS.glob("*/posting.*") if f.suffix != ".txt")
RUN_DAY = date(2026, 1, 15)
MEDIA_TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".eml": "message/rfc822",
    ".html": "text/html",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".rtf": "application/rtf",
}
# Of other offers, menus and consent in the pages of fixtures/boards: no posting says them.
OF_OTHERS = (
    *("58 000", "30/11/2027", "2 900", "34 - 38", "12/12/2027", "2 150 € brut", "1 990"),
    *("9/11/2027", "791", "13 mois au plus", "842 partenaires", "15/10/2027", "01 99 00 90 9"),
)

files = pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}{file.suffix}")


def text_version(file: Path) -> Path:
    """The text of a posting: the fixture, or what people copied from a fixture that is a PDF."""
    fixture = ROOT.parent / "fixtures" / file.parent.name / "posting.txt"
    return fixture if fixture.exists() else file.with_name("posting.txt")


@cache
def parse(file: Path) -> Posting:
    return postings.parse_file(file, as_of=RUN_DAY)


def test_there_are_enough() -> None:
    slugs = {suffix: {f.parent.name for f in FILES if f.suffix == suffix} for suffix in MEDIA_TYPES}
    assert slugs[".html"] == slugs[".docx"] == slugs[".odt"]
    assert len(slugs[".html"]) == 23
    assert len(slugs[".rtf"]) == 3
    assert slugs[".eml"] == {"courriel-regisseur"}


@files
def test_headline_is_that_of_the_text(file: Path) -> None:
    got, said = parse(file), parse(text_version(file))
    assert got.deadline == said.deadline
    assert got.contract == said.contract
    assert (got.grades, got.categories) == (said.grades, said.categories)
    assert got.salary == said.salary


@files
def test_the_rest_is_that_of_the_text(file: Path) -> None:
    got, said = parse(file), parse(text_version(file))
    for key in ("employer", "location", "reference", "published_on", "starts_on", "starts_asap"):
        assert getattr(got, key) == getattr(said, key), key
    for key in ("working_time", "telework", "management", "experience", "education", "contacts"):
        assert getattr(got, key) == getattr(said, key), key
    assert (got.benefits, got.apply_to) == (said.benefits, said.apply_to)
    assert (got.title or "").casefold() == (said.title or "").casefold()


@files
def test_evidence_points_into_the_text_that_was_read(file: Path) -> None:
    document, posting = postings.read_document(file), parse(file)
    assert posting.source.media_type == MEDIA_TYPES[file.suffix]
    assert posting.source.pages is None
    assert posting.warnings == parse(text_version(file)).warnings
    for path, evidence in posting.evidence.items():
        for item in evidence:
            assert item.text == document.text[item.start : item.end], path


@pytest.mark.parametrize("file", [f for f in FILES if f.suffix == ".html"], ids=str)
def test_nothing_of_a_page_is_lost_and_nothing_of_others_is_kept(file: Path) -> None:
    data = text_version(file).read_bytes()
    source = data.decode("cp1252" if "cp1252" in file.parent.name else "utf-8")
    read = postings.read_document(file).text
    words = set(source.replace("**", " ").replace("*", " ").split()) - {
        "-",
        "·",
        "•",
        ">",
        "#",
        "##",
    }
    ruled = {word for word in words if not word.strip("-.=")} | {
        "1.",
        "2.",
        "3.",
        "4.",
        "1)",
        "---",
    }
    missing = [word for word in words - ruled if word.strip("·•*#>-:") not in read]
    assert missing == []
    assert [words for words in OF_OTHERS if words in read and words not in source] == []
