"""Pay grids: their form, and figures read in the decrees."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from postings.posting import Versant
from postings.reference.grades import grades
from postings.reference.grid_table import (
    GridVersion,
    current_since,
    grades_with_grid,
    grid_table,
    scales,
    versions,
)
from postings.reference.index_scale import hors_echelle_scale
from postings.reference.pay_grids import grid
from postings.reference.series import CERTAINTIES, read_table

_DAY = date(2025, 9, 4)
_NAMED: list[tuple[Versant | None, str]] = [
    *((None, scale) for scale in scales()),
    *grades_with_grid(),
]
_LETTERS = list(dict.fromkeys(name.rstrip("123") for name in hors_echelle_scale().rows))
# Emplois and corps that the table of grades does not hold, or under another name.
_NOT_GRADES = {
    "Assistant socio-éducatif principal",
    "Masseur-kinésithérapeute et orthophoniste",
    "Masseur-kinésithérapeute et orthophoniste hors classe",
    "Pédicure-podologue, ergothérapeute, psychomotricien, orthoptiste, manipulateur",
    "Pédicure-podologue, ergothérapeute, psychomotricien, orthoptiste, manipulateur hors classe",
    "CAIOM",
    "Ingénieur hospitalier en chef de classe normale",
    "Ingénieur hospitalier en chef de classe exceptionnelle",
}
_EMPLOIS = ("DGST ", "DST ", "Directeur SDIS ", "Professeur IMT ", "Maître-assistant IMT ")

_each_grid = pytest.mark.parametrize(("versant", "grade"), _NAMED)


def _first_rank(version: GridVersion) -> list[int]:
    return [int(index) for _, index in version.indices if index.isdigit()]


@_each_grid
def test_versions_do_not_overlap(versant: Versant | None, grade: str) -> None:
    held = versions(versant, grade)
    days = [version.valid_from for version in held]
    assert days == sorted(set(days))
    for version, following in pairwise(held):
        assert version.valid_to is None or version.valid_to < following.valid_from
    last = held[-1]
    assert last.valid_to is None or last.valid_to > last.valid_from


@_each_grid
def test_versions_are_sourced(versant: Versant | None, grade: str) -> None:
    for version in versions(versant, grade):
        assert version.source.strip()
        assert version.certainty in CERTAINTIES
        assert version.valid_from <= grid_table().checked_on


@_each_grid
def test_indices_climb_by_echelon(versant: Versant | None, grade: str) -> None:
    for version in versions(versant, grade):
        ranks = _first_rank(version)
        assert ranks == sorted(set(ranks))
        letters = [index for _, index in version.indices if not index.isdigit()]
        assert letters == sorted(letters, key=_LETTERS.index)
        labels = [label for label, _ in version.indices]
        assert len(labels) == len(set(labels))
        numbers = [int(label) for label in labels if label.isdigit()]
        assert numbers == list(range(1, len(numbers) + 1))


@_each_grid
def test_every_index_is_in_the_bareme(versant: Versant | None, grade: str) -> None:
    """Save the hors échelle of 2017 and 2018, whose figures were not found."""
    for version in versions(versant, grade):
        if versant is None:
            continue
        on_its_day = grid(grade, versant, version.valid_from)
        assert on_its_day is not None
        majores = [(step.im, step.im_max) for step in on_its_day.echelons if step.majores]
        assert all(low is not None and high is not None and low <= high for low, high in majores)
        firsts = [low for low, _ in majores if low is not None]
        assert firsts == sorted(firsts)
        blank = [step for step in on_its_day.echelons if not step.majores]
        assert not blank or (version.valid_from.year < 2019 and all(s.letter for s in blank))


def test_names_are_those_of_the_grades() -> None:
    known = {(entry.versant, entry.name) for entry in grades()}
    strangers = {name for versant, name in grades_with_grid() if (versant, name) not in known}
    assert {name for name in strangers if not name.startswith(_EMPLOIS)} == _NOT_GRADES


def test_all_sources_serve() -> None:
    held = {row.split(";", 1)[0] for row in read_table("pay_sources.csv").rows}
    assert held == {row.split(";")[6] for row in grid_table().rows}


@pytest.mark.parametrize(
    ("grade", "versant", "day", "certainty", "indices"),
    [
        ("Adjoint technique", "FPT", _DAY, "official", "367 368 370 371 374 378 381 387 401 419 432"),
        ("Rédacteur", "FPT", _DAY, "published", "389 395 397 401 415 431 452 478 500 513 538 563 597"),
        ("Attaché", "FPT", _DAY, "official", "444 469 499 525 567 611 653 693 732 778 821"),
        ("Ingénieur", "FPT", date(2018, 3, 1), "official", "434 464 505 551 597 633 679 724 758 810"),
        ("Ingénieur", "FPT", date(2019, 12, 31), "official", "441 471 512 558 604 640 686 731 765 816"),
        ("Ingénieur général", "FPT", _DAY, "official", "1027 HEA HEB HEBbis HEC HED"),
        ("Garde champêtre chef principal", "FPT", date(2024, 3, 31), "official", "388 397 412 430 448 460 478 499 525 558"),
        ("Garde champêtre chef principal", "FPT", date(2024, 4, 1), "official", "390 407 425 445 469 487 501 526 566 597"),
        ("Aide-soignant de classe supérieure", "FPH", _DAY, "official", "433 449 464 484 508 532 561 585 612 638 665"),
        ("Ingénieur d'études hors classe", "FPE", _DAY, "official", "620 656 693 732 767 807 849 880 922 964 995 1015"),
        ("Adjoint administratif", "FPE", _DAY, "assumed", "367 368 370 371 374 378 381 387 401 419 432"),
    ],
)  # fmt: skip
def test_grids(grade: str, versant: Versant, day: date, certainty: str, indices: str) -> None:
    found = grid(grade, versant, day)
    assert found is not None
    assert [step.index for step in found.echelons] == indices.split()
    assert found.certainty == certainty


@pytest.mark.parametrize(
    ("grade", "versant", "day"),
    [
        ("Rédacteur", "FPT", date(2022, 8, 31)),  # before the first version known
        ("Administrateur hors classe", "FPT", _DAY),  # only an unverified grid
        ("Conseiller des activités physiques et sportives", "FPT", _DAY),
        ("Assistant socio-éducatif", "FPT", date(2020, 6, 1)),  # between two versions
        ("Infirmier en soins généraux de classe normale", "FPT", date(2022, 1, 1)),
        ("Rédacteur", "FPE", _DAY),
        ("C1", None, _DAY),  # a scale is no grade
    ],
)
def test_unknown_grids(grade: str, versant: Versant | None, day: date) -> None:
    assert grid(grade, versant, day) is None


def test_without_versant_the_grids_must_agree() -> None:
    shared = grid("Adjoint technique", None, _DAY)
    assert shared is not None and shared.certainty == "assumed"
    assert grid("Adjoint technique", "FPT", _DAY) != shared


def test_names_are_found_however_written() -> None:
    names = ("Rédacteur principal de 2ème classe", "rédacteur principal de 2e classe")
    assert len({grid(name, "FPT", _DAY) for name in names}) == 1
    assert grid("REDACTEUR PRINCIPAL DE 1RE CLASSE", "FPT", _DAY) is not None


def test_a_common_scale_is_sourced_by_both() -> None:
    found = grid("Animateur", "FPT", _DAY)
    assert found is not None
    assert found.version.scale == "NES B1"
    assert found.name == "grid:FPT/Animateur@2022-09-01"
    assert "cdg45.fr" in found.version.source and "Décret 2022-1201" in found.version.source


def test_deduced_dates_say_so() -> None:
    early, late = date(2020, 2, 1), current_since()
    before, after = grid("Attaché", "FPT", early), grid("Attaché", "FPT", late)
    assert before is not None and not before.day_is_sure
    assert after is not None and after.day_is_sure
    assert grid("Attaché", "FPT", date(2020, 1, 1) - timedelta(days=1)) is None


def test_echelons() -> None:
    found = grid("Attaché hors classe", "FPT", _DAY)
    assert found is not None
    special, last = found.echelon("ES"), found.echelon("6")
    assert (special.ib, special.letter, special.im, special.im_max) == (None, "HEA", 895, 977)
    assert (last.ib, last.letter, last.im, last.im_max) == (1027, None, 835, 835)
    with pytest.raises(LookupError):
        found.echelon("7")
