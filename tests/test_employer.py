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
