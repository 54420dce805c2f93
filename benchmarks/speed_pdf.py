"""Measure how fast PDFs are read, against the engines alone, in one run.

usage: speed_pdf.py [PATH...] [--rounds N]

Each PATH is a PDF or a folder of them (default: the fixtures, and the annotated PDFs where they
lie beside the project). Every round reads every file in each way, one after the other, so
that what else the machine does falls on all of them alike: PDFium's text of each page, opening
included; `postings.read_document`; pdfplumber's `extract_text` (in the first rounds only, as it
is slow); and, where it is installed, the program `pdftotext`, its start included. Printed are
the medians, in milliseconds of processor time a page.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from shutil import which
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
DEFAULT = (ROOT / "fixtures", ROOT.parent / "shared" / "corpus" / "dev" / "pdf")
_SLOW_ROUNDS = 3


class Speed(NamedTuple):
    """Median times to read all files, in seconds of processor, and how many pages they have."""

    files: int
    pages: int
    raw: float
    read: float
    plumber: float
    pdftotext: float | None  # where it is not installed

    @property
    def over_raw(self) -> float:
        """How many times longer `read_document` takes than PDFium's text alone."""
        return self.read / self.raw

    @property
    def over_plumber(self) -> float:
        """How many times faster `read_document` is than pdfplumber's `extract_text`."""
        return self.plumber / self.read


def raw_text(path: Path) -> int:
    """Have PDFium give the text of each page; how many pages there are."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pdf:
        for page in pdf:
            page.get_textpage().get_text_range()
        return len(pdf)


def read(path: Path) -> None:
    """Read a PDF as the program does."""
    from postings import read_document

    read_document(path)


def plumber_text(path: Path) -> None:
    """Have pdfplumber give the text of each page."""
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()


def poppler_text(path: Path) -> None:
    """Have poppler's program give the text of the file."""
    subprocess.run(["pdftotext", path, "-"], stdout=subprocess.DEVNULL, check=True)


def measure(paths: Sequence[Path] = DEFAULT, rounds: int = 15) -> Speed:
    """Time the ways of reading on all PDFs of some folders, interleaved."""
    files = sorted(_pdfs(paths))
    pages = sum(map(raw_text, files))  # the first reading of each is not timed
    times: dict[str, list[float]] = {"raw": [], "read": [], "plumber": [], "pdftotext": []}
    for number in range(rounds):
        ways: dict[str, Callable[[Path], object]] = {"raw": raw_text, "read": read}
        if number < _SLOW_ROUNDS:
            ways["plumber"] = plumber_text
            ways |= {"pdftotext": poppler_text} if which("pdftotext") else {}
        seconds = dict.fromkeys(ways, 0.0)
        for file in files:
            for name, way in ways.items():
                seconds[name] += _seconds(way, file)
        for name, taken in seconds.items():
            times[name].append(taken)
    medians = {name: median(taken) if taken else None for name, taken in times.items()}
    return Speed(len(files), pages, **medians)  # type: ignore[arg-type]


def _pdfs(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        yield from path.rglob("*.pdf") if path.is_dir() else [path] if path.exists() else []


def _seconds(way: Callable[[Path], object], file: Path) -> float:
    began = _processor()
    way(file)
    return _processor() - began


def _processor() -> float:
    """Seconds of processor time that this process and those it started have taken."""
    taken = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in taken)


def main() -> None:
    """Print the medians and their ratios."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    parser.add_argument("--rounds", type=int, default=15)
    arguments = parser.parse_args()
    speed = measure(arguments.paths or DEFAULT, arguments.rounds)
    print(f"{speed.files} PDFs, {speed.pages} pages; median of interleaved rounds, ms a page")
    for name in ("raw", "read", "plumber", "pdftotext"):
        if (seconds := getattr(speed, name)) is not None:
            print(f"  {name:10s} {1000 * seconds / speed.pages:8.2f}")
    print(f"read_document / PDFium's text alone      {speed.over_raw:6.2f}  (at most 1.5)")
    print(f"pdfplumber extract_text / read_document  {speed.over_plumber:6.1f}  (at least 20)")


if __name__ == "__main__":
    main()
