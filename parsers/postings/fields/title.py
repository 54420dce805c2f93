"""The job, as written, without gender marks, reference, place, employer or contract."""

from __future__ import annotations

import re
from dataclasses import replace

from postings.document import Document, Span
from postings.fields.field import Field, Reading
from postings.headings import next_line, top_lines
from postings.jobs import GENDER, begins_as_job, job_name
from postings.organisations import is_organisation
from postings.resolve import Finding
from postings.rules import Candidate, Rule

_LINE = r"(?P<v>[^\n]{3,180})"
_VERB = r"(?:recrut(?:e|ent|ons)|(?:re)?cherch(?:e|ent|ons)|recrutement)\b"

# Lines that stand at the top of postings and name no job.
_REFUSED = re.compile(
    r"(?:offres? (?:de|d)|offre n|avis (?:de|d')|appel a|fiche (?:de|d'|n)|annonce|recrut|nous\b|vous\b"
    r"|notre|votre|vos|rejoign|venez|bienvenue|publie|mise? en ligne|date\b|actualise|ref\b|ref\.|reference"
    r"|id de|proposition de|sujet de these|stage\b|these\b|contrat|emplois?\b|postes?\b(?! (?:de|d|e/c|[a-z]+eur))"
    r"|republique|extrait|seance|decision|deliberation|arrete|objet|grades?\b|categories?\b|cadres? d'emploi"
    r"|directions?\b|services?\b|poles?\b|departement|secteur|groupement|delegation|sous-direction|bureau\b"
    r"|cellule|unite|laboratoire|sites?\b|lieu|affectation|missions?\b|profil|contexte|descri|saison\b|resume"
    r"|bonjour|type d|synthese|details?\b|famille|filiere|mots?[ -]cl|candidat|presentation|qui sommes|a propos"
    r"|le poste|la ville|la commune|pourquoi|equipe\b|rattachement|localisation|temps |vu\b|considerant"
    r"|responsabilites ?:|employeur|conditions|pour l'acces|en bref|qui|quand|ou \?|http|www|page \d|\d{2} - "
    r"|roles? ?:|startup|techno|junior|open ?:|title ?:|les? |la |l'|dans |au |aux |avec |depuis |en |il |elle )"
)


# What may stand before the job on its line.
_OFFERED = re.compile(
    r"(?:offre d'emploi|offre|recrutement|mission(?: de [a-z]{3,12})?|emploi|recherche|annonce)[ ]?:[ ]?"
    r"|poste (?=[a-z/]+ )(?:de |d')?(?!a pourvoir|ouvert|permanent|vacant|base|situe|actuel|temps|en |au )"
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
    return None if re.search(r"habitants|\d{5}|^[\d/. ]+$|france$|>|@|^[^ :]+(?: [^ :]+){0,2} ?:", value) else value


def _prose(value: str) -> bool:
    return len(value) > 150 or bool(
        re.search(r"[!?;]$|(?<!cn\))\.$|\b(?:vous|nous|est|sont|recrute|recherche)\b|^[a-z]+ :", value)
    )


def _given(match: re.Match[str]) -> str | None:
    return match["v"].strip(" *:") or None


RULES: tuple[Rule[str], ...] = (
    Rule(
        id="title.label",
        pattern=(
            r"(?:(?<![^\n])|(?<=[|*>-][ ])|(?<=\n[ ]))[*#]{0,3}(?:intitule (?:du |de la |de l'|des )?"
            r"(?:poste|offre|emploi|fonction|sujet|stage|these|mission)|titre (?:de l'offre(?: d'emploi)?"
            r"|du poste|de l'annonce|du sujet|du stage)|libelle (?:du poste|de l'emploi)|nom du poste"
            r"|poste(?: propose| recherche| a pourvoir)?|fonction|sujet de (?:these|stage|recherche)|title|emploi)"
            rf"(?:[ ]{{0,3}}\*{{0,2}}:[ ]{{0,20}}\*{{0,2}}|[ ]{{3,40}}){_LINE}"
        ),
        cues=("intitule", "titre", "libelle", "nom du poste", "poste", "fonction", "sujet de", "title", "emploi"),
        read=lambda m: None if re.match(r"\W*(?:oui|non|\d|cat|permanent|ouvert|a pourvoir|le |des que|immediat|date|temps|vacant)", m["v"]) else _given(m),
        examples=(
            "Intitulé du poste : Gestionnaire carrière et paie",
            "Titre de l’offre d’emploi : Développeur web",
            "Sujet de thèse: Coloration de graphes",
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
        examples=("Directeur de crèche (h/f)", "VILLE DE BELLEROCHE\nATSEM (F/H) – école Prévert"),
        rejects=("Nous recherchons un agent (H/F)", "Directeur de crèche", "Notre équipe (F/H) vous attend"),
        rank=7,
    ),
    Rule(
        id="title.job-heading",
        pattern=_LINE,
        cues=(),
        read=_job_line,
        examples=(
            "SECRÉTAIRE GÉNÉRAL(E) DE MAIRIE",
            "UN.E PROFESSEUR.E DE HAUTBOIS",
            "Offre d’emploi : Second(e) de cuisine – restaurant scolaire",
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
        examples=("Suivi par satellite des herbiers marins\n\nContexte",),
        rejects=(
            "Rejoignez-nous !",
            "OFFRE D'EMPLOI",
            "VILLE DE BELLEROCHE",
            "Publiée le 8 avril 2025",
            "LA MAIRIE RECRUTE",
            "Lyon, France",
        ),
        rank=1,
    ),
    Rule(
        id="title.under-recruits",
        pattern=(
            rf"{_VERB}(?:[ ](?!une?\b|des\b|d'une?\b)[^\n]{{0,110}})?[ :<*>]{{0,8}}\n(?:[ >]{{0,8}}\n){{0,3}}[ >*]{{0,60}}"
            r"(?P<v>[^\n]{3,150})"
        ),
        cues=("recrut", "recherch", "cherche"),
        read=lambda m: m["v"].strip() if begins_as_job(m["v"].strip()) else None,
        examples=(
            "La Ville de Belleroche recrute son ou sa\n\nCOLLABORATEUR / COLLABORATRICE DE CABINET",
            "RECRUTE\n    UN(E) SECRÉTAIRE GÉNÉRAL(E) DE MAIRIE",
            ">>> NOUS RECHERCHONS <<<\n\n4 AIDES À DOMICILE (H/F)",
            "recrute pour sa Police Municipale\n2 POLICIER·ÈRES MUNICIPAUX·ALES",
        ),
        rejects=("Nous recrutons\nVos missions :", "LA MAIRIE RECRUTE\n\nSuite à un départ à la retraite"),
        rank=6,
    ),
    Rule(
        id="title.recruits",
        pattern=(
            rf"{_VERB}(?: (?:pour|dans|au sein)[^\n.;:]{{3,80}}?)?,? :? ?"
            r"(?:son|sa|ses|un|une|des|deux|trois|quatre|cinq|six|\d{1,2}|d'un|d'une)"
            r"(?:[·./(]{1,2}e\)?|e)?(?: ?(?:/|ou) ?(?:sa|une?))? (?P<v>[^\n.,;:!]{3,110}(?:[.(·][a-z]{1,6}\)?[^\n.,;:!]{0,80}){0,3})"
        ),
        cues=("recrut", "recherch", "cherch"),
        lead=2,
        read=lambda m: m["v"].strip() if begins_as_job(m["v"].strip()) else None,
        examples=(
            "la mairie de Belleroche recherche un agent technique polyvalent (voirie)",
            "la Ville recrute 6 agents recenseurs (H/F)",
            "Le GIP recherche un.e coordinateur.rice pour des centres de santé",
            "Recrutement d’une directrice / d’un directeur de la médiathèque",
        ),
        rejects=(
            "Nous recherchons une personne minutieuse",
            "Nous recherchons un candidat ayant un diplôme",
            "recherche un emploi",
        ),
        rank=4,
    ),
    Rule(
        id="title.act-object",
        pattern=(
            r"objet[ ]{0,3}:[^\n]{0,120}?\bemplois?(?: (?:permanents?|non permanents?|contractuels?|saisonniers?"
            r"|a temps (?:non )?complet))*(?: (?:de |d'|en qualite de )|[ ]-[ ])" + _LINE
        ),
        cues=("objet",),
        read=_given,
        examples=(
            "Objet : Ouverture au recrutement contractuel d'un emploi de chargé de mission santé à la direction de la ville",
            "OBJET : Création d’un emploi non permanent – Chargé(e) de mission PCAET",
            "OBJET : CREATION D'UN EMPLOI PERMANENT DE GERANT(E) D'AGENCE POSTALE",
        ),
        rejects=("Objet : emploi du temps", "Objet : offre d'emploi"),
        rank=6,
    ),
    Rule(
        id="title.act-post",
        pattern=(
            r"\b(?:l'|un |d'un )emploi(?: (?:permanent|non permanent|contractuel|saisonnier|a temps (?:non )?complet))*"
            r" (?:de |d')(?P<v>[^\n,;.]{4,120})"
        ),
        cues=("l'emploi", "un emploi"),
        read=lambda m: m["v"].strip() if begins_as_job(m["v"]) else None,
        examples=("Considérant que l'emploi de juriste commande publique, affecté au siège",),
        rejects=("L'emploi de contractuels est exclu", "un emploi de catégorie C"),
        rank=3,
    ),
    Rule(
        id="title.access-to-grade",
        pattern=r"acces au grade (?:de |d')(?P<v>[^\n,;.]{4,100})",
        cues=("acces au grade",),
        read=_given,
        examples=("POUR L'ACCÈS AU GRADE D'ADJOINT ADMINISTRATIF HOSPITALIER",),
        rejects=("accès au grade supérieur",),
        rank=3,
    ),
)


def settle(reading: Reading) -> Finding:
    """The surest way of writing it, then the first."""
    named = (_named(reading.document, c) for c in reading.of("title"))
    kept = sorted((c for c in named if c), key=lambda c: (-c.rule.rank, c.span.start))
    if not kept:
        return Finding()
    return Finding(kept[0].value, {"": [c for c in kept if c.value == kept[0].value]})


def _named(document: Document, candidate: Candidate[str]) -> Candidate[str] | None:
    """Reduce a line to the job's name; join a title set on several lines."""
    core = candidate.core
    if candidate.rule.id in ("title.heading", "title.job-heading"):
        if _too_far(document, candidate):
            return None
        core = _joined(document, core)
    in_sentence = candidate.rule.id in ("title.recruits", "title.act-post")
    name = job_name(document.quote(core), in_sentence=in_sentence)
    return replace(candidate, value=name, core=core, span=_around(candidate.span, core)) if name else None


def _around(span: Span, core: Span) -> Span:
    return Span(min(span.start, core.start), max(span.end, core.end))


def _too_far(document: Document, candidate: Candidate[str]) -> bool:
    limit = 4 if candidate.rule.id == "title.heading" else 10
    first = top_lines(document.folded, limit)
    lower = document.quote(candidate.core)[:1].islower()
    return lower or not first or candidate.core.start > first[-1].start


_OPEN = re.compile(r"\b(?:et|ou|de|du|des|d'|a|au|aux|en|pour|par|la|le|les|entre|issues|sur)$")
_CARRIED = re.compile(r"(?:en|de|du|des|d'|et|pour|a|au|aux|par|sur)\b")


def _joined(document: Document, core: Span) -> Span:
    """Extend a title to the lines that carry it on."""
    for _ in range(2):
        words, below = document.quote(core).rstrip(), next_line(document.folded, core.end - 1)
        gap, next_words = document.text[core.end : below.start], document.quote(below)
        if gap.count("\n") != 1 or len(next_words) > 100 or re.search(r"[:.]$", words):
            break
        same_case = words.isupper() == next_words.isupper()
        carried = next_words[:1].islower() or bool(_CARRIED.match(document.folded[below.start : below.end]))
        if not same_case or not (carried or _OPEN.search(document.folded[core.start : core.start + len(words)])):
            break
        core = Span(core.start, below.end)
    return core


FIELD = Field("title", RULES, settle)
