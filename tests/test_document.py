"""Offsets, lines and pages of a document."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postings.document import Document, Span
from postings.flow import flowing

PAGED = Document("un\ndeux\ntrois\nquatre\n", page_starts=(0, 8, 14))


def test_unpaged_text_is_one_page() -> None:
    document = Document("un\ndeux")
    assert document.pages is None
    assert [document.page_at(offset) for offset in (0, 6)] == [1, 1]
    assert [document.line_at(offset) for offset in (0, 2, 3, 7)] == [1, 1, 2, 2]


def test_lines_are_counted_within_pages() -> None:
    places = {
        word: (PAGED.page_at(at), PAGED.line_at(at))
        for word in PAGED.text.split()
        for at in (PAGED.text.index(word),)
    }
    assert places == {"un": (1, 1), "deux": (1, 2), "trois": (2, 1), "quatre": (3, 1)}
    assert PAGED.pages == 3


def test_an_empty_page_holds_nothing() -> None:
    document = Document("\n\ntrois\n", page_starts=(0, 1, 2))
    assert (document.page_at(2), document.line_at(2)) == (3, 1)


def test_quote_and_folded_share_offsets() -> None:
    document = Document("L’ÉTÉ")
    assert document.quote(Span(2, 5)) == "ÉTÉ"
    assert document.folded == "l'ete"


def test_spans_overlap_when_they_share_a_character() -> None:
    assert Span(0, 2).overlaps(Span(1, 3))
    assert not Span(0, 2).overlaps(Span(2, 3))


@settings(deadline=None)
@given(st.text(alphabet="ab\n", max_size=40))
def test_line_starts_are_those_of_split(text: str) -> None:
    document = Document(text)
    lines = text.split("\n")
    assert len(document.line_starts) == len(lines)
    assert all(
        text[start:].startswith(line)
        for start, line in zip(document.line_starts, lines, strict=True)
    )


@pytest.mark.parametrize(
    "text",
    [
        "title: un.e développeur.se confirmé.e\ncontrat: freelance",
        "externalURL: https://quais.example.fr/offres/12/\npost_ouvert: 2026-02-16",
        "Emploi contractuel de catégorie A\nIngénieur principal",
    ],
)
def test_lines_of_a_page_s_front_matter_and_after_a_category_stand_alone(text: str) -> None:
    assert flowing(text) == text


def test_a_sentence_flows_over_a_line_end() -> None:
    text = "Le service des ports recrute à\nBrun un agent d'amarrage"
    assert flowing(text) == "Le service des ports recrute à Brun un agent d'amarrage"


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("aux agents contractuels.", "agents contractuel", "agents contractuels"),
        ("Emploi permanentTemps complet", "permanent", "permanent"),
        ("Contrat : CDIde droit", "CDI", "CDIde"),
        ("durée : 35heures", "35", "35"),
        ("poste de chargé, vacant", "chargé", "chargé"),
        ("un poste", "poste", "poste"),
    ],
)
def test_the_last_word_is_whole(text: str, words: str, whole: str) -> None:
    start = text.index(words)
    document = Document(text)
    assert document.quote(document.whole_words(Span(start, start + len(words)))) == whole
