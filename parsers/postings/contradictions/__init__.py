"""Contradictions between what a posting says here and what it says there, or the law.

Each check looks at fields that are settled, and changes none: where a contradiction also
takes a value away, the field itself does so. What a check cannot be sure of it leaves out.
"""

from __future__ import annotations

from collections.abc import Iterator

from postings.contradictions import contract, dates, grades, grids, pay, working_time
from postings.contradictions.check import Check
from postings.fields.field import Reading
from postings.posting import Doubt

CHECKS: tuple[Check, ...] = (
    *dates.CHECKS,
    *grades.CHECKS,
    *contract.CHECKS,
    *working_time.CHECKS,
    *pay.CHECKS,
    *grids.CHECKS,
)


def contradictions(reading: Reading) -> Iterator[Doubt]:
    """The warnings of every check, in the order of `CHECKS`."""
    for check in CHECKS:
        yield from check.doubts(reading)
