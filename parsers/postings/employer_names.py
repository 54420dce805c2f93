"""The name of who hires, cut out of the words around it and held to what a name looks like."""

from __future__ import annotations

import re
from collections import Counter

from msgspec.structs import replace

from postings.document import Document, Span
from postings.folding import fold
from postings.headings import in_cell, is_near_top, joined, line_below
from postings.jobs import begins_as_job
from postings.organisations import (
    NO_FIRM,
    is_common_noun,
    is_firm,
    is_organisation,
    is_proper,
    labelled_length,
    name_length,
)
from postings.patterns import pattern
from postings.reference.departments import department_named
from postings.rules import Candidate, Derivation
from postings.subjects import is_vouched_for, subject_before

# A sentence says these: the name must have its capitals.
_SAYING_WHAT_ONE_DOES = ("recruits", "firm-recruits", "presented", "introduced")
PRIVATE_WAYS = ("firm-recruits", "joining", "presented", "host", "beside-place", "firm-heading")


_IN_SMALL_LETTERS = Derivation(
    "employer.in-small-letters", "the name of a heading in capitals, as it is written elsewhere"
)
_NO_NAME = pattern(rf"{NO_FIRM.pattern}|.{{0,60}}\b(?:recrut|recherch|vous|nous)")


# A laboratory does not hire: its university or its school does.
_PART_OF = pattern(
    r"(?:le |la |l')?(?:laboratoire|equipe|unite|departement|institut) (?:[\w'.&-]+ ){0,6}?"
    r"(?:de l'|de la |du |d')(?=(?:universite|ecole|iut|insa|cnrs|inrae?|inria|inserm)\b)"
)


def way_of(candidate: Candidate[str]) -> str:
    """The rule's own name: `heading`, `recruits`…"""
    return candidate.rule.id.partition(".")[2]


def named(document: Document, candidate: Candidate[str]) -> Candidate[str] | None:
    """Cut what follows the name; refuse a name that is written without a capital."""
    core = _core(document, candidate)
    name = " ".join(document.quote(core).split())
    bracket = re.search(r" \(([^()]{2,30})\)$", name)
    if bracket and department_named(bracket[1]):
        name, core = name[: bracket.start()], Span(core.start, core.start + bracket.start())
    if candidate.rule.id != "employer.label" and not _owns_article(document, name):
        name = re.sub(r"^(?:(?:la|le|les) |l['’])(?=\w)", "", name, flags=re.IGNORECASE)
    folded = fold(name)
    if len(name) < 2 or is_common_noun(folded) or not any(c.isupper() for c in name):
        return None
    if way_of(candidate) in PRIVATE_WAYS and not _is_a_firms(document, candidate, core, name):
        return None
    said = candidate.span
    span = Span(min(said.start, core.start), max(core.end, min(said.end, core.end + 40)))
    return replace(candidate, value=name, core=core, span=span)


# A town's name goes before what it names: "La Rochelle Université", "Le Havre Seine Métropole".
_TOWN_FIRST = pattern(
    r"L(?:a|e|es) (?!Grande? )[A-ZÀ-Þ][\w'’-]+ (?:[A-ZÀ-Þ][\w-]+ )?"
    r"(?:Université|Agglo(?:mération)?|Métropole|Habitat|Tourisme)\b"
)


def _owns_article(document: Document, name: str) -> bool:
    """Tell whether the article is the name's own: written with its capital inside a sentence."""
    begin = re.match(r"(?:La|Le|Les) [\w'’-]+", name)
    within = begin and re.search(rf"[a-zà-ÿ,] {re.escape(begin[0])}\b", document.text)
    return bool(within or _TOWN_FIRST.match(name))


def in_small_letters(document: Document, named: Candidate[str]) -> Candidate[str] | None:
    """Find a name that a heading sets in capitals where the posting writes it in small letters.

    The writing found most often, accents and all; None where there is none.
    """
    if not named.value.isupper() or " " not in named.value:
        return None
    words = r"\s+".join(map(re.escape, fold(named.value).split()))
    spans = (Span(*m.span()) for m in re.finditer(rf"\b{words}\b", document.folded))
    written = [s for s in spans if _is_capitalised(document.quote(s))]
    times = Counter(document.quote(span) for span in written)
    best = max(written, key=lambda span: times[document.quote(span)], default=None)
    if best is None:
        return None
    name = " ".join(document.quote(best).split())
    return replace(named, value=name, span=best, core=best, rule=_IN_SMALL_LETTERS)


def _is_capitalised(written: str) -> bool:
    return written[0].isupper() and not written.isupper()


def _core(document: Document, candidate: Candidate[str]) -> Span:
    """Where the name stands: in its cell and the lines that carry it on, or before its verb."""
    way, core = way_of(candidate), candidate.core
    if way in _SAYING_WHAT_ONE_DOES:
        start, end = subject_before(document.folded, candidate.span.start) or (core.start, core.end)
        core = _with_capitals(document, Span(start, end), candidate.span.start)
    elif way == "heading":
        core = _headed(document, in_cell(document, core))
    elif candidate.rule.rank > 2:
        core = in_cell(document, core)
    words = document.folded[core.start : core.end]
    if way in _SAYING_WHAT_ONE_DOES:  # the commas left are the name's own
        words = words.replace(", ", "· ")
    labelled = way in ("label", "host-label", "over-place", "hiring-organization")
    length = labelled_length(words) if labelled else name_length(words)
    whole = _PART_OF.match(words[:length]) if way in _SAYING_WHAT_ONE_DOES else None
    return Span(core.start + (whole.end() if whole else 0), core.start + length)


def _headed(document: Document, core: Span) -> Span:
    """Extend a letterhead to the lines that carry it on; a common noun calls for its name."""
    whole = joined(document, core)
    if not is_common_noun(document.folded[core.start : core.end]):
        purpose = document.folded[core.end : whole.end].lstrip().startswith("pour ")
        return core if purpose else whole
    core = whole
    if not is_common_noun(document.folded[core.start : core.end]):
        return core
    below = line_below(document.text, core.end)
    words = document.folded[below.start : below.end]
    other = is_organisation(words) or begins_as_job(words) or _NO_NAME.match(words)
    if other or len(words) > 60 or document.text[core.end : below.start].count("\n") != 1:
        return core
    return joined(document, Span(core.start, below.end))


def _with_capitals(document: Document, core: Span, end: int) -> Span:
    """Extend a subject over commas that are its own: "GIP Santé, Territoires"."""
    more = re.match(
        r"(?:, (?:[A-ZÀ-Þ]|(?:l['’]|la |le )[a-zà-ÿ])[\w'’ -]{2,60})+(?=[ ](?:\([^()]{2,20}\) )?$)",
        document.text[core.end : end],
    )
    return Span(core.start, core.end + more.end()) if more else core


def _is_a_firms(document: Document, candidate: Candidate[str], core: Span, name: str) -> bool:
    """Tell whether a name in prose or on a card is a firm's: proper, or spoken of as one."""
    folded, way = fold(name), way_of(candidate)
    if is_organisation(folded):
        return True
    if begins_as_job(folded) or department_named(name) or f"({name})" in document.text:
        return False  # a job, a département, initials whose full name is written
    if way == "firm-heading":
        return is_firm(name)
    if way == "beside-place":
        return is_vouched_for(folded, document.folded)
    if way == "presented" and not (
        is_near_top(document, candidate.span.start, 16) or is_vouched_for(folded, document.folded)
    ):
        return False
    article = re.match(r"(?:[Ll][ae]s? |[Ll]['’])\[?[A-ZÀ-Þ]", document.quote(core))
    return is_proper(name) or is_firm(name) or bool(article) or document.text.count(name) > 2
