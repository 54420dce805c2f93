"""The job, as written, without gender marks, reference, place, employer or contract."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from msgspec.structs import replace

from postings.document import Document, Span
from postings.fields.field import Field, Reading
from postings.folding import fold
from postings.grades.words import stem
from postings.headings import begins_cell, in_cell, is_near_top, joined, on_first_line
from postings.jobs import GENDER, begins_as_job, job_name
from postings.patterns import search_with_cues
from postings.resolve import Finding
from postings.rules import Candidate, Rule
from postings.title_lines import line_kind

_LINE = r"(?P<v>[^\n]{3,180})"
_VERB = r"(?:recrut(?:e|ent|ons)|(?:re)?cherch(?:e|ent|ons)|recrutement)\b"


def _heading(*kinds: str) -> Callable[[re.Match[str]], str | None]:
    """Read a line of one of these kinds."""

    def read(match: re.Match[str]) -> str | None:
        value = match["v"].strip()
        return value if line_kind(value) in kinds else None

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
        id="title.label-above",
        pattern=(
            r"(?:intitule|titre)(?: exact)? (?:du poste|de l'offre|de l'emploi|de la mission|du stage)"
            rf"[ ]?:?[ ]{{0,9}}\n(?:[ ]{{0,9}}\n)?[ ]{{0,20}}{_LINE}"
        ),
        cues=("intitule d", "titre d", "intitule exact", "titre exact"),
        read=_label,
        examples=("Statut du poste\nVacant\nIntitulé du poste\nGardienne de phare (H/F)",),
        rejects=(
            "Intitulé du poste\nOuvert aux contractuels",
            "selon l'intitulé du poste\nVacant",
        ),
        rank=6,
    ),
    Rule(
        id="title.subject",
        pattern=rf"(?<![^\n])[ ]{{0,9}}sujet[ ]?:[ ]{_LINE}",
        cues=("sujet",),
        read=_given,
        examples=("Le Muséum propose un stage de 6 mois.\n\nSujet : Dérive des méduses du golfe",),
        rejects=("Sujet : Candidature spontanée", "Stage : mis au sujet : libre"),
        rank=2,
        needs=r"\bstage\b|these|doctora|post-?doc",
        reach=300,
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
        unless=r"(?:chargee?|assistante?|responsable|gestionnaire|conseill[a-z]{2,3})s? (?:de |du )$",
        examples=(
            "La Ville de Belleroche recrute son ou sa\n\nDIRECTEUR / DIRECTRICE DU PORT",
            "RECRUTE\n    UN(E) RÉGISSEUR(SE) GÉNÉRAL(E)",
            ">> NOUS RECHERCHONS <<\n\n3 JARDINIERS (H/F)",
            "recrute pour son école de voile\n2 MONITEUR·RICES",
        ),
        rejects=(
            "Nous recrutons\nVos missions :",
            "Chargé de recrutement\nAssistante de recrutement",
            "LA MAIRIE RECRUTE\n\nSuite à une mutation",
        ),
        rank=6,
    ),
    Rule(
        id="title.recruits",
        pattern=(
            rf"{_VERB}(?:,? (?:pour|dans|au sein)[^\n.;:]{{3,80}}?"
            r"(?=,? (?:une?\b|\d|deux\b|trois\b|son\b|sa\b)))?,? :? ?"
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
            "recherche dans le cadre d'une création de poste son/sa responsable des quais H/F",
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
        id="title.will-have",
        pattern=(
            r"\b(?:le ?(?:[./·-]|ou) ?la|la ?(?:/|ou) ?le) (?P<v>[a-z][^\n,;:!.]{3,60}(?:[.(·][a-z]{1,6}\)?[^\n,;:!.]{0,60}){0,3}?)"
            r" (?:(?:a|aura) pour (?:principales? )?missions?|(?:est|sera)(?: notamment)? chargee?)"
        ),
        cues=(
            "le la",
            "le.la",
            "le/la",
            "le·la",
            "le-la",
            "le ou la",
            "le /la",
            "le / la",
            "la ou le",
            "la/le",
        ),
        read=lambda m: m["v"].strip() if begins_as_job(m["v"]) else None,
        examples=(
            "Sous l'autorité du chef de service, le.la gardien.ne de phare aura pour missions :",
            "le ou la juriste maritime sera chargé(e) du contentieux",
        ),
        rejects=("le directeur du port aura pour mission", "le ou la maire sera chargé"),
        rank=2,
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
_names_research = search_with_cues(
    r"\b(?:theses?\b|(?:de|du|ce|le|ton|votre) stage\b|doctora|phd|post-?doc)",
    ("these", " stage", "doctora", "phd", "post-doc", "postdoc"),
)


# These stand in a sentence; the others on a line of their own.
_IN_SENTENCE = ("recruits", "act-post", "will-have")
# How far down a line may stand, in cells, and still be a heading.
_DEPTH = {"heading": 5, "job-heading": 12}


def settle(reading: Reading) -> Finding:
    """The surest way of writing it, then the first, that is a job and not too far down."""
    document = reading.document
    for candidate in sorted(reading.of("title"), key=lambda c: (-c.rule.rank, c.span.start)):
        named = _named(document, candidate)
        if named:
            named = _as_mostly_written(reading, named)
            return Finding(named.value, {"": (named,)})
    return Finding()


def _as_mostly_written(reading: Reading, named: Candidate[str]) -> Candidate[str]:
    """Give a post the gender that its act writes most often: "chargée" may be a slip for "chargé"."""
    if not named.rule.id.startswith("title.act"):
        return named
    others = (c for c in reading.of("title") if c.rule.id == "title.act-post")
    elsewhere = (c for c in others if not c.span.overlaps(named.span))
    again = (n for c in elsewhere if (n := _named(reading.document, c)))
    same = [named, *(n for n in again if _stems(n.value) == _stems(named.value))]
    times = Counter(each.value for each in same)
    return max(same, key=lambda each: times[each.value])


def _stems(name: str) -> list[str]:
    return [stem(word) for word in fold(name).split()]


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
    """Tell whether a line is too far down, too long, in lower case, or no job and no research.

    The very first line may begin in lower case, as the titles of some boards do.
    """
    line = document.quote(in_cell(document, core))
    lower = line[:1].islower() and not is_near_top(document, core.start, 1)
    if lower or len(line) > 150 or not is_near_top(document, core.start, _DEPTH[way]):
        return True
    return way == "heading" and not _names_research(document.folded)


FIELD = Field("title", RULES, settle)
