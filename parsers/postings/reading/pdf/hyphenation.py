"""Words cut at line ends put together again, compounds keeping their hyphen."""

from __future__ import annotations

import re
from collections.abc import Sequence

from postings.patterns import pattern

SOFT_HYPHEN = "\u00ad"
_LETTER = r"[^\W\d_]"
_CUT = pattern(rf"\S*{_LETTER}(?P<hyphen>[-\u2010{SOFT_HYPHEN}])\s*$")
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
    text = "\n".join(lines)
    # Some fonts draw every hyphen as a soft one: then a soft hyphen tells nothing.
    soft_is_plain = re.search(rf"{SOFT_HYPHEN}{_LETTER}", text) is not None
    known = frozenset(word.lower() for word in _WORD.findall(text))
    joined: list[str] = []
    for line in lines:
        cut = _CUT.search(joined[-1]) if joined else None
        tail = _TAIL.match(line)
        if cut is None or tail is None:
            joined.append(line)
            continue
        head = joined[-1][: cut.start("hyphen")]
        soft = cut["hyphen"] == SOFT_HYPHEN and not soft_is_plain
        hyphen = "-" if not soft and _keeps_hyphen(head, tail[0], known) else ""
        joined[-1] = head + hyphen + tail[0]
        if rest := line[tail.end() :].lstrip():
            joined.append(rest)
    return joined


def _keeps_hyphen(head: str, tail: str, known: frozenset[str]) -> bool:
    """Tell whether the hyphen between the two halves is part of the word.

    The rest of the document, `known`, decides first: the word may stand whole elsewhere.
    """
    if _ADDRESS.search(head.split()[-1]):
        return True
    first, second = _lower(_LAST_WORD.search(head)), _lower(_WORD.match(tail))
    if f"{first}-{second}" in known:
        return True
    if first + second in known:
        return False
    if tail[0].isupper() and not tail[1:2].isupper():  # Loire-Atlantique
        return True
    if tail[0].isupper() and _PLACE.fullmatch(first):  # LOIRE-ATLANTIQUE, but RECRU-TEMENT
        return True
    return _COMPOUND.fullmatch(f"{first}/{second}") is not None


def _lower(match: re.Match[str] | None) -> str:
    return match[0].lower() if match else ""
