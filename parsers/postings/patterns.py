"""Regular expressions that are compiled when they are first used, not when they are defined.

Compiling is a third of the start of a short run, and a posting needs few of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, AnyStr, cast

from postings.pattern_cache import compile_pattern

_Search = Callable[[str], re.Match[str] | None]


class _Lazy:
    """Stands for a compiled pattern, and becomes as fast as one at the first use."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        attribute = getattr(compile_pattern(self._source, self._flags), name)
        setattr(self, name, attribute)
        return attribute


def pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A pattern to keep in a module: `re.compile`, put off until it is needed."""
    return cast("re.Pattern[AnyStr]", _Lazy(source, flags))


def search_with_cues(source: str, cues: tuple[str, ...]) -> _Search:
    """The search of a whole document for a pattern of which every match has one of `cues`.

    Looking for ten words one by one is fifty times faster than trying ten ways of beginning
    at every character.
    """
    sought = pattern(source)

    def search(text: str) -> re.Match[str] | None:
        return sought.search(text) if any(cue in text for cue in cues) else None

    return search
