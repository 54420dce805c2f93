"""Where a line ends only because the page did: sentences flow over such line ends."""

from __future__ import annotations

from itertools import pairwise

# Words that call for another one after them.
_CONNECTORS = frozenset(
    "a à au aux avec brut brute bruts ce ces cet cette d' d’ dans de des du en entre et l' l’ la le "
    "le les leur ou par pas plus pour que qui sa sans se ses son sous sur un une votre vos nos notre "
    "indice indices article articles n° tél. tél".split()
)
_CLOSING = ".!?;"
_SHORTEST_LINE = 25  # a shorter one is a label, a heading or an item


def _goes_on(line: str, following: str) -> bool:
    """Tell whether the sentence of `line` goes on in the `following` line."""
    line, following = line.rstrip(), following.lstrip()
    if len(line) < _SHORTEST_LINE or not following or following.startswith("o "):
        return False
    if line.rpartition(" ")[2].lower() in _CONNECTORS:
        return following[0].isalnum()
    return (following[0].islower() or following[0] in "€%") and line[-1] not in _CLOSING


def flowing(text: str) -> str:
    """Return `text` with a space for each line end inside a sentence, character for character."""
    lines = text.split("\n")
    joints = (" " if _goes_on(line, following) else "\n" for line, following in pairwise(lines))
    return lines[0] + "".join(joint + line for joint, line in zip(joints, lines[1:], strict=True))
