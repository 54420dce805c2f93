"""The tools side by side: as text in full, and as the short table of the README."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path

from adapters.runs import Run
from scoring.corpora import Annotated
from scoring.figures import Figures

COLUMNS = {
    "deadline": "deadline",
    "published_on": "published on",
    "starts_on": "starts on",
    "salary_amounts": "sums of the pay",
    "contract_types": "contract types",
    "grades": "grades",
}


def label(run: Run) -> str:
    """The packages of a tool with their versions, or the name of our own."""
    named = [f"{package} {version(package)}" for package in run.adapter.packages]
    return ", ".join(named) or run.name.lower()


def full_table(runs: Sequence[Run], postings: Sequence[Annotated]) -> Iterator[str]:
    """A line for each field and tool, then the crashes."""
    yield (
        f"{'field':15} {'tool':41} {'P':>6} {'R':>6} {'F1':>6} {'gold':>5} {'absent':>6} fabricated"
        f"{'CPU ms':>9}"
    )
    for name in COLUMNS:
        for run in runs:
            if name in run.adapter.fields:
                yield f"{name:15} {_line(run, run.figures(name, postings))}"
    for run in runs:
        yield f"{label(run)}: raised on {len(run.crashes)} postings {_kinds(run)}".rstrip()


def _line(run: Run, of: Figures) -> str:
    scores = f"{of.precision:6.3f} {of.recall:6.3f} {of.f1:6.3f}"
    counts = f"{of.gold:5} {of.absent:6} {of.fabricated:10}"
    return f"{label(run):41} {scores} {counts} {run.milliseconds_a_posting:8.1f}"


def _kinds(run: Run) -> str:
    return ", ".join(sorted(set(run.crashes.values())))


def short_table(runs: Sequence[Run], postings: Sequence[Annotated]) -> Iterator[str]:
    """A row a tool: F1 of each field and, in brackets, the postings with a fabricated value."""
    yield _row("F1 (fabricated)", *COLUMNS.values(), "CPU ms a posting")
    yield _row(*["---"] * (len(COLUMNS) + 2))
    for run in runs:
        cells = (_cell(run, name, postings) for name in COLUMNS)
        yield _row(label(run), *cells, _milliseconds(run.milliseconds_a_posting))
    yield ""
    yield circumstances(len(postings))


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(run: Run, name: str, postings: Sequence[Annotated]) -> str:
    if name not in run.adapter.fields:
        return ""
    figures = run.figures(name, postings)
    return f"{figures.f1:.2f} ({figures.fabricated})"


def _milliseconds(taken: float) -> str:
    return f"{taken:.1f}" if taken < 10 else f"{taken:.0f}"


def circumstances(postings: int) -> str:
    """What was measured, when and on what."""
    system = f"{platform.system()} {platform.machine()}"
    python = f"Python {platform.python_version()}"
    machine = f"{os.cpu_count()} × {processor()}, {system}, {python}"
    return f"{postings} postings, {date.today().isoformat()}, {machine}."


def processor() -> str:
    """The name of the processor, where the system says it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor())
