"""Which columns a terminal has room for, and how wide each may be."""

from __future__ import annotations

from collections.abc import Sequence

from postings_cli.render.cells import COLUMNS, Cell

HEADLINE = ("posting", "pay", "grade", "contract", "deadline")
# What wide terminals add, in order of usefulness, and narrow ones drop.
_EXTRA = ("location", "published", "start")
_DROPPED_FIRST = ("grade", "contract")
_COMFORT = 4  # room that each column shown should have beyond its least width
GAP = 2


def default_columns(width: int) -> list[str]:
    """The columns shown when none are asked for."""
    names = list(HEADLINE)
    for name in _EXTRA:
        if _least([*names, name]) + _COMFORT * len(names) <= width:
            names.append(name)
    for name in _DROPPED_FIRST:
        if _least(names) > width:
            names.remove(name)
    return names


def _least(names: Sequence[str]) -> int:
    return sum(COLUMNS[name].widths[0] for name in names) + GAP * (len(names) - 1)


def column_widths(names: Sequence[str], table: Sequence[Sequence[Cell]], width: int) -> list[int]:
    """Share `width` between columns: each its least, then what its content asks for.

    Columns asked for that do not fit together are narrowed alike: their text wraps, or is cut.
    """
    wanted = [_wanted(name, [row[i] for row in table]) for i, name in enumerate(names)]
    least = [min(COLUMNS[name].widths[0], want) for name, want in zip(names, wanted, strict=True)]
    room = width - GAP * (len(names) - 1)
    if sum(least) > room:
        return [max(4, room * size // sum(least)) for size in least]
    whole = [
        max(size, _word(name, [row[i] for row in table]))
        for i, (name, size) in enumerate(zip(names, least, strict=True))
    ]
    return _shared(whole if sum(whole) <= room else least, wanted, room)


def _word(name: str, cells: Sequence[Cell]) -> int:
    """The width at which no word of a column's values is cut, within its limits."""
    words = [len(word) for cell in cells for value in cell.values for word in value.split(" ")]
    return 0 if COLUMNS[name].tail else min(max(words, default=0), COLUMNS[name].widths[1])


def _wanted(name: str, cells: Sequence[Cell]) -> int:
    values = [len(value) for cell in cells for value in cell.values]
    notes = [len(note) + 1 for cell in cells for note in cell.notes]  # and a comma
    longest = max(values + notes, default=0)
    return max(len(COLUMNS[name].heading), min(longest, COLUMNS[name].widths[1]))


def _shared(least: list[int], wanted: list[int], room: int) -> list[int]:
    """Give the room left, a character at a time, to the column that lacks the largest share."""
    widths = list(least)
    for _ in range(room - sum(widths)):
        lacking = [(want - have) / want for want, have in zip(wanted, widths, strict=True)]
        neediest = max(range(len(widths)), key=lacking.__getitem__)
        if lacking[neediest] <= 0:
            break
        widths[neediest] += 1
    return widths
