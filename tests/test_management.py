"""Whether the post supervises people, and who is no staff."""

from __future__ import annotations

import pytest
from annotated import annotated, spans

from postings import parse


@pytest.mark.parametrize(
    ("sentence", "manages"),
    [
        ("[[Management : Oui]]\nTélétravail : Non", True),
        ("[[Management\nNon]]\nExpérience souhaitée", False),
        ("Vous [[encadrez une équipe]] de 6 agents", True),
        ("Vous [[managez deux chefs]] de bassin", True),
        ("[[Encadrement de 3 agents]] (2 jardiniers, 1 apprenti)", True),
        ("[[Personnels encadrés : 12]], tous vacataires", True),
        ("Vous [[n'encadrez personne]].", False),
        ("Mission exercée [[sans fonctions d'encadrement]].", False),
        ("Elle [[anime et évalue une équipe de douze]] agents", True),
    ],
)
def test_manages(sentence: str, manages: bool) -> None:
    text = annotated(sentence)
    posting = text.posting()
    assert posting.management is manages
    assert spans(posting, "management")[0] == text.marked[0]


@pytest.mark.parametrize(
    "trap",
    [
        "Vous êtes encadrée par le chef de bassin",
        "Encadrement des enfants pendant la pause méridienne",
        "Participer à l'encadrement des stagiaires",
        "Management de projets transversaux",
        "Une expérience de management d'équipe serait un plus",
        "Sous l'encadrement du chef d'équipe",
        "Prime d'encadrement : 167 €",
        "Vous intégrez une équipe de 6 agents",
    ],
)
def test_supervising_that_is_not_the_posts(trap: str) -> None:
    assert parse(trap).management is None


def test_a_label_outranks_prose() -> None:
    assert parse("Management : Non\nEncadrement de 3 agents vacataires l'été").management is False
