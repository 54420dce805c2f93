"""The organisation that hires, as written: in a label, a letterhead, a sentence."""

from __future__ import annotations

import re

from postings.document import Document
from postings.employer_names import PRIVATE_WAYS, in_small_letters, named, way_of
from postings.fields.employer_prose import PROSE_RULES, labelled
from postings.fields.field import Field, Reading
from postings.headings import begins_cell, in_cell, is_near_top
from postings.jobs import begins_as_job
from postings.organisations import (
    ADDRESS,
    FIRM,
    NO_FIRM,
    ORGANISATION,
    hires_for_others,
    is_organisation,
    name_length,
)
from postings.patterns import pattern
from postings.resolve import Finding
from postings.rules import Candidate, Rule
from postings.subjects import VERBS

_NAME = r"(?P<v>[^\n]{2,150})"
# A label's gap: a colon, a line end, a column.
_IS = r"(?:[ ]{0,3}\*{0,2}:\*{0,2}[ ]{0,20}\n?|[ ]{0,9}\n{1,2}[ ]{0,9}|[ ]?\|[ ]|[ ]{2,60})"
_PROSE = pattern(r"[.!?]$|\b(?:vous|nous|son ou sa)\b|\bde \d[\d ]{0,8}hab")
_VERB = pattern(rf"\b(?:est|sont|vise|a pour|publie)\b|(?<!de )(?<!la )(?<!en )\b{VERBS}")
# A town, as one says it beside a name: with its code, its département, its country.
_TOWN = r"[a-z][\w' -]{1,40}"
_PLACE = (
    rf"(?:{_TOWN}(?:, {_TOWN})?, france\b|{_TOWN}[ ]?\((?:\d{{5}}|\d[\dab]|97\d|[a-z][a-z' -]{{2,28}})\)"
    rf"|\d{{5}} {_TOWN}|\d\d - {_TOWN})"
)


def _at_label(match: re.Match[str]) -> str | None:
    """Read a label only where it begins its line, its cell, or what a dash sets apart."""
    text, start = match.string, match.start()
    if not (begins_cell(text, start) or text[start - 2 : start] in ("- ", "| ")):
        return None
    return labelled(match)


def _at_workplace(match: re.Match[str]) -> str | None:
    """Read the body where one will work, where a label says it and nothing else names it."""
    return match["v"].strip() if begins_cell(match.string, match.start()) else None


def _header(match: re.Match[str]) -> str | None:
    """Read a cell among the first ones that is the name of a body, not of a part of one."""
    value = match["v"].strip().partition("   ")[0]
    if not is_organisation(value) or _PROSE.search(value[:110]):
        return None
    return None if _VERB.search(value[: name_length(value)]) else value


def _beside(match: re.Match[str]) -> str | None:
    """Read a name beside or above its place: no job, no contract."""
    value = match["v"].strip()
    if is_organisation(value):
        return value
    if (
        NO_FIRM.match(value)
        or begins_as_job(value)
        or _PROSE.search(value)
        or _VERB.search(value)
        or ":" in value
    ):
        return None
    return labelled(match)


# The commonest words that a public body's name begins with.
_BODY_CUES = (
    "mairie d",
    "ville d",
    "commune d",
    "departement d",
    "conseil d",
    "conseil r",
    "ccas ",
    "communaute d",
    "communaute u",
    "metropole d",
    "syndicat ",
    "centre hosp",
    "universite d",
    "ehpad ",
    "ecole n",
    "ecole d",
    "ministere",
    "prefecture d",
    "institut n",
    "agence n",
)


def _after_job(match: re.Match[str]) -> bool:
    """Tell whether a job's name stands before on the line, parted by a dash or by "à"."""
    text, start = match.string, match.start()
    line = text[text.rfind("\n", 0, start) + 1 : start]
    parted = line.endswith((" - ", " | ", " a la ", " a l'", " a ", " au "))
    return parted and len(line) < 120 and begins_as_job(line.lstrip(" #*>-"))


RULES: tuple[Rule[str], ...] = (
    Rule(
        id="employer.label",
        pattern=(
            r"(?:nom (?:de l'|de la |du )?)?(?:employeur(?: public)?|collectivite(?: employeur)?"
            r"|etablissement(?: employeur| recruteur| d'accueil)?"
            r"|structure(?: d'accueil| employeur| de recherche| recruteu\w+)?(?: (?:et|&) lieu[a-z ]{0,14})?"
            r"|entreprise(?: d'accueil)?|societe"
            r"|organisme(?: d'accueil| employeur| recruteur)?|(?:service|direction|entite"
            rf"|administration)(?:/equipe)? qui recrute|recruteur|company){_IS}{_NAME}"
        ),
        cues=(
            "employeur",
            "collectivite",
            "etablissement",
            "structure",
            "entreprise",
            "societe",
            "organisme",
            "nom d",
            "service qui",
            "direction qui",
            "entite qui",
            "recruteur",
            "administration",
            "company",
        ),
        read=_at_label,
        examples=(
            "Employeur : Ville de Belleroche",
            "Employeur\nBELLEROCHE AGGLOMERATION\nLieu de travail",
            "Collectivité : Département des Hautes-Landes",
            "GROUPEMENT HOSPITALIER – Établissement : CENTRE HOSPITALIER DES ARCADES",
            "Nom du service qui recrute : Direction du patrimoine",
            "Structure d’accueil  Institut du paysage (IDP)",
            "Structure d'accueil et lieu de travail : laboratoire RADE, Belleroche",
            "Employeur :\nParc national du Ponant",
        ),
        rejects=(
            "Employeur\nSite web de l'employeur\nLieu de travail",
            "Entreprise\nALPHA RH INTERIM",
            "un employeur : nous",
            "L'entreprise\nFondée en 1967, elle conçoit des pièces",
            "Employeur\nCommune de 3 100 habitants située à 15 km du port",
            "Travailler en entreprise est un plus",
        ),
        rank=7,
    ),
    Rule(
        id="employer.host-label",
        pattern=rf"(?:laboratoire(?: d'accueil)?|laboratory|unite d'accueil|equipe d'accueil){_IS}{_NAME}",
        cues=("laboratoire", "laboratory", "unite d'accueil", "equipe d'accueil"),
        read=_at_label,
        examples=("Laboratoire : Institut des glaciers (IDG)", "Unité d'accueil  Station marine"),
        rejects=(
            "Laboratoire d'accueil :\nLa thèse sera accueillie au port",
            "un laboratoire : le nôtre",
        ),
        rank=4,
    ),
    Rule(
        id="employer.workplace",
        pattern=(
            r"(?:lieu(?: de travail| d'exercice| (?:du|de) stage| d'accueil)?(?: principal)?|localisation"
            rf"|ou \?|affectation)(?: ?:)? {{0,20}}\n?(?:equipe [^,\n]{{2,30}},)? {{0,3}}(?P<v>{ORGANISATION}[^\n,]{{0,90}}?)"
            r"(?=,| - |\n|$)"
        ),
        cues=("lieu", "localisation", "ou ?", "affectation"),
        read=_at_workplace,
        examples=(
            "Lieu de travail : Institut du paysage (IDP), 73 quai du Port",
            "Où ? Laboratoire RADE, équipe PORT",
            "Localisation : équipe PORT/Quai, Université de Belleroche, Lys",
        ),
        rejects=(
            "Lieu de travail : 3 place de la mairie",
            "au lieu de travail : Institut du paysage",
            "Lieu : Belleroche, Université",
        ),
        rank=0,
    ),
    Rule(
        id="employer.over-place",
        pattern=(
            r"(?<![^\n])[ ]{0,9}(?P<v>[^ \n][^\n]{1,150})\n\s{0,4}[\w' -]{2,60}, france"
            r"(?:, [\w' -]{2,60}, france){0,4}[ ]{0,9}(?:\n|$)"
        ),
        cues=("france",),
        lead=230,
        read=lambda m: (
            labelled(m)
            if 0 < m.string[: m.start()].strip().count("\n") + 1 < 9
            and m.string[: m.start()].strip()
            else None
        ),
        examples=("Chef de projet F/H\n\nÉtablissement Alpha - Pôle numérique\n\nLyon, France\n",),
        rejects=("Chef de projet\nLyon, France\n", "Chef de projet\n\nLe contexte de la France\n"),
        rank=6,
    ),
    Rule(
        id="employer.heading",
        # What an organisation's name is, `_header` says: the pattern is compiled for every text.
        pattern=r"(?:a la |a l'|au |la |le |les |l')?(?P<v>[^\n]{3,180})",
        cues=(),
        read=_header,
        examples=(
            "VILLE DE BELLEROCHE\nrecrute",
            "Agent d'accueil\nMairie de Belleroche\nBelleroche, France",
            "CENTRE HOSPITALIER DES ARCADES\nDirection des soins",
            "Institut de recherche sur les ports",
        ),
        rejects=(
            "Département des ressources humaines",
            "Direction du port de plaisance",
            "Agent d'accueil à la mairie de Belleroche",
            "L'Institut développe en permanence de nouveaux ports",
        ),
        rank=5,
    ),
    Rule(
        id="employer.inhabited",
        pattern=(
            r"(?<![^\n])[ >#*]{0,40}(?P<v>[a-z][\w' -]{2,60}(?:, commune nouvelle\b)?)"
            r"(?:(?<=nouvelle)|[ ]{0,9}\n[^\n]{0,40}?\b\d[\d ]{1,8} habitants\b)"
        ),
        cues=("commune nouvelle", "habitants"),
        lead=150,
        read=labelled,
        examples=(
            "Belleroche-sur-Lys\nAriège – 2 150 habitants",
            "BELLEROCHE, commune nouvelle\nOffre d’emploi",
        ),
        rejects=("Belleroche-sur-Lys\nun service de 12 agents",),
        rank=5,
    ),
    Rule(
        id="employer.addressed",
        pattern=rf"(?P<v>{ORGANISATION}[^\n;:!?]{{2,70}}?)(?:,| -)[^\n;:!?]{{0,60}}? {ADDRESS}",
        cues=_BODY_CUES,
        read=lambda m: labelled(m) if begins_cell(m.string, m.start()) else None,
        examples=(
            "Conseil départemental du Ponant – Hôtel du Département – CS 30 115",
            "Mairie de Belleroche, 8 grande rue, 49320",
        ),
        rejects=("Mairie de Belleroche, service des ports",),
        rank=2,
    ),
    Rule(
        id="employer.beside-job",
        pattern=rf"(?P<v>{ORGANISATION}[^\n]{{2,80}})",
        cues=_BODY_CUES,
        read=lambda m: _header(m) if _after_job(m) else None,
        examples=(
            "Infirmier (h/f) - Direction générale de la santé - Ville de Belleroche",
            "Chef de projet urbanisme à la Métropole de Lys",
        ),
        rejects=(
            "Chef de projet à la mairie de Belleroche, vous animez le service.",
            "Agent d'accueil",
            "Rendez-vous à la mairie de Belleroche",
        ),
        rank=3,
    ),
    Rule(
        id="employer.beside-place",
        pattern=rf"(?<![^\n])[ #*>-]{{0,8}}(?P<v>[^\n]{{2,70}}?)[ ]?[-|·•,@][ ]{_PLACE}",
        cues=(*(f"({digit}" for digit in range(10)), "france"),
        lead=130,
        read=_beside,
        examples=("Contrôleur de gestion\nSorel Composants - Lyon 7e (69007)",),
        rejects=("CDI - Toulouse (31)", "Contrôleur de gestion - Lyon (69)", "Lieu - Lyon (69)"),
        rank=3,
    ),
    Rule(
        id="employer.firm-heading",
        pattern=(
            rf"(?P<v>(?:la |le |les |l')?{FIRM}[^\n]{{2,70}}?)(?:[ ]?[-,][ ]{ADDRESS}"
            rf"|(?: [-,(] [^\n]{{0,80}})?[ ]{{0,9}}\n[^\n]{{0,60}}?(?:{ADDRESS}|recrute\b|recherche ))"
        ),
        cues=(),
        read=_beside,
        examples=("Résidence « Le Port » - 74 lits\n21 rue des Quais, 15100 Belleroche\n",),
        rejects=("Résidence du port\nMissions", "Secteur nord\n21 rue des Quais"),
        rank=3,
    ),
)


def settle(reading: Reading) -> Finding:
    """The surest way of writing it, then the first; no prose, no place only, no intermediary."""
    document = reading.document
    ranked = sorted(reading.of("employer"), key=lambda c: (-c.rule.rank, c.span.start))
    for candidate in ranked:
        name = named(document, candidate) if _credible(reading, candidate) else None
        if name:
            small = in_small_letters(document, name)
            return Finding((small or name).value, {"": (name, small) if small else (name,)})
    return Finding()


# Further down a posting presents its partners.
_INTRODUCTION = 1500
_PARTICIPLE = pattern(r"(?i:recrut|cherch)[éÉ]")


def _credible(reading: Reading, candidate: Candidate[str]) -> bool:
    """Refuse a line of prose, a letterhead's upper half, and the firm that hires for another."""
    document, way = reading.document, way_of(candidate)
    if way.endswith("recruits") and _PARTICIPLE.search(document.quote(candidate.span)):
        return False  # "un agent est recruté"
    if way == "heading":
        return not _is_prose(document, candidate) and not _is_only_where(reading, candidate)
    if way == "introduced" and candidate.span.start > _INTRODUCTION:
        return False
    if way in ("beside-job", "beside-place") and not is_near_top(
        document, candidate.span.start, 12
    ):
        return False
    intermediary = way == "label" and document.folded.startswith("entreprise", candidate.span.start)
    if intermediary or (way in PRIVATE_WAYS and not is_organisation(candidate.value)):
        return not hires_for_others(document.folded)
    return True


def _is_prose(document: Document, candidate: Candidate[str]) -> bool:
    """Tell whether a line is no heading: begun in lower case, too long, or far down."""
    line = document.quote(in_cell(document, candidate.span))
    small = line[:1].islower() and document.text[candidate.core.start].islower()
    return small or len(line) > 120 or not is_near_top(document, candidate.core.start, 12)


def _is_only_where(reading: Reading, candidate: Candidate[str]) -> bool:
    """Tell whether a département's name only heads the act, or stands over another body's name."""
    if not candidate.value.startswith("departement"):
        return False
    others = (c for c in reading.of("employer") if c.rule is candidate.rule)
    if any(not c.value.startswith("departement") for c in others):
        return True
    folded = reading.document.folded
    return "republique francaise" in folded[:1500] or "conseil municipal" in folded


FIELD = Field("employer", (*PROSE_RULES, *RULES), settle)
