"""Whether a sum of the posting is surely for full time."""

from __future__ import annotations

from postings.fields.field import Reading
from postings.posting import WorkingTime

_FULL_WEEK = 35


def is_full_time(reading: Reading) -> bool:
    """Whether full time is said of the post, and nothing less."""
    return reading.value("working_time").full_time is True and not may_be_part_time(reading)


def may_be_part_time(reading: Reading) -> bool:
    """Whether less than full time is said, be it as an offer, or hours of a shorter week."""
    time: WorkingTime = reading.value("working_time")
    less = time.weekly_hours is not None and time.weekly_hours < _FULL_WEEK
    return less or any(c.value.full_time is False for c in reading.of("working_time"))
