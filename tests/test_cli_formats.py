"""Web pages, documents, mails and archives as a shell sees them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from document_builder import zipped
from typer.testing import CliRunner

from postings_cli.main import app

FIXTURES = Path(__file__).parent.parent / "fixtures"
FORMATS = Path(__file__).parent / "data" / "formats"
TEXT = "Date limite de candidature : 10/04/2026\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory with a posting of each format; it is made the current one."""
    for suffix in ("html", "docx", "odt", "rtf"):
        shutil.copy(FORMATS / "hopital-nuit" / f"posting.{suffix}", tmp_path / f"nuit.{suffix}")
    shutil.copy(FORMATS / "courriel-regisseur" / "posting.eml", tmp_path / "regisseur.eml")
    (tmp_path / "offres.zip").write_bytes(zipped({"2026/a.txt": TEXT, "b.txt": TEXT, "c.gif": b""}))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_directory_gives_every_format_and_what_archives_hold(folder: Path) -> None:
    done = CliRunner().invoke(app, ["parse", ".", "--format", "jsonl"])
    skipped = "postings: skipped 1 file of another kind (c.gif); name one to read it\n"
    assert (done.exit_code, done.stderr) == (0, skipped)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(a["source"]["path"], a["source"]["media_type"]) for a in answers] == [
        ("./nuit.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("./nuit.html", "text/html"),
        ("./nuit.odt", "application/vnd.oasis.opendocument.text"),
        ("./nuit.rtf", "application/rtf"),
        ("./offres.zip/2026/a.txt", "text/plain"),
        ("./offres.zip/b.txt", "text/plain"),
        ("./regisseur.eml", "message/rfc822"),
    ]
    assert [a["deadline"] for a in answers[-3:]] == ["2026-04-10", "2026-04-10", "2023-10-20"]


def test_an_archive_is_an_array_and_a_mail_alone_an_object(folder: Path) -> None:
    array = CliRunner().invoke(app, ["parse", "offres.zip", "--format", "json"])
    assert [each["deadline"] for each in json.loads(array.stdout)] == ["2026-04-10"] * 2
    one = CliRunner().invoke(app, ["parse", "regisseur.eml", "--format", "json"])
    assert json.loads(one.stdout)["deadline"] == "2023-10-20"


def test_a_posting_in_an_archive_is_named_and_explained(folder: Path) -> None:
    done = CliRunner().invoke(app, ["parse", "offres.zip/b.txt", "--format", "json"])
    assert json.loads(done.stdout)["source"]["path"] == "offres.zip/b.txt"
    done = CliRunner().invoke(app, ["explain", "offres.zip/2026/a.txt", "deadline"])
    assert "deadline.label" in done.stdout
    done = CliRunner().invoke(app, ["explain", "offres.zip"])
    assert done.exit_code == 1
    assert "name one file in it: ARCHIVE.zip/NAME" in done.stderr


def test_what_a_page_declares_is_explained_with_its_rule(folder: Path) -> None:
    page = FORMATS / "interim-cariste" / "posting.html"
    done = CliRunner().invoke(app, ["explain", str(page), "salary.stated"])
    assert "salary.stated\tkept\t0\tjsonld.base-salary\t" in done.stdout
    assert "\tJobPosting.baseSalary : 12.45 EUR / HOUR\t" in done.stdout


BROKEN = {
    "a.docx": b"PK\x03\x04" + b"\x00" * 40,
    "b.odt": zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a"}),
    "c.docx": zipped({"word/document.xml": "<w:document"}),
    "d.rtf": b"{\\rtf1 }",
    "e.html": b"<html><script>x()</script></html>",
    "f.eml": b"From: a@example.fr\nMIME-Version: 1.0\n\n",
    "g.zip": zipped({"a.txt": TEXT})[:60],
    "h.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
    "i.msg": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__substg1.0_".encode("utf-16-le"),
}


def test_each_broken_file_has_its_line_and_the_others_are_done(folder: Path) -> None:
    for name, data in BROKEN.items():
        (folder / name).write_bytes(data)
    (folder / "z.txt").write_text(TEXT)
    done = CliRunner().invoke(app, ["compare", *BROKEN, "z.txt", "-f", "jsonl"])
    assert (done.exit_code, done.stdout.count("\n")) == (1, 1)
    lines = done.stderr.splitlines()
    assert [line.partition(": ")[0] for line in lines] == list(BROKEN)
    assert all("; " in line and "internal error" not in line for line in lines)
