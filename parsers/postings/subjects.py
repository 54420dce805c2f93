"""Who does what a verb says: the name before "recrute", "édite", "emploie"."""

from __future__ import annotations

import re
from functools import lru_cache

from postings.organisations import ORGANISATION, is_organisation
from postings.patterns import pattern

# What firms and bodies do, as their presentations say it.
VERBS = (
    r"(?:concoit|edite|fabrique|developpe|commercialise|exploite|distribue|emploie|regroupe"
    r"|rassemble|accompagne|intervient|invente|imagine|construit|produit|transforme|conseille"
    r"|gere|assure|propose|recrute|recherche|cherche|compte|accueille|recouvre|reunit|federe)\b"
)
# What is told of a body before its name comes: "Fondé en 2003, Sorel conçoit…".
_ASIDE = pattern(
    r"(?:fonde|cree|nee?|base|situe|implante|installe|specialise|reconnu|present|issu)(?:e|es|s)?\b"
)

# What ends the sentence before a subject, and what a subject may carry after it.
_STOPS = ("\n", ". ", "! ", "? ", "; ", ": ")
_BRACKETS = pattern(r"\([^()\n]{1,120}\)")
_INSIDE = pattern(
    r"(?:^|(?<![ ]de)(?<![ ]a)(?<!^de)(?<!^a)(?<!pour)(?<!par)(?<!sur)(?<!dans)(?<!avec)(?<!chez)"
    rf"(?<!et)(?<!aupres de)[ ])(?:la |le |les |l'){ORGANISATION}"
)
_SUBJECT = pattern(r"(?:la |le |les |l'|the )?[a-z0-9][\w'.&+·-]*(?: [\w'.&+·\"-]+){0,6}")
_NOT_NAMED = pattern(
    r"\b(?:nous|notre|nos|votre|vos|vous|on|je|qui|que|clients?|elles?|ils?|candidate?s?|recherche"
    r"|profil|ce|cet|cette|postes?|suite|afin|pour|dans|avec|missions?|personnes?|projets?|etre"
    r"|est|sont|avez|titulaire|mission|emploi|chaque|tout|toute|tous|leur|leurs|offre|stage|these"
    r"|enfin|ensuite|puis|ainsi|ici|actuellement|egalement|aussi|apres|depuis|si|sans|sous|ne|pas)(?!\w)"
)
_FINITE = pattern(
    rf"(?<!\bde )(?<!\bla )(?<!\ben )(?<!\bpar )\b(?:est|sont|ont|dispose|{VERBS})(?= )"
    r"|\b[a-z]{4,}(?:e|it|ent)(?= (?:son|sa|ses|leurs?) )"
)
_PLACED = pattern(r"[ ](?:a|situee?|basee?|implantee?|qui|dont|,)[ ].*$")


@lru_cache(maxsize=8)
def subject_before(text: str, end: int) -> tuple[int, int] | None:
    """Return where the subject of the verb at `end` of a folded text stands; None if unnamed.

    The subject is a public body after its article, wherever the clause has it, else a name of
    few words that opens the sentence. An aside in brackets or between commas is left out.
    """
    far = max(0, end - 200)
    stops = ((text.rfind(stop, far, end), len(stop)) for stop in _STOPS)
    begin = max((at + length for at, length in stops if at >= 0), default=far)
    cut = begin == far > 0  # the sentence begins further up: what opens it is not seen
    begin += len(text[begin:end]) - len(text[begin:end].lstrip(" #*_>[-+=~.|•\"'"))
    if text.startswith(("la [", "le [", "les [", "l'["), begin):
        begin = text.index("[", begin) + 1  # a link's words
    clauses = _clauses(_BRACKETS.sub(lambda aside: " " * len(aside[0]), text[begin:end]))
    for at, words in reversed(clauses):
        inside = _INSIDE.search(words)
        if is_organisation(words):
            return begin + at, begin + at + len(_pruned(words))
        if inside:
            start = inside.start() + words[inside.start() :].startswith(" ")
            return begin + at + start, begin + at + start + len(_pruned(words[start:]))
    for at, words in (clauses[0], clauses[-1]) if clauses and not cut else ():
        name = _PLACED.sub("", _pruned(words)).rstrip(" *_]")
        if _SUBJECT.fullmatch(name) and not _NOT_NAMED.search(name) and not _ASIDE.match(name):
            return begin + at, begin + at + len(name)
    return None


def _clauses(words: str) -> list[tuple[int, str]]:
    """Cut a sentence at its commas, and give each piece with its offset."""
    pieces: list[tuple[int, str]] = []
    at = 0
    for piece in words.split(","):
        lead = len(piece) - len(piece.lstrip())
        if piece.strip(" *_"):
            pieces.append((at + lead, piece.strip()))
        at += len(piece) + 1
    return pieces


def _pruned(words: str) -> str:
    """Leave out an earlier verb of the same subject, and the marks and blanks after the name."""
    verb = _FINITE.search(words, 3)
    return (words[: verb.start()] if verb else words).rstrip(" *_],")


def is_vouched_for(name: str, text: str) -> bool:
    """Tell whether a folded text speaks of a name as of a firm, or has it in its addresses."""
    word = re.escape(name)
    said = re.search(
        r"(?:chez|rejoindre|rejoignez|groupe|societe|entreprise|l'equipe(?: de)?|a propos d[e']"
        rf"|au sein d[e']) ?{word}\b"
        rf"|\b{word}\W{{0,3}}(?: ?\([^)\n]{{1,80}}\))?,?\s(?:c'est|est |{VERBS})",
        text,
    )
    compact = re.sub(r"\W", "", name)
    if said or len(compact) < 4:
        return bool(said)
    return re.search(rf"[@.]{compact[:24]}\b", text) is not None
