"""Sources in, answers out; what cannot be read has its line on stderr and the rest goes on."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from postings.errors import ExitCode, UsageError
from postings.reading.kinds import PICTURE_SUFFIXES
from postings_cli.containers import may_hold_several, opened_container
from postings_cli.reader import Outcome, Reader, whole_posting
from postings_cli.sources import (
    POSTING_SUFFIXES,
    STDIN,
    TABLE_SUFFIXES,
    Listing,
    Source,
    Sources,
    listed,
)
from postings_cli.streams import draws, stdin_bytes, tell

if TYPE_CHECKING:
    from postings.document import LayoutMode
    from postings.posting import Posting
    from postings_cli.text_column import TextColumn

_FEW = 20  # texts are read sooner than processes are started; a PDF is as long as several
_PDF = 8
_SCAN = 20  # OCR takes seconds


@dataclass
class Intake:
    """Reads what the arguments name; `exit_code` tells afterwards whether all could be read.

    With `column`, what they name are tables of postings. `jobs` is the number of processes, by
    default one a core; `timeout` the seconds that a posting may take, for ever by default.
    `told_at_end` says that nothing is written before everything is read. `already` are names of
    the first sources, which are passed over, and `done` is how many they were.
    """

    paths: list[str]
    as_of: date
    recursive: bool = False
    listing: Listing | None = None
    column: TextColumn | None = None
    jobs: int | None = None
    timeout: float | None = None
    layout: LayoutMode = "auto"
    ocr: bool = True
    told_at_end: bool = False
    already: Iterable[str] = ()
    debug: bool = False
    done: int = 0
    exit_code: ExitCode = ExitCode.DONE
    _logos: Counter[str] = field(default_factory=Counter, init=False)

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
        sources = self._sources()
        left = self._after_those_done(self._opened(sources))
        outcomes = self._read(left, Reader(view, self.as_of, self.layout, self.ocr))
        for outcome in self._shown(outcomes):
            if outcome.failed:
                self._fail(outcome)
            if outcome.passed_over:
                self._logos[os.path.basename(outcome.name)] += 1
            yield outcome
        _tell_skipped(sources.skipped)
        _tell_logos(self._logos, self.ocr)

    def _read(self, sources: Iterator[Source], reader: Reader) -> Iterator[Outcome]:
        """Read in this process what is little, and otherwise in several."""
        first = list(islice(sources, _FEW + 1))
        jobs = self.jobs or _cores()
        if len(first) <= _FEW:
            jobs = min(jobs, len(first))
        if self.timeout is None and (jobs < 2 or (self.jobs is None and _is_little(first))):
            return map(reader, chain(first, sources))
        from postings_cli.batch.reading import read_in_processes

        return read_in_processes(reader, chain(first, sources), jobs, self.timeout)

    def _shown(self, outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
        """Outcomes, with a bar on a terminal where nothing else is being written."""
        if not draws(sys.stderr) or (sys.stdout.isatty() and not self.told_at_end):
            return outcomes
        from postings_cli.batch.progress import with_progress

        return with_progress(outcomes, self._count)

    def _count(self) -> int | None:
        """How many sources there are, unless telling would mean reading them."""
        if self.column or (self.listing and self.listing.path == STDIN):
            return None
        count = 0
        for source in self._sources():
            if may_hold_several(source.name):
                return None
            count += 1
        return count - self.done

    def _sources(self) -> Sources:
        suffixes = TABLE_SUFFIXES if self.column else POSTING_SUFFIXES
        return Sources(self.paths, self.recursive, self.listing, suffixes)

    def _opened(self, sources: Sources) -> Iterator[Source]:
        """Sources, one for each row of a table or posting of an archive; standard input is read."""
        for source in sources:
            if source.trouble:
                yield source
            elif self.column:
                yield from self.column.rows(source.name)
            elif source.name == STDIN:  # it belongs to this process
                yield Source(STDIN, stdin_bytes().read())
            else:
                yield from opened_container(source, sources.skipped)

    def _after_those_done(self, sources: Iterator[Source]) -> Iterator[Source]:
        """The sources that are left; raises `UsageError` if those done are others now."""
        for name in self.already:
            self.done += 1
            source = next(sources, None)
            if source is None or source.name != name:
                what = f"{source.name if source else 'nothing'} is where {name} was before"
                raise UsageError(what, "run it on the same files, or anew without --resume")
        return sources

    def _fail(self, outcome: Outcome) -> None:
        self.exit_code = ExitCode.UNREADABLE_INPUT
        tell(outcome.name, outcome.message)
        if self.debug and outcome.traceback:
            print(outcome.traceback, file=sys.stderr)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _is_little(sources: list[Source]) -> bool:
    """Tell whether reading these takes less than starting processes."""
    return sum(_weight(source.name.lower()) for source in sources) <= _FEW


def _weight(name: str) -> int:
    """How long reading a file takes, in texts; a name tells no more than likely."""
    if name.endswith(".pdf"):
        return _PDF
    return _SCAN if name.endswith(tuple(PICTURE_SUFFIXES)) else 1


def _tell_skipped(names: Counter[str]) -> None:
    if count := names.total():
        files = "1 file" if count == 1 else f"{count} files"
        tell("postings", f"skipped {files} of another kind ({listed(names)}); name one to read it")


def _tell_logos(names: Counter[str], ocr: bool) -> None:
    if count := names.total():
        pictures = "1 picture" if count == 1 else f"{count} pictures"
        why = " in which hardly a word was read" if ocr else ""
        cure = "name one to read it" if ocr else "leave out --no-ocr to read them"
        tell("postings", f"skipped {pictures}{why} ({listed(names)}); {cure}")
