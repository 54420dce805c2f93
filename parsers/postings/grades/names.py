"""Lists of grades as postings write them: one name after another, however they are joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from postings.grades.lexicon import Lexicon, Walk, lexicon
from postings.grades.words import Word, Words, stem
from postings.posting import Category, Versant
from postings.reference.grades import GradeEntry

_CATEGORIES: dict[str, Category] = {"a": "A", "b": "B", "c": "C"}
# What may stand between a label and its first name, or between two names.
_FILLERS = frozenset((
    "ou", "et", "voire", "puis", "soit", "a", "ainsi", "que", "un", "une", "cadre", "cadres",
    "emploi", "emplois", "grade", "grades", "corps", "celui", "ceux", "agent", "agents",
    "suivant", "suivants", "suivante", "possible", "possibles", "statutaire", "statutaires",
    "relevant", "relevants", "titulaire", "titulaires", "fonctionnaire", "fonctionnaires",
    "ouvert", "ouverte", "ouverts", "accessible", "minimum", "mini", "maximum", "maxi", "cible",
    "filiere", "specialite", "e", "s", "bien", "defaut", "eventuellement", "egalement", "aussi",
    "par", "voie", "examen", "professionnel", "cas", "echeant", "autres", "civils", "laureat",
    "laureats", "concours", "fpe", "fph", "fpt",
))  # fmt: skip
_MARKS = frozenset(",/;•·*|:+>\"-'(.=")
_LIST_MARKS = frozenset(",/;•·*|+)-(")
# Only before the first name: a filière, the post itself, the functional post it is.
_LEADING = frozenset((
    "administrative", "technique", "culturelle", "sportive", "animation", "sociale", "medico",
    "police", "municipale", "securite", "tous", "tout", "poste", "directeur", "directrice",
    "general", "generale", "services", "dgs", "dga", "dst",
))  # fmt: skip
_MOST_FILLERS = 14
# Of these fillers each begins a name anew: `adjoint administratif ou agent technique`.
_PEOPLE = frozenset((
    "agent", "agents", "titulaire", "titulaires", "fonctionnaire", "fonctionnaires",
))  # fmt: skip
# What goes on from a name to the longer one of other people, or to a trade's.
_COMPLEMENTS = frozenset(("de", "d", "des", "du", "en"))
# What follows a name so joined and leaves it what it is.
_STILL_THE_NAME = frozenset((
    "categorie", "cat", "classe", "grade", "niveau", "commune", "ville", "mairie", "collectivite",
    "fonction", "filiere", "etat", "droit", "plein", "preference", "position", "detachement",
    "mutation", "cdd", "cdi", "contrat", "vue", "poste", "activite", "debut", "fin", "cours",
    "toutes", "tous", "autres", "personnels", "agents", "fonctionnaires", "contractuels", "qualite",
    "remuneration", "traitement", "charge",
))  # fmt: skip
# Ministries and services that have corps of their own, of the same name as everybody's.
_HOUSES = frozenset((
    "ministere", "ministeres", "police", "gendarmerie", "justice", "interieur", "defense", "armees",
    "education", "agriculture", "culture", "juridictions", "aviation", "administration", "insee",
    "meteorologie", "recherche", "douanes", "chancellerie", "enseignement", "ponts", "eaux",
))  # fmt: skip
_OF_MANY_HOUSES = ("adjoint", "secretaire", "technicien", "assistant", "agent", "ingenieur")


class Mention(Struct, frozen=True):
    """A grade's name in the text, with the entries that it may mean.

    `category` is the one said beside the name, `reaches` tells that a range of grades
    leads to this one from the mention before it, `alone` that the name is one word,
    `closed` that no other word follows it at once.
    """

    start: int
    end: int
    entries: tuple[GradeEntry, ...]
    plural: bool
    alone: bool = False
    closed: bool = True
    category: Category | None = None
    versant: Versant | None = None
    reaches: bool = False
    acronym: bool = False

    @property
    def has_degree(self) -> bool:
        """Tell whether the name carries a class or a rank."""
        return all(entry.has_degree for entry in self.entries)


class _Gap(Struct):
    """What was read since the last name."""

    fillers: int = 0
    mark: bool = False
    newline: bool = False
    range: bool = False
    people: bool = False


class _Reader:
    """Reads one list; `at` is the word that comes next."""

    def __init__(self, found: Words, names: Lexicon, at: int = 0) -> None:
        self.found, self.names, self.at = found, names, at
        self.mentions: list[Mention] = []
        self.last: Walk | None = None
        self.gap = _Gap()

    def read(self) -> tuple[Mention, ...]:
        """Read names until something else comes."""
        while self.found.at(self.at):
            if not (self._name() or self._coordinated() or self._pair() or self._between()):
                break
        return tuple(self.mentions)

    def _name(self) -> bool:
        walk = self.names.longest(self.found, self.at)
        return walk is not None and self._take(walk)

    def _coordinated(self) -> bool:
        """`principal de 1ère ou de 2ème classe`: the second name begins within the first."""
        if self.last is None or self.gap.people or not (self.gap.mark or self.gap.fillers):
            return False
        for node in reversed(self.last.path):
            walk = self.names.longest(self.found, self.at, node)
            if walk:
                return self._take(replace(walk, versant=walk.versant or self.last.versant))
        return False

    def _take(self, walk: Walk) -> bool:
        first, last = self.found.at(self.at), self.found.at(walk.at - 1)
        assert first and last  # a walk goes over words
        closed = self._closed(walk.at)
        if self.mentions and self.gap.newline and not closed:
            return False
        if self._goes_on(walk):
            return False
        self.mentions.append(
            Mention(
                first.start,
                last.end,
                walk.entries,
                plural=first.plural and first.text not in self.names.acronyms,
                alone=walk.at == self.at + 1,
                closed=closed,
                versant=walk.versant,
                reaches=self.gap.range and bool(self.mentions),
                acronym=walk.at == self.at + 1 and first.text in self.names.acronyms,
            )
        )
        self.last, self.at, self.gap = walk, walk.at, _Gap()
        return True

    def _goes_on(self, walk: Walk) -> bool:
        """Tell whether the words after a name make it another one, that no table has.

        `technicien supérieur` and `ingénieurs d'études et de projets` are not the shorter
        name, `technicien de maintenance` is a trade, `adjoint technique de l'aviation
        civile` of another corps.
        """
        after = self.found.at(walk.at)
        if after is None or after.mark or any(e.has_degree for e in walk.entries):
            return False
        if stem(after.text) == "superieur":
            return True
        first = self.found.at(self.at)
        if first is None or first.text in self.names.acronyms:
            return False
        alone = walk.at == self.at + 1 and len(walk.path) == 1
        begun = walk.at + (after.text == "et" and not alone)
        joint, at = self.found.at(begun), begun
        if joint is None or joint.text not in _COMPLEMENTS:
            return False
        while (word := self.found.at(at)) and (word.is_link or word.mark == "\n"):
            at += 1
        if word is None or word.mark or word.text.isdigit() or word.text in _STILL_THE_NAME:
            return False
        elsewhere = word.text in _HOUSES and first.text.startswith(_OF_MANY_HOUSES)
        if begun == walk.at and not (alone or elsewhere):
            return False
        return self.names.longest(self.found, at) is None

    def _closed(self, at: int) -> bool:
        """Tell whether the name that ends before `at` is all that its line says there."""
        word = self.found.at(at)
        return (
            word is None
            or bool(word.mark)
            or word.text in ("ou", "et")
            or self.names.longest(self.found, at) is not None
        )

    def _pair(self) -> bool:
        """`adjoint ou adjointe technique`: both genders of one word."""
        one, joint, other = (self.found.at(self.at + i) for i in range(3))
        if not (one and joint and other):
            return False
        if not (joint.mark in ("/", "-", ",") or joint.text == "ou"):
            return False
        if one.mark or one.text == other.text or stem(one.text) != stem(other.text):
            return False
        self.at += 2
        return True

    def _between(self) -> bool:
        word = self.found.at(self.at)
        if word is None:
            return False
        if word.mark == "(":
            return self._parenthesis()
        if self.mentions and self.gap.newline and self._begins_else(word):
            return self._contract_line(word)
        if word.text in ("categorie", "cat", "categories"):
            return self._category()
        if not self._fills(word):
            return False
        self.at += 1
        self.gap.fillers += bool(word.text)
        self.gap.mark |= word.mark in _LIST_MARKS or word.text in ("ou", "et")
        self.gap.newline |= word.mark.startswith("\n")
        self.gap.range |= word.text == "a"
        self.gap.people |= word.text in _PEOPLE
        return self.gap.fillers <= _MOST_FILLERS

    @staticmethod
    def _begins_else(word: Word) -> bool:
        """Tell whether a line that begins so goes on with something else than the list."""
        return bool(word.text) and not word.is_link and word.text not in ("ou", "et", "voire")

    def _contract_line(self, word: Word) -> bool:
        """Pass over "Emploi contractuel de cat. A", a job board's own entry among the grades."""
        after = self.found.at(self.at + 1)
        if word.text != "emploi" or after is None or after.text != "contractuel":
            return False
        while (word_of_line := self.found.at(self.at)) and not word_of_line.mark.startswith("\n"):
            self.at += 1
        return True

    def _fills(self, word: Word) -> bool:
        if word.mark.startswith("\n"):
            return True
        if word.mark:
            return word.mark in _MARKS or word.mark == ")"
        if word.is_link or word.text in _FILLERS:
            return True
        return not self.mentions and word.text in _LEADING

    def _parenthesis(self) -> bool:
        """Pass over `(B)`, `(cat. C)`, `(SACN - SACS)`; before any name only its bracket."""
        if not self.mentions:
            self.at += 1
            return True
        inside: list[Word] = []
        while len(inside) < 25 and (word := self.found.at(self.at + 1 + len(inside))):
            if word.mark == ")":
                self._note_category(inside)
                self.at += len(inside) + 2
                self.gap.mark = True
                return True
            inside.append(word)
        return False

    def _note_category(self, inside: Sequence[Word]) -> None:
        """`(B)` beside a name says its category, and so does `(cat. B)`."""
        said = [w.text for w in inside if not w.mark and w.text not in ("cat", "categorie", "de")]
        if len(said) == 1 and said[0] in _CATEGORIES and not self.mentions[-1].category:
            self.mentions[-1] = replace(self.mentions[-1], category=_CATEGORIES[said[0]])

    def _category(self) -> bool:
        """Pass over `catégorie C` and `cat. B ou C`."""
        self.at += 1
        while (word := self.found.at(self.at)) and (
            word.text in ("a", "b", "c", "ou", "et", "hierarchique")
            or word.mark in (".", ":", "+", "/", "\n")
        ):
            self.at += 1
        self.gap.mark = True
        return True


def _words(text: str, start: int, end: int) -> Words:
    return Words(text, start, end, lexicon().split)


def read_list(text: str, start: int, end: int) -> tuple[Mention, ...]:
    """Read the list of grades that begins at `start` of a folded text; empty if none does."""
    mentions = _list_in(text[start:end])
    return tuple(replace(m, start=m.start + start, end=m.end + start) for m in mentions)


@lru_cache(maxsize=1024)  # a job board writes the same grades in a thousand postings
def _list_in(words: str) -> tuple[Mention, ...]:
    return _Reader(_words(words, 0, len(words)), lexicon()).read()


def lists_within(text: str, start: int, end: int) -> Iterator[tuple[Mention, ...]]:
    """Yield every list of grades within a stretch of folded text, wherever it begins."""
    found = _words(text, start, end)
    names, at = lexicon(), 0
    while found.at(at):
        if names.longest(found, at) is None:
            at += 1
            continue
        reader = _Reader(found, names, at)
        if mentions := reader.read():
            yield mentions
        at = max(reader.at, at + 1)
