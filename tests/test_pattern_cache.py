"""Patterns taken from an earlier run are those that compiling gives, whatever is in the file."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from postings import pattern_cache
from postings.fields import FIELDS
from postings.pattern_cache import compile_pattern
from postings.rules import expand

POSTING = Path(__file__).parent.parent / "fixtures" / "annonce-muette" / "posting.txt"
PATTERNS = [expand(rule.pattern) for field in FIELDS for rule in field.rules]


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The file of an empty cache of its own."""
    monkeypatch.setenv("POSTINGS_CACHE", str(tmp_path / "cache"))
    pattern_cache._store.cache_clear()
    yield tmp_path / "cache" / f"patterns-{sys.implementation.cache_tag}.bin"
    pattern_cache._store.cache_clear()


def _with_head(content: object) -> bytes:
    head = pattern_cache._sealed(content)
    return len(head).to_bytes(4, "big") + head


def saved_and_forgotten() -> None:
    """End of a run, start of the next."""
    pattern_cache._store().save()
    pattern_cache._store.cache_clear()


def test_every_rule_compiles_to_the_same(kept: Path) -> None:
    for pattern in PATTERNS:
        compile_pattern(pattern)
    saved_and_forgotten()
    store = pattern_cache._store()
    assert sum(map(len, store.index.values())) == len(set(PATTERNS))
    for pattern in PATTERNS:
        assert compile_pattern(pattern) == re.compile(pattern)
    assert not store.grown  # all were taken from the file


def test_flags_names_and_bytes(kept: Path) -> None:
    sources: list[tuple[str | bytes, int]] = [
        (r"(?P<day>\d+) (?:mai|juin)", re.IGNORECASE),
        (r"(?im)^objet ?:", 0),
        (rb"%PDF-\d", 0),
        ("[À-Þ]é", re.ASCII),
    ]
    for _ in range(2):
        for source, flags in sources:
            assert compile_pattern(source, flags) == re.compile(source, flags)
        saved_and_forgotten()
    match = compile_pattern(*sources[0]).search("le 12 MAI")
    assert match and match["day"] == "12" and match.span() == (3, 9)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\xffno marshal",
        _with_head([1]),
        _with_head((("another engine", 1, 4), {})),
    ],
)
def test_a_damaged_or_foreign_file_is_as_none(kept: Path, content: bytes) -> None:
    kept.parent.mkdir()
    kept.write_bytes(content)
    assert compile_pattern("a+b").fullmatch("aab")
    assert pattern_cache._store().grown


def test_one_wrong_byte_spoils_its_pattern(kept: Path) -> None:
    compile_pattern("c+d")
    compile_pattern("a+b")
    saved_and_forgotten()
    data = bytearray(kept.read_bytes())
    data[-40] ^= 1
    kept.write_bytes(data)
    assert compile_pattern("c+d").fullmatch("cd")
    assert not pattern_cache._store().grown
    assert compile_pattern("a+b").fullmatch("aab")
    assert pattern_cache._store().grown  # compiled, and not taken from the file


def test_patterns_of_two_runs_are_kept_together(kept: Path) -> None:
    compile_pattern("a+b")
    saved_and_forgotten()
    compile_pattern("c+d")
    saved_and_forgotten()
    assert compile_pattern("a+b").fullmatch("aab")
    assert compile_pattern("c+d").fullmatch("cd")
    assert not pattern_cache._store().grown


def test_sources_of_one_number_are_told_apart(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pattern_cache, "_number", lambda _key: 1)
    for source in ("a+b", "c+d", "a+b", "e"):
        assert compile_pattern(source) == re.compile(source)
    saved_and_forgotten()
    assert [compile_pattern(source).pattern for source in ("c+d", "a+b")] == ["c+d", "a+b"]
    assert not pattern_cache._store().grown


def test_a_wrong_pattern_is_an_error_of_re(kept: Path) -> None:
    with pytest.raises(re.error, match="unterminated"):
        compile_pattern("(a")


def run(cache: str) -> None:
    """Parse a posting in a process of its own."""
    subprocess.run(
        [sys.executable, "-m", "postings_cli", "parse", "-"],
        input=b"Agent d'accueil (H/F)\nSalaire : 31 kE\n",
        env={"POSTINGS_CACHE": cache, "PATH": ""},
        stdout=subprocess.DEVNULL,
        check=True,
    )


def test_a_run_keeps_what_it_compiled(tmp_path: Path) -> None:
    run(str(tmp_path))
    (file,) = tmp_path.iterdir()
    before = file.read_bytes()
    run(str(tmp_path))
    assert file.read_bytes() == before and len(before) > 10_000


def test_a_directory_that_cannot_be_made_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    run(str(tmp_path / "file"))


def test_a_directory_of_somebody_else_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir(mode=0o755)
    tmp_path.chmod(0o755)
    program = (
        "import os; from postings.pattern_cache import compile_pattern, _store;"
        "compile_pattern('a+b'); os.geteuid() or os.setuid(65534); _store()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={"POSTINGS_CACHE": str(tmp_path / "cache"), "PATH": ""},
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""


def test_none_is_kept_where_the_variable_is_empty(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "postings_cli", "parse", str(POSTING)],
        env={"POSTINGS_CACHE": "", "HOME": str(tmp_path), "PATH": ""},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    assert list(tmp_path.rglob("*.bin")) == []
