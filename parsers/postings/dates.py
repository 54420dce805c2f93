"""French dates, as people write them.

`DATE` and `MONTH` are patterns for folded text, without groups; `read_date` turns what
they matched into a `PartialDate`, which is no more precise than the words were.

Rules do not repeat that pattern: dates are found once, and `mark_dates` puts marks in
their place, character for character, so that a date in a rule's pattern is one mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache

from msgspec import Struct

from postings.pattern_cache import compile_pattern
from postings.patterns import pattern

_MONTHS = {
    "janv": 1, "jan": 1, "fevr": 2, "fev": 2, "mars": 3, "avr": 4, "mai": 5, "juin": 6,
    "juil": 7, "aout": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_MONTH_NAME = (
    r"(?:janv(?:ier|\.)?|jan\.?|fevr(?:ier|\.)?|fev\.?|mars|avr(?:il|\.)?|mai|juin"
    r"|juil(?:let|l?\.)?|aout|sept(?:embre|\.)?|sep\.?|oct(?:obre|\.)?|nov(?:embre|\.)?"
    r"|dec(?:embre|\.)?)(?![a-z])"
)
_WEEKDAY = r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)[, \n]{1,2}(?:le )?)?"
_DAY = r"(?:1 ?er|0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:(?:19|20)\d\d(?!\d)|\d\d(?![\d%/:h.,-]| ?(?:h|€|ans?|mois|jours?|e)))"
_PART = r"(?:mi|fin)[- ]"
_ISO = r"(?:19|20)\d\d-[01]\d-[0-3]\d(?!\d)"
_NUMERIC = (
    r"(?:[0-3]?\d ?/ ?[01]?\d ?/ ?|[0-3]?\d\.[01]?\d\.|[0-3]?\d-[01]?\d-)"
    r"(?:(?:19|20)\d\d|\d\d)(?!\d|[./-]\d)"
)
_NO_YEAR = r"[0-3]?\d/[01]\d(?!\d|/| ?e|[.,]\d)"
_GAP = r"(?: {1,3}|\n {0,8})"  # a date may be cut by the end of a line
_MONTH_YEAR = rf"(?:{_PART})?{_MONTH_NAME}{_GAP}(?:19|20)\d\d(?!\d)|[01]\d/(?:19|20)\d\d(?!\d)"
_WRITTEN = rf"{_DAY}{_GAP}{_MONTH_NAME}(?:{_GAP}{_YEAR})?"

MONTH = rf"(?<![a-z])(?:{_PART})?{_MONTH_NAME}"
DATE = (
    rf"{_WEEKDAY}(?<![\d/.,])(?:{_ISO}|{_NUMERIC}|{_MONTH_YEAR}|{_NO_YEAR}|{_WRITTEN}"
    rf"|{_PART}{_MONTH_NAME})"
)

_MARK, _MARK_GOES_ON = "\ue000", "\ue001"  # of a private use area: no text has them
MARKED_DATE = rf"{_MARK}{_MARK_GOES_ON}*+"
# One of these stands in every date, a little after its beginning.
DATE_CUES = (
    *("janv", "jan", "fevr", "fev", "mars", "avr", "mai", "juin", "juil", "aout", "sept", "sep"),
    *("oct", "nov", "dec"),
    *(f"/{digit}" for digit in range(10)),
    *(f"{sign}{digit}" for sign in ".-" for digit in range(10)),
    *(f"/ {digit}" for digit in range(10)),
)
# Where a date may begin: trying there only costs a third of trying everywhere.
_BEGINNING = pattern(r"(?:(?<!\d)\d|(?<![a-z])[lmjvsdfaon])")
_BEFORE_CUE, _AFTER_CUE = 20, 32  # characters

_ISO_PARTS = pattern(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)$")
_NUMERIC_PARTS = pattern(r"(?:(?P<d>\d{1,2}) ?[/.-] ?)?(?P<m>\d{1,2}) ?[/.-] ?(?P<y>\d{4}|\d\d)$")
_NO_YEAR_PARTS = pattern(r"(?P<d>\d{1,2})/(?P<m>\d\d)$")
_WRITTEN_PARTS = pattern(
    rf"(?:(?P<d>\d{{1,2}})(?: ?er)? )?(?:{_PART})?(?P<m>{_MONTH_NAME})"
    r"(?: (?P<y>\d{4}|\d\d))?$"
)
_SHAPES = (_ISO_PARTS, _NO_YEAR_PARTS, _NUMERIC_PARTS, _WRITTEN_PARTS)
_LEADING_WEEKDAY = pattern(rf"^{_WEEKDAY}")


class PartialDate(Struct, frozen=True):
    """A date as precise as its words: the year or the day may be unsaid."""

    year: int | None
    month: int
    day: int | None

    def iso(self) -> str:
        """ISO 8601: `2025-07-15`, `2021-09` without a day, `--03-05` without a year."""
        if self.day is None:
            return f"--{self.month:02}" if self.year is None else f"{self.year}-{self.month:02}"
        prefix = "-" if self.year is None else f"{self.year}"
        return f"{prefix}-{self.month:02}-{self.day:02}"

    def __str__(self) -> str:
        return self.iso()

    def in_year(self, year: int) -> PartialDate:
        """The same day and month in `year`."""
        return PartialDate(year, self.month, self.day)

    def first_day(self) -> date | None:
        """The earliest day it can mean, or None where the year is unsaid."""
        return date(self.year, self.month, self.day or 1) if self.year is not None else None


class MarkedText(str):
    """Folded text with marks for its dates; `dates` holds them by the offset of their mark."""

    dates: dict[int, PartialDate]


@cache
def _date_pattern() -> re.Pattern[str]:
    return compile_pattern(DATE)


def _date_around(folded: str, start: int, cue: int) -> re.Match[str] | None:
    """The first date that begins at `start` or later, if it reaches beyond `cue`."""
    match, end = _date_pattern().match, min(len(folded), cue + _AFTER_CUE)
    for begin in _BEGINNING.finditer(folded, start, cue + 1):
        if first := match(folded, begin.start(), end):
            # The window may have cut its year.
            return match(folded, first.start()) if first.end() > cue else None
    return None


def mark_dates(folded: str, cues: Iterable[int]) -> MarkedText:
    """Put a mark over each date of a folded text; `cues` are the offsets of `DATE_CUES` in it."""
    dates: dict[int, PartialDate] = {}
    pieces: list[str] = []
    done = 0
    for cue in sorted(cues):
        if cue < done:
            continue
        match = _date_around(folded, max(done, cue - _BEFORE_CUE), cue)
        if match and (date_read := read_date(match[0])):
            dates[match.start()] = date_read
            mark = _MARK + _MARK_GOES_ON * (match.end() - match.start() - 1)
            pieces += [folded[done : match.start()], mark]
            done = match.end()
    marked = MarkedText("".join([*pieces, folded[done:]]))
    marked.dates = dates
    return marked


def date_in(match: re.Match[str], group: str) -> PartialDate | None:
    """The date that a group of a rule's match is: a mark, or words that are one."""
    dates = match.string.dates if isinstance(match.string, MarkedText) else {}
    return dates.get(match.start(group)) or read_date(match[group])


def _month(word: str) -> int | None:
    if word.isdigit():
        return int(word) if 1 <= int(word) <= 12 else None
    return next((n for stem, n in _MONTHS.items() if word.startswith(stem)), None)


def _year(digits: str | None) -> int | None:
    if digits is None:
        return None
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _exists(year: int | None, month: int, day: int | None) -> bool:
    try:
        date(2024 if year is None else year, month, day or 1)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=4096)
def read_date(text: str) -> PartialDate | None:
    """Read what `DATE` or `MONTH` matched in folded text; None if there is no such day."""
    text = _LEADING_WEEKDAY.sub("", " ".join(text.split()), count=1)
    for shape in _SHAPES:
        if match := shape.match(text):
            month = _month(match["m"])
            parts = match.groupdict()
            year = _year(parts.get("y"))
            day = int(match["d"]) if match["d"] else None
            if month is not None and _exists(year, month, day):
                return PartialDate(year, month, day)
    return None
