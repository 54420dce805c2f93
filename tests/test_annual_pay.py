"""Gross a year of the indices or grades that a posting states."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from postings.pay.annual import AnnualPay, annual_from_grades, annual_from_indices
from postings.pay.grade_span import category_span, grade_span
from postings.posting import Grade, Indices, Versant
from postings.reference.grades import grades as all_grades

_DAY = date(2025, 9, 4)


def _grade(name: str, versant: Versant | None = "FPT") -> Grade:
    entry = next(e for e in all_grades() if e.name == name and versant in (None, e.versant))
    return Grade(
        name=name,
        kind=entry.kind,
        corps=entry.corps,
        category=entry.category,
        versant=versant,
        stated=name,
    )


def _ends(pay: AnnualPay) -> tuple[str | None, str | None]:
    low, high = (None if end is None else str(end) for end in (pay.min, pay.max))
    return low, high


def _codes(pay: AnnualPay) -> list[str]:
    return [doubt.code for doubt in pay.doubts]


@pytest.mark.parametrize(
    ("indices", "day", "low", "high"),
    [
        (Indices(ib_min=444, ib_max=821), _DAY, "23333.99", "40051.77"),
        (Indices(ib_min=444, ib_max=821), date(2023, 1, 15), "22698.16", "39168.87"),
        (Indices(im_min=343, im_max=503), date(2021, 11, 5), "19287.68", "28284.85"),
        (Indices(im_min=366), _DAY, "21620.86", None),
        (Indices(ib_max=597), _DAY, None, "30009.29"),
        (Indices(ib_min=444, im_max=518), _DAY, "23333.99", "30600.02"),
        (Indices(ib_min=367, ib_max=367, im_min=366, im_max=366), _DAY, "21620.86", "21620.86"),
        (Indices(im_min=895, im_max=977), _DAY, "52870.69", "57714.71"),  # HEA
    ],
)
def test_stated_indices(indices: Indices, day: date, low: str | None, high: str | None) -> None:
    pay = annual_from_indices(indices, day)
    assert _ends(pay) == (low, high)
    assert not pay.doubts


@pytest.mark.parametrize(
    ("indices", "low", "code"),
    [
        (Indices(ib_min=444, im_min=390), "23333.99", "indices-disagree"),  # an IM of 2023
        (Indices(ib_min=394, im_min=373), "22093.45", "uncertain-index"),
        (Indices(im_min=345), "21620.86", "below-minimum-index"),
        (Indices(ib_min=354), "21620.86", "low-index"),
        (Indices(im_min=862), None, "unknown-index"),  # an indice brut called majoré
        (Indices(ib_min=1058), None, "unknown-index"),
        (Indices(ib_min=821, ib_max=444), None, "indices-disagree"),
    ],
)
def test_doubtful_indices(indices: Indices, low: str | None, code: str) -> None:
    pay = annual_from_indices(indices, _DAY)
    assert _ends(pay)[0] == low
    assert code in _codes(pay)


def test_one_unknown_end_leaves_no_open_range() -> None:
    assert _ends(annual_from_indices(Indices(ib_min=444, ib_max=1058), _DAY)) == (None, None)


def test_no_indices_no_figure() -> None:
    assert annual_from_indices(Indices(), _DAY) == (None, None, (), ())
    assert annual_from_grades([], _DAY) == (None, None, (), ())


def test_before_the_tables() -> None:
    for indices in (Indices(ib_min=444), Indices(im_min=395)):
        assert _codes(annual_from_indices(indices, date(2009, 1, 1))) == ["unknown-point"]


def test_tables_used_are_named() -> None:
    pay = annual_from_indices(Indices(ib_min=444), date(2023, 1, 15))
    assert pay.tables_used == ("ib-im@2021-04-01", "point-indice@2022-07-01")
    pay = annual_from_grades([_grade("Rédacteur")], _DAY)
    assert pay.tables_used == (
        "grid:FPT/Rédacteur@2022-09-01",
        "ib-im@2024-01-01",
        "point-indice@2023-07-01",
    )


@pytest.mark.parametrize(
    ("names", "versant", "day", "low", "high"),
    [
        (["Gardien-brigadier de police municipale", "Brigadier-chef principal de police municipale"], "FPT", _DAY, "21679.94", "30009.29"),
        (["Assistants territoriaux socio-éducatifs"], "FPT", _DAY, "23333.99", "37334.39"),
        (["Animateurs territoriaux", "Adjoint d'animation principal de 1ère classe"], "FPT", date(2024, 5, 26), "22034.38", "34971.45"),
        (["Attachés territoriaux", "Rédacteurs territoriaux"], "FPT", _DAY, "22034.38", "57714.71"),
        (["Secrétaire administratif de classe normale"], "FPE", _DAY, "22034.38", "30009.29"),
        (["Maître de conférences"], "FPE", _DAY, "28296.16", "63326.68"),
        (["Adjoint administratif"], "FPT", date(2023, 1, 15), "20544.74", "22232.55"),  # floored
        (["Psychologue de classe normale"], None, _DAY, "23333.99", "40051.77"),
    ],
)  # fmt: skip
def test_grades(
    names: Sequence[str], versant: Versant | None, day: date, low: str, high: str
) -> None:
    pay = annual_from_grades([_grade(name, versant) for name in names], day)
    assert _ends(pay) == (low, high)


@pytest.mark.parametrize(
    ("names", "day"),
    [
        (["Rédacteur"], date(2022, 8, 31)),
        (["Rédacteur", "Directeur territorial"], _DAY),
        (["Administrateurs territoriaux"], _DAY),  # the grids of two of its grades are unverified
        (["Ingénieur hors classe"], date(2018, 6, 1)),  # hors échelle not known then
    ],
)
def test_no_figure_without_all_the_grids(names: Sequence[str], day: date) -> None:
    pay = annual_from_grades([_grade(name) for name in names], day)
    assert _ends(pay) == (None, None)
    assert _codes(pay) == ["unknown-pay-grid"]


def test_assumed_grids_and_dates_say_so() -> None:
    assumed = annual_from_grades([_grade("Agent social")], _DAY)
    assert _codes(assumed) == ["assumed-pay-grid"]
    early = annual_from_grades([_grade("Attaché")], date(2021, 6, 1))
    assert _codes(early) == ["assumed-grid-date"]
    assert not annual_from_grades([_grade("Attaché")], _DAY).doubts


def test_a_span_is_no_surer_than_its_weakest() -> None:
    span = grade_span([_grade("Attachés territoriaux"), _grade("Agent social")], _DAY)
    assert (span.certainty, span.unknown) == ("assumed", ())
    assert span.lowest is not None and span.highest is not None
    assert (span.lowest.im, span.lowest.echelon, span.lowest.index) == (366, "1", "367")
    assert (span.highest.im, span.highest.echelon, span.highest.index) == (977, "ES", "HEA3")


def test_a_corps_of_the_past_spans_the_grades_of_its_day() -> None:
    span = grade_span([_grade("Infirmiers territoriaux en soins généraux")], date(2019, 6, 1))
    names = {each.version.grade for each in span.grids}
    assert "Infirmier en soins généraux de classe supérieure" in names
    assert span.unknown == ("Infirmier en soins généraux",)


def test_a_category() -> None:
    span = category_span("C", _DAY, "FPT")
    assert span.lowest is not None and span.highest is not None
    assert (span.lowest.im, span.highest.im) == (366, 508)
    assert {each.version.versant for each in span.grids} == {"FPT"}
