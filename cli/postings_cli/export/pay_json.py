"""A calculation as JSON: figures as numbers, every step with its sources and certainty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from postings.pay.calculation import Calculation
from postings.pay.calculation import Line as PayLine
from postings.pay.net import NetEstimate
from postings_cli.export.grades_json import citation
from postings_cli.pay.answer import PayAnswer
from postings_cli.render.figures import PlainFigures
from postings_cli.render.pay_headline import subject
from postings_cli.render.pay_steps import Step, gross_steps, net_steps
from postings_cli.render.pay_words import differential_of, nbi_of, without_nbi

_FIGURES = PlainFigures()


def pay_record(answer: PayAnswer) -> dict[str, object]:
    """The whole answer; `annual_gross` and `monthly_gross` are without the NBI."""
    months, years = zip(*(without_nbi(pay) for pay in answer.pays), strict=True)
    return {
        "subject": subject(answer),
        "on": answer.asked.day,
        "share": answer.asked.share,
        "annual_gross": _bounds(years),
        "monthly_gross": _bounds(months),
        "nbi": _sum(nbi_of(answer.pays[0])),
        "pays": list(pay_records(answer)),
        "notes": answer.notes,
    }


def _bounds(amounts: Sequence[Decimal]) -> dict[str, Decimal]:
    return {"min": min(amounts), "max": max(amounts)}


def pay_records(answer: PayAnswer) -> Iterator[dict[str, object]]:
    """An object a pay; `gross` is the sum of traitement, NBI and differential."""
    for pay, nets in zip(answer.pays, answer.nets, strict=True):
        yield {
            **_where(pay),
            "traitement": _sum(pay.lines[0]),
            "nbi": _sum(nbi_of(pay)),
            "differential": _sum(differential_of(pay)),
            "gross": {"month": pay.month, "year": pay.year},
            "certainty": pay.certainty,
            "steps": [_step(step) for step in gross_steps(pay, _FIGURES)],
            "net_estimates": [_net(estimate) for estimate in nets],
        }


def _where(pay: Calculation) -> dict[str, object]:
    origin = pay.origin
    return {
        "grade": origin.grid.grade if origin.grid else None,
        "versant": origin.grid.versant if origin.grid else None,
        "echelon": origin.echelon,
        "index": origin.index,
        "indice_majore": origin.im,
        "paid_indice_majore": pay.paid_im,
    }


def _sum(line: PayLine | None) -> dict[str, object] | None:
    if line is None:
        return None
    return {"points": line.points, "month": line.month, "year": line.year}


def _step(step: Step) -> dict[str, object]:
    return {
        "step": step.label,
        "value": step.value,
        "month": step.month,
        "year": step.year,
        "certainty": step.certainty,
        "sources": [citation(item) for item in step.items],
    }


def _net(estimate: NetEstimate) -> dict[str, object]:
    return {
        "estimate": True,
        "regime": estimate.regime,
        "gross_month": estimate.gross,
        "net_month": estimate.month,
        "certainty": estimate.certainty,
        "steps": [_step(step) for step in net_steps(estimate, _FIGURES)],
    }
