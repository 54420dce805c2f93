"""The SHA-256 of what is read, by which a posting that comes twice is known."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from importlib import import_module
from typing import Any

_SHORT = 16_384  # bytes


def sha256_of(data: bytes) -> str:
    """The SHA-256 in hexadecimal.

    OpenSSL's is the faster one, but loading it takes as long as reading three postings: of a
    text, the interpreter's own makes it, as for the standard library's `random`.
    """
    digest: str = (_own() if len(data) <= _SHORT else _of_openssl()).sha256(data).hexdigest()
    return digest


@lru_cache(maxsize=1)
def _own() -> Any:
    for name in ("_sha2", "_sha256"):  # since Python 3.12, and before
        with suppress(ImportError):
            return import_module(name)
    return _of_openssl()


def _of_openssl() -> Any:
    return import_module("hashlib")
