"""`postings grades`: grades by any spelling, with indices and euros."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from postings_cli.commands.options import Debug, Format, FormatOption, NoColor
from postings_cli.commands.pay_options import (
    CategoryName,
    CategoryOption,
    On,
    VersantName,
    VersantOption,
    category_of,
    versant_of,
)
from postings_cli.commands.writing import drawn, wants_json, write_json, write_sheet
from postings_cli.pay.refusals import NotInTables
from postings_cli.streams import quiet_pipe, tell

if TYPE_CHECKING:
    from postings.pay.ladder import Ladder
    from postings.reference.grades import GradeEntry

Query = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[QUERY]", show_default=False, help="A name, a corps, an abbreviation; typos too."
    ),
]
Echelons = Annotated[bool, typer.Option("--echelons", help="The pay grid, a line an échelon.")]
Limit = Annotated[
    int,
    typer.Option("--limit", min=0, metavar="N", show_default=False, help="Show so many."),
]


def grades(
    query: Query = None,
    echelons: Echelons = False,
    versant: VersantOption = None,
    category: CategoryOption = None,
    on: On = None,
    limit: Limit = 0,
    form: FormatOption = Format.TABLE,
    no_color: NoColor = False,
    debug: Debug = False,
) -> None:
    """Find grades by any spelling: versant, corps, category, indices, euros a year.

    \b
      postings grades "rédacteur principal"
      postings grades AAP2
      postings grades "adjoit tecnique" --versant FPT
      postings grades "rédacteur principal" --echelons
      postings grades --category B --on 2023-01-15 --format csv > grades-b.csv

    Without QUERY, all grades, by corps. A spelling that is known is found as it is; else
    names that hold all its words; else the nearest names. Euros are gross for a full post, first
    to last échelon, without NBI nor bonuses.
    """
    day = on or date.today()
    words = " ".join(query or [])
    found = _ladders(words, _found(words, versant, category), day)
    ladders = found[: limit or None]
    with quiet_pipe():
        _write(ladders, form, echelons=echelons, color=not no_color)
    if len(found) > len(ladders):
        tell("postings", f"{len(ladders)} of {len(found)} grades shown; raise --limit to see more")
    without = [each for each in ladders if not each.pays]
    if echelons and without:
        names = ", ".join(each.entry.name for each in without)
        tell("postings", f"no pay grid known on {day}: {names}")


def _found(
    query: str, versant: VersantName | None, category: CategoryName | None
) -> tuple[GradeEntry, ...]:
    from postings.grades.search import find_grades, listed_grades

    wanted = versant_of(versant), category_of(category)
    if not query.strip():
        return listed_grades(versant=wanted[0], category=wanted[1])
    found = find_grades(query, versant=wanted[0], category=wanted[1])
    if not found:
        raise NotInTables(f"no grade resembles '{query}'{_among(versant, category)}", _CURE)
    return found


_CURE = "try fewer words, or list them all: postings grades"


def _among(versant: VersantName | None, category: CategoryName | None) -> str:
    said = [versant.value] if versant else []
    said += [f"category {category.value}"] if category else []
    return f" in {', '.join(said)}" if said else ""


def _ladders(words: str, found: tuple[GradeEntry, ...], day: date) -> list[Ladder]:
    """Their ladders; a grade that is no more is left out, unless it is just what is asked for."""
    from postings.grades.search import named_exactly
    from postings.pay.ladder import ladder

    naming = named_exactly(words)
    exact = naming.entries if naming else ()
    ladders = [ladder(entry, day) for entry in found]
    kept = (
        each
        for each in ladders
        if each.pays or each.entry.status != "ancien" or each.entry in exact
    )
    return list(kept) or ladders


def _write(ladders: list[Ladder], form: Format, *, echelons: bool, color: bool) -> None:
    from postings_cli.render import grades as sheets

    if wants_json(form):
        from postings_cli.export.grades_json import grade_records

        write_json(grade_records(ladders, echelons=echelons), form)
    elif drawn(form):
        _draw(ladders, echelons=echelons, color=color)
    else:
        sheet = sheets.echelons_sheet if echelons else sheets.grades_sheet
        write_sheet(lambda: sheet(ladders), form, hidden="source")


def _draw(ladders: list[Ladder], *, echelons: bool, color: bool) -> None:
    from postings_cli.render.grades import drawn_grades
    from postings_cli.render.ladder import print_ladders
    from postings_cli.render.sheet_terminal import print_sheet
    from postings_cli.render.terminal import console

    if echelons:
        print_ladders(ladders, console(color=color))
    else:
        print_sheet(drawn_grades(ladders), console(color=color))
