"""Full time, hours a week and shares, and the hours that are not the post's."""

from __future__ import annotations

from decimal import Decimal

import pytest
from annotated import annotated, spans

from postings import parse


@pytest.mark.parametrize(
    ("sentence", "hours"),
    [
        ("Le régisseur travaille [[37h30 hebdomadaires]].", "37.5"),
        ("Poste de nuit, [[32h30 par semaine]].", "32.5"),
        ("[[37h30 ou 39h hebdomadaires]], au choix", "37.5"),
        ("Durée du travail\n[[36H40/semaine]]\nTravail en journée", "36.67"),
        ("Vos journées : [[38 heures générant 18 jours de RTT]]", "38"),
        ("[[Cycle hebdomadaire de 38h30]], badgeage", "38.5"),
        ("Le [[temps de travail est fixé à 39 heures]].", "39"),
        ("Collecte le matin, [[36h sur 4 jours]]", "36"),
        ("Entretien des locaux. [[35h]]. CDD de huit mois.", "35"),
        ("Emploi à [[temps non complet à raison de 24h]]", "24"),
        ("Pupitreur, [[12/20èmes]]", "12"),
    ],
)
def test_hours_a_week(sentence: str, hours: str) -> None:
    text = annotated(sentence)
    posting = text.posting()
    assert posting.working_time.weekly_hours == Decimal(hours)
    assert spans(posting, "working_time.weekly_hours")[0] == text.marked[0]


@pytest.mark.parametrize(
    ("sentence", "full"),
    [
        ("[[Temps de travail : Temps complet]]\nTélétravail : Non", True),
        ("[[Temps de travail\nTemps non complet]], 0h00 hebdomadaire", False),
        ("Emploi permanent - [[Plein temps]]", True),
        ("L'institut [[recrute en CDD, temps plein]]", True),
        ("[[Quotité : 80 %]] sur quatre jours", False),
        ("Le jardinier travaille [[35 h par semaine]].", True),
    ],
)
def test_full_time(sentence: str, full: bool) -> None:
    text = annotated(sentence)
    posting = text.posting()
    assert posting.working_time.full_time is full
    assert spans(posting, "working_time.full_time")[0] == text.marked[0]


@pytest.mark.parametrize(
    ("sentence", "share"),
    [
        ("[[Quotité : 62 %]] sur l'année scolaire", "0.62"),
        ("[[Quotité de travail : 100 %]]", "1"),
        ("[[Poste permanent à 80 %]] (mercredi libéré)", "0.8"),
        ("Orthophoniste [[0,50 ETP]]", "0.5"),
        ("Emploi permanent, [[28/35ème]]", "0.8"),
        ("[[Temps de travail : mi-temps]]", "0.5"),
    ],
)
def test_share_of_a_full_post(sentence: str, share: str) -> None:
    text = annotated(sentence)
    posting = text.posting()
    assert posting.working_time.share == Decimal(share)
    assert spans(posting, "working_time.share")[0] == text.marked[0]


def test_nights_of_32_hours_and_a_half_are_full_time_where_it_is_said() -> None:
    time = parse("Temps plein de nuit 32h30, deux nuits sur trois").working_time
    assert (time.full_time, time.weekly_hours) == (True, Decimal("32.5"))


def test_fewer_hours_alone_do_not_say_part_time() -> None:
    """A teacher's 18 hours are a full service."""
    time = parse("Professeur de lettres, 18 heures par semaine").working_time
    assert (time.full_time, time.weekly_hours) == (None, Decimal(18))


def test_full_and_part_time_both_offered_are_ambiguous() -> None:
    posting = parse("Postes à temps complet ou partiel, à choisir")
    assert posting.working_time.full_time is None
    values = [a.value for a in posting.ambiguous["working_time.full_time"]]
    assert sorted(values) == [False, True]


def test_a_labelled_time_outranks_prose() -> None:
    text = "Temps de travail : Temps non complet, 28h00 hebdomadaire\nLa ville emploie 30 agents 35h par semaine."
    assert parse(text).working_time.weekly_hours == Decimal(28)


@pytest.mark.parametrize(
    "trap",
    [
        "Ouverture au public : 9h-12h et 13h30-18h, soit 33 heures par semaine",
        "Cycle annualisé de 1 607 heures",
        "Réponse sous 48 heures. Astreintes : 48h par mois.",
        "Participation de l'employeur à hauteur de 75 %",
        "Votre collègue est une juriste à mi-temps",
        "Médiations (75 % temps de travail), accueil (25 % temps de travail)",
        "2 000 € brut pour un temps plein, au prorata",
        "une formation de 14h sur 2 jours",
        "Le bureau conseille sur le temps partiel et le cumul d'activités",
    ],
)
def test_time_that_is_not_the_posts(trap: str) -> None:
    time = parse(trap).working_time
    assert (time.full_time, time.weekly_hours, time.share) == (None, None, None)
