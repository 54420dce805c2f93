"""The day whose values a posting's pay is worked out at."""

from __future__ import annotations

from datetime import date

from postings.fields.field import Reading
from postings.patterns import pattern

# What comes before is looked at last, so that a scan finds the first digit fast.
_YEAR = pattern(r"(?:19|20)(?<![\d,.]..)\d\d(?!\d)")
_SHORT_YEAR = pattern(r"\d[/.]\d\d[/.]\d\d(?!\d)")


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


def sure_day(reading: Reading) -> date | None:
    """The day whose law a stated pay must keep: that day, else the one on which the post starts."""
    start = reading.value("starts_on")
    said = _said(reading) or (start if start and not start.startswith("--") else None)
    return _day(said) if said else None


def names_an_earlier_year(reading: Reading) -> bool:
    """Whether the text has a year before that of the run, or a date that shortens its year."""
    text, this_year = reading.document.folded, reading.today.year
    years = (int(year) for year in _YEAR.findall(text))
    return any(year < this_year for year in years) or bool(_SHORT_YEAR.search(text))


def _said(reading: Reading) -> str | None:
    dates = (reading.value("published_on"), reading.value("deadline"))
    return next((d for d in dates if d and not d.startswith("--")), None)


def _day(iso: str) -> date:
    return date.fromisoformat(iso if len(iso) == 10 else f"{iso}-01")
