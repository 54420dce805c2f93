"""The name of the job, in the ways that postings write it, and nothing in its place."""

from __future__ import annotations

import pytest
from annotated import annotated, spans

from postings import parse
from postings.jobs import begins_as_job, job_name


@pytest.mark.parametrize(
    ("marked", "title"),
    [
        ("[[Directeur de théâtre (h/f)]]\nEmployeur : Belleroche", "Directeur de théâtre"),
        ("VILLE DE BELLEROCHE\nRECRUTE\n[[UN(E) RÉGISSEUR(SE)]]", "RÉGISSEUR(SE)"),
        ("FICHE DE POSTE\n[[Cheffe de service voirie]]\nMissions", "Cheffe de service voirie"),
        ("Vos valeurs\nIntitulé du poste : [[Gardien de phare]]", "Gardien de phare"),
        ("La mairie recherche un [[agent portuaire polyvalent]] (quais)", None),
        ("Le conseil\nOBJET : Création d'un emploi permanent de [[gardien de phare]]", None),
        ("Offre de stage\n[[Suivi des glaciers par radar]]\n\nUn stage de six mois", None),
    ],
)
def test_title(marked: str, title: str | None) -> None:
    case = annotated(marked)
    posting = case.posting()
    ((start, end),) = case.marked
    assert posting.title == (title or case.text[start:end])
    assert any(s <= start and end <= e for s, e in spans(posting, "title"))


_OBJECT = "Objet : Création d'un emploi de gardienne de phare à la direction des ports\n"


@pytest.mark.parametrize(
    ("marked", "title"),
    [
        (
            f"{_OBJECT}Considérant qu'[[un emploi de gardien de phare]], vacant\n"
            "L'emploi de gardien de phare à la direction des ports est ouvert",
            "gardien de phare",
        ),
        (
            f"[[{_OBJECT.strip()}]]\nConsidérant qu'un emploi de gardien de phare, vacant",
            "gardienne de phare",
        ),
        (
            f"[[{_OBJECT.strip()}]]\nL'emploi de chef de port. L'emploi de chef de port.",
            "gardienne de phare",
        ),
    ],
)
def test_an_act_gives_the_post_the_gender_it_writes_most(marked: str, title: str) -> None:
    case = annotated(marked)
    posting = case.posting()
    assert posting.title == title
    assert spans(posting, "title") == list(case.marked)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("18  SDIS de la Vesle\nIntitulé  Adjoint au chef de port", "Adjoint au chef de port"),
        ("Intitulé du poste | Gardien de phare\nLieu | Brun", "Gardien de phare"),
        ("---\ntitre: développeur·se Go\n---\n# 🛠 Développeur·se Go", "développeur·se Go"),
        ("Développeur·se Go\n- **Combien ?** 480 € HT", "Développeur·se Go"),
        ("le Port  OFFRE D'EMPLOI  Réf. P/5\n\nChef du port (h/f)", "Chef du port"),
        ("Conducteur d'autocars  POLYVALENT (H/F)", "Conducteur d'autocars POLYVALENT"),
        ("Fiche de poste : Chargé de contentieux", "Chargé de contentieux"),
        ("Vendeur conseil - Annonay (07)", "Vendeur conseil"),
        (
            "Le port recrute un chargé ou une chargée de fret, en CDD",
            "chargé ou une chargée de fret",
        ),
        ("Alpha recherche pour l'un de ses clients un soudeur (H/F).", "soudeur"),
        ("Offre de stage – Images des ports\nLe stage de six mois", "Images des ports"),
        ("Catégorie\nB\nIntitulé du poste\nGardien de phare H/F\nStatut", "Gardien de phare"),
        ("Un stage de 6 mois.\n\nSujet : Dérive des méduses.\n", "Dérive des méduses"),
        ("Contexte\nLe.la gardien.ne de phare aura pour missions :", "gardien.ne de phare"),
        ("CHEF·FE DE L'ANTENNE GRAND EST\nPrésentation", "CHEF·FE DE L'ANTENNE GRAND EST"),
        ("agent du port et des quais\n\nOffre n° 12", "agent du port et des quais"),
        ("Gardien de phare - 2 postes\nChargé de recrutement\nAssistante", "Gardien de phare"),
        ("Conditionneuse main (H/F)\nConserverie du port", "Conditionneuse main"),
    ],
)
def test_title_in_many_arrangements(text: str, title: str) -> None:
    assert parse(text).title == title


def test_a_title_set_on_two_lines() -> None:
    text = "Offre de stage\nRelevé des glaciers au radar et\n   au lidar\n\nLe stage dure six mois."
    assert parse(text).title == "Relevé des glaciers au radar et au lidar"


@pytest.mark.parametrize(
    "text",
    [
        "LA MAIRIE RECRUTE\nRejoignez-nous !",
        "Saint-Étienne\nPiloter les projets de l'association :\no animer les réunions",
        "STAGE 6 MOIS MASTER 2\nUR MARE, site du port (Gironde)",
        "NOTE DE SERVICE\nDirection des ressources humaines",
        "OFFRE D'EMPLOI\nVILLE DE BELLEROCHE\nPubliée le 9 mai 2025",
        "Nous recherchons une personne curieuse.",
        "Seul un contractuel peut être recruté sur ce poste.",
        "Poste à pourvoir : dès que possible",
    ],
)
def test_lines_that_name_no_job(text: str) -> None:
    assert parse(text).title is None


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("[Port] Agent d'amarrage (h/f)", "Agent d'amarrage"),
        ("2 postes de moniteur de voile F/H - CDD", "moniteur de voile"),
        ("Un(e) chargé(e) de mission paysage à temps complet", "chargé(e) de mission paysage"),
        ("Responsable du port (H/F), Loire-Atlantique", "Responsable du port"),
        ("Agent d'accueil à Belleroche", "Agent d'accueil"),
        ("Aide-jardinier (80 %) – EHPAD du Port", "Aide-jardinier"),
        ("Chef de projet - SI Ports", "Chef de projet - SI Ports"),
        ("Technicienne (réseaux) H/F", "Technicienne (réseaux)"),
        ("Médecin en EHPAD (H/F)", "Médecin en EHPAD"),
    ],
)
def test_what_is_left_out_of_a_name(written: str, name: str) -> None:
    assert job_name(written) == name


@pytest.mark.parametrize(
    "words", ["Rigueur et soin", "Missions", "La plage", "Béziers", "Piloter", "Animation locale"]
)
def test_words_that_begin_no_job(words: str) -> None:
    assert not begins_as_job(words)
