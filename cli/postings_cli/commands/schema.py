"""`postings schema`: the JSON Schema of the contract."""

from __future__ import annotations

from postings_cli.streams import quiet_pipe, write_bytes


def schema() -> None:
    """Print the JSON Schema of what `postings parse --format json` prints.

    \b
      postings schema > posting.schema.json
    """
    import msgspec

    from postings import json_schema

    with quiet_pipe():
        write_bytes(msgspec.json.format(msgspec.json.encode(json_schema()), indent=2) + b"\n")
