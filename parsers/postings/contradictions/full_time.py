"""Whether a sum of the posting is surely for full time."""

from __future__ import annotations

from postings.fields.field import Reading
from postings.posting import WorkingTime

_FULL_WEEK = 35


def is_full_time(reading: Reading) -> bool:
    """Whether full time is said of the post, and nothing less, not even as an offer."""
    time: WorkingTime = reading.value("working_time")
    whole = time.full_time is True and time.share in (None, 1)
    part = any(c.value.full_time is False for c in reading.of("working_time"))
    return whole and not part and (time.weekly_hours is None or time.weekly_hours >= _FULL_WEEK)
