"""Who hires: labels, letterheads, sentences; and those who only publish."""

from __future__ import annotations

import pytest
from annotated import annotated, spans

from postings import parse
from postings.organisations import is_organisation


@pytest.mark.parametrize(
    "marked",
    [
        "Gardien (H/F)\nEmployeur : [[Ville de Belleroche]]\nLieu : Belleroche",
        "Gardien\nEmployeur\n[[BELLEROCHE AGGLOMERATION]]\nLieu de travail",
        "[[CENTRE HOSPITALIER DES ARCADES]]\nDirection des soins\nRecrute",
        "Suite à un départ, la [[mairie de Belleroche]] recherche un agent.",
        "Le [[GIP Santé, Territoires]] recherche un.e pilote",
        "Gardien F/H\n\n[[Établissement Alpha - Pôle ports]]\n\nLorient, France\n\nLe port",
        "DÉPARTEMENT DU GERS\n[[COMMUNE DE BELLEROCHE]]\nDélibération",
        "Le CDG recrute pour le compte de la [[commune de Belleroche]] : un agent",
        "Le Groupe Port\nNotre client [[Verrières]] recrute un préparateur",
    ],
)
def test_employer(marked: str) -> None:
    case = annotated(marked)
    posting = case.posting()
    ((start, end),) = case.marked
    assert posting.employer == case.text[start:end]
    assert any(s <= start and end <= e for s, e in spans(posting, "employer"))


@pytest.mark.parametrize(
    "text",
    [
        "Employeur\nSite web de l'employeur\nLieu de travail\nBelleroche",
        "ALPHA RH, acteur du recrutement, recherche pour l'un de ses clients un soudeur",
        "Département des ressources humaines\nSeul un contractuel peut être recruté",
        "LA MAIRIE RECRUTE",
        "Bénéficiaire d'un projet de l'Agence nationale pour la\nrecherche",
        "Le service des ports recherche un graphiste.",
        "Employeur\nCommune de 3185 habitants située à 15 km du port\nLieu de travail\nBrun",
        "QUAISUP, spécialiste de la formation, recherche pour son entreprise partenaire un apprenti",
    ],
)
def test_those_who_are_no_employer(text: str) -> None:
    assert parse(text).employer is None


def test_the_mail_that_forwards_is_no_employer() -> None:
    text = (
        "De : Centre de gestion <emploi@cdg.example>\nBonjour,\n"
        "---------- Forwarded message ---------\nDe : mairie@exemple.fr\nObjet : offre\n\n"
        "> COMMUNE DE BELLEROCHE\n> Recherche un gardien\n"
    )
    assert parse(text).employer == "COMMUNE DE BELLEROCHE"


@pytest.mark.parametrize("words", ["service des ports", "departement informatique", "chef de port"])
def test_names_that_are_no_organisation(words: str) -> None:
    assert not is_organisation(words)


@pytest.mark.parametrize(
    "marked",
    [
        "RÉPUBLIQUE FRANÇAISE\nDépartement de la Drôme\n[[COMMUNE DE ROCHEBRUNE]]\nARRÊTÉ N° 26/4",
        "RÉPUBLIQUE FRANÇAISE  [[VILLE DE VALMORIN]]\nDépartement de l'Isère\nLe Maire,",
        "18  [[SDIS de la Haute-Vesle]]\nIntitulé  Mécanicien",
        "| Poste | Directeur |\n| Collectivité | [[Département de la Haute-Vire]] |\n| Lieu | Brun |",
        "Comptable (H/F)\n[[Transports Morel]] - Quimper (29)\n\nTransports Morel recrute.",
        "Chargée de paie\n[[Groupe Valmy]] · Rennes, Bretagne, France\n\nGroupe Valmy est un acteur.",
        "[[Résidence « Le Port »]] — EHPAD associatif\n21 rue Haute, 15999 Port\n\nCUISINIER (H/F)",
        "Médiatrice\n\n[[La Brune Université]] recrute une médiatrice scientifique.",
        "Juriste\n\nDepuis 1971, [[La Vigie]] est une association. La Vigie recrute un juriste.",
        "Soudeur\n\n[[Karabel]] développe ses chantiers et recherche un soudeur.",
        "Le [[Conseil départemental du Ponant]], chef de file de l'action sociale, a fait de "
        "l'enfance sa priorité.\n\nLa « Villa des Quais » accueille 11 enfants.",
        "# Dév Go\n\n**[[Karabel]]** (coopérative, 22 personnes) édite un logiciel.",
        "Le [[restaurant L'Ardoise]], situé à Vannes, recherche un commis.",
        "Chez [[Mécavert]], nous fabriquons des tondeuses.\nNous cherchons un acheteur.",
        "Pourquoi nous rejoindre ? [[Kelbio]], c'est 40 chercheurs.\nPoste : Acheteur",
        "Étude des ports\n\nStage. Le stage aura lieu au sein du [[laboratoire RADE]], à Brest.",
        "Offre\nPoste : Chef\n[[Conseil départemental du Ponant]] – Hôtel du Département – CS 30 115",
        ">> [[EPCC Musée du Port]] - Port-Brun (Vosges)\n>>\n>> Le Musée recrute un régisseur",
        "Régisseur (H/F)\n\nLa [[Fédération des Quais]] (FDQ) s'est construite à Lorient.",
        "Médiateur\nLe [[musée du Quai Vert]] est placé sous la tutelle de deux ministères.",
        "Médiateur\nDirection\nDIRECTION GÉNÉRALE DÉLÉGUÉE CULTURE\nContrat\n\n"
        "La [[Métropole de Lys]] pilote des politiques publiques.",
        "Fondé en 2003, [[Kelbio]] est un éditeur de logiciel. Rejoindre Kelbio, c'est grandir.",
        "Botaniste\nL'[[Institut de recherche pour la vague, la houle et l'estran]] (IRVHE) est un "
        "établissement public.",
        "Sujet\nLe laboratoire RADE de l'[[Université de Belleroche]] propose une thèse.",
        "Étude des ports\nStage\nOù ? [[Laboratoire RADE]], équipe PORT, 6 quai du Port",
        "Stage\nStructure d'accueil & lieu de travail : [[laboratoire RADE]], UMR 1234, Brun",
        "Poste d'archiviste\nà l'[[Association Paul Brun]]\npour le Festival du port",
        "Archiviste\n  • Employeur : [[Institut du Port, Service des archives]] – Brun (75006).",
    ],
)
def test_employer_in_many_arrangements(marked: str) -> None:
    case = annotated(marked)
    ((start, end),) = case.marked
    assert case.posting().employer == case.text[start:end]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "CENTRE HOSPITALIER INTERCOMMUNAL\nDES DEUX PORTS\nDirection des soins",
            "CENTRE HOSPITALIER INTERCOMMUNAL DES DEUX PORTS",
        ),
        (
            "Communauté d'agglomération\nTerres de Brume\n\nChef de projet",
            "Communauté d'agglomération Terres de Brume",
        ),
        ("La commune de\nPORT-BRUN\nrecrute", "commune de PORT-BRUN"),
    ],
)
def test_a_letterhead_set_on_several_lines(text: str, name: str) -> None:
    assert parse(text).employer == name


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        (
            "[[DEPARTEMENT DU PONANT]]\nrecrute un agent (H/F)\nLe département du Ponant\n"
            "CV : [[Département du Ponant]] - DRH",
            "Département du Ponant",
        ),
        ("[[VILLE DE PORT-BRUN]]\nAgent (H/F)\nla ville de Port-Brun", "VILLE DE PORT-BRUN"),
    ],
)
def test_a_heading_in_capitals_is_written_as_elsewhere(marked: str, name: str) -> None:
    case = annotated(marked)
    posting = case.posting()
    assert posting.employer == name
    assert len(spans(posting, "employer")) == len(case.marked)
    for (start, end), (s, e) in zip(case.marked, spans(posting, "employer"), strict=True):
        assert s <= start and end <= e


@pytest.mark.parametrize(
    "text",
    [
        "Restaurant de cuisine traditionnelle cherche serveur pour la saison.",
        "Boulangerie artisanale recherche vendeuse",
        "Notre agence immobilière recrute un négociateur (H/F)",
        "Adecco Cholet recherche pour l'un de ses clients un soudeur (H/F).",
        "Vendeur conseil - Annonay (07)\nCDI 35 h",
        "Serveur (H/F)\nExcel est un plus. Le permis B est un atout.",
        "Serveur (H/F)\nLe Musée recrute et le centre hospitalier intercommunal emploie 200 agents.",
        "Équipe de recherche\nParticipation à la recherche des causes",
    ],
)
def test_words_that_name_nobody(text: str) -> None:
    assert parse(text).employer is None
