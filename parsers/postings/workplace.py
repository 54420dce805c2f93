"""Which of the places that a posting names is the workplace, and what the others add to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from postings.document import Document, Span
from postings.folding import fold
from postings.geography import contracted_communes
from postings.patterns import pattern
from postings.places import Place, town_at
from postings.reference.departments import plain
from postings.resolve import Finding
from postings.rules import Candidate, Derivation

# The rank of a postal address that no word calls a workplace: two of them compete.
ADDRESS_RANK = 3


class FoundPlace(Struct, frozen=True):
    """A place and the candidate that it was read from."""

    place: Place
    candidate: Candidate[Any]
    rank: int  # how surely this is the workplace; 0 only adds to another


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
    if one.department and two.department:
        return one.department == two.department
    region, other = (place.region or _region(place) for place in (one, two))
    return not (region and other) or region == other


def _region(place: Place) -> str | None:
    return place.department.region if place.department else None


def completed(text: str, place: Place, found: Iterable[FoundPlace]) -> Place:
    """Fill what a place lacks from the others in the same town; a sorting office's code goes."""
    others = [f.place for f in found if same_town(text, place, f.place)]
    if any(other.in_office for other in others):
        place = replace(place, in_office=True)
    if place.cedex:
        place = replace(place, postal=None, address=_street(text, place.address))
    for other in others:
        if other.postal and not other.cedex:
            place = _with_postal(text, place, other)
    stated = next((p for p in others if p.department), None)
    if stated and not place.department:
        return replace(place, department=stated.department, department_at=stated.department_at)
    return place


_BOX = pattern(r"(?i:(?:mairie|hôtel de ville)?[ ,–-]*(?:bp|cs)[ ]?\d+)")


def _street(text: str, address: Span | None) -> Span | None:
    """The address, unless it is only a box at the sorting office."""
    return None if address and _BOX.fullmatch(_words(text, address)) else address


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
    one, two = _town(_words(text, place.city)), _town(_words(text, other.city))
    # A code's town runs into the next sentence where no stop parts them.
    return (one == two or two.startswith(one + " ")) and _agree(place, other)


def _lacks_article(text: str, one: Span | None, two: Span | None) -> bool:
    """Tell whether the second writes the same town with its article ("au Mans", "Le Mans")."""
    if one is None or two is None or _town(_words(text, one)) != _town(_words(text, two)):
        return False
    return len(plain(_words(text, two))) > len(plain(_words(text, one)))


def _words(text: str, span: Span) -> str:
    return text[span.start : span.end]


@lru_cache(maxsize=256)
def _town(words: str) -> str:
    """A town's name for comparison; "au Mans" is in Le Mans."""
    name = re.sub(r"\bst\b", "saint", plain(words))
    return re.sub(r"^(?:le|la|les|l) ", "", name)


# Places that stand in what the fields before this one have read.
_OF_TITLE = Derivation("location.title", "the town that the title's line names", rank=2)
_OF_EMPLOYER = Derivation("location.employer", "the town that the employer is or governs", rank=1)

_TITLE_TOWN = pattern(r"[ ](?:à|À)[ ](?=(?:[Ll][ae]s?[ -])?[A-ZÀ-Þ][a-zà-ÿ])")
# Beside a name: "X à Vannes", "X – Mont-de-Marsan" (a dash alone needs a name made as towns' are).
_BESIDE = pattern(
    r"[ ]à[ ](?=[A-ZÀ-Þ][a-zà-ÿ])"
    r"|[ ][-–—][ ](?=[A-ZÀ-Þ][\wÀ-ÿ]*-(?:(?:de|du|en|sur|sous|la|le|les|lès|d)[-'’])+[A-ZÀ-Þ]"
    r"|(?:St|Ste|Saint|Sainte|SAINT|SAINTE)-[A-ZÀ-Þ])"
)
_GOVERNS = pattern(
    r"(?:l[ae] )?(?:ville|commune|mairie|ccas|municipalite)\s(?:de\s+|d'|(?P<article>d(?:u|es)\s+))"
)


def of_other_fields(document: Document, findings: Mapping[str, Finding]) -> list[FoundPlace]:
    """Read the town in the title's line, and the one that the employer is named after."""
    places: list[FoundPlace] = []
    for field, derivation in (("title", _OF_TITLE), ("employer", _OF_EMPLOYER)):
        finding = findings.get(field)
        for source in finding.evidence.get("", ()) if finding else ():
            place = _named_place(document, source)
            if place and place.city:
                candidate = replace(source, rule=derivation, core=place.city)
                places.append(FoundPlace(place, candidate, derivation.rank))
    return places


def _named_place(document: Document, source: Candidate[Any]) -> Place | None:
    """Read the town in the words of a title or of an employer, or right after them."""
    words, at, text = document.quote(source.core), source.core.start, document.text
    end = source.core.end + 32
    if source.rule.id.startswith("title"):
        town = None if words.isupper() else _TITLE_TOWN.search(words)
        return town_at(text, at + town.end(), end) if town else None
    governed = _GOVERNS.match(fold(words))
    if governed or source.rule.id == "employer.inhabited":
        place = town_at(text, at + (governed.end() if governed else 0), end)
        if place and not (governed and governed["article"] and not _is_known(text, place)):
            return replace(place, in_office=True)
    beside = _BESIDE.match(text, source.core.end)
    return town_at(text, beside.end(), end) if beside else None


def _is_known(text: str, place: Place) -> bool:
    """Tell whether "du Havre", "des Ulis" say a commune's name."""
    return place.city is not None and bool(contracted_communes(text, place.city))
