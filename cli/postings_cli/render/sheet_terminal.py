"""A sheet drawn on a terminal: figures aligned, groups said once, nothing wider than it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from postings_cli.render.figures import FrenchFigures
from postings_cli.render.sheet import Column, Line, Sheet, Tone
from postings_cli.render.wrap import clip, wrap

_GAP = "  "
_LEAST = 16  # a column that folds is not made narrower, except where nothing else helps
_COMFORT = 34  # most spare columns are left out rather than make one that folds narrower
_LINES = 12
_STYLE: dict[Tone, str] = {"": "", "strong": "bold", "quiet": "dim"}
_QUIET = ("certainty", "source", "tables", "refs")  # columns that must not outshine the figures


def print_sheet(sheet: Sheet, console: Console) -> None:
    """Print a sheet as wide as its cells, or as the terminal allows."""
    columns, cells = sheet.columns, sheet.written(FrenchFigures())
    shown, widths = _fitted(columns, cells, console.width)
    _print(console, _laid(columns, shown, widths, _headings(columns), "bold"))
    group = ""
    for line, texts in zip(sheet.lines, cells, strict=True):
        if line.group != group:
            group = line.group
            _print(console, _group_lines(group, console.width))
        _print(console, _laid(columns, shown, widths, texts, _STYLE[line.tone], line))


def _print(console: Console, lines: Iterator[Text]) -> None:
    for text in lines:
        text.rstrip()
        console.print(text, no_wrap=True, crop=False, soft_wrap=True)


def _headings(columns: Sequence[Column]) -> list[str]:
    return [column.heading for column in columns]


def _group_lines(group: str, width: int) -> Iterator[Text]:
    yield Text()
    for piece in wrap(group, width, _LINES):
        yield Text(piece, style="bold")


def _fitted(
    columns: Sequence[Column], cells: Sequence[Sequence[str]], room: int
) -> tuple[list[int], list[int]]:
    """Which columns are shown, and the width of each of all columns."""
    widths = [
        max([cell_len(column.heading), *(cell_len(line[at]) for line in cells)])
        for at, column in enumerate(columns)
    ]
    shown = [at for at in range(len(columns)) if columns[at].heading or widths[at]]
    for at in sorted((at for at in shown if columns[at].spare), key=lambda at: -columns[at].spare):
        comfort = _COMFORT if columns[at].spare > 1 else _LEAST
        if _excess(shown, _squeezed(columns, widths, comfort), room) > 0:
            shown.remove(at)
    for at in (at for at in shown if columns[at].folds):
        spare = max(0, widths[at] - _LEAST)
        widths[at] -= min(spare, max(0, _excess(shown, widths, room)))
    return shown, _forced(shown, widths, room)


def _squeezed(columns: Sequence[Column], widths: list[int], comfort: int) -> list[int]:
    return [min(w, comfort) if columns[at].folds else w for at, w in enumerate(widths)]


def _excess(shown: list[int], widths: list[int], room: int) -> int:
    return sum(widths[at] for at in shown) + len(_GAP) * (len(shown) - 1) - room


def _forced(shown: list[int], widths: list[int], room: int) -> list[int]:
    """Narrow the widest columns until all fit: cut figures are better than a broken table."""
    widths = list(widths)
    while _excess(shown, widths, room) > 0 and max(widths[at] for at in shown) > 1:
        widest = max(shown, key=widths.__getitem__)
        widths[widest] -= 1
    return widths


def _breakable(text: str, width: int) -> str:
    """Text whose long words, paths mostly, are cut where the line ends."""
    words = text.split(" ")
    return " ".join(
        " ".join(word[at : at + width] for at in range(0, len(word), width)) for word in words
    )


def _laid(
    columns: Sequence[Column],
    shown: list[int],
    widths: list[int],
    cells: Sequence[str],
    style: str,
    line: Line | None = None,
) -> Iterator[Text]:
    """The lines of one line of the sheet: a cell that folds may take several."""
    pieces = {
        at: wrap(_breakable(cells[at], widths[at]), widths[at], _LINES)
        if columns[at].folds
        else [clip(cells[at], widths[at])]
        for at in shown
    }
    for row in range(max(len(lines) for lines in pieces.values())):
        text = Text()
        for at in shown:
            piece = pieces[at][row] if row < len(pieces[at]) else ""
            blanks = " " * (widths[at] - cell_len(piece))
            quiet = line is not None and columns[at].key in _QUIET
            text.append(_GAP if at != shown[0] else "")
            text.append(blanks + piece if columns[at].right else piece + blanks,
                        style="dim" if quiet else style)  # fmt: skip
        yield text
