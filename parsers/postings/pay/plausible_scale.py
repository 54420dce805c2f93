"""Whether an index that is called neither brut nor majoré can be the one or the other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from postings.pay.grade_span import members
from postings.posting import Grade
from postings.reference.index_scale import indice_majore, top_index
from postings.reference.minimum import minimum_index
from postings.reference.pay_grids import grid

Scale = Literal["ib", "im"]


def plausible_scales(
    stated: Sequence[int], grades: Sequence[Grade], day: date
) -> tuple[Scale, ...]:
    """The scales that all the stated indices can be of on a day; both, one or none.

    An indice brut is in the barème of the day; an indice majoré is between the minimum index
    and the highest one. Where both are possible, the échelons of the named grades decide if
    they hold the indices in one of the two scales only.
    """
    possible = tuple(s for s in _SCALES if all(_is_possible(i, s, day) for i in stated))
    if len(possible) < 2:
        return possible
    held = tuple(s for s in possible if _held(grades, s, day).issuperset(stated))
    return held or possible


_SCALES: tuple[Scale, ...] = ("ib", "im")


def _is_possible(index: int, scale: Scale, day: date) -> bool:
    try:
        if scale == "ib":
            return indice_majore(index, day).value > 0
        return minimum_index(day).value <= index <= top_index(day)
    except LookupError:
        return False


def _held(grades: Sequence[Grade], scale: Scale, day: date) -> set[int | None]:
    """The indices of every échelon of the grades, in one scale."""
    grids = (grid(*named, day) for grade in grades for named in members(grade, day))
    return {getattr(step, scale) for found in grids if found for step in found.echelons}
