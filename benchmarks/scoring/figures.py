"""Precision, recall and F1 of a field over postings, and the figures of a whole corpus."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from scoring.fields import HEADLINE, NOT_IN_THE_MEAN
from scoring.verdicts import Verdict

# A field with fewer values says more of chance than of the tool.
LEAST_GOLD = 5


def f1_score(right: int, wrong: int, missed: int) -> float:
    """The harmonic mean of precision and recall; 1 where there was nothing to find or say.

    Where values were only missed, or only wrong, it is 0.
    """
    values = 2 * right + wrong + missed
    return 2 * right / values if values else 1.0


@dataclass(frozen=True)
class Figures:
    """One field over some postings: counts of values, and of postings without any."""

    right: int
    wrong: int
    missed: int
    absent: int
    fabricated: int

    @property
    def precision(self) -> float:
        """Right values among those given; 1 where none was."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Right values among those annotated; 1 where none was."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """See `f1_score`."""
        return f1_score(self.right, self.wrong, self.missed)

    @property
    def gold(self) -> int:
        """Values annotated."""
        return self.right + self.missed

    @property
    def silent(self) -> bool:
        """Nothing annotated, nothing given: the F1 of 1 means nothing."""
        return not self.gold + self.wrong


def add_up(verdicts: Iterable[Verdict]) -> Figures:
    """The figures of one field."""
    all_ = list(verdicts)
    return Figures(
        right=sum(v.right for v in all_),
        wrong=sum(v.wrong for v in all_),
        missed=sum(v.missed for v in all_),
        absent=sum(v.absent for v in all_),
        fabricated=sum(v.fabricated for v in all_),
    )


def headline_f1(by_field: Mapping[str, Figures]) -> float:
    """The mean F1 of the four fields that the comparison table exists for."""
    return fmean(by_field[name].f1 for name in HEADLINE)


def in_the_mean(by_field: Mapping[str, Figures]) -> Sequence[str]:
    """The fields whose F1 the mean is of."""
    return [
        name
        for name, figures in by_field.items()
        if figures.gold >= LEAST_GOLD and name not in NOT_IN_THE_MEAN
    ]


def mean_f1(by_field: Mapping[str, Figures]) -> float:
    """The mean F1 of the fields with values enough; 0 where there are none."""
    names = in_the_mean(by_field)
    return fmean(by_field[name].f1 for name in names) if names else 0.0


def headline_fabricated(by_field: Mapping[str, Figures]) -> tuple[int, int]:
    """Answers of the headline fields where the posting has none: those with a value, and all."""
    headline = [by_field[name] for name in HEADLINE]
    return sum(f.fabricated for f in headline), sum(f.absent for f in headline)
