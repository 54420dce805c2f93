"""ZIP archives: directories of postings, opened within limits.

An entry is read alone, so that an archive costs no more memory than its largest entry.
"""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from os import getpid, stat
from pathlib import PurePosixPath

from msgspec import Struct

from postings.errors import DamagedDocument, EncryptedDocument, PostingsError, UnsupportedFormat
from postings.reading.kinds import SUFFIXES

MOST_ENTRIES = 100_000
LARGEST_ENTRY = 256 * 2**20  # bytes, unpacked
LARGEST_TOTAL = 16 * 2**30
HIGHEST_RATIO = 400  # of bytes unpacked to packed: a text has 5, one sentence over and over 300
_SMALL = 2**20  # bytes: whatever their ratio, they do no harm
_UNPACK = "unpack it and read the files in it"
_UTF8 = 0x800  # flag of an entry whose name is UTF-8
_ENCRYPTED = 0x1


class Listing(Struct, frozen=True):
    """The entries of an archive: postings, by name, and how often other names were passed over."""

    names: tuple[str, ...]
    skipped: dict[str, int]


class Archive:
    """A ZIP archive, opened. Raises `DamagedDocument` or `UnsupportedFormat` if it cannot be."""

    def __init__(self, path: str) -> None:
        try:
            self._file = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
            raise _damaged() from error
        self._entries = dict(_named(self._file.infolist()))
        _refuse_bombs(list(self._entries.values()))

    def listing(self) -> Listing:
        """The entries whose names are those of postings, as in a directory, in their order."""
        skipped: Counter[str] = Counter()
        names = []
        for name in sorted(self._entries):
            entry = PurePosixPath(name.lower())
            if entry.suffix in SUFFIXES and entry.stem != "readme":
                names.append(name)
            else:
                skipped[PurePosixPath(name).name] += 1
        return Listing(tuple(names), dict(skipped))

    def member_of(self, inner: str) -> str:
        """The entry that a path inside the archive names, or leads through; empty if none."""
        path = PurePosixPath(inner)
        names = (str(each) for each in (path, *path.parents))
        return next((name for name in names if name in self._entries), "")

    def read(self, name: str) -> bytes:
        """The bytes of an entry.

        Raises `EncryptedDocument`, `DamagedDocument`, or `UnsupportedFormat` for one that is
        too large or packed in an unknown way.
        """
        entry = self._entries[name]
        _refuse_large(entry)
        if entry.flag_bits & _ENCRYPTED:
            what = "this entry of the archive is encrypted"
            raise EncryptedDocument(what, "unpack it with its password and read the file")
        try:
            return self._file.read(entry)
        except NotImplementedError as error:
            what = "this entry of the archive is packed in a way that is not supported"
            raise UnsupportedFormat(what, _UNPACK) from error
        except MemoryError:
            raise
        except Exception as error:  # each decompressor has errors of its own
            raise _damaged() from error


@lru_cache(maxsize=1)
def _opened(path: str, size: int, changed: int, process: int) -> Archive:
    """An archive as it is now; processes that share an open file would move each other in it."""
    return Archive(path)


def open_archive(path: str) -> Archive:
    """Open an archive; the last one stays open, since its entries are read one after another.

    Raises what `Archive` does, and `OSError`.
    """
    status = stat(path)
    return _opened(path, status.st_size, status.st_mtime_ns, getpid())


def _named(entries: list[zipfile.ZipInfo]) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    """Entries by the path that they are given: no folders, no hidden files, no `..`."""
    seen: Counter[str] = Counter()
    for entry in entries:
        parts = [p for p in PurePosixPath(_name(entry)).parts if p not in ("/", "..")]
        if not parts or entry.is_dir() or any(p.startswith((".", "__MACOSX")) for p in parts):
            continue
        path = PurePosixPath(*parts)
        seen[str(path)] += 1
        copy = seen[str(path)]
        yield str(path if copy == 1 else path.with_stem(f"{path.stem} ({copy})")), entry


def _name(entry: zipfile.ZipInfo) -> str:
    """The name of an entry; some programs write UTF-8 and do not say so."""
    name = entry.filename.replace("\\", "/")
    if not entry.flag_bits & _UTF8:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return "".join(char if char.isprintable() else "_" for char in name)


def _refuse_bombs(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_ENTRIES:
        raise _too_much(f"holds more than {MOST_ENTRIES} files")
    if sum(entry.file_size for entry in entries) > LARGEST_TOTAL:
        raise _too_much(f"would take more than {LARGEST_TOTAL // 2**30} GiB unpacked")


def _refuse_large(entry: zipfile.ZipInfo) -> None:
    if entry.file_size > LARGEST_ENTRY:
        raise _too_much(f"holds a file of more than {LARGEST_ENTRY // 2**20} MiB")
    if entry.file_size > _SMALL and entry.file_size > HIGHEST_RATIO * entry.compress_size:
        raise _too_much("holds a file that is packed beyond what any document is")


def _too_much(what: str) -> PostingsError:
    return UnsupportedFormat(f"the archive {what}", _UNPACK)


def _damaged() -> PostingsError:
    return DamagedDocument("the archive is damaged", "fetch or pack it again")
