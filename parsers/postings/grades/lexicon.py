"""The names of all grades as a tree of stems, built once, when a posting first needs it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from postings.folding import fold
from postings.grades.words import (
    LINKS,
    Stems,
    Word,
    Words,
    abbreviates,
    acronym,
    plain_stems,
    readings,
    stem,
)
from postings.patterns import pattern
from postings.posting import Versant
from postings.reference.grades import GradeEntry, grades

# Said of any grade of a service, at almost any place of its name.
_SERVICE_WORDS: dict[str, Versant] = {"territorial": "FPT", "hospitalier": "FPH", "etat": "FPE"}
# Words that a job board may run into the last grade of a list.
_BOARD_WORDS = frozenset(("metier", "ouvert", "temp", "famil"))
_KEY_WORD = pattern(r"[123](?:ere|er|eme|nd|re|e)?(?![a-z0-9])|[a-z0-9]+|,")


class Node(Struct):
    """What may follow a run of stems, and the entries that the run names."""

    children: dict[str, Node]
    entries: list[GradeEntry]


class Walk(Struct, frozen=True):
    """A name read from words: `at` is the index after its last word.

    `path` holds the nodes passed, where another name may branch off ("de classe normale
    ou supérieure"); `versant` the service that the name itself tells.
    """

    at: int
    node: Node
    path: tuple[Node, ...] = ()
    versant: Versant | None = None

    @property
    def entries(self) -> tuple[GradeEntry, ...]:
        """The entries named, of the service told if it has one of that name."""
        found = tuple(self.node.entries)
        told = tuple(e for e in found if e.versant == self.versant)
        return told or found


@lru_cache(maxsize=4096)
def key(name: str) -> Stems:
    """The stems of an official name or form."""
    found = [w for w in _KEY_WORD.findall(fold(name)) if w not in LINKS]
    if name.isupper():
        return (acronym(found[0]), *found[1:])
    return tuple(s for w in found for s in plain_stems(w))


class Lexicon:
    """The tree of names, grown head by head, and the words that occur in them.

    A posting names two or three cadres d'emplois: only theirs are laid out.
    """

    def __init__(self, entries: Sequence[GradeEntry]) -> None:
        self.root = Node({}, [])
        self.acronyms = {form.lower() for e in entries for form in e.forms if form.isupper()}
        named = [(e, name) for e in entries for name in (e.name, *e.forms)]
        folded = fold("\n".join(name for _, name in named))
        self.stems = {stem(word) for word in set(_KEY_WORD.findall(folded))}
        # Dictionaries, not sets: their order is that of the table.
        self._families: dict[str, dict[tuple[Versant, str], None]] = {}
        for (entry, _), line in zip(named, folded.split("\n"), strict=True):
            first = _KEY_WORD.findall(line, 0, 40)[0]
            for head in (acronym(first), plain_stems(first)[0]):
                self._families.setdefault(head, {})[entry.versant, entry.corps] = None
        self.heads = frozenset(self._families)
        self._members: dict[tuple[Versant, str], list[GradeEntry]] = {}
        for entry in entries:
            self._members.setdefault((entry.versant, entry.corps), []).append(entry)

    def _grow(self, word: str) -> None:
        """Lay out the names that may begin with a word."""
        for run in readings(word):
            for family in self._families.pop(run[0], {}):
                members = self._members.pop(family, [])
                for entry in members:
                    for stems in _keys(entry, members[0]):
                        self._add(stems, entry)

    def _add(self, stems: Stems, entry: GradeEntry) -> None:
        node = self.root
        for one in stems:
            after = node.children.get(one)
            if after is None:
                after = node.children[one] = Node({}, [])
            node = after
        if not any(entry is other for other in node.entries):
            node.entries.append(entry)

    def knows(self, word: str) -> bool:
        """Tell whether a folded word occurs in any name, or abbreviates one that does."""
        return stem(word) in self.stems or any(
            s in self.stems for run in readings(word)[1:] for s in run
        )

    def split(self, word: str) -> int:
        """Where two words were run together ("classeadjoint"); 0 for a word that is one."""
        if len(word) < 8 or len(word) > 60 or self.knows(word):
            return 0
        for cut in range(4, len(word) - 3):
            head, rest = word[:cut], word[cut:]
            if stem(head) in self.stems and self._begins(rest):
                return cut
        return 0

    def _begins(self, word: str) -> bool:
        if stem(word) in self.heads | _BOARD_WORDS:
            return True
        return self.split(word) > 0

    def longest(self, found: Words, at: int, start: Node | None = None) -> Walk | None:
        """The longest name that begins at word `at`, or that goes on there from a node."""
        first = found.at(at)
        if first is None:
            return None
        if start is None:
            self._grow(first.text)
        origin = Walk(at, start or self.root, (start,) if start else ())
        best: Walk | None = None
        for walk in _walks(found, origin, 0 if start is None else 1):
            if walk.node.entries and walk.node is not start:
                best = walk if best is None or walk.at > best.at else best
        return best


def _keys(entry: GradeEntry, corps: GradeEntry) -> Iterator[Stems]:
    name = key(entry.name)
    if entry.kind == "corps":  # its service is said or not, as in any name
        name = tuple(s for s in name if s != "territorial") or name
    runs = [name, *map(key, entry.forms)]
    if entry.kind == "grade" and entry.degree != "=":
        degree = key(entry.degree)
        bases = [key(form) for form in corps.forms]
        runs += [base + degree for base in bases]
        runs += [base[:i] + degree + base[i:] for base in bases[:1] for i in range(1, len(base))]
    for run in runs:
        yield run
        if run[-1:] == ("class",):
            yield run[:-1]  # "principal de 1ère", its class said later or never


def _walks(found: Words, walk: Walk, depth: int) -> Iterator[Walk]:
    """Every name that goes on from a walk, each ending at a word of its own."""
    word = found.at(walk.at)
    if word is None or depth > 16:
        return
    for after in _steps(word, walk):
        yield after
        yield from _walks(found, after, depth + 1)
    if depth and _is_skipped(word, found.at(walk.at - 1), depth):
        yield from _walks(found, replace(walk, at=walk.at + 1), depth + 1)


def _steps(word: Word, walk: Walk) -> Iterator[Walk]:
    if word.mark and word.mark != ",":  # some names have commas of their own
        return
    for run in ((",",),) if word.mark else readings(word.text):
        node: Node | None = walk.node
        path = walk.path
        for one in run:
            node = node.children.get(one) if node else None
            path = (*path, node) if node else path
        if node:
            yield Walk(walk.at + 1, node, path, walk.versant or _SERVICE_WORDS.get(run[0]))
    service = _SERVICE_WORDS.get(stem(word.text))
    if service and walk.path:
        yield replace(walk, at=walk.at + 1, versant=walk.versant or service)


def _is_skipped(word: Word, before: Word | None, depth: int) -> bool:
    if word.mark == ".":  # of an abbreviation, not of a sentence
        return before is not None and abbreviates(before.text)
    if word.mark == "-":  # within a word, or late in a name: not `Ingénieur - chef de projet`
        return before is not None and (before.end == word.start or depth > 2)
    return word.text in LINKS or word.mark in ("'", "\n")


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon of the whole table."""
    return Lexicon(grades())
