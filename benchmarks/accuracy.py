"""Measure the installed tool on annotated postings.

usage: accuracy.py [CORPUS ...] [--errors FIELD | --against COMMIT | --publish | --check]

Each CORPUS is a folder as `scoring/corpora.py` describes it. Without one: the real and the
written postings, where they lie beside the project, and the fixtures. The postings are read
by the command line, as a user would read them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from scoring import readme, scoreboard
from scoring.changes import change_lines
from scoring.corpora import DEFAULT, ROOT, Corpus, CorpusError, load, load_default
from scoring.cross_check import disagreements, scorer_of
from scoring.fields import NAMES
from scoring.measured import Measured, measure
from scoring.media import media_table, read_both_ways
from scoring.predictions import ToolError
from scoring.revision import RevisionError, commit, place, tree_of, version
from scoring.tables import field_table, source_table

DONE, DIFFERENT, WRONG_USAGE = 0, 1, 2


def arguments() -> argparse.Namespace:
    """The options; what they do is said in CONTRIBUTING.md."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("corpora", nargs="*", type=Path, metavar="CORPUS")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--errors", metavar="FIELD", choices=NAMES, help="list what differs")
    mode.add_argument("--against", metavar="COMMIT", help="list gains and losses since a commit")
    mode.add_argument("--publish", action="store_true", help="renew scoreboard.json and README.md")
    mode.add_argument("--check", action="store_true", help="exit 1 where scoreboard.json differs")
    return parser.parse_args()


def chosen(folders: list[Path]) -> list[Corpus]:
    """The corpora named, or those of the default that are there."""
    if folders:
        return [load(folder) for folder in folders]
    corpora, missing = load_default()
    if missing:
        names = ", ".join(folder.name for folder in missing)
        print(f"left out, not beside the project: {names} ({missing[0].parent})", file=sys.stderr)
    return corpora


def report(corpora: list[Corpus]) -> int:
    """Print all figures."""
    print(f"postings {version()}, commit {commit()}, {place()}")
    for corpus in corpora:
        measured = measure(corpus)
        print(f"\n== {corpus.name}", *field_table(measured), sep="\n")
        print(*details(corpus, measured), sep="\n", end="", flush=True)
    return DONE


def cross_check(corpus: Corpus, measured: Measured) -> Iterator[str]:
    """Whether the scorer beside the corpus, if there is one, comes to the same figures."""
    scorer = scorer_of(corpus)
    if scorer:
        different = list(disagreements(corpus, measured, scorer))
        yield from different
        yield f"{len(different) or 'no'} figures differ from those of {scorer}"


def details(corpus: Corpus, measured: Measured) -> Iterator[str]:
    """The figures by site, of PDFs and of another scorer, where a corpus has them."""
    if corpus.sources:
        yield from source_table(measured, corpus.sources)
    if corpus.pdfs:
        yield f"{len(corpus.pdfs)} PDFs against their texts (posting, field, gold, text, PDF)"
        yield from media_table(*read_both_ways(corpus))
    yield from cross_check(corpus, measured)
    yield ""


def errors(corpora: list[Corpus], field: str) -> int:
    """Print each posting whose answer for a field is not the annotation's."""
    for corpus in corpora:
        for posting, verdict in measure(corpus).rows(field):
            if not verdict.flawless:
                print(corpus.name, posting.name, verdict.gold, verdict.got, sep="\t")
    return DONE


def against(corpora: list[Corpus], name: str) -> int:
    """Print what the tool answers otherwise than that of a commit did."""
    with tree_of(name) as code:
        for corpus in corpora:
            print(*change_lines(measure(corpus, code), measure(corpus)), sep="\n")
    return DONE


def publish(corpora: list[Corpus]) -> int:
    """Renew the scoreboard and the table of the README."""
    if [corpus.folder for corpus in corpora] != list(DEFAULT):
        raise CorpusError(f"--publish needs {', '.join(map(str, DEFAULT))}, and no other corpus")
    figures = scoreboard.board([(corpus, measure(corpus)) for corpus in corpora])
    table = list(readme.accuracy_table(figures))
    scoreboard.write(figures)
    readme.put("accuracy", table)
    print(f"written: {scoreboard.SCOREBOARD.relative_to(ROOT)}, README.md")
    return DONE


def check(corpora: list[Corpus]) -> int:
    """Print the figures that are not those of the scoreboard; 1 where there are any."""
    now = scoreboard.board([(corpus, measure(corpus)) for corpus in corpora])
    lines = list(scoreboard.drift(scoreboard.read(), now))
    print(*lines, f"{len(lines)} figures differ from the scoreboard", sep="\n")
    return DIFFERENT if lines else DONE


def run(options: argparse.Namespace) -> int:
    """Do what the options ask."""
    corpora = chosen(options.corpora)
    if options.errors:
        return errors(corpora, options.errors)
    if options.against:
        return against(corpora, options.against)
    if options.publish:
        return publish(corpora)
    return check(corpora) if options.check else report(corpora)


def main() -> int:
    """Run; one line on standard error where something named is not there."""
    try:
        return run(arguments())
    except (CorpusError, RevisionError, ToolError) as error:
        print(f"accuracy.py: {error}", file=sys.stderr)
        return WRONG_USAGE


if __name__ == "__main__":
    sys.exit(main())
