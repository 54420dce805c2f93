"""People whom the posting names as those to ask or to write to. It serves `contacts`.

The rules find the words that introduce a name; capitals, which folded text has not, are looked
at when contacts are settled.
"""

from __future__ import annotations

import re

from postings.fields.field import Field, Reading
from postings.resolve import Finding
from postings.rules import Candidate, Rule

_WORD = r"[a-z][\w'.-]{1,24}"
_TITLE = (
    r"(?:m\.|mr\.?|mme|mlle|monsieur|madame|dr\.?|docteur|pr\.?|professeur|commandant|capitaine"
    r"|lieutenant|colonel|major|adjudant(?:-chef)?)"
)
# Articles may begin a name (LE GUERN), but not that of an office.
_NO_NAME = (
    r"(?!(?:les|un|une|notre|votre|nos|vos|par|au|aux|a|de|du|des|ou|et|avec|en|pour|sur|dans"
    r"|service|services|direction|bureau|mairie|drh|ressources|pole|cellule|secretariat|madame"
    r"|monsieur|mme|aupres|tel|telephone|mail|mel|email|courriel|ci|cv|merci|l|qui|que|si|vous|nous)\b"
    r"|(?:le|la) (?:maire|president|direct|chef|prefet|recteur|rectrice|service|responsable|drh"
    r"|secretari|pole|mairie|d[eg]|bureau|cellule|doyen|delegue|ministre|gerant|conseil))"
)
_NAME = rf"{_NO_NAME}{_WORD}(?: {_WORD}){{1,4}}"


def _named(match: re.Match[str]) -> str:
    return match["v"]


RULES: tuple[Rule[str], ...] = (
    Rule(
        id="people.labelled",
        pattern=(
            r"(?:(?:votre |vos |qui )?contact(?:e[rz])?s?|renseignements?|rens\.|infos?|informations?"
            r"|(?:votre|vos) interlocut(?:eur|rice)s?|personnes? a contacter)"
            r"(?: (?:sur|pour|technique|metier|administrati|pedagogique|scientifique|complementaire|rh)"
            rf"[a-z' ]{{0,40}}?)?(?: aupres (?:de |d')|(?=[ ]?[:|\n-]|[ ]{{2}})<SEP>)(?:{_TITLE} )?(?P<v>{_NAME})"
        ),
        cues=(
            "contact", "votre contact", "vos contacts", "renseignement", "rens.", "info",
            "information", "votre interlocut", "vos interlocut", "personne a contacter",
            "personnes a contacter",
        ),
        read=_named,
        examples=(
            "Contact : Régis Perol",
            "Contact technique : Lucile Garand, directrice adjointe",
            "Contact métier :\n\nJoseph Beaudoin, chef du département",
            "Renseignements auprès de Mme Karine Oudin",
        ),
        rejects=(
            "Contact : 01 99 00 62 15",
            "Contact : le service du personnel",
            "Renseignements auprès du secrétariat",
        ),
    ),
    Rule(
        id="people.titled",
        pattern=rf"{_TITLE} (?P<v>{_NO_NAME}{_WORD}(?: {_WORD}){{0,4}})",
        cues=(
            "m.", "mr", "mme", "mlle", "monsieur", "madame", "dr", "docteur", "pr.", "pr ", "professeur",
            "commandant", "capitaine", "lieutenant", "colonel", "major", "adjudant",
        ),
        read=_named,
        examples=(
            "Contact : M. Xavier Ducourneau, ingénieur, 01 99 00 62 15",
            "Infos poste : Mme LE GUERN au 01 99 00 62 15",
        ),
        rejects=(
            "à Monsieur le Maire, contact 01 99 00 62 15",
            "jury présidé par Mme Morel",
        ),
        needs=(
            r"contact|renseign|\binfos?\b|interlocut|aupres d|joindre|question|appele|candidatur"
            r"|\bcv\b|echang|ecrire|savoir plus"
        ),
        reach=160,
    ),
)  # fmt: skip


def settle(reading: Reading) -> Finding:
    """Names of contacts only: two names, or one after a civility, not entered already."""
    found: list[Candidate[str]] = sorted(reading.of("people"), key=lambda c: c.core.start)
    return Finding(tuple(found))


FIELD = Field("people", RULES, settle, serves="contacts")
