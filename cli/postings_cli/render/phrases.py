"""Short phrases for the values of a posting, shared by tables and cards."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from postings.posting import AnnualGross, Indices, StatedPay
from postings_cli.render.figures import Figures
from postings_cli.safe import one_line

ABSENT = "—"
CONTRACT_NAMES = {
    "detachement": "détachement",
    "mise_a_disposition": "mise à disposition",
    "cdi": "CDI",
    "cdd": "CDD",
    "projet": "contrat de projet",
    "aide": "contrat aidé",
    "interim": "intérim",
    "service_civique": "service civique",
    "liberal": "libéral",
    "doctorat": "contrat doctoral",
}
_PERIODS = {"hour": "/h", "day": "/jour", "month": "/mois", "year": "/an"}
_ISO = re.compile(r"\d{4}-\d\d(-\d\d)?|--\d\d(-\d\d)?")
_DATES = ("deadline", "published_on", "starts_on")


def amount(low: Decimal | None, high: Decimal | None, figures: Figures) -> str:
    """Euros: one sum, a range, or a range open on one side."""
    if low is None and high is None:
        return ABSENT
    if high is None or low is None:
        known = low if high is None else high
        return f"{'≥' if high is None else '≤'}\u00a0{figures.number(known or 0)}\u00a0€"
    written = figures.number(low), figures.number(high)
    text = written[0] if written[0] == written[1] else figures.span(*written)
    return f"{text}\u00a0€"


def yearly_pay(pay: AnnualGross, figures: Figures) -> str:
    """The comparable figure; that it is gross and a year's is for the heading to say."""
    return amount(pay.min, pay.max, figures)


def pay_basis(pay: AnnualGross, figures: Figures) -> list[str]:
    """How the figure is known: stated, or reckoned from indices or grades at a day's values."""
    basis = pay.basis if pay.basis == "stated" else f"{pay.basis}, {figures.day(pay.as_of)}"
    return [basis, *bonuses_included(pay.includes_bonuses)]


def bonuses_included(included: bool | None) -> list[str]:
    """Whether the sum holds the bonuses, when that is known."""
    return [] if included is None else ["with\u00a0bonuses" if included else "without\u00a0bonuses"]


def stated_pay(pay: StatedPay, figures: Figures) -> str:
    """A statement of pay in its own terms: `12,31 €/h brut`."""
    nature = {True: "brut", False: "net", None: ""}[pay.gross]
    sum_ = amount(pay.min, pay.max, figures)
    return f"{sum_}{_PERIODS.get(pay.period or '', '')} {nature}".strip()


def indices(found: Indices, figures: Figures) -> list[str]:
    """`IB 444–821`, `IM 395–678`."""
    pairs = (("IB", found.ib_min, found.ib_max), ("IM", found.im_min, found.im_max))
    return [f"{name}\u00a0{_bounds(low, high)}" for name, low, high in pairs if (low or high)]


def _bounds(low: int | None, high: int | None) -> str:
    if low is None or high is None:
        return f"≥\u00a0{low}" if high is None else f"≤\u00a0{high}"
    return str(low) if low == high else f"{low}–{high}"


def months(value: Decimal, figures: Figures) -> str:
    """`36 months`."""
    return f"{figures.number(value)}\u00a0month{'' if value <= 1 else 's'}"


def contract_name(kind: str) -> str:
    """The French term for a type of contract."""
    return CONTRACT_NAMES.get(kind, kind)


def remaining(days: int | None, status: str) -> list[str]:
    """How long one may still apply."""
    if status == "expired":
        return ["expired"]
    if days is None or days < 0:
        return []
    return [{0: "last day", 1: "1\u00a0day left"}.get(days, f"{days}\u00a0days left")]


def working_time(full_time: bool | None, hours: Decimal | None, figures: Figures) -> list[str]:
    """`full time`, `35 h a week`."""
    kind = {True: ["full time"], False: ["part time"], None: []}[full_time]
    return kind + ([f"{figures.number(hours)} h a week"] if hours is not None else [])


def telework(allowed: bool | None, days: Decimal | None, figures: Figures) -> list[str]:
    """`yes`, `2 days a week`."""
    answer = [] if allowed is None else [yes_no(allowed)]
    if days is None:
        return answer
    return [*answer, f"{figures.number(days)} day{'' if days <= 1 else 's'} a week"]


def education(bac_years: int) -> str:
    """`bac+3`."""
    if bac_years < 0:
        return "CAP or BEP"
    return f"bac+{bac_years}" if bac_years else "bac"


def yes_no(answer: bool) -> str:
    """The word for a truth value."""
    return "yes" if answer else "no"


def rivals(path: str, values: Sequence[Any], figures: Figures) -> str:
    """The values that compete for an ambiguous key: `? 12 mai 2025 / 19 mai 2025`."""
    return "?\u00a0" + " / ".join(spoken(path, value, figures) for value in values)


def spoken(path: str, value: Any, figures: Figures) -> str:
    """One competing value, whatever its type."""
    if isinstance(value, Struct):
        value = asdict(value)
    if isinstance(value, bool):
        return yes_no(value)
    if isinstance(value, Decimal | int):
        in_months = path.endswith("duration_months")
        return months(Decimal(value), figures) if in_months else figures.number(value)
    if isinstance(value, Mapping):
        return _spoken_record(path, value, figures)
    if isinstance(value, list | tuple | frozenset | set):
        return ", ".join(spoken(path, item, figures) for item in value)
    return _spoken_text(path, str(value), figures)


def _spoken_text(path: str, text: str, figures: Figures) -> str:
    if path in _DATES and _ISO.fullmatch(text):
        return figures.day(text)
    return contract_name(text) if path.startswith("contract.") else one_line(text)


def _spoken_record(path: str, record: Mapping[str, Any], figures: Figures) -> str:
    if "name" in record:
        return one_line(str(record["name"]))
    if "min" in record and "max" in record:
        return amount(record["min"], record["max"], figures)
    said = {key: value for key, value in record.items() if value is not None}
    return ", ".join(f"{key} {spoken(path, value, figures)}" for key, value in said.items())
