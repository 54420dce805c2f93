"""`postings tables`: what the tool knows, from when, and how surely."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from rich.console import Console
from typer.testing import CliRunner

from postings.reference.knowledge import known_tables
from postings.reference.series import CERTAINTIES
from postings_cli.main import app
from postings_cli.render.sheet_terminal import print_sheet
from postings_cli.render.tables import drawn_sources, tables_sheet

TABLES = [
    "point-indice", "indice-minimum", "smic", "net-rates", "ib-im", "hors-echelle", "pay-grids",
    "grades", "category-changes", "articles", "departments", "communes",
    "intercommunalities",
]  # fmt: skip


def tables(*arguments: str) -> str:
    """What the command prints in a pipe."""
    done = CliRunner().invoke(app, ["tables", *arguments], env={"POSTINGS_FORMAT": ""})
    assert done.exit_code == 0, done.stderr
    return done.stdout


def by_name() -> dict[str, dict[str, Any]]:
    """The JSON answer, by table."""
    return {each["table"]: each for each in json.loads(tables("--format", "json"))}


def test_every_table_is_told() -> None:
    assert list(by_name()) == TABLES


def test_what_is_known_of_the_point() -> None:
    point = by_name()["point-indice"]
    assert (point["first"], point["last"]) == ("2009-10-01", "2023-07-01")
    assert point["checked_on"] >= "2026-11-21"
    assert point["entries"] == {"published": 1, "official": 5}


def test_sources_add_up_to_the_entries() -> None:
    for table in known_tables():
        for certainty in CERTAINTIES:
            held = sum(use.entries.get(certainty, 0) for use in table.sources)
            assert held == table.entries.get(certainty, 0), table.id
        assert all(use.source for use in table.sources)


def test_names_have_no_days() -> None:
    grades = by_name()["grades"]
    assert (grades["first"], grades["last"]) == (None, None)
    assert sum(grades["entries"].values()) > 400


def test_a_line_a_table_in_a_pipe() -> None:
    header, *lines = tables().splitlines()
    assert [cell.strip() for cell in header.split("\t")][:3] == ["TABLE", "MEANING", "FIRST"]
    assert [line.split("\t")[0].strip() for line in lines] == TABLES


def test_a_line_a_source() -> None:
    lines = list(csv.DictReader(io.StringIO(tables("--sources", "--format", "csv"))))
    of_point = [line for line in lines if line["table"] == "point-indice"]
    assert of_point[-1]["first"] == "2023-07-01"
    assert of_point[-1]["source"].startswith("Décret 2023-519")
    assert of_point[-1]["official"] == "1"
    assert "| point-indice |" in tables("--sources", "--format", "md")


@pytest.mark.parametrize("width", [40, 60, 80, 160])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    for sheet in (tables_sheet(known_tables()), drawn_sources(known_tables())):
        console = Console(width=width, file=io.StringIO(), markup=False, highlight=False)
        print_sheet(sheet, console)
        assert isinstance(console.file, io.StringIO)
        assert max(map(len, console.file.getvalue().splitlines())) <= width


def test_long_sources_are_folded_not_cut() -> None:
    console = Console(width=60, file=io.StringIO(), markup=False, highlight=False)
    print_sheet(drawn_sources(known_tables()), console)
    assert isinstance(console.file, io.StringIO)
    assert "…" not in console.file.getvalue()
