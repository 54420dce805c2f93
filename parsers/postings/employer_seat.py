"""Where the employer is, as its name or its letterhead says: a département, or a région."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from postings.document import Document
from postings.folding import fold
from postings.geography import Surroundings
from postings.headings import is_near_top
from postings.organisations import NUMBERED
from postings.patterns import pattern
from postings.reference.communes import communes_named
from postings.reference.departments import (
    Department,
    department,
    department_named,
    departments_of,
    region_within,
)
from postings.resolve import Finding
from postings.rules import Candidate, Derivation


class _Way(Struct, frozen=True):
    """One way in which a name says where its bearer is.

    `cues` are literals without which it does not; `stated`: the name is the département's own,
    not that of a commune or of a group of them.
    """

    derivation: Derivation
    cues: tuple[str, ...]
    read: Callable[[str], Iterator[Department | str]]
    stated: bool = True


def around_employer(
    document: Document, candidates: Iterable[Candidate[Any]], findings: Mapping[str, Finding]
) -> Surroundings | None:
    """Read where the employer is in its letterhead, else in its name."""
    near = _department_near(document, candidates, findings)
    if near:
        return near
    employer = findings.get("employer")
    for source in employer.evidence.get("", ()) if employer else ():
        return next(_of_name(source, document.quote(source.core)), None)
    return None


def _of_name(source: Candidate[Any], name: str) -> Iterator[Surroundings]:
    """Yield what a name says in one way after another, the surest first."""
    folded = fold(" ".join(name.split()))
    for way in _WAYS:
        for found in way.read(folded) if any(cue in folded for cue in way.cues) else ():
            candidate = replace(source, rule=way.derivation, span=source.core)
            if isinstance(found, Department):
                yield Surroundings(candidate, found, found.region, way.stated)
            else:
                yield Surroundings(candidate, None, found, way.stated)


_DEPARTMENTAL = pattern(
    r"departement|prefecture|\bsdis\b|\bcdg\b|centre de gestion|\bddtm?\b|\bmdph\b|chambre d"
)
_OF = pattern(r"\b(?:de la |de l'|du |des |de |d')(?=(?P<name>[^,(]{3,40}?)(?:$|[,(]| - ))")


def _of_department(name: str) -> Iterator[Department | str]:
    """Read `Préfecture de la Drôme`, `Conseil départemental des Hauts-de-Seine`."""
    if _DEPARTMENTAL.search(name):
        named = (department_named(match["name"]) for match in _OF.finditer(name))
        yield from (found for found in named if found)


def _of_number(name: str) -> Iterator[Department | str]:
    """Read `SDIS 45`, `DSDEN 974`."""
    match = NUMBERED.search(name)
    found = department(match["code"]) if match else None
    if found:
        yield found


_INTERCOMMUNAL = pattern(
    r"communaute|metropole|\bagglo|\bc[acu] |[a-z] commune$|\best ensemble\b|\bgrand "
)
# What is left of a name that is made of a commune's and of words that say what it is.
_KIND = pattern(
    r"^(?:la |le |l')?(?:communaute (?:de communes|d'agglomeration|urbaine)|(?:euro)?metropole"
    r"|agglomeration|c[acu])[ ](?:de |d'|(?=du |des ))|"
    r"[ ](?:metropole|agglomeration|agglo|communaute(?: urbaine)?)$"
)


def _of_intercommunality(name: str) -> Iterator[Department | str]:
    """Read `Nantes Métropole`, `CC du Trièves`; else a name that is made of a commune's."""
    from postings.reference.intercommunalities import intercommunality_named

    if not _INTERCOMMUNAL.search(name):
        return
    head = re.split(r" - |, | \(", name)[0]
    group = intercommunality_named(name) or intercommunality_named(head)
    if group:
        regions = {each.region for each in group.departments}
        yield from group.departments if len(group.departments) == 1 else ()
        yield from (r for r in regions if r and len(regions) == 1)
    elif _KIND.search(head):
        yield from _sole_department(_KIND.sub("", head))


_SEATED = pattern(
    r"^(?:le |la |l')?(?:centre hospitalier(?: (?:universitaire|regional|intercommunal))*"
    r"|ch|chu|chru|chr|chi|hopital|sous-prefecture|tribunal judiciaire)[ ]"
    r"(?:de |d'|(?P<le>du )|(?P<les>des ))(?P<name>[^,(]+?)(?:$|[,(]| - )"
)


def _of_seat(name: str) -> Iterator[Department | str]:
    """Read `CHU de Nantes`, `Sous-préfecture du Blanc`."""
    match = _SEATED.match(name)
    if match:
        named = department_named(match["name"])
        article = "le " if match["le"] else "les " if match["les"] else ""
        yield from [named] if named else _sole_department(article + match["name"])


def _sole_department(name: str) -> Iterator[Department]:
    """The département of the commune that a name means without anything else said."""
    for commune in communes_named(name):
        if commune.stands_alone and commune.department:
            yield commune.department


_REGIONAL = pattern(
    r"\bregion|\bdreal\b|\bdreets\b|\bdraaf\b|\bdrac\b|\bars\b|\bcollectivite\b|\burssaf\b|\bcreps\b"
)


def _of_region(name: str) -> Iterator[Department | str]:
    """Read `Région Occitanie`, `DREAL Bretagne`; overseas a région is a département too."""
    region = region_within(name) if _REGIONAL.search(name) else None
    if region:
        held = departments_of(region)
        yield held[0] if len(held) == 1 else region


_WAYS = (
    _Way(
        Derivation("location.departmental-body", "the département that a body is named after"),
        ("departement", "prefecture", "sdis", "cdg", "gestion", "ddt", "mdph", "chambre"),
        _of_department,
    ),
    _Way(
        Derivation("location.numbered-body", "the département whose number a body bears"),
        tuple("0123456789"),
        _of_number,
    ),
    _Way(
        Derivation("location.intercommunality", "where an intercommunality's inhabitants live"),
        ("communaute", "metropole", "agglo", "cc ", "ca ", "cu ", "commune", "grand ", "ensemble"),
        _of_intercommunality,
        stated=False,
    ),
    _Way(
        Derivation("location.seat", "the département of the commune that a body is named after"),
        ("ch ", "chu ", "chru ", "chr ", "chi ", "hopital", "hospitalier", "prefect", "tribunal"),
        _of_seat,
        stated=False,
    ),
    _Way(
        Derivation("location.regional-body", "the région that a body is named after"),
        ("region", "dreal", "dreets", "draaf", "drac ", "ars ", "collectivite", "urssaf", "creps"),
        _of_region,
    ),
)


def _department_near(
    document: Document, candidates: Iterable[Candidate[Any]], findings: Mapping[str, Finding]
) -> Surroundings | None:
    """Read the département that stands beside the employer's name or at the top."""
    employer = findings.get("employer")
    spans = [c.span for c in employer.evidence.get("", ())] if employer else []
    for candidate in candidates:
        at = candidate.span.start
        if candidate.rule.id != "location.department" or not document.text[at].isupper():
            continue
        labelled = document.folded[max(0, at - 15) : at].rstrip(" :").endswith("departement")
        near = any(s.start <= at <= s.end + 60 for s in spans) or is_near_top(document, at, 5)
        found = department_named(candidate.value) if labelled or near else None
        if found and _is_said_of_it(document, at):
            return Surroundings(candidate, found, found.region)
    return None


def _is_said_of_it(document: Document, at: int) -> bool:
    """Tell whether "du Gers" says a département: only a body of the département is so named."""
    before = document.folded[document.folded.rfind("\n", 0, at) + 1 : at]
    return not before.endswith(("de ", "du ", "la ", "l'", "des ", "d'")) or bool(
        _DEPARTMENTAL.search(before)
    )
