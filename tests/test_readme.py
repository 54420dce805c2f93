"""What the README shows is what the tool does."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from postings.contradictions import CHECKS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
COMMANDS = [
    line.removeprefix("postings ")
    for block in BLOCKS
    for line in block.splitlines()
    if line.startswith("postings ") and "|" not in line and "offres/" not in line
]


def run(command: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the README where a reader would: at the root of the project."""
    import shlex

    return subprocess.run(
        [sys.executable, "-m", "postings_cli", *shlex.split(command, comments=True)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_there_are_commands() -> None:
    assert len(COMMANDS) >= 6


@pytest.mark.parametrize("command", COMMANDS)
def test_command_of_the_readme(command: str) -> None:
    done = run(command)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_the_json_shown_is_what_the_tool_says() -> None:
    shown = json.loads(re.search(r"```json\n(.*?)```", README, re.DOTALL)[1])  # type: ignore[index]
    got = json.loads(
        run(
            "parse fixtures/cdi-controle-gestion/posting.txt --format json --as-of 2026-01-15"
        ).stdout
    )
    evidence = shown.pop("evidence")
    for key, value in shown.items():
        assert covers(got[key], value), key
    for key, value in evidence.items():
        assert covers(got["evidence"][key], value), key


def covers(got: object, shown: object) -> bool:
    """Whether everything that is shown is in what was got; the README leaves some keys out."""
    if isinstance(shown, dict) and isinstance(got, dict):
        return all(key in got and covers(got[key], value) for key, value in shown.items())
    if isinstance(shown, list) and isinstance(got, list) and len(shown) == len(got):
        return all(covers(g, s) for g, s in zip(got, shown, strict=True))
    return got == shown


def test_every_warning_is_documented() -> None:
    sources = (path.read_text(encoding="utf-8") for path in (ROOT / "parsers").rglob("*.py"))
    codes = {
        code for text in sources for code in re.findall(r"(?:code=|_doubt\()\s*\"([a-z-]+)\"", text)
    }
    documented = dict(re.findall(r"^\| `([a-z-]+)` \| (.+) \|$", README, re.MULTILINE))
    assert codes - set(documented) == set()
    for check in CHECKS:
        assert documented.get(check.code) == check.when
