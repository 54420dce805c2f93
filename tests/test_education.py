"""The least diploma asked, by years after the bac and by level."""

from __future__ import annotations

import pytest
from annotated import annotated, spans

from postings import parse


@pytest.mark.parametrize(
    ("sentence", "years", "level"),
    [
        ("De formation [[Bac +2/3]] en horticulture", 2, 5),
        ("Vous avez un [[bac+3 à bac+5]]", 3, 6),
        ("[[Niveau bac]] minimum", 0, 4),
        ("[[CAP]] petite enfance exigé", -1, 3),
        ("Titulaire d'une [[licence]] d'histoire", 3, 6),
        ("Vous êtes titulaire d'un [[master]] en urbanisme", 5, 7),
        ("[[Doctorat]] en hydrologie", 8, 8),
        ("Un [[diplôme de niveau 4]] en comptabilité", 0, 4),
        ("Un [[titre de niveau III]] du travail social", 2, 5),
        ("[[Diplôme d'État d'infirmier]] exigé", 3, 6),
        ("Formation\n[[Bac+2 ou équivalents]] Exigé", 2, 5),
    ],
)
def test_diploma_asked(sentence: str, years: int, level: int) -> None:
    text = annotated(sentence)
    posting = text.posting()
    assert (posting.education.bac_years, posting.education.level) == (years, level)
    assert spans(posting, "education.bac_years")[0] == text.marked[0]
    assert spans(posting, "education.level")[0] == text.marked[0]


@pytest.mark.parametrize(
    ("choice", "years"),
    [
        (
            "Diplômé d'une école d'ingénieurs (bac+5) ou titulaire d'un bac+2 avec cinq ans de métier",
            2,
        ),
        ("Diplôme exigé : licence ou BTS", 2),
        ("DCG ou BTS comptabilité", 2),
        ("Qualifications : BAC à BAC +2", 0),
    ],
)
def test_of_a_choice_the_least_counts(choice: str, years: int) -> None:
    assert parse(choice).education.bac_years == years


def test_what_is_held_counts_and_not_what_one_prepares() -> None:
    text = "Vous préparez un master de géographie et avez validé un bac+3."
    assert parse(text).education.bac_years == 3


def test_the_level_of_studies_asked_of_a_student_counts_when_nothing_else_is() -> None:
    assert parse("Étudiant en master 2 de géographie").education.bac_years == 5


@pytest.mark.parametrize(
    "trap",
    [
        "Dossiers soumis à la CAP du printemps",
        "Poste de catégorie A",
        "Diplôme préparé : BTS Métiers de l'eau, au CFA",
        "Assurer le support de niveau 2",
        "Vous interviendrez en licence et en master",
        "Merci de ne pas postuler avec un CAP AEPE",
        "Un DEAES serait apprécié",
        "Gestion des licences et des bacs de collecte, dans le but de réduire les coûts",
        "Vous encadrez un stagiaire de master",
        "Formation:\n\nCAP / BEP (Optionnel)",
    ],
)
def test_diplomas_that_are_not_asked(trap: str) -> None:
    assert parse(trap).education.bac_years is None
