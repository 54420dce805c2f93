"""`postings explain --pdf`: a copy of the PDF in which the evidence is highlighted."""

from __future__ import annotations

import os
import sys
from pathlib import PurePath
from typing import TYPE_CHECKING

import typer

from postings.errors import UsageError
from postings_cli.output import written_to
from postings_cli.sources import STDIN
from postings_cli.streams import tell, write_bytes

if TYPE_CHECKING:
    from postings.explanation import Explanation

STDOUT = "-"


def check_destination(path: str, output: str) -> None:
    """Refuse, before anything is read, to write over the posting or onto a terminal."""
    if output == STDOUT:
        if sys.stdout.isatty():
            raise typer.BadParameter("a PDF is not for a terminal; name a file after --pdf")
    elif path != STDIN and _is_in(path, output):
        raise typer.BadParameter("--pdf would write over the posting; name another file")


def _is_in(path: str, output: str) -> bool:
    """Tell whether a path leads to a file, or into an archive, that is the one to be written."""
    outer = (path, *map(str, PurePath(path).parents))
    return os.path.isfile(output) and any(
        os.path.isfile(each) and os.path.samefile(each, output) for each in outer
    )


def write_copy(explanation: Explanation, data: bytes, output: str) -> None:
    """Write the copy, whole or not at all, and say how much is highlighted.

    `data` are the bytes that the explanation is of. Raises `UsageError` if they are no PDF, or
    `DamagedDocument` if nothing can be added to them.
    """
    from postings_cli.export.annotated_pdf import annotated
    from postings_cli.export.highlights import highlights_of, marks_asked

    _refuse_unless_pdf(explanation)
    marks = marks_asked(explanation)
    highlights = list(highlights_of(marks))
    copy = annotated(data, highlights)
    with written_to(None if output == STDOUT else output):
        write_bytes(copy)
    unplaced = sum(not mark.evidence.boxes for mark in marks)
    tell("stdout" if output == STDOUT else output, _summary(len(highlights), unplaced))


def _refuse_unless_pdf(explanation: Explanation) -> None:
    from postings.reading.pdf import MEDIA_TYPE

    kind = explanation.posting.source.media_type
    if kind != MEDIA_TYPE:
        raise UsageError(
            f"--pdf copies a PDF, and this is {kind}", "leave it out, or name a PDF file"
        )


def _summary(highlights: int, unplaced: int) -> str:
    said = f"{highlights} highlight{'' if highlights == 1 else 's'}"
    return f"{said}; {unplaced} without a place on a page" if unplaced else said
