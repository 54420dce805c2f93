"""Mails and saved pages: the words, the files attached, nobody's addresses."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import postings
from postings.errors import EmptyDocument, PostingsError, UnreadableFile
from postings.reading import document_from_bytes, paths_in, read_documents

FIXTURES = Path(__file__).parent.parent / "fixtures"
FORMATS = Path(__file__).parent / "data" / "formats"
OFFER = "Bonjour,\n\nNous recrutons un agent en CDD de 6 mois.\nCandidatures avant le 3 mai 2026 : rh@ville.example.fr\n"


def mail(text: str = OFFER, subject: str = "Offre d'emploi à Brest") -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["From"] = "Line Moreau <line.moreau@reseau.example.fr>"
    message["To"] = "liste@reseau.example.fr"
    message["Subject"] = subject
    message["Message-ID"] = "<1@reseau.example.fr>"
    if text:
        message.set_content(text)
    return message


def text_of(message: EmailMessage) -> str:
    return document_from_bytes(message.as_bytes(), "-").text


def test_the_subject_and_the_words() -> None:
    document = document_from_bytes(mail().as_bytes(), "-")
    assert document.text == f"Objet : Offre d'emploi à Brest\n\n{OFFER}"
    assert document.media_type == "message/rfc822"


def test_who_writes_and_who_is_written_to_are_no_contacts() -> None:
    posting = postings.parse_document(document_from_bytes(mail().as_bytes(), "-"))
    assert [contact.email for contact in posting.contacts] == ["rh@ville.example.fr"]
    assert posting.apply_to.emails == ("rh@ville.example.fr",)
    assert posting.deadline == "2026-05-03"


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252", "unknown-8bit"])
@pytest.mark.parametrize("coding", ["quoted-printable", "base64", "8bit"])
def test_encodings(charset: str, coding: str) -> None:
    words = "Rémunération à débattre, diplômé".encode(
        "utf-8" if charset == "unknown-8bit" else charset
    )
    message = EmailMessage()
    message["From"], message["MIME-Version"] = "a@example.fr", "1.0"
    message.set_content(words, "text", "plain", cte=coding)
    message.set_param("charset", charset)
    assert text_of(message).strip() == "Rémunération à débattre, diplômé"


def test_a_mail_in_html_alone_or_with_plain_words() -> None:
    page = "<html><body><h1>Agent</h1><p>CDD de six mois à Brest</p></body></html>"
    alone = mail("")
    alone.set_content(page, subtype="html")
    assert text_of(alone) == "Objet : Offre d'emploi à Brest\n\nAgent\n\nCDD de six mois à Brest"
    both = mail("Agent, CDD de six mois à Brest")
    both.add_alternative(page, subtype="html")
    assert "Agent, CDD de six mois à Brest" in text_of(both)
    hollow = mail("Voir en HTML")
    hollow.add_alternative(page, subtype="html")
    assert "CDD de six mois à Brest" in text_of(hollow)


def test_files_attached_are_postings_of_their_own(tmp_path: Path) -> None:
    file = tmp_path / "annonce.eml"
    message = mail()
    docx = (FORMATS / "interim-cariste" / "posting.docx").read_bytes()
    pdf = (FIXTURES / "departement-habitat" / "posting.pdf").read_bytes()
    message.add_attachment(docx, "application", "octet-stream", filename="fiche à lire.docx")
    message.add_attachment(pdf, "application", "pdf", filename="dossier/offre.pdf")
    message.add_attachment(pdf, "application", "pdf", filename="dossier/offre.pdf")
    message.add_attachment(b"logo", "image", "png", disposition="inline", cid="<1>")
    file.write_bytes(message.as_bytes())
    names = [
        str(file),
        f"{file}/fiche à lire.docx",
        f"{file}/dossier_offre.pdf",
        f"{file}/dossier_offre (2).pdf",
    ]
    assert list(paths_in(str(file))) == names
    documents = list(read_documents(file))
    assert [document.path for document in documents] == names
    assert documents[2].media_type == "application/pdf"
    assert documents[2].text == postings.read_document(names[2]).text
    assert postings.parse_file(names[1]).contract.types == ("interim",)


def test_a_mail_attached_to_a_mail_with_its_own_files(tmp_path: Path) -> None:
    inner = mail("Offre à Rennes\n", subject="Suite")
    inner.add_attachment("Poste à Brest", filename="offre.txt")
    outer = mail()
    outer.add_attachment(inner)
    file = tmp_path / "tr.eml"
    file.write_bytes(outer.as_bytes())
    texts = {document.path: document.text for document in read_documents(file)}
    assert texts[f"{file}/attachment-1.eml"].startswith("Objet : Suite\n\nOffre à Rennes")
    assert texts[f"{file}/attachment-1.eml/offre.txt"].strip() == "Poste à Brest"


def test_a_mail_that_is_nothing_but_a_file(tmp_path: Path) -> None:
    message = mail("")
    message.add_attachment("Poste à Brest", filename="offre.txt")
    file = tmp_path / "a.eml"
    file.write_bytes(message.as_bytes())
    refused: list[tuple[str, PostingsError]] = []
    documents = list(read_documents(file, lambda path, error: refused.append((path, error))))
    assert [document.text.strip() for document in documents] == ["Poste à Brest"]
    ((path, error),) = refused
    assert path == str(file)
    assert str(error) == "the mail has no words of its own; read the files attached to it"
    with pytest.raises(EmptyDocument):
        list(read_documents(file))


def test_a_file_that_is_not_attached(tmp_path: Path) -> None:
    file = tmp_path / "a.eml"
    file.write_bytes(mail().as_bytes())
    with pytest.raises(UnreadableFile) as error:
        postings.read_document(f"{file}/offre.pdf")
    assert error.value.what == "there is no such file in this one"


def test_a_page_saved_as_one_file() -> None:
    data = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example.fr/offre/77001\r\n"
        b"Subject: Agent\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--b--"\r\n\r\n\r\n'
        b"----b--\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        b'<!DOCTYPE html><html><head><meta charset=3D"utf-8"></head><body><nav>CDI</nav>'
        b"<h1>Agent</h1><p>Poste =C3=A0 Brest</p></body></html>\r\n"
        b"----b--\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\naaaa\r\n"
        b"----b----\r\n"
    )
    document = document_from_bytes(data, "-")
    assert document.text == "Agent\n\nPoste à Brest"
    assert document.media_type == "multipart/related"


@pytest.mark.parametrize(
    "text",
    [
        "De : Line Moreau <line@example.fr>\nObjet : offre\n\nPoste à Brest",
        "From: Line Moreau\nSent: 3 mai 2026\nTo: liste\nSubject: offre\n\nPoste à Brest",
        "Date: 3 mai\n\nMIME-Version: 1.0 est un en-tête",
        "Poste: agent\nLieu: Brest",
    ],
)
def test_a_text_that_a_mail_was_pasted_into_is_a_text(text: str) -> None:
    document = document_from_bytes(text.encode(), "-")
    assert (document.text, document.media_type) == (text, "text/plain")


def test_a_mail_nested_without_end() -> None:
    data = b"From: a@example.fr\nMIME-Version: 1.0\n" + b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000)
    )
    with pytest.raises(PostingsError) as error:
        document_from_bytes(data + b"Content-Type: text/plain\n\nPoste", "-")
    assert "nested" in str(error.value)


@settings(deadline=None)
@given(st.text(alphabet='=?utf-8BQ\r\n :;-<>@"boundary/é', max_size=100))
def test_broken_mails_are_read_or_refused(noise: str) -> None:
    head = 'From: a@example.fr\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="--"\n'
    for text in (head + noise, head + "\n----\n" + noise, f"Subject: {noise}\n{head}\nPoste"):
        try:
            assert document_from_bytes(text.encode(), "-").text.strip()
        except PostingsError as error:
            assert "\n" not in str(error)
