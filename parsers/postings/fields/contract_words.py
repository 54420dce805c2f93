"""The words for the ways in which a post can be filled, and those that mean something else."""

from __future__ import annotations

from postings.patterns import pattern
from postings.rules import Match, compiled

Types = tuple[str, ...]

# In the order in which the contract lists them.
STATUSES = ("titulaire", "detachement", "mutation", "mise_a_disposition")
NATURES = (
    "cdi",
    "cdd",
    "projet",
    "saisonnier",
    "remplacement",
    "apprentissage",
    "professionnalisation",
    "stage",
    "aide",
    "vacation",
    "interim",
    "service_civique",
    "liberal",
    "doctorat",
)
# A fixed-term contract with a name of its own.
NAMED_TERMS = ("projet", "saisonnier", "remplacement", "aide", "vacation", "interim")

_BY_WAY_OF = r"(?:(?: recrute<E>)? (?:par (?:la )?voie|en position|par|en) (?:de |d')?(?:detachement|mutation|mise))"
# How a clause that speaks of openness names each way; every entry is tried on the clause alone.
_WORDS: tuple[tuple[str, str], ...] = (
    (
        "titulaire",
        r"\btitulaires?\b(?! (?:d'un|du (?!concours)|de la (?!fonction)|des? (?!categorie)|d'une?))"
        rf"|\bfonctionnaires?\b(?!{_BY_WAY_OF})"
        r"|statutaire|liste d'aptitude|position normale d'activite|laureat|titulaires? (?:du|d'un) concours",
    ),
    ("detachement", r"detachement"),
    (
        "mutation",
        r"(?<!suite[ ]a[ ]une[ ])(?<!suite[ ]a[ ]la[ ])mutation(?! interne| de (?:son|sa|l'actuel))",
    ),
    ("mise_a_disposition", r"mise(?:s)? a disposition"),
    ("cdi", r"\bcdi<EDGE>|duree indeterminee"),
    (
        "cdd",
        r"\bcdd<EDGE>|duree determinee|contrat(?: de travail)? (?:d'un an|de <COUNT> (?:mois|ans))(?! (?:maxi|au plus))",
    ),
    ("projet", r"contrats? de projet"),
    ("saisonnier", r"saisonnier"),
    ("apprentissage", r"contrat d'apprentissage|en apprentissage"),
    ("professionnalisation", r"professionnalisation"),
    ("stage", r"\bstage\b"),
    ("vacation", r"vacation|vacataire"),
    ("interim", r"interim"),
    (
        "liberal",
        r"freelance|micro-?entrepr|portage salarial|independant<E>|auto-?entrepreneur|liberale?\b",
    ),
    ("doctorat", r"(?<!post)(?<!post-)doctoral"),
    ("contractuel", r"contractuel|droit public|par contrat\b"),
)


# What is said after such a word is hoped for, not offered.
_PROSPECT_IN = pattern(
    r"evolu|debouch|perspective|en vue d|transform|a la cle|stagiairisation|au terme|renouvelable puis|suivi d'un cdi"
)
_DETACHED = pattern(r"detachement,? (?:aux|pour les|de|d'un) (?:agents )?fonctionnaires?")


def types_in(clause: str) -> Types | None:
    """The ways named in a clause that is known to speak of how the post is filled."""
    clause = _DETACHED.sub("detachement", _PROSPECT_IN.split(clause, maxsplit=1)[0])
    return tuple(name for name, words in _WORDS if compiled(words).search(clause)) or None


def named(match: Match) -> Types | None:
    return types_in(match["v"])


def board_answer(match: Match) -> Types | None:
    """`Ouvert aux contractuels : Oui, …`: the answer decides, then what follows it."""
    said = types_in(match["v"]) or ()
    if match["answer"] == "non":
        return ("titulaire",)
    ways = tuple(dict.fromkeys((*said, "contractuel"))) if match["answer"] == "oui" else said
    return ways or None


def fixed(*types: str) -> Types:
    return types


CLAUSE = r"(?P<v>(?:(?!\. )[^\n;]){2,150})"
# Duties, prospects and other people's contracts are no way of filling this post.
# They stand shortly before it; an agency speaks of all its contracts in one sentence.
DUTIES = (
    r"(?:redig|gerer|gestion|suivi|instrui|conseill|informer|encadr|accueillir|former|formation des"
    r"|equipe|compose|effectif)[^.;]{0,70}$"
    r"|(?:agences?|cabinet|acteur du|specialis|reseau|intervient)[^.;]{0,90}(?:recrut|interim|emploi|intervient)[^.;]{0,40}$"
    r"|intervient en|agence[^.;]{0,40}$|handicap"
)
PROSPECT_AFTER = r"^[^.\n]{0,25}(?:envisage|possible|a l'issue|a terme|a la cle|perspective)"
PROSPECT = (
    r"evolu|debouch|perspective|vue d'un|transform|a la cle|prolong|perenni|suite a la|promotion"
    r"|reconduit|a l'issue|suivi d'un|au terme|a ete (?:embauche|recrute)"
)
