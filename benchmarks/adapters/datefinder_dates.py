"""datefinder: dates by one large regular expression, each parsed by dateutil."""

from __future__ import annotations

from datetime import datetime
from importlib import import_module
from typing import Any

from adapters.adapter import Answers, dates_in_turn, plain_spaces
from adapters.date_roles import ROLES, by_role


class Datefinder:
    """Day first; without a year, that of the day given as today. Its offsets are not the text's."""

    packages = ("datefinder",)
    fields = tuple(ROLES)

    def __init__(self, today: datetime) -> None:
        self._today = today
        self._find_dates: Any = import_module("datefinder").find_dates

    def read(self, text: str) -> Answers:
        """See `Adapter`."""
        text = plain_spaces(text)
        found = self._find_dates(text, source=True, base_date=self._today, first="day")
        dates = dates_in_turn(text, ((words, moment) for moment, words in found))
        return by_role(text, list(dates))
