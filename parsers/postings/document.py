"""The text as read, and where each stretch of it came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property
from itertools import takewhile
from typing import Literal

from msgspec import Struct

from postings.flow import flowing
from postings.folding import fold
from postings.layout_marks import plain, unquoted
from postings.patterns import pattern

# A full stop after an abbreviation ends nothing; a line that begins with a capital, a
# digit or a bullet begins a sentence of its own. The pattern begins with the few characters
# that can end one, which a scan finds fast.
_SENTENCE_END = pattern(
    r"[.!?…;\n](?:(?<=\n)(?:[^\S\n]*\n\s*|[ \t]*(?=[-–—•▪■►➢➤✓*>·o]\s|[A-ZÀ-ÖØ-Þ0-9]))"
    r"|(?<!\n)(?<![Aa]rt.)(?<![Cc]at.)(?<![Rr]éf.)(?<![Tt]él.)(?<![Pp]al.)"
    r"(?<=[\w)\]»\"]{3}.)\s+)"
)

_LONGEST_WORD = 30  # letters: a longer run is no word, and may be the whole text


class Span(Struct, frozen=True, order=True):
    """Half-open range of characters of `Document.text`."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two ranges share a character."""
        return self.start < other.end and other.start < self.end


class Box(Struct, frozen=True):
    """A rectangle on a page, in points (1/72 inch) from its top left corner as it is shown."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


LayoutMode = Literal["auto", "fast", "full"]


class PageLayout(Struct, frozen=True):
    """How a page of a PDF was read, and why so.

    `columns` tells that some of it stands in columns, which were read one after the other.
    """

    mode: Literal["fast", "full"]
    reason: str
    columns: bool = False


class Certainty(Struct, frozen=True):
    """How sure OCR is of a page that it read: the mean over its letters, from 0 to 1.

    `doubtful` are the words of the document's text that may well be others.
    """

    page: int
    confidence: float
    doubtful: tuple[Span, ...] = ()


class Document(Struct, frozen=True, dict=True):
    """A posting as read.

    `text` is what the reader gave: line ends are a newline, nothing else is changed
    afterwards. `page_starts` holds the offset at which each page begins, and is empty
    for text that has no pages. `path`, `media_type` and `sha256` say where it came from;
    `unread_pages` numbers the pages that are pictures, whose words are not in `text`.
    Of each page of a PDF, `layouts` says how it was read, `lost_letters` how many of its
    characters nothing could read (U+FFFD in `text`), and `places` where its words stand;
    `recognised` says of the pages that were read by OCR how surely.
    `damage` says what of the file is missing or overwritten, where the rest could be read.
    From `data_start` on, `text` is no prose but values that a web page declares, a line each.
    """

    text: str
    page_starts: tuple[int, ...] = ()
    path: str | None = None
    media_type: str = "text/plain"
    sha256: str | None = None
    unread_pages: tuple[int, ...] = ()
    layouts: tuple[PageLayout, ...] = ()
    lost_letters: tuple[int, ...] = ()
    places: Callable[[str, Span], tuple[Box, ...]] | None = None
    data_start: int | None = None
    recognised: tuple[Certainty, ...] = ()
    damage: tuple[str, ...] = ()

    @cached_property
    def flowed(self) -> str:
        """`text` with a space where a line ends inside a sentence, character for character."""
        return flowing(unquoted(self.text))

    @cached_property
    def folded(self) -> str:
        """`flowed` in plain layout, folded for matching, character for character."""
        return fold(plain(self.flowed))

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offset of the first character of each line."""
        starts = [0]
        at = self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return tuple(starts)

    @cached_property
    def sentence_starts(self) -> tuple[int, ...]:
        """Offset of the first character of each sentence, list item or line of its own."""
        return (0, *(match.end() for match in _SENTENCE_END.finditer(self.flowed)))

    def sentence_at(self, offset: int) -> Span:
        """The sentence around a character."""
        index = bisect_right(self.sentence_starts, offset)
        starts = self.sentence_starts
        return Span(starts[index - 1], starts[index] if index < len(starts) else len(self.text))

    @property
    def pages(self) -> int | None:
        """Number of pages, or None for text that has none."""
        return len(self.page_starts) or None

    def page_at(self, offset: int) -> int:
        """Page of a character, from 1; always 1 in unpaged text."""
        return max(1, bisect_right(self.page_starts, offset)) if self.page_starts else 1

    def line_at(self, offset: int) -> int:
        """Line of a character within its page, from 1."""
        line = bisect_right(self.line_starts, offset)
        page = self.page_at(offset)
        if page == 1:
            return line
        return line - bisect_right(self.line_starts, self.page_starts[page - 1]) + 1

    def boxes(self, span: Span) -> tuple[Box, ...]:
        """Where the words of a span stand, a box a line; none for text without pages."""
        return self.places(self.text, span) if self.places else ()

    def doubtful_words(self, span: Span) -> tuple[Span, ...]:
        """The words within a span that OCR read and is not sure of."""
        return tuple(
            word for page in self.recognised for word in page.doubtful if word.overlaps(span)
        )

    def has_doubtful_figures(self, span: Span) -> bool:
        """Tell whether a span has digits that may well be others."""
        words = self.doubtful_words(span) if self.recognised else ()
        return any(char.isdigit() for word in words for char in self.quote(word))

    def whole_words(self, span: Span) -> Span:
        """A span to the end of its last word: a capital in it begins another, run together."""
        if not self.text[span.end - 1 : span.end].isalpha():
            return span
        rest = self.text[span.end : span.end + _LONGEST_WORD]
        missing = sum(1 for _ in takewhile(str.islower, rest))
        return Span(span.start, span.end + missing) if missing else span

    def quote(self, span: Span) -> str:
        """The words of a span, as written."""
        return self.text[span.start : span.end]
