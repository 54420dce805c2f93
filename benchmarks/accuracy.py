"""Measure the installed tool on annotated postings that lie beside the project.

usage: accuracy.py CORPUS... [--errors FIELD]

Each CORPUS is a folder with `docs/*.txt` and `gold.jsonl`; `score.py` lies beside it. The
postings are read by the command line, as a user would read them; the scores are the scorer's.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def predict(corpus: Path, into: Path) -> float:
    """Write what `postings parse` says of every text of `corpus`; seconds taken."""
    files = sorted(str(path) for path in (corpus / "docs").glob("*.txt"))
    began = time.perf_counter()
    command = [sys.executable, "-m", "postings_cli", "parse", "--format", "jsonl"]
    with into.open("wb") as output:
        subprocess.run([*command, *files], stdout=output, check=True)
    return time.perf_counter() - began


def score(corpus: Path, predicted: Path, field: str | None) -> str:
    """The scorer's table, or its list of errors of one field."""
    scorer = corpus.parent / "score.py"
    command = [sys.executable, str(scorer), str(corpus / "gold.jsonl"), str(predicted)]
    if field:
        command += ["--errors", field]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def main() -> None:
    """Print the scores of each corpus named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", nargs="+", type=Path, metavar="CORPUS")
    parser.add_argument("--errors", metavar="FIELD")
    arguments = parser.parse_args()
    for corpus in arguments.corpora:
        with tempfile.TemporaryDirectory() as folder:
            predicted = Path(folder) / "predicted.jsonl"
            seconds = predict(corpus, predicted)
            print(f"{corpus}: read in {seconds:.1f} s")
            print(score(corpus, predicted, arguments.errors))


if __name__ == "__main__":
    main()
