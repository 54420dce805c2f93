"""The articles of law by which a public post is filled."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from postings.reference.series import read_table


class Article(Struct, frozen=True):
    """One article of the Code général de la fonction publique, with what it settles.

    `type` and `position` are values of the contract, or None where the article leaves
    them open. `min_months` and `max_months` limit one contract, `total_months` its renewals
    together. `old` are the repealed articles it replaced, as `law article`: `84-53 3-3 2°`.
    """

    number: str
    versant: str
    meaning: str
    position: str | None
    type: str | None
    min_months: int | None
    max_months: int | None
    total_months: int | None
    old: tuple[str, ...]
    certainty: str
    source: str


def _article(row: str) -> Article:
    number, versant, meaning, position, kind, *months, old, certainty, source = row.split(";")
    least, most, total = (int(limit) if limit else None for limit in months)
    return Article(
        number,
        versant,
        meaning,
        position or None,
        kind or None,
        least,
        most,
        total,
        tuple(old.split(" | ")) if old else (),
        certainty,
        source,
    )


@cache
def articles() -> dict[str, Article]:
    """Articles by number, as the contract writes it: `L332-8 2°`."""
    return {article.number: article for article in map(_article, read_table("articles.csv").rows)}


@cache
def replaced_articles() -> dict[str, Article]:
    """Today's article for a repealed one: `84-53 3-3 2°` gives `L332-8 2°`."""
    return {old: article for article in articles().values() for old in article.old}
