"""What the rules for grades make of their matches: lists of names, sure or not to be grades."""

from __future__ import annotations

import re
from dataclasses import dataclass

from postings.grade_names import Mention, lists_within, read_list
from postings.rules import Match, compiled


@dataclass(frozen=True, slots=True)
class GradeList:
    """Names read together; `corps` when the words around speak of a corps or cadre d'emplois."""

    mentions: tuple[Mention, ...]
    corps: bool = False


# Whose grade it is, when it is not the post's.
SOMEBODY_ELSE = (
    r"(?:sous (?:l'autorite|la responsabilite|la direction|le controle)|encadr|manage|equipe|"
    r"superieur|hierarchi|n ?\+ ?\d|responsable|rattache|collabor|second|aupres|avec l|dirige|"
    r"compos|binome|tuteur|apprentissage|titulaire actuel|contact|portant statut|decret)"
)
_COUNTED = re.compile(r"(?:\b\d+|\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze)) *$")
_OF_THE_POST = re.compile(r"(?:poste|emploi|grade)s?(?: vacants?)? (?:de |d')$")


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
    sentence = re.split(r"\n\n|[.;!?] |\n *[-*•]", before)[-1]
    return bool(compiled(SOMEBODY_ELSE).search(sentence) or _COUNTED.search(sentence))


def ending_there(match: Match) -> GradeList | None:
    """The list that ends where the group `v` ends."""
    text, (start, end) = match.string, match.span("v")
    end = start + len(text[start:end].rstrip(" \n,-"))
    for mentions in lists_within(text, start, end):
        if mentions[-1].end == end and not _is_somebody_else_s(text, mentions[0]):
            return GradeList(mentions)
    return None


def formal_ending_there(match: Match) -> GradeList | None:
    """As `ending_there`, where a name cannot be a trade's."""
    found = ending_there(match)
    return found if found and any(is_formal(m) for m in found.mentions) else None


def formal_names(match: Match) -> GradeList | None:
    """Names of which none can be a trade's."""
    mentions = _named(match)
    formal = tuple(m for m in mentions if is_formal(m))
    return GradeList(mentions) if mentions and formal == mentions else None


def _is_a_grade_s_only(mention: Mention) -> bool:
    """Tell whether a name is neither a trade's nor a whole corps': it has its class, or rank."""
    return not mention.alone and all(entry.kind == "grade" for entry in mention.entries)


def in_the_head(match: Match) -> GradeList | None:
    """Full names with their class or rank, in the first lines."""
    if match.start() > 300:
        return None
    text = match.string
    for mentions in lists_within(text, *match.span("v")):
        sure = all(_is_a_grade_s_only(m) for m in mentions)
        if sure and not _is_somebody_else_s(text, mentions[0]):
            return GradeList(mentions)
    return None


def in_a_heading(match: Match) -> GradeList | None:
    """Names in the lines that head a posting."""
    return grade_list(match) if match.start() < 900 else None
