"""Whether OCR can run here, and if not, exactly what to install."""

from __future__ import annotations

from functools import cache

PROGRAM = "tesseract"
LANGUAGE = "fra"
_DATA = "TESSDATA_PREFIX"
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
    library = "" if has_library() else f"run {_EXTRA}"
    return " and ".join(filter(None, (library, _missing_engine()))) or None


def _missing_engine() -> str:
    from shutil import which

    if which(PROGRAM) is None or (languages := _languages()) is None:
        return f"install {_TESSERACT}"
    return "" if LANGUAGE in languages else _how_to_get_french()


def has_library() -> bool:
    """Tell whether pictures can be opened, if not read."""
    from importlib.util import find_spec

    return find_spec(_LIBRARY) is not None


def knows_orientation() -> bool:
    """Tell whether the program has the data by which it says which way up a page is."""
    return "osd" in (_languages() or ())


def _how_to_get_french() -> str:
    import os

    if folder := os.environ.get(_DATA):
        return f"put {LANGUAGE}.traineddata into {folder}, or unset {_DATA}, which names it"
    return f"install {_FRENCH}"


@cache
def _languages() -> frozenset[str] | None:
    """The codes that the program has data for, `osd` among them; None if it does not run."""
    import subprocess

    try:
        listing = subprocess.run([PROGRAM, "--list-langs"], capture_output=True, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return frozenset(listing.stdout.decode("utf-8", "replace").split())
