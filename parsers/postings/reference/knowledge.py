"""What the tool knows: every table with its days, its checks, its certainties and sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from importlib.resources import files
from typing import Any

from msgspec import Struct

from postings.patterns import pattern
from postings.reference.articles import articles
from postings.reference.category_changes import category_changes
from postings.reference.departments import departments
from postings.reference.grades import grades
from postings.reference.grid_table import grades_with_grid, scales, versions
from postings.reference.index_scale import IndexScale, hors_echelle_scale, index_scale
from postings.reference.minimum import minimum_series
from postings.reference.net_rates import rate_series
from postings.reference.pay_tables import TableSummary, pay_tables
from postings.reference.point import point_series
from postings.reference.series import Certainty, Series, read_table
from postings.reference.smic import smic_series

_CHECKED_ON = pattern(r"checked_on\s*[:=]\s*(\d{4}-\d\d-\d\d)")
_MEANINGS = {
    "point-indice": "valeur du point d'indice, € a year",
    "indice-minimum": "indice majoré minimum",
    "smic": "SMIC, € an hour and a month",
    "net-rates": "contributions, % of the gross",
    "ib-im": "indice brut → indice majoré",
    "hors-echelle": "lettres hors échelle → indice majoré",
    "pay-grids": "grilles indiciaires",
    "grades": "grades, corps, cadres d'emplois",
    "category-changes": "corps that changed category",
    "articles": "articles of the CGFP",
    "departments": "départements and régions",
    "communes": "communes, by their names since 2000",
    "intercommunalities": "intercommunalités and their départements",
}


class SourceUse(Struct, frozen=True):
    """One source of a table: its words, and the entries that rest on it."""

    source: str
    first: date | None
    last: date | None
    entries: dict[Certainty, int]


class KnownTable(Struct, frozen=True):
    """One table. `first` and `last` are days of effect, None where entries have none."""

    id: str
    meaning: str
    first: date | None
    last: date | None
    checked_on: date
    entries: dict[Certainty, int]
    sources: tuple[SourceUse, ...]


_Said = tuple[str, date | None, Certainty]  # an entry's source, first day and certainty


def known_tables() -> tuple[KnownTable, ...]:
    """All tables, read whole: those of pay, then those of names and law."""
    pay = (_of_pay(summary) for summary in pay_tables())
    places = (_names(table) for table in ("communes", "intercommunalities"))
    return (*pay, _grades(), _category_changes(), _articles(), _departments(), *places)


def _of_pay(summary: TableSummary) -> KnownTable:
    return KnownTable(
        summary.id, _MEANINGS[summary.id], summary.first, summary.last, summary.checked_on,
        summary.entries, _by_source(_pay_entries(summary.id)),
    )  # fmt: skip


def _pay_entries(table: str) -> Iterator[_Said]:
    series: dict[str, list[Series[Any]]] = {
        "point-indice": [point_series()],
        "indice-minimum": [minimum_series()],
        "smic": [smic_series()],
        "net-rates": list(rate_series().values()),
    }
    if table in series:
        return _series_entries(series[table])
    scale = {"ib-im": index_scale, "hors-echelle": hors_echelle_scale}.get(table)
    return _scale_entries(scale()) if scale else _grid_entries()


def _series_entries(held: list[Series[Any]]) -> Iterator[_Said]:
    for series in held:
        for entry in series.entries:
            yield entry.source, entry.effective, entry.certainty


def _scale_entries(scale: IndexScale) -> Iterator[_Said]:
    for day in scale.versions:
        for key in scale.known_on(day):
            entry = scale.on(key, day)
            yield entry.source, entry.effective, entry.certainty


def _grid_entries() -> Iterator[_Said]:
    for name in [*((None, scale) for scale in scales()), *grades_with_grid()]:
        for version in versions(*name):
            yield version.source, version.valid_from, version.certainty


def _grades() -> KnownTable:
    said: list[_Said] = [(entry.source, None, entry.certainty) for entry in grades()]
    return _undated("grades", _checked_on("grades.csv"), said)


def _category_changes() -> KnownTable:
    said: list[_Said] = [
        (each.source, None, each.certainty) for each in category_changes().values()
    ]
    return _undated("category-changes", _checked_on("category_changes.csv"), said)


def _articles() -> KnownTable:
    held = articles().values()
    said: list[_Said] = [(each.source, None, _certainty(each.certainty)) for each in held]
    return _undated("articles", _checked_on("articles.csv"), said)


def _departments() -> KnownTable:
    table = departments()
    said: list[_Said] = [(table.source, None, "official")] * len(table.by_code)
    return _undated("departments", table.checked_on, said)


def _names(id_: str) -> KnownTable:
    """A table of places: its names were all taken from one publisher."""
    table = read_table(f"{id_}.csv")
    said: list[_Said] = [(table.notes["source"], None, "published")] * len(table.rows)
    return _undated(id_, table.checked_on, said)


def _certainty(word: str) -> Certainty:
    """A table that is read elsewhere may hold a word that is no certainty: it is not sure."""
    sure: dict[str, Certainty] = {"official": "official", "published": "published"}
    return sure.get(word, "assumed")


def _undated(id_: str, checked_on: date, said: list[_Said]) -> KnownTable:
    entries: dict[Certainty, int] = dict(Counter(certainty for _, _, certainty in said))
    return KnownTable(id_, _MEANINGS[id_], None, None, checked_on, entries, _by_source(said))


def _checked_on(file: str) -> date:
    """The day that stands in the comments of a table."""
    text = files("postings.reference").joinpath(f"tables/{file}").read_text("utf-8")
    found = _CHECKED_ON.search(text)
    assert found, f"{file}: no checked_on"
    return date.fromisoformat(found[1])


def _by_source(said: Iterable[_Said]) -> tuple[SourceUse, ...]:
    held: dict[str, list[_Said]] = {}
    for each in said:
        held.setdefault(each[0], []).append(each)
    return tuple(_use(source, each) for source, each in held.items())


def _use(source: str, said: list[_Said]) -> SourceUse:
    days = sorted(day for _, day, _ in said if day)
    entries: dict[Certainty, int] = dict(Counter(certainty for _, _, certainty in said))
    return SourceUse(source, days[0] if days else None, days[-1] if days else None, entries)
