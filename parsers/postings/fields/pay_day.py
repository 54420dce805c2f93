"""The day whose values a posting's pay is worked out at."""

from __future__ import annotations

from datetime import date

from postings.fields.field import Reading


def as_of(reading: Reading) -> str:
    """The publication date, else the deadline, else the day of the run."""
    return _said(reading) or reading.today.isoformat()


def pay_day(reading: Reading) -> date:
    """That day itself; the first of the month where only the month is known."""
    return _day(as_of(reading))


def said_day(reading: Reading) -> date | None:
    """That day where the posting says it, else None: a day that no run can change."""
    said = _said(reading)
    return _day(said) if said else None


def _said(reading: Reading) -> str | None:
    dates = (reading.value("published_on"), reading.value("deadline"))
    return next((d for d in dates if d and not d.startswith("--")), None)


def _day(iso: str) -> date:
    return date.fromisoformat(iso if len(iso) == 10 else f"{iso}-01")
