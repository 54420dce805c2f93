"""French amounts of money and numbers, as people write them.

`NUMBER`, `CURRENCY` and `AMOUNT` are patterns for folded text, without groups.
"""

from __future__ import annotations

from decimal import Decimal

# 1 626,00  2.500,50  36'000  2048  12,31: a space or a dot before three digits groups them.
NUMBER = (
    r"(?<![\d.,])(?:\d{1,3}(?:[ .']\d{3})++(?:,\d{1,2}(?!\d)|\.\d{1,2}(?!\d))?"
    r"|\d++(?:[.,]\d{1,2}(?!\d))?)(?!\d)"
)
_EURO = r"(?:€|eur(?:i?os?)?(?![a-z])|\(e\))"
CURRENCY = rf"(?:[ ]{{0,2}}k[ ]?(?:{_EURO}|e\b|(?![a-z]))|[ ]{{0,2}}{_EURO})"
AMOUNT = rf"(?:{NUMBER}{CURRENCY})"

_WORDS = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
    "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "quinze": 15, "dix-huit": 18,
    "vingt-quatre": 24, "trente-six": 36,
}  # fmt: skip
COUNT = rf"(?:\d{{1,3}}(?:[.,]\d)?|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"


def read_number(text: str) -> Decimal:
    """Read what `NUMBER` matched: `1 626,00` is 1626.00, `2.500` is 2500, `11.88` is 11.88."""
    digits = text.replace(" ", "").replace("'", "")
    if "," in digits:
        return Decimal(digits.replace(".", "").replace(",", "."))
    whole, _, tail = digits.rpartition(".")
    if whole and len(tail) == 3:
        return Decimal(digits.replace(".", ""))
    return Decimal(whole.replace(".", "") + "." + tail) if whole else Decimal(digits)


def is_thousands(unit: str) -> bool:
    """Tell whether a `CURRENCY` counts in thousands, as `k€` does."""
    return unit.strip().startswith("k")


def read_count(text: str) -> Decimal:
    """Read what `COUNT` matched: digits or a number word, `deux` or `2,5`."""
    if text in _WORDS:
        return Decimal(_WORDS[text])
    return Decimal(text.replace(",", "."))
