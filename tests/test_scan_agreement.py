"""Every posting of `fixtures/` as a scan: its headline is that of the born-digital ones.

About forty pages, two to three seconds each: they are read once, by the command, in two processes.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from headlines import FIXTURES, HEADLINE, disagreements
from scan_builder import scan_of

from postings.posting import Posting
from postings.reading.ocr.installation import missing_part

pytestmark = pytest.mark.skipif(
    missing_part() is not None, reason=f"to read scans, {missing_part()}"
)
FORMATS = Path(__file__).parent / "data" / "formats"
SLUGS = sorted(file.parent.name for file in FIXTURES.glob("*/annotation.json"))
AGREEMENT = 0.95  # of fields times postings


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> subprocess.CompletedProcess[bytes]:
    """What the command answers on a directory of scans."""
    folder = tmp_path_factory.mktemp("scans")
    for slug in SLUGS:
        (folder / f"{slug}.pdf").write_bytes(scan_of((FORMATS / slug / "printed.pdf").read_bytes()))
    line = [sys.executable, "-m", "postings_cli", "parse", str(folder), "--format", "jsonl"]
    line += ["--jobs", "2", "--as-of", "2026-01-15"]
    return subprocess.run(line, capture_output=True, timeout=900)


@pytest.fixture(scope="module")
def scans(done: subprocess.CompletedProcess[bytes]) -> dict[str, Posting]:
    """The postings read from scans, by slug."""
    read = [msgspec.json.decode(line, type=Posting) for line in done.stdout.splitlines()]
    return {Path(posting.source.path or "").stem: posting for posting in read}


def test_every_scan_is_read_by_ocr(
    done: subprocess.CompletedProcess[bytes], scans: dict[str, Posting]
) -> None:
    assert (done.returncode, done.stderr.decode()) == (0, "")
    assert sorted(scans) == SLUGS
    warned = {slug for slug, scan in scans.items() for w in scan.warnings if w.code == "ocr"}
    assert sorted(warned) == SLUGS


def test_the_headline_is_what_the_author_annotated(scans: dict[str, Posting]) -> None:
    differing = [line for slug in SLUGS for line in disagreements(slug, "scan", scans[slug])]
    agreement = 1 - len(differing) / (len(SLUGS) * len(HEADLINE))
    assert agreement >= AGREEMENT, "\n".join(differing)
