"""Options of the commands that read postings: which, and how many at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from postings_cli.commands.options import Format
from postings_cli.sources import Listing

if TYPE_CHECKING:
    from postings_cli.text_column import TextColumn

AnyPaths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH",
        show_default=False,
        help="Files, directories, quoted globs; - is stdin.",
    ),
]
FilesFrom = Annotated[
    str | None,
    typer.Option(
        metavar="LIST",
        show_default=False,
        help="Read the files that LIST names, one a line; - is stdin.",
    ),
]
Null = Annotated[
    bool, typer.Option("--null", "-0", help="The names in LIST end with NUL, as of find -print0.")
]
TextColumnName = Annotated[
    str | None,
    typer.Option(
        "--text-column",
        metavar="NAME",
        show_default=False,
        help="The files are tables (JSON lines, CSV, TSV): read the postings in this column.",
    ),
]
IdColumnName = Annotated[
    str | None,
    typer.Option(
        "--id-column",
        metavar="NAME",
        show_default="the row's number",
        help="Column that names the posting of a row: FILE#ID.",
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        min=1,
        metavar="N",
        show_default="one a core; none for a few files",
        help="Processes to read with.",
    ),
]
Timeout = Annotated[
    float | None,
    typer.Option(
        min=0.001,
        metavar="SECONDS",
        show_default=False,
        help="Give up a posting that takes longer.",
    ),
]


def listing(paths: list[str] | None, files_from: str | None, null: bool) -> Listing | None:
    """The list of files; wrong usage if nothing names any."""
    if files_from is None:
        if not paths:
            raise typer.BadParameter("name a PATH, or a list of them with --files-from")
        if null:
            raise typer.BadParameter("--null goes with --files-from")
        return None
    return Listing(files_from, b"\0" if null else b"\n")


def text_column(text: str | None, id_: str | None) -> TextColumn | None:
    """The column to read; wrong usage if there is one that names rows of nothing."""
    if text is None:
        if id_ is not None:
            raise typer.BadParameter("--id-column goes with --text-column")
        return None
    from postings_cli.text_column import TextColumn

    return TextColumn(text, id_)


Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        show_default="standard output",
        help="Write to FILE, which appears when it is whole.",
    ),
]
Resume = Annotated[
    bool,
    typer.Option(
        "--resume", help="Go on from what an interrupted run left beside FILE (jsonl only)."
    ),
]


def check_output(form: Format, output: str | None, resume: bool = False) -> None:
    """Refuse before anything is read what cannot be written, or not gone on with."""
    if form is Format.PARQUET:
        if output is None:
            raise typer.BadParameter("--format parquet needs --output FILE")
        import postings_cli.export.parquet  # noqa: F401 (says what to install)
    if resume and (output is None or form is not Format.JSONL):
        raise typer.BadParameter("--resume goes with --format jsonl and --output FILE")
