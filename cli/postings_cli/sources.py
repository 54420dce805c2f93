"""What the arguments name: files, directories, globs that the shell left alone, and stdin.

A file that is named is always tried. In a directory only files whose suffix is that of a
posting, or that have none, are; a README, dot files and other kinds are passed over, and
all but the dot files are counted.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePath

STDIN = "-"
SUFFIXES = frozenset({"", ".md", ".pdf", ".text", ".txt"})
_GLOB_SIGNS = frozenset("*?[")


@dataclass
class Sources:
    """Files to read in order, what could not be looked into, and names that were passed over."""

    files: list[str] = field(default_factory=list)
    troubles: list[tuple[str, str]] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)

    def skipped_names(self, limit: int = 5) -> str:
        """The names passed over, most frequent first, at most `limit` of them."""
        named = [f"{name} ×{n}" if n > 1 else name for name, n in self.skipped.most_common(limit)]
        return ", ".join([*named, "…"] if len(self.skipped) > limit else named)


def find_sources(paths: Iterable[str], *, recursive: bool = False) -> Sources:
    """Find the files that `paths` name, each once, directories in alphabetical order."""
    sources = Sources()
    for path in paths:
        for match in _expanded(path, sources):
            if match != STDIN and os.path.isdir(match):
                _look_into(match, sources, recursive)
            else:
                sources.files.append(match)
    sources.files = list(dict.fromkeys(sources.files))
    return sources


def names_one_file(paths: list[str]) -> bool:
    """Tell whether the arguments are one file, and so the answer one object."""
    return len(paths) == 1 and not os.path.isdir(paths[0]) and not _is_pattern(paths[0])


def _is_pattern(path: str) -> bool:
    """A name that exists is no pattern, whatever signs are in it."""
    return not _GLOB_SIGNS.isdisjoint(path) and not os.path.lexists(path)


def _expanded(path: str, sources: Sources) -> list[str]:
    if not _is_pattern(path):
        return [path]
    from glob import glob

    matches = sorted(glob(path, recursive=True))
    if not matches:
        sources.troubles.append((path, "no file matches this pattern; check it, or its quotes"))
    return matches


def _look_into(directory: str, sources: Sources, recursive: bool) -> None:
    """Add the files of a directory, or say why there are none."""
    before = len(sources.files), len(sources.troubles)
    folders = _scan(directory, sources, recursive)
    if (len(sources.files), len(sources.troubles)) != before:
        return
    what = "no posting here"
    cure = "name a file to read it whatever its suffix"
    if folders and not recursive:
        what, cure = f"no posting directly in this directory ({folders} below)", "add --recursive"
    sources.troubles.append((directory, f"{what}; {cure}"))


def _scan(directory: str, sources: Sources, recursive: bool) -> int:
    """Sort the entries of a directory out; return how many directories it holds."""
    try:
        entries = sorted(os.scandir(directory), key=lambda entry: entry.name)
    except OSError as error:
        sources.troubles.append((directory, _cannot_open(error)))
        return 0
    folders = [entry for entry in entries if _is_folder(entry)]
    for entry in entries:
        if not entry.name.startswith(".") and entry not in folders:
            _sort_out(entry, sources)
    for folder in folders:
        if recursive:
            _scan(folder.path, sources, recursive=True)
        elif not os.access(folder.path, os.R_OK | os.X_OK):
            # Nobody can tell what it holds, so it must not pass for empty.
            sources.troubles.append((folder.path, _cannot_open(PermissionError())))
    return len(folders)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Links to directories are not followed: they may lead back."""
    return entry.is_dir(follow_symlinks=False) and not entry.name.startswith(".")


def _sort_out(entry: os.DirEntry[str], sources: Sources) -> None:
    # A link that leads nowhere is not passed over in silence: the reader says so.
    readable = entry.is_file() or (entry.is_symlink() and not os.path.exists(entry.path))
    name = PurePath(entry.name.lower())
    if readable and name.suffix in SUFFIXES and name.stem != "readme":
        sources.files.append(entry.path)
    else:
        sources.skipped[entry.name] += 1


def _cannot_open(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "this directory may not be read; ask for permission (chmod u+rx)"
    return f"this directory cannot be read ({error.strerror}); check it"
