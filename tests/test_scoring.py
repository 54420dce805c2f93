"""The scorer of the benchmarks, on cases worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from scoring.fields import EXTRA, FIELDS, HEADLINE
from scoring.figures import Figures, add_up, f1_score, headline_f1, headline_fabricated, mean_f1
from scoring.normal_forms import grade, phone, same_date, same_value, same_words
from scoring.verdicts import Verdict

BY_NAME = {field.name: field for field in (*FIELDS, *EXTRA)}


def counts(field: str, gold: Any, answer: dict[str, Any]) -> tuple[int, int, int]:
    """Values right, wrong and missed of one answer."""
    verdict = BY_NAME[field].judge({BY_NAME[field].key: gold}, answer)
    return verdict.right, verdict.wrong, verdict.missed


def paid(*statements: tuple[float | None, float | None, str | None]) -> list[dict[str, Any]]:
    """Statements of pay as the contract and the annotation have them."""
    return [{"min": low, "max": high, "period": period} for low, high, period in statements]


def stated(*statements: tuple[float | None, float | None, str | None]) -> dict[str, Any]:
    """An answer that states these sums."""
    return {"salary": {"stated": paid(*statements)}}


@pytest.mark.parametrize(
    ("gold", "got", "same"),
    [
        ("2026-03-05", "2026-03-05", True),
        ("2026-03-05", "2026-03-06", False),
        ("--03-05", "2026-03-05", True),  # the posting gives no year: any will do
        ("--03-05", "--03-05", True),
        ("--03-05", "2026-03-15", False),
        ("2026-03-05", "--03-05", False),  # the year was there to be read
        ("2021-09", "2021-09-01", True),  # a month alone is met by a day of it
        ("2021-09-01", "2021-09", True),
        ("2021-09", "2021-10", False),
    ],
)
def test_dates(gold: str, got: str, same: bool) -> None:
    assert same_date(gold, got) is same


def test_a_wrong_value_is_both_wrong_and_missed() -> None:
    assert counts("deadline", "2026-03-05", {"deadline": "2026-04-05"}) == (0, 1, 1)
    assert counts("deadline", "2026-03-05", {"deadline": None}) == (0, 0, 1)
    assert counts("deadline", None, {"deadline": "2026-03-05"}) == (0, 1, 0)
    assert counts("deadline", None, {"deadline": None}) == (0, 0, 0)


def test_a_posting_that_was_not_read_misses_everything() -> None:
    assert counts("deadline", "2026-03-05", {}) == (0, 0, 1)
    assert counts("contract_types", ["cdd", "titulaire"], {}) == (0, 0, 2)
    assert counts("starts_asap", None, {}) == (0, 0, 0)


@pytest.mark.parametrize(
    ("gold", "got", "same"),
    [
        # 3 words of 5, the least that passes: charge, de, mission | climat, energie
        ("Chargé de mission", "CHARGÉ DE MISSION climat-énergie", True),
        # 3 of 6
        ("Chargé de mission", "Chargé de mission climat, énergie, eau", False),
        ("Secrétaire général(e)", "secretaire general e", True),
        ("Juriste", "", False),
    ],
)
def test_titles_are_compared_by_their_words(gold: str, got: str, same: bool) -> None:
    assert same_words(gold, got) is same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rédacteur principal de 1ère classe", "redacteur principal de la première classe"),
        ("Attachés territoriaux", "Attaché territorial"),
        ("Attaché d'administration de l'État", "attachés d'administration"),
        ("Adjoint technique principal de 2e classe", "ADJOINT TECHNIQUE PRINCIPAL DE 2ÈME CLASSE"),
    ],
)
def test_spellings_of_one_grade(one: str, other: str) -> None:
    assert grade(one) == grade(other)


def test_grades_that_differ() -> None:
    assert grade("Rédacteur principal de 1ère classe") != grade("Rédacteur principal de 2e classe")
    assert grade("Ingénieurs territoriaux") == "ingenieur"
    assert counts(
        "grades",
        ["Rédacteur", "Attachés territoriaux"],
        {"grades": [{"name": "Attaché territorial"}, {"name": "Technicien"}]},
    ) == (1, 1, 1)


def test_phones_are_the_same_in_france_and_from_abroad() -> None:
    assert phone("01 99 00 12 34") == phone("+33199001234") == "199001234"


@pytest.mark.parametrize(
    ("gold", "got", "same"),
    [
        (True, True, True),
        (True, 1, False),
        (36, 36.0, True),
        (37.5, 37.505, True),
        (37.5, 37.6, False),
        (3, "3", False),
        ("Saint-Étienne", "SAINT ETIENNE", True),
        ("2A", "2B", False),
    ],
)
def test_single_values(gold: Any, got: Any, same: bool) -> None:
    assert same_value(gold, got) is same


def test_pay_needs_sums_and_period() -> None:
    gold = paid((2300, 2600, "month"))
    assert counts("salary", gold, stated((2300.0, 2600.0, "month"))) == (1, 0, 0)
    assert counts("salary", gold, stated((2300, 2600, "year"))) == (0, 1, 1)
    assert counts("salary", gold, stated((2300, None, "month"))) == (0, 1, 1)


def test_pay_without_a_period_takes_any() -> None:
    gold = paid((31000, 31000, None))
    assert counts("salary", gold, stated((31000, 31000, "year"))) == (1, 0, 0)
    assert counts("salary", gold, stated((31000, 31000, None))) == (1, 0, 0)
    assert counts("salary", gold, stated((32000, 32000, None))) == (0, 1, 1)


def test_pay_said_with_and_without_its_period_is_one_statement() -> None:
    gold = paid((2000, 2000, None), (2000, 2000, "month"))
    assert counts("salary", gold, stated((2000, 2000, "month"))) == (1, 0, 0)


def test_sums_alone_have_neither_period_nor_order() -> None:
    gold = paid((2300, 2600, "month"), (15, 15, "hour"))
    assert counts("salary_amounts", gold, stated((2600, 2300, None), (15, None, "day"))) == (
        2,
        0,
        0,
    )


def test_addresses_are_those_of_contacts_and_of_where_to_apply() -> None:
    answer = {
        "contacts": [{"email": "RH@Ville.example.fr", "phone": None}],
        "apply_to": {"emails": ["jury@ville.example.fr"]},
    }
    gold = ["rh@ville.example.fr", "jury@ville.example.fr", "dg@ville.example.fr"]
    assert counts("emails", gold, answer) == (2, 0, 1)


def test_annual_pay_may_be_a_euro_off_but_not_on_another_basis() -> None:
    gold = {"min": 23333.99, "max": 30600.02, "basis": "index", "how": "by hand"}
    near = {"min": 23334.5, "max": 30600, "basis": "index"}
    assert counts("annual_gross", gold, {"salary": {"annual_gross": near}}) == (1, 0, 0)
    for wrong in ({"basis": "grade"}, {"max": 30602}, {"max": None}):
        assert counts("annual_gross", gold, {"salary": {"annual_gross": near | wrong}}) == (0, 1, 1)


def test_figures_of_a_field() -> None:
    verdicts = [
        Verdict(2, 1, 1, (), ()),
        Verdict(0, 0, 0, (), ()),  # nothing said, nothing given
        Verdict(0, 2, 0, (), ()),  # nothing said, two values given: one fabrication
    ]
    figures = add_up(verdicts)
    assert figures == Figures(right=2, wrong=3, missed=1, absent=2, fabricated=1)
    assert (figures.gold, figures.precision) == (3, 0.4)
    assert figures.recall == pytest.approx(2 / 3)
    assert figures.f1 == pytest.approx(0.5)  # 2 x 2 / (2 x 2 + 3 + 1)


def test_f1_where_there_is_nothing() -> None:
    assert f1_score(0, 0, 0) == 1
    assert f1_score(0, 0, 3) == 0
    assert f1_score(0, 3, 0) == 0


def test_figures_of_a_corpus() -> None:
    perfect = Figures(right=6, wrong=0, missed=0, absent=1, fabricated=0)
    half = Figures(right=3, wrong=3, missed=3, absent=4, fabricated=1)
    rare = Figures(right=0, wrong=0, missed=4, absent=0, fabricated=0)
    fields = dict.fromkeys(HEADLINE, perfect) | {"salary": half}
    assert headline_f1(fields) == pytest.approx(0.875)  # 1, 1, 1 and a half
    assert headline_fabricated(fields) == (1, 7)
    # Neither a field with fewer than five values nor the sums alone count towards the mean.
    beside = {"city": half, "im_min": rare, "salary_amounts": half}
    assert mean_f1(fields | beside) == pytest.approx(0.8)
