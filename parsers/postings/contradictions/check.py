"""What a check for a contradiction is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from postings.fields.field import Reading
from postings.posting import Doubt


class Clash(Struct, frozen=True):
    """A contradiction met: the key that it makes doubtful, and the figures that disagree."""

    path: str
    message: str


class Check(Struct, frozen=True):
    """One kind of contradiction.

    `code` is that of the warning, `when` the README's sentence on it; `find` looks at the
    settled fields and yields each contradiction of that kind.
    """

    code: str
    when: str
    find: Callable[[Reading], Iterable[Clash]]

    def doubts(self, reading: Reading) -> Iterator[Doubt]:
        """The warnings that a posting earns by this check."""
        for clash in self.find(reading):
            yield Doubt(code=self.code, message=clash.message, path=clash.path)
