"""When two ways of writing a value are the same value."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

_ORDINALS = {
    "1re": "1",
    "1ere": "1",
    "premiere": "1",
    "2e": "2",
    "2eme": "2",
    "2nde": "2",
    "deuxieme": "2",
}
_EMPTY_WORDS = frozenset(
    "territorial territoriaux territoriale territoriales de des du d la le les l".split()
)
_SHARED_WORDS = 0.6
_SAME_NUMBER = 0.01

Pay = tuple[float | None, float | None, str | None]


def words(text: object) -> list[str]:
    """The words of a text in lower case, without accents or punctuation."""
    letters = unicodedata.normalize("NFKD", str(text)).encode("ascii", "ignore").decode()
    return re.findall(r"[a-z0-9]+", letters.lower())


def plain(text: object) -> str:
    """The words, one space between them."""
    return " ".join(words(text))


def grade(name: object) -> str:
    """A grade by its meaning words: no article, plural, "territorial", "de l'État" or "2ème"."""
    said = re.sub(r"\bde l etat\b", " ", plain(name)).split()
    numbered = (_ORDINALS.get(word, word) for word in said)
    return " ".join(word.rstrip("sx") for word in numbered if word not in _EMPTY_WORDS)


def phone(number: object) -> str:
    """The nine digits after the 0 or the +33."""
    return re.sub(r"\D", "", str(number))[-9:]


def pay(statement: dict[str, Any]) -> Pay:
    """A statement of pay: least and greatest sum in euros, and period."""
    return _euros(statement.get("min")), _euros(statement.get("max")), statement.get("period")


def pay_amounts(statement: dict[str, Any]) -> tuple[float, ...]:
    """The sums of a statement of pay alone, in ascending order."""
    low, high, _ = pay(statement)
    return tuple(sorted({sum_ for sum_ in (low, high) if sum_ is not None}))


def _euros(sum_: Any) -> float | None:
    return None if sum_ is None else round(float(sum_), 2)


def settle_periods(gold: set[Any], got: set[Any]) -> tuple[set[Any], set[Any]]:
    """Accept any period, or none, for sums of which the posting says none.

    Sums annotated both with and without a period are one statement: the one with it.
    """
    with_period = {statement[:2] for statement in gold if statement[2]}
    wanted = {s for s in gold if s[2] or s[:2] not in with_period}
    free = {statement[:2] for statement in wanted if not statement[2]}
    return wanted, {(*s[:2], None if s[:2] in free else s[2]) for s in got}


def same_date(gold: str, got: str) -> bool:
    """Equal as far as the less precise goes; a day without year is that day of any year."""
    if gold.startswith("--"):
        return got.endswith(gold[2:])
    return got.startswith(gold) or gold.startswith(got)


def same_value(gold: Any, got: Any) -> bool:
    """True is only true; numbers to a hundredth; the words of anything else."""
    if isinstance(gold, bool) or isinstance(got, bool):
        return gold is got
    if isinstance(gold, int | float):
        return _is_number(got) and abs(gold - float(got)) < _SAME_NUMBER
    return plain(gold) == plain(got)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float)


def same_words(gold: str, got: str) -> bool:
    """At least three words in five are in both."""
    ours, theirs = set(words(gold)), set(words(got))
    return len(ours & theirs) >= _SHARED_WORDS * max(1, len(ours | theirs))


def same_pay_range(gold: dict[str, Any], got: dict[str, Any]) -> bool:
    """Gross pay of a year on the same basis, each bound within a euro."""
    near = (_near(gold[bound], got[bound]) for bound in ("min", "max"))
    return gold["basis"] == got["basis"] and all(near)


def _near(a: Any, b: Any) -> bool:
    return a == b if a is None or b is None else abs(float(a) - float(b)) <= 1
