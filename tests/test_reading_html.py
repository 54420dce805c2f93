"""Web pages: their structure in lines, what is the site's left out, what they declare."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import postings
from postings.document import Document
from postings.errors import EmptyDocument, PostingsError
from postings.posting import Posting, StatedPay
from postings.reading import document_from_bytes


def read(page: str, encoding: str = "utf-8") -> Document:
    return document_from_bytes(page.encode(encoding), "-")


def shown(body: str, head: str = "") -> str:
    """The text of a page, without what it declares."""
    document = read(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>")
    return document.text[: document.data_start].strip()


def declaring(*declared: object, body: str) -> Posting:
    """What the tool says of a page that declares something."""
    scripts = "".join(
        f'<script type="application/ld+json">{json.dumps(each)}</script>' for each in declared
    )
    return postings.parse_document(read(f"<html><head>{scripts}</head><body>{body}</body></html>"))


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<h1>Agent</h1><p>Un  poste\n à pourvoir</p>", "Agent\n\nUn poste à pourvoir"),
        ("<div>Grade<br>Rédacteur<div>Lieu</div></div>", "Grade\nRédacteur\nLieu"),
        ("<dl><dt>Contrat</dt><dd>CDD</dd><dt>Lieu :</dt><dd>Brest</dd></dl>", "Contrat : CDD\nLieu : Brest"),
        ("<dl><div><dt>Contrat</dt><dd>CDD</dd></div><dt>Seul</dt></dl>", "Contrat : CDD\nSeul"),
        ("<dl><dt>Missions</dt><dd><ul><li>trier<li>classer</ul></dd></dl>", "Missions :\n- trier\n- classer"),
        ("<table><tr><th>Grade<td>Rédacteur<tr><th>Lieu<td>Brest</table>", "Grade : Rédacteur\nLieu : Brest"),
        ("<table><tr><td>Échelon<td>IB<td>IM<tr><td>1<td>367<td>366</table>", "Échelon | IB | IM\n1 | 367 | 366"),
        ("<ul><li>un<li><p>deux</p><li></ul>", "- un\n\n- deux"),
        ("<p>1<sup>re</sup> classe, 35 m<sup>2</sup></p>", "1re classe, 35 m2"),
        ("<p><span>Ré</span><span>munération</span> de <b>2 0</b>00 €</p>", "Rémunération de 2 000 €"),
        ("<div><b>Contrat</b><b>CDD</b><i>12</i></div>", "Contrat CDD 12"),
        ('<div><span class="l">Contrat</span>\n<span class="v">CDD</span></div>', "Contrat   CDD"),
        ('<h1><span class="a">Agent</span><span class="b">H/F</span></h1>', "Agent H/F"),
        ("<pre>a\n  b</pre>", "a\nb"),
        ('<div style="white-space: pre-line">Lieu : Brest\nContrat : CDD</div>', "Lieu : Brest\nContrat : CDD"),
        ("<p>a<!-- b -->c</p><script>d</script><style>e</style>", "ac"),
        ('<p><i class="fa">&#xe012;</i> Brest</p>', "Brest"),
        ('<p><a href="mailto:rh@ville.example.fr?subject=CV">Écrire</a></p>', "Écrire (rh@ville.example.fr)"),
        ('<p><a href="mailto:rh@ville.example.fr">rh@ville.example.fr</a></p>', "rh@ville.example.fr"),
        ('<p><a href="tel:0199001234">Appeler</a></p>', "Appeler (0199001234)"),
        ('<p><a href="https://a.example.fr/1">Postuler</a>, <a href="https://b.example.fr">ici</a></p>', "Postuler (https://a.example.fr/1), ici"),
    ],
)  # fmt: skip
def test_structure(body: str, text: str) -> None:
    assert shown(body) == text


SITE = [
    '<nav><a href="/cdi">CDI</a></nav>',
    '<div role="navigation">CDI</div>',
    '<div id="cookie-banner">Des cookies gardés 13 mois</div>',
    '<div class="didomi-popup-open"><p>Nos 12 partenaires</p></div>',
    '<div class="BreadCrumb"><a href="/a">Accueil</a> &gt; <a href="/b">CDI</a></div>',
    '<div class="share-buttons"><a href="#">Partager</a></div>',
    '<div hidden>CDD</div><div style="display: none">CDI</div><button>CDI</button>',
    '<select><option>Catégorie A</option></select><noscript>CDI</noscript>',
    '<ul><li><a href="/1">Emploi Brest</a><li><a href="/2">Emploi CDI</a><li><a href="/3">CDD</a>'
    '<li><a href="/4">Stage</a><li><a href="/5">Alternance</a></ul>',
    '<footer>Mairie de Paris, 01 99 00 11 22</footer>',
    '<div class="site-footer">© 2024 Offres, mentions légales</div>',
    '<div><p>Recevez les CDI par mail</p><input type="email"></div>',
    '<header><p>Le site du CDI</p></header>',
    '<aside class="offres-similaires"><a href="/x">Agent, CDI, 2 000 €</a></aside>',
    '<div class="c-suggestions"><div><a href="/x">Agent</a> CDI</div></div>',
    '<section><h2>Offres similaires</h2><p>Agent en CDI</p></section>',
    '<div><div><h3>Nos autres offres</h3></div><ul><li><a href="/x">Agent</a>, CDI</ul></div>',
    '<h3>Ces offres pourraient vous intéresser</h3><div><a href="/x">Agent</a> CDI</div>'
    '<div><a href="/y">Juriste</a> 3 000 €</div>',
    '<p><strong>Vous aimerez aussi</strong></p><p><a href="/x">Agent, CDI</a></p>',
    '<div><div><a href="/offre/agent-77002">Agent</a> CDI</div>'
    '<div><a href="https://site.example.fr/offre/juriste-77003">Juriste</a> 3 000 €</div></div>',
]  # fmt: skip


@pytest.mark.parametrize("part", SITE)
@pytest.mark.parametrize("after", [True, False], ids=["after", "before"])
def test_what_is_the_sites_is_left_out(part: str, after: bool) -> None:
    posting = "<h1>Archiviste</h1><p>Contrat de projet de trois ans, à Brest.</p><p>RH : 01 99 00 33 44</p>"
    head = '<link rel="canonical" href="https://www.site.example.fr/offre/archiviste-77001">'
    text = shown(posting + part if after else part + posting, head)
    assert text == "Archiviste\n\nContrat de projet de trois ans, à Brest.\n\nRH : 01 99 00 33 44"


@pytest.mark.parametrize(
    "part",
    [
        '<div class="social-benefits"><p>Tickets restaurant</p></div>',
        '<div class="menu-tabs"><p>Tickets restaurant</p></div>',
        '<div role="tabpanel" hidden><p>Tickets restaurant</p></div>',
        '<aside><p>Tickets restaurant</p></aside>',
        '<article><footer><p>Tickets restaurant</p></footer></article>',
        '<div class="offer-footer"><p>Tickets restaurant</p></div>',
        '<div><header><p>Tickets restaurant</p></header></div>',
        '<div class="border-bottom"><p>Tickets restaurant</p><p>Politique de confidentialité : '
        + "vos données sont gardées deux ans. " * 30 + '</p></div>',
        '<form id="aspnetForm"><p>Tickets restaurant</p></form>',
        '<div class="related-info"><p>Tickets restaurant</p></div>',
        '<ul class="tags"><li><a href="/a">Tickets restaurant</a><li><a href="/b">CDI</a></ul>',
        '<section><h2>Nos autres avantages</h2><p>Tickets restaurant</p></section>',
        '<p><b>Voir aussi</b> : le plan</p><p>Tickets restaurant</p>',
    ],
)  # fmt: skip
def test_what_may_be_the_postings_stays(part: str) -> None:
    words = "<p>Poste à Brest.</p>" * 100
    assert "Tickets restaurant" in shown(f"<h1>Agent</h1>{words}{part}")
    assert "Tickets restaurant" in shown(f"<h1>Agent</h1><p>Poste à Brest.</p>{part}")


def test_what_holds_the_heading_stays_whatever_it_is_called() -> None:
    page = '<div class="with-cookie-consent menu"><h1>Agent</h1><p>CDI à Brest</p></div>'
    assert shown(page) == "Agent\n\nCDI à Brest"


def test_of_a_page_with_a_main_part_only_that_is_read() -> None:
    page = "<p>Publiez vos annonces dès 99 €</p><main><h1>Agent</h1><p>À Brest</p></main><p>CDI</p>"
    assert shown(page) == "Agent\n\nÀ Brest"
    hero = "<div><h1>Agent</h1><p>2 000 € brut</p></div><main><p>À Brest</p></main>"
    assert shown(hero) == "Agent\n\n2 000 € brut\n\nÀ Brest"


def test_a_posting_that_says_similar_offers_among_its_words() -> None:
    text = "Ces postes similaires existent dans nos autres services, voir aussi le site."
    assert shown(f"<h1>Agent</h1><p>{text}</p>") == f"Agent\n\n{text}"


FRENCH = "<html><head>{}</head><body><p>Rémunération : 2 000 € brut, au cœur de l'été</p>"
META = '<meta charset="{}">'.format
HTTP = '<meta http-equiv="Content-Type" content="text/html; charset={}">'.format


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        (META("utf-8"), "utf-8"),
        (META("utf-8"), "utf-8-sig"),
        (HTTP("iso-8859-1"), "cp1252"),
        (HTTP("windows-1252"), "cp1252"),
        (HTTP("iso-8859-15"), "iso8859_15"),
        (META("macintosh"), "utf-16"),
        ("", "cp1252"),
        ("", "utf-8"),
        (META("iso-8859-1"), "utf-8"),  # saved in another encoding than it says
        (META("base64"), "cp1252"),
        (META("nonsense"), "utf-8"),
    ],
)
def test_encodings(declared: str, encoding: str) -> None:
    document = read(FRENCH.format(declared), encoding)
    assert document.text == "Rémunération : 2 000 € brut, au cœur de l'été"


def test_a_foreign_encoding_is_that_which_the_page_declares() -> None:
    page = FRENCH.format(META("mac-roman")).replace("œ", "oe")
    assert read(page, "mac-roman").text == "Rémunération : 2 000 € brut, au coeur de l'été"


@pytest.mark.parametrize(
    "page",
    [
        "<!DOCTYPE html><p>Poste à Brest",
        "\ufeff\n<HTML lang=fr><p>Poste à Brest",
        "<?xml version='1.0'?><!-- a --><!-- b -->\n<html><body><p>Poste à Brest</p></body></html>",
        '<div class="offre"><h2>Poste à Brest</h2><p></p></div>',
        "<h1>Poste à Brest</h1><p></p>",
    ],
)
def test_pages_and_pieces_of_pages_are_told_by_content(page: str) -> None:
    document = read(page)
    assert (document.text, document.media_type) == ("Poste à Brest", "text/html")


JURISTE = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Juriste &amp; données (H/F)",
    "hiringOrganization": {"@type": "Organization", "name": "Ville de Belleroche"},
    "datePosted": "2026-02-28T23:30:00Z",
    "validThrough": "2026-03-31",
    "employmentType": ["CDD", "FULL_TIME"],
    "jobLocation": {
        "@type": "Place",
        "address": {
            "streetAddress": "4 rue des Quais",
            "postalCode": "29140",
            "addressLocality": "Rosporden",
        },
    },
    "baseSalary": {
        "@type": "MonetaryAmount",
        "currency": "EUR",
        "value": {"minValue": 2300, "maxValue": 2500.0, "unitText": "MONTH"},
    },
    "totalJobOpenings": 2,
    "identifier": {"@type": "PropertyValue", "name": "Board", "value": "2026-814207"},
}


def test_what_a_page_declares_is_written_at_the_end_of_its_text() -> None:
    page = f'<script type="application/ld+json">{json.dumps(JURISTE)}</script><h1>Juriste</h1>'
    document = read(f"<html><body>{page}</body></html>")
    assert document.text.split("\n") == [
        "Juriste",
        "",
        "JobPosting.title : Juriste & données (H/F)",
        "JobPosting.hiringOrganization : Ville de Belleroche",
        "JobPosting.jobLocation : 4 rue des Quais, 29140 Rosporden",
        "JobPosting.datePosted : 2026-03-01",  # in France
        "JobPosting.validThrough : 2026-03-31",
        "JobPosting.employmentType : CDD, FULL_TIME",
        "JobPosting.baseSalary : 2300 - 2500 EUR / MONTH",
        "JobPosting.totalJobOpenings : 2",
        "JobPosting.identifier : Board",
    ]


def test_values_that_a_page_only_declares_are_found_there() -> None:
    posting = declaring(JURISTE, body="<h1>Juriste et données</h1><p>Un poste à la mairie.</p>")
    assert posting.title == "Juriste & données"
    assert posting.employer == "Ville de Belleroche"
    assert posting.published_on == "2026-03-01"
    assert posting.deadline == "2026-03-31"
    assert posting.contract.types == ("cdd",)
    assert posting.working_time.full_time is True
    assert posting.positions == 2
    assert (posting.location.postal_code, posting.location.city) == ("29140", "Rosporden")  # type: ignore[union-attr]
    (pay,) = posting.salary.stated
    assert pay == StatedPay(
        min=Decimal(2300), max=Decimal(2500), period="month", period_stated=True
    )
    (evidence,) = posting.evidence["deadline"]
    assert evidence.rule == "jsonld.valid-through"
    assert evidence.text == "JobPosting.validThrough : 2026-03-31"
    assert posting.warnings == ()


def test_what_the_text_says_as_well_has_both_for_evidence() -> None:
    posting = declaring(JURISTE, body="<h1>Juriste</h1><p>Date limite : 31/03/2026</p>")
    rules = [evidence.rule for evidence in posting.evidence["deadline"]]
    assert rules == ["deadline.label", "jsonld.valid-through"]


def test_disagreements_are_warnings() -> None:
    body = (
        "<h1>Juriste &amp; données</h1><p>Publiée le 3 mars 2026</p><p>Date limite : 15/03/2026</p>"
        "<p>Rémunération : 3 100 € brut par mois</p><p>Poste basé à Quimper (29000)</p>"
    )
    posting = declaring(JURISTE, body=body)
    assert posting.published_on == "2026-03-01"  # the page knows best when it was put up
    assert posting.deadline == "2026-03-15"  # and the employer until when one may apply
    assert [pay.min for pay in posting.salary.stated] == [3100]
    assert posting.location is not None and posting.location.city == "Quimper"
    doubts = {(doubt.code, doubt.path) for doubt in posting.warnings}
    assert doubts == {
        ("jsonld-disagrees", "published_on"),
        ("jsonld-disagrees", "deadline"),
        ("jsonld-disagrees", "salary.stated"),
        ("jsonld-disagrees", "location"),
    }
    said = {doubt.path: doubt.message for doubt in posting.warnings}
    assert said["deadline"] == (
        "the page declares 2026-03-31 in its JSON-LD, and its text says 2026-03-15"
    )


@pytest.mark.parametrize(
    ("posted", "expires", "deadline"),
    [
        ("2026-01-10", "2026-02-10", "2026-02-10"),
        ("2026-01-10", "2026-02-09", "2026-02-09"),
        ("2026-01-10T09:00:00.000Z", "2026-07-10T00:00:00.000Z", None),
        ("2026-01-10", "2026-03-11", None),
        ("2026-01-10", "2026-03-13", "2026-03-13"),
        ("2026-01-10", "2026-02-31", None),
        ("2026-01-10", "30/03/2026", None),
        ("2026-03-28", "2026-03-29T22:00:00Z", "2026-03-30"),
        ("2026-03-28", "2026-03-28T22:30:00Z", "2026-03-28"),
    ],
)
def test_an_expiry_that_the_board_set_by_itself_is_no_deadline(
    posted: str, expires: str, deadline: str | None
) -> None:
    data = {"@type": "JobPosting", "datePosted": posted, "validThrough": expires}
    assert declaring(data, body="<h1>Agent</h1>").deadline == deadline


@pytest.mark.parametrize(
    ("salary", "text"),
    [
        (
            {"minValue": 27600, "maxValue": 30000, "unitText": "YEAR"},
            "2 300 à 2 500 € brut par mois",
        ),
        ({"value": 12.45, "unitText": "HOUR"}, "12,45 € brut de l'heure"),
        ({"minValue": 2300, "unitText": "MONTH"}, "à partir de 2 300 € brut par mois"),
    ],
)
def test_a_pay_in_another_unit_is_no_disagreement(salary: dict[str, object], text: str) -> None:
    data = {"@type": "JobPosting", "baseSalary": {"currency": "EUR", "value": salary}}
    posting = declaring(data, body=f"<h1>Agent</h1><p>Salaire : {text}</p>")
    assert len(posting.salary.stated) == 1
    assert posting.salary.stated[0].gross is True
    assert posting.warnings == ()


@pytest.mark.parametrize(
    "salary",
    [
        {"currency": "EUR", "value": {"value": 0, "unitText": "MONTH"}},
        {"currency": "USD", "value": {"value": 3000, "unitText": "MONTH"}},
        {"currency": "EUR", "value": {"value": 3000}},
        {"currency": "EUR", "value": 3000},
        "3000",
        None,
    ],
)
def test_a_declared_pay_that_says_too_little_is_none(salary: object) -> None:
    data = {"@type": "JobPosting", "title": "Agent", "baseSalary": salary}
    assert declaring(data, body="<h1>Agent</h1>").salary.stated == ()


def test_the_posting_among_several_is_that_of_the_heading() -> None:
    other = {"@type": "JobPosting", "title": "Comptable", "validThrough": "2026-12-31"}
    graph = {"@graph": [{"@type": "Organization"}, other, JURISTE]}
    assert declaring(graph, body="<h1>Juriste &amp; données (H/F)</h1>").deadline == "2026-03-31"
    assert declaring(graph, body="<h1>Nos offres</h1><p>Poste</p>").deadline is None


def test_ordinary_rules_do_not_read_what_a_page_declares() -> None:
    data = {"@type": "JobPosting", "title": "Agent CDI, 2 000 € brut par mois, catégorie A"}
    posting = declaring(data, body="<h1>Agent</h1>")
    assert posting.contract.types == ()
    assert posting.salary.stated == ()
    assert posting.categories == ()


def test_a_page_that_scripts_would_write_has_the_description_that_it_declares() -> None:
    text = "<p>Date limite de candidature : 10/04/2026</p><ul><li>CDD de 6 mois</li></ul>"
    data = {"@type": "JobPosting", "title": "Agent", "description": text}
    posting = declaring(data, body='<div id="root"></div>')
    assert posting.deadline == "2026-04-10"
    assert posting.contract.types == ("cdd",)
    shown_twice = declaring(data, body=f"<h1>Agent</h1>{text}")
    assert len(shown_twice.evidence["deadline"]) == 1


def test_a_short_description_that_the_page_shows_is_not_said_twice() -> None:
    data = {"@type": "JobPosting", "description": "<p>Vous triez&nbsp;!</p>"}
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    assert read(f"<html>{script}<h1>Agent</h1><p>Vous triez !</p>").text == "Agent\n\nVous triez !"


def test_json_ld_that_is_broken_is_passed_over() -> None:
    body = '<script type="application/ld+json">{"@type": "JobPosting", </script><p>CDI à Brest</p>'
    assert postings.parse_document(read(f"<html>{body}")).contract.types == ("cdi",)
    wrapped = '<script type="application/ld+json"><!-- {"@type": "JobPosting", "title": "Agent"} --></script>'
    assert read(f"<html>{wrapped}<p>x").text == "x\n\nJobPosting.title : Agent"


@pytest.mark.parametrize("page", ["<html></html>", "<html><script>fetch()</script></html>"])
def test_pages_without_words(page: str) -> None:
    with pytest.raises(EmptyDocument) as error:
        read(page)
    assert "wait for the posting to show" in error.value.cure


DEEP = 20_000


@pytest.mark.parametrize(
    "page",
    [
        "<html>" + "<div>" * DEEP + "Poste",
        "<html>" + "<ul><li>" * DEEP + "Poste",
        "<html>" + "<table><tr><td>" * DEEP + "Poste",
        "<html>" + "<a href=x>" * DEEP + "Poste",
        "<html><p>Poste" + "<br>" * DEEP,
        "<html><p>" + "&nbsp;" * DEEP + "Poste",
        "<html><script type='application/ld+json'>" + "[" * DEEP + "</script>Poste",
        "<html>" + "<p class='cookie'>x</p>" * DEEP + "Poste",
        "<html>" + "<h2>Offres similaires</h2><a href=y>x</a>" * (DEEP // 10) + "<p>Poste",
    ],
)
def test_hostile_pages_are_read_or_refused(page: str) -> None:
    try:
        assert "Poste" in read(page).text
    except PostingsError as error:
        assert "\n" not in str(error)


@settings(deadline=None)
@given(st.text(alphabet="<>/abdhiltru=\"' -!&;1é", max_size=120))
def test_any_markup_is_read_or_refused(noise: str) -> None:
    try:
        assert read(f"<html>{noise}").text.strip()
    except PostingsError as error:
        assert "\n" not in str(error)
