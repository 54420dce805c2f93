"""Numbers and dates, as French readers write them or as scripts read them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Protocol

_LEAP_YEAR = 2000  # any year will do for a day whose year is unsaid, if it has a 29 February


class Figures(Protocol):
    """A way to write numbers and dates."""

    def number(self, value: Decimal | int) -> str:
        """Write a number."""

    def money(self, value: Decimal) -> str:
        """Write an amount to the cent."""

    def exact(self, value: Decimal) -> str:
        """Write a number with all its decimals."""

    def span(self, low: str, high: str) -> str:
        """Write a range of two written numbers."""

    def day(self, iso: str) -> str:
        """Write a date of the contract, no more precise than it is."""


class PlainFigures:
    """Figures for `cut`, `awk` and `grep`: plain digits and ISO dates."""

    def number(self, value: Decimal | int) -> str:
        """`40051.77`"""
        text = format(Decimal(value), "f")
        return text.rstrip("0").rstrip(".") if "." in text else text

    def money(self, value: Decimal) -> str:
        """`23333.90`"""
        return format(value, ".2f")

    def exact(self, value: Decimal) -> str:
        """`59.0734`"""
        return self.number(value)

    def span(self, low: str, high: str) -> str:
        """`23334-40052`"""
        return f"{low}-{high}"

    def day(self, iso: str) -> str:
        """`2025-07-15`"""
        return iso


class FrenchFigures:
    """Figures for people, through Babel."""

    def number(self, value: Decimal | int) -> str:
        """`40 052`, or `12,31`: cents are kept for small sums only."""
        return _french_number(Decimal(value))

    def money(self, value: Decimal) -> str:
        """`23 333,90`"""
        return _french_decimal(value, "#,##0.00")

    def exact(self, value: Decimal) -> str:
        """`59,0734`"""
        return _french_decimal(value, "#,##0.######")

    def span(self, low: str, high: str) -> str:
        """`23 334 – 40 052`; a range never breaks before its dash."""
        return f"{low}\u00a0– {high}"

    def day(self, iso: str) -> str:
        """`15 juil. 2025`, `sept. 2021`, or `5 mars` where the year is unsaid."""
        return _french_day(iso)


@lru_cache(maxsize=4096)
def _french_number(value: Decimal) -> str:
    from babel.numbers import format_decimal

    whole = value == value.to_integral_value() or abs(value) >= 10_000
    if whole:
        return format_decimal(value, "#,##0", locale="fr_FR")
    return format_decimal(value, "#,##0.00" if abs(value) >= 10 else "#,##0.##", locale="fr_FR")


@lru_cache(maxsize=4096)
def _french_decimal(value: Decimal, pattern: str) -> str:
    from babel.numbers import format_decimal

    return format_decimal(value, pattern, locale="fr_FR")


@lru_cache(maxsize=4096)
def _french_day(iso: str) -> str:
    from babel.dates import format_date

    year, _, rest = iso.partition("-") if not iso.startswith("--") else ("", "", iso[2:])
    month, _, day = rest.partition("-")
    pattern = " ".join(p for p, known in (("d", day), ("MMM", month), ("y", year)) if known)
    when = date(int(year or _LEAP_YEAR), int(month), int(day or 1))
    return format_date(when, pattern, locale="fr_FR").replace(" ", "\u00a0")
