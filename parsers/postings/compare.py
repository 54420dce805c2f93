"""Many postings side by side: rows of comparable values, their order, and duplicate files.

Pure data: nothing is printed here, and the only day known is the one that is given.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, Literal

from msgspec import Struct

from postings.errors import UsageError
from postings.folding import fold
from postings.posting import (
    AnnualGross,
    Category,
    ContractType,
    Date,
    Evidence,
    Indices,
    Location,
    Number,
    Posting,
    StatedPay,
)

Status = Literal["open", "until_filled", "expired", "unknown"]
SortValue = tuple[Any, ...]

_CATEGORY_ORDER = ("A+", "A", "B", "C")


class Place(Struct, frozen=True, kw_only=True):
    """Where a value was read; `page` is None in unpaged text."""

    page: int | None
    line: int


class Row(Struct, frozen=True, kw_only=True):
    """One posting, flattened to what is compared; keys keep the names of the JSON contract.

    `pay` is the contract's `salary.annual_gross`. `days_left` counts from the day of the
    comparison, negative once past, and is None where the deadline is not a full date.
    `ambiguous` maps the path of a key to the values that compete for it, best first.
    `places` says where each group of values was first read, by the names of `FIELDS`.
    """

    file: str | None = None
    title: str | None = None
    employer: str | None = None
    city: str | None = None
    postal_code: str | None = None
    department: str | None = None
    reference: str | None = None
    positions: int | None = None
    pay: AnnualGross | None = None
    stated: tuple[StatedPay, ...] = ()
    indices: Indices | None = None
    nbi_points: Number | None = None
    bonuses: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()
    categories: tuple[Category, ...] = ()
    contract_types: tuple[ContractType, ...] = ()
    position: str | None = None
    duration_months: Number | None = None
    max_duration_months: Number | None = None
    renewable: bool | None = None
    legal_basis: tuple[str, ...] = ()
    deadline: Date | None = None
    deadline_until_filled: bool | None = None
    days_left: int | None = None
    expired: bool | None = None
    status: Status = "unknown"
    published_on: Date | None = None
    starts_on: Date | None = None
    starts_asap: bool | None = None
    full_time: bool | None = None
    weekly_hours: Number | None = None
    telework: bool | None = None
    telework_days: Number | None = None
    experience_years: Number | None = None
    bac_years: int | None = None
    warnings: tuple[str, ...] = ()
    ambiguous: dict[str, tuple[Any, ...]] = {}
    places: dict[str, Place] = {}
    sha256: str | None = None


# What a user calls a field, and the keys of `Row` that hold it.
FIELDS: dict[str, tuple[str, ...]] = {
    "file": ("file",),
    "title": ("title",),
    "employer": ("employer",),
    "location": ("city", "postal_code", "department"),
    "reference": ("reference",),
    "positions": ("positions",),
    "pay": ("pay", "stated", "indices"),
    "nbi": ("nbi_points",),
    "bonuses": ("bonuses",),
    "grade": ("grades", "categories"),
    "contract": (
        "contract_types", "position", "duration_months", "max_duration_months", "renewable",
        "legal_basis",
    ),
    "deadline": ("deadline", "deadline_until_filled", "days_left", "expired", "status"),
    "published": ("published_on",),
    "start": ("starts_on", "starts_asap"),
    "hours": ("full_time", "weekly_hours"),
    "telework": ("telework", "telework_days"),
    "experience": ("experience_years",),
    "education": ("bac_years",),
    "warnings": ("warnings",),
    "ambiguous": ("ambiguous",),
}  # fmt: skip

# Paths of the contract that show where a field was read, the most telling first.
_EVIDENCE_PATHS: dict[str, tuple[str, ...]] = {
    "title": ("title",),
    "employer": ("employer",),
    "location": ("location",),
    "reference": ("reference",),
    "pay": ("salary.annual_gross", "salary.stated", "salary.indices"),
    "grade": ("grades", "categories"),
    "contract": ("contract.types", "contract"),
    "deadline": ("deadline", "deadline_until_filled"),
    "published": ("published_on",),
    "start": ("starts_on", "starts_asap"),
}


def row_of(posting: Posting, as_of: date) -> Row:
    """Flatten a posting to a row, seen on the day `as_of`."""
    contract, salary = posting.contract, posting.salary
    location = posting.location or Location()
    status = status_of(posting, as_of)
    return Row(
        file=posting.source.path,
        title=posting.title,
        employer=posting.employer,
        city=location.city,
        postal_code=location.postal_code,
        department=location.department,
        reference=posting.reference,
        positions=posting.positions,
        pay=salary.annual_gross,
        stated=salary.stated,
        indices=salary.indices,
        nbi_points=salary.nbi_points,
        bonuses=salary.bonuses,
        grades=tuple(grade.name for grade in posting.grades),
        categories=posting.categories,
        contract_types=contract.types,
        position=contract.position,
        duration_months=contract.duration_months,
        max_duration_months=contract.max_duration_months,
        renewable=contract.renewable,
        legal_basis=contract.legal_basis,
        deadline=posting.deadline,
        deadline_until_filled=posting.deadline_until_filled,
        days_left=days_left(posting.deadline, as_of),
        expired=None if status == "unknown" else status == "expired",
        status=status,
        published_on=posting.published_on,
        starts_on=posting.starts_on,
        starts_asap=posting.starts_asap,
        full_time=posting.working_time.full_time,
        weekly_hours=posting.working_time.weekly_hours,
        telework=posting.telework.allowed,
        telework_days=posting.telework.days_per_week,
        experience_years=posting.experience.years,
        bac_years=posting.education.bac_years,
        warnings=tuple(doubt.code for doubt in posting.warnings),
        ambiguous={p: tuple(a.value for a in found) for p, found in posting.ambiguous.items()},
        places=_places(posting),
        sha256=posting.source.sha256,
    )


def last_day(deadline: str | None) -> date | None:
    """The last day that an ISO date covers: a month's is its last; None if the year is unsaid."""
    if deadline is None or deadline.startswith("--"):
        return None
    year, month, *day = (int(part) for part in deadline.split("-"))
    return date(year, month, day[0] if day else monthrange(year, month)[1])


def days_left(deadline: str | None, as_of: date) -> int | None:
    """Days from `as_of` to a deadline, 0 on the day itself; None unless it is a full date."""
    day = last_day(deadline)
    return (day - as_of).days if day and len(deadline or "") == len("2025-07-15") else None


def status_of(posting: Posting, as_of: date) -> Status:
    """Tell whether one may still apply; a post open until it is filled never expires."""
    if posting.deadline_until_filled:
        return "until_filled"
    day = last_day(posting.deadline)
    if day is None:
        return "unknown"
    return "expired" if day < as_of else "open"


def evidence_for(posting: Posting, path: str) -> tuple[Evidence, ...]:
    """Evidence of the key at a dotted path: its own, else its parts', else that of its whole."""
    if own := posting.evidence.get(path):
        return own
    keys = [key for key in posting.evidence if key.startswith(path + ".")]
    if keys:
        return tuple(evidence for key in keys for evidence in posting.evidence[key])
    while "." in path:
        path = path.rpartition(".")[0]
        if whole := posting.evidence.get(path):
            return whole
    return ()


def place_of(posting: Posting, evidence: Evidence) -> Place:
    """Page and line of a piece of evidence; unpaged text has no page."""
    return Place(page=evidence.page if posting.source.pages else None, line=evidence.line)


def _places(posting: Posting) -> dict[str, Place]:
    read = {
        name: next((e for path in paths for e in evidence_for(posting, path)), None)
        for name, paths in _EVIDENCE_PATHS.items()
    }
    return {name: place_of(posting, e) for name, e in read.items() if e}


def distinct(rows: Iterable[Row]) -> tuple[list[Row], list[tuple[Row, Row]]]:
    """Keep the first row of each file content; the rest come as (duplicate, first) pairs."""
    first: dict[str, Row] = {}
    kept: list[Row] = []
    duplicates: list[tuple[Row, Row]] = []
    for row in rows:
        if row.sha256 and row.sha256 in first:
            duplicates.append((row, first[row.sha256]))
            continue
        kept.append(row)
        if row.sha256:
            first[row.sha256] = row
    return kept, duplicates


def ordered(rows: Iterable[Row], keys: Sequence[str]) -> list[Row]:
    """Sort by `SORT_KEYS` names, the first of them first; `-name` descends.

    Rows without a value come last in both directions, and equal rows keep their order.
    Raises `UsageError` for a name that is not known.
    """
    result = list(rows)
    for key in reversed(keys):
        result = _sorted_by(result, key.removeprefix("-"), key.startswith("-"))
    return result


def _sorted_by(rows: list[Row], name: str, descending: bool) -> list[Row]:
    if name not in SORT_KEYS:
        raise UsageError(f"cannot sort by {name!r}", f"choose from {', '.join(SORT_KEYS)}")
    keyed = [(SORT_KEYS[name](row), row) for row in rows]
    present = [(key, row) for key, row in keyed if key is not None]
    present.sort(key=lambda pair: pair[0], reverse=descending)
    return [row for _, row in present] + [row for key, row in keyed if key is None]


def _text_key(text: str | None) -> SortValue | None:
    return (fold(text).strip(),) if text else None


def _date_key(day: str | None) -> SortValue | None:
    """A date whose year is unsaid cannot be put in order; a month comes before its days."""
    return (day,) if day and not day.startswith("--") else None


def _pay_key(row: Row) -> SortValue | None:
    """Only gross euros a year compare: from the lowest, then to the highest."""
    if row.pay is None:
        return None
    low = row.pay.max if row.pay.min is None else row.pay.min
    high = row.pay.min if row.pay.max is None else row.pay.max
    return None if low is None else (low, high)


def _grade_key(row: Row) -> SortValue | None:
    if not row.categories and not row.grades:
        return None
    ranks = [_CATEGORY_ORDER.index(category) for category in row.categories]
    return (min(ranks, default=len(_CATEGORY_ORDER)), [fold(grade) for grade in row.grades])


def _location_key(row: Row) -> SortValue | None:
    known = row.department or row.city
    return (row.department or "~", fold(row.city or "")) if known else None


SORT_KEYS: dict[str, Callable[[Row], SortValue | None]] = {
    "deadline": lambda row: _date_key(row.deadline),
    "pay": _pay_key,
    "title": lambda row: _text_key(row.title),
    "employer": lambda row: _text_key(row.employer),
    "grade": _grade_key,
    "contract": lambda row: row.contract_types or None,
    "location": _location_key,
    "published": lambda row: _date_key(row.published_on),
    "start": lambda row: _date_key(row.starts_on),
    "file": lambda row: _text_key(row.file),
}
