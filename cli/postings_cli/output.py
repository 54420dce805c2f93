"""Where data goes: standard output, or a file that appears only when it is whole."""

from __future__ import annotations

import os
import signal
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from types import FrameType
from typing import IO, Any

from postings_cli.streams import quiet_pipe

_TERMINATED = 128 + signal.SIGTERM


@contextmanager
def written_to(path: str | None) -> Iterator[None]:
    """Send what is written to stdout into the file at `path`; None leaves it where it goes.

    The file is written beside its place under another name and takes its place at the end; on
    any failure nothing is left. A device or a pipe is written as it is.
    """
    if path is None:
        with quiet_pipe():
            yield
    elif is_special(path):
        with open(path, "w", encoding="utf-8") as file, _instead_of_stdout(file), quiet_pipe():
            yield
    else:
        with _whole_file(os.path.realpath(path)) as file, _instead_of_stdout(file):
            yield


def is_special(path: str) -> bool:
    """Tell whether something other than a file is there, that no file may take the place of."""
    try:
        return not stat.S_ISREG(os.stat(path).st_mode)
    except FileNotFoundError:
        return False


@contextmanager
def _whole_file(path: str) -> Iterator[TextIOWrapper]:
    """A file of another name, which is known before it is made: an end at any moment removes it."""
    from secrets import token_hex

    folder, name = os.path.split(path)
    new = os.path.join(folder, f".{name}.{token_hex(4)}")
    with ends_when_told():
        try:
            with open(new, "x", encoding="utf-8") as file:
                yield file
                put_in_place(file, new, path)
        except BaseException:
            with suppress(FileNotFoundError):
                os.unlink(new)
            raise


def put_in_place(file: IO[Any], name: str, path: str) -> None:
    """Give the file written as `name` its place, with its content on the disk before that."""
    file.flush()
    os.fsync(file.fileno())
    os.chmod(name, _mode(path))
    os.replace(name, path)
    _sync_folder(os.path.dirname(path))


def _mode(path: str) -> int:
    """The rights of the file that is replaced, else those of any new file."""
    try:
        return stat.S_IMODE(os.stat(path).st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _sync_folder(folder: str) -> None:
    """Make the new name last; not every system lets a directory be opened."""
    try:
        handle = os.open(folder or ".", os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _instead_of_stdout(file: TextIOWrapper) -> Iterator[None]:
    before = sys.stdout
    sys.stdout = file
    try:
        yield
        file.flush()
    finally:
        sys.stdout = before


@contextmanager
def ends_when_told() -> Iterator[None]:
    """Let SIGTERM end the program as Ctrl-C does, so that it can put its files in order."""

    def end(number: int, frame: FrameType | None) -> None:
        raise SystemExit(_TERMINATED)

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
