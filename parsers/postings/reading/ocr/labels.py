"""The words by which postings label their values, told where OCR took letters for their likes.

`Iirnite` is a label, and no other French word: the engine's likes are made one letter in both
and compared. What is no label is left as it was read; no digit is ever written.
"""

from __future__ import annotations

from functools import cache

from postings.folding import fold
from postings.patterns import pattern

_WORDS = """
adjoint administratif administrative alternance annuel annuelle apprentissage attaché cadre
candidature catégorie clôture complet contractuel contractuelle contrat durée dépôt détachement
déterminée emploi employeur entretien filière fonctionnaire grade indemnitaire indice
indéterminée intérim limite majoré mensuel mensuelle mutation permanent poste pourvoir
publication recrutement rédacteur référence rémunération salaire technicien technique temporaire
temps territorial territoriale territoriaux titulaire traitement télétravail
"""
_LIKES = ("il1|!tf", "o0", "ce", "nmu", "hb6", "gq9", "s5")
_PAIRS = ((pattern(r"r+[ni]"), "n"), (pattern("ci"), "d"), (pattern("vv"), "w"))  # of those
_ONE_LETTER = str.maketrans({like: likes[0] for likes in _LIKES for like in likes})
_WORD = pattern(r"((?:[^\W_]{1,2}['’])?\W*)([^\W_](?:[^\W_]|[|!](?=[^\W_]))*)(\W*)")
_ACRONYMS = frozenset(("CDI", "CIA", "IFSE", "NBI", "RIFSEEP", "SMIC"))
_UPRIGHT = str.maketrans("l1|![", "IIIII")
_UPRIGHTS = pattern(r"(\(?)([A-Zl1|!\[]+)([),;.:]*)")
_LONG = 8  # letters: of shorter words two others may be the halves


def as_label(text: str) -> str:
    """The word with the letters of the label that it is; as it was where it is none."""
    match = _WORD.fullmatch(text)
    if match is None or not (label := _label(match[2])):
        return text
    return match[1] + _in_case_of(match[2], label) + match[3]


def as_acronym(text: str) -> str:
    """The acronym with its I, where that was read as another upright: `CDl`, `[FSE`."""
    match = _UPRIGHTS.fullmatch(text)
    whole = match[2].translate(_UPRIGHT) if match else ""
    return f"{match[1]}{whole}{match[3]}" if match and whole in _ACRONYMS else text


def as_broken_label(first: str, second: str) -> str:
    """The long label of which two words are the halves; empty where they are not."""
    match = _WORD.fullmatch(first + second)
    halves = (first.lstrip("("), second.rstrip(".,;:)"))
    if match is None or len(match[2]) < _LONG or not all(map(str.isalnum, halves)):
        return ""
    if any(_label(half, intact=True) for half in halves):
        return ""
    label = _label(match[2], intact=True)
    return match[1] + _in_case_of(match[2], label) + match[3] if label else ""


def _label(word: str, *, intact: bool = False) -> str:
    """The label that a word is, with an s where it has one; an `intact` one only if asked for."""
    plural = "s" if word[-1:] in "sS5" and len(word) > 1 else ""
    stem = word[: -len(plural)] if plural else word
    for each, ending in ((word, ""), (stem, plural)):
        label = _labels().get(_alike(each), "")
        if label and (intact or fold(label) != fold(each)):
            return label + ending
    return ""


@cache
def _labels() -> dict[str, str]:
    return {_alike(word): word for word in _WORDS.split()}


def _alike(word: str) -> str:
    """A word with one letter for all that are read for each other."""
    alike = fold(word).translate(_ONE_LETTER)
    for pair, one in _PAIRS:
        alike = pair.sub(one, alike)
    return alike


def _in_case_of(word: str, label: str) -> str:
    if 2 * sum(map(str.isupper, word)) > len(word):
        return label.upper()
    return label.capitalize() if word[0].isupper() else label
