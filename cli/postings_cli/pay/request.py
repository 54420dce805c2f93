"""What `postings pay` is asked, checked: one thing to price, and how."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from postings.errors import UsageError

if TYPE_CHECKING:
    from postings.posting import Category, Versant

_RANGE = re.compile(r"\s*(?:-|–|—|…|\.\.|\bà\b|\bto\b)\s*")
_INDEX = re.compile(r"\d{1,4}|HE[A-G](?:bis)?\d?", re.IGNORECASE)
_SHARE = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:/\s*(\d+(?:[.,]\d+)?)|(%))?")


@dataclass(frozen=True, slots=True)
class PayRequest:
    """Exactly one of `ib`, `im`, `grade` and `category` is asked for.

    `ib` and `im` are one index or the two ends of a range, as written.
    """

    day: date
    ib: tuple[str, ...] = ()
    im: tuple[str, ...] = ()
    grade: str = ""
    category: Category | None = None
    echelon: str | None = None
    versant: Versant | None = None
    nbi: int = 0
    share: Decimal = Decimal(1)
    net: bool = False

    def __post_init__(self) -> None:
        asked = [bool(each) for each in (self.ib, self.im, self.grade, self.category)]
        if sum(asked) != 1:
            one = "say one of --ib, --im, --grade and --category"
            raise UsageError("more than one thing to price" if any(asked) else "nothing to price",
                             f"{one}, as in: postings pay --ib 444-821")  # fmt: skip
        if self.echelon and not self.grade:
            raise UsageError("--echelon says nothing without a grade", "add --grade NAME")
        if self.versant and (self.ib or self.im) and not self.net:
            raise UsageError(
                "an index is worth the same in every versant", "leave --versant out, or add --net"
            )


def read_indices(text: str | None, option: str) -> tuple[str, ...]:
    """`444` or `444-821` as written; a lettre hors échelle is an indice brut too."""
    if text is None:
        return ()
    ends = tuple(_RANGE.split(text.strip()))
    if len(ends) > 2 or not all(_is_index(end, option) for end in ends):
        raise UsageError(f"{option} {text!r} is no index", f"write {option} 444 or 444-821")
    if len(ends) == 2 and all(end.isdigit() for end in ends) and int(ends[0]) > int(ends[1]):
        swapped = f"{ends[1]}-{ends[0]}"
        raise UsageError(f"{option} {text!r} goes down", f"write {option} {swapped}")
    return tuple(dict.fromkeys(ends))


def _is_index(text: str, option: str) -> bool:
    return bool(_INDEX.fullmatch(text)) and (text.isdigit() or option == "--ib")


def read_share(text: str) -> Decimal:
    """`0.8`, `0,8`, `80 %`, `17.5/35`."""
    match = _SHARE.fullmatch(text.strip())
    try:
        share = _divided(match[1], match[2], match[3]) if match else Decimal(0)
    except (InvalidOperation, ZeroDivisionError):
        share = Decimal(0)
    if not 0 < share <= 1:
        raise UsageError(
            f"--share {text!r} is no part of a full post", "write --share 0.8, 80% or 28/35"
        )
    return share


def _divided(number: str, divisor: str | None, per_cent: str | None) -> Decimal:
    value = Decimal(number.replace(",", "."))
    if divisor:
        return value / Decimal(divisor.replace(",", "."))
    return value / 100 if per_cent else value


def quoted(names: Sequence[str], most: int = 6) -> str:
    """Some names, quoted, and how many more there are."""
    more = len(names) - most
    shown = ", ".join(f"'{name}'" for name in names[:most])
    return f"{shown} and {more} more" if more > 0 else shown
