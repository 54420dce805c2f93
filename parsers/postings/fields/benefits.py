"""What the employer offers besides pay, from a closed vocabulary.

- meals: `titres-restaurant`, `restauration collective` (a canteen, meals at a reduced price)
- health: `mutuelle` (complémentaire santé), `prévoyance`
- travel: `transport` (part of the fares), `forfait mobilités durables`, `véhicule` (of service
  or of function)
- staff welfare: `CNAS`, `COS`, `CGOS`, `amicale`, `CSE`, `action sociale`, `chèques-vacances`,
  `chèques-cadeaux`, `participation crèche`, `logement`
- time: `RTT`, `CET`, `horaires variables`
- savings: `intéressement`, `participation`, `épargne salariale`

Telework and bonuses have keys of their own. What the posting says not to offer is none, nor is
what the person will manage for others.
"""

from __future__ import annotations

from postings.fields import benefits_daily, benefits_staff
from postings.fields.field import Field, Reading
from postings.resolve import Finding
from postings.rules import Candidate, Rule

RULES: tuple[Rule[str], ...] = (*benefits_daily.RULES, *benefits_staff.RULES)

# Words in lower case, these are no acronyms: "cet emploi", "le cos d'un angle".
_CAPITALS = {"CET", "COS"}


def settle(reading: Reading) -> Finding:
    """Each benefit once, in the order of the text."""
    named: dict[str, list[Candidate[str]]] = {}
    for candidate in sorted(reading.of("benefits"), key=lambda c: c.span.start):
        if not _is_common_word(candidate, reading.document.quote(candidate.span)):
            named.setdefault(candidate.value, []).append(candidate)
    evidence = {str(i): _innermost(same) for i, same in enumerate(named.values())}
    return Finding(tuple(named), evidence)


def _is_common_word(candidate: Candidate[str], words: str) -> bool:
    """Tell whether an acronym is written as a word: "cet", which is no compte épargne-temps."""
    return candidate.value in _CAPITALS and len(words) < 12 and candidate.value not in words


def _innermost(same: list[Candidate[str]]) -> list[Candidate[str]]:
    """Leave out the candidates around another one: its words begin nearer to the benefit."""
    return [
        c
        for c in same
        if not any(
            o is not c and o.span.overlaps(c.span) and o.span.start > c.span.start for o in same
        )
    ]


FIELD = Field("benefits", RULES, settle)
