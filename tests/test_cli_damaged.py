"""A damaged file of each format beside a good one, as a shell sees them.

Each is cut at its half, and overwritten in its middle. What cannot be read has one line with a
cure, and exit code 1; what can is said to be damaged, unless all of it is there.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from random import Random
from typing import Any

import pytest
from document_builder import zipped
from scan_builder import file_of, sheet

from postings.reading.ocr.installation import missing_part

ROOT = Path(__file__).parent
FORMATS = ROOT / "data" / "formats" / "hopital-nuit"
TEXT = "Poste d'infirmier de nuit (h/f)\nDate limite de candidature : 10/04/2026\n"
LINES = ["Ville de Montrevel-sur-Orge", "Candidatures avant le 1er mars 2026"] * 4
# Without zeros, which no text has, and without line ends.
WRECK = Random(7).randbytes(70).translate(None, b"\x00\n\r")[:64]
PICTURES = ("png", "jpeg", "tiff")

needs_ocr = pytest.mark.skipif(
    missing_part() is not None, reason=f"to read scans, {missing_part()}"
)


def mail_with_a_file() -> bytes:
    """A mail with words of its own and a text attached, which is most of it."""
    made = EmailMessage()
    made["From"], made["Subject"] = "rh@example.fr", "Poste d'infirmier"
    made.set_content(TEXT)
    made.add_attachment(TEXT * 40, filename="fiche.txt")
    return made.as_bytes()


def good_files() -> dict[str, bytes]:
    """A whole file of each format, by its suffix."""
    read = {s: (FORMATS / f"posting.{s}").read_bytes() for s in ("html", "docx", "odt", "rtf")}
    pdfs = {
        f"{n}.pdf": (FORMATS / f"{n}.pdf").read_bytes() for n in ("printed", "columns", "table")
    }
    pictures = {form: file_of(sheet(LINES), form=form.upper()) for form in PICTURES}
    made = {"eml": mail_with_a_file(), "zip": zipped({"a.txt": TEXT * 30, "b.txt": TEXT * 30})}
    return {**read, **pdfs, **pictures, **made, "txt": (TEXT * 30).encode()}


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def overwritten(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + WRECK + data[middle + len(WRECK) :]


GOOD = good_files()
# Where nothing tells that something is missing: a text may end anywhere.
REFUSED = [
    *((name, cut) for name in GOOD if name not in ("html", "eml", "txt")),
    *((name, overwritten) for name in GOOD if name not in ("html", "eml", "txt", "jpeg", "tiff")),
]


def run(folder: Path, name: str, data: bytes) -> tuple[int, list[dict[str, Any]], list[str]]:
    """Exit code, answers and messages of the command on a damaged file and a good one."""
    (folder / f"bad.{name}").write_bytes(data)
    (folder / "good.txt").write_text(TEXT, encoding="utf-8")
    line = [sys.executable, "-m", "postings_cli", "parse", f"bad.{name}", "good.txt", "-f", "jsonl"]
    done = subprocess.run(line, capture_output=True, cwd=folder, timeout=120)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    return done.returncode, answers, done.stderr.decode().splitlines()


@pytest.mark.parametrize(
    ("name", "damage"),
    [
        pytest.param(name, damage, marks=needs_ocr if name in PICTURES else ())
        for name, damage in REFUSED
    ],
    ids=lambda value: value if isinstance(value, str) else value.__name__,
)
def test_what_cannot_be_read_has_one_line_with_a_cure(
    name: str, damage: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    code, answers, messages = run(tmp_path, name, damage(GOOD[name]))
    assert (code, len(messages)) == (1, 1)
    path, _, reason = messages[0].partition(": ")
    assert path.startswith(f"bad.{name}")
    assert "damaged" in reason or "truncated" in reason or "cut short" in reason
    assert "; " in reason
    good = [a for a in answers if not a["source"]["path"].startswith("bad.")]
    assert [(a["source"]["path"], a["deadline"]) for a in good] == [("good.txt", "2026-04-10")]


@pytest.mark.parametrize(
    ("name", "damage", "message"),
    [
        ("html", cut, "the page has no end tag: the end of it may be missing; save it again"),
        ("html", overwritten, "characters that no text has: some of it was lost or overwritten"),
        ("txt", overwritten, "characters that no text has: some of it was lost or overwritten"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.__name__,
)
def test_what_can_be_read_in_part_is_said_to_be_damaged(
    name: str, damage: Callable[[bytes], bytes], message: str, tmp_path: Path
) -> None:
    code, (bad, good), messages = run(tmp_path, name, damage(GOOD[name]))
    assert (code, messages, good["deadline"]) == (0, [], "2026-04-10")
    (warning,) = (w for w in bad["warnings"] if w["code"] == "damaged")
    assert warning["message"].endswith(message)


def test_a_mail_cut_in_a_file_says_so_and_gives_no_half_of_the_file(tmp_path: Path) -> None:
    code, (mail, good), messages = run(tmp_path, "eml", cut(GOOD["eml"]))
    assert (mail["source"]["path"], mail["deadline"]) == ("bad.eml", "2026-04-10")
    assert [w["code"] for w in mail["warnings"]] == ["damaged"]
    assert good["deadline"] == "2026-04-10"
    what = "the mail ends in the middle of this file; save the mail again from the mail program"
    assert (code, messages) == (1, [f"bad.eml/fiche.txt: {what}"])


def test_a_mail_without_files_cut_in_a_line(tmp_path: Path) -> None:
    made = EmailMessage()
    made["From"], made["Message-ID"] = "rh@example.fr", "<1@example.fr>"
    made.set_content(TEXT)
    code, (mail, _), _ = run(tmp_path, "eml", made.as_bytes()[:-9])
    assert code == 0
    assert [w["message"] for w in mail["warnings"] if w["code"] == "damaged"] == [
        "the end of the mail is missing, and what it said; save it again from the mail program"
    ]


@pytest.mark.parametrize("name", ["html", "eml"])
def test_what_is_whole_is_not_said_to_be_damaged(name: str, tmp_path: Path) -> None:
    code, answers, messages = run(tmp_path, name, GOOD[name])
    assert (code, messages) == (0, [])
    assert "damaged" not in [w["code"] for a in answers for w in a["warnings"]]


def test_a_text_cut_between_two_letters_is_a_text(tmp_path: Path) -> None:
    code, (bad, _), messages = run(tmp_path, "txt", cut(GOOD["txt"]))
    assert (code, messages, bad["deadline"]) == (0, [], "2026-04-10")


def test_a_text_that_is_none(tmp_path: Path) -> None:
    code, (good,), messages = run(tmp_path, "txt", Random(7).randbytes(2000))
    assert (code, good["deadline"], len(messages)) == (1, "2026-04-10", 1)
    assert messages[0].startswith("bad.txt: this is a binary file of unknown kind")


@needs_ocr
@pytest.mark.parametrize("name", ["jpeg", "tiff"])
def test_a_picture_with_a_blot_is_read_and_says_that_it_is_a_picture(
    name: str, tmp_path: Path
) -> None:
    code, (bad, good), messages = run(tmp_path, name, overwritten(GOOD[name]))
    assert (code, messages, good["deadline"]) == (0, [], "2026-04-10")
    assert [w["code"] for w in bad["warnings"]] == ["ocr"]
    assert bad["deadline"] in (None, "2026-03-01")


@pytest.mark.parametrize("damage", [cut, overwritten])
def test_a_table_of_postings_loses_the_damaged_row_alone(
    damage: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    rows = b"".join(json.dumps({"ref": n, "texte": TEXT * 9}).encode() + b"\n" for n in range(9))
    (tmp_path / "bad.jsonl").write_bytes(damage(rows))
    line = [sys.executable, "-m", "postings_cli", "parse", "bad.jsonl", "--text-column", "texte"]
    done = subprocess.run([*line, "-f", "jsonl"], capture_output=True, cwd=tmp_path, timeout=120)
    (message,) = done.stderr.decode().splitlines()
    assert (done.returncode, message.partition(": ")[0]) == (1, "bad.jsonl#5")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    kept = range(1, 5) if damage is cut else [1, 2, 3, 4, 6, 7, 8, 9]
    assert [a["source"]["path"] for a in answers] == [f"bad.jsonl#{n}" for n in kept]
    assert {a["deadline"] for a in answers} == {"2026-04-10"}
