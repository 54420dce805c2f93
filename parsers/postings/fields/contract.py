"""The contract: the ways, the term and the law of the post, put together."""

from __future__ import annotations

from decimal import Decimal

from postings.fields.assembly import assemble
from postings.fields.field import Field, Reading
from postings.posting import Contract
from postings.reference.articles import articles
from postings.resolve import Finding

_PARTS = {
    "types": "contract_types",
    "position": "contract_position",
    "duration_months": "contract_duration",
    "max_duration_months": "contract_max",
    "renewable": "contract_renewal",
    "legal_basis": "legal_basis",
}


def _of_article(reading: Reading) -> Finding:
    """The ceiling that the only limiting article sets, where the posting states none."""
    basis = reading.found["legal_basis"]
    limits = {
        Decimal(article.max_months): str(index)
        for index, number in enumerate(basis.value or ())
        if (article := articles().get(number)) and article.max_months
    }
    if len(limits) != 1:
        return Finding()
    ((months, index),) = limits.items()
    return Finding(months, {"": basis.evidence[index]})


def settle(reading: Reading) -> Finding:
    """Assemble the parts, each settled by its own field."""
    parts = {part: reading.found[name] for part, name in _PARTS.items()}
    if parts["max_duration_months"].value is None:
        parts["max_duration_months"] = _of_article(reading)
    return assemble(Contract, parts)


FIELD = Field("contract", (), settle)
