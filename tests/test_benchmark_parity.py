"""The comparison with pdfplumber's text as a command, on PDFs of two fixtures."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from parity import pdfs_of
from scoring.corpora import FIXTURES, load

PROGRAM = Path(__file__).parent.parent / "benchmarks" / "parity.py"


def run(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the program as a reader of CONTRIBUTING.md would."""
    command = [sys.executable, str(PROGRAM), str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_page_in_columns_is_read_better_than_across_them(tmp_path: Path) -> None:
    for name in ("depliant-espaces-verts", "freelance-go"):
        shutil.copytree(FIXTURES / name, tmp_path / name)
    done = run(tmp_path)
    assert done.returncode == 0, done.stderr
    head, _, *lines = done.stdout.splitlines()
    assert head.startswith(f"== {tmp_path.name}, 1 PDFs; ")  # the other is a text
    rows = {line.split()[0]: line.split()[1:] for line in lines if line and not line[0].isspace()}
    # Three grades are annotated; read across the columns, two of them are cut in the middle.
    assert rows["grades"] == ["3", "0.500", "1.000"]
    assert rows["deadline"] == ["1", "1.000", "1.000"]
    (lost,) = (line.split("\t") for line in lines if "\tgrades\t" in line)
    assert lost[0].strip() == "depliant-espaces-verts"
    assert lost[3] == "('adjoint technique',)"


def test_pdfs_of_the_fixtures() -> None:
    names = [pdf.name for pdf in pdfs_of(load(FIXTURES))]
    assert "departement-habitat" in names and "freelance-go" not in names


def test_what_is_no_corpus_costs_one_line(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    said = f"parity.py: {tmp_path}: holds neither gold.jsonl nor */annotation.json\n"
    assert done.stderr == said
