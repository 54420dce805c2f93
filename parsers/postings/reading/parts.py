"""Files that hold several postings: archives, and mails with files attached.

A posting in a file is named by a path of its own: `offres.zip/2026/juriste.pdf`,
`annonce.eml/fiche.docx`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from itertools import islice
from pathlib import Path

from postings.errors import DamagedDocument, PostingsError, UnreadableFile
from postings.reading.formats import zip_contents
from postings.reading.kinds import is_mail, is_zip
from postings.reading.source import read_bytes, read_head


def paths_in(path: str) -> Iterator[str]:
    """Yield the path of each posting in a file: its own, unless the file is an archive.

    Those of an archive come in the order of their names, files attached to a mail after the
    mail. Raises `UnreadableFile`, or what opening an archive does.
    """
    if not os.path.lexists(path) and _split(path)[1]:
        yield path  # a posting inside a file already
        return
    head = read_head(path)
    if _is_archive(head, path):
        yield from _in_archive(path)
    else:
        # Looked for before the mail is told, so that a damaged one is told once.
        attached = list(_attached(path, read_bytes(path))) if is_mail(head) else ()
        yield path
        yield from attached


def _is_archive(head: bytes, path: str) -> bool:
    if not is_zip(head):
        return False
    status = os.stat(path)
    return _zip_is_archive(path, status.st_size, status.st_mtime_ns)


@lru_cache(maxsize=4)
def _zip_is_archive(path: str, size: int, changed: int) -> bool:
    """Looked at once, however many postings of an archive are read one after another."""
    return zip_contents(path).is_archive()


def holds_several(path: str) -> bool:
    """Tell whether a file is an archive, or a mail with files attached."""
    try:
        head = read_head(path)
        return _is_archive(head, path) or (is_mail(head) and len([*islice(paths_in(path), 2)]) > 1)
    except PostingsError:
        return False  # reading it will say why


def passed_over(path: str) -> dict[str, int]:
    """The names in an archive that are not those of postings, and how often each is there."""
    from postings.reading.archive import open_archive

    return open_archive(path).listing().skipped if _is_archive(read_head(path), path) else {}


def _in_archive(path: str) -> Iterator[str]:
    from postings.reading.archive import open_archive

    archive = open_archive(path)
    for name in archive.listing().names:
        yield f"{path}/{name}"
        if name.lower().endswith(".eml"):
            with suppress(PostingsError):  # the mail itself cannot be read, and will say so
                yield from _attached(f"{path}/{name}", archive.read(name))


def _attached(path: str, mail: bytes) -> Iterator[str]:
    from postings.reading.mail import attachments

    yield from (f"{path}/{name}" for name, _ in attachments(mail))


def part_bytes(path: str | Path) -> bytes:
    """Read a file, or what a path inside a file names.

    Raises `UnreadableFile` if there is no such thing, or what reading an archive does.
    """
    outer, inner = _split(str(path))
    if not inner:
        return read_bytes(path)
    head = read_head(outer)
    if is_mail(head):
        return _attachment(read_bytes(outer), inner)
    if not _is_archive(head, outer):
        return read_bytes(path)  # which says that there is no such thing
    from postings.reading.archive import open_archive

    archive = open_archive(outer)
    member = archive.member_of(inner)
    if not member:
        raise UnreadableFile("there is no such file in the archive", "check the path")
    data, rest = archive.read(member), inner[len(member) + 1 :]
    return _attachment(data, rest) if rest else data


def _split(path: str) -> tuple[str, str]:
    """A path as that of a file, and what follows inside the file; nothing where there is none."""
    if os.path.lexists(path):
        return path, ""
    outer, slash, inner = path.rpartition("/")
    while slash and not os.path.isfile(outer):
        outer, slash, _ = outer.rpartition("/")
        inner = path[len(outer) + 1 :]
    return (outer, inner) if slash else (path, "")


def _attachment(mail: bytes, name: str) -> bytes:
    from postings.reading.mail import attachments, last_if_cut

    if name == last_if_cut(mail):
        what = "the mail ends in the middle of this file"
        raise DamagedDocument(what, "save the mail again from the mail program")
    data = next((content for each, content in attachments(mail) if each == name), None)
    if data is None:
        raise UnreadableFile("there is no such file in this one", "check the path")
    return data
