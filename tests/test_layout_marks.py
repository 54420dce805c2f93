"""Layout made plain: the words stay where they are, and say what they said."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postings import parse
from postings.layout_marks import ClosedUp, plain, unquoted


@pytest.mark.parametrize(
    ("text", "made_plain"),
    [
        ("**Salaire** : 31 k€", "  Salaire   : 31 k€"),
        ("Grade(s)\tTechnicien", "Grade(s):Technicien"),
        ("Grade(s) \t\tTechnicien", "Grade(s):  Technicien"),
        ("a\tb\tc", "a\tb\tc"),  # a table
        ("Vous êtes attendu.\tVenez", "Vous êtes attendu.\tVenez"),
        ("| Grade | Rédacteur |", "  Grade : Rédacteur  "),
        ("| Poste | Lieu | Durée |", "| Poste | Lieu | Durée |"),
        ("| --- | --- |", "| --- | --- |"),
        ("Salaire :\n• 31 k€\nVille", "Salaire :\n  31 k€\nVille"),
        ("Missions :\n• lire\n• dire", "Missions :\n• lire\n• dire"),
        ("Salaire : 31 k€ *", "Salaire : 31 k€ *"),
    ],
)
def test_what_is_made_plain(text: str, made_plain: str) -> None:
    assert plain(text) == made_plain


def test_marks_of_a_quoted_mail_are_blanks() -> None:
    mail = "Bonjour,\n> Adjoint\n> > administratif\n>\n> avant > après\n"
    assert unquoted(mail) == "Bonjour,\n  Adjoint\n    administratif\n \n  avant > après\n"
    assert unquoted("a\n> b\n") == "a\n> b\n"  # one line may be anything


@settings(deadline=None)
@given(st.text(alphabet="aB1 :\t\n|*•->.", max_size=60))
def test_characters_keep_their_places(text: str) -> None:
    assert len(plain(text)) == len(text) == len(unquoted(text))
    closed = ClosedUp(text)
    for at, char in enumerate(closed.text):
        assert text[closed.offset(at)] == char


@pytest.mark.parametrize(
    "hostile",
    [
        " " * 200_000 + "\t",
        "a" + " " * 200_000 + "x\ty",
        "| a | b" + " " * 200_000 + "x|y",
        "|" + " *" * 100_000,
        "a:" + " " * 200_000 + "b",
        ">" * 200_000 + "\n>\n>\n>",
    ],
    ids=["blanks", "gap", "cell", "stars", "colon", "quotes"],
)
def test_hostile_lines_are_looked_at_once(hostile: str) -> None:
    """Patterns that went back over their blanks would take hours."""
    assert len(plain(unquoted(hostile))) == len(hostile)
    assert ClosedUp(hostile).offset(0) == 0


def test_a_blank_in_a_cue_may_be_two() -> None:
    assert parse("Agent (H/F)\nPoste à pourvoir  dès  que  possible").starts_asap is True


@pytest.mark.parametrize(
    "lines",
    [
        "Date limite: 01/12/2021",
        "Date limite :\n01/12/2021",
        "Date limite :\n• 01/12/2021",
        "Date limite\t01/12/2021",
        "| Date limite | 01/12/2021 |",
        "**Date limite** : 01/12/2021",
        "**Date limite :** 01/12/2021",
        "DATE  LIMITE : 01/12/2021",
        "> Bonjour,\n> Date limite\n> de candidature :\n> 01/12/2021",
    ],
)
def test_a_label_and_its_value_in_each_layout(lines: str) -> None:
    posting = parse(f"Agent d'accueil (H/F)\n{lines}\n")
    assert posting.deadline == "2021-12-01"
    (evidence,) = posting.evidence["deadline"]
    assert evidence.text.endswith("01/12/2021")


def test_the_label_above_negates_as_on_its_line() -> None:
    assert parse("Rédacteur (H/F)\nIFSE groupe 2 :\n350 à 450 € brut par mois").salary.stated == ()
