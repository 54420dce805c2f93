"""Statements of several things at once: `80 %, soit 28 heures` is a share and hours."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from postings.rules import Candidate


def part(candidates: Iterable[Candidate[Any]], name: str) -> list[Candidate[Any]]:
    """Of statements, which are partial records of the contract, those that say `name`."""
    values = ((c, getattr(c.value, name)) for c in candidates)
    return [c.meaning(value) for c, value in values if value is not None]
