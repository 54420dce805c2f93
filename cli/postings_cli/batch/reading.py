"""Sources read in several processes; a process that is lost costs the source that it was at."""

from __future__ import annotations

import signal
from collections.abc import Iterable, Iterator

import postings
from postings_cli.batch.crew import Lost, in_order
from postings_cli.reader import Outcome, Reader
from postings_cli.sources import Source


def read_in_processes(
    reader: Reader, sources: Iterable[Source], jobs: int, timeout: float | None
) -> Iterator[Outcome]:
    """Read each source in one of `jobs` processes, for `timeout` seconds at most; in order."""
    postings.parse("")  # what every process needs is built here, once

    for source, result in in_order(reader, sources, jobs=jobs, timeout=timeout):
        if isinstance(result, Lost):
            yield Outcome(source.name, message=_why(result, timeout))
        else:
            yield result


def _why(lost: Lost, timeout: float | None) -> str:
    """What is said of a source that cost its process."""
    if lost.exit_code is None:
        return f"not read within {timeout:g} s; raise --timeout, or leave it out"
    return f"the process that read it {_end(lost.exit_code)}; read it alone, or leave it out"


def _end(exit_code: int) -> str:
    if exit_code == -signal.SIGKILL:
        return "was killed, perhaps for want of memory"
    if exit_code < 0:
        return f"crashed ({signal.strsignal(-exit_code)})"
    return f"ended (exit code {exit_code})"
