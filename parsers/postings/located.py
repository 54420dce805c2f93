"""A settled place as the contract's object, each part with the words it was read from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from postings.document import Document, Span
from postings.geography import OF_COMMUNE
from postings.places import Place
from postings.posting import Location
from postings.reference.departments import department_of_postal_code
from postings.resolve import Finding
from postings.rules import Candidate


def location_of(document: Document, place: Place) -> Location:
    """Write a place as the contract does."""

    def words(span: Span | None) -> str | None:
        return " ".join(document.quote(span).split()) if span else None

    postal = words(place.postal)
    postal = postal.replace(" ", "") if postal else None
    found = place.department or (department_of_postal_code(postal) if postal else None)
    return Location(
        address=words(place.address),
        postal_code=postal,
        city=place.name or words(place.city),
        insee_code=place.commune.code if place.commune else None,
        department=found.code if found else None,
        region=found.region if found else place.region,
    )


def located(document: Document, place: Place, candidates: Sequence[Candidate[Any]]) -> Finding:
    """Give each part the words that it was read from, and the rule that read them."""
    value, first = location_of(document, place), candidates[0]
    spans = {
        "address": place.address,
        "postal_code": place.postal,
        "city": place.city,
        "department": place.department_at,
        "region": place.department_at if place.department else place.region_at,
    }
    evidence: dict[str, Sequence[Candidate[Any]]] = {"": (replace(first, value=value),)}
    for part, span in spans.items():
        said = getattr(value, part)
        if span and said is not None:
            reader = next((c for c in candidates if _covers(c.span, span)), first)
            evidence[part] = (replace(reader, value=said, span=span, core=span),)
    return Finding(value, evidence | _of_commune(place, value, first))


def _of_commune(
    place: Place, value: Location, first: Candidate[Any]
) -> dict[str, Sequence[Candidate[Any]]]:
    """Give what the commune tells the words that told the commune."""
    if place.commune is None:
        return {}
    told = replace(first, rule=OF_COMMUNE)
    follows = ("insee_code", "department", "region")
    parts = follows if place.department_at == place.city else follows[:1]
    return {
        part: [replace(told, value=said, span=span, core=span) for span in place.commune_at]
        for part in parts
        if (said := getattr(value, part)) is not None
    }


def _covers(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
