"""What a table says in each cell: a value, where it is absent, where it is ambiguous."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from postings.compare import Place, Row
from postings_cli.render import phrases
from postings_cli.render.figures import Figures
from postings_cli.safe import one_line

State = Literal["found", "absent", "ambiguous"]


@dataclass(frozen=True, slots=True)
class Cell:
    """The content of a cell: its values, and remarks on them."""

    values: tuple[str, ...]
    notes: tuple[str, ...] = ()
    state: State = "found"

    def plain(self) -> str:
        """The cell on one line, its blanks plain ones: `CDD; projet (36 months, L332-8 2°)`."""
        notes = f" ({', '.join(self.notes)})" if self.notes else ""
        return ("; ".join(self.values) + notes).replace("\u00a0", " ")


@dataclass(frozen=True, slots=True)
class Column:
    """A column that `--fields` can name. `widths` are the least and the most on a terminal."""

    heading: str
    cell: Callable[[Row, Figures], Cell]
    widths: tuple[int, int]
    tail: bool = False  # of a text too long, the end tells more than the beginning


def _cell(
    row: Row,
    values: Iterable[str],
    notes: Iterable[str] = (),
    *,
    rivals: tuple[str, ...],
    figures: Figures,
) -> Cell:
    """A cell of values; `rivals` are the paths whose competing values it must show."""
    values = tuple(values)
    doubts = [
        phrases.rivals(path, found, figures)
        for path, found in row.ambiguous.items()
        if any(path == rival or path.startswith(rival + ".") for rival in rivals)
    ]
    if values:
        return Cell(values, (*notes, *doubts))
    if doubts:
        return Cell((doubts[0],), (*notes, *doubts[1:]), "ambiguous")
    return Cell(tuple(notes)) if (notes := tuple(notes)) else Cell((phrases.ABSENT,), (), "absent")


def _text(name: str) -> Callable[[Row, Figures], Cell]:
    def cell(row: Row, figures: Figures) -> Cell:
        text = one_line(getattr(row, name) or "")
        return _cell(row, [text] if text else [], rivals=(name,), figures=figures)

    return cell


def _posting(row: Row, figures: Figures) -> Cell:
    """Title and employer in one cell, and the file to open."""
    title, employer = _text("title")(row, figures), _text("employer")(row, figures)
    known = () if employer.state == "absent" else employer.values
    return Cell(title.values, (*known, one_line(row.file or "")), title.state)


def _location(row: Row, figures: Figures) -> Cell:
    city = one_line(" ".join(part for part in (row.postal_code, row.city) if part))
    department = f"({row.department})" if row.department and not row.postal_code else ""
    text = " ".join(part for part in (city, department) if part)
    return _cell(row, [text] if text else [], rivals=("location",), figures=figures)


def _pay(row: Row, figures: Figures) -> Cell:
    if row.pay:
        values = [phrases.yearly_pay(row.pay, figures)]
        notes = phrases.pay_basis(row.pay, figures)
    else:
        indices = phrases.indices(row.indices, figures) if row.indices else []
        values = [phrases.stated_pay(pay, figures) for pay in row.stated] + indices
        notes = []
    return _cell(row, values, notes, rivals=("salary",), figures=figures)


def _grade(row: Row, figures: Figures) -> Cell:
    categories = f"cat. {', '.join(row.categories)}" if row.categories else ""
    values = [one_line(grade) for grade in row.grades] or [categories] * bool(categories)
    notes = [categories] if categories and row.grades else []
    return _cell(row, values, notes, rivals=("grades", "categories"), figures=figures)


def _contract(row: Row, figures: Figures) -> Cell:
    values = [phrases.contract_name(kind) for kind in row.contract_types]
    notes = [row.position] if row.position else []
    if row.duration_months is not None:
        notes.append(phrases.months(row.duration_months, figures))
    elif row.max_duration_months is not None:
        notes.append(f"at most {phrases.months(row.max_duration_months, figures)}")
    notes += [one_line(article).replace(" ", "\u00a0") for article in row.legal_basis]
    return _cell(row, values, notes, rivals=("contract",), figures=figures)


def _deadline(row: Row, figures: Figures) -> Cell:
    values = [figures.day(row.deadline)] if row.deadline else []
    if row.deadline_until_filled:
        values.append("until filled")
    notes = phrases.remaining(row.days_left, row.status)
    return _cell(row, values, notes, rivals=("deadline",), figures=figures)


def _day(key: str, *, soon: str = "") -> Callable[[Row, Figures], Cell]:
    def cell(row: Row, figures: Figures) -> Cell:
        iso = getattr(row, key)
        values = [figures.day(iso)] if iso else []
        if soon and getattr(row, soon):
            values.append("as soon as possible")
        return _cell(row, values, rivals=(key, soon) if soon else (key,), figures=figures)

    return cell


def _list(key: str, path: str) -> Callable[[Row, Figures], Cell]:
    def cell(row: Row, figures: Figures) -> Cell:
        values = [one_line(str(value)) for value in getattr(row, key)]
        return _cell(row, values, rivals=(path,), figures=figures)

    return cell


def _count(key: str, path: str) -> Callable[[Row, Figures], Cell]:
    def cell(row: Row, figures: Figures) -> Cell:
        value = getattr(row, key)
        text = [] if value is None else [figures.number(value)]
        return _cell(row, text, rivals=(path,), figures=figures)

    return cell


def _hours(row: Row, figures: Figures) -> Cell:
    values = phrases.working_time(row.full_time, row.weekly_hours, figures)
    return _cell(row, values, rivals=("working_time",), figures=figures)


def _telework(row: Row, figures: Figures) -> Cell:
    values = phrases.telework(row.telework, row.telework_days, figures)
    return _cell(row, values, rivals=("telework",), figures=figures)


def _education(row: Row, figures: Figures) -> Cell:
    values = [] if row.bac_years is None else [phrases.education(row.bac_years)]
    return _cell(row, values, rivals=("education",), figures=figures)


def _ambiguous(row: Row, figures: Figures) -> Cell:
    found = row.ambiguous.items()
    values = [f"{path} {phrases.rivals(path, values, figures)}" for path, values in found]
    return _cell(row, values, rivals=(), figures=figures)


def where(place: Place) -> str:
    """`p.2 l.14`, or `l.14` in unpaged text."""
    return f"p.{place.page}\u00a0l.{place.line}" if place.page else f"l.{place.line}"


COLUMNS: dict[str, Column] = {
    "posting": Column("Posting", _posting, (17, 44)),
    "title": Column("Title", _text("title"), (16, 44)),
    "employer": Column("Employer", _text("employer"), (14, 34)),
    "location": Column("Location", _location, (12, 26)),
    "reference": Column("Reference", _text("reference"), (9, 20)),
    "positions": Column("Openings", _count("positions", "positions"), (8, 8)),
    "pay": Column("Gross a year", _pay, (17, 24)),
    "nbi": Column("NBI", _count("nbi_points", "salary.nbi_points"), (3, 5)),
    "bonuses": Column("Bonuses", _list("bonuses", "salary.bonuses"), (12, 24)),
    "grade": Column("Grade", _grade, (12, 34)),
    "contract": Column("Contract", _contract, (12, 24)),
    "deadline": Column("Deadline", _deadline, (14, 16)),
    "published": Column("Published", _day("published_on"), (13, 14)),
    "start": Column("Start", _day("starts_on", soon="starts_asap"), (13, 19)),
    "hours": Column("Hours", _hours, (11, 16)),
    "telework": Column("Telework", _telework, (10, 16)),
    "experience": Column("Experience", _count("experience_years", "experience"), (10, 10)),
    "education": Column("Education", _education, (9, 12)),
    "warnings": Column("Warnings", _list("warnings", "warnings"), (12, 30)),
    "ambiguous": Column("Ambiguous", _ambiguous, (14, 40)),
    "file": Column("File", _text("file"), (12, 44), tail=True),
}
