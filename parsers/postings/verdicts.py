"""What became of each match of a rule: kept, derived, rival, dropped or refused, and why."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

from msgspec import Struct, structs

from postings.document import Document
from postings.fields.field import Field
from postings.parsing import KEYS, evidence_of, path_of
from postings.posting import Evidence
from postings.resolve import Finding, preference
from postings.rules import Candidate, Derivation, Refusal, field_of
from postings.timeline import ROLES

Outcome = Literal["kept", "derived", "rival", "dropped", "refused"]
Attempt = Candidate[Any] | Refusal
OUTCOMES: tuple[Outcome, ...] = ("kept", "derived", "rival", "dropped", "refused")


class Verdict(Struct, frozen=True, kw_only=True):
    """What became of one match.

    `kept`: its words are evidence of the keys `paths`; `derived`: they are, for a value worked
    out from them; `rival`: one of the values that compete; `dropped`: read, then set aside;
    `refused`: matched, and not read. `value` is what was read, for people; `why` what decided.
    `layout` tells a rule that is tried at the start of every line at the top.
    """

    outcome: Outcome
    rule: str
    rank: int
    layout: bool
    value: str | None
    why: str
    paths: tuple[str, ...]
    evidence: Evidence


def order_of(verdict: Verdict) -> tuple[int, int, int]:
    """Sort key: what was kept first, then by rank, then by place."""
    return OUTCOMES.index(verdict.outcome), -verdict.rank, verdict.evidence.start


class Use(Struct, frozen=True):
    """A candidate that the posting cites, at the key `path`; as a value that competes, or not."""

    candidate: Candidate[Any]
    path: str
    rival: bool


def uses_of(found: Mapping[str, Finding]) -> Iterator[Use]:
    """Yield every candidate that the findings of a posting cite."""
    for name in KEYS & found.keys():
        for cited, rival in ((found[name].evidence, False), (found[name].ambiguous, True)):
            for part, candidates in cited.items():
                yield from (Use(c, path_of(name, part), rival) for c in candidates)


class Judgement:
    """All that the rules tried on a document, seen against what the posting cites."""

    def __init__(
        self, document: Document, attempts: Iterable[Attempt], uses: Iterable[Use]
    ) -> None:
        self._document = document
        self._uses = tuple(uses)
        self._by_field: dict[str, list[Attempt]] = {}
        for attempt in attempts:
            self._by_field.setdefault(_field_of(attempt), []).append(attempt)
        self._citing: dict[int, list[Use]] = {}
        for use in self._uses:
            for candidate in _sources(use, self._candidates((_field_of(use.candidate),))):
                self._citing.setdefault(id(candidate), []).append(use)

    def of_field(self, field: Field) -> Iterator[Verdict]:
        """Yield what became of each match of the rules of a field."""
        for attempt in self._by_field.get(field.name, ()):
            if isinstance(attempt, Refusal):
                read = Candidate(None, attempt.span, attempt.span, attempt.rule)
                yield self._verdict(read, "refused", attempt.why)
            else:
                yield self._of_candidate(attempt, field)

    def derived(self, path: str, fields: Sequence[Field]) -> Iterator[Verdict]:
        """Yield what was worked out for a key: by a derivation, or from the words of others."""
        own = {field.name for field in fields}
        cited = (u for u in self._uses if is_under(u.path, path))
        others = {
            (u.candidate.rule.id, u.candidate.span): u.candidate
            for u in cited
            if isinstance(u.candidate.rule, Derivation) or _field_of(u.candidate) not in own
        }
        for candidate in others.values():
            uses = [use for use in self._uses if use.candidate == candidate]
            yield self._verdict(candidate, "derived", _meaning(candidate), uses)

    def _of_candidate(self, candidate: Candidate[Any], field: Field) -> Verdict:
        uses = self._citing.get(id(candidate), [])
        if not uses:
            return self._verdict(candidate, "dropped", self._why_dropped(candidate, field))
        if all(use.rival for use in uses):
            return self._verdict(candidate, "rival", "others as sure differ from it", uses)
        return self._verdict(candidate, "kept", "", uses)

    def _why_dropped(self, candidate: Candidate[Any], field: Field) -> str:
        """Dates compete whatever their role, other candidates within their field."""
        among = self._candidates(ROLES if field.name in ROLES else (field.name,))
        others = [c for c in among if c is not candidate]
        kept = [c for c in others if id(c) in self._citing]
        if over := _first(others, lambda c: _covers(c, candidate)):
            return f"overlapped: the same words are {_named(over)}"
        if same := _first(kept, lambda c: bool(c.value == candidate.value)):
            return f"repeats {_named(same)}"
        if above := _first(kept, lambda c: c.rule.rank > candidate.rule.rank):
            return f"outranked by {_named(above)}"
        return f"set aside: {settling(field)}"

    def _candidates(self, names: Iterable[str]) -> list[Candidate[Any]]:
        tried = (attempt for name in names for attempt in self._by_field.get(name, ()))
        return [attempt for attempt in tried if isinstance(attempt, Candidate)]

    def _verdict(
        self, candidate: Candidate[Any], outcome: Outcome, why: str, uses: Sequence[Use] = ()
    ) -> Verdict:
        return Verdict(
            outcome=outcome,
            rule=candidate.rule.id,
            rank=candidate.rule.rank,
            layout=not getattr(candidate.rule, "cues", True),
            value=in_words(candidate.value) or None,
            why=why,
            paths=tuple(dict.fromkeys(use.path for use in uses)),
            evidence=evidence_of(self._document, candidate),
        )


def settling(field: Field) -> str:
    """How a field chooses among its candidates, in a sentence: the docstring of its `settle`."""
    return (inspect.getdoc(field.settle) or "").partition("\n")[0]


def is_under(path: str, top: str) -> bool:
    """Tell whether a path is `top` or a part of it."""
    return path == top or path.startswith(f"{top}.")


def _field_of(attempt: Attempt) -> str:
    return field_of(attempt.rule)


def _sources(use: Use, candidates: Iterable[Candidate[Any]]) -> list[Candidate[Any]]:
    """The candidates that a citation comes from: fields narrow and widen the words they read."""
    cited = use.candidate
    same = [c for c in candidates if c.rule.id == cited.rule.id]
    shared = [c for c in same if c.span.overlaps(cited.span)]
    return shared or sorted(same, key=lambda c: abs(c.span.start - cited.span.start))[:1]


def _first(
    candidates: Iterable[Candidate[Any]], test: Callable[[Candidate[Any]], bool]
) -> Candidate[Any] | None:
    return next(filter(test, candidates), None)


def _covers(other: Candidate[Any], candidate: Candidate[Any]) -> bool:
    """Whether `other` claims the same words, and is preferred."""
    return other.core.overlaps(candidate.core) and preference(other) < preference(candidate)


def _named(candidate: Candidate[Any]) -> str:
    return f"{candidate.rule.id} (rank {candidate.rule.rank})"


def _meaning(candidate: Candidate[Any]) -> str:
    if isinstance(candidate.rule, Derivation):
        return candidate.rule.meaning
    return "worked out from what this rule read"


def in_words(value: object) -> str:
    """Say a value in a few words; what is unsaid in a record is left out."""
    if isinstance(value, Struct) and "__str__" not in type(value).__dict__:
        said = ((name, in_words(part)) for name, part in structs.asdict(value).items())
        return ", ".join(f"{name} {words}" for name, words in said if words)
    if isinstance(value, (tuple, list)):
        return ", ".join(in_words(part) for part in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
