"""Two statements of the pay that cannot both be true.

Two sums are often both right: of a beginner and of an expert, gross and net, fixed and with
bonuses, at 28 hours and at 35, from … to. They conflict only where nothing around them may
tell them apart, or where the same figures are said to be for a month and for a year.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations

from postings.document import Document
from postings.fields.field import Reading
from postings.fields.pay_statement import PayStatement
from postings.fields.stated_pay import OTHER_OFFERS
from postings.patterns import pattern
from postings.rules import Candidate

Statement = Candidate[PayStatement]

_MARGIN = Decimal("1.05")
# The least and the most that make a year of an hour's sum (15 hours a week; 41, with holiday
# pay and an end-of-mission bonus) and of a month's (12; 14 months paid).
_A_YEAR = {"hour": (780, 2580), "month": (12, 14), "year": (1, 1)}
_WORD = pattern(r"[a-z]+")
_NO_END = Decimal("Infinity")
_BEFORE, _AFTER = 220, 140  # characters around a sum that may say whose it is

# What may make two sums different and both true.
_TOLD_APART = pattern(
    r"junior|senior|debut|confirm|experiment|experience|profil|niveau|echelon|coefficient|grade|indice|\bclasse\b"
    r"|diplom|\bbac\b|\bcap\b|\bbts\b|master|licence|anciennete|annees?\b|selon|suivant|fonction de|\bou\b"
    r"|minim|maxim|\bmini?\b|\bmaxi?\b|plancher|plafond|garanti|grille|convention|smic|au moins|jusqu"
    r"|evolu|progress|augment|attein|commenc|demarr|\bva de|puis\b|ensuite|apres|au bout|issue|au terme|essai"
    r"|titularis|a partir|a compter"
    r"|fixe|variable|package|commission|prime|bonus|inclu|compris|hors\b|sans\b|total|13"
    r"|temps (?:plein|partiel|complet|non)|mi-temps|\d ?h\b|\d ?heures|prorata|\d ?%|\betp\b"
    r"|\bjours?\b|\bnuit|week-?end|dimanche|ferie|saison"
    r"|moyen|exemple|simulation|actuel|ancien|titulaire|contractuel|fonctionnaire|apprenti|stagiaire|alternan"
    r"|\bsi\b|en cas|pour (?:un|une|les|le|l')\b|\bposte (?:\d|n)|postes\b|lot \d"
)
# Said of every sum, it tells none from another.
_SAID_OF_ALL = pattern(
    r"(?:selon|suivant|en fonction (?:de|du)) (?:(?:votre|vos|le|la|l'|les|de|du)[ ']?)*"
    r"(?:profil|experience|competence|qualification|diplome|formation)s?"
    r"(?:(?: et|,|/) ?(?:(?:votre|vos|le|la|l'|les)[ ']?)*(?:profil|experience|competence|qualification|diplome|formation)s?)*"
    r"|a negocier|negociable"
)
_FULL_TIME = pattern(
    r"temps (?:plein|complet)|\b3[5-9] ?h(?:eures?|\d\d)?\b(?: (?:hebdo[a-z]*|par semaine))?"
)
# All that may stand before a sum that is simply the pay of the post.
_PLAIN_WORDS = frozenset(
    "salaire remuneration traitement appointements paie brut brute bruts net nette mensuel mensuelle annuel annuelle"
    " horaire de du d l la le les un une est sera fixee propose proposee proposons prevu prevue offrons a pour"
    " indicatif indicative estime estimee environ entre mois an heure par nous vous votre notre ce poste soit"
    " percevrez emploi offre offert offerte cdi cdd temps plein complet contrat statut cadre h f".split()
)
# Right before a sum: one end of a range whose other end stands elsewhere.
_ONE_END = pattern(r"(?:^|[:\n(-])[\s*•·-]{0,5}(?:de|d'|entre|a|et)[ ]{0,2}$")
_OTHER_OFFERS = pattern(OTHER_OFFERS)


def conflicting(reading: Reading) -> tuple[Statement, ...]:
    """The first two statements, in the order of the text, of which one must be wrong."""
    if (reading.value("positions") or 1) > 1:
        return ()
    stated = [said[0] for said in reading.found["stated_pay"].evidence.values()]
    pairs = combinations(stated, 2)
    return next((pair for pair in pairs if _conflict(reading, *pair)), ())


def _conflict(reading: Reading, one: Statement, other: Statement) -> bool:
    if not _comparable(one.value, other.value):
        return False
    if _other_offers_between(reading.document, one, other):
        return False
    if _same_figures(one.value, other.value):
        return True
    return _apart(one.value, other.value) and not any(
        _may_differ(reading, said) for said in (one, other)
    )


def _comparable(one: PayStatement, other: PayStatement) -> bool:
    """Sums of one nature, for known periods and a full post."""
    alike = (one.gross, one.includes_bonuses) == (other.gross, other.includes_bonuses)
    known = one.period in _A_YEAR and other.period in _A_YEAR
    return alike and known and one.gross is not None and not (one.part_time or other.part_time)


def _same_figures(one: PayStatement, other: PayStatement) -> bool:
    """`2 000 € a month` and `2 000 € a year`: a slip, whatever stands around."""
    said = one.period_stated and other.period_stated and one.period != other.period
    return said and (one.low, one.high) == (other.low, other.high)


def _apart(one: PayStatement, other: PayStatement) -> bool:
    """Whether all that one can come to lies above all that the other can."""
    (low, high), (other_low, other_high) = _ends(one, other), _ends(other, one)
    return low > other_high * _MARGIN or other_low > high * _MARGIN


def _ends(pay: PayStatement, other: PayStatement) -> tuple[Decimal, Decimal]:
    """The sum's ends, brought to a year where the other's period is not the same."""
    low = Decimal(0) if pay.low is None else pay.low
    high = _NO_END if pay.high is None else pay.high
    if pay.period == other.period:
        return low, high
    least, most = _A_YEAR[pay.period or ""]
    return low * least, high * most


def _may_differ(reading: Reading, said: Statement) -> bool:
    """Whether the sentence of a sum, or the line above it, may give a reason for another sum."""
    document, text = reading.document, reading.document.folded
    start = document.sentence_at(said.span.start).start
    words = _of_one_time(reading, text[start : said.core.start])
    if _ONE_END.search(words) or not _PLAIN_WORDS.issuperset(_WORD.findall(words)):
        return True
    above = text.rfind("\n", 0, max(0, text.rfind("\n", 0, start))) + 1
    after = min(document.sentence_at(said.span.end - 1).end, said.span.end + _AFTER)
    around = text[max(above, said.span.start - _BEFORE) : after]
    return bool(_TOLD_APART.search(_of_one_time(reading, _SAID_OF_ALL.sub("", around))))


def _of_one_time(reading: Reading, words: str) -> str:
    """The words without those of full time, in a posting that knows no other time."""
    times = [c.value for c in reading.of("working_time")]
    hours = {time.weekly_hours for time in times if time.weekly_hours is not None}
    several = len(hours) > 1 or any(time.full_time is False for time in times)
    return words if several else _FULL_TIME.sub("", words)


def _other_offers_between(document: Document, one: Statement, other: Statement) -> bool:
    first, last = sorted((one.span, other.span))
    return bool(_OTHER_OFFERS.search(document.folded, first.end, last.start))
