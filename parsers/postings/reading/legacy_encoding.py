"""One-byte encodings told apart: Windows-1252, ISO-8859-15, and what old systems write.

French is told by its letters alone, in each encoding; charset-normalizer is asked only when
the text reads as French in none of them.
"""

from __future__ import annotations

import re

# Every byte that is printable in both encodings and differs between them, by what it is in
# ISO-8859-15, and the surroundings in which that is the likelier reading. In Windows-1252
# they are, in the same order, the signs ¤ ½ ¼ ¾ ¦ ¨ ´ ¸.
_LETTER = rb"[A-Za-z\xc0-\xff]"
_ISO_8859_15 = re.compile(
    rb"\xa4"  # € for ¤, which nobody writes
    rb"|\xbd(?=" + _LETTER + rb")"  # œ, always followed by a letter in French
    rb"|\xbc(?=" + _LETTER + rb")"  # Œ
    rb"|(?<=" + _LETTER + rb")\xbe"  # Ÿ, as in L'HAŸ-LES-ROSES
    rb"|\xa6(?=" + _LETTER + rb")"  # Š
    rb"|(?<=" + _LETTER + rb")[\xa8\xb8]|[\xa8\xb8](?=[a-z])"  # š ž
    rb"|(?<!" + _LETTER + rb")\xb4(?=[a-z])"  # Ž; between letters it is an acute as apostrophe
)
_WINDOWS_ONLY = re.compile(rb"[\x80-\x9f]")  # control characters in ISO-8859-15

# What the characters above ASCII of French postings are, in Windows-1252.
_FRENCH = frozenset("àâäæçèéêëîïñôöùûüÿœÀÂÄÆÇÈÉÊËÎÏÔÖÙÛÜŸŒ€…•‘’“”«»–—™©®°º²³·§±×½¼¾´¤\xa0\xad")
_SIGN_IN_A_WORD = re.compile("(?<=[a-z])[…•“”–—‡ˆ‰‹Š™](?=[a-z])")
_OLDER_ENCODINGS = ("mac_roman", "cp850")  # classic Mac OS, DOS


def decode_legacy(data: bytes) -> str:
    """Decode text that is not Unicode, in the likeliest of the encodings of French."""
    text = data.decode("cp1252", "replace")
    if not _reads_as_french(text):
        return data.decode(_unusual_encoding(data), "replace")
    if _ISO_8859_15.search(data) and not _WINDOWS_ONLY.search(data):
        return data.decode("iso8859_15")
    return text


def _reads_as_french(text: str) -> bool:
    """Tell whether the characters above ASCII are those of French, in their places."""
    foreign = [char for char in text if char > "\x7f"]
    odd = sum(char not in _FRENCH for char in foreign) + len(_SIGN_IN_A_WORD.findall(text))
    return odd <= 0.1 * len(foreign)


def _unusual_encoding(data: bytes) -> str:
    """The encoding of an older system if the text is French in it, else the detector's choice.

    Windows-1252 if the detector, charset-normalizer, has no opinion either.
    """
    older = max(_OLDER_ENCODINGS, key=lambda encoding: _accents(data.decode(encoding)))
    if _reads_as_french(data.decode(older)):
        return older
    from charset_normalizer import from_bytes

    candidates = ["cp1252", "iso8859_15", *_OLDER_ENCODINGS]
    best = from_bytes(data, cp_isolation=candidates).best()
    return best.encoding if best is not None else "cp1252"


def _accents(text: str) -> int:
    """Number of the letters with an accent that French uses most."""
    return sum(map(text.count, "éèàêçô"))
