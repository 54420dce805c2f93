"""What the rules for grades make of their matches: lists of names, sure or not to be grades."""

from __future__ import annotations

import re

from msgspec import Struct

from postings.grades.names import Mention, lists_within, read_list
from postings.patterns import pattern
from postings.rules import Match, compiled


class GradeList(Struct, frozen=True):
    """Names read together; `corps` when the words around speak of a corps or cadre d'emplois."""

    mentions: tuple[Mention, ...]
    corps: bool = False

    def __str__(self) -> str:
        return ", ".join(" or ".join(e.name for e in each.entries) for each in self.mentions)


# With what most names begin: without one no table is read.
HEAD = (
    r"(?:redact|attach|adjoint|technic|ingenieu|animat|assist|agent|infirmi|auxiliair|educat|"
    r"conseill|administrat|secretair|bibliothec|conservat|atsem|psycholog|gardien|greffi|inspect|"
    r"controleu|charge|professeu|maitre|magasin|sage|aide|prepar|manipul|ouvri|puericult|cadre|"
    r"directeu|directri|surveill|moniteu|medecin|pharmac|brigad|lieutenan|sapeu|capitain|officie|"
    r"architect|chef|geometr|syndic|masseu|ergothe|ashq|etaps|opera|laureat|itpe|ipef|iae\b|iim\b|"
    r"isic|tsdd|tsic|tsef|ief\b|saenes|adjaenes|aaenes|itrf|atrf|ige\b|igr\b|asi\b|bibas|cpip|"
    r"ide\b|iade|ibode|eje\b|ase\b|sacdd|sacn|tsh\b)"
)
# Whose grade it is, when it is not the post's.
SOMEBODY_ELSE = (
    r"(?:sous (?:l'autorite|la responsabilite|la direction|le controle)|encadr|manage|equipe|"
    r"superieur|hierarchi|n ?\+ ?\d|responsable|rattache|collabor|second|aupres|avec l|dirige|"
    r"compos|binome|tuteur|apprentissage|titulaire actuel|contact|portant statut|decret|"
    r"\b(?:forme|accompagne|conseille|travaille|remplace|assiste)(?:r|z|rez)\b|\bsuiv(?:re|ez))"
)
# In apposition to a person's name: `M. Faure, technicien supérieur hospitalier`.
_OF_A_PERSON = pattern(r"\b(?:mm?\.|mmes?|mlle|dr|pr|madame|monsieur) [^,;\n]{2,40}, ?$")
_LEAVING = pattern(r"(?:mutation|depart|demission|detachement|absence|retraite) d[eu' ][^,]{0,60}$")
_COUNTED = pattern(r"(?:\b\d+|\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze)) *$")
_OF_THE_POST = pattern(r"(?:poste|emploi|grade)s?(?: vacants?)? (?:de |d')$")


def _named(match: Match) -> tuple[Mention, ...]:
    return read_list(match.string, *match.span("v"))


def grade_list(match: Match) -> GradeList | None:
    """Names that the words before say to be grades."""
    mentions = _named(match)
    return GradeList(mentions) if mentions else None


def corps_list(match: Match) -> GradeList | None:
    """Names that the words before say to be corps or cadres d'emplois."""
    mentions = _named(match)
    return GradeList(mentions, corps=True) if mentions else None


def is_formal(mention: Mention) -> bool:
    """Tell whether a name is a grade's beyond doubt: a class, or the service, is said."""
    return mention.versant is not None or mention.has_degree


def formal_list(match: Match) -> GradeList | None:
    """Names that cannot be a trade's."""
    mentions = _named(match)
    formal = mentions and (len(mentions) > 1 or is_formal(mentions[0]) or not mentions[0].alone)
    return GradeList(mentions) if formal else None


def closed_list(match: Match) -> GradeList | None:
    """Names of several words, or a word that nothing follows: `Rédacteur`, not `Rédacteur web`."""
    mentions = _named(match)
    sure = mentions and (not mentions[0].alone or mentions[0].closed)
    return GradeList(mentions) if sure else None


def _is_somebody_else_s(text: str, mention: Mention) -> bool:
    before = text[max(0, mention.start - 140) : mention.start]
    if _OF_THE_POST.search(before):
        return False
    if _OF_A_PERSON.search(before) or _LEAVING.search(before):
        return True
    sentence = re.split(r"\n\n|[.;!?] |\n *[-*•]", before)[-1]
    return bool(compiled(SOMEBODY_ELSE).search(sentence) or _COUNTED.search(sentence))


def _ending_at(text: str, start: int, end: int) -> GradeList | None:
    """The list, within a stretch of text, that ends where the stretch does."""
    end = start + len(text[start:end].rstrip(" \n,-"))
    for mentions in lists_within(text, start, end):
        if mentions[-1].end == end and not _is_somebody_else_s(text, mentions[0]):
            return GradeList(mentions)
    return None


def ending_there(match: Match) -> GradeList | None:
    """The list that ends where the group `v` ends."""
    return _ending_at(match.string, *match.span("v"))


_LINK_BEFORE = pattern(r"(?:,? de|,|-) ?$")


def ending_before(match: Match) -> GradeList | None:
    """The list that ends where the match begins, of names of several words or formal ones."""
    text, end = match.string, match.start()
    if link := _LINK_BEFORE.search(text, max(0, end - 5), end):
        end = link.start()
    start = _clause(text, end)
    if not compiled(HEAD).search(text, start, end):
        return None
    found = _ending_at(text, start, end)
    sure = found and all(not m.alone or is_formal(m) or m.acronym for m in found.mentions)
    return found if sure else None


def _clause(text: str, end: int) -> int:
    """Where the clause begins that ends there, or the part of it that is looked at."""
    start = max(0, end - 110)
    return max(start, *(text.rfind(mark, start, end) + 1 for mark in "\n.;()"))


# Names that the law made: whoever writes them speaks of a grade, not of a trade.
_STATUTORY = pattern(
    r"(?:adjoint|attache)\S* (?:\S+ )?(?:d'|de |du |des |administr|techn|territ|princip|statist)"
    r"|secretaire\S* (?:administr|de chancel|d'administration)|greffe judiciaire|hospitali"
    r"|services judiciaires|finances publiques|(?:inspecteur|controleu)\S* (?:princip\S* )?des? "
    r"|charge\S* d'etudes documentaires|conservateur\S* |soins generaux|industrie et des mines"
    r"|activites physiques|enseignement artistique|(?:de|et) conservation|de l'etat\b|meteorolog"
    r"|recherche et de formation|developpement durable|etudes et de fabrication|de france\b"
    r"|socio-educatif|ouvriers? princip|d'entretien qualifie|assistant\S* medico"
    r"|assistant\S* specialise"
)


def _is_statutory(mention: Mention, text: str) -> bool:
    """Tell whether a name of several words is the law's and no trade's."""
    written = text[mention.start : mention.end]
    return is_formal(mention) or (not mention.alone and bool(_STATUTORY.search(written)))


def statutory_names(match: Match) -> GradeList | None:
    """Names of which none can be a trade's."""
    mentions = _named(match)
    sure = mentions and all(_is_statutory(m, match.string) for m in mentions)
    return GradeList(mentions) if sure else None


def long_list(match: Match) -> GradeList | None:
    """Names of which one has several words, the first of them ending its line or item."""
    mentions = _named(match)
    sure = mentions and not all(m.alone for m in mentions) and mentions[0].closed
    return GradeList(mentions) if sure else None


_OFFERED = pattern(
    r"poste|emploi|recrut|recherch|statut|profil|ouvert|etes|fonctionnaire|titulaire"
    r"|concours|grade|categorie|corps|destine|propose|confie"
)
_BY_SOMEBODY = pattern(r"(?<!occupe)(?<!pourvu)(?<!tenu) (?:par|avec|de) (?:une? |le |la |l')$")


def offered_before(match: Match) -> GradeList | None:
    """As `ending_before`, for names that begin their line or item, or that are offered."""
    linked = _LINK_BEFORE.search(match.string, max(0, match.start() - 5), match.start())
    found = ending_before(match) if linked else None
    if not found:
        return None
    start = found.mentions[0].start
    before = match.string[_clause(match.string, start) : start]
    if _BY_SOMEBODY.search(before):
        return None
    return found if _OFFERED.search(before) or not before.strip(" -*•:>") else None


_AFTER_A_TITLE = pattern(
    r"(?:[ ]{0,9}(?:\([^)\n]{1,40}\)|[hf] ?/ ?[hf]\b)){0,3}"
    r"(?:[ ]{0,9}(?:[-–,]|\.{3})[^\n]{0,200})?[ ]{0,9}(?:\n|$)"
)


def as_a_title(match: Match) -> GradeList | None:
    """One of the law's names that is all its line says, in the first lines."""
    if match.start() > 600:
        return None
    mentions = _named(match)
    if len(mentions) != 1 or not _is_statutory(mentions[0], match.string):
        return None
    rest = _AFTER_A_TITLE.match(match.string, mentions[0].end)
    return GradeList(mentions) if rest else None


def _is_a_grade_s_only(mention: Mention) -> bool:
    """Tell whether a name is neither a trade's nor a whole corps': it has its class, or rank."""
    return not mention.alone and all(entry.kind == "grade" for entry in mention.entries)


def in_the_head(match: Match) -> GradeList | None:
    """Full names with their class or rank, in the first lines."""
    if match.start() > 300:
        return None
    text = match.string
    for mentions in lists_within(text, *match.span("v")):
        sure = any(map(_is_a_grade_s_only, mentions)) and not any(m.alone for m in mentions)
        if sure and not _is_somebody_else_s(text, mentions[0]):
            return GradeList(mentions)
    return None


def in_a_heading(match: Match) -> GradeList | None:
    """Names in the lines that head a posting."""
    return grade_list(match) if match.start() < 900 else None
