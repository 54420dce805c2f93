"""Parquet, one row a posting, for data frames and SQL: the keys of the JSON contract, nested.

Columns are typed by the record and not by the postings at hand: a number is a double, a date
that may lack its day or year a string, a list a list, `evidence` a map from paths to lists of
structs. A value of any type, of which `ambiguous` has some, is JSON in a string.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

import msgspec
from msgspec import inspect

from postings.errors import UsageError

try:
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter
except ImportError as error:
    raise UsageError(
        "Parquet needs pyarrow, which is not installed", "pip install 'postings[parquet]'"
    ) from error

if TYPE_CHECKING:
    from pyarrow import DataType, RecordBatch, Schema

_BATCH = 500  # rows that are Python objects at a time
_ROW_GROUP = 10  # batches


class Column(NamedTuple):
    """A type of Arrow, and what makes a value of JSON one of it; None if it is one already."""

    type: DataType
    convert: Callable[[Any], Any] | None = None
    nullable: bool = False


def schema_of(record: type[msgspec.Struct]) -> Schema:
    """The columns of a record."""
    return pa.schema(list(_column(inspect.type_info(record)).type))


def write_parquet(records: Iterable[bytes], record: type[msgspec.Struct], file: BinaryIO) -> None:
    """Write records, each encoded in JSON, in groups of rows: memory does not grow with them."""
    schema, batches = schema_of(record), _batches(records, record)
    with ParquetWriter(file, schema, compression="zstd") as writer:
        while group := list(islice(batches, _ROW_GROUP)):
            writer.write_table(pa.Table.from_batches(group, schema))


def _batches(records: Iterable[bytes], record: type[msgspec.Struct]) -> Iterator[RecordBatch]:
    schema, convert = schema_of(record), _column(inspect.type_info(record)).convert
    left = iter(records)
    while some := [msgspec.json.decode(each) for each in islice(left, _BATCH)]:
        yield pa.RecordBatch.from_pylist(list(map(convert, some)) if convert else some, schema)


def _column(kind: inspect.Type) -> Column:
    """The column of a type; raises `TypeError` for one that no record has yet."""
    match kind:
        case inspect.UnionType(types=types):
            (one,) = (each for each in types if not isinstance(each, inspect.NoneType))
            return _optional(_column(one))
        case inspect.StructType(fields=fields):
            return _struct({each.encode_name: _column(each.type) for each in fields})
        case inspect.DictType(value_type=value):
            return _map(_column(value))
        case inspect.VarTupleType(item_type=item):
            return _list(_column(item))
        case inspect.LiteralType(values=values):
            return Column(pa.string() if isinstance(values[0], str) else pa.int64())
        case inspect.AnyType():
            return Column(pa.string(), _as_json)
    return Column(_plain(kind))


def _plain(kind: inspect.Type) -> DataType:
    types: dict[type[inspect.Type], DataType] = {
        inspect.StrType: pa.string(),
        inspect.BoolType: pa.bool_(),
        inspect.IntType: pa.int64(),
        inspect.FloatType: pa.float64(),
        inspect.DecimalType: pa.float64(),  # the contract says number
    }
    if type(kind) not in types:
        raise TypeError(f"no column for {kind}")
    return types[type(kind)]


def _optional(column: Column) -> Column:
    convert = column.convert
    if convert is None:
        return column._replace(nullable=True)
    return Column(column.type, lambda value: None if value is None else convert(value), True)


def _struct(columns: dict[str, Column]) -> Column:
    fields = [pa.field(name, each.type, each.nullable) for name, each in columns.items()]
    converts = {name: each.convert for name, each in columns.items() if each.convert}
    if not converts:
        return Column(pa.struct(fields))
    return Column(
        pa.struct(fields),
        lambda value: value | {name: convert(value[name]) for name, convert in converts.items()},
    )


def _list(item: Column) -> Column:
    type_ = pa.list_(pa.field("item", item.type, item.nullable))
    convert = item.convert
    return Column(type_, (lambda value: [convert(each) for each in value]) if convert else None)


def _map(value: Column) -> Column:
    convert = value.convert or (lambda each: each)
    return Column(
        pa.map_(pa.string(), pa.field("value", value.type, value.nullable)),
        lambda found: [(path, convert(each)) for path, each in found.items()],
    )


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
