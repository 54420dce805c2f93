"""Rows, their order, and duplicates."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from postings.compare import FIELDS, Row, days_left, distinct, evidence_for, ordered, row_of
from postings.errors import UsageError
from postings.posting import (
    Alternative,
    AnnualGross,
    Contract,
    Evidence,
    Location,
    Posting,
    Salary,
    Source,
)

TODAY = date(2025, 7, 10)


def evidence(line: int, page: int = 1) -> tuple[Evidence, ...]:
    """Evidence at a place; the words do not matter here."""
    return (Evidence(page=page, line=line, start=0, end=3, text="mot", rule="test.rule"),)


def yearly(low: str | None, high: str | None) -> AnnualGross:
    """A stated pay of a year."""
    return AnnualGross(
        min=Decimal(low) if low else None,
        max=Decimal(high) if high else None,
        basis="stated",
        as_of="2025-07-10",
    )


def files(rows: list[Row]) -> str:
    """The rows' one-letter files, in order."""
    return "".join(row.file or "" for row in rows)


def test_a_row_holds_what_is_compared() -> None:
    row = row_of(
        Posting(
            source=Source(path="a.pdf", pages=2, sha256="abc"),
            title="Juriste",
            location=Location(city="Albi", department="81"),
            deadline="2025-07-15",
            contract=Contract(types=("cdd",), duration_months=Decimal(12)),
            salary=Salary(annual_gross=yearly("31000", "33000")),
            evidence={"deadline": evidence(14, page=2), "contract.types.0": evidence(3)},
            ambiguous={"employer": (Alternative(value="Albi", evidence=evidence(1)),)},
        ),
        TODAY,
    )
    assert (row.file, row.title, row.city, row.department) == ("a.pdf", "Juriste", "Albi", "81")
    assert (row.days_left, row.expired, row.status) == (5, False, "open")
    assert (*row.contract_types, row.duration_months) == ("cdd", Decimal(12))
    assert row.pay == yearly("31000", "33000")
    assert row.ambiguous == {"employer": ("Albi",)}
    assert (row.places["deadline"].page, row.places["deadline"].line) == (2, 14)
    assert row.places["contract"].line == 3


def test_every_field_names_keys_of_a_row() -> None:
    assert {key for keys in FIELDS.values() for key in keys} <= set(Row.__struct_fields__)


@pytest.mark.parametrize(
    ("deadline", "until_filled", "left", "status"),
    [
        ("2025-07-10", None, 0, "open"),
        ("2025-07-09", None, -1, "expired"),
        ("2025-07-09", True, -1, "until_filled"),
        ("2025-07", None, None, "open"),
        ("2025-06", None, None, "expired"),
        ("--07-01", None, None, "unknown"),
        (None, True, None, "until_filled"),
        (None, None, None, "unknown"),
    ],
)
def test_status_on_a_day(
    deadline: str | None, until_filled: bool | None, left: int | None, status: str
) -> None:
    row = row_of(Posting(deadline=deadline, deadline_until_filled=until_filled), TODAY)
    assert (row.days_left, row.status) == (left, status)
    assert row.expired == (None if status == "unknown" else status == "expired")


def test_a_month_is_no_day() -> None:
    assert days_left("2025-07", TODAY) is None


def test_absent_values_come_last_in_both_directions() -> None:
    rows = [
        Row(file="a"),
        Row(file="b", deadline="2025-08-01"),
        Row(file="c", deadline="2025-07-01"),
        Row(file="d", deadline="--07-14"),
    ]
    assert files(ordered(rows, ["deadline"])) == "cbad"
    assert files(ordered(rows, ["-deadline"])) == "bcad"


def test_pay_is_ordered_by_its_minimum_and_open_ranges_count() -> None:
    rows = [
        Row(file="a", pay=yearly("30000", "40000")),
        Row(file="b", pay=yearly(None, "29000")),
        Row(file="c", pay=yearly("30000", None)),
        Row(file="d"),
    ]
    assert files(ordered(rows, ["pay"])) == "bcad"
    assert files(ordered(rows, ["-pay"])) == "acbd"


def test_text_is_ordered_without_accents_and_ties_keep_their_order() -> None:
    rows = [
        Row(file="a", title="Zingueur", employer="Élan"),
        Row(file="b", title="économe", employer="elan"),
        Row(file="c", title="Ébéniste", employer="Dax"),
    ]
    assert files(ordered(rows, ["title"])) == "cba"
    assert files(ordered(rows, ["employer"])) == "cab"
    assert files(ordered(rows, ["employer", "title"])) == "cba"


def test_grades_are_ordered_by_category() -> None:
    rows = [
        Row(file="a", categories=("C",), grades=("Adjoint",)),
        Row(file="b", categories=("A+",)),
        Row(file="c", categories=("B", "A"), grades=("Attaché",)),
        Row(file="d", grades=("Inconnu",)),
        Row(file="e"),
    ]
    assert files(ordered(rows, ["grade"])) == "bcade"


def test_an_unknown_sort_key_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="cannot sort by 'salaire'; choose from deadline, pay"):
        ordered([], ["salaire"])


def test_files_of_the_same_content_count_once() -> None:
    rows = [Row(file="a", sha256="1"), Row(file="b", sha256="1"), Row(file="c"), Row(file="d")]
    kept, duplicates = distinct(rows)
    assert files(kept) == "acd"
    assert [(row.file, first.file) for row, first in duplicates] == [("b", "a")]


def test_evidence_is_looked_up_from_a_key_to_its_parts_and_its_whole() -> None:
    posting = Posting(
        evidence={"grades.0": evidence(1), "grades.1": evidence(2), "salary": evidence(3)}
    )
    assert [e.line for e in evidence_for(posting, "grades")] == [1, 2]
    assert [e.line for e in evidence_for(posting, "salary.stated.0")] == [3]
    assert evidence_for(posting, "contract.types") == ()
