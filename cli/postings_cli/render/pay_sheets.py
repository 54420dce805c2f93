"""Pays as sheets: the steps of one or two, a line a pay for many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from postings.pay.calculation import Calculation
from postings.pay.calculation import Line as PayLine
from postings.pay.net import NetEstimate
from postings_cli.pay.answer import PayAnswer
from postings_cli.render.citations import Item, cited
from postings_cli.render.figures import Figures
from postings_cli.render.pay_steps import Step, gross_steps, net_steps, net_title, rounded
from postings_cli.render.pay_words import differential_of, nbi_of, place
from postings_cli.render.sheet import Column, Line, Sheet, Value

FEW = 2  # pays whose every step is shown; more are a line each
STEPS = (
    Column("at", "At"),
    Column("step", "Step"),
    Column("value", "Value", "number"),
    Column("month", "€ a month", "money"),
    Column("year", "€ a year", "money"),
    Column("certainty", "Certainty"),
    Column("tables", "Tables"),
    Column("source", "Source"),
)
PAYS = (
    Column("grade", "Grade"),
    Column("versant", "Versant"),
    Column("echelon", "Échelon", "label"),
    Column("index", "Index", "label"),
    Column("im", "IM", "number"),
    Column("paid_im", "IM paid", "number"),
    Column("share", "Share", "number"),
    Column("traitement_month", "Traitement a month", "money"),
    Column("traitement_year", "Traitement a year", "money"),
    Column("nbi_points", "NBI points", "number"),
    Column("nbi_month", "NBI a month", "money"),
    Column("nbi_year", "NBI a year", "money"),
    Column("differential_month", "SMIC differential a month", "money"),
    Column("differential_year", "SMIC differential a year", "money"),
    Column("gross_month", "Gross a month", "money"),
    Column("gross_year", "Gross a year", "money"),
    Column("net_civil_servant_month", "Net civil servant a month, estimate", "money"),
    Column("net_contract_agent_month", "Net contract agent a month, estimate", "money"),
    Column("certainty", "Certainty"),
    Column("tables", "Tables"),
    Column("source", "Source"),
)
_ALWAYS = ("im", "gross_month", "gross_year", "certainty", "tables", "source")


def steps_sheet(answer: PayAnswer, figures: Figures) -> Sheet:
    """Every step of every pay, and of its net; `at` tells which pay."""
    return Sheet(STEPS, tuple(_step_lines(answer, figures)))


def _step_lines(answer: PayAnswer, figures: Figures) -> Iterator[Line]:
    for pay, nets in zip(answer.pays, answer.nets, strict=True):
        at = place_within(answer, pay)
        for step in gross_steps(pay, figures):
            yield _step_line(at, step)
        for estimate in nets:
            for step in net_steps(estimate, figures):
                yield _step_line(f"{at}: {net_title(estimate)}", step)


def _step_line(at: str, step: Step) -> Line:
    return Line(
        (at, step.label, step.value, step.month, step.year, step.certainty, *_told(step.items))
    )


def place_within(answer: PayAnswer, pay: Calculation) -> str:
    """Which pay it is, with its grade where there are several."""
    grid = pay.origin.grid
    if grid is None or answer.asked.grade:
        return place(pay)
    return f"{grid.grade} · {grid.versant} · {place(pay)}"


def _told(items: Iterable[Item]) -> tuple[str | None, str | None]:
    """The entries by name, and their sources, each once."""
    told = [cited(item) for item in items]
    names = "; ".join(dict.fromkeys(each.entry for each in told))
    return names or None, "; ".join(dict.fromkeys(each.source for each in told)) or None


def pays_sheet(answer: PayAnswer) -> Sheet:
    """A line a pay, the same columns whatever is asked."""
    rows = zip(answer.pays, answer.nets, strict=True)
    return Sheet(
        PAYS,
        tuple(
            Line(
                (
                    *_where(answer, pay), pay.origin.im, pay.paid_im, rounded(pay.share),
                    *_sums(pay), *_nets(nets), pay.certainty, *_told(used(pay)),
                )
            )
            for pay, nets in rows
        ),
    )  # fmt: skip


def used(pay: Calculation) -> list[Item]:
    """Every entry that a pay rests on, its grid first."""
    return [*([pay.origin.grid] if pay.origin.grid else []), *pay.used]


def short_pays_sheet(answer: PayAnswer) -> Sheet:
    """A line a pay, without the columns that say nothing."""
    idle = [] if any(pay.share != 1 for pay in answer.pays) else ["share"]
    if all(pay.paid_im == pay.origin.im for pay in answer.pays):
        idle.append("paid_im")
    if all(len(pay.lines) == 1 for pay in answer.pays):
        idle += ["traitement_month", "traitement_year"]
    if len(answer.ladders) == 1:
        idle += ["grade", "versant"]
    return pays_sheet(answer).without(*idle).without_empty(*_ALWAYS)


def _where(answer: PayAnswer, pay: Calculation) -> tuple[Value, ...]:
    grid, origin = pay.origin.grid, pay.origin
    named = (grid.grade, grid.versant) if grid else (None, None)
    return (*named, origin.echelon, origin.index)


def _sums(pay: Calculation) -> tuple[Value, ...]:
    nbi = nbi_of(pay)
    lines = (_both(pay.lines[0]), _both(nbi), _both(differential_of(pay)))
    (traitement, bonus, extra) = lines
    points = nbi.points if nbi else None
    return (*traitement, points, *bonus, *extra, pay.month, pay.year)


def _both(line: PayLine | None) -> tuple[Value, Value]:
    return (line.month, line.year) if line else (None, None)


def _nets(nets: Iterable[NetEstimate]) -> tuple[Value, Value]:
    months = {each.regime == "IRCANTEC": each.month for each in nets}
    return months.get(False), months.get(True)
