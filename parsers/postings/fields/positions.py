"""How many openings the posting says there are."""

from __future__ import annotations

import re

from postings.fields.field import Field, Reading
from postings.jobs import begins_as_job
from postings.resolve import Finding, resolve, single
from postings.rules import Rule

_WORDS = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5,
    "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "douze": 12,
}  # fmt: skip
_WRITTEN = r"deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze"


def _count(match: re.Match[str]) -> int | None:
    """Read a number in figures or letters; nothing above 500 is a number of openings."""
    written = match["v"]
    number = int(written) if written.isdigit() else _WORDS.get(written, 0)
    return number if 0 < number <= 500 else None


RULES: tuple[Rule[int], ...] = (
    Rule(
        id="positions.label",
        pattern=(
            r"(?:nombre|nb)\.? (?:de |d')?(?:postes?|emplois?|recrutements?)"
            rf"(?: (?:a pourvoir|ouverts?|disponibles?|proposes?))?<SEP>(?P<v>\d{{1,3}}|un"
            rf"|{_WRITTEN})\b"
        ),
        cues=("nombre de", "nombre d'", "nb de", "nb. de", "nb d"),
        read=_count,
        examples=("Nombre de postes : 3 (dont 1 à Belleroche)", "Nombre de postes à pourvoir : 12"),
        rejects=("le nombre de postes informatiques",),
        rank=4,
    ),
    Rule(
        id="positions.recruits",
        pattern=(
            r"(?:recrut|recherch)(?:e|ent|ons)(?: (?:pour|dans|au sein de)[^\n.;:]{0,60}?)?"
            rf"[ :<>*\n-]{{1,8}}(?P<v>\d{{1,3}}|{_WRITTEN}) "
            r"(?!ans?\b|jours?\b|mois\b|heures?\b|semaines?\b|fois\b|annees?\b|communes?\b"
            r"|habitants?\b|profils types|re?me\b|%)(?=[a-z(])"
        ),
        cues=("recrut", "recherch"),
        read=_count,
        examples=(
            "la Ville recrute 5 agents portuaires",
            "recrute pour son école de voile\n2 MONITEURS",
            "NOUS RECHERCHONS <<\n\n3 JARDINIERS",
            "recrute deux apprentis",
        ),
        rejects=(
            "recrute 3 mois avant la saison",
            "Nous recherchons une personne de 2 ans d'expérience",
        ),
        rank=3,
    ),
    Rule(
        id="positions.one",
        # On a line of its own under the verb, where others have a figure.
        pattern=(
            r"(?:recrut|recherch)(?:e|ent|ons)\b[^\n.;]{0,110}\n[\s>*]{0,60}"
            r"(?P<v>une?(?:[(./·]{1,2}e\)?)?) (?P<job>[^\n]{3,150})"
        ),
        cues=("recrut", "recherch"),
        read=lambda m: 1 if begins_as_job(m["job"]) else None,
        examples=(
            "Recrute en contrat de projet pour 2 ans\n\nUn Chargé de mission quais (H/F)",
            "La ville RECRUTE\n  UN(E) RÉGISSEUR(SE)",
        ),
        rejects=(
            "La Ville recrute un agent portuaire",
            "Nous recrutons\nUne équipe soudée vous attend",
            "Le GIP recherche un.e pilote",
        ),
        rank=1,
    ),
    Rule(
        id="positions.posts",
        pattern=(
            rf"\b(?P<v>\d{{1,3}}|{_WRITTEN}) (?:postes?|emplois?)"
            r" (?:(?:permanents?|non permanents?|vacants?|saisonniers?|temporaires?) )?"
            r"(?:(?:sont |est )?(?:a pourvoir|ouverts?|disponibles?|proposes?|vacants?)\b"
            r"|(?:de|d')[ ]?(?!travail|secours|garde|soin|nuit|jour|police|commande|sante)[a-z])"
        ),
        cues=("poste", "emploi"),
        lead=8,
        read=_count,
        examples=(
            "2 postes de jardinier",
            "Trois postes à pourvoir",
            "recrute 1 poste de pêcheur en CDI",
            "pourvoir trois postes vacants d'agent portuaire",
        ),
        rejects=(
            "2 200 postes de travail",
            "salle informatique (8 postes)",
            "occuper plusieurs postes de nuit",
            "Article 3 postes de dépense",
        ),
        rank=2,
        unless=r"encadr|equipe|compose|compte|article[ ]?$|\d[ .]$|parc de",
    ),
)


def settle(reading: Reading) -> Finding:
    """The number at the surest way of writing it; two different ones are left open."""
    return single(resolve(reading.of("positions")))


FIELD = Field("positions", RULES, settle)
