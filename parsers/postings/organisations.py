"""How organisations that hire are named: public bodies above all."""

from __future__ import annotations

import re

# Words that begin the name of a public body. Patterns run on folded text, at a word's start.
_TERRITORIAL = (
    r"ville(?= d)|commune(?= (?!nouvelle))|mairie(?= d)|departement(?= (?:d|l))"
    r"|conseil (?:departemental|regional|general)|collectivite (?:europeenne|territoriale|de )"
    r"|region(?= (?!de |du |des |comme|a |est ))|communaute (?:d'agglo|de communes|urbaine"
    r"|de l'agglo)"
    r"|metropole(?= d)|eurometropole|agglomeration(?= d)|cc d|syndicat (?:mixte|inter|dep"
    r"|des|d'|de )"
    r"|syndicat(?= )|sivom|sivu|siv[a-z]{1,3} |pays d|parc naturel|etablissement public|epci"
    r"|c\.?c\.?a\.?s\b|c\.?i\.?a\.?s\b|centre (?:inter)?communal d'action"
    r"|centre de gestion|cdg ?\d"
    r"|sdis\b|service departemental d'incendie|caisse des ecoles|office (?:public"
    r"|de tourisme|de l)"
    r"|opac\b|regie(?= )|departement d'|val d'[a-z]{2,20} agglo"
)
_HEALTH = (
    r"centre hospitalier|ch (?=d)|chu\b|chru\b|chi\b|ghu\b|ght\b|hopita(?:l|ux)|hospices"
    r"|groupe hospitalier"
    r"|epsm\b|ehpad\b|groupement hospitalier|assistance publique|ap-hp|institut|fondation"
    r"|association|residence autonomie|etablissement (?:de sante|public)|clinique"
)
_STATE = (
    r"universite|ecole (?!mater|elem|prim)|prefecture|sous-prefecture|ministeres?\b"
    r"|rectorat|region academique"
    r"|academie|crous\b|ddtm?\b|dreal\b|dreets\b|draaf\b|direction (?:departementale"
    r"|regionale|interdep"
    r"|generale d|interministerielle|de l'information|des services admin|zonale|nationale"
    r"|territoriale d)"
    r"|office |agence|cnrs\b|inra?e?\b|inserm\b|cnil\b|cour (?:des comptes|d'appel)"
    r"|tribunal|conseil d'etat"
    r"|gip\b|groupement d'interet|haute autorite|commission nationale|inspection|muse[eu]"
    r"|bibliotheque"
    r"|chambre (?:de commerce|d'agri|des? metiers|regionale|des notaires)|caisse (?:d|p|n"
    r"|r)|services? du premier|premier ministre|creps\b|insa\b|iut\b|ign\b|dgfip"
    r"|service du numerique|comue\b|ifremer|cirad|observatoire|centre national|laboratoire l"
)
ORGANISATION = rf"(?:{_TERRITORIAL}|{_HEALTH}|{_STATE})"

# A name such as "Estuaire Métropole": the common noun comes last.
TRAILING = (
    r"[a-z][\w'-]{2,24}(?: [\w'-]{2,24}){0,4} (?:metropole|agglomeration|agglo"
    r"|communaute)\b"
)

_HEAD = re.compile(ORGANISATION.replace(" ", "[ ]"))
_TRAILING = re.compile(TRAILING.replace(" (", "[ ]("))
_SERVICE = re.compile(
    r"(?:departement|region|service|direction)s?[ ](?:des?|du|de la|de l')[ ]?"
    r"(?:ressources|informati|automati|systemes|affaires|communication|la communication"
    r"|finances|ingenierie)"
)
# Firms that publish for others: the name of one is not the employer's.
_AGENCY = re.compile(
    r"\brh\b|interim|recrut|manpower|adecco|randstad|proman\b|temporis|supplay|crit\b|synergie\b"
    r"|\bemploi|cabinet|actual\b|samsic|\bagence d'emploi|lynx"
)
# A common noun alone names nobody.
_COMMON = re.compile(
    r"(?:la |le |les |l')?(?:mairie|epci|commune|ville|departement|region|metropole|syndicat"
    r"|agglomeration|ccas|cias|sdis|ehpad|association|institut|fondation|etablissement public|gip"
    r"|communaute de communes|communaute d'agglomeration|centre hospitalier|universite|ministere"
    r"|prefecture|conseil (?:departemental|regional)|office|agence|clinique|hopital"
    r"|collectivite)s?$"
)
# What follows the name on the same line: a subdivision, a place, a comment.
_TAIL = re.compile(
    r"[ ]*(?:[-:|>][ ]*(?:drh|dgs|service|direction|pole|ressources|ecole doctorale"
    r"|departement|rejoign"
    r"|venez|offre|actualites|recrut|umr|site|secretariat|antenne|cellule|bureau)\b.*"
    r"|[ ][-|>:][ ].*|\(.*|,(?! commune nouvelle).*|[ ]{3,}.*|\brecrut.*|\brecherch.*)$"
)


def is_organisation(words: str) -> bool:
    """Tell whether folded words begin as the name of a public body does."""
    words = re.sub(r"^(?:la|le|les|l')[ ]?", "", words)
    if _SERVICE.match(words):
        return False
    return bool(_HEAD.match(words) or _TRAILING.match(words))


def is_common_noun(words: str) -> bool:
    """Tell whether folded words are no name: "la mairie", "l'EPCI"."""
    return bool(_COMMON.match(words))


def is_agency(words: str) -> bool:
    """Tell whether folded words name a firm that recruits for others."""
    return bool(_AGENCY.search(words))


def name_length(words: str) -> int:
    """Return how many characters of folded `words` are the name, without what follows it."""
    tail = _TAIL.search(words)
    return len(words[: tail.start()].rstrip(" .,:;-")) if tail else len(words.rstrip(" .,:;-"))


def labelled_length(words: str) -> int:
    """Return the same for a labelled name: all of its cell, but a slogan or an address."""
    end = re.search(r"[ ]{3,}|[ ]:[ ](?:rejoign|venez)|, \d|[ ]\(\d\d\)", words)
    return len(words[: end.start()] if end else words.rstrip(" .,;:"))
