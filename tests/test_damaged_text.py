"""What OCR does to words and figures: labels are read damaged, digits are never guessed."""

from __future__ import annotations

from datetime import date

import pytest
from PIL import Image

from postings import parse_document
from postings.posting import Posting
from postings.reading.ocr.labels import as_broken_label, as_label
from postings.reading.ocr.pictures import Picture
from postings.reading.ocr.recognition import recognise
from postings.reading.ocr.second_reading import confirmed
from postings.reading.ocr.tesseract import ReadWord
from postings.reading.paged import Origin, paged_document

A4 = Image.new("L", (595, 842), 255)


def words_of(*lines: str, unsure: str = "") -> list[ReadWord]:
    """Lines of words as the engine would read them, six points a letter; sure of all but one."""
    words = []
    for number, line in enumerate(lines):
        left, top = 40.0, 60.0 + 20 * number
        for text in line.split():
            right = left + 6 * len(text)
            sure = 0.3 if text == unsure else 0.95
            words.append(ReadWord(text, sure, left, top, right, top + 12))
            left = right + 4
    return words


def posting_of(line: str, unsure: str = "") -> Posting:
    """What the tool makes of a page on which the engine reads this line."""
    words = words_of("Ville de Coulanges-le-Pré", line, "La ville recrute.", unsure=unsure)
    page = recognise(Picture(A4, 72), lambda level, dpi: words)
    origin = Origin("", "image/png", "")
    document = paged_document([page.content], origin, rows=[()], scans={1: page})
    return parse_document(document, as_of=date(2026, 1, 15))


def pay(line: str, unsure: str = "") -> list[tuple[object, object]]:
    """The least and the most of each sum."""
    return [(sum_.min, sum_.max) for sum_ in posting_of(line, unsure).salary.stated]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Date Iirnite de candidature : 10/04/2026", "2026-04-10"),
        ("Date limite de candi dature : 10 avril 2026", "2026-04-10"),
        ("Date lirnite de dépôt des candidalures : 10 avril 2026", "2026-04-10"),
        ("Date limite de candidature : le 1° avril 2026", "2026-04-01"),
        ("Date limite de candidature : 1O/04/2026", None),
        ("Date limite de candidature : l0/04/2026", None),
        ("Date limite de candidature : 10/O4/2026", None),
        ("Date limite de candidature : 10 avril 2O26", None),
        ("Date limite de candidature : l5 avril 2026", None),
        ("Date limite de candidature : 3O avril 2026", None),
    ],
)
def test_deadlines(line: str, day: str | None) -> None:
    assert posting_of(line).deadline == day


@pytest.mark.parametrize("unsure", ["10", "2026"])
def test_a_date_is_as_sure_as_each_of_its_figures(unsure: str) -> None:
    posting = posting_of("Date limite de candidature : 10 avril 2026", unsure)
    assert posting.deadline is None
    (warning,) = posting.warnings
    assert warning.message.endswith("figures too uncertain to be used: « 10 avril 2026 »")


def test_of_a_month_that_is_not_sure_a_warning_tells() -> None:
    posting = posting_of("Date limite de candidature : 10 avril 2026", "avril")
    assert posting.deadline == "2026-04-10"
    (warning,) = posting.warnings
    assert warning.message.endswith("uncertain words in evidence: « avril » (deadline)")


@pytest.mark.parametrize(
    "line",
    [
        "Rernunération : 2 450 € brut mensuel",
        "Rémuné ration : 2 450 € brut rnensuel",
        "Sa1aire : 2 450 € brut par mois",
        "SALAlRE : 2 450 € BRUT PAR MOIS",
        "Traiternent brut mensuel : 2 450 €",
    ],
)
def test_sums_whose_label_is_damaged(line: str) -> None:
    assert pay(line) == [(2450, 2450)]


@pytest.mark.parametrize(
    "line",
    [
        "Salaire : 2 45O € brut par mois",
        "Salaire : 2 4S0 € brut par mois",
        "Salaire : l 950 € brut par mois",
        "Salaire : 245O€ brut par mois",
        "Salaire : 24 5O0 € brut par an",
        "Salaire : entre 2 450 et 2 7O0 € brut par mois",
        "Salaire : entre 2 45O et 2 700 € brut par mois",
        "Salaire : de 2 45O € à 2 700 € brut par mois",
        "Salaire : 38-4S k€ brut annuel",
    ],
)
def test_sums_of_which_a_digit_is_damaged(line: str) -> None:
    assert pay(line) == []


def test_a_sum_after_what_may_be_its_first_digit() -> None:
    assert pay("Salaire : L 944 € brut par mois", "L") == []
    assert pay("Salaire : à 944 € brut par mois") == [(944, 944)]


@pytest.mark.parametrize(
    ("line", "types", "months"),
    [
        ("CDl à temps plein", ["cdi"], None),
        ("Contrat à durée indéterrninée", ["cdi"], None),
        ("Contrat à durée déter minée de 12 mois", ["cdd"], 12),
        ("Ouvert aux tltulaires et contractue1s", ["titulaire", "contractuel"], None),
        ("Recrutement par voie de rnutation ou de détachenent", ["detachement", "mutation"], None),
        ("CDD de l2 mois", ["cdd"], None),
        ("CDD de 1O mois", ["cdd"], None),
    ],
)
def test_contracts(line: str, types: list[str], months: int | None) -> None:
    contract = posting_of(line).contract
    assert (list(contract.types), contract.duration_months) == (types, months)


@pytest.mark.parametrize(
    ("line", "grade"),
    [
        ("Cadre d'ernplois : attachés territoriaux", "Attachés territoriaux"),
        ("Grade : rédacteur principal de lre classe", "Rédacteur principal de 1ère classe"),
        ("Grade : rédacteur principal de tre classe", "Rédacteur principal de 1ère classe"),
        ("Grade(s) recherché(s} : Technicien", "Technicien"),
    ],
)
def test_grades(line: str, grade: str) -> None:
    assert [each.name for each in posting_of(line).grades] == [grade]


@pytest.mark.parametrize(
    ("read", "written"),
    [
        ("lirnite", "limite"),
        ("l|mite", "limite"),
        ("CATÉG0RIE", "CATÉGORIE"),
        ("Catégone", "Catégorie"),
        ("(rnensuel)", "(mensuel)"),
        ("l'ernploi.", "l'emploi."),
        ("ernplois", "emplois"),
        # Labels as they are, and other words, are left.
        ("Remuneration", "Remuneration"),
        ("contrats", "contrats"),
        ("central", "central"),
        ("judiciaire", "judiciaire"),
        ("mots", "mots"),
        ("1200", "1200"),
    ],
)
def test_labels(read: str, written: str) -> None:
    assert as_label(read) == written


@pytest.mark.parametrize(
    ("halves", "whole"),
    [
        (("candi", "dature"), "candidature"),
        (("(Rému", "nération)"), "(Rémunération)"),
        (("contrac", "tuels,"), "contractuels,"),
        (("contractuels", ":"), ""),
        (("à", "l'entretien"), ""),
        (("le", "contrat"), ""),
        (("tem", "ps"), ""),
    ],
)
def test_halves_of_labels(halves: tuple[str, str], whole: str) -> None:
    assert as_broken_label(*halves) == whole


def test_halves_far_apart_are_two_words() -> None:
    first, second = words_of("candi dature")
    apart = second._replace(x0=second.x0 + 40, x1=second.x1 + 40)
    assert [word.text for word in recognised(first, second)] == ["candidature"]
    assert [word.text for word in recognised(first, apart)] == ["candi", "dature"]


def recognised(*words: ReadWord) -> list[ReadWord]:
    """The words that come of those that the engine read."""
    return list(recognise(Picture(A4, 72), lambda level, dpi: words).words)


def test_the_box_of_a_label_is_that_of_its_halves() -> None:
    first, second = words_of("candi dature", unsure="dature")
    assert recognised(first, second) == [
        ReadWord("candidature", 0.3, first.x0, first.top, second.x1, first.bottom)
    ]


def test_figures_that_a_second_reading_lacks_are_not_sure() -> None:
    first = words_of("Salaire : 2 456 € dès 2026")
    again = words_of("Salaire : 2 450 € des 2026.")
    assert [word.confidence for word in confirmed(first, again)] == [
        *(0.95, 0.95, 0.95, 0.0, 0.95, 0.95, 0.95),
    ]


@pytest.mark.parametrize("texts", [("2300 €", "2 300 €"), ("2 300 €", "2300 €")])
def test_a_blank_is_no_digit(texts: tuple[str, str]) -> None:
    first, again = map(words_of, texts)
    wide = [word._replace(x1=word.x1 + 6) if word.text == "2300" else word for word in first]
    assert [word.confidence for word in confirmed(wide, again)] == [0.95] * len(first)


def test_the_same_figure_elsewhere_does_not_confirm_one() -> None:
    first = words_of("le 12")
    again = words_of("le 17", "le 12")
    assert [word.confidence for word in confirmed(first, again)] == [0.95, 0.0]


def test_only_a_poor_page_is_read_twice() -> None:
    readings = []

    def read(level: Image.Image, dpi: float) -> list[ReadWord]:
        readings.append(level)
        text = "Salaire : 2 456 €" if len(readings) % 2 else "Salaire : 2 450 €"
        return words_of(text, unsure=unsure)

    unsure = ""
    page = recognise(Picture(A4, 72), read)
    assert (len(readings), page.words[3].confidence) == (1, 0.95)
    readings, unsure = [], "Salaire"
    page = recognise(Picture(A4, 72), read)
    assert len(readings) == 2
    assert (page.words[2].confidence, page.words[3].confidence) == (0.95, 0.0)
