"""Commands imported when they are asked for: starting must not cost more for each that is added."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

# Each is the function of that name in the module of that name beside this one.
_SHORT_HELP = {
    "parse": "Read postings, value by value, each with its page and line.",
    "compare": "Put postings side by side, one row each.",
    "explain": "Show why: the document with its evidence, every candidate of a key.",
    "pay": "Turn an index, a grade or a category into euros, step by step.",
    "grades": "Find grades by any spelling, with indices and euros.",
    "rules": "List the rules: what each reads, what it refuses.",
    "tables": "Show what the tool knows: tables, dates, certainty, sources.",
    "schema": "Print the JSON Schema of the answers of parse.",
}


class _Commands(MutableMapping[str, Any]):
    """The commands by name; looking one up imports it."""

    def __init__(self) -> None:
        self._loaded: dict[str, Any] = dict.fromkeys(_SHORT_HELP)

    def __getitem__(self, name: str) -> Any:
        if self._loaded[name] is None:
            self._loaded[name] = _command(name)
        return self._loaded[name]

    def __setitem__(self, name: str, command: Any) -> None:
        self._loaded[name] = command

    def __delitem__(self, name: str) -> None:
        del self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._loaded)

    def __len__(self) -> int:
        return len(self._loaded)


def _command(name: str) -> Any:
    function = getattr(import_module(f"postings_cli.commands.{name}"), name)
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    alone.command(name, short_help=_SHORT_HELP[name])(function)
    return typer.main.get_command(alone)


class OnDemand(TyperGroup):
    """The group of all commands."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = _Commands()
