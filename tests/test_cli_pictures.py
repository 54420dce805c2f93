"""Pictures that lie in directories, archives and mails: scans are read, logos are passed over."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from email.message import EmailMessage
from pathlib import Path

import pytest
from document_builder import zipped
from PIL import Image
from scan_builder import file_of, needs_ocr, sheet

from postings import read_documents

OFFER = [
    "La ville de Coulanges-le-Pré recrute un agent d'accueil",
    "CDD de 12 mois, à temps complet, ouvert aux contractuels",
    "Salaire : 1 950 € brut par mois",
    "Date limite de candidature : 10 avril 2026",
]
TEXT = "Poste de jardinier à Brest\nDate limite de candidature : 12/05/2026\n"


def logo(*lines: str) -> bytes:
    """A picture of no posting."""
    return file_of(sheet(lines).crop((100, 100, 1100, 500)))


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command line's deadlines, a line each, where nothing is beside what the test made."""
    return subprocess.run(
        [sys.executable, "-m", "postings_cli", *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def deadlines(output: str) -> dict[str, str]:
    """The deadline of each posting, by path."""
    answers = map(json.loads, output.splitlines())
    return {answer["source"]["path"]: answer["deadline"] for answer in answers}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory of scans and texts, with a logo, a blank page and an icon among them."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    for name, form in (("b.PNG", "PNG"), ("c.jpeg", "JPEG"), ("d.tif", "TIFF"), ("e.pdf", "PDF")):
        (tmp_path / name).write_bytes(file_of(sheet(OFFER), form=form))
    (tmp_path / "logo.png").write_bytes(logo("Coulanges-le-Pré", "une ville à vivre"))
    (tmp_path / "photo.jpg").write_bytes(file_of(sheet([]), form="JPEG"))
    (tmp_path / "icon.png").write_bytes(file_of(Image.new("L", (64, 64), 255)))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@needs_ocr
def test_scans_in_a_directory_are_read_as_pdfs_are(folder: Path) -> None:
    done = run("parse", ".", "--format", "jsonl")
    april = {f"./{name}": "2026-04-10" for name in ("b.PNG", "c.jpeg", "d.tif", "e.pdf")}
    assert deadlines(done.stdout) == {"./a.txt": "2026-05-12"} | april
    assert (done.returncode, done.stderr) == (
        0,
        "postings: skipped 3 pictures in which hardly a word was read"
        " (icon.png, logo.png, photo.jpg); name one to read it\n",
    )


@needs_ocr
def test_compare_takes_them_too(folder: Path) -> None:
    done = run("compare", ".", "--fields", "file,pay", "--format", "csv")
    rows = done.stdout.splitlines()
    assert [row.partition(",")[0] for row in rows[1:]] == [
        *("./a.txt", "./b.PNG", "./c.jpeg", "./d.tif", "./e.pdf"),
    ]
    assert [row.split(",")[1] for row in rows[2:]] == ["23400"] * 4
    assert done.returncode == 0


@needs_ocr
def test_a_logo_that_is_named_is_read(folder: Path) -> None:
    done = run("parse", "logo.png", "icon.png", "--format", "jsonl")
    assert deadlines(done.stdout) == {"logo.png": None}
    assert (done.returncode, done.stderr) == (
        1,
        "icon.png: the picture is too small for a posting (64 × 64 pixels);"
        " scan the page at 300 dpi\n",
    )


def test_no_ocr_passes_them_over(folder: Path) -> None:
    (folder / "e.pdf").unlink()
    done = run("parse", ".", "--format", "jsonl", "--no-ocr")
    assert deadlines(done.stdout) == {"./a.txt": "2026-05-12"}
    assert (done.returncode, done.stderr) == (
        0,
        "postings: skipped 6 pictures (b.PNG, c.jpeg, d.tif, icon.png, logo.png, …);"
        " leave out --no-ocr to read them\n",
    )


def test_without_the_engine_each_has_its_line_and_icons_have_none(folder: Path) -> None:
    for name in ("c.jpeg", "d.tif", "logo.png", "photo.jpg"):
        (folder / name).unlink()
    done = run("parse", ".", "--format", "jsonl", PATH=str(folder))
    assert deadlines(done.stdout) == {"./a.txt": "2026-05-12"}
    cure = (
        "to read it by OCR, install Tesseract and its French data"
        " (apt-get install tesseract-ocr tesseract-ocr-fra)"
    )
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        f"./b.PNG: this is a picture (PNG); {cure}",
        f"./e.pdf: the PDF holds only pictures of its pages, no text; {cure}",
        "postings: skipped 1 picture in which hardly a word was read (icon.png);"
        " name one to read it",
    ]


@needs_ocr
def test_archives_and_mails_are_directories(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    scan, sign = file_of(sheet(OFFER)), logo("Coulanges-le-Pré")
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "rh@example.fr", "Offre"
    mail.set_content("Bonjour, voici notre offre en pièce jointe.\n")
    mail.add_attachment(scan, "image", "png", filename="offre.png")
    mail.add_attachment(sign, "image", "png", filename="logo.png")
    Path("a.zip").write_bytes(zipped({"1.png": scan, "2.txt": TEXT, "logo.png": sign}))
    Path("b.eml").write_bytes(mail.as_bytes())
    done = run("parse", "a.zip", "b.eml", "--format", "jsonl")
    assert deadlines(done.stdout) == {
        "a.zip/1.png": "2026-04-10",
        "a.zip/2.txt": "2026-05-12",
        "b.eml": None,
        "b.eml/offre.png": "2026-04-10",
    }
    assert (done.returncode, done.stderr) == (
        0,
        "postings: skipped 2 pictures in which hardly a word was read (logo.png ×2);"
        " name one to read it\n",
    )
    assert [document.path for document in read_documents("a.zip")] == ["a.zip/1.png", "a.zip/2.txt"]


@needs_ocr
def test_a_run_goes_on_after_pictures_passed_over(folder: Path) -> None:
    from postings_cli.batch.journal import Journal, Left

    settings = {
        "version": "0.1.0",
        "as_of": "2026-01-15",
        "text_column": None,
        "layout": "auto",
        "ocr": "on",
    }
    run("parse", ".", "-f", "jsonl", "-o", "../whole.jsonl", "--as-of", "2026-01-15")
    whole = Path("../whole.jsonl").read_bytes()
    journal = Journal(str(folder.parent / "out.jsonl"), Left(settings))
    lines = whole.splitlines(keepends=True)
    names = ("a.txt", "b.PNG", "c.jpeg", "d.tif", "e.pdf", "icon.png")
    for name, line in zip(names, [*lines, b""], strict=True):
        journal.add(line, f"./{name}", failed=False)
    journal.close()
    done = run("parse", ".", "-f", "jsonl", "-o", "../out.jsonl", "--resume")
    assert Path("../out.jsonl").read_bytes() == whole
    assert done.returncode == 0
    assert done.stderr.splitlines()[0] == (
        "postings: going on after 6, 0 of which could not be read"
    )
