"""The offer's own number, and the numbers that are not; the openings it counts."""

from __future__ import annotations

import pytest
from annotated import annotated, spans

from postings import parse


@pytest.mark.parametrize(
    ("marked", "value"),
    [
        ("Chef de projet\n[[Réf. 2024-118203]]\nEmployeur : X", "2024-118203"),
        ("Jardinier (H/F)\n[[offre n° 184QRST]]\n", "184QRST"),
        ("[[Référence : TER-26-014]]", "TER-26-014"),
        ("CV et lettre [[sous la référence PORT_CHEF_02]]", "PORT_CHEF_02"),
        ("Mairie\n[[Décision n°2026-307]]\nObjet : emploi", "2026-307"),
        ("[[Délibération n° 2025-11-08]]\nVu la délibération n° 2019-3 du 2 mai", "2025-11-08"),
        ("Offre d'emploi - [[Fiche n°07/31]]", "07/31"),
        ("Séance du 2 mai 2019 – [[Délibération n° 2019-12-087]]", "2019-12-087"),
        ("AVIS DE VACANCE DE POSTE\n[[N° 2026-009]] – diffusé le 9 janvier", "2026-009"),
        ("| Poste | Chef |\n| [[Référence | 2026-MOB-3]] |", "2026-MOB-3"),
        ("[[ID de l'offre : 2026-3310]]", "2026-3310"),
    ],
)
def test_reference(marked: str, value: str) -> None:
    case = annotated(marked)
    posting = case.posting()
    assert posting.reference == value
    assert set(case.marked) <= set(spans(posting, "reference"))


@pytest.mark.parametrize(
    "text",
    [
        "Réf. : 4.2.5",
        "Vu la délibération n°2021-15 du 9 mars 2021 portant délégation",
        "Vu le décret n° 88-145 du 15 février 1988",
        "Tél. 02 40 00 00 00, SIRET 214 400 012 00015, n° ADELI 449300000",
        "Vu la déclaration de vacance n° V044260200118842001",
        "à Monsieur le Président, sous la référence ci-dessus :",
        "Mairie\nN° FINESS 150 000 999",
        "Grade de référence : adjoint technique (catégorie C)",
    ],
)
def test_numbers_that_are_no_reference(text: str) -> None:
    assert parse(text).reference is None


def test_the_heading_outranks_another_number_in_the_text() -> None:
    text = "Chef de projet\nRéf. 2024-118203\nRappeler le poste ref 014 BREST et votre nom."
    assert parse(text).reference == "2024-118203"


def test_two_references_of_equal_standing_are_left_open() -> None:
    posting = parse("Contact.\nSelon l'offre n° 12345A ou l'offre n° 67890B.")
    assert posting.reference is None
    assert [rival.value for rival in posting.ambiguous["reference"]] == ["12345A", "67890B"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Nombre de postes : 3", 3),
        ("La Ville recrute 5 agents portuaires", 5),
        ("NOUS RECHERCHONS\n\n4 JARDINIERS (H/F)", 4),
        ("2 postes de moniteur à pourvoir", 2),
        ("Recrute pour 3 ans\n\nUn Chargé de mission quais (H/F)", 1),
        ("RECRUTE\n  UN(E) RÉGISSEUR(SE)\nNombre de postes : 2", 2),
        ("La Ville recrute un agent portuaire", None),
        ("Un recrutement en vue de pourvoir trois postes vacants d'agent portuaire", 3),
        ("Nous recherchons une personne de 2 ans d'expérience", None),
        ("Parc de 1 200 postes de travail", None),
    ],
)
def test_positions(text: str, count: int | None) -> None:
    assert parse(text).positions == count
