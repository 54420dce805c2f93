"""Where a web page declares one thing in its JSON-LD and its text says another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from postings.dates import PartialDate
from postings.fields.contract_words import NATURES
from postings.fields.field import Field
from postings.fields.pay_statement import PayStatement
from postings.folding import fold
from postings.posting import Doubt, Location
from postings.rules import Candidate, field_of

_A_YEAR = {"hour": Decimal(1820), "month": Decimal(12), "year": Decimal(1)}  # periods of pay
_CLOSE = Decimal("0.02")  # sums that differ by less were rounded


def disagreements(
    fields: Sequence[Field], declared: Sequence[Candidate[Any]], said: Callable[[str], Any]
) -> Iterator[Doubt]:
    """Yield a doubt for each value declared that differs from what the text says of its field.

    `said` gives the value that the text alone has for a field, None where it has none.
    """
    paths = {field.name: field.path for field in fields}
    for candidate in declared:
        name = field_of(candidate.rule)
        value, agree = said(name), _AGREE.get(name)
        if value and agree and not agree(candidate.value, value):
            yield Doubt(
                code="jsonld-disagrees",
                message=f"the page declares {_shown(candidate.value)} in its JSON-LD,"
                f" and its text says {_shown(value)}",
                path=paths[name],
            )


def _names_agree(declared: str, said: str) -> bool:
    one, two = (" ".join(fold(name).split()) for name in (declared, said))
    return one in two or two in one


def _places_agree(declared: str, said: Location) -> bool:
    words = fold(declared).replace("-", " ")
    known = [part for part in (said.city, said.postal_code) if part]
    return not known or any(fold(part).replace("-", " ") in words for part in known)


def _dates_agree(declared: PartialDate, said: str) -> bool:
    """Whether a full date is the one said, which may lack its year or its day."""
    return declared.iso().startswith(said) or declared.iso().endswith(said.removeprefix("-"))


def _pays_agree(declared: PayStatement, said: Sequence[PayStatement]) -> bool:
    one = _yearly(declared)
    return not one or any(not (two := _yearly(pay)) or _near(one, two) for pay in said)


def _yearly(pay: PayStatement) -> list[Decimal]:
    """The ends of a pay in euros a year; none for a period that makes no year."""
    factor = _A_YEAR.get(pay.period or "")
    ends = (pay.low, pay.high)
    return [end * factor for end in ends if end is not None] if factor else []


def _near(ones: Sequence[Decimal], twos: Sequence[Decimal]) -> bool:
    """Whether two ranges have an end in common, or nearly."""
    return any(abs(one - two) <= _CLOSE * max(one, two) for one in ones for two in twos)


def _types_agree(declared: Sequence[str], said: Sequence[str]) -> bool:
    natures = set(said) & set(NATURES)
    return not natures or ("cdi" in declared) == ("cdi" in natures)


_AGREE: dict[str, Callable[[Any, Any], bool]] = {
    "title": _names_agree,
    "employer": _names_agree,
    "location": _places_agree,
    "published_on": _dates_agree,
    "starts_on": _dates_agree,
    "deadline": _dates_agree,
    "stated_pay": _pays_agree,
    "contract_types": _types_agree,
}


def _shown(value: Any) -> str:
    """A value in a few words, as people would compare it."""
    if isinstance(value, PayStatement):
        ends = [str(end) for end in dict.fromkeys((value.low, value.high)) if end is not None]
        return f"{' - '.join(ends)} € / {value.period or '?'}"
    if isinstance(value, Location):
        return value.city or value.postal_code or "another place"
    if isinstance(value, (list, tuple)):
        return ", ".join(map(_shown, value))
    return str(value)
