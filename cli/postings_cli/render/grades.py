"""Grades as sheets: a line a grade, or a line an échelon."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from postings.pay.calculation import Calculation
from postings.pay.ladder import Ladder
from postings_cli.render.figures import FrenchFigures
from postings_cli.render.pay_words import corps_name, full_name, status
from postings_cli.render.sheet import Column, Line, Sheet, Value

GRADES = (
    Column("grade", "Grade", folds=True),
    Column("versant", "Versant"),
    Column("category", "Cat."),
    Column("index_first", "First index", "label"),
    Column("index_last", "Last index", "label"),
    Column("im_first", "First IM", "number"),
    Column("im_last", "Last IM", "number"),
    Column("year_first", "€ a year", "money"),
    Column("year_last", "to", "money"),
    Column("certainty", "Certainty"),
    Column("status", "Status"),
    Column("corps", "Corps or cadre d'emplois"),
    Column("table", "Table"),
    Column("source", "Source"),
)
DRAWN = (
    Column("grade", "Grade", folds=True),
    Column("index", "IB", "label"),
    Column("im", "IM", "label"),
    Column("year", "€ a year", "label"),
    Column("certainty", ""),
)
ECHELONS = (
    Column("grade", "Grade"),
    Column("versant", "Versant"),
    Column("echelon", "Échelon", "label"),
    Column("index", "Index", "label"),
    Column("im", "IM", "number"),
    Column("month", "€ a month", "money"),
    Column("year", "€ a year", "money"),
    Column("certainty", "Certainty"),
    Column("table", "Table"),
    Column("source", "Source"),
)


def grades_sheet(ladders: Iterable[Ladder]) -> Sheet:
    """A line a grade; index, euros and grid are empty where no grid is known on the day."""
    return Sheet(GRADES, tuple(Line(_grade(ladder)) for ladder in ladders))


def _grade(ladder: Ladder) -> tuple[Value, ...]:
    entry = ladder.entry
    return (
        entry.name, entry.versant, entry.category, *_ends(ladder),
        status(entry), entry.corps or None, *_grid(ladder),
    )  # fmt: skip


_UNKNOWN = "no grid known"


def _ends(ladder: Ladder) -> tuple[Value, ...]:
    if ladder.ends is None:
        return (None,) * 6 + ("unknown",)
    low, high = ladder.ends
    return (
        low.origin.index, high.origin.index, low.origin.im, high.origin.im,
        low.full_time.year, high.full_time.year, ladder.certainty,
    )  # fmt: skip


def _grid(ladder: Ladder) -> tuple[Value, Value]:
    held = ladder.grid
    return (held.name, held.version.source) if held else (None, None)


def drawn_grades(ladders: Iterable[Ladder]) -> Sheet:
    """A line a grade under its corps, for a terminal."""
    return Sheet(DRAWN, tuple(_drawn(ladder) for ladder in ladders))


def _drawn(ladder: Ladder) -> Line:
    entry, ends = ladder.entry, ladder.ends
    going = f" ({status(entry)})" if entry.status else ""
    name = f"{entry.name}{going}"
    if ends is None:
        return Line((name, None, None, _UNKNOWN, None), "quiet", corps_name(entry))
    low, high = ends
    indices = _span(low.origin.index or "", high.origin.index or "")
    majores = _span(str(low.origin.im), str(high.origin.im))
    return Line((name, indices, majores, _euros(low, high), ladder.certainty),
                group=corps_name(entry))  # fmt: skip


def _span(low: str, high: str) -> str:
    return low if low == high else f"{low}–{high}"


def _euros(low: Calculation, high: Calculation) -> str:
    """Whole euros, as one compares grades; the cents are in the échelons."""
    figures = FrenchFigures()
    written = [figures.number(pay.full_time.year.quantize(Decimal(1))) for pay in (low, high)]
    return written[0] if written[0] == written[1] else figures.span(*written)


def echelons_sheet(ladders: Iterable[Ladder]) -> Sheet:
    """A line an échelon, or a chevron of one."""
    return Sheet(
        ECHELONS,
        tuple(
            Line(
                (
                    ladder.entry.name, ladder.entry.versant, pay.origin.echelon, pay.origin.index,
                    pay.origin.im, pay.full_time.month, pay.full_time.year, pay.certainty,
                    *_grid(ladder),
                ),
                group=full_name(ladder.entries),
            )
            for ladder in ladders
            for pay in ladder.pays
        ),
    )  # fmt: skip
