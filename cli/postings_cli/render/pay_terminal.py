"""A calculation on a terminal: the answer first, then the steps, then their sources."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from postings.pay.calculation import Calculation
from postings.pay.net import NetEstimate
from postings_cli.pay.answer import PayAnswer
from postings_cli.render.citations import Citations
from postings_cli.render.figures import FrenchFigures
from postings_cli.render.ladder import LADDER, ladder_lines, pay_lines
from postings_cli.render.pay_headline import headline
from postings_cli.render.pay_sheets import FEW, place_within
from postings_cli.render.pay_steps import Step, gross_steps, net_steps, net_title
from postings_cli.render.pay_words import place
from postings_cli.render.sheet import Column, Line, Sheet
from postings_cli.render.sheet_terminal import print_sheet
from postings_cli.render.sources_terminal import print_sources
from postings_cli.render.wrap import wrap

_STEPS = (
    Column("step", "", folds=True),
    Column("value", "", "label"),
    Column("month", "€ a month", "money"),
    Column("year", "€ a year", "money"),
    Column("certainty", "", spare=2),
    Column("refs", "", "label", spare=1),
)
_ALL = 99


def print_pay(answer: PayAnswer, console: Console) -> None:
    """Print the answer."""
    citations, figures = Citations(), FrenchFigures()
    what, *sums = headline(answer, figures)
    _print_wrapped(console, what, "bold")
    for text in sums:
        _print_wrapped(console, text, "green")
    console.print()
    print_sheet(_sheet(answer, citations, figures), console)
    if answer.asked.net and len(answer.pays) > FEW:
        console.print()
        print_sheet(_nets_sheet(answer, citations), console)
    if answer.notes:
        console.print()
    for note in answer.notes:
        _print_wrapped(console, note, "yellow")
    print_sources(citations, console)


def _print_wrapped(console: Console, text: str, style: str) -> None:
    for piece in wrap(text, console.width, _ALL):
        console.print(Text(piece, style=style), no_wrap=True, crop=False)


def _sheet(answer: PayAnswer, citations: Citations, figures: FrenchFigures) -> Sheet:
    if len(answer.pays) > FEW:
        return _ladder_sheet(answer, citations)
    lines: list[Line] = []
    for pay, nets in zip(answer.pays, answer.nets, strict=True):
        lines += _pay_lines(answer, pay, citations, figures)
        lines += _net_lines(answer, pay, nets, citations, figures)
    return Sheet(_STEPS, tuple(lines))


def _pay_lines(
    answer: PayAnswer, pay: Calculation, citations: Citations, figures: FrenchFigures
) -> Iterator[Line]:
    group = place_within(answer, pay) if len(answer.pays) > 1 or answer.asked.net else ""
    for step in gross_steps(pay, figures):
        yield _line(step, group, citations)


def _net_lines(
    answer: PayAnswer,
    pay: Calculation,
    nets: tuple[NetEstimate, ...],
    citations: Citations,
    figures: FrenchFigures,
) -> Iterator[Line]:
    for estimate in nets:
        group = f"{place_within(answer, pay)}, {net_title(estimate)}"
        for step in net_steps(estimate, figures):
            yield _line(step, group, citations)


def _line(step: Step, group: str, citations: Citations) -> Line:
    """A step; a total rests on the lines above it, which name their entries."""
    strong = step.total or step.label == "traitement brut"
    sure, refs = (None, None) if step.total else (step.certainty, citations.refs(step.items))
    cells = (step.label, step.text, step.month, step.year, sure, refs)
    return Line(cells, "strong" if strong else "", group)


def _ladder_sheet(answer: PayAnswer, citations: Citations) -> Sheet:
    """The échelons under their grades, or the chevrons of a lettre."""
    lines = [line for each in answer.ladders for line in ladder_lines(each, citations)]
    lines = lines or [line for pay in answer.pays for line in pay_lines(pay, "", citations)]
    return Sheet(LADDER, tuple(lines))


def _nets_sheet(answer: PayAnswer, citations: Citations) -> Sheet:
    """The net of a month for every pay, and where the rates come from."""
    estimates = answer.nets[0]
    columns = [Column(each.regime, f"net ≈ {each.regime}", "money") for each in estimates]
    lines = [
        Line((place(pay), pay.month, *(each.month for each in nets)), group=_grade(pay))
        for pay, nets in zip(answer.pays, answer.nets, strict=True)
    ]
    refs = citations.refs(entry for each in estimates for entry in each.used)
    rates = Line((f"rates: {refs}", *[None] * (1 + len(columns))), "quiet", lines[-1].group)
    heads = (Column("at", "€ a month, estimate", folds=True), Column("gross", "gross", "money"))
    return Sheet((*heads, *columns), (*lines, rates))


def _grade(pay: Calculation) -> str:
    return pay.origin.grid.grade if pay.origin.grid else ""
