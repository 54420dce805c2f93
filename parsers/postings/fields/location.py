"""Where the work is done: the workplace that is named, else the employer's own address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from postings.document import Document, Span
from postings.fields.field import Field, Reading
from postings.headings import top_lines
from postings.places import Place, bare_postal, postal_place, read_place, town_at
from postings.posting import Location
from postings.reference.departments import (
    Department,
    department_named,
    department_of_postal_code,
    departments,
    plain,
)
from postings.resolve import Finding
from postings.rules import Candidate, Rule


def _value(match: re.Match[str]) -> str | None:
    return match["v"].strip() or None


def _not_remote(match: re.Match[str]) -> str | None:
    """Refuse a label's value that says how, not where."""
    refused = r"\W*(?:principalement|tele|selon|a definir|divers|detail|poste|date|plusieurs|voir|http)"
    return None if re.match(refused, match["v"]) else _value(match)


_POSTAL_CUES = tuple(f"{number:02}" for number in range(1, 99))

RULES: tuple[Rule[str], ...] = (
    Rule(
        id="location.label",
        pattern=(
            r"(?:(?<![^\n])|(?<=[-|*>/] )|(?<=[ ]{3})|(?<=\n[ ]))[*]{0,2}(?:(?:site / )?lieux?"
            r"(?: (?:principal )?(?:de |du |d'|des )(?:travail|exercice|poste|affectation|mission|la mission|stage"
            r"|l'emploi|emploi)| principal)?(?: principal)?|localisation(?: (?:du |de l'|de la )?(?:lieu de travail"
            r"|poste|emploi|mission|stage))?|residence administrative|affectation|location|ville|ou)"
            r"(?:[ ]{0,3}\*{0,2}[:?][ ]{0,4}\*{0,2}[ ]{0,16}(?:\n[ ]{0,8})?|[ ]*\n{1,2}[ ]*|[ ]{3,40})(?P<v>[^\n]{2,200})"
        ).replace("(?<=[-|*>/] )", "(?<=[-|*>/][ ])"),
        cues=("lieu", "localisation", "residence administrative", "affectation", "location", "ville",
              "ou ", "ou?", "site / lieu"),  # fmt: skip
        read=_not_remote,
        examples=(
            "Lieu de travail : 35 rue des Lices, Belleroche (Tarn (81))",
            "Localisation : 42 Rue Paul  59000 Lille, Nord (59), Hauts de France",
            "Lieu de travail\n4 place de la Libération, Vannes (Morbihan (56))",
            "RESIDENCE ADMINISTRATIVE: Bar le Duc",
            "Où ? Laboratoire, 6 avenue des Pins, 77420 Champs-sur-Marne.",
        ),
        rejects=(
            "Où ? Principalement en télétravail",
            "Lieu de travail : à définir",
            "Le lieu de travail est agréable",
        ),
        rank=5,
    ),
    Rule(
        id="location.heading",
        pattern=(
            r"(?P<v>(?:(?:0[1-9]|[1-8]\d|9[0-5]|2[ab]|97\d) - [a-z][^\n]{1,50}|(?:\d{5} )?[a-z][\w' -]{1,40}, france\b))"
            r"(?=[ ]*(?:\n|$|,))"
        ),
        cues=(),
        read=_value,
        examples=("Chauffeur (H/F)\n33 - LEGE CAP FERRET\n", "Chef de projet\n\nLyon, France\n"),
        rejects=("35 - 40 heures par semaine", "La France, une chance"),
        rank=4,
    ),
    Rule(
        id="location.based",
        pattern=(
            r"(?:\b(?:bas|situ|localis|affect|implant)ee?s?(?:\(e\))?(?: au siege(?: de [^\n,.]{3,40}?)?,?)?"
            r"|\b(?:sur le |du )?site|\bpostes? (?:a pourvoir|base)) (?:a|au|de) (?P<v>[^\n.;]{2,90})"
        ),
        cues=("base", "situe", "localise", "affecte", "implante", "site d", "sur le site", "du site", "poste"),
        read=lambda m: None if re.match(r"(?:quelques|la meme|proximite|l'est|l'ouest|\d+ (?:km|min|m)\b)", m["v"]) else _value(m),
        examples=(
            "Poste basé à MONTREVEL (25290).",
            "Site de Belleroche (22600)",
            "affecté au siège de la Métropole à Angoulême",
            "localisé au 13, rue des Arts - 75001 PARIS",
        ),
        rejects=("situé à quelques minutes du centre", "situé à la même localisation"),
        rank=4,
    ),
    Rule(
        id="location.in-brackets",
        pattern=r"(?:\ba |\bau |[-] )(?P<v>[a-z][\w' -]{1,40}?[ ]?\(\d{5}\))",
        cues=("a ", "au ", "- "),
        read=_value,
        examples=("Service : Collecte — Belleroche (59600)", "L'EHPAD Les Ormes à Belleroche (15100)"),
        rejects=("à Belleroche (15 agents)",),
        rank=4,
    ),
    Rule(
        id="location.postal-address",
        pattern=r"(?P<v>(?:0[1-9]|[1-8]\d|9[0-8])[ ]?\d{3}[ ]{0,3}[-,]?[ ]{0,3}\n?[ ]{0,3}[a-z][a-z' -]{1,60})",
        cues=_POSTAL_CUES,
        read=lambda m: None if re.match(r"[\d ]+(?:euros?|eur|habitants|€|brut|net|h|k)\b", m["v"]) else _value(m),
        examples=("42 rue Camille, 26150 DIE", "3, rue du Stade – 70200 LURE"),
        rejects=("Salaire : 31000 euros", "12400 habitants", "02 61 91 49 10", "SIRET 214400012 00015"),
        rank=3,
    ),
    Rule(
        id="location.postal-code",
        pattern=r"(?P<v>(?:0[1-9]|[1-8]\d|9[0-8])\d{3})(?=[.)]?[ ]*(?:\n|$|[.] ))",
        cues=_POSTAL_CUES,
        read=_value,
        examples=("Mairie, 8 grande rue, 49110. Tél.", "MAIRIE DE BELLEROCHE\n15240\n"),
        rejects=("26000 euros", "CS 30528 – Ville", "réf. 4910"),
        rank=2,
    ),
    Rule(
        id="location.employer",
        pattern=r"(?:ville|commune|mairie) (?:de (?:la |l')?|d'|du |des )?(?P<v>[a-z][\w' -]{2,50})",
        cues=("ville d", "commune d", "mairie d"),
        read=_value,
        examples=("VILLE DE BELLEROCHE-SUR-LYS", "la mairie de Belleroche"),
        rejects=("la ville est calme",),
        rank=1,
    ),
    Rule(
        id="location.department",
        pattern=(
            r"(?:departement(?:ale?)? (?:de la |de l'|du |des |de |d')(?P<v>[a-z][a-z' -]{2,28})"
            r"|(?:\(|(?<![^\n])|[-] )(?P<w>[a-z][a-z' -]{2,28}|\d[\dab]|97\d)(?=[ ]*(?:\)|,| [-] | \(|\n|$)))"
        ).replace("(?P<v>", "(?P<u>"),
        cues=("departement", "(", "- ", *sorted({plain(d.name)[:3] for d in departments().by_code.values()})),
        read=lambda m: (m["u"] or m["w"]) if _named(m["u"] or m["w"]) else None,
        examples=("Département du Cantal", "Ville de Belleroche (Var)", "Ariège – 7 800 habitants"),
        rejects=("(urgent)", "département des ressources humaines"),
        rank=1,
    ),
)


def _named(words: str) -> Department | None:
    """Look up a département whose name begins the words, or whose code they are."""
    found = departments().by_code.get(words.strip().upper())
    parts = plain(words).split()
    for length in range(min(5, len(parts)), 0, -1):
        found = found or department_named(" ".join(parts[:length]))
    return found if found and found.region else None


@dataclass(frozen=True, slots=True)
class _Found:
    """A place and the candidate that it was read from."""

    place: Place
    candidate: Candidate[Any]


def settle(reading: Reading) -> Finding:
    """Choose a place, then complete it with what the text says of the same town."""
    found = [f for c in reading.of("location") if (f := _read(reading, c))]
    chosen = _choose(found)
    if chosen is None:
        return _department_only(reading)
    if isinstance(chosen, list):
        rivals = [replace(f.candidate, value=_location(reading.document, f.place)) for f in chosen]
        return Finding(ambiguous={"": rivals})
    return _finding(reading.document, _completed(reading, chosen, found), chosen.candidate)


def _read(reading: Reading, candidate: Candidate[Any]) -> _Found | None:
    """Read the place at a candidate, in the way that its rule writes it."""
    text, core = reading.document.text, candidate.core
    name = candidate.rule.id.partition(".")[2]
    place: Place | None = None
    if name == "label":
        place = read_place(text, core.start, _cell_end(text, core))
    elif name == "heading":
        place = read_place(text, core.start, core.end)
    elif name == "based":
        place = _based(text, core)
    elif name == "in-brackets":
        place = town_at(text, core.start, core.end)
    elif name == "postal-address":
        place = postal_place(text, core.start, min(core.end + 12, len(text)))
    elif name == "postal-code":
        place = bare_postal(text, core.start)
    elif name == "employer" and _is_employer(reading, core):
        place = town_at(text, core.start, core.end)
    return _Found(place, candidate) if place else None


def _based(text: str, core: Span) -> Place | None:
    """Read what follows "basé à": a town, or an address with its postal code."""
    place = read_place(text, core.start, core.end)
    return place if place and place.postal else town_at(text, core.start, core.end)


def _cell_end(text: str, core: Span) -> int:
    columns = text.find("    ", core.start, core.end)
    return columns if columns > core.start + 3 else core.end


def _is_employer(reading: Reading, core: Span) -> bool:
    """Tell whether the commune at `core` is the employer that was found."""
    employer = reading.found.get("employer")
    spans = [c.core for c in employer.evidence.get("", ())] if employer else []
    return any(span.overlaps(core) for span in spans)


def _choose(found: Sequence[_Found]) -> _Found | list[_Found] | None:
    """Take the surest place that names a town; different towns in postal addresses compete."""
    towns = [f for f in found if f.place.city and not f.place.cedex] or [f for f in found if f.place.city]
    best = max((f.candidate.rule.rank for f in towns), default=0)
    if not towns:
        return found[0] if found else None
    top = sorted(
        (f for f in towns if f.candidate.rule.rank == best), key=lambda f: f.candidate.span.start
    )
    return top[0]


def _completed(reading: Reading, chosen: _Found, found: Iterable[_Found]) -> Place:
    """Fill what the chosen place lacks from others that name the same town."""
    place, text = chosen.place, reading.document.text
    for other in (f.place for f in found):
        if other.postal and not other.cedex and _same_town(text, place, other):
            place = replace(
                place,
                postal=place.postal or other.postal,
                address=place.address or (other.address if not place.postal else None),
                department=place.department or other.department,
                department_at=place.department_at or other.department_at,
            )
    if place.cedex:
        place = replace(place, postal=None)
    if place.department or not place.city:
        return place
    other = next((f.place for f in found if f.place.department and _same_town(text, place, f.place)), None)
    if other:
        return replace(place, department=other.department, department_at=other.department_at)
    near = _employers_department(reading)
    return replace(place, department=near[0], department_at=near[1].core) if near else place


def _same_town(text: str, place: Place, other: Place) -> bool:
    """Tell whether two places are in one town; a bare postal code is in the only town named."""
    if other.city is None:
        return place.postal is None
    if place.city is None:
        return False
    one, two = (_town(text, span) for span in (place.city, other.city))
    agree = not (place.department and other.department) or place.department == other.department
    return one == two and agree


def _town(text: str, span: Span) -> str:
    return re.sub(r"\b(?:ste?)\b", "saint", plain(text[span.start : span.end]))


def _employers_department(reading: Reading) -> tuple[Department, Candidate[Any]] | None:
    """Read the département that the employer's name or letterhead says."""
    document = reading.document
    employer = reading.found.get("employer")
    spans = [c.span for c in employer.evidence.get("", ())] if employer else []
    head = top_lines(document.folded, 4)
    for candidate in reading.of("location"):
        if candidate.rule.id != "location.department":
            continue
        at = candidate.span.start
        letterhead = bool(head) and at <= head[-1].end
        if letterhead or any(s.start <= at <= s.end + 60 for s in spans):
            found = _named(candidate.value)
            if found and document.quote(_words_of(document, candidate, found))[:1].isupper():
                return found, replace(candidate, core=_words_of(document, candidate, found))
    return None


def _words_of(document: Document, candidate: Candidate[Any], found: Department) -> Span:
    """Where the département's own name stands in a candidate."""
    at = document.folded.find(candidate.value[:3], candidate.span.start)
    end = min(candidate.span.end, at + max(len(found.name), len(candidate.value)))
    return Span(at, end)


def _department_only(reading: Reading) -> Finding:
    near = _employers_department(reading)
    if not near:
        return Finding()
    place = Place(department=near[0], department_at=near[1].core)
    return _finding(reading.document, place, near[1])


def _location(document: Document, place: Place) -> Location:
    def words(span: Span | None) -> str | None:
        return " ".join(document.quote(span).split()) if span else None

    postal = words(place.postal)
    postal = postal.replace(" ", "") if postal else None
    found = place.department or (department_of_postal_code(postal) if postal else None)
    return Location(
        address=words(place.address),
        postal_code=postal,
        city=words(place.city),
        department=found.code if found else None,
        region=found.region if found else place.region,
    )


def _finding(document: Document, place: Place, candidate: Candidate[Any]) -> Finding:
    """Give each part the words that it was read from."""
    value = _location(document, place)
    spans = {
        "": candidate.span,
        "address": place.address,
        "postal_code": place.postal,
        "city": place.city,
        "department": place.department_at,
        "region": place.department_at if place.department else place.region_at,
    }
    evidence = {
        part: (replace(candidate, value=getattr(value, part) if part else value, span=span, core=span),)
        for part, span in spans.items()
        if span and (not part or getattr(value, part) is not None)
    }
    return Finding(value, evidence)


FIELD = Field("location", RULES, settle)
