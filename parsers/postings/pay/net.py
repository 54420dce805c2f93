"""An estimate of net pay before income tax, each contribution on its line.

It is an estimate: it knows the traitement, the NBI and the SMIC's indemnité différentielle,
and no bonus, no complementary insurance and no local scheme (Alsace-Moselle). All sums are
euros a month. Index pays stay under four times the ceiling of the Sécurité sociale, above
which the CSG's abatement would end.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from postings.pay.calculation import Calculation, cents
from postings.posting import Versant
from postings.reference.net_rates import RateName, rate_series
from postings.reference.series import Certainty, Entry, weakest

# Civil servants of the FPT and FPH, those of the State, and contract agents of all three.
Regime = Literal["CNRACL", "pension civile", "IRCANTEC"]


class Contribution(Struct, frozen=True):
    """One amount held back: `rate` per cent of `base` euros a month."""

    label: str
    base: Decimal
    rate: Entry[Decimal]

    @property
    def month(self) -> Decimal:
        """Euros a month."""
        return cents(self.base * self.rate.value / 100)


class NetEstimate(Struct, frozen=True):
    """Gross, what is held back, and the rest, in euros a month; `used` is every entry read."""

    regime: Regime
    gross: Decimal
    contributions: tuple[Contribution, ...]
    used: tuple[Entry[Decimal], ...]

    @property
    def month(self) -> Decimal:
        """Net before income tax a month: an estimate."""
        return self.gross - sum((c.month for c in self.contributions), Decimal(0))

    @property
    def certainty(self) -> Certainty:
        """That of the least sure rate."""
        return weakest(entry.certainty for entry in self.used)


def civil_servant_regime(versant: Versant) -> Regime:
    """The regime of a civil servant of a versant."""
    return "pension civile" if versant == "FPE" else "CNRACL"


def net_estimate(pay: Calculation, regime: Regime) -> NetEstimate:
    """Estimate the net of a pay under a regime.

    A contract agent has no NBI: it is left out of the gross. LookupError for a day before
    the rates of the regime are known (civil servants 2011, contract agents 2021).
    """
    amounts = {line.label: line.month for line in pay.lines}
    if regime == "IRCANTEC":
        amounts.pop("NBI", None)
    gross = sum(amounts.values(), Decimal(0))
    own = _contract_agent if regime == "IRCANTEC" else _civil_servant
    contributions = [*own(pay, amounts, regime), *_social(gross, pay.day)]
    used = {c.rate.name: c.rate for c in contributions}
    for extra in (_rate("csg-assiette", pay.day), *_ceilings(pay.day, regime)):
        used[extra.name] = extra
    due = tuple(c for c in contributions if c.base and c.rate.value)
    return NetEstimate(regime, gross, due, tuple(used.values()))


def _rate(name: RateName, day: date) -> Entry[Decimal]:
    return rate_series()[name].on(day)


def _ceilings(day: date, regime: Regime) -> list[Entry[Decimal]]:
    return [_rate("pmss" if regime == "IRCANTEC" else "rafp-plafond", day)]


def _social(gross: Decimal, day: date) -> list[Contribution]:
    """The CSG and CRDS, due by everybody on the same share of the gross."""
    base = cents(gross * _rate("csg-assiette", day).value / 100)
    return [
        Contribution("CSG déductible", base, _rate("csg-deductible", day)),
        Contribution("CSG non déductible", base, _rate("csg-non-deductible", day)),
        Contribution("CRDS", base, _rate("crds", day)),
    ]


def _civil_servant(
    pay: Calculation, amounts: dict[str, Decimal], regime: Regime
) -> list[Contribution]:
    """Pension on traitement and NBI, RAFP on the rest, solidarity until 2017."""
    traitement = amounts["traitement brut"]
    pensionable = traitement + amounts.get("NBI", Decimal(0))
    rest = sum(amounts.values(), Decimal(0)) - pensionable
    ceiling = cents(traitement * _rate("rafp-plafond", pay.day).value / 100)
    name: RateName = "pension-cnracl" if regime == "CNRACL" else "pension-civile"
    pension = Contribution(f"retenue pour pension ({regime})", pensionable, _rate(name, pay.day))
    after_pension = pensionable + rest - pension.month
    return [
        pension,
        Contribution("RAFP", min(rest, ceiling), _rate("rafp", pay.day)),
        Contribution("contribution de solidarité", after_pension, _rate("solidarite", pay.day)),
    ]


def _contract_agent(
    pay: Calculation, amounts: dict[str, Decimal], regime: Regime
) -> list[Contribution]:
    """CNAV and IRCANTEC, by slices of the ceiling, which a share of a post reduces."""
    day, gross = pay.day, sum(amounts.values(), Decimal(0))
    ceiling = cents(_rate("pmss", day).value * pay.share)
    under, over = min(gross, ceiling), max(gross - ceiling, Decimal(0))
    return [
        Contribution("maladie", gross, _rate("maladie", day)),
        Contribution("vieillesse plafonnée (CNAV)", under, _rate("cnav-plafonnee", day)),
        Contribution("vieillesse déplafonnée (CNAV)", gross, _rate("cnav-deplafonnee", day)),
        Contribution(f"{regime} tranche A", under, _rate("ircantec-a", day)),
        Contribution(f"{regime} tranche B", over, _rate("ircantec-b", day)),
    ]
