"""French numbers and sums."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from postings.amounts import AMOUNT, NUMBER, read_count, read_number
from postings.folding import fold


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1 626,00", "1626.00"),
        ("1\u202f626,00", "1626.00"),
        ("2.500,50", "2500.50"),
        ("2 596.86", "2596.86"),
        ("30 000", "30000"),
        ("2.500", "2500"),
        ("11.88", "11.88"),
        ("12,5", "12.5"),
        ("2048", "2048"),
        ("1 234 567,89", "1234567.89"),
    ],
)
def test_reads_numbers(written: str, value: str) -> None:
    match = re.fullmatch(NUMBER, fold(written))
    assert match is not None
    assert read_number(match[0]) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["31 k€", "45KEUR", "2048 €", "600,60 euros", "12,31€", "49 K (e)"]
)
def test_sums_of_money(text: str) -> None:
    assert re.fullmatch(AMOUNT, fold(text))


@pytest.mark.parametrize(
    "text", ["12 km", "35 h", "600 milliards d'euros", "13,4 M€", "9 120 habitants"]
)
def test_no_sum_of_money(text: str) -> None:
    assert not re.search(AMOUNT, fold(text))


def test_counts() -> None:
    assert read_count("deux") == 2
    assert read_count("2,5") == Decimal("2.5")
