"""Long tables of names, searched where they lie: never read whole, so that a lookup costs nothing.

Such a file of tables/ is sorted by the key of its first cell; a key is what is left of a name
when the ways of writing it are taken off. Half the rows are left out at each step.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cache
from mmap import ACCESS_READ, mmap
from pathlib import Path

_TABLES = Path(__file__).parent / "tables"


def rows_named(file: str, key: str, key_of: Callable[[str], str]) -> Iterator[list[str]]:
    """Yield the rows of a file of tables/ whose first cell has this key, as cells."""
    data, head = _opened(file)

    def key_at(offset: int) -> str:
        return key_of(_line(data, offset).partition(";")[0])

    at = bisect_left(range(head, len(data)), key, key=key_at) + head
    while at < len(data) and key_at(at) == key:
        yield _line(data, at).split(";")
        at = data.find(b"\n", at) + 1


def _line(data: mmap, offset: int) -> str:
    """The line that the byte at `offset` is in, its end included."""
    return data[data.rfind(b"\n", 0, offset) + 1 : data.find(b"\n", offset)].decode()


@cache
def _opened(file: str) -> tuple[mmap, int]:
    """The bytes of a file, and where its first row begins: after comments and column names."""
    with (_TABLES / file).open("rb") as opened:
        data = mmap(opened.fileno(), 0, access=ACCESS_READ)
    at = 0
    while data[at : at + 1] == b"#":
        at = data.find(b"\n", at) + 1
    return data, data.find(b"\n", at) + 1
