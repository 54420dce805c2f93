"""The comparison for a pipe: a header, then one line a posting, cells separated by tabs.

Cells hold no blanks but their own, so that `cut -f` and `awk` compare them. Figures are plain
digits and ISO dates.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from postings.compare import Row
from postings_cli.render.cells import COLUMNS
from postings_cli.render.figures import PlainFigures

DEFAULT = ("title", "employer", "pay", "grade", "contract", "deadline", "location", "file")


def plain_lines(rows: Sequence[Row], names: Sequence[str] | None) -> Iterator[str]:
    """Yield the lines of the table."""
    shown = list(names or DEFAULT)
    figures = PlainFigures()
    yield "\t".join(name.upper() for name in shown)
    for row in rows:
        yield "\t".join(COLUMNS[name].cell(row, figures).plain() for name in shown)
