"""Files in, postings out; what cannot be read has its line on stderr and the rest goes on."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from postings.errors import ExitCode, PostingsError
from postings_cli.sources import STDIN, find_sources
from postings_cli.streams import progress, tell

if TYPE_CHECKING:
    from postings.document import Document
    from postings.posting import Posting


@dataclass
class Intake:
    """Reads what the arguments name; `exit_code` tells afterwards whether all could be read."""

    paths: list[str]
    as_of: date
    recursive: bool = False
    debug: bool = False
    exit_code: ExitCode = ExitCode.DONE

    def postings(self) -> Iterator[Posting]:
        """Read and parse each file, in order."""
        sources = find_sources(self.paths, recursive=self.recursive)
        for path, message in sources.troubles:
            self._fail(path, message)
        if count := sources.skipped.total():
            files = "1 file" if count == 1 else f"{count} files"
            names = sources.skipped_names()
            tell("postings", f"skipped {files} of another kind ({names}); name one to read it")
        for path in progress(sources.files):
            if posting := self._posting(path):
                yield posting

    def _posting(self, path: str) -> Posting | None:
        from postings.parsing import parse_document

        try:
            return parse_document(document_at(path), as_of=self.as_of)
        except PostingsError as error:
            self._fail(path, str(error))
        except OSError as error:
            self._fail(path, f"cannot be read ({error.strerror}); check the path and its rights")
        except Exception as error:  # a defect of ours must not cost the other files
            self._fail(path, internal_error(error))
            if self.debug:
                print_traceback()
        return None

    def _fail(self, path: str, message: str) -> None:
        self.exit_code = ExitCode.UNREADABLE_INPUT
        tell(path, message)


def internal_error(error: Exception) -> str:
    """The line that a defect of this program gets."""
    return f"internal error ({type(error).__name__}: {error}); please report it with --debug"


def print_traceback() -> None:
    """Show where the exception being handled came from."""
    import traceback

    traceback.print_exc(file=sys.stderr)


def document_at(path: str) -> Document:
    """Read a file, or standard input for `-`; raises a `PostingsError` if it cannot be read."""
    if path == STDIN:
        from postings.reading import document_from_bytes

        return document_from_bytes(sys.stdin.buffer.read() if sys.stdin else b"", STDIN)
    from postings.reading import read_document

    return read_document(path)
