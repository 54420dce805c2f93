"""Scans, read by the real engine: whichever way up, in every kind of file, or refused."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from pdf_builder import Text, paragraph, pdf_of
from PIL import Image
from scan_builder import file_of, needs_ocr, scanned, sheet

from postings import parse_document
from postings.document import Document
from postings.errors import DamagedDocument, ImageOnlyDocument, PostingsError, UnsupportedFormat
from postings.posting import Posting
from postings.reading import document_from_bytes

LINES = [
    "Ville de Montrevel-sur-Orge",
    "Chargé de projet voirie (H/F)",
    "Cadre d'emplois : techniciens territoriaux",
    "Emploi permanent ouvert aux titulaires et contractuels",
    "Rémunération : 2 450 € brut par mois",
    "Candidatures avant le 1er mars 2026",
    "à la mairie, 3 place du Marché, 79997 Montrevel",
]
TEXT = "\n".join(LINES) + "\n"


def read(data: bytes) -> Document:
    """What the tool makes of a file."""
    return document_from_bytes(data, "-")


def parse(document: Document) -> Posting:
    """What the tool finds in a document."""
    return parse_document(document, as_of=date(2026, 1, 15))


@needs_ocr
def test_a_scan_laid_askew() -> None:
    document = read(file_of(scanned(sheet(LINES))))
    assert document.text == TEXT
    assert (document.media_type, document.page_starts) == ("image/png", (0,))
    posting = parse(document)
    assert posting.deadline == "2026-03-01"
    assert [(s.min, s.max, s.period, s.gross) for s in posting.salary.stated] == [
        (Decimal(2450), Decimal(2450), "month", True)
    ]
    assert [grade.name for grade in posting.grades] == ["Techniciens territoriaux"]
    assert set(posting.contract.types) == {"titulaire", "contractuel"}
    (warning,) = (w for w in posting.warnings if w.code == "ocr")
    assert warning.message.startswith("page 1 read by OCR, 9")
    assert warning.path == "source.pages"


@needs_ocr
@pytest.mark.parametrize("turn", [180, 270])
def test_a_page_turned_any_way_and_the_boxes_where_they_are_shown(turn: int) -> None:
    document = read(file_of(sheet(LINES).rotate(turn, expand=True)))
    assert document.text == TEXT
    (evidence,) = parse(document).evidence["deadline"]
    boxes = evidence.boxes or ()
    x0, top = min(box.x0 for box in boxes), min(box.top for box in boxes)
    x1, bottom = max(box.x1 for box in boxes), max(box.bottom for box in boxes)
    # "avant le 1er mars 2026", in Courier 12 from the 14th column of the sixth line.
    left, right, above, below = 72 + 13 * 7.2, 72 + 35 * 7.2, 135, 147
    expected = {
        180: (595 - right, 842 - below, 595 - left, 842 - above),
        270: (842 - below, left, 842 - above, right),
    }
    assert (x0, top, x1, bottom) == pytest.approx(expected[turn], abs=3)


@needs_ocr
def test_pages_of_two_shades_in_one_file() -> None:
    pages = [sheet(lines).convert("1") for lines in (LINES[:4], LINES[4:])]
    document = read(file_of(*pages, form="TIFF", compression="group4"))
    assert (document.text, document.media_type) == (TEXT, "image/tiff")
    assert document.page_starts == (0, TEXT.index("Rémunération"))
    (evidence,) = parse(document).evidence["deadline"]
    assert (evidence.page, evidence.line, evidence.text) == (2, 2, "avant le 1er mars 2026")


@needs_ocr
def test_inks_of_print_and_a_camera_held_on_its_side() -> None:
    picture = sheet(LINES).convert("CMYK").rotate(90, expand=True)
    exif = Image.Exif()
    exif[274] = 6  # orientation: to be turned by 90 degrees, clockwise
    assert read(file_of(picture, form="JPEG", exif=exif)).text == TEXT


@needs_ocr
def test_a_scan_in_a_pdf_among_pages_of_text() -> None:
    from pypdf import PdfReader, PdfWriter

    out = io.BytesIO()
    writer = PdfWriter()
    for data in (pdf_of(paragraph(72, 72, LINES[:4])), file_of(sheet(LINES[4:]), form="PDF")):
        writer.append(PdfReader(io.BytesIO(data)))
    writer.write(out)
    document = read(out.getvalue())
    assert document.text == TEXT
    assert document.unread_pages == ()
    assert [page.page for page in document.recognised] == [2]
    assert [w.code for w in parse(document).warnings] == ["ocr"]


@needs_ocr
def test_a_stamp_does_not_pass_for_the_page_it_is_on() -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(file_of(sheet(LINES), form="PDF"))))
    stamp = PdfReader(io.BytesIO(pdf_of([Text(300, 30, "Reçu en préfecture")])))
    writer.pages[0].merge_page(stamp.pages[0])
    out = io.BytesIO()
    writer.write(out)
    assert read(out.getvalue()).text == "Reçu en préfecture\n\n" + TEXT


@needs_ocr
def test_a_picture_without_words() -> None:
    with pytest.raises(ImageOnlyDocument) as error:
        read(file_of(sheet([])))
    assert error.value.what == "no words can be read in the picture"
    assert error.value.cure == "scan it again, at 300 dpi"


@needs_ocr
def test_a_picture_too_large() -> None:
    with pytest.raises(UnsupportedFormat) as error:
        read(file_of(Image.new("1", (12_000, 9_000))))
    assert error.value.what == "the picture is too large (12000 × 9000 pixels)"


@needs_ocr
@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF"])
def test_damaged_pictures(form: str) -> None:
    data = file_of(sheet(LINES), form=form)
    for kept in (9, len(data) // 2):
        with pytest.raises(PostingsError) as error:
            read(data[:kept])
        assert isinstance(error.value, DamagedDocument)


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command line, in an environment where nothing is found on the path."""
    return subprocess.run(
        [sys.executable, "-m", "postings_cli", "parse", "--format", "jsonl", *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_the_engine_the_others_are_done(tmp_path: Path) -> None:
    scan, offer = tmp_path / "scan.png", tmp_path / "offre.txt"
    scan.write_bytes(file_of(sheet(LINES)))
    offer.write_text("Date limite de candidature : 10/04/2026\n", encoding="utf-8")
    done = run(scan, offer, PATH=str(tmp_path))
    assert done.returncode == 1
    assert [json.loads(line)["deadline"] for line in done.stdout.splitlines()] == ["2026-04-10"]
    assert done.stderr == (
        f"{scan}: this is a picture (PNG); to read it by OCR, install Tesseract"
        " and its French data (apt-get install tesseract-ocr tesseract-ocr-fra)\n"
    )


WITHOUT_PILLOW = """
import sys
sys.modules["PIL"] = None
from postings_cli.main import app
app(["parse", "--format", "jsonl", *sys.argv[1:]])
"""


@needs_ocr
@pytest.mark.parametrize("lacking", ["library", "French", "program"])
def test_what_is_lacking_is_named(tmp_path: Path, lacking: str) -> None:
    scan, pdf, offer = tmp_path / "scan.png", tmp_path / "scan.pdf", tmp_path / "offre.txt"
    scan.write_bytes(file_of(sheet(LINES)))
    pdf.write_bytes(file_of(sheet(LINES), form="PDF"))
    offer.write_text("Date limite de candidature : 10/04/2026\n", encoding="utf-8")
    if lacking == "library":
        line = [sys.executable, "-c", WITHOUT_PILLOW, str(scan), str(pdf), str(offer)]
        done = subprocess.run(line, capture_output=True, text=True, check=False)
        cure = "run pip install 'postings[ocr]'"
    elif lacking == "French":
        done = run(scan, pdf, offer, TESSDATA_PREFIX=str(tmp_path))
        cure = f"put fra.traineddata into {tmp_path}, or unset TESSDATA_PREFIX, which names it"
    else:  # it is there, and does not run
        broken = tmp_path / "tesseract"
        broken.write_text("no program")
        broken.chmod(0o755)
        done = run(scan, pdf, offer, PATH=str(tmp_path))
        cure = (
            "install Tesseract and its French data"
            " (apt-get install tesseract-ocr tesseract-ocr-fra)"
        )
    assert done.returncode == 1
    assert [json.loads(line)["deadline"] for line in done.stdout.splitlines()] == ["2026-04-10"]
    assert done.stderr.splitlines() == [
        f"{scan}: this is a picture (PNG); to read it by OCR, {cure}",
        f"{pdf}: the PDF holds only pictures of its pages, no text; to read it by OCR, {cure}",
    ]


def test_no_ocr(tmp_path: Path) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(file_of(sheet(LINES), form="PDF"))
    done = run("--no-ocr", scan)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"{scan}: the PDF holds only pictures of its pages, no text;"
        " leave out --no-ocr to read it by OCR\n"
    )


def test_nothing_of_it_is_imported_for_text() -> None:
    program = (
        "import sys, postings; postings.parse('CDI'); import postings.reading.pdf\n"
        "print([name for name in sys.modules if name.startswith(('PIL', 'postings.reading.ocr.'))])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout == "['postings.reading.ocr.installation']\n"
