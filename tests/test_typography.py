"""Every rule reads its examples in other typography than they are written in."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from postings.document import Document
from postings.fields import FIELDS
from postings.folding import fold
from postings.rules import DECLARED, Finder, Rule

TYPOGRAPHY: dict[str, Callable[[str], str]] = {
    "colon after the word": lambda text: text.replace(" :", ":"),
    "blank before the colon": lambda text: re.sub(r"(?<=[a-zé)]):(?= )", " :", text),
    "no-break blanks": lambda text: text.replace(" ", "\u00a0"),
    "thin blanks": lambda text: re.sub(r" (?=[:;!?€%])|(?<=\d) (?=\d)", "\u202f", text),
    "curly apostrophes": lambda text: text.replace("'", "\u2019"),
    "straight apostrophes": lambda text: text.replace("\u2019", "'"),
    "bold label": lambda text: re.sub(r"(?m)^([^\n:*]{3,40}) : ", r"**\1** : ", text),
    "en dashes": lambda text: text.replace(" - ", " \u2013 "),
}
# Where the words that were read hold the mark itself, or tell a heading by how it begins.
OTHERWISE = {
    "title.job-heading": {"colon after the word", "bold label"},
    "title.subject": {"bold label"},
    "reference.mail-subject": {"bold label"},
    "published_on.front-matter": {"blank before the colon"},  # YAML has its own typography
    "deadline.front-matter": {"blank before the colon"},
}
RULES: list[Rule[Any]] = [
    rule for field in FIELDS for rule in field.rules if not rule.id.startswith(DECLARED)
]

CASES = [(r, way) for r in RULES for way in TYPOGRAPHY if way not in OTHERWISE.get(r.id, ())]


def read(rule: Rule[Any], text: str) -> list[str]:
    """What a rule reads, without the places where it read it."""
    found = Finder([rule]).find(Document(text))
    return [re.sub(r"\b(start|end)=\d+", "", fold(repr(each.value))) for each in found]


@pytest.mark.parametrize(("rule", "way"), CASES, ids=lambda case: getattr(case, "id", case))
def test_examples_in_other_typography(rule: Rule[Any], way: str) -> None:
    for text in rule.examples:
        assert read(rule, TYPOGRAPHY[way](text)) == read(rule, text), TYPOGRAPHY[way](text)
