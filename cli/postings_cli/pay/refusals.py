"""What the tables cannot answer: one line, what is wrong and what to do."""

from __future__ import annotations

from postings.errors import PostingsError


class NotInTables(PostingsError):
    """The tables do not hold what is asked for: a grade, an index, a day."""
