"""Whether letters make words: a text in French or English has its small words."""

from __future__ import annotations

_SMALL_WORDS = frozenset(
    "de la le les et des du en à un une pour au aux dans sur par est vous nous son sa ses qui que"
    " the of and to in for with you our is on".split()
)


def count_words(text: str) -> tuple[int, int]:
    """How many small words a text has, and how many words."""
    words = text.lower().split()
    return sum(map(_SMALL_WORDS.__contains__, words)), len(words)
