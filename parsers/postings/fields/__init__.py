"""The fields, in the order in which they settle: a field may look at those before it."""

from __future__ import annotations

from postings.fields import (
    annual_gross,
    bonuses,
    contract,
    contract_duration,
    contract_position,
    contract_types,
    deadline,
    indices,
    legal_basis,
    nbi,
    other_dates,
    published_on,
    salary,
    starts_on,
    stated_pay,
)
from postings.fields.field import Field

FIELDS: tuple[Field, ...] = (
    other_dates.FIELD,
    published_on.FIELD,
    starts_on.FIELD,
    deadline.FIELD,
    legal_basis.FIELD,
    contract_types.FIELD,
    contract_position.FIELD,
    contract_duration.FIELD,
    contract_duration.MAX_FIELD,
    contract_duration.RENEWAL_FIELD,
    contract.FIELD,
    stated_pay.FIELD,
    indices.FIELD,
    nbi.FIELD,
    bonuses.FIELD,
    annual_gross.FIELD,
    salary.FIELD,
)
