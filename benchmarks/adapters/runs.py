"""Tools run in turn over the same texts, their answers judged and their time taken.

The time is the processor's, so that what else the machine does counts less.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from adapters.adapter import Adapter, Answers
from scoring.corpora import Annotated
from scoring.fields import FIELDS
from scoring.figures import Figures, add_up

# Read before the clock runs, so that what a tool loads at its first call is not counted.
_WARM_UP = "Publié le 3 mars 2026. CDD. Salaire : 2 300 € brut par mois, avant le 10/04/2026."

_BY_NAME = {field.name: field for field in FIELDS}


@dataclass
class Run:
    """One tool: its answers of the last round in the order of the texts, and what it took."""

    adapter: Adapter
    answers: list[Answers] = field(default_factory=list)
    milliseconds: list[float] = field(default_factory=list)
    crashes: dict[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The name of the adapter."""
        return type(self.adapter).__name__

    @property
    def milliseconds_a_posting(self) -> float:
        """The median of all rounds and postings."""
        return median(self.milliseconds)

    def figures(self, name: str, postings: Sequence[Annotated]) -> Figures:
        """The figures of one field."""
        key, compare = _BY_NAME[name].key, _BY_NAME[name].compare
        both = zip(postings, self.answers, strict=True)
        return add_up(compare(posting.gold.get(key), said.get(name)) for posting, said in both)


def run_in_turn(adapters: Sequence[Adapter], texts: dict[str, str], rounds: int) -> list[Run]:
    """Let every tool read each text before any reads the next; `texts` by the posting's name."""
    runs = [Run(adapter) for adapter in adapters]
    for run in runs:
        _read(run, "warm-up", _WARM_UP)
        run.milliseconds.clear()
    for _ in range(rounds):
        _one_round(runs, texts)
    return runs


def _one_round(runs: Sequence[Run], texts: dict[str, str]) -> None:
    for run in runs:
        run.answers.clear()
    for name, text in texts.items():
        for run in runs:
            run.answers.append(_read(run, name, text))


def _read(run: Run, name: str, text: str) -> Answers:
    began = time.process_time()
    try:
        return run.adapter.read(text)
    except Exception as error:
        run.crashes[name] = type(error).__name__
        return {}
    finally:
        run.milliseconds.append(1000 * (time.process_time() - began))
