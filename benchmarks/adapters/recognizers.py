"""recognizers-text: Microsoft's recognizers of dates and of currencies, in French.

They are given a line at a time, because an error in one of their rules, which they swallow,
costs all dates of the text that they were given; and only lines with a digit, for their speed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from importlib import import_module
from typing import Any

from adapters.adapter import Answers, FoundDate, FoundSum, plain_spaces
from adapters.date_roles import ROLES, by_role
from adapters.pay_words import pay_statement

_LINE = re.compile(r"[^\n]*\d[^\n]*")
_FRENCH = "fr-fr"
_CALENDAR = re.compile(r"(?:\d{4}|X{4})(-\d\d(-\d\d)?)")


class RecognizersDates:
    """Days, and months with their year."""

    packages = ("recognizers-text-date-time",)
    fields = tuple(ROLES)

    def __init__(self, today: datetime) -> None:
        self._today = today
        self._recognize: Any = import_module("recognizers_date_time").recognize_datetime

    def read(self, text: str) -> Answers:
        """See `Adapter`."""
        plain = plain_spaces(text)
        dates = [date for line in _LINE.finditer(plain) for date in self._dates(line)]
        return by_role(plain, dates)

    def _dates(self, line: re.Match[str]) -> Iterator[FoundDate]:
        for found in self._recognize(line[0], _FRENCH, reference=self._today):
            value = _day(found.text, (found.resolution or {}).get("values") or ())
            if value:
                yield FoundDate(line.start() + found.start, line.start() + found.end + 1, value)


def _day(words: str, values: Iterable[dict[str, str]]) -> str | None:
    """The day, or the month, that the words say; of their own year, which the tool may lose."""
    year = re.search(r"\b\d{4}\b", words)
    for value in values:
        said = _CALENDAR.fullmatch(value.get("timex", ""))
        if said and year:
            return f"{year[0]}{said[1]}"
        if said and said[2] and re.search(r"\d", words):
            return value.get("value")
    return None


class RecognizersPay:
    """Sums of euros; ranges are found as two sums."""

    packages = ("recognizers-text-number-with-unit",)
    fields = ("salary_amounts",)

    def __init__(self) -> None:
        self._recognize: Any = import_module("recognizers_number_with_unit").recognize_currency

    def read(self, text: str) -> Answers:
        """See `Adapter`."""
        plain = plain_spaces(text)
        sums = [found for line in _LINE.finditer(plain) for found in self._sums(line)]
        return pay_statement(plain, sums)

    def _sums(self, line: re.Match[str]) -> Iterator[FoundSum]:
        for found in self._recognize(line[0], _FRENCH):
            said = found.resolution or {}
            if said.get("unit") == "Euro" and said.get("value"):
                euros = float(said["value"].replace(",", "."))
                start, end = line.start() + found.start, line.start() + found.end + 1
                yield FoundSum(start, end, euros, euros)
