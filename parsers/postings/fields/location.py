"""Where the work is done: the workplace that is named, else the employer's own address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from postings.document import Document, Span
from postings.fields.field import Field, Reading
from postings.headings import begins_cell, laid_out, on_first_line, top_lines
from postings.places import Place, bare_postal, labelled_postal, postal_place, read_place, town_at
from postings.posting import Location
from postings.reference.departments import (
    Department,
    department_of_postal_code,
    department_said,
    departments,
    plain,
)
from postings.resolve import Finding
from postings.rules import Candidate, Rule
from postings.workplace import FoundPlace, choose, completed


def _value(match: re.Match[str]) -> str | None:
    return match["v"].strip() or None


def _not_remote(match: re.Match[str]) -> str | None:
    """Refuse a label's value that says how, not where."""
    refused = (
        r"\W*(?:principalement|tele|selon|a definir|divers|detail|poste|date|plusieurs|voir|http)"
    )
    if not begins_cell(match.string, match.start()) or re.match(refused, match["v"]):
        return None
    return _value(match)


_POSTAL_CUES = tuple(f"{number:02}" for number in range(1, 99))

RULES: tuple[Rule[str], ...] = (
    Rule(
        id="location.label",
        pattern=(
            r"(?:(?:site / )?lieux?"
            r"(?: (?:principal )?(?:de |du |d'|des )(?:travail|exercice|poste|affectation"
            r"|mission|la mission|stage"
            r"|l'emploi|emploi)| principal)?(?: principal)?|localisation(?: (?:du |de l'"
            r"|de la )?(?:lieu de travail"
            r"|poste|emploi|mission|stage))?|residence administrative|affectation|location"
            r"|ville|ou)"
            r"(?:[ ]{0,3}\*{0,2}[:?][ ]{0,4}\*{0,2}[ ]{0,16}(?:\n[ ]{0,8})?"
            r"|[ ]{0,9}\n{1,2}[ ]{0,9}|[ ]{3,40})(?P<v>[^\n]{2,200})"
        ),
        cues=(
            "lieu",
            "localisation",
            "residence administrative",
            "affectation",
            "location",
            "ville",
            "ou ",
            "ou?",
            "site / lieu",
        ),
        read=_not_remote,
        examples=(
            "Lieu de travail : 35 rue des Quais, Belleroche (Tarn (81))",
            "Localisation : 4 Rue Neuve  59140 Dunkerque, Nord (59), Hauts de France",
            "Lieu de travail\n4 place du Port, Belleroche (Morbihan (56))",
            "RESIDENCE ADMINISTRATIVE: Port la Brume",
            "Où ? Laboratoire, 6 avenue des Pins, 77310 Belleroche-sur-Marne.",
        ),
        rejects=(
            "Où ? Principalement en télétravail",
            "Lieu de travail : à définir",
            "Le lieu de travail est agréable",
        ),
        rank=6,
    ),
    Rule(
        id="location.heading",
        pattern=(
            r"(?P<v>(?:(?:0[1-9]|[1-8]\d|9[0-5]|2[ab]|97\d) - [a-z][^\n]{1,50}"
            r"|(?:\d{5} )?[a-z][\w' -]{1,40}, france\b))"
            r"(?=[ ]{0,9}(?:\n|$|,))"
        ),
        cues=(),
        read=_value,
        examples=("Chauffeur (H/F)\n29 - PORT LA BRUME\n", "Chef de projet\n\nLyon, France\n"),
        rejects=("35 - 40 heures par semaine", "La France, une chance"),
        rank=5,
    ),
    Rule(
        id="location.based",
        pattern=(
            r"(?:(?:\b(?:bas|situ|localis|affect"
            r"|implant)ee?(?:\(e\))?(?: au siege(?: de [^\n,.]{3,40}?)?,?)?"
            r"|\bpostes? (?:a pourvoir|base)) (?:a|au) |\b(?:sur le "
            r"|du )?site de )(?P<v>[^\n.;]{2,90})"
        ),
        cues=(
            "base",
            "situe",
            "localise",
            "affecte",
            "implante",
            "site d",
            "sur le site",
            "du site",
            "poste",
        ),
        read=lambda m: (
            None
            if re.match(r"(?:quelques|la meme|proximite|l'est|l'ouest|\d+ (?:km|min|m)\b)", m["v"])
            else _value(m)
        ),
        examples=(
            "Poste basé à MONTREVEL (25210).",
            "Site de Belleroche (22310)",
            "affecté au siège de la Métropole à Cognac",
            "localisé au 13, rue des Arts - 75019 PARIS",
        ),
        rejects=("situé à quelques minutes du centre", "situé à la même adresse"),
        rank=4,
    ),
    Rule(
        id="location.in-brackets",
        pattern=r"(?:\ba |\bau |[-] )(?P<v>[a-z][\w' -]{1,40}?[ ]?\(\d{5}\))",
        cues=("a ", "au ", "- "),
        read=_value,
        examples=(
            "Service : Collecte — Belleroche (59610)",
            "L'EHPAD Les Ormes à Belleroche (15310)",
        ),
        rejects=("à Belleroche (15 agents)",),
        rank=4,
    ),
    Rule(
        id="location.postal-address",
        pattern=(
            r"(?P<v>(?:0[1-9]|[1-8]\d"
            r"|9[0-8])[ ]?\d{3}[ ]{0,3}[-,]?[ ]{0,3}\n?[ ]{0,3}[a-z][a-z' -]{1,60})"
        ),
        cues=_POSTAL_CUES,
        read=lambda m: (
            None
            if re.match(r"[\d ]+(?:euros?|eur|habitants|€|brut|net|h|k)\b", m["v"])
            else _value(m)
        ),
        examples=("42 rue Neuve, 26110 NYONS", "3, rue du Pont – 70100 GRAY"),
        rejects=(
            "Salaire : 31000 euros",
            "12400 habitants",
            "02 61 91 49 10",
            "SIRET 214400012 00015",
        ),
        rank=3,
    ),
    Rule(
        id="location.postal-code",
        pattern=r"(?P<v>(?:0[1-9]|[1-8]\d|9[0-8])\d{3})(?=[.)]?[ ]{0,9}(?:\n|$|[.] ))",
        cues=_POSTAL_CUES,
        read=_value,
        examples=("Mairie, 8 grande rue, 49320. Tél.", "MAIRIE DE BELLEROCHE\n15310\n"),
        rejects=("26000 euros", "CS 30528 – Ville", "réf. 4910"),
        rank=2,
    ),
    Rule(
        id="location.code-label",
        pattern=r"code postal(?: du lieu de travail)?[ ]?:?[ ]{0,12}\n?[ ]{0,8}(?P<v>\d{5})\b",
        cues=("code postal",),
        read=_value,
        examples=("Code postal : 20200",),
        rejects=("votre code postal",),
        rank=2,
    ),
    Rule(
        id="location.heading-code",
        pattern=(
            r"(?:[^\n]{2,110}?(?:[-,|] |\ba ))?(?P<v>[a-z][\w' -]{1,40}?[ ]?\((?:\d[\dab]"
            r"|97\d)\))"
            r"(?=[ ]{0,9}(?:\n|$|[-,|]))"
        ),
        cues=(),
        read=_value,
        examples=("Technicien (F/H)\nCDI - Toulouse (31)\n", "Chef de cuisine - CDI - Lyon (69)"),
        rejects=("Encadrement d'une équipe (12 agents)", "Option B"),
        rank=2,
    ),
    Rule(
        id="location.signed-at",
        pattern=r"fait a (?P<v>[a-z][\w' -]{1,40}?), (?=le )",
        cues=("fait a",),
        read=_value,
        examples=("Fait à Belleroche, le 2 août 2025",),
        rejects=("tout à fait à l'aise, le candidat",),
        rank=1,
        unless=r"tout a[ ]$",
    ),
    Rule(
        id="location.employer",
        pattern=(
            r"(?:ville|commune|mairie|ccas) (?:de (?:la |l')?|d'|du "
            r"|des )?(?P<v>[a-z][\w' -]{2,50})"
        ),
        cues=("ville d", "commune d", "mairie d", "ccas d"),
        read=_value,
        examples=("VILLE DE BELLEROCHE-SUR-LYS", "la mairie de Belleroche"),
        rejects=("la ville est calme",),
        rank=1,
    ),
    Rule(
        id="location.town-code",
        pattern=r"(?P<v>[a-z][\w' -]{1,40}?[ ]?\((?:\d[\dab]|97\d)\))",
        cues=tuple(f"({code.lower()})" for code in departments().by_code),
        lead=42,
        read=_value,
        examples=("MAIRIE DE BELLEROCHE (85)", "le magasin de Davignac (07)"),
        rejects=("l'équipe (12 agents)", "Option (999)"),
        rank=0,
    ),
    Rule(
        id="location.department",
        pattern=(
            r"(?:departement(?:ale?)? (?:de la |de l'|du |des |de |d')|\(|[ ][-] )"
            r"(?P<v>[a-z][a-z' -]{2,28}|\d[\dab]|97\d)(?=[ ]{0,9}(?:\)|,|[ ][-] |[ ]\(|\n|$))"
        ),
        cues=("departement", "(", " - "),
        read=lambda m: m["v"] if department_said(m["v"]) else None,
        examples=(
            "Département du Gers",
            "Ville de Belleroche (Var)",
            "VILLE DE BELLEROCHE – VENDÉE",
        ),
        rejects=("(urgent)", "département des ressources humaines"),
        rank=1,
    ),
    Rule(
        id="location.letterhead",
        pattern=r"(?P<v>[a-z][a-z' -]{2,28}?)(?=[ ]{0,9}(?:\n|$|[ ][-] ))",
        cues=(),
        read=lambda m: m["v"] if department_said(m["v"]) else None,
        examples=("Belleroche\nAriège – 2 150 habitants",),
        rejects=("Belleroche-sur-Lys\nOffre d'emploi", "Norditude"),
        rank=1,
    ),
)


def settle(reading: Reading) -> Finding:
    """Choose a place, then complete it with what the text says of the same town."""
    text = reading.document.text
    found = [f for c in reading.of("location") if (f := _read(reading, c))]
    chosen = choose(text, found)
    if len(chosen) > 1:
        rivals = [replace(f.candidate, value=_location(reading.document, f.place)) for f in chosen]
        return Finding(ambiguous={"": rivals})
    place = completed(text, chosen[0].place, found) if chosen else Place()
    near = None if place.department else _employers_department(reading)
    if near:
        place = replace(place, department=near[0], department_at=near[1].core)
    if not chosen and not near:
        return Finding()
    candidates = [f.candidate for f in (*chosen, *found)] + ([near[1]] if near else [])
    return _finding(reading.document, place, candidates)


def _read(reading: Reading, candidate: Candidate[Any]) -> FoundPlace | None:
    """Read the place at a candidate, in the way that its rule writes it."""
    document, core = reading.document, candidate.core
    text = document.text
    name = candidate.rule.id.partition(".")[2]
    place: Place | None = None
    if name == "label":
        place = _labelled(document, core)
    elif name == "heading":
        place = read_place(text, core.start, on_first_line(document, core).end)
    elif name == "based":
        place = _based(text, core)
    elif name in ("in-brackets", "signed-at"):
        place = town_at(text, core.start, core.end)
    elif name in ("town-code", "heading-code"):
        place = read_place(text, core.start, core.end)
    elif name == "postal-address":
        place = postal_place(text, core.start, min(core.end + 12, len(text)))
    elif name == "postal-code":
        place = bare_postal(text, core.start)
    elif name == "code-label":
        place = labelled_postal(text, core)
    elif name == "employer" and _is_employer(reading, core):
        place = town_at(text, core.start, core.end + 32)
    return FoundPlace(place, candidate) if place else None


def _based(text: str, core: Span) -> Place | None:
    """Read what follows "basé à": a town, or an address with its postal code."""
    place = read_place(text, core.start, core.end)
    return place if place and place.postal else town_at(text, core.start, core.end)


def _labelled(document: Document, core: Span) -> Place | None:
    """Read the place on a label's line, else over the lines that carry it on."""
    line = on_first_line(document, core)
    place = read_place(document.text, line.start, _cell_end(document.text, line))
    return place or read_place(document.text, core.start, core.end)


def _cell_end(text: str, core: Span) -> int:
    columns = text.find("    ", core.start, core.end)
    return columns if columns > core.start + 3 else core.end


def _is_employer(reading: Reading, core: Span) -> bool:
    """Tell whether the commune at `core` is the employer that was found."""
    employer = reading.found.get("employer")
    if not employer or not employer.value:
        return False
    name = plain(reading.document.quote(core)).split()[0]
    return name in plain(employer.value).split() and any(
        c.core.overlaps(core) or plain(c.value).startswith(name)
        for c in employer.evidence.get("", ())
    )


def _employers_department(reading: Reading) -> tuple[Department, Candidate[Any]] | None:
    """Read the département that the employer's name or letterhead says."""
    document = reading.document
    employer = reading.found.get("employer")
    spans = [c.span for c in employer.evidence.get("", ())] if employer else []
    head = top_lines(laid_out(document.text), 4)
    for candidate in reading.of("location"):
        if candidate.rule.id not in ("location.department", "location.letterhead"):
            continue
        at = candidate.span.start
        letterhead = bool(head) and at <= head[-1].end
        if letterhead or any(s.start <= at <= s.end + 60 for s in spans):
            found = department_said(candidate.value)
            if found and document.quote(_words_of(document, candidate, found))[:1].isupper():
                return found, replace(candidate, core=_words_of(document, candidate, found))
    return None


def _words_of(document: Document, candidate: Candidate[Any], found: Department) -> Span:
    """Where the département's own name stands in a candidate."""
    at = document.folded.find(candidate.value[:3], candidate.span.start)
    end = min(candidate.span.end, at + max(len(found.name), len(candidate.value)))
    return Span(at, end)


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


def _finding(document: Document, place: Place, candidates: Sequence[Candidate[Any]]) -> Finding:
    """Give each part the words that it was read from, and the rule that read them."""
    value, first = _location(document, place), candidates[0]
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
    return Finding(value, evidence)


def _covers(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


FIELD = Field("location", RULES, settle)
