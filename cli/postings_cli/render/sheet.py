"""A sheet: lines of typed cells under named columns, whatever form it will be written in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from postings_cli.render.figures import Figures
from postings_cli.safe import one_line

Value = str | int | Decimal | date | None
# How a cell is written: money to the cent, a number with all its decimals.
Kind = Literal["text", "label", "number", "money", "day"]
Tone = Literal["", "strong", "quiet"]
_FIGURES: frozenset[Kind] = frozenset(("label", "number", "money"))


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name for programs, its heading for people, and what its cells are.

    Cells of the kind `label` are figures or marks already written, set to the right as
    figures are. A column that `folds` gives way where the terminal is narrow; those that are
    `spare` are left out there, the highest number first.
    """

    key: str
    heading: str
    kind: Kind = "text"
    folds: bool = False
    spare: int = 0

    @property
    def right(self) -> bool:
        """Whether cells are set to the right."""
        return self.kind in _FIGURES


@dataclass(frozen=True, slots=True)
class Line:
    """Cells; on a terminal a `group` is said once above the lines that share it."""

    cells: tuple[Value, ...]
    tone: Tone = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Lines under columns."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]

    def without_empty(self, *kept: str) -> Sheet:
        """The sheet without the columns that no line fills, except those kept."""
        return self._of(
            at
            for at, column in enumerate(self.columns)
            if column.key in kept or any(line.cells[at] is not None for line in self.lines)
        )

    def without(self, *keys: str) -> Sheet:
        """The sheet without some columns."""
        return self._of(at for at, column in enumerate(self.columns) if column.key not in keys)

    def _of(self, positions: Iterable[int]) -> Sheet:
        held = list(positions)
        return Sheet(
            tuple(self.columns[at] for at in held),
            tuple(
                Line(tuple(line.cells[at] for at in held), line.tone, line.group)
                for line in self.lines
            ),
        )

    def written(self, figures: Figures) -> list[list[str]]:
        """The cells of every line as text."""
        return [written(self.columns, line.cells, figures) for line in self.lines]


def written(columns: Sequence[Column], cells: Iterable[Value], figures: Figures) -> list[str]:
    """The cells of a line as text, empty where there is no value."""
    return [_cell(column, cell, figures) for column, cell in zip(columns, cells, strict=True)]


def _cell(column: Column, value: Value, figures: Figures) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return figures.day(value.isoformat())
    if isinstance(value, str):
        return one_line(value)
    if column.kind == "money":
        return figures.money(Decimal(value))
    return figures.exact(Decimal(value))
