"""The day whose values a posting's pay is worked out at."""

from __future__ import annotations

from datetime import date

from postings.fields.field import Reading


def as_of(reading: Reading) -> str:
    """The publication date, else the deadline, else the day of the run."""
    dates = (reading.value("published_on"), reading.value("deadline"))
    return next((d for d in dates if d and not d.startswith("--")), reading.today.isoformat())


def pay_day(reading: Reading) -> date:
    """That day itself; the first of the month where only the month is known."""
    said = as_of(reading)
    return date.fromisoformat(said if len(said) == 10 else f"{said}-01")
