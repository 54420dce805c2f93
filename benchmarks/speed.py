"""Measure speed: of the rules, beside other libraries, of the program's start, of many postings.

usage: speed.py [--postings N] [--rounds N] [--large]

Postings are those of generate.py. What is compared is measured in turns, round after round, and
medians are told, so that whatever else the machine does weighs on all alike; what happens in one
process is told in seconds of processor time. `--large` goes on to 100 000 postings (an hour).
A library that is not installed is passed over: pip install '.[peers,speed]' has them all.
Prints a table in Markdown, for the README.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from generate import texts, write_directory

Texts = Sequence[str]
Work = Callable[[Texts], object]
PYTHON = sys.executable
LITERALS = 300
SHORT = "CUISINIER (H/F)\n\nCDI, 35h. Salaire : 2 000 € brut par mois.\n"
# Runs the program and tells on stderr the most memory that its own process had, in kB. Linux
# keeps it from before the program began in `ru_maxrss`, which is the benchmark's own memory.
TOLD_MEMORY = """
import atexit, os, resource, sys
from pathlib import Path
parent = os.getpid()

def most():
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    told = [line.split()[1] for line in lines if line.startswith("VmHWM")]
    return told[0] if told else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

atexit.register(lambda: os.getpid() == parent and print(most(), file=sys.stderr))
from postings_cli.main import run
run()
"""


class Line(NamedTuple):
    """A line of the table."""

    what: str
    measured: str


def passes(works: dict[str, Work], count: int, rounds: int) -> dict[str, float]:
    """Median seconds of processor time of each work over so many postings, in turns.

    Each round has other postings: what is kept from one to the next is no help with the same.
    """
    taken: dict[str, list[float]] = {name: [] for name in works}
    for number in range(rounds):
        postings = list(texts(count, seed=number))
        for name, work in works.items():
            began = time.process_time()
            work(postings)
            taken[name].append(time.process_time() - began)
    return {name: median(each) for name, each in taken.items()}


def rules_lines(count: int, rounds: int) -> Iterator[Line]:
    """The rules, one scan of literals, and what others do with the same texts."""
    works = {"postings": parse_all, "scan": scan_all(), **peers()}
    before = list(texts(100, seed=rounds))
    for work in works.values():
        work(before)  # patterns are compiled, models built
    taken = passes(works, count, rounds)
    own = taken.pop("postings")
    size = sum(len(text.encode()) for text in before) / len(before)
    yield Line(f"text postings a second a core ({size / 1000:.1f} kB each)", f"{count / own:.0f}")
    scan = taken.pop("scan")
    yield Line(f"cost beside one Aho-Corasick scan for {LITERALS} literals", f"{own / scan:.0f} ×")
    for name, seconds in taken.items():
        yield Line(f"{name}, same texts", f"{seconds / own:.2f} × the time of postings")


def parse_all(postings: Texts) -> None:
    """Everything that `postings parse` says of a text."""
    import postings as library

    for text in postings:
        library.to_json(library.parse(text))


def scan_all() -> Work:
    """One scan for literals, cues of the rules from one end of the alphabet to the other."""
    from ahocorasick_rs import AhoCorasick

    from postings.fields import FIELDS

    cues = {cue for field in FIELDS for rule in field.rules for cue in rule.cues}
    automaton = AhoCorasick(sorted(cues)[:: len(cues) // LITERALS][:LITERALS])
    return lambda postings: [automaton.find_matches_as_indexes(text) for text in postings]


def peers() -> dict[str, Work]:
    """What other libraries find, of those that are installed: dates, and prices."""
    found = {}
    for name, (module, build) in PEERS.items():
        try:
            found[name] = build(import_module(module))
        except ImportError:
            print(f"{name}: not installed, passed over", file=sys.stderr)
    return found


def _datefinder(library: Any) -> Work:
    return lambda postings: [list(library.find_dates(text)) for text in postings]


def _dateparser(library: Any) -> Work:
    strict = {"STRICT_PARSING": True}
    search = library.search_dates
    return lambda postings: [search(text, languages=["fr"], settings=strict) for text in postings]


def _price_parser(library: Any) -> Work:
    price = library.Price.fromstring
    return lambda postings: [price(line) for text in postings for line in text.splitlines()]


def _edsnlp(library: Any) -> Work:
    nlp = library.blank("eds")
    nlp.add_pipe("eds.normalizer")
    nlp.add_pipe("eds.dates")
    return lambda postings: [nlp(text) for text in postings]


PEERS: dict[str, tuple[str, Callable[[Any], Work]]] = {
    "datefinder (dates)": ("datefinder", _datefinder),
    "dateparser, strict, French (dates)": ("dateparser.search", _dateparser),
    "price-parser, line by line (sums)": ("price_parser", _price_parser),
    "edsnlp (dates)": ("edsnlp", _edsnlp),
}


def start_lines(rounds: int) -> Iterator[Line]:
    """The whole program, beside the import of the library that its command line stands on."""
    with tempfile.TemporaryDirectory() as folder:
        short = Path(folder) / "short.txt"
        short.write_text(SHORT)
        program = [PYTHON, "-m", "postings_cli"]
        commands = {
            "typer": [PYTHON, "-c", "import typer"],
            "`postings --version`": [*program, "--version"],
            "`postings parse short.txt --format json`": [
                *program, "parse", str(short), "--format", "json"
            ],
        }  # fmt: skip
        taken: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                taken[name].append(wall(command))
    base = median(taken.pop("typer"))
    for name, each in taken.items():
        said = f"{median(each) * 1000:.0f} ms, {median(each) / base:.2f} × `import typer`"
        yield Line(name, said)


def wall(command: Sequence[str]) -> float:
    """Seconds that a command takes."""
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - began


class Run(NamedTuple):
    """A run over a directory: seconds, seconds of processor time, MB of the first process."""

    wall: float
    processor: float
    memory: float


def run(folder: Path, jobs: int) -> Run:
    """Parse a directory to JSON lines in so many processes."""
    options = ["parse", str(folder), "-r", "-f", "jsonl", "-j", str(jobs), "-o", os.devnull]
    before, began = os.times(), time.perf_counter()
    done = subprocess.run(
        [PYTHON, "-c", TOLD_MEMORY, *options], check=True, stderr=subprocess.PIPE, text=True
    )
    after, wall = os.times(), time.perf_counter() - began
    processor = after.children_user + after.children_system
    processor -= before.children_user + before.children_system
    return Run(wall, processor, int(done.stderr.splitlines()[-1]) / 1000)


def scaling_lines(folder: Path, rounds: int) -> Iterator[Line]:
    """Two processes beside one, in turns."""
    pairs = [(run(folder, 1), run(folder, 2)) for _ in range(rounds)]
    ratio = median(one.wall / two.wall for one, two in pairs)
    work = median(two.processor / one.processor for one, two in pairs)
    yield Line(
        "two processes beside one",
        f"{ratio:.2f} × as fast, for {work:.2f} × the processor time",
    )


def growth_lines(counts: Sequence[int], jobs: int) -> Iterator[Line]:
    """Time and memory of larger and larger directories."""
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            write_directory(Path(folder), count, seed=1)
            taken = run(Path(folder), jobs)
        rate = f"{taken.wall:.0f} s, {count / taken.wall:.0f} a second"
        yield Line(f"{count} postings, {jobs} processes", f"{rate}, {taken.memory:.0f} MB")


def pdf_lines() -> Iterator[Line]:
    """Pages of PDF, if they are measured beside this."""
    try:
        measure = import_module("speed_pdf").measure
    except ImportError:
        print("speed_pdf: not there, passed over", file=sys.stderr)
        return
    speed = measure()
    yield Line("PDF pages a second a core", f"{speed.pages / speed.read:.0f}")
    yield Line("reading a PDF, beside PDFium's text alone", f"{speed.over_raw:.2f} ×")
    yield Line("pdfplumber's text, same PDFs", f"{speed.over_plumber:.1f} × the time of postings")
    if speed.pdftotext is not None:
        said = f"{speed.pdftotext / speed.read:.2f} × the time of postings"
        yield Line("the program pdftotext, same PDFs", said)


def machine() -> str:
    """The machine that this was measured on."""
    told = Path("/proc/cpuinfo").read_text() if Path("/proc/cpuinfo").exists() else ""
    models = [line.partition(": ")[2] for line in told.splitlines() if "model name" in line]
    model = models[0] if models else platform.processor() or platform.machine()
    return (
        f"{model}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()};"
        f" load {os.getloadavg()[0]:.1f} at the end"
    )


def main() -> None:
    """Measure everything, and print it as it is known."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--postings", type=int, default=300, help="held in memory")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--large", action="store_true", help="go on to 100 000 postings")
    asked = parser.parse_args()
    counts = (1_000, 10_000, 100_000) if asked.large else (1_000, 10_000)
    print("| measure | |\n| --- | --- |", flush=True)
    for line in lines(asked.postings, asked.rounds, counts):
        print(f"| {line.what} | {line.measured} |", flush=True)
    print(f"\nMeasured by `python benchmarks/speed.py` on {machine()}.")


def lines(count: int, rounds: int, counts: Sequence[int]) -> Iterator[Line]:
    """Every line of the table."""
    yield from rules_lines(count, rounds)
    yield from pdf_lines()
    yield from start_lines(4 * rounds)
    with tempfile.TemporaryDirectory() as folder:
        write_directory(Path(folder), 10 * count, seed=2)
        yield from scaling_lines(Path(folder), rounds)
    yield from growth_lines(counts, jobs=2)


if __name__ == "__main__":
    main()
