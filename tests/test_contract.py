"""The ways, the term and the law of the post."""

from __future__ import annotations

from decimal import Decimal

import pytest
from annotated import annotated, spans

from postings import parse


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Emploi ouvert aux titulaires et aux contractuels", ("titulaire", "contractuel")),
        ("Emploi ouvert uniquement aux contractuels", ("contractuel",)),
        (
            "Ouvert aux contractuels\nOui, à titre dérogatoire par rapport aux candidatures de fonctionnaires",
            ("titulaire", "contractuel"),
        ),
        (
            "Ouvert aux contractuels : Oui, sans exclure les candidatures de fonctionnaires par voie de détachement",
            ("detachement", "contractuel"),
        ),
        (
            "Ouvert aux contractuels : Poste à pourvoir prioritairement par voie statutaire",
            ("titulaire",),
        ),
        ("L'emploi est ouvert au recrutement contractuel", ("contractuel",)),
        ("Recrutement par voie de mutation ou de détachement", ("detachement", "mutation")),
        ("Poste ouvert aux titulaires et, à défaut, contrat d'un an", ("titulaire", "cdd")),
        ("Recrute en contrat de projet pour 3 ans", ("projet",)),
        ("Type de contrat\nCDI", ("cdi",)),
        ("Le poste est à pourvoir en CDI", ("cdi",)),
        ("Contrat : CDI ou CDD selon profil", ("cdi", "cdd")),
        ("CDD d'un an puis CDI", ("cdi", "cdd")),
        ("Mission intérimaire - 1 Mois", ("interim",)),
        ("Contrats saisonniers (article L.332-23 2° du CGFP)", ("saisonnier",)),
        (
            "Un agent pour assurer le remplacement d'un agent en congé (article L.332-13)",
            ("remplacement",),
        ),
        ("Emploi contractuel de cat. A\nArt. L332-23 disposition 1 du code", ("cdd",)),
        ("contrat aidé PEC (CUI-CAE) de 9 mois", ("aide",)),
        ("Contrat d'apprentissage de 24 mois", ("apprentissage",)),
        ("Offre de stage M2", ("stage",)),
        ("Offre de thèse : contrat doctoral de 36 mois", ("doctorat",)),
        ("Poste ouvert aux indépendants, TJM selon profil", ("liberal",)),
        ("Ils sont recrutés en qualité de vacataires", ("vacation",)),
        ("Mission de service civique de 8 mois", ("service_civique",)),
        ("CDD de 3 ans – article L.332-8-2° du code général", ("cdd",)),
        ("CDD de 6 mois. Motif : remplacement", ("remplacement",)),
        (
            "Type d'emploi\nRemplacement temporaire d'un agent sur emploi permanent",
            ("remplacement",),
        ),
        ("Le service des ports propose un stage de 6 mois.", ("stage",)),
        ("Saisonnière en pépinière (h/f)\nBrun", ("saisonnier",)),
        ("Dans le cadre d'une mission de travail temporaire", ("interim",)),
        ("Taux horaire : 12,35 € + 10% IFM", ("interim",)),
        ("Alternance - Contrôleur de gestion (H/F)", ("apprentissage",)),
        ("Service civique - Médiation du port", ("service_civique",)),
        ("Contrat de 4 mois, taux journalier à discuter", ("liberal",)),
        ("- Contractuel 3 ans renouvelable", ("cdd",)),
        (
            "Ouvert aux titulaires, par voie de détachement pour ceux ne relevant pas du ministère",
            ("titulaire", "detachement"),
        ),
    ],
)
def test_types(text: str, types: tuple[str, ...]) -> None:
    assert parse(text).contract.types == types


@pytest.mark.parametrize(
    "text",
    [
        "Permettre au titulaire du poste de progresser",
        "Vous êtes titulaire d'un bac+3",
        "Suite à la mutation de son titulaire, le poste est vacant",
        "Agence spécialisée dans le recrutement en intérim, CDD et CDI",
        "Vous assurez l'intérim de la cheffe de bureau",
        "Rédiger les contrats (remplaçants, saisonniers, contrats de projet)",
        "Gratification des stages de plus de deux mois",
        "Former les saisonniers et les stagiaires",
        "L'exercice salarié attire des médecins libéraux",
        "Contribuer au contrat local de santé",
        "Tous nos postes sont ouverts aux personnes en situation de handicap",
        "la reconnaissance de travailleur handicapé permet d'accéder à cet emploi par voie contractuelle",
        "L'emploi n'est pas ouvert aux agents contractuels",
        "votre maîtresse d'apprentissage",
        "Ce serait le premier poste (hors poste en alternance) de l'association",
        "Horaires :\nalternance matin / après-midi",
        "Un exercice différent de l'exercice libéral",
        "Agent contractuel, 3 ans d'expérience dans la voile",
    ],
)
def test_no_type(text: str) -> None:
    assert parse(text).contract.types == ()


def test_evidence_of_types() -> None:
    case = annotated("Filière technique. Recrute en [[contrat de projet]] pour 3 ans")
    assert spans(case.posting(), "contract.types.0") == list(case.marked)


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Art. L332-8 disposition 2 du code général de la fonction publique", ("L332-8 2°",)),
        ("notamment son article L.332-8,2°, sur l'ouverture", ("L332-8 2°",)),
        ("sur le fondement de l'article L.\n332-8 6° (emploi dont", ("L332-8 6°",)),
        ("ses articles L. 313-1 et L. 332-24 à L. 332-26", ("L332-24",)),
        ("Art. L332-8 disposition 3 ou 4 du code", ("L332-8 3°", "L332-8 4°")),
        ("article 3-3-2° de la loi n° 84-53 du 26 janvier 1984", ("L332-8 2°",)),
        ("article 3 2° de la loi n° 84-53 du 26 janvier 1984", ("L332-23 2°",)),
        ("article 3-2 de la loi du 26 janvier 1984", ("L332-14",)),
        ("article 4 2° de la loi n° 84-16 du 11 janvier 1984", ("L332-2 2°",)),
        (
            "article L.332-8 4° ; au titre de l'article L352-4 pour les bénéficiaires",
            ("L332-8 4°", "L352-4"),
        ),
        ("Vu l'article L. 332-8 ; Considérant l'article L. 332-8 2°", ("L332-8 2°",)),
        ("articles L. 325-28 et L. 326-1", ()),
        ("article L. 332-28 du code", ()),
    ],
)
def test_legal_basis(text: str, basis: tuple[str, ...]) -> None:
    assert parse(text).contract.legal_basis == basis


@pytest.mark.parametrize(
    ("sentence", "months"),
    [
        ("[[CDD de 6 mois]] renouvelable", "6"),
        ("[[CDD d'un an]]", "12"),
        ("[[contrat de projet pour 3 ans]]", "36"),
        ("[[Durée du contrat : 3 mois et 22 jours]]", "3.73"),
        ("[[Mission intérimaire - 2 Jour(s)]]", "0.07"),
        ("[[Contrat du 15 juin au 31 août 2026, soit 2,5 mois]]", "2.5"),
        ("[[stage de 5 à 6 mois]]", "5"),
        ("Intérim, cariste. [[Mission de 3 mois]] renouvelable", "3"),
        ("[[Emploi non permanent de 4 mois]]", "4"),
        ("- [[Contractuel 3 ans]] renouvelable", "36"),
        ("Contrat à durée déterminée [[d'une durée prévisionnelle de 36 mois]]", "36"),
    ],
)
def test_duration(sentence: str, months: str) -> None:
    case = annotated(sentence)
    posting = case.posting()
    assert posting.contract.duration_months == Decimal(months)
    assert spans(posting, "contract.duration_months")[0] == case.marked[0]


@pytest.mark.parametrize(
    "text",
    [
        "Le contrat proposé ne peut excéder trois ans",
        "contrat de 3 ans maximum",
        "CDI. Expérience de 2 ans souhaitée",
        "Durée attendue d'occupation du poste : 3 ans",
        "le contrat local de santé, d'une durée de 5 ans",
        "Contrat à durée indéterminée avec période d'essai de 2 mois",
        "un financement dont dépend le renouvellement du contrat pour 6 mois",
    ],
)
def test_no_duration(text: str) -> None:
    assert parse(text).contract.duration_months is None


def test_ceiling_is_stated_or_set_by_the_article() -> None:
    stated = parse("Le contrat proposé ne peut excéder un an").contract
    assert stated.max_duration_months == 12
    by_law = parse("Contrat saisonnier, article L332-23 2°")
    assert by_law.contract.max_duration_months == 6
    assert by_law.evidence["contract.max_duration_months"][0].text == "L332-23 2°"


def test_renewable() -> None:
    assert parse("CDD d'un an renouvelable").contract.renewable is True
    assert parse("CDD d'un an non renouvelable").contract.renewable is False
    assert parse("CDD d'un an, énergies renouvelables").contract.renewable is None


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("Emploi permanent - vacance d'emploi", "permanent"),
        ("Création d'un emploi non permanent", "temporaire"),
        ("Remplacement temporaire d'un agent sur emploi permanent", None),
        ("face à un accroissement temporaire d'activité", "temporaire"),
        ("CDD de 6 mois", None),
    ],
)
def test_position(text: str, position: str | None) -> None:
    assert parse(text).contract.position == position
