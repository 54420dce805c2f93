"""Indice brut -> indice majoré, and the chevrons of the lettres hors échelle, by date.

Both tables hold a column a version. An empty cell is that of the version before; `-` says
that there is no such index then, or that it is not known. A figure followed by `*` is
published by one publisher only, one followed by `~` is interpolated or deduced.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from msgspec import Struct

from postings.reference.series import Certainty, Entry, read_table

_MARKS: dict[str, Certainty] = {"*": "published", "~": "assumed"}


class IndexScale(Struct, frozen=True):
    """Indices majorés by key (an indice brut, a chevron), one cell a version."""

    id: str
    versions: tuple[date, ...]
    sources: tuple[str, ...]
    rows: dict[str, str]
    checked_on: date

    def on(self, key: str, day: date) -> Entry[int]:
        """The indice majoré of a key on a day. LookupError where it is not known."""
        version = bisect_right(self.versions, day)
        cells = self.rows.get(key, "").split(";")[:version]
        cell = next((cell for cell in reversed(cells) if cell), "-")
        if cell == "-":
            raise LookupError(f"{self.id}: no {key} known on {day}")
        return Entry(
            self.id,
            self.versions[version - 1],
            int(cell.rstrip("*~")),
            _MARKS.get(cell[-1], "official"),
            self.sources[version - 1],
        )

    def known_on(self, day: date, keys: Iterable[str] | None = None) -> Iterator[str]:
        """The keys that have an indice majoré on a day, in the table's order or the one given."""
        return (key for key in keys or self.rows if self._knows(key, day))

    def _knows(self, key: str, day: date) -> bool:
        try:
            return bool(self.on(key, day))
        except LookupError:
            return False


def _read(name: str, file: str) -> IndexScale:
    table = read_table(file)
    _, *versions = table.columns
    _, *sources = table.rows[0].split(";")
    return IndexScale(
        name,
        tuple(map(date.fromisoformat, versions)),
        tuple(sources),
        dict(row.split(";", 1) for row in table.rows[1:]),
        table.checked_on,
    )


@lru_cache(maxsize=1)
def index_scale() -> IndexScale:
    """The barème: indice brut -> indice majoré."""
    return _read("ib-im", "index_scale.csv")


@lru_cache(maxsize=1)
def hors_echelle_scale() -> IndexScale:
    """Indices majorés of the chevrons, by their name: `HEA1`, `HEBbis3`, `HEF`."""
    return _read("hors-echelle", "hors_echelle.csv")


def indice_majore(ib: int, day: date) -> Entry[int]:
    """The indice majoré of an indice brut on a day.

    LookupError for an indice brut that the barème of that day does not hold.
    """
    return index_scale().on(str(ib), day)


def chevrons(letter: str, day: date) -> tuple[Entry[int], ...]:
    """The indices majorés of a letter's chevrons, the lowest first. LookupError if unknown.

    One moves up to the next chevron after a year in the one before.
    """
    scale = hors_echelle_scale()
    names = [key for key in scale.rows if key.rstrip("123") == letter]
    if not names:
        raise LookupError(f"{scale.id}: no letter {letter}")
    return tuple(scale.on(name, day) for name in names)


@lru_cache(maxsize=64)
def top_index(day: date) -> int:
    """The highest indice majoré below the hors échelle on a day (IB 1027 gives 835 in 2024).

    LookupError before the first barème, as for `lowest_indice_brut`.
    """
    scale = index_scale()
    return scale.on(_first_known(day, reversed(scale.rows)), day).value


@lru_cache(maxsize=64)
def lowest_indice_brut(day: date) -> int:
    """The lowest indice brut of the barème on a day: grids hold none below it."""
    return int(_first_known(day, index_scale().rows))


def _first_known(day: date, keys: Iterable[str]) -> str:
    for key in index_scale().known_on(day, keys):
        return key
    raise LookupError(f"ib-im: nothing in force on {day}")


@lru_cache(maxsize=64)
def hors_echelle_indices(day: date) -> frozenset[int]:
    """Every indice majoré of a chevron on a day: no other one is above `top_index`."""
    scale = hors_echelle_scale()
    return frozenset(scale.on(name, day).value for name in scale.known_on(day))
