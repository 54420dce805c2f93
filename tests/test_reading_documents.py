"""Word, OpenDocument and rich text: everything in reading order, and the files that are refused."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from document_builder import open_document, paragraph, text_box, word, zipped
from hypothesis import given, settings
from hypothesis import strategies as st

from postings.errors import (
    DamagedDocument,
    EmptyDocument,
    EncryptedDocument,
    PostingsError,
    UnsupportedFormat,
)
from postings.reading import document_from_bytes

FORMATS = Path(__file__).parent / "data" / "formats"


def text_of(data: bytes) -> str:
    return document_from_bytes(data, "-").text


def test_word_paragraphs_and_tables_in_reading_order() -> None:
    cell = "<w:tc>{}</w:tc>".format
    table = (
        f"<w:tbl><w:tr>{cell(paragraph('Grade :'))}{cell(paragraph('Rédacteur'))}</w:tr>"
        f"<w:tr>{cell(paragraph('Échelon'))}{cell(paragraph('IB'))}{cell(paragraph('IM'))}</w:tr>"
        f"<w:tr>{cell(paragraph('Missions'))}{cell(paragraph('Accueillir') + paragraph('Trier'))}"
        "</w:tr></w:tbl>"
    )
    data = word(paragraph("La Ville recrute") + table + paragraph("Candidatures avant le 3 mai"))
    assert text_of(data).split("\n") == [
        "La Ville recrute",
        "Grade : Rédacteur",
        "Échelon | IB | IM",
        "Missions :",
        "Accueillir",
        "Trier",
        "Candidatures avant le 3 mai",
    ]


def test_word_headers_first_then_footers_and_notes() -> None:
    data = word(
        paragraph("Poste"),
        footnotes=paragraph("Note 1"),
        header=paragraph("Mairie"),
        footer=paragraph("BP 3"),
    )
    assert text_of(data) == "Mairie\n\nPoste\n\nNote 1\n\nBP 3"


def test_word_text_boxes_once_after_their_paragraph() -> None:
    body = f"<w:p><w:r><w:t>Avant</w:t></w:r>{text_box('CDD de 6 mois')}<w:r><w:t> après</w:t></w:r></w:p>"
    assert text_of(word(body)) == "Avant après\nCDD de 6 mois"


def test_word_content_controls_and_tracked_changes() -> None:
    body = (
        f"<w:sdt><w:sdtContent>{paragraph('Date limite : 12/03/2026')}</w:sdtContent></w:sdt>"
        "<w:p><w:r><w:t>Salaire : </w:t></w:r><w:del><w:r><w:delText>2 000</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>2 100</w:t></w:r></w:ins><w:r><w:t> €</w:t></w:r></w:p>"
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>caché</w:t></w:r></w:p>"
    )
    assert text_of(word(body)) == "Date limite : 12/03/2026\nSalaire : 2 100 €"


def test_word_lists_by_the_paragraph_or_by_its_style() -> None:
    numbered = '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>'
    none = '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>'
    styles = (
        '<w:style w:styleId="Puces"><w:pPr><w:numPr/></w:pPr></w:style>'
        '<w:style w:styleId="Titre1"><w:pPr><w:numPr/><w:outlineLvl/></w:pPr></w:style>'
    )
    body = paragraph("un", numbered) + paragraph("deux", none)
    body += paragraph("trois", '<w:pPr><w:pStyle w:val="Puces"/></w:pPr>')
    body += paragraph("Quatre", '<w:pPr><w:pStyle w:val="Titre1"/></w:pPr>')
    assert text_of(word(body, styles=styles)) == "- un\ndeux\n- trois\nQuatre"


def test_word_gaps_between_columns_are_kept() -> None:
    body = "<w:p><w:r><w:t>Poste</w:t><w:tab/><w:t>Agent     Lieu</w:t><w:br/><w:t>a  b</w:t></w:r></w:p>"
    assert text_of(word(body)) == "Poste   Agent   Lieu\na b"


def test_word_blank_paragraphs_part_the_others() -> None:
    assert text_of(word(paragraph("a") + "<w:p/><w:p/>" + paragraph("b"))) == "a\n\nb"


def test_bullets_of_symbol_fonts() -> None:
    assert text_of(word(paragraph("\uf0b7 une mission"))) == "• une mission"


def test_open_document_in_reading_order() -> None:
    body = (
        "<text:h>Agent</text:h><text:p>Lieu :<text:s text:c='4'/>Brest<text:line-break/>Quai 2</text:p>"
        "<text:list><text:list-item><text:p>trier</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>Contrat</text:p></table:table-cell>"
        "<table:table-cell><text:p>CDD</text:p></table:table-cell></table:table-row></table:table>"
        "<text:p>Salaire<draw:frame><svg:title>logo</svg:title><draw:text-box><text:p>Encadré"
        "</text:p></draw:text-box></draw:frame> fixe</text:p>"
        "<text:tracked-changes><text:p>rayé</text:p></text:tracked-changes>"
    )
    page = "<style:header><text:p>Mairie</text:p></style:header><style:footer><text:p>BP 3</text:p></style:footer>"
    assert text_of(open_document(body, page=page)).split("\n") == [
        "Mairie",
        "",
        "Agent",
        "",
        "Lieu :   Brest",
        "Quai 2",
        "- trier",
        "Contrat : CDD",
        "Salaire fixe",
        "Encadré",
        "",
        "BP 3",
    ]


def test_rich_text() -> None:
    data = (
        rb"{\rtf1\ansi\ansicpg1252 R\'e9mun\'e9ration : 2 100 \u8364? brut\par Avant le 3 mai\par}"
    )
    document = document_from_bytes(data, "-")
    assert document.text == "Rémunération : 2 100 € brut\nAvant le 3 mai"
    assert document.media_type == "application/rtf"


def test_rich_text_with_a_table() -> None:
    data = rb"{\rtf1\ansi \trowd Contrat\cell CDD\cell\row \pard Fin\par}"
    assert text_of(data) == "Contrat : CDD\nFin"


def test_rich_text_with_a_large_picture_is_read_at_once() -> None:
    picture = (b"89504e470d0a1a0a" * 8 + b"\r\n") * 20_000
    assert text_of(rb"{\rtf1 Avant {\pict " + picture + rb"} apr\'e8s}").split() == [
        "Avant",
        "après",
    ]


@pytest.mark.parametrize(
    "data", [word("<w:p/>"), open_document("<text:p/>"), rb"{\rtf1 }"], ids=["docx", "odt", "rtf"]
)
def test_documents_without_words(data: bytes) -> None:
    with pytest.raises(EmptyDocument) as error:
        document_from_bytes(data, "-")
    assert "run OCR" in error.value.cure


def test_encrypted_documents() -> None:
    locked = open_document("", manifest="<manifest:encryption-data/>")
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    for data in (locked, ole):
        with pytest.raises(EncryptedDocument) as error:
            document_from_bytes(data, "-")
        assert "without a password" in error.value.cure


def test_old_word_documents_are_refused_with_a_cure() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")
    with pytest.raises(UnsupportedFormat) as error:
        document_from_bytes(data, "-")
    assert "an old Word document (.doc)" in error.value.what
    assert "soffice --headless --convert-to docx" in error.value.cure


def test_a_part_that_is_a_bomb_is_not_unpacked() -> None:
    bomb = zipped({"word/document.xml": b" " * (33 * 2**20)})
    with pytest.raises(DamagedDocument) as error:
        document_from_bytes(bomb, "-")
    assert error.value.what == "the text of this document is too large"


def test_entities_are_not_expanded() -> None:
    laughs = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = f'<w:document xmlns:w="{space}"><w:p><w:t>Poste &b;</w:t></w:p></w:document>'
    assert text_of(zipped({"word/document.xml": laughs + body})) == "Poste"


WHOLE = [FORMATS / "interim-cariste" / f"posting.{suffix}" for suffix in ("docx", "odt")]


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(WHOLE), st.floats(0, 1), st.binary(max_size=40))
def test_truncated_and_broken_files_are_read_or_refused(
    file: Path, where: float, noise: bytes
) -> None:
    data = file.read_bytes()
    cut = int(where * len(data))
    for broken in (data[:cut], data[:cut] + noise + data[cut + len(noise) :]):
        try:
            assert document_from_bytes(broken, "-").text.strip()
        except PostingsError as error:
            assert "\n" not in str(error)


@settings(deadline=None)
@given(st.text(alphabet="{}\\'parbcelltrowd0123456789 u\n*é", max_size=80))
def test_broken_rich_text_is_read_or_refused(noise: str) -> None:
    try:
        assert text_of(b"{\\rtf1 " + noise.encode()).strip()
    except PostingsError as error:
        assert "\n" not in str(error)


def test_a_docx_packed_in_an_unknown_way() -> None:
    data = bytearray(word(paragraph("Poste")))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entry = archive.getinfo("word/document.xml")
    at = data.rindex(b"word/document.xml") - 46 + 10  # its method, in the central directory
    data[at : at + 2] = (99).to_bytes(2, "little")
    assert entry.compress_type == zipfile.ZIP_DEFLATED
    with pytest.raises(DamagedDocument):
        document_from_bytes(bytes(data), "-")


WITHOUT_LIBRARIES = """
import sys
sys.modules["lxml"] = sys.modules["lxml.etree"] = sys.modules["lxml.html"] = None
sys.modules["striprtf"] = sys.modules["striprtf.striprtf"] = None
from postings_cli.main import run
run()
"""


@pytest.mark.parametrize("suffix", ["html", "docx", "odt", "rtf"])
def test_without_the_extra_the_line_says_what_to_install(suffix: str) -> None:
    file = FORMATS / "hopital-nuit" / f"posting.{suffix}"
    text = FORMATS.parent.parent.parent / "fixtures" / "hopital-nuit" / "posting.txt"
    command = [
        sys.executable,
        "-c",
        WITHOUT_LIBRARIES,
        "compare",
        str(file),
        str(text),
        "-f",
        "jsonl",
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert done.stderr.startswith(
        f"{file}: the library that reads this kind of file is not installed"
    )
    assert done.stderr.endswith("; run: pip install 'postings[documents]'\n")
    assert done.stdout.count("\n") == 1
