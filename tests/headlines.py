"""The four fields that postings are compared by, as plain values: answered, and annotated."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from postings.posting import Posting

FIXTURES = Path(__file__).parent.parent / "fixtures"
HEADLINE = ("deadline", "contract_types", "grades", "salary_stated")


def headline(posting: Posting) -> dict[str, Any]:
    """What is answered for each field, under the names of the annotations."""
    return {
        "deadline": posting.deadline,
        "contract_types": sorted(posting.contract.types),
        "grades": sorted(grade.name for grade in posting.grades),
        "salary_stated": sorted(
            [None if x is None else float(x) for x in (s.min, s.max)] + [s.period, s.gross]
            for s in posting.salary.stated
        ),
    }


def annotated_headline(folder: Path) -> dict[str, Any]:
    """The same of the annotation in the folder of a fixture."""
    said = json.loads((folder / "annotation.json").read_text(encoding="utf-8"))
    return {
        "deadline": said["deadline"],
        "contract_types": sorted(said["contract_types"]),
        "grades": sorted(said["grades"]),
        "salary_stated": sorted(
            [None if s[k] is None else float(s[k]) for k in ("min", "max")]
            + [s["period"], s["gross"]]
            for s in said["salary_stated"]
        ),
    }


def disagreements(slug: str, form: str, posting: Posting) -> list[str]:
    """A line for each field of the headline that is not what the fixture's author annotated."""
    got, said = headline(posting), annotated_headline(FIXTURES / slug)
    return [
        f"{slug}, {form}, {field}: {got[field]!r}, annotated {said[field]!r}"
        for field in HEADLINE
        if got[field] != said[field]
    ]
