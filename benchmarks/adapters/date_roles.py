"""Which date is the deadline: for tools that find dates but do not say what they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from adapters.adapter import Answers, FoundDate
from adapters.proximity import before, nearest, word_spans

ROLES = {
    "deadline": re.compile(
        r"date limite|limite de|avant le|jusqu.au|au plus tard|d.ici le|candidatures?|postuler"
        r"|cl[ôo]tures?|d[ée]lai|deadline|ferme|envoyer|adresser",
        re.IGNORECASE,
    ),
    "published_on": re.compile(
        r"publi[ée]e?s?\b|publication|mise? en ligne|en ligne le|parue?\b|parution|cr[ée]{2}e? le",
        re.IGNORECASE,
    ),
    "starts_on": re.compile(
        r"[àa] pourvoir|prise de (?:poste|fonctions?)|d[ée]but|[àa] partir d|[àa] compter d"
        r"|d[ée]marrage|embauche|d[èe]s le|date pr[ée]vue|start",
        re.IGNORECASE,
    ),
}
# The best of 20, 40, 80 and 150 on the real postings for the three tools together, and far better
# with words before the date only than on both sides.
WITHIN = 20


def by_role(text: str, dates: Sequence[FoundDate]) -> Answers:
    """For each role the date nearest after its words, among those that no other role is nearer to."""
    words = {role: word_spans(pattern, text) for role, pattern in ROLES.items()}
    own: dict[str, list[FoundDate]] = {role: [] for role in ROLES}
    for date in dates:
        gaps = {role: gap for role, at in words.items() if (gap := before(date, at)) is not None}
        if gaps:
            own[min(gaps, key=gaps.__getitem__)].append(date)
    chosen = {role: nearest(own[role], words[role], before, WITHIN) for role in ROLES}
    return {role: date.value for role, date in chosen.items() if date}
