"""quantulum3: quantities with units, written for English; its unit for k€ is "kelvin euro"."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from adapters.adapter import Answers, FoundSum, plain_spaces
from adapters.pay_words import pay_statement

_COMMA = re.compile(r"(?<=\d),(?=\d)")
_UNITS = {"euro": 1, "kelvin euro": 1000}


class Quantulum3:
    """Sums of euros; a range is a value and its uncertainty. Decimals are given to it with a point."""

    packages = ("quantulum3",)
    fields = ("salary_amounts",)

    def __init__(self) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self._parser: Any = import_module("quantulum3.parser")
            self._parser.parse("3 €")

    def read(self, text: str) -> Answers:
        """See `Adapter`."""
        english = _COMMA.sub(".", plain_spaces(text))
        return pay_statement(english, list(self._sums(english)))

    def _sums(self, text: str) -> Iterator[FoundSum]:
        for quantity in self._parser.parse(text):
            unit = _UNITS.get(quantity.unit.name)
            if unit:
                either = quantity.uncertainty or 0
                low, high = (unit * (quantity.value + way * either) for way in (-1, 1))
                start, end = quantity.span
                yield FoundSum(start, end, low, high)
