"""Values of schema.org, in the shapes that job boards give them, in words."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from html import unescape
from typing import Any

from postings.patterns import pattern

_TAG = pattern(r"<[^>]{0,200}>")
_LONGEST = 200  # characters of a value
_DAY = pattern(r"(?:19|20)\d\d-\d\d-\d\d")
_TERMS_IN_DAYS = frozenset({60, 90, 120, 180, 365})
_TERMS_IN_MONTHS = frozenset({2, 3, 4, 6, 12})
_UNITS = frozenset({"HOUR", "DAY", "WEEK", "MONTH", "YEAR"})


def words(value: Any) -> str:
    """A text on one line; of an object its name or value; of several each, with commas."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(words, value)))[:_LONGEST]
    if isinstance(value, dict):
        return words(next((value[key] for key in ("name", "value", "@value") if key in value), ""))
    text = str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
    return " ".join(_TAG.sub(" ", unescape(text)).split())[:_LONGEST]


def day(value: Any) -> str:
    """The day in France of a date or of a moment; empty if it is neither."""
    text = words(value)
    if not _DAY.match(text):
        return ""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return _plain_day(text[:10])
    if moment.utcoffset() == timedelta(0):
        moment += timedelta(hours=2 if _is_summer(moment) else 1)
    return moment.date().isoformat()


def _plain_day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:  # 31 February
        return ""


def _is_summer(moment: datetime) -> bool:
    """Whether France is two hours ahead of UTC: from the last Sunday of March to October's."""
    return _last_sunday(moment.year, 3) <= moment < _last_sunday(moment.year, 10)


def _last_sunday(year: int, month: int) -> datetime:
    """When the clocks change, in a month of 31 days."""
    end = datetime(year, month, 31, 1, tzinfo=UTC)
    return end - timedelta(days=end.isoweekday() % 7)


def term(posted: str, expires: str) -> str:
    """What tells an expiry that a board set by itself: ` (180 days after datePosted)`; else empty.

    Of two days written as `day` does. A month may be the time that an employer gives to apply;
    two, three, six or twelve to the day are a board's own term.
    """
    if not posted or not expires:
        return ""
    one, two = date.fromisoformat(posted), date.fromisoformat(expires)
    months = 12 * (two.year - one.year) + two.month - one.month
    if (two - one).days in _TERMS_IN_DAYS or (one.day == two.day and months in _TERMS_IN_MONTHS):
        return f" ({(two - one).days} days after datePosted)"
    return ""


def address(value: Any) -> str:
    """The address of a place: `12 rue du Port, 29200 Brest`; empty where there are several."""
    place = value[0] if isinstance(value, list) and len(value) == 1 else value
    if not isinstance(place, dict):
        return ""
    parts = place.get("address")
    if isinstance(parts, str):
        return words(parts)
    if not isinstance(parts, dict):
        return ""
    town = f"{words(parts.get('postalCode'))} {words(parts.get('addressLocality'))}".strip()
    return ", ".join(part for part in (words(parts.get("streetAddress")), town) if part)


def openings(value: Any) -> str:
    """A number of openings."""
    text = words(value)
    return text if text.isdecimal() and text != "0" else ""


def pay(value: Any) -> str:
    """`42000 - 48000 EUR / YEAR`, `from 2150 EUR / MONTH`; empty where a part is not said."""
    if not isinstance(value, dict):
        return ""
    inner = value.get("value")
    amounts = inner if isinstance(inner, dict) else value
    unit = words(amounts.get("unitText") or value.get("unitText")).upper()
    currency = words(value.get("currency") or amounts.get("currency")).upper()
    figures = _figures(amounts)
    return f"{figures} {currency} / {unit}" if figures and currency and unit in _UNITS else ""


def _figures(amounts: dict[str, Any]) -> str:
    low, high = _amount(amounts.get("minValue")), _amount(amounts.get("maxValue"))
    if not low and not high:
        low = high = _amount(amounts.get("value"))
    if low and high:
        return low if low == high else f"{low} - {high}"
    return f"from {low}" if low else f"up to {high}" if high else ""


def _amount(value: Any) -> str:
    """A sum above zero, without an exponent; boards put a zero where none is said."""
    try:
        number = Decimal(str(value).replace(",", ".").replace(" ", ""))
    except InvalidOperation:
        return ""
    if not number.is_finite() or not 0 < number < 10_000_000:
        return ""
    return f"{number.normalize():f}"
