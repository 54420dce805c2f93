"""The pay of a grade, échelon by échelon, and of the grades that a corps stands for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from msgspec import Struct

from postings.grades.search import known_grades
from postings.pay.calculation import Calculation, from_grid
from postings.pay.grade_span import members
from postings.posting import Grade
from postings.reference.grades import GradeEntry
from postings.reference.pay_grids import PayGrid, grid
from postings.reference.series import CERTAINTIES, Certainty, weakest


class Ladder(Struct, frozen=True):
    """A grade with its pays from the first échelon to the last; none where no grid is known.

    `also` are its homonyms in other services, which share the grid.
    """

    entry: GradeEntry
    grid: PayGrid | None
    pays: tuple[Calculation, ...]
    also: tuple[GradeEntry, ...] = ()

    @property
    def entries(self) -> tuple[GradeEntry, ...]:
        """The grade and its homonyms."""
        return (self.entry, *self.also)

    @property
    def ends(self) -> tuple[Calculation, Calculation] | None:
        """The pays of the lowest and of the highest index."""
        if not self.pays:
            return None
        return min(self.pays, key=_im), max(self.pays, key=_im)

    @property
    def certainty(self) -> Certainty:
        """That of the least sure figure of the two ends."""
        return weakest(pay.certainty for pay in self.ends or ())

    @property
    def blanks(self) -> tuple[str, ...]:
        """The échelons whose indice majoré is not known on the day."""
        steps = self.grid.echelons if self.grid else ()
        return tuple(step.label for step in steps if not step.majores)


def _doubt(held: PayGrid) -> int:
    return CERTAINTIES.index(held.certainty)


def _im(pay: Calculation) -> int:
    return pay.origin.im


def ladder(
    entry: GradeEntry,
    day: date,
    *,
    also: tuple[GradeEntry, ...] = (),
    echelon: str | None = None,
    nbi: int = 0,
    share: Decimal = Decimal(1),
) -> Ladder:
    """The ladder of a grade on a day, or one échelon of it; of homonyms the least sure grid.

    LookupError where the grid has no such échelon, or the day comes before the tables.
    """
    grids = [grid(each.name, each.versant, day) for each in (entry, *also)]
    held = max((found for found in grids if found), key=_doubt, default=None)
    pays = from_grid(held, echelon=echelon, nbi=nbi, share=share) if held else ()
    return Ladder(entry, held, pays, also)


def same_grid(entries: tuple[GradeEntry, ...], day: date) -> bool:
    """Tell whether grades of several services are paid by one grid: it matters not which."""
    grids = [grid(entry.name, entry.versant, day) for entry in entries if entry.kind == "grade"]
    indices = {found.version.indices if found else None for found in grids}
    return len(grids) == len(entries) and len(indices) == 1 and None not in indices


def stood_for(entry: GradeEntry, day: date) -> Iterator[GradeEntry]:
    """The grades that a name stands for: itself, those of a corps, the classes of a grade."""
    meant = Grade(
        name=entry.name, kind=entry.kind, corps=entry.corps, category=entry.category,
        versant=entry.versant, stated=entry.name,
    )  # fmt: skip
    for name, versant in members(meant, day):
        yield from (
            each
            for each in known_grades()
            if each.name == name and each.versant == versant and each.kind == "grade"
        )
