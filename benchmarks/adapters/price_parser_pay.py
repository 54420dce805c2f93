"""price-parser: the sum in a short string; the strings here are what stands before a euro sign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from adapters.adapter import Answers, FoundSum, plain_spaces
from adapters.pay_words import pay_statement

_NUMBER = r"\d[\d ]*(?:[.,]\d+)*"
_UNIT = r"(?P<unit>k ?(?:€|eur(?:os?)?\b|\(e\))|€|(?<!\w)eur(?:os?)?\b)"
# Up to a sign of euros, or after a word of pay.
_WINDOW = re.compile(
    rf"{_NUMBER} ?{_UNIT}|(?:salaire|r[ée]mun[ée]ration)[^\n\d€]{{0,30}}{_NUMBER}(?![^\n]{{0,12}}(?:€|eur))",
    re.IGNORECASE,
)


class PriceParser:
    """Each window is given to the tool, which knows no thousands of euros."""

    packages = ("price-parser",)
    fields = ("salary_amounts",)

    def __init__(self) -> None:
        self._price: Any = import_module("price_parser").Price

    def read(self, text: str) -> Answers:
        """See `Adapter`."""
        plain = plain_spaces(text)
        return pay_statement(plain, list(self._sums(plain)))

    def _sums(self, text: str) -> Iterator[FoundSum]:
        for window in _WINDOW.finditer(text):
            price = self._price.fromstring(window[0]).amount_float
            if price:
                thousands = (window["unit"] or "").lower().startswith("k") and price < 1000
                euros = price * 1000 if thousands else price
                yield FoundSum(*window.span(), euros, euros)
