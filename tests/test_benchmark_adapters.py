"""How the benchmark of other tools tells what the dates and sums that they find are about."""

from __future__ import annotations

from datetime import datetime

import pytest

from adapters.adapter import FoundDate, FoundSum, dates_in_turn
from adapters.date_roles import by_role
from adapters.keywords import Keywords
from adapters.ours import Ours
from adapters.pay_words import joined, pay_statement
from adapters.results import short_table
from adapters.runs import run_in_turn
from scoring.corpora import FIXTURES, load


def dates(text: str, *words: str) -> list[FoundDate]:
    """Dates written `2026-04-10` where a tool would find them."""
    return list(dates_in_turn(text, ((word, datetime.fromisoformat(word)) for word in words)))


def sums(text: str, *words: str) -> list[FoundSum]:
    """Sums in digits where a tool would find them, without their sign."""
    return [
        FoundSum(text.index(word), text.index(word) + len(word), float(word), float(word))
        for word in words
    ]


def test_each_date_goes_to_the_words_before_it() -> None:
    text = "Publié le 2026-03-01. À pourvoir le 2026-09-01, candidature avant le 2026-04-10"
    assert by_role(text, dates(text, "2026-03-01", "2026-09-01", "2026-04-10")) == {
        "published_on": "2026-03-01",
        "starts_on": "2026-09-01",
        "deadline": "2026-04-10",
    }


def test_a_date_far_from_any_word_has_no_role() -> None:
    text = "Candidatures au service des ressources humaines de la ville, loi du 2026-04-10"
    assert by_role(text, dates(text, "2026-04-10")) == {}


def test_words_that_are_not_in_the_text_have_no_place() -> None:
    assert dates("le 2026-04-10", "2025-01-01", "2026-04-10") == [FoundDate(3, 13, "2026-04-10")]


@pytest.mark.parametrize(
    ("text", "found", "pay"),
    [
        ("Salaire : 2300 € brut, prime de 500 €", ("2300", "500"), (2300.0, 2300.0)),
        ("Salaire de 2300 € à 2600 € brut", ("2300", "2600"), (2300.0, 2600.0)),
        ("Salaire entre 26 000 et 28000 €", ("28000",), (26000.0, 28000.0)),
        ("Salaire : 31-35000 €", ("35000",), (31000.0, 35000.0)),
        ("Salaire : 2300 € et prime de 500 €", ("2300", "500"), (2300.0, 2300.0)),
    ],
)
def test_the_pay_is_the_sum_beside_its_words(
    text: str, found: tuple[str, ...], pay: tuple[float, float]
) -> None:
    low, high = pay
    answer = pay_statement(text, sums(text, *found))
    assert answer == {"salary_amounts": [{"min": low, "max": high}]}


def test_a_sum_without_words_of_pay_is_none() -> None:
    text = "Un budget de 50000 € pour la culture"
    assert pay_statement(text, sums(text, "50000")) == {}
    assert len(joined(text, sums(text, "50000"))) == 1


def test_words_of_contracts_and_grades() -> None:
    answer = Keywords().read("CDD ouvert aux contractuels : rédacteur principal de 2e classe")
    assert answer == {"contract_types": ["cdd"], "grades": ["rédacteur principal de 2e classe"]}
    assert Keywords().read("Emploi de contractuel")["contract_types"] == ["contractuel"]


class Failing:
    """A tool that cannot read 24."""

    packages = ()
    fields = ("deadline",)

    def read(self, text: str) -> dict[str, str]:
        """Raise on 24."""
        if "24" in text:
            raise ValueError(text)
        return {"deadline": "2026-05-15"}


def test_a_crash_finds_nothing_and_is_counted() -> None:
    texts = {"one": "sans chiffre", "two": "24 mois", "three": "rien"}
    (run,) = run_in_turn([Failing()], texts, rounds=2)
    assert run.answers == [{"deadline": "2026-05-15"}, {}, {"deadline": "2026-05-15"}]
    assert run.crashes == {"two": "ValueError"}
    assert len(run.milliseconds) == 6


def test_the_table_of_a_fixture() -> None:
    (fixture,) = [p for p in load(FIXTURES).postings if p.name == "apprenti-eau"]
    text = fixture.path.read_text(encoding="utf-8")
    runs = run_in_turn([Ours(datetime(2026, 1, 15)), Failing()], {"apprenti-eau": text}, rounds=1)
    ours, failing = list(short_table(runs, [fixture]))[2:4]
    assert ours.split(" | ")[1:-1] == ["1.00 (0)"] * 6
    # It raises on "24 mois", and misses the deadline.
    assert failing.split(" | ")[1:-1] == ["0.00 (0)", "", "", "", "", ""]
