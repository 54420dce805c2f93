"""Whom to ask or to apply to: name, role, e-mail, telephone.

Addresses and numbers are what makes a contact; a name belongs to those that follow it closely,
on its line or under it. Somebody whom the posting calls a contact is one without an address.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import Any

from msgspec import Struct, field

from postings.attribution import JOINT, Address, belongs, person_of
from postings.document import Document, Span
from postings.fields.field import Field, Reading
from postings.folding import fold
from postings.patterns import pattern
from postings.people import (
    Person,
    is_full,
    office_before,
    people_in,
    role_beyond,
    written_out,
)
from postings.posting import Contact
from postings.resolve import Finding
from postings.rules import Candidate, Derivation, Rule

NAME_BESIDE = Derivation(
    "contacts.name-beside", "the capitalised words that lead to an address or a number"
)
ROLE_BESIDE = Derivation("contacts.role-beside", "the words that say what the named person does")
OFFICE_BESIDE = Derivation("contacts.office-beside", "the office that an address is said to be of")

Part = Candidate[str]

_ALTERNATIVE = pattern(r"[\s,;]{0,3}(?:ou|et|/|-|–)\s{0,2}(?:au\s)?", re.IGNORECASE)
_TITLED = pattern(r"\b(?:m\.|mr\.?|mme|mlle|monsieur|madame|docteur|dr\.?|pr\.?) $")


class _Entry(Struct, frozen=True):
    """A contact in the making: the candidate of each part, and others that say the same."""

    parts: dict[str, Part] = field(default_factory=dict)
    again: dict[str, list[Part]] = field(default_factory=dict)

    @property
    def start(self) -> int:
        """Where its address is written, or the name of who has none."""
        at = [part.span.start for key, part in self.parts.items() if key in ("email", "phone")]
        return min(at or [self.parts["name"].span.start])

    def is_named(self) -> bool:
        """Tell whether somebody's name is known."""
        return "name" in self.parts


class _Book:
    """The contacts of one document, entered address by address."""

    def __init__(self, reading: Reading) -> None:
        self.document: Document = reading.document
        self.named: list[Part] = list(reading.value("people") or ())
        self.entries: list[_Entry] = []
        self.known: dict[str, _Entry] = {}
        self.floor = 0  # where the address before ends

    def enter(self, address: Address, candidate: Part) -> None:
        """Add an address to the contact that it belongs to, or make it one of its own."""
        person = person_of(self.document, address, self.floor)
        entry = self.known.get(address.key)
        if entry:
            entry.again.setdefault(address.kind, []).append(candidate)
            if person and not entry.is_named():
                entry.parts.update(self._who(person))
        else:
            entry = None if person else self._continued(address)
            if entry is None:
                entry = _Entry(
                    self._who(person) or self._repeated(address) or self._office(address)
                )
                self.entries.append(entry)
            entry.parts[address.kind] = candidate
            self.known[address.key] = entry
            self._complete(entry, address)
        self.floor = address.span.end

    def _between(self, address: Address) -> str:
        """The text from the address before to this one."""
        return self.document.text[self.floor : address.span.start]

    def _continued(self, address: Address) -> _Entry | None:
        """Return the last contact, if the address follows on it and it has none of the kind."""
        last = self.entries[-1] if self.entries else None
        if last is None or address.kind in last.parts:
            return None
        between, role = self._between(address), last.parts.get("role")
        if role and role.span.start >= self.floor:
            between = between[role.span.end - self.floor :]
        return last if between.count("\n") <= 3 and JOINT.fullmatch(between) else None

    def _repeated(self, address: Address) -> dict[str, Part]:
        """Return name and role of the last contact, if this is another number of the same."""
        last = self.entries[-1] if self.entries else None
        if last is None or address.kind != "phone" or not last.is_named():
            return {}
        if not _ALTERNATIVE.fullmatch(self._between(address)):
            return {}
        return {key: part for key, part in last.parts.items() if key in ("name", "role")}

    def _who(self, person: Person | None) -> dict[str, Part]:
        """Return the name and the role of a person as parts of a contact."""
        if person is None:
            return {}
        by = next((c.rule for c in self.named if c.core.overlaps(person.name)), NAME_BESIDE)
        parts = {"name": self._part(person.name, by)}
        if person.role:
            parts["role"] = self._part(person.role, ROLE_BESIDE)
        return parts

    def _office(self, address: Address) -> dict[str, Part]:
        """Return the office that is said to be at an address, as a role."""
        text, at = self.document.flowed, address.span.start
        start = max(self.floor, at - 140, text.rfind("\n", 0, at) + 1)
        office = office_before(text, start, at)
        return {"role": self._part(office, OFFICE_BESIDE)} if office else {}

    def _complete(self, entry: _Entry, address: Address) -> None:
        """Add a name that the address itself spells, and a role written after the address."""
        text = self.document.flowed
        if not entry.is_named() and address.local:
            spelt = written_out(text, self.document.folded, address.local)
            entry.parts.update(self._who(spelt))
        if entry.is_named() and "role" not in entry.parts:
            role = role_beyond(text, address.span.end)
            if role:
                entry.parts["role"] = self._part(role, ROLE_BESIDE)

    def _part(self, span: Span, rule: Rule[Any] | Derivation) -> Part:
        words = " ".join(self.document.quote(span).split())
        return Candidate(words, span, span, rule)

    def enter_named(self, candidate: Part) -> None:
        """Add somebody who is called a contact, and has no address of their own."""
        person = self._labelled(candidate)
        if person is None or self._is_entered(person.name):
            return
        text = self.document.flowed
        mine = (e for e in self.entries if not e.is_named() and "email" in e.parts)
        for entry in mine:
            if belongs(text, person, entry.parts["email"].value.lower().partition("@")[0]):
                entry.parts.update(self._who(person))
                return
        self.entries.append(_Entry(self._who(person)))

    def _labelled(self, candidate: Part) -> Person | None:
        """Return the person whom a rule's words introduce: two names, or one after a civility."""
        text, at = self.document.flowed, candidate.core.start
        if not candidate.rule.id.startswith("people.labelled"):
            return None
        people = people_in(text, at, at + 140)
        if not people or people[0].name.start != at:
            return None
        titled = _TITLED.search(fold(text[candidate.span.start : at]))
        return people[0] if titled or is_full(text, people[0].name) else None

    def _is_entered(self, name: Span) -> bool:
        words = fold(self.document.quote(name))
        parts = chain.from_iterable(entry.parts.values() for entry in self.entries)
        return any(part.span.overlaps(name) or fold(part.value) == words for part in parts)


def _addresses(reading: Reading) -> list[tuple[Address, Part]]:
    """Return every address and number with its candidate, in order of text."""
    found = [(Address("email", c.value, c.span), c) for c in reading.value("emails") or ()]
    found += [(Address("phone", c.value, c.span), c) for c in reading.value("phones") or ()]
    return sorted(found, key=lambda pair: pair[0].span.start)


def settle(reading: Reading) -> Finding:
    """Every contact once, in order of text."""
    book = _Book(reading)
    for address, candidate in _addresses(reading):
        book.enter(address, candidate)
    for candidate in book.named:
        book.enter_named(candidate)
    entries = sorted(book.entries, key=lambda entry: entry.start)
    return Finding(tuple(map(_contact, entries)), _evidence(entries))


def _contact(entry: _Entry) -> Contact:
    return Contact(**{key: part.value for key, part in entry.parts.items()})


def _evidence(entries: list[_Entry]) -> dict[str, list[Part]]:
    evidence: dict[str, list[Part]] = {}
    for number, entry in enumerate(entries):
        evidence[str(number)] = sorted(entry.parts.values(), key=lambda part: part.span.start)
        for key, part in entry.parts.items():
            evidence[f"{number}.{key}"] = [part, *entry.again.get(key, ())]
    return evidence


FIELD = Field("contacts", (), settle)
