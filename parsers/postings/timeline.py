"""Which date is which: every date that a rule labels gets one role, and its year if fixed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from postings.dates import PartialDate, date_in
from postings.fields.field import Reading
from postings.resolve import without_overlaps
from postings.rules import Candidate, Match, field_of

ROLES = ("deadline", "published_on", "starts_on", "other_dates")
_YEAR_AROUND = timedelta(days=366)


def labelled_date(match: Match) -> PartialDate | None:
    """Reader of the rules that label a date: the group `v` is the date."""
    return date_in(match, "v")


def role_of(candidate: Candidate[Any]) -> str:
    """The role that a rule gives to its date: the field that it serves."""
    return field_of(candidate.rule)


def dated(reading: Reading, role: str) -> list[Candidate[PartialDate]]:
    """Dates that have `role` once every date of the document has been given a single one.

    Where several rules claim the same date the higher rank wins, then the longer match.
    """
    claims = [c for name in ROLES for c in reading.of(name) if isinstance(c.value, PartialDate)]
    return [c for c in without_overlaps(claims, cores=True) if role_of(c) == role]


def with_year(
    candidate: Candidate[PartialDate], *, after: Iterable[date] = (), before: Iterable[date] = ()
) -> Candidate[PartialDate]:
    """Give a date its year where a date of the posting fixes it.

    It is the first such day on or after the latest of `after`, else the last one on or before
    the earliest of `before`. Without either the year stays unsaid.
    """
    value = candidate.value
    if value.year is not None:
        return candidate
    if lower := max(after, default=None):
        years = (lower.year, lower.year + 1)
        days = [(value.in_year(y), value.in_year(y).first_day()) for y in years]
        fitting = [v for v, day in days if day and _month_floor(v, lower) <= day]
    elif upper := min(before, default=None):
        years = (upper.year, upper.year - 1)
        days = [(value.in_year(y), value.in_year(y).first_day()) for y in years]
        fitting = [v for v, day in days if day and day <= upper]
    else:
        return candidate
    return candidate.meaning(fitting[0]) if fitting else candidate


def _month_floor(value: PartialDate, day: date) -> date:
    """A month without a day may be the month of `day` itself."""
    return day.replace(day=1) if value.day is None else day


def full_days(candidates: Sequence[Candidate[PartialDate]]) -> list[date]:
    """The days of the candidates whose year is said."""
    return [day for c in candidates if (day := c.value.first_day())]


def as_iso(candidates: Iterable[Candidate[PartialDate]]) -> list[Candidate[str]]:
    """The same candidates, their values written as the contract writes dates.

    A month without a year is no date of the contract, and is left out.
    """
    said = (c for c in candidates if c.value.year is not None or c.value.day is not None)
    return [c.meaning(c.value.iso()) for c in said]
