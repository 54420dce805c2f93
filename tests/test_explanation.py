"""Why a key has its value: each candidate with its words, and what decided."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pdf_builder import Line, Mark, Text, pdf_of
from typer.testing import CliRunner

from postings.document import Document
from postings.errors import UsageError
from postings.explanation import Account, explain, fields_at
from postings.verdicts import Verdict
from postings_cli.main import app

ROOT = Path(__file__).parent.parent
TEXT = """\
La Ville de Belmorne recrute un technicien assainissement (h/f)

Cadre d'emplois des techniciens territoriaux.
Indice brut 397 - 638. Prime non versée, CDD d'un an, durée : 12 mois ou durée : 18 mois.
Date limite de candidature : 30 mars 2025
Candidature à adresser avant le 28 mars 2025.
Les entretiens auront lieu le 9 avril 2025.
Le projet est prolongé au 26 mai 2026.
"""


def account(path: str, text: str = TEXT) -> Account:
    """The account of one key."""
    (found,) = explain(Document(text), path=path).accounts
    return found


def told(found: Account) -> list[tuple[str, str, str, str | None]]:
    """Outcome, rule, words and value of each candidate, best first."""
    return [(v.outcome, v.rule, v.evidence.text, v.value) for v in found.verdicts]


def of_rule(found: Account, rule: str) -> Verdict:
    """The only verdict on a rule."""
    (verdict,) = [v for v in found.verdicts if v.rule == rule]
    return verdict


def test_kept_outranked_other_role_and_negated() -> None:
    found = account("deadline")
    assert (found.state, found.value) == ("found", "2025-03-30")
    assert told(found) == [
        ("kept", "deadline.label", "Date limite de candidature : 30 mars 2025", "2025-03-30"),
        (
            "dropped",
            "other_dates.interview",
            "entretiens auront lieu le 9 avril 2025",
            "2025-04-09",
        ),
        ("dropped", "deadline.before", "avant le 28 mars 2025", "2025-03-28"),
        ("refused", "deadline.extended", "prolongé au 26 mai 2026", None),
    ]
    assert of_rule(found, "deadline.before").why == "outranked by deadline.label (rank 4)"
    negated = of_rule(found, "deadline.extended")
    assert negated.why == "negated by what stands before: projet"
    assert TEXT[negated.evidence.start : negated.evidence.end] == "prolongé au 26 mai 2026"


def test_rivals_are_told_and_what_repeats_one() -> None:
    found = account("contract.duration_months")
    assert (found.state, found.value) == ("ambiguous", None)
    assert told(found) == [
        ("rival", "contract_duration.label", "durée : 12 mois", "12"),
        ("rival", "contract_duration.label", "durée : 18 mois", "18"),
        ("dropped", "contract_duration.contract-of", "CDD d'un an", "12"),
    ]
    assert found.verdicts[2].why == "repeats contract_duration.label (rank 4)"


def test_what_is_worked_out_says_from_which_words_and_how() -> None:
    found = account("salary.annual_gross")
    (verdict,) = found.verdicts
    assert found.value["min"] == Decimal("22152.53")
    assert (verdict.outcome, verdict.evidence.text) == ("derived", "Indice brut 397 - 638")
    assert verdict.why == "indices, as indices majorés of the day x the value of the point"


def test_overlapped_words_name_who_has_them() -> None:
    verdict = of_rule(account("employer"), "employer.recruits")
    assert verdict.outcome == "dropped"
    assert verdict.why == "overlapped: the same words are employer.heading (rank 5)"


def test_a_value_may_come_from_the_words_of_another_key() -> None:
    found = account("categories")
    assert told(found) == [("derived", "grades.cadre-d-emplois", "techniciens territoriaux", "B")]


def test_a_narrowed_candidate_is_still_the_one_that_was_kept() -> None:
    text = "Layon Agglomération (communauté d'agglomération, 27 communes) recrute un animateur."
    verdict = of_rule(account("employer", text), "employer.recruits")
    assert (verdict.outcome, verdict.evidence.text) == ("kept", "recrute")


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("nbi", ["nbi"]),
        ("salary.nbi_points", ["nbi"]),
        ("deadline", ["other_dates", "deadline"]),
        ("apply_to.urls", ["apply_urls"]),
    ],
)
def test_a_key_names_the_fields_that_fill_it(path: str, names: list[str]) -> None:
    assert [field.name for field in fields_at(path)] == names


def test_a_part_puts_no_account_over_those_of_its_parts() -> None:
    paths = [each.path for each in explain(Document(TEXT), path="contract").accounts]
    assert "contract" not in paths and "contract.types" in paths


def test_no_such_key() -> None:
    with pytest.raises(UsageError, match=r"no key 'deadlines'; choose among .*deadline"):
        fields_at("deadlines")


def run(*arguments: str) -> str:
    """What the command line prints in a pipe."""
    done = CliRunner().invoke(app, list(arguments), env={"POSTINGS_FORMAT": ""})
    assert done.exit_code == 0, done.stderr
    return done.stdout


def test_the_document_with_its_evidence(tmp_path: Path) -> None:
    path = tmp_path / "offre.txt"
    path.write_text(TEXT, encoding="utf-8")
    lines = run("explain", str(path)).splitlines()
    assert "5\t[[Date limite de candidature : 30 mars 2025]]" in lines
    assert "\t\tdeadline\t2025-03-30\tdeadline.label" in lines
    assert "4\t[[Indice brut 397 - 638]]. Prime non versée, [[CDD d'un an]], [[durée : 12 mois]] ou [[durée : 18 mois]]." in lines  # fmt: skip
    assert "\t\tcontract.duration_months\t? 18 months\tcontract_duration.label" in lines
    assert "\n".join(lines).count("\n2\n") == 1
    assert next(line for line in lines if line.startswith("absent: reference, "))


def test_the_document_of_a_pdf_numbers_lines_by_page() -> None:
    lines = run("explain", "fixtures/departement-habitat/posting.pdf").splitlines()
    at = next(i for i, line in enumerate(lines) if "[[avant 15/07/2025]]" in line)
    assert lines[at].startswith("2.20\t")
    assert lines[at + 1] == "\t\tdeadline\t2025-07-15\tdeadline.before"


LAYOUTS = {
    "columns": "page 1: fast: no ruled table; in columns",
    "letters": "page 1: fast: no ruled table",
    "pages": "pages 1-3: fast: no ruled table",
    "sidebar": "page 1: fast: no ruled table; in columns",
    "tables": "page 1: fast: a ruled table, each text within one cell",
    "turned": "page 1: fast: no ruled table",
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_how_the_pages_of_a_pdf_were_read(name: str) -> None:
    path = f"tests/data/layouts/{name}.pdf"
    said = [line for line in run("explain", path).splitlines() if line.startswith("page")]
    assert said == [LAYOUTS[name]]
    (asked,) = {each["reason"] for each in layouts(path, "--layout", "full")}
    assert asked == "asked for"


def layouts(path: str, *options: str) -> list[dict[str, Any]]:
    """How the pages of a document were read, in JSON."""
    found = json.loads(run("explain", path, "title", "--format", "json", *options))["layouts"]
    assert isinstance(found, list)
    return found


def test_how_pages_were_read_in_json() -> None:
    whole = {"mode": "fast", "reason": "a ruled table, each text within one cell"}
    plain = {"mode": "fast", "reason": "no ruled table"}
    assert layouts("fixtures/departement-habitat/posting.pdf") == [
        {**whole, "columns": False},
        {**plain, "columns": False},
    ]
    assert layouts("tests/data/layouts/sidebar.pdf") == [{**plain, "columns": True}]
    assert layouts("fixtures/cdi-controle-gestion/posting.txt") == []


def test_a_page_read_letter_by_letter_says_why(tmp_path: Path) -> None:
    rules: list[Mark] = [Line(60, y, 500, y) for y in (60, 80, 100)]
    rules += [Line(x, 60, x, 100) for x in (60, 180, 500)]
    crossing = [Text(64, 73, "Responsable-administratif"), Text(64, 93, "Brest")]
    path = tmp_path / "crossed.pdf"
    path.write_bytes(pdf_of([*rules, *crossing, Text(300, 93, "CDI")], [Text(72, 72, "Brest")]))
    lines = run("explain", str(path)).splitlines()
    assert "page 1: full: a ruled table, a word across its rules" in lines
    assert "page 2: fast: no ruled table" in lines


def test_candidates_as_lines_and_as_json(tmp_path: Path) -> None:
    path = tmp_path / "offre.txt"
    path.write_text(TEXT, encoding="utf-8")
    header, first, *_ = run("explain", str(path), "deadline").splitlines()
    assert header.split("\t") == [
        "KEY",
        "OUTCOME",
        "RANK",
        "RULE",
        "VALUE",
        "PLACE",
        "WORDS",
        "WHY",
    ]
    assert first.split("\t")[:6] == ["deadline", "kept", "4", "deadline.label", "2025-03-30", "l.5"]
    record = json.loads(run("explain", str(path), "salary", "--format", "json"))
    paths = [each["path"] for each in record["accounts"]]
    assert paths[:2] == ["salary.stated", "salary.indices"]
    assert record["accounts"][1]["value"]["ib_max"] == 638
    assert record["accounts"][1]["verdicts"][0]["evidence"]["text"] == "Indice brut 397 - 638"


def test_lines_refused_as_headings_are_shown_when_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "offre.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert "Indice brut" not in run("explain", str(path), "title")
    assert "title.job-heading\t\tl.4\tIndice brut 397" in run(
        "explain", str(path), "title", "--all"
    )


def test_wrong_uses_cost_one_line() -> None:
    done = CliRunner().invoke(app, ["explain", "nowhere.txt"])
    assert (done.exit_code, done.stderr) == (1, "nowhere.txt: no such file; check the path\n")


def test_control_characters_do_not_reach_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "offre.txt"
    path.write_text("Agent d'accueil (H/F)\x1b[31m\nSalaire : 31 k€\u202e brut annuel\n")
    said = run("explain", str(path))
    assert "\x1b" not in said and "\u202e" not in said and "31 k€" in said


def test_the_page_of_rules_is_current() -> None:
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert run("rules", "--format", "md") == page, "postings rules --format md > docs/rules.md"


def test_rules_of_a_key() -> None:
    lines = run("rules", "salary.nbi_points").splitlines()
    assert lines[0].split("\t") == ["KEY", "RULE", "RANK", "READS", "REFUSES"]
    assert lines[1].split("\t")[1] == "nbi.none"
    assert lines[1].split("\t")[3] == "Ce poste n'ouvre pas droit à la NBI"
    records = json.loads(run("rules", "deadline", "--format", "json"))
    label = next(each for each in records if each["rule"] == "deadline.label")
    assert label["cues"] == ["limite"]
    assert "Date limite de consommation : 10/04/2026" in label["refuses"]
