"""Whether applications stay open until the post is filled."""

from __future__ import annotations

from postings.fields.field import Field, Reading
from postings.resolve import Finding, resolve, single
from postings.rules import Rule

RULES: tuple[Rule[bool], ...] = (
    Rule(
        id="deadline_until_filled.said",
        pattern=(
            r"(?:jusqu'au pourvoi du poste|jusqu'a (?:ce que (?:le |les |ce )?postes? (?:soi(?:t|ent)|sera) pourvus?|pourvoir (?:le|du) poste"
            r"|(?:ce que )?pourvoi|la cloture du recrutement)|tant que le poste n'est pas pourvu"
            r"|(?:lorsque|quand|des que|une fois) le poste (?:est|sera|aura ete) pourvu|(?:offre|annonce|poste) (?:valable|ouverte?|en ligne) jusqu'au recrutement)"
        ),
        cues=(
            "jusqu'a",
            "jusqu'au pourvoi",
            "tant que le poste",
            "lorsque le poste",
            "quand le poste",
            "des que le poste",
            "une fois le poste",
            "offre",
            "annonce",
            "poste",
        ),
        read=lambda match: True,
        examples=(
            "Annonce ouverte jusqu'à ce que le poste soit pourvu",
            "Candidatures étudiées jusqu’à ce que le poste soit pourvu.",
        ),
        rejects=(
            "Candidatures jusqu'à minuit",
            "tant que le poste n'est pas pourvu de l'équipe de direction",
        ),
        but=r"^ de l'",
    ),
)


def settle(reading: Reading) -> Finding:
    """True where it is said, else unsaid."""
    return single(resolve(reading.of("deadline_until_filled")))


FIELD = Field("deadline_until_filled", RULES, settle)
