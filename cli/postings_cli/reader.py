"""One source in, one outcome out: what is done with each posting, in whichever process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from postings.errors import PostingsError, WordlessPicture
from postings_cli.defects import line_for
from postings_cli.sources import STDIN, Source
from postings_cli.streams import stdin_bytes

if TYPE_CHECKING:
    from postings.document import Document, LayoutMode
    from postings.posting import Posting


class Outcome(NamedTuple):
    """What became of a source: the answer, or the message that says why there is none.

    `passed_over` tells that none is missed, for the source is no posting.
    """

    name: str
    answer: Any = None
    message: str = ""
    traceback: str = ""
    passed_over: bool = False

    @property
    def failed(self) -> bool:
        """Whether a posting could not be read."""
        return bool(self.message) and not self.passed_over


@dataclass(frozen=True)
class Reader:
    """Reads sources; `view` makes of a posting what is wanted, small enough to be sent."""

    view: Callable[[Posting], Any]
    as_of: date
    layout: LayoutMode = "auto"
    ocr: bool = True

    def __call__(self, source: Source) -> Outcome:
        """Read one source; whatever goes wrong is in the outcome, and never raised."""
        if source.trouble:
            return Outcome(source.name, message=source.trouble)
        try:
            return Outcome(source.name, self._answer(source))
        except (PostingsError, OSError) as error:
            logo = source.found and isinstance(error, WordlessPicture)
            return Outcome(source.name, message=line_for(error), passed_over=logo)
        except Exception as error:  # a defect of ours must not cost the other files
            return Outcome(source.name, None, line_for(error), _traceback())

    def _answer(self, source: Source) -> Any:
        from postings.parsing import parse_document

        document = _document(source, self.layout, self.ocr)
        return self.view(parse_document(document, as_of=self.as_of))


def whole_posting(posting: Posting) -> Posting:
    """The view that leaves nothing out."""
    return posting


def document_at(
    path: str, layout: LayoutMode = "auto", *, ocr: bool = True, found: bool = False
) -> Document:
    """Read a file, or standard input for `-`; raises a `PostingsError` if it cannot be read."""
    from postings import reading

    if path == STDIN:
        return document_of(bytes_at(path), path, layout, ocr=ocr)
    return reading.read_document(path, layout=layout, ocr=ocr, found=found)


def bytes_at(path: str) -> bytes:
    """The bytes of a file, or of standard input for `-`; raises `UnreadableFile`."""
    from postings.reading.parts import part_bytes

    return stdin_bytes().read() if path == STDIN else part_bytes(path)


def document_of(
    data: bytes, path: str, layout: LayoutMode = "auto", *, ocr: bool = True
) -> Document:
    """Read the bytes that came from a path; raises a `PostingsError` if they cannot be read."""
    from postings import reading
    from postings.reading.source import printable_path

    return reading.document_from_bytes(data, printable_path(path), layout=layout, ocr=ocr)


def _document(source: Source, layout: LayoutMode, ocr: bool) -> Document:
    from postings import reading

    if source.content is None:
        return document_at(source.name, layout, ocr=ocr, found=source.found)
    if isinstance(source.content, bytes):
        data, name = source.content, source.name
        return reading.document_from_bytes(data, name, layout=layout, ocr=ocr)
    return reading.document_from_cell(source.content, source.name)


def _traceback() -> str:
    import traceback

    return traceback.format_exc()
