"""Which code is measured: the commit of the tree, and the trees of other commits."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import postings
from scoring.corpora import ROOT

_CODE = ("parsers", "cli")


class RevisionError(Exception):
    """A name that is no commit of this repository."""


def version() -> str:
    """The version of the tool that is imported."""
    return postings.__version__


def place() -> Path:
    """The folder of the library that is imported: what is measured."""
    return Path(postings.__file__).parent


def commit() -> str:
    """The last commit that changed the tool, `+` where the tree has changed since.

    "installed" where the tool that runs is not the source of this tree.
    """
    if not place().is_relative_to(ROOT / "parsers"):
        return "installed"
    last = _git("log", "-1", "--format=%h", "--abbrev=10", "--", *_CODE).decode().strip()
    return last + ("+" if _git("status", "--porcelain", "--", *_CODE) else "")


@contextmanager
def tree_of(name: str) -> Iterator[Path]:
    """The code of a commit, in a folder that is gone afterwards; raises `RevisionError`."""
    with tempfile.TemporaryDirectory() as folder:
        archive = _git("archive", "--format=tar", name, "--", *_CODE)
        with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
            packed.extractall(folder, filter="data")
        yield Path(folder)


def _git(*arguments: str) -> bytes:
    done = subprocess.run(["git", "-C", str(ROOT), *arguments], capture_output=True, check=False)
    if done.returncode:
        raise RevisionError(done.stderr.decode(errors="replace").strip().splitlines()[0])
    return done.stdout
