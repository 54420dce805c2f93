"""How sites head the other offers that they show beside a posting."""

from __future__ import annotations

from postings.folding import fold
from postings.patterns import pattern

_OFFERS = r"(?:offres?|annonces?|postes?|emplois?|jobs?|metiers?|recrutements?|opportunites?)"
_OTHERS = pattern(
    rf"(?:(?:toutes )?(?:nos |les |ces |d')? ?(?:autres?|dernieres|nouvelles|recentes) {_OFFERS}"
    rf"|(?:{_OFFERS}|recherches?)(?: d'emploi)? (?:similaires?|proches?|associee?s?"
    r"|recommandee?s?|recente?s?|a proximite|du meme|de la meme|dans la meme"
    r"|consultee?s? recemment|qui (?:pourr|peu|vous))"
    rf"|(?:ces|des|les) {_OFFERS}(?: d'emploi)? (?:pourr|peu|qui|suscept|simil)"
    r"|vous (?:aimerez|pourriez|apprecierez)\b|cela (?:peut|pourrait) vous"
    r"|(?:a voir|a lire|a decouvrir|voir) (?:aussi|egalement)|recommand(?:e|ations) pour vous"
    r"|(?:les )?(?:candidats|internautes) ont (?:aussi|egalement)|consultee?s? recemment"
    r"|dans la meme (?:categorie|entreprise|region)"
    r"|(?:similar|related|recommended|more|other) (?:jobs|offers|positions))"
)
# Two words of most of those, quick to look for.
_CUES = (
    *(f"autres {named}" for named in ("offre", "annonce", "poste", "emploi", "job", "opportunit")),
    *("dernières offres", "nouvelles offres", "offres récentes", "annonces récentes"),
    *("similaires", "offres proches", "recommandé", "pourraient vous", "peuvent vous"),
    *("pourrait vous", "pourriez ", "vous aimerez", "consultées récemment", " jobs"),
)
LONGEST_TITLE = 80  # characters


def is_title(words: str) -> bool:
    """Whether words are a heading of other offers, and no sentence."""
    heads = 0 < len(words) <= LONGEST_TITLE and not words.endswith((".", ";", ","))
    return heads and _OTHERS.match(fold(words)) is not None


def may_hold_title(text: str) -> bool:
    """Whether a text has words that headings of other offers have, and little else."""
    return any(map(text.lower().__contains__, _CUES))
