"""The échelons of grades as one reads a grid: a line an échelon, extra lines where they apply."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console

from postings.pay.calculation import Calculation
from postings.pay.ladder import Ladder
from postings_cli.render.citations import Citations, Item
from postings_cli.render.pay_words import differential_of, full_name
from postings_cli.render.sheet import Column, Line, Sheet, Value
from postings_cli.render.sheet_terminal import print_sheet
from postings_cli.render.sources_terminal import print_sources

LADDER = (
    Column("echelon", "Échelon", "label"),
    Column("index", "IB", "label"),
    Column("im", "IM", "number"),
    Column("month", "€ a month", "money"),
    Column("year", "€ a year", "money"),
    Column("certainty", "", spare=2),
    Column("refs", "", "label", spare=1),
    Column("note", "", folds=True),
)


def print_ladders(ladders: Iterable[Ladder], console: Console) -> None:
    """Print the échelons of some grades, then the sources that they share."""
    citations = Citations()
    lines = [line for each in ladders for line in ladder_lines(each, citations)]
    print_sheet(Sheet(LADDER, tuple(lines)), console)
    print_sources(citations, console)


def ladder_lines(ladder: Ladder, citations: Citations) -> Iterator[Line]:
    """The lines of a grade, under its name; one that says so where no grid is known."""
    name = full_name(ladder.entries)
    if not ladder.pays:
        blank: tuple[Value, ...] = (None,) * (len(LADDER) - 1)
        yield Line((*blank, "no grid known on this day"), "quiet", name)
    for pay in ladder.pays:
        yield from pay_lines(pay, name, citations)


def pay_lines(pay: Calculation, group: str, citations: Citations) -> Iterator[Line]:
    """The traitement of an échelon, and below it what lifts it to the SMIC."""
    origin, traitement = pay.origin, pay.lines[0]
    floored = pay.paid_im != origin.im
    items: Sequence[Item] = [
        *([origin.grid] if origin.grid else []), *origin.used, *traitement.used
    ]  # fmt: skip
    yield Line(
        (
            origin.echelon, origin.index, origin.im, traitement.month, traitement.year,
            pay.certainty, citations.refs(items),
            f"at indice minimum {pay.paid_im}" if floored else None,
        ),
        group=group,
    )  # fmt: skip
    if extra := differential_of(pay):
        cells = (None, None, None, extra.month, extra.year, None, citations.refs(extra.used))
        yield Line((*cells, extra.label), "quiet", group)
