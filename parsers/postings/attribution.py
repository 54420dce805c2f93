"""Whose an address or a number is: the person named with it, as the lines are laid out."""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from postings.document import Document, Span
from postings.folding import fold
from postings.patterns import pattern
from postings.people import (
    Person,
    is_full,
    named_beyond,
    people_in,
    role_after,
    role_starts,
)

# How far before an address its name may stand.
_REACH = 260
# Between two addresses of one person: marks, labels, "ou de nous contacter au", an extension.
JOINT = pattern(
    r"(?:[\s,;:()<>|/\[\]*_.–—•○●☎📞✉-]++|\b(?:t[ée]l(?:[ée]phone)?|phone|m[ée]l|e-?mail|mail|courriel"
    r"|mobile|portable|port|ligne directe|secr[ée]tariat|au|à|ou|et|par|de|nous|contacter"
    r"|appel\w{1,3}|joindre|poste \d{1,5}|dect \d{1,5}|l['’]adresse|adresse|le matin)\b"
    r"|mailto:\S{0,80}){0,14}+",
    re.IGNORECASE,
)
# Where the sentence that holds an address begins, if not with its line.
_STOP = pattern(r"(?<=[a-zà-ÿ\d)]{2})(?:[.!?]\s+(?=[A-ZÀ-Ý])|;\s)")
_CALLED = pattern(
    r"contact|renseign|interlocut|question|encadr|\binfos?\b|informations? |savoir plus|aupres d"
    r"|joindre|appele|candidat|\bcv\b|postul|personnes suivantes|adresses suivantes|rens\b|ecrire"
    r"|may be obtained|apply|further|echang|appelez|parler"
)
# Verbs and labels after which one word is a name.
_CALL = pattern(
    r"(?:contacte[rz]?|appele[rz]|appelle|joindre|demande[rz]|contacts? ?:|voir avec"
    r"|exploitation|agence) ?\(?$"
)
# What parts an address from a person named before it for another reason.
_PARTED = pattern(
    r"\d{5}|\d \d{3} \d|\bcandidat|\bcv\b|\bjury|entretiens?\b|avant le|jusqu'|\brecrut(?:e|ent)\b"
)


class Address(Struct, frozen=True):
    """An e-mail address or a telephone number, and where it is written."""

    kind: Literal["email", "phone"]
    value: str
    span: Span

    @property
    def key(self) -> str:
        """What it is known by: two addresses are one but for capitals."""
        return self.value.lower()

    @property
    def local(self) -> str:
        """What stands before the @ of an e-mail address."""
        return self.key.partition("@")[0] if self.kind == "email" else ""


def person_of(document: Document, address: Address, floor: int) -> Person | None:
    """Return the person named with an address; nothing before `floor` is looked at.

    `floor` is where the address before this one ends: a name leads to one address only.
    """
    text = document.flowed
    person = (
        _on_line(text, address, floor)
        or _above(text, address, floor)
        or named_beyond(text, address.span.end)
    )
    return _fitted(text, person, address.local) if person else None


def _on_line(text: str, address: Address, floor: int) -> Person | None:
    """Return the person named before an address in its sentence, on its line."""
    at = address.span.start
    start = max(floor, at - _REACH, text.rfind("\n", 0, at) + 1)
    for stop in _STOP.finditer(text, start, at):
        start = stop.end()
    people = [p for p in people_in(text, start, at) if _is_meant(text, p, start, address)]
    titled = [person for person in people if person.titled]
    return titled[-1] if titled else people[0] if people else None


def _is_meant(text: str, person: Person, start: int, address: Address) -> bool:
    """Tell whether capitalised words before an address are a person's, and the address theirs."""
    between = text[person.name.end : address.span.start]
    if _PARTED.search(fold(between)) or re.search(r"\d{5}\W{1,4}$", text[: person.name.start][-9:]):
        return False
    if person.titled or (is_full(text, person.name) and belongs(text, person, address.local)):
        return True
    before = fold(text[max(0, person.name.start - 300) : person.name.start])
    if not is_full(text, person.name):
        after_role = max(person.name.end, person.role.end if person.role else 0)
        direct = JOINT.fullmatch(text[after_role : address.span.start])
        return bool(direct and _CALL.search(before))
    lead = fold(text[start : person.name.start])
    leads = re.fullmatch(r"\W{0,60}", lead) or _CALLED.search(lead)
    follows = re.match(r"\s{0,40}(?:[,:(|/\[\]–—-]|au\b|$)", between) or person.role
    return bool(leads and follows and _CALLED.search(before))


def _above(text: str, address: Address, floor: int) -> Person | None:
    """Return the person whom a line above names first, if the address's own only labels it.

    A line that says the person's function may stand between the two.
    """
    at = address.span.start
    line = text.rfind("\n", 0, at) + 1
    if line <= floor or not JOINT.fullmatch(text[line:at]):
        return None
    role: Span | None = None
    for _ in range(2):
        start, end = _line_above(text, line)
        if start < floor or end - start < 4 or text.count("\n", end, line) > 3:
            return None
        person = _first_named(text, start, end, address)
        if person:
            return replace(person, role=person.role or role)
        role, line = _function(text, start, end), start
        if role is None:
            return None
    return None


def _line_above(text: str, line: int) -> tuple[int, int]:
    """Return where the words of the line before the one at `line` begin and end."""
    end = len(text[:line].rstrip())
    start = text.rfind("\n", 0, end) + 1
    return start, end


def _function(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    begin = start + len(words) - len(words.lstrip())
    return Span(begin, end) if role_starts(words.strip()) and end - begin < 90 else None


def _first_named(text: str, start: int, end: int, address: Address) -> Person | None:
    """Return the person whose name begins a line, after a label or a civility at most."""
    for person in people_in(text, start, end)[:1]:
        lead = re.sub(
            r"\b(?:M|Mr|Mme|Mlle|Dr|Pr|Professor|Monsieur|Madame)\b",
            "",
            text[start : person.name.start],
        )
        if re.fullmatch(r"\W{0,60}", lead) or _CALLED.search(fold(lead)):
            return person if _is_meant(text, person, start, address) else None
    return None


def belongs(text: str, person: Person, local: str) -> bool:
    """Tell whether the first part of an e-mail address has a word of the person's name."""
    words = re.split(r"[\s'’-]+", fold(text[person.name.start : person.name.end]))
    return any(len(word) > 3 and word in local for word in words)


def _fitted(text: str, person: Person, local: str) -> Person:
    """Cut what follows a name of which the address has two words or more."""
    compact = re.sub(r"\W", "", fold(local))
    tokens = list(re.finditer(r"\S+", text[person.name.start : person.name.end]))
    known = [re.sub(r"\W", "", fold(token[0])) in compact for token in tokens]
    if sum(known) < 2 or known[-1]:
        return person
    last = max(number for number, is_known in enumerate(known) if is_known)
    end = person.name.start + tokens[last].end()
    return Person(Span(person.name.start, end), role_after(text, end, end + 120), person.titled)
