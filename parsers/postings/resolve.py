"""From candidates to found, absent or ambiguous: decided once, here."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from msgspec import Struct, field

from postings.posting import Doubt
from postings.rules import Candidate

T = TypeVar("T")


class Resolved(Struct, Generic[T], frozen=True):
    """The outcome for one key: the candidates that agree on the value, or those that compete."""

    chosen: tuple[Candidate[T], ...] = ()
    rivals: tuple[Candidate[T], ...] = ()

    @property
    def value(self) -> T | None:
        """The value found; None where the key is absent or ambiguous."""
        return self.chosen[0].value if self.chosen else None


class Finding(Struct, frozen=True):
    """What a field makes of its candidates.

    `evidence` and `ambiguous` are keyed by a path within the field: `""` for the field
    itself, `"stated.0"` or `"city"` for a part of it.
    """

    value: Any = None
    evidence: Mapping[str, Sequence[Candidate[Any]]] = field(default_factory=dict)
    ambiguous: Mapping[str, Sequence[Candidate[Any]]] = field(default_factory=dict)
    doubts: Sequence[Doubt] = ()


def without_overlaps(
    candidates: Iterable[Candidate[T]], *, cores: bool = False
) -> list[Candidate[T]]:
    """Of candidates that share characters keep the higher rank, then the longer, then the first.

    With `cores`, only the values' own characters count, not the words around them. The result
    is in order of preference.
    """
    kept: list[Candidate[T]] = []
    for candidate in sorted(candidates, key=preference):
        span = candidate.core if cores else candidate.span
        if not any(span.overlaps(k.core if cores else k.span) for k in kept):
            kept.append(candidate)
    return kept


def preference(candidate: Candidate[Any]) -> tuple[int, int, int]:
    """Sort key: best candidate first."""
    span = candidate.span
    return (-candidate.rule.rank, span.start - span.end, span.start)


def resolve(candidates: Iterable[Candidate[T]]) -> Resolved[T]:
    """Choose the value of a single-valued key.

    The candidates of the highest rank decide. If their values differ the key is
    ambiguous and keeps them all, best first.
    """
    kept = without_overlaps(candidates, cores=True)
    best = [c for c in kept if c.rule.rank == kept[0].rule.rank]
    if len({_hashable(c.value) for c in best}) > 1:
        return Resolved(rivals=tuple(best))
    agreeing = [c for c in kept if c.value == best[0].value] if best else []
    return Resolved(chosen=tuple(agreeing))


def _hashable(value: object) -> Hashable:
    return value if isinstance(value, Hashable) else repr(value)


def single(resolved: Resolved[Any], value: Any = None) -> Finding:
    """Wrap the outcome of a single-valued field; `value` overrides what was read."""
    if resolved.rivals:
        return Finding(ambiguous={"": resolved.rivals})
    if not resolved.chosen:
        return Finding()
    return Finding(resolved.value if value is None else value, {"": resolved.chosen})
