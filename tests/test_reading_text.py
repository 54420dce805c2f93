"""Text files: encodings, normalisation, and the files that are refused."""

from __future__ import annotations

import gzip
import hashlib
import os
import subprocess
import sys
import unicodedata
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postings.errors import (
    EmptyDocument,
    ImageOnlyDocument,
    PostingsError,
    UnreadableFile,
    UnsupportedFormat,
)
from postings.reading import document_from_bytes, document_from_text, read_document
from postings.reading.digest import sha256_of

FRENCH = "Rémunération : 2 000 € brut, au cœur de l'été ; L'Haÿ-les-Roses"
NO_EURO = "Chargé de mission à la préfecture, diplômé, reçu ; où et dès que possible"

WORDS = """
poste à pourvoir dès que possible catégorie A rédacteur première classe été Noël maïs
cœur Œuvre 2000 € Château-Thierry L'HAŸ-LES-ROSES reçu où théâtre île août « » n° 3
"""
words = st.sampled_from(WORDS.split())
sentences = st.lists(words, min_size=1, max_size=30).map(" ".join)


def text_of(data: bytes) -> str:
    return document_from_bytes(data, "-").text


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "iso8859_15"],
)
def test_encodings(encoding: str) -> None:
    assert text_of(FRENCH.encode(encoding)) == FRENCH


@pytest.mark.parametrize("encoding", ["mac_roman", "cp850"])
def test_encodings_of_old_systems(encoding: str) -> None:
    assert text_of(NO_EURO.encode(encoding)) == NO_EURO


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"2 000 \x80 brut", "2 000 € brut"),
        (b"2 000 \xa4 brut", "2 000 € brut"),
        (b"l\x92agent", "l’agent"),
        (b"au c\xbdur", "au cœur"),
        (b"\xbcuvres", "Œuvres"),
        (b"1\xbd jour", "1½ jour"),
        (b"d\xb4accueil, \xe9t\xe9", "d´accueil, été"),
        (b"Emploi \xd8 Poste", "Emploi Ø Poste"),
        (b"QUALIT\xc9\xa0: agent", "QUALITÉ\xa0: agent"),
    ],
)
def test_bytes_that_tell_one_byte_encodings_apart(data: bytes, text: str) -> None:
    assert text_of(data) == text


def test_utf8_with_a_piece_of_windows_1252() -> None:
    data = "Rémunération à définir, été".encode() + b", l\x92agent"
    assert text_of(data) == "Rémunération à définir, été, l’agent"


def test_text_of_another_language_goes_to_the_detector() -> None:
    polish = "Zażółć gęślą jaźń: oferta pracy"
    assert "oferta pracy" in text_of(polish.encode("cp1250"))


@settings(deadline=None)
@given(sentences, st.sampled_from(["utf-8", "utf-16", "utf-16-le", "cp1252", "iso8859_15"]))
def test_french_round_trips(words: str, encoding: str) -> None:
    text = f"Poste à pourvoir dès que possible : {words}"  # a lone sign tells no encoding
    assert text_of(text.encode(encoding)) == text


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        document = document_from_bytes(data, "-")
    except PostingsError as error:
        assert str(error) == f"{error.what}; {error.cure}"
        assert "\n" not in str(error)
    else:
        assert document.text.strip()
        assert "\r" not in document.text
        assert unicodedata.is_normalized("NFC", document.text)


@pytest.mark.parametrize("text", ["a\nb\nc", "a\r\nb\r\nc", "a\rb\rc", "a\r\nb\rc"])
def test_line_ends(text: str) -> None:
    assert document_from_text(text).text == "a\nb\nc"


def test_ligatures_and_composed_letters() -> None:
    assert document_from_text("o\ufb03ce, \ufb01che, e\u0301te\u0301").text == "office, fiche, été"


def test_everything_else_is_kept() -> None:
    text = "\ufeff a\u00a0b\u202f\t– l’été \f m² ½ \x85"
    assert document_from_text(text).text == text


def test_half_a_surrogate_pair_is_replaced() -> None:
    assert document_from_text("a\ud83db").text == "a\ufffdb"


def test_document_says_where_it_comes_from(tmp_path: Path) -> None:
    file = tmp_path / "offre.pdf"  # the name is no evidence
    file.write_bytes(FRENCH.encode())
    document = read_document(file)
    assert document.text == FRENCH
    assert document.path == str(file)
    assert document.media_type == "text/plain"
    assert document.sha256 == hashlib.sha256(FRENCH.encode()).hexdigest()
    assert document.pages is None


def test_a_text_with_tags_is_text() -> None:
    assert text_of(b"Poste <b>permanent</b>") == "Poste <b>permanent</b>"


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", "\xa0\n".encode()])
def test_empty(data: bytes) -> None:
    with pytest.raises(EmptyDocument):
        document_from_bytes(data, "-")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"GIF89a....", "a picture (GIF)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "an old Office document"),
        (gzip.compress(b"Poste"), "a gzip archive"),
        (b"\x7fELF....", "a program (ELF)"),
        (b"Poste\x00\x01\x02", "a binary file of unknown kind"),
        (b"\x00\x01\x02", "a binary file of unknown kind"),
        (bytes(range(1, 128)), "a binary file of unknown kind"),
    ],
)
def test_unsupported_kinds_are_named(data: bytes, kind: str) -> None:
    with pytest.raises(UnsupportedFormat) as error:
        document_from_bytes(data, "-")
    assert f"this is {kind}" in error.value.what
    assert "supported: plain text, PDF with a text layer" in error.value.cure


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"\x89PNG\r\n\x1a\n....", "PNG"),
        (b"\xff\xd8\xff\xe0....", "JPEG"),
        (b"II*\x00....", "TIFF"),
        (b"MM\x00*....", "TIFF"),
    ],
)
def test_pictures_are_named_where_ocr_is_not_wanted(data: bytes, form: str) -> None:
    with pytest.raises(ImageOnlyDocument) as error:
        document_from_bytes(data, "-", ocr=False)
    assert str(error.value) == f"this is a picture ({form}); leave out --no-ocr to read it by OCR"


@pytest.mark.parametrize(
    ("member", "content", "kind"),
    [
        ("xl/workbook.xml", "<workbook/>", "a spreadsheet (.xlsx)"),
        ("ppt/presentation.xml", "<p/>", "a presentation (.pptx)"),
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "an OpenDocument file"),
        ("mimetype", "application/epub+zip", "an e-book (EPUB)"),
        ("offre.txt", "Poste", "a ZIP archive where one document is expected"),
    ],
)
def test_archives_are_named_by_what_they_hold(
    tmp_path: Path, member: str, content: str, kind: str
) -> None:
    file = tmp_path / "offre.txt"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(member, content)
    with pytest.raises(UnsupportedFormat) as error:
        read_document(file)
    assert f"this is {kind}" in error.value.what


def refusal_of(path: Path) -> str:
    with pytest.raises(UnreadableFile) as error:
        read_document(path)
    assert str(path) not in str(error.value)
    return error.value.what


def test_files_that_cannot_be_had(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "link").symlink_to(tmp_path / "gone")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    (tmp_path / "file").touch()
    assert refusal_of(tmp_path / "none.txt") == "no such file"
    assert refusal_of(tmp_path) == "this is a directory"
    assert refusal_of(tmp_path / "fifo") == "this is a named pipe"
    assert refusal_of(Path(os.devnull)) == "this is a device"
    assert refusal_of(tmp_path / "link") == "this link points to a file that is gone"
    assert refusal_of(tmp_path / "circle") == "its links go round in a circle"
    assert refusal_of(tmp_path / "file" / "x") == "one part of the path is not a directory"
    assert refusal_of(tmp_path / ("x" * 300)) == "the name is too long"
    assert refusal_of(tmp_path / "nul\0") == "no file can have this name"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_permission_denied(tmp_path: Path) -> None:
    file = tmp_path / "secret.txt"
    file.touch(mode=0)
    assert refusal_of(file) == "permission denied"


def test_a_name_that_is_not_utf8(tmp_path: Path) -> None:
    file = os.fsdecode(os.fsencode(tmp_path) + b"/poste\xe9.txt")
    Path(file).write_text("Poste")
    assert read_document(file).path == f"{tmp_path}/poste\ufffd.txt"


def test_reading_utf8_imports_no_format_library(tmp_path: Path) -> None:
    file = tmp_path / "offre.txt"
    file.write_text(FRENCH, encoding="utf-8")
    program = (
        "import sys; from postings.reading import read_document; read_document(sys.argv[1]);"
        "print({'pypdfium2_raw', 'pdfplumber', 'charset_normalizer', 'PIL', 'lxml', 'striprtf', 'zipfile', 'email'} & set(sys.modules))"
    )
    command = [sys.executable, "-c", program, str(file)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert run.stdout == "set()\n"


@pytest.mark.parametrize("size", [0, 3, 16_384, 16_385])
def test_the_digest_is_sha256_whatever_makes_it(size: int) -> None:
    data = b"a" * size
    assert sha256_of(data) == hashlib.sha256(data).hexdigest()
