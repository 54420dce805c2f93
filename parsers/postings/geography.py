"""What the code officiel géographique adds to a place: its commune, département and région.

Only names that are already read as a town or as the employer's are looked up. Where namesakes
are as likely, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from postings.document import Span
from postings.places import Place
from postings.reference.communes import Commune, communes_named
from postings.reference.departments import Department, plain
from postings.rules import Candidate, Derivation

OF_COMMUNE = Derivation("location.commune", "the commune of that name, its code and département")


class Surroundings(Struct, frozen=True):
    """Where the employer is known to be, and the words that say it.

    `stated`: they name the département; else it follows from the commune that they name.
    """

    candidate: Candidate[str]
    department: Department | None = None
    region: str | None = None
    stated: bool = True

    def holds(self, commune: Commune) -> bool:
        """Tell whether a commune is there."""
        if self.department:
            return commune.department == self.department
        return _region(commune) == self.region


def identified(text: str, place: Place, near: Surroundings | None = None) -> Place:
    """Add to a place the commune that its town is, if one is meant, and what follows from it.

    The town is then written as its commune is, if the words are the same: `BAR LE DUC` is
    Bar-le-Duc. Where the place says no département, the employer's tells namesakes apart; one
    that is stated yields only to the name of a well-known town.
    """
    if place.city is None:
        return _around(place, near)
    namesakes = _namesakes(text, place)
    commune = _meant(namesakes, text, place, near)
    contradicted = near and near.stated and commune and not near.holds(commune)
    if commune and (not contradicted or commune.alone == "!"):
        return _settled(text, place, commune, near)
    possible = [c for c in namesakes if place.department in (None, c.department)]
    return _around(replace(place, name=_spelling(text, place, possible)), near)


def _around(place: Place, near: Surroundings | None) -> Place:
    """Say of a place that no commune tells where the employer is."""
    if near is None or place.department or place.region:
        return place
    at = near.candidate.core
    if near.department:
        return replace(place, department=near.department, department_at=at)
    return replace(place, region=near.region, region_at=at)


_CONTRACTED = {"au": "Le", "du": "Le", "aux": "Les", "des": "Les"}
_ARTICLES = ("Le ", "La ", "Les ", "L'")


def contracted_communes(text: str, town: Span) -> tuple[Commune, ...]:
    """The communes whose article "au" or "des" before a town has taken in: "au Mans"."""
    name = _contracted(text, town)
    return communes_named(name) if name else ()


def _contracted(text: str, town: Span) -> str:
    """The words of a town with the article that the word before has taken in; else nothing."""
    before = text[max(0, town.start - 5) : town.start].lower()
    last = before.split()[-1:] if before.endswith(" ") else ()
    article = next((_CONTRACTED[word] for word in last if word in _CONTRACTED), None)
    return f"{article} {_words(text, town)}" if article else ""


def _namesakes(text: str, place: Place) -> tuple[Commune, ...]:
    """The communes that a town's words may name; "au Mans" is in Le Mans."""
    assert place.city
    name = _words(text, place.city)
    held = contracted_communes(text, place.city) or communes_named(name)
    if place.department and not any(c.department == place.department for c in held):
        complete = (c for article in _ARTICLES for c in communes_named(article + name))
        return tuple(c for c in complete if c.department == place.department) or held
    return held


def _meant(
    namesakes: tuple[Commune, ...], text: str, place: Place, near: Surroundings | None
) -> Commune | None:
    """The commune that the postal code, the département or the employer's tells, or the name."""
    postal = _words(text, place.postal).replace(" ", "") if place.postal else None
    served = [c for c in namesakes if postal in c.postal_codes]
    if served:
        return _only(served)
    if place.department:
        return _only(c for c in namesakes if c.department == place.department)
    if place.region:
        return _only(c for c in namesakes if _region(c) == place.region)
    around = _only(c for c in namesakes if near and near.holds(c))
    return around or _only(c for c in namesakes if _is_meant_alone(c, place))


def _is_meant_alone(commune: Commune, place: Place) -> bool:
    return commune.stands_alone or (place.in_office and commune.alone == "+")


def _only(communes: Iterable[Commune]) -> Commune | None:
    """The commune, if there is one only; one of today and its old namesake are the same."""
    by_code = {commune.code: commune for commune in communes}
    return next(iter(by_code.values())) if len(by_code) == 1 else None


def _region(commune: Commune) -> str | None:
    return commune.department.region if commune.department else None


def _settled(text: str, place: Place, commune: Commune, near: Surroundings | None) -> Place:
    """Fill a place with what its commune says, and the words that told which commune it is."""
    assert place.city
    told = place.department_at or place.region_at
    if near and not told and not _is_meant_alone(commune, place):
        told = near.candidate.core
    at = (place.city, told) if told and told != place.city else (place.city,)
    department_at = place.department_at if place.department == commune.department else None
    if near and near.stated and near.department == commune.department:
        department_at = department_at or near.candidate.core
    return replace(
        place,
        commune=commune,
        commune_at=at,
        name=_spelling(text, place, (commune,)),
        department=commune.department,
        department_at=department_at or place.city,
    )


def _spelling(text: str, place: Place, namesakes: Iterable[Commune]) -> str | None:
    """How the communes of a name write it, if all write it so, and with the same words."""
    assert place.city
    spellings = {commune.name for commune in namesakes}
    if len(spellings) != 1:
        return None
    written = _words(text, place.city)
    # The posting's own apostrophe: the official name has the straight one.
    name = spellings.pop().replace("'", "’" if "’" in written else "'")
    same = plain(name) in (plain(written), plain(_contracted(text, place.city)))
    return name if same else None


def _words(text: str, span: Span) -> str:
    return " ".join(text[span.start : span.end].split())
