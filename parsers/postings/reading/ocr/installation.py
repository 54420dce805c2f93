"""Whether OCR can run here, and if not, exactly what to install."""

from __future__ import annotations

from functools import cache

PROGRAM = "tesseract"
LANGUAGE = "fra"
_LIBRARY = "PIL"  # of the extra `ocr`
_EXTRA = "pip install 'postings[ocr]'"
_TESSERACT = "Tesseract and its French data (apt-get install tesseract-ocr tesseract-ocr-fra)"
_FRENCH = "Tesseract's French data (apt-get install tesseract-ocr-fra)"


def how_to_read_pictures(*, wanted: bool = True) -> str:
    """What to do about a picture that was not read: ask for OCR, install it, or scan again."""
    if not wanted:
        return "leave out --no-ocr to read it by OCR"
    if missing := missing_part():
        return f"to read it by OCR, {missing}"
    return "scan it again, at 300 dpi"


@cache
def missing_part() -> str | None:
    """What to install before a picture can be read; None where everything is there."""
    from importlib.util import find_spec
    from shutil import which

    if find_spec(_LIBRARY) is None:
        return f"{_EXTRA} and install {_TESSERACT}"
    if which(PROGRAM) is None:
        return f"install {_TESSERACT}"
    return None if LANGUAGE in _languages() else f"install {_FRENCH}"


def knows_orientation() -> bool:
    """Tell whether the program has the data by which it says which way up a page is."""
    return "osd" in _languages()


@cache
def _languages() -> frozenset[str]:
    """The codes of the languages that the program has data for; `osd` is one of them."""
    import subprocess

    listing = subprocess.run([PROGRAM, "--list-langs"], capture_output=True, check=False)
    return frozenset(listing.stdout.decode("utf-8", "replace").split())
