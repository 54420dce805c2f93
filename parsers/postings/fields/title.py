"""The job, as written, without gender marks, reference, place, employer or contract."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from msgspec.structs import replace

from postings.document import Document, Span
from postings.fields.field import Field, Reading
from postings.headings import begins_cell, in_cell, is_near_top, joined, on_first_line
from postings.jobs import GENDER, begins_as_job, job_name
from postings.organisations import is_organisation
from postings.patterns import pattern
from postings.resolve import Finding
from postings.rules import Candidate, Rule

_LINE = r"(?P<v>[^\n]{3,180})"
_VERB = r"(?:recrut(?:e|ent|ons)|(?:re)?cherch(?:e|ent|ons)|recrutement)\b"

# Lines that stand at the top of postings and name no job.
_REFUSED = pattern(
    r"(?:offres? (?:de|d)|offre n|avis (?:de|d')|appel a|fiche (?:de|d'|n)|annonce|recrut"
    r"|nous\b|vous\b"
    r"|notre|votre|vos|rejoign|venez|bienvenue|publie|mise? en ligne|date\b|actualise"
    r"|ref\b|ref\.|reference"
    r"|id de|proposition de|sujet de these|stage\b|these\b|contrat|emplois?\b"
    r"|postes?\b(?! (?:de|d|e/c|[a-z]+eur))"
    r"|note (?:de|d')|circulaire|communique|information|republique|extrait|seance|decision"
    r"|deliberation|arrete|objet|grades?\b|categories?\b|cadres? d'emploi"
    r"|directions?\b|services?\b|poles?\b|departement|secteur|groupement|delegation"
    r"|sous-direction|bureau\b"
    r"|cellule|unite|laboratoire|sites?\b|lieu|affectation|missions?\b|profil|contexte"
    r"|descri|saison\b|resume"
    r"|bonjour|type d|synthese|details?\b|famille|filiere|mots?[ -]cl|candidat"
    r"|presentation|qui sommes|a propos"
    r"|le poste|la ville|la commune|pourquoi|equipe\b|rattachement|localisation|temps "
    r"|vu\b|considerant"
    r"|responsabilites ?:|employeur|conditions|pour l'acces|en bref|qui|quand|ou \?|http"
    r"|www|page \d|\d{2} - "
    r"|roles? ?:|startup|techno|junior|open ?:|title ?:|les? |la |l'|dans |au |aux |avec "
    r"|depuis |en |il |elle )"
)


# What may stand before the job on its line.
_OFFERED = pattern(
    r"(?:offre d'emploi|offre|recrutement|mission(?: de [a-z]{3,12})?|emploi|recherche|annonce"
    r"|(?:offre de |sujet de |proposition de )?(?:stage|these)|alternance|cdi|cdd"
    r"|apprentissage)[ ]?[:-][ ]"
    r"|(?!cadre|profil|niveau)[a-z]{3,10} - "  # a service's initials
    r"|poste (?=[a-z/]+ )(?:de |d')?(?!a pourvoir|ouvert|permanent|vacant|base|situe"
    r"|actuel|temps|en |au )"
    r"(?=[a-z/]{2,})"
)


# A gender's mark has one of these in it.
_MARKS = (
    "h/f",
    "f/h",
    "m/f",
    "f/m",
    "h/m",
    "m/h",
    "h-f",
    "f-h",
    "h.f",
    "f.h",
    "h / f",
    "f / h",
    "h /f",
    "f /h",
    "h/ f",
    "f/ h",
    "femmes",
)
_NOT_MARKED = pattern(r"(?:nous|vous|notre|votre|pour le|le|la) |l'")
_SPEECH = frozenset("vous nous est sont recrute recherche".split())
_QUESTION = pattern(r"[a-z' ]{2,16} \?|[a-z]{1,20} :")
_NO_HEADING = pattern(r"habitants|\d{5}|^[\d/. ]+$|france$|>|@|^[^ :]+(?: [^ :]+){0,2} ?:")


@lru_cache(maxsize=64)
def _kind(value: str) -> str:
    """Say what a line among the first ones is: `marked` by a gender, a `job`, `plain`, or ``."""
    if len(value) > 178:
        return ""
    marked = len(value) < 150 and _has_mark(value)
    if marked and not _NOT_MARKED.match(value) and not is_organisation(value):
        return "marked"
    if _is_prose(value):
        return ""
    offered = _OFFERED.match(value)
    refused = _REFUSED.match(value)
    if (offered or not refused) and begins_as_job(value[offered.end() :] if offered else value):
        return "job"
    if (refused and not offered) or is_organisation(value) or _NO_HEADING.search(value):
        return ""
    return "plain"


def _has_mark(value: str) -> bool:
    return any(mark in value for mark in _MARKS) and GENDER.search(value) is not None


def _is_prose(value: str) -> bool:
    """Tell whether a line ends or speaks as a sentence does, or asks a question."""
    ends = value[-1] in "!?;" or (value[-1] == "." and not value.endswith("cn)."))
    return ends or not _SPEECH.isdisjoint(value.split()) or bool(_QUESTION.match(value))


def _heading(*kinds: str) -> Callable[[re.Match[str]], str | None]:
    """Read a line of one of these kinds."""

    def read(match: re.Match[str]) -> str | None:
        value = match["v"].strip()
        return value if _kind(value) in kinds else None

    return read


def _label(match: re.Match[str]) -> str | None:
    """Refuse what begins no line, "Poste : permanent", "Poste à pourvoir : dès que possible"."""
    refused = (
        r"\W*(?:oui\b|non\b|\d|cat|permanent|ouvert|a pourvoir|le |des que|immediat|date|temps"
        r"|vacant)"
    )
    if not begins_cell(match.string, match.start()) or re.match(refused, match["v"]):
        return None
    return _given(match)


def _given(match: re.Match[str]) -> str | None:
    return match["v"].strip(" *:") or None


RULES: tuple[Rule[str], ...] = (
    Rule(
        id="title.label",
        pattern=(
            r"(?:intitule(?: (?:du |de la |de l'|des )?"
            r"(?:poste|offre|emploi|fonction|sujet|stage|these|mission))?"
            r"|titre(?: (?:de l'offre(?: d'emploi)?|du poste|de l'annonce|du sujet|du stage))?"
            r"|fiche de poste|libelle (?:du poste|de l'emploi)"
            r"|nom du poste"
            r"|poste(?: propose| recherche| a pourvoir)?|fonction|sujet de (?:these|stage"
            r"|recherche)|title|emploi)"
            rf"(?:[ ]{{0,3}}\*{{0,2}}:[ ]{{0,20}}\*{{0,2}}|[ ]?\|[ ]|[ ]{{2,60}}){_LINE}"
        ),
        cues=(
            "intitule",
            "titre",
            "libelle",
            "nom du poste",
            "fiche de poste",
            "poste",
            "fonction",
            "sujet de",
            "title",
            "emploi",
        ),
        read=_label,
        examples=(
            "Intitulé du poste : Gestionnaire des amarrages",
            "Titre de l’offre d’emploi : Cartographe web",
            "Sujet de thèse: Vagues scélérates",
            "Poste : Agent d'accueil (H/F)",
        ),
        rejects=(
            "Poste à pourvoir le : 01/06/2026",
            "Emploi : permanent",
            "le titre du poste est indicatif",
            "Fonction publique : Fonction publique de l'Etat",
        ),
        rank=6,
    ),
    Rule(
        id="title.marked-heading",
        pattern=_LINE,
        cues=(),
        read=_heading("marked"),
        examples=("Directeur de théâtre (h/f)", "VILLE DE BELLEROCHE\nATSEM (F/H) – école du Port"),
        rejects=(
            "Nous recherchons un agent (H/F)",
            "Directeur de théâtre",
            "Notre équipe (F/H) vous attend",
        ),
        rank=7,
    ),
    Rule(
        id="title.job-heading",
        pattern=_LINE,
        cues=(),
        read=_heading("job"),
        examples=(
            "RÉGISSEUR(SE) GÉNÉRAL(E)",
            "UN.E PROFESSEUR.E DE HAUTBOIS",
            "Offre d’emploi : Chef(fe) de cuisine – restaurant du port",
        ),
        rejects=(
            "Direction de la Petite Enfance",
            "CENTRE HOSPITALIER DES ARCADES",
            "Le directeur, Vu le code",
            "Responsable, vous animez l'équipe du port.",
        ),
        rank=5,
    ),
    Rule(
        id="title.heading",
        pattern=_LINE,
        cues=(),
        read=_heading("plain"),
        examples=("Suivi des glaciers par radar\n\nSujet de thèse\n\nContexte",),
        rejects=(
            "Rejoignez-nous !",
            "OFFRE D'EMPLOI",
            "VILLE DE BELLEROCHE",
            "Publiée le 9 mai 2025",
            "LA MAIRIE RECRUTE",
            "Lorient, France",
        ),
        rank=1,
    ),
    Rule(
        id="title.under-recruits",
        pattern=(
            rf"{_VERB}(?:[ ](?!une?\b|des\b"
            rf"|d'une?\b)[^\n]{{0,110}})?[ :<*>]{{0,8}}\n(?:[ >]{{0,8}}\n){{0,3}}[ "
            rf">*]{{0,60}}"
            r"(?P<v>[^\n]{3,150})"
        ),
        cues=("recrut", "recherch", "cherche"),
        read=lambda m: m["v"].strip() if begins_as_job(m["v"].strip()) else None,
        examples=(
            "La Ville de Belleroche recrute son ou sa\n\nDIRECTEUR / DIRECTRICE DU PORT",
            "RECRUTE\n    UN(E) RÉGISSEUR(SE) GÉNÉRAL(E)",
            ">> NOUS RECHERCHONS <<\n\n3 JARDINIERS (H/F)",
            "recrute pour son école de voile\n2 MONITEUR·RICES",
        ),
        rejects=(
            "Nous recrutons\nVos missions :",
            "LA MAIRIE RECRUTE\n\nSuite à une mutation",
        ),
        rank=6,
    ),
    Rule(
        id="title.recruits",
        pattern=(
            rf"{_VERB}(?:,? (?:pour|dans|au sein)[^\n.;:]{{3,80}}?"
            r"(?=,? (?:une?\b|\d|deux\b|trois\b)))?,? :? ?"
            r"(?:son|sa|ses|un|une|des|deux|trois|quatre|cinq|six|\d{1,2}|d'un|d'une)"
            r"(?:[·./(]{1,2}e\)?|e)?(?: ?(?:/|ou) ?(?:sa"
            r"|son|une?))? (?P<v>[^\n.,;:!]{3,110}(?:[.(·][a-z]{1,6}\)?[^\n.,;:!]{0,80}){0,3})"
        ),
        cues=("recrut", "recherch", "cherch"),
        lead=2,
        read=lambda m: m["v"].strip() if begins_as_job(m["v"].strip()) else None,
        examples=(
            "la mairie de Belleroche recherche un agent portuaire polyvalent (quais)",
            "la Ville recrute 5 agents portuaires (H/F)",
            "Le GIP recherche un.e animateur.rice pour des ateliers de quartier",
            "recrute, pour sa direction des routes, un(e) agent(e) d'exploitation",
            "Recrutement d’une directrice / d’un directeur de l'aquarium",
        ),
        rejects=(
            "Nous recherchons une personne curieuse",
            "Nous recherchons un candidat qui sait nager",
            "recherche un emploi",
        ),
        rank=4,
    ),
    Rule(
        id="title.act-object",
        pattern=(
            r"objet[ ]{0,3}:[^\n]{0,120}?\b(?:emplois?|postes?)(?: (?:permanents?"
            r"|non permanents?|contractuels?|saisonniers?"
            r"|a temps (?:non )?complet))*(?: (?:de |d'|en qualite de )|[ ]-[ ])"
            r"(?P<v>[^\n]{3,180}?)(?=[ ]- (?:ouverture|creation|recrutement|modification)\b|\n|\Z)"
        ),
        cues=("objet",),
        read=_given,
        examples=(
            "Objet : Ouverture au recrutement contractuel d'un emploi de chargé de mission "
            "santé à la direction de la ville",
            "OBJET : Création d’un emploi non permanent – Chargé(e) de mission paysage",
            "OBJET : CREATION D'UN EMPLOI PERMANENT DE GARDIEN(NE) DE PHARE",
            "Objet : Emploi de gardien de phare – Ouverture au recrutement d'un contractuel",
        ),
        rejects=("Objet : emploi du temps", "Objet : offre d'emploi"),
        rank=6,
    ),
    Rule(
        id="title.act-post",
        pattern=(
            r"\b(?:l'|un |d'un )emploi(?: (?:permanent|non permanent|contractuel"
            r"|saisonnier|a temps (?:non )?complet))*"
            r" (?:de |d')(?P<v>[^\n,;.]{4,120})"
        ),
        cues=("l'emploi", "un emploi"),
        read=lambda m: m["v"].strip() if begins_as_job(m["v"]) else None,
        examples=("Considérant que l'emploi de juriste maritime, affecté au siège",),
        rejects=("L'emploi de contractuels est exclu", "un emploi de catégorie C"),
        rank=3,
    ),
    Rule(
        id="title.access-to-grade",
        pattern=r"acces au grade (?:de |d')(?P<v>[^\n,;.]{4,100})",
        cues=("acces au grade",),
        read=_given,
        examples=("POUR L'ACCÈS AU GRADE D'ADJOINT TECHNIQUE DES PORTS",),
        rejects=("accès au grade supérieur",),
        rank=3,
    ),
)


# A subject of research stands where a job's name does; other headings that name no job are none.
_RESEARCH = pattern(r"\b(?:theses?\b|(?:de|du|ce|le|ton|votre) stage\b|doctora|phd|post-?doc)")


# These stand in a sentence; the others on a line of their own.
_IN_SENTENCE = ("recruits", "act-post")
# How far down a line may stand, in cells, and still be a heading.
_DEPTH = {"heading": 5, "job-heading": 12}


def settle(reading: Reading) -> Finding:
    """The surest way of writing it, then the first."""
    document = reading.document
    for candidate in sorted(reading.of("title"), key=lambda c: (-c.rule.rank, c.span.start)):
        named = _named(document, candidate)
        if named:
            return Finding(named.value, {"": (named,)})
    return Finding()


def _named(document: Document, candidate: Candidate[str]) -> Candidate[str] | None:
    """Reduce a line to the job's name; join a title set on several lines."""
    way = candidate.rule.id.partition(".")[2]
    core = candidate.core
    if way == "recruits" and "recruté" in document.quote(candidate.span).lower():
        return None
    if way in _DEPTH and _is_no_heading(document, core, way):
        return None
    if way not in _IN_SENTENCE:
        core = in_cell(document, line := on_first_line(document, core))
    if way == "marked-heading" and not GENDER.search(document.folded, core.start, core.end):
        if not begins_as_job(document.quote(core)):
            return None  # the mark is another column's
        core = line
    if way in (*_DEPTH, "label"):
        core = joined(document, core)
    name = job_name(document.quote(core), in_sentence=way in _IN_SENTENCE)
    if not name:
        return None
    span = Span(min(candidate.span.start, core.start), core.end)
    return replace(candidate, value=name, core=core, span=span)


def _is_no_heading(document: Document, core: Span, way: str) -> bool:
    """Tell whether a line is too far down, too long, in lower case, or no job and no research."""
    line = document.quote(in_cell(document, core))
    if line[:1].islower() or len(line) > 150 or not is_near_top(document, core.start, _DEPTH[way]):
        return True
    return way == "heading" and not _RESEARCH.search(document.folded)


FIELD = Field("title", RULES, settle)
