"""The steps of a calculation as a person checks them, each with the entries that it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from postings.pay.calculation import Calculation, Line
from postings.pay.net import NetEstimate
from postings.reference.series import Certainty, Entry, weakest
from postings_cli.render.citations import Item
from postings_cli.render.figures import Figures
from postings_cli.render.pay_words import NBI, differential_of, nbi_of

GROSS = "gross"
# What a contribution's base comes from, besides the pay: a share of the gross, a ceiling.
_BASES = {
    "csg-deductible": ("csg-assiette",),
    "csg-non-deductible": ("csg-assiette",),
    "crds": ("csg-assiette",),
    "cnav-plafonnee": ("pmss",),
    "ircantec-a": ("pmss",),
    "ircantec-b": ("pmss",),
    "rafp": ("rafp-plafond",),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One line: `value` is an index, points, a rate; `text` shows how the euros come about."""

    label: str
    value: Decimal | int | str | None
    text: str
    month: Decimal | None = None
    year: Decimal | None = None
    items: tuple[Item, ...] = ()
    total: bool = False

    @property
    def certainty(self) -> Certainty | None:
        """That of the least sure entry; None for what was asked, and rests on none."""
        return weakest(item.certainty for item in self.items) if self.items else None


def gross_steps(pay: Calculation, figures: Figures) -> Iterator[Step]:
    """From the échelon to the gross: index, point, traitement, and whatever is added to it."""
    yield from _index_steps(pay)
    point = _entry(pay.full_time, "point-indice")
    yield Step("valeur du point", point.value, f"{figures.exact(point.value)} €/an", items=(point,))
    yield from _traitement(pay, point, figures)
    if nbi := nbi_of(pay):
        text = f"{figures.exact(nbi.points or Decimal(0))} × {figures.exact(point.value)}"
        text += "" if pay.share == 1 else f" × {figures.exact(rounded(pay.share))}"
        yield Step(NBI, nbi.points, text, nbi.month, nbi.year, nbi.used)
    if extra := differential_of(pay):
        floor = extra.used[0].value.month
        yield Step(extra.label, floor, f"SMIC {figures.money(floor)}", extra.month, extra.year,
                   extra.used)  # fmt: skip
    if len(pay.lines) > 1:
        grid = (pay.origin.grid,) if pay.origin.grid else ()
        yield Step(GROSS, None, "", pay.month, pay.year, (*grid, *pay.used), total=True)


def _index_steps(pay: Calculation) -> Iterator[Step]:
    origin = pay.origin
    grid: tuple[Item, ...] = (origin.grid,) if origin.grid else ()
    if origin.echelon is not None:
        yield Step("échelon", origin.echelon, origin.echelon, items=grid)
    if origin.index is not None:
        brut = origin.index.isdigit()
        label = "indice brut" if brut else "lettre hors échelle"
        yield Step(label, int(origin.index) if brut else origin.index, origin.index, items=grid)
    yield Step("indice majoré", origin.im, str(origin.im), items=origin.used)
    if pay.paid_im != origin.im:
        minimum = _entry(pay.full_time, "indice-minimum")
        yield Step("indice minimum", minimum.value, str(minimum.value), items=(minimum,))


def _traitement(pay: Calculation, point: Entry[Decimal], figures: Figures) -> Iterator[Step]:
    whole, paid = pay.full_time, pay.lines[0]
    text = f"{pay.paid_im} × {figures.exact(point.value)}"
    if pay.share == 1:
        yield Step("traitement brut", pay.paid_im, text, paid.month, paid.year, paid.used)
        return
    share = rounded(pay.share)
    yield Step("traitement, full post", pay.paid_im, text, whole.month, whole.year, whole.used)
    yield Step("traitement brut", share, f"× {figures.exact(share)}", paid.month, paid.year,
               paid.used)  # fmt: skip


def rounded(share: Decimal) -> Decimal:
    """A share such as 6/7, as it is shown."""
    return round(share, 6).normalize()


def _entry(line: Line, table: str) -> Entry[Any]:
    return next(entry for entry in line.used if entry.table == table)


def net_title(estimate: NetEstimate) -> str:
    """Whose net it is: the word estimate is never left out."""
    who = "contract agent" if estimate.regime == "IRCANTEC" else "civil servant"
    return f"net before tax, {who} ({estimate.regime}), estimate"


def net_steps(estimate: NetEstimate, figures: Figures) -> Iterator[Step]:
    """From the gross to the net of a month, a contribution a line."""
    used = {entry.table: entry for entry in estimate.used}
    yield Step(GROSS, None, "", estimate.gross)
    for each in estimate.contributions:
        text = f"{figures.money(each.base)} × {figures.exact(each.rate.value)} %"
        bases = [used[name] for name in _BASES.get(each.rate.table, ()) if name in used]
        yield Step(each.label, each.rate.value, text, -each.month, items=(each.rate, *bases))
    yield Step("net, estimate", None, "", estimate.month, items=estimate.used, total=True)
