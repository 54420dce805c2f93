"""Whole postings: golden files, and the annotations that their author made by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from headlines import FIXTURES, annotated_headline, headline
from jsonschema import Draft202012Validator

import postings
from postings.document import Document
from postings.posting import Posting

FOLDERS = sorted(path.parent for path in FIXTURES.glob("*/annotation.json"))
RUN_DAY = date(2026, 1, 15)

folders = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


def read(folder: Path) -> tuple[Document, Posting]:
    """The document of a fixture, and what the tool says of it."""
    file = next(path for path in folder.glob("posting.*") if path.suffix in {".txt", ".pdf"})
    document = postings.read_document(file)
    return document, postings.parse_document(document, as_of=RUN_DAY)


def as_object(posting: Posting) -> Any:
    """The object of the contract, without the machine's own path."""
    value = json.loads(postings.to_json(posting))
    value["source"]["path"] = Path(value["source"]["path"]).name
    return value


def without_boxes(value: Any) -> Any:
    """The same without the boxes of evidence: `test_boxes_pdf.py` looks into those."""
    if isinstance(value, dict):
        return {key: without_boxes(inner) for key, inner in value.items() if key != "boxes"}
    return [without_boxes(inner) for inner in value] if isinstance(value, list) else value


def test_there_are_enough() -> None:
    assert len(FOLDERS) >= 14


@folders
def test_golden(folder: Path, update_expected: bool) -> None:
    got = without_boxes(as_object(read(folder)[1]))
    golden = folder / "expected.json"
    if update_expected:
        golden.write_text(json.dumps(got, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert got == json.loads(golden.read_text(encoding="utf-8"))


@folders
def test_contract(folder: Path) -> None:
    document, posting = read(folder)
    errors = Draft202012Validator(postings.json_schema()).iter_errors(as_object(posting))
    assert [error.message for error in errors] == []
    for path, evidence in posting.evidence.items():
        for item in evidence:
            assert item.text == document.text[item.start : item.end], path
            assert (item.page, item.line) == (
                document.page_at(item.start),
                document.line_at(item.start),
            )


def leaves(value: Any, path: str = "") -> Iterator[str]:
    """Paths of the values that are said, down to the items of lists."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from leaves(inner, f"{path}.{index}")
    elif value is not None:
        yield path


@folders
def test_every_value_has_evidence(folder: Path) -> None:
    got = as_object(read(folder)[1])
    shown = set(got["evidence"])
    said = {
        k: v
        for k, v in got.items()
        if k not in {"schema_version", "source", "evidence", "ambiguous", "warnings"}
    }
    for path in leaves(said):
        parents = [path.rsplit(".", n)[0] for n in range(path.count(".") + 1)]
        assert shown & {path, *parents}, path


@folders
def test_headline_is_what_the_author_annotated(folder: Path) -> None:
    assert headline(read(folder)[1]) == annotated_headline(folder)
