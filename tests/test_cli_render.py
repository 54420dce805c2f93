"""Tables and cards: what a reader sees at a given width, from records made by hand."""

from __future__ import annotations

import csv
import io
import os
import pty
import re
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from rich.console import Console

from postings.compare import Row, row_of
from postings.posting import (
    Alternative,
    AnnualGross,
    Contract,
    Doubt,
    Evidence,
    Grade,
    Indices,
    Posting,
    Salary,
    Source,
    StatedPay,
)
from postings_cli.export.delimited import KEYS, delimited_lines, header
from postings_cli.export.markdown import comparison
from postings_cli.render.card import card_of
from postings_cli.render.card_plain import plain_lines as card_lines
from postings_cli.render.card_terminal import print_card
from postings_cli.render.cells import COLUMNS
from postings_cli.render.figures import FrenchFigures, PlainFigures
from postings_cli.render.plain import plain_lines
from postings_cli.render.table import print_table
from postings_cli.render.wrap import clip, clip_start, wrap
from postings_cli.safe import json_on_terminal, one_line

TODAY = date(2025, 11, 21)
FRENCH, PLAIN = FrenchFigures(), PlainFigures()
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def evidence(line: int, text: str = "mot") -> tuple[Evidence, ...]:
    """Evidence on a line of the first page."""
    return (Evidence(page=1, line=line, start=0, end=3, text=text, rule="test.rule"),)


def grade(name: str) -> Grade:
    """A grade of category B."""
    return Grade(name=name, kind="grade", corps=None, category="B", versant="FPT", stated=name)


POSTING = Posting(
    source=Source(path="offres/redacteur/posting.pdf", pages=2, sha256="1"),
    title="Coordinateur du contrat local de santé",
    employer="Communauté de communes",
    categories=("B",),
    grades=tuple(
        grade(name)
        for name in (
            "Rédacteur",
            "Rédacteur principal de 2ème classe",
            "Rédacteur principal de 1ère classe",
            "Technicien",
        )
    ),
    contract=Contract(types=("projet",), duration_months=Decimal(36), legal_basis=("L332-24",)),
    deadline="2025-12-01",
    starts_on="2026-01",
    salary=Salary(
        annual_gross=AnnualGross(
            min=Decimal("23333.99"), max=Decimal("40051.77"), basis="index", as_of="2025-09-04"
        )
    ),
    evidence={"salary.annual_gross": evidence(14), "deadline": evidence(60, "avant le 1er\tdéc.")},
    ambiguous={
        "reference": (
            Alternative(value="A-12", evidence=evidence(2)),
            Alternative(value="B-7", evidence=evidence(9)),
        )
    },
    warnings=(Doubt(code="grade.category", message="Category and grade differ", path="grades"),),
)


def drawn(rows: list[Row], width: int, names: list[str] | None = None) -> list[str]:
    """The lines of a table on a terminal of some width, without colours."""
    console = Console(width=width, file=io.StringIO(), markup=False, highlight=False)
    print_table(rows, names, TODAY, console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue().splitlines()


def cell(row: Row, name: str) -> str:
    """A cell in plain figures."""
    return COLUMNS[name].cell(row, PLAIN).plain()


@pytest.mark.parametrize("width", [40, 60, 80, 120, 160])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(map(len, drawn([row_of(POSTING, TODAY)], width))) <= width


def test_at_80_columns_the_headline_is_whole() -> None:
    lines = drawn([row_of(POSTING, TODAY)], 80)
    assert lines[0].split("  ")[0] == "Posting"
    for heading in ("Gross a year", "Grade", "Contract", "Deadline"):
        assert heading in lines[0]
    text = "\n".join(lines)
    for words in (
        "23\u202f334\u00a0– 40\u202f052\u00a0€",
        "1\u00a0déc.\u00a02025",
        "10\u00a0days left",
    ):
        assert words in text
    assert "L332-24" in text
    assert "+1 more" in text


def test_warnings_stand_under_the_title() -> None:
    assert any(line.startswith("! grade.category") for line in drawn([row_of(POSTING, TODAY)], 80))


def test_wide_terminals_show_more_columns() -> None:
    narrow, wide = (drawn([row_of(POSTING, TODAY)], width)[0] for width in (80, 160))
    assert "Start" not in narrow
    assert all(heading in wide for heading in ("Location", "Published", "Start"))


def test_a_word_too_long_is_cut_with_a_mark() -> None:
    assert wrap("un anticonstitutionnellement", 10, 3) == ["un", "anticonst…"]
    assert wrap("a b c d", 1, 2) == ["a", "…"]
    assert wrap("12\u00a0345\u202f€ net", 8, 3) == ["12\u00a0345\u202f€", "net"]
    assert clip("résumé", 6) == "résumé"
    assert clip_start("offres/a/posting.txt", 12) == "…posting.txt"


def test_expired_rows_are_dimmed_and_open_ones_are_not() -> None:
    console = Console(width=80, file=io.StringIO(), force_terminal=True, color_system="standard")
    expired = Row(
        title="Passé", deadline="2025-01-01", days_left=-1, expired=True, status="expired"
    )
    print_table([expired, Row(title="Ouvert")], ["title", "deadline"], TODAY, console)
    assert isinstance(console.file, io.StringIO)
    passed, still = (
        next(line for line in console.file.getvalue().splitlines() if title in line)
        for title in ("Passé", "Ouvert")
    )
    assert passed.startswith("\x1b[1;2mPassé")
    assert still.startswith("\x1b[1mOuvert")


@pytest.mark.parametrize(
    ("salary", "text"),
    [
        (Salary(), "—"),
        (
            Salary(stated=(StatedPay(min=Decimal("12.31"), max=Decimal("12.31"), period="hour",
                                     gross=True),)),
            "12.31 €/h brut",
        ),
        (
            Salary(stated=(StatedPay(min=Decimal(2170), max=Decimal(2390), period="month",
                                     gross=False),)),
            "2170-2390 €/mois net",
        ),
        (Salary(stated=(StatedPay(min=Decimal(2000), max=None),)), "≥ 2000 €"),
        (Salary(indices=Indices(ib_min=444, ib_max=821)), "IB 444–821"),
        (
            Salary(annual_gross=AnnualGross(min=Decimal(31000), max=Decimal(31000),
                                            basis="stated", as_of="2025-01-01",
                                            includes_bonuses=True)),
            "31000 € (stated, with bonuses)",
        ),
    ],
)  # fmt: skip
def test_pay_cell(salary: Salary, text: str) -> None:
    assert cell(row_of(Posting(salary=salary), TODAY), "pay") == text


def test_ambiguous_values_compete_in_the_cell() -> None:
    row = Row(
        contract_types=("cdd",),
        ambiguous={
            "deadline": ("2025-12-12", "2026-01-04"),
            "contract.duration_months": (Decimal(12), Decimal(24)),
        },
    )
    assert cell(row, "deadline") == "? 2025-12-12 / 2026-01-04"
    assert cell(row, "contract") == "CDD (? 12 months / 24 months)"
    assert COLUMNS["deadline"].cell(row, FRENCH).state == "ambiguous"


def test_until_filled() -> None:
    row = row_of(Posting(deadline_until_filled=True), TODAY)
    assert cell(row, "deadline") == "until filled"


@pytest.mark.parametrize(
    ("value", "text"),
    [("40051.77", "40\u202f052"), ("12.3", "12,30"), ("1.5", "1,5"), ("1802", "1\u202f802")],
)
def test_french_numbers(value: str, text: str) -> None:
    assert FRENCH.number(Decimal(value)) == text


@pytest.mark.parametrize(
    ("iso", "text"),
    [
        ("2025-07-15", "15 juil. 2025"),
        ("2021-09", "sept. 2021"),
        ("--03-05", "5 mars"),
        ("--02-29", "29 févr."),
    ],
)
def test_french_dates(iso: str, text: str) -> None:
    assert FRENCH.day(iso).replace("\u00a0", " ") == text


def test_a_card_puts_the_headline_first_with_the_place_of_each_value() -> None:
    lines = [line.split("\t") for line in card_lines(card_of(POSTING, TODAY, PLAIN))]
    labels = list(dict.fromkeys(line[0] for line in lines if line[0]))
    assert labels[:7] == ["file", "title", "employer", "pay", "grade", "contract", "deadline"]
    assert ["deadline", "2025-12-01 (10 days left)", "p.1 l.60", "avant le 1er déc."] in lines
    assert ["pay", "23333.99-40051.77 €/an brut (index, 2025-09-04)", "p.1 l.14", "mot"] in lines
    assert ["reference", "? A-12", "p.1 l.2", "mot"] in lines
    assert ["reference", "? B-7", "p.1 l.9", "mot"] in lines
    assert ["warning", "Category and grade differ (grade.category)"] in lines


@pytest.mark.parametrize("width", [60, 80, 140])
def test_a_card_fits_the_terminal_and_wide_ones_quote(width: int) -> None:
    console = Console(width=width, file=io.StringIO(), markup=False, highlight=False)
    print_card(card_of(POSTING, TODAY, FRENCH), console)
    assert isinstance(console.file, io.StringIO)
    text = console.file.getvalue()
    assert max(map(len, text.splitlines())) <= width
    assert ("« avant le 1er déc. »" in text) == (width >= 120)


def test_absent_headline_values_are_shown_as_absent() -> None:
    lines = list(card_lines(card_of(Posting(), TODAY, PLAIN)))
    assert lines[1:] == [
        f"{label}\t—" for label in ("title", "employer", "pay", "grade", "contract", "deadline")
    ] + [""]


HOSTILE = "\x1b]0;x\x07\x1b[31m[bold]gras[/bold]\x9b2J\u202e|a\tb\n=1"


def test_hostile_text_drives_nothing() -> None:
    assert one_line(HOSTILE) == "[bold]gras[/bold]2J|a b =1"
    row = Row(title=HOSTILE, employer=HOSTILE, file=HOSTILE)
    for lines in (drawn([row], 80), plain_lines([row], None), comparison([row], None)):
        text = "\n".join(lines)
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", text)
    assert "[bold]gras" in "\n".join(drawn([row], 160))
    assert "\\[bold\\]gras\\[/bold\\]2J\\|a b =1" in "\n".join(comparison([row], ["title"]))


def test_json_escapes_what_drives_a_terminal() -> None:
    assert json_on_terminal('"é\x9b\x7f"'.encode()) == '"é\\u009b\\u007f"'.encode()


@pytest.mark.parametrize("text", ["=1+1", "+33 1", "-2", "@SUM(A1)", "\t=1", "\r=1"])
def test_formulas_are_neutralised_and_numbers_stay_numbers(text: str) -> None:
    row = Row(title=text, days_left=-5, nbi_points=Decimal("25.0"))
    (record,) = csv.DictReader(io.StringIO("".join(delimited_lines([row]))))
    assert record["title"].startswith("'")
    assert (record["days_left"], record["nbi_points"]) == ("-5", "25")


def test_csv_columns_are_those_that_the_module_documents() -> None:
    documented = sys.modules["postings_cli.export.delimited"].__doc__ or ""
    names = re.search(r"says nothing: (.*?)\.\n", documented, re.DOTALL)
    assert names and re.split(r",\s+", names[1]) == header(KEYS)


def test_csv_joins_lists_and_spells_ambiguity() -> None:
    stated = (StatedPay(min=Decimal(2170), max=None, period="month", gross=False),)
    row = Row(grades=("A", "B"), stated=stated, ambiguous={"deadline": ("2025-12-12", "2026-01")})
    (record,) = csv.DictReader(io.StringIO("".join(delimited_lines([row], tabs=False))))
    assert record["grades"] == "A; B"
    assert record["stated"] == "≥2170 EUR/month net"
    assert record["ambiguous"] == "deadline: 2025-12-12 | 2026-01"


def on_terminal(*arguments: str, **environment: str) -> str:
    """What the program writes on a terminal of 80 columns that it has for stdout and stderr."""
    leader, follower = pty.openpty()
    inherited = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
    settings = {"TERM": "xterm-256color", "COLUMNS": "80", **environment}
    command = [sys.executable, "-m", "postings_cli", *arguments]
    with subprocess.Popen(
        command, stdout=follower, stderr=follower, env={**inherited, **settings}
    ) as program:
        os.close(follower)
        written = b"".join(iter(lambda: _read(leader), b""))
    os.close(leader)
    assert program.returncode == 0
    return written.decode()


def _read(leader: int) -> bytes:
    try:
        return os.read(leader, 65536)
    except OSError:  # the last writer is gone
        return b""


@pytest.fixture
def offer(tmp_path: Path) -> str:
    """The path of a posting with a deadline."""
    path = tmp_path / "offre.txt"
    path.write_text("Date limite de candidature : 10/04/2026\n")
    return str(path)


def test_a_terminal_gets_a_table_in_colour(offer: str) -> None:
    text = on_terminal("compare", offer, "--as-of", "2026-04-09")
    assert "\x1b[" in text
    assert "────" in text
    assert "1\u00a0day left" in text
    assert max(len(ESCAPES.sub("", line)) for line in text.splitlines()) <= 80


@pytest.mark.parametrize("command", ["parse", "compare"])
def test_colour_can_be_refused(offer: str, command: str) -> None:
    coloured = re.compile(r"\x1b\[[0-9;]*3[0-9]")
    assert "10\u00a0avr.\u00a02026" in on_terminal(command, offer, NO_COLOR="1")
    assert not coloured.search(on_terminal(command, offer, NO_COLOR="1"))
    assert not coloured.search(on_terminal(command, offer, "--no-color"))


def test_columns_sets_the_width(offer: str) -> None:
    assert "Published" in on_terminal("compare", offer, COLUMNS="160")
    assert "Published" not in on_terminal("compare", offer, COLUMNS="80")


def test_a_short_run_shows_no_bar(offer: str) -> None:
    assert "1/1" not in on_terminal("compare", offer)
