"""Every rule is tested by what it says of itself: its examples and its rejects."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest

from postings.document import Document
from postings.fields import FIELDS
from postings.folding import fold
from postings.rules import Finder, Rule, compiled, expand

HEADED = {"title", "employer", "location", "reference"}
RULES: list[Rule[Any]] = [rule for field in FIELDS for rule in field.rules]
EXAMPLES = [(rule, text) for rule in RULES for text in rule.examples]
REJECTS = [(rule, text) for rule in RULES for text in rule.rejects]


def named(case: object) -> str:
    return case.id if isinstance(case, Rule) else str(case)[:40]


@pytest.mark.parametrize(("rule", "text"), EXAMPLES, ids=named)
def test_reads_its_example(rule: Rule[Any], text: str) -> None:
    assert list(Finder([rule]).find(Document(text)))


@pytest.mark.parametrize(("rule", "text"), REJECTS, ids=named)
def test_refuses_its_trap(rule: Rule[Any], text: str) -> None:
    assert not list(Finder([rule]).find(Document(text)))


def test_every_rule_has_an_example_and_a_trap() -> None:
    assert not [rule.id for rule in RULES if not rule.examples or not rule.rejects]


def test_ids_are_unique() -> None:
    assert [name for name, times in Counter(rule.id for rule in RULES).items() if times > 1] == []


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_ids_begin_with_the_field(field: Any) -> None:
    for rule in field.rules:
        assert re.fullmatch(rf"{'jsonld' if rule.field else field.name}\.[a-z0-9-]+", rule.id)
        assert rule.field in ("", field.name)


def test_cues_are_folded_and_not_empty() -> None:
    for rule in RULES:
        # A rule without cues reads headings, and is tried on the first lines only.
        assert rule.cues or rule.id.partition(".")[0] in HEADED, rule.id
        assert all(cue and cue == fold(cue) for cue in rule.cues), rule.id


def test_patterns_are_bounded() -> None:
    """No `.*` or `[^…]*` may run across the text: white space is the only unbounded run."""
    for rule in RULES:
        pattern = expand(rule.pattern)
        assert not re.search(r"\.[*+](?!\+)|\][*+](?!\+)", pattern), rule.id
        compiled(rule.pattern)


def test_ranks_tell_one_deadline_from_another() -> None:
    ranks = {rule.id: rule.rank for rule in RULES if rule.id.startswith("deadline.")}
    assert ranks["deadline.extended"] > ranks["deadline.label"] > ranks["deadline.before"]
