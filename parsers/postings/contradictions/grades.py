"""What a posting says of its grades, against what they are."""

from __future__ import annotations

from collections.abc import Iterator

from postings.contradictions.check import Check, Clash
from postings.fields.categories import implied_by_grades
from postings.fields.field import Reading
from postings.fields.pay_day import said_day
from postings.posting import Category


def _category_against_grade(reading: Reading) -> Iterator[Clash]:
    """One category is said, and all the grades are of another; A+ is a way of speaking of A."""
    said = set(reading.value("categories") or ())
    known = {category for c in implied_by_grades(reading) for category in c.value}
    if len(said) != 1 or len(known) != 1 or said == known or said | known == {"A", "A+"}:
        return
    (one,), (other,) = said, known
    if not _changed_since(reading, one):
        message = f"the posting says category {one}, its grades are of category {other}"
        yield Clash("categories", message)


def _changed_since(reading: Reading, said: Category) -> bool:
    """Whether a corps was of the category said, when the posting was written or may have been."""
    from postings.reference.category_changes import was_of_category

    day = said_day(reading)
    return any(was_of_category(corps, said, day) for corps in _corps(reading))


def _corps(reading: Reading) -> set[str | None]:
    """The corps of the grades, homonyms among them."""
    finding = reading.found["grades"]
    read = (*finding.evidence.values(), *finding.ambiguous.values())
    return {candidate.value.corps for candidates in read for candidate in candidates}


CHECKS = (
    Check(
        "category-grade-mismatch",
        "the category is not that of the grades",
        _category_against_grade,
    ),
)
