"""How a place is written: a street, a postal code, a town, a département.

These patterns run on the text as written: capitals tell a town from the words around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from postings.document import Span
from postings.reference.departments import (
    Department,
    department,
    department_named,
    department_of_postal_code,
    region_named,
)

_CAPITAL = r"[A-ZÀ-ÖØ-ÞŒ]"
_WORD = (
    rf"(?!(?:CEDEX|Cedex|BP|CS|TSA|Tél|TEL|Tel|Contrat|France"
    rf"|FRANCE)\b){_CAPITAL}[\wÀ-ÿ]*(?:['’]{_CAPITAL}?[\wÀ-ÿ]+)?"
)
_SMALL = (
    r"(?:(?:de|du|des|la|le|les|lès|lez|en|sur|sous|aux|DE|DU|DES|LA|LE|LES|EN|SUR|SOUS|AUX)[ -]"
    r"|(?:et|au|à|près)-|[dl]['’])"
)
TOWN = rf"{_SMALL}?{_WORD}(?:[ -]{_SMALL}{{0,3}}{_WORD}){{0,6}}"
_SEP = r"[ ]{0,3}[-–—,]?[ ]{0,3}"
_CODE = r"(?:0[1-9]|[1-8]\d|2[ABab]|9[0-5]|97\d|98\d)"

_POSTAL = re.compile(
    rf"(?<![\w.,/°+-])-?(?P<postal>(?:0[1-9]|[1-8]\d|9[0-8])[ ]?\d{{3}})(?![\d€%]"
    rf"|[.,]\d){_SEP}\n?[ ]{{0,3}}"
    rf"(?P<city>{TOWN})(?P<cedex>[ ]+(?:CEDEX|Cedex|cedex))?"
)
# 49320 alone: only after a street, or under a name.
_POSTAL_ALONE = re.compile(
    r"(?<![\w.,/°+-])(?P<postal>(?:0[1-9]|[1-8]\d|9[0-8])\d{3})(?![\w€%]|[ .,]\d)"
)
_TOWN_POSTAL = re.compile(rf"(?P<city>{TOWN})[ ]\((?P<postal>\d{{5}})\)")
_TOWN_CODE = re.compile(rf"(?P<city>{TOWN})(?:[ ](?:CEDEX|Cedex|cedex))?[ ]?\((?P<code>{_CODE})\)")
_TOWN_DEPARTMENT = re.compile(
    rf"(?P<city>{TOWN})[ ]?\((?P<name>[A-ZÀ-Þ][\wÀ-ÿ'’ -]{{2,28}}?)(?:[ "
    rf"]\((?P<code>{_CODE})\))?[),]"
)
_NAMED_CODE = re.compile(rf"(?P<name>[A-ZÀ-Þ][\wÀ-ÿ'’ -]{{1,28}}?)[ ]\((?P<code>{_CODE})\)")
_TOWN = re.compile(TOWN)
_IN_DEPARTMENT = re.compile(r"[ ]en[ ](?:la[ ])?(?P<name>[^,]+)$")
_CODE_TOWN = re.compile(
    rf"(?:^|[–—-][ ])(?P<code>{_CODE})[ ](?:[-–—][ ])?(?P<city>{TOWN})(?=[ ]*(?:\(|$))"
)
_TOWN_FRANCE = re.compile(rf"^(?P<city>{TOWN}),[ ](?:France|FRANCE)\b")
_WHOLE_TOWN = re.compile(
    rf"^(?P<city>{TOWN}(?:[ ][-–][ ](?:la[ ]|La[ ])?{_WORD})?)"
    r"(?:[ ]\d{1,2}(?:e|er|ème|eme|è)?(?:[ ]arrondissement)?)?(?:[ ](?:CEDEX|Cedex))?[ .]*$"
)
_STREET = re.compile(
    r"\d{1,4},?[ ](?i:grande?|petite|vieille)[ -](?i:rue|place)$|"
    r"(?:\d{1,4}(?:[ ]?(?:bis|ter|quater|[A-D]))?(?:[ ]?[-/][ ]?\d{1,4})?[ ]?,?[ ])?"
    r"(?i:rue|avenue|av\.?|boulevard|bd|place|quai|allée|allées|chemin|cours|impasse|route"
    r"|square|esplanade"
    r"|passage|voie|promenade|rond-point|lices|parvis|mail|faubourg|montée)[ ][^,;:\n]{2,60}$"
)
_FACILITY = re.compile(
    r"(?i:mairie|hôtel|hotel|collège|college|lycée|lycee|école|ecole|service|direction"
    r"|pôle|pole|site|campus|cité|cite"
    r"|centre|maison|département|ehpad|résidence|residence|bâtiment|groupe|hôpital|hopital"
    r"|université|universite|cdi|cdd"
    r"|temps|télétravail|teletravail|ministère|institut|laboratoire|équipe|antenne|bureau"
    r"|rue|avenue|place|unité|secteur"
    r"|locaux|siège|cedex|divers|plusieurs|france|parc|zone|espace|quartier|agence|détails"
    r"|descriptif|fonction|grade"
    r"|ru\b|cmp\b|ign\b|drh\b|technopôle|stade|complexe|médiathèque|piscine|crèche"
    r"|restaurant|déchetterie|commune|ville"
    r"|communauté|région|préfecture|rectorat|chu\b|ch\b|tribunal|caserne|monsieur|madame"
    r"|mme|le maire|poste|lundi|dès)"
)


@dataclass(frozen=True, slots=True)
class Place:
    """The parts of a place and where each is written; `cedex`: the code is a sorting office's."""

    city: Span | None = None
    postal: Span | None = None
    address: Span | None = None
    department: Department | None = None
    department_at: Span | None = None
    region: str | None = None
    region_at: Span | None = None
    cedex: bool = False


def read_place(text: str, start: int, end: int) -> Place | None:
    """Read the place that a label's value says, in one of the ways that value is written."""
    end = start + len(text[start:end].rstrip(" .;\n"))
    value = text[start:end]
    for reader in (_postal, _coded, _code_first, _country, _bare):
        place = reader(value)
        if place:
            return _shifted(place, start)
    return None


def postal_place(text: str, start: int, end: int) -> Place | None:
    """Read `29140 Rosporden` at `start`, and the street before it; None for any other number."""
    match = _POSTAL.match(text, start, end)
    if not match or not _is_postal(match["postal"]):
        return None
    if " " in match["postal"] and not _STREET.search(
        text[max(0, start - 90) : start].rstrip(" ,-–—\n")
    ):
        return None
    return replace(_of_postal(match), address=_street_before(text, start))


def bare_postal(text: str, start: int) -> Place | None:
    """Read a postal code that stands alone, after a street or on its own line."""
    match = _POSTAL_ALONE.match(text, start)
    if not match or not _is_postal(match["postal"]):
        return None
    line = text[text.rfind("\n", 0, start) + 1 : start].strip()
    rest = text[match.end() : match.end() + 1]
    if (line and not _STREET.search(line.rstrip(" ,-–—"))) or (not line and rest not in ("\n", "")):
        return None
    span = Span(*match.span("postal"))
    return replace(_coded_place(span, match["postal"]), address=_street_before(text, start))


def labelled_postal(text: str, span: Span) -> Place | None:
    """Read the code after "Code postal :"."""
    code = text[span.start : span.end]
    return _coded_place(span, code) if _is_postal(code) else None


def town_at(text: str, start: int, end: int) -> Place | None:
    """Read a town that begins right at `start`, with the département or code in its brackets."""
    for pattern in (_TOWN_POSTAL, _TOWN_CODE, _TOWN_DEPARTMENT):
        match = pattern.match(text, start, end)
        place = _from_brackets(match) if match else None
        if place:
            return place
    match = _TOWN.match(text, start, end)
    if not match or _FACILITY.match(match[0]) or re.match(r"[dl]['’]", match[0]):
        return None
    inside = _IN_DEPARTMENT.search(match[0])
    named = department_named(inside["name"]) if inside else None
    if inside and named:
        at = Span(start + inside.start("name"), match.end())
        return Place(Span(start, start + inside.start()), department=named, department_at=at)
    return _with_paris(Place(city=Span(*match.span())), match[0])


def _is_postal(code: str) -> bool:
    return department_of_postal_code(code.replace(" ", "")) is not None


def _coded_place(span: Span, code: str) -> Place:
    found = department_of_postal_code(code.replace(" ", ""))
    return Place(postal=span, department=found, department_at=span)


def _of_postal(match: re.Match[str]) -> Place:
    span = Span(*match.span("postal"))
    cedex = bool(match.groupdict().get("cedex"))
    found = department_of_postal_code(match["postal"].replace(" ", ""))
    return Place(Span(*match.span("city")), span, None, found, span, cedex=cedex)


def _street_before(text: str, start: int) -> Span | None:
    begin = max(text.rfind("\n", 0, start) + 1, start - 110)
    line = text[begin:start].rstrip(" ,-–—(")
    street = _STREET.search(line)
    return Span(begin + street.start(), begin + street.end()) if street else None


def _postal(value: str) -> Place | None:
    match = _POSTAL.search(value)
    if match and _is_postal(match["postal"]):
        return replace(_of_postal(match), address=_leading(value, match.start()))
    return None


def _leading(value: str, end: int) -> Span | None:
    """What stands before the code or the town, if it says where in the town."""
    before = value[:end].rstrip(" ,-–—(")
    return Span(0, len(before)) if len(before) > 3 else None


def _coded(value: str) -> Place | None:
    """Read `street, Town (Département (NN))`, `Town, Département (NN)`, `Town (NN)`."""
    for pattern in (_TOWN_POSTAL, _TOWN_DEPARTMENT):
        match = pattern.search(value)
        place = _from_brackets(match) if match else None
        if match and place:
            return replace(place, address=_leading(value, match.start()))
    match = _NAMED_CODE.search(value)
    named = department_named(match["name"]) if match else None
    if match and named and named.code == match["code"].upper() and named.code != "75":
        return _before_department(value, match, named)
    match = _TOWN_CODE.search(value)
    place = _from_brackets(match) if match else None
    return replace(place, address=_leading(value, match.start())) if match and place else None


def _before_department(value: str, match: re.Match[str], named: Department) -> Place:
    """Read the town, if any, in the piece before a département's name."""
    at = Span(*match.span("name"))
    before = value[: match.start()].rstrip(" ,-–—")
    begin = before.rfind(",") + 1
    town = _WHOLE_TOWN.match(before[begin:].strip())
    begin += len(before[begin:]) - len(before[begin:].lstrip())
    if not town or _FACILITY.match(town["city"]):
        return Place(department=named, department_at=at)
    city = Span(begin + town.start("city"), begin + town.end("city"))
    return Place(city, None, _leading(value, begin), named, at)


def _from_brackets(match: re.Match[str]) -> Place | None:
    """Read a town and what its brackets say: a postal code, a code or name of a département."""
    groups = match.groupdict()
    city = Span(*match.span("city"))
    if groups.get("postal"):
        return _of_postal(match) if _is_postal(groups["postal"]) else None
    named = department_named(groups["name"]) if groups.get("name") else None
    found = named or department(groups.get("code"))
    if not found or ("name" in groups and not named) or _FACILITY.match(match["city"]):
        return None
    return Place(city, None, None, found, Span(*match.span("name" if named else "code")))


def _code_first(value: str) -> Place | None:
    """Read `33 - PORT LA BRUME`, `Collège X – 37 Chinon`."""
    match = _CODE_TOWN.search(value)
    found = department(match["code"]) if match else None
    if not match or not found:
        return None
    at, city = Span(*match.span("code")), Span(*match.span("city"))
    return Place(city, None, _leading(value, match.start()), found, at)


def _country(value: str) -> Place | None:
    """Read `Paris, France`; a région or a département may stand for the town."""
    match = _TOWN_FRANCE.match(value)
    if not match:
        return None
    span, name = Span(*match.span("city")), match["city"]
    if region := region_named(name):
        return Place(region=region, region_at=span)
    named = department_named(name)
    if named and named.code != "75":
        return Place(department=named, department_at=span)
    return _with_paris(Place(city=span), name)


def _bare(value: str) -> Place | None:
    """Read a value that is a town alone, or a street and a town after a comma."""
    begin = value.rfind(",") + 1
    begin += len(value[begin:]) - len(value[begin:].lstrip())
    match = _WHOLE_TOWN.match(value[begin:])
    if not match or _FACILITY.match(match["city"]):
        return None
    city = Span(begin + match.start("city"), begin + match.end("city"))
    return _with_paris(Place(city=city, address=_leading(value, begin)), match["city"])


def _with_paris(place: Place, name: str) -> Place:
    """Paris is a département too: the town's name states it."""
    if name.lower() == "paris":
        return replace(place, department=department("75"), department_at=place.city)
    return place


def _shifted(place: Place, by: int) -> Place:
    def move(span: Span | None) -> Span | None:
        return Span(span.start + by, span.end + by) if span else None

    return replace(
        place,
        city=move(place.city),
        postal=move(place.postal),
        address=move(place.address),
        department_at=move(place.department_at),
        region_at=move(place.region_at),
    )
