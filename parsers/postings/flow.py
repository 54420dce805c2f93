"""Where a line ends only because the page did: sentences flow over such line ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise, repeat

from postings.patterns import pattern

# Words that call for another one after them.
_CONNECTORS = frozenset(
    "a à au aux avec brut brute bruts ce ces cet cette d' d’ dans de des du en entre et l' l’ la "
    "le les leur ou par pas plus pour que qui sa sans se ses son sous sur un une votre vos nos "
    "notre indice indices article articles n° tél. tél".split()
)
_CLOSING = ".!?;"
_SHORTEST_LINE = 25  # a shorter one is a label, a heading or an item
_LABEL = pattern(r"[^\n:]{2,40} ?:(?!//)")
_KEY = pattern(r"[a-z][A-Za-z_]*:(?: \S|$)")  # of a page's front matter: one to a line
_FULL = 0.85  # of the widest line around: a line that long ends where the page does
_PAGE_WIDTHS = range(60, 141)


def _goes_on(line: str, following: str, widths: Callable[[], Sequence[int]], at: int) -> bool:
    """Tell whether the sentence of line number `at` goes on in the `following` line."""
    if len(line) < _SHORTEST_LINE:
        return False
    line, following = line.rstrip(), following.lstrip()
    if len(line) < _SHORTEST_LINE or not following or following.startswith("o "):
        return False
    if _KEY.match(line) and _KEY.match(following):
        return False
    last = line.rpartition(" ")[2]
    category = last == "A" and not line.isupper()  # "Emploi de catégorie A"
    if last.lower() in _CONNECTORS and not category:
        return following[0].isalnum()
    if line[-1] in _CLOSING:
        return False
    if following[0].islower() or following[0] in "€%":
        return True
    if line[-1] == ":" or not following[0].isalnum():
        return False
    width = widths()[at]
    full = width in _PAGE_WIDTHS and len(line) >= _FULL * width
    return full and not _LABEL.match(following)


def _widths(lines: list[str]) -> Iterator[int]:
    """For each line, the length of the longest line of its paragraph."""
    for blank, paragraph in groupby(lines, lambda line: not line.strip()):
        block = list(paragraph)
        yield from repeat(0 if blank else max(map(len, block)), len(block))


def flowing(text: str) -> str:
    """Return `text` with a space for each line end inside a sentence, character for character."""
    lines = text.split("\n")
    widths = cache(lambda: list(_widths(lines)))  # which few texts need
    joints = (
        " " if _goes_on(line, following, widths, at) else "\n"
        for at, (line, following) in enumerate(pairwise(lines))
    )
    return lines[0] + "".join(joint + line for joint, line in zip(joints, lines[1:], strict=True))
