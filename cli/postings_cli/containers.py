"""Files that hold several postings: an archive, a mail with files attached. Each is a source.

Only names are drawn here; whichever process reads a posting takes it out of its file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from postings_cli.defects import line_for
from postings_cli.sources import Source

_SUFFIXES = (".zip", ".eml")
_NOTHING = "no posting in this archive; name one file in it: ARCHIVE.zip/NAME"


def may_hold_several(name: str) -> bool:
    """Tell by its name whether a file may hold several postings, without a look into it."""
    return name.lower().endswith(_SUFFIXES)


def opened_container(source: Source, skipped: Counter[str]) -> Iterator[Source]:
    """The postings in a file, by their paths; the file itself if it is one.

    One that cannot be looked into is the trouble that says why. The names in an archive that
    are not those of postings are counted in `skipped`.
    """
    from postings.reading import paths_in

    path = ""
    try:
        for path in paths_in(source.name):
            yield Source(path, found=source.found or path != source.name)
        if path != source.name:  # an archive, or a mail with files
            skipped.update(_passed_over(source.name))
    except Exception as error:  # of ours or the file's: it must not cost the other files
        yield Source(source.name, trouble=line_for(error))
    else:
        if not path:
            yield Source(source.name, trouble=_NOTHING)


def _passed_over(path: str) -> dict[str, int]:
    from postings.reading.parts import passed_over

    return passed_over(path)
