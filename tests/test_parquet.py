"""Parquet: typed by the contract, nested, one row a posting."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from postings import to_json
from postings.compare import Row
from postings.posting import Alternative, Evidence, Posting, Salary, StatedPay

pq = pytest.importorskip("pyarrow.parquet", reason="the extra `parquet` is not installed")

ROOT = Path(__file__).parent.parent
PROGRAM = [sys.executable, "-m", "postings_cli"]
EVIDENCE = Evidence(page=1, line=2, start=3, end=9, text="2 000 €", rule="stated_pay.labelled")
POSTING = Posting(
    title="Juriste",
    salary=Salary(stated=(StatedPay(min=Decimal("2000.5"), max=None, period="month"),)),
    evidence={"salary.stated.0": (EVIDENCE,)},
    ambiguous={"positions": (Alternative(value=2, evidence=(EVIDENCE,)), Alternative(value="3", evidence=()))},
)  # fmt: skip


def table(*postings: Posting) -> Any:
    """What is read back of the postings that were written."""
    from postings_cli.export.parquet import write_parquet

    file = io.BytesIO()
    write_parquet(map(to_json, postings), Posting, file)
    return pq.read_table(io.BytesIO(file.getvalue()))


def test_types_are_those_of_the_contract_whatever_the_postings_hold() -> None:
    for schema in (table().schema, table(Posting()).schema, table(POSTING).schema):
        assert schema.names == list(Posting.__struct_fields__)
        types = {field.name: str(field.type) for field in schema}
        assert types["schema_version"] == "int64"
        assert types["deadline"] == "string"
        assert types["deadline_until_filled"] == "bool"
        assert types["telework"] == "struct<allowed: bool, days_per_week: double>"
        assert types["benefits"] == "list<element: string not null>"
        assert "min: double, max: double, currency: string not null" in types["salary"]
        assert types["evidence"] == (
            "map<string, list<element: struct<page: int64 not null, line: int64 not null,"
            " start: int64 not null, end: int64 not null, text: string not null,"
            " rule: string not null, boxes: list<element: struct<page: int64 not null,"
            " x0: double not null, top: double not null, x1: double not null,"
            " bottom: double not null> not null> not null> not null> ('evidence')>"
        )


def test_what_is_read_back_is_what_was_written() -> None:
    (row,) = table(POSTING).to_pylist()
    said = json.loads(to_json(POSTING))
    said["evidence"]["salary.stated.0"][0]["boxes"] = []  # JSON leaves out boxes that are not
    assert row["salary"]["stated"][0]["min"] == 2000.5
    assert row["evidence"] == list(said.pop("evidence").items())
    values = [each["value"] for each in row["ambiguous"][0][1]]
    assert values == ["2", '"3"']
    del said["ambiguous"]
    assert {key: row[key] for key in said} == said


def test_rows_come_in_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    from postings_cli.export import parquet

    monkeypatch.setattr(parquet, "_BATCH", 2)
    monkeypatch.setattr(parquet, "_ROW_GROUP", 3)
    file = io.BytesIO()
    parquet.write_parquet((to_json(Posting(title=str(n))) for n in range(13)), Posting, file)
    written = pq.ParquetFile(io.BytesIO(file.getvalue()))
    sizes = [written.metadata.row_group(n).num_rows for n in range(written.num_row_groups)]
    assert sizes == [6, 6, 1]
    assert written.read()["title"].to_pylist() == [str(n) for n in range(13)]


@pytest.mark.parametrize("command", ["parse", "compare"])
def test_a_file_of_the_fixtures(tmp_path: Path, command: str) -> None:
    fixture, file = ROOT / "fixtures" / "freelance-go" / "posting.txt", tmp_path / "out.parquet"
    options = ["--format", "parquet", "--output", str(file), "--as-of", "2026-01-15"]
    subprocess.run([*PROGRAM, command, fixture, *options], check=True, timeout=60)
    read = pq.read_table(file)
    assert read.schema.names == list((Posting if command == "parse" else Row).__struct_fields__)
    assert read["title"].to_pylist() == ["développeur·se Go confirmé·e"]


def test_it_needs_a_file(tmp_path: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, "parse", "x", "-f", "parquet"], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 2
    assert "--format parquet needs --output FILE" in done.stderr


def test_other_commands_have_none() -> None:
    done = subprocess.run(
        [*PROGRAM, "tables", "-f", "parquet"], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 2
    assert "parquet is for the postings of parse and compare" in done.stderr
