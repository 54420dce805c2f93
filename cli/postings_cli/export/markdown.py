"""Markdown tables, for a wiki or a merge request."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from postings.compare import Row
from postings_cli.render.cells import COLUMNS
from postings_cli.render.figures import FrenchFigures
from postings_cli.render.plain import DEFAULT

_SIGNS = re.compile(r"([\\`*_|<>\[\]])")


def escaped(text: str) -> str:
    """Text whose signs Markdown leaves alone."""
    return _SIGNS.sub(r"\\\1", text)


def table_lines(header: Sequence[str], lines: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table."""
    yield _line(header)
    yield _line(["---"] * len(header))
    for line in lines:
        yield _line([escaped(cell) for cell in line])


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def comparison(rows: Iterable[Row], names: Sequence[str] | None) -> Iterator[str]:
    """Yield the comparison as a table, one row a posting."""
    shown = list(names or DEFAULT)
    figures = FrenchFigures()
    cells = ([COLUMNS[name].cell(row, figures).plain() for name in shown] for row in rows)
    return table_lines([COLUMNS[name].heading for name in shown], cells)
