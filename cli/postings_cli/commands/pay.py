"""`postings pay`: the calculator by itself."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from postings_cli.commands.options import Debug, Format, FormatOption, NoColor
from postings_cli.commands.pay_options import (
    CategoryOption,
    On,
    VersantOption,
    category_of,
    versant_of,
)
from postings_cli.commands.writing import drawn, wants_json, write_json, write_sheet
from postings_cli.streams import quiet_pipe, tell, write_text

if TYPE_CHECKING:
    from postings_cli.pay.answer import PayAnswer

Ib = Annotated[
    str | None,
    typer.Option("--ib", metavar="N[-M]", help="Indice brut or a range: 444-821, HEA, 797-HEA3."),
]
Im = Annotated[
    str | None, typer.Option("--im", metavar="N[-M]", help="Indice majoré or a range: 395.")
]
GradeOption = Annotated[
    str,
    typer.Option(
        "--grade",
        metavar="NAME",
        show_default=False,
        help="A grade; a corps in the plural.",
    ),
]
Echelon = Annotated[
    str,
    typer.Option(
        "--echelon", metavar="N", show_default=False, help="One échelon of the grade: 5, ES."
    ),
]
Nbi = Annotated[
    int,
    typer.Option(
        "--nbi",
        min=0,
        metavar="POINTS",
        show_default=False,
        help="NBI points, a line of their own.",
    ),
]
Share = Annotated[
    str,
    typer.Option(
        "--share",
        metavar="PART",
        show_default=False,
        help="Part of a full post: 0.8, 80%, 28/35 (a temps partiel of 80% is paid 6/7).",
    ),
]
Net = Annotated[
    bool, typer.Option("--net", help="Estimate the net before tax: civil servant, contract agent.")
]


def pay(
    ib: Ib = None,
    im: Im = None,
    grade: GradeOption = "",
    echelon: Echelon = "",
    category: CategoryOption = None,
    versant: VersantOption = None,
    nbi: Nbi = 0,
    share: Share = "1",
    on: On = None,
    net: Net = False,
    form: FormatOption = Format.TABLE,
    no_color: NoColor = False,
    debug: Debug = False,
) -> None:
    """Turn an index, a grade or a category into gross euros, step by step.

    \b
      postings pay --ib 444-821
      postings pay --im 395 --nbi 25 --on 2023-01-15
      postings pay --grade "rédacteur principal de 2e classe"
      postings pay --grade RP2 --echelon 5 --net
      postings pay --category B --versant FPT --share 80%
      postings pay --ib 444 --format json | jq .annual_gross

    Each step names the dated table that it rests on, with certainty and source. No full-time
    pay is under the minimum index of the day, and where the SMIC is above it the indemnité
    différentielle is a line of its own, as NBI is. Bonuses are not known. A net is an estimate.
    """
    from postings_cli.pay.answer import answer
    from postings_cli.pay.request import PayRequest, read_indices, read_share

    asked = PayRequest(
        day=on or date.today(), grade=grade.strip(), echelon=echelon.strip().upper() or None,
        ib=read_indices(ib, "--ib"), im=read_indices(im, "--im"), nbi=nbi, net=net,
        category=category_of(category), versant=versant_of(versant), share=read_share(share),
    )  # fmt: skip
    priced = answer(asked)
    with quiet_pipe():
        _write(priced, form, color=not no_color)


def _write(priced: PayAnswer, form: Format, *, color: bool) -> None:
    if wants_json(form):
        from postings_cli.export.pay_json import pay_record, pay_records

        single = form is Format.JSON
        write_json([pay_record(priced)] if single else pay_records(priced), form, one=single)
    elif drawn(form):
        from postings_cli.render.pay_terminal import print_pay
        from postings_cli.render.terminal import console

        print_pay(priced, console(color=color))
    else:
        _write_lines(priced, form)


def _write_lines(priced: PayAnswer, form: Format) -> None:
    """Steps for one or two pays, a line a pay for more; CSV and TSV are always a line a pay."""
    from postings_cli.render.figures import FrenchFigures, PlainFigures
    from postings_cli.render.pay_headline import headline
    from postings_cli.render.pay_sheets import FEW, pays_sheet, short_pays_sheet, steps_sheet

    if form is Format.MD:
        write_text("".join(f"{line}\n\n" for line in headline(priced, FrenchFigures())))
    if form in (Format.CSV, Format.TSV):
        write_sheet(lambda: pays_sheet(priced), form)
    elif len(priced.pays) <= FEW:
        write_sheet(lambda: steps_sheet(priced, PlainFigures()), form)
    else:
        write_sheet(lambda: short_pays_sheet(priced), form, hidden="source")
    for note in priced.notes:
        tell("postings", note)
