"""PDFs whose text is not what one sees: put right, or said."""

from __future__ import annotations

import pytest
from pdf_builder import MUTE_FONT, Text, pdf_of

from postings import parse_document
from postings.errors import ImageOnlyDocument
from postings.reading import document_from_bytes


def text_of(*operators: str) -> str:
    return document_from_bytes(pdf_of(operators), "-").text


def kerned(letters: str, gap: int) -> str:
    """Letters drawn one by one in one go, `gap` thousandths of the size apart."""
    drawn = " ".join(f"({letter}) {-gap}" for letter in letters)
    return f"BT /F1 10 Tf 72 700 Td [{drawn}] TJ ET"


def glyphs(*lines: str) -> list[str]:
    """Lines in a font that numbers its glyphs in the order of Arial and says no letters."""
    return [
        f"BT /F1 10 Tf 72 {700 - 14 * number} Td <{''.join(map(glyph, line))}> Tj ET"
        for number, line in enumerate(lines)
    ]


def glyph(letter: str) -> str:
    code = ord(letter) - 29 if letter.isascii() else letter.encode("mac_roman")[0] - 30
    return f"{code:04x}"


@pytest.mark.parametrize("gap", [150, 250, 400, 600, 800])
def test_letters_set_apart_by_their_places(gap: int) -> None:
    assert text_of(kerned("DATE LIMITE DU DOSSIER", gap)) == "DATE LIMITE DU DOSSIER\n"


@pytest.mark.parametrize("between", ["   ", "    "])
def test_letters_set_apart_by_blanks(between: str) -> None:
    spaced = between.join(" ".join(word) for word in ("Date", "limite"))
    assert text_of(f"BT /F1 10 Tf 72 700 Td ({spaced}) Tj ET") == "Date  limite\n"


@pytest.mark.parametrize(
    "line", ["Permis A B C D E", "choix : A B C D E F", "lots 1 2 3 4 5 6", "à 5 y a-t-il"]
)
def test_letters_that_stand_alone(line: str) -> None:
    assert text_of(f"BT /F1 10 Tf 72 700 Td ({line}) Tj ET") == f"{line}\n"


def test_doubled_letters() -> None:
    doubled = " ".join(f"({letter}) 480 ({letter}) -80" for letter in "Salaire")
    assert text_of(f"BT /F1 10 Tf 72 700 Td [{doubled}] TJ ET") == "Salaire\n"


def test_doubled_digits_are_digits() -> None:
    assert text_of("BT /F1 10 Tf 72 700 Td (0011223344) Tj ET") == "0011223344\n"


def test_a_line_drawn_again_after_others() -> None:
    lines = [Text(72, 72 + 14 * i, f"ligne {i}") for i in range(12)]
    document = document_from_bytes(pdf_of([*lines, *lines[:3]]), "-")
    assert document.text.split() == [word for i in range(12) for word in ("ligne", str(i))]


def test_ligatures() -> None:
    font = (
        "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding << /BaseEncoding"
        " /WinAnsiEncoding /Differences [1 /fi /fl] >> >>"
    )
    data = pdf_of(["BT /F1 10 Tf 72 700 Td (quali\001cation, r\xe9\002exion) Tj ET"], font=font)
    assert document_from_bytes(data, "-").text == "qualification, réflexion\n"


def test_a_font_without_letters_whose_glyphs_are_in_a_known_order() -> None:
    lines = [
        "Chargé de communication",
        "Vous êtes en charge de la communication de la ville et des relations avec la presse",
        "Salaire : 2 150 € brut",
    ]
    document = document_from_bytes(pdf_of(glyphs(*lines), font=MUTE_FONT), "-")
    assert document.text.splitlines() == lines
    assert document.lost_letters == (0,)


def test_a_font_without_letters_whose_order_makes_no_words() -> None:
    data = pdf_of(glyphs("Xqzv kwjp zzrt ghkl mnbv ccxs plmk wqsd rtyu vbnh"), font=MUTE_FONT)
    with pytest.raises(ImageOnlyDocument, match=r"^the fonts of the PDF do not say which letters"):
        document_from_bytes(data, "-")


def test_lost_letters_are_said() -> None:
    read = [Text(72, 72 + 14 * i, "Directeur de la communication de la ville") for i in range(9)]
    lost = "BT /F1 10 Tf 72 300 Td (\001\002\003\004\005\006\016\017) Tj ET"
    document = document_from_bytes(pdf_of(read, [*read, lost]), "-")
    assert document.lost_letters == (0, 8)
    assert [(w.code, w.path, w.message) for w in parse_document(document).warnings] == [
        (
            "lost-letters",
            "source.pages",
            "page 2 has 8 characters of which its fonts do not say the letters",
        )
    ]


def test_a_bullet_without_a_letter_is_no_loss() -> None:
    data = pdf_of([Text(72, 72, "Missions"), "BT /F1 10 Tf 72 700 Td (\001 Accueil) Tj ET"])
    document = document_from_bytes(data, "-")
    assert document.lost_letters == (1,)
    assert parse_document(document).warnings == ()


def test_wrong_letters_make_no_words() -> None:
    line = "La ville recrute un agent pour le service de la communication"
    shifted = "".join(chr(ord(letter) + 1) if letter != " " else " " for letter in line)
    plain, wrong = (
        document_from_bytes(pdf_of([Text(72, 72 + 14 * i, text) for i in range(8)]), "-")
        for text in (line, shifted)
    )
    assert parse_document(plain).warnings == ()
    assert [w.code for w in parse_document(wrong).warnings] == ["no-words"]
