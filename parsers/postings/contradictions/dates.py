"""Dates that cannot follow one another as the posting has them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from postings.contradictions.check import Check, Clash
from postings.fields.field import Reading
from postings.patterns import pattern
from postings.rules import Candidate

_SURE = 3  # the least rank of the words that say when the post starts
# Since when a post is vacant, or from when at the earliest; a choice of days; several people.
_NO_FIRST_DAY = pattern(
    r"vacan|liber|dispon|rentree|a partir d|\bdes\b|entre le|courant|au plus t|"
    r"\b(?:contrats|emplois|postes|missions|stages|saisonniers|arrivees|embauches|nominations)\b"
)

_A_CONTRACT = pattern(r"cdd|cdi|contrat (?:de \d|d'un|a duree)")  # begins, where a post is created


def _days(iso: str | None) -> tuple[date, date] | None:
    """The first and the last day that a date can mean; None where its year is unsaid."""
    if not iso or iso.startswith("--"):
        return None
    if len(iso) == 10:
        return (day := date.fromisoformat(iso)), day
    first = date.fromisoformat(f"{iso}-01")
    return first, first.replace(day=monthrange(first.year, first.month)[1])


def _precedes(one: str | None, other: str | None) -> bool:
    """Whether every day that `one` can mean comes before every day that `other` can."""
    first, second = _days(one), _days(other)
    return first is not None and second is not None and first[1] < second[0]


def _deadline_before_publication(reading: Reading) -> Iterator[Clash]:
    deadline, published = reading.value("deadline"), reading.value("published_on")
    if _precedes(deadline, published):
        yield Clash("deadline", f"the deadline, {deadline}, precedes the publication, {published}")


def _says_the_first_day(reading: Reading, said: Candidate[str]) -> bool:
    """Whether the words name the day on which the one person wanted begins."""
    words = reading.document.folded[said.span.start : said.core.start]
    sure = said.rule.rank >= _SURE or _A_CONTRACT.match(words)
    return bool(sure) and not _NO_FIRST_DAY.search(words)


def _start_before_deadline(reading: Reading) -> Iterator[Clash]:
    """A start on the last day to apply is hasty, and no contradiction."""
    start, deadline = reading.value("starts_on"), reading.value("deadline")
    rolling = reading.value("starts_asap") or reading.value("deadline_until_filled")
    if not start or not deadline or rolling or (reading.value("positions") or 1) > 1:
        return
    yearless = start.startswith("--")  # it fits in no near year but the deadline's
    if not _precedes(deadline[:4] + start[1:] if yearless else start, deadline):
        return
    if all(_says_the_first_day(reading, c) for c in reading.found["starts_on"].evidence[""]):
        on = "in" if len(start) == len("2026-02") and not yearless else "on"
        message = f"the post starts {on} {start}, before the last day to apply, {deadline}"
        yield Clash("starts_on", message + (", or a year later" if yearless else ""))


CHECKS = (
    Check(
        "deadline-before-publication",
        "the deadline precedes the day of publication",
        _deadline_before_publication,
    ),
    Check(
        "start-before-deadline",
        "the post starts before the last day to apply",
        _start_before_deadline,
    ),
)
