"""Where the work is done: each part of a place with the words it was read from."""

from __future__ import annotations

import pytest
from annotated import annotated, spans

from postings import parse
from postings.reference.departments import (
    department,
    department_named,
    department_of_postal_code,
    departments,
)


def place(text: str) -> tuple[str | None, ...] | None:
    """Postal code, city and département that a text says."""
    found = parse(text).location
    return (found.postal_code, found.city, found.department) if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lieu de travail : 2 rue Haute, Port-Brun (Tarn (81))", (None, "Port-Brun", "81")),
        ("Localisation : 4 rue Basse  59140 Dunkerque, Nord (59)", ("59140", "Dunkerque", "59")),
        ("Localisation : Cote d'Or (21), Bourgogne", (None, None, "21")),
        ("Résidence administrative : PORT-BRUN (53)", (None, "PORT-BRUN", "53")),
        ("Lieu : Collège du Port – 37 Chinon", (None, "Chinon", "37")),
        ("Jardinier (H/F)\n33 - PORT LA BRUME\n", (None, "PORT LA BRUME", "33")),
        ("Chef de projet\n\nParis, France\n", (None, "Paris", "75")),
        ("Poste basé à PORT-BRUN (25210). À pourvoir", ("25210", "PORT-BRUN", "25")),
        (
            "Lieu de travail : Ports, 6 av Neuve, 77 310 Port sur Brun",
            ("77310", "Port sur Brun", "77"),
        ),
        ("CV à la mairie, 9 place Haute, 09130 Port-Brun", ("09130", "Port-Brun", "09")),
        ("Localisation : 20200 Bastia", ("20200", "Bastia", "2B")),
        ("Lieu : 5 rue Haute, 97410 Saint-Pierre", ("97410", "Saint-Pierre", "974")),
        ("La Ville de PORT-BRUN (Var)\nrecrute un gardien", (None, "PORT-BRUN", "83")),
    ],
)
def test_place(text: str, expected: tuple[str | None, ...]) -> None:
    assert place(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Comptable (H/F)\nMorel - Lyon 7e (69999)\nCDI", ("69999", "Lyon", "69")),
        ("Lieu : site de Port-Brun (71999), 2e étage", ("71999", "Port-Brun", "71")),
        ("Résidence administrative  Port-Brun (08999), 4 quai Bas", ("08999", "Port-Brun", "08")),
        ("Laboratoire des Ports, Brest, 29999\nÉcole doctorale : Mer", ("29999", "Brest", "29")),
        ("Ville de\nPORT-BRUN\n43999 – Haute-Loire – 900 habitants", ("43999", "PORT-BRUN", "43")),
        ("Affectation : campus Bas, 40999\nPort-de-Brun", ("40999", "Port-de-Brun", "40")),
        ("MAIRIE DE PORT-BRUN (91)\nrecrute", (None, "PORT-BRUN", "91")),
        ("SDIS 45\nSDIS du Loiret\nMécanicien (H/F)", (None, None, "45")),
        ("Lieu de travail : Haute-Savoie", (None, None, "74")),
        ("Ville : Port-Brun\nDépartement : Nord (59)", (None, "Port-Brun", "59")),
        ("Un agent (H/F) pour le magasin de Port-Brun (79).", (None, "Port-Brun", "79")),
        ("Conducteur (H/F)\nSecteur de Vitré", (None, "Vitré", None)),
        ("CH de la Lande – Mont-de-Brun\nTechnicien (H/F)", (None, "Mont-de-Brun", None)),
        ("Le Groupe Port à Chamonix cherche un valet", (None, "Chamonix", None)),
        ("Serveur (H/F) à Cholet", (None, "Cholet", None)),
    ],
)
def test_place_in_many_arrangements(text: str, expected: tuple[str | None, ...]) -> None:
    assert place(text) == expected


def test_each_part_has_its_words() -> None:
    case = annotated("Lieu : [[2 rue Haute]], [[35410]] [[Port-Brun]]")
    posting = case.posting()
    parts = ("address", "postal_code", "city")
    assert [spans(posting, f"location.{part}") for part in parts] == [[s] for s in case.marked]
    assert spans(posting, "location.department") == [case.marked[1]]
    assert spans(posting, "location.region") == [case.marked[1]]
    assert posting.location is not None and posting.location.region == "Bretagne"


def test_an_address_completes_the_workplace_only_in_the_same_town() -> None:
    workplace = "Lieu de travail : Port-Brun\nCandidatures : "
    assert place(workplace + "Mairie, 1 rue Haute, 22310 Port-Brun") == ("22310", "Port-Brun", "22")
    assert place(workplace + "DRH, 1 rue Haute, 22310 Lamballe") == (None, "Port-Brun", None)


def test_the_code_of_a_sorting_office_is_not_the_towns() -> None:
    assert place("CV : Région, CS 21104, 35031 RENNES CEDEX") == (None, "RENNES", "35")


def test_two_addresses_compete() -> None:
    posting = parse("CV : 3 rue Haute, 38000 Grenoble\nQuestions : 4 rue Basse, 69001 Lyon")
    assert posting.location is None
    assert len(posting.ambiguous["location"]) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Salaire : 31000 Euros, budget de 26 000 Euros, 12 400 Habitants",
        "Tél. 02 61 91 49 10. SIRET 214 400 012 00015 Port",
        "Où ? Principalement en télétravail",
        "Les antennes situées à Brive et Tulle",
        "Le bureau est situé à quelques minutes du centre",
        "Lieu : École",
        "Lieu : Vienne",
        "Aide (H/F) à Domicile",
        "Équipe (12), niveau (31)",
        "Les entretiens auront lieu à Paris",
    ],
)
def test_numbers_and_words_that_are_no_place(text: str) -> None:
    assert place(text) is None


def test_table_of_departments() -> None:
    table = departments()
    assert table.source and table.checked_on
    of_regions = [d for d in table.by_code.values() if d.region]
    assert len(of_regions) == 101
    assert len({d.region for d in of_regions}) == 18
    assert len({d.name for d in table.by_code.values()}) == len(table.by_code)


@pytest.mark.parametrize(
    ("postal_code", "code"),
    [("01000", "01"), ("20000", "2A"), ("20137", "2A"), ("20200", "2B"), ("20600", "2B"),
     ("75116", "75"), ("97150", "971"), ("97410", "974"), ("98800", "988"), ("00100", None)],
)  # fmt: skip
def test_department_of_a_postal_code(postal_code: str, code: str | None) -> None:
    found = department_of_postal_code(postal_code)
    assert (found.code if found else None) == code


def test_departments_are_looked_up_as_they_are_written() -> None:
    assert (
        department_named("ILLE ET VILAINE")
        == department("35")
        == department_named("Ille-et-Vilaine")
    )
    assert department("2b") == department_named("haute corse")
    assert department_named("Belleroche") is None
