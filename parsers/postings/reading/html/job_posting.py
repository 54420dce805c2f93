"""The schema.org `JobPosting` that a page carries as JSON-LD: its values, a line each.

Lines are `JobPosting.validThrough : 2026-03-31`; the rules `jsonld.*` read them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import Any

from postings.folding import fold
from postings.patterns import pattern
from postings.reading.extra import Element
from postings.reading.html.data_values import address, day, openings, pay, term, words

PREFIX = "JobPosting."
_VALUES = {
    "title": words,
    "hiringOrganization": words,
    "jobLocation": address,
    "jobLocationType": words,
    "datePosted": day,
    "validThrough": day,
    "jobStartDate": day,
    "employmentType": words,
    "baseSalary": pay,
    "totalJobOpenings": openings,
    "identifier": words,
}
_PROSE = (
    *("description", "responsibilities", "qualifications", "skills", "experienceRequirements"),
    *("educationRequirements", "workHours", "jobBenefits", "incentiveCompensation"),
)
_WRAPPED = pattern(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?://)?\s*(?:-->|\]\]>)?;?\s*$")
_WORD = pattern(r"\w+")
_TAG = pattern(r"<[^>]{0,500}>")
_RUN = 5  # words in a row that a page shows or does not
_MOSTLY = 0.5


def job_posting(root: Element) -> Mapping[str, Any]:
    """The page's `JobPosting`; of several that under the page's heading; empty if none is."""
    found = [node for script in root.iter("script") for node in _postings_in(script)]
    if len(found) < 2:
        return found[0] if found else {}
    headings = {fold(" ".join(h.text_content().split())) for h in root.iter("h1")}
    headed = [node for node in found if any(_title(node) in heading for heading in headings)]
    return headed[0] if headed and len({_title(node) for node in headed}) == 1 else {}


def _title(node: Mapping[str, Any]) -> str:
    return fold(words(node.get("title")) or "?")


def _postings_in(script: Element) -> Iterator[Mapping[str, Any]]:
    if "ld+json" not in (script.get("type") or "").lower():
        return
    source = _WRAPPED.sub("", script.text or "")
    try:
        data = json.loads(source, strict=False)
    except (ValueError, RecursionError):  # a page's own fault, and no reader's concern
        return
    yield from (node for node in _nodes(data) if _is_posting(node))


def _nodes(data: Any) -> Iterator[Mapping[str, Any]]:
    """All objects of a JSON value, however deep."""
    left = [data]
    while left:
        value = left.pop()
        if isinstance(value, dict):
            yield value
            left.extend(value.values())
        elif isinstance(value, list):
            left.extend(reversed(value))


def _is_posting(node: Mapping[str, Any]) -> bool:
    kinds = node.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.endswith("JobPosting") for kind in named)


def data_lines(posting: Mapping[str, Any]) -> list[str]:
    """The values of a `JobPosting` that say one thing each, as lines."""
    said = {name: read(posting.get(name)) for name, read in _VALUES.items()}
    said["validThrough"] += term(said["datePosted"], said["validThrough"])
    return [f"{PREFIX}{name} : {value}" for name, value in said.items() if value]


def unshown(posting: Mapping[str, Any], shown: str) -> list[str]:
    """The prose of a `JobPosting`, as HTML, that a page does not show: scripts would do so."""
    prose = [text for name in _PROSE if isinstance(text := posting.get(name), str)]
    marked = [unescape(text) if "&lt;" in text else text for text in prose]
    return [text for text in marked if not _is_shown(_TAG.sub(" ", text), _words_of(shown))]


def _is_shown(text: str, shown: Sequence[str]) -> bool:
    """Whether most runs of five words of a text are among the words that a page shows."""
    own, page = _words_of(unescape(text)), f" {' '.join(shown)} "
    ends = range(min(_RUN, len(own)), len(own) + 1)
    found = [f" {' '.join(own[max(0, end - _RUN) : end])} " in page for end in ends]
    return sum(found) >= _MOSTLY * len(found)


def _words_of(text: str) -> Sequence[str]:
    return _WORD.findall(fold(text))
