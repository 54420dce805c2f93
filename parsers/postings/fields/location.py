"""Where the work is done: the workplace that is named, else the employer's own address."""

from __future__ import annotations

import re
from typing import Any

from msgspec.structs import replace

from postings.document import Document, Span
from postings.employer_seat import around_employer
from postings.fields.field import Field, Reading
from postings.folding import fold
from postings.geography import contracted_communes, identified
from postings.headings import begins_cell, in_cell, is_near_top, on_first_line
from postings.located import located, location_of
from postings.patterns import pattern
from postings.places import (
    Place,
    labelled_postal,
    postal_place,
    read_place,
    street_before,
    territory,
    town_at,
    town_before,
)
from postings.reference.departments import (
    department,
    department_named,
    department_of_postal_code,
    departments,
    region_named,
)
from postings.resolve import Finding
from postings.rules import Candidate, Rule
from postings.workplace import (
    ADDRESS_RANK,
    FoundPlace,
    choose,
    completed,
    of_other_fields,
)


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


# The codes of the départements, as a postal code begins; their names, as they are written.
_POSTAL_CUES = tuple(f"{number:02}" for number in range(1, 99))
_NAMES = {fold(d.name) for d in departments().by_code.values() if d.region}
_NAME_CUES = tuple(sorted(_NAMES | {name.replace("-", " ") for name in _NAMES}))
# What stands before a département's name where it says where something is.
_BEFORE_NAME = pattern(
    r"(?:(?:de la |de l'|du |des |de |d')|departement ?: ?|\(| [-|·,] |, |\n[ ]{0,40}|^[ ]{0,40})$"
)


def _department_name(match: re.Match[str]) -> str | None:
    """Read a département's name that stands alone, in brackets, or after its common noun."""
    before = match.string[max(0, match.start() - 42) : match.start()]
    return match["v"] if department_named(match["v"]) and _BEFORE_NAME.search(before) else None


RULES: tuple[Rule[str], ...] = (
    Rule(
        id="location.label",
        pattern=(
            r"(?:(?:site / )?lieux?(?: (?:principal )?(?:de |du |d'|des )"
            r"(?:travail|exercice|poste|affectation|mission|la mission|stage|l'emploi|emploi)"
            r"| principal)?(?: principal)?|localisation(?: (?:du |de l'|de la )"
            r"?(?:lieu de travail|poste|emploi|mission|stage))?|residence administrative|affectation"
            r"|location|ville|ou)"
            r"(?:[ ]{0,3}\*{0,2}[:?][ ]{0,4}\*{0,2}[ ]{0,16}(?:\n[ ]{0,8})?"
            r"|[ ]{0,9}\n{1,2}[ ]{0,9}|[ ]?\|[ ]|[ ]{2,60})(?P<v>[^\n]{2,200})"
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
            "Résidence administrative  Port-Brun (08390), 4 quai du Port",
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
            r"(?=\d|2[ab] |[^\n]{0,120}, france\b)(?:[^\n,]{2,60}? [-|·•] )?"
            r"(?P<v>(?:(?:0[1-9]|[1-8]\d|9[0-5]|2[ab]|97\d) - [a-z][^\n]{1,50}"
            r"|(?:\d{5} )?[a-z][\w' -]{1,40}(?:, [a-z][\w' -]{2,30})?, france\b))(?=[ ]{0,9}(?:\n|$|,|\())"
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
            r"(?:(?:\b(?:bas|situ|localis|affect|implant)ee?(?:\(e\))?"
            r"(?: au siege(?: de [^\n,.]{3,40}?)?,?)?|\bpostes? (?:a pourvoir|base)"
            r"|se deroulera(?! au)) (?:a|aux?) |\b(?:sur le |du |au )?(?:site|campus) d(?:e |'))(?P<v>[^\n.;]{2,90})"
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
            "campus d",
            "poste",
            "se deroulera",
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
        id="location.shop",
        pattern=r"(?:magasin|boutique|secteur|antenne|usine) (?:de |d'|du |des )(?P<v>[a-z][^\n.;]{2,60})",
        cues=("magasin ", "boutique ", "secteur ", "antenne ", "usine "),
        read=_value,
        examples=(
            "le magasin de Belleroche (07)",
            "sur le secteur de Port-Brun.",
            "antenne du Mans",
        ),
        rejects=("le secteur privé", "l'antenne nord"),
        rank=2,
    ),
    Rule(
        id="location.postal-code",
        pattern=(
            r"(?<!cs[ ])(?<!bp[ ])(?P<v>(?:0[1-9]|[1-8]\d|9[0-8])[ ]?\d{3})(?![\d€%]|[.,]\d"
            r"|[ ]?(?:euros?\b|eur\b|habitants|€|brut|net\b|h\b|k\b|m2|agents|eleves|usagers))"
            r"(?=[ ]{0,3}[-,]?[ ]{0,3}\n?[ ]{0,40}[a-z]|[.)]?[ ]{0,9}(?:\n|$|[.] ))"
        ),
        cues=_POSTAL_CUES,
        read=_value,
        examples=(
            "42 rue Neuve, 26110 NYONS",
            "3, rue du Pont – 70100 GRAY",
            "Mairie, 8 grande rue, 49320. Tél.",
            "MAIRIE DE BELLEROCHE\n15310\n",
        ),
        rejects=(
            "Salaire : 31000 euros",
            "12400 habitants",
            "02 61 91 49 10",
            "SIRET 214400012 00015",
            "CS 30528 – Ville",
            "réf. 4910",
        ),
        rank=3,
    ),
    Rule(
        id="location.code-label",
        pattern=r"code postal(?: du lieu de travail)?[ ]{0,3}:?[ ]{0,12}\n?[ ]{0,8}(?P<v>\d{5})\b",
        cues=("code postal",),
        read=_value,
        examples=("Code postal : 20200",),
        rejects=("votre code postal",),
        rank=2,
    ),
    Rule(
        id="location.in-brackets",
        pattern=r"\((?P<v>(?:0[1-9]|[1-8]\d|9[0-8])\d{3}|\d[\dab]|97\d)\)",
        cues=tuple(f"({digit}" for digit in range(10)),
        read=lambda m: m["v"] if len(m["v"]) > 3 or department(m["v"]) else None,
        examples=(
            "Technicien (F/H)\nCDI - Toulouse (31)\n",
            "Service : Collecte — Belleroche (59610)",
            "MAIRIE DE BELLEROCHE (85)",
        ),
        rejects=("l'équipe (12 agents)", "Option (999)"),
        rank=4,
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
        id="location.territory",
        pattern=(
            r"(?:toute? (?:le |la |l')?|(?:l'ensemble|l'integralite) (?:de la |de l'|du |des ))"
            r"(?:territoire (?:de la |de l'|du )?)?(?:region (?:de |d')?|departement (?:de la |de l'|du |des |de |d')?)?"
            r"(?P<v>[a-z][a-z' -]{2,30}?)(?=[ ]?[.,;:()\n]| (?:a|et|est|sont|pour|avec)\b|$)"
        ),
        cues=("tout l", "toute l", "l'ensemble d", "l'integralite d", "toute "),
        read=lambda m: m["v"] if region_named(m["v"]) or department_named(m["v"]) else None,
        examples=(
            "Déplacements réguliers dans toute l'Occitanie (permis B)",
            "Vous vous déplacez sur l'ensemble du département de la Meuse.",
            "Mobilité sur tout le territoire de la région Bretagne à prévoir",
        ),
        rejects=(
            "Déplacements dans toute la métropole",
            "des clients dans toute la Bretagne",
            "déplacements sur l'ensemble des sites",
        ),
        rank=1,
        unless=r"client|agence|present|implant|partenaire|connu",
        needs=r"deplace|mobilite|itineran",
        reach=90,
    ),
    Rule(
        id="location.department",
        pattern=r"(?P<v>[a-z][a-z' -]{1,27}[a-z])(?=[ ]{0,9}(?:\)|,|[ ][-|] |[ ]\(|\n|$)|[ ]{2})",
        cues=_NAME_CUES,
        read=_department_name,
        examples=(
            "Département du Gers",
            "Ville de Belleroche (Var)",
            "VILLE DE BELLEROCHE – VENDÉE",
            "Belleroche\nAriège – 2 150 habitants",
        ),
        rejects=(
            "département des ressources humaines",
            "une belle Vienne, au port",
            "(nord de la ville)",
        ),
        rank=1,
    ),
)


def settle(reading: Reading) -> Finding:
    """The surest place of the work, completed with what is said of the same town."""
    document, text = reading.document, reading.document.text
    found = [f for c in reading.of("location") if (f := _read(document, c))]
    found += of_other_fields(document, reading.found)
    chosen = choose(text, found)
    if len(chosen) > 1:
        rivals = [
            replace(f.candidate, value=location_of(document, identified(text, f.place)))
            for f in chosen
        ]
        return Finding(ambiguous={"": rivals})
    place = completed(text, chosen[0].place, found) if chosen else Place()
    near = (
        None
        if place.department
        else around_employer(document, reading.of("location"), reading.found)
    )
    place = identified(text, place, near)
    if place == Place():
        return Finding()
    candidates = [f.candidate for f in (*chosen, *found)] + ([near.candidate] if near else [])
    return located(document, place, candidates)


def _read(document: Document, candidate: Candidate[Any]) -> FoundPlace | None:
    """Read the place at a candidate, in the way that its rule writes it."""
    core, text = candidate.core, document.text
    name = candidate.rule.id.partition(".")[2]
    if name in ("in-brackets", "department"):
        return _bracketed(document, candidate)
    place: Place | None = None
    if name in ("label", "job-location"):
        place = _labelled(document, core)
    elif name == "heading":
        place = read_place(text, core.start, on_first_line(document, core).end)
    elif name == "based":
        place = _based(text, core)
    elif name == "signed-at":
        place = town_at(text, core.start, core.end)
    elif name == "shop":
        place = _in_sector(text, core)
    elif name == "territory":
        place = territory(text, core)
    elif name == "postal-code":
        place = postal_place(text, core.start, min(core.end + 80, len(text)))
        alone = place is not None and not place.city
        return FoundPlace(place, candidate, 2 if alone else 3) if place else None
    elif name == "code-label":
        place = labelled_postal(text, core)
    return FoundPlace(place, candidate, candidate.rule.rank) if place else None


def _bracketed(document: Document, candidate: Candidate[Any]) -> FoundPlace | None:
    """Read the town before brackets that hold its postal code or its département."""
    core, text = candidate.core, document.text
    if text[core.start - 1 : core.start] != "(":
        return None
    city = town_before(text, core.start - 64, core.start - 1)
    if not city:
        return None
    code = document.quote(core)
    found = department_named(code) or department(code) or department_of_postal_code(code)
    postal = core if len(code) == 5 and code.isdigit() else None
    street = street_before(text, city.start)
    place = Place(city, postal, street, found, core)
    span = Span(city.start, core.end)
    near_top = is_near_top(document, core.start, 8)
    rank = 4 if postal else ADDRESS_RANK if street else 2 if near_top else 0
    return FoundPlace(place, replace(candidate, span=span), rank)


def _based(text: str, core: Span) -> Place | None:
    """Read what follows "basé à": a town, or an address with its postal code."""
    place = read_place(text, core.start, core.end)
    if place and place.postal:
        return place
    town = town_at(text, core.start, core.end)
    return town if town and not _is_no_town(text, town, "aux ") else None


def _in_sector(text: str, core: Span) -> Place | None:
    """Read what follows "secteur de"."""
    town = town_at(text, core.start, core.end)
    return town if town and not _is_no_town(text, town, "du ", "des ") else None


def _is_no_town(text: str, place: Place, *before: str) -> bool:
    """Tell whether what follows "aux" or "des" is no commune whose article it has taken in."""
    if not place.city:
        return False
    at = place.city.start
    if not text[max(0, at - 4) : at].lower().endswith(before):
        return False
    return not any(c.stands_alone for c in contracted_communes(text, place.city))


def _labelled(document: Document, core: Span) -> Place | None:
    """Read the place in a label's cell, else on its line, else over the lines that carry it on."""
    for span in (in_cell(document, core), on_first_line(document, core), core):
        place = read_place(document.text, span.start, span.end)
        if place:
            return place
    return None


FIELD = Field("location", RULES, settle)
