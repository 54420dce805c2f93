"""An explanation for pipes and programs: the marked document, or a sheet of verdicts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from postings.compare import place_of
from postings.document import Document
from postings.explanation import Account, Explanation
from postings.verdicts import Verdict
from postings_cli.render.cells import where
from postings_cli.render.figures import PlainFigures
from postings_cli.render.marked_lines import MarkedLine, bracketed, marked_lines
from postings_cli.render.sheet import Column, Line, Sheet, Value

OPEN, CLOSE = "[[", "]]"
COLUMNS = (
    Column("key", "Key"),
    Column("outcome", "Outcome"),
    Column("rank", "Rank", "number"),
    Column("rule", "Rule"),
    Column("value", "Value", folds=True),
    Column("place", "Where"),
    Column("words", "Words", folds=True),
    Column("why", "Why", folds=True),
)


def verdict_sheet(explanation: Explanation, *, layout: bool) -> Sheet:
    """A line a verdict; with `layout`, also the lines at the top that a rule refused."""
    return Sheet(
        COLUMNS,
        tuple(
            Line(_cells(explanation, account, verdict))
            for account in explanation.accounts
            for verdict in told(account, layout=layout)
        ),
    )


def told(account: Account, *, layout: bool) -> Sequence[Verdict]:
    """The verdicts to tell: rules about layout try every line at the top, and refuse most."""
    return [v for v in account.verdicts if layout or not (v.layout and v.outcome == "refused")]


def _cells(explanation: Explanation, account: Account, verdict: Verdict) -> tuple[Value, ...]:
    place = where(place_of(explanation.posting, verdict.evidence))
    words = verdict.evidence.text
    read = (verdict.outcome, verdict.rank, verdict.rule, verdict.value)
    return account.path, *read, place, words, verdict.why or None


def plain_lines(explanation: Explanation) -> Iterator[str]:
    """Yield the document, `[[…]]` around its evidence, and under each line what was read."""
    figures = PlainFigures()
    for line in marked_lines(explanation.document, explanation.posting, figures):
        yield f"{label(line)}\t{bracketed(line, OPEN, CLOSE)}".rstrip()
        for note in line.notes:
            said = "\t".join((note.path, note.value, note.rule))
            yield f"\t\t{said}".replace("\u00a0", " ")
    yield from _layouts(explanation.document)
    yield from endings(explanation)


def _layouts(document: Document) -> Iterator[str]:
    """Yield how the pages of a PDF were read; those that follow each other alike together."""
    pages = range(1, len(document.layouts) + 1)
    for layout, alike in groupby(pages, key=lambda page: layout_of(document, page)):
        first, *others = alike
        yield f"pages {first}-{others[-1]}: {layout}" if others else f"page {first}: {layout}"


def layout_of(document: Document, page: int) -> str:
    """How a page was read and why; nothing for a document that is no PDF."""
    if not document.layouts:
        return ""
    layout = document.layouts[page - 1]
    return f"{layout.mode}: {layout.reason}{'; in columns' if layout.columns else ''}"


def label(line: MarkedLine) -> str:
    """`14`, or `2.14` on the second page."""
    return f"{line.page}.{line.number}" if line.page else str(line.number)


def endings(explanation: Explanation) -> Iterator[str]:
    """Yield what the document does not say, and its warnings."""
    absent = [account.path for account in explanation.accounts if account.state == "absent"]
    if absent:
        yield f"absent: {', '.join(absent)}"
    for warning in explanation.posting.warnings:
        yield f"warning: {warning.code}: {warning.message}"
