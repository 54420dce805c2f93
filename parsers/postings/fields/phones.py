"""Telephone numbers, read as E.164: `01.99.00.62.15` is +33199006215.

This field serves `contacts`. Its value is a tuple of candidates, one a number, in order of text.
The overseas départements have country codes of their own: 0262 is +262, 0590 is +590…
"""

from __future__ import annotations

import re

from postings.fields.field import Field, Reading
from postings.headings import body_start
from postings.patterns import pattern
from postings.resolve import Finding, without_overlaps
from postings.rules import Rule

# Nothing of a longer number before or after: a SIRET, an IBAN, a series of figures.
_BEGIN = r"(?<![\d+])(?<!\d[.\-/])(?<!\b\d[ ])(?<!\b\d\d[ ])(?<!\b\d\d\d[ ])(?<![a-z]\d[ ])"
_END = r"(?!\d)(?![.\-]\d)(?![ ]\d\d(?![\d:h%])(?!(?:[ .\-]\d\d){4}))"
_MARK = r"[.\-/·]"
_PAIRS = (
    rf"(?: ?(?P<mark>{_MARK}) ?\d\d)(?: ?(?P=mark) ?\d\d){{3}}"  # 01.99.00.62.15
    rf"| ?\d\d(?: ?(?P<last>{_MARK}) ?\d\d)(?: ?(?P=last) ?\d\d){{2}}"  # 0262-99-00-11
    r"|(?: \d\d){4}|\d\d(?: \d\d){3}"  # 01 99 00 62 15, 0262 99 00 11
)

# Country codes by the digits after the 0; who is not here is in +33.
_OVERSEAS = {
    "262": ("262", "263", "692", "693", "269", "639"),
    "590": ("590", "690", "691"),
    "594": ("594", "694"),
    "596": ("596", "696", "697"),
}
_COUNTRY = {prefix: country for country, prefixes in _OVERSEAS.items() for prefix in prefixes}

# What stands right before a number that is no telephone's.
_OTHER_NUMBER = pattern(
    r"(?:(?<!/)(?<!/ )(?<!et )(?<!tel - )(?<!tel[.] - )\b(?:fax|telecopie|telecopieur)"
    r"|\b(?:siret|siren|finess|rne|uai|iban|rcs|ape|rna|adeli|rpps|matricule|issn|isbn|doi)"
    r"|\b(?:offre|annonce|dossier|marche|decision|deliberation|arrete|agrement"
    r"|licence|facture|avis|poste|emploi)s?\.?[ ]?(?:(?:de |d')(?:l')?\w{3,12})?[ ]?(?:n°|numero)"
    r"|\bref(?:erence)?s?\.?(?:[ ](?:de |d')(?:l')?\w{3,12})?)[^a-z0-9+]{0,6}(?:n°[ ]?)?[: ]{0,3}$"
)


def e164(national: str) -> str:
    """Return the E.164 form of a French national number of ten digits."""
    digits = re.sub(r"\D", "", national)
    if digits.startswith("063998"):
        return f"+33{digits[1:]}"  # the block that the regulator keeps for fiction
    if digits.startswith("0508"):
        return f"+{digits[1:]}"  # Saint-Pierre-et-Miquelon: the code is the prefix
    return f"+{_COUNTRY.get(digits[1:4], '33')}{digits[1:]}"


def _is_other(match: re.Match[str]) -> bool:
    """Tell whether the words right before say that the number is a fax's, a SIRET…"""
    before = match.string[max(0, match.start() - 45) : match.start()]
    return _OTHER_NUMBER.search(before) is not None


def _national(match: re.Match[str]) -> str | None:
    return None if _is_other(match) else e164(match[0])


def _from_abroad(match: re.Match[str]) -> str | None:
    """Read a number with its country code; the (0) of those who call at home goes."""
    if _is_other(match):
        return None
    digits = re.sub(r"\D", "", re.sub(r"\(\s?0\s?\)", "", match[0]))
    digits = re.sub(r"^(?:00)?330?(?=[1-9]\d{8}$)", "33", digits.removeprefix("00"))
    return f"+{digits}" if 8 <= len(digits) <= 15 else None


_NATIONAL_CUES = tuple(f"0{digit}" for digit in range(1, 10))

RULES: tuple[Rule[str], ...] = (
    Rule(
        id="phones.pairs",
        pattern=rf"{_BEGIN}0[1-9](?:{_PAIRS}){_END}",
        cues=_NATIONAL_CUES,
        read=_national,
        examples=(
            "Tél. : 01.99.00.62.15",
            "01 99 00 62 15 (poste 12)",
            "au 01-99-00-62-15",
            "01/99/00/62/15",
            "appelez le 01 99\n00 62 15",
            "0262 99 00 11",
            "0590.99.00.11",
            "tél/fax : 01 99 00 62 15",
            "Une question sur le poste : 01 99 00 62 15",
        ),
        rejects=(
            "le 01/02/2026 10h30",
            "du 01.02.2026 au 03.04.2026",
            "SIRET 214 401 092 00015",
            "Fax : 01 99 00 62 15",
            "mail - Fax : 01 99 00 62 15",
            "Réf. 01 99 00 62 15",
            "3 01 99 00 62 15",
            "01 02 03 04 05 06 07 08 09",
        ),
        rank=2,
    ),
    Rule(
        id="phones.run-together",
        pattern=r"(?<![\w+.,/-])0[1-9]\d{8}(?![\w/]|[.,-]\d)",
        cues=_NATIONAL_CUES,
        read=_national,
        examples=("Contact\n0199006215", "contacter au 0199006215."),
        rejects=(
            "SIRET 01990062150001",
            "offre n° 0199006215",
            "UAI 0441234X",
            "FINESS : 0199006215",
        ),
        rank=1,
    ),
    Rule(
        id="phones.triples",
        pattern=r"(?<![\d+])(?<!\d[ ./-])0[ .]?\d{3}[ .]\d{3}[ .]\d{3}(?!\d|[ ]\d)",
        cues=("0 ", "0.", *(f"0{digit}" for digit in range(1, 10))),
        read=_national,
        examples=("0 800 990 062", "0199 006 215"),
        rejects=("10 000 200 300", "0,800 000 000"),
        rank=1,
    ),
    Rule(
        id="phones.country-code",
        pattern=(
            r"(?<![\d+])(?:\+ ?33|00 ?33)\)? ?[.\-]? ?(?:\( ?0 ?\))? ?[.\-]?0?[1-9]"
            r"(?:[ .\-/]{0,2}\d){8}(?!\d)"
        ),
        cues=("+", "00"),
        read=_from_abroad,
        examples=(
            "+33 (0)1 99 00 62 15",
            "+33199006215",
            "+33 1.99.00.62.15",
            "0033 1 99 00 62 15",
        ),
        rejects=("+33 % de places", "+ 33 h", "1 0033 1 99"),
        rank=3,
    ),
    Rule(
        id="phones.foreign",
        pattern=(
            r"(?<![\d+])\+ ?(?!33)[1-9]\d{0,2}\)? ?(?:\( ?0 ?\))?(?:[ .\-/]?\d){6,12}+(?![\d%€])"
        ),
        cues=("+",),
        read=_from_abroad,
        examples=("+32(0)10 99 0023", "+352 99 00 11 22", "+262 262 99 00 11"),
        rejects=("+ 12 000 €", "bac +5", "+500 000 000 %"),
        rank=2,
        but=r"^ ?(?:€|euros|habitants|%)",
    ),
)


def settle(reading: Reading) -> Finding:
    """Every number of the posting itself, those of the mail that brings it left out."""
    candidates = reading.of("phones")
    if not candidates:
        return Finding(())
    begin = body_start(reading.document.text)
    kept = without_overlaps(c for c in candidates if c.span.start >= begin)
    return Finding(tuple(sorted(kept, key=lambda c: c.span.start)))


FIELD = Field("phones", RULES, settle, serves="contacts")
