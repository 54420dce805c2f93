"""The pay: stated sums, indices, NBI, bonuses, and what is none of them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from annotated import annotated, spans

from postings import parse
from postings.posting import Indices, StatedPay


def pay(low: Any, high: Any, period: str | None, gross: bool | None) -> tuple[Any, ...]:
    return (
        None if low is None else Decimal(low),
        None if high is None else Decimal(high),
        period,
        gross,
    )


def read(stated: StatedPay) -> tuple[Any, ...]:
    return stated.min, stated.max, stated.period, stated.gross


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[[Rémunération : 31 k€ brut]] incluant les primes", pay("31000", "31000", "year", True)),
        ("[[Salaire : 2048 € brut]] / 39h semaine", pay("2048", "2048", "month", True)),
        ("[[Rémunération à partir de 2 000 € brut par mois]]", pay("2000", None, "month", True)),
        ("[[Salaire : 12,50 € brut de l'heure]]", pay("12.50", "12.50", "hour", True)),
        (
            "[[Salaire : 36 à 44 K€ bruts annuels]] selon expérience",
            pay("36000", "44000", "year", True),
        ),
        ("[[Salaire : de 2 170 € à 2 390 € net mensuel]]", pay("2170", "2390", "month", False)),
        ("[[TJM : 450 à 550 € HT]]", pay("450", "550", "day", None)),
        ("[[Rémunération selon profil (entre 35 et 60K€]])", pay("35000", "60000", "year", None)),
        (
            "[[Salaire brut : Horaire de 19.0 Euros à 24.0 Euros]]",
            pay("19.0", "24.0", "hour", True),
        ),
        (
            "MNS : indice majoré 401, [[soit 1 974,04 € brut/mois]]",
            pay("1974.04", "1974.04", "month", True),
        ),
        ("Notre offre : [[38 à 42 K€]] sur 13 mois", pay("38000", "42000", "year", None)),
        ("- [[40-45 k€]] selon expérience", pay("40000", "45000", "year", None)),
        ("[[50 K€]] fixe + 10 K€ variable", pay("50000", "50000", "year", None)),
        ("[[Salaire : 28/32 KE]], mutuelle", pay("28000", "32000", "year", None)),
        ("Intérim, [[14 €/h]], panier repas 9,50 €", pay("14", "14", "hour", None)),
        ("Stage [[rémunéré 1 000 € / mois]]", pay("1000", "1000", "month", None)),
        (
            "Coefficient 439 de la CCN 51, [[soit 1 966,64 € brut]]",
            pay("1966.64", "1966.64", "month", True),
        ),
    ],
)
def test_stated(sentence: str, expected: tuple[Any, ...]) -> None:
    case = annotated(sentence)
    posting = case.posting()
    assert [read(s) for s in posting.salary.stated] == [expected]
    assert spans(posting, "salary.stated.0") == list(case.marked)


@pytest.mark.parametrize(
    "text",
    [
        "Indemnisation des déplacements : 0,43 €/km",
        "Rémunération statutaire, prime annuelle de 1 200 € brut",
        "Titres-restaurant de 9 €, participation mutuelle 25 € par mois",
        "Prime d'encadrement 167,45 € brut mensuel",
        "Budget : 24,6 M€ ; masse salariale de 13,4 M€",
        "Rémunération selon profil. Aide au logement de 120 € par mois.",
        "La dépense, estimée à 52 000 € charges comprises par an, est inscrite au budget",
        "CTI (49 points, soit env. 241 €)",
        "Salaire : SMIC",
        "chiffre d'affaires de 600 000 euros",
        "Vous pilotez des projets de 200 à 500 k€ selon les années",
        "Rémunération attractive et 10 K€ de variable selon profil",
        "Nous facturons 25 €/h à nos clients",
        "Rémunération : groupe 4 de la CCN 51, coefficient 392",
        "Syntec, position 2.1, coefficient 115",
    ],
)
def test_not_the_pay(text: str) -> None:
    assert parse(text).salary.stated == ()


def test_said_twice_is_one_statement() -> None:
    posting = parse("Rémunération indicative : 31 k€ brut\n\nRémunération (31 k€ brut par an)")
    assert [read(s) for s in posting.salary.stated] == [pay("31000", "31000", "year", True)]
    assert len(posting.evidence["salary.stated.0"]) == 2


@pytest.mark.parametrize(
    ("text", "low", "high", "rule"),
    [
        ("Salaire : 31 k€ brut par an", "31000", "31000", "annual_gross.year"),
        ("Salaire : 2 000 à 2 500 € brut par mois", "24000", "30000", "annual_gross.month-x12"),
        (
            "Salaire brut : Mensuel de 2000.00 Euros sur 13.0 mois",
            "26000",
            "26000",
            "annual_gross.month-x13",
        ),
        ("Salaire : 12 € brut de l'heure", "21840", "21840", "annual_gross.hour-x1820"),
        ("Salaire : à partir de 2 000 € brut par mois", "24000", None, "annual_gross.month-x12"),
    ],
)
def test_annual_gross(text: str, low: str, high: str | None, rule: str) -> None:
    posting = parse(text)
    annual = posting.salary.annual_gross
    assert annual is not None
    assert annual.basis == "stated"
    assert annual.min == Decimal(low)
    assert annual.max == (None if high is None else Decimal(high))
    assert posting.evidence["salary.annual_gross"][0].rule == rule


@pytest.mark.parametrize(
    "text",
    [
        "Salaire : 1 800 € net par mois",
        "TJM : 450 € HT",
        "Salaire : 1 261,22 € brut mensuel pour 70 %",
        "CDI à temps partiel, 24 h par semaine. Salaire : 1 258 € brut par mois",
        "Salaire : entre 35 et 60 k€",
    ],
)
def test_no_annual_gross(text: str) -> None:
    posting = parse(text)
    assert posting.salary.stated
    assert posting.salary.annual_gross is None


def test_as_of_is_the_publication_then_the_deadline_then_the_run() -> None:
    pay_and = "Salaire : 31 k€ brut par an\n"
    dated = "Publiée le 02/03/2026\nDate limite de candidature : 02/04/2026"
    for text, day in ((dated, "2026-03-02"), (dated.split("\n")[1], "2026-04-02")):
        annual = parse(pay_and + text).salary.annual_gross
        assert annual is not None
        assert annual.as_of == day
    annual = annotated(pay_and).posting().salary.annual_gross
    assert annual is not None
    assert annual.as_of == "2026-01-15"


@pytest.mark.parametrize(
    ("published", "codes"), [("20/11/2027", []), ("22/11/2027", ["tables-not-checked"])]
)
def test_tables_are_trusted_for_a_year(published: str, codes: list[str]) -> None:
    posting = parse(f"Publiée le {published}\nIndices bruts 444 à 821")
    assert posting.salary.annual_gross is not None
    assert [w.code for w in posting.warnings] == codes


@pytest.mark.parametrize(
    ("text", "rivals"),
    [
        (
            "Salaire annuel brut : 2 000 € à 2 500 €\nSalaire brut mensuel : 2 000 € à 2 500 €",
            [("2000", "2500"), ("24000", "30000")],
        ),
        (
            "Salaire : 2 000 € brut mensuel\nVos missions\nNous proposons 3 000 € brut mensuel",
            [("24000", "24000"), ("36000", "36000")],
        ),
        (  # not surely wrong, and no figure either: of a year, or of ten months?
            "Salaire brut mensuel : 2 000 €\nSalaire brut annuel : 20 000 € selon profil",
            [("24000", "24000"), ("20000", "20000")],
        ),
    ],
)
def test_sums_that_disagree_give_no_annual_gross(text: str, rivals: list[tuple[str, str]]) -> None:
    posting = parse(text)
    assert posting.salary.annual_gross is None
    values = [rival.value for rival in posting.ambiguous["salary.annual_gross"]]
    assert [(v.min, v.max) for v in values] == [(Decimal(a), Decimal(b)) for a, b in rivals]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        (
            "Salaire : 2 000 à 2 500 € brut mensuel, soit 24 000 à 30 000 € brut annuel",
            24000,
            30000,
        ),
        (
            "Salaire brut mensuel : 2 000 €\nSalaire brut annuel : 26 000 €",
            26000,
            26000,
        ),  # 13 months
        ("Salaire brut mensuel : 2 000 €\nSalaire brut annuel : 24 000 €", 24000, 24000),
        ("CDI à temps partiel. Salaire : 2 000 € brut mensuel pour un temps plein", 24000, 24000),
        ("CDI à temps partiel. Taux horaire : 12 € brut de l'heure", 21840, 21840),
        (
            "Salaire : 2 000 € brut mensuel (débutant)\n2 600 € brut mensuel (confirmé)",
            24000,
            31200,
        ),
    ],
)
def test_sums_that_agree_give_one_annual_gross(text: str, low: int, high: int) -> None:
    annual = parse(text).salary.annual_gross
    assert annual is not None
    assert (annual.min, annual.max) == (Decimal(low), Decimal(high))


def test_a_range_said_downwards() -> None:
    posting = parse("Rémunération : 3 000 à 2 500 € brut mensuel")
    assert [read(s) for s in posting.salary.stated] == [pay("2500", "3000", "month", True)]


def test_pay_of_other_posts_at_the_foot_of_the_page() -> None:
    posting = parse("Salaire : 2 000 € brut mensuel\nOffres similaires\nComptable - 31 k€ brut")
    assert [read(s) for s in posting.salary.stated] == [pay("2000", "2000", "month", True)]


@pytest.mark.parametrize(
    "foot",
    [
        "Nos autres offres\nComptable, CDI\n31 k€\n",
        "Vue 214 fois. Offres similaires : comptable 34-38 k€\n(Lyon) ; juriste 55 k€\n(Grenoble)",
    ],
)
def test_pay_of_other_posts_however_they_are_headed(foot: str) -> None:
    posting = parse(f"Salaire : 2 000 € brut mensuel\n{foot}")
    assert [read(s) for s in posting.salary.stated] == [pay("2000", "2000", "month", True)]


def test_a_sentence_about_our_offers_is_no_foot() -> None:
    posting = parse("Mairie. Nos offres sont revues chaque mois.\nSalaire : 2 000 € brut mensuel")
    assert [read(s) for s in posting.salary.stated] == [pay("2000", "2000", "month", True)]


@pytest.mark.parametrize(
    ("text", "indices"),
    [
        ("au minimum indice brut 444 et au maximum indice brut 821", (444, 821, None, None)),
        ("indices bruts 389 à 597 + RIFSEEP", (389, 597, None, None)),
        ("1er échelon, IB 368 / IM 367", (368, 368, 367, 367)),
        (
            "entre l'indice brut 444 (indice majoré 395) et l'indice brut 611 (indice majoré 518)",
            (444, 611, 395, 518),
        ),
        ("Indice majoré minimum : 366", (None, None, 366, None)),
        ("entre IM 343 et IM 503", (None, None, 343, 503)),
        # Neither brut nor majoré: 950 is above every indice majoré, 366 in no barème des bruts.
        ("Rémunération sur la base de l'indice 950", (950, 950, None, None)),
        ("Rémunération : indice 366", (None, None, 366, 366)),
        # Échelons of the grade: attachés from 444 to 821, rédacteur from indice majoré 373.
        ("Ville de Lys, grade : attaché, rémunération : indices 444 à 821", (444, 821, None, None)),
        ("Ville de Lys, grade : rédacteur, traitement : indice 373", (None, None, 373, 373)),
        ("Traitement : indice brut 444, soit l'indice 395", (444, 444, None, None)),
        ("Indice majoré 366 minimum", (None, None, 366, None)),
        ("payé sur l'indice brut 372, majorée de 343", (372, 372, 343, 343)),
    ],
)
def test_indices(text: str, indices: tuple[int | None, ...]) -> None:
    found = parse(text).salary.indices
    assert found is not None
    assert (found.ib_min, found.ib_max, found.im_min, found.im_max) == indices


@pytest.mark.parametrize(
    "text",
    [
        "Rémunération : indice 412 de la convention collective ÉCLAT",
        "CCN 66, rémunération à l'indice 434",
        "Salaire : coefficient 240, convention de la métallurgie",
        "Syntec, position 1.2, coefficient 100",
    ],
)
def test_index_of_a_branch_is_no_public_index(text: str) -> None:
    posting = parse(text)
    assert posting.salary.indices is None
    assert posting.salary.annual_gross is None
    assert posting.experience is None or posting.experience.years is None


def test_an_index_of_either_scale_is_ambiguous() -> None:
    posting = parse("Rémunération : indice 395")
    assert posting.salary.indices is None
    assert posting.salary.annual_gross is None
    rivals = posting.ambiguous["salary.indices"]
    assert [rival.value for rival in rivals] == [
        Indices(ib_min=395, ib_max=395),
        Indices(im_min=395, im_max=395),
    ]
    assert [rival.evidence[0].text for rival in rivals] == ["indice 395", "indice 395"]


def test_legal_ceiling_is_no_index_of_the_post() -> None:
    assert (
        parse("un corps dont l'indice brut terminal est au moins égal à 966").salary.indices is None
    )


@pytest.mark.parametrize(
    ("sentence", "points"),
    [
        ("Poste ouvrant droit à [[25 points de NBI]]", 25),
        ("[[NBI : 13 points]]. Un jour de télétravail", 13),
        ("Ce poste [[n'ouvre pas droit à NBI]]", 0),
        ("reprise d'ancienneté. [[Pas de NBI]].", 0),
    ],
)
def test_nbi(sentence: str, points: int) -> None:
    case = annotated(sentence)
    posting = case.posting()
    assert posting.salary.nbi_points == points
    assert spans(posting, "salary.nbi_points") == list(case.marked)


@pytest.mark.parametrize(
    "text", ["NBI possible selon affectation", "CTI (49 points), NBI selon fonctions"]
)
def test_no_nbi_points(text: str) -> None:
    assert parse(text).salary.nbi_points is None


def test_bonuses() -> None:
    text = "Rémunération statutaire + régime indemnitaire (IFSE, CIA) + 13e mois, CTI Ségur"
    assert parse(text).salary.bonuses == ("régime indemnitaire", "IFSE", "CIA", "13e mois", "CTI")
