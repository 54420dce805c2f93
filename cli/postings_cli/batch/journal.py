"""A run that can be cut short and gone on with: FILE.partial and FILE.journal.

FILE.partial holds the lines told so far. FILE.journal says what they are of: on its first line
the settings of the run, then a line for each source, in order: how many bytes FILE.partial has
with it, its name, and whether it failed. The run can be killed at any moment: each may end in
the middle of a line, and each may be ahead of the other. What goes on does so from the last
source that is whole in both.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from typing import IO, Any, NamedTuple

from postings_cli.output import put_in_place
from postings_cli.streams import uninterrupted

Settings = dict[str, str | None]


class Left(NamedTuple):
    """What an interrupted run left: its settings, and how many sources it had done and failed."""

    settings: Settings
    done: int = 0
    failed: int = 0
    lines_end: int = 0  # bytes of FILE.partial that count
    notes_end: int = 0  # bytes of FILE.journal that count


def left_by(path: str) -> Left | None:
    """What an interrupted run left beside the file at `path`; None if there is nothing of use."""
    try:
        size = os.stat(_partial(path)).st_size
        notes = open(_journal(path), "rb")  # noqa: SIM115 (closed below)
    except FileNotFoundError:
        return None
    with notes:
        settings = _whole(notes.readline())
        if settings is None:
            return None
        left = Left(settings, notes_end=notes.tell())
        while (note := _whole(notes.readline())) and note[0] <= size:
            left = Left(settings, left.done + 1, left.failed + note[2], note[0], notes.tell())
    return left


def names_left(path: str, done: int) -> Iterator[str]:
    """The names of the first `done` sources of an interrupted run."""
    with open(_journal(path), "rb") as notes:
        for note in islice(notes, 1, done + 1):
            yield json.loads(note)[1]


class Journal:
    """The record of a run, which begins anew or goes on from what another left."""

    def __init__(self, path: str, left: Left) -> None:
        self._path = path
        self._lines = _cut(_partial(path), left.lines_end)
        self._notes = _cut(_journal(path), left.notes_end)
        if not left.notes_end:
            self._note(left.settings)

    def add(self, line: bytes, name: str, *, failed: bool) -> None:
        """Record what was told of a source: a line, or nothing."""
        with uninterrupted():
            self._lines.write(line)
            self._lines.flush()
            self._note((self._lines.tell(), name, failed))

    def finish(self) -> None:
        """Put the lines in their place; nothing else is left."""
        with self._lines, self._notes:
            self._lines.flush()
            os.unlink(self._notes.name)
            put_in_place(self._lines, self._lines.name, self._path)

    def close(self) -> None:
        """Leave the run to be gone on with."""
        self._lines.close()
        self._notes.close()

    def discard(self) -> None:
        """Leave nothing."""
        with suppress(OSError):  # a full disk fails again to write what it has not yet
            self.close()
        os.unlink(self._lines.name)
        os.unlink(self._notes.name)

    def _note(self, note: object) -> None:
        self._notes.write(json.dumps(note).encode() + b"\n")
        self._notes.flush()


def _partial(path: str) -> str:
    return f"{path}.partial"


def _journal(path: str) -> str:
    return f"{path}.journal"


def _cut(path: str, end: int) -> IO[bytes]:
    """Open a file to write on from `end`, what comes after being gone."""
    with suppress(FileExistsError):
        open(path, "xb").close()
    file = open(path, "r+b")  # noqa: SIM115 (closed by whoever asked for it)
    file.truncate(end)
    file.seek(end)
    return file


def _whole(line: bytes) -> Any:
    """What a line of the journal says; None if it was not written to its end."""
    if not line.endswith(b"\n"):
        return None
    with suppress(ValueError):
        return json.loads(line)
    return None
