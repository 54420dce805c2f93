"""Arguments and options that commands share."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

import typer


class Format(StrEnum):
    """The forms that an answer can take."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    MD = "md"
    PARQUET = "parquet"


class LayoutMode(StrEnum):
    """How the pages of a PDF are read."""

    AUTO = "auto"
    FAST = "fast"
    FULL = "full"


def read_day(text: str) -> date:
    """Read a day given as an option; wrong usage if it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a day; write it as 2026-03-15") from None


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        show_default=False,
        help="Files, directories, quoted globs; - is stdin.",
    ),
]


def _not_parquet(form: Format) -> Format:
    if form is Format.PARQUET:
        raise typer.BadParameter("parquet is for the postings of parse and compare")
    return form


FormatOption = Annotated[
    Format,
    typer.Option(
        "--format",
        "-f",
        metavar=f"[{'|'.join(form for form in Format if form is not Format.PARQUET)}]",
        callback=_not_parquet,
        envvar="POSTINGS_FORMAT",
        show_envvar=True,
        help="Form of the answer.",
    ),
]
PostingsFormat = Annotated[
    Format,
    typer.Option(
        "--format", "-f", envvar="POSTINGS_FORMAT", show_envvar=True, help="Form of the answer."
    ),
]
AsOf = Annotated[
    date | None,
    typer.Option(
        parser=read_day, metavar="YYYY-MM-DD", show_default=False, help="Day to call today."
    ),
]
Recursive = Annotated[
    bool, typer.Option("--recursive", "-r", help="Look into directories within directories.")
]
NoColor = Annotated[
    bool, typer.Option("--no-color", help="No colour, as NO_COLOR=1 in the environment.")
]
NoOcr = Annotated[
    bool, typer.Option("--no-ocr", help="Do not read pictures, nor pages that are pictures.")
]
Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of an internal error.")]
LayoutOption = Annotated[
    LayoutMode,
    typer.Option(
        "--layout",
        help="How PDFs are read: fast by runs of text, full by letters (fifty times slower),"
        " or full only where a page needs it.",
    ),
]
