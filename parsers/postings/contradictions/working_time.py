"""Full time and part time, both said of the one post."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from postings.contradictions.check import Check, Clash
from postings.document import Document
from postings.fields.field import Reading
from postings.patterns import pattern
from postings.posting import WorkingTime
from postings.resolve import without_overlaps
from postings.rules import Candidate

_FULL_WEEK = 35
_SURE = 3  # the least rank of hours that are those of a week
_REACH = 160  # characters of a sentence that are looked at, on each side

# An offer, a change to come, a season, a measure of pay, or somebody else's time.
_NOT_PLAIN = pattern(
    r"possib|au choix|selon|pouv|pourr|souhait|\bou\b|eventuel|amenag|evolu|accept|negoci|envisag"
    r"|ouvert|etudi|examin|autoris|propos|a la demande|therapeut|agents a|remplac|collegue|binome"
    r"|base|equivalen"
    r"|prorata|a terme|puis\b|ensuite|passage|remuner|salaire|brut|€|vacances|\bete\b|saison"
    r"|periode|mercredi|pendant|premiers? mois|jusqu|a compter|partage|complement|cumul|assure par"
    r"|jury|equipe|entoure|avec une?\b|\bun poste\b|\b\d postes?\b|postes|emplois|contrats|cycle"
    r"|reference|etablissement|usager|public\b|annuali|dont\b|certain|plusieurs|agents\b|salarie"
    r"|\bnon\b(?! complet)|\boui\b|\bdu \d|personnes|soignants|%[^%]*%"
    r"|\b(?:deux|trois|quatre|cinq|six|sept|huit)\b"
)
# Whose time it is: the words of a label, or of the post, its contract and the one it is for.
_OF_THE_POST = pattern(
    r"\bvous\b|\bposte\b|\bemploi\b|contrat|\bcd[di]\b|recrut|temps de travail|quotite|\bduree"
    r"|horaire|heures?\b|\d ?h\b|^[^a-z]*temps (?:plein|complet|partiel|non complet|incomplet)"
)


def _is_full(time: WorkingTime, rank: int) -> bool:
    hours = time.weekly_hours
    whole_week = hours is not None and hours >= _FULL_WEEK and rank >= _SURE
    return time.full_time is True or (whole_week and time.share is None)


def _sentence(document: Document, said: Candidate[WorkingTime]) -> str:
    sentence = document.sentence_at(said.span.start)
    start = max(sentence.start, said.span.start - _REACH)
    return document.folded[start : min(sentence.end, said.span.end + _REACH)]


def _plainly(
    document: Document, said: Sequence[Candidate[WorkingTime]]
) -> list[Candidate[WorkingTime]]:
    sentences = ((c, _sentence(document, c)) for c in said)
    return [c for c, s in sentences if _OF_THE_POST.search(s) and not _NOT_PLAIN.search(s)]


def _full_and_part(reading: Reading) -> Iterator[Clash]:
    """Full time in one sentence and part time in another, neither of them an offer."""
    said = without_overlaps(reading.of("working_time"), cores=True)
    if (reading.value("positions") or 1) > 1 or any("either" in c.rule.id for c in said):
        return
    document = reading.document
    full = _plainly(document, [c for c in said if _is_full(c.value, c.rule.rank)])
    part = _plainly(document, [c for c in said if c.value.full_time is False])
    pairs = (
        (one, other)
        for one, other in product(full, part)
        if document.sentence_at(one.span.start) != document.sentence_at(other.span.start)
    )
    if pair := next(pairs, None):
        one, other = (" ".join(document.quote(c.core).split()) for c in pair)
        message = f'full time, "{one}", and part time, "{other}", are both said of the post'
        yield Clash("working_time.full_time", message)


CHECKS = (
    Check(
        "full-and-part-time",
        "full time, or a week of 35 hours, and part time are both said of the post",
        _full_and_part,
    ),
)
