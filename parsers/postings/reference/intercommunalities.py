"""The intercommunalities with own taxation, and the territories of greater Paris (DGCL, Insee)."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from postings.reference.communes import name_words
from postings.reference.departments import Department, department
from postings.reference.name_index import rows_named

FILE = "intercommunalities.csv"
# Words that say what it is, in whatever order and with whatever article between.
_KINDS = frozenset(
    "communaute communautes commune communes agglomeration agglo urbaine metropole eurometropole "
    "intercommunalite cc ca cu de du des d la le les l".split()
)


class Intercommunality(Struct, frozen=True):
    """An intercommunality, and the départements in which its inhabitants live."""

    name: str
    departments: tuple[Department, ...]


def intercommunality_key(name: str) -> str:
    """What a name is sorted and looked up by: `CA du Cotentin` gives `cotentin`.

    Initials in brackets are left out.
    """
    words = name_words(name.partition("(")[0])
    return " ".join(word for word in words if word not in _KINDS)


@lru_cache(maxsize=64)
def intercommunality_named(name: str) -> Intercommunality | None:
    """Look an intercommunality up by its name; None for none, or for several of that name."""
    key = intercommunality_key(name)
    rows = list(rows_named(FILE, key, intercommunality_key)) if key else []
    if len(rows) != 1:
        return None
    found = (department(code) for code in rows[0][1].split())
    return Intercommunality(rows[0][0], tuple(each for each in found if each))
