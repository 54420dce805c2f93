"""Sources in, answers out; what cannot be read has its line on stderr and the rest goes on."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from postings.errors import ExitCode
from postings_cli.reader import Outcome, Reader, whole_posting
from postings_cli.sources import STDIN, Source, Sources
from postings_cli.streams import tell

if TYPE_CHECKING:
    from postings.posting import Posting

_FEW = 20  # texts are read sooner than processes are started; a PDF is as long as several
_PDF = 8


@dataclass
class Intake:
    """Reads what the arguments name; `exit_code` tells afterwards whether all could be read.

    `jobs` is the number of processes, by default one a core; `timeout` the seconds that a
    posting may take, for ever by default.
    """

    paths: list[str]
    as_of: date
    recursive: bool = False
    debug: bool = False
    jobs: int | None = None
    timeout: float | None = None
    exit_code: ExitCode = ExitCode.DONE

    def postings(self) -> Iterator[Posting]:
        """Read and parse each source, in order."""
        return self.answers(whole_posting)

    def answers(self, view: Callable[[Posting], Any]) -> Iterator[Any]:
        """What `view` makes of each posting that could be read, in order.

        `view` is called in whichever process reads the posting: a function of a module, or a
        `partial` of one.
        """
        return (outcome.answer for outcome in self.outcomes(view) if not outcome.message)

    def outcomes(self, view: Callable[[Posting], Any]) -> Iterator[Outcome]:
        """What became of each source, in order; of those that failed a line has been told."""
        sources = Sources(self.paths, self.recursive)
        for outcome in self._read(_with_stdin(sources), Reader(view, self.as_of)):
            if outcome.message:
                self._fail(outcome)
            yield outcome
        _tell_skipped(sources)

    def _read(self, sources: Iterator[Source], reader: Reader) -> Iterator[Outcome]:
        """Read in this process what is little, and otherwise in several."""
        first = list(islice(sources, _FEW + 1))
        jobs = min(self.jobs or _cores(), len(first))
        if self.timeout is None and (jobs < 2 or (self.jobs is None and _is_little(first))):
            return map(reader, chain(first, sources))
        from postings_cli.batch.reading import read_in_processes

        return read_in_processes(reader, chain(first, sources), jobs, self.timeout)

    def _fail(self, outcome: Outcome) -> None:
        self.exit_code = ExitCode.UNREADABLE_INPUT
        tell(outcome.name, outcome.message)
        if self.debug and outcome.traceback:
            print(outcome.traceback, file=sys.stderr)


def _with_stdin(sources: Iterable[Source]) -> Iterator[Source]:
    """Sources whose standard input is read: it belongs to this process."""
    for source in sources:
        if source.name == STDIN and not source.trouble:
            yield Source(STDIN, sys.stdin.buffer.read() if sys.stdin else b"")
        else:
            yield source


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _is_little(sources: list[Source]) -> bool:
    """Tell whether reading these takes less than starting processes."""
    weights = (_PDF if source.name.lower().endswith(".pdf") else 1 for source in sources)
    return sum(weights) <= _FEW


def _tell_skipped(sources: Sources) -> None:
    if count := sources.skipped.total():
        files = "1 file" if count == 1 else f"{count} files"
        names = sources.skipped_names()
        tell("postings", f"skipped {files} of another kind ({names}); name one to read it")
