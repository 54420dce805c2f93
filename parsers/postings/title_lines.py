"""What a line among the first ones is: the name of a job, a plain heading, or neither."""

from __future__ import annotations

from functools import lru_cache

from postings.jobs import GENDER, begins_as_job
from postings.organisations import is_organisation
from postings.patterns import pattern

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
    r"|cellule|unite|u[mprs]{0,2}r\b|ums\b|laboratoire|sites?\b|lieu|affectation|missions?\b|profil|contexte"
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
    r"(?:offre d'emploi|offre|recrutement|mission(?: de [a-z]{3,12}| freelance)?|emploi"
    r"|recherche|annonce|(?:offre de |sujet de |proposition de )?(?:stage|these)|alternance|cdi|cdd"
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
_REGION = pattern(r"\bgrand[ -]est\b")
_QUESTION = pattern(r"[a-z' ]{2,16} \?|[a-z]{1,20} :")
_NO_HEADING = pattern(r"habitants|\d{5}|^[\d/. ]+$|france$|>|@|^[^ :]+(?: [^ :]+){0,2} ?:")


@lru_cache(maxsize=1024)  # a site's headings come again in each of its postings
def line_kind(value: str) -> str:
    """Say what a folded line is: `marked` by a gender, a `job`, `plain`, or an empty string."""
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
    return any(map(value.__contains__, _MARKS)) and GENDER.search(value) is not None


def _is_prose(value: str) -> bool:
    """Tell whether a line ends or speaks as a sentence does, or asks a question."""
    ends = value[-1] in "!?;" or (value[-1] == "." and not value.endswith("cn)."))
    words = (_REGION.sub("", value) if "est" in value else value).split()
    return ends or not _SPEECH.isdisjoint(words) or bool(_QUESTION.match(value))
