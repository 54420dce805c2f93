"""Pay grids on a day: the échelons of a grade with their indices bruts and majorés.

The figures, their days and sources are those of the table (grid_table.py); a version is
used from its first known day only.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import get_args

from msgspec import Struct

from postings.posting import Versant
from postings.reference.grid_table import (
    GridVersion,
    current_since,
    in_force,
    official_name,
    versions,
)
from postings.reference.index_scale import chevrons, indice_majore
from postings.reference.series import CERTAINTIES, Certainty, Entry

_VERSANTS: tuple[Versant, ...] = get_args(Versant)


class Echelon(Struct, frozen=True):
    """One step of a grid.

    `label` is its number, or `ES` (échelon spécial) and the like; `index` an indice brut or
    a lettre hors échelle. `majores` are its indices majorés on the day of the lookup: one,
    or one a chevron, the lowest first; none where the day's barème is not known.
    """

    label: str
    index: str
    majores: tuple[Entry[int], ...]

    @property
    def ib(self) -> int | None:
        """The indice brut, or None for a lettre hors échelle."""
        return int(self.index) if self.index.isdigit() else None

    @property
    def letter(self) -> str | None:
        """The lettre hors échelle: `HEA`, `HEBbis`; or None for an indice brut."""
        return None if self.index.isdigit() else self.index

    @property
    def im(self) -> int | None:
        """The indice majoré; for a lettre, that of its first chevron."""
        return self.majores[0].value if self.majores else None

    @property
    def im_max(self) -> int | None:
        """The indice majoré of the last chevron; that of the échelon where it has but one."""
        return self.majores[-1].value if self.majores else None


class PayGrid(Struct, frozen=True):
    """A grid as it is on a day, its indices bruts turned into indices majorés."""

    version: GridVersion
    day: date
    echelons: tuple[Echelon, ...]

    @property
    def name(self) -> str:
        """What a result says that it used: `grid:FPT/Rédacteur@2022-09-01`."""
        return self.version.name

    @property
    def certainty(self) -> Certainty:
        """That of the grid's indices bruts; each indice majoré has its own besides."""
        return self.version.certainty

    @property
    def day_is_sure(self) -> bool:
        """Whether the grid was in force on the day for sure, or by a deduced date only."""
        return self.version.date_certain or self.day >= current_since()

    def echelon(self, label: str) -> Echelon:
        """One échelon by its number or label. LookupError where there is none such."""
        for step in self.echelons:
            if step.label == label:
                return step
        raise LookupError(f"{self.name}: no échelon {label}")


@lru_cache(maxsize=512)
def grid(grade: str, versant: Versant | None, day: date) -> PayGrid | None:
    """The grid of a grade on a day; None where it is not known for that day.

    `grade` is an official name, whatever its case, accents and way of writing ordinals.
    Without versant, the grid that all versants having such a grade share, if they do.
    """
    wanted = (versant,) if versant else _VERSANTS
    held = [
        v for each in wanted if (v := in_force(versions(each, official_name(each, grade)), day))
    ]
    if not held or any(v.indices != held[0].indices for v in held):
        return None
    least_sure = max(held, key=lambda version: CERTAINTIES.index(version.certainty))
    return PayGrid(least_sure, day, tuple(_echelon(*step, day) for step in least_sure.indices))


def _echelon(label: str, index: str, day: date) -> Echelon:
    try:
        majores = (indice_majore(int(index), day),) if index.isdigit() else chevrons(index, day)
    except LookupError:
        majores = ()
    return Echelon(label, index, majores)
