"""Figures as plain text, in columns for a terminal or a log."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scoring.fields import HEADLINE
from scoring.figures import (
    Figures,
    headline_f1,
    headline_fabricated,
    in_the_mean,
    mean_f1,
)
from scoring.intervals import Interval
from scoring.measured import HEADLINE_MEAN, MEAN, Measured

_HEAD = (
    f"{'field':22} {'P':>6} {'R':>6} {'F1':>6}  {'95 %':13} {'gold':>5} {'absent':>6} fabricated"
)


def share(part: int, whole: int) -> str:
    """A share and what it is of: `0 of 239 (0.0 %)`."""
    return f"{part} of {whole} ({100 * part / max(1, whole):.1f} %)"


def field_order(figures: dict[str, Figures]) -> list[str]:
    """The headline fields, then the others from the most to the least annotated."""
    return sorted(figures, key=lambda name: (name not in HEADLINE, -figures[name].gold, name))


def field_table(measured: Measured) -> Iterator[str]:
    """A line for each field that is annotated or answered, then the figures of the corpus."""
    yield _HEAD
    for name in field_order(measured.figures):
        if not measured.figures[name].silent:
            yield _field_line(name, measured.figures[name], measured.intervals[name])
    for name, figures in measured.extra_figures.items():
        yield _field_line(name, figures, None)
    yield from _whole(measured)


def _field_line(name: str, of: Figures, interval: Interval | None) -> str:
    scores = f"{of.precision:6.3f} {of.recall:6.3f} {of.f1:6.3f}"
    counts = f"{of.gold:5} {of.absent:6} {of.fabricated:10}"
    return f"{name:22} {scores}  {_between(interval):13} {counts}"


def _between(interval: Interval | None) -> str:
    return "" if interval is None else f"{interval[0]:.3f}–{interval[1]:.3f}"


def _whole(measured: Measured) -> Iterator[str]:
    figures, intervals = measured.figures, measured.intervals
    headline = f"{HEADLINE_MEAN} {headline_f1(figures):.4f} [{_between(intervals[HEADLINE_MEAN])}]"
    mean = f"{MEAN} {mean_f1(figures):.4f} [{_between(intervals.get(MEAN))}]"
    yield f"{headline}, {mean} of {len(in_the_mean(figures))} fields"
    yield f"fabricated, headline fields: {share(*headline_fabricated(figures))}"
    yield f"{len(measured.postings)} postings, {measured.missing} unread, {measured.seconds:.1f} s"


def source_table(measured: Measured, sources: Sequence[str]) -> Iterator[str]:
    """A line for each site; `–` where its postings have no such value."""
    yield f"{'source':20} postings headline   mean  " + " ".join(f"{n:>14}" for n in HEADLINE)
    for source in sources:
        figures = measured.of_source(source)
        count = sum(posting.source == source for posting in measured.postings)
        means = f"{headline_f1(figures):8.3f} {mean_f1(figures):6.3f}"
        cells = " ".join(f"{f1_or_dash(figures[name]):>14}" for name in HEADLINE)
        yield f"{source:20} {count:8} {means}  {cells}"


def f1_or_dash(figures: Figures, digits: int = 3) -> str:
    """F1, or a dash where there was nothing to find and nothing was said."""
    return "–" if figures.silent else f"{figures.f1:.{digits}f}"
