"""`postings pay`: what it prints, and what it says of what it cannot price."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from datetime import date
from typing import Any

import pytest
from rich.console import Console
from typer.testing import CliRunner

from postings.reference.series import CERTAINTIES
from postings_cli.main import app
from postings_cli.pay.answer import answer
from postings_cli.pay.request import PayRequest
from postings_cli.render.pay_terminal import print_pay

DAY = "2025-09-04"
RP2 = "rédacteur principal de 2e classe"


def pay(*arguments: str, on: str = DAY) -> str:
    """What the command prints in a pipe."""
    done = CliRunner().invoke(app, ["pay", *arguments, "--on", on], env={"POSTINGS_FORMAT": ""})
    assert done.exit_code == 0, done.stderr
    return done.stdout


def pay_json(*arguments: str, on: str = DAY) -> dict[str, Any]:
    """What the command prints as JSON."""
    found: dict[str, Any] = json.loads(pay(*arguments, "--format", "json", on=on))
    return found


def refused(*arguments: str) -> tuple[int, str]:
    """The exit code and the one line that the real program answers with."""
    done = subprocess.run(
        [sys.executable, "-m", "postings_cli", "pay", *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    return done.returncode, line.removeprefix("postings: ")


def rows(text: str) -> list[dict[str, str]]:
    """The lines of a table in a pipe, by the names of its columns."""
    head, *lines = ([cell.strip() for cell in line.split("\t")] for line in text.splitlines())
    return [dict(zip(head, line, strict=True)) for line in lines]


def screen(width: int = 80, **asked: Any) -> list[str]:
    """The lines of a terminal of some width, without colours."""
    console = Console(width=width, file=io.StringIO(), markup=False, highlight=False)
    print_pay(answer(PayRequest(day=date.fromisoformat(DAY), **asked)), console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue().replace("\u202f", " ").replace("\u00a0", " ").splitlines()


def test_the_range_of_the_issue() -> None:
    found = pay_json("--ib", "444-821")
    assert found["annual_gross"] == {"min": 23333.99, "max": 40051.77}
    assert found["monthly_gross"] == {"min": 1944.50, "max": 3337.65}
    assert found["subject"] == "IB 444–821"


def test_the_same_range_in_january_2023() -> None:
    found = pay_json("--ib", "444-821", on="2023-01-15")
    assert found["annual_gross"] == {"min": 22698.16, "max": 39168.87}
    entries = {s["entry"] for p in found["pays"] for t in p["steps"] for s in t["sources"]}
    assert entries == {"ib-im@2021-04-01", "point-indice@2022-07-01"}


@pytest.mark.parametrize("written", ["444-821", "444–821", "444 à 821", "444..821"])
def test_ways_to_write_a_range(written: str) -> None:
    assert [p["index"] for p in pay_json("--ib", written)["pays"]] == ["444", "821"]


def test_each_step_in_a_pipe() -> None:
    lines = rows(pay("--ib", "444"))
    steps = {line["STEP"]: line for line in lines}
    assert list(steps) == ["indice brut", "indice majoré", "valeur du point", "traitement brut"]
    assert steps["indice majoré"]["VALUE"] == "395"
    assert steps["indice majoré"]["TABLES"] == "ib-im@2024-01-01"
    assert steps["valeur du point"]["VALUE"] == "59.0734"
    traitement = steps["traitement brut"]
    assert (traitement["MONTH"], traitement["YEAR"]) == ("1944.50", "23333.99")
    assert (traitement["CERTAINTY"], traitement["AT"]) == ("official", "IB 444")
    assert traitement["SOURCE"].startswith("Décret 2023-519")


def test_every_figure_is_traced_to_a_dated_source() -> None:
    found = pay_json("--grade", RP2, "--echelon", "5", "--nbi", "25", "--net")
    (one,) = found["pays"]
    steps = one["steps"] + [s for net in one["net_estimates"] for s in net["steps"]]
    told = [s for s in steps if s["step"] != "gross"]
    assert all(step["sources"] and step["certainty"] for step in told)
    assert all(s["source"] and s["since"] for step in told for s in step["sources"])


def test_an_echelon_of_a_grade() -> None:
    (one,) = pay_json("--grade", RP2, "--echelon", "5")["pays"]
    assert (one["grade"], one["versant"]) == ("Rédacteur principal de 2ème classe", "FPT")
    assert (one["echelon"], one["index"], one["indice_majore"]) == ("5", "458", 406)
    assert one["gross"] == {"month": 1998.65, "year": 23983.80}
    assert one["certainty"] in CERTAINTIES


def test_a_grade_is_a_line_an_echelon() -> None:
    lines = rows(pay("--grade", RP2))
    assert [line["ECHELON"] for line in lines] == [str(n) for n in range(1, 13)]
    assert (lines[0]["GROSS_YEAR"], lines[-1]["GROSS_YEAR"]) == ("22211.60", "31840.56")
    assert "grid:FPT/Rédacteur principal de 2ème classe@2022-09-01" in lines[0]["TABLES"]


def test_a_corps_has_the_ladders_of_its_grades() -> None:
    found = pay_json("--grade", "rédacteurs territoriaux")
    assert list(dict.fromkeys(p["grade"] for p in found["pays"])) == [
        "Rédacteur",
        "Rédacteur principal de 2ème classe",
        "Rédacteur principal de 1ère classe",
    ]
    assert found["annual_gross"]["max"] == 34971.45


def test_homonyms_that_one_grid_pays_need_no_versant() -> None:
    found = pay_json("--grade", "attaché")
    assert found["annual_gross"] == {"min": 23333.99, "max": 40051.77}
    assert "(FPT)" in found["notes"][0] and "(FPE)" in found["notes"][0]
    assert {p["versant"] for p in pay_json("--grade", "attaché", "--versant", "fpe")["pays"]} == {
        "FPE"
    }


def test_nbi_is_a_line_of_its_own() -> None:
    found = pay_json("--im", "395", "--nbi", "25")
    (one,) = found["pays"]
    assert found["annual_gross"] == {"min": 23333.99, "max": 23333.99}
    assert found["nbi"] == {"points": 25, "month": 123.07, "year": 1476.84}
    assert one["traitement"]["month"] == 1944.50
    assert one["gross"] == {"month": 2067.57, "year": 24810.83}


def test_the_minimum_index_and_the_smic_have_their_lines() -> None:
    low = {s["step"]: s for s in pay_json("--ib", "367", on="2023-01-15")["pays"][0]["steps"]}
    assert (low["indice majoré"]["value"], low["indice minimum"]["value"]) == (340, 353)
    lines = {s["STEP"]: s for s in rows(pay("--im", "366", on="2026-01-01"))}
    extra = lines["indemnité différentielle SMIC"]
    assert (extra["VALUE"], extra["MONTH"], extra["TABLES"]) == (
        "1823.03",
        "21.29",
        "smic@2026-01-01",
    )
    assert lines["gross"]["MONTH"] == "1823.03"


@pytest.mark.parametrize("written", ["0.8", "0,8", "80%", "80 %", "28/35"])
def test_a_share(written: str) -> None:
    found = pay_json("--ib", "444", "--share", written)
    assert found["annual_gross"]["min"] == 18667.19
    steps = {s["step"]: s for s in found["pays"][0]["steps"]}
    assert steps["traitement, full post"]["year"] == 23333.99


def test_a_category_goes_from_its_lowest_to_its_highest() -> None:
    found = pay_json("--category", "C", "--versant", "FPT")
    low, high = found["pays"]
    assert (low["index"], low["echelon"]) == ("367", "1")
    assert low["gross"]["month"] <= high["gross"]["month"]
    assert "grades" in found["notes"][0]


def test_lettres_hors_echelle() -> None:
    found = pay_json("--ib", "hea")
    assert [(p["index"], p["indice_majore"]) for p in found["pays"]] == [
        ("HEA1", 895),
        ("HEA2", 930),
        ("HEA3", 977),
    ]
    assert [p["index"] for p in pay_json("--ib", "797-HEBbis2")["pays"]] == ["797", "HEBbis2"]


def test_net_estimates_have_each_contribution_on_its_line() -> None:
    (one,) = pay_json("--im", "395", "--nbi", "25", "--net")["pays"]
    servant, agent = one["net_estimates"]
    assert (servant["regime"], servant["net_month"], servant["estimate"]) == (
        "CNRACL",
        1641.03,
        True,
    )
    held = {s["step"]: s["month"] for s in servant["steps"]}
    assert held["retenue pour pension (CNRACL)"] == -229.50
    assert (held["CSG déductible"], held["CRDS"]) == (-138.13, -10.16)
    assert (agent["regime"], agent["gross_month"]) == ("IRCANTEC", 1944.50)
    bases = {s["step"]: [e["entry"] for e in s["sources"]] for s in agent["steps"]}
    assert bases["IRCANTEC tranche A"] == ["ircantec-a@2017-01-01", "pmss@2025-01-01"]


def test_the_state_has_its_pension() -> None:
    (one,) = pay_json("--ib", "444", "--versant", "FPE", "--net")["pays"]
    assert one["net_estimates"][0]["regime"] == "pension civile"


def test_net_marks_itself_an_estimate_in_a_pipe() -> None:
    text = pay("--ib", "444", "--net")
    assert "net before tax, civil servant (CNRACL), estimate" in text
    assert "net before tax, contract agent (IRCANTEC), estimate" in text


def test_csv_is_a_line_a_pay_with_the_same_columns() -> None:
    one = list(csv.DictReader(io.StringIO(pay("--ib", "444", "--format", "csv"))))
    many = list(csv.DictReader(io.StringIO(pay("--grade", RP2, "--nbi", "10", "--format", "csv"))))
    assert list(one[0]) == list(many[0])
    assert (one[0]["gross_year"], one[0]["nbi_points"]) == ("23333.99", "")
    assert [row["nbi_month"] for row in many] == ["49.23"] * 12
    assert all(row["certainty"] and row["source"] and row["tables"] for row in one + many)


def test_jsonl_is_a_pay_a_line() -> None:
    lines = pay("--grade", RP2, "--format", "jsonl").splitlines()
    assert [json.loads(line)["echelon"] for line in lines] == [str(n) for n in range(1, 13)]


def test_markdown_begins_with_the_answer() -> None:
    text = pay("--ib", "444-821", "--format", "md").replace("\u202f", " ").replace("\u00a0", " ")
    assert text.startswith("IB 444–821, 4 sept. 2025\n\n23 333,99 – 40 051,77 € a year gross, ")
    assert "| IB 444 | valeur du point | 59,0734 |" in text


@pytest.mark.parametrize(
    ("arguments", "code", "line"),
    [
        (("--grade", "redacteur pincipal 2"), 1, "no grade is called 'redacteur pincipal 2'; the nearest are Rédacteur principal de 2ème classe (FPT), "),
        (("--grade", "xqz"), 1, "no grade is called 'xqz'; look for it with: postings grades WORD"),
        (("--grade", "AP"), 2, "'AP' is 3 grades: Attaché principal (FPT), Adjoint du patrimoine (FPT), Auxiliaires de puériculture (FPH); say which: add --versant FPT, or another's, or write its name in full"),
        (("--grade", "rédacteur", "--versant", "FPH"), 1, "no 'rédacteur' in FPH; try --versant FPT"),
        (("--grade", "RP2", "--echelon", "14"), 1, "Rédacteur principal de 2ème classe has no échelon 14 on 2025-09-04; it has 1 to 12"),
        (("--grade", "rédacteurs", "--echelon", "2"), 2, "'rédacteurs' is several grades: 'Rédacteur', "),
        (("--grade", "Directeur territorial"), 1, "no pay grid of 'Directeur territorial' is known; say its indices: --ib 444-821"),
        (("--ib", "250"), 1, "no indice brut 250 is known on 2025-09-04; the scale goes from 367 to 1027, then HEA to HEG; if it is an indice majoré, say --im 250"),
        (("--im", "900"), 1, "no indice majoré 900 exists on 2025-09-04: the highest is 835, or a lettre hors échelle; if it is an indice brut, say --ib 900"),
        (("--ib", "821-444"), 2, "--ib '821-444' goes down; write --ib 444-821"),
        (("--ib", "attaché"), 2, "--ib 'attaché' is no index; write --ib 444 or 444-821"),
        (("--im", "HEA"), 2, "--im 'HEA' is no index; "),
        (("--ib", "444", "--im", "395"), 2, "more than one thing to price; say one of --ib, --im, --grade and --category"),
        ((), 2, "nothing to price; say one of --ib, --im, --grade and --category"),
        (("--nbi", "25"), 2, "nothing to price; "),
        (("--ib", "444", "--echelon", "3"), 2, "--echelon says nothing without a grade; add --grade NAME"),
        (("--ib", "444", "--versant", "FPT"), 2, "an index is worth the same in every versant; leave --versant out, or add --net"),
        (("--ib", "444", "--share", "1.2"), 2, "--share '1.2' is no part of a full post; write --share 0.8, 80% or 28/35"),
        (("--ib", "444", "--share", "1/0"), 2, "--share '1/0' is no part of a full post; "),
    ],
)  # fmt: skip
def test_refusals_are_one_line_with_the_cure(
    arguments: tuple[str, ...], code: int, line: str
) -> None:
    found = refused(*arguments, "--on", DAY)
    assert found[0] == code
    assert found[1].startswith(line)


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("--ib", "444", "--on", "2009-12-31"), "the tables of pay begin on 2011-01-01, after 2009-12-31; say --on 2011-01-01 or later"),
        (("--im", "395", "--on", "2009-12-31"), "the tables of pay begin on 2010-01-01, after 2009-12-31; say --on 2010-01-01 or later"),
        (("--grade", "RP2", "--on", "2015-01-01"), "the pay grid of 'Rédacteur principal de 2ème classe' on 2015-01-01 is not known; it is known from "),
    ],
)  # fmt: skip
def test_days_before_the_tables(arguments: tuple[str, ...], line: str) -> None:
    code, found = refused(*arguments)
    assert code == 1
    assert found.startswith(line)


def test_a_day_long_after_the_last_check_gets_a_note() -> None:
    (note,) = pay_json("--ib", "444", on="2032-01-01")["notes"]
    assert note.startswith("the tables were last checked on ")


def test_the_answer_comes_first_on_a_terminal() -> None:
    lines = screen(ib=("444", "821"))
    assert lines[:2] == [
        "IB 444–821, 4 sept. 2025",
        "23 333,99 – 40 051,77 € a year gross, 1 944,50 – 3 337,65 € a month",
    ]
    assert "traitement brut  395 × 59,0734   1 944,50  23 333,99  official  2" in lines
    assert "2  valeur du point, since 1 juil. 2023, official" in lines


def test_a_ladder_on_a_terminal() -> None:
    lines = screen(grade=RP2, nbi=25)
    assert "NBI 25 points besides: 1 476,84 € a year, 123,07 € a month" in lines
    assert any(line.startswith("      5  458  406   1 998,65  23 983,80") for line in lines)


@pytest.mark.parametrize("width", [40, 60, 80, 100, 160])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    for asked in ({"ib": ("444", "821")}, {"grade": "AAP2"}, {"category": "C"}):
        assert max(map(len, screen(width, net=True, nbi=10, **asked))) <= width
