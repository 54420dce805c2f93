"""A posting as a card: the headline first, then whatever else was found, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from postings.compare import days_left, status_of
from postings.posting import AnnualGross, Contact, Contract, Grade, Location, Posting, StatedPay
from postings_cli.render import phrases
from postings_cli.render.facts import Fact, Said, Teller
from postings_cli.render.figures import Figures
from postings_cli.safe import one_line


@dataclass(frozen=True, slots=True)
class Card:
    """The facts of a posting; those of the headline are always there, if only as absent."""

    file: str
    headline: tuple[Fact, ...]
    rest: tuple[Fact, ...]


def card_of(posting: Posting, as_of: date, figures: Figures) -> Card:
    """Lay a posting out as a card, seen on the day `as_of`."""
    teller = Teller(posting, figures)
    headline = (
        *teller.value("title", "title", posting.title),
        *teller.value("employer", "employer", posting.employer),
        *teller.facts("pay", _pay(posting, figures), rivals="salary"),
        *teller.facts("grade", _grades(posting), rivals="grades"),
        *teller.facts("contract", _contract(posting.contract, figures), rivals="contract"),
        *teller.facts("deadline", _deadline(posting, as_of, figures), rivals="deadline"),
    )
    rest = (*_offer(teller), *_work(teller), *_people(teller), *_doubts(posting))
    file = one_line(posting.source.path or "")
    return Card(file, headline, tuple(fact for fact in rest if fact.state != "absent"))


def _pay(posting: Posting, figures: Figures) -> Iterator[Said]:
    salary = posting.salary
    if pay := salary.annual_gross:
        notes = ", ".join(phrases.pay_basis(pay, figures))
        yield f"{phrases.yearly_pay(pay, figures)}/an brut ({notes})", "salary.annual_gross"
    for i, stated in enumerate(salary.stated):
        if pay and _same(pay, stated):
            continue
        notes = ", ".join(phrases.bonuses_included(stated.includes_bonuses))
        text = phrases.stated_pay(stated, figures) + (f" ({notes})" if notes else "")
        yield f"stated {text}", f"salary.stated.{i}"
    if salary.indices:
        yield ", ".join(phrases.indices(salary.indices, figures)), "salary.indices"
    if salary.nbi_points is not None:
        yield f"NBI {figures.number(salary.nbi_points)} points", "salary.nbi_points"
    if salary.bonuses:
        yield ", ".join(salary.bonuses), "salary.bonuses"


def _same(pay: AnnualGross, stated: StatedPay) -> bool:
    """The comparable figure may be the very sum that is stated."""
    return pay.basis == "stated" and (pay.min, pay.max, "year", True) == (
        stated.min, stated.max, stated.period, stated.gross
    )  # fmt: skip


def _grades(posting: Posting) -> Iterator[Said]:
    if posting.categories:
        yield f"cat. {', '.join(posting.categories)}", "categories"
    for i, grade in enumerate(posting.grades):
        yield _grade(grade), f"grades.{i}"


def _grade(grade: Grade) -> str:
    notes = [note for note in (grade.category, grade.versant) if note]
    return grade.name + (f" ({', '.join(notes)})" if notes else "")


def _contract(contract: Contract, figures: Figures) -> Iterator[Said]:
    if contract.types:
        yield ", ".join(map(phrases.contract_name, contract.types)), "contract.types"
    if contract.position:
        yield f"emploi {contract.position}", "contract.position"
    if contract.duration_months is not None:
        yield phrases.months(contract.duration_months, figures), "contract.duration_months"
    if contract.max_duration_months is not None:
        longest = phrases.months(contract.max_duration_months, figures)
        yield f"at most {longest}", "contract.max_duration_months"
    if contract.renewable is not None:
        yield "renewable" if contract.renewable else "not renewable", "contract.renewable"
    for i, article in enumerate(contract.legal_basis):
        yield article, f"contract.legal_basis.{i}"


def _deadline(posting: Posting, as_of: date, figures: Figures) -> Iterator[Said]:
    if posting.deadline:
        left = phrases.remaining(days_left(posting.deadline, as_of), status_of(posting, as_of))
        notes = f" ({left[0]})" if left else ""
        yield figures.day(posting.deadline) + notes, "deadline"
    if posting.deadline_until_filled:
        yield "until filled", "deadline_until_filled"


def _offer(teller: Teller) -> Iterator[Fact]:
    posting, day = teller.posting, teller.figures.day
    place = _location(posting.location) if posting.location else None
    yield from teller.value("location", "location", place)
    yield from teller.value("reference", "reference", posting.reference)
    if posting.positions is not None:
        yield from teller.value("openings", "positions", str(posting.positions))
    yield from teller.value("published", "published_on", posting.published_on and
                            day(posting.published_on))  # fmt: skip
    start: list[Said] = [(day(posting.starts_on), "starts_on")] if posting.starts_on else []
    if posting.starts_asap:
        start.append(("as soon as possible", "starts_asap"))
    yield from teller.facts("start", start, rivals="starts_on")


def _location(location: Location) -> str:
    town = " ".join(part for part in (location.postal_code, location.city) if part)
    area = location.region or (None if location.postal_code else location.department)
    return ", ".join(part for part in (location.address, town, area) if part)


def _work(teller: Teller) -> Iterator[Fact]:
    posting, figures = teller.posting, teller.figures
    hours, home = posting.working_time, posting.telework
    said = phrases.working_time(hours.full_time, hours.weekly_hours, figures)
    if hours.share is not None:
        said.append(f"{figures.number(hours.share * 100)} %")
    yield from teller.value("hours", "working_time", ", ".join(said))
    days = phrases.telework(home.allowed, home.days_per_week, figures)
    yield from teller.value("telework", "telework", ", ".join(days))
    manages = posting.management
    answer = None if manages is None else phrases.yes_no(manages)
    yield from teller.value("management", "management", answer)
    yield from teller.value("experience", "experience", _experience(teller))
    yield from teller.value("education", "education", _education(teller))
    yield from teller.value("benefits", "benefits", ", ".join(posting.benefits))


def _experience(teller: Teller) -> str:
    asked = teller.posting.experience
    years = [] if asked.years is None else [f"{teller.figures.number(asked.years)} years"]
    need = {True: ["required"], False: ["not required"], None: []}[asked.required]
    return ", ".join(years + need)


def _education(teller: Teller) -> str:
    asked = teller.posting.education
    diploma = [] if asked.bac_years is None else [phrases.education(asked.bac_years)]
    return ", ".join(diploma + ([] if asked.level is None else [f"level {asked.level}"]))


def _people(teller: Teller) -> Iterator[Fact]:
    posting = teller.posting
    contacts = [(_contact(c), f"contacts.{i}") for i, c in enumerate(posting.contacts)]
    yield from teller.facts("contact", contacts, rivals="contacts")
    apply_to = posting.apply_to
    ways = [(mail, f"apply_to.emails.{i}") for i, mail in enumerate(apply_to.emails)]
    ways += [(url, f"apply_to.urls.{i}") for i, url in enumerate(apply_to.urls)]
    if apply_to.postal_address:
        ways.append((apply_to.postal_address, "apply_to.postal_address"))
    yield from teller.facts("apply to", ways, rivals="apply_to")


def _as_dialled(phone: str) -> str:
    """A French number by pairs, `01 99 00 62 15`; those of other countries stay as they are."""
    return re.sub(r"^\+33(\d)(..)(..)(..)(..)$", r"0\1 \2 \3 \4 \5", phone)


def _contact(contact: Contact) -> str:
    phone = contact.phone and _as_dialled(contact.phone)
    parts = (contact.name, contact.role, contact.email, phone)
    return ", ".join(part for part in parts if part)


def _doubts(posting: Posting) -> Iterator[Fact]:
    for doubt in posting.warnings:
        yield Fact("warning", f"{one_line(doubt.message)} ({one_line(doubt.code)})", "ambiguous")
