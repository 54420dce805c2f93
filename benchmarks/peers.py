"""Measure what else one could install, beside `postings`, on the same annotated postings.

usage: peers.py [CORPUS ...] [--rounds N] [--publish]

It needs the extra `peers`. Without CORPUS: the real postings, where they lie beside the project,
else the fixtures. Every tool reads the same texts in this process, one posting after the other
and the tools in turn, `--rounds` times; the time is the processor's, the median of all. A tool
that raises found nothing in that posting, and is counted.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import postings
from adapters.adapter import Adapter
from adapters.datefinder_dates import Datefinder
from adapters.dateparser_dates import Dateparser
from adapters.keywords import Keywords
from adapters.ours import Ours
from adapters.price_parser_pay import PriceParser
from adapters.quantulum3_pay import Quantulum3
from adapters.recognizers import RecognizersDates, RecognizersPay
from adapters.results import circumstances, full_table, short_table
from adapters.runs import run_in_turn
from scoring import readme
from scoring.corpora import FIXTURES, REAL, Annotated, CorpusError, load
from scoring.predictions import RUN_DAY

TODAY = datetime.fromisoformat(RUN_DAY)

_TOOLS: tuple[Callable[[], Adapter], ...] = (
    lambda: Ours(TODAY),
    lambda: Datefinder(TODAY),
    lambda: Dateparser(TODAY),
    lambda: RecognizersDates(TODAY),
    lambda: RecognizersPay(),
    lambda: PriceParser(),
    lambda: Quantulum3(),
    lambda: Keywords(),
)


def arguments() -> argparse.Namespace:
    """The options."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    default = [REAL if REAL.is_dir() else FIXTURES]
    parser.add_argument("corpora", nargs="*", type=Path, metavar="CORPUS", default=default)
    parser.add_argument("--rounds", type=int, default=3, metavar="N")
    parser.add_argument("--publish", action="store_true", help="renew the table of README.md")
    return parser.parse_args()


def installed() -> Iterator[Adapter]:
    """The tools that are there; a line on standard error for each that is not."""
    for make in _TOOLS:
        try:
            yield make()
        except ImportError as error:
            print(f"peers.py: left out, {error}: pip install '.[peers]'", file=sys.stderr)


def texts(measured: list[Annotated]) -> dict[str, str]:
    """The text of each posting, as our reader gives it."""
    return {str(posting.path): postings.read_document(posting.path).text for posting in measured}


def main() -> int:
    """Run every tool, print the table in full, and put the short one in the README if asked."""
    options = arguments()
    try:
        measured = [posting for folder in options.corpora for posting in load(folder).postings]
    except CorpusError as error:
        print(f"peers.py: {error}", file=sys.stderr)
        return 2
    runs = run_in_turn(list(installed()), texts(measured), options.rounds)
    print(*full_table(runs, measured), circumstances(len(measured)), sep="\n")
    if options.publish:
        readme.put("peers", short_table(runs, measured))
    return 0


if __name__ == "__main__":
    sys.exit(main())
