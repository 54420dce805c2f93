"""Whom to ask or to apply to: addresses, numbers, names, roles."""

from __future__ import annotations

import pytest
from annotated import annotated, spans

from postings import parse


def emails(text: str) -> list[str | None]:
    return [contact.email for contact in parse(text).contacts if contact.email]


def phones(text: str) -> list[str | None]:
    return [contact.phone for contact in parse(text).contacts if contact.phone]


@pytest.mark.parametrize(
    ("sentence", "email"),
    [
        ("Candidature : [[rh.recrutement@ville.example.fr]].", "rh.recrutement@ville.example.fr"),
        ("à mailto:[[Emploi@ville.example.fr]]\u00a0", "Emploi@ville.example.fr"),
        ("Écrire à [[rh [arobase] ville.example.fr]]", "rh@ville.example.fr"),
        ("[[luc(point)morel(at)lab(point)example(point)fr]]", "luc.morel@lab.example.fr"),
        ("[[luc.morel at lab.example.org]]", "luc.morel@lab.example.org"),
        ("Mail : [[luc . morel @ ville.example.fr]] . Merci", "luc.morel@ville.example.fr"),
        ("sent to [[luc.morel@univ-\nnord.example.fr]] before", "luc.morel@univ-nord.example.fr"),
        ("Mail : [[jean-luc.le-\nbihan@example.fr]]", "jean-luc.le-bihan@example.fr"),
        ("CV à [[drh@ville.example.fr]]Tél. 01 99 00 11 12", "drh@ville.example.fr"),
        ("Vos données personnelles : dpo@example.fr. CV : [[rh@example.fr]]", "rh@example.fr"),
    ],
)
def test_emails(sentence: str, email: str) -> None:
    case = annotated(sentence)
    posting = case.posting()
    assert [c.email for c in posting.contacts] == [email]
    assert spans(posting, "contacts.0.email") == list(case.marked)


def test_braces_hold_several_addresses() -> None:
    text = "Dossier à {claire.vidal, paul.roux}@lab.example.fr"
    assert emails(text) == ["claire.vidal@lab.example.fr", "paul.roux@lab.example.fr"]


def test_an_address_counts_once() -> None:
    text = "[cv@example.fr](mailto:cv@example.fr) ou CV@EXAMPLE.FR"
    posting = parse(text)
    assert [c.email for c in posting.contacts] == ["cv@example.fr"]
    assert len(posting.evidence["contacts.0.email"]) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Nomenclature @CTES : 4.2 – Personnels contractuels",
        "le guichet numérique Cart@DS",
        "de la forme prenom.nom@example.fr",
        "Droits d'accès et de rectification : contact@example.fr",
        "délégué à la protection des données : delegue@example.fr",
        "(ne pas répondre à envoi@example.fr)",
        "Se désabonner : liste@example.fr",
        "Problème technique ? webmaster@example.fr",
        "https://social.example.fr/@ville.fr",
        "Suivez-nous @ville.fr",
    ],
)
def test_no_email(text: str) -> None:
    assert emails(text) == []


@pytest.mark.parametrize(
    ("sentence", "phone"),
    [
        ("Tél : [[01.99.00.62.15]].", "+33199006215"),
        ("au [[01 99 00 62 15]] (poste 4512)", "+33199006215"),
        ("Contact\n[[0199006215]]\nInformations", "+33199006215"),
        ("[[+33 (0)1 99 00 62 15]]", "+33199006215"),
        ("[[01-99-00-62-15]]", "+33199006215"),
        ("appelez le [[01 99\n00 62 15]]", "+33199006215"),
        ("Tél. [[0262 99 00 11]]", "+262262990011"),
        ("[[0590.99.00.11]]", "+590590990011"),
        ("[[0696 99 00 11]]", "+596696990011"),
        ("Phone: [[+32(0)10 99 0023]]", "+3210990023"),
        ("Une question sur l'offre : [[01 99 00 62 15]]", "+33199006215"),
        ("tél./fax : [[01 99 00 62 15]]", "+33199006215"),
    ],
)
def test_phones(sentence: str, phone: str) -> None:
    case = annotated(sentence)
    posting = case.posting()
    assert [c.phone for c in posting.contacts] == [phone]
    assert spans(posting, "contacts.0.phone") == list(case.marked)


@pytest.mark.parametrize(
    "text",
    [
        "du 01/02/2026 10h30 au 03/04/2026",
        "SIRET 214 401 092 00015",
        "FINESS : 0199006215",
        "Référence : 0199006215",
        "offre n° 0199006215",
        "Fax : 01 99 00 62 15",
        "44000 Nantes, CS 30528",
        "les lots 01 02 03 04 05 06 07",
    ],
)
def test_no_phone(text: str) -> None:
    assert phones(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Envoyer CV à M. Xavier DUCORNEZ, ingénieur : x@example.fr (01.99.00.40.11)",
            [("Xavier DUCORNEZ", "ingénieur", "x@example.fr", "+33199004011")],
        ),
        (
            "Infos poste : Mme LE GUERN, cadre supérieure de santé, 01 99 00 22 60 (DECT 7214)",
            [("LE GUERN", "cadre supérieure de santé", None, "+33199002260")],
        ),
        ("Contact : Régis Pirol", [("Régis Pirol", None, None, None)]),
        (
            "Renseignements : Anne-Laure Quemat (responsable du pôle)",
            [("Anne-Laure Quemat", "responsable du pôle", None, None)],
        ),
        (
            "Contact métier :\n\nJoseph Beaud'hon, chef du département\n"
            "Courriel : mailto:j.b@example.fr – Téléphone : 01 99 00 99 92",
            [("Joseph Beaud'hon", "chef du département", "j.b@example.fr", "+33199009992")],
        ),
        (
            "Des questions ? Bérengère BRAIL - 01.99.00.89.03 Responsable de l'accueil",
            [("Bérengère BRAIL", "Responsable de l'accueil", None, "+33199008903")],
        ),
        (
            "Contacter Mme Strab, DGAST, au 01 99 00 57 10 ; le service du personnel au 01 99 00 57 22",
            [
                ("Strab", "DGAST", None, "+33199005710"),
                (None, "service du personnel", None, "+33199005722"),
            ],
        ),
        (
            "Pour tout renseignement : Mme Odile TASSIER au 01 99 00 00 04 ou 06 99 00 43 90",
            [
                ("Odile TASSIER", None, None, "+33199000004"),
                ("Odile TASSIER", None, None, "+33699004390"),
            ],
        ),
        (
            "Encadrement\nDirectrice : Bénédicte Buchet, chercheuse.\nCV à benedicte.buchet@example.fr",
            [("Bénédicte Buchet", "chercheuse", "benedicte.buchet@example.fr", None)],
        ),
        ("CV à rh@example.fr (Mme Poujal)", [("Poujal", None, "rh@example.fr", None)]),
        (
            "Bureau des ressources humaines : rh@example.fr",
            [(None, "Bureau des ressources humaines", "rh@example.fr", None)],
        ),
        ("Contactez Karine au 01 99 00 12 40", [("Karine", None, None, "+33199001240")]),
        # These name nobody who answers.
        ("CV à Mme la Maire : mairie@example.fr", [(None, None, "mairie@example.fr", None)]),
        ("Jury présidé par Mme Morel. CV à rh@example.fr", [(None, None, "rh@example.fr", None)]),
        (
            "2 place Haute, 58300 SAINT-VRON\nou mairie.saintvron@example.fr",
            [(None, None, "mairie.saintvron@example.fr", None)],
        ),
        ("Encadré par Mme Morel, cheffe de service", []),
        ("goût des contacts, sens du service public", []),
    ],
)
def test_who(text: str, who: list[tuple[str | None, ...]]) -> None:
    assert [(c.name, c.role, c.email, c.phone) for c in parse(text).contacts] == who


def test_evidence_of_a_contact() -> None:
    case = annotated(
        "Contact : [[Cyril Hamelot]], [[chef de l'unité]], [[01 99 00 14 03]], [[c.h@example.fr]]"
    )
    posting = case.posting()
    assert spans(posting, "contacts.0") == list(case.marked)
    parts = ("name", "role", "phone", "email")
    assert [spans(posting, f"contacts.0.{part}")[0] for part in parts] == list(case.marked)


def test_whoever_forwards_a_mail_is_no_contact() -> None:
    text = (
        "Bonjour, pour diffusion.\nChantal B. - 01 99 00 00 10\n\n-----Message d'origine-----\n"
        "De : Direction <direction@example.fr>\nEnvoyé : lundi 4 octobre 2021\n"
        "À : liste@example.fr\nObjet : offre\n\nLe musée recrute un régisseur.\nCV à rh@example.fr\n"
    )
    assert [(c.email, c.phone) for c in parse(text).contacts] == [("rh@example.fr", None)]
