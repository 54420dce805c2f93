"""Answers in a file: whole or absent, and gone on with after an interruption."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from postings.errors import UsageError
from postings_cli.batch.journal import Journal, Left, left_by
from postings_cli.batch.resuming import write_lines
from postings_cli.intake import Intake

PROGRAM = [sys.executable, "-m", "postings_cli"]
COUNT = 300
SETTINGS: dict[str, str | None] = {
    "version": "0.1.0",
    "as_of": "2026-01-15",
    "text_column": None,
    "layout": "auto",
    "ocr": "on",
}


@pytest.fixture(scope="module")
def whole(many_offers: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file that a run writes which nothing interrupts."""
    file = tmp_path_factory.mktemp("whole") / "out.jsonl"
    done = parse(many_offers, file)
    assert done.returncode == 1
    assert os.listdir(file.parent) == ["out.jsonl"]
    return file.read_bytes()


def command(many_offers: Path, file: Path, *options: str) -> list[str]:
    """The command that writes the answers into a file."""
    return [
        *PROGRAM,
        "parse",
        str(many_offers),
        "-f",
        "jsonl",
        "-o",
        str(file),
        "-j",
        "2",
        *options,
    ]


def parse(many_offers: Path, file: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run it to its end, on a day that no test is run on."""
    line = command(many_offers, file, *(options or ("--as-of", "2026-01-15")))
    return subprocess.run(line, capture_output=True, text=True, timeout=120)


def interrupt(
    many_offers: Path, file: Path, lines: int, end: signal.Signals, *options: str
) -> None:
    """Start a run and end it once so many lines are written.

    It cannot be over before that: it waits for more names.
    """
    partial = Path(f"{file}.partial")
    line = command(many_offers, file, "--as-of", "2026-01-15", "--files-from", "-", *options)
    with subprocess.Popen(
        line,
        stdin=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as program:
        while not partial.exists() or partial.read_bytes().count(b"\n") < lines:
            assert program.poll() is None
        os.killpg(program.pid, end) if end is signal.SIGINT else program.send_signal(end)


def test_answers_are_those_of_standard_output(many_offers: Path, whole: bytes) -> None:
    line = [*PROGRAM, "parse", str(many_offers), "-f", "jsonl", "--as-of", "2026-01-15"]
    assert subprocess.run(line, capture_output=True, timeout=120).stdout == whole
    assert whole.count(b"\n") == COUNT - COUNT // 50


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL, signal.SIGTERM])
def test_a_run_goes_on_where_another_was_interrupted(
    many_offers: Path, whole: bytes, tmp_path: Path, end: signal.Signals
) -> None:
    file = tmp_path / "out.jsonl"
    interrupt(many_offers, file, 1, end)
    interrupt(many_offers, file, 120, end, "--resume")
    assert not file.exists()
    before = left_by(str(file))
    assert before is not None
    assert before.done >= 119
    done = parse(many_offers, file, "--resume")  # the day is that of the run that began
    assert file.read_bytes() == whole
    assert os.listdir(tmp_path) == ["out.jsonl"]
    first, *others = done.stderr.splitlines()
    assert first == (
        f"postings: going on after {before.done}, {before.failed} of which could not be read"
    )
    assert len(others) == COUNT // 50 - before.failed  # none of those before is tried again
    assert done.returncode == 1


def left_behind(many_offers: Path, file: Path, whole: bytes, count: int) -> tuple[Path, Path]:
    """What a run leaves that is interrupted after `count` files."""
    names = [str(many_offers / f"{number:03}.txt") for number in range(count)]
    lines = {json.loads(line)["source"]["path"]: line for line in whole.splitlines(True)}
    journal = Journal(str(file), Left(SETTINGS))
    for name in names:
        journal.add(lines.get(name, b""), name, failed=name not in lines)
    journal.close()
    return Path(f"{file}.partial"), Path(f"{file}.journal")


@pytest.mark.parametrize("torn", [1, 200, 5_000])
@pytest.mark.parametrize("behind", [0, 1])
def test_either_file_may_be_behind_and_torn(
    many_offers: Path, whole: bytes, tmp_path: Path, torn: int, behind: int
) -> None:
    """A run can be killed between any two bytes that it writes."""
    file = tmp_path / "out.jsonl"
    files = left_behind(many_offers, file, whole, 200)
    os.truncate(files[behind], files[behind].stat().st_size - torn)
    parse(many_offers, file, "--resume")
    assert file.read_bytes() == whole


def test_without_resume_a_run_begins_anew(many_offers: Path, whole: bytes, tmp_path: Path) -> None:
    file = tmp_path / "out.jsonl"
    left_behind(many_offers, file, whole, 200)
    done = parse(many_offers, file)
    assert file.read_bytes() == whole
    assert done.stderr.splitlines()[0].endswith("is begun anew; --resume goes on")


def test_resume_with_nothing_to_go_on_with(many_offers: Path, whole: bytes, tmp_path: Path) -> None:
    file = tmp_path / "out.jsonl"
    done = parse(many_offers, file, "--resume", "--as-of", "2026-01-15")
    assert file.read_bytes() == whole
    assert "going on" not in done.stderr


@pytest.mark.parametrize(
    ("option", "differs"),
    [
        ("--as-of=2026-01-16", "as_of 2026-01-15, this one has 2026-01-16"),
        ("--layout=full", "layout auto, this one has full"),
        ("--no-ocr", "ocr on, this one has off"),
    ],
)
def test_other_answers_are_not_mixed_in(
    many_offers: Path, whole: bytes, tmp_path: Path, option: str, differs: str
) -> None:
    file = tmp_path / "out.jsonl"
    partial, _ = left_behind(many_offers, file, whole, 10)
    before = partial.read_bytes()
    done = parse(many_offers, file, "--resume", option)
    assert done.stderr == (
        f"postings: the interrupted run had {differs}; run it as before, or anew without --resume\n"
    )
    assert (done.returncode, partial.read_bytes()) == (2, before)


def test_other_files_are_not_taken_for_those_done(tmp_path: Path) -> None:
    for name in "ac":
        (tmp_path / f"{name}.txt").write_text("Poste\n")
    file = str(tmp_path / "out.jsonl")
    journal = Journal(file, Left(SETTINGS))
    for name in "ab":
        journal.add(b"{}\n", str(tmp_path / f"{name}.txt"), failed=False)
    journal.close()
    from datetime import date

    intake = Intake([str(tmp_path / "?.txt")], date(2026, 1, 15))
    with pytest.raises(UsageError, match=r"c\.txt is where .*b\.txt was before"):
        write_lines(intake, file, resume=True, as_of=None)
    assert Path(f"{file}.partial").read_bytes() == b"{}\n{}\n"


@pytest.mark.parametrize("form", ["csv", "json", "jsonl"])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    many_offers: Path, tmp_path: Path, form: str
) -> None:
    file = tmp_path / "out"
    file.write_text("before")
    line = [*PROGRAM, "parse", str(many_offers), "-f", form, "-o", str(file)]
    full = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))"
    main = "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)"
    code = f"{full}\n{main}\nfrom postings_cli.main import run; run()"
    done = subprocess.run(
        [sys.executable, "-c", code, *line[3:]], capture_output=True, text=True, timeout=60
    )
    assert done.stderr.splitlines()[-1].startswith("postings: cannot write (File too large); ")
    assert done.returncode == 1
    assert (os.listdir(tmp_path), file.read_text()) == (["out"], "before")


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_an_interruption_leaves_nothing_of_other_forms(
    many_offers: Path, tmp_path: Path, end: signal.Signals
) -> None:
    line = [*PROGRAM, "parse", "--files-from", "-", "-f", "csv", "-o", str(tmp_path / "out.csv")]
    with subprocess.Popen(line, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL) as program:
        assert program.stdin
        program.stdin.write(f"{many_offers}\n".encode())
        program.stdin.flush()
        while not os.listdir(tmp_path):
            assert program.poll() is None
        program.send_signal(end)
        assert program.wait(timeout=30) == 128 + end
    assert os.listdir(tmp_path) == []


def test_an_output_keeps_its_rights_and_links(many_offers: Path, tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("before")
    (tmp_path / "real.csv").chmod(0o640)
    (tmp_path / "link.csv").symlink_to("real.csv")
    line = [*PROGRAM, "compare", str(many_offers / "001.txt"), "-f", "csv", "-o"]
    subprocess.run([*line, str(tmp_path / "link.csv")], check=True)
    assert (tmp_path / "real.csv").read_text().startswith("file,title,")
    assert (tmp_path / "real.csv").stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "link.csv").is_symlink()


def test_a_device_is_written_and_not_replaced(many_offers: Path) -> None:
    for form in ("csv", "jsonl"):
        line = [*PROGRAM, "parse", str(many_offers / "001.txt"), "-f", form, "-o", "/dev/null"]
        assert subprocess.run(line, check=True, capture_output=True).stderr == b""
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize(
    "options", [("--resume",), ("--resume", "-o", "x"), ("--resume", "-f", "csv", "-o", "x")]
)
def test_resume_is_for_json_lines_in_a_file(many_offers: Path, options: tuple[str, ...]) -> None:
    line = [*PROGRAM, "parse", str(many_offers), *options]
    done = subprocess.run(line, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert "--resume goes with --format jsonl and --output FILE" in done.stderr


def test_no_such_directory(many_offers: Path) -> None:
    done = parse(many_offers, Path("/nowhere/out.jsonl"))
    assert done.returncode == 1
    assert done.stderr == (
        "postings: cannot write (No such file or directory); check where the output goes\n"
    )
