"""The bytes of a file, or one clear reason why they cannot be had."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from postings.errors import UnreadableFile

_SPECIAL_FILES = (
    (stat.S_ISFIFO, "this is a named pipe"),
    (stat.S_ISCHR, "this is a device"),
    (stat.S_ISBLK, "this is a device"),
    (stat.S_ISSOCK, "this is a socket"),
)
_CAUSES = {
    errno.EACCES: ("permission denied", "ask for the right to read it"),
    errno.EPERM: ("permission denied", "ask for the right to read it"),
    errno.ELOOP: ("its links go round in a circle", "remake the link"),
    errno.ENAMETOOLONG: ("the name is too long", "check the path"),
    errno.ENOTDIR: ("one part of the path is not a directory", "check the path"),
    errno.EIO: ("the disk failed to read it", "copy it again from its source"),
}


def read_bytes(path: str | Path) -> bytes:
    """Read a whole regular file.

    Raises `UnreadableFile` for anything else: missing, forbidden, broken link, directory,
    pipe or device. A pipe is refused before it is opened, since opening it could block.
    """
    with _explained(Path(path)) as file:
        return file.read_bytes()


def open_bytes(path: str | Path) -> BinaryIO:
    """Open a regular file to be read bit by bit; raises what `read_bytes` raises."""
    with _explained(Path(path)) as file:
        return file.open("rb")


def read_head(path: str | Path, size: int = 4096) -> bytes:
    """Read the first bytes of a file, which tell what it is; raises what `read_bytes` raises."""
    with open_bytes(path) as file:
        return file.read(size)


@contextmanager
def _explained(file: Path) -> Iterator[Path]:
    try:
        _refuse_special(file.stat().st_mode)
        yield file
    except FileNotFoundError as error:
        raise _missing(file) from error
    except OSError as error:
        raise _forbidden(error) from error
    except ValueError as error:  # a NUL character in the name
        raise UnreadableFile("no file can have this name", "check the path") from error


def printable_path(path: str | Path) -> str:
    """The path as given, undecodable bytes of its name shown as U+FFFD (JSON has no other way)."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _refuse_special(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise UnreadableFile("this is a directory", "name the files in it")
    for is_kind, what in _SPECIAL_FILES:
        if is_kind(mode):
            raise UnreadableFile(what, "send its content to standard input and read '-'")


def _missing(file: Path) -> UnreadableFile:
    if file.is_symlink():
        return UnreadableFile("this link points to a file that is gone", "remake the link")
    return UnreadableFile("no such file", "check the path")


def _forbidden(error: OSError) -> UnreadableFile:
    fallback = (
        os.strerror(error.errno).lower() if error.errno else "it cannot be read",
        "check it",
    )
    return UnreadableFile(*_CAUSES.get(error.errno or 0, fallback))
