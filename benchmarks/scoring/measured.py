"""A corpus and what the answers to it are worth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from scoring.corpora import Annotated, Corpus
from scoring.fields import EXTRA, FIELDS, HEADLINE
from scoring.figures import Figures, add_up, in_the_mean
from scoring.intervals import Interval, intervals
from scoring.predictions import Predictions, predict
from scoring.verdicts import Verdict

HEADLINE_MEAN = "headline F1"
MEAN = "mean F1"


@dataclass(frozen=True)
class Measured:
    """Verdicts by field, one for each posting in order; extra fields where they are annotated."""

    name: str
    postings: Sequence[Annotated]
    verdicts: dict[str, list[Verdict]]
    extra: dict[str, list[Verdict]]
    missing: int
    seconds: float
    output: bytes

    @cached_property
    def figures(self) -> dict[str, Figures]:
        """The figures of each field that counts towards the means."""
        return {name: add_up(column) for name, column in self.verdicts.items()}

    @cached_property
    def extra_figures(self) -> dict[str, Figures]:
        """The figures of the fields that stand beside."""
        return {name: add_up(column) for name, column in self.extra.items() if column}

    @cached_property
    def intervals(self) -> dict[str, Interval]:
        """95 % intervals of the F1 of each field and of the two means."""
        means = {HEADLINE_MEAN: HEADLINE, MEAN: in_the_mean(self.figures)}
        return intervals(self.verdicts, means)

    def of_source(self, source: str) -> dict[str, Figures]:
        """The figures over the postings of one site."""
        chosen = [posting.source == source for posting in self.postings]
        return {
            name: add_up(v for v, wanted in zip(column, chosen, strict=True) if wanted)
            for name, column in self.verdicts.items()
        }

    def rows(self, field: str) -> Iterator[tuple[Annotated, Verdict]]:
        """Each posting measured for a field, and its verdict."""
        if field in self.extra:
            return zip(annotated(self.postings, field), self.extra[field], strict=True)
        return zip(self.postings, self.verdicts[field], strict=True)

    @property
    def fields(self) -> list[str]:
        """All that was measured."""
        return [*self.verdicts, *self.extra]


def annotated(postings: Sequence[Annotated], key: str) -> list[Annotated]:
    """The postings whose annotation speaks of a key at all."""
    return [posting for posting in postings if posting.gold.get(key) is not None]


def measure(corpus: Corpus, code: Path | None = None) -> Measured:
    """Read the postings of a corpus by the command line, and judge the answers."""
    return judge(corpus.name, corpus.postings, predict(_paths(corpus.postings), code))


def judge(name: str, postings: Sequence[Annotated], answers: Predictions) -> Measured:
    """Judge answers already given."""
    return Measured(
        name=name,
        postings=postings,
        verdicts={f.name: [f.judge(p.gold, answers.of(p.path)) for p in postings] for f in FIELDS},
        extra={
            f.name: [f.judge(p.gold, answers.of(p.path)) for p in annotated(postings, f.key)]
            for f in EXTRA
        },
        missing=sum(not answers.of(posting.path) for posting in postings),
        seconds=answers.seconds,
        output=answers.output,
    )


def _paths(postings: Sequence[Annotated]) -> list[Path]:
    return [posting.path for posting in postings]
