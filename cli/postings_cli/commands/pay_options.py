"""Options that the commands of pay share."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from postings_cli.commands.options import read_day

if TYPE_CHECKING:
    from postings.posting import Category, Versant


class VersantName(StrEnum):
    """The three public services."""

    FPT = "FPT"
    FPE = "FPE"
    FPH = "FPH"


class CategoryName(StrEnum):
    """The categories of grades."""

    A_PLUS = "A+"
    A = "A"
    B = "B"
    C = "C"


On = Annotated[
    date | None,
    typer.Option(
        "--on",
        parser=read_day,
        metavar="YYYY-MM-DD",
        show_default=False,
        help="Day whose values are used; today if it is not said.",
    ),
]
VersantOption = Annotated[
    VersantName | None,
    typer.Option(
        "--versant",
        case_sensitive=False,
        metavar="FPT|FPE|FPH",
        show_default=False,
        help="Public service: territoriale, de l'État, hospitalière.",
    ),
]
CategoryOption = Annotated[
    CategoryName | None,
    typer.Option(
        "--category",
        case_sensitive=False,
        metavar="A+|A|B|C",
        show_default=False,
        help="Category of grades.",
    ),
]


def versant_of(option: VersantName | None) -> Versant | None:
    """The library's word for an option."""
    return option.value if option else None


def category_of(option: CategoryName | None) -> Category | None:
    """The library's word for an option."""
    return option.value if option else None
