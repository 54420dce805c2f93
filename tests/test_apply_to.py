"""Where to apply: by mail, online, by letter."""

from __future__ import annotations

import pytest
from annotated import annotated, spans

from postings import parse


@pytest.mark.parametrize(
    ("text", "emails"),
    [
        ("Adressez CV et lettre à rh@example.fr", ("rh@example.fr",)),
        ("Contact : chef@example.fr\n\nPour postuler : rh@example.fr", ("rh@example.fr",)),
        (
            "CV à rh@example.fr. Renseignements : Mme Morel, morel@example.fr",
            ("rh@example.fr",),
        ),
        ("CV à mairie@example.fr, copie à dgs@example.fr", ("mairie@example.fr", "dgs@example.fr")),
        (
            "CV et relevés à :\nLuc Noir, LABO : luc@example.fr\nZoé Roy, LABO : zoe@example.fr",
            ("luc@example.fr", "zoe@example.fr"),
        ),
        ("Merci d'envoyer votre CV par mail.\n\nContact : rh@example.fr", ("rh@example.fr",)),
        ("Lettre et CV à l'attention du Président.\n\n\nrh@example.fr", ("rh@example.fr",)),
        # Told for something else.
        ("Postuler en ligne uniquement. Une question ? rh@example.fr", ()),
        ("Pour échanger avant de candidater : luc.morel@example.fr", ()),
        ("Encadrants : Luc Noir, luc@example.fr", ()),
    ],
)
def test_emails(text: str, emails: tuple[str, ...]) -> None:
    assert parse(text).apply_to.emails == emails


@pytest.mark.parametrize(
    ("sentence", "url"),
    [
        (
            "Postulez sur [[https://emploi.example.fr/offre/12]].",
            "https://emploi.example.fr/offre/12",
        ),
        (
            "Dépôt des candidatures sur [[www.recrute.example.fr]], réf. 12",
            "www.recrute.example.fr",
        ),
        (
            "Cliquez pour postuler\n\nLe bureau\n\n[[https://app.example.com/p/#/apply/job/81wk]]",
            "https://app.example.com/p/#/apply/job/81wk",
        ),
        (
            "Candidater : [[https://www.example.fr/offres-emploi/stage-de-\ngeomatique-12]],",
            "https://www.example.fr/offres-emploi/stage-de-geomatique-12",
        ),
    ],
)
def test_urls(sentence: str, url: str) -> None:
    case = annotated(sentence)
    posting = case.posting()
    assert posting.apply_to.urls == (url,)
    assert spans(posting, "apply_to.urls.0") == list(case.marked)


@pytest.mark.parametrize(
    "text",
    [
        "Découvrez-nous : www.autocars.example.fr",
        "Postulez par mail. Suivez-nous : https://www.facebook.com/ville",
        "Code source : https://github.com/ville/carnet",
        "(https://signal.example.fr/) dont sujets IA",
        "9 900 candidats inscrits. Le produit : https://www.example.fr",
    ],
)
def test_no_url(text: str) -> None:
    assert parse(text).apply_to.urls == ()


@pytest.mark.parametrize(
    ("sentence", "address"),
    [
        (
            "CV par courrier à [[Monsieur le Maire, Hôtel de Ville, 1 place Haute, 78470 Bourg-le-Roi]]"
            " ou mairie@example.fr",
            "Monsieur le Maire, Hôtel de Ville, 1 place Haute, 78470 Bourg-le-Roi",
        ),
        (
            "Adresser CV à :\n\n[[Madame la Présidente\nDirection des ressources humaines\nBP 50 514\n"
            "55012 BOURG CEDEX]]\nrh@example.fr",
            "Madame la Présidente Direction des ressources humaines BP 50 514 55012 BOURG CEDEX",
        ),
        (
            "Envoyer CV : [[Martin construction, ZA du Port 64240 BOURG]] ou martin@example.fr",
            "Martin construction, ZA du Port 64240 BOURG",
        ),
        (
            "CV à sports@example.fr ou [[Mairie, BP 3, 17998 Port-Neuf cedex]]\n",
            "Mairie, BP 3, 17998 Port-Neuf cedex",
        ),
    ],
)
def test_postal_address(sentence: str, address: str) -> None:
    case = annotated(sentence)
    posting = case.posting()
    assert posting.apply_to.postal_address == address
    assert spans(posting, "apply_to.postal_address") == list(case.marked)


@pytest.mark.parametrize(
    "text",
    [
        "CV à l'attention de Madame la Présidente",
        "Envoyer CV à M. le Maire avant le 3 mars 2026. Poste basé à 78120 Bourg",
        "Monsieur le Maire expose que la commune compte 18 640 habitants",
        "Lieu de travail : Mairie, 1 place Haute, 78470 Bourg",
    ],
)
def test_no_postal_address(text: str) -> None:
    assert parse(text).apply_to.postal_address is None
