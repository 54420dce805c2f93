"""Corps that changed category: their names, and the day that decides."""

from __future__ import annotations

from datetime import date

import pytest

from postings.reference.category_changes import category_changes, was_of_category
from postings.reference.grades import grades

_NOW = {entry.name: entry for entry in grades() if entry.kind == "corps"}


@pytest.mark.parametrize("corps", category_changes())
def test_the_corps_is_known_and_of_another_category_now(corps: str) -> None:
    change = category_changes()[corps]
    assert (change.versant, corps) == (_NOW[corps].versant, _NOW[corps].name)
    assert change.former != _NOW[corps].category


@pytest.mark.parametrize(
    ("day", "was"), [(date(2019, 1, 31), True), (date(2019, 2, 1), False), (None, True)]
)
def test_the_day_of_the_change(day: date | None, was: bool) -> None:
    corps = "Assistants territoriaux socio-éducatifs"
    assert was_of_category(corps, "B", day) is was
    assert not was_of_category(corps, "C", day)


def test_a_corps_that_never_changed() -> None:
    assert not was_of_category("Rédacteurs territoriaux", "C", None)
    assert not was_of_category(None, "C", None)
