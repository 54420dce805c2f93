"""The commands as a shell sees them: stdout, stderr and exit codes of the real program."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

import postings

DEADLINE = "Date limite de candidature : 10/04/2026\n"
PROGRAM = [sys.executable, "-m", "postings_cli"]


def run(
    *arguments: str | Path, stdin: str | bytes = b"", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the program in a pipe, in an environment that sets nothing of its own."""
    inherited = {k: v for k, v in os.environ.items() if k not in ("POSTINGS_FORMAT", "COLUMNS")}
    done = subprocess.run(
        [*PROGRAM, *map(str, arguments)],
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        env={**inherited, **environment},
        capture_output=True,
        timeout=60,
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
    )


@pytest.fixture
def offers(tmp_path: Path) -> Path:
    """A directory of three postings that differ by their deadline."""
    for name, day in (("a", "10/04/2026"), ("b", "01/02/2026"), ("c", "")):
        text = f"Date limite de candidature : {day}\n" if day else "Rejoignez-nous.\n"
        (tmp_path / f"{name}.txt").write_text(text)
    return tmp_path


def test_version() -> None:
    done = run("--version")
    assert (done.returncode, done.stdout) == (0, f"postings {postings.__version__}\n")


def test_nothing_asked_is_wrong_usage_and_gets_the_help() -> None:
    done = run()
    assert (done.returncode, done.stdout) == (2, "")
    assert "postings compare offres/" in done.stderr


def test_help_gives_examples_before_options() -> None:
    for command in ("parse", "compare"):
        text = run(command, "--help").stdout
        assert 0 < text.index(f"postings {command} off") < text.index("Options:")


@pytest.mark.parametrize(
    "arguments",
    [
        ("compar", "x"),
        ("parse",),
        ("parse", "x", "--format", "xml"),
        ("compare", "x", "--sort", "salaire"),
        ("compare", "x", "--fields", "title,salaire"),
        ("compare", "x", "--as-of", "2026-02-30"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


def test_json_of_one_file_is_the_contract_object(offers: Path) -> None:
    file = offers / "a.txt"
    done = run("parse", file, "--format", "json", "--as-of", "2026-01-01")
    assert json.loads(done.stdout) == json.loads(postings.to_json(postings.parse_file(file)))
    assert json.loads(done.stdout)["deadline"] == "2026-04-10"
    assert (done.returncode, done.stderr) == (0, "")


def test_json_of_several_files_is_an_array(offers: Path) -> None:
    done = run("parse", offers / "a.txt", offers / "b.txt", "--format", "json")
    assert [p["deadline"] for p in json.loads(done.stdout)] == ["2026-04-10", "2026-02-01"]


def test_json_of_a_directory_is_an_array_whatever_it_holds(tmp_path: Path) -> None:
    (tmp_path / "seule.txt").write_text(DEADLINE)
    assert len(json.loads(run("parse", tmp_path, "--format", "json").stdout)) == 1
    assert json.loads(run("parse", tmp_path / "*.pdf", "--format", "json").stdout) == []


def test_jsonl_is_one_object_a_line(offers: Path) -> None:
    lines = run("parse", offers, "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["deadline"] for line in lines] == ["2026-04-10", "2026-02-01", None]


def test_answers_follow_the_schema_that_is_printed(offers: Path) -> None:
    schema = json.loads(run("schema").stdout)
    jsonschema.validate(json.loads(run("parse", offers / "a.txt", "-f", "json").stdout), schema)


def test_standard_input() -> None:
    done = run("parse", "-", "--format", "json", stdin=DEADLINE)
    answer = json.loads(done.stdout)
    assert (answer["source"]["path"], answer["deadline"]) == ("-", "2026-04-10")


def test_format_from_the_environment_and_the_option_above_it(offers: Path) -> None:
    file = offers / "a.txt"
    assert json.loads(run("parse", file, POSTINGS_FORMAT="json").stdout)
    assert run("parse", file, "-f", "table", POSTINGS_FORMAT="json").stdout.startswith("file\t")
    assert run("parse", file, POSTINGS_FORMAT="xml").returncode == 2


def test_a_card_in_a_pipe_is_lines_of_tabs(offers: Path) -> None:
    done = run("parse", offers / "a.txt", "--as-of", "2026-04-08")
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    assert lines[0] == ["file", str(offers / "a.txt")]
    words = "Date limite de candidature : 10/04/2026"
    assert ["deadline", "2026-04-10 (2 days left)", "l.1", words] in lines
    assert ["pay", "—"] in lines
    assert lines[-1] == [""]


def test_the_table_in_a_pipe_is_separated_by_tabs_alone(offers: Path) -> None:
    done = run("compare", offers, "--fields", "deadline,file", "--as-of", "2026-03-01")
    assert done.stdout.splitlines() == [
        "DEADLINE\tFILE",
        f"2026-04-10 (40 days left)\t{offers}/a.txt",
        f"2026-02-01 (expired)\t{offers}/b.txt",
        f"—\t{offers}/c.txt",
    ]


@pytest.mark.parametrize(
    ("sort", "order"), [("deadline", "bac"), ("-deadline", "abc"), ("-file", "cba")]
)
def test_sort(offers: Path, sort: str, order: str) -> None:
    for option in ((f"--sort={sort}",), ("--sort", sort)):
        done = run("compare", offers, *option, "--fields", "file", "--format", "tsv")
        names = [Path(line).stem for line in done.stdout.splitlines()[1:]]
        assert "".join(names) == order


def test_rows_as_json(offers: Path) -> None:
    done = run("compare", offers / "a.txt", "--format", "json", "--as-of", "2026-04-12")
    (row,) = json.loads(done.stdout)
    assert (row["file"], row["deadline"]) == (str(offers / "a.txt"), "2026-04-10")
    assert (row["days_left"], row["expired"], row["status"]) == (-2, True, "expired")
    assert row["places"]["deadline"] == {"page": None, "line": 1}


def test_fields_choose_the_keys_of_json_and_csv(offers: Path) -> None:
    options = ("--fields", "start,file", "--as-of", "2026-01-01")
    line = run("compare", offers, *options, "--format", "jsonl").stdout.splitlines()[0]
    assert list(json.loads(line)) == ["starts_on", "starts_asap", "file"]
    table = csv.reader(io.StringIO(run("compare", offers, *options, "--format", "csv").stdout))
    assert next(table) == ["starts_on", "starts_asap", "file"]


def test_csv_has_the_same_columns_from_both_commands(offers: Path) -> None:
    day = ("--as-of", "2026-04-01")
    first = run("compare", offers, "--format", "csv", *day)
    second = run("parse", offers, "--format", "csv", *day)
    assert first.stdout == second.stdout
    rows = list(csv.DictReader(io.StringIO(first.stdout)))
    assert [row["days_left"] for row in rows] == ["9", "-59", ""]
    assert [row["expired"] for row in rows] == ["false", "true", ""]


def test_markdown(offers: Path) -> None:
    done = run("compare", offers / "a.txt", "-f", "md", "--fields", "deadline,pay")
    assert done.stdout.splitlines()[:2] == ["| Deadline | Gross a year |", "| --- | --- |"]
    assert "| 10 avr. 2026 (" in done.stdout


def test_a_file_given_twice_by_content_counts_once(offers: Path) -> None:
    (offers / "d.txt").write_bytes((offers / "a.txt").read_bytes())
    done = run("compare", offers, "--format", "jsonl")
    assert len(done.stdout.splitlines()) == 3
    assert done.stderr == f"{offers}/d.txt: same content as {offers}/a.txt; counted once\n"
    assert done.returncode == 0


def test_an_unreadable_file_has_its_line_and_the_others_are_done(offers: Path) -> None:
    (offers / "b.txt").write_bytes(b"")
    (offers / "rompu.txt").symlink_to("nulle-part")
    done = run("compare", offers, offers / "absent.pdf", "--format", "jsonl")
    assert len(done.stdout.splitlines()) == 2
    lines = done.stderr.splitlines()
    assert [line.partition(": ")[0] for line in lines] == [
        f"{offers}/{name}" for name in ("b.txt", "rompu.txt", "absent.pdf")
    ]
    assert all("; " in line for line in lines)
    assert done.returncode == 1


def test_ctrl_c() -> None:
    command = [*PROGRAM, "parse", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdin and program.stderr
        program.stdin.write(b" " * 1_000_000)  # more than a pipe holds: the program is reading
        program.stdin.flush()
        program.send_signal(signal.SIGINT)
        program.stdin.close()  # a signal between two reads is seen when the next one returns
        stderr = program.stderr.read()
    assert (program.returncode, stderr) == (130, b"")


def test_a_reader_that_stops_early_ends_it_quietly(offers: Path) -> None:
    for number in range(200):
        (offers / f"copie-{number}.txt").write_text(f"{DEADLINE}{number}")
    command = [*PROGRAM, "parse", str(offers), "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout and program.stderr
        assert program.stdout.readline().startswith(b'{"schema_version":1')
        program.stdout.close()
        stderr = program.stderr.read()
    assert (program.returncode, stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
def test_a_full_disk_is_said(offers: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, "parse", offers / "a.txt"], stdout=full, stderr=subprocess.PIPE
        )
    assert done.stderr.startswith(b"postings: cannot write (No space left on device); ")
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)


def test_text_files_import_no_pdf_library_nor_what_tables_need(offers: Path) -> None:
    code = (
        "import sys; sys.argv = ['postings', 'parse', sys.argv[1], '-f', 'json']\n"
        "import atexit; from postings_cli.main import run\n"
        "heavy = {'pypdfium2_raw', 'pdfplumber', 'rich', 'babel', 'asyncio', 'postings.compare'}\n"
        "atexit.register(lambda: print(sorted(heavy & set(sys.modules)), file=sys.stderr))\n"
        "run()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(offers / "a.txt")], capture_output=True, timeout=60
    )
    assert (done.returncode, done.stderr.decode()) == (0, "[]\n")


@pytest.mark.parametrize("command", ["parse", "compare"])
def test_layout(command: str) -> None:
    file = Path(__file__).parent / "data" / "layouts" / "tables.pdf"
    fast, full, auto = (
        run(command, file, "--format", "json", "--layout", layout).stdout
        for layout in ("fast", "full", "auto")
    )
    assert fast == auto
    values = [json.loads(answer) for answer in (auto, full)]
    assert [without_boxes(value) for value in values] == [without_boxes(values[0])] * 2
    done = run(command, file, "--layout", "slow")
    assert (done.returncode, done.stdout) == (2, "")


def without_boxes(value: object) -> object:
    """A value of JSON without boxes: the two ways of reading differ by fractions of a point."""
    if isinstance(value, dict):
        return {key: without_boxes(inner) for key, inner in value.items() if key != "boxes"}
    return [without_boxes(inner) for inner in value] if isinstance(value, list) else value


def test_output_is_utf_8_whatever_the_locale(offers: Path) -> None:
    done = run("parse", offers / "c.txt", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert "deadline\t—" in done.stdout.splitlines()


def test_what_is_to_be_done_at_the_end_is_done_and_all_is_written(offers: Path) -> None:
    code = (
        "import sys; sys.argv = ['postings', 'parse', sys.argv[1], '-f', 'json']\n"
        "import atexit; from postings_cli.main import run\n"
        "atexit.register(lambda: sys.stdout.write('last words'))\n"
        "run()"
    )
    command = [sys.executable, "-c", code, str(offers / "a.txt")]
    done = subprocess.run(command, capture_output=True, timeout=60)
    assert (done.returncode, done.stdout[-13:]) == (0, b"\n}\nlast words")


def test_help_into_a_full_disk_is_an_error_and_into_a_closed_pipe_is_none() -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run([*PROGRAM, "--help"], stdout=full, stderr=subprocess.PIPE)
    assert done.stderr.startswith(b"postings: cannot write (No space left on device); ")
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
    shell = f"{sys.executable} -m postings_cli rules | true; exit ${{PIPESTATUS[0]}}"
    piped = subprocess.run(["bash", "-c", shell], capture_output=True)
    assert (piped.returncode, piped.stderr) == (0, b"")
