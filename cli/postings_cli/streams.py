"""Data on stdout, all else on stderr."""

from __future__ import annotations

import atexit
import io
import os
import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO, NoReturn, TextIO

from postings_cli.safe import one_line


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


def stdin_bytes() -> BinaryIO:
    """Standard input; nothing if the shell closed it (`<&-`)."""
    return sys.stdin.buffer if sys.stdin else io.BytesIO()


def write_text(text: str) -> None:
    """Write lines of data to stdout."""
    with uninterrupted():
        sys.stdout.write(text)


def write_bytes(data: bytes) -> None:
    """Write encoded data to stdout, after whatever text was written before."""
    sys.stdout.flush()
    with uninterrupted():
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Let Ctrl-C wait for the end of this: a line that is begun is written whole."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


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


def leave(code: int) -> NoReturn:
    """End the program, what is to be done at its end being done and all that is said written.

    Nothing is taken apart first: the system takes memory back at once, where the interpreter
    takes a sixth of a short run to free one object after the other.
    """
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # what could not be written has been told
            stream.flush()
    os._exit(code)


def draws(stream: TextIO) -> bool:
    """Tell whether what is written can be drawn over."""
    return stream.isatty() and os.environ.get("TERM", "dumb") != "dumb"


def joined(lines: Iterable[str]) -> str:
    """Lines, each with its end."""
    return "".join(f"{line}\n" for line in lines)
