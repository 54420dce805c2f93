"""Where figures come from: entries of tables, each with a number to refer to it by."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from postings.reference.grid_table import GridVersion
from postings.reference.series import Certainty, Entry

Item = Entry[Any] | GridVersion
_TITLES = {
    "ib-im": "indice majoré of an indice brut",
    "hors-echelle": "indice majoré of a lettre",
    "point-indice": "valeur du point",
    "indice-minimum": "indice minimum",
    "smic": "SMIC",
    "pmss": "plafond mensuel",
}


class Cited(NamedTuple):
    """An entry as it is told: `dated` is whether its first day was read and not deduced."""

    entry: str
    title: str
    since: date
    certainty: Certainty
    source: str
    dated: bool


def cited(item: Item) -> Cited:
    """How an entry of a table, or a grid, is told."""
    if isinstance(item, GridVersion):
        return Cited(
            item.name, _grid_title(item), item.valid_from, item.certainty,
            item.source, item.date_certain,
        )  # fmt: skip
    title = _TITLES.get(item.table, item.table)
    return Cited(item.name, title, item.effective, item.certainty, item.source, True)


def _grid_title(grid: GridVersion) -> str:
    """`grille Rédacteur, FPT`"""
    return f"grille {grid.grade}" + (f", {grid.versant}" if grid.versant else "")


class Citations:
    """Numbers the entries in the order in which they are first cited."""

    def __init__(self) -> None:
        self._numbers: dict[Cited, int] = {}

    def refs(self, items: Iterable[Item]) -> str:
        """The numbers of some entries: `1 2`."""
        numbers = (self._numbers.setdefault(cited(i), len(self._numbers) + 1) for i in items)
        return " ".join(str(number) for number in dict.fromkeys(numbers))

    def listed(self) -> list[tuple[int, Cited]]:
        """The entries cited, with their numbers."""
        return [(number, each) for each, number in self._numbers.items()]
