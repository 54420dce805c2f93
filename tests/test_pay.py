"""From indices to gross, and an estimate of net."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from postings.pay.calculation import calculate, from_grid, from_ib, from_im, gross_month, gross_year
from postings.pay.net import civil_servant_regime, net_estimate
from postings.reference.pay_grids import grid

_DAY = date(2025, 9, 4)
_JANUARY_2023 = date(2023, 1, 15)


@pytest.mark.parametrize(
    ("ib", "day", "im", "year", "month"),
    [
        (444, _DAY, 395, "23333.99", "1944.50"),
        (821, _DAY, 678, "40051.77", "3337.65"),
        (444, _JANUARY_2023, 390, "22698.16", "1891.51"),
        (821, _JANUARY_2023, 673, "39168.87", "3264.07"),
        (1027, _DAY, 835, "49326.29", "4110.52"),
    ],
)
def test_gross_of_an_indice_brut(ib: int, day: date, im: int, year: str, month: str) -> None:
    pay = from_ib(ib, day)
    assert (pay.paid_im, pay.origin.index) == (im, str(ib))
    assert (pay.year, pay.month) == (Decimal(year), Decimal(month))


def test_half_a_cent_goes_up() -> None:
    assert gross_year(1, Decimal("10.005")) == Decimal("10.01")
    assert gross_month(Decimal("40051.77")) == Decimal("3337.65")


def test_every_figure_is_traced() -> None:
    pay = from_ib(444, _DAY, nbi=25)
    assert [entry.name for entry in pay.used] == ["ib-im@2024-01-01", "point-indice@2023-07-01"]
    assert all(entry.source for entry in pay.used)
    assert pay.certainty == "official"


def test_nbi_is_a_line_of_its_own() -> None:
    pay = from_im(395, _DAY, nbi=25)
    traitement, nbi = pay.lines
    assert (traitement.points, traitement.month) == (Decimal(395), Decimal("1944.50"))
    assert (nbi.label, nbi.points, nbi.month) == ("NBI", Decimal(25), Decimal("123.07"))
    assert pay.month == traitement.month + nbi.month


def test_nobody_is_paid_below_the_minimum_index() -> None:
    pay = from_ib(367, _JANUARY_2023)
    assert (pay.origin.im, pay.paid_im) == (340, 353)
    assert "indice-minimum@2023-01-01" in [entry.name for entry in pay.used]
    assert from_ib(367, date(2023, 7, 1)).paid_im == 361


@pytest.mark.parametrize(
    ("day", "im", "month"),
    [
        (date(2026, 1, 1), 366, "21.29"),  # published by FHF and CDG34, as that of 370
        (date(2026, 1, 1), 367, "16.37"),
        (date(2026, 1, 1), 370, "1.60"),
        (date(2026, 6, 1), 366, "65.28"),
        (date(2025, 9, 4), 366, "0.06"),
    ],
)
def test_the_smic_differential(day: date, im: int, month: str) -> None:
    last = from_im(im, day).lines[-1]
    assert (last.label, last.month) == ("indemnité différentielle SMIC", Decimal(month))


def test_no_differential_above_the_smic() -> None:
    assert len(from_im(371, date(2026, 1, 1)).lines) == 1
    assert len(from_im(380, date(2026, 6, 1)).lines) == 1


def test_a_share_of_a_full_post() -> None:
    pay = from_im(395, _DAY, nbi=10, share=Decimal("0.8"))
    assert pay.full_time.year == Decimal("23333.99")
    assert [line.year for line in pay.lines] == [Decimal("18667.19"), Decimal("472.58")]
    part = from_im(366, date(2026, 1, 1), share=Decimal("0.5")).lines[-1]
    assert part.month == Decimal("10.65")


@pytest.mark.parametrize("share", ["0", "-0.5", "1.2"])
def test_an_impossible_share(share: str) -> None:
    with pytest.raises(ValueError, match="share"):
        from_im(395, _DAY, share=Decimal(share))


def test_before_the_tables() -> None:
    with pytest.raises(LookupError):
        from_im(395, date(2009, 9, 30))


def test_a_grid_has_a_calculation_an_echelon() -> None:
    held = grid("Rédacteur principal de 2ème classe", "FPT", _DAY)
    assert held is not None
    (fifth,) = from_grid(held, echelon="5")
    assert (fifth.origin.echelon, fifth.origin.index, fifth.paid_im) == ("5", "458", 406)
    assert (fifth.month, fifth.certainty) == (Decimal("1998.65"), "published")
    assert len(from_grid(held)) == 12
    with pytest.raises(LookupError):
        from_grid(held, echelon="13")


def test_a_letter_has_a_calculation_a_chevron() -> None:
    held = grid("Attaché hors classe", "FPT", _DAY)
    assert held is not None
    chevrons = from_grid(held, echelon="ES")
    assert [pay.origin.index for pay in chevrons] == ["HEA1", "HEA2", "HEA3"]
    assert chevrons[-1].year == Decimal("57714.71")


def test_net_of_a_civil_servant() -> None:
    estimate = net_estimate(from_im(395, _DAY, nbi=25), "CNRACL")
    held_back = {c.label: (c.base, c.month) for c in estimate.contributions}
    assert estimate.gross == Decimal("2067.57")
    assert held_back == {
        "retenue pour pension (CNRACL)": (Decimal("2067.57"), Decimal("229.50")),
        "CSG déductible": (Decimal("2031.39"), Decimal("138.13")),
        "CSG non déductible": (Decimal("2031.39"), Decimal("48.75")),
        "CRDS": (Decimal("2031.39"), Decimal("10.16")),
    }
    assert estimate.month == Decimal("1641.03")
    assert estimate.certainty == "published"
    assert {"csg-assiette@2012-01-01", "pension-cnracl@2020-01-01"} <= {
        entry.name for entry in estimate.used
    }


def test_the_differential_bears_the_rafp() -> None:
    estimate = net_estimate(from_im(366, date(2026, 1, 1)), "pension civile")
    bases = {c.label: c.base for c in estimate.contributions}
    assert bases["RAFP"] == Decimal("21.29")
    assert bases["retenue pour pension (pension civile)"] == Decimal("1801.74")


def test_solidarity_was_due_until_2017() -> None:
    labels = [
        [c.label for c in net_estimate(from_im(395, day), "CNRACL").contributions]
        for day in (date(2017, 12, 31), date(2018, 1, 1))
    ]
    assert ["contribution de solidarité" in each for each in labels] == [True, False]


def test_net_of_a_contract_agent() -> None:
    """Above the ceiling of 2025, 3 925 euros; the NBI is for civil servants only."""
    estimate = net_estimate(from_im(835, _DAY, nbi=25), "IRCANTEC")
    bases = {c.label: (c.base, c.rate.value) for c in estimate.contributions}
    assert estimate.gross == Decimal("4110.52")
    assert bases["vieillesse plafonnée (CNAV)"] == (Decimal("3925.00"), Decimal("6.9"))
    assert bases["vieillesse déplafonnée (CNAV)"] == (Decimal("4110.52"), Decimal("0.4"))
    assert bases["IRCANTEC tranche A"] == (Decimal("3925.00"), Decimal("2.8"))
    assert bases["IRCANTEC tranche B"] == (Decimal("185.52"), Decimal("6.95"))
    assert "maladie" not in bases
    assert estimate.month == Decimal("3308.72")


def test_rates_unknown_before_their_tables() -> None:
    with pytest.raises(LookupError):
        net_estimate(from_im(395, date(2020, 12, 31)), "IRCANTEC")
    with pytest.raises(LookupError):
        net_estimate(from_im(395, date(2010, 12, 31)), "CNRACL")


def test_regimes() -> None:
    assert [civil_servant_regime(v) for v in ("FPT", "FPH", "FPE")] == [
        "CNRACL",
        "CNRACL",
        "pension civile",
    ]


def test_calculations_are_pure() -> None:
    origin = from_im(395, _DAY).origin
    assert calculate(origin, _DAY) == calculate(origin, _DAY)
