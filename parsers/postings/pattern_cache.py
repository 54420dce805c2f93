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
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

_LARGEST = 1 << 23  # bytes: patterns of past versions pile up; a file so large begins anew
_Key = tuple[str | bytes, int]
_Made = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]


def compile_pattern(source: str | bytes, flags: int = 0) -> re.Pattern[Any]:
    """Compile as `re.compile` does, or take what an earlier run compiled."""
    try:
        return _from(_store(), (source, int(flags)))
    except (ImportError, AttributeError, TypeError, ValueError, RuntimeError):
        return re.compile(source, flags)  # another Python, or a damaged file


class _Store:
    """What has been compiled, by source and flags."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.made: dict[_Key, _Made] = _loaded(path) if path else {}
        self.grown = False

    def keep(self, key: _Key, made: _Made) -> None:
        """Add a pattern; all are saved once, when the program ends."""
        self.made[key] = made
        if self.path and not self.grown:
            atexit.register(self.save)
        self.grown = True

    def save(self) -> None:
        """Write the file whole, or leave it as it is: another run may be reading it."""
        assert self.path is not None
        whole = self.path.with_suffix(f".{os.getpid()}")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            whole.write_bytes(_sealed(marshal.dumps([_engine(), self.made])))
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


def _sealed(data: bytes) -> bytes:
    """Data after its checksum: one wrong integer could make a pattern that reads wrongly."""
    return crc32(data).to_bytes(4, "big") + data


def _loaded(path: Path) -> dict[_Key, _Made]:
    try:
        file = path.read_bytes()
        if len(file) > _LARGEST or _sealed(file[4:]) != file:
            return {}
        engine, made = marshal.loads(file[4:])
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return made if engine == _engine() else {}


def _from(store: _Store, key: _Key) -> re.Pattern[Any]:
    import _sre

    source, given = key
    made = store.made.get(key)
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
