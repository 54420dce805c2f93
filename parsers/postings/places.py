"""How a place is written: a street, a postal code, a town, a département.

These patterns run on the text as written: capitals tell a town from the words around it.
"""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from postings.document import Span
from postings.folding import fold
from postings.patterns import pattern
from postings.reference.communes import Commune
from postings.reference.departments import (
    Department,
    department,
    department_named,
    department_of_postal_code,
    region_named,
)

_CAPITAL = r"[A-ZÀ-ÖØ-ÞŒ]"
_WORD = (
    rf"(?!(?:CEDEX|Cedex|BP|CS|TSA|Tél|TEL|Tel|Contrat|(?<!-)France"
    rf"|(?<!-)(?<!DE )(?<!EN )FRANCE|DE|DU|DES|De|Du|Des|EN|En|SUR|Sur|ET|Et|AU|Au|AUX|Aux|A|À"
    rf"|Dans|Pour)\b){_CAPITAL}[\wÀ-ÿ]*(?:['’]{_CAPITAL}?[\wÀ-ÿ]+)?"
)
_SMALL = (
    r"(?:(?:de|du|des|la|le|les|lès|lez|en|sur|sous|aux|DE|DU|DES|LA|LE|LES|EN|SUR|SOUS|AUX)[ -]"
    r"|(?:et|au|à|près)-|[dl]['’])"
)
_ARTICLE = r"(?:(?:[Ll]es?|[Ll]a|LES?|LA)[ -]|L['’])"
TOWN = rf"{_ARTICLE}?{_WORD}(?:[ -]{_SMALL}{{0,3}}{_WORD}){{0,6}}"
_SEP = r"[ ]{0,3}[-–—,]?[ ]{0,3}"
_RING = r"(?:[ ]\d{1,2}(?:e|er|ème|eme|è)?(?:[ ](?i:arrondissement))?)?"
_CODE = r"(?:0[1-9]|[1-8]\d|2[ABab]|9[0-5]|97\d|98\d)"

_POSTAL = pattern(
    rf"(?<![\w.,/°+-])-?(?P<postal>(?:0[1-9]|[1-8]\d|9[0-8])[ ]?\d{{3}})(?![\d€%]"
    rf"|[.,]\d)(?:{_SEP}|[ ]{{0,3}}\n[ ]{{0,40}}(?={TOWN}[ .]*(?:\n|$)))"
    rf"(?P<city>{TOWN})(?P<cedex>[ ]+(?:CEDEX|Cedex|cedex))?"
)
# Brest, 29200: after a comma, for "Page 29200" is no town.
_TOWN_LAST = pattern(rf"(?:^|[,–—-][ ]|[ ]à[ ])(?P<city>{TOWN}),[ ]$")
_TOWN_ENDS = pattern(rf"(?<![\wÀ-ÿ'’-])(?P<city>{TOWN})(?:[ ](?:CEDEX|Cedex))?{_RING}[ ]?$")
# 49320 alone: only after a street, or under a name.
_POSTAL_ALONE = pattern(
    r"(?<![\w.,/°+-])(?P<postal>(?:0[1-9]|[1-8]\d|9[0-8])\d{3})(?![\w€%]|[ .,]\d)"
)
_TOWN_POSTAL = pattern(rf"(?P<city>{TOWN}){_RING}[ ]\((?P<postal>\d{{5}})\)")
_TOWN_CODE = pattern(rf"(?P<city>{TOWN})(?:[ ](?:CEDEX|Cedex|cedex))?[ ]?\((?P<code>{_CODE})\)")
_TOWN_DEPARTMENT = pattern(
    rf"(?P<city>{TOWN})[ ]?\((?P<name>[A-ZÀ-Þ][\wÀ-ÿ'’ -]{{2,28}}?)(?:[ "
    rf"]\((?P<code>{_CODE})\))?[),]"
)
_NAMED_CODE = pattern(rf"(?P<name>[A-ZÀ-Þ][\wÀ-ÿ'’ -]{{1,28}}?)[ ]\((?P<code>{_CODE})\)")
_TOWN = pattern(TOWN)
_IN_DEPARTMENT = pattern(r"[ ]en[ ](?:la[ ])?(?P<name>[^,]+)$")
_CODE_TOWN = pattern(
    rf"(?:^|[–—-][ ])(?P<code>{_CODE})[ ](?:[-–—][ ])?(?P<city>{TOWN}){_RING}(?=[ ]*(?:\(|$))"
)
_TOWN_FRANCE = pattern(
    rf"^(?P<city>{TOWN})(?:,[ ](?P<around>[A-ZÀ-Þ][\w'’ -]{{2,30}}))?,[ ](?:France|FRANCE)\b"
)
_WHOLE_TOWN = pattern(
    rf"^(?P<city>{TOWN}(?:[ ][-–][ ](?:la[ ]|La[ ])?{_WORD})?)"
    rf"{_RING}(?:[ ](?:CEDEX|Cedex))?[ .]*$"
)
_STREET = pattern(
    r"\d{1,4},?[ ](?i:grande?|petite|vieille)[ -](?i:rue|place)$|"
    r"(?:\d{1,4}(?:[ ]?(?:bis|ter|quater|[A-D]))?(?:[ ]?[-/][ ]?\d{1,4})?[ ]?,?[ ])?"
    r"(?i:rue|avenue|av\.?|boulevard|bd|place|quai|allée|allées|chemin|cours|impasse|route"
    r"|square|esplanade"
    r"|passage|voie|promenade|rond-point|lices|parvis|mail|faubourg|montée)[ ][^,;:\n]{2,60}$"
)
# Words that no town's name begins with, though their capital makes them look so.
_NO_TOWN = frozenset(
    "mairie hotel college lycee ecole service services direction pole site campus cite centre "
    "maison departement ehpad residence batiment groupe hopital universite cdi cdd temps "
    "teletravail ministere institut laboratoire equipe antenne bureau rue avenue place unite "
    "secteur locaux siege cedex divers plusieurs france parc zone espace quartier agence "
    "details descriptif fonction grade ru cmp ign drh rh technopole stade complexe "
    "mediatheque piscine creche restaurant dechetterie commune ville communaute region "
    "prefecture rectorat chu ch tribunal caserne monsieur madame mme m mr maire poste lundi "
    "mardi mercredi jeudi vendredi samedi dimanche des domicile maitrise candidature "
    "candidatures responsabilite formation production developpement sante education enfance "
    "culture tel mail courriel email fax siret siren euros eur brut net contrat recrutement "
    "offre emploi reference objet date publie avis conseil arrondissement canton faculte fac "
    "musee theatre accueil atelier magasin usine l la le les un une nos notre votre vous nous "
    "profil missions mission salaire permis horaires titulaire contact contacts merci envoyer "
    "candidature disponible etage boite cidex agents metropole etat-major amphi salle".split()
)


def is_town(name: str) -> bool:
    """Tell whether capitalised words may be a town: no facility, no département, no figure."""
    words = re.sub(r"^(?:l[ae]s? |l')", "", fold(name))
    if words.split(" ")[0].rstrip("s") in _NO_TOWN or words.split(" ")[0] in _NO_TOWN:
        return False
    if re.search(r"\d", words) or not re.search(r"[aeiouy]", words) or len(words) < 2:
        return False
    return region_named(name) is None and (words == "paris" or department_named(name) is None)


class Place(Struct, frozen=True):
    """The parts of a place and where each is written.

    `cedex`: the code is a sorting office's. `in_office`: the town is that of a name of office,
    "Ville de X". `commune` is the one that the town is, told by the words `commune_at`, and
    `name` how it writes its name, where the posting does not.
    """

    city: Span | None = None
    postal: Span | None = None
    address: Span | None = None
    department: Department | None = None
    department_at: Span | None = None
    region: str | None = None
    region_at: Span | None = None
    cedex: bool = False
    in_office: bool = False
    commune: Commune | None = None
    commune_at: tuple[Span, ...] = ()
    name: str | None = None


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
    """Read the place of a postal code at `start`: `29140 Rosporden`, `Brest, 29200`, or it alone.

    The street before it is read too. None for any other number.
    """
    match = _POSTAL.match(text, start, end)
    if match and _is_postal(match["postal"]):
        if " " in match["postal"] and not _after_street(text, start):
            return None
        return replace(_of_postal(match), address=street_before(text, start))
    alone = _POSTAL_ALONE.match(text, start)
    return _alone(text, alone) if alone and _is_postal(alone["postal"]) else None


def _alone(text: str, match: re.Match[str]) -> Place | None:
    """Read a code that no town follows: after its town, after a street, or on its own line."""
    start, span = match.start(), Span(*match.span("postal"))
    place = replace(_coded_place(span, match["postal"]), address=street_before(text, start))
    begin = max(text.rfind("\n", 0, start) + 1, start - 60)
    town = _TOWN_LAST.search(text[begin:start])
    if town and is_town(town["city"]):
        return replace(place, city=Span(begin + town.start("city"), begin + town.end("city")))
    line = text[text.rfind("\n", 0, start) + 1 : start].strip()
    rest = text[match.end() : match.end() + 1]
    if (line and not _after_street(text, start)) or (not line and rest not in ("\n", "")):
        return None
    return place


def _after_street(text: str, start: int) -> bool:
    line = text[max(text.rfind("\n", 0, start) + 1, start - 90) : start]
    return _STREET.search(line.rstrip(" ,-–—")) is not None


def town_before(text: str, start: int, end: int) -> Span | None:
    """Return the town that ends at `end`, on the same line and not before `start`."""
    begin = max(text.rfind("\n", 0, end) + 1, start)
    while match := _TOWN_ENDS.search(text, begin, end):
        if is_town(match["city"]):
            return None if _ends_department(text[begin:end]) else Span(*match.span("city"))
        begin = match.start() + 1  # "Commune de Belleroche": the town is further on
    return None


def _ends_department(words: str) -> bool:
    """Tell whether words end in a département's name: "Vilaine" in "Ille et Vilaine" is no town."""
    last = words.split()[-4:]
    return any(department_named(" ".join(last[-count:])) for count in range(2, len(last) + 1))


def labelled_postal(text: str, span: Span) -> Place | None:
    """Read the code after "Code postal :"."""
    code = text[span.start : span.end]
    return _coded_place(span, code) if _is_postal(code) else None


def town_at(text: str, start: int, end: int) -> Place | None:
    """Read a town that begins right at `start`, with the département or code in its brackets."""
    for form in (_TOWN_POSTAL, _TOWN_CODE, _TOWN_DEPARTMENT):
        match = form.match(text, start, end)
        place = _from_brackets(match) if match else None
        if place:
            return place
    match = _TOWN.match(text, start, end)
    if not match:
        return None
    inside = _IN_DEPARTMENT.search(match[0])
    named = department_named(inside["name"]) if inside else None
    if inside and named:
        at = Span(start + inside.start("name"), match.end())
        return Place(Span(start, start + inside.start()), department=named, department_at=at)
    return _with_paris(Place(city=Span(*match.span())), match[0]) if is_town(match[0]) else None


def _is_postal(code: str) -> bool:
    return department_of_postal_code(code.replace(" ", "")) is not None


def _coded_place(span: Span, code: str) -> Place:
    found = department_of_postal_code(code.replace(" ", ""))
    return Place(postal=span, department=found, department_at=span)


def _of_postal(match: re.Match[str]) -> Place:
    span = Span(*match.span("postal"))
    cedex = bool(match.groupdict().get("cedex"))
    found = department_of_postal_code(match["postal"].replace(" ", ""))
    # 38200 Vienne is a town of the Isère; "43100, Haute-Loire" names no town.
    namesake = department_named(match["city"])
    town = is_town(match["city"]) or (namesake is not None and namesake != found)
    city = Span(*match.span("city")) if town else None
    return Place(city, span, None, found, span, cedex=cedex)


def street_before(text: str, start: int) -> Span | None:
    """Return the street that a postal code or a town follows on its line."""
    begin = max(text.rfind("\n", 0, start) + 1, start - 110)
    line = text[begin:start].rstrip(" ,-–—(")
    street = _STREET.search(line)
    return Span(begin + street.start(), begin + street.end()) if street else None


def _postal(value: str) -> Place | None:
    match = _POSTAL.search(value)
    if match and _is_postal(match["postal"]):
        return replace(_of_postal(match), address=_leading(value, match.start()))
    return None


# "site de", before the town: words that lead to its name and say no place in it.
_LINK_LAST = pattern(r"(?i:\b(?:de|du|des|à|au|sur|la|le|les|l['’]|d['’]))$")


def _leading(value: str, end: int) -> Span | None:
    """What stands before the code or the town, if it says where in the town."""
    before = value[:end].rstrip(" ,-–—(")
    return Span(0, len(before)) if len(before) > 3 and not _LINK_LAST.search(before) else None


def _coded(value: str) -> Place | None:
    """Read `street, Town (Département (NN))`, `Town, Département (NN)`, `Town (NN)`."""
    for form in (_TOWN_POSTAL, _TOWN_DEPARTMENT):
        match = form.search(value)
        place = _from_brackets(match) if match else None
        if match and place:
            return replace(place, address=_leading(value, match.start()))
    match = _NAMED_CODE.search(value)
    named = department_named(match["name"]) if match else None
    if match and named and named.code == match["code"].upper() and named.code != "75":
        at = Span(*match.span("name"))
        return _before(value, at.start, Place(department=named, department_at=at))
    match = _TOWN_CODE.search(value)
    place = _from_brackets(match) if match else None
    return replace(place, address=_leading(value, match.start())) if match and place else None


def _before(value: str, start: int, place: Place) -> Place:
    """Add to a département or a région the town, if any, in the piece before its name."""
    before = value[:start].rstrip(" ,-–—")
    begin = before.rfind(",") + 1
    town = _WHOLE_TOWN.match(before[begin:].strip())
    begin += len(before[begin:]) - len(before[begin:].lstrip())
    if not town or not is_town(town["city"]):
        return place
    city = Span(begin + town.start("city"), begin + town.end("city"))
    return replace(place, city=city, address=_leading(value, begin))


def _from_brackets(match: re.Match[str]) -> Place | None:
    """Read a town and what its brackets say: a postal code, a code or name of a département."""
    groups = match.groupdict()
    city = Span(*match.span("city"))
    if groups.get("postal"):
        return _of_postal(match) if _is_postal(groups["postal"]) else None
    named = department_named(groups["name"]) if groups.get("name") else None
    found = named or department(groups.get("code"))
    if not found or ("name" in groups and not named) or not is_town(match["city"]):
        return None
    return Place(city, None, None, found, Span(*match.span("name" if named else "code")))


def _code_first(value: str) -> Place | None:
    """Read `33 - PORT LA BRUME`, `Collège X – 37 Chinon`."""
    match = _CODE_TOWN.search(value)
    found = department(match["code"]) if match else None
    if not match or not found or not is_town(match["city"]):
        return None
    at, city = Span(*match.span("code")), Span(*match.span("city"))
    return Place(city, None, _leading(value, match.start()), found, at)


def territory(value: str, span: Span) -> Place | None:
    """Read a name that is a département's or a région's."""
    name = value[span.start : span.end]
    if named := department_named(name):
        return Place(department=named, department_at=span)
    region = region_named(name)
    return Place(region=region, region_at=span) if region else None


def _country(value: str) -> Place | None:
    """Read `Paris, France`, `Nîmes, Occitanie, France`; a région may stand for the town."""
    match = _TOWN_FRANCE.match(value)
    if not match:
        return None
    span, name = Span(*match.span("city")), match["city"]
    if fold(name) != "paris" and (found := territory(value, span)):
        return found
    around = territory(value, Span(*match.span("around"))) if match["around"] else None
    place = replace(around or Place(), city=span)
    return _with_paris(place, name) if is_town(name) else None


# Towns too: Vienne is in the Isère.
_NAMESAKES = ("paris", "vienne")


def _bare(value: str) -> Place | None:
    """Read a town alone, after a street and a comma, or before a département or a région."""
    begin = value.rfind(",") + 1
    begin += len(value[begin:]) - len(value[begin:].lstrip())
    match = _WHOLE_TOWN.match(value[begin:])
    found = territory(value, Span(begin, begin + match.end("city"))) if match else None
    if found and match and fold(match["city"]) not in _NAMESAKES:
        return _before(value, begin, found)
    if not match or not is_town(match["city"]):
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
