"""Why each key has its value: an account of every candidate of every rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Any, Literal

import msgspec
from msgspec import Struct

from postings.document import Document
from postings.errors import UsageError
from postings.fields import FIELDS
from postings.fields.field import Field
from postings.parsing import finder, posting_of, settled
from postings.posting import Doubt, Posting
from postings.rules import Candidate
from postings.verdicts import Judgement, Verdict, is_under, order_of, settling, uses_of

State = Literal["found", "ambiguous", "absent"]


class Account(Struct, frozen=True, kw_only=True):
    """How the key at `path` came to its value: what was kept first.

    `value` is plain JSON data; `settling` says how the field chooses among its candidates.
    """

    path: str
    state: State
    value: Any
    settling: str
    verdicts: tuple[Verdict, ...]
    warnings: tuple[Doubt, ...]


class Explanation(Struct, frozen=True, kw_only=True):
    """A document, the posting read from it, and an account of each key that was asked for."""

    document: Document
    posting: Posting
    accounts: tuple[Account, ...]


def explain(document: Document, *, path: str = "", as_of: date | None = None) -> Explanation:
    """Account for the keys at `path` and under it (`contract`, `salary.stated`), else for all.

    The first part of a rule's id does too (`stated_pay`). Raises `UsageError` if there is no
    such key.
    """
    fields = fields_at(path)
    attempts = list(finder().attempts(document))
    reading = settled(document, (a for a in attempts if isinstance(a, Candidate)), as_of)
    posting = posting_of(reading)
    judgement = Judgement(document, attempts, uses_of(reading.found))
    by_path: dict[str, list[Field]] = {}
    for field in fields:
        by_path.setdefault(field.path, []).append(field)
    accounts = (
        _account(judgement, posting, at, group)
        for at, group in by_path.items()
        if not _is_only_parts(at, by_path)
    )
    return Explanation(document=document, posting=posting, accounts=tuple(accounts))


def _is_only_parts(path: str, paths: Iterable[str]) -> bool:
    """Whether a key only puts its parts together, each of which has an account of its own."""
    return any(other.startswith(f"{path}.") for other in paths)


def fields_at(path: str) -> tuple[Field, ...]:
    """The fields that fill the key at `path` or those under it; all of them for an empty path."""
    found = tuple(f for f in FIELDS if not path or f.name == path or is_under(f.path, path))
    if not found:
        known = ", ".join(sorted({field.path for field in FIELDS}))
        raise UsageError(f"no key {path!r}", f"choose among {known}")
    return found


def _account(judgement: Judgement, posting: Posting, path: str, fields: Sequence[Field]) -> Account:
    verdicts = [verdict for field in fields for verdict in judgement.of_field(field)]
    verdicts += judgement.derived(path, fields)
    return Account(
        path=path,
        state=_state(posting, path),
        value=msgspec.to_builtins(attrgetter(path)(posting), builtin_types=(Decimal,)),
        settling=settling(fields[-1]),  # those before it only serve it
        verdicts=tuple(sorted(verdicts, key=order_of)),
        warnings=tuple(each for each in posting.warnings if is_under(each.path, path)),
    )


def _state(posting: Posting, path: str) -> State:
    if any(is_under(key, path) for key in posting.ambiguous):
        return "ambiguous"
    return "found" if any(is_under(key, path) for key in posting.evidence) else "absent"
