"""What the command line answers, run as a user would run it, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scoring.fields import Contract, dig

# Postings without a date are valued on this day, so that figures do not move with the clock.
RUN_DAY = "2026-01-15"

_DONE, _SOME_UNREAD = 0, 1


class ToolError(Exception):
    """The command line did not run to its end; the message is its last line."""


@dataclass(frozen=True)
class Predictions:
    """Objects of the JSON contract by the path given; a file that was not read has none."""

    answers: dict[str, Contract]
    output: bytes
    seconds: float

    def of(self, path: Path) -> Contract:
        """The answer for a file; empty where it was not read."""
        return self.answers.get(str(path), {})


def predict(paths: Sequence[Path], code: Path | None = None) -> Predictions:
    """Run `postings parse` once over the files; `code` is a tree to run instead of the installed.

    Raises `ToolError` where the command stops for another reason than an unread file.
    """
    command = [sys.executable, "-m", "postings_cli", "parse", "--format", "jsonl"]
    began = time.perf_counter()
    done = subprocess.run(
        [*command, "--as-of", RUN_DAY, *map(str, paths)],
        env=os.environ | _path_of(code),
        capture_output=True,
        check=False,
    )
    seconds = time.perf_counter() - began
    if done.returncode not in (_DONE, _SOME_UNREAD):
        raise ToolError(_last_line(done.stderr))
    return Predictions(_by_path(done.stdout), done.stdout, seconds)


def _path_of(code: Path | None) -> dict[str, str]:
    if code is None:
        return {}
    return {"PYTHONPATH": os.pathsep.join(str(code / root) for root in ("parsers", "cli"))}


def _by_path(output: bytes) -> dict[str, Contract]:
    answers = (json.loads(line) for line in output.splitlines())
    return {dig(answer, "source.path"): answer for answer in answers}


def _last_line(errors: bytes) -> str:
    lines = errors.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else "postings stopped without a word"
