"""The articles by which the post is opened, in today's numbering."""

from __future__ import annotations

import re

from postings.fields.field import Field, Reading
from postings.patterns import pattern
from postings.reference.articles import articles, replaced_articles
from postings.resolve import Finding, without_overlaps
from postings.rules import Candidate, Match, Rule

_OLD_LAWS = {
    "84-53": "84-53", "26 janvier 1984": "84-53",
    "84-16": "84-16", "11 janvier 1984": "84-16",
    "86-33": "86-33", "9 janvier 1986": "86-33",
}  # fmt: skip
# What the contrat de projet (L332-24) is bound to; cited with it, they open no post themselves.
_ITS_CONDITIONS = frozenset(("L332-25", "L332-26"))
_PARAGRAPH = pattern(r"\d")


def _known(number: str, paragraph: str | None) -> str | None:
    """The article with its paragraph, if it is one by which posts are filled."""
    precise = f"L{number} {paragraph}°" if paragraph else f"L{number}"
    table = articles()
    if precise in table:
        return precise
    if f"L{number}" in table:
        return f"L{number}"
    return precise if any(key.startswith(f"L{number} ") for key in table) else None


def _today(match: Match) -> tuple[str, ...] | None:
    number = match["number"].replace(" ", "")
    found = _PARAGRAPH.findall(match["paragraphs"] or "") or [None]
    known = [article for paragraph in found if (article := _known(number, paragraph))]
    return tuple(dict.fromkeys(known)) or None


def _replaced(match: Match) -> tuple[str, ...] | None:
    law = _OLD_LAWS[" ".join(match["law"].split())]
    words = re.sub(r"[\s,.()-]+", " ", match["number"].replace("alinea", "")).upper().split()
    for size in range(len(words), 0, -1):
        key = _old_key(law, words[:size])
        if key in replaced_articles():
            return (replaced_articles()[key].number,)
    paragraph = f"{law} {' '.join(words)}°"  # `art. 4-2` of a law without an article 4-2
    return (table[paragraph].number,) if paragraph in (table := replaced_articles()) else None


def _old_key(law: str, words: list[str]) -> str:
    """`3 3 2°` is article 3-3, 2°: a second bare number belongs to the article."""
    head, *tail = words
    if tail and tail[0].isdigit():
        head, tail = f"{head}-{tail[0]}", tail[1:]
    return " ".join(
        [law, head, *(word.lower() if word != "I" and word != "II" else word for word in tail)]
    )


RULES: tuple[Rule[tuple[str, ...]], ...] = (
    Rule(
        id="legal_basis.code",
        pattern=(
            r"l\.?[ \n]{0,3}(?P<number>(?:332|333|343|352|412|424) ?- ?\d{1,2})(?!\d)"
            r"(?P<paragraphs>[ ]{0,3}disposition \d (?:et|ou) \d(?!\d)|(?:[ ,\-(]{0,3}(?:alinea |disposition )?\d ?°?(?! ?[\d%/]|er| ans| mois)"
            r"(?:(?:,| et| ou) ?\d ?°)*)?)"
            r"(?: (?:a|et suivants?)(?: l\.?[ \n]{0,3}\d{3}-\d{1,2})?)?"
        ),
        cues=("332-", "333-", "343-", "352-", "412-", "424-"),
        lead=5,
        read=_today,
        examples=(
            "notamment son article L.332-8,2°, sur l'ouverture",
            "Art. L332-8 disposition 2 du code général de la fonction publique",
            "sur le fondement de l'article L.\n332-8 6°",
            "Art. L332-8 disposition 3 ou 4 du code",
            "ses articles L. 332-24 à L. 332-26",
        ),
        rejects=(
            "Conformément à l'article L. 313-1 du code général de la fonction publique",
            "l'article L. 332-28 du même code",
            "offre n° 332-8",
        ),
    ),
    Rule(
        id="legal_basis.repealed-law",
        pattern=(
            r"art(?:icle|\.)? (?P<number>\d{1,3}(?:[ \-,.()]{0,3}(?:\d°?|i{1,2}|bis|quater|quinquies|sexies|alinea)"
            r"(?![a-z0-9])){0,4})[^\n.;]{0,30}?\bloi[^\n.;]{0,25}?"
            r"(?P<law>84-53|84-16|86-33|26 janvier 1984|11 janvier 1984|9 janvier 1986)"
        ),
        cues=("art",),
        read=_replaced,
        examples=(
            "en application de l'article 3-3-2° de la loi n° 84-53 du 26 janvier 1984",
            "article 3-3, 2° de la loi du 26 janvier 1984",
            "article 3-2 de la loi n°84-53",
        ),
        rejects=(
            "article 22 de la loi n° 83-634 du 13 juillet 1983",
            "article 10 de la loi n° 84-53",
        ),
    ),
)


def settle(reading: Reading) -> Finding:
    """Every article cited, once; a paragraph makes the bare article superfluous."""
    cited: dict[str, list[Candidate[tuple[str, ...]]]] = {}
    for candidate in sorted(
        without_overlaps(reading.of("legal_basis")), key=lambda c: c.span.start
    ):
        for number in candidate.value:
            cited.setdefault(number, []).append(candidate)
    precise = [
        number
        for number in cited
        if not any(other.startswith(f"{number} ") for other in cited)
        and not (number in _ITS_CONDITIONS and "L332-24" in cited)
    ]
    return Finding(tuple(precise), {str(i): cited[n] for i, n in enumerate(precise)})


FIELD = Field("legal_basis", RULES, settle, serves="contract.legal_basis")
