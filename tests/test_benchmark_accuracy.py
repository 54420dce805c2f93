"""The accuracy benchmark as a command, on two postings invented here."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from scoring import readme, scoreboard
from scoring.changes import change_lines
from scoring.corpora import FIXTURES, Annotated, CorpusError, load
from scoring.measured import judge
from scoring.predictions import Predictions

PROGRAM = Path(__file__).parent.parent / "benchmarks" / "accuracy.py"
POSTINGS = {
    "mairie-001": (
        "Jardinier\nDate limite de candidature : 10/04/2026\nCDD de 6 mois\n",
        "2026-04-10",
    ),
    # The annotation is wrong on purpose: the tool must be seen to differ from it.
    "mairie-002": ("Cuisinier\nDate limite de candidature : 12/05/2026\nCDI\n", "2026-05-21"),
}
TYPES = {"mairie-001": ["cdd"], "mairie-002": ["cdi"]}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder of two annotated postings."""
    (tmp_path / "docs").mkdir()
    lines = []
    for name, (text, deadline) in POSTINGS.items():
        (tmp_path / "docs" / f"{name}.txt").write_text(text, encoding="utf-8")
        gold = {"file": f"{name}.txt", "deadline": deadline, "contract_types": TYPES[name]}
        lines.append(json.dumps(gold))
    (tmp_path / "gold.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return tmp_path


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run the program as a reader of CONTRIBUTING.md would."""
    return subprocess.run(
        [sys.executable, str(PROGRAM), *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
    )


def test_figures_of_a_corpus(corpus: Path) -> None:
    done = run(corpus)
    assert done.returncode == 0, done.stderr
    rows = {line.split()[0]: line.split()[1:] for line in done.stdout.splitlines() if line.split()}
    # Precision, recall, F1; the two of four draws without the wrong one; gold, absent, fabricated.
    assert rows["contract_types"] == ["1.000", "1.000", "1.000", "1.000–1.000", "2", "0", "0"]
    assert rows["deadline"] == ["0.500", "0.500", "0.500", "0.000–1.000", "2", "0", "0"]
    assert rows["mairie"][0] == "2"
    assert "2 postings, 0 unread" in done.stdout


def test_differences_of_a_field(corpus: Path) -> None:
    done = run(corpus, "--errors", "deadline")
    assert done.stdout.split() == [corpus.name, "mairie-002", "('2026-05-21',)", "('2026-05-12',)"]


def test_a_folder_that_is_no_corpus(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        done.stderr == f"accuracy.py: {tmp_path}: holds neither gold.jsonl nor */annotation.json\n"
    )
    with pytest.raises(CorpusError):
        load(tmp_path)


def test_fixtures_are_a_corpus() -> None:
    fixtures = load(FIXTURES)
    names = {posting.name: posting.path.name for posting in fixtures.postings}
    assert names["freelance-go"] == "posting.txt"
    assert names["decision-mediatheque"] == "posting.pdf"
    assert (fixtures.sources, fixtures.pdfs) == ([], ())


def answered(postings: list[Annotated], *deadlines: str | None) -> Predictions:
    """Answers that hold a deadline each, and nothing else."""
    said: dict[str, dict[str, Any]] = {
        str(posting.path): {"deadline": deadline}
        for posting, deadline in zip(postings, deadlines, strict=True)
    }
    return Predictions(said, b"", 0.0)


def test_gains_and_losses() -> None:
    gold = ("2026-04-10", "2026-05-12", None)
    postings = [
        Annotated(name, Path(name), {"deadline": day})
        for name, day in zip(("a", "b", "c"), gold, strict=True)
    ]
    before = judge("some", postings, answered(postings, None, "2026-05-12", None))
    after = judge("some", postings, answered(postings, "2026-04-10", None, None))
    lines = list(change_lines(before, after))
    assert lines == [
        "+ some\ta\tdeadline\tgold=2026-04-10\tbefore=–\tafter=2026-04-10",
        "- some\tb\tdeadline\tgold=2026-05-12\tbefore=2026-05-12\tafter=–",
        "some: 1 gains, 1 losses, 0 others",
    ]


def test_the_table_of_the_readme_is_that_of_the_scoreboard() -> None:
    assert readme.standing("accuracy") == list(readme.accuracy_table(scoreboard.read()))


def test_the_scoreboard_is_as_it_is_written() -> None:
    kept = scoreboard.read()
    assert scoreboard.SCOREBOARD.read_text(encoding="utf-8") == scoreboard.as_text(kept) + "\n"
    now = json.loads(json.dumps(kept))
    now["corpora"]["dev"]["fields"]["deadline"]["f1"] = 0.5
    was = kept["corpora"]["dev"]["fields"]["deadline"]["f1"]
    assert list(scoreboard.drift(kept, now)) == [f"dev fields.deadline.f1: {was} kept, 0.5 now"]
    assert list(scoreboard.drift(kept, kept)) == []
