"""What one rule is, and how the rules find what they read.

A rule is typed data: the pattern of one way of writing one thing, the literals (cues)
without which it cannot match, sentences it must read and traps it must refuse. Patterns
run on the folded text of a document, in a notation that stays readable:

* a plain space stands for any run of white space;
* `<DATE>`, `<AMOUNT>`… stand for the shared bricks named in `MACROS`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import repeat
from typing import Any, Generic, NamedTuple, TypeVar

from msgspec import Struct

from postings.amounts import AMOUNT, COUNT, CURRENCY, NUMBER
from postings.dates import DATE_CUES, MARKED_DATE, MONTH, mark_dates
from postings.document import Document, Span
from postings.headings import top_lines
from postings.layout_marks import ClosedUp
from postings.pattern_cache import compile_pattern

T = TypeVar("T")
U = TypeVar("U")
Match = re.Match[str]

# Possessive, so that a run of blanks is never tried twice; folded text has two kinds of blank.
_WHITE = r"(?:\s++)"

MACROS = {
    "DATE": MARKED_DATE,
    "MONTH": MONTH,
    "COUNT": COUNT,
    "AMOUNT": AMOUNT,
    "CURRENCY": CURRENCY,
    "NUMBER": NUMBER,
    # From a label to its value: a colon, a dash, a table's blanks, at most two line ends.
    "SEP": (
        r"[ ]{0,80}+(?:[:\-|*_.]{1,40}+[ ]{0,80}+){0,3}+"
        r"(?:\n[ ]{0,30}+){0,2}+(?:[:\-*|]{1,3}+[ ]{0,8}+)?+"
    ),
    # A colon or none; after one, the value may stand on the next line.
    "COLON": r"[ ]{0,3}+(?::[ ]{0,8}+(?:\n[ ]{0,8}+)?+)?+",
    # Up to so many characters of the same line, none of them ending a clause.
    "FEW": r"[^\n.;]{0,25}?",
    # The end of a word, even where a page ran the next label into it: `CDITemps de travail`.
    "EDGE": (
        r"(?:\b|(?=temps|salaire|date|lieu|profil|horaire|duree|statut|remuneration|poste|experience"
        r"|type|prise|avantage|niveau|description|mission))"
    ),
    # A feminine or inclusive ending.
    "E": r"(?:\(?[·./-]?e?s?\)?(?:[·./-]s)?)",
}

_TOKEN = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]| |(?<!\?P)<([A-Z]+)>")


def expand(pattern: str) -> str:
    """Return the regular expression that a rule's `pattern` stands for."""

    def one(match: re.Match[str]) -> str:
        if match[0] == " ":
            return _WHITE
        return MACROS[match[1]] if match[1] else match[0]

    return _TOKEN.sub(one, pattern)


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a rule's pattern the first time that a document has its cue."""
    return compile_pattern(expand(pattern))


class Rule(Struct, Generic[T], frozen=True):
    """One way of writing one thing.

    `read` turns a match into a value, or None to refuse it. The group `v` of the pattern,
    if there is one, is the value itself; the whole match is the evidence. A match begins
    at a cue, or up to `lead` characters before one. `needs` must occur within `reach`
    characters around the match, `unless` must not occur in the part of its sentence
    before it, `but` in the part after. `rank` orders ways of writing by how surely they
    mean it. A rule without cues is about layout: it is tried at the start of each of the
    document's first lines. `field` names the field that the rule serves, where the first part
    of its id does not. Every rule has `examples` it reads and `rejects` it refuses: they
    are its tests.
    """

    id: str
    pattern: str
    cues: tuple[str, ...]
    read: Callable[[re.Match[str]], T | None]
    examples: tuple[str, ...]
    rejects: tuple[str, ...]
    rank: int = 0
    lead: int = 0
    needs: str = ""
    reach: int = 250
    unless: str = ""
    but: str = ""
    field: str = ""


class Derivation(Struct, frozen=True):
    """A way of working a value out of others that were read; `meaning` says how."""

    id: str
    meaning: str
    rank: int = 0


def field_of(rule: Rule[Any] | Derivation) -> str:
    """Name of the field that a rule serves: the first part of its id, unless it says another."""
    return getattr(rule, "field", "") or rule.id.partition(".")[0]


class Candidate(Struct, Generic[T], frozen=True):
    """A value that a rule read: `span` is its evidence, `core` the value's own characters."""

    value: T
    span: Span
    core: Span
    rule: Rule[Any] | Derivation

    def meaning(self, value: U) -> Candidate[U]:
        """The same words, understood as `value`."""
        return Candidate(value, self.span, self.core, self.rule)


class Refusal(Struct, frozen=True):
    """A match that its rule did not take, and why: a sentence for whoever asks."""

    rule: Rule[Any]
    span: Span
    why: str


_AT_LINE_START = r"(?<![^\n])"  # how a pattern begins that matches only there
_AFTER_CUE = 200  # characters that a match which begins before its cue may go on after it
# Of a sentence without end (a page run together), only so much is looked at.
_REACH = 400
_LABEL = 60  # characters: no label, nor what it labels, is longer
_LONG = 100  # characters: longer than a sum or a date, a stretch in which names are looked for


def objection(rule: Rule[Any], document: Document, start: int, end: int) -> str:
    """Say what in the words around a match makes its rule refuse it; empty if nothing does."""
    text = document.folded
    if rule.needs:
        around = text[max(0, start - rule.reach) : end + rule.reach // 2]
        if not compiled(rule.needs).search(around):
            return f"nothing that it needs is near: {rule.needs}"
    if rule.unless:
        before = max(_clause_start(document, start), start - _REACH)
        if found := compiled(rule.unless).search(text[before:start]):
            return f"negated by what stands before: {found[0].strip()}"
    if rule.but:
        after = text[end : min(document.sentence_at(end).end, end + _REACH)]
        if found := compiled(rule.but).search(after):
            return f"negated by what follows: {found[0].strip()}"
    return ""


def _clause_start(document: Document, at: int) -> int:
    """Where the sentence of a character begins, with the label on the line above if it has one."""
    start = document.sentence_at(at).start
    label = document.folded[max(0, start - _LABEL) : start].rstrip()
    if label.endswith(":") and at - start < _LABEL:
        return max(document.sentence_at(start - 1).start, start - _LABEL)
    return start


def _begins_word(text: str, at: int) -> bool:
    """Tell whether a word begins at an offset above 0; a capital amid letters begins one too.

    Job boards run their labels together: `grade(s)Rédacteur`, `PosteType de contrat`.
    """
    if not text[at - 1].isalnum() or not text[at].isalpha():
        return True
    if not text[at].isupper():
        return False
    return text[at - 1].islower() or text[at + 1 : at + 2].islower()


def _matches(
    rule: Rule[Any], pattern: re.Pattern[str], text: str, hits: Sequence[int]
) -> list[Match]:
    if rule.lead:
        at_line = rule.pattern.startswith(_AT_LINE_START)
        return list(_leading_matches(pattern.match, rule.lead, text, hits, at_line))
    return [match for match in map(pattern.match, repeat(text), hits) if match]


def _near_dates(hits: Sequence[int], dates: Sequence[int], lead: int) -> list[int]:
    """Those hits that a date follows closely enough for a pattern to reach it."""
    following = ((hit, bisect_left(dates, hit - lead)) for hit in hits) if dates else ()
    return [hit for hit, at in following if at < len(dates) and dates[at] - hit < _REACH]


def _line_starts(text: str, start: int, end: int) -> list[int]:
    """Where lines begin between two offsets, `end` included."""
    starts = [start] if start == 0 or text[start - 1] == "\n" else []
    at = text.find("\n", start, end)
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1, end)
    return starts


def _leading_matches(
    match: Callable[..., Any], lead: int, text: str, hits: Sequence[int], at_line: bool
) -> Iterator[Match]:
    """Yield the first match around each hit that begins before it and ends after it."""
    done = 0
    for hit in hits:
        start, end = max(done, hit - lead), min(len(text), hit + _AFTER_CUE)
        while start <= hit:
            begins = _line_starts(text, start, hit) if at_line else range(start, hit + 1)
            tries = map(match, repeat(text), begins, repeat(end))
            if (found := next(filter(None, tries), None)) is None:
                break
            if found.end() > hit:
                yield found
                done = found.end()
                break
            start = max(found.end(), found.start() + 1)


def _made_of(
    rule: Rule[T], document: Document, matches: Iterable[Match]
) -> Iterator[Candidate[T] | Refusal]:
    """Yield what one rule makes of its matches, in order."""
    for match in matches:
        start, end = match.span()
        if start == end:
            continue
        if why := objection(rule, document, start, end):
            yield Refusal(rule, Span(start, end), why)
        elif (value := rule.read(match)) is None:
            yield Refusal(rule, Span(start, end), "its words are no value that it takes")
        else:
            span = Span(start, end)
            core = Span(*match.span("v")) if "v" in match.re.groupindex else span
            if core.end - core.start < _LONG and document.has_doubtful_figures(core):
                yield Refusal(rule, span, "OCR is not sure of its figures")
            else:
                yield Candidate(value, span, core, rule)


DECLARED = "jsonld."  # ids of the rules that read what a page declares
_DATES = -1  # stands for a rule's number where a cue is that of a date


class _Ready(NamedTuple):
    """A rule ready to be run: on text with its `dated` marked or not, and only near a date or not.

    A pattern in which something else may stand for the date does not need one.
    """

    rule: Rule[Any]
    pattern: re.Pattern[str]
    dated: bool
    needs_date: bool


class Finder:
    """All rules, ready to be run where their cues are: one scan of the text finds the cues."""

    def __init__(self, rules: Iterable[Rule[Any]]) -> None:
        self.rules = tuple(rules)
        self._made_ready: dict[int, _Ready] = {}

    @cached_property
    def _cues(self) -> dict[str, list[int]]:
        owners: dict[str, list[int]] = {cue: [_DATES] for cue in DATE_CUES}
        for number, rule in enumerate(self.rules):
            for cue in rule.cues:
                owners.setdefault(cue, []).append(number)
        return owners

    @cached_property
    def _owners(self) -> list[list[int]]:
        return list(self._cues.values())

    @cached_property
    def _headed(self) -> list[int]:
        """Rules about layout, which have no cues."""
        return [number for number, rule in enumerate(self.rules) if not rule.cues]

    @cached_property
    def _automaton(self) -> Any:
        import ahocorasick_rs

        return ahocorasick_rs.AhoCorasick(list(self._cues))

    def _ready(self, number: int) -> _Ready:
        """What running a rule takes, worked out the first time."""
        ready = self._made_ready.get(number)
        if ready is None:
            rule = self.rules[number]
            dated = "<DATE>" in rule.pattern
            needs_date = dated and "<DATE>|" not in rule.pattern
            ready = self._made_ready[number] = _Ready(
                rule, compiled(rule.pattern), dated, needs_date
            )
        return ready

    def _cue_hits(self, folded: str) -> Iterable[tuple[int, int]]:
        """Cues and where they stand; a blank in a cue may be several in the text."""
        closed = ClosedUp(folded)
        found = self._automaton.find_matches_as_indexes(closed.text, overlapping=True)
        if closed.gaps:
            return [(cue, closed.offset(start)) for cue, start, _ in found]
        return [(cue, start) for cue, start, _ in found]

    def _in_their_part(self, hits: Mapping[int, list[int]], start: int) -> dict[int, list[int]]:
        """Hits without those of ordinary rules in what a page declares: it is no prose."""
        return {
            number: offsets
            if number != _DATES and self.rules[number].id.startswith(DECLARED)
            else [offset for offset in offsets if offset < start or number == _DATES]
            for number, offsets in hits.items()
        }

    def find(self, document: Document) -> Iterator[Candidate[Any]]:
        """Yield every candidate of every rule, rule by rule."""
        return (each for each in self.attempts(document) if type(each) is Candidate)

    def attempts(self, document: Document) -> Iterator[Candidate[Any] | Refusal]:
        """Yield every candidate and every match that was refused, rule by rule."""
        hits: dict[int, list[int]] = defaultdict(list)
        owners, text = self._owners, document.text
        for cue, start in self._cue_hits(document.folded):
            within = start and text[start - 1].isalnum()
            if within and (text[start].islower() or not _begins_word(text, start)):
                continue
            for number in owners[cue]:
                hits[number].append(start)
        if document.data_start is not None:
            hits = self._in_their_part(hits, document.data_start)
        if self._headed:
            top = [line.start for line in top_lines(document.text)]
            hits.update(dict.fromkeys(self._headed, top))
        marked = mark_dates(document.folded, hits.pop(_DATES, ()))
        dates = sorted(marked.dates)
        for number, offsets in sorted(hits.items()):
            rule, pattern, dated, needs_date = self._ready(number)
            text = marked if dated else document.folded
            if needs_date:
                offsets = _near_dates(offsets, dates, rule.lead)
            if matches := _matches(rule, pattern, text, offsets):
                yield from _made_of(rule, document, matches)
