"""Corps and cadres d'emplois whose category changed while their name stayed."""

from __future__ import annotations

from datetime import date
from functools import cache

from msgspec import Struct

from postings.reference.series import Certainty, read_table


class CategoryChange(Struct, frozen=True):
    """A corps of the service `versant` was of category `former` until the day before `changed`."""

    versant: str
    corps: str
    changed: date
    former: str
    certainty: Certainty
    source: str


def _change(row: str) -> CategoryChange:
    versant, corps, changed, former, certainty, source = row.split(";")
    day = date.fromisoformat(changed)
    return CategoryChange(versant, corps, day, former, certainty, source)  # type: ignore[arg-type]


@cache
def category_changes() -> dict[str, CategoryChange]:
    """The changes by name of the corps, which no two services share."""
    rows = read_table("category_changes.csv").rows
    return {change.corps: change for change in map(_change, rows)}


def was_of_category(corps: str | None, category: str, day: date | None) -> bool:
    """Whether a corps was of a category on a day before it changed.

    Without a day, whether it ever was.
    """
    change = category_changes().get(corps or "")
    return bool(change and change.former == category and (day is None or day < change.changed))
