"""Annotated postings: where they lie, and how they are read.

A corpus is a folder of either shape:

- `gold.jsonl`, one annotation a line, whose key `file` names a text in `docs/`; the original
  PDFs of some of the texts may lie in `pdf/`;
- folders that each hold `annotation.json` beside `posting.txt` or `posting.pdf`: the fixtures.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "fixtures"
REAL = ROOT.parent / "shared" / "corpus" / "dev"
WRITTEN = ROOT.parent / "shared" / "corpus" / "written"
DEFAULT = (REAL, WRITTEN, FIXTURES)

Annotation = dict[str, Any]

_NUMBERED = re.compile(r"(.+)-\d{3}")


class CorpusError(Exception):
    """A folder that is no corpus; the message says what was looked for."""


@dataclass(frozen=True)
class Annotated:
    """One posting: its name in its corpus, its file, and what a careful reader found in it."""

    name: str
    path: Path
    gold: Annotation

    @property
    def source(self) -> str | None:
        """The site that it comes from, where its name says so: `pep-012` is of `pep`."""
        numbered = _NUMBERED.fullmatch(self.name)
        return numbered[1] if numbered else None


@dataclass(frozen=True)
class Corpus:
    """Postings measured together, in the order of their names; `pdfs` by those names."""

    name: str
    folder: Path
    postings: tuple[Annotated, ...]
    pdfs: tuple[Annotated, ...] = ()

    @property
    def sources(self) -> list[str]:
        """The sites of its postings, in the order of their names; often none."""
        return sorted({posting.source for posting in self.postings if posting.source})


def load(folder: Path) -> Corpus:
    """Read a corpus; raises `CorpusError` where the folder has neither shape."""
    name = folder.resolve().name
    if (folder / "gold.jsonl").is_file():
        texts = tuple(sorted(_texts(folder), key=lambda text: text.name))
        return Corpus(name, folder, texts, tuple(_pdfs(folder, texts)))
    postings = tuple(map(_fixture, sorted(folder.glob("*/annotation.json"))))
    if not postings:
        raise CorpusError(f"{folder}: holds neither gold.jsonl nor */annotation.json")
    return Corpus(name, folder, postings)


def load_default() -> tuple[list[Corpus], list[Path]]:
    """The corpora of `DEFAULT` that are there, and the folders of those that are not."""
    missing = [folder for folder in DEFAULT if not folder.is_dir()]
    return [load(folder) for folder in DEFAULT if folder not in missing], missing


def _texts(folder: Path) -> Iterator[Annotated]:
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        if line.strip():
            gold: Annotation = json.loads(line)
            path = folder / "docs" / gold["file"]
            yield Annotated(path.stem, path, gold)


def _pdfs(folder: Path, texts: tuple[Annotated, ...]) -> Iterator[Annotated]:
    for text in texts:
        original = folder / "pdf" / f"{text.name}.pdf"
        if original.is_file():
            yield Annotated(text.name, original, text.gold)


def _fixture(annotation: Path) -> Annotated:
    folder = annotation.parent
    path = next(
        folder / name for name in ("posting.txt", "posting.pdf") if (folder / name).exists()
    )
    return Annotated(folder.name, path, json.loads(annotation.read_text(encoding="utf-8")))
