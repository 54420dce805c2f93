"""Grades, corps and cadres d'emplois of the three public services.

The table is tables/grades.csv: one row a corps or cadre d'emplois, followed by the rows of
its grades from the lowest to the highest. `forms` of a corps are the short writings that
combine with the `degree` of each of its grades (`rédacteur` with `principal de 2ème
classe`); a grade without degree is written as its corps is, in the singular; a grade whose
degree is `=` is written only by its own name and forms.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path
from typing import Literal, cast

from msgspec import Struct

from postings.posting import Category, Versant

Certainty = Literal["official", "published", "assumed"]
Status = Literal["", "extinction", "ancien"]

_TABLE = Path(__file__).parent / "tables" / "grades.csv"


class GradeEntry(Struct, frozen=True):
    """One grade, or one corps or cadre d'emplois.

    `status` tells a grade in extinction, or one that is no more (`ancien`), which old
    postings still name. `certainty` is that of the row, as in every reference table.
    """

    versant: Versant
    filiere: str
    corps: str
    kind: Literal["grade", "corps"]
    name: str
    category: Category | None
    degree: str
    forms: tuple[str, ...]
    status: Status
    certainty: Certainty
    source: str

    @property
    def has_degree(self) -> bool:
        """Tell whether the name carries a class or a rank, which no trade's name does."""
        return self.kind == "grade" and self.degree not in ("", "=")


@lru_cache(maxsize=1)
def grades() -> tuple[GradeEntry, ...]:
    """The whole table, in its order."""
    with _TABLE.open(encoding="utf-8", newline="") as lines:
        table = csv.reader(line for line in lines if not line.startswith("#"))
        next(table)
        return tuple(_entry(row) for row in table)


def _entry(row: list[str]) -> GradeEntry:
    versant, filiere, corps, kind, name, category, degree, forms, status, certainty, source = row
    return GradeEntry(
        versant=cast(Versant, versant),
        filiere=filiere,
        corps=corps,
        kind=cast(Literal["grade", "corps"], kind),
        name=name,
        category=cast(Category, category) or None,
        degree=degree,
        forms=tuple(forms.split("|")) if forms else (),
        status=cast(Status, status),
        certainty=cast(Certainty, certainty),
        source=source,
    )


@lru_cache(maxsize=1)
def _ladder() -> dict[tuple[Versant, str], tuple[GradeEntry, ...]]:
    rungs: dict[tuple[Versant, str], list[GradeEntry]] = {}
    for entry in grades():
        if entry.kind == "grade" and not entry.status:
            rungs.setdefault((entry.versant, entry.filiere), []).append(entry)
    return {key: tuple(entries) for key, entries in rungs.items()}


def grades_between(low: GradeEntry, high: GradeEntry) -> tuple[GradeEntry, ...]:
    """The grades from `low` to `high`, both included, as a career climbs them.

    Empty where no ladder leads from one to the other. Between two cadres d'emplois of one
    filière, those in between are climbed too.
    """
    rungs = _ladder().get((low.versant, low.filiere), ())
    if low not in rungs or high not in rungs:
        return ()
    return rungs[rungs.index(low) : rungs.index(high) + 1]
