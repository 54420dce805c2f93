"""Measure engines of OCR on scans of the fixtures: what is read, and what becomes of the values.

usage: ocr.py [ENGINE ...] [--dpi N] [--skew DEGREES] [--grain SHADES] [--bilevel] [--texts FOLDER]

It needs the extra `fixtures`, and for each ENGINE what that one needs:

  tesseract  the program and its French data, as `postings` uses it (the default)
  plain      the same program on pages as they are, neither set level nor smoothed
  tesserocr  its library in this process (pip install tesserocr)
  rapidocr   PP-OCR models in a wheel, on ONNX (pip install rapidocr onnxruntime)

Every engine gives words with boxes, and the same code makes lines of them. CER is the share of
characters to be changed, blanks and kinds of dashes and apostrophes aside. F1 compares the values
read on the scan with those read in the text. Seconds are of processors, for a page.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image
from rapidfuzz.distance import Levenshtein

import postings
from postings.document import Document
from postings.folding import fold
from postings.posting import Posting
from postings.reading.ocr.pictures import Picture
from postings.reading.ocr.recognition import RecognisedPage, recognise
from postings.reading.ocr.tesseract import ReadWord, read_words
from postings.reading.paged import Origin, paged_document
from scans import FIXTURES, Damage, Scanned, scans

TODAY = date(2026, 1, 15)
_PLAIN = str.maketrans("’‘–—“”«»\u00a0\u202f", '\'\'--""""  ')
FIELDS = ("salary", "grades", "contract", "deadline")
PACKAGES = {
    "rapidocr": (
        *("rapidocr", "onnxruntime", "opencv-python-headless"),
        *("numpy", "shapely", "pyclipper"),
    ),
    "tesserocr": ("tesserocr",),
}

Engine = Callable[[Image.Image, float], list[ReadWord]]


class Measures(NamedTuple):
    """Counts over all scans: of letters, pages and time, and of the values of each field."""

    totals: Counter[str]
    values: dict[str, Counter[str]]


def arguments() -> argparse.Namespace:
    """The options."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("engines", nargs="*", metavar="ENGINE", default=["tesseract"])
    parser.add_argument("--dpi", type=int, default=200)
    parser.add_argument("--skew", type=float, default=1.0)
    parser.add_argument("--grain", type=float, default=20.0)
    parser.add_argument("--bilevel", action="store_true", help="black and white, as a fax")
    parser.add_argument("--texts", type=Path, default=FIXTURES, help="scan these *.txt instead")
    parser.add_argument("--differences", action="store_true", help="list values that differ")
    return parser.parse_args()


def rapidocr() -> Engine:
    """PP-OCR: lines with boxes, which are taken for words."""
    from rapidocr import RapidOCR  # type: ignore[import-not-found,unused-ignore]

    engine: Any = RapidOCR(params={"Global.log_level": "error"})

    def read(image: Image.Image, dpi: float) -> list[ReadWord]:
        told = engine(image.convert("RGB"))
        if told.boxes is None:
            return []
        read = zip(told.boxes, told.txts, told.scores, strict=True)
        return [ReadWord(text, float(sure), *_box(corners)) for corners, text, sure in read]

    return read


def tesserocr() -> Engine:
    """Tesseract's library, in this process."""
    import tesserocr as library  # type: ignore[import-not-found,unused-ignore]

    data = os.environ.get("TESSDATA_PREFIX", "/usr/share/tesseract-ocr/5/tessdata")
    interface: Any = library.PyTessBaseAPI(path=data, lang="fra", psm=library.PSM.AUTO)

    def read(image: Image.Image, dpi: float) -> list[ReadWord]:
        interface.SetImage(image)
        interface.SetSourceResolution(round(dpi))
        interface.Recognize()
        return list(_words_of(interface.GetIterator(), library.RIL))

    return read


def _words_of(iterator: Any, levels: Any) -> Iterator[ReadWord]:
    while iterator is not None and not iterator.Empty(levels.WORD):
        left, _, right, _ = iterator.BoundingBox(levels.WORD)
        _, top, _, bottom = iterator.BoundingBox(levels.TEXTLINE)
        sure = iterator.Confidence(levels.WORD) / 100
        yield ReadWord(iterator.GetUTF8Text(levels.WORD).strip(), sure, left, top, right, bottom)
        if not iterator.Next(levels.WORD):
            return


def _box(corners: Any) -> tuple[float, float, float, float]:
    xs, ys = [float(x) for x, _ in corners], [float(y) for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


ENGINES: dict[str, Callable[[], Engine]] = {
    "tesseract": lambda: read_words,
    "plain": lambda: read_words,
    "tesserocr": tesserocr,
    "rapidocr": rapidocr,
}


def as_it_is(picture: Picture, engine: Engine) -> RecognisedPage:
    """Read a page without setting it level."""
    scale = 72 / picture.dpi
    size = (picture.image.width * scale, picture.image.height * scale)
    words = engine(picture.image, picture.dpi)
    inches = [ReadWord(text, sure, *(x * scale for x in box)) for text, sure, *box in words]
    return RecognisedPage(inches, 0.0, size, size)


def document(scanned: Scanned, dpi: int, name: str, engine: Engine) -> Document:
    """A scan as a document, as the tool would read its file."""
    read = as_it_is if name == "plain" else recognise
    pages = [read(Picture(page, dpi), engine) for page in scanned.pages]
    contents = [page.content for page in pages]
    origin = Origin(scanned.name, "image/png", "")
    scans = dict(enumerate(pages, 1))
    return paged_document(contents, origin, rows=[()] * len(pages), scans=scans)


def headline(posting: Posting) -> dict[str, set[Any]]:
    """The values of the four headline fields."""
    return {
        "salary": {(s.min, s.max, s.period, s.gross) for s in posting.salary.stated},
        "grades": {grade.name for grade in posting.grades},
        "contract": set(posting.contract.types),
        "deadline": {posting.deadline} - {None},
    }


def measure(name: str, damage: Damage, texts: Path, differences: bool) -> Measures:
    """Read all scans with one engine."""
    engine = ENGINES[name]()
    measures = Measures(Counter(), {field: Counter() for field in FIELDS})
    for scanned in scans(damage, texts):
        began = sum(os.times()[:4])
        read = document(scanned, damage.dpi, name, engine)
        spent = round(100 * (sum(os.times()[:4]) - began))
        measures.totals.update(letters(scanned.text, read.text))
        measures.totals.update(pages=len(scanned.pages), centiseconds=spent)
        for line in compare(scanned, read, measures.values):
            if differences:
                print(line)
    return measures


def compare(scanned: Scanned, read: Document, values: dict[str, Counter[str]]) -> Iterator[str]:
    """Count the values read in a text and on its scan; a line for each field that differs."""
    wanted = headline(postings.parse(scanned.text, as_of=TODAY))
    got = headline(postings.parse_document(read, as_of=TODAY))
    for field in FIELDS:
        lost, wrong = wanted[field] - got[field], got[field] - wanted[field]
        both = len(wanted[field] & got[field])
        values[field].update(wanted=len(wanted[field]), got=len(got[field]), both=both)
        if lost or wrong:
            yield f"{scanned.name}  {field}  lost {lost or '-'}  wrong {wrong or '-'}"


def letters(text: str, read: str) -> dict[str, int]:
    """How many characters a text has and how many of them were read as others; of accents too."""
    wanted, got = (" ".join(each.translate(_PLAIN).split()) for each in (text, read))
    changes = Levenshtein.editops(wanted, got)
    touched = {change.src_pos for change in changes if change.tag != "insert"}
    accents = [
        i for i, (a, b) in enumerate(zip(wanted.lower(), fold(wanted), strict=True)) if a != b
    ]
    return {
        "characters": len(wanted),
        "changed": len(changes),
        "accents": len(accents),
        "kept": sum(i not in touched for i in accents),
    }


def f1(counts: Counter[str]) -> float:
    """Harmonic mean of how many of the values wanted were got, and got were wanted."""
    return 2 * counts["both"] / max(1, counts["wanted"] + counts["got"])


def megabytes(packages: tuple[str, ...]) -> str:
    """What packages take on the disk."""
    try:
        files = [file for name in packages for file in distribution(name).files or ()]
    except PackageNotFoundError as error:
        return f"{error} not installed"
    size = sum(Path(str(file.locate())).stat().st_size for file in files)
    return f"{size / 1e6:.0f} MB of packages"


def report(name: str, measures: Measures) -> Iterator[str]:
    """The figures of an engine."""
    totals, values = measures
    everything = sum(values.values(), Counter())
    fields = ", ".join(f"{field} {f1(counts):.3f}" for field, counts in values.items())
    seconds = totals["centiseconds"] / 100 / totals["pages"]
    yield f"{name}: {totals['pages']} pages, {seconds:.2f} s a page"
    yield f"  CER {totals['changed'] / totals['characters']:.4f}"
    yield f"  accents kept {totals['kept'] / max(1, totals['accents']):.4f}"
    yield f"  F1 {f1(everything):.3f} ({fields}), {dict(everything)}"
    if name in PACKAGES:
        yield f"  {megabytes(PACKAGES[name])}"


def main() -> int:
    """Print the figures of each engine named."""
    options = arguments()
    damage = Damage(options.dpi, options.skew, options.grain, options.bilevel)
    unknown = set(options.engines) - set(ENGINES)
    if unknown:
        print(f"no such engine: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    for name in options.engines:
        measures = measure(name, damage, options.texts, options.differences)
        print("\n".join(report(name, measures)), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
