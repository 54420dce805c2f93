"""fold(): one character to one character."""

from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postings.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Rémunération", "remuneration"),
        ("L’été à l‘œuvre", "l'ete a l'œuvre"),
        ("2\u202f000\xa0€", "2 000 €"),
        ("Loire–Atlantique — n°", "loire-atlantique - n°"),
        ("nº 3", "n° 3"),
        ("« cadre »", '" cadre "'),
        ("a\tb\nc\u2028d", "a b\nc\nd"),
        ("14 m², ½ poste", "14 m², ½ poste"),
        ("chargé·e", "charge·e"),
    ],
)
def test_what_is_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_a_long_text_is_folded_as_its_characters_are() -> None:
    text = bytes(range(32, 256)).decode("cp1252", "ignore") * 2
    assert fold(text) == "".join(map(fold, text))
    assert fold(text + "\u2794") == fold(text) + "\u2794"  # not of Windows-1252


@settings(deadline=None)
@given(st.text())
def test_length_is_kept(text: str) -> None:
    assert len(fold(text)) == len(text)


@settings(deadline=None)
@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_every_character_folds_to_one_that_stays() -> None:
    every = "".join(map(chr, range(0x110000)))
    once = fold(every)
    assert len(once) == len(every)
    assert [c for c, f, g in zip(every, once, fold(once), strict=True) if f != g] == []


@settings(deadline=None)
@given(st.text(alphabet=string.ascii_lowercase + string.digits + " \n.,:;!?()/-'\"@%+&"))
def test_plain_lower_case_stays(text: str) -> None:
    assert fold(text) == text


@settings(deadline=None)
@given(st.characters(), st.characters())
def test_each_character_is_folded_alone(left: str, right: str) -> None:
    assert fold(left + right) == fold(left) + fold(right)
