"""Lists of words for contract types and grades: what one writes in an hour, without this tool."""

from __future__ import annotations

import re
from collections.abc import Iterator

from adapters.adapter import Answers

_CONTRACTS = {
    "cdi": r"CDI|contrat à durée indéterminée",
    "cdd": r"CDD|contrat à durée déterminée|post-?doc\w*",
    "titulaire": r"titulaires?|fonctionnaires?|statutaire|liste d.aptitude",
    "contractuel": r"contractuel(?:le)?s?|L\.? ?332-8",
    "detachement": r"détachement",
    "mutation": r"(?:par|voie de) mutation",
    "mise_a_disposition": r"mise à disposition",
    "projet": r"contrat de projet|L\.? ?332-24",
    "saisonnier": r"saisonni(?:er|ère)s?|L\.? ?332-23,? 2",
    "remplacement": r"remplacement|L\.? ?332-13",
    "apprentissage": r"apprentissage|apprenti(?:e|\(e\))?|alternance",
    "professionnalisation": r"professionnalisation",
    "stage": r"stage|stagiaire",
    "aide": r"PEC|CUI(?:-CAE)?|parcours emploi compétences|emploi d.avenir",
    "vacation": r"vacations?|vacataires?",
    "interim": r"intérim|mission intérimaire|travail temporaire",
    "service_civique": r"service civique",
    "liberal": r"freelance|libéral|indépendant|portage salarial",
    "doctorat": r"doctorante?|contrat doctoral|thèse|Ph\.?D",
}
_PATTERNS = {
    k: re.compile(rf"\b(?:{words})(?!\w)", re.IGNORECASE) for k, words in _CONTRACTS.items()
}

# A contract of unsaid nature is one only where no word says its nature.
_NATURES = frozenset(
    "cdi cdd projet saisonnier remplacement apprentissage stage vacation doctorat".split()
)

_CLASS = r"(?: principal)?(?: de (?:1|2)(?:re|ère|e|ème|nde) classe)?(?: hors classe)?"
_GRADES = re.compile(
    r"\b(?:attachés? territoria(?:l|ux)|attachés? d.administration(?: de l.[ée]tat)?|attachés? principa(?:l|ux)"
    rf"|attachés?(?! de)|rédacteurs?(?: territoria(?:l|ux))?{_CLASS}"
    rf"|secrétaires? administratifs?|adjoints? (?:administratif|technique|d.animation|du patrimoine)s?"
    rf"(?: territoria(?:l|ux))?{_CLASS}"
    r"|ingénieurs? territoria(?:l|ux)|ingénieurs? (?:en chef|principal)|ingénieurs? (?:d.études|de recherche)"
    rf"|assistants? ingénieurs?|techniciens? territoria(?:l|ux)|technicien{_CLASS}"
    r"|agents? de maîtrise(?: principal)?|agents? territoria(?:l|ux) spécialisés? des écoles maternelles"
    r"|ATSEM(?: principal de [12](?:re|ère|e|ème) classe)?"
    r"|auxiliaires? de puériculture(?: de classe (?:normale|supérieure))?"
    r"|éducateurs? de jeunes enfants|éducateurs? des APS|animateurs?(?: territoria(?:l|ux))"
    r"|assistants? (?:territoria(?:l|ux) )?socio-éducatifs?|conseillers? (?:territoria(?:l|ux) )?socio-éducatifs?"
    r"|assistants? de conservation|bibliothécaires?|conservateurs?|psychologues? territoria(?:l|ux)"
    r"|infirmiers? en soins généraux(?: hors classe)?|aides?-soignants?(?: de classe normale)?"
    r"|médecins? territoria(?:l|ux)|puéricultrices?|techniciens? paramédica(?:l|ux)"
    r"|gardien-brigadier|brigadier-chef principal|gardes? champêtres?|administrateurs? territoria(?:l|ux)"
    r"|maîtres? de conférences|professeurs? des universités)\b",
    re.IGNORECASE,
)


class Keywords:
    """Every type and every grade whose words stand anywhere in the text."""

    packages = ()
    fields = ("contract_types", "grades")

    def read(self, text: str) -> Answers:
        """See `Adapter`."""
        grades = {match[0] for match in _GRADES.finditer(text)}
        return {"contract_types": list(_types(text)), "grades": sorted(grades)}


def _types(text: str) -> Iterator[str]:
    found = [kind for kind, pattern in _PATTERNS.items() if pattern.search(text)]
    for kind in found:
        if kind != "contractuel" or _NATURES.isdisjoint(found):
            yield kind
