"""What one answer is worth: values right, wrong and missed, of one field of one posting."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Any

Compare = Callable[[Any, Any], "Verdict"]
Settle = Callable[[set[Any], set[Any]], tuple[set[Any], set[Any]]]


@dataclass(frozen=True)
class Verdict:
    """Counts of values; `gold` and `got` as they were compared, for a reader."""

    right: int
    wrong: int
    missed: int
    gold: tuple[str, ...]
    got: tuple[str, ...]

    @property
    def absent(self) -> bool:
        """The posting says nothing of the kind."""
        return not self.right + self.missed

    @property
    def fabricated(self) -> bool:
        """A value was given all the same."""
        return self.absent and self.wrong > 0

    @property
    def flawless(self) -> bool:
        """Nothing wrong and nothing missed."""
        return not self.wrong + self.missed


def value_sets(normal: Callable[[Any], Hashable], settle: Settle | None = None) -> Compare:
    """Compare lists without order, each item by its normal form; `settle` looks at both."""

    def compare(gold: Iterable[Any] | None, got: Iterable[Any] | None) -> Verdict:
        wanted, found = set(map(normal, gold or ())), set(map(normal, got or ()))
        if settle:
            wanted, found = settle(wanted, found)
        counts = len(wanted & found), len(found - wanted), len(wanted - found)
        return Verdict(*counts, _shown(wanted), _shown(found))

    return compare


def one_value(same: Callable[[Any, Any], bool]) -> Compare:
    """Compare single values; one that differs is both wrong and missed."""

    def compare(gold: Any, got: Any) -> Verdict:
        said, given = gold is not None, got is not None
        right = said and given and same(gold, got)
        wrong, missed = given and not right, said and not right
        shown = _shown([gold] * said), _shown([got] * given)
        return Verdict(int(right), int(wrong), int(missed), *shown)

    return compare


def _shown(values: Iterable[Any]) -> tuple[str, ...]:
    return tuple(sorted(map(str, values)))
