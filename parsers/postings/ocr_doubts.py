"""The doubt about a posting that OCR read: how surely it did, and which words may mislead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from postings.document import Document, Span
from postings.posting import Doubt, Evidence

_HEADLINE = ("deadline", "contract.types", "grades", "salary")
_MOST_NAMED = 8  # words: a message is a line


def doubts_of_ocr(
    document: Document, evidence: Mapping[str, Sequence[Evidence]]
) -> Iterator[Doubt]:
    """Yield a doubt if pages were read by OCR.

    It names the figures that are not sure, which no rule uses, and the words that are not sure
    where a value of the headline rests on them.
    """
    if document.recognised:
        message = "; ".join(_parts(document, evidence))
        yield Doubt(code="ocr", message=message, path="source.pages")


def _parts(document: Document, evidence: Mapping[str, Sequence[Evidence]]) -> Iterator[str]:
    pages = document.recognised
    mean = sum(page.confidence for page in pages) / len(pages)
    numbers = ", ".join(str(page.page) for page in pages)
    yield f"page{'s' * (len(pages) > 1)} {numbers} read by OCR, {mean:.0%} sure on average"
    doubtful = [word for page in pages for word in page.doubtful]
    figures = [word for word in doubtful if document.has_doubtful_figures(word)]
    if figures:
        named = _listed(f"« {document.quote(word)} »" for word in figures)
        yield f"figures too uncertain to be used: {named}"
    if words := _listed(_in_evidence(document, evidence)):
        yield f"uncertain words in evidence: {words}"


def _in_evidence(document: Document, evidence: Mapping[str, Sequence[Evidence]]) -> Iterator[str]:
    for path, items in evidence.items():
        for item in items if path.startswith(_HEADLINE) else ():
            for word in document.doubtful_words(Span(item.start, item.end)):
                yield f"« {document.quote(word)} » ({path.partition('.')[0]})"


def _listed(words: Iterable[str]) -> str:
    distinct = list(dict.fromkeys(words))
    more = [f"{len(distinct) - _MOST_NAMED} more"] if len(distinct) > _MOST_NAMED else []
    return ", ".join([*distinct[:_MOST_NAMED], *more])
