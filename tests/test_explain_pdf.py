"""A copy of a PDF with its evidence highlighted, read back by engines that did not write it."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2
import pytest
from msgspec.structs import replace
from pdf_builder import MEDIA_BOX, Mark, Text, encrypted, pdf_of
from pypdf import PdfReader
from typer.testing import CliRunner

import postings
from postings.document import Box, Span
from postings.explanation import explain
from postings.reading import document_from_bytes
from postings_cli.commands.explain_pdf import write_copy
from postings_cli.main import app

ROOT = Path(__file__).parent
FILES = [*ROOT.glob("../fixtures/*/posting.pdf"), *ROOT.glob("data/layouts/*.pdf")]
HABITAT = ROOT.parent / "fixtures" / "departement-habitat" / "posting.pdf"
MARKS: list[Mark] = [
    Text(72, 72, "Mairie de Kermalo"),
    Text(72, 100, "Date limite : 15 mai 2026"),
    Text(72, 130, "Salaire : 2150 euros brut par mois"),
]
# How a file turns the same page: the matrix of its content, its entries.
TURNED = {
    "level": ("", MEDIA_BOX),
    "right": ("0 1 -1 0 842 0 cm", "/Rotate 90 /MediaBox [0 0 842 595]"),
    "over": ("-1 0 0 -1 595 842 cm", "/Rotate 180 /MediaBox [0 0 595 842]"),
    "left": ("0 -1 1 0 0 595 cm", "/Rotate 270 /MediaBox [0 0 842 595]"),
    "cropped": ("", "/MediaBox [-20 -30 600 900] /CropBox [40 100 545 800]"),
    "right, cropped": (
        "0 1 -1 0 842 0 cm",
        "/Rotate 90 /MediaBox [0 0 900 600] /CropBox [20 30 830 580]",
    ),
}


def run(*arguments: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run `postings explain` in a pipe."""
    command = [sys.executable, "-m", "postings_cli", "explain", *map(str, arguments)]
    environment = {k: v for k, v in os.environ.items() if k != "POSTINGS_FORMAT"}
    return subprocess.run(command, input=stdin, env=environment, capture_output=True, timeout=60)


def copy_of(data: bytes, *arguments: str) -> bytes:
    """The copy of a PDF that comes out of standard output."""
    done = CliRunner().invoke(app, ["explain", "-", *arguments, "--pdf", "-"], input=data)
    assert done.exit_code == 0, done.stderr
    return done.stdout_bytes


def annotations_of(copy: bytes) -> list[Any]:
    """The annotations of a PDF as pypdf reads them, page by page."""
    pages: Any = PdfReader(io.BytesIO(copy)).pages
    return [annotation for page in pages for annotation in page.get("/Annots", [])]


def notes_of(copy: bytes) -> list[str]:
    """What the annotations of a PDF say."""
    return [annotation["/Contents"] for annotation in annotations_of(copy)]


def letters(text: str) -> Counter[str]:
    """Its letters and digits: engines do not agree on blanks, nor on raised digits."""
    return Counter(filter(str.isalnum, text.translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789"))))


def words_under(page: Any, quads: list[float]) -> str:
    """The letters whose middles pdfplumber sees in the quadrilaterals of a level page."""
    found = ""
    for at in range(0, len(quads), 8):
        left, top, right, bottom = quads[at], quads[at + 1], quads[at + 6], quads[at + 7]
        for char in page.chars:
            x, y = (char["x0"] + char["x1"]) / 2, (char["y0"] + char["y1"]) / 2
            if left - 0.2 <= x <= right + 0.2 and bottom - 1 <= y <= top + 1:
                found += char["text"]
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_the_words_under_highlights_are_the_evidence(file: Path) -> None:
    data = file.read_bytes()
    document = document_from_bytes(data, "-")
    posting = postings.parse_document(document)
    words: dict[str, str] = {}
    with pdfplumber.open(io.BytesIO(copy_of(data))) as pdf:
        for page in pdf.pages:
            seen = page.dedupe_chars()
            for note in page.annots:
                assert note["title"] == "postings"
                for line in note["contents"].splitlines():
                    under = words_under(seen, note["data"]["QuadPoints"])
                    words[line] = words.get(line, "") + under
    lost: list[str] = []
    for path, cited in posting.evidence.items():
        for rule in {item.rule for item in cited}:
            written = "".join(item.text for item in cited if item.rule == rule)
            (under,) = (
                text
                for line, text in words.items()
                if line.startswith(f"{path} → ") and line.endswith(f" ({rule})")
            )
            assert not letters(under) - letters(written), path
            lost += (letters(written) - letters(under)).elements()
    assert posting.evidence
    assert len(lost) <= 1  # a letter at the end of words: inside a token its width is a guess


@pytest.mark.parametrize("name", TURNED)
def test_on_pages_that_are_turned_or_cropped(name: str) -> None:
    matrix, entries = TURNED[name]
    copy = copy_of(pdf_of([matrix, *MARKS], entries=entries), "deadline")
    (note,) = annotations_of(copy)
    left, bottom, right, top = note["/Rect"]
    with pypdfium2.PdfDocument(copy) as pdf:
        text = pdf[0].get_textpage()
        assert text.get_text_bounded(left, bottom, right, top) == "Date limite : 15 mai 2026"
    quad = note["/QuadPoints"]
    xs, ys = quad[0::2], quad[1::2]
    assert [min(xs), min(ys), max(xs), max(ys)] == [left, bottom, right, top]
    # The first corner is where the words begin on top, the second where they end on top.
    along = {"right": (0, 1), "over": (-1, 0), "left": (0, -1)}.get(name.partition(",")[0], (1, 0))
    assert (quad[2] - quad[0], quad[3] - quad[1]) == (150 * along[0], 150 * along[1])


def test_a_page_that_is_turned_as_another_reader_sees_it() -> None:
    matrix, entries = TURNED["right"]
    data = pdf_of([matrix, *MARKS], entries=entries)
    (evidence,) = postings.parse_document(document_from_bytes(data, "-")).evidence["deadline"]
    with pdfplumber.open(io.BytesIO(copy_of(data, "deadline"))) as pdf:
        (note,) = pdf.pages[0].annots
        sides = note["x0"], note["top"], note["x1"], note["bottom"]
        assert (Box(1, *sides),) == evidence.boxes
        assert pdf.pages[0].crop(sides).extract_text() == "Date limite : 15 mai 2026"


def test_notes_say_key_value_and_rule_and_colours_the_kind() -> None:
    notes = annotations_of(copy_of(pdf_of(MARKS)))
    colors = {note["/Contents"]: tuple(note["/C"]) for note in notes}
    assert "deadline → 2026-05-15 (deadline.label)" in colors
    pay = next(note for note in colors if note.startswith("salary.stated.0 → 2150 € (stated_pay."))
    assert "\nsalary.annual_gross → 25800 € (" in pay  # two keys, the same words: one highlight
    assert len({*colors.values()}) == 3  # the deadline's, the pay's, and that of all others


def test_a_key_alone() -> None:
    notes = notes_of(copy_of(HABITAT.read_bytes(), "contract.legal_basis"))
    assert notes == ["contract.legal_basis.0 → L332-8 2° (legal_basis.code)"]


def test_rivals_are_marked_as_such() -> None:
    marks: list[Mark] = [
        Text(72, 72, "Date limite : 15 mai 2026"),
        Text(72, 90, "Date limite : 18 mai 2026"),
    ]
    assert notes_of(copy_of(pdf_of(marks), "deadline")) == [
        "deadline → ? 2026-05-15 (deadline.label)",
        "deadline → ? 2026-05-18 (deadline.label)",
    ]


def test_nothing_else_is_changed_and_the_bytes_are_the_same_each_time() -> None:
    data = HABITAT.read_bytes()
    copy = copy_of(data)
    assert copy == copy_of(data)
    assert document_from_bytes(copy, "-").text == document_from_bytes(data, "-").text
    with pypdfium2.PdfDocument(data) as before, pypdfium2.PdfDocument(copy) as after:
        assert after.get_metadata_dict() == before.get_metadata_dict()
        for old, new in zip(before, after, strict=True):
            drawn = [page.render(may_draw_forms=False, draw_annots=False) for page in (old, new)]
            assert bytes(drawn[0].buffer) == bytes(drawn[1].buffer)


def test_links_and_notes_that_are_there_stay() -> None:
    link = "/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /Contents (lien) >>]"
    copy = copy_of(pdf_of(MARKS, entries=f"{MEDIA_BOX} {link}"), "deadline")
    assert notes_of(copy) == ["lien", "deadline → 2026-05-15 (deadline.label)"]


def test_an_owner_password_alone_does_not_matter() -> None:
    copy = copy_of(encrypted(pdf_of(MARKS), user_password=""), "deadline")
    reader = PdfReader(io.BytesIO(copy))
    assert reader.is_encrypted
    assert notes_of(copy) == ["deadline → 2026-05-15 (deadline.label)"]
    assert "Date limite : 15 mai 2026" in reader.pages[0].extract_text()


def test_a_file_that_appears_when_it_is_whole(tmp_path: Path) -> None:
    output = tmp_path / "marked.pdf"
    output.write_bytes(b"what was there")
    done = run(HABITAT, "deadline", "--pdf", output)
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr.decode() == f"{output}: 1 highlight\n"
    assert notes_of(output.read_bytes()) == ["deadline → 2025-07-15 (deadline.before)"]
    assert list(tmp_path.iterdir()) == [output]


def test_evidence_without_a_place_is_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = pdf_of(MARKS)
    document = document_from_bytes(data, "-")
    pay = document.text.index("Salaire")

    def places(text: str, span: Span) -> tuple[Box, ...]:
        return () if span.start >= pay else document.boxes(span)

    explanation = explain(replace(document, places=places))
    write_copy(explanation, data, str(tmp_path / "marked.pdf"))
    # The words of the pay are evidence of two keys.
    assert capsys.readouterr().err.endswith(": 3 highlights; 2 without a place on a page\n")
    assert len(notes_of((tmp_path / "marked.pdf").read_bytes())) == 3


def test_a_posting_in_an_archive(tmp_path: Path) -> None:
    archive = tmp_path / "offres.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.write(HABITAT, "2026/habitat.pdf")
    done = run(f"{archive}/2026/habitat.pdf", "deadline", "--pdf", "-")
    assert len(notes_of(done.stdout)) == 1
    refused = run(f"{archive}/2026/habitat.pdf", "--pdf", archive)
    assert refused.returncode == 2 and b"would write over the posting" in refused.stderr


def test_the_posting_is_never_written_over(tmp_path: Path) -> None:
    data = HABITAT.read_bytes()
    (tmp_path / "offre.pdf").write_bytes(data)
    (tmp_path / "link.pdf").symlink_to("offre.pdf")
    for output in ("offre.pdf", "link.pdf"):
        done = run(tmp_path / "offre.pdf", "--pdf", tmp_path / output)
        assert (done.returncode, done.stdout) == (2, b"")
        assert b"--pdf would write over the posting; name another file" in done.stderr
    assert (tmp_path / "offre.pdf").read_bytes() == data


def test_what_cannot_be_highlighted_costs_one_line(tmp_path: Path) -> None:
    texts = {
        "offre.txt": b"Date limite : 15 mai 2026",
        "cut.pdf": pdf_of(MARKS)[:400],
        "locked.pdf": encrypted(pdf_of(MARKS), user_password="secret"),
    }
    for name, data in texts.items():
        (tmp_path / name).write_bytes(data)
    output = tmp_path / "out" / "marked.pdf"
    output.parent.mkdir()
    said = {name: run(tmp_path / name, "--pdf", output) for name in texts}
    wrong = "postings: --pdf copies a PDF, and this is text/plain; leave it out, or name a PDF file"
    assert (said["offre.txt"].returncode, said["offre.txt"].stderr.decode()) == (2, f"{wrong}\n")
    for name, what in (("cut.pdf", "truncated"), ("locked.pdf", "encrypted")):
        assert said[name].returncode == 1
        (line,) = said[name].stderr.decode().splitlines()
        assert line.startswith(f"{tmp_path / name}: the PDF is {what}")
    assert not list(output.parent.iterdir())


def test_a_place_that_cannot_be_written_to(tmp_path: Path) -> None:
    done = run(HABITAT, "--pdf", tmp_path / "nowhere" / "marked.pdf")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"postings: cannot write (No such file or directory); ")
