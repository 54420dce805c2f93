"""Compiled patterns kept from one run to the next, as Python keeps its bytecode.

CPython compiles a regular expression in Python, a millisecond each; a posting needs a hundred,
which is more than the reading of it. What compiling makes is a list of integers: that list is
kept in a file of the user's cache (`POSTINGS_CACHE` names another directory, and empty keeps
none). Whatever is missing, foreign or damaged there is compiled as ever.
"""

from __future__ import annotations

import atexit
import marshal
import os
import re
import sys
from array import array
from binascii import crc32
from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

_LARGEST = 1 << 23  # bytes: patterns of past versions pile up; a file so large begins anew
_Key = tuple[str | bytes, int]
_Index = dict[int, list[tuple[int, int]]]  # by number of the source, offsets in the file
_Made = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]


def compile_pattern(source: str | bytes, flags: int = 0) -> re.Pattern[Any]:
    """Compile as `re.compile` does, or take what an earlier run compiled."""
    try:
        return _from(_store(), (source, int(flags)))
    except (ImportError, AttributeError, TypeError, ValueError, RuntimeError):
        return re.compile(source, flags)  # another Python, or a damaged file


class _Store:
    """What has been compiled, by source and flags; each is looked up only when it is needed.

    A file holds its engine and an index, then the patterns, each after its checksum. The index
    is by a checksum of the source, which stands with the pattern and is compared.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._file = _bytes_of(path)
        self.index: _Index = _index_of(self._file)
        self._added: dict[_Key, bytes] = {}

    @property
    def grown(self) -> bool:
        """Whether there is something that the file does not have."""
        return bool(self._added)

    def get(self, key: _Key) -> _Made | None:
        """What was compiled of a pattern; None if it was not, or is damaged."""
        for start, end in self.index.get(_number(key), ()):
            kept, made = _unsealed(self._file[start:end]) or (None, None)
            if kept == key:
                return made
        return None

    def keep(self, key: _Key, made: _Made) -> None:
        """Add a pattern; all are saved once, when the program ends."""
        if self.path and not self._added:
            atexit.register(self.save)
        self._added[key] = _sealed((key, made))

    def save(self) -> None:
        """Write the file whole, or leave it as it is: another run may be reading it."""
        assert self.path is not None
        whole = self.path.with_suffix(f".{os.getpid()}")
        old = ((n, self._file[a:b]) for n, places in self.index.items() for a, b in places)
        new = ((_number(key), data) for key, data in self._added.items())
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            whole.write_bytes(_file_of([*old, *new]))
            whole.replace(self.path)
        except OSError:
            with suppress(OSError):  # a directory of somebody else's
                whole.unlink(missing_ok=True)


@lru_cache(maxsize=1)
def _store() -> _Store:
    return _Store(_path())


def _path() -> Path | None:
    """The file of patterns; None where none is kept."""
    named = os.environ.get("POSTINGS_CACHE")
    home = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    if named == "" or (named is None and not os.path.isabs(home)):
        return None
    return Path(named or f"{home}/postings") / f"patterns-{sys.implementation.cache_tag}.bin"


def _engine() -> tuple[str, int, int]:
    """What tells whether the integers are those of this regular expression engine."""
    import _sre  # type: ignore[import-not-found]

    return f"{sys.version} {sys.byteorder}", _sre.MAGIC, _sre.CODESIZE


def _bytes_of(path: Path | None) -> bytes:
    try:
        return path.read_bytes() if path else b""
    except OSError:
        return b""


def _number(key: _Key) -> int:
    source, flags = key
    data = source if isinstance(source, bytes) else source.encode("utf-8", "surrogatepass")
    return crc32(data, flags)


def _sealed(content: Any) -> bytes:
    """Content after its checksum: one wrong integer could make a pattern that reads wrongly."""
    data = marshal.dumps(content)
    return crc32(data).to_bytes(4, "big") + data


def _unsealed(data: bytes) -> Any:
    """The content of what was sealed; None if anything in it has changed."""
    whole = len(data) > 4 and crc32(data[4:]).to_bytes(4, "big") == data[:4]
    return marshal.loads(data[4:]) if whole else None


def _file_of(patterns: Iterable[tuple[int, bytes]]) -> bytes:
    """A file: the length of its head, the head, the patterns by the numbers of their sources."""
    patterns = list(patterns)
    index: _Index = {}
    at = 0
    for number, data in patterns:
        index.setdefault(number, []).append((at, at + len(data)))
        at += len(data)
    head = _sealed((_engine(), index))
    return b"".join((len(head).to_bytes(4, "big"), head, *(data for _, data in patterns)))


def _index_of(file: bytes) -> _Index:
    """Where each pattern stands in a file; nothing if it is damaged, foreign or too large."""
    body = 4 + int.from_bytes(file[:4], "big")
    head = _unsealed(file[4:body]) if len(file) <= _LARGEST else None
    if not (isinstance(head, tuple) and len(head) == 2 and head[0] == _engine()):
        return {}
    return {n: [(body + a, body + b) for a, b in places] for n, places in head[1].items()}


def _from(store: _Store, key: _Key) -> re.Pattern[Any]:
    import _sre

    source, given = key
    made = store.get(key)
    if made is None:
        made = _made(source, given)
        store.keep(key, made)
    flags, code, groups, index, names = made
    numbers = array("I")
    numbers.frombytes(code)
    compiled: re.Pattern[Any] = _sre.compile(source, flags, numbers.tolist(), groups, index, names)
    return compiled


def _made(source: str | bytes, given: int) -> _Made:
    """Compile to the integers: the steps of `re.compile`, whose result does not show them."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(source, given)
    code = array("I", _compiler._code(parsed, given))
    index: dict[str, int] = parsed.state.groupdict
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in index.items():
        names[number] = name
    flags: int = given | parsed.state.flags
    return int(flags), code.tobytes(), parsed.state.groups - 1, index, tuple(names)
