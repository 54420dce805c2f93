"""Categories: stated, implied by the grades, and those of other people and things."""

from __future__ import annotations

import pytest
from annotated import annotated
from msgspec.structs import replace
from test_grades import reading_of

from postings.fields import categories, grades
from postings.resolve import Finding


def finding(text: str) -> Finding:
    reading = reading_of(text)
    found = {**reading.found, "grades": grades.settle(reading)}
    return categories.settle(replace(reading, found=found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fonction publique\nCatégorie\nCatégorie B (profession intermédiaire)", ("B",)),
        ("Fonction publique\nCatégorie\nA\nManagement", ("A",)),
        ("Grade(s) recherché(s) : Emploi contractuel de cat. A\nEmploi contractuel de cat. A+",
         ("A+", "A")),
        ("fonctionnaire titulaire de catégorie A ou A+ ou CDI", ("A+", "A")),
        ("Mairie. Poste ouvert aux fonctionnaires (cat. B ou C)", ("B", "C")),
        ("Mairie. Catégories : A, B et C", ("A", "B", "C")),
        ("Musée public. Emploi de catégorie 3 (catégorie A de la fonction publique)", ("A",)),
        ("Mairie. Emplois de catégorie A à C", ("A", "B", "C")),
        ("Mairie. CDD de catégorie C", ("C",)),
        ("fonctionnaires (cadre A - RIFSEEP groupe 3)", ("A",)),
        ("Mairie. Poste de catégorie B, à temps complet", ("B",)),
        ("Mairie. Vous encadrez une équipe. Emploi ouvert aux agents de catégorie A", ("A",)),
        ("Mairie\nGrade : rédacteur ou adjoint administratif", ("B", "C")),
        ("Mairie. Catégorie B, cadre d'emplois des techniciens ou des agents de maîtrise",
         ("B", "C")),
        ("Mairie. Un des grades est un grade d'entrée de catégorie C\nGrade : rédacteur", ("B",)),
        ("Grade : attaché", ("A",)),
        ("Mairie. Les fonctionnaires A sont aussi les bienvenus", ("A",)),
        ("CDD de droit public, niveau de catégorie B ; selon ancienneté", ("B",)),
        ("Ministère\nCorps : techniciens supérieurs de la météorologie", ("B",)),
    ],
)  # fmt: skip
def test_categories(text: str, expected: tuple[str, ...]) -> None:
    assert finding(text).value == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mairie. L'effectif compte 18 agents de catégorie A, 31 de catégorie B",
        "Mairie. Encadrer deux agents de catégorie C",
        "Mairie. Encadrement d'agents de catégorie B",
        "Mairie. Armement cat. B",
        "Mairie. Permis de conduire : catégorie B",
        "Mairie. Catégorie : CDD de deux ans",
        "Mairie. Catégorie à définir",
        "Mairie. Dans ce cadre a été créé un poste. Sous l'autorité d'un agent de catégorie A",
        "Université. Les fonctionnaires de catégorie A inscrits en vue d'un doctorat",
        "Mairie. Réservé aux fonctionnaires à temps plein",
        "Société Dupont. Convention collective, catégorie B, coefficient 290",
    ],
)
def test_other_categories(text: str) -> None:
    assert finding(text).value is None


def test_evidence() -> None:
    case = annotated(
        "Mairie\nEmploi de [[catégorie B]]\nGrade : [[adjoint technique]] ou [[rédacteur]]"
    )
    read = finding(case.text)
    assert read.value == ("B", "C")
    spans = [[(c.span.start, c.span.end) for c in read.evidence[at]] for at in ("0", "1")]
    assert spans == [[case.marked[0], case.marked[2]], [case.marked[1]]]


def test_what_is_written_holds_against_the_grade() -> None:
    read = finding("Mairie. Poste de catégorie B. Grade : assistant socio-éducatif")
    assert read.value == ("B",)


def test_a_plus_is_a_way_of_speaking_of_a() -> None:
    read = finding("Mairie. Poste de catégorie A. Grade : administrateur territorial")
    assert read.value == ("A",)
