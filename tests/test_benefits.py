"""What the employer offers besides pay."""

from __future__ import annotations

import pytest
from annotated import annotated, spans

from postings import parse


@pytest.mark.parametrize(
    ("text", "benefits"),
    [
        (
            "CET monétisable. Tickets restaurant. Chèques vacances. Participation prévoyance. "
            "Participation aux frais de transports en commun. Amicale du personnel.",
            ("CET", "titres-restaurant", "chèques-vacances", "prévoyance", "transport", "amicale"),
        ),
        ("23 RTT. Horaires variables. Mutuelle 25 €, COS.", ("RTT", "horaires variables", "mutuelle", "COS")),
        ("Adhésion au CNAS et risques santé et prévoyance", ("CNAS", "mutuelle", "prévoyance")),
        ("Self à 4,10 €, crèche hospitalière, CGOS", ("restauration collective", "participation crèche", "CGOS")),
        ("Véhicule de fonction ou forfait mobilité", ("véhicule", "forfait mobilités durables")),
        ("Intéressement / participation\nMutuelle", ("intéressement", "participation", "mutuelle")),
        ("Remboursement de 75 % du Navigo", ("transport",)),
        ("logement de fonction par nécessité absolue de service", ("logement",)),
        ("Accès au CSE, bons d'achat, prestations sociales", ("CSE", "chèques-cadeaux", "action sociale")),
        ("IFSE, plan d'épargne entreprise", ("épargne salariale",)),
    ],
)  # fmt: skip
def test_benefits(text: str, benefits: tuple[str, ...]) -> None:
    assert parse(text).benefits == benefits


@pytest.mark.parametrize(
    "text",
    [
        "Pas de titres-restaurant.",
        "Pas de logement ni de camping sur place",
        "sans véhicule de fonction",
        "CDI NON LOGE",
        "Gérer les RTT des agents",
        "Instruire les demandes de logement",
        "Permis B et véhicule obligatoires",
        "Conduire le véhicule de service pour des livraisons",
        "Cet emploi est ouvert à tous les candidats",
        "renforcer la connaissance mutuelle des acteurs",
        "2 ans de pratique en restauration collective",
        "Direction de l'action sociale",
        "Participation aux réunions d'équipe",
        "Directrice de crèche, vous animez l'équipe",
        "Assurer le transport des élèves",
        "28H Horaires variables",
        "dans une ambiance amicale",
    ],
)
def test_no_benefit(text: str) -> None:
    assert parse(text).benefits == ()


def test_evidence_of_benefits() -> None:
    case = annotated("IFSE + [[titres-restaurant]] + [[CNAS]] ; [[tickets resto]] de 8 €")
    posting = case.posting()
    assert spans(posting, "benefits.0") == [case.marked[0], case.marked[2]]
    assert spans(posting, "benefits.1") == [case.marked[1]]
