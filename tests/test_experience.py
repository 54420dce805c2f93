"""Years of experience asked, and whether they are required."""

from __future__ import annotations

from decimal import Decimal

import pytest
from annotated import annotated, spans

from postings import parse


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("[[Expérience\n5 Mois]]", "0.42"),
        ("[[Expérience\nExpérience souhaitée de 2 An(s)]]", "2"),
        ("[[Expérience\nDébutant accepté]]", "0"),
        ("[[Expérience souhaitée : Débutant]]", "0"),
        ("Une [[expérience de 2 à 5 ans]] en horticulture", "2"),
        ("[[3 à 5 ans d'expérience]] en bassin", "3"),
        ("[[Expérience d'au moins trois (3) ans]] exigée", "3"),
        ("Vous dirigez des chantiers depuis [[au moins quatre ans]]", "4"),
        ("[[Débutants bienvenus]], formation assurée", "0"),
        ("Poste [[ouvert à des juniors]]", "0"),
        ("Expérience:\n\n[[plombier h/f ou similaire: 5 ans (Exigé)]]", "5"),
        ("[[Aucune expérience n'est requise]] pour ce poste", "0"),
        ("une [[expérience en plomberie (minimum 8 ans]])", "8"),
    ],
)
def test_years(sentence: str, years: str) -> None:
    text = annotated(sentence)
    posting = text.posting()
    assert posting.experience.years == Decimal(years)
    assert spans(posting, "experience.years")[0] == text.marked[0]


@pytest.mark.parametrize(
    ("sentence", "required"),
    [
        ("Expérience de deux ans exigée", True),
        ("Au moins 2 ans d'expérience en bassin", True),
        ("Une expérience d'un an serait appréciée", False),
        ("Expérience de 2 ans minimum souhaitée", False),
        ("Débutant accepté", False),
        ("Expérience souhaitée : Confirmé", None),
        ("2 ans d'expérience en bassin", None),
    ],
)
def test_required(sentence: str, required: bool | None) -> None:
    assert parse(sentence).experience.required is required


@pytest.mark.parametrize(
    "trap",
    [
        "Un groupe qui a 12 ans d'expérience",
        "Vous êtes jeune diplômé(e) ou vous avez 3 ans d'expérience",
        "Durée attendue sur le poste : 3 ans minimum",
        "Rémunération selon expérience. Contrat de 3 ans.",
        "Accueillir les enfants de 3 mois à 3 ans",
        "Permis B depuis au moins 2 ans",
        "Vous avez au moins 18 ans",
        "Télétravail après 3 mois d'ancienneté",
    ],
)
def test_years_that_are_no_experience(trap: str) -> None:
    assert parse(trap).experience.years is None


def test_a_boards_field_outranks_prose() -> None:
    posting = parse("Une expérience de 5 ans est souhaitée.\nExpérience\n2 An(s)\nFormation")
    assert posting.experience.years == Decimal(2)


def test_years_in_prose_outrank_the_scale_of_a_header() -> None:
    posting = parse("Expérience souhaitée\nDébutant\nCatégorie\n\nExpérience d'au moins deux ans.")
    assert posting.experience.years == Decimal(2)
