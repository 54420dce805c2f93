"""Data on stdout, all else on stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO, TypeVar

from postings_cli.safe import one_line

T = TypeVar("T")

_MANY = 20  # fewer files than this are read before a progress line could be


def prepare() -> None:
    """Write UTF-8 into pipes whatever the locale, and never fail on a terminal that lacks it."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by the shell: `>&-`
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 (for good)
        stream = getattr(sys, name)
        # Someone who embeds the program may have put another kind of stream there.
        if reconfigure := getattr(stream, "reconfigure", None):
            encoding = None if stream.isatty() else "utf-8"
            reconfigure(encoding=encoding, errors="replace")


def write_text(text: str) -> None:
    """Write lines of data to stdout."""
    sys.stdout.write(text)


def write_bytes(data: bytes) -> None:
    """Write encoded data to stdout, after whatever text was written before."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)


def tell(where: str, message: str) -> None:
    """Say one line on stderr: `where: message`."""
    sys.stdout.flush()  # on a terminal, the cards already written come first
    print(f"{one_line(where)}: {one_line(message)}", file=sys.stderr, flush=True)


@contextmanager
def quiet_pipe() -> Iterator[None]:
    """End quietly when the reader of stdout has seen enough (`| head`)."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        discard_output()


def discard_output() -> None:
    """Let what is left to write go nowhere: the interpreter flushes stdout once more at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def progress(items: list[T]) -> Iterator[T]:
    """Go through items, counting them on stderr if it is a terminal and they are many."""
    if len(items) < _MANY or not _draws(sys.stderr):
        yield from items
        return
    yield from _counted(items)


def _counted(items: list[T]) -> Iterator[T]:
    try:
        for number, item in enumerate(items, start=1):
            sys.stderr.write(f"\r\033[Kreading {number} of {len(items)}")
            sys.stderr.flush()
            yield item
            sys.stderr.write("\r\033[K")
    finally:
        sys.stderr.write("\r\033[K")
        sys.stderr.flush()


def _draws(stream: TextIO) -> bool:
    return stream.isatty() and os.environ.get("TERM", "dumb") != "dumb"


def joined(lines: Iterable[str]) -> str:
    """Lines, each with its end."""
    return "".join(f"{line}\n" for line in lines)
