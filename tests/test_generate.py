"""The postings that benchmarks are run on: the same for the same seed, of the size of real ones."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

GENERATE = Path(__file__).parent.parent / "benchmarks" / "generate.py"


def generated(count: int, output: Path, *options: str) -> list[str]:
    """The texts of the JSON lines that are written."""
    command = [sys.executable, str(GENERATE), str(count), str(output), *options]
    subprocess.run(command, check=True, timeout=60)
    lines = output.read_text("utf-8").splitlines() if output.is_file() else []
    return [json.loads(line)["texte"] for line in lines]


def test_postings_depend_on_the_seed_alone(tmp_path: Path) -> None:
    few = generated(20, tmp_path / "few.jsonl")
    many = generated(400, tmp_path / "many.jsonl")
    assert many[:20] == few
    assert len(set(many)) == 400
    assert not set(generated(20, tmp_path / "others.jsonl", "--seed", "2")) & set(many)
    sizes = [len(text.encode()) for text in many]
    assert 2200 < sum(sizes) / len(sizes) < 2500
    assert min(sizes) < 1500 < 3000 < max(sizes)


def test_a_directory_holds_the_same(tmp_path: Path) -> None:
    generated(20, tmp_path / "offres")
    files = sorted((tmp_path / "offres" / "0000").iterdir())
    assert [file.read_text("utf-8") for file in files] == generated(20, tmp_path / "o.jsonl")
