"""The whole flow: a document in, a posting out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from postings.contradictions import contradictions
from postings.document import Document
from postings.fields import FIELDS
from postings.fields.field import Reading
from postings.legibility import doubts_of_reading
from postings.ocr_doubts import doubts_of_ocr
from postings.posting import Alternative, Doubt, Evidence, Posting, Source
from postings.resolve import Finding
from postings.rules import DECLARED, Candidate, Finder, field_of

KEYS = frozenset(Posting.__struct_fields__)  # of the contract


@lru_cache(maxsize=1)
def finder() -> Finder:
    """All rules of all fields, ready to be run."""
    return Finder(rule for field in FIELDS for rule in field.rules)


def parse_document(document: Document, *, as_of: date | None = None) -> Posting:
    """Read a posting: rules find candidates, fields settle them, the record keeps the evidence.

    `as_of` stands for today (default: the day of the run); nothing else depends on the clock.
    """
    return posting_of(settled(document, finder().find(document), as_of))


def settled(
    document: Document, candidates: Iterable[Candidate[Any]], as_of: date | None
) -> Reading:
    """Settle every field, in their order: a reading whose `found` has them all."""
    found: dict[str, Finding] = {}
    reading = Reading(document, as_of or date.today(), _by_field(candidates), found)
    for field in FIELDS:
        found[field.name] = field.settle(reading)
    return reading


def _by_field(candidates: Iterable[Candidate[Any]]) -> dict[str, list[Candidate[Any]]]:
    grouped: dict[str, list[Candidate[Any]]] = {}
    for candidate in candidates:
        grouped.setdefault(field_of(candidate.rule), []).append(candidate)
    return grouped


def posting_of(reading: Reading) -> Posting:
    """The record of a reading whose fields have settled."""
    found = {name: finding for name, finding in reading.found.items() if name in KEYS}
    evidence = _evidence(reading.document, found)
    return Posting(
        source=_source(reading.document),
        evidence=evidence,
        ambiguous=_ambiguous(reading.document, found),
        warnings=(
            *doubts_of_reading(reading.document),
            *doubts_of_ocr(reading.document, evidence),
            *_disagreements(reading),
            *(doubt for finding in found.values() for doubt in finding.doubts),
            *contradictions(reading),
        ),
        **{name: finding.value for name, finding in found.items() if finding.value is not None},
    )


def _disagreements(reading: Reading) -> Iterator[Doubt]:
    """What a web page declares is held against its text, settled as if it declared nothing."""
    if reading.document.data_start is None:
        return
    from postings.disagreements import disagreements

    every = [candidate for group in reading.candidates.values() for candidate in group]
    declared = [c for c in every if c.rule.id.startswith(DECLARED)]
    others = (c for c in every if not c.rule.id.startswith(DECLARED))
    text_alone = settled(reading.document, others, reading.today)
    yield from disagreements(FIELDS, declared, text_alone.value)


def _source(document: Document) -> Source:
    return Source(
        path=document.path,
        media_type=document.media_type,
        sha256=document.sha256,
        pages=document.pages,
        characters=len(document.text),
    )


def path_of(name: str, part: str) -> str:
    """Path of a part of a field, as in the contract's `evidence`; the field's own without part."""
    return f"{name}.{part}" if part else name


def _evidence(document: Document, found: Mapping[str, Finding]) -> dict[str, tuple[Evidence, ...]]:
    return {
        path_of(name, part): tuple(dict.fromkeys(evidence_of(document, c) for c in candidates))
        for name, finding in found.items()
        for part, candidates in finding.evidence.items()
        if candidates
    }


def _ambiguous(
    document: Document, found: Mapping[str, Finding]
) -> dict[str, tuple[Alternative, ...]]:
    return {
        path_of(name, part): _alternatives(document, candidates)
        for name, finding in found.items()
        for part, candidates in finding.ambiguous.items()
    }


def _alternatives(
    document: Document, candidates: Sequence[Candidate[Any]]
) -> tuple[Alternative, ...]:
    values: dict[Any, list[Evidence]] = {}
    for candidate in candidates:
        values.setdefault(candidate.value, []).append(evidence_of(document, candidate))
    return tuple(Alternative(value=v, evidence=tuple(e)) for v, e in values.items())


def evidence_of(document: Document, candidate: Candidate[Any]) -> Evidence:
    """Say where in the document a candidate was read, whole words, and by which rule."""
    span = document.whole_words(candidate.span)
    return Evidence(
        page=document.page_at(span.start),
        line=document.line_at(span.start),
        start=span.start,
        end=span.end,
        text=document.quote(span),
        rule=candidate.rule.id,
        boxes=document.boxes(span),
    )
