"""Grades: every way of writing them, whose they are, and the table behind them."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from annotated import annotated
from msgspec.structs import replace

from postings.document import Document
from postings.fields import categories, grades, versant
from postings.fields.field import Reading
from postings.grades.lexicon import Lexicon, lexicon
from postings.grades.names import read_list
from postings.grades.words import stem
from postings.posting import Grade
from postings.reference import grades as table
from postings.resolve import Finding
from postings.rules import Finder

FINDER = Finder((*versant.RULES, *grades.RULES, *categories.RULES))


def reading_of(text: str) -> Reading:
    """A posting read by the rules of grades and categories alone."""
    document = Document(text)
    found: dict[str, list[object]] = {}
    for candidate in FINDER.find(document):
        found.setdefault(candidate.rule.id.partition(".")[0], []).append(candidate)
    reading = Reading(document, date(2026, 1, 15), found)  # type: ignore[arg-type]
    return replace(reading, found={"versant": versant.settle(reading)})


def finding(text: str) -> Finding:
    return grades.settle(reading_of(text))


def names(text: str) -> list[str]:
    return [grade.name for grade in finding(text).value or ()]


@pytest.mark.parametrize(
    ("written", "official"),
    [
        ("adj. tech. ppal 1ère cl.", "Adjoint technique principal de 1ère classe"),
        ("Adjointe technique pale P2C", "Adjoint technique"),
        (
            "ADJOINT TECHNIQUE PRINCIPAL DE 2EME CLASSE",
            "Adjoint technique principal de 2ème classe",
        ),
        ("rédacteur.trice principal.e de 2nde classe", "Rédacteur principal de 2ème classe"),
        ("rédactrice principale de deuxième classe", "Rédacteur principal de 2ème classe"),
        ("rédacteur/rédactrice", "Rédacteur"),
        ("attaché·e territorial·e", "Attaché"),
        ("attaché(e) hors classe", "Attaché hors classe"),
        ("AAP2", "Adjoint administratif principal de 2ème classe"),
        (
            "ATTEE P2",
            "Adjoint technique principal de 2ème classe des établissements d'enseignement",
        ),
        ("ETAPS ppal 1", "Éducateur des activités physiques et sportives principal de 1ère classe"),
        ("éducateur territorial des A.P.S.", "Éducateur des activités physiques et sportives"),
        ("EJE", "Éducateur de jeunes enfants"),
        ("gardien(ne)-brigadier(ère)", "Gardien-brigadier de police municipale"),
        ("technicien ou technicienne", "Technicien"),
        ("assistante socio-éducative", "Assistant socio-éducatif"),
        ("techniciens territoriaux", "Techniciens territoriaux"),
        ("atsem principal de 1ère classe", "ATSEM principal de 1ère classe"),
    ],
)
def test_one_entry_for_every_writing(written: str, official: str) -> None:
    assert names(f"Mairie de Brax\nGrade : {written}\n")[0] == official


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Grade(s) recherché(s) : AttachéIngénieurRédacteur principal de 1ère classeMétier(s)",
            ["Attaché", "Ingénieur", "Rédacteur principal de 1ère classe"],
        ),
        (
            "Grade(s) recherché(s)\nIngénieur\nEmploi contractuel de cat. A\n"
            "Ingénieur principal\nMétier(s)",
            ["Ingénieur", "Ingénieur principal"],
        ),
        (
            "Grade(s) recherché(s) Animateur Animateur principal de 2ème classe Métier(s) Directeur",
            ["Animateur", "Animateur principal de 2ème classe"],
        ),
        (
            "Mairie\nGrades : technicien (B), agent de maîtrise (C) ou adjoint technique",
            ["Technicien", "Agent de maîtrise", "Adjoint technique"],
        ),
        (
            "Mairie\nGrades : rédacteur principal de 1ère ou de 2ème classe",
            ["Rédacteur principal de 1ère classe", "Rédacteur principal de 2ème classe"],
        ),
        (
            "EHPAD\nGrade : aide-soignant de classe normale ou supérieure",
            ["Aide-soignant de classe normale", "Aide-soignant de classe supérieure"],
        ),
        (
            "Mairie\nEmploi du grade d'adjoint administratif à celui d'adjoint administratif "
            "principal de 1ère classe",
            [
                "Adjoint administratif",
                "Adjoint administratif principal de 2ème classe",
                "Adjoint administratif principal de 1ère classe",
            ],
        ),
        (
            "SDIS\nOuvert aux sapeurs-pompiers du grade de caporal-chef à celui d'adjudant",
            ["Caporal-chef", "Sergent", "Adjudant"],
        ),
    ],
)
def test_lists(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Mairie. Cadre d'emplois des rédacteurs", "corps", "Rédacteurs territoriaux"),
        ("Mairie. Cadre d'emplois : rédacteur", "corps", "Rédacteurs territoriaux"),
        ("Mairie. Grade : rédacteur", "grade", "Rédacteur"),
        (
            "Mairie. Cadre d'emplois des techniciens principaux de 1ère classe",
            "grade",
            "Technicien principal de 1ère classe",
        ),
        ("Mairie. Grade : auxiliaire de puériculture", "corps", "Auxiliaires de puériculture territoriaux"),
    ],
)  # fmt: skip
def test_a_corps_is_not_its_first_grade(text: str, kind: str, name: str) -> None:
    assert [(g.kind, g.name) for g in finding(text).value] == [(kind, name)]


@pytest.mark.parametrize(
    ("employer", "name"),
    [
        ("Commune de Brax", "Attaché"),
        ("Préfecture de l'Ain", "Attaché d'administration de l'État"),
        ("Centre hospitalier de Brax", "Attaché d'administration hospitalière"),
    ],
)
def test_the_service_decides_between_homonyms(employer: str, name: str) -> None:
    assert names(f"{employer}\nGrade : attaché") == [name]


def test_homonyms_that_nothing_decides_are_ambiguous() -> None:
    read = finding("Grade : attaché principal")
    assert read.value is None
    assert {c.value.versant for c in read.ambiguous["0"]} == {"FPT", "FPE", "FPH"}


def test_one_name_in_two_services_says_no_service() -> None:
    (grade,) = finding("Grade : adjoint technique principal de 2ème classe").value
    assert (grade.name, grade.category) == ("Adjoint technique principal de 2ème classe", "C")
    assert grade.versant is None and grade.corps is None


@pytest.mark.parametrize(
    "text",
    [
        "Mairie\nSous l'autorité de la directrice (attachée principale), vous tenez l'accueil.",
        "Mairie\nVous encadrez 2 adjoints techniques et un agent de maîtrise.",
        "Mairie\nÉquipe composée de 2 adjoints techniques (cat. C)",
        "SDIS\nN+1 : lieutenant hors classe",
        "Mairie\nTous les corps de métiers : techniciens, agents de maîtrise",
        "Mairie\nDiplôme d'ingénieur ou école d'ingénieurs",
        "Mairie\nIngénieur réseau (H/F), fonctionnaire ou agent contractuel",
        "Mairie\nGrade(s) recherché(s) : Emploi contractuel de cat. A",
        "Vu le décret portant statut particulier du cadre d'emplois des attachés territoriaux,",
        "Société Dupont. Statut : agent de maîtrise. CDI, mutuelle.",
        "Armée de terre, fonction publique. Grade : caporal à sergent",
        "Mairie\nGrade : as de la mécanique",
        "Mairie\nVous formerez des adjoints administratifs de catégorie C.",
        "Mairie\nVous serez formé par une adjointe administrative - catégorie C.",
        "Mairie\nÀ la suite de la mutation d'un attaché principal, le service se réorganise.",
        "Mairie\nDeux apprentis ont été recrutés sur un emploi d'adjoint technique.",
        "CH de Brax\nSuccession de M. Luc Faure, technicien supérieur hospitalier 2e classe.",
        "CH de Brax\nDiplôme d'État d'infirmier en soins généraux, poste ouvert aux contractuels",
        "Préfecture\nVous travaillez avec les inspecteurs des finances publiques titulaires.",
        "Mairie\nIngénieur - chef de projet ou contractuel",
        "Mairie\nVotre responsable relève du grade d'attaché territorial.",
        "Mairie\nLe régisseur et son chef, du cadre d'emplois des techniciens, préparent les salles.",
        "Mairie\nAdjoint administratif au service de l'état civil\nPoste à pourvoir",
    ],
)
def test_somebody_else_s_or_no_grade(text: str) -> None:
    assert not finding(text).value


@pytest.mark.parametrize(
    "text",
    [
        "Mairie\nGrade : technicien de maintenance",
        "Université\nCorps : ingénieurs d'études et de projets",
        "Ministère\nCorps : techniciens supérieurs de la navigation spatiale",
        "Ministère\nCorps : adjoints techniques de l'aviation fluviale",
    ],
)
def test_a_longer_name_that_no_table_has_is_not_the_shorter_one(text: str) -> None:
    read = finding(text)
    assert read.value is None and not read.ambiguous


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mairie\nGrade : adjoint technique en charge du parc", ["Adjoint technique"]),
        ("Mairie\nCadre d'emplois des rédacteurs de la fonction publique", ["Rédacteurs territoriaux"]),
        ("Shom\nOuvert aux titulaires (ingénieurs d'études et de fabrications)",
         ["Ingénieurs d'études et de fabrications"]),
        ("Préfecture\nCorps : secrétaire administratif de l'intérieur et de l'outre-mer de classe normale",
         ["Secrétaire administratif de classe normale de l'intérieur et de l'outre-mer"]),
        ("Université\nCorps : maître de conférences des universités - praticien hospitalier",
         ["Maîtres de conférences des universités-praticiens hospitaliers"]),
        ("Mairie\nGrade : adjoint administratif ou agent de maîtrise",
         ["Adjoint administratif", "Agent de maîtrise"]),
        ("Mairie\nCadres d'emplois des attachés ou des rédacteurs, ou bien animateurs principaux de 1re classe",
         ["Attachés territoriaux", "Rédacteurs territoriaux", "Animateur principal de 1ère classe"]),
    ],
)  # fmt: skip
def test_a_name_is_read_to_its_end(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "Ministère\nLe poste est aussi proposé aux [[chargés d'études documentaires]]",
        "Insee\nPoste ouvert aux titulaires de catégorie A ([[attachés statisticiens]], [[ingénieurs SIC]])",
        "Université\nCatégorie hiérarchique : [[ingénieur d'études]] / contractuel",
        "Musée national\n[[Conservateur du patrimoine]] ou contractuel, fonction publique de l'État",
        "Université\nCorps d'équivalence :  [[ingénieur d'études]]",
        "Université\nLes [[ingénieurs de recherche]] titulaires viennent par mutation",
        "Ministère\npar mutation d'un [[technicien supérieur d'études et de fabrications]]",
        "Ministère\nCe poste s'adresse aux [[secrétaires de chancellerie]], aux [[secrétaires administratifs]]",
        "CH de Brax\nLe poste s'adresse aux [[ouvriers principaux de 2ème classe]] et, par examen "
        "professionnel, aux [[agents d'entretien qualifiés]]",
        "EHPAD de Brax\n[[Agent des services hospitaliers qualifié]] (hôtellerie) ..... 2 postes",
        "CH de Brax\n1 [[préparateur en pharmacie hospitalière]] (PPH)\nLieu : Brax",
        "Ministère\nCe poste peut être occupé par un [[attaché d'administration]]",
        "Ministère\nFonctionnaires relevant des [[adjoints techniques du ministère de la défense]]",
        "Tribunal\nLes corps concernés sont celui des [[greffiers des services judiciaires]]",
        "Dgfip\nLes [[inspecteurs des finances publiques]] issus du concours sont recrutés",
        "Mairie\nPoste par voie statutaire ([[rédacteur principal de 1ère classe]]) ou contractuelle",
    ],
)
def test_contexts(marked: str) -> None:
    case = annotated(marked)
    read = finding(case.text)
    spans = [(c.span.start, c.span.end) for cs in read.evidence.values() for c in cs[:1]]
    assert spans == list(case.marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Mairie de Brax\nGrades : [[Rédacteur]], [[rédacteur pal 2è cl]]. ou contractuel",
        "Mairie\nrelevant du cadre d'emplois des [[attachés\nterritoriaux]], à temps complet",
        "Préfecture\ndétachement dans le corps des [[secrétaires administratifs]]",
        "Mairie\nla grille indiciaire des [[ingénieurs territoriaux]]",
        "Mairie\nun poste d'[[adjoint du patrimoine]] (cat. C) est vacant",
        "Mairie\n• [[Technicien territorial]], ou contractuel (bac+2)",
    ],
)
def test_evidence_is_the_name_as_written(marked: str) -> None:
    case = annotated(marked)
    read = finding(case.text)
    spans = [(c.span.start, c.span.end) for cs in read.evidence.values() for c in cs[:1]]
    assert spans == list(case.marked)
    stated = [" ".join(case.text[start:end].split()) for start, end in spans]
    assert [grade.stated for grade in read.value] == stated


def test_the_job_board_s_list_wins_over_prose() -> None:
    text = (
        "Grade(s) recherché(s) : Technicien\n\nCatégorie C, cadre d'emplois des adjoints techniques"
    )
    assert names(text) == ["Technicien"]


def test_a_title_says_which_grades_of_a_cadre_d_emplois() -> None:
    below = "\nMairie de Brax\nCadre d'emplois des agents de police municipale"
    assert names("UN GARDIEN-BRIGADIER (h/f)" + below) == ["Gardien-brigadier de police municipale"]
    assert names("UN AGENT DE POLICE (h/f)" + below) == ["Agents de police municipale"]


def test_the_category_written_beside_a_grade_is_its_own() -> None:
    (grade,) = finding("Mairie\nGrade : éducateur de jeunes enfants (cat. B)").value
    assert grade.category == "B"


def test_every_field_of_a_grade() -> None:
    assert finding("Mairie\nGrade : Attachée ppale").value == (
        Grade(
            name="Attaché principal",
            kind="grade",
            corps="Attachés territoriaux",
            category="A",
            versant="FPT",
            stated="Attachée ppale",
        ),
    )


# The table


def test_names_are_unique_in_a_service() -> None:
    times = Counter((e.versant, e.name) for e in table.grades())
    assert [name for name, count in times.items() if count > 1] == []


def test_every_row_is_sourced_and_complete() -> None:
    for entry in table.grades():
        assert entry.source and entry.certainty in ("official", "published", "assumed"), entry
        assert entry.category in ("A+", "A", "B", "C", None), entry
        assert entry.kind == "grade" or entry.forms, entry


def test_grades_follow_their_corps() -> None:
    corps = None
    for entry in table.grades():
        corps = entry if entry.kind == "corps" else corps
        assert corps and (entry.versant, entry.corps) == (corps.versant, corps.name)


@pytest.mark.parametrize("entry", table.grades(), ids=lambda e: f"{e.versant} {e.name}")
def test_every_name_is_read_as_itself(entry: table.GradeEntry) -> None:
    from postings.folding import fold

    mentions = read_list(fold(entry.name), 0, len(entry.name))
    assert mentions and entry in mentions[0].entries


def test_ranges_climb() -> None:
    by_name = {(e.versant, e.name): e for e in table.grades()}
    low, high = by_name["FPT", "Rédacteur"], by_name["FPT", "Attaché"]
    assert [e.name for e in table.grades_between(low, high)] == [
        "Rédacteur",
        "Rédacteur principal de 2ème classe",
        "Rédacteur principal de 1ère classe",
        "Attaché",
    ]
    assert table.grades_between(high, low) == ()
    assert table.grades_between(low, by_name["FPT", "Technicien"]) == ()


# The bricks


@pytest.mark.parametrize(
    "words",
    [
        ("rédactrice", "rédacteurs"), ("administrative", "administratifs"), ("cheffe", "chef"),
        ("technicienne", "techniciens"), ("brigadière", "brigadier"), ("attachées", "attaché"),
        ("principale", "principaux"), ("maîtresse", "maître"), ("sociaux", "sociale"),
    ],
)  # fmt: skip
def test_stems_know_no_gender_nor_number(words: tuple[str, str]) -> None:
    from postings.folding import fold

    assert len({stem(fold(word)) for word in words}) == 1


def test_words_run_together_are_parted() -> None:
    names = lexicon()
    assert names.split("classeadjoint") == len("classe")
    assert names.split("redacteurredacteur") == len("redacteur")
    for word in ("administrateurs", "principalement", "technicienne", "informaticien"):
        assert names.split(word) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("la mairie de brax recrute", "FPT"),
        ("centre hospitalier intercommunal de brax", "FPH"),
        ("ministere de la culture", "FPE"),
        ("une entreprise", None),
        ("la mairie et la prefecture", None),
    ],
)
def test_versant(text: str, expected: str | None) -> None:
    assert reading_of(text).value("versant") == expected


def test_no_table_is_loaded_without_a_grade_s_context() -> None:
    lexicon.cache_clear()
    finding("Société Dupont recrute un technicien de maintenance en CDI. Poste basé à Brax.")
    assert lexicon.cache_info().currsize == 0


def test_the_lexicon_is_the_same_however_it_grows() -> None:
    text = "attache, adjoint technique, redacteur"
    one = [m.entries for m in read_list(text, 0, len(text))]
    lexicon.cache_clear()
    read_list("redacteur, attache", 0, 18)
    assert [m.entries for m in read_list(text, 0, len(text))] == one
    assert isinstance(lexicon(), Lexicon)
