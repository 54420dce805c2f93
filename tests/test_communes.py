"""The names of communes and intercommunalities, and how they are looked up in their files."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from postings.reference.communes import communes_named, name_key
from postings.reference.departments import department, departments
from postings.reference.intercommunalities import intercommunality_key, intercommunality_named
from postings.reference.series import read_table

ROOT = Path(__file__).parent.parent


def codes(name: str) -> list[str]:
    """The codes of a name's communes, each with what the name alone is worth."""
    return [commune.code + commune.alone for commune in communes_named(name)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Nantes", ["44109!"]),
        ("BAR LE DUC", ["55029!"]),
        ("Pont-Château", ["44129!"]),
        ("St-Etienne", ["42218!"]),
        ("Ste-Foy-lès-Lyon", ["69202!"]),
        ("VILLENEUVE LEZ AVIGNON", ["30351!"]),
        ("Champs s/ Marne", ["77083!"]),
        ("L'Haÿ-les-Roses", ["94038!"]),
        ("L’HAY LES ROSES", ["94038!"]),
        ("Œuilly", ["02565", "51410"]),
        ("Lamastre", ["07129*"]),
        ("Saint-Denis", ["11339", "30247", "89342", "93066", "97411"]),
        ("Montreuil", ["28267", "62588", "85148", "93048"]),
        ("Valence", ["16392", "26362", "82186"]),
        ("La Rochelle", ["17300!", "70450"]),
        ("Clichy", ["92024+"]),
        ("Orange", ["84087+"]),
        ("Job", ["63179+"]),
        ("Aix", ["19002", "59004"]),  # Aix-en-Pévèle was Aix until 2018
        ("Cherbourg-Octeville", ["50129*"]),
        ("Châteauneuf-Grasse", ["06038*"]),
        ("Nouméa", ["98818!"]),
        ("Belleroche-sur-Lys", []),
        ("-", []),
    ],
)
def test_communes_of_a_name(name: str, expected: list[str]) -> None:
    assert codes(name) == expected


def test_a_commune_merged_into_another_has_its_code() -> None:
    (old,), (new,) = communes_named("Annecy-le-Vieux"), communes_named("Annecy")
    assert (old.name, old.code, new.code) == ("Annecy-le-Vieux", "74010", "74010")


def test_a_post_office_of_another_department() -> None:
    claret = {commune.code: commune.postal_codes for commune in communes_named("Claret")}
    assert claret == {"04058": ("05110",), "34078": ()}


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Nantes Métropole", "44"),
        ("Communauté d'agglomération du cotentin", "50"),
        ("METROPOLE NICE COTE D'AZUR", "06"),
        ("Communauté de communes du Trièves", "38"),
        ("Plaine Commune", "93"),
        ("Roissy Pays de France", "95 77"),
        ("Communauté de communes du Haut-Vernois", None),
        ("Communauté de communes des Quatre Rivières", None),  # two bear that name
    ],
)
def test_intercommunalities(name: str, codes: str | None) -> None:
    found = intercommunality_named(name)
    assert (" ".join(d.code for d in found.departments) if found else None) == codes


@pytest.mark.parametrize(
    ("file", "key_of"),
    [("communes.csv", name_key), ("intercommunalities.csv", intercommunality_key)],
)
def test_tables_are_sorted_by_what_they_are_searched_by(file: str, key_of: Any) -> None:
    keys = [key_of(row.partition(";")[0]) for row in read_table(file).rows]
    assert keys == sorted(keys) and all(keys)


def test_every_name_is_found_where_it_stands() -> None:
    rows = [row.split(";") for row in read_table("communes.csv").rows]
    sample = [*rows[:3], *rows[3:-3:97], *rows[-3:]]
    for name, cells in sample:
        held = {c.code for c in communes_named(name) if c.name == name}
        assert held == {cell[:5] for cell in cells.split()}


def test_every_department_has_communes() -> None:
    rows = (row.split(";")[1] for row in read_table("communes.csv").rows)
    held = {cell[: 3 if cell[:2] in ("97", "98") else 2] for row in rows for cell in row.split()}
    none = {code for code in departments().by_code if code not in held}
    assert none == set()
    assert all(department(code) for code in held)


COMMUNES = [
    {"code": "01001", "nom": "Port-Brun", "type": "commune-actuelle", "population": 900,
     "codesPostaux": ["01000", "71999"]},
    {"code": "02001", "nom": "Brume", "type": "commune-actuelle", "population": 41_000},
    {"code": "03001", "nom": "Brume", "type": "commune-actuelle", "population": 1_000},
    {"code": "04001", "nom": "Haut", "type": "commune-actuelle", "population": 300},
    {"code": "05001", "nom": "Lande", "type": "commune-actuelle", "population": 5_000},
    {"code": "05002", "nom": "Lande-sur-Lys", "type": "commune-actuelle", "population": 4_000},
    {"code": "06001", "nom": "Val-Neuf", "type": "commune-actuelle", "population": 2_000,
     "anciensCodes": ["06002"]},
    {"code": "06003", "nom": "Vieux-Bourg", "type": "commune-deleguee", "chefLieu": "06001"},
    {"code": "75101", "nom": "Paris 1er", "type": "arrondissement-municipal", "commune": "75056"},
]  # fmt: skip
HISTORY = [
    {"code": "06002", "nom": "Bourg-Brun", "type": "COM", "dateFin": "2016-01-01"},
    {"code": "06001", "nom": "Oublié", "type": "COM", "dateFin": "1965-01-01"},
    {"code": "03001", "nom": "Brume", "type": "COM"},
]
EPCI = [
    {"nom": "CC du Brun", "membres": [{"code": "01001", "populationTotale": 97},
                                      {"code": "02001", "populationTotale": 3}]},
]  # fmt: skip


def test_the_tables_are_made_of_the_packages(tmp_path: Path) -> None:
    packages: dict[str, dict[str, Any]] = {
        "now": {"package.json": {"version": "6"}, "data/communes.json": COMMUNES,
                "data/epci.json": EPCI, "data/ept.json": []},
        "then": {"package.json": {"version": "0.7"}, "data/historique-communes.json": HISTORY},
        "words": {"package.json": {"version": "2"}, "index.json": ["haut", "brume"]},
    }  # fmt: skip
    for package, files in packages.items():
        (tmp_path / package / "data").mkdir(parents=True)
        for file, content in files.items():
            (tmp_path / package / file).write_text(json.dumps(content), "utf-8")
    folders = [str(tmp_path / package) for package in packages]
    command = [sys.executable, str(ROOT / "tools" / "communes.py"), *folders]
    subprocess.run([*command, "--into", str(tmp_path), "--checked-on", "2026-03-09"], check=True)
    lines = (tmp_path / "communes.csv").read_text("utf-8").splitlines()
    assert "# checked_on: 2026-03-09" in lines
    assert lines[lines.index("name;codes") + 1 :] == [
        "Bourg-Brun;06001*",  # merged into another
        "Brume;02001! 03001",  # forty-one times as many
        "Haut;04001+",  # a word
        "Lande;05001+",  # the longer name has four fifths of its inhabitants
        "Lande-sur-Lys;05002*",
        "Port-Brun;01001*/71999",
        "Val-Neuf;06001*",
        "Vieux-Bourg;06001*",
    ]
    groups = (tmp_path / "intercommunalities.csv").read_text("utf-8").splitlines()
    assert groups[-1] == "CC du Brun;01"
