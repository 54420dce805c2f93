"""Gains and losses between two measurements of the same postings, value by value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scoring.figures import headline_f1, mean_f1
from scoring.measured import HEADLINE_MEAN, MEAN, Measured
from scoring.verdicts import Verdict


@dataclass(frozen=True)
class Change:
    """An answer that became another one."""

    corpus: str
    posting: str
    field: str
    before: Verdict
    after: Verdict

    @property
    def kind(self) -> str:
        """`+` fewer errors than before, `-` more, `~` as many."""
        gained = _errors(self.before) - _errors(self.after)
        return "+" if gained > 0 else "-" if gained < 0 else "~"

    def __str__(self) -> str:
        values = (f"gold={_list(self.after.gold)}", f"before={_list(self.before.got)}")
        place = (f"{self.kind} {self.corpus}", self.posting, self.field)
        return "\t".join((*place, *values, f"after={_list(self.after.got)}"))


def _errors(verdict: Verdict) -> int:
    return verdict.wrong + verdict.missed


def _list(values: tuple[str, ...]) -> str:
    return " | ".join(values) or "–"


def changes(before: Measured, after: Measured) -> Iterator[Change]:
    """Every answer that differs, field by field."""
    for field in after.fields:
        both = zip(before.rows(field), after.rows(field), strict=True)
        for (_, old), (posting, new) in both:
            if old.got != new.got:
                yield Change(after.name, posting.name, field, old, new)


def change_lines(before: Measured, after: Measured) -> Iterator[str]:
    """Gains, losses, other changes, then the figures that moved."""
    found = sorted(changes(before, after), key=lambda change: "+-~".index(change.kind))
    kinds = [change.kind for change in found]
    yield from map(str, found)
    counts = f"{kinds.count('+')} gains, {kinds.count('-')} losses, {kinds.count('~')} others"
    yield f"{after.name}: {counts}"
    yield from _moved(before, after)


def _moved(before: Measured, after: Measured) -> Iterator[str]:
    old, new = _scores(before), _scores(after)
    for name, score in new.items():
        if score != old[name]:
            yield f"  {name:22} {old[name]:.4f} -> {score:.4f}  ({score - old[name]:+.4f})"


def _scores(measured: Measured) -> dict[str, float]:
    figures = measured.figures | measured.extra_figures
    by_field = {name: of.f1 for name, of in figures.items()}
    means = {HEADLINE_MEAN: headline_f1(measured.figures), MEAN: mean_f1(measured.figures)}
    return means | by_field
