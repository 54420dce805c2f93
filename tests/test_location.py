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
        ("Conducteur (H/F)\nSecteur de Vitré", (None, "Vitré", "35")),
        ("CH de la Lande – Mont-de-Brun\nTechnicien (H/F)", (None, "Mont-de-Brun", None)),
        ("Le Groupe Port à Chamonix cherche un valet", (None, "Chamonix", None)),
        ("Serveur (H/F) à Cholet", (None, "Cholet", "49")),
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
    assert place("CV : Région, CS 21104, 35031 RENNES CEDEX") == (None, "Rennes", "35")


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


def commune(text: str) -> tuple[str | None, ...] | None:
    """City, its code, département and region that a text says."""
    found = parse(text).location
    return (found.city, found.insee_code, found.department, found.region) if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lieu : BAR LE DUC", ("Bar-le-Duc", "55029", "55", "Grand Est")),
        ("Lieu : Pont-Château", ("Pont-Château", "44129", "44", "Pays de la Loire")),
        ("Lieu : 93200 ST DENIS", ("ST DENIS", "93066", "93", "Île-de-France")),
        ("Lieu : 97400 Saint-Denis", ("Saint-Denis", "97411", "974", "La Réunion")),
        ("Lieu : Valence, Occitanie", ("Valence", "82186", "82", "Occitanie")),
        ("Lieu : Valence, Auvergne-Rhône-Alpes, France", ("Valence", "26362", "26", "Auvergne-Rhône-Alpes")),
        ("Lieu : SAINT DENIS, La Réunion", ("Saint-Denis", "97411", "974", "La Réunion")),
        ("Lieu : Pau, Pyrénées-Atlantiques", ("Pau", "64445", "64", "Nouvelle-Aquitaine")),
        ("Lieu : Paris 12e", ("Paris", "75056", "75", "Île-de-France")),
        ("Lieu : Lyon 3e arrondissement", ("Lyon", "69123", "69", "Auvergne-Rhône-Alpes")),
        ("Cariste (H/F)\n13 - MARSEILLE 08\n", ("Marseille", "13055", "13", "Provence-Alpes-Côte d'Azur")),
        ("CV : Port, CS 21104, 17028 LA ROCHELLE CEDEX 1", ("La Rochelle", "17300", "17", "Nouvelle-Aquitaine")),
        ("Lieu : ROISSY EN FRANCE", ("Roissy-en-France", "95527", "95", "Île-de-France")),
        ("Lieu : Fort-de-France", ("Fort-de-France", "97209", "972", "Martinique")),
        ("Lieu : 97500 Saint-Pierre", ("Saint-Pierre", "97502", "975", None)),
        ("Lieu : 97133 Saint-Barthélemy", ("Saint-Barthélemy", "97701", "977", None)),
        ("Lieu : Papeete", ("Papeete", "98735", "987", None)),
        ("Lieu : 05110 Claret", ("Claret", "04058", "04", "Provence-Alpes-Côte d'Azur")),
        ("Lieu : Annecy-le-Vieux", ("Annecy-le-Vieux", "74010", "74", "Auvergne-Rhône-Alpes")),
        ("Lieu : Roche-sur-Yon (85)", ("Roche-sur-Yon", "85191", "85", "Pays de la Loire")),
        ("Poste basé au Mans.", ("Le Mans", "72181", "72", "Pays de la Loire")),
        ("Poste basé aux Sables-d’Olonne.", ("Les Sables-d’Olonne", "85194", "85", "Pays de la Loire")),
        ("La Ville du Havre recrute un agent (H/F)", ("Le Havre", "76351", "76", "Normandie")),
        ("Aide à domicile (H/F)\nSecteur des Herbiers", ("Les Herbiers", "85109", "85", "Pays de la Loire")),
        ("Mairie de Clichy\nAgent (H/F)", ("Clichy", "92024", "92", "Île-de-France")),
        ("CV : DRH, 73 avenue Haute, Saint-Mandé (94)", ("Saint-Mandé", "94067", "94", "Île-de-France")),
    ],
)  # fmt: skip
def test_a_town_tells_its_commune(text: str, expected: tuple[str | None, ...]) -> None:
    assert commune(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lieu : SAINT DENIS", ("Saint-Denis", None, None, None)),
        ("Lieu : Sainte-Marie", ("Sainte-Marie", None, None, None)),
        ("Lieu : Montreuil", ("Montreuil", None, None, None)),
        ("Ville de Montreuil\nAgent (H/F)", ("Montreuil", None, None, None)),
        ("Lieu : Clichy", ("Clichy", None, None, None)),
        ("Lieu : Orange", ("Orange", None, None, None)),
        ("Lieu : Le Port", ("Le Port", None, None, None)),
        ("Lieu : Aix (13)", ("Aix", None, "13", "Provence-Alpes-Côte d'Azur")),
        ("Lieu : 22310 Nantes", ("Nantes", None, "22", "Bretagne")),
        ("Centre hospitalier de Saint-Denis\nInfirmier (H/F)", None),
        ("Université de Bourgogne\nIngénieur (H/F)", None),
        ("Orange recrute un technicien (H/F)", None),
        ("Port 2024 recrute un agent. Contact : Nancy Martin, Lens Optique", None),
        ("affecté aux Archives", None),
        ("Département informatique\nAgent (H/F)", None),
    ],
)
def test_what_a_name_does_not_tell(text: str, expected: tuple[str | None, ...] | None) -> None:
    assert commune(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nantes Métropole recrute un agent (H/F)", (None, None, "44", "Pays de la Loire")),
        ("Communauté de communes du Trièves\nAgent (H/F)", (None, None, "38", "Auvergne-Rhône-Alpes")),
        ("Communauté d'agglomération Roissy Pays de France\nAgent (H/F)", (None, None, None, "Île-de-France")),
        ("Agglomération de Chaumont\nAgent (H/F)", (None, None, "52", "Grand Est")),
        ("Employeur : Grand Poitiers\nAgent (H/F)", (None, None, "86", "Nouvelle-Aquitaine")),
        ("Reims Métropole\nAgent (H/F)", (None, None, "51", "Grand Est")),
        ("Communauté de communes du Haut-Vernois\nAgent (H/F)", None),
        ("Métropole Européenne de Lille\nAgent (H/F)", (None, None, "59", "Hauts-de-France")),
        ("Préfecture de la Drôme\nAgent (H/F)", (None, None, "26", "Auvergne-Rhône-Alpes")),
        ("SDIS 974\nPompier (H/F)", (None, None, "974", "La Réunion")),
        ("CHU de Nantes\nInfirmier (H/F)", (None, None, "44", "Pays de la Loire")),
        ("CHU de La Réunion\nInfirmier (H/F)", (None, None, "974", "La Réunion")),
        ("Sous-préfecture de Dinan\nAgent (H/F)", (None, None, "22", "Bretagne")),
        ("DREAL Occitanie\nAgent (H/F)", (None, None, None, "Occitanie")),
        ("Région Réunion\nAgent (H/F)", (None, None, "974", "La Réunion")),
        ("Déplacements réguliers dans toute l'Occitanie (permis B)", (None, None, None, "Occitanie")),
        ("Employeur : Plaine Commune\nLieu de travail : Saint-Denis", ("Saint-Denis", "93066", "93", "Île-de-France")),
        ("Conseil départemental de la Drôme\nLieu de travail : Valence", ("Valence", "26362", "26", "Auvergne-Rhône-Alpes")),
        ("Département du Gers\nLieu de travail : Lavernoy", ("Lavernoy", None, "32", "Occitanie")),
        ("Département du Gers\nLieu de travail : Lyon", ("Lyon", "69123", "69", "Auvergne-Rhône-Alpes")),
    ],
)  # fmt: skip
def test_the_employer_tells_where_it_is(text: str, expected: tuple[str | None, ...] | None) -> None:
    assert commune(text) == expected


def rules(marked: str, part: str) -> tuple[list[tuple[int, int]], set[str], list[tuple[int, int]]]:
    """The words that tell a part of the place, the rules, and the words that were marked."""
    case = annotated(marked)
    posting = case.posting()
    path = f"location.{part}"
    return spans(posting, path), {e.rule for e in posting.evidence[path]}, list(case.marked)


@pytest.mark.parametrize(
    ("marked", "part", "rule"),
    [
        ("Lieu : [[Lamastre]]", "insee_code", "location.commune"),
        ("Lieu : [[Lamastre]]", "department", "location.commune"),
        ("Lieu : [[Lamastre]]", "region", "location.commune"),
        ("Lieu : [[Valence]] ([[26]])", "insee_code", "location.commune"),
        ("Lieu : Valence ([[26]])", "department", "location.label"),
        ("Lieu : [[Valence]], [[Occitanie]]", "department", "location.commune"),
        ("Département du [[Gers]]\nLieu de travail : Auch", "department", "location.department"),
        ("Département du Gers\nLieu de travail : [[Auch]]", "insee_code", "location.commune"),
        ("[[Nantes Métropole]] recrute un agent (H/F)", "department", "location.intercommunality"),
        ("[[CHU de Nantes]]\nInfirmier (H/F)", "department", "location.seat"),
        ("[[SDIS 35]]\nPompier (H/F)", "region", "location.numbered-body"),
        ("[[DREAL Occitanie]]\nAgent (H/F)", "region", "location.regional-body"),
        ("Déplacements dans toute l'[[Occitanie]].", "region", "location.territory"),
    ],
)
def test_what_is_derived_points_at_the_words_it_comes_from(
    marked: str, part: str, rule: str
) -> None:
    found, ways, marks = rules(marked, part)
    assert sorted(found) == marks
    assert ways == {rule}


def test_the_employer_that_tells_namesakes_apart_is_evidence() -> None:
    case = annotated("Employeur : [[Plaine Commune]]\nLieu de travail : [[Saint-Denis]]")
    for part in ("insee_code", "department"):
        assert sorted(spans(case.posting(), f"location.{part}")) == list(case.marked)


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
