"""`postings explain`: the document with its evidence, and what became of every candidate."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from postings.errors import PostingsError, UsageError
from postings_cli.commands.explain_pdf import check_destination, write_copy
from postings_cli.commands.options import (
    AsOf,
    Debug,
    Format,
    FormatOption,
    LayoutMode,
    LayoutOption,
    NoColor,
)
from postings_cli.commands.writing import drawn, wants_json, write_json, write_sheet
from postings_cli.reader import bytes_at, document_of
from postings_cli.streams import joined, quiet_pipe, tell, write_text

if TYPE_CHECKING:
    from datetime import date

    from postings.document import Document
    from postings.explanation import Explanation

Path = Annotated[
    str, typer.Argument(metavar="FILE", show_default=False, help="A posting; - is stdin.")
]
Key = Annotated[
    str,
    typer.Argument(
        metavar="[FIELD]",
        show_default=False,
        help="A key of the contract: deadline, contract, salary.stated…",
    ),
]
All = Annotated[bool, typer.Option("--all", help="Also the lines that rules about layout refused.")]
Copy = Annotated[
    str | None,
    typer.Option(
        "--pdf",
        metavar="OUT",
        show_default=False,
        help="Write instead a copy of the PDF with its evidence highlighted; - is stdout.",
    ),
]


def explain(
    path: Path,
    key: Key = "",
    everything: All = False,
    pdf: Copy = None,
    layout: LayoutOption = LayoutMode.AUTO,
    form: FormatOption = Format.TABLE,
    as_of: AsOf = None,
    no_color: NoColor = False,
    debug: Debug = False,
) -> None:
    """Show a document with its evidence marked, or for a key every candidate and its fate.

    \b
      postings explain offre.pdf
      postings explain offre.pdf deadline
      postings explain offre.pdf contract --format json | jq '.accounts[].verdicts[]'
      postings explain offre.pdf --format csv > candidates.csv
      postings explain offre.pdf --pdf marked.pdf

    A candidate is kept, derived (worked out from others), rival (of values as sure as each
    other, that differ), dropped (overlapped, outranked, repeated or set aside) or refused (negated,
    or no value of its kind). Rank says how surely the words mean it.
    """
    if pdf is not None:
        check_destination(path, pdf)
    with _told(path):
        data = bytes_at(path)
        document = document_of(data, path, layout.value)
        explanation = _explanation(document, key, as_of)
        if pdf is not None:
            write_copy(explanation, data, pdf)
            return
    with quiet_pipe():
        if wants_json(form):
            write_json([_record(explanation)], form, one=True)
        elif drawn(form):
            _draw(explanation, key, layout=everything, color=not no_color)
        else:
            _write(explanation, key, form, layout=everything)


@contextmanager
def _told(path: str) -> Iterator[None]:
    """Say what is wrong with the file, and end; a wrong use is told elsewhere."""
    try:
        yield
    except UsageError:
        raise
    except PostingsError as error:
        tell(path, str(error))
        raise typer.Exit(error.exit_code) from None


def _explanation(document: Document, key: str, as_of: date | None) -> Explanation:
    from postings.explanation import explain as account_for

    return account_for(document, path=key, as_of=as_of)


def _record(explanation: Explanation) -> dict[str, Any]:
    """The accounts with where the document came from, and how the pages of a PDF were read.

    `postings parse` has the posting.
    """
    return {
        "source": explanation.posting.source,
        "layouts": explanation.document.layouts,
        "accounts": explanation.accounts,
    }


def _write(explanation: Explanation, key: str, form: Format, *, layout: bool) -> None:
    from postings_cli.render.explanation import plain_lines, verdict_sheet

    if form is Format.TABLE and not key:
        write_text(joined(plain_lines(explanation)))
    else:
        write_sheet(lambda: verdict_sheet(explanation, layout=layout), form)


def _draw(explanation: Explanation, key: str, *, layout: bool, color: bool) -> None:
    from postings_cli.render.explanation_terminal import print_accounts, print_document
    from postings_cli.render.terminal import console

    if key:
        print_accounts(explanation, console(color=color), layout=layout)
    else:
        print_document(explanation, console(color=color))
