"""`postings grades`: any spelling, the right grades first, with indices and euros."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from datetime import date
from typing import Any

import pytest
from rich.console import Console
from typer.testing import CliRunner

from postings.grades.search import find_grades, known_grades, named_exactly, nearest_names
from postings.pay.ladder import ladder
from postings.reference.series import CERTAINTIES
from postings_cli.main import app
from postings_cli.render.grades import drawn_grades
from postings_cli.render.ladder import print_ladders
from postings_cli.render.sheet_terminal import print_sheet

DAY = "2025-09-04"
RP2, RP1 = "Rédacteur principal de 2ème classe", "Rédacteur principal de 1ère classe"


def grades(*arguments: str) -> str:
    """What the command prints in a pipe."""
    done = CliRunner().invoke(app, ["grades", *arguments, "--on", DAY], env={"POSTINGS_FORMAT": ""})
    assert done.exit_code == 0, done.stderr
    return done.stdout


def grades_json(*arguments: str) -> list[dict[str, Any]]:
    """What the command prints as JSON."""
    found: list[dict[str, Any]] = json.loads(grades(*arguments, "--format", "json"))
    return found


def names(query: str) -> list[str]:
    """Names found, with their versant."""
    return [f"{entry.name} {entry.versant}" for entry in find_grades(query)]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("AAP2", "Adjoint administratif principal de 2ème classe FPT"),
        ("ATSEM", "ATSEM principal de 2ème classe FPT"),
        ("EJE", "Éducateur de jeunes enfants FPT"),
        ("eje", "Éducateur de jeunes enfants FPT"),
        ("ETAPS", "Éducateur des activités physiques et sportives FPT"),
        ("adj. tech. ppal 1ère cl.", "Adjoint technique principal de 1ère classe FPT"),
        ("rédactrice principale de 2e classe", f"{RP2} FPT"),
        ("attachée d'administration hospitalière", "Attaché d'administration hospitalière FPH"),
        ("redacteur pincipal 1", f"{RP1} FPT"),
        ("adjoit tecnique", "Adjoint technique FPT"),
        ("proffesseur des ecoles", "Professeur des écoles de classe normale FPE"),
        ("garde champetre", "Garde champêtre chef FPT"),
        ("puericultrise", "Puéricultrice FPT"),
        ("rédacteur principal de 3e classe", f"{RP2} FPT"),
        ("DGST 40 000 à 80 000 hab.", "DGST 40 000 à 80 000 hab. FPT"),
    ],
)  # fmt: skip
def test_found_first(query: str, first: str) -> None:
    assert names(query)[0] == first


def test_an_abbreviation_finds_nothing_else() -> None:
    assert {entry.name for entry in find_grades("AAP2")} == {
        "Adjoint administratif principal de 2ème classe"
    }


def test_all_words_of_the_query_are_in_the_name() -> None:
    assert names("rédacteur principal") == [f"{RP2} FPT", f"{RP1} FPT"]


def test_every_name_of_the_table_is_found_exactly() -> None:
    for entry in known_grades():
        naming = named_exactly(entry.name)
        assert naming and entry in naming.entries
        assert entry.kind == "corps" or entry in find_grades(entry.name)


def test_suggestions_are_near() -> None:
    assert nearest_names("redacteur pincipal")[:2] == [f"{RP2} (FPT)", f"{RP1} (FPT)"]
    assert nearest_names("xqz") == []


def test_the_plural_is_a_corps_and_the_singular_a_grade() -> None:
    for query, kind in (("rédacteurs", "corps"), ("rédacteur", "grade")):
        naming = named_exactly(query)
        assert naming and [entry.kind for entry in naming.meant()] == [kind]


def test_a_grade_with_its_figures() -> None:
    (second, first) = grades_json("rédacteur principal")
    assert (second["grade"], second["versant"], second["category"]) == (RP2, "FPT", "B")
    assert second["corps"] == "Rédacteurs territoriaux"
    assert (second["first"]["index"], second["first"]["indice_majore"]) == ("401", 376)
    assert second["last"]["year"] == 31840.56
    assert (first["last"]["index"], first["last"]["year"]) == ("707", 34971.45)
    assert second["certainty"] in CERTAINTIES
    assert second["grid"]["entry"] == f"grid:FPT/{RP2}@2022-09-01"
    assert second["grid"]["source"]


def test_echelons() -> None:
    (found,) = grades_json(RP2, "--echelons", "--versant", "FPT")
    assert [rung["echelon"] for rung in found["echelons"]] == [str(n) for n in range(1, 13)]
    assert (found["echelons"][4]["index"], found["echelons"][4]["year"]) == ("458", 23983.80)
    header, *lines = grades(RP2, "--echelons").splitlines()
    assert header.split("\t")[2:5] == ["ECHELON", "INDEX", "IM"]
    assert len(lines) == 12


def test_all_grades_with_filters() -> None:
    everything = list(csv.DictReader(io.StringIO(grades("--format", "csv"))))
    assert {row["versant"] for row in everything} == {"FPT", "FPE", "FPH"}
    hospital = list(
        csv.DictReader(
            io.StringIO(grades("--format", "csv", "--versant", "fph", "--category", "B"))
        )
    )
    assert {(row["versant"], row["category"]) for row in hospital} == {("FPH", "B")}
    assert 0 < len(hospital) < len(everything)


def test_a_grade_without_a_grid_says_so() -> None:
    found = grades_json("Directeur territorial")[0]
    assert (found["grid"], found["first"], found["status"]) == (None, None, "extinction")
    assert "\tunknown\t" in grades("Directeur territorial")


def test_a_grade_that_is_no_more_is_shown_only_when_asked_for() -> None:
    gone = "Adjoint administratif de 2ème classe"
    assert gone not in grades("--format", "csv")
    assert (grades_json(gone)[0]["grade"], grades_json(gone)[0]["status"]) == (gone, "ancien")


def test_limit() -> None:
    done = CliRunner().invoke(app, ["grades", "adjoint", "--limit", "2", "--format", "jsonl"])
    assert len(done.stdout.splitlines()) == 2
    assert done.stderr.startswith("postings: 2 of ")


def test_words_need_no_quotes() -> None:
    assert grades("rédacteur", "principal") == grades("rédacteur principal")


def test_nothing_found_is_one_line() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "postings_cli", "grades", "xqz", "--versant", "FPT"],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "postings: no grade resembles 'xqz' in FPT; try fewer words, or list them all: postings grades\n"
    )


def drawn(width: int, query: str, *, echelons: bool = False) -> list[str]:
    """The lines of a terminal of some width, without colours."""
    console = Console(width=width, file=io.StringIO(), markup=False, highlight=False)
    ladders = [ladder(entry, date.fromisoformat(DAY)) for entry in find_grades(query)]
    if echelons:
        print_ladders(ladders, console)
    else:
        print_sheet(drawn_grades(ladders), console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue().replace("\u202f", " ").replace("\u00a0", " ").splitlines()


def test_a_terminal_groups_by_corps() -> None:
    lines = drawn(80, "rédacteur principal")
    assert lines[2] == "FPT · Rédacteurs territoriaux · B"
    assert lines[3].startswith(f"{RP2}  401–638  376–539  22 212 – 31 841  ")


@pytest.mark.parametrize("width", [40, 80, 160])
@pytest.mark.parametrize("echelons", [True, False])
def test_no_line_is_wider_than_the_terminal(width: int, echelons: bool) -> None:
    assert max(map(len, drawn(width, "attaché", echelons=echelons))) <= width
