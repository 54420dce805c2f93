"""Words cut at line ends put together again, compounds keeping their hyphen."""

from __future__ import annotations

import re
from collections.abc import Sequence

from postings.patterns import pattern

SOFT_HYPHEN = "\u00ad"
_LETTER = r"[^\W\d_]"
_HYPHENS = ("-", "\u2010", SOFT_HYPHEN)
_CUT = pattern(rf"{_LETTER}(?P<hyphen>[{''.join(_HYPHENS)}])\s*$")
_TAIL = pattern(rf"{_LETTER}\S*")
_WORD = pattern(rf"{_LETTER}+(?:-{_LETTER}+)*")
_LAST_WORD = pattern(rf"{_LETTER}+(?:-{_LETTER}+)*$")
_ADDRESS = pattern(r"@|://|www\.|/\w")

# The two halves of words always written with a hyphen, "/" standing for the line end. A half
# is listed alone only if it begins no word without one: "ex-", "mi-" and "bien-" do.
_COMPOUND = pattern(
    r"(?:vice|non|demi|semi|quasi|avant|après|arrière|sans|outre|mieux|procès|compte|savoir"
    r"|chef|centre|plein|tiers|plate|sud|nord|saint|sainte|grand|peut|haut|hors|rez|entre(?=/deux)"
    r"|médico|technico|juridico|politico|administrativo|spatio|socio(?!/log)|franco(?!/phon)"
    r"|sous(?!/(?:cri|trai[rt]e?$|tract|tray))|enseignant|ingénieur|directeur|responsable|adjoint"
    r"|(?:brigadier|sergent|adjudant|caporal)s?(?=/chefs?$)|gardiens?(?=/brigadier)"
    r"|vingt|trente|quarante|cinquante|soixante|quatre|dix)/.+"
    r"|(?:auto|co|multi|pluri|micro|géo|néo|psycho|bio|extra|intra)/[aeiouyéèêàâîôû].+"
    r"|(?:bien|mal)/être|porte/(?:parole|voix)|ci/(?:joint|dess|après|contre|annexé).*"
    r"|mi/(?:temps|saison|janv|févr|mars|avril|mai|juin|juil|août|sept|oct|nov|déc).*"
    r"|(?:celui|celle|ceux|celles)/(?:ci|là)|(?:.+-)?là/.+|.+/là|.+/mêmes?|.+/à-.+|.+-à/.+"
    r"|.+ez/(?:vous|le|la|les|nous)|.+ons/nous|.+/t-(?:il|elle|on)s?|.+-t/(?:il|elle|on)s?"
    r"|aide/soignante?s?|quelques/uns|quelques/unes|ex/(?:agent|salarié|élève).*"
)
# First words of names of places and of organisations, for names in capitals.
_PLACE = pattern(
    r"loire|seine|haute?s?|val|île|ile|maine|eure|indre|deux|tarn|lot|alpes|pyrénées|charente"
    r"|sud|nord|ouest|est|centre|basses?|bas|saône|meurthe|ille|auvergne|rhône|bourgogne"
    r"|provence|champagne|poitou|midi|languedoc|hauts|pays|mont|pont|villeneuve|.+-.+"
)


def join_cut_words(lines: Sequence[str]) -> list[str]:
    """Give each word that a line end cuts to the line where it begins, whole.

    The line below loses the end of the word, and is left out if that is all it held.
    """
    if not any(line.rstrip().endswith(_HYPHENS) for line in lines):
        return list(lines)
    text = "\n".join(lines).lower()
    # Some fonts draw every hyphen as a soft one: then a soft hyphen tells nothing.
    soft_is_plain = re.search(rf"{SOFT_HYPHEN}{_LETTER}", text) is not None
    joined: list[str] = []
    for line in lines:
        may_cut = joined and joined[-1].rstrip().endswith(_HYPHENS)
        cut = _CUT.search(joined[-1]) if may_cut else None
        tail = _TAIL.match(line) if cut else None
        if cut is None or tail is None:
            joined.append(line)
            continue
        head = joined[-1][: cut.start("hyphen")]
        soft = cut["hyphen"] == SOFT_HYPHEN and not soft_is_plain
        hyphen = "-" if not soft and _keeps_hyphen(head, tail[0], text) else ""
        joined[-1] = head + hyphen + tail[0]
        if rest := line[tail.end() :].lstrip():
            joined.append(rest)
    return joined


def _keeps_hyphen(head: str, tail: str, text: str) -> bool:
    """Tell whether the hyphen between the two halves is part of the word.

    The whole text, in lower case, decides first: the word may stand whole elsewhere.
    """
    begun = head.split()[-1]
    if _ADDRESS.search(begun):
        return True
    first, second = _lower(_LAST_WORD.search(begun)), _lower(_WORD.match(tail))
    if _stands_in(text, f"{first}-{second}"):
        return True
    if _stands_in(text, first + second):
        return False
    if tail[0].isupper() and not tail[1:2].isupper():  # Loire-Atlantique
        return True
    if tail[0].isupper() and _PLACE.fullmatch(first):  # LOIRE-ATLANTIQUE, but RECRU-TEMENT
        return True
    return _COMPOUND.fullmatch(f"{first}/{second}") is not None


def _stands_in(text: str, word: str) -> bool:
    """Tell whether a word stands in a text, not as a part of another."""
    at = text.find(word)
    while at >= 0:
        around = text[max(0, at - 1) : at] + text[at + len(word) : at + len(word) + 1]
        if not any(sign.isalpha() or sign == "-" for sign in around):
            return True
        at = text.find(word, at + 1)
    return False


def _lower(match: re.Match[str] | None) -> str:
    return match[0].lower() if match else ""
