"""From the names read to the grades meant: kind, service, ranges, and what is said twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from postings.document import Document, Span
from postings.grades.names import Mention
from postings.posting import Category, Grade, Versant
from postings.reference.grades import GradeEntry, grades_between
from postings.rules import Candidate

Group = tuple[Candidate[Any], Sequence[Mention], bool]


class Choice(Struct, frozen=True):
    """What one mention means: one entry, or several that nothing decides between."""

    source: Candidate[Any]
    span: Span
    entries: tuple[GradeEntry, ...]
    category: Category | None = None

    def candidate(self, entry: GradeEntry, document: Document) -> Candidate[Grade]:
        """The grade that an entry makes, read where the mention stands."""
        grade = Grade(
            name=entry.name,
            kind=entry.kind,
            corps=entry.corps,
            category=self.category or entry.category,
            versant=entry.versant,
            stated=" ".join(document.quote(self.span).split()),
        )
        return replace(self.source, value=grade, span=self.span, core=self.span)

    def merged(self, read: Sequence[Candidate[Grade]]) -> Candidate[Grade]:
        """Of entries with one name, what all agree on."""
        values = [c.value for c in read]
        first = values[0]
        return replace(
            read[0],
            value=Grade(
                name=first.name,
                kind=first.kind,
                corps=first.corps if len({v.corps for v in values}) == 1 else None,
                category=first.category if len({v.category for v in values}) == 1 else None,
                versant=first.versant if len({v.versant for v in values}) == 1 else None,
                stated=first.stated,
            ),
        )


def choose(groups: Sequence[Group], versant: Versant | None) -> list[Choice]:
    """Decide every mention of lists that weigh the same; the text's order is kept."""
    in_order = sorted(groups, key=lambda group: group[1][0].start)
    told = {v for _, mentions, _ in groups for v in _told(mentions)}
    service = told.pop() if len(told) == 1 else versant
    choices = [c for group in in_order for c in _of_list(*group, service)]
    return _without_corps_of_grades(_without_repeats(choices))


def refined(choices: Sequence[Choice], titles: Sequence[Choice]) -> list[Choice]:
    """Where a title names grades of a cadre d'emplois that is named below, they are meant."""
    kept: list[Choice] = []
    for choice in choices:
        corps = {e.name for e in choice.entries if e.kind == "corps"}
        kept += [t for t in titles if any(e.corps in corps for e in t.entries)] or [choice]
    return kept


def _of_list(
    source: Candidate[Any], mentions: Sequence[Mention], corps: bool, versant: Versant | None
) -> Iterator[Choice]:
    told = _told(mentions)
    service = told.pop() if len(told) == 1 else versant
    ranked = {e.corps for m in mentions for e in m.entries if e.has_degree}
    before: GradeEntry | None = None
    for at, mention in enumerate(mentions):
        entries = _of_service(mention.entries, mention.versant or service)
        ranging = mention.reaches or (at + 1 < len(mentions) and mentions[at + 1].reaches)
        entries = _of_kind(entries, mention, corps and not ranging, ranked)
        if _is_a_trade_there(mention, entries, service):
            continue
        span = Span(mention.start, mention.end)
        if mention.reaches and before and len(entries) == 1:
            whole = Span(mentions[at - 1].start, mention.end)
            for between in grades_between(before, entries[0])[1:-1]:
                yield Choice(source, whole, (between,))
        yield Choice(source, span, entries, mention.category)
        before = entries[0] if len(entries) == 1 else None


def _told(mentions: Sequence[Mention]) -> set[Versant]:
    """Services that the names of a list tell, by their words or because no other has them."""
    return {m.versant for m in mentions if m.versant} | _only_versants(mentions)


def _is_a_trade_there(
    mention: Mention, entries: tuple[GradeEntry, ...], versant: Versant | None
) -> bool:
    """`ingénieur` alone names no grade of a service that has none of that name."""
    if not mention.alone or mention.acronym or versant is None:
        return False
    return mention.versant is None and all(e.versant != versant for e in entries)


def _only_versants(mentions: Sequence[Mention]) -> set[Versant]:
    """Services of the names of a list that only one service has."""
    telling = (m for m in mentions if not m.alone and len({e.versant for e in m.entries}) == 1)
    return {m.entries[0].versant for m in telling}


def _of_service(entries: tuple[GradeEntry, ...], versant: Versant | None) -> tuple[GradeEntry, ...]:
    living = tuple(e for e in entries if not e.status) or entries
    return tuple(e for e in living if e.versant == versant) or living


def _of_kind(
    entries: tuple[GradeEntry, ...], mention: Mention, corps: bool, ranked: set[str]
) -> tuple[GradeEntry, ...]:
    """`attachés` is a cadre d'emplois, `attaché` a grade, unless the words around say corps."""
    kind = "grade"
    if mention.plural or (corps and not any(e.corps in ranked for e in entries)):
        kind = "corps"
    return tuple(e for e in entries if e.kind == kind) or entries


def _without_repeats(choices: Sequence[Choice]) -> list[Choice]:
    """Leave out what the same words were read as twice, by two rules."""
    kept: dict[tuple[Span, tuple[str, ...]], Choice] = {}
    for choice in choices:
        kept.setdefault((choice.span, tuple(e.name for e in choice.entries)), choice)
    return list(kept.values())


def _without_corps_of_grades(choices: Sequence[Choice]) -> list[Choice]:
    """A cadre d'emplois says nothing more where its grades are named."""
    graded = {e.corps for c in choices for e in c.entries if e.kind == "grade"}
    return [
        c for c in choices if not all(e.kind == "corps" and e.corps in graded for e in c.entries)
    ]
