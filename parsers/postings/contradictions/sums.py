"""Sums of pay as the messages write them."""

from __future__ import annotations

from decimal import Decimal

from postings.fields.pay_statement import PayStatement

_PERIODS = {"hour": "an hour", "day": "a day", "month": "a month", "year": "a year"}


def euros(amount: Decimal) -> str:
    """`2000 €`, `11.88 €`."""
    whole = amount == amount.to_integral_value()
    return f"{amount:.0f} €" if whole else f"{amount:.2f} €"


def in_words(pay: PayStatement) -> str:
    """`2000 € gross a month`, `30000 to 42000 € gross a year`, `at least 12.50 € net an hour`."""
    nature = {True: "gross", False: "net", None: ""}[pay.gross]
    words = (_range(pay), nature, _PERIODS.get(pay.period or "", ""))
    return " ".join(word for word in words if word)


def _range(pay: PayStatement) -> str:
    if pay.low is None:
        return f"at most {euros(pay.high or Decimal(0))}"
    if pay.high is None:
        return f"at least {euros(pay.low)}"
    if pay.low == pay.high:
        return euros(pay.low)
    return f"{euros(pay.low).removesuffix(' €')} to {euros(pay.high)}"
