"""The grade that `--grade` names: one, or the homonyms that one grid pays; else a clear refusal."""

from __future__ import annotations

from datetime import date

from postings.errors import UsageError
from postings.grades.search import Naming, named_exactly, nearest_names
from postings.pay.ladder import Ladder, ladder, same_grid, stood_for
from postings.reference.grades import GradeEntry
from postings.reference.grid_table import versions
from postings_cli.pay.refusals import NotInTables
from postings_cli.pay.request import PayRequest, quoted


def ladders_asked(asked: PayRequest) -> list[Ladder]:
    """The ladders to print: one for a grade, one a grade for a corps; at least one has pays."""
    entries = _meant(asked)
    if same_grid(entries, asked.day):
        return [_ladder(entries[0], asked, also=entries[1:])]
    if len(entries) > 1:
        raise _ambiguous(asked, entries)
    grades = list(stood_for(entries[0], asked.day)) or [entries[0]]
    if asked.echelon and len(grades) > 1:
        names = quoted([grade.name for grade in grades])
        raise UsageError(f"'{asked.grade}' is several grades: {names}", "name one for --echelon")
    ladders = [_ladder(grade, asked) for grade in grades]
    if not any(each.pays for each in ladders):
        raise _no_grid(grades, asked.day)
    return ladders


def _meant(asked: PayRequest) -> tuple[GradeEntry, ...]:
    naming = named_exactly(asked.grade)
    if naming is None:
        raise NotInTables(f"no grade is called '{asked.grade}'", _cure(asked))
    meant = naming.meant(asked.versant)
    if not meant:
        raise NotInTables(f"no '{asked.grade}' in {asked.versant}", f"try {_others(naming)}")
    return meant


def _others(naming: Naming) -> str:
    services = dict.fromkeys(entry.versant for entry in naming.meant())
    return " or ".join(f"--versant {versant}" for versant in services)


def _cure(asked: PayRequest) -> str:
    near = nearest_names(asked.grade, versant=asked.versant)
    if not near:
        return "look for it with: postings grades WORD"
    return f"the nearest are {', '.join(near)}; more with: postings grades '{asked.grade}'"


def _ladder(entry: GradeEntry, asked: PayRequest, also: tuple[GradeEntry, ...] = ()) -> Ladder:
    try:
        return ladder(
            entry, asked.day, also=also, echelon=asked.echelon, nbi=asked.nbi, share=asked.share
        )
    except LookupError:
        labels = _echelons(ladder(entry, asked.day, also=also))
        raise NotInTables(
            f"{entry.name} has no échelon {asked.echelon} on {asked.day}", f"it has {labels}"
        ) from None


def _echelons(held: Ladder) -> str:
    """`1 to 11, ES`"""
    labels = [step.label for step in held.grid.echelons] if held.grid else []
    numbers = [label for label in labels if label.isdigit()]
    others = [label for label in labels if not label.isdigit()]
    return ", ".join([f"{numbers[0]} to {numbers[-1]}"] * bool(numbers) + others)


def _ambiguous(asked: PayRequest, entries: tuple[GradeEntry, ...]) -> UsageError:
    names = [f"{entry.name} ({entry.versant})" for entry in entries]
    services = list(dict.fromkeys(entry.versant for entry in entries))
    cure = "say which: write its name in full"
    if len(services) > 1:
        cure = f"say which: add --versant {services[0]}, or another's, or write its name in full"
    return UsageError(f"'{asked.grade}' is {len(entries)} grades: {', '.join(names)}", cure)


def _no_grid(grades: list[GradeEntry], day: date) -> NotInTables:
    """No grid at all, or none on that day: what is known is said."""
    first, what = grades[0], quoted([grade.name for grade in grades])
    held = versions(first.versant, first.name)
    if not held:
        return NotInTables(f"no pay grid of {what} is known", "say its indices: --ib 444-821")
    until = f" to {held[-1].valid_to}" if held[-1].valid_to else " on"
    known = f"it is known from {held[0].valid_from}{until}"
    return NotInTables(f"the pay grid of {what} on {day} is not known", f"{known}; say --on DATE")
