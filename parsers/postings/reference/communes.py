"""The communes by name: today's, and those that were merged into them (Insee)."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from postings.folding import fold
from postings.patterns import pattern
from postings.reference.departments import Department, department
from postings.reference.name_index import rows_named

FILE = "communes.csv"
_SHORT = {"st": "saint", "ste": "sainte", "lez": "les", "s/": "sur", "s/s": "sous"}
_WORD = pattern(r"s/s?|[a-z0-9œæ]+")


class Commune(Struct, frozen=True):
    """A commune of today, by a name that it bears or that a commune merged into it bore.

    `code` is that of the code officiel géographique. `alone` says where the bare name means this
    commune: `!` everywhere, `*` but with an employer of another département, `+` in a name of
    office ("Ville de Clichy"), "" nowhere: namesakes are as likely. `postal_codes` are given
    where the post office is in another département.
    """

    name: str
    code: str
    alone: str
    postal_codes: tuple[str, ...]

    @property
    def stands_alone(self) -> bool:
        """Tell whether the name means this commune in a sentence that says no more."""
        return self.alone in ("!", "*")

    @property
    def department(self) -> Department | None:
        """The département or collectivité d'outre-mer, which the code begins with."""
        return department(self.code[: 3 if self.code.startswith(("97", "98")) else 2])


def name_words(name: str) -> tuple[str, ...]:
    """The words of a place's name, folded, abbreviations written out: `St-Denis s/ Loire`."""
    words = _WORD.findall(fold(name))
    return tuple(_SHORT.get(word, word).replace("œ", "oe").replace("æ", "ae") for word in words)


def name_key(name: str) -> str:
    """What a name is sorted and looked up by: `BAR LE DUC`, `Bar-le-Duc` give `barleduc`."""
    return "".join(name_words(name))


@lru_cache(maxsize=256)
def communes_named(name: str) -> tuple[Commune, ...]:
    """The communes of a name, whatever its capitals, accents, hyphens and abbreviations."""
    key = name_key(name)
    rows = rows_named(FILE, key, name_key) if key else ()
    return tuple(_commune(official, cell) for official, codes in rows for cell in codes.split())


def _commune(name: str, cell: str) -> Commune:
    """Read a cell: `44109!`, `04058/05110`."""
    code, *postal_codes = cell.split("/")
    return Commune(name, code[:5], code[5:], tuple(postal_codes))
