"""From which to which index a grade, a corps or a category goes, on a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import get_args

from msgspec import Struct

from postings.pay.calculation import Origin, origins
from postings.posting import Category, Grade, Versant
from postings.reference.grades import GradeEntry
from postings.reference.grades import grades as all_grades
from postings.reference.grid_table import official_name, versions
from postings.reference.pay_grids import PayGrid, grid
from postings.reference.series import Certainty, weakest

_Named = tuple[str, Versant | None]


class GradeSpan(Struct, frozen=True):
    """The lowest and highest échelons of some grades, over the grids that are known.

    `unknown` names the grades, or the échelons, of which the indices are not known on that
    day: the span is then that of the others only.
    """

    lowest: Origin | None
    highest: Origin | None
    grids: tuple[PayGrid, ...]
    unknown: tuple[str, ...] = ()

    @property
    def certainty(self) -> Certainty:
        """That of the least sure grid, or of the least sure index of the two ends."""
        ends = [end for end in (self.lowest, self.highest) if end]
        of_ends = [entry.certainty for end in ends for entry in end.used]
        return weakest([*of_ends, *(each.certainty for each in self.grids)])


def grade_span(grades: Sequence[Grade], day: date) -> GradeSpan:
    """The span of all the échelons of all the grades; a corps spans its grades.

    A lettre hors échelle counts with all its chevrons, an échelon spécial like any other.
    """
    return _span([named for grade in grades for named in members(grade, day)], day)


def category_span(category: Category, day: date, versant: Versant | None = None) -> GradeSpan:
    """The span of every grade of a category to which one is still recruited."""
    entries = (
        entry
        for entry in all_grades()
        if entry.kind == "grade" and entry.category == category and not entry.status
    )
    return _span([(e.name, e.versant) for e in entries if versant in (None, e.versant)], day)


def members(grade: Grade, day: date) -> list[_Named]:
    """The grades that a grade of a posting stands for: itself, or those of the corps.

    Those of a corps are those to which one is recruited, and on a day before they went,
    those that are no more. A name written without its class (`maître de conférences`), of
    which there is no grid, stands for its classes.
    """
    own: list[_Named] = [(grade.name, grade.versant)]
    if grade.kind == "corps":
        corps = [e for e in _of_corps(grade.name) if grade.versant in (None, e.versant)]
        return [(e.name, e.versant) for e in corps if _recruits(e, day)] or own
    if _has_a_grid(grade):
        return own
    of_corps = (e for e in _of_corps(grade.corps or "") if grade.versant in (None, e.versant))
    return [(e.name, e.versant) for e in of_corps if e.name.startswith(f"{grade.name} ")] or own


def _has_a_grid(grade: Grade) -> bool:
    versants = (grade.versant,) if grade.versant else get_args(Versant)
    return any(versions(each, official_name(each, grade.name)) for each in versants)


@lru_cache(maxsize=128)
def _of_corps(corps: str) -> tuple[GradeEntry, ...]:
    return tuple(e for e in all_grades() if e.kind == "grade" and e.corps == corps)


def _recruits(entry: GradeEntry, day: date) -> bool:
    if entry.status == "ancien":
        return grid(entry.name, entry.versant, day) is not None
    return not entry.status


def _span(named: Iterable[_Named], day: date) -> GradeSpan:
    looked_up = {each: grid(*each, day) for each in named}
    grids = tuple(found for found in looked_up.values() if found)
    rungs = [origin for each in grids for step in each.echelons for origin in origins(each, step)]
    return GradeSpan(
        min(rungs, key=_im, default=None),
        max(rungs, key=_im, default=None),
        grids,
        tuple([name for (name, _), found in looked_up.items() if not found] + _blanks(grids)),
    )


def _im(origin: Origin) -> int:
    return origin.im


def _blanks(grids: Iterable[PayGrid]) -> list[str]:
    """The échelons whose indice majoré is not known on the day (hors échelle, 2017-2018)."""
    return [
        f"{each.version.grade}, échelon {step.label}"
        for each in grids
        for step in each.echelons
        if not step.majores
    ]
