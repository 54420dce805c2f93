"""What a web page declares in JSON-LD, as `reading/html/job_posting.py` writes it down.

Each rule serves the field that it names. A property that means exactly what the field does
comes before what the text says (rank 8 and 9). The others come after (0 to 2): `validThrough`
is when the page expires, `identifier` the board's own number, `jobLocation` often a seat, and a
sum or a contract is said more fully in words.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from postings.dates import PartialDate
from postings.fields.field import Field
from postings.fields.pay_statement import PayStatement
from postings.posting import Telework, WorkingTime
from postings.rules import DECLARED, Match, Rule
from postings.timeline import labelled_date

_VALUE = r"(?P<v>[^\n]{2,200})"
_PAY = (
    r"(?P<v>(?P<kind>from |up to |)(?P<low>\d{1,7}(?:\.\d{1,4})?)(?: - (?P<high>\d{1,7}(?:\.\d{1,4})?))?)"
    r" eur / (?P<unit>hour|day|month|year)\b"
)
# The words of French boards; schema.org's own (TEMPORARY, CONTRACTOR, INTERN) say too little.
_TYPES = {
    "cdi": "cdi",
    "cdd": "cdd",
    "interim": "interim",
    "stage": "stage",
    "apprentissage": "apprentissage",
    "saisonnier": "saisonnier",
    "freelance": "liberal",
}


def _declares(name: str, field: str, **parts: Any) -> Rule[Any]:
    """A rule for a property, `date-posted` for `datePosted`, which serves a field."""
    label = f"jobposting.{name.replace('-', '')}"
    return Rule(
        id=f"{DECLARED}{name}",
        field=field,
        cues=(label,),
        pattern=rf"(?<![^\n]){label.replace('.', '[.]')} : {parts.pop('value', _VALUE)}",
        **parts,
    )


def _words(match: Match) -> str | None:
    return match["v"].strip() or None


def _date(match: Match) -> PartialDate | None:
    return labelled_date(match)


def _pay(match: Match) -> PayStatement | None:
    low = Decimal(match["low"])
    high = Decimal(match["high"]) if match["high"] else low
    return PayStatement(
        low=None if match["kind"] == "up to " else low,
        high=None if match["kind"] == "from " else high,
        period=match["unit"],
        period_stated=True,
        gross=None,
        includes_bonuses=None,
    )


def _type(match: Match) -> tuple[str, ...] | None:
    named = {_TYPES[word] for word in match["v"].split(", ") if word in _TYPES}
    return tuple(named) if len(named) == 1 else None


def _full_time(match: Match) -> WorkingTime | None:
    said = {"full_time", "part_time"} & set(match["v"].split(", "))
    return WorkingTime(full_time="full_time" in said) if len(said) == 1 else None


RULES: tuple[Rule[Any], ...] = (
    _declares(
        "title",
        "title",
        read=_words,
        examples=("JobPosting.title : Juriste (H/F)",),
        rejects=("title : Juriste (H/F)",),
        rank=8,
    ),
    _declares(
        "hiring-organization",
        "employer",
        read=_words,
        examples=("JobPosting.hiringOrganization : Ville de Belleroche",),
        rejects=("hiringOrganization: Ville de Belleroche",),
        rank=9,
    ),
    _declares(
        "job-location",
        "location",
        read=_words,
        examples=("JobPosting.jobLocation : 4 rue des Quais, 29140 Rosporden",),
        rejects=("JobPosting.jobLocation :",),
        rank=2,
    ),
    _declares(
        "date-posted",
        "published_on",
        value="(?P<v><DATE>)",
        read=_date,
        examples=("JobPosting.datePosted : 2026-03-02",),
        rejects=("JobPosting.datePosted : hier",),
        rank=9,
    ),
    _declares(
        "job-start-date",
        "starts_on",
        value="(?P<v><DATE>)",
        read=_date,
        examples=("JobPosting.jobStartDate : 2026-09-01",),
        rejects=("JobPosting.jobStartDate : ASAP",),
        rank=9,
    ),
    _declares(
        "valid-through",
        "deadline",
        value="(?P<v><DATE>)",
        read=_date,
        examples=("JobPosting.validThrough : 2026-03-31",),
        rejects=(
            "validThrough: 2026-03-31",
            "JobPosting.validThrough : 2026-09-01 (180 days after datePosted)",
        ),
        but=r"days after dateposted",
    ),
    _declares(
        "base-salary",
        "stated_pay",
        value=_PAY,
        read=_pay,
        examples=(
            "JobPosting.baseSalary : 42000 - 48000 EUR / YEAR",
            "JobPosting.baseSalary : from 12.45 EUR / HOUR",
        ),
        rejects=("JobPosting.baseSalary : 42000 USD / YEAR",),
    ),
    _declares(
        "employment-type",
        "contract_types",
        read=_type,
        examples=("JobPosting.employmentType : CDI, FULL_TIME",),
        rejects=(
            "JobPosting.employmentType : TEMPORARY",
            "JobPosting.employmentType : CDI, CDD",
        ),
        rank=1,
    ),
    Rule(
        id=f"{DECLARED}full-time",
        field="working_time",
        pattern=rf"(?<![^\n])jobposting[.]employmenttype : {_VALUE}",
        cues=("jobposting.employmenttype",),
        read=_full_time,
        examples=("JobPosting.employmentType : CDI, FULL_TIME",),
        rejects=("JobPosting.employmentType : FULL_TIME, PART_TIME",),
    ),
    _declares(
        "job-location-type",
        "telework",
        value=r"(?P<v>telecommute)\b",
        read=lambda match: Telework(allowed=True),
        examples=("JobPosting.jobLocationType : TELECOMMUTE",),
        rejects=("JobPosting.jobLocationType : on site",),
    ),
    _declares(
        "total-job-openings",
        "positions",
        value=r"(?P<v>\d{1,3})(?!\d)",
        read=lambda match: int(match["v"]),
        examples=("JobPosting.totalJobOpenings : 3",),
        rejects=("JobPosting.totalJobOpenings : several",),
    ),
    _declares(
        "identifier",
        "reference",
        value=r"(?P<v>[^\n]{3,40})(?=\n|$)",
        read=_words,
        examples=("JobPosting.identifier : 2026-814207",),
        rejects=("identifier : 2026-814207",),
    ),
)


def with_declared(field: Field) -> Field:
    """A field with the rules that read it in what a page declares."""
    own = tuple(rule for rule in RULES if rule.field == field.name)
    return Field(field.name, (*field.rules, *own), field.settle, field.serves) if own else field
