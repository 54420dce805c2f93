"""The term and the nature of the contract, against each other and against the law."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from postings.contradictions.check import Check, Clash
from postings.fields.field import Reading
from postings.fields.versant import is_public
from postings.patterns import pattern
from postings.posting import Contract
from postings.reference.articles import Article, articles

_DURATION = "contract.duration_months"
_PROJECT = "L332-24"  # contrat de projet
_SLACK = Decimal("0.3")  # months: a year is also 365 days
_REACH = 160  # characters of a sentence before the duration
_GENERAL = "L332-8"  # emploi permanent of a collectivité
# How a duration is said of a CDI itself, and not of a mission or of somebody else's contract.
_OF_THE_CONTRACT = pattern(
    r"cdi\b|contrat a duree indeterminee|contrat ?: ?cdi"
    r"|duree(?! de la| de mission| mission| du stage| minimale| totale)"
)
# A CDI that lasts as long as the works for which it is made.
_ENDS_WITH_THE_WORKS = pattern(
    r"chantier ou d'operation|(?:cdi|contrat) (?:de|d') ?(?:chantier|operation)|fin de chantier"
)
_OF_A_PART = pattern(r"formation|mission|essai|preavis|integration|immersion")
# Durations that are no contract's, or those of several contracts together.
_OF_SOMETHING_ELSE = pattern(
    r"detach|total|\bmission|stage|premiere|essai|renouvel|preavis|prolong|romp|apres|remplac|avenant"
)

_POST_CALLED = pattern(r"(?:emplois?|postes?) (?:non )?(?:permanent|temporaire)")


def _duration(reading: Reading) -> tuple[Decimal, str, str] | None:
    """The months that the contract lasts, the words that say so and those before, folded."""
    finding, document = reading.found["contract_duration"], reading.document
    if finding.value is None:
        return None
    span = finding.evidence[""][0].span
    start = max(document.sentence_at(span.start).start, span.start - _REACH)
    words = document.folded[span.start : span.end]
    return finding.value, words, document.folded[start : span.end]


def _in_months(months: Decimal | int) -> str:
    return "1 month" if months == 1 else f"{Decimal(months):f} months"


def _permanent_with_a_term(reading: Reading) -> Iterator[Clash]:
    """A CDI, without a fixed-term contract besides, of which a duration is said."""
    said, only_cdi = _duration(reading), reading.value("contract").types == ("cdi",)
    if not said or not only_cdi or _ENDS_WITH_THE_WORKS.search(reading.document.folded):
        return
    if _OF_THE_CONTRACT.match(said[1]) and not _OF_A_PART.search(said[2]):
        yield Clash(_DURATION, f"a CDI has no term, and this one lasts {_in_months(said[0])}")


def _limiting(contract: Contract, reading: Reading) -> Sequence[Article]:
    """The articles by which the post is opened, if the law is known for each of them."""
    project = contract.types == ("projet",) and is_public(reading)
    numbers = contract.legal_basis or ((_PROJECT,) if project else ())
    known = [article for number in numbers if (article := articles().get(number))]
    sure = len(known) == len(numbers) and all(a.certainty != "assumed" for a in known)
    return known if sure else ()


def _term_above_limit(reading: Reading) -> Iterator[Clash]:
    """A contract longer than any of its articles allows a single one to be."""
    said = _duration(reading)
    if said is None or _OF_SOMETHING_ELSE.search(said[2]):
        return
    limiting = _limiting(reading.value("contract"), reading)
    limits = [article.max_months for article in limiting if article.max_months]
    if limits and len(limits) == len(limiting) and said[0] > max(limits) + _SLACK:
        by = " or ".join(article.number for article in limiting)
        most = f"at most {_in_months(max(limits))} under {by}"
        yield Clash(_DURATION, f"the contract lasts {_in_months(said[0])}; {most}")


def _term_below_minimum(reading: Reading) -> Iterator[Clash]:
    """A contrat de projet, and no other, shorter than the year that the law asks for."""
    said, contract = _duration(reading), reading.value("contract")
    if said is None or contract.types != ("projet",) or _OF_SOMETHING_ELSE.search(said[2]):
        return
    limits = [article.min_months for article in _limiting(contract, reading) if article.min_months]
    if limits and said[0] < min(limits) - _SLACK:
        least = f"at least {_in_months(min(limits))}"
        yield Clash(_DURATION, f"a contrat de projet of {_in_months(said[0])}; {least} by L332-25")


def _position_against_article(reading: Reading) -> Iterator[Clash]:
    """A permanent post by an article for a need of the moment, or the reverse."""
    contract: Contract = reading.value("contract")
    cited = [a for number in contract.legal_basis if (a := articles().get(number))]
    said = contract.position
    if not said or not cited or not _names_it(reading):
        return
    reverse = "temporaire" if said == "permanent" else "permanent"
    if all(_is_for(article, reverse) for article in cited):
        kinds = ", ".join(f"{a.number} ({a.meaning})" for a in cited)
        yield Clash("contract.position", f"the post is said {said}, and opened by {kinds}")


def _names_it(reading: Reading) -> bool:
    """Whether words call the post itself so; a need, or a vacancy, only implies it."""
    read = reading.found["contract_position"].evidence[""]
    words = (reading.document.folded[c.span.start : c.span.end] for c in read)
    return any(_POST_CALLED.search(said) for said in words)


def _is_for(article: Article, position: str) -> bool:
    """Whether an article is for such posts only: a replacement is, in both kinds of post."""
    if position == "permanent":
        return article.number.startswith(_GENERAL)
    return article.number == _PROJECT or article.meaning.startswith("accroissement")


CHECKS = (
    Check(
        "cdi-with-term",
        "a duration is said of a CDI",
        _permanent_with_a_term,
    ),
    Check(
        "term-above-limit",
        "the contract is longer than the article that opens the post allows",
        _term_above_limit,
    ),
    Check(
        "term-below-minimum",
        "a contrat de projet is shorter than a year",
        _term_below_minimum,
    ),
    Check(
        "position-article-mismatch",
        "the post is said permanent and its article is for a need of the moment, or the reverse",
        _position_against_article,
    ),
)
