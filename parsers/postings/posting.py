"""The record of a posting, which is its JSON contract.

Every key is always present; what a posting does not say is None, or an empty list. The
names and meanings are public API (see README, "The JSON contract").
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct, field

from postings.document import Box

Number = Decimal
Date = Annotated[str, Meta(pattern=r"^(\d{4}-\d{2}(-\d{2})?|--\d{2}(-\d{2})?)$")]
Category = Literal["A+", "A", "B", "C"]
Versant = Literal["FPT", "FPE", "FPH"]
ContractType = Literal[
    "titulaire", "detachement", "mutation", "mise_a_disposition", "contractuel", "cdi", "cdd",
    "projet", "saisonnier", "remplacement", "apprentissage", "professionnalisation", "stage",
    "aide", "vacation", "interim", "service_civique", "liberal", "doctorat",
]  # fmt: skip
Period = Literal["hour", "day", "month", "year"]


class Evidence(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The words that a value was read from. Page and line count from 1; offsets are characters.

    `boxes` are where they stand on the pages of a PDF, one a line; text has none.
    """

    page: int
    line: int
    start: int
    end: int
    text: str
    rule: str
    boxes: tuple[Box, ...] = ()


class Alternative(Struct, frozen=True, kw_only=True):
    """One of the distinct values that compete for a key."""

    value: Any
    evidence: tuple[Evidence, ...]


class Doubt(Struct, frozen=True, kw_only=True):
    """A contradiction or a doubt about the key at `path`."""

    code: str
    message: str
    path: str


class Source(Struct, frozen=True, kw_only=True):
    """Where the posting was read from."""

    path: str | None = None
    media_type: str = "text/plain"
    sha256: str | None = None
    pages: int | None = None
    characters: int = 0


class Location(Struct, frozen=True, kw_only=True):
    """Where the work is done; `department` is a code (`44`, `2A`, `974`), `region` a name."""

    address: str | None = None
    postal_code: str | None = None
    city: str | None = None
    insee_code: str | None = None
    department: str | None = None
    region: str | None = None


class Grade(Struct, frozen=True, kw_only=True):
    """A grade, corps or cadre d'emplois by which the post is open."""

    name: str
    kind: Literal["grade", "corps"]
    corps: str | None
    category: Category | None
    versant: Versant | None
    stated: str


class Contract(Struct, frozen=True, kw_only=True):
    """How the post can be filled, for how long, and by which article."""

    types: tuple[ContractType, ...] = ()
    position: Literal["permanent", "temporaire"] | None = None
    duration_months: Number | None = None
    max_duration_months: Number | None = None
    renewable: bool | None = None
    legal_basis: tuple[str, ...] = ()


class WorkingTime(Struct, frozen=True, kw_only=True):
    """Hours a week, and the share of a full post."""

    full_time: bool | None = None
    weekly_hours: Number | None = None
    share: Number | None = None


class Telework(Struct, frozen=True, kw_only=True):
    """Whether one may work from home, and how many days a week."""

    allowed: bool | None = None
    days_per_week: Number | None = None


class Experience(Struct, frozen=True, kw_only=True):
    """The least experience asked."""

    years: Number | None = None
    required: bool | None = None


class Education(Struct, frozen=True, kw_only=True):
    """The least diploma asked."""

    bac_years: int | None = None
    level: int | None = None


class StatedPay(Struct, frozen=True, kw_only=True):
    """One statement of the pay, unconverted. `min` or `max` alone is an open range."""

    min: Number | None
    max: Number | None
    currency: Literal["EUR"] = "EUR"
    period: Period | None = None
    period_stated: bool = False
    gross: bool | None = None
    includes_bonuses: bool | None = None


class Indices(Struct, frozen=True, kw_only=True):
    """Indices bruts and indices majorés, as stated."""

    ib_min: int | None = None
    ib_max: int | None = None
    im_min: int | None = None
    im_max: int | None = None


class AnnualGross(Struct, frozen=True):
    """The one comparable figure: gross euros a year for a full-time post.

    `tables` names the official values it was worked out with: `point-indice@2023-07-01`.
    """

    min: Number | None
    max: Number | None
    basis: Literal["stated", "index", "grade"]
    as_of: Date
    includes_bonuses: bool | None = None
    tables: tuple[str, ...] = ()


class Salary(Struct, frozen=True, kw_only=True):
    """Everything the posting says of the pay."""

    stated: tuple[StatedPay, ...] = ()
    indices: Indices | None = None
    nbi_points: Number | None = None
    bonuses: tuple[str, ...] = ()
    annual_gross: AnnualGross | None = None


class Contact(Struct, frozen=True, kw_only=True):
    """Someone to ask; `phone` is E.164."""

    name: str | None = None
    role: str | None = None
    email: str | None = None
    phone: str | None = None


class ApplyTo(Struct, frozen=True, kw_only=True):
    """Where to send an application."""

    emails: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    postal_address: str | None = None


class Posting(Struct, frozen=True, kw_only=True):
    """A job posting, as read: the JSON contract, version 1."""

    schema_version: Literal[1] = 1
    source: Source = field(default_factory=Source)
    title: str | None = None
    employer: str | None = None
    location: Location | None = None
    reference: str | None = None
    positions: int | None = None
    published_on: Date | None = None
    starts_on: Date | None = None
    starts_asap: bool | None = None
    deadline: Date | None = None
    deadline_until_filled: bool | None = None
    categories: tuple[Category, ...] = ()
    grades: tuple[Grade, ...] = ()
    contract: Contract = Contract()
    working_time: WorkingTime = WorkingTime()
    telework: Telework = Telework()
    management: bool | None = None
    experience: Experience = Experience()
    education: Education = Education()
    salary: Salary = Salary()
    benefits: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    apply_to: ApplyTo = ApplyTo()
    evidence: dict[str, tuple[Evidence, ...]] = {}
    ambiguous: dict[str, tuple[Alternative, ...]] = {}
    warnings: tuple[Doubt, ...] = ()


def to_json(posting: Posting) -> bytes:
    """Encode a posting as one line of JSON, the object of the contract."""
    return msgspec.json.Encoder(decimal_format="number").encode(posting)


def json_schema() -> dict[str, Any]:
    """The JSON Schema of the contract (draft 2020-12), generated from the record."""
    schema: dict[str, Any] = msgspec.json.schema(Posting)
    for name, record in schema["$defs"].items():
        optional = {"boxes"} if name == "Evidence" else set()  # every other key is always present
        record["required"] = [key for key in record["properties"] if key not in optional]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **_decimals_as_numbers(schema),
    }


def _decimals_as_numbers(node: Any) -> Any:
    if isinstance(node, dict):
        if node.get("format") == "decimal":
            return {"type": "number"}  # as to_json writes them
        return {key: _decimals_as_numbers(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_decimals_as_numbers(item) for item in node]
    return node
