"""The tables of the README, each between two comments that name it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from scoring.corpora import ROOT
from scoring.scoreboard import Board

README = ROOT / "README.md"

_LABELS = {
    "contract_types": "contract types",
    "salary": "salary",
    "deadline": "deadline",
    "grades": "grades",
    "categories": "categories",
    "title": "title",
    "employer": "employer",
    "city": "city",
    "published_on": "published on",
    "starts_on": "starts on",
    "duration_months": "duration",
    "legal_basis": "legal basis",
    "weekly_hours": "hours a week",
    "experience_years": "experience",
    "management": "management",
    "phones": "telephone",
    "annual_gross": "gross euros a year, worked out by hand",
}
_COLUMNS = {"dev": "real", "written": "written", "fixtures": "fixtures"}
_MEANS = {
    "headline_f1": "**mean of the first four**",
    "mean_f1": "**mean of all** with 5 values or more",
}


def accuracy_table(board: Board) -> Iterator[str]:
    """The accuracy by field of the three corpora, then by site, then of PDFs."""
    corpora = [board["corpora"][name] for name in _COLUMNS]
    counts = (c["whole"]["documents"] for c in corpora)
    heads = (f"{name}, {n}" for name, n in zip(_COLUMNS.values(), counts, strict=True))
    yield _row("F1 (95 % interval; values)", *heads)
    yield _row(*["---"] * (len(corpora) + 1))
    for key, label in _MEANS.items():
        yield _row(label, *(_mean_cell(corpus["whole"], key) for corpus in corpora))
    for name, label in _LABELS.items():
        yield _row(label, *(_field_cell(_field(corpus, name)) for corpus in corpora))
    yield _row("fabricated, first four", *map(_invented, corpora))
    yield ""
    yield from _sentences(board["corpora"]["dev"])


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _mean_cell(whole: Board, key: str) -> str:
    return f"**{whole[key]:.2f}**{_brackets(whole[f'{key}_95'])}"


def _field(corpus: Board, name: str) -> Board | None:
    row: Board | None = (corpus["fields"] | corpus["extra"]).get(name)
    return row


def _field_cell(row: Board | None) -> str:
    if row is None:
        return "–"
    return f"{row['f1']:.2f}{_brackets(row.get('f1_95', ()), str(row['gold']))}"


def _brackets(interval: Sequence[float], *counts: str) -> str:
    """The interval, unless it has no width, and the counts."""
    wide = len(set(interval)) > 1
    said = [*(["–".join(f"{bound:.2f}" for bound in interval)] if wide else []), *counts]
    return f" ({'; '.join(said)})" if said else ""


def _invented(corpus: Board) -> str:
    return f"{corpus['whole']['headline_fabricated']} of {corpus['whole']['headline_absent']}"


def _sentences(real: Board) -> Iterator[str]:
    sites = (
        f"{site} ({row['documents']}) {row['headline_f1']:.2f} / {row['mean_f1']:.2f}"
        for site, row in real["sources"].items()
    )
    yield f"By site, first four / all fields: {', '.join(sites)}."
    yield _pdf_sentence(real["pdf"])


def _pdf_sentence(pdf: Board) -> str:
    field, gap = pdf["field"].replace("_", " "), pdf["f1_difference"]
    differs = f"differs most for {field}, by {gap:+.2f}" if gap else "is the same for every field"
    return f"Of {pdf['documents']} the original PDF is at hand: read from it, F1 {differs}."


def put(name: str, lines: Iterable[str]) -> None:
    """Put a table in its place in the README."""
    text = README.read_text(encoding="utf-8")
    table = "\n".join((_opening(name), *lines, _closing(name)))
    README.write_text(_place(name).sub(lambda _: table, text), encoding="utf-8")


def standing(name: str) -> list[str]:
    """The lines of a table as they stand in the README; raises `LookupError` without its place."""
    found = _place(name).search(README.read_text(encoding="utf-8"))
    if found is None:
        raise LookupError(f"README.md: no {_opening(name)}")
    return found[0].splitlines()[1:-1]


def _place(name: str) -> re.Pattern[str]:
    return re.compile(f"{re.escape(_opening(name))}.*?{re.escape(_closing(name))}", re.DOTALL)


def _opening(name: str) -> str:
    return f"<!-- {name} -->"


def _closing(name: str) -> str:
    return f"<!-- /{name} -->"
