"""What the arguments name: files, directories, globs that the shell left alone, and stdin.

A file that is named is always tried. In a directory only files whose suffix is that of a
posting, or that have none, are; a README, dot files and other kinds are passed over, and
all but the dot files are counted. Directories are walked as reading goes on: of one that is
open only the names are kept.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import NamedTuple

from postings.errors import PostingsError
from postings.reading.kinds import SUFFIXES
from postings_cli.streams import stdin_bytes

STDIN = "-"
POSTING_SUFFIXES = SUFFIXES
TABLE_SUFFIXES = frozenset({".csv", ".jsonl", ".ndjson", ".tsv"})
_GLOB_SIGNS = frozenset("*?[")


class Source(NamedTuple):
    """One posting to read: a file's path, content already read under a name, or why it is neither.

    `content` is None for a file that is still to be opened; text comes as `str`. `found` tells
    that nobody named it: it lies in a directory, an archive or a mail.
    """

    name: str
    content: bytes | str | None = None
    trouble: str = ""
    found: bool = False


@dataclass(frozen=True)
class Listing:
    """A file, or standard input, that names files: each on a line, or before another `end`."""

    path: str
    end: bytes = b"\n"

    def __iter__(self) -> Iterator[str]:
        """Yield the names; raises `UnreadableFile` if the listing itself cannot be read."""
        from postings.reading.source import open_bytes

        with stdin_bytes() if self.path == STDIN else open_bytes(self.path) as file:
            rest = b""
            while chunk := file.read1():  # type: ignore[attr-defined]
                *names, rest = (rest + chunk).split(self.end)
                yield from _decoded(names)
            yield from _decoded([rest])


@dataclass
class Sources:
    """The sources that `paths` name, each path once, directories in alphabetical order.

    Those of `listing` follow, as often as it names them. Going through the sources counts the
    names that were passed over in `skipped`.
    """

    paths: Sequence[str]
    recursive: bool = False
    listing: Listing | None = None
    suffixes: frozenset[str] = POSTING_SUFFIXES
    skipped: Counter[str] = field(default_factory=Counter)

    def __iter__(self) -> Iterator[Source]:
        named = (source for path in self.paths for source in self._named_by(path))
        yield from _each_once(named) if len(self.paths) > 1 else named
        if self.listing:
            yield from self._listed(self.listing)

    def _named_by(self, path: str) -> Iterator[Source]:
        return self._matching(path) if _is_pattern(path) else self._at(path)

    def _listed(self, listing: Listing) -> Iterator[Source]:
        try:
            for path in listing:
                yield from self._at(path)
        except PostingsError as error:
            yield Source(listing.path, trouble=str(error))

    def _matching(self, pattern: str) -> Iterator[Source]:
        from glob import glob

        matches = sorted(glob(pattern, recursive=True))
        if not matches:
            message = "no file matches this pattern; check it, or its quotes"
            yield Source(pattern, trouble=message)
        for match in matches:
            yield from self._at(match)

    def _at(self, path: str) -> Iterator[Source]:
        if path != STDIN and os.path.isdir(path):
            return self._inside(path)
        return iter((Source(path),))

    def _inside(self, directory: str) -> Iterator[Source]:
        """The files of a directory, or why there are none."""
        entries = _Entries(directory, self)
        anything = False
        for source in self._walk(entries):
            anything = True
            yield source
        if not anything:
            yield Source(directory, trouble=_nothing_here(len(entries.folders), self.recursive))

    def _walk(self, entries: _Entries) -> Iterator[Source]:
        """The files of a directory, then those of the directories in it."""
        if entries.trouble:
            yield Source(entries.directory, trouble=entries.trouble)
        for name in entries.files:
            yield Source(os.path.join(entries.directory, name), found=True)
        for name in entries.folders:
            folder = os.path.join(entries.directory, name)
            if self.recursive:
                yield from self._walk(_Entries(folder, self))
            elif not os.access(folder, os.R_OK | os.X_OK):
                # Nobody can tell what it holds, so it must not pass for empty.
                yield Source(folder, trouble=_cannot_open(PermissionError()))


class _Entries:
    """The names in a directory, sorted out; `trouble` says why it could not be looked into."""

    def __init__(self, directory: str, sources: Sources) -> None:
        self.directory = directory
        self.files: list[str] = []
        self.folders: list[str] = []
        self.trouble = ""
        try:
            with os.scandir(directory) as entries:
                for entry in entries:
                    self._sort_out(entry, sources)
        except OSError as error:
            self.trouble = _cannot_open(error)
        self.files.sort()
        self.folders.sort()

    def _sort_out(self, entry: os.DirEntry[str], sources: Sources) -> None:
        if entry.name.startswith("."):
            return
        if entry.is_dir(follow_symlinks=False):  # a link to a directory may lead back
            self.folders.append(entry.name)
        elif _is_posting(entry, sources.suffixes):
            self.files.append(entry.name)
        else:
            sources.skipped[entry.name] += 1


def _decoded(names: Iterable[bytes]) -> Iterator[str]:
    return (os.fsdecode(name) for each in names if (name := each.rstrip(b"\r")))


def listed(names: Counter[str], limit: int = 5) -> str:
    """Names and how often each is there, most frequent first, at most `limit` of them."""
    named = [f"{name} ×{n}" if n > 1 else name for name, n in names.most_common(limit)]
    return ", ".join([*named, "…"] if len(names) > limit else named)


def names_one_file(paths: list[str]) -> bool:
    """Tell whether the arguments are one posting, and so the answer one object."""
    if len(paths) != 1 or os.path.isdir(paths[0]) or _is_pattern(paths[0]):
        return False
    return paths[0] == STDIN or not _holds_several(paths[0])


def _holds_several(path: str) -> bool:
    from postings.reading.parts import holds_several

    return holds_several(path)


def _each_once(sources: Iterator[Source]) -> Iterator[Source]:
    seen: set[str] = set()
    for source in sources:
        if source.trouble or source.name not in seen:
            seen.add(source.name)
            yield source


def _is_pattern(path: str) -> bool:
    """A name that exists is no pattern, whatever signs are in it."""
    return not _GLOB_SIGNS.isdisjoint(path) and not os.path.lexists(path)


def _is_posting(entry: os.DirEntry[str], suffixes: frozenset[str]) -> bool:
    name = PurePath(entry.name.lower())
    if name.suffix not in suffixes or name.stem == "readme":
        return False
    # A link that leads nowhere is not passed over in silence: the reader says so.
    return entry.is_file() or (entry.is_symlink() and not os.path.exists(entry.path))


def _nothing_here(folders: int, recursive: bool) -> str:
    if folders and not recursive:
        return f"no posting directly in this directory ({folders} below); add --recursive"
    return "no posting here; name a file to read it whatever its suffix"


def _cannot_open(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "this directory may not be read; ask for permission (chmod u+rx)"
    return f"this directory cannot be read ({error.strerror}); check it"
