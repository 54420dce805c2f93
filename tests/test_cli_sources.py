"""Which files the arguments name, and what is said of the others."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from postings_cli.main import app
from postings_cli.sources import Source, Sources, listed, names_one_file

TEXT = "Date limite de candidature : 10/04/2026\n"


def found(*paths: str, recursive: bool = False) -> list[str]:
    """The names of the sources, all of which can be read."""
    sources = list(Sources(paths, recursive))
    assert not any(source.trouble for source in sources)
    return [source.name for source in sources]


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory of postings and other files; it is made the current one."""
    for name in ("b.txt", "a.PDF", "note", "expected.json", ".cache.txt", "README.md"):
        (tmp_path / name).write_text(TEXT)
    (tmp_path / "sub" / "deep").mkdir(parents=True)
    (tmp_path / "sub" / "c.md").write_text(TEXT)
    (tmp_path / "sub" / "expected.json").write_text("{}")
    (tmp_path / "sub" / "deep" / "d.text").write_text(TEXT)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_directory_gives_the_postings_directly_in_it(tree: Path) -> None:
    sources = Sources(["."])
    names = ["./a.PDF", "./b.txt", "./note"]
    assert list(sources) == [Source(name, found=True) for name in names]
    assert dict(sources.skipped) == {"expected.json": 1, "README.md": 1}


def test_recursive(tree: Path) -> None:
    sources = Sources(["."], recursive=True)
    assert [each.name for each in sources][3:] == ["./sub/c.md", "./sub/deep/d.text"]
    assert listed(sources.skipped) == "expected.json ×2, README.md"


def test_a_named_file_is_tried_whatever_its_suffix(tree: Path) -> None:
    assert found("expected.json", ".cache.txt") == ["expected.json", ".cache.txt"]


def test_a_file_is_read_once_however_often_it_is_named(tree: Path) -> None:
    assert found("b.txt", "*.txt", "b.txt") == ["b.txt"]


def test_globs_that_the_shell_left_alone(tree: Path) -> None:
    assert found("*.[tP]*") == ["a.PDF", "b.txt"]
    assert found("**/*.md") == ["README.md", "sub/c.md"]


def test_a_file_whose_name_looks_like_a_glob_is_itself(tree: Path) -> None:
    (tree / "offre[1].txt").write_text(TEXT)
    assert found("offre[1].txt") == ["offre[1].txt"]
    assert names_one_file(["offre[1].txt"])
    assert not names_one_file(["*.txt"])


def test_a_glob_without_match(tree: Path) -> None:
    message = "no file matches this pattern; check it, or its quotes"
    assert list(Sources(["*.docx"])) == [Source("*.docx", trouble=message)]


def test_links_to_directories_are_not_followed(tree: Path) -> None:
    (tree / "sub" / "deep" / "loop").symlink_to(tree)
    assert len(found("sub", recursive=True)) == 2


def test_postings_further_down_are_hinted_at(tree: Path) -> None:
    (tree / "sub" / "c.md").unlink()
    message = "no posting directly in this directory (1 below); add --recursive"
    assert list(Sources(["sub"])) == [Source("sub", trouble=message)]
    done = CliRunner().invoke(app, ["compare", "sub"])
    assert done.exit_code == 1
    assert done.stderr.startswith(f"sub: {message}\n")


def test_an_empty_directory_is_one_line(tree: Path) -> None:
    (tree / "vide").mkdir()
    done = CliRunner().invoke(app, ["compare", "vide", "--recursive"])
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == "vide: no posting here; name a file to read it whatever its suffix\n"


@pytest.fixture
def locked() -> Iterator[Path]:
    """A directory with a posting, and one beside it that nobody may look into."""
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "a.txt").write_text(TEXT)
        Path(name).chmod(0o755)
        (Path(name) / "secret").mkdir(mode=0)
        yield Path(name)
        (Path(name) / "secret").chmod(0o700)


# Root may look into anything, so the program runs once to import what it needs, then gives up
# its rights: others may have none on the directory where Python itself is installed.
AS_EVERYMAN = """
import os, sys
from typer.testing import CliRunner
from postings_cli.main import app, run
CliRunner().invoke(app, sys.argv[1:])
if os.geteuid() == 0:
    os.setuid(65534)
run()
"""


@pytest.mark.parametrize("option", ["--no-color", "--recursive"])
def test_a_directory_without_permission_has_its_line(locked: Path, option: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", AS_EVERYMAN, "compare", option, str(locked), "-f", "jsonl"],
        capture_output=True,
        text=True,
        timeout=60,
    )
    message = "this directory may not be read; ask for permission (chmod u+rx)"
    assert done.stderr == f"{locked}/secret: {message}\n"
    assert (done.returncode, done.stdout.count("\n")) == (1, 1)


def test_a_defect_costs_one_file_and_one_line(tree: Path) -> None:
    done = CliRunner().invoke(app, ["compare", "b.txt", "a\0b", "-f", "jsonl"])
    assert (done.exit_code, done.stdout.count("\n")) == (1, 1)
    assert done.stderr.count("\n") == 1
