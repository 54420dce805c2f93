"""What a layout adds to the words, made plain for the rules, character for character.

Marks of bold type and of quoted mails become blanks; a label and its value that stand in two
cells (parted by a tab or by bars), or in a heading and the only item of its list, are parted by
a colon as elsewhere.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate, islice, pairwise

from postings.patterns import pattern

_QUOTED = pattern(r"(?m)^[ ]{0,3}>(?:[ ]?>){0,5}(?=[ \n]|$)")
_FEWEST_QUOTED = 3  # lines: fewer may be anything
_LABEL = r"[^\t\n:|.!?]{2,45}?"
_TABBED = pattern(rf"(?m)^([ ]{{0,40}}+{_LABEL})([ ]{{0,40}}+\t[ \t]*+)(?=[^\s|][^\t\n]*+$)")
_CELLS = pattern(
    rf"(?m)^\|([ *]{{0,40}}+{_LABEL}[ *]{{0,40}}+)\|([ ]*+[^|\s-][^|\n]*+)(\|?+)(?=[ ]*+$)"
)
_BULLET = r"[ ]*[•·▪■►➢➤✓*–-]"
_WIDE = pattern(r"  (?<=[^\s:|]  ) *(?=[^\s:|])")  # two blanks first: they are found fast
_LONE_ITEM = pattern(rf"(:[ ]*\n[ ]*)[•·▪■►➢➤✓*–-](?=[ ][^\n]+(?:\n(?!{_BULLET}[ ])|\Z))")


def unquoted(text: str) -> str:
    """Return `text` with blanks for the marks of a quoted mail, character for character."""
    if text.count("\n>") < _FEWEST_QUOTED:
        return text
    return _QUOTED.sub(lambda match: " " * len(match[0]), text)


def plain(text: str) -> str:
    """Return `text` without marks of bold type, labels parted from values by a colon."""
    if "\t" in text:
        text = _TABBED.sub(lambda match: f"{match[1]}:{' ' * (len(match[2]) - 1)}", text)
    if "|" in text:
        text = _CELLS.sub(_as_line, text)
    if "**" in text:
        text = text.replace("**", "  ")
    return _LONE_ITEM.sub(r"\1 ", text)


class ClosedUp:
    """A text whose words are one blank apart, and where its characters stood before."""

    def __init__(self, text: str) -> None:
        self.gaps = [match.span() for match in _WIDE.finditer(text)] if "  " in text else []
        self.text, self._left_out, self._ends = text, [0], list[int]()
        if not self.gaps:
            return
        kept = pairwise((0, *(edge for start, end in self.gaps for edge in (start + 1, end)), None))
        self.text = "".join(text[start:end] for start, end in islice(kept, 0, None, 2))
        self._left_out = list(accumulate((end - start - 1 for start, end in self.gaps), initial=0))
        before = zip(self.gaps, self._left_out, strict=False)
        self._ends = [start + 1 - left_out for (start, _), left_out in before]

    def offset(self, at: int) -> int:
        """Where in the text before a character of the text closed up stands."""
        return at + self._left_out[bisect_right(self._ends, at)]


def _as_line(match: re.Match[str]) -> str:
    return f" {match[1]}:{match[2]}{' ' * len(match[3])}"
