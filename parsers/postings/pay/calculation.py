"""Pay arithmetic: an indice becomes gross euros a year and a month, each step on its line.

Gross a year is the indice majoré times the annual value of the point, to the cent, and a
month is a twelfth of it. Nobody full-time is paid below the minimum index of the day. NBI
points and the indemnité différentielle that lifts a pay to the SMIC are lines of their own.
All money is gross euros, in Decimal, rounded half up.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from msgspec import Struct

from postings.reference.grid_table import GridVersion
from postings.reference.index_scale import indice_majore
from postings.reference.minimum import minimum_index
from postings.reference.pay_grids import Echelon, PayGrid
from postings.reference.point import point_value
from postings.reference.series import Certainty, Entry, weakest
from postings.reference.smic import smic

_CENT = Decimal("0.01")
_FULL_TIME = Decimal(1)


def cents(amount: Decimal) -> Decimal:
    """An amount to the cent, half a cent going up."""
    return amount.quantize(_CENT, ROUND_HALF_UP)


def gross_year(points: Decimal | int, point: Decimal) -> Decimal:
    """Gross euros a year of an indice majoré, or of NBI points, at an annual point value."""
    return cents(points * point)


def gross_month(year: Decimal) -> Decimal:
    """Gross euros a month: a twelfth of the year's, as payslips round it."""
    return cents(year / 12)


class Line(Struct, frozen=True):
    """One step of a calculation: what it is, what it comes to, and the entries it used."""

    label: str
    month: Decimal
    year: Decimal
    points: Decimal | None = None
    used: tuple[Entry[Any], ...] = ()


class Origin(Struct, frozen=True):
    """Where an indice majoré comes from: an indice brut, an échelon of a grid, or itself."""

    im: int
    index: str | None = None
    echelon: str | None = None
    grid: GridVersion | None = None
    used: tuple[Entry[Any], ...] = ()


class Calculation(Struct, frozen=True):
    """The pay of one index on a day, for a share (0 < share <= 1) of a full post.

    `full_time` is the traitement of a full post; `lines` are what is paid for the share, and
    add up to the gross. `paid_im` is the indice majoré, or the minimum that replaces it.
    """

    day: date
    share: Decimal
    origin: Origin
    paid_im: int
    full_time: Line
    lines: tuple[Line, ...]

    @property
    def month(self) -> Decimal:
        """Gross euros a month."""
        return sum((line.month for line in self.lines), Decimal(0))

    @property
    def year(self) -> Decimal:
        """Gross euros a year."""
        return sum((line.year for line in self.lines), Decimal(0))

    @property
    def used(self) -> tuple[Entry[Any], ...]:
        """Every dated and sourced entry that the figures come from, once each."""
        entries = [*self.origin.used, *(e for line in self.lines for e in line.used)]
        return tuple({(entry.name, entry.value): entry for entry in entries}.values())

    @property
    def certainty(self) -> Certainty:
        """That of the least sure figure used, the grid's among them."""
        of_grid = (self.origin.grid.certainty,) if self.origin.grid else ()
        return weakest((*of_grid, *(entry.certainty for entry in self.used)))


def from_ib(
    ib: int, day: date, *, nbi: Decimal | int = 0, share: Decimal = _FULL_TIME
) -> Calculation:
    """The pay of an indice brut. LookupError where the day's barème does not hold it."""
    majore = indice_majore(ib, day)
    return calculate(Origin(majore.value, str(ib), used=(majore,)), day, nbi=nbi, share=share)


def from_im(
    im: int, day: date, *, nbi: Decimal | int = 0, share: Decimal = _FULL_TIME
) -> Calculation:
    """The pay of an indice majoré, as said."""
    return calculate(Origin(im), day, nbi=nbi, share=share)


def from_grid(
    grid: PayGrid,
    *,
    echelon: str | None = None,
    nbi: Decimal | int = 0,
    share: Decimal = _FULL_TIME,
) -> tuple[Calculation, ...]:
    """The pay of every échelon of a grid, or of one; a hors-échelle one has three chevrons.

    Échelons whose indice majoré is not known on the grid's day are left out. LookupError
    where the grid has no such échelon.
    """
    steps: Iterable[Echelon] = grid.echelons if echelon is None else (grid.echelon(echelon),)
    return tuple(
        calculate(origin, grid.day, nbi=nbi, share=share)
        for step in steps
        for origin in origins(grid, step)
    )


def origins(grid: PayGrid, step: Echelon) -> list[Origin]:
    """The indices majorés of an échelon: one, or one a chevron (`HEA1`, `HEA2`, `HEA3`)."""
    several = len(step.majores) > 1
    return [
        Origin(
            im=majore.value,
            index=f"{step.index}{number}" if several else step.index,
            echelon=step.label,
            grid=grid.version,
            used=(majore,),
        )
        for number, majore in enumerate(step.majores, 1)
    ]


def calculate(
    origin: Origin, day: date, *, nbi: Decimal | int = 0, share: Decimal = _FULL_TIME
) -> Calculation:
    """The pay of an indice majoré. LookupError on a day whose point is not known.

    The share is taken pro rata, as for a temps non complet (a temps partiel of 80 or 90 % is
    paid 6/7 or 32/35: say that share). ValueError unless 0 < share <= 1.
    """
    if not 0 < share <= 1:
        raise ValueError(f"a share of a full post is above 0 and not above 1, not {share}")
    point, minimum = point_value(day), minimum_index(day)
    floored = origin.im < minimum.value
    im = max(origin.im, minimum.value)
    used = (point, minimum) if floored else (point,)
    full_time = _line("traitement brut", Decimal(im), point, used)
    lines = [full_time if share == 1 else _shared(full_time, share)]
    if nbi:
        lines.append(_shared(_line("NBI", Decimal(nbi), point, (point,)), share))
    lines += _differential(full_time, day, share)
    return Calculation(day, share, origin, im, full_time, tuple(lines))


def _line(label: str, points: Decimal, point: Entry[Decimal], used: tuple[Entry[Any], ...]) -> Line:
    year = gross_year(points, point.value)
    return Line(label, gross_month(year), year, points, used)


def _shared(line: Line, share: Decimal) -> Line:
    """The line for a share of a full post."""
    if share == 1:
        return line
    year = cents(line.year * share)
    return Line(line.label, gross_month(year), year, line.points, line.used)


def _differential(full_time: Line, day: date, share: Decimal) -> list[Line]:
    """The indemnité différentielle (D. 91-769): the SMIC a month less the traitement."""
    floor = smic(day)
    missing = floor.value.month - full_time.month
    if missing <= 0:
        return []
    month = cents(missing * share)
    return [Line("indemnité différentielle SMIC", month, month * 12, used=(floor,))]
