"""The table of pay grids: the indices bruts of every grade's échelons, version by version.

tables/pay_grids.csv holds one line a version. The common scales (échelles C, the three
grades of the NES B, the attachés' grids) are held once, without versant, and a grade that
follows one of them says `=C1`. Only the lines of the grades looked up are cut.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from postings.folding import fold
from postings.patterns import pattern
from postings.posting import Versant
from postings.reference.series import Certainty, Table, read_table, weakest

_ORDINAL = pattern(r"\b(\d)(?:er|ere|re|e|eme|nde?)\b")


class GridVersion(Struct, frozen=True):
    """One version of a grid as the table holds it: `indices` are (label, index) pairs.

    `date_certain` is False where the first day is deduced and not read. `scale` names the
    common scale whose indices these are.
    """

    versant: Versant | None
    grade: str
    valid_from: date
    valid_to: date | None
    date_certain: bool
    certainty: Certainty
    source: str
    indices: tuple[tuple[str, str], ...]
    scale: str | None = None

    @property
    def name(self) -> str:
        """What a result says that it used: `grid:FPT/Rédacteur@2022-09-01`."""
        return f"grid:{self.versant or 'scale'}/{self.grade}@{self.valid_from}"


@lru_cache(maxsize=1)
def grid_table() -> Table:
    """The table of grids, its rows uncut."""
    return read_table("pay_grids.csv")


@lru_cache(maxsize=1)
def current_since() -> date:
    """The day on which every grid left open was in force, though its first day be deduced."""
    return date.fromisoformat(grid_table().notes["current_since"])


@lru_cache(maxsize=1)
def _rows() -> dict[tuple[str, str], list[str]]:
    """The uncut rest of the rows, by versant (none for a common scale) and grade."""
    rows: dict[tuple[str, str], list[str]] = {}
    for row in grid_table().rows:
        versant, grade, rest = row.split(";", 2)
        rows.setdefault((versant, grade), []).append(rest)
    return rows


@lru_cache(maxsize=1)
def _sources() -> dict[str, str]:
    return dict(row.split(";", 1) for row in read_table("pay_sources.csv").rows)


@lru_cache(maxsize=512)
def versions(versant: Versant | None, grade: str) -> tuple[GridVersion, ...]:
    """The versions of a grid, ascending; those of a common scale where `versant` is None."""
    rows = _rows().get((versant or "", grade), ())
    return tuple(version for row in rows for version in _versions(versant, grade, row))


def _versions(versant: Versant | None, grade: str, row: str) -> list[GridVersion]:
    """The version that a row holds, or those of the common scale while the grade follows it."""
    first, last, dated, certainty, source, indices = row.split(";")
    version = GridVersion(
        versant,
        grade,
        date.fromisoformat(first),
        date.fromisoformat(last) if last else None,
        dated == "text",
        cast(Certainty, certainty),
        _sources()[source],
        _labelled(indices),
    )
    return _on_scale(version, indices[1:]) if indices.startswith("=") else [version]


def _labelled(indices: str) -> tuple[tuple[str, str], ...]:
    steps = (step.rpartition(":") for step in indices.split())
    return tuple((label or str(n), index) for n, (label, _, index) in enumerate(steps, 1))


def _on_scale(version: GridVersion, scale: str) -> list[GridVersion]:
    first, last = version.valid_from, version.valid_to or date.max
    common = versions(None, scale)
    found = in_force(common, first)
    later = [each for each in common if first < each.valid_from <= last]
    return [_following(version, each) for each in ([found] if found else []) + later]


def _following(version: GridVersion, common: GridVersion) -> GridVersion:
    """The version with the indices of its scale: no surer than either, sourced by both."""
    sources = dict.fromkeys((version.source, common.source))
    return replace(
        version,
        valid_from=max(version.valid_from, common.valid_from),
        certainty=weakest((version.certainty, common.certainty)),
        source="; ".join(sources),
        indices=common.indices,
        scale=common.grade,
    )


def in_force(held: tuple[GridVersion, ...], day: date) -> GridVersion | None:
    last = next((v for v in reversed(held) if v.valid_from <= day), None)
    return None if last is None or (last.valid_to and day > last.valid_to) else last


def official_name(versant: Versant, grade: str) -> str:
    """The name as the table writes it, found whatever the case, accents and ordinals."""
    if (versant, grade) in _rows():
        return grade
    return _by_folded_name().get((versant, _folded(grade)), grade)


@lru_cache(maxsize=1)
def _by_folded_name() -> dict[tuple[str, str], str]:
    return {(versant, _folded(grade)): grade for versant, grade in _rows() if versant}


def _folded(name: str) -> str:
    return _ORDINAL.sub(r"\1", " ".join(fold(name).split()))


def grades_with_grid() -> list[tuple[Versant, str]]:
    """Every (versant, grade) that has a grid on some day, in the table's order."""
    return [(cast(Versant, versant), grade) for versant, grade in _rows() if versant]


def scales() -> list[str]:
    """The names of the common scales: `C1`, `NES B2`, `Type A1`."""
    return [scale for versant, scale in _rows() if not versant]
