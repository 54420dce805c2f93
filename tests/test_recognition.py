"""What is done around OCR, without the engine: levelling, mending, doubts."""

from __future__ import annotations

from datetime import date

import pytest
from PIL import Image, ImageChops, ImageDraw
from scan_builder import DPI, scanned, sheet

from postings import parse_document
from postings.document import Box, Certainty, Document, Span
from postings.reading.ocr.certainty import doubtful_spans
from postings.reading.ocr.mending import mended
from postings.reading.ocr.pictures import Picture, scaled
from postings.reading.ocr.recognition import RecognisedPage, recognise
from postings.reading.ocr.ruled_lines import without_rules
from postings.reading.ocr.straightening import levelled, skew_of, smoothed
from postings.reading.ocr.tesseract import ReadWord

LINES = ["La commune recrute un agent d'accueil", "à temps complet, dès que possible."] * 6


@pytest.mark.parametrize("angle", [-5.0, -1.0, 0.0, 0.4, 2.3])
def test_skew(angle: float) -> None:
    assert skew_of(scanned(sheet(LINES), angle)) == pytest.approx(-angle, abs=0.11)


def test_a_blank_page_is_left_as_it_is() -> None:
    assert skew_of(Image.new("L", (800, 1100), 255)) == 0


def test_only_a_grainy_page_is_smoothed() -> None:
    clean = sheet(LINES)
    assert smoothed(clean) is clean
    grainy = Image.blend(scanned(clean), scanned(Image.new("L", clean.size, 128)), 0.5)
    assert smoothed(scanned(grainy)) is not grainy


def test_rules_of_a_table_are_taken_off_and_letters_and_underlines_stay() -> None:
    text = sheet(LINES)
    ruled = text.copy()
    draw = ImageDraw.Draw(ruled)
    for y in (120, 600):
        draw.line((110, y, 1000, y), fill=90, width=2)
    for x in (110, 118, 1000):
        draw.line((x, 120, x, 600), fill=90, width=1)
    assert without_rules(text, DPI).tobytes() == text.tobytes()
    clean = without_rules(ruled, DPI)
    assert max(ImageChops.difference(clean, text).tobytes()) < 20
    draw.line((150, 620, 250, 620), fill=0, width=2)
    assert without_rules(ruled, DPI).getpixel((200, 620)) == 0


def test_a_page_without_rules_is_left_as_it_is() -> None:
    grainy = smoothed(scanned(sheet(LINES), 0.0))
    assert without_rules(grainy, DPI).tobytes() == grainy.tobytes()


def test_large_pictures_are_made_smaller_and_small_ones_larger() -> None:
    large = scaled(Picture(Image.new("L", (8400, 6000)), 600))
    assert (large.image.size, large.dpi) == ((4200, 3000), 300)
    small = scaled(Picture(Image.new("L", (800, 1000)), 96))
    assert (small.image.size, small.dpi) == ((1600, 2000), 192)
    usual = Picture(Image.new("L", (1654, 2339)), 200)
    assert scaled(usual) is usual


def page_of(words: list[ReadWord], size: tuple[int, int], turn: float) -> RecognisedPage:
    """A page on which an engine reads these words, and that was turned to be read."""
    image = Image.new("L", size, 255)
    page = recognise(Picture(image, 72), lambda level, dpi: words)
    level = levelled(image, turn)
    return page._replace(angle=turn, level_size=(float(level.width), float(level.height)))


@pytest.mark.parametrize(
    ("turn", "shown"),
    [(0, (10, 20, 60, 30)), (90, (370, 10, 380, 60)), (-90, (20, 140, 30, 190))],
)
def test_boxes_are_turned_back(turn: float, shown: tuple[int, ...]) -> None:
    page = page_of([], (400, 200), turn)
    assert page.shown(Box(1, 10, 20, 60, 30)) == Box(1, *map(float, shown))


def words_of(text: str, sure: float = 0.95) -> list[ReadWord]:
    """The words of a line, a hundred points a word."""
    return [
        ReadWord(word, sure, 100 * i, 100, 100 * i + 80, 112) for i, word in enumerate(text.split())
    ]


@pytest.mark.parametrize(
    ("read", "written"),
    [
        ("au 1° octobre 2025", "au 1er octobre 2025"),
        ("au 1°° mai 2026", "au 1er mai 2026"),
        ("au 1‘ octobre", "au 1er octobre"),
        ("le 1°' Juillet", "le 1er Juillet"),
        ("le ler août", "le 1er août"),
        ("le fer mai", "le 1er mai"),
        ("rédacteur principal de lre classe", "rédacteur principal de 1re classe"),
        ("assistante de ière ou de 2ème classe", "assistante de 1ère ou de 2ème classe"),
        ("un poste (CDl).", "un poste (CDI)."),
        ("[FSE : 350 € ; ClA ; NB1.", "IFSE : 350 € ; CIA ; NBI."),
        ("le R1FSEEP", "le RIFSEEP"),
        ("projet [FSE]", "projet [FSE]"),
        ("grade(s} visé{s)", "grade(s) visé(s)"),
        ("de 34 000 à 41 500 £ brut annuel", "de 34 000 à 41 500 € brut annuel"),
        ("opérateur des A.PS., catégorie C", "opérateur des A.P.S., catégorie C"),
        ("éducateur des AP.S.", "éducateur des A.P.S."),
        # What is right, or may be anything, is left.
        ("article 1° du décret", "article 1° du décret"),
        ("du fer et du bois", "du fer et du bois"),
        ("le 7° mai", "le 7° mai"),
        ("le l mai", "le l mai"),
        ("une NBI.", "une NBI."),
        ("une ère et une tre", "une ère et une tre"),
        ("un CD de musique", "un CD de musique"),
        ("M.PAUL.", "M.PAUL."),
        ("17 ME par an", "17 ME par an"),
    ],
)
def test_mending(read: str, written: str) -> None:
    assert " ".join(word.text for word in mended(words_of(read))) == written


def test_mending_leaves_boxes_and_confidence() -> None:
    before = words_of("le 1° mai", 0.4)
    assert mended(before) == [before[0], before[1]._replace(text="1er"), before[2]]


def read_by_ocr(text: str, *uncertain: str) -> Document:
    """A document of one page, on which OCR is not sure of the words named."""
    readings = [
        (start, start + len(word), 0.3 if word in uncertain else 0.95)
        for word in text.split()
        for start in [text.index(word)]
    ]
    doubtful = doubtful_spans(readings, text, 0, len(text))
    return Document(text, (0,), recognised=(Certainty(1, 0.9, tuple(doubtful)),))


def posting_of(document: Document) -> tuple[object, str]:
    """The first sum of a posting, and the message about OCR."""
    posting = parse_document(document, as_of=date(2026, 1, 15))
    (message,) = (w.message for w in posting.warnings if w.code == "ocr")
    return (posting.salary.stated[0].min if posting.salary.stated else None), message


PAY = "Salaire : 2 450 € brut par mois"


def test_figures_that_are_sure_are_used() -> None:
    assert posting_of(read_by_ocr(PAY)) == (2450, "page 1 read by OCR, 90% sure on average")


def test_figures_that_are_not_sure_are_left_out_and_named() -> None:
    assert posting_of(read_by_ocr(PAY, "450")) == (
        None,
        "page 1 read by OCR, 90% sure on average; figures too uncertain to be used: « 2 450 »",
    )


def test_words_that_are_not_sure_are_named_where_a_value_rests_on_them() -> None:
    assert posting_of(read_by_ocr(PAY, "mois")) == (
        2450,
        "page 1 read by OCR, 90% sure on average; uncertain words in evidence: « mois » (salary)",
    )


@pytest.mark.parametrize("first", ["l", "I", "|", "!"])
def test_a_number_without_its_first_digit_is_left_out(first: str) -> None:
    text = f"Salaire : {first} 801,74 € brut par mois"
    document = read_by_ocr(text)
    assert [document.quote(span) for span in document.recognised[0].doubtful] == ["801,74"]
    assert posting_of(document)[0] is None


def test_text_that_no_ocr_read_is_left_alone() -> None:
    (stated,) = parse_document(Document("Salaire : l 801,74 € brut par mois")).salary.stated
    assert stated.min is not None
    assert not Document("a 1").has_doubtful_figures(Span(0, 3))
