"""Telework: allowed, refused, and the days a week."""

from __future__ import annotations

from decimal import Decimal

import pytest
from annotated import annotated, spans

from postings import parse


@pytest.mark.parametrize(
    ("sentence", "allowed"),
    [
        ("[[Télétravail : Oui]]\nManagement : Non", True),
        ("[[Télétravail\nNon]]\nManagement\nOui", False),
        ("Poste sédentaire, [[pas de télétravail]].", False),
        ("Poste [[non télétravaillable]].", False),
        ("Ce poste [[n'est pas compatible avec le télétravail]].", False),
        ("[[Télétravail possible]] après trois mois", True),
        ("Le poste est [[éligible au télétravail]].", True),
        ("Les [[plus du poste : crèche, télétravail]], jardin", True),
        ("[[Travail entièrement à distance]]", True),
        ("Avantages : RTT, [[travail à domicile occasionnel]]", True),
        ("[[Accord d'entreprise sur le télétravail]]\nMutuelle", True),
    ],
)
def test_allowed(sentence: str, allowed: bool) -> None:
    text = annotated(sentence)
    posting = text.posting()
    assert posting.telework.allowed is allowed
    assert spans(posting, "telework.allowed")[0] == text.marked[0]


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("[[Deux jours de télétravail par semaine]] hors saison", 2),
        ("[[Télétravail jusqu'à 3 jours par semaine]]", 3),
        ("[[Télétravail : un à deux jours par semaine]]", 1),
        ("Il est [[télétravaillable à raison de deux jours]] fixes", 2),
        ("| [[Télétravail | 3 jours / semaine]] |", 3),
    ],
)
def test_days_a_week(sentence: str, days: int) -> None:
    text = annotated(sentence)
    posting = text.posting()
    assert posting.telework.days_per_week == Decimal(days)
    assert posting.telework.allowed is True
    assert spans(posting, "telework.days_per_week")[0] == text.marked[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "Un jour de télétravail par mois possible",
        "Télétravail (100 jours par an)",
        "Télétravail possible / 4J par semaine",
    ],
)
def test_days_that_are_not_a_weeks(sentence: str) -> None:
    telework = parse(sentence).telework
    assert (telework.allowed, telework.days_per_week) == (True, None)


def test_a_label_that_refuses_takes_the_days_away() -> None:
    telework = parse(
        "Télétravail : Non\nLa charte accorde 2 jours de télétravail par semaine."
    ).telework
    assert (telework.allowed, telework.days_per_week) == (False, None)


@pytest.mark.parametrize(
    "trap",
    [
        "Capacité à travailler en télétravail",
        "Vous assurez l'assistance technique à distance",
        "Déploiement du télétravail dans les services",
        "Pas de télétravail pendant la période d'essai",
        "Publications : Remote Sensing, 12(13)",
    ],
)
def test_telework_that_is_not_offered(trap: str) -> None:
    assert parse(trap).telework.allowed is None
