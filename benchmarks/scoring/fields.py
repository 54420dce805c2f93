"""The fields that are measured: key of the annotation, key of the JSON contract, comparison.

`FIELDS` counts towards the figures of a corpus; `EXTRA` is measured only where the annotation
has the key, and stands beside them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from scoring.normal_forms import (
    grade,
    pay,
    pay_amounts,
    phone,
    plain,
    same_date,
    same_pay_range,
    same_value,
    same_words,
    settle_periods,
)
from scoring.verdicts import Compare, Verdict, one_value, value_sets

HEADLINE = ("contract_types", "salary", "deadline", "grades")
NOT_IN_THE_MEAN = frozenset({"salary_amounts"})

Contract = dict[str, Any]
Read = Callable[[Contract], Any]


@dataclass(frozen=True)
class Field:
    """`key` is the annotation's; `read` takes the same out of an object of the contract."""

    name: str
    key: str
    read: Read
    compare: Compare

    def judge(self, gold: dict[str, Any], answer: Contract) -> Verdict:
        """What an answer is worth; `{}` is the answer of a posting that was not read."""
        return self.compare(gold.get(self.key), self.read(answer))


def dig(answer: Any, path: str) -> Any:
    """The value at a dotted path, None where the path ends early."""
    for key in path.split("."):
        answer = answer.get(key) if isinstance(answer, dict) else None
    return answer


def at(path: str) -> Read:
    """Read the value at a dotted path."""
    return lambda answer: dig(answer, path)


def each(path: str, key: str) -> Read:
    """Read one key of each item of a list, where the item has it."""
    return lambda answer: [item[key] for item in dig(answer, path) or () if item.get(key)]


def said_true(path: str) -> Read:
    """Read a key that only true says: false is as good as silence."""
    return lambda answer: dig(answer, path) or None


def _emails(answer: Contract) -> list[str]:
    return [*each("contacts", "email")(answer), *(dig(answer, "apply_to.emails") or ())]


def _sets(name: str, read: Read, compare: Compare, key: str | None = None) -> Field:
    return Field(name, key or name, read, compare)


def _single(name: str, path: str | None = None) -> Field:
    return Field(name, name, at(path or name), one_value(same_value))


_STATED = at("salary.stated")
_SETS = (
    _sets("contract_types", at("contract.types"), value_sets(plain)),
    _sets("salary", _STATED, value_sets(pay, settle_periods), "salary_stated"),
    _sets("salary_amounts", _STATED, value_sets(pay_amounts), "salary_stated"),
    _sets("grades", each("grades", "name"), value_sets(grade)),
    _sets("categories", at("categories"), value_sets(str)),
    _sets("legal_basis", at("contract.legal_basis"), value_sets(plain)),
    _sets("emails", _emails, value_sets(lambda address: str(address).lower())),
    _sets("phones", each("contacts", "phone"), value_sets(phone)),
)
_DATES = tuple(
    Field(name, name, at(name), one_value(same_date))
    for name in ("deadline", "published_on", "starts_on")
)
_WORDS = tuple(Field(name, name, at(name), one_value(same_words)) for name in ("title", "employer"))
_FLAGS = tuple(
    Field(name, name, said_true(name), one_value(same_value))
    for name in ("starts_asap", "deadline_until_filled")
)
_SINGLES = (
    _single("city", "location.city"),
    _single("postal_code", "location.postal_code"),
    _single("department", "location.department"),
    _single("reference"),
    _single("position", "contract.position"),
    _single("duration_months", "contract.duration_months"),
    _single("full_time", "working_time.full_time"),
    _single("weekly_hours", "working_time.weekly_hours"),
    _single("telework_allowed", "telework.allowed"),
    _single("telework_days", "telework.days_per_week"),
    _single("management"),
    _single("bac_years", "education.bac_years"),
    _single("experience_years", "experience.years"),
    _single("ib_min", "salary.indices.ib_min"),
    _single("ib_max", "salary.indices.ib_max"),
    _single("im_min", "salary.indices.im_min"),
    _single("im_max", "salary.indices.im_max"),
    _single("nbi_points", "salary.nbi_points"),
)

FIELDS = (*_SETS, *_DATES, *_SINGLES, *_FLAGS, *_WORDS)
EXTRA = (
    Field("annual_gross", "annual_gross", at("salary.annual_gross"), one_value(same_pay_range)),
    Field("bonuses", "bonuses", at("salary.bonuses"), value_sets(plain)),
)
NAMES = tuple(field.name for field in (*FIELDS, *EXTRA))
