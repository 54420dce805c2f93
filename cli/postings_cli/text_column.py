"""Postings whose texts are in a column of a table: JSON lines, CSV or TSV, told by content.

A row is named FILE#ID: ID is what the row has in the id column, or its number without one: the
line's in JSON lines, the record's below the header in CSV. Rows are read one by one; one that is
wrong costs itself. The encoding is UTF-8, or what a byte order mark says.
"""

from __future__ import annotations

import codecs
import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from postings.errors import PostingsError, UnsupportedFormat
from postings.reading.kinds import is_html, is_pdf, is_rtf, is_zip, picture_format, recognise
from postings.reading.source import open_bytes, printable_path
from postings_cli.sources import STDIN, Source
from postings_cli.streams import stdin_bytes

_HEAD = 1024  # bytes that tell the kind
_LONGEST_CELL = 16 * 1024 * 1024  # characters
_ENCODINGS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_DELIMITERS = ",;\t"
_DOCUMENTS = (
    (is_zip, "a spreadsheet or another ZIP archive"),
    (is_html, "a web page"),
    (is_rtf, "a rich text document"),
    (is_pdf, "a PDF"),
    (picture_format, "a picture"),
)
_NOT_UTF_8 = "this row is not UTF-8; convert the file (iconv -f WINDOWS-1252 -t UTF-8)"


@dataclass(frozen=True)
class TextColumn:
    """The column whose cells are postings, and the one that names them, if any."""

    text: str
    id: str | None = None

    def rows(self, path: str) -> Iterator[Source]:
        """The postings of the table at a path; a table that cannot be read is one trouble."""
        name = printable_path(path)
        try:
            with _opened(path) as file:
                yield from self._rows(file, name)
        except PostingsError as error:
            yield Source(name, trouble=str(error))
        except OSError as error:
            yield Source(name, trouble=f"cannot be read further ({error.strerror}); copy it again")

    def _rows(self, file: io.BufferedReader, name: str) -> Iterator[Source]:
        head = file.peek(_HEAD)[:_HEAD]
        encoding = next((e for mark, e in _ENCODINGS.items() if head.startswith(mark)), "utf-8")
        sign = head.decode(encoding, "ignore").lstrip()[:1]
        _refuse(head, sign)
        # Bytes that are wrong become halves of surrogate pairs, and are told row by row.
        errors = "replace" if encoding == "utf-16" else "surrogateescape"
        with io.TextIOWrapper(file, encoding, errors, newline="") as text:
            rows = self._json_rows(text) if sign == "{" else self._csv_rows(text)
            for id_, cell, trouble in rows:
                yield Source(f"{name}#{id_}", None if trouble else cell, trouble)

    def _json_rows(self, lines: Iterable[str]) -> Iterator[tuple[str, str, str]]:
        checked = False
        for number, line in enumerate(lines, start=1):
            if line.strip():
                record, trouble = _json_record(line)
                if record is not None and not checked:
                    self._check(record)
                    checked = True
                yield self._row(number, record, trouble)

    def _csv_rows(self, text: io.TextIOWrapper) -> Iterator[tuple[str, str, str]]:
        csv.field_size_limit(_LONGEST_CELL)
        rows = _Records(text, self.text)
        self._check(rows.header)
        for number, (record, trouble) in enumerate(rows, start=1):
            yield self._row(number, record, trouble)

    def _check(self, names: Iterable[str]) -> None:
        """Refuse a table that lacks a column that was asked for."""
        known = list(names)
        for option, name in (("--text-column", self.text), ("--id-column", self.id)):
            if name is not None and name not in known:
                what = f"no column {name!r} in this table"
                raise UnsupportedFormat(what, f"give {option} one of: {', '.join(known)}")

    def _row(
        self, number: int, record: dict[str, Any] | None, trouble: str
    ) -> tuple[str, str, str]:
        if record is None:
            return str(number), "", trouble
        id_ = record.get(self.id) if self.id else number
        text = record.get(self.text)
        return str(number if id_ in (None, "") else id_), str(text), _wrong(text)


class _Records:
    """The records of a CSV file under its header; the delimiter is the one that finds the column.

    Each comes with the reason why it is None: too few or too many cells, a quote never closed.
    """

    def __init__(self, text: io.TextIOWrapper, wanted: str) -> None:
        first = text.readline()
        headers = {sign: next(csv.reader([first], delimiter=sign), []) for sign in _DELIMITERS}
        best = max(headers, key=lambda sign: (wanted in headers[sign], len(headers[sign])))
        self.header = headers[best]
        self._records = csv.reader(text, delimiter=best, strict=True)

    def __iter__(self) -> Iterator[tuple[dict[str, Any] | None, str]]:
        while True:
            try:
                cells = next(self._records)
            except StopIteration:
                return
            except csv.Error as error:
                yield None, f"this row is no CSV ({error}); check its quotes"
                continue
            if cells:
                yield self._record(cells)

    def _record(self, cells: list[str]) -> tuple[dict[str, Any] | None, str]:
        if len(cells) != len(self.header):
            found = f"this row has {len(cells)} cells where the header has {len(self.header)}"
            return None, f"{found}; check its quotes and delimiters"
        return dict(zip(self.header, cells, strict=True)), ""


def _json_record(line: str) -> tuple[dict[str, Any] | None, str]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return None, "this line is no JSON; it may be cut short: write it again"
    if not isinstance(record, dict):
        return None, "this line is no JSON object; write one object a line"
    return record, ""


def _wrong(text: object) -> str:
    """What is wrong with the text of a posting, if anything is."""
    if text is None or (isinstance(text, str) and not text.strip()):
        return "this row has no text; fill it, or leave the row out"
    if not isinstance(text, str):
        return "the text of this row is not a string; write it as one"
    return "" if text.isascii() or _is_unicode(text) else _NOT_UTF_8


def _is_unicode(text: str) -> bool:
    return not any("\udc80" <= char <= "\udcff" for char in text)


def _refuse(head: bytes, sign: str) -> None:
    """Raise `UnsupportedFormat` if this is no table."""
    if not head:
        raise UnsupportedFormat("the file is empty (0 bytes)", "fetch or export it again")
    if name := _document_name(head):
        raise UnsupportedFormat(f"this is {name} and no table", "save it as CSV (UTF-8)")
    if sign == "[":
        raise UnsupportedFormat("this is one JSON array", "write an object a line (jq -c '.[]')")


def _document_name(head: bytes) -> str:
    """What a file is called that is known and no table; empty for any other."""
    read = (name for is_one, name in _DOCUMENTS if is_one(head))
    kind = recognise(head)
    return kind.name if kind else next(read, "")


def _opened(path: str) -> io.BufferedReader:
    raw: Any = stdin_bytes() if path == STDIN else open_bytes(path)
    return raw if isinstance(raw, io.BufferedReader) else io.BufferedReader(raw)
