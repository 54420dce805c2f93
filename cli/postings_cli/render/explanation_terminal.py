"""An explanation drawn on a terminal: the document with its evidence in colour, or verdicts."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from postings.compare import place_of
from postings.document import Document
from postings.explanation import Account, Explanation
from postings.verdicts import Outcome, Verdict
from postings_cli.render import phrases
from postings_cli.render.cells import where
from postings_cli.render.explanation import CLOSE, OPEN, endings, layout_of, told
from postings_cli.render.figures import FrenchFigures
from postings_cli.render.marked_lines import MarkedLine, bracketed, marked_lines, value_at
from postings_cli.safe import one_line

_GUTTER = 7
_OUTCOME = 9
_STYLES = {
    "salary": "bold green",
    "grades": "bold magenta",
    "categories": "bold magenta",
    "contract": "bold blue",
    "deadline": "bold red",
}
_OUTCOME_STYLES: dict[Outcome, str] = {
    "kept": "bold green",
    "derived": "green",
    "rival": "yellow",
    "dropped": "",
    "refused": "dim",
}


def print_document(explanation: Explanation, console: Console) -> None:
    """Print the document; without colour its evidence stands in brackets."""
    figures = FrenchFigures()
    page = None
    for line in marked_lines(explanation.document, explanation.posting, figures):
        if line.page and line.page != page:
            page = line.page
            _print_rule(explanation.document, line.page, console)
        _print(console, Text(str(line.number), "dim"), _marked(line, brackets=console.no_color))
        for note in line.notes:
            _print(console, Text(), _note(note.path, note.value, note.rule))
    console.print()
    for ending in endings(explanation):
        console.print(Text(one_line(ending)))


def _print_rule(document: Document, page: int, console: Console) -> None:
    """Print the number of a page over it, and how it was read."""
    layout = layout_of(document, page)
    title = Text.assemble(f"page {page}", (f"  {layout}" if layout else "", "dim"))
    console.rule(title, align="left", style="dim", characters="─")


def _marked(line: MarkedLine, *, brackets: bool) -> Text:
    if brackets:
        return Text(bracketed(line, OPEN, CLOSE))
    return Text.assemble(*((text, _style(path) if path else "") for text, path in line.pieces))


def _note(path: str, value: str, rule: str) -> Text:
    parts = (("└ ", "dim"), (path, _style(path)), ("  ", ""), value, ("  " + rule, "dim"))
    return Text.assemble(*parts)


def _style(path: str) -> str:
    return _STYLES.get(path.partition(".")[0], "bold cyan")


def _print(console: Console, head: Text, body: Text) -> None:
    """Print a body folded beside a gutter that holds its head."""
    head.align("right", _GUTTER - 2)
    for piece in body.wrap(console, max(20, console.width - _GUTTER)) or [Text()]:
        line = Text.assemble(head, "  ", piece)
        line.rstrip()
        console.print(line, no_wrap=True, crop=False, soft_wrap=True)
        head = Text(" " * (_GUTTER - 2))


def print_accounts(explanation: Explanation, console: Console, *, layout: bool) -> None:
    """Print, key by key, its value and what became of each candidate."""
    for account in explanation.accounts:
        console.print(_heading(explanation, account))
        if account.settling:
            console.print(Text(account.settling, "dim"))
        for verdict in told(account, layout=layout):
            why = verdict.why.removesuffix(f": {account.settling}")  # it stands above
            _print_verdict(explanation, verdict, why, console)
        for note in _afterwards(account, layout=layout):
            console.print(Text(note, "dim"))
        console.print()


def _heading(explanation: Explanation, account: Account) -> Text:
    value = "" if account.state == "ambiguous" else _value(explanation, account)
    said = {"found": value, "absent": "absent", "ambiguous": f"ambiguous {value}"}[account.state]
    return Text.assemble((account.path, _style(account.path)), "  ", one_line(said))


def _value(explanation: Explanation, account: Account) -> str:
    return phrases.spoken(
        account.path, value_at(explanation.posting, account.path), FrenchFigures()
    )


def _print_verdict(explanation: Explanation, verdict: Verdict, why: str, console: Console) -> None:
    place = where(place_of(explanation.posting, verdict.evidence))
    style = _OUTCOME_STYLES[verdict.outcome]
    head = Text.assemble(
        (verdict.outcome.ljust(_OUTCOME), style), (verdict.rule, "bold"),
        (f"  rank {verdict.rank}  {place}", "dim"),
    )  # fmt: skip
    _indented(console, head, 2)
    words = one_line(verdict.evidence.text)
    value = f"  →  {one_line(verdict.value)}" if verdict.value else ""
    _indented(console, Text.assemble(f"« {words} »", (value, "cyan")), _OUTCOME + 2)
    if why:
        _indented(console, Text(why, "dim"), _OUTCOME + 2)


def _indented(console: Console, text: Text, blanks: int) -> None:
    for piece in text.wrap(console, max(20, console.width - blanks)):
        piece.rstrip()
        console.print(Text.assemble(" " * blanks, piece), no_wrap=True, crop=False, soft_wrap=True)


def _afterwards(account: Account, *, layout: bool) -> Iterator[str]:
    hidden = len(account.verdicts) - len(told(account, layout=layout))
    if hidden:
        lines = "line" if hidden == 1 else "lines"
        yield f"  {hidden} {lines} tried as headings and refused; --all shows them"
    for warning in account.warnings:
        yield f"  warning: {warning.code}: {warning.message}"
