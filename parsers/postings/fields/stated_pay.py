"""What the posting says of the pay itself, unconverted: never a bonus, a budget or a voucher."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from postings.amounts import is_thousands, read_number
from postings.fields.field import Field, Reading
from postings.fields.pay_statement import (
    PLAUSIBLE,
    PayStatement,
    likely_period,
    said_gross,
    said_period,
)
from postings.patterns import pattern, search_with_cues
from postings.resolve import Finding, without_overlaps
from postings.rules import DECLARED, Candidate, Match, Rule

_THOUSAND = Decimal(1000)

# Amounts that are paid besides the pay, or for something else.
NOT_PAY = (
    r"prime|indemnit|rifseep|\bifse\b|\bcia\b|\bcti\b|segur|complement|participation|aide|ticket|titres?-?[ ]?resto"
    r"|titres?-?[ ]?restaurant|cheque|mutuelle|prevoyance|forfait(?! jours?| annuel| cadre)|budget|subvention|credit|investi|chiffre"
    r"|depense|astreinte|bon d'achat|remboursement|transport|repas|panier|logement|loyer|variable|bonus"
    r"|interessement|gratifications? des|bourse d|frais|dotation|operations? de|marche|tarif|amende"
    r"|hebergement|cotisation|cout|valeur|secours|kilomet|charges comprises|parrain|couvert|achat"
)
_LABEL = (
    r"(?:salaires?|remunerations?|traitement(?! de)|appointements|taux horaire|gratifications?(?! des)|gages|paie|remunere<E>(?= (?:a |de |:|\d))"
    r"|tjm|taux journalier(?: moyen)?|tarif journalier|fourchette|package|paye sur la base|(?:salaire )?fixe(?! le| a la| par)|(?:net|brut) (?:mensuel|annuel|horaire)|perc(?:oit|evrez|evra)"
    r"|touch(?:e|erez)|gagn(?:e|erez)|tarif(?: horaire)?(?= ?:))"
)
_QUALIFIER = (
    r"(?:brute?s?|nets?|nettes?|mensuel(?:le)?s?|annuel(?:le)?s?|horaires?|journaliers?|par|de|l'|heure|h|mois|an"
    r"|annee|jour|jours|fixes?|ht|hors taxes|public|chaque|environ|minimum|maximum|max)\b"
)
_TAIL = rf"(?P<tail>(?:[ /(),-]{{0,3}}{_QUALIFIER})*)"
_UPTO = r"[ ]?(?:-|/|a|et|,? ?(?:et )?jusqu'a|- ?max(?:imum|i)?\.? ?:?|max(?:imum|i)?\.? ?:?)[ ]?"
_LOW = rf"(?P<low><NUMBER>)(?=<CURRENCY>|{_UPTO}<NUMBER><CURRENCY>)(?P<low_unit><CURRENCY>)?(?P<between>(?:[ ]?(?:brute?s?|nets?))?)"
_TO = rf"(?:{_UPTO}(?P<high><NUMBER>)(?=<CURRENCY>))"
_PAY = rf"{_LOW}{_TO}?(?P<unit>(?(high)<CURRENCY>|))"
_FROM = (
    r"(?P<from>(?:(?:de|entre|soit|environ|env\.?|a partir de|a compter de|des|minimum(?: de)?|mini|min\.?|jusqu'a"
    r"|au moins|mensuel(?:le)? de|horaire de|annuel(?:le)? de|est de|sera de|s'eleve a|estimee? a|fixee? a|de l'ordre de|:|d'|\+)[ ]?:?[ ]{0,2})*)"
)
_GAP = rf"(?P<gap>(?:(?!{NOT_PAY})[^\n;€]){{0,95}}?)"

OTHER_OFFERS = (
    r"(?:(?:offres|annonces|postes) (?:d'emploi )?(?:similaires|voisines|proches|recentes|qui pourraient)"
    r"|autres (?:offres|postes|annonces)|(?:ces|nos) (?:offres|annonces)|vous aimerez)"
)
_foot = search_with_cues(
    rf"(?<![^\n])[^\w\n]{{0,6}}(?:les |d'|nos )?{OTHER_OFFERS}|(?<=[.!?][ ]){OTHER_OFFERS}[ ]?:",
    (
        *(
            "similaires",
            "voisines",
            "proches",
            "recentes",
            "qui pourraient",
            "autres ",
            "ces offres",
        ),
        *("ces annonces", "nos offres", "nos annonces", "vous aimerez"),
    ),
)


def _amounts(match: Match) -> tuple[Decimal, Decimal | None]:
    low = read_number(match["low"])
    high = read_number(match["high"]) if match["high"] else None
    unit = match["unit"] or match["low_unit"] or ""
    if is_thousands(match["low_unit"] or "") or (is_thousands(unit) and low < _THOUSAND):
        low *= _THOUSAND
    if high is not None and is_thousands(unit):
        high *= _THOUSAND
    if high is not None and low < _THOUSAND and high >= 10 * _THOUSAND:
        low *= _THOUSAND  # "de 35 à 40 000 €"
    if high is not None and high < low:  # "de 3 000 € à 2 500 €", but not "2 000 € / 35 €"
        return (high, low) if high * 2 >= low else (low, None)
    return low, high


_AFTER = pattern(r"[^\n]{0,80}")
_ONCE = pattern(r"(?:au total|pour l'ensemble|pour la (?:mission|duree)|la mission)")
_OTHER_UNIT = pattern(
    r"[ ]?(?:par|/|le|la)[ ]?(?!mois|an\b|annee|heure|h\b|jour|mensuel|personne)[a-z]"
)
_OF_A_BONUS = pattern(
    r"[ ]?(?:(?:de|d'|en)[ ]?)?(?:part )?(?:prime|indemnit|bonus|complement|aide\b|commission)"
)
_VARIABLE = pattern(
    r"[ ]?(?:(?:de )?part |de )variables?\b|[ ]?variables?\b(?![ ](?:selon|suivant|en fonction))"
)
_INCLUDING = pattern(
    r"^[^.\n]{0,40}(?:incluant|inclu[es]|y compris|primes? comprises?|compris|tout compris|dont [^.\n]{0,25}prime)"
)
_EXCLUDING = pattern(r"^[^.\n]{0,30}(?:hors|sans compter|auquel s'ajoute|auxquels s'ajoutent)")
_THIRTEEN = pattern(r"^[^.\n]{0,40}sur (1[2-6](?:[.,]\d)?) ?mois")
_FULL = pattern(r"^[^.\n]{0,15}temps (?:complet|plein)")
_FULL_TIME = pattern(r"temps (?:complet|plein)|\betp\b")
_PART = pattern(
    r"^[^.\n]{0,12}(?:pour|sur|a) (?:[12]\d|3[0-4]) ?h|^[^.\n]{0,20}(?:pour|a) \d\d ?%|^[^.\n]{0,30}au prorata"
)


def _statement(match: Match) -> PayStatement | None:
    """Make a statement of a match; None where the sum cannot be a pay."""
    if not (match["unit"] or match["low_unit"]):
        return None
    after = _AFTER.match(match.string, match.end())[0]  # type: ignore[index]
    tail = f"{match['tail']} {match['between']}"
    if _OF_A_BONUS.match(after) or _VARIABLE.match(match["tail"] + after):
        return None
    if not match["tail"].strip() and _OTHER_UNIT.match(after):
        return None
    return _checked(match, tail, after)


def _checked(match: Match, tail: str, after: str) -> PayStatement | None:
    label = f"{match['label'] or ''} {match['gap'] or ''} {match['from'] or ''}"
    low, high = _amounts(match)
    said = said_period(tail) or said_period(label)
    thousands = is_thousands(match["unit"] or match["low_unit"] or "")
    period = said or likely_period(low, thousands, bool(_ONCE.search(after)))
    gross = said_gross(tail)
    floor, ceiling = PLAUSIBLE.get(period or "", (Decimal(5), Decimal(400_000)))
    if not floor <= (high or low) <= ceiling:
        return None
    return PayStatement(
        *_ends(label, tail, low, high),
        period=period,
        period_stated=said is not None,
        gross=said_gross(label) if gross is None else gross,
        includes_bonuses=_includes_bonuses(after),
        months=Decimal(m[1].replace(",", ".")) if (m := _THIRTEEN.match(after)) else Decimal(12),
        part_time=bool(_PART.match(after) and not _FULL.match(after)),
        full_time=bool(_FULL.match(after) or _FULL_TIME.search(label)),
    )


def _ends(
    label: str, tail: str, low: Decimal, high: Decimal | None
) -> tuple[Decimal | None, Decimal | None]:
    if high is not None:
        return low, high
    if re.search(r"jusqu'a(?: :)?[ ]*$|maximum(?: de| :)?[ ]*$", label) or "max" in tail:
        return None, low
    if re.search(r"a partir d|minimum|\bmini?\b|au moins|\bdes[ ]*$|a compter de", label):
        return low, None
    return low, low


def _includes_bonuses(after: str) -> bool | None:
    if _INCLUDING.match(after):
        return True
    return False if _EXCLUDING.match(after) else None


def _surely_a_pay(match: Match) -> PayStatement | None:
    """Without a label only a said period, thousands or a line of its own make a sum the pay."""
    statement = _statement(match)
    thousands = is_thousands(match["unit"] or match["low_unit"] or "")
    alone = match.string[match.string.rfind("\n", 0, match.start()) + 1 : match.start()]
    surely = thousands or not alone.strip(" -*•·>+")
    return statement if statement and (statement.period_stated or surely) else None


# A year's pay in thousands; less is a bonus, more a budget.
_YEARLY_THOUSANDS = (15, 250)


def _of_thousands(match: Match) -> PayStatement | None:
    """Read "38-42 K€ selon profil" as a year's pay: no period, no label need be said."""
    statement = _statement(match)
    if statement is None or statement.period not in ("year", None) or statement.low is None:
        return None
    low, high = (limit * _THOUSAND for limit in _YEARLY_THOUSANDS)
    top = statement.low if statement.high is None else statement.high
    return statement if low <= statement.low and top <= high else None


RULES: tuple[Rule[PayStatement], ...] = (
    Rule(
        id="stated_pay.labelled",
        pattern=rf"(?P<label>{_LABEL}){_GAP}(?:\n[ ]{{0,9}})?(?:\n[ ]{{0,9}})?{_FROM}(?P<v>{_PAY}){_TAIL}",
        cues=(
            "salaire",
            "remuneration",
            "traitement",
            "appointement",
            "taux horaire",
            "gratification",
            "remunere",
            "paie",
            "tjm",
            "taux journalier",
            "tarif journalier",
            "fourchette",
            "package",
            "paye sur",
            "fixe",
            "net m",
            "net a",
            "brut m",
            "brut a",
            "brut h",
            "perc",
            "touche",
            "gagne",
            "tarif",
        ),
        read=_statement,
        examples=(
            "Rémunération : 2048 € BRUT / 39h semaine plus prime logement 135 €",
            "Salaire brut : Mensuel de 1911.18 Euros à 1978.69 Euros sur 13.0 mois",
            "Salaire annuel brut : Min :40 000 € - Max : 100 000 €",
            "Rémunération selon profil et expérience (entre 35 et 60K€)",
            "Salaire : 35-49 K (e) brut public variable suivant expérience",
            "une rémunération brute horaire de 11.88 euros",
            "Rémunération à partir de 2500 € brut par mois",
            "Salaire : 1 650 à 1 800 € net par mois selon ancienneté",
            "Gratification             600,60 euros/mois (net)",
            "TJM : 450 € HT",
            "Stage rémunéré 1 000 € par mois",
            "Salaire : 28/32 KE",
        ),
        rejects=(
            "Rémunération statutaire + prime annuelle de 1 200 €",
            "Salaire selon profil ; indemnité de 0,43 €/km",
            "Rémunération : IFSE 385 € brut mensuel",
            "Rémunération : 1,10 € brut par feuille de logement",
            "masse salariale de 13,4 M€",
            "Indemnité de nuit majorée à 25 % du traitement, fériés 60 € net",
        ),
        rank=3,
        unless=r"(?:prime|indemnit|complement|supplement|majoration)[^+;\n]{0,60}$",
    ),
    Rule(
        id="stated_pay.gross-or-net",
        pattern=(
            rf"(?P<label>)(?P<gap>){_FROM}(?P<v>{_PAY})(?P<tail>[ ]?(?:/[ ]?(?:mois|an|heure|h|jour)[ ]?)?"
            rf"\(?(?:brute?s?|nets?|nettes?)\b(?:[ /(),-]{{0,3}}{_QUALIFIER})*)"
        ),
        cues=("brut", "net"),
        lead=60,
        read=_surely_a_pay,
        examples=(
            "MNS, indice majoré 401, soit 1 974,04 € brut/mois",
            "de 30 000 euros à 63 000 euros bruts annuels",
            "De 2 170 € à 2 390 € net mensuel selon reprise d'ancienneté",
        ),
        rejects=(
            "Prime d'encadrement 167,45 € brut mensuel",
            "une indemnité de sujétion de 375 € bruts/mois",
            "CIA de 150 à 600 € brut par an",
        ),
        rank=2,
        unless=rf"(?:{NOT_PAY})[^+;\n]{{0,70}}$",
    ),
    Rule(
        id="stated_pay.thousands",
        pattern=(
            rf"(?P<label>)(?P<gap>)(?P<from>(?:(?:de|entre|environ|a partir de|jusqu'a)[ ])?)(?P<v>{_PAY}){_TAIL}"
            r"(?=[ ,]{0,2}(?:[(-][ ]?)?(?:selon|sur 1[2-6] mois|fixes?\b|package|en fonction d|suivant|\+ (?:variable|prime|bspce|interess)|\n|$))"
        ),
        cues=("€",),
        lead=40,
        read=lambda match: _of_thousands(match),
        examples=(
            "35K€ - 42K€ selon profil",
            "CDI cadre – 38 à 42 K€ sur 13 mois",
            "50 K€ fixe + 10 K€ variable",
            "Notre offre : 40-45 k€ + variable",
        ),
        rejects=(
            "des projets de 200 à 500 k€ selon les années",
            "Budget de 50 à 60 k€ selon les ports",
            "10 K€ de variable selon profil",
            "12 k€ selon profil",
        ),
        rank=2,
        unless=rf"(?:{NOT_PAY}|projet|devis|chantier|montant|travaux|enveloppe|portefeuille|client)[^+;\n]{{0,70}}$",
    ),
    Rule(
        id="stated_pay.by-the-hour",
        pattern=(
            rf"(?P<label>)(?P<gap>){_FROM}(?P<v>{_PAY})(?P<tail>[ ]?(?:brute?s?|nets?)?[ ]?"
            r"(?:/[ ]?h(?:eure)?\b|de l'heure\b|par heure\b)(?:[ ](?:brut|net)\b)?)"
        ),
        cues=("€/h", "€ /h", "€/ h", "€ / h", "de l'heure", "par heure", "euros/h"),
        lead=45,
        read=lambda match: _statement(match),
        examples=("Mission : 14€/h + panier", "de 12,50 à 13 € de l'heure selon profil"),
        rejects=(
            "panier : 14 €/h",
            "prestations à 25 €/h pour nos clients",
            "une indemnité de 4 € de l'heure",
        ),
        rank=2,
        unless=rf"(?:{NOT_PAY}|client|prestation|location|cours|usager|garde d'enfant)[^+;\n]{{0,70}}$",
        but=r"^[^\n.;]{0,30}(?:client|usager|location)",
    ),
    Rule(
        id="stated_pay.named-after",
        pattern=rf"(?P<label>)(?P<gap>){_FROM}(?P<v>{_PAY}){_TAIL}[ ](?:de |d'|en |comme )(?:salaire|remuneration|gratification|traitement)\b",
        cues=("salaire", "remuneration", "gratification", "traitement"),
        lead=60,
        read=_statement,
        examples=("- 1 000 € par mois de gratification",),
        rejects=("+ 5 % de salaire", "500 € de complément de rémunération"),
        rank=2,
    ),
    Rule(
        id="stated_pay.amounting-to",
        pattern=rf"(?P<label>)(?P<gap>)(?P<from>soit (?:environ |env\. )?)(?P<v>{_PAY})(?P<tail>[ ](?:brute?s?|nets?)\b)",
        cues=("soit",),
        read=_statement,
        examples=(
            "Rémunération par feuille de logement, soit environ 1 250 € brut pour l'ensemble de la mission",
        ),
        rejects=("CTI de 49 points, soit 241 € brut", "soit 12 € de titre-restaurant"),
        rank=1,
        needs=r"remuner|salaire|traitement|paie\b|paye|coefficient|convention",
        unless=r"(?:\bcti\b|prime|indemnit|complement|astreinte)[^+;\n]{0,60}$",
    ),
)


def _same_pay(one: PayStatement, other: PayStatement) -> bool:
    return (one.low, one.high) == (other.low, other.high) and (
        one.period == other.period or not (one.period_stated and other.period_stated)
    )


def _of_this_post(reading: Reading) -> list[Candidate[PayStatement]]:
    """The statements above the foot of a page that lists other posts, and those declared."""
    read = reading.of("stated_pay")
    foot = _foot(reading.document.folded) if read else None
    end = foot.start() if foot else len(reading.document.folded)
    said = [c for c in read if c.span.end <= end and not _is_declared(c)]
    return without_overlaps([*said, *_declared_alike(read, said)], cores=True)


def _declared_alike(
    read: Sequence[Candidate[PayStatement]], said: Sequence[Candidate[PayStatement]]
) -> list[Candidate[PayStatement]]:
    """What a page declares where the text says the same, or nothing."""
    declared = [c for c in read if _is_declared(c)]
    return [c for c in declared if not said or any(_same_pay(c.value, s.value) for s in said)]


def _is_declared(candidate: Candidate[Any]) -> bool:
    return candidate.rule.id.startswith(DECLARED)


def settle(reading: Reading) -> Finding:
    """Each distinct statement once, the fullest wording first, in the order of the text."""
    groups: list[list[Candidate[PayStatement]]] = []
    for candidate in _of_this_post(reading):
        same = next((g for g in groups if _same_pay(g[0].value, candidate.value)), None)
        if same is None:
            groups.append([candidate])
        else:
            same.append(candidate)
    for group in groups:
        group.sort(key=lambda c: (not c.value.period_stated, c.value.gross is None, c.span.start))
    groups.sort(key=lambda g: g[0].span.start)
    return Finding(
        tuple(group[0].value for group in groups),
        {str(i): group for i, group in enumerate(groups)},
    )


FIELD = Field("stated_pay", RULES, settle, serves="salary.stated")
