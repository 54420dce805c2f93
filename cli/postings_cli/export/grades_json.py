"""Grades as JSON: figures as numbers, each grade with its source and certainty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from postings.pay.calculation import Calculation
from postings.pay.ladder import Ladder
from postings.reference.series import Entry
from postings_cli.render.citations import Item, cited


def citation(item: Item) -> dict[str, object]:
    """An entry of a table: its name, first day, certainty and source."""
    told = cited(item)
    return {
        "entry": told.entry,
        "since": told.since,
        "since_is_sure": told.dated,
        "certainty": told.certainty,
        "source": told.source,
    }


def grade_records(ladders: Iterable[Ladder], *, echelons: bool) -> Iterator[dict[str, object]]:
    """An object a grade; `first`, `last` and `grid` are null where no grid is known."""
    for ladder in ladders:
        entry, ends = ladder.entry, ladder.ends
        yield {
            "grade": entry.name,
            "kind": entry.kind,
            "versant": entry.versant,
            "corps": entry.corps or None,
            "category": entry.category,
            "forms": entry.forms,
            "status": entry.status or None,
            "first": rung(ends[0]) if ends else None,
            "last": rung(ends[1]) if ends else None,
            "certainty": ladder.certainty if ends else None,
            "grid": citation(ladder.grid.version) if ladder.grid else None,
            "name": {"certainty": entry.certainty, "source": entry.source},
            **({"echelons": [rung(pay) for pay in ladder.pays]} if echelons else {}),
        }


def rung(pay: Calculation) -> dict[str, object]:
    """One échelon at full time, with the entries that turn it into euros."""
    return {
        "echelon": pay.origin.echelon,
        "index": pay.origin.index,
        "indice_majore": pay.origin.im,
        "month": pay.full_time.month,
        "year": pay.full_time.year,
        "certainty": pay.certainty,
        "sources": [citation(each) for each in _used(pay)],
    }


def _used(pay: Calculation) -> list[Entry[Any]]:
    return [*pay.origin.used, *pay.full_time.used]
