"""What of a PDF is highlighted: the evidence of a posting, with notes that say what was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from postings.document import Box
from postings.explanation import Explanation
from postings.verdicts import is_under
from postings_cli.render.figures import PlainFigures
from postings_cli.render.marked_lines import Mark, marks_of

Color = tuple[int, int, int]  # red, green and blue, from 0 to 255

# The first of these groups that has a key of some words gives them its colour: a grade is a
# grade, though the pay be reckoned from it.
COLORS: dict[str, Color] = {
    "deadline": (255, 180, 170),
    "deadline_until_filled": (255, 180, 170),
    "grades": (240, 190, 240),
    "categories": (240, 190, 240),
    "contract": (180, 210, 255),
    "salary": (170, 235, 170),
}
OTHERS: Color = (255, 240, 150)


class Highlight(NamedTuple):
    """Boxes on one page, as the JSON contract has them, and the note on them."""

    page: int
    boxes: tuple[Box, ...]
    note: str
    color: Color


def marks_asked(explanation: Explanation) -> list[Mark]:
    """What the keys that are explained were read from, values that compete included."""
    asked = [account.path for account in explanation.accounts]
    marks = marks_of(explanation.posting, PlainFigures())
    return [mark for mark in marks if any(is_under(mark.path, path) for path in asked)]


def highlights_of(marks: Iterable[Mark]) -> Iterator[Highlight]:
    """Yield a highlight for each stretch of words and each page that it is on.

    Long stretches come first: a viewer puts the later ones on top, where they can be pointed at.
    """

    def place(mark: Mark) -> tuple[int, int]:
        return mark.evidence.start - mark.evidence.end, mark.evidence.start

    for _, group in groupby(sorted(marks, key=place), key=place):
        same_words = list(group)
        note = "\n".join(dict.fromkeys(map(_note, same_words)))
        boxes = same_words[0].evidence.boxes
        for page, on_page in groupby(boxes, key=lambda box: box.page):
            yield Highlight(page, tuple(on_page), note, _color(same_words))


def _note(mark: Mark) -> str:
    """Key, value and rule, on a line.

    The arrow is in no encoding of eight bits, so that notes are always written in UTF-16: some
    readers of PDFs take the former for UTF-8.
    """
    value = mark.value.replace("\u00a0", " ")
    return f"{mark.path} → {value} ({mark.evidence.rule})"


def _color(marks: Sequence[Mark]) -> Color:
    groups = {mark.path.partition(".")[0] for mark in marks}
    return next((color for group, color in COLORS.items() if group in groups), OTHERS)
