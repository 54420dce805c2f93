"""JSON lines into a file, in a run that may be interrupted and gone on with."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from postings import __version__, to_json
from postings.errors import ExitCode, UsageError
from postings_cli.batch.journal import Journal, Left, Settings, left_by, names_left
from postings_cli.export.json_text import lines
from postings_cli.intake import Intake
from postings_cli.output import ends_when_told
from postings_cli.streams import tell


def write_lines(intake: Intake, path: str, *, resume: bool, as_of: date | None) -> None:
    """Write the postings of `intake` into the file at `path`, which appears when it is whole.

    With `resume`, go on from what an interrupted run left beside it; then `as_of` is the day
    of that run, and `UsageError` says so if another was asked for.
    """
    path = os.path.realpath(path)
    intake.told_at_end = True
    left = left_by(path)
    if left and resume:
        _go_on(intake, left, path, as_of)
    elif left:
        tell(
            f"{path}.partial", "was left by an interrupted run and is begun anew; --resume goes on"
        )
    left = left if left and resume else Left(_settings(intake))
    with _recorded(Journal(path, left), path, resume) as journal:
        for outcome in intake.outcomes(to_json):
            answers = () if outcome.message else (outcome.answer,)
            journal.add(b"".join(lines(answers)), outcome.name, failed=outcome.failed)


def _settings(intake: Intake) -> Settings:
    """What the answers depend on besides the files."""
    column = intake.column.text if intake.column else None
    return {
        "version": __version__,
        "as_of": str(intake.as_of),
        "text_column": column,
        "layout": intake.layout,
        "ocr": "on" if intake.ocr else "off",
    }


def _go_on(intake: Intake, left: Left, path: str, as_of: date | None) -> None:
    if as_of is None:
        intake.as_of = date.fromisoformat(left.settings["as_of"] or "")
    for name, value in _settings(intake).items():
        if left.settings.get(name) != value:
            what = f"the interrupted run had {name} {left.settings.get(name)}, this one has {value}"
            raise UsageError(what, "run it as before, or anew without --resume")
    intake.already = names_left(path, left.done)
    if left.failed:
        intake.exit_code = ExitCode.UNREADABLE_INPUT
    tell("postings", f"going on after {left.done}, {left.failed} of which could not be read")


@contextmanager
def _recorded(journal: Journal, path: str, resume: bool) -> Iterator[Journal]:
    """Finish the journal, or keep it for a run that goes on, or leave nothing on a failure."""
    try:
        with ends_when_told():
            yield journal
        journal.finish()
    except (KeyboardInterrupt, SystemExit):
        journal.close()
        tell(f"{path}.partial", "keeps what was done; the same command with --resume goes on")
        raise
    except Exception:
        journal.close() if resume else journal.discard()
        raise
