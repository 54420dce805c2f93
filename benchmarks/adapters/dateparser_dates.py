"""dateparser: dates in two hundred languages, here in French and in its strictest setting."""

from __future__ import annotations

from datetime import datetime
from importlib import import_module
from typing import Any

from adapters.adapter import Answers, dates_in_turn, plain_spaces
from adapters.date_roles import ROLES, by_role


class Dateparser:
    """Absolute dates with day, month and year only; day first."""

    packages = ("dateparser",)
    fields = tuple(ROLES)

    def __init__(self, today: datetime) -> None:
        self._search: Any = import_module("dateparser.search").search_dates
        self._settings = {
            "STRICT_PARSING": True,
            "REQUIRE_PARTS": ["day", "month", "year"],
            "PARSERS": ["absolute-time"],
            "DATE_ORDER": "DMY",
            "RELATIVE_BASE": today,
        }

    def read(self, text: str) -> Answers:
        """See `Adapter`."""
        text = plain_spaces(text)
        found = self._search(text, languages=["fr"], settings=self._settings) or ()
        return by_role(text, list(dates_in_turn(text, found)))
