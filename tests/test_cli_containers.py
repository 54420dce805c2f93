"""Archives and mails with files as a shell sees them: each posting in them is a source."""

from __future__ import annotations

import json
import subprocess
import sys
from email.message import EmailMessage
from pathlib import Path

import pytest
from document_builder import zipped

from postings_cli.batch.journal import Journal, Left
from postings_cli.intake import Intake
from postings_cli.sources import Source

COUNT = 60  # more than are read in one process
BROKEN = 41
DAY = ("--as-of", "2026-01-15")


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive of postings, one of which cannot be read; its directory is made the current one."""
    monkeypatch.chdir(tmp_path)
    texts: dict[str, str | bytes] = {
        f"{n % 3}/{n:02}.txt": f"Poste numéro {n}\nDate limite de candidature : {n % 28 + 1}/04/2026\n"
        for n in range(COUNT)
    }
    texts[f"{BROKEN % 3}/{BROKEN}.txt"] = b""
    file = tmp_path / "offres.zip"
    file.write_bytes(zipped(texts))
    return file


def names() -> list[str]:
    """The paths of the postings in the archive, in its order."""
    return sorted(f"offres.zip/{n % 3}/{n:02}.txt" for n in range(COUNT))


def run(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a shell would."""
    line = [sys.executable, "-m", "postings_cli", *arguments]
    return subprocess.run(line, capture_output=True, timeout=120)


def paths(lines: bytes) -> list[str]:
    """Where the postings of JSON lines came from."""
    return [json.loads(line)["source"]["path"] for line in lines.splitlines()]


@pytest.mark.parametrize("options", [("-j", "1"), ("-j", "3"), ("-j", "2", "--timeout", "60")])
def test_the_postings_of_an_archive_come_in_its_order(archive: Path, options: list[str]) -> None:
    done = run("parse", "offres.zip", "-f", "jsonl", *DAY, *options)
    broken = f"offres.zip/{BROKEN % 3}/{BROKEN}.txt"
    assert paths(done.stdout) == [name for name in names() if name != broken]
    assert json.loads(done.stdout.splitlines()[1])["deadline"] == "2026-04-04"
    message = f"{broken}: the file is empty (0 bytes); fetch or export it again\n"
    assert (done.returncode, done.stderr.decode()) == (1, message)


def test_a_run_goes_on_in_the_middle_of_an_archive(archive: Path) -> None:
    whole = run("parse", "offres.zip", "-f", "jsonl", *DAY).stdout
    settings: dict[str, str | None] = {
        "version": "0.1.0",
        "as_of": DAY[1],
        "text_column": None,
        "layout": "auto",
        "ocr": "on",
    }
    journal = Journal("out.jsonl", Left(settings))
    for name, line in zip(names()[:7], whole.splitlines(True), strict=False):
        journal.add(line, name, failed=False)
    journal.close()
    done = run("parse", "offres.zip", "-f", "jsonl", "-o", "out.jsonl", "--resume", "-j", "2")
    assert done.stderr.decode().startswith("postings: going on after 7, 0 of which")
    assert Path("out.jsonl").read_bytes() == whole


def mail(*files: tuple[str, str]) -> bytes:
    """A mail with words of its own and text files attached."""
    made = EmailMessage()
    made["From"], made["Subject"] = "rh@example.fr", "Poste de régisseur"
    made.set_content("Date limite de candidature : 10/04/2026\n")
    for name, words in files:
        made.add_attachment(words, filename=name)
    return made.as_bytes()


def test_files_attached_follow_the_mail_in_a_directory_and_in_an_archive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    data = mail(("fiche.txt", "Poste à pourvoir le 01/09/2026\n"))
    (tmp_path / "b.eml").write_bytes(data)
    (tmp_path / "a.zip").write_bytes(zipped({"c.eml": data, "d.txt": "Poste à Brest\n"}))
    done = run("parse", ".", "-f", "jsonl", "-j", "2")
    assert paths(done.stdout) == [
        "./a.zip/c.eml",
        "./a.zip/c.eml/fiche.txt",
        "./a.zip/d.txt",
        "./b.eml",
        "./b.eml/fiche.txt",
    ]
    assert json.loads(done.stdout.splitlines()[4])["starts_on"] == "2026-09-01"
    assert (done.returncode, done.stderr) == (0, b"")


def test_one_that_cannot_be_opened_or_holds_no_posting_has_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    nested = b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(3000)
    )
    (tmp_path / "a.eml").write_bytes(b"From: rh@example.fr\nMIME-Version: 1.0\n" + nested)
    (tmp_path / "b.zip").write_bytes(zipped({"photo.gif": b"GIF89a"}))
    (tmp_path / "c.zip").write_bytes(zipped({"a.txt": "Poste"})[:60])
    (tmp_path / "d.txt").write_text("Poste à Brest\n")
    done = run("parse", "a.eml", "b.zip", "c.zip", "d.txt", "-f", "jsonl")
    assert paths(done.stdout) == ["d.txt"]
    assert [line.partition(": ")[::2] for line in done.stderr.decode().splitlines()] == [
        (
            "a.eml",
            "the parts of this mail are nested beyond what any program writes;"
            " save it again from the mail program, as .eml or as text",
        ),
        ("b.zip", "no posting in this archive; name one file in it: ARCHIVE.zip/NAME"),
        (
            "c.zip",
            "the file is a damaged ZIP archive or document; fetch it again, or save it again",
        ),
        ("postings", "skipped 1 file of another kind (photo.gif); name one to read it"),
    ]


def test_only_names_are_drawn_from_an_archive(archive: Path) -> None:
    from datetime import date

    intake = Intake(["offres.zip"], date(2026, 1, 15))
    drawn = list(intake._opened(intake._sources()))
    assert drawn == [Source(name, found=True) for name in names()]
