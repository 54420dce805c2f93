"""PDFs: layout, cut words, and the files that are refused."""

from __future__ import annotations

import io
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_builder import Line, Mark, Text, encrypted, file_of, paragraph, pdf_of

from postings import parse_document
from postings.document import LayoutMode
from postings.errors import (
    DamagedDocument,
    EmptyDocument,
    EncryptedDocument,
    ImageOnlyDocument,
    PostingsError,
)
from postings.reading import document_from_bytes, read_document
from postings.reading.pdf.hyphenation import join_cut_words

TWO_PAGES = pdf_of(
    paragraph(72, 72, ["Directeur (H/F)", "Date limite : 15 mai 2025"]),
    paragraph(72, 72, ["Salaire : 31 k€"]),
)
PICTURE = "q 100 0 0 100 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q"

LAYOUTS: tuple[LayoutMode, ...] = ("auto", "full")


def text_of(*marks: Mark) -> str:
    return document_from_bytes(pdf_of(marks), "-").text


def test_pages(tmp_path: Path) -> None:
    file = tmp_path / "offre.txt"  # the name is no evidence
    file.write_bytes(TWO_PAGES)
    document = read_document(str(file))
    assert document.text == "Directeur (H/F)\nDate limite : 15 mai 2025\nSalaire : 31 k€\n"
    assert document.page_starts == (0, 42)
    assert document.pages == 2
    assert document.media_type == "application/pdf"
    assert document.path == str(file)


def test_bytes_before_the_first_line_of_a_pdf() -> None:
    assert document_from_bytes(b"From: rh@ville.fr\n\n" + TWO_PAGES, "-").pages == 2


def test_labels_and_values_stay_on_one_line() -> None:
    labels = ["Employeur", "Grade", "Temps de travail", "Date limite", "Salaire"]
    values = ["ville de Nantes", "adjoint", "temps complet", "15 mai 2025", "selon grille"]
    text = text_of(*paragraph(72, 72, labels), *paragraph(200, 72, values))
    assert text.splitlines() == [f"{a}  {b}" for a, b in zip(labels, values, strict=True)]


def test_what_is_set_across_the_page_keeps_a_wide_gap() -> None:
    head = [Text(72, 100, "CDD 2 ans, projet Littoral"), Text(420, 100, "Juillet 2023")]
    data = pdf_of([*paragraph(72, 72, ["DÉVELOPPEUR WEB (H/F)"]), *head])
    document = document_from_bytes(data, "-")
    assert document.text.splitlines()[1] == f"CDD 2 ans, projet Littoral{' ' * 12}Juillet 2023"
    assert parse_document(document).published_on == "2023-07"


def test_columns_are_read_one_after_the_other() -> None:
    left = ["La commune recrute un agent", "chargé de la communication et", "des relations avec la"]
    left += ["presse locale et nationale", "pour son service culturel."]
    right = ["Vous rédigez les articles du", "bulletin municipal, animez les"]
    right += ["réseaux sociaux et assurez le", "suivi des impressions avec les"]
    right += ["imprimeurs de la région."]
    title = Text(150, 50, "Chargé de communication de la commune de Pornic")
    text = text_of(title, *paragraph(72, 90, left), *paragraph(320, 90, right))
    assert text.splitlines() == [title.text, "", *left, "", *right]


def test_justified_lines_are_not_laid_out_in_cells() -> None:
    words = [Text(72 + 48 * i, 72, word) for i, word in enumerate(["vous", "êtes", "tous", "ici"])]
    assert text_of(*words) == "vous êtes tous ici\n"


def test_rows_of_a_ruled_table() -> None:
    rules: list[Mark] = [Line(60, y, 500, y) for y in (60, 100, 160)]
    rules += [Line(x, 60, x, 160) for x in (60, 180, 500)]
    cells: list[Mark] = [
        *paragraph(64, 76, ["Cadre d'emplois", "recherché"]),
        *paragraph(184, 82, ["Rédacteurs, catégorie B"]),
        *paragraph(64, 130, ["Contact"]),
        *paragraph(184, 118, ["Mme Martin", "02 40 12 34 56", "rh@ville.fr"]),
    ]
    assert text_of(*rules, *cells).splitlines() == [
        "Cadre d'emplois recherché  Rédacteurs, catégorie B",
        "Contact  Mme Martin",
        "02 40 12 34 56",
        "rh@ville.fr",
    ]


def test_a_word_across_the_rules_of_a_table_needs_the_full_way() -> None:
    rules: list[Mark] = [Line(60, y, 500, y) for y in (60, 100, 140)]
    rules += [Line(x, 60, x, 140) for x in (60, 180, 500)]
    below = [Text(64, 122, "Lieu"), Text(184, 122, "Brest")]
    # "Catégorie" ends 0.2 points before the rule at 180, and "A" begins as near after it.
    touching = pdf_of(
        [*rules, Text(125.8, 82, "Catégorie"), Text(180.2, 82, "A du statut"), *below]
    )
    near = pdf_of([*rules, Text(124, 82, "Catégorie"), Text(182, 82, "A du statut"), *below])
    for data, mode in ((touching, "full"), (near, "fast")):
        document = document_from_bytes(data, "-")
        assert document.text == "Catégorie  A du statut\nLieu  Brest\n"
        assert [page.mode for page in document.layouts] == [mode]
    forced = document_from_bytes(touching, "-", layout="fast")
    assert [page.mode for page in forced.layouts] == ["fast"]
    assert forced.layouts[0].reason == "a ruled table, a word across its rules"


def test_an_underlined_word_makes_no_table() -> None:
    marks: list[Mark] = [Text(72, 72, "Poste à pourvoir au 1er mai"), Line(72, 74, 102, 74)]
    assert text_of(*marks, Line(60, 60, 60, 90), Line(300, 60, 300, 90)) == (
        "Poste à pourvoir au 1er mai\n"
    )


def test_doubled_characters_are_read_once() -> None:
    assert text_of(Text(72, 72, "SALAIRE"), Text(72.3, 72, "SALAIRE")) == "SALAIRE\n"


def test_raised_letters_stay_on_their_line() -> None:
    assert text_of(
        Text(72, 72, "le 1"), Text(96.2, 68, "er", 6), Text(110, 72, "mai"), Text(72, 90, "suite")
    ) == ("le 1er mai\nsuite\n")


def test_the_call_of_a_note_is_no_digit_of_a_year() -> None:
    assert text_of(Text(72, 72, "en 2025"), Text(114.2, 68, "1", 6)) == "en 2025¹\n"


def test_spaced_letters_of_a_heading() -> None:
    assert text_of("BT /F1 10 Tf 3 Tc 72 700 Td (OFFRE) Tj ET") == "OFFRE\n"


def test_paragraphs_are_set_apart() -> None:
    lines = [*paragraph(72, 72, ["un", "deux"]), *paragraph(72, 120, ["trois", "quatre"])]
    assert text_of(*lines) == "un\ndeux\n\ntrois\nquatre\n"


def test_vertical_text_comes_last_and_reads_level() -> None:
    upwards = "BT /F1 10 Tf 0 1 -1 0 30 300 Tm (Ville de Nantes) Tj ET"
    assert text_of(upwards, Text(72, 72, "Poste")) == "Poste\n\nVille de Nantes\n"


def test_text_outside_the_page_is_not_read() -> None:
    assert text_of(Text(72, 72, "Poste"), Text(700, 72, "caché")) == "Poste\n"


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("le recru-", "tement de", ["le recrutement", "de"]),
        ("le recru\u00ad", "tement", ["le recrutement"]),
        ("la vice-", "présidente,", ["la vice-présidente,"]),
        ("en Loire-", "Atlantique", ["en Loire-Atlantique"]),
        ("LOIRE-", "ATLANTIQUE", ["LOIRE-ATLANTIQUE"]),
        ("RECRU-", "TEMENT", ["RECRUTEMENT"]),
        ("UN BRIGADIER-", "CHEF PRINCIPAL", ["UN BRIGADIER-CHEF", "PRINCIPAL"]),
        ("gardiens-", "brigadiers", ["gardiens-brigadiers"]),
        ("le gardien-", "nage", ["le gardiennage"]),
        ("peut-", "être", ["peut-être"]),
        ("c’est-", "à-dire", ["c’est-à-dire"]),
        ("c'est-à-", "dire", ["c'est-à-dire"]),
        ("adressez-", "vous à", ["adressez-vous", "à"]),
        ("un ci-", "toyen", ["un citoyen"]),
        ("le mi-", "nistère", ["le ministère"]),
        ("à mi-", "temps", ["à mi-temps"]),
        ("la socio-", "logie", ["la sociologie"]),
        ("socio-", "économique", ["socio-économique"]),
        ("sous-", "préfet", ["sous-préfet"]),
        ("sous-", "crire", ["souscrire"]),
        ("https://a.fr/offres-", "emploi", ["https://a.fr/offres-emploi"]),
        ("du 12-", "15 mai", ["du 12-", "15 mai"]),
        ("missions -", "profil", ["missions -", "profil"]),
        ("- un", "- deux", ["- un", "- deux"]),
    ],
)
def test_cut_words(first: str, second: str, joined: list[str]) -> None:
    assert join_cut_words([first, second]) == joined


def test_the_document_decides_how_a_word_is_written() -> None:
    whole = "un éco-quartier, un photovoltaïque"
    assert join_cut_words([whole, "éco-", "quartier"]) == [whole, "éco-quartier"]
    assert join_cut_words([whole, "photo-", "voltaïque"]) == [whole, "photovoltaïque"]


def test_soft_hyphens_that_are_drawn_are_hyphens() -> None:
    lines = ["rendez\u00advous", "vice\u00ad", "présidente"]
    assert join_cut_words(lines) == ["rendez\u00advous", "vice-présidente"]


def test_cut_words_in_a_file() -> None:
    text = text_of(*paragraph(72, 72, ["Le recru-", "tement de la vice-", "présidente"]))
    assert text == "Le recrutement\nde la vice-présidente\n"


def test_an_owner_password_alone_does_not_matter() -> None:
    data = encrypted(TWO_PAGES, user_password="")
    assert document_from_bytes(data, "-").text == document_from_bytes(TWO_PAGES, "-").text


@pytest.mark.parametrize("layout", LAYOUTS)
def test_encrypted(layout: LayoutMode) -> None:
    with pytest.raises(EncryptedDocument, match=r"^the PDF is encrypted and needs a password; "):
        document_from_bytes(encrypted(TWO_PAGES, user_password="secret"), "-", layout=layout)


def test_encrypted_in_an_unknown_way() -> None:
    data = encrypted(TWO_PAGES, user_password="").replace(b"/Standard", b"/Unheard ")
    with pytest.raises(EncryptedDocument, match=r"^the PDF is encrypted in a way that is not "):
        document_from_bytes(data, "-")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_damaged(layout: LayoutMode) -> None:
    data = b"%PDF-1.4\n" + bytes(range(256)) * 40 + b"\nstartxref\n0\n%%EOF\n"
    with pytest.raises(DamagedDocument, match=r"^the PDF is damaged; "):
        document_from_bytes(data, "-", layout=layout)


@pytest.mark.parametrize("kept", [12, 200, len(TWO_PAGES) // 2, len(TWO_PAGES) - 40])
def test_truncated(kept: int) -> None:
    with pytest.raises(DamagedDocument):
        document_from_bytes(TWO_PAGES[:kept], "-")


def test_truncated_says_so() -> None:
    with pytest.raises(DamagedDocument, match=r"^the PDF is truncated: its end is missing; "):
        document_from_bytes(TWO_PAGES[:-40], "-")


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    ("data", "what"),
    [
        (pdf_of(), "the PDF has no pages"),
        (pdf_of([]), "the pages of the PDF are blank"),
        (pdf_of([Text(72, 72, "   ")]), "the pages of the PDF are blank"),
    ],
)
def test_empty(data: bytes, what: str, layout: LayoutMode) -> None:
    with pytest.raises(EmptyDocument) as error:
        document_from_bytes(data, "-", layout=layout)
    assert error.value.what == what


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("operators", [PICTURE, "0 0 m 9 9 20 5 30 30 c S"])
def test_image_only(operators: str, layout: LayoutMode) -> None:
    with pytest.raises(ImageOnlyDocument) as error:
        document_from_bytes(pdf_of([operators]), "-", layout=layout)
    assert error.value.what == "the PDF holds only pictures of its pages, no text"
    assert error.value.cure.startswith(("to read it by OCR, ", "scan it again"))


def test_a_picture_among_pages_of_text_is_said() -> None:
    document = document_from_bytes(pdf_of([Text(72, 72, "Page lue")], [PICTURE]), "-")
    assert document.unread_pages == (2,)
    assert [(w.code, w.path) for w in parse_document(document).warnings] == [
        ("unread-page", "source.pages")
    ]


def test_a_font_that_does_not_say_its_letters() -> None:
    data = TWO_PAGES.replace(b"/WinAnsiEncoding", b"/Identity-H    ").replace(b"/Type1", b"/Type0")
    with pytest.raises(PostingsError):
        document_from_bytes(data, "-")


def test_a_page_tree_that_is_none() -> None:
    with pytest.raises(PostingsError):
        document_from_bytes(file_of([b"<< /Type /Catalog /Pages 1 0 R >>"]), "-")


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_hostile_bytes_are_read_or_refused(data: st.DataObject) -> None:
    changed = bytearray(TWO_PAGES)
    for _ in range(data.draw(st.integers(1, 6))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    try:
        document_from_bytes(bytes(changed), "-")
    except PostingsError as error:
        assert "\n" not in str(error)


def test_nothing_reaches_standard_error() -> None:
    program = (
        "import sys; from postings.reading import document_from_bytes as read\n"
        "from postings.errors import PostingsError\n"
        "try: print(read(sys.stdin.buffer.read(), '-').pages)\n"
        "except PostingsError as error: print(type(error).__name__)"
    )
    # A font with an encoding unknown to the engine makes it log.
    odd = TWO_PAGES.replace(b"/MediaBox [0 0 595 842]", b"/MediaBox [0 0 595  a ]")
    for data in (odd, TWO_PAGES.replace(b"startxref\n", b"startxref\n9"), TWO_PAGES):
        run = subprocess.run([sys.executable, "-c", program], input=data, capture_output=True)
        assert run.stderr == b""
        assert run.stdout.strip() in {b"2", b"DamagedDocument"}


def test_a_pdf_of_pypdf() -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(TWO_PAGES)))
    writer.pages[0].rotate(90)
    out = io.BytesIO()
    writer.write(out)
    document = document_from_bytes(out.getvalue(), "-")
    assert document.page_starts == (0, 42)
    assert "Date limite : 15 mai 2025" in document.text


def test_a_long_pdf() -> None:
    document = document_from_bytes(pdf_of(*[[Text(72, 72, f"page {n}")] for n in range(400)]), "-")
    assert document.pages == 400
    assert document.text.splitlines() == [f"page {n}" for n in range(400)]


def test_pdfs_read_at_the_same_time() -> None:
    words = [f"Poste {n} à pourvoir" for n in range(40)]
    files = [pdf_of(paragraph(72, 72, [line] * 40)) for line in words]
    with ThreadPoolExecutor(8) as pool:
        documents = list(pool.map(lambda data: document_from_bytes(data, "-"), files))
    assert [document.text for document in documents] == [f"{line}\n" * 40 for line in words]


def test_most_pdfs_need_no_second_library() -> None:
    program = (
        "import sys; from postings.reading import document_from_bytes as read\n"
        "document = read(sys.stdin.buffer.read(), '-')\n"
        "print(document.pages, {'pdfplumber', 'pypdfium2', 'PIL'} & set(sys.modules))"
    )
    command = [sys.executable, "-c", program]
    run = subprocess.run(command, input=TWO_PAGES, capture_output=True, check=True)
    assert run.stdout.decode() == "2 set()\n"
