"""The articles of law by which a public post is filled."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any


@dataclass(frozen=True, slots=True)
class Article:
    """One article of the Code général de la fonction publique, with what it settles.

    `type` and `position` are values of the contract, or None where the article leaves
    them open. `max_months` limits one contract, `total_months` its renewals together.
    `old` are the repealed articles it replaced, as `law article`: `84-53 3-3 2°`.
    """

    number: str
    versant: str
    meaning: str
    certainty: str
    source: str
    type: str | None = None
    position: str | None = None
    max_months: int | None = None
    total_months: int | None = None
    old: tuple[str, ...] = ()


def _article(entry: dict[str, Any]) -> Article:
    return Article(**{**entry, "old": tuple(entry.get("old", ()))})


@cache
def articles() -> dict[str, Article]:
    """Articles by number, as the contract writes it: `L332-8 2°`."""
    import tomllib  # only a posting that cites an article needs the table
    from importlib.resources import files

    table = files("postings.reference").joinpath("tables/articles.toml")
    entries = tomllib.loads(table.read_text(encoding="utf-8"))["article"]
    return {entry["number"]: _article(entry) for entry in entries}


@cache
def replaced_articles() -> dict[str, Article]:
    """Today's article for a repealed one: `84-53 3-3 2°` gives `L332-8 2°`."""
    return {old: article for article in articles().values() for old in article.old}
