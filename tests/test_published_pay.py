"""Gross pay of a grade, échelon and day as independent publishers print it.

Indices and monthly euros are those on the publisher's page. The euros a year are worked out by
hand: indice majoré x annual value of the point (56.2323 from 2017-02-01, 58.2004 from 2022-07-01,
59.0734 from 2023-07-01), half a cent up; the month is a twelfth of it. Publishers print the
traitement alone, so the full-time line is compared, without the SMIC differential. A page that
bears no day is checked on a day of the point and the barème that it uses.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from postings.pay.calculation import Calculation, from_grid
from postings.posting import Versant
from postings.reference.pay_grids import grid


def _pay(versant: Versant, grade: str, day: str, echelon: str, index: str) -> Calculation:
    """The pay of one échelon; of a lettre hors échelle, that of the chevron named by `index`."""
    held = grid(grade, versant, date.fromisoformat(day))
    assert held is not None
    paid = {pay.origin.index: pay for pay in from_grid(held, echelon=echelon)}
    assert index in paid
    return paid[index]


def _ids(rows: list[tuple[Versant, str, str, str, str, int, str, str, str]]) -> list[str]:
    return [f"{row[0]} {row[1]} {row[3]} {row[2]}" for row in rows]


# versant, grade, day, échelon, index, indice majoré, year by hand, month as printed, publisher
# fmt: off
_PRINTED: list[tuple[Versant, str, str, str, str, int, str, str, str]] = [
    ("FPT", "Attaché", "2024-06-01", "6", "611", 518, "30600.02", "2550.00", "grilles.microscop.icu, grille 8"),
    ("FPT", "Attaché", "2024-06-01", "10", "778", 645, "38102.34", "3175.20", "grilles.microscop.icu, grille 8"),
    ("FPT", "Ingénieur principal", "2024-06-01", "4", "791", 655, "38693.08", "3224.42", "grilles.microscop.icu, grille 203"),
    ("FPT", "Ingénieur principal", "2024-06-01", "9", "1015", 826, "48794.63", "4066.22", "grilles.microscop.icu, grille 203"),
    ("FPT", "Ingénieur", "2022-07-13", "4", "565", 478, "27819.79", "2318.32", "emploitheque.org, grade territorial 182 (ingénieur reclassé), 13 July 2022"),
    ("FPT", "Ingénieur", "2022-07-13", "10", "821", 673, "39168.87", "3264.07", "emploitheque.org, grade territorial 182 (ingénieur reclassé), 13 July 2022"),
    ("FPT", "Ingénieur en chef", "2024-07-01", "4", "623", 528, "31190.76", "2599.23", "lagazettedescommunes.com, 626330, July 2024"),
    ("FPT", "Ingénieur en chef hors classe", "2025-11-20", "2", "842", 694, "40996.94", "3416.41", "interco.cfdt.fr, ingénieurs territoriaux en chef, grids of July 2024"),
    ("FPT", "Ingénieur général", "2025-11-20", "1", "1027", 835, "49326.29", "4110.52", "interco.cfdt.fr, ingénieurs territoriaux en chef, grids of July 2024"),
    ("FPT", "Cadre de santé", "2024-07-01", "2", "577", 492, "29064.11", "2422.01", "lagazettedescommunes.com, 630920, July 2024"),
    ("FPT", "Cadre de santé", "2024-07-01", "3", "614", 520, "30718.17", "2559.85", "lagazettedescommunes.com, 630920, July 2024"),
    ("FPT", "Cadre de santé infirmier ou technicien paramédical", "2024-06-01", "5", "642", 542, "32017.78", "2668.15", "grilles.microscop.icu, grille 89"),
    ("FPT", "Auxiliaire de puériculture de classe normale", "2024-11-15", "4", "434", 388, "22920.48", "1910.04", "vocationservicepublic.fr, 63889, November 2024"),
    ("FPT", "Auxiliaire de puériculture de classe supérieure", "2024-11-15", "9", "612", 519, "30659.09", "2554.92", "vocationservicepublic.fr, 63889, November 2024"),
    ("FPT", "Adjoint administratif", "2025-01-01", "1", "367", 366, "21620.86", "1801.74", "fafpt.org, 7352, adjoints administratifs"),
    ("FPT", "Adjoint administratif", "2025-01-01", "11", "432", 387, "22861.41", "1905.12", "fafpt.org, 7352, adjoints administratifs"),
    ("FPT", "Adjoint administratif principal de 1ère classe", "2025-01-01", "8", "499", 435, "25696.93", "2141.41", "fafpt.org, 7352, adjoints administratifs"),
    ("FPT", "Adjoint technique", "2022-05-01", "5", "374", 352, "19793.77", "1649.48", "CDG 71, revalorisation du 1er mai 2022: échelons 1 to 7 paid the minimum; index: C1, fafpt.org 7352"),
    ("FPE", "Attaché d'administration de l'État", "2024-05-29", "5", "567", 485, "28650.60", "2387.55", "emploitheque.org, corps d'État 31, 29 May 2024"),
    ("FPE", "Attaché principal d'administration de l'État", "2024-05-29", "6", "843", 695, "41056.01", "3421.33", "emploitheque.org, corps d'État 31, 29 May 2024"),
    ("FPE", "Attaché d'administration de l'État hors classe", "2024-05-29", "1", "797", 660, "38988.44", "3249.04", "emploitheque.org, corps d'État 31, 29 May 2024"),
    ("FPE", "Attaché d'administration de l'État hors classe", "2024-05-29", "ES", "HEA3", 977, "57714.71", "4809.56", "emploitheque.org, corps d'État 31, 29 May 2024"),
    ("FPH", "Cadre de santé paramédical hors classe", "2023-07-11", "1", "850", 695, "41056.01", "3421.33", "emploitheque.org, grade hospitalier 153, 11 July 2023"),
    ("FPH", "Cadre de santé paramédical hors classe", "2023-07-11", "ES", "HEA1", 890, "52575.33", "4381.28", "emploitheque.org, grade hospitalier 153, 11 July 2023"),
    ("FPH", "Attaché d'administration hospitalière hors classe", "2023-07-11", "3", "896", 730, "43123.58", "3593.63", "emploitheque.org, grade hospitalier 146, 11 July 2023"),
    ("FPH", "Sage-femme des hôpitaux du 2ème grade", "2026-01-17", "1", "676", 568, "33553.69", "2796.14", "emploitheque.org, grade hospitalier 132, 17 January 2026"),
    ("FPH", "Sage-femme des hôpitaux du 2ème grade", "2026-01-17", "8", "974", 794, "46904.28", "3908.69", "emploitheque.org, grade hospitalier 132, 17 January 2026"),
]

# The page gives indices bruts only: indices majorés are those of the barème of D. 82-1105,
# and the month too is worked out by hand.
_DECREES: list[tuple[Versant, str, str, str, str, int, str, str, str]] = [
    ("FPT", "Ingénieur", "2019-06-01", "10", "816", 669, "37619.41", "3134.95", "D. 2016-203, article 1, column of 1 January 2019"),
    ("FPT", "Infirmier en soins généraux de classe normale", "2020-06-01", "8", "646", 540, "30365.44", "2530.45", "D. 2012-1421, article 1, column of 1 January 2020 (lexbase.fr)"),
    ("FPH", "Aide-soignant de classe normale", "2022-09-01", "4", "434", 383, "22290.75", "1857.56", "geroscopie.fr, 30621: decree of 31 August 2022"),
]

# The month as printed, then the month by hand. These pages drop what is
# below their last figure or round to it: a cent, or a euro for whole euros, may differ.
_CUT: list[tuple[Versant, str, str, str, str, int, str, str, str, str]] = [
    ("FPT", "Ingénieur en chef", "2024-07-01", "2", "525", 455, "26878.40", "2239.86", "2239.87", "lagazettedescommunes.com, 626330, July 2024"),
    ("FPT", "Adjoint administratif principal de 2ème classe", "2025-01-01", "9", "446", 397, "23452.14", "1954.34", "1954.35", "fafpt.org, 7352, adjoints administratifs"),
    ("FPT", "Adjoint technique principal de 2ème classe", "2024-11-01", "10", "461", 409, "24161.02", "2013.41", "2013.42", "cgtvilledenancy.com, catégorie C, 1 November 2024"),
    ("FPT", "Rédacteur", "2022-09-01", "4", "401", 363, "21126.75", "1760", "1760.56", "cgt-casvp.blogspot.com, September 2022, first grade of D. 2022-1201"),
    ("FPT", "Rédacteur", "2022-09-01", "13", "597", 503, "29274.80", "2439", "2439.57", "cgt-casvp.blogspot.com, September 2022, first grade of D. 2022-1201"),
    ("FPE", "Ingénieur d'études de classe normale", "2025-01-15", "13", "774", 642, "37925.12", "3160", "3160.43", "cgt.fercsup.net, IGE, 20 November 2024; D. 2024-526, article 2"),
    ("FPE", "Ingénieur de recherche", "2023-07-10", "10", "1027", 830, "49030.92", "4086", "4085.91", "cgt.fercsup.net, IGR, 10 July 2023; index: top of D. 2022-1751"),
    ("FPE", "Adjoint technique de recherche et de formation", "2022-08-08", "4", "371", 352, "20486.54", "1707", "1707.21", "cgt.fercsup.net, catégorie C, 8 August 2022: the minimum for échelon 4; index: C1, fafpt.org 7352"),
    ("FPE", "Adjoint technique de recherche et de formation", "2022-08-08", "11", "432", 382, "22232.55", "1853", "1852.71", "cgt.fercsup.net, catégorie C, 8 August 2022; index: C1, fafpt.org 7352"),
]

# Rows whose page is wrong: printed index and indice majoré, then the right ones and why.
_MISPRINTED: list[tuple[Versant, str, str, str, str, int, str, int, str]] = [
    # 896 is 730 until 2023 and 735 with the five points of D. 2023-519 (emploitheque.org, 153 and 31).
    ("FPT", "Ingénieur principal", "2024-06-01", "6", "896", 734, "896", 735, "grilles.microscop.icu, grille 203"),
    # 610 is 512 until 2023 (D. 82-1105) and 517 since; the page has 519 for 612, and 611 is 518.
    ("FPT", "Auxiliaire de puériculture de classe normale", "2024-11-15", "11", "610", 515, "610", 517, "vocationservicepublic.fr, 63889, November 2024"),
    # The page of 2023 keeps indices of 2017; 797 is the first échelon since (emploitheque.org, 31).
    ("FPE", "Attaché d'administration de l'État hors classe", "2023-05-15", "1", "784", 645, "797", 655, "vocationservicepublic.fr, chargé de mission, May 2023"),
]
# fmt: on


@pytest.mark.parametrize(
    ("versant", "grade", "day", "echelon", "index", "im", "year", "month", "publisher"),
    _PRINTED + _DECREES,
    ids=_ids(_PRINTED + _DECREES),
)
def test_pay_as_published(
    versant: Versant,
    grade: str,
    day: str,
    echelon: str,
    index: str,
    im: int,
    year: str,
    month: str,
    publisher: str,
) -> None:
    pay = _pay(versant, grade, day, echelon, index)
    assert pay.paid_im == im, publisher
    assert (pay.full_time.year, pay.full_time.month) == (Decimal(year), Decimal(month)), publisher


@pytest.mark.parametrize(
    ("versant", "grade", "day", "echelon", "index", "im", "year", "printed", "month", "publisher"),
    _CUT,
    ids=[f"{row[0]} {row[1]} {row[3]} {row[2]}" for row in _CUT],
)
def test_pay_within_the_last_figure_published(
    versant: Versant,
    grade: str,
    day: str,
    echelon: str,
    index: str,
    im: int,
    year: str,
    printed: str,
    month: str,
    publisher: str,
) -> None:
    pay = _pay(versant, grade, day, echelon, index)
    assert pay.paid_im == im, publisher
    assert (pay.full_time.year, pay.full_time.month) == (Decimal(year), Decimal(month)), publisher
    last_figure = Decimal("0.01") if "." in printed else Decimal(1)
    assert abs(pay.full_time.month - Decimal(printed)) <= last_figure, publisher


@pytest.mark.parametrize(
    ("versant", "grade", "day", "echelon", "printed", "printed_im", "index", "im", "publisher"),
    _MISPRINTED,
    ids=[f"{row[0]} {row[1]} {row[3]} {row[2]}" for row in _MISPRINTED],
)
def test_misprints_are_not_followed(
    versant: Versant,
    grade: str,
    day: str,
    echelon: str,
    printed: str,
    printed_im: int,
    index: str,
    im: int,
    publisher: str,
) -> None:
    pay = _pay(versant, grade, day, echelon, index)
    assert (pay.origin.index, pay.paid_im) == (index, im), publisher
    assert (pay.origin.index, pay.paid_im) != (printed, printed_im), publisher
