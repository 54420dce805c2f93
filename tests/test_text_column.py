"""Postings in the column of a table, and files named by a list."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from postings_cli.main import app
from postings_cli.sources import Source
from postings_cli.text_column import TextColumn

DEADLINE = "Date limite de candidature : 10/04/2026"
CSV = f'ref,texte\nA-1,"Juriste\n{DEADLINE}"\nA-2,Poste\n'


def rows(
    tmp_path: Path, content: str | bytes, text: str = "texte", id_: str | None = None
) -> list[Source]:
    """The postings of a table, the path of which is taken off their names."""
    table = tmp_path / "t"
    table.write_bytes(content if isinstance(content, bytes) else content.encode())
    found = TextColumn(text, id_).rows(str(table))
    return [row._replace(name=row.name.removeprefix(str(table))) for row in found]


def run(*arguments: object, stdin: str | bytes = "") -> Result:
    """Run the program in this process."""
    return CliRunner().invoke(app, [*map(str, arguments), "--as-of", "2026-01-15"], input=stdin)


def test_a_row_of_csv_is_named_by_its_number_or_its_id(tmp_path: Path) -> None:
    first, second = f"Juriste\n{DEADLINE}", "Poste"
    assert rows(tmp_path, CSV) == [Source("#1", first), Source("#2", second)]
    assert rows(tmp_path, CSV, id_="ref") == [Source("#A-1", first), Source("#A-2", second)]


def test_a_row_of_json_lines_is_named_by_its_line_or_its_id(tmp_path: Path) -> None:
    lines = '{"n": 7, "texte": "Poste"}\n\n{"texte": "Autre", "n": null}\n'
    assert rows(tmp_path, lines) == [Source("#1", "Poste"), Source("#3", "Autre")]
    assert rows(tmp_path, lines, id_="n") == [Source("#7", "Poste"), Source("#3", "Autre")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_delimiters_and_encodings(tmp_path: Path, delimiter: str, encoding: str) -> None:
    table = f"a,b{delimiter}texte\r\n1,2{delimiter}Chargé d’études\r\n"
    if delimiter == ",":
        table = "a,texte\r\n1,Chargé d’études\r\n"
    assert rows(tmp_path, table.encode(encoding)) == [Source("#1", "Chargé d’études")]


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (CSV.replace("texte", "text"), "no column 'texte' in this table; give --text-column one of: ref, text"),
        ('{"text": "Poste"}\n', "no column 'texte' in this table; give --text-column one of: text"),
        ("", "the file is empty (0 bytes); fetch or export it again"),
        ('[{"texte": "Poste"}]', "this is one JSON array; write an object a line (jq -c '.[]')"),
        (b"PK\x03\x04 xl/", "this is a spreadsheet or another ZIP archive and no table; save it as CSV (UTF-8)"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_such_table(tmp_path: Path, content: str | bytes, trouble: str) -> None:
    assert rows(tmp_path, content) == [Source("", trouble=trouble)]


def test_an_id_column_that_is_missing(tmp_path: Path) -> None:
    (source,) = rows(tmp_path, CSV, id_="id")
    assert source.trouble == "no column 'id' in this table; give --id-column one of: ref, texte"


@pytest.mark.parametrize(
    ("row", "trouble"),
    [
        (b'{"texte": "Pos', "this line is no JSON; it may be cut short: write it again"),
        (b"[1]", "this line is no JSON object; write one object a line"),
        (b'{"texte": 3}', "the text of this row is not a string; write it as one"),
        (b'{"texte": " "}', "this row has no text; fill it, or leave the row out"),
        (b'{"autre": "x"}', "this row has no text; fill it, or leave the row out"),
        ('{"texte": "Chargé"}'.encode("cp1252"), "this row is not UTF-8; convert the file (iconv -f WINDOWS-1252 -t UTF-8)"),
    ],
)  # fmt: skip
def test_a_line_that_is_wrong_costs_itself(tmp_path: Path, row: bytes, trouble: str) -> None:
    good = b'{"texte": "Poste"}\n'
    assert rows(tmp_path, good + row + b"\n" + good) == [
        Source("#1", "Poste"),
        Source("#2", trouble=trouble),
        Source("#3", "Poste"),
    ]


@pytest.mark.parametrize(
    ("row", "trouble"),
    [
        (b"A", "this row has 1 cells where the header has 2; check its quotes and delimiters"),
        (b"A,b,c", "this row has 3 cells where the header has 2; check its quotes and delimiters"),
        (b'A,"b"c', "this row is no CSV (',' expected after '\"'); check its quotes"),
        (b"A,", "this row has no text; fill it, or leave the row out"),
        (b"A,Charg\xe9", "this row is not UTF-8; convert the file (iconv -f WINDOWS-1252 -t UTF-8)"),
    ],
)  # fmt: skip
def test_a_record_that_is_wrong_costs_itself(tmp_path: Path, row: bytes, trouble: str) -> None:
    assert rows(tmp_path, b"id,texte\n1,Poste\n" + row + b"\n2,Poste\n") == [
        Source("#1", "Poste"),
        Source("#2", trouble=trouble),
        Source("#3", "Poste"),
    ]


def test_a_quote_never_closed(tmp_path: Path) -> None:
    trouble = "this row is no CSV (unexpected end of data); check its quotes"
    assert rows(tmp_path, 'id,texte\n1,"Poste\n2,Poste\n') == [Source("#1", trouble=trouble)]


def test_rows_are_parsed_like_files(tmp_path: Path) -> None:
    (tmp_path / "offres.csv").write_text(CSV)
    done = run("parse", tmp_path, "--text-column", "texte", "--id-column", "ref", "-f", "jsonl")
    first, second = map(json.loads, done.stdout.splitlines())
    assert first["source"]["path"] == f"{tmp_path}/offres.csv#A-1"
    assert first["source"]["characters"] == len(f"Juriste\n{DEADLINE}")
    assert (first["deadline"], second["deadline"]) == ("2026-04-10", None)
    assert first["evidence"]["deadline"][0]["line"] == 2
    assert (done.exit_code, done.stderr) == (0, "")


def test_a_table_from_standard_input_and_a_web_page_in_a_cell() -> None:
    table = f'{{"texte": "{DEADLINE}"}}\n{{"texte": "<!DOCTYPE html><p>{DEADLINE}"}}\n'
    done = run(
        "compare",
        "-",
        "--text-column",
        "texte",
        "-f",
        "tsv",
        "--fields",
        "file,deadline",
        stdin=table,
    )
    cells = [line.split("\t")[:2] for line in done.stdout.splitlines()[1:]]
    assert cells == [["'-#1", "2026-04-10"], ["'-#2", "2026-04-10"]]
    assert (done.exit_code, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"<!DOCTYPE html><html><table>", "a web page"),
        (b"{\\rtf1\\ansi texte}", "a rich text document"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\x1f\x8b\x08", "a gzip archive"),
    ],
)
def test_a_document_is_no_table(tmp_path: Path, content: bytes, name: str) -> None:
    trouble = f"this is {name} and no table; save it as CSV (UTF-8)"
    assert rows(tmp_path, content) == [Source("", trouble=trouble)]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Three postings, one of them under a name that is two lines, and a directory of one."""
    (tmp_path / "d").mkdir()
    for name in ("a.txt", "b.json", "c\nd", "d/e.txt"):
        (tmp_path / name).write_text(DEADLINE)
    return tmp_path


def named(done: Result) -> list[str]:
    """The files that an answer in JSON lines is about."""
    return [json.loads(line)["source"]["path"] for line in done.stdout.splitlines()]


def test_files_named_by_a_list(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree)
    (tree / "list").write_bytes(b"b.json\r\n\nd\na.txt\nb.json")
    done = run("parse", "--files-from", "list", "-f", "jsonl")
    assert named(done) == ["b.json", "d/e.txt", "a.txt", "b.json"]
    assert named(run("parse", "a.txt", "--files-from", "-", "-f", "jsonl", stdin="b.json\n")) == [
        "a.txt",
        "b.json",
    ]


def test_names_that_end_with_nul(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree)
    done = run("parse", "--files-from", "-", "-0", "-f", "jsonl", stdin=b"c\nd\0a.txt\0")
    assert named(done) == ["c\nd", "a.txt"]


def test_a_list_that_is_missing_and_a_name_in_it(tree: Path) -> None:
    done = run("compare", "--files-from", tree / "absent", "-f", "jsonl")
    assert (done.exit_code, done.stderr) == (1, f"{tree}/absent: no such file; check the path\n")
    done = run("compare", "--files-from", "-", "-f", "jsonl", stdin="/nowhere/*.txt\n")
    assert (done.exit_code, done.stderr) == (1, "/nowhere/*.txt: no such file; check the path\n")


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("x", "--null"),
        ("x", "--id-column", "id"),
        ("x", "--jobs", "0"),
        ("x", "--timeout", "0"),
    ],
)
def test_wrong_usage(options: tuple[str, ...]) -> None:
    done = run("parse", *options)
    assert (done.exit_code, done.stdout) == (2, "")
