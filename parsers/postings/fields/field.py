"""What a field is, and what it may look at while it settles."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct, field

from postings.document import Document
from postings.resolve import Finding
from postings.rules import Candidate, Rule


class Reading(Struct, frozen=True):
    """A document being read.

    `candidates` holds what the rules read, by the field that the rule's id begins with;
    `found` what the fields before this one settled on; `today` the day of the run.
    """

    document: Document
    today: date
    candidates: Mapping[str, Sequence[Candidate[Any]]]
    found: Mapping[str, Finding] = field(default_factory=dict)

    def of(self, name: str) -> Sequence[Candidate[Any]]:
        """Candidates of the rules `name.*`, in order of rules, then of text."""
        return self.candidates.get(name, ())

    def value(self, name: str) -> Any:
        """Value of a field that was settled before, or None."""
        finding = self.found.get(name)
        return finding.value if finding else None


class Field(Struct, frozen=True):
    """One key of the contract: the rules that read it and the way they are settled.

    The ids of the rules begin with `name` and a dot. A field whose `name` is no key of the
    contract only serves others (dates that are no deadline, say): `serves` is the path of the
    contract that its values go to, `contract.types` or `deadline`. The docstring of `settle` says
    how candidates are settled, and is shown to whoever asks why one was set aside.
    """

    name: str
    rules: tuple[Rule[Any], ...]
    settle: Callable[[Reading], Finding]
    serves: str = ""

    @property
    def path(self) -> str:
        """Path of the contract's key that the field fills, or helps to."""
        return self.serves or self.name
