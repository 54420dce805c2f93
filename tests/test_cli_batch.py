"""Hundreds of files: several processes, interruptions at any moment, answers whole and in order.

Processes and signals are real. A wait here is for something to happen, never for time to pass.
"""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from postings_cli.batch.progress import with_progress

PROGRAM = [sys.executable, "-m", "postings_cli"]
DAY = ("--as-of", "2026-01-15")
COUNT = 300
EMPTY = "the file is empty (0 bytes); fetch or export it again"
# Thousands of dates and sums keep a process busy for many seconds.
SLOW = "Date limite de candidature : 10/04/2026. Salaire : 2 000 € brut par mois.\n" * 20_000


@pytest.fixture(scope="module")
def answers(many_offers: Path) -> list[bytes]:
    """What one process says of them, a line a posting."""
    return run("parse", many_offers, "-f", "jsonl", "--jobs", "1", *DAY).stdout.splitlines(True)


def run(*arguments: object) -> subprocess.CompletedProcess[bytes]:
    """Run the program to its end."""
    return subprocess.run([*PROGRAM, *map(str, arguments)], capture_output=True, timeout=120)


@contextmanager
def running(*arguments: object) -> Iterator[subprocess.Popen[bytes]]:
    """The program while it runs, in a group of its own as a shell would start it."""
    with subprocess.Popen(
        [*PROGRAM, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as program:
        try:
            yield program
        finally:
            program.kill()


def paths(lines: list[bytes]) -> list[str]:
    """The names of the files that whole lines of answers are about, without suffix."""
    return [Path(json.loads(line)["source"]["path"]).stem for line in lines]


def children(program: subprocess.Popen[bytes]) -> list[int]:
    """The processes that the program has started."""
    found = Path(f"/proc/{program.pid}/task/{program.pid}/children").read_text().split()
    return [int(each) for each in found]


def test_several_processes_say_what_one_says(many_offers: Path, answers: list[bytes]) -> None:
    done = run("parse", many_offers, "-f", "jsonl", "--jobs", "3", *DAY)
    assert done.stdout.splitlines(True) == answers
    assert paths(answers) == [f"{n:03}" for n in range(COUNT) if n % 50]
    lines = [f"{many_offers}/{number:03}.txt: {EMPTY}" for number in range(0, COUNT, 50)]
    assert (done.returncode, done.stderr.decode().splitlines()) == (1, lines)


@pytest.mark.parametrize(
    ("command", "form"), [("parse", "csv"), ("parse", "md"), ("compare", "json")]
)
def test_rows_and_cards_are_the_same(many_offers: Path, command: str, form: str) -> None:
    one, several = (run(command, many_offers, "-f", form, "--jobs", jobs, *DAY) for jobs in (1, 2))
    assert one.stdout == several.stdout != b""


def test_few_files_start_no_process(many_offers: Path) -> None:
    code = (
        "import sys; sys.argv = ['postings', *sys.argv[1:]]\n"
        "import atexit; from postings_cli.main import run\n"
        "atexit.register(lambda: print('multiprocessing' in sys.modules, file=sys.stderr))\n"
        "run()"
    )
    few = [str(many_offers / f"{number:03}.txt") for number in range(1, 20)]
    for files, started in ((few, "False"), ([str(many_offers)], "True")):
        command = [sys.executable, "-c", code, "compare", *files, "-f", "jsonl"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
        one_core = len(os.sched_getaffinity(0)) == 1
        assert done.stderr.splitlines()[-1] == ("False" if one_core else started)


def test_a_killed_process_costs_the_file_that_it_was_reading(
    many_offers: Path, answers: list[bytes], tmp_path: Path
) -> None:
    slow = tmp_path / "slow.txt"
    slow.write_text(SLOW)
    with running("parse", many_offers, slow, "-f", "jsonl", "--jobs", "2", *DAY) as program:
        assert program.stdout and program.stderr
        lines = [program.stdout.readline() for _ in answers]
        for child in children(program):  # one of them is at the only file that is left
            os.kill(child, signal.SIGKILL)
        rest, errors = program.stdout.read(), program.stderr.read()
    assert (lines, rest, program.returncode) == (answers, b"", 1)
    message = "the process that read it was killed, perhaps for want of memory"
    assert errors.decode().splitlines()[-1] == f"{slow}: {message}; read it alone, or leave it out"


def test_a_file_that_takes_too_long_is_given_up(many_offers: Path, tmp_path: Path) -> None:
    slow = tmp_path / "slow.txt"
    slow.write_text(SLOW)
    first, last = many_offers / "001.txt", many_offers / "002.txt"
    done = run("parse", first, slow, last, "-f", "jsonl", "--timeout", "2", *DAY)
    assert paths(done.stdout.splitlines()) == ["001", "002"]
    line = f"{slow}: not read within 2 s; raise --timeout, or leave it out\n"
    assert (done.returncode, done.stderr.decode()) == (1, line)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_leaves_whole_lines(many_offers: Path, answers: list[bytes], jobs: str) -> None:
    command = ("parse", "--files-from", "-", "-f", "jsonl", "--jobs", jobs, *DAY)
    with running(*command) as program:
        assert program.stdin and program.stdout and program.stderr
        program.stdin.write(f"{many_offers}\n".encode() * 5)
        program.stdin.flush()  # and it stays open: there may be more names
        first = program.stdout.readline()
        os.killpg(program.pid, signal.SIGINT)  # as a terminal does, to all processes at once
        lines = [first, *program.stdout.readlines()]
        errors = program.stderr.read()
    assert lines == (answers * 5)[: len(lines)]
    assert program.returncode == 130
    assert {line.partition(": ")[2] for line in errors.decode().splitlines()} <= {EMPTY}


def test_processes_end_with_the_one_that_started_them(many_offers: Path) -> None:
    with running(
        "parse", many_offers, many_offers / "*.txt", "-f", "jsonl", "--jobs", "2"
    ) as program:
        assert program.stdout
        program.stdout.readline()
        program.kill()
        program.stdout.read()  # ends when the last process that could write is gone


def test_a_reader_that_stops_early_ends_it_quietly(many_offers: Path) -> None:
    with running("parse", many_offers / "1*.txt", "-f", "jsonl", "--jobs", "2") as program:
        assert program.stdout and program.stderr
        program.stdout.readline()
        program.stdout.close()
        assert program.stderr.read().count(EMPTY.encode()) <= COUNT // 50
    assert program.returncode in (0, 1)


def test_a_bar_shows_how_far_a_long_run_is() -> None:
    leader, follower = pty.openpty()
    if (child := os.fork()) == 0:
        os.dup2(follower, 2)
        sys.stderr = open(2, "w")  # noqa: SIM115 (the process ends)
        assert list(with_progress(range(30), lambda: 30, after=0)) == list(range(30))
        os._exit(0)
    os.close(follower)
    written = b"".join(iter(lambda: _read(leader), b""))
    assert os.waitpid(child, 0)[1] == 0
    assert b"30/30" not in written[-20:]
    assert b" 1/30" in written


def _read(leader: int) -> bytes:
    try:
        return os.read(leader, 65536)
    except OSError:  # the last writer is gone
        return b""


def test_without_the_extra_parquet_says_what_to_install(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['pyarrow'] = None  # as where it is not installed\n"
        "from postings_cli.main import run; run()"
    )
    options = ["parse", str(tmp_path), "-f", "parquet", "-o", str(tmp_path / "out.parquet")]
    done = subprocess.run([sys.executable, "-c", code, *options], capture_output=True, text=True)
    assert done.stderr == (
        "postings: Parquet needs pyarrow, which is not installed; pip install 'postings[parquet]'\n"
    )
    assert (done.returncode, os.listdir(tmp_path)) == (2, [])
