"""CSV and TSV, one line a posting, for spreadsheets and data frames.

The columns are the keys of `postings.compare.Row`, always in this order, empty where the posting
says nothing: file, title, employer, city, postal_code, department, reference, positions, pay_min,
pay_max, pay_basis, pay_as_of, pay_includes_bonuses, pay_tables, stated, ib_min, ib_max, im_min,
im_max, nbi_points, bonuses, grades, categories, contract_types, position, duration_months,
max_duration_months, renewable, legal_basis, deadline, deadline_until_filled, days_left, expired,
status, published_on, starts_on, starts_asap, full_time, weekly_hours, telework, telework_days,
experience_years, bac_years, warnings, ambiguous, sha256.

The items of a list are joined by `; `, a truth value is `true` or `false`, `ambiguous` reads
`deadline: 2025-05-12 | 2025-05-19`. Text is UTF-8. A text that a spreadsheet would take for a
formula gets an apostrophe in front; numbers stay numbers.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from msgspec import Struct

from postings.compare import Row
from postings.posting import AnnualGross, Indices, StatedPay
from postings_cli.render.figures import PlainFigures
from postings_cli.render.phrases import amount, spoken
from postings_cli.safe import one_line

# Records that take several columns, and what their names begin with.
_RECORDS: dict[str, tuple[type[Struct], str]] = {
    "pay": (AnnualGross, "pay_"),
    "indices": (Indices, ""),
}
KEYS = tuple(key for key in Row.__struct_fields__ if key != "places")
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_FIGURES = PlainFigures()


def header(keys: Iterable[str]) -> list[str]:
    """The column names of some keys of a row."""
    return [name for key in keys for name in _columns(key)]


def _columns(key: str) -> list[str]:
    if key not in _RECORDS:
        return [key]
    record, prefix = _RECORDS[key]
    return [prefix + field for field in record.__struct_fields__]


def record(row: Row, keys: Iterable[str]) -> list[str]:
    """The cells of a row, as many as `header` names."""
    return [_written(value) for key in keys for value in _values(key, getattr(row, key))]


def _values(key: str, value: Any) -> list[Any]:
    if key not in _RECORDS:
        return [value]
    fields = _RECORDS[key][0].__struct_fields__
    return [None if value is None else getattr(value, field) for field in fields]


def _written(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal | int):
        return _FIGURES.number(value)
    return neutral(one_line(_joined(value)))


def _joined(value: Any) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{path}: {_alternatives(path, found)}" for path, found in value.items())
    if isinstance(value, tuple):
        return "; ".join(_stated(v) if isinstance(v, StatedPay) else str(v) for v in value)
    return str(value)


def _alternatives(path: str, values: Sequence[Any]) -> str:
    return " | ".join(spoken(path, value, _FIGURES) for value in values)


def _stated(pay: StatedPay) -> str:
    """`2170-2390 EUR/month net`"""
    nature = {True: "gross", False: "net", None: ""}[pay.gross]
    sum_ = amount(pay.min, pay.max, _FIGURES).replace("\u00a0€", "").replace("\u00a0", "")
    return f"{sum_} {pay.currency}{f'/{pay.period}' if pay.period else ''} {nature}".rstrip()


def neutral(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text


def delimited_lines(
    rows: Iterable[Row], keys: Sequence[str] = KEYS, *, tabs: bool = False
) -> Iterator[str]:
    """Yield the header and the lines, each with its end."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, dialect="excel-tab" if tabs else "excel", lineterminator="\n")
    writer.writerow(header(keys))
    yield _taken(buffer)
    for row in rows:
        writer.writerow(record(row, keys))
        yield _taken(buffer)


def _taken(buffer: io.StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text
