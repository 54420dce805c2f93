"""`postings` itself, in the same process."""

from __future__ import annotations

import json
from datetime import datetime

import postings
from adapters.adapter import Answers
from scoring.fields import FIELDS


class Ours:
    """The whole of `postings.parse`, whatever fields are asked."""

    packages = ("postings",)
    fields = ("deadline", "published_on", "starts_on", "salary_amounts", "contract_types", "grades")

    def __init__(self, today: datetime) -> None:
        self._today = today.date()

    def read(self, text: str) -> Answers:
        """See `Adapter`."""
        answer = json.loads(postings.to_json(postings.parse(text, as_of=self._today)))
        return {field.name: field.read(answer) for field in FIELDS if field.name in self.fields}
