"""What pays, grades and their spans are called, and the euros of a span."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from postings.pay.calculation import Calculation, Line
from postings.reference.grades import GradeEntry
from postings_cli.render.figures import Figures

_STATUS = {"extinction": "en voie d'extinction", "ancien": "ancien grade"}
NBI = "NBI"


def place(pay: Calculation) -> str:
    """Which pay it is: `échelon 5`, `échelon ES, HEA2`, `IB 444`, `HEA1`, `IM 395`."""
    origin = pay.origin
    if origin.echelon is not None:
        several = origin.index is not None and not origin.index.isdigit()
        return f"échelon {origin.echelon}" + (f", {origin.index}" if several else "")
    return f"IM {origin.im}" if origin.index is None else index(origin.index)


def index(written: str) -> str:
    """`IB 444`, or a lettre as it is."""
    return f"IB {written}" if written.isdigit() else written


def full_name(entries: Sequence[GradeEntry]) -> str:
    """A grade with service, corps and category: `Rédacteur · FPT · Rédacteurs territoriaux · B`.

    Homonyms that share a grid are named together.
    """
    first = entries[0]
    names = " / ".join(dict.fromkeys(entry.name for entry in entries))
    if len(entries) > 1:
        return " · ".join((names, ", ".join(entry.versant for entry in entries)))
    parts = (names, first.versant, first.corps, first.category, status(first))
    return " · ".join(part for part in parts if part)


def corps_name(entry: GradeEntry) -> str:
    """The heading above the grades of a corps: `FPT · Rédacteurs territoriaux · B`."""
    parts = (entry.versant, entry.corps or "other grids", entry.category)
    return " · ".join(part for part in parts if part)


def status(entry: GradeEntry) -> str | None:
    """Whether the grade is going, or gone."""
    return _STATUS.get(entry.status)


def money_span(amounts: Sequence[Decimal], figures: Figures) -> str:
    """`1 944,50 – 3 337,65`, or one amount."""
    low, high = figures.money(min(amounts)), figures.money(max(amounts))
    return low if low == high else figures.span(low, high)


def without_nbi(pay: Calculation) -> tuple[Decimal, Decimal]:
    """Gross euros a month and a year, but for the NBI, which is a line of its own."""
    lines = [line for line in pay.lines if line.label != NBI]
    return sum_month(lines), sum((line.year for line in lines), Decimal(0))


def sum_month(lines: Sequence[Line]) -> Decimal:
    """Euros a month of some lines."""
    return sum((line.month for line in lines), Decimal(0))


def nbi_of(pay: Calculation) -> Line | None:
    """The line of the NBI points."""
    return next((line for line in pay.lines if line.label == NBI), None)


def differential_of(pay: Calculation) -> Line | None:
    """The line that lifts the pay to the SMIC."""
    return next((line for line in pay.lines[1:] if line.label != NBI), None)
