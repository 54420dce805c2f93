"""The protocol of an adapter, and what the tools find before it is known what it means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

# Field -> value as the annotation has it; what is left out was not found.
Answers = Mapping[str, Any]


class Adapter(Protocol):
    """A tool that reads some fields out of the text of a posting."""

    @property
    def packages(self) -> Sequence[str]:
        """The distributions that do the work, whose versions are printed; none for our own."""

    @property
    def fields(self) -> Sequence[str]:
        """The fields that it tries."""

    def read(self, text: str) -> Answers:
        """The answers for one posting; it may raise whatever the tool raises."""


@dataclass(frozen=True)
class FoundDate:
    """A date and where its words stand; `value` in ISO form, as precise as the tool is."""

    start: int
    end: int
    value: str


def dates_in_turn(text: str, found: Iterable[tuple[str, datetime]]) -> Iterator[FoundDate]:
    """Give places to dates that come as their words only, in the order of the text."""
    end = 0
    for words, moment in found:
        start = text.find(words.strip(), end)
        if start >= 0:
            end = start + len(words.strip())
            yield FoundDate(start, end, moment.date().isoformat())


@dataclass(frozen=True)
class FoundSum:
    """A sum of euros, or a range of them, and where its words stand."""

    start: int
    end: int
    low: float
    high: float


def plain_spaces(text: str) -> str:
    """The text with plain spaces for those that do not break, which most tools cannot read."""
    return text.replace("\xa0", " ").replace("\u202f", " ")
