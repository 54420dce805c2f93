"""French dates as people write them, and the role that each gets."""

from __future__ import annotations

import re

import pytest
from annotated import annotated, spans
from hypothesis import given
from hypothesis import strategies as st

from postings import parse
from postings.dates import DATE, PartialDate, read_date
from postings.folding import fold


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("15/07/2025", "2025-07-15"),
        ("15.07.25", "2025-07-15"),
        ("15-07-2025", "2025-07-15"),
        ("5/7/25", "2025-07-05"),
        ("2025-07-15", "2025-07-15"),
        ("1er mars 2026", "2026-03-01"),
        ("1ᵉʳ mars 2026", "2026-03-01"),
        ("04 SEP. 2025", "2025-09-04"),
        ("29 Aout 2025", "2025-08-29"),
        ("29 août 2025", "2025-08-29"),
        ("3 janv. 2026", "2026-01-03"),
        ("12 juil. 26", "2026-07-12"),
        ("vendredi 9 janvier 2026", "2026-01-09"),
        ("Vendredi, le 9 janvier 2026", "2026-01-09"),
        ("1er mai\n2026", "2026-05-01"),
        ("septembre 2021", "2021-09"),
        ("fin juin 2025", "2025-06"),
        ("mi-novembre", "--11"),
        ("09/2025", "2025-09"),
        ("31/03", "--03-31"),
        ("20 décembre", "--12-20"),
        ("29 février", "--02-29"),
    ],
)
def test_reads(written: str, iso: str) -> None:
    match = re.fullmatch(DATE, fold(written))
    assert match is not None
    date = read_date(match[0])
    assert date is not None
    assert date.iso() == iso


@pytest.mark.parametrize(
    "written",
    [
        "01.99.00.62.15",
        "12/20èmes",
        "28/35e",
        "31 février 2025",
        "24/24",
        "35/35",
        "0,43 €/km",
        "2x12/25",
    ],
)
def test_refuses(written: str) -> None:
    match = re.search(DATE, fold(written))
    assert match is None or read_date(match[0]) is None


@given(st.dates())
def test_iso_round_trip(day: object) -> None:
    assert str(day) == PartialDate(day.year, day.month, day.day).iso().zfill(10)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("sentence", "deadline"),
    [
        ("[[Date limite de candidature : 10/04/2026]]", "2026-04-10"),
        ("[[Date limite de candidature\n15/02/2026]]\nType d'emploi", "2026-02-15"),
        ("[[Clôture des candidatures : 30 avril 2026]]", "2026-04-30"),
        ("Merci d'adresser votre candidature [[avant 15/07/2025]] à :", "2025-07-15"),
        ("CV + LM [[pour le 05/11/2021 dernier délai]] à M. le Président", "2021-11-05"),
        (
            "Dossier à retourner, [[au plus tard le 27 février 2026]], le cachet faisant foi",
            "2026-02-27",
        ),
        ("Dépôt des [[candidatures : du 25 août au 14 septembre 2025]] inclus", "2025-09-14"),
        ("[[15 mai 2026, 12h00 : clôture du dépôt]] sur la plateforme", "2026-05-15"),
        ("Date limite : 12 mai 2024 - [[PROLONGÉE AU 26 MAI 2024]]", "2024-05-26"),
        ("Lettre et CV [[avant le 20 décembre]].", "--12-20"),
        ("[[Réponse souhaitée avant le 31 août 2018]]. Entretiens en septembre.", "2018-08-31"),
        ("Publié le 10/06/2025. CV et lettre [[avant le 4 juillet]].", "2025-07-04"),
        ("Publié le 10/12/2025. CV et lettre [[avant le 4 janvier]].", "2026-01-04"),
        ("Début du contrat : 2 mars 2026\nCandidatures [[jusqu'au 13/02]]", "2026-02-13"),
    ],
)
def test_deadline(sentence: str, deadline: str) -> None:
    case = annotated(sentence)
    posting = case.posting()
    assert posting.deadline == deadline
    assert spans(posting, "deadline") == list(case.marked)


@pytest.mark.parametrize(
    "text",
    [
        "Vu la délibération du 17 juillet 2020 portant délégation",
        "Les entretiens de recrutement auront lieu avant le 20 mars 2026.",
        "Master obtenu avant le 30 septembre 2026, CV demandé",
        "Fait à Lyon, le 29 août 2025. Candidature en mairie.",
        "Candidature par téléphone : 01.99.00.12.25",
        "Réponse à tous les candidats avant le 20 avril 2026",
        "Notification des dotations (publication avant le 31 mars), envoi des dossiers",
    ],
)
def test_no_deadline(text: str) -> None:
    assert parse(text).deadline is None


def test_two_deadlines_are_ambiguous() -> None:
    posting = parse(
        "Date limite de candidature : 10/04/2026\n\nDate limite de candidature : 12/04/2026"
    )
    assert posting.deadline is None
    assert [a.value for a in posting.ambiguous["deadline"]] == ["2026-04-10", "2026-04-12"]


def test_a_date_beside_the_one_that_it_corrects_is_ambiguous() -> None:
    posting = parse("Date limite de candidature : 15 mai 2026 31 mai 2026")
    assert posting.deadline is None
    assert {a.value for a in posting.ambiguous["deadline"]} == {"2026-05-15", "2026-05-31"}


@pytest.mark.parametrize(
    ("sentence", "published"),
    [
        ("[[Publiée le 20/09/2021]]", "2021-09-20"),
        ("[[mis en ligne le :\n\n04 SEP. 2025]]", "2025-09-04"),
        ("[[Date d'affichage et de publication : 22/12/2025]]", "2025-12-22"),
        ("[[Publié le mardi 4 novembre 2025]] | mis à jour le 14 novembre", "2025-11-04"),
        ("[[Posté par Anaïs le 16/02/21]] à 16h05", "2021-02-16"),
        ("Régisseuse d'expositions\n\n[[Date\n06-06-2025]]\nRéférence\n0412", "2025-06-06"),
        (
            "---\ntitle: Développeuse de la plateforme nationale\n[[post_ouvert: 2026-02-16]]\n---",
            "2026-02-16",
        ),
    ],
)
def test_published_on(sentence: str, published: str) -> None:
    case = annotated(sentence)
    posting = case.posting()
    assert posting.published_on == published
    assert spans(posting, "published_on") == list(case.marked)


def test_update_is_no_publication() -> None:
    assert parse("Actualisé le 29/03/2025\noffre n° 189MHWK").published_on is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Poste [[à pourvoir dès que possible]]",
        "[[Vacance du poste : Dès que possible]]",
        "- **[[Quand ?** Dès que possible]]",
    ],
)
def test_starts_at_once(sentence: str) -> None:
    case = annotated(sentence)
    posting = case.posting()
    assert posting.starts_asap is True
    assert spans(posting, "starts_asap") == list(case.marked)


@pytest.mark.parametrize(
    ("sentence", "start"),
    [
        ("Poste [[à pourvoir le\n01/03/2026]]", "2026-03-01"),
        ("[[Prise de poste : Février]]\nPubliée le 12/01/2026", "2026-02"),
        ("Poste [[vacant à compter du 16 février 2026]]", "2026-02-16"),
        ("Poste [[vacant : 1er janvier 2025]]", "2025-01-01"),
        ("Stage de 6 mois ([[à partir de février/mars 2024]])", "2024-02"),
        ("[[Contrats saisonniers du 15 juin au 31 août 2026]]", "2026-06-15"),
        ("[[Démarrage entre le 15 novembre et le 1er décembre 2020]]", "2020-11-15"),
        ("Poste [[à pourvoir le 5 janvier]]. Candidature avant le 12/12/2025", "2026-01-05"),
        # The deadline fixes no year: a start a year later is as unlikely as one before it.
        ("Poste [[à pourvoir le 1er mars]]. Candidature avant le 15/03/2026", "--03-01"),
    ],
)
def test_starts_on(sentence: str, start: str) -> None:
    case = annotated(sentence)
    posting = case.posting()
    assert posting.starts_on == start
    assert spans(posting, "starts_on")[0] == case.marked[0]
