"""The answer of `postings pay`: calculations of the library, with what must be said of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from postings.pay.calculation import Calculation, Origin, calculate
from postings.pay.grade_span import GradeSpan, category_span
from postings.pay.ladder import Ladder
from postings.pay.net import NetEstimate, Regime, civil_servant_regime, net_estimate
from postings.reference.grid_table import grid_table
from postings.reference.index_scale import index_scale
from postings.reference.minimum import minimum_series
from postings.reference.point import point_series
from postings.reference.smic import smic_series
from postings_cli.pay.grade import ladders_asked
from postings_cli.pay.index import origins_asked
from postings_cli.pay.refusals import NotInTables
from postings_cli.pay.request import PayRequest, quoted

_YEAR = timedelta(days=366)
_CNRACL = "net as in the FPT and FPH (CNRACL); for the State's pension civile say --versant FPE"


@dataclass(frozen=True, slots=True)
class PayAnswer:
    """What was asked and what it comes to.

    `ladders` are those of a grade or a corps, and then `pays` are all of theirs. `nets`
    holds for each pay its estimates, a civil servant's and a contract agent's where known.
    """

    asked: PayRequest
    ladders: tuple[Ladder, ...]
    pays: tuple[Calculation, ...]
    nets: tuple[tuple[NetEstimate, ...], ...]
    notes: tuple[str, ...]


def answer(asked: PayRequest) -> PayAnswer:
    """Price what is asked. NotInTables where the tables do not hold it."""
    _check_day(asked)
    ladders: list[Ladder] = []
    notes: list[str] = []
    if asked.grade:
        ladders = ladders_asked(asked)
        pays = [pay for each in ladders for pay in each.pays]
        notes += [note for each in ladders for note in _ladder_notes(each, asked.day)]
    elif asked.category:
        span = category_span(asked.category, asked.day, asked.versant)
        pays = _category_pays(span, asked)
        notes += _category_notes(span)
    else:
        pays = [_priced(origin, asked) for origin in origins_asked(asked)]
    nets, of_nets = _nets(pays, ladders, asked)
    notes += [*of_nets, *_age(asked.day)]
    return PayAnswer(asked, tuple(ladders), tuple(pays), nets, tuple(dict.fromkeys(notes)))


def _check_day(asked: PayRequest) -> None:
    series = (point_series(), minimum_series(), smic_series())
    first = max(each.entries[0].effective for each in series)
    first = first if asked.im else max(first, index_scale().versions[0])
    if asked.day < first:
        raise NotInTables(f"the tables of pay begin on {first}, after {asked.day}",
                          f"say --on {first} or later")  # fmt: skip


def _age(day: date) -> Iterator[str]:
    checked = grid_table().checked_on
    if day > checked + _YEAR:
        yield f"the tables were last checked on {checked}: values of {day} may have changed since"


def _priced(origin: Origin, asked: PayRequest) -> Calculation:
    return calculate(origin, asked.day, nbi=asked.nbi, share=asked.share)


def _category_pays(span: GradeSpan, asked: PayRequest) -> list[Calculation]:
    if span.lowest is None or span.highest is None:
        what = f"category {asked.category}" + (f" of {asked.versant}" if asked.versant else "")
        raise NotInTables(f"no pay grid of {what} is known on {asked.day}", "say a later --on DATE")
    return [_priced(end, asked) for end in (span.lowest, span.highest)]


def _category_notes(span: GradeSpan) -> Iterator[str]:
    yield f"from the lowest to the highest échelon of {len(span.grids)} grades"
    if span.unknown:
        names = quoted(span.unknown, 4)
        yield f"without {len(span.unknown)} grades whose grid is not known: {names}"


def _ladder_notes(each: Ladder, day: date) -> Iterator[str]:
    name = each.entry.name
    if each.also:
        names = ", ".join(f"{entry.name} ({entry.versant})" for entry in each.entries)
        yield f"one grid pays {names}"
    if each.grid is None:
        yield f"no pay grid of {name} is known on {day}"
    elif not each.grid.day_is_sure:
        yield f"the first day of the grid of {name} is deduced: it may be later"
    for label in each.blanks:
        yield f"{name}, échelon {label}: its indice majoré on {day} is not known"


def _nets(
    pays: list[Calculation], ladders: list[Ladder], asked: PayRequest
) -> tuple[tuple[tuple[NetEstimate, ...], ...], list[str]]:
    """The estimates of each pay, and what to say of those that are not possible."""
    if not asked.net:
        return tuple(() for _ in pays), []
    services = {entry.versant for each in ladders for entry in each.entries}
    services = {asked.versant} if asked.versant else services
    state = services == {"FPE"}
    regimes: list[Regime] = [civil_servant_regime("FPE" if state else "FPT"), "IRCANTEC"]
    notes = [] if state or (services and "FPE" not in services) else [_CNRACL]
    known = []
    for regime in regimes:
        try:
            net_estimate(pays[0], regime)
            known.append(regime)
        except LookupError:
            notes.append(f"no net under {regime}: its rates on {asked.day} are not known")
    if not known:
        raise NotInTables(f"the rates of {asked.day} are not known", "leave --net out")
    if len(pays) > 2:
        notes.append("each contribution is on its line with --echelon N, or --format json")
    return tuple(tuple(net_estimate(pay, regime) for regime in known) for pay in pays), notes
