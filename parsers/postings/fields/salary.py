"""The pay: what is stated, the indices, the bonuses, and the figure that compares."""

from __future__ import annotations

from msgspec.structs import replace

from postings.fields.assembly import assemble
from postings.fields.field import Field, Reading
from postings.fields.pay_statement import PayStatement
from postings.posting import Salary, StatedPay
from postings.resolve import Finding

_PARTS = {
    "stated": "stated_pay",
    "indices": "indices",
    "nbi_points": "nbi",
    "bonuses": "bonuses",
    "annual_gross": "annual_gross",
}


def _as_contract(pay: PayStatement) -> StatedPay:
    return StatedPay(
        min=pay.low,
        max=pay.high,
        period=pay.period,  # type: ignore[arg-type]
        period_stated=pay.period_stated,
        gross=pay.gross,
        includes_bonuses=pay.includes_bonuses,
    )


def settle(reading: Reading) -> Finding:
    """Assemble the parts, each settled by its own field."""
    parts = {part: reading.found[name] for part, name in _PARTS.items()}
    stated = tuple(_as_contract(pay) for pay in parts["stated"].value or ())
    parts["stated"] = replace(parts["stated"], value=stated)
    return assemble(Salary, parts)


FIELD = Field("salary", (), settle)
