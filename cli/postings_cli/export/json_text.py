"""JSON and JSON lines: the contract of `parse`, the rows of `compare`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from postings_cli.safe import json_on_terminal

if TYPE_CHECKING:
    from postings.compare import Row

_ENCODER = msgspec.json.Encoder(decimal_format="number")


def lines(objects: Iterable[bytes]) -> Iterator[bytes]:
    """Yield encoded objects, one a line."""
    for item in objects:
        yield json_on_terminal(item) + b"\n"


def single(objects: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the only object, laid out to be read; nothing if there is none."""
    for item in objects:
        yield _laid_out(item) + b"\n"


def array(objects: Iterable[bytes]) -> Iterator[bytes]:
    """Yield an array piece by piece, so that the first objects need not wait for the last."""
    separator = b"["
    for item in objects:
        yield separator + b"\n" + _laid_out(item)
        separator = b","
    yield b"[]\n" if separator == b"[" else b"\n]\n"


def _laid_out(item: bytes) -> bytes:
    return json_on_terminal(msgspec.json.format(item, indent=2))


def encoded(item: object) -> bytes:
    """Encode one object; decimals are numbers."""
    return _ENCODER.encode(item)


def encoded_rows(rows: Iterable[Row], keys: Sequence[str] | None) -> Iterator[bytes]:
    """Encode rows, or some of their keys."""
    for row in rows:
        yield _ENCODER.encode({key: getattr(row, key) for key in keys} if keys else row)
