"""ZIP archives: directories of postings, within limits."""

from __future__ import annotations

import io
import tempfile
import zipfile
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from document_builder import zipped
from hypothesis import example, given, settings
from hypothesis import strategies as st

import postings
from postings.errors import (
    DamagedDocument,
    EncryptedDocument,
    PostingsError,
    UnreadableFile,
    UnsupportedFormat,
)
from postings.reading import archive as archives
from postings.reading import paths_in, read_documents
from postings.reading.parts import holds_several, passed_over

FIXTURES = Path(__file__).parent.parent / "fixtures"
TEXT = "Date limite de candidature : 10/04/2026\n"


def write(path: Path, entries: dict[str, str | bytes]) -> str:
    path.write_bytes(zipped(entries))
    return str(path)


def test_an_archive_is_a_directory(tmp_path: Path) -> None:
    pdf = (FIXTURES / "departement-habitat" / "posting.pdf").read_bytes()
    entries: dict[str, str | bytes] = {
        "2026/offre.pdf": pdf,
        "agent.txt": TEXT,
        "sans suffixe": TEXT,
        "README.md": "lisez-moi",
        "photo.gif": b"...",
        "__MACOSX/._agent.txt": b"...",
        ".DS_Store": b"...",
        "2026/": b"",
    }
    path = write(tmp_path / "offres.zip", entries)
    names = [f"{path}/{name}" for name in ("2026/offre.pdf", "agent.txt", "sans suffixe")]
    assert list(paths_in(path)) == names
    assert passed_over(path) == {"README.md": 1, "photo.gif": 1}
    documents = list(read_documents(path))
    assert [document.path for document in documents] == names
    assert [document.pages for document in documents] == [2, None, None]
    assert postings.parse_file(names[1]).deadline == "2026-04-10"
    assert holds_several(path)
    assert not holds_several(names[1])


def test_an_archive_is_told_by_content(tmp_path: Path) -> None:
    path = write(tmp_path / "offres.pdf", {"a.txt": TEXT})
    assert list(paths_in(path)) == [f"{path}/a.txt"]


def test_a_document_is_no_archive(tmp_path: Path) -> None:
    docx = Path(__file__).parent / "data" / "formats" / "hopital-nuit" / "posting.docx"
    assert list(paths_in(str(docx))) == [str(docx)]


def test_mails_in_an_archive_with_their_files(tmp_path: Path) -> None:
    mail = (
        "From: a@example.fr\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
        "--b\nContent-Type: text/plain\n\nVoir la fiche\n"
        "--b\nContent-Disposition: attachment; filename=fiche.txt\n\nPoste\n--b--\n"
    )
    path = write(tmp_path / "a.zip", {"boite/1.eml": mail})
    texts = {document.path: document.text.strip() for document in read_documents(path)}
    assert texts == {
        f"{path}/boite/1.eml": "Voir la fiche",
        f"{path}/boite/1.eml/fiche.txt": "Poste",
    }


def test_names_of_old_and_careless_programs(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    data = zipped({"R\u00e9gisseur.txt": TEXT, "dossier\\agent.txt": TEXT, "../../x.txt": TEXT})
    flagged = data.replace(b"\x00\x08", b"\x00\x00")  # without the flag that says UTF-8
    path.write_bytes(flagged if "R\u00e9".encode() in flagged else data)
    assert [name.removeprefix(f"{path}/") for name in paths_in(str(path))] == [
        "R\u00e9gisseur.txt",
        "dossier/agent.txt",
        "x.txt",
    ]


def test_two_entries_of_one_name(tmp_path: Path) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive, pytest.warns(UserWarning):
        archive.writestr("a.txt", "un")
        archive.writestr("a.txt", "deux")
    (tmp_path / "a.zip").write_bytes(file.getvalue())
    assert [document.text for document in read_documents(tmp_path / "a.zip")] == ["deux", "un"]


def refusals(path: str) -> dict[str, PostingsError]:
    refused: dict[str, PostingsError] = {}
    list(read_documents(path, refused.__setitem__))
    return refused


def test_an_archive_in_an_archive_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "a.zip", {"a.txt": TEXT, "b.zip": zipped({"c.txt": TEXT})})
    ((name, error),) = refusals(path).items()
    assert name == f"{path}/b.zip"
    assert error.what.startswith("this is a ZIP archive where one document is expected")


def test_encrypted_entries_have_a_line_each(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": TEXT, "b.txt": TEXT}))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1  # the flag of the first entry, in the central directory
    (tmp_path / "a.zip").write_bytes(data)
    ((name, error),) = refusals(str(tmp_path / "a.zip")).items()
    assert name.endswith("a.zip/a.txt")
    assert isinstance(error, EncryptedDocument)


def test_an_entry_packed_beyond_what_documents_are(tmp_path: Path) -> None:
    path = write(tmp_path / "a.zip", {"a.txt": TEXT, "b.txt": b"0" * (4 * 2**20)})
    ((name, error),) = refusals(path).items()
    assert name.endswith("b.txt")
    assert isinstance(error, UnsupportedFormat)
    assert "packed beyond what any document is" in error.what


@pytest.mark.parametrize(
    ("limit", "value", "what"),
    [
        ("MOST_ENTRIES", 1, "holds more than 1 files"),
        ("LARGEST_TOTAL", 10, "would take more than"),
    ],
)
def test_archives_that_hold_too_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int, what: str
) -> None:
    path = write(tmp_path / "a.zip", {"a.txt": TEXT, "b.txt": TEXT})
    monkeypatch.setattr(archives, limit, value)
    with pytest.raises(UnsupportedFormat) as error:
        list(paths_in(path))
    assert what in error.value.what


def test_an_entry_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.zip", {"a.txt": TEXT})
    monkeypatch.setattr(archives, "LARGEST_ENTRY", 10)
    (error,) = refusals(path).values()
    assert "holds a file of more than" in error.what


def test_damaged_archives(tmp_path: Path) -> None:
    data = zipped({"a.txt": TEXT, "b.txt": TEXT * 50})
    whole, cut = tmp_path / "whole.zip", tmp_path / "cut.zip"
    cut.write_bytes(data[: len(data) // 2])
    with pytest.raises(DamagedDocument):
        list(paths_in(str(cut)))
    at = data.index(b"b.txt") + 9
    whole.write_bytes(data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :])
    ((name, error),) = refusals(str(whole)).items()
    assert name.endswith("b.txt")
    assert isinstance(error, DamagedDocument)


@settings(deadline=None, max_examples=100)
@example(at=283, noise=b"\x00")  # an entry without a name
@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=8))
def test_broken_archives_are_read_or_refused(at: int, noise: bytes) -> None:
    data = zipped({"2026/a.txt": TEXT * 9, "b.docx": TEXT, "c.eml": TEXT})
    at %= len(data)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.zip"
        path.write_bytes(data[:at] + noise + data[at + len(noise) :])
        try:
            for error in refusals(str(path)).values():
                assert "\n" not in str(error)
        except PostingsError as error:
            assert "\n" not in str(error)


def test_processes_that_read_one_archive_do_not_disturb_each_other(tmp_path: Path) -> None:
    path = write(tmp_path / "a.zip", {f"{n}.txt": f"Poste {n} " * 500 for n in range(60)})
    names = list(paths_in(path))  # the archive is open when the processes begin
    with ProcessPoolExecutor(2, get_context("fork")) as processes:
        texts = [document.text for document in processes.map(postings.read_document, names)]
    assert sorted({text.strip()[:8].strip() for text in texts}) == sorted(
        f"Poste {n}" for n in range(60)
    )


def test_a_path_that_leads_nowhere_in_an_archive(tmp_path: Path) -> None:
    path = write(tmp_path / "a.zip", {"a.txt": TEXT})
    with pytest.raises(UnreadableFile) as error:
        postings.read_document(f"{path}/b.txt")
    assert error.value.what == "there is no such file in the archive"


def test_an_archive_that_changes_is_opened_anew(tmp_path: Path) -> None:
    path = write(tmp_path / "a.zip", {"a.txt": TEXT})
    assert list(paths_in(path)) == [f"{path}/a.txt"]
    write(tmp_path / "a.zip", {"b.txt": TEXT, "c.txt": TEXT})
    assert list(paths_in(path)) == [f"{path}/b.txt", f"{path}/c.txt"]
