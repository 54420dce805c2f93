"""The libraries that read documents are an extra: imported here, or asked for in one line."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from postings.errors import MissingLibrary

EXTRA = "documents"
Element = Any  # of a tree of lxml, which ships no types


def library(name: str) -> Any:
    """Import a library of the extra; raises `MissingLibrary`, which says how to install it."""
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise MissingLibrary(
            f"the library that reads this kind of file is not installed ({error.name})",
            f"run: pip install 'postings[{EXTRA}]'",
        ) from error
