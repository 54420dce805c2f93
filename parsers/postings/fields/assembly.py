"""Put the findings of several fields together into one object of the contract."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from postings.posting import Doubt
from postings.resolve import Finding
from postings.rules import Candidate

_Lists = Mapping[str, Sequence[Candidate[Any]]]


def _prefixed(part: str, lists: _Lists) -> dict[str, Sequence[Candidate[Any]]]:
    return {f"{part}.{key}" if key else part: value for key, value in lists.items()}


def assemble(record: type[Any], parts: Mapping[str, Finding]) -> Finding:
    """Make a `record` of its parts; their evidence keeps its place under the part's name."""
    evidence: dict[str, Sequence[Candidate[Any]]] = {}
    ambiguous: dict[str, Sequence[Candidate[Any]]] = {}
    doubts: list[Doubt] = []
    for part, finding in parts.items():
        evidence |= _prefixed(part, finding.evidence)
        ambiguous |= _prefixed(part, finding.ambiguous)
        doubts += finding.doubts
    values = {part: f.value for part, f in parts.items() if f.value is not None}
    return Finding(record(**values), evidence, ambiguous, doubts)
