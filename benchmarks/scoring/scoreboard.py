"""The figures kept in the repository, `scoreboard.json`: no word of any posting, a line a field."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scoring.corpora import Corpus
from scoring.fields import HEADLINE
from scoring.figures import Figures, headline_f1, headline_fabricated, mean_f1
from scoring.intervals import Interval
from scoring.measured import HEADLINE_MEAN, MEAN, Measured
from scoring.media import read_both_ways, worst_field
from scoring.revision import commit, version

SCOREBOARD = Path(__file__).parents[1] / "scoreboard.json"

Board = dict[str, Any]


def board(measured: list[tuple[Corpus, Measured]]) -> Board:
    """The figures of corpora, with the version and the commit of the code that was measured."""
    corpora = {corpus.name: corpus_board(corpus, figures) for corpus, figures in measured}
    return {"version": version(), "commit": commit(), "corpora": corpora}


def corpus_board(corpus: Corpus, measured: Measured) -> Board:
    """The figures of one corpus: as a whole, by field, by site, and of PDFs against texts."""
    silent = {name for name, figures in measured.figures.items() if figures.silent}
    fields = {name: of for name, of in measured.figures.items() if name not in silent}
    return {
        "whole": totals(measured),
        "fields": {n: field_row(of, measured.intervals.get(n)) for n, of in fields.items()},
        "extra": {name: field_row(of) for name, of in measured.extra_figures.items()},
        "sources": {source: source_row(measured, source) for source in corpus.sources},
        "pdf": pdf_row(corpus),
    }


def totals(measured: Measured) -> Board:
    """The figures of a corpus as a whole."""
    part, whole = headline_fabricated(measured.figures)
    return {
        "documents": len(measured.postings),
        "missing": measured.missing,
        "headline_f1": round(headline_f1(measured.figures), 4),
        "headline_f1_95": _rounded(measured.intervals[HEADLINE_MEAN]),
        "mean_f1": round(mean_f1(measured.figures), 4),
        "mean_f1_95": _rounded(measured.intervals.get(MEAN, (0.0, 0.0))),
        "headline_fabricated": part,
        "headline_absent": whole,
    }


def field_row(figures: Figures, interval: Interval | None = None) -> Board:
    """The figures of one field."""
    scores = {
        "precision": round(figures.precision, 4),
        "recall": round(figures.recall, 4),
        "f1": round(figures.f1, 4),
    }
    counts = {
        "gold": figures.gold,
        "absent": figures.absent,
        "fabricated": figures.fabricated,
    }
    return scores | ({"f1_95": _rounded(interval)} if interval else {}) | counts


def source_row(measured: Measured, source: str) -> Board:
    """The two means and the headline fields of one site; null where it has no such value."""
    figures = measured.of_source(source)
    return {
        "documents": sum(posting.source == source for posting in measured.postings),
        "headline_f1": round(headline_f1(figures), 4),
        "mean_f1": round(mean_f1(figures), 4),
    } | {n: None if figures[n].silent else round(figures[n].f1, 4) for n in HEADLINE}


def pdf_row(corpus: Corpus) -> Board | None:
    """The field that differs most between the PDFs of a corpus and their texts, and by how much."""
    if not corpus.pdfs:
        return None
    text, pdf = read_both_ways(corpus)
    field, gap = worst_field(text, pdf)
    return {"documents": len(corpus.pdfs), "field": field, "f1_difference": round(gap, 4)}


def _rounded(interval: Interval) -> list[float]:
    return [round(bound, 4) for bound in interval]


def as_text(value: Any, indent: str = "") -> str:
    """JSON in a fixed order, an object of plain values a line."""
    if not isinstance(value, dict) or not any(isinstance(v, dict) for v in value.values()):
        return json.dumps(value, ensure_ascii=False)
    inner = indent + " "
    items = (f"{inner}{json.dumps(k)}: {as_text(v, inner)}" for k, v in value.items())
    return "{\n" + ",\n".join(items) + f"\n{indent}}}"


def write(figures: Board) -> None:
    """Replace the scoreboard."""
    SCOREBOARD.write_text(as_text(figures) + "\n", encoding="utf-8")


def read() -> Board:
    """The scoreboard of the repository."""
    kept: Board = json.loads(SCOREBOARD.read_text(encoding="utf-8"))
    return kept


def drift(kept: Board, now: Board) -> Iterator[str]:
    """A line for each figure of the corpora measured now that is not the one kept."""
    for name, corpus in now["corpora"].items():
        old, new = dict(_leaves(kept["corpora"].get(name, {}))), dict(_leaves(corpus))
        for path in sorted({*old, *new}):
            if old.get(path) != new.get(path):
                yield f"{name} {path}: {old.get(path)} kept, {new.get(path)} now"


def _leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if not isinstance(value, dict):
        yield path, value
        return
    for key, inner in value.items():
        yield from _leaves(inner, f"{path}.{key}".lstrip("."))
