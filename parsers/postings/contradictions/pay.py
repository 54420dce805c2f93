"""Sums that contradict each other, or the SMIC."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from postings.contradictions.check import Check, Clash
from postings.contradictions.full_time import is_full_time
from postings.contradictions.sums import euros, in_words
from postings.fields.conflicting_pay import Statement, conflicting
from postings.fields.field import Reading
from postings.fields.pay_day import names_an_earlier_year, sure_day
from postings.fields.versant import is_public
from postings.patterns import pattern, search_with_cues

if TYPE_CHECKING:
    from postings.reference.series import Entry
    from postings.reference.smic import Smic

_ROUNDING = Decimal("0.995")  # `1 800 €` is said of a SMIC of 1 801,80 €
_SOMETHING_ELSE = Decimal("0.5")  # of the SMIC: less than that is not the pay of full time
_REACH = 120  # characters around a sum

# Contracts that are paid less than the SMIC, or otherwise than by the hour.
_OTHER_RULES = frozenset(
    "apprentissage professionnalisation stage service_civique doctorat liberal vacation".split()
)
_other_people = search_with_cues(
    r"alternan|apprenti|volontariat|pompiers? volontaire|service civique|engagement educatif"
    r"|moins de 18 ans|(?:des|de) 1[67] ans|assistant[^ \n]{0,4} (?:maternel|familial)|accueillant"
    r"|\besat\b|detenu|au pair|auto-?entrepreneur|independant|mandataire|\bvrp\b|\bpiges?\b"
    r"|\bcachets?\b|reserviste|mayotte|polynesie|caledonie|wallis|contrat local|a l'etranger",
    (
        *("alternan", "apprenti", "volont", "civique", "engagement educatif", " 18 ans", " 16 ans"),
        *(" 17 ans", " maternel", " familial", "accueillant", "esat", "detenu", "au pair"),
        *("entrepreneur", "independant", "mandataire", "vrp", "pige", "cachet", "reserviste"),
        *("mayotte", "polynesie", "caledonie", "wallis", "contrat local", "a l'etranger"),
    ),
)
# A sum that is only a part of the pay, or of no full month.
_A_PART = pattern(
    r"fixe|variable|commission|prime|\bhors\b|indice|indiciaire|traitement|gratification|%|prorata"
    r"|partiel|mi-temps|\+|complement|par enfant|accueil|d'ete\b"
)


def _conflicting_pay(reading: Reading) -> Iterator[Clash]:
    pair = [said.value for said in conflicting(reading)]
    if pair:
        path = "salary.annual_gross" if pair[0].gross else "salary.stated"
        yield Clash(path, f"{' and '.join(map(in_words, pair))} cannot both be the pay")


def _below_smic(reading: Reading) -> Iterator[Clash]:
    """A gross sum for full time under the SMIC of the posting's day; an hour's for any time."""
    day = _day(reading)
    if day is None or _has_other_rules(reading):
        return
    when = "three years ago" if sure_day(reading) is None else str(day)
    for index, said in reading.found["stated_pay"].evidence.items():
        if _is_whole(reading, said) and (smic := _smic(day)):
            pay = said[0].value
            least = pay.low if pay.low is not None else pay.high or Decimal(0)
            floor = _by_period(smic.value)[pay.period or ""]
            if floor * _SOMETHING_ELSE <= least < floor * _tolerance(reading, smic.value, day):
                under = f"is under the SMIC of {when}, {euros(floor)} ({smic.name})"
                yield Clash(f"salary.stated.{index}", f"{in_words(pay)} {under}")


def _day(reading: Reading) -> date | None:
    """The posting's own day; one without any date is taken to be three years old at most."""
    day = sure_day(reading)
    if day is not None or names_an_earlier_year(reading):
        return day
    return reading.today.replace(day=1, year=reading.today.year - 3)


def _has_other_rules(reading: Reading) -> bool:
    """Whether the post is, or may be, one to which the SMIC does not apply."""
    types = _OTHER_RULES.intersection(reading.value("contract").types)
    return bool(types) or bool(_other_people(reading.document.folded))


def _is_whole(reading: Reading, said: Sequence[Statement]) -> bool:
    """Whether a statement is of all the gross pay, for full time or an hour."""
    pay = said[0].value
    if pay.gross is not True or not pay.period_stated or pay.part_time or pay.months != 12:
        return False
    if pay.period == "day":
        return False
    if pay.includes_bonuses is False or any(_A_PART.search(_around(reading, c)) for c in said):
        return False
    return pay.period == "hour" or is_full_time(reading)


def _around(reading: Reading, said: Statement) -> str:
    document, span = reading.document, said.span
    start = max(document.sentence_at(span.start).start, span.start - _REACH)
    end = min(document.sentence_at(span.end - 1).end, span.end + _REACH)
    return document.folded[start:end]


def _smic(day: date) -> Entry[Smic] | None:
    from postings.reference.smic import smic

    try:
        return smic(day)
    except LookupError:
        return None


def _by_period(smic: Smic) -> dict[str, Decimal]:
    return {"hour": smic.hour, "month": smic.month, "year": smic.month * 12}


def _tolerance(reading: Reading, smic: Smic, day: date) -> Decimal:
    """How much of the SMIC a sum may be: all but a rounding.

    A public post's may be the lowest traitement of the day, where the SMIC has overtaken it:
    the indemnité différentielle, which postings leave out, completes it.
    """
    if not is_public(reading):
        return _ROUNDING
    from postings.pay.calculation import gross_month, gross_year
    from postings.reference.minimum import minimum_index
    from postings.reference.point import point_value

    lowest = gross_month(gross_year(minimum_index(day).value, point_value(day).value))
    return _ROUNDING * min(Decimal(1), lowest / smic.month)


CHECKS = (
    Check("conflicting-pay", "two sums cannot both be the pay", _conflicting_pay),
    Check(
        "pay-below-smic",
        "a gross sum for full time is under the SMIC of the posting's day",
        _below_smic,
    ),
)
