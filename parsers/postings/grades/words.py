"""The words of a grade's name, reduced to what all its writings share.

`adjointes techniques ppales`, `adj. tech. principal·e` and `Adjoint(e) technique
principal(e)` give the same stems. All works on folded text; offsets are the text's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from msgspec import Struct

from postings.patterns import pattern

Stems = tuple[str, ...]

_FEMININE = (
    ("trices", "teur"), ("trice", "teur"), ("euses", "eur"), ("euse", "eur"),
    ("ieres", "ier"), ("iere", "ier"), ("ives", "if"), ("ive", "if"),
    ("aux", "al"), ("ales", "al"), ("ale", "al"), ("als", "al"),
    ("enne", "en"), ("ennes", "en"), ("elles", "el"), ("elle", "el"),
    ("ffes", "f"), ("ffe", "f"), ("esses", ""), ("esse", ""), ("ees", ""), ("ee", ""),
)  # fmt: skip


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """Reduce a folded word to the stem that its genders and numbers share."""
    if len(word) < 4:
        return word
    for ending, base in _FEMININE:
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return word[: -len(ending)] + base
    if word[-1] in "sx":
        word = word[:-1]
    return word[:-1] if word[-1] == "e" else word


# Words that grammar puts between those of a name.
LINKS = frozenset((
    "de", "du", "des", "d", "l", "la", "le", "les", "en", "au", "aux", "ere", "er", "eme", "nde",
    "nd", "re",
))  # fmt: skip
_ORDINALS = {
    "premier": "1", "premiere": "1", "deuxieme": "2", "seconde": "2", "second": "2",
    "troisieme": "3",
}  # fmt: skip
_SHORT: dict[str, tuple[str, ...]] = {
    "adj": ("adjoint",), "adjt": ("adjoint",), "adm": ("administratif",),
    "admin": ("administratif",), "administ": ("administratif",), "anim": ("animation", "animateur"),
    "aps": ("activites physiques et sportives",), "art": ("artistique",), "ass": ("assistant",),
    "assist": ("assistant",), "att": ("attache",), "aux": ("auxiliaire",), "bib": ("bibliotheque",),
    "ce": ("classe exceptionnelle",), "cl": ("classe",), "cn": ("classe normale",),
    "cons": ("conservation",), "conserv": ("conservation",), "cs": ("classe superieure",),
    "educ": ("educateur",), "ens": ("enseignement",), "enseign": ("enseignement",),
    "etab": ("etablissement",), "etabl": ("etablissement",), "ets": ("etablissement",),
    "ex": ("exceptionnelle",), "exc": ("exceptionnelle",), "except": ("exceptionnelle",),
    "gen": ("general",), "hc": ("hors classe",), "hosp": ("hospitalier",), "inf": ("infirmier",),
    "ing": ("ingenieur",), "mait": ("maitrise",), "norm": ("normale",), "pal": ("principal",),
    "patr": ("patrimoine",), "patrim": ("patrimoine",), "pm": ("police municipale",),
    "ppal": ("principal",), "ppale": ("principal",), "ppl": ("principal",), "pr": ("principal",),
    "princ": ("principal",), "princip": ("principal",), "prl": ("principal",),
    "prof": ("professeur",), "psy": ("psychologue",), "puer": ("puericulture",),
    "red": ("redacteur",), "redac": ("redacteur",), "sec": ("secretaire",),
    "secr": ("secretaire",),
    "soc": ("social",), "spp": ("sapeurs pompiers professionnels",),
    "sup": ("superieur",), "tech": ("technique", "technicien"),
    "techn": ("technicien", "technique"),
    "terr": ("territorial",), "territ": ("territorial",),
}  # fmt: skip
_CLASS_CODE = pattern(r"(?:p|pr|pal|ppal)([12])c?")
_NUMBER = pattern(r"([123])(?:ere|er|eme|nde|nd|de|re|e|°)?(cl(?:asse)?)?")


def acronym(word: str) -> str:
    """The stem of an acronym, which has neither gender nor number and is no other word."""
    return f"={word}"


def plain_stems(word: str) -> Stems:
    """The stems of a folded word written in full."""
    if word in _ORDINALS:
        return (_ORDINALS[word],)
    if number := _NUMBER.fullmatch(word):
        return (number[1], "class") if number[2] else (number[1],)
    return (stem(word),)


@lru_cache(maxsize=2048)
def readings(word: str) -> tuple[Stems, ...]:
    """What a folded word may stand for, as runs of stems: an acronym, itself, an abbreviation."""
    if code := _CLASS_CODE.fullmatch(word):
        return ((acronym(word),), ("principal", code[1], "class"))
    long = (tuple(stem(w) for w in text.split()) for text in _SHORT.get(word, ()))
    return ((acronym(word),), plain_stems(word), *long)


def abbreviates(word: str) -> bool:
    """Tell whether a full stop after the word is that of an abbreviation."""
    return word in _SHORT or len(word) == 1


class Word(Struct, frozen=True):
    """A word, or a mark between words (`mark` is then its text, a line end being a newline)."""

    start: int
    end: int
    text: str
    mark: str = ""
    plural: bool = False

    @property
    def is_link(self) -> bool:
        """Tell whether the word only joins others."""
        return self.text in LINKS or self.mark in ("'", ".")


# A word with the ending that makes it inclusive: attaché·e·s, gardien(ne), rédacteur.trice.
_ENDING = (
    r"ne|e|s|le|te|fe|ffe|ve|ive|ice|rice|trice|ere|iere|euse|se|sse|esse|ale|aux|ales|elle|enne"
)
_WORD = pattern(
    rf"(?P<dotted>(?:[a-z]\.){{2,6}}(?:[a-z](?![a-z]))?)"
    rf"|(?P<word>[a-z]+)(?P<ending>(?:[·./-](?:{_ENDING})s?|\((?:{_ENDING})s?\)s?)"
    rf"(?:[·./-]s|\(s\))?)?(?![a-z0-9])"
    rf"|(?P<number>[123](?:ere|er|eme|nde|nd|de|re|e|°)?(?:cl(?:asse)?)?(?![a-z0-9]))"
    rf"|(?P<other>[a-z0-9]+)|(?P<break>[ ]*\n[ \n]*)|(?P<mark>[^a-z0-9\s])"
)


class Words:
    """The words and marks of a stretch of folded text, read only as far as they are asked for.

    `split(word)` gives where two words were run together, 0 for a word that is one.
    """

    def __init__(self, text: str, start: int, end: int, split: Callable[[str], int]) -> None:
        self._coming = _words(text, start, end, split)
        self._read: list[Word] = []

    def at(self, index: int) -> Word | None:
        """The word of that index; None after the last."""
        while len(self._read) <= index:
            word = next(self._coming, None)
            if word is None:
                return None
            self._read.append(word)
        return self._read[index]


def _words(text: str, start: int, end: int, split: Callable[[str], int]) -> Iterator[Word]:
    for match in _WORD.finditer(text, start, end):
        if match["break"] is not None:
            blank = match["break"].count("\n") > 1
            yield Word(match.start(), match.end(), "", "\n\n" if blank else "\n")
        elif match["mark"]:
            yield Word(match.start(), match.end(), "", match["mark"])
        elif match["dotted"]:
            yield Word(*match.span(), match[0].replace(".", ""))
        elif match["word"]:
            yield from _pieces(match, split)
        else:
            yield Word(*match.span(), match[0])


def _pieces(match: re.Match[str], split: Callable[[str], int]) -> Iterator[Word]:
    word, at = match["word"], match.start()
    while cut := split(word):
        yield Word(at, at + cut, word[:cut], plural=word[cut - 1] in "sx")
        word, at = word[cut:], at + cut
    plural = word[-1] in "sx" or (match["ending"] or "").rstrip(")").endswith("s")
    yield Word(at, match.end(), word, plural=plural)
