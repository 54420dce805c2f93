"""The départements and overseas collectivités: codes, names, regions (Insee)."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from msgspec import Struct

from postings.folding import fold
from postings.reference.series import read_table


class Department(Struct, frozen=True):
    """A département or collectivité d'outre-mer; `region` is None for the latter."""

    code: str
    name: str
    region: str | None


class DepartmentTable(Struct, frozen=True):
    """All of them, by code, with where the table comes from and when it was last checked."""

    by_code: dict[str, Department]
    source: str
    checked_on: date


@lru_cache(maxsize=1)
def departments() -> DepartmentTable:
    """Load the table of départements."""
    table = read_table("departments.csv")
    rows = (row.split(";") for row in table.rows)
    by_code = {code: Department(code, name, region or None) for code, name, region in rows}
    return DepartmentTable(by_code, table.notes["source"], table.checked_on)


@lru_cache(maxsize=1024)
def plain(name: str) -> str:
    """Write a name for comparison: folded, hyphens and apostrophes as spaces."""
    folded = fold(name)
    return " ".join(folded.replace("-", " ").replace("'", " ").split())


@lru_cache(maxsize=1)
def _by_name() -> dict[str, Department]:
    return {plain(d.name): d for d in departments().by_code.values()}


@lru_cache(maxsize=1)
def _region_names() -> dict[str, str]:
    return {plain(d.region): d.region for d in departments().by_code.values() if d.region}


def department(code: str | None) -> Department | None:
    """Look a département up by its code: `44`, `2A`, `974`; None if there is none such."""
    return departments().by_code.get((code or "").upper())


def department_named(name: str) -> Department | None:
    """Look a département up by its name, whatever its case, accents and hyphens."""
    return _by_name().get(plain(name))


def region_named(name: str) -> str | None:
    """Return the official name of a region written in whatever case, accents and hyphens."""
    return _region_names().get(plain(name))


def region_within(words: str) -> str | None:
    """Return the region that words name whole, with or without its article: `Région Réunion`."""
    padded = f" {plain(words)} "
    for name, region in _region_names().items():
        if f" {name.removeprefix('la ')} " in padded:
            return region
    return None


def departments_of(region: str) -> tuple[Department, ...]:
    """The départements of a region."""
    return tuple(d for d in departments().by_code.values() if d.region == region)


def department_of_postal_code(postal_code: str) -> Department | None:
    """Return the département whose post offices use a code of five digits.

    The first digits say it: three overseas, two elsewhere; Corsica's 200 and 201 are the
    South's, its 202 and 206 the North's.
    """
    start = postal_code[:3]
    if start.startswith("20"):
        return department({"0": "2A", "1": "2A", "2": "2B", "6": "2B"}.get(start[2]))
    return department(start if start[:2] in ("97", "98") else start[:2])
