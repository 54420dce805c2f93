"""Compare the dated series of pay with those of openfisca-france, value by value.

usage: openfisca.py PARAMETERS

PARAMETERS is the folder `openfisca_france/parameters` of an unpacked openfisca-france (pip
download --no-deps openfisca-france); PyYAML must be installed. Each day on which either side
changes is compared, from the first that the tables know. Exit code 1 where something differs
that is not explained below.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from postings.reference.minimum import minimum_series
from postings.reference.net_rates import rate_series
from postings.reference.point import point_series
from postings.reference.series import Series
from postings.reference.smic import smic_series

Dated = dict[date, Decimal]

_PAY = "marche_travail/remuneration_dans_fonction_publique"
_PUBLIC = "prelevements_sociaux/cotisations_secteur_public"
_GENERAL = "prelevements_sociaux/cotisations_securite_sociale_regime_general/cnav/salarie"
_CSG = "prelevements_sociaux/contributions_sociales"
_IRCANTEC = f"{_PUBLIC}/ircantec/taux_cotisations_appeles/salarie/ircantec"

# Our series: the file, the bracket of a scale, and what one unit of theirs is of ours.
_RATES = {
    "pension-cnracl": (f"{_PUBLIC}/cnracl/salarie/cnracl_s_ti", 0, 100),
    "pension-civile": (f"{_PUBLIC}/retraite/pension/salarie/pension", 0, 100),
    "rafp": (f"{_PUBLIC}/rafp/salarie/rafp", 0, 100),
    "rafp-plafond": (f"{_PUBLIC}/rafp/rafp_plaf_assiette", 0, 100),
    "solidarite": (f"{_PUBLIC}/fds/salarie/solidarite", 0, 100),
    "ircantec-a": (_IRCANTEC, 0, 100),
    "ircantec-b": (_IRCANTEC, 1, 100),
    "csg-deductible": (f"{_CSG}/csg/activite/deductible", 0, 100),
    "csg-non-deductible": (f"{_CSG}/csg/activite/imposable", 0, 100),
    "crds": (f"{_CSG}/crds", 0, 100),
    "cnav-plafonnee": (f"{_GENERAL}/vieillesse_plafonnee", 0, 100),
    "cnav-deplafonnee": (f"{_GENERAL}/vieillesse_deplafonnee", 0, 100),
    "pmss": ("prelevements_sociaux/pss/plafond_securite_sociale_mensuel", 0, 1),
}

# The contribution de solidarité ended on that day (loi 2017-1837, art. 112); their series has
# no entry for its end.
_EXPLAINED = {("solidarite", date(2018, 1, 1))}


def theirs(parameters: Path, file: str, bracket: int, unit: int) -> Dated:
    """The values of one file by their first day, in our unit, to a hundredth of a hundredth."""
    yaml: Any = importlib.import_module("yaml")
    read = yaml.safe_load((parameters / f"{file}.yaml").read_text(encoding="utf-8"))
    values = read["values"] if "values" in read else _bracket(read, bracket)
    numbers = {day: cell["value"] for day, cell in values.items() if cell["value"] is not None}
    return {day: round(Decimal(str(number)) * unit, 4) for day, number in numbers.items()}


def _bracket(read: dict[str, Any], bracket: int) -> dict[date, Any]:
    part: dict[str, dict[date, Any]] = read["brackets"][bracket]
    return part["rate"]


def ours(series: Series[Any], part: str | None = None) -> Dated:
    """The values of one of our series by their first day; `part` of those with several."""
    return {
        e.effective: Decimal(getattr(e.value, part) if part else e.value) for e in series.entries
    }


def abatement_left(values: Dated) -> Dated:
    """The share that bears the CSG, of the share that does not."""
    return {day: 100 - value for day, value in values.items()}


def pairs(parameters: Path) -> Iterator[tuple[str, Dated, Dated]]:
    """Every series that both sides have: its name, our values, theirs."""
    smic, folder = smic_series(), "marche_travail/salaire_minimum/smic"
    point = theirs(parameters, f"{_PAY}/indicefp/point_indice_en_euros", 0, 1)
    yield "point-indice", ours(point_series()), point
    minimum = theirs(parameters, f"{_PAY}/indice_majore_minimal", 0, 1)
    yield "indice-minimum", ours(minimum_series()), minimum
    yield "smic hour", ours(smic, "hour"), theirs(parameters, f"{folder}/smic_b_horaire", 0, 1)
    yield "smic month", ours(smic, "month"), theirs(parameters, f"{folder}/smic_b_mensuel", 0, 1)
    abatement = theirs(parameters, f"{_CSG}/csg/activite/abattement", 0, 100)
    yield "csg-assiette", ours(rate_series()["csg-assiette"]), abatement_left(abatement)
    for name, where in _RATES.items():
        yield name, ours(rate_series()[name]), theirs(parameters, *where)


def _on(values: Dated, day: date) -> Decimal | None:
    known = [first for first in values if first <= day]
    return values[max(known)] if known else None


def differences(mine: Dated, other: Dated) -> Iterator[tuple[date, Decimal | None, Decimal | None]]:
    """The days of change on which the values differ by more than a rounding."""
    for day in sorted({*mine, *(day for day in other if day >= min(mine))}):
        a, b = _on(mine, day), _on(other, day)
        if a is None or b is None or abs(a - b) > Decimal("0.005"):
            yield day, a, b


def main() -> int:
    """Print each series, how many days were compared, and every difference."""
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        sys.exit(__doc__)
    unexplained = 0
    for name, mine, other in pairs(Path(sys.argv[1])):
        differ = list(differences(mine, other))
        days = {*mine, *(day for day in other if day >= min(mine))}
        print(f"{name:20} {len(days):3} days, {len(differ)} differ")
        for day, a, b in differ:
            explained = (name, day) in _EXPLAINED
            print(f"    {day}  ours {a}  theirs {b}{'  (explained)' if explained else ''}")
            unexplained += not explained
    return 1 if unexplained else 0


if __name__ == "__main__":
    sys.exit(main())
