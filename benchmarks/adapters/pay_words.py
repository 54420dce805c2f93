"""Which sum is the pay: for tools that find sums but do not say what they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from adapters.adapter import Answers, FoundSum
from adapters.proximity import beside, nearest, word_spans

PAY = re.compile(
    r"salaires?|r[ée]mun[ée]rations?|traitement|gratification|\bbruts?\b|\bnets?\b|mensuel|annuel"
    r"|par mois|par an\b|/ ?mois|/ ?an\b|/ ?h\b|de l.heure|TJM|fourchette|salary|gross",
    re.IGNORECASE,
)
# The best of 10, 20, 40 and 80 on the real postings for each of the three tools.
WITHIN = 80

_TO = r"\s*(?:k?€|k|eur\w*)?\s*(?:bruts?|nets?)?\s*(?:[àa]|et|-|–|/|jusqu.[àa])\s*(?:max\s*:?\s*)?"
_RANGE = re.compile(_TO, re.IGNORECASE)
_LOWER = re.compile(rf"(?<![\d,.])(\d[\d ]*(?:[.,]\d+)?){_TO}$", re.IGNORECASE)


def pay_statement(text: str, sums: Sequence[FoundSum]) -> Answers:
    """The sum nearest to words of pay, as a range where it is part of one."""
    found = nearest(joined(text, sums), word_spans(PAY, text), beside, WITHIN)
    return {"salary_amounts": [{"min": found.low, "max": found.high}]} if found else {}


def joined(text: str, sums: Sequence[FoundSum]) -> list[FoundSum]:
    """Sums in the order of the text; `2 300` then `2 600`, with `à` between, are a range."""
    ranges: list[FoundSum] = []
    for found in sorted(sums, key=lambda found: found.start):
        last = ranges[-1] if ranges else None
        if last and _RANGE.fullmatch(text, last.end, found.start) and last.high < found.low:
            ranges[-1] = FoundSum(last.start, found.end, last.low, found.high)
        else:
            ranges.append(_with_bare_bound(text, found))
    return ranges


def _with_bare_bound(text: str, found: FoundSum) -> FoundSum:
    """The number without a sign before a sum, as in `entre 26 000 et 28 000 €`."""
    match = _LOWER.search(text, max(0, found.start - 30), found.start)
    if not match or found.low < found.high:
        return found
    number = float(match[1].replace(" ", "").replace(",", "."))
    low = number * 1000 if number < 1000 <= found.high / 10 else number
    return replace(found, start=match.start(), low=low) if low < found.high else found
