"""Grades found by what a person types: any spelling exactly, else the nearest names.

A spelling is exact where the lexicon that reads postings knows it: official names, forms,
abbreviations, feminines. Otherwise each word is compared with the words of every grade's
name, corps and forms, and may be mistyped.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec import Struct

from postings.folding import fold
from postings.grades.lexicon import key, lexicon
from postings.grades.words import Word, Words, readings
from postings.posting import Category, Versant
from postings.reference.grades import GradeEntry
from postings.reference.grades import grades as all_grades
from postings.reference.grid_table import grades_with_grid, versions

_CLOSE_WORD = 72.0  # per cent of two words' letters that agree, from which they may be one
_CLOSE_NAME = 70.0  # the same, on average over the words of a name
_SUGGESTED = 45.0
_BEHIND_BEST = 7.0  # a name so much less close than the best one is another
_SHORT = 3  # a word of so few letters is itself or another


class Naming(Struct, frozen=True):
    """The entries that a spelling names exactly; `plural` is how a corps is written."""

    entries: tuple[GradeEntry, ...]
    plural: bool = False
    acronym: bool = False

    def meant(self, versant: Versant | None = None) -> tuple[GradeEntry, ...]:
        """The grades meant, or the corps where the plural or the table leaves no grade."""
        held = [e for e in self.entries if versant in (None, e.versant)]
        living = [e for e in held if not e.status] or held
        wanted = "corps" if self.plural else "grade"
        return tuple(
            e
            for e in living
            if e.kind == wanted
            or not any(o.kind == wanted for o in living if o.versant == e.versant)
        )


@lru_cache(maxsize=1)
def known_grades() -> tuple[GradeEntry, ...]:
    """Every grade and corps, and the emplois of which there is a pay grid only."""
    entries = all_grades()
    named = {(e.versant, e.name) for e in entries if e.kind == "grade"}
    return (*entries, *(_emploi(*each) for each in grades_with_grid() if each not in named))


def _emploi(versant: Versant, name: str) -> GradeEntry:
    """An entry for a grid that no corps or cadre d'emplois of the table claims."""
    last = versions(versant, name)[-1]
    return GradeEntry(
        versant=versant, filiere="", corps="", kind="grade", name=name, category=None, degree="=",
        forms=(), status="", certainty=last.certainty, source=last.source,
    )  # fmt: skip


def named_exactly(spelling: str) -> Naming | None:
    """The entries of which a spelling is a name, form or abbreviation, whatever its accents."""
    words = _words(spelling)
    walk = lexicon().longest(words, 0)
    if walk and not _said(words, walk.at):
        first = words.at(0)
        acronym = walk.at == 1 and first is not None and first.text in lexicon().acronyms
        return Naming(walk.entries, bool(first and first.plural) and not acronym, acronym)
    plain = _plain(spelling)
    same = tuple(e for e in known_grades() if not e.corps and _plain(e.name) == plain)
    return Naming(same) if same else None


def _plain(name: str) -> str:
    return " ".join(fold(name).split())


def _words(text: str) -> Words:
    folded = _plain(text)
    return Words(folded, 0, len(folded), lexicon().split)


def _said(words: Words, at: int = 0) -> list[Word]:
    """The words that mean something, from one on."""
    said = []
    while word := words.at(at):
        if word.text and not word.is_link:
            said.append(word)
        at += 1
    return said


def find_grades(
    query: str, *, versant: Versant | None = None, category: Category | None = None
) -> tuple[GradeEntry, ...]:
    """Grades for a query, the best first, those of one corps together and in its order.

    A corps stands for its grades, and for itself where the table holds none. Names that
    the query spells exactly come first, then those that hold all its words; only where
    there is neither may words be mistyped.
    """
    held = _grades_and_bare_corps(versant, category)
    naming = named_exactly(query)
    exact = _of(naming.entries, held) if naming else []
    if naming and naming.acronym and exact:
        return _by_corps(exact)
    ranked = _ranked(query, held)
    whole = [entry for score, entry in ranked if score == 100]
    best = ranked[0][0] if ranked else 0
    floor = max(_CLOSE_NAME, best - _BEHIND_BEST)
    near = [entry for score, entry in ranked if score >= floor]
    others = _by_corps(whole if exact or whole else near)
    return tuple(dict.fromkeys([*_by_corps(exact), *others]))


def nearest_names(query: str, count: int = 3, versant: Versant | None = None) -> list[str]:
    """Names to suggest for a spelling that is none: `Rédacteur (FPT)`."""
    near = [e for score, e in _ranked(query, known_grades()) if score >= _SUGGESTED]
    near = [entry for entry in near if versant in (None, entry.versant)]
    return [f"{entry.name} ({entry.versant})" for entry in near[:count]]


def listed_grades(
    *, versant: Versant | None = None, category: Category | None = None
) -> tuple[GradeEntry, ...]:
    """All grades in the table's order, and the corps of which it holds no grade."""
    return _by_corps(_grades_and_bare_corps(versant, category))


def _grades_and_bare_corps(versant: Versant | None, category: Category | None) -> list[GradeEntry]:
    graded = {(e.versant, e.corps) for e in known_grades() if e.kind == "grade"}
    return [
        e
        for e in known_grades()
        if (e.kind == "grade" or (e.versant, e.corps) not in graded)
        and versant in (None, e.versant)
        and category in (None, e.category)
    ]


def _of(entries: Iterable[GradeEntry], held: Sequence[GradeEntry]) -> list[GradeEntry]:
    """The grades that some entries stand for."""
    entries = tuple(entries)
    corps = {(e.versant, e.corps) for e in entries if e.kind == "corps"}
    return [e for e in held if e in entries or (e.versant, e.corps) in corps]


def _by_corps(entries: Iterable[GradeEntry]) -> tuple[GradeEntry, ...]:
    groups: dict[tuple[Versant, str], list[GradeEntry]] = {}
    for entry in entries:
        groups.setdefault((entry.versant, entry.corps), []).append(entry)
    rank = {entry: at for at, entry in enumerate(known_grades())}
    return tuple(e for group in groups.values() for e in sorted(group, key=rank.__getitem__))


def _ranked(query: str, entries: Sequence[GradeEntry]) -> list[tuple[float, GradeEntry]]:
    """Entries by how well their words answer those of the query, then by their whole name."""
    from rapidfuzz import fuzz

    asked = [_closeness(word.text) for word in _said(_words(query))]
    if not asked:
        return []
    plain = _plain(query)
    scored = [(_score(asked, _vocabulary_of(entry)), entry) for entry in entries]
    found = [(score, entry) for score, entry in scored if score]
    return sorted(
        found, key=lambda each: (-each[0], -fuzz.token_sort_ratio(plain, _plain(each[1].name)))
    )


def _score(asked: list[dict[str, float]], words: frozenset[str]) -> float:
    """How close on average each word asked is to the closest of a grade's words."""
    best = (max((s for w, s in close.items() if w in words), default=0.0) for close in asked)
    return sum(best) / len(asked)


@lru_cache(maxsize=1024)
def _vocabulary_of(entry: GradeEntry) -> frozenset[str]:
    """The words of a grade's name, forms and corps, and their stems."""
    written = [entry.name, *entry.forms, entry.corps, *_corps_forms().get(_family(entry), ())]
    names = [name for name in written if name]
    stems = {stem.lstrip("=") for name in names for stem in key(name)}
    return frozenset(stems.union(_plain(" ".join(names)).split()))


def _family(entry: GradeEntry) -> tuple[Versant, str]:
    return entry.versant, entry.corps


@lru_cache(maxsize=1)
def _corps_forms() -> dict[tuple[Versant, str], tuple[str, ...]]:
    return {_family(entry): entry.forms for entry in all_grades() if entry.kind == "corps"}


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[str, ...]:
    return tuple(sorted({word for entry in known_grades() for word in _vocabulary_of(entry)}))


@lru_cache(maxsize=256)
def _closeness(word: str) -> dict[str, float]:
    """The words that a word typed may mean, each with how close it is (100: the same)."""
    from rapidfuzz import fuzz, process

    close: dict[str, float] = {}
    for meant in {word, *(stem.lstrip("=") for run in readings(word) for stem in run)}:
        near = process.extract(
            meant, _vocabulary(), scorer=fuzz.ratio, score_cutoff=_CLOSE_WORD, limit=None
        )
        for other, score, _ in near:
            if score == 100 or min(len(meant), len(other)) > _SHORT:
                close[other] = max(close.get(other, 0.0), score)
    return close
