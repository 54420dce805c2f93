"""The same postings read as PDF and as text: the layout must not cost values."""

from __future__ import annotations

from collections.abc import Iterator

from scoring.corpora import Corpus
from scoring.measured import Measured, measure
from scoring.verdicts import Verdict

# The greatest difference of F1 that is taken for chance.
TOLERANCE = 0.02

Difference = tuple[str, str, Verdict, Verdict]


def texts_of_pdfs(corpus: Corpus) -> Corpus:
    """The texts of a corpus whose original PDFs are at hand."""
    names = {pdf.name for pdf in corpus.pdfs}
    texts = tuple(text for text in corpus.postings if text.name in names)
    return Corpus(f"{corpus.name} as text", corpus.folder, texts)


def read_both_ways(corpus: Corpus) -> tuple[Measured, Measured]:
    """The postings that have a PDF, measured from their text and from the PDF."""
    pdfs = Corpus(f"{corpus.name} as PDF", corpus.folder, corpus.pdfs)
    return measure(texts_of_pdfs(corpus)), measure(pdfs)


def value_differences(text: Measured, pdf: Measured) -> Iterator[Difference]:
    """Field, posting, and the verdicts from text and PDF, where the answers differ."""
    for field in text.verdicts:
        both = zip(text.rows(field), pdf.rows(field), strict=True)
        for (posting, from_text), (_, from_pdf) in both:
            if from_text.got != from_pdf.got:
                yield field, posting.name, from_text, from_pdf


def worst_field(text: Measured, pdf: Measured) -> tuple[str, float]:
    """The field whose F1 differs most, and its F1 from PDF less that from text."""
    gaps = {name: pdf.figures[name].f1 - figures.f1 for name, figures in text.figures.items()}
    return max(gaps.items(), key=lambda gap: abs(gap[1]))


def media_table(text: Measured, pdf: Measured) -> Iterator[str]:
    """A line for each field whose F1 differs, then the values that do."""
    name, gap = worst_field(text, pdf)
    verdict = "within" if abs(gap) <= TOLERANCE else "NOT within"
    yield f"greatest difference of F1: {name} {gap:+.3f}, {verdict} {TOLERANCE}"
    for field, of_text in text.figures.items():
        if abs(pdf.figures[field].f1 - of_text.f1) > 0:
            yield f"  {field:22} text {of_text.f1:.3f}  PDF {pdf.figures[field].f1:.3f}"
    for field, posting, a, b in value_differences(text, pdf):
        yield "\t".join((f"  {posting}", field, *map(str, (a.gold, a.got, b.got))))
