"""Every posting of `fixtures/` in every format: pay, grades, contract and deadline are the same."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from headlines import FIXTURES, disagreements

import postings

FORMATS = Path(__file__).parent / "data" / "formats"
RUN_DAY = date(2026, 1, 15)
SLUGS = sorted(folder.parent.name for folder in FIXTURES.glob("*/annotation.json"))
BORN_DIGITAL = (
    *("posting.txt", "posting.html", "posting.docx", "posting.odt"),
    *("printed.pdf", "columns.pdf", "table.pdf"),
)
OTHERS = sorted(
    str(file.relative_to(FORMATS))
    for suffix in ("eml", "rtf")
    for file in FORMATS.glob(f"*/posting.{suffix}")
)


def version(slug: str, name: str) -> Path:
    """A posting in a format; the text of one that is a text is the fixture itself."""
    file = FORMATS / slug / name
    return FIXTURES / slug / name if name == "posting.txt" and not file.exists() else file


def test_every_posting_is_there_in_every_format() -> None:
    assert len(SLUGS) == 23
    missing = [f"{s}/{n}" for s in SLUGS for n in BORN_DIGITAL if not version(s, n).exists()]
    assert missing == []
    assert OTHERS == [
        "courriel-regisseur/posting.eml",
        "hopital-nuit/posting.rtf",
        "police-municipale/posting.rtf",
        "territorial-mobilites/posting.rtf",
    ]
    layouts = [FIXTURES / slug / "posting.pdf" for slug in SLUGS]
    assert sum(file.exists() for file in layouts) == 6


@pytest.mark.parametrize("name", BORN_DIGITAL)
@pytest.mark.parametrize("slug", SLUGS)
def test_the_headline_is_what_the_author_annotated(slug: str, name: str) -> None:
    posting = postings.parse_file(version(slug, name), as_of=RUN_DAY)
    assert disagreements(slug, name, posting) == []


@pytest.mark.parametrize("file", OTHERS)
def test_so_it_is_in_mails_and_rich_text(file: str) -> None:
    slug, _, name = file.partition("/")
    posting = postings.parse_file(FORMATS / file, as_of=RUN_DAY)
    assert disagreements(slug, name, posting) == []


def test_pdfs_are_of_three_makers() -> None:
    """A browser, a text processor and a typesetter: each has its own way to place words."""
    from pypdf import PdfReader

    makers = {"printed.pdf": set[str](), "columns.pdf": set[str](), "table.pdf": set[str]()}
    for name, found in makers.items():
        for slug in SLUGS:
            said = PdfReader(version(slug, name)).metadata
            found.add(str((said and said.creator) or "").split()[0])
    assert makers == {
        "printed.pdf": {"Mozilla/5.0", "Writer"},
        "columns.pdf": {"Mozilla/5.0", "Typst", "Writer"},
        "table.pdf": {"Mozilla/5.0", "Typst", "Writer"},
    }
