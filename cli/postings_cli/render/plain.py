"""The comparison for a pipe: a header, then one line a posting, cells separated by tabs.

Cells are padded with blanks so that columns line up on a screen too; the last is not. Figures
are plain digits and ISO dates.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from postings.compare import Row
from postings_cli.render.cells import COLUMNS
from postings_cli.render.figures import PlainFigures

DEFAULT = ("title", "employer", "pay", "grade", "contract", "deadline", "location", "file")
_WIDEST = 40  # one long title must not push every other line's cells away


def plain_lines(rows: Sequence[Row], names: Sequence[str] | None) -> Iterator[str]:
    """Yield the lines of the table."""
    shown = list(names or DEFAULT)
    figures = PlainFigures()
    table = [[name.upper() for name in shown]]
    table += [[COLUMNS[name].cell(row, figures).plain() for name in shown] for row in rows]
    widths = [min(_WIDEST, max(len(line[i]) for line in table)) for i in range(len(shown))]
    for line in table:
        padded = [cell.ljust(w) for cell, w in zip(line[:-1], widths[:-1], strict=True)]
        yield "\t".join([*padded, line[-1]])
