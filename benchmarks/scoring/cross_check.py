"""Compare our figures with those of a scorer that lies beside a corpus, where there is one."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scoring.corpora import Corpus
from scoring.measured import Measured
from scoring.scoreboard import Board, field_row, totals

# Theirs are rounded to four digits.
_ROUNDING = 0.00011


def scorer_of(corpus: Corpus) -> Path | None:
    """The program `score.py GOLD PREDICTED --json` beside the folder of a corpus."""
    scorer = corpus.folder.resolve().parent / "score.py"
    return scorer if scorer.is_file() else None


def disagreements(corpus: Corpus, measured: Measured, scorer: Path) -> Iterator[str]:
    """A line for each figure on which the two scorers differ."""
    theirs = _run(scorer, corpus.folder / "gold.jsonl", measured.output)
    for name, row in {**theirs["fields"], "total": theirs["total"]}.items():
        own = _total(measured) if name == "total" else field_row(measured.figures[name])
        for key, value in row.items():
            if abs(own[key] - value) > _ROUNDING:
                yield f"{name} {key}: {own[key]} here, {value} by {scorer.name}"


def _total(measured: Measured) -> Board:
    own = totals(measured)
    return own | {
        "headline_fabricated": own["headline_fabricated"] / max(1, own["headline_absent"])
    }


def _run(scorer: Path, gold: Path, predicted: bytes) -> Any:
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as answers:
        answers.write(predicted)
        answers.flush()
        command = [sys.executable, str(scorer), str(gold), answers.name, "--json"]
        return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
