"""Compare what is read from PDFs with what would be from pdfplumber's plain text of them.

usage: parity.py [CORPUS ...]

The PDFs of each CORPUS, a folder as `scoring/corpora.py` describes it (default: those of
`accuracy.py`), are parsed as they are, and as texts: `extract_text` of every page, joined. Printed
are the F1 of each field both ways, `<` where ours is lower, and the values that differ.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from scoring.corpora import Annotated, Corpus, CorpusError, load, load_default
from scoring.measured import Measured, measure
from scoring.media import value_differences
from scoring.predictions import ToolError
from scoring.tables import f1_or_dash, field_order

WRONG_USAGE = 2


def pdfs_of(corpus: Corpus) -> tuple[Annotated, ...]:
    """The annotated PDFs of a corpus: the originals of its texts, or postings that are PDFs."""
    return corpus.pdfs or tuple(each for each in corpus.postings if each.path.suffix == ".pdf")


def plain_text(path: Path) -> str:
    """The text of a PDF as pdfplumber gives it, page after page."""
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        return "".join(f"{page.extract_text()}\n" for page in pdf.pages)


def measured_both_ways(corpus: Corpus) -> tuple[Measured, Measured]:
    """The PDFs of a corpus measured from pdfplumber's text, and as the tool reads them."""
    pdfs = pdfs_of(corpus)
    with TemporaryDirectory() as folder:
        texts = tuple(_as_text(pdf, Path(folder)) for pdf in pdfs)
        plain = measure(Corpus("pdfplumber", Path(folder), texts))
    return plain, measure(Corpus("ours", corpus.folder, pdfs))


def _as_text(pdf: Annotated, folder: Path) -> Annotated:
    path = folder / f"{pdf.name}.txt"
    path.write_text(plain_text(pdf.path), encoding="utf-8")
    return replace(pdf, path=path)


def parity_table(plain: Measured, ours: Measured) -> Iterator[str]:
    """A line for each field that is annotated or answered, then the values that differ."""
    yield f"{'field':22} {'gold':>5} {'pdfplumber':>11} {'ours':>6}"
    for name in field_order(ours.figures):
        of_plain, of_ours = plain.figures[name], ours.figures[name]
        if not (of_plain.silent and of_ours.silent):
            lower = "<" if of_ours.f1 < of_plain.f1 else ""
            both = f"{f1_or_dash(of_plain):>11} {f1_or_dash(of_ours):>6}"
            yield f"{name:22} {of_ours.gold:5} {both} {lower}".rstrip()
    for field, posting, a, b in value_differences(plain, ours):
        yield "\t".join((f"  {posting}", field, *map(str, (a.gold, a.got, b.got))))


def report(corpora: Sequence[Corpus]) -> None:
    """Print the table of each corpus that has PDFs."""
    for corpus in corpora:
        count = len(pdfs_of(corpus))
        if count:
            print(f"== {corpus.name}, {count} PDFs; then posting, field, gold, pdfplumber, ours")
            print(*parity_table(*measured_both_ways(corpus)), sep="\n", end="\n\n", flush=True)


def main() -> int:
    """Run; one line on standard error where a folder is no corpus."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("corpora", nargs="*", type=Path, metavar="CORPUS")
    folders = parser.parse_args().corpora
    try:
        report([load(folder) for folder in folders] if folders else load_default()[0])
    except (CorpusError, ToolError) as error:
        print(f"parity.py: {error}", file=sys.stderr)
        return WRONG_USAGE
    return 0


if __name__ == "__main__":
    sys.exit(main())
