"""The ways in which the post can be filled: civil servant, contract, internship…"""

from __future__ import annotations

from collections.abc import Sequence

from postings.document import Document
from postings.fields import contract_natures, contract_schemes, contract_statuses
from postings.fields.contract_words import NAMED_TERMS, NATURES, STATUSES, Types
from postings.fields.field import Field, Reading
from postings.patterns import pattern
from postings.reference.articles import articles
from postings.resolve import Finding
from postings.rules import Candidate

_ANSWER = 4  # the rank of the rules that read the answer of a board's own field


def _of_articles(reading: Reading) -> list[Candidate[Types]]:
    """What the cited articles settle, on the evidence of their citation."""
    finding = reading.found.get("legal_basis")
    if finding is None:
        return []
    table = articles()
    return [
        Candidate((article.type,), candidate.span, candidate.core, candidate.rule)
        for index, number in enumerate(finding.value or ())
        if (article := table.get(number)) and article.type
        for candidate in finding.evidence[str(index)]
    ]


def _kept(candidates: Sequence[Candidate[Types]]) -> dict[str, list[Candidate[Types]]]:
    """Candidates by type; a bare `CDI` counts only where no surer words give a nature.

    A cited article says of which kind a fixed-term contract is.
    """
    by_type: dict[str, list[Candidate[Types]]] = {}
    sure = {name for c in candidates if c.rule.rank > 1 for name in c.value} & set(NATURES)
    for candidate in sorted(candidates, key=lambda c: -c.rule.rank):
        by_law = candidate.rule.id.startswith("legal_basis") and sure <= {"cdd"}
        for name in candidate.value:
            if candidate.rule.rank > 1 or name in by_type or not sure or by_law:
                by_type.setdefault(name, []).append(candidate)
    return by_type


def _unless_outranked(candidates: Sequence[Candidate[Types]]) -> list[Candidate[Types]]:
    """Drop what a board's answer covers; other readings of the same words stand side by side."""
    answers = [c for c in candidates if c.rule.rank == _ANSWER]
    return [
        c
        for c in candidates
        if c.rule.rank == _ANSWER or not any(a.span.overlaps(c.span) for a in answers)
    ]


def _with_civil_servants(reading: Reading, by_type: dict[str, list[Candidate[Types]]]) -> None:
    """A post of a named grade that is `ouvert aux contractuels` is open to civil servants first."""
    closed = "seul un contractuel" in reading.document.folded
    if not reading.value("grades") or set(by_type) & set(STATUSES) or closed:
        return
    besides = [c for c in reading.of("contract_types") if c.rule.id == "contract_types.besides"]
    if besides:
        by_type["titulaire"] = besides


_OUTSIDERS = pattern(r"exterieur|ne relevant pas|n'appartenant pas|d'un autre (?:corps|versant)")


def _is_for_outsiders(document: Document, candidate: Candidate[Types]) -> bool:
    """Tell whether a way of recruiting concerns the civil servants of other corps only."""
    start = document.sentence_at(candidate.span.start).start
    return _OUTSIDERS.search(document.folded, start, candidate.span.end) is not None


# Civil servants who are recruited otherwise than by moving from another post.
_NEWCOMERS = pattern(r"liste d'aptitude|laureat|concours|stagiaire|position normale")


def _without_general_status(reading: Reading, by_type: dict[str, list[Candidate[Types]]]) -> None:
    """`aux fonctionnaires, par voie de détachement`: the way stands for the status.

    Laureates come by no such way, and leave the status standing; so does a way that is
    only for those of another corps.
    """
    ways = set(by_type) & set(STATUSES[1:])
    folded = reading.document.folded
    if ways and all(_is_for_outsiders(reading.document, c) for w in ways for c in by_type[w]):
        return
    newcomers = any(
        _NEWCOMERS.search(folded, c.span.start, c.span.end) for c in by_type.get("titulaire", ())
    )
    if ways and not newcomers:
        by_type.pop("titulaire", None)


def _is_fixed_term(reading: Reading, candidates: Sequence[Candidate[Types]]) -> bool:
    """Tell whether a contract of so many months is an employee's, not that of a freelance."""
    folded = reading.document.folded
    words = (folded[c.span.start : c.span.end] for c in candidates)
    return any("cdd" in word or "duree determinee" in word for word in words)


def settle(reading: Reading) -> Finding:
    """Every way that is named; the most specific term stands for the general ones."""
    read = _unless_outranked(reading.of("contract_types"))
    by_type = _kept([*read, *_of_articles(reading)])
    _with_civil_servants(reading, by_type)
    _without_general_status(reading, by_type)
    natures = set(by_type) & set(NATURES)
    if natures:
        by_type.pop("contractuel", None)
    if "liberal" in natures and not _is_fixed_term(reading, by_type.get("cdd", ())):
        by_type.pop("cdd", None)
    if natures & set(NAMED_TERMS) or natures & {"apprentissage", "doctorat"}:
        by_type.pop("cdd", None)
    order = [name for name in (*STATUSES, "contractuel", *NATURES) if name in by_type]
    return Finding(tuple(order), {str(i): by_type[name] for i, name in enumerate(order)})


FIELD = Field(
    "contract_types",
    (*contract_statuses.RULES, *contract_natures.RULES, *contract_schemes.RULES),
    settle,
    serves="contract.types",
)
