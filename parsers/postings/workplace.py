"""Which of the places that a posting names is the workplace, and what the others add to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from postings.document import Span
from postings.places import Place
from postings.reference.departments import plain
from postings.rules import Candidate

# The rank of a postal address that no word calls a workplace: two of them compete.
ADDRESS_RANK = 3


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place and the candidate that it was read from."""

    place: Place
    candidate: Candidate[Any]

    @property
    def rank(self) -> int:
        """How surely this is the workplace; 0 only adds to another."""
        return self.candidate.rule.rank


def choose(text: str, found: Iterable[FoundPlace]) -> Sequence[FoundPlace]:
    """Return the workplace; several when addresses of equal standing compete; none."""
    ranked = sorted(
        (f for f in found if f.rank > 0),
        key=lambda f: (-f.rank, f.place.cedex, f.candidate.span.start),
    )
    if not ranked:
        return ()
    first = ranked[0]
    towns = [
        f for f in ranked if f.place.city and (first.place.city or _agree(first.place, f.place))
    ]
    named_only = first.rank > ADDRESS_RANK and not first.place.city
    if not towns or (named_only and not towns[0].place.department):
        return (first,)  # a workplace that names a département only is not guessed further
    best = towns[0]
    if best.rank != ADDRESS_RANK:
        return (best,)
    return (best, *(f for f in towns[1:] if _rivals(text, best, f)))


def _rivals(text: str, best: FoundPlace, other: FoundPlace) -> bool:
    same_standing = other.rank == best.rank and other.place.cedex == best.place.cedex
    return same_standing and not same_town(text, best.place, other.place)


def _agree(one: Place, two: Place) -> bool:
    return not (one.department and two.department) or one.department == two.department


def completed(text: str, place: Place, found: Iterable[FoundPlace]) -> Place:
    """Fill what a place lacks from the others in the same town; a sorting office's code goes."""
    others = [f.place for f in found if same_town(text, place, f.place)]
    for other in others:
        if other.postal and not other.cedex:
            place = _with_postal(text, place, other)
    if place.cedex:
        place = replace(place, postal=None)
    stated = next((p for p in others if p.department), None)
    if stated and not place.department:
        return replace(place, department=stated.department, department_at=stated.department_at)
    return place


def _with_postal(text: str, place: Place, other: Place) -> Place:
    return replace(
        place,
        city=other.city if _lacks_article(text, place.city, other.city) else place.city,
        postal=place.postal or other.postal,
        address=place.address or (None if place.postal else other.address),
        department=place.department or other.department,
        department_at=place.department_at or other.department_at,
    )


def same_town(text: str, place: Place, other: Place) -> bool:
    """Tell whether two places are in one town; a bare postal code is in the only town named."""
    if other.city is None:
        return other.postal is not None and place.postal is None and _agree(place, other)
    if place.city is None:
        return False
    one, two = _town(text, place.city), _town(text, other.city)
    # A code's town runs into the next sentence where no stop parts them.
    return (one == two or two.startswith(one + " ")) and _agree(place, other)


def _lacks_article(text: str, one: Span | None, two: Span | None) -> bool:
    """Tell whether the second writes the same town with its article ("au Mans", "Le Mans")."""
    if one is None or two is None or _town(text, one) != _town(text, two):
        return False
    return len(plain(text[two.start : two.end])) > len(plain(text[one.start : one.end]))


def _town(text: str, span: Span) -> str:
    """A town's name for comparison; "au Mans" is in Le Mans."""
    name = re.sub(r"\bst\b", "saint", plain(text[span.start : span.end]))
    return re.sub(r"^(?:le|la|les|l) ", "", name)
