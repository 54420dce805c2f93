"""One-byte encodings told apart: Windows-1252, ISO-8859-15, and what old systems write.

French is told by its letters alone, in each encoding; charset-normalizer is asked only when
the text reads as French in none of them.
"""

from __future__ import annotations

from postings.patterns import pattern

# Every byte that is printable in both encodings and differs between them, by what it is in
# ISO-8859-15, and the surroundings in which that is the likelier reading. In Windows-1252
# they are, in the same order, the signs ¤ ½ ¼ ¾ ¦ ¨ ´ ¸.
_LETTER = rb"[A-Za-z\xc0-\xff]"
_ISO_8859_15 = pattern(
    rb"\xa4"  # € for ¤, which nobody writes
    rb"|\xbd(?=" + _LETTER + rb")"  # œ, always followed by a letter in French
    rb"|\xbc(?=" + _LETTER + rb")"  # Œ
    rb"|(?<=" + _LETTER + rb")\xbe"  # Ÿ, as in L'HAŸ-LES-ROSES
    rb"|\xa6(?=" + _LETTER + rb")"  # Š
    rb"|(?<=" + _LETTER + rb")[\xa8\xb8]|[\xa8\xb8](?=[a-z])"  # š ž
    rb"|(?<!" + _LETTER + rb")\xb4(?=[a-z])"  # Ž; between letters it is an acute as apostrophe
)
_WINDOWS_ONLY = pattern(rb"[\x80-\x9f]")  # control characters in ISO-8859-15

# What the characters above ASCII of French postings are, in Windows-1252.
_FRENCH = frozenset("àâäæçèéêëîïñôöùûüÿœÀÂÄÆÇÈÉÊËÎÏÔÖÙÛÜŸŒ€…•‘’“”«»–—™©®°º²³·§±×½¼¾´¤\xa0\xad")
_SIGN_IN_A_WORD = pattern("(?<=[a-z])[…•“”–—‡ˆ‰‹Š™](?=[a-z])")
_CAPITAL_IN_A_WORD = pattern("(?<=[a-zé])[ÀÂÄÇÈÉÊËÎÏÔÖÙÛÜ](?=[a-zé])")
_ENCODINGS = ("cp1252", "mac_roman", "cp850")  # Windows, classic Mac OS, DOS


def decode_legacy(data: bytes) -> str:
    """Decode text that is not Unicode, in the likeliest of the encodings of French."""
    encoding = _encoding(data)
    if encoding == "cp1252" and _ISO_8859_15.search(data) and not _WINDOWS_ONLY.search(data):
        encoding = "iso8859_15"
    return data.decode(encoding, "replace")


def _encoding(data: bytes) -> str:
    """The encoding in which a text reads as French, Windows-1252 first; else the detector's choice.

    Windows-1252 stands for ISO-8859-15 as well, and for what charset-normalizer, the
    detector, has no opinion on.
    """
    if _reads_as_french(data.decode("cp1252", "replace")):
        return "cp1252"
    accents = {encoding: _accents(data.decode(encoding, "replace")) for encoding in _ENCODINGS}
    best = max(_ENCODINGS, key=lambda encoding: accents[encoding])
    if _reads_as_french(data.decode(best, "replace")):
        return best
    from charset_normalizer import from_bytes

    match = from_bytes(data, cp_isolation=[*_ENCODINGS, "iso8859_15"]).best()
    return match.encoding if match is not None else "cp1252"


def _reads_as_french(text: str) -> bool:
    """Tell whether the characters above ASCII are those of French, in their places."""
    foreign = [char for char in text if char > "\x7f"]
    odd = sum(char not in _FRENCH for char in foreign)
    odd += len(_SIGN_IN_A_WORD.findall(text)) + len(_CAPITAL_IN_A_WORD.findall(text))
    return odd <= 0.1 * len(foreign)


def _accents(text: str) -> int:
    """Number of the letters with an accent that French uses most."""
    return sum(map(text.count, "éèàêçô"))
