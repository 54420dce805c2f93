"""The job, as written, without gender marks, reference, place, employer or contract."""

from __future__ import annotations

import re
from dataclasses import replace

from postings.document import Document, Span
from postings.fields.field import Field, Reading
from postings.folding import fold
from postings.headings import begins_cell, laid_out, next_line, on_first_line, top_lines
from postings.jobs import GENDER, begins_as_job, job_name
from postings.organisations import is_organisation
from postings.resolve import Finding
from postings.rules import Candidate, Rule

_LINE = r"(?P<v>[^\n]{3,180})"
_VERB = r"(?:recrut(?:e|ent|ons)|(?:re)?cherch(?:e|ent|ons)|recrutement)\b"

# Lines that stand at the top of postings and name no job.
_REFUSED = re.compile(
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
_OFFERED = re.compile(
    r"(?:offre d'emploi|offre|recrutement|mission(?: de [a-z]{3,12})?|emploi|recherche|annonce"
    r"|stage|alternance|cdi|cdd|apprentissage)[ ]?[:-][ ]"
    r"|(?!cadre|profil|niveau)[a-z]{3,10} - "  # a service's initials
    r"|poste (?=[a-z/]+ )(?:de |d')?(?!a pourvoir|ouvert|permanent|vacant|base|situe"
    r"|actuel|temps|en |au )"
    r"(?=[a-z/]{2,})"
)


def _marked(match: re.Match[str]) -> str | None:
    """Read a line among the first ones that bears a gender mark."""
    value = match["v"].strip()
    if not GENDER.search(value) or len(value) > 150 or is_organisation(value):
        return None
    return value if not re.match(r"nous |vous |notre |votre |pour le |le |la |l'", value) else None


def _job_line(match: re.Match[str]) -> str | None:
    """Read a line among the first ones that begins as a job's name does."""
    value = match["v"].strip()
    offered = _OFFERED.match(value)
    if _prose(value) or not begins_as_job(value[offered.end() :] if offered else value):
        return None
    return value if offered or not _REFUSED.match(value) else None


def _plain_line(match: re.Match[str]) -> str | None:
    """Read any other first line that is no heading of a section, no organisation, no prose."""
    value = match["v"].strip()
    if _REFUSED.match(value) or is_organisation(value) or _prose(value):
        return None
    return (
        None
        if re.search(r"habitants|\d{5}|^[\d/. ]+$|france$|>|@|^[^ :]+(?: [^ :]+){0,2} ?:", value)
        else value
    )


def _prose(value: str) -> bool:
    return len(value) > 178 or bool(
        re.search(
            r"[!?;]$|(?<!cn\))\.$|\b(?:vous|nous|est|sont|recrute|recherche)\b|^[a-z]+ :", value
        )
    )


def _label(match: re.Match[str]) -> str | None:
    """Refuse what begins no line, "Poste : permanent", "Poste à pourvoir : dès que possible"."""
    refused = (
        r"\W*(?:oui|non|\d|cat|permanent|ouvert|a pourvoir|le |des que|immediat|date|temps"
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
            r"(?:intitule (?:du |de la |de l'|des )?"
            r"(?:poste|offre|emploi|fonction|sujet|stage|these|mission)"
            r"|titre (?:de l'offre(?: d'emploi)?"
            r"|du poste|de l'annonce|du sujet|du stage)|libelle (?:du poste|de l'emploi)"
            r"|nom du poste"
            r"|poste(?: propose| recherche| a pourvoir)?|fonction|sujet de (?:these|stage"
            r"|recherche)|title|emploi)"
            rf"(?:[ ]{{0,3}}\*{{0,2}}:[ ]{{0,20}}\*{{0,2}}|[ ]{{3,40}}){_LINE}"
        ),
        cues=(
            "intitule",
            "titre",
            "libelle",
            "nom du poste",
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
        read=_marked,
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
        read=_job_line,
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
        read=_plain_line,
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
            r"|une?))? (?P<v>[^\n.,;:!]{3,110}(?:[.(·][a-z]{1,6}\)?[^\n.,;:!]{0,80}){0,3})"
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
            r"|a temps (?:non )?complet))*(?: (?:de |d'|en qualite de )|[ ]-[ ])" + _LINE
        ),
        cues=("objet",),
        read=_given,
        examples=(
            "Objet : Ouverture au recrutement contractuel d'un emploi de chargé de mission "
            "santé à la direction de la ville",
            "OBJET : Création d’un emploi non permanent – Chargé(e) de mission paysage",
            "OBJET : CREATION D'UN EMPLOI PERMANENT DE GARDIEN(NE) DE PHARE",
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
_RESEARCH = re.compile(r"\b(?:theses?\b|(?:de|du|ce|le|ton|votre) stage\b|doctora|phd|post-?doc)")


def settle(reading: Reading) -> Finding:
    """The surest way of writing it, then the first."""
    named = (_named(reading.document, c) for c in reading.of("title"))
    kept = sorted((c for c in named if c), key=lambda c: (-c.rule.rank, c.span.start))
    if not kept:
        return Finding()
    return Finding(kept[0].value, {"": [c for c in kept if c.value == kept[0].value]})


def _named(document: Document, candidate: Candidate[str]) -> Candidate[str] | None:
    """Reduce a line to the job's name; join a title set on several lines."""
    way = candidate.rule.id.partition(".")[2]
    core = candidate.core
    if way == "recruits" and "recruté" in document.quote(candidate.span).lower():
        return None
    if way in ("heading", "job-heading") and _too_far(document, core, way):
        return None
    if way in ("heading", "job-heading", "label"):
        core = _joined(document, on_first_line(document, core))
    elif way not in ("recruits", "act-post"):
        core = on_first_line(document, core)
    name = job_name(document.quote(core), in_sentence=way in ("recruits", "act-post"))
    if not name:
        return None
    span = Span(min(candidate.span.start, core.start), core.end)
    return replace(candidate, value=name, core=core, span=span)


def _too_far(document: Document, core: Span, way: str) -> bool:
    """Tell whether a heading is none: too far down, in lower case, or no job and no research."""
    if way == "heading" and not _RESEARCH.search(document.folded):
        return True
    first = top_lines(laid_out(document.text), 4 if way == "heading" else 10)
    line = document.quote(on_first_line(document, core))
    return line[:1].islower() or len(line) > 150 or not first or core.start > first[-1].start


_OPEN = re.compile(r"\b(?:et|ou|de|du|des|d'|a|au|aux|en|pour|par|la|le|les|entre|issues|sur)$")
_CARRIED = re.compile(r"(?:en|de|du|des|d'|et|pour|a|au|aux|par|sur)\b")


def _joined(document: Document, core: Span) -> Span:
    """Extend a title to the lines that carry it on."""
    for _ in range(2):
        below = next_line(laid_out(document.text), core.end - 1)
        if document.text[core.end : below.start].count("\n") != 1:
            break
        if not _carries_on(document.quote(core).rstrip(), document.quote(below)):
            break
        core = Span(core.start, below.end)
    return core


def _carries_on(words: str, below: str) -> bool:
    """Tell whether the line below goes on with a title: in its case, after a word that calls it."""
    if len(below) > 100 or words.endswith((":", ".")) or re.match(r"[^:]{2,25} ?:", below):
        return False
    if words.isupper() != below.isupper():
        return False
    carried = below[:1].islower() or _CARRIED.match(fold(below))
    return bool(carried or _OPEN.search(fold(words)))


FIELD = Field("title", RULES, settle)
