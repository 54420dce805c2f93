"""Lists of other offers on printed pages: left out, and nothing of the posting with them."""

from __future__ import annotations

from pdf_builder import Mark, paragraph, pdf_of

from postings.reading import document_from_bytes

POSTING = paragraph(
    72,
    72,
    [
        "Agent d'accueil (h/f), mairie de Castelrive",
        "Vous recevez le public et tenez le standard, du lundi au samedi.",
        "Traitement : 1 850 euros brut par mois.",
        "Candidatures avant le 14 mars 2026.",
        "Contact : mairie@castelrive.example.fr, 01 99 00 11 22.",
        "Le poste est ouvert aux titulaires et aux contractuels.",
    ],
)
OFFERS = ["Nos autres offres", "Comptable - CDI - 2 400 € par mois", "Stage au musée"]


def text_of(*pages: list[Mark]) -> str:
    return document_from_bytes(pdf_of(*pages), "-").text


def whole(*marks: list[Mark]) -> list[Mark]:
    return [mark for each in marks for mark in each]


def test_a_list_below_the_posting_is_left_out() -> None:
    assert text_of(whole(POSTING, paragraph(72, 300, OFFERS))) == text_of(POSTING)


def test_one_on_a_page_of_its_own_too() -> None:
    assert text_of(POSTING, paragraph(72, 72, OFFERS)) == text_of(POSTING) + "\n"


def test_prose_below_the_list_stays() -> None:
    prose = paragraph(72, 420, ["La mairie est ouverte du lundi au samedi,", "de 9 h à 12 h."])
    text = text_of(whole(POSTING, paragraph(72, 300, OFFERS), prose))
    assert text == text_of(whole(POSTING, prose))


def test_a_sentence_that_names_other_offers_is_no_heading() -> None:
    said = paragraph(72, 300, ["Nos autres offres sont sur notre site.", "CDI, 2 400 €"])
    assert "CDI, 2 400 €" in text_of(whole(POSTING, said))


def test_a_list_that_offers_nothing_stays() -> None:
    said = paragraph(72, 300, ["Autres postes du service", "Accueil, état civil, régie"])
    assert "Accueil, état civil, régie" in text_of(whole(POSTING, said))


def test_what_would_be_most_of_the_file_stays() -> None:
    offer = paragraph(72, 72, ["Nos autres offres", "Agent d'accueil - CDI", "1 850 € par mois"])
    assert "1 850 € par mois" in text_of(offer)
