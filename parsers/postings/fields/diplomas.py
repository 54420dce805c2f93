"""French diplomas by their names, each with the years after the bac that it stands for.

Levels are those of the national framework (code du travail, D6113-19): CAP 3, bac 4, bac+2 5,
licence 6, master 7, doctorat 8. Roman numerals are those of the nomenclature of 1969, which
counted down from I (master) to V (CAP), unless they are said to be European.
"""

from __future__ import annotations

from postings.posting import Education
from postings.rules import Match

_LEVELS = {-1: 3, 0: 4, 1: 4, 2: 5, 3: 6, 4: 6, 5: 7, 6: 7, 7: 7, 8: 8}
_YEARS = {3: -1, 4: 0, 5: 2, 6: 3, 7: 5, 8: 8}
_ROMAN = {"i": 7, "ii": 6, "iii": 5, "iv": 4, "v": 3}
_EUROPEAN = {"iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8}

_STATE = r"diplome (?:d'etat |national )?(?:d[eu'] ?|des |d'une? )?"
_DOCTOR = r"(?:these de )?doctorat\b|docteure? (?:en|es)\b|ph\.?d\b"
_MASTER_1 = r"master[ ]?1\b|m1\b|maitrise (?:en|de) (?:droit|sciences|lettres|gestion|langues)"
_MASTER = (
    r"master(?:e|s)?(?:[ ]?(?:2|ii|pro(?:fessionnel)?|recherche))?\b(?![ ]?(?:1|data|plan|class|of))|m2\b|m\.?sc\b"
    r"|d\.?e\.?s\.?s\b|grandes? ecoles?|diplome superieur de (?:comptab|gestion)|dscg\b"
    r"|(?:diplomee?s? d'une? |une? )?(?:diplome|titre|formation|ecoles?)(?: d'| de l'| )ingenieur<E>|ecoles? (?:superieure )?de commerce"
    r"|ingenieur<E> de formation|ingenieur<E>(?: [a-z]{4,12})? ou (?:diplom|master|equivalent)|formation superieure \(ingenieur"
    rf"|{_STATE}(?:docteur|sage-femme|masseur)"
)
_LICENCE = (
    r"licence\b(?! libre| de (?:peche|debit|conduite)| et |,? autoris)|bachelor\b|dcg\b|d\.?e\.?es\b|deeje\b|deass\b|deis\b|ide (?=ayant|diplom|d'etat|exig)"
    rf"|{_STATE}(?:(?:infirmi|puericult|ergotherap|psychomotric|manipulat)[a-z]{{0,12}}|assistante?[a-z·.()/-]{{0,8}} (?:de service )?social|educat(?:eur|rice)[a-z·.()/-]{{0,8}} (?:specialise|de jeunes)"
    r"|conseiller[a-z.()/-]{0,6} en economie)"
)
_BTS = r"b\.?t\.?s(?:\.?a)?\b|d\.?u\.?t\b|deug\b|deust\b|dejeps\b"
_BUT = r"but\b (?=[a-z]{4,}|gea|geii|mmi|tc\b|ou )(?!d[eu]|est|sera|non|commun|principal|premier|ultime|lucratif)"
_BAC = (
    r"bac(?:calaureat)?s?[ ](?:pro(?:fessionnel)?|general|techno(?:logique)?|st2s|sti2d|stl|stmg|sms)\b|baccalaureat\b(?! ?\+)|bpjeps\b"
    r"|brevet professionnel|bp (?=jeps|boulang|coiff|prepar|cuisin)|deas\b|deap\b|deme\b"
    rf"|{_STATE}(?:aide[- ]soignant|auxiliaire de puericulture|moniteur[- ]educateur|technicien de l'intervention)"
)
_TRADES = (
    r"accompagnant|petite|cuisin|boulang|patiss|menuis|electr|coiff|plomb|maconn|mecan|jardin|espaces|aepe|agent|peint|carrel|couvr|metall|restaur"
    r"|bouch|charcut|vente|employe|exig|obligatoire|souhaite|requis|minimum|dans le|en (?!cours)|\(|assistant|maintenance|chauff|soud|logistique"
)
_CAP = (
    rf"c\.?a\.?p\.?(?:a\b)?(?:(?=[ ]?(?:/|,|ou|et) ?b\.?e\.?p)|(?= ?(?:{_TRADES})))|b\.?e\.?p(?:\.?a)?\b|deaes\b|deavs\b"
    rf"|{_STATE}(?:accompagnante? educati|auxiliaire de vie)|brevet des colleges"
)
# `ide` and `cap` are words too: these few count only where a diploma is asked.
NAMED = (
    rf"(?:(?P<y8>{_DOCTOR})|(?P<y4>{_MASTER_1})|(?P<y5>{_MASTER})|(?P<y3>{_LICENCE})|(?P<y2>{_BTS})"
    rf"|(?P<but>{_BUT})|(?P<y0>{_BAC})|(?P<cap>{_CAP}))"
)
# The same, roughly and without groups: one word of each.
DIPLOMA = (
    r"(?:doctorat|master|licence|ingenieur|bachelor|\bb\.?t\.?s|\bd\.?u\.?t\b|\bdeug|\bdeust|\bdcg|\bdscg|\bbut\b|\bcap\b|\bbep|\bbac\b|baccalaureat"
    r"|\bphd|\bm[12]\b|grande ecole|ecole|\bd\.?e\.?[a-z]{1,3}s?\b|\bbp|diplome|docteur|titre|brevet|\bide\b)"
)
_GROUPS = {"y8": 8, "y4": 4, "y5": 5, "y3": 3, "y2": 2, "but": 3, "y0": 0, "cap": -1}
NAMED_CUES = (
    "doctorat", "these de doc", "docteur", "phd", "ph.d", "master", "m1", "m2", "msc", "m.sc", "maitrise", "dess", "d.e.s.s",
    "grande ecole", "grandes ecoles", "diplome", "titre d'ing", "titre ing", "formation d'ing", "formation ing", "formation superieure (",
    "ecole d'ing", "ecoles d'ing", "ecole de commerce", "ecoles de commerce", "ecole superieure de c", "ingenieur", "dscg", "licence",
    "bachelor", "dcg", "dees", "d.e.es", "deeje", "deass", "deis", "ide ", "bts", "b.t.s", "dut", "d.u.t", "deug", "deust", "dejeps", "but ",
    "bac pro", "bac gen", "bac tech", "bac st", "bacs pro", "baccalaureat", "bpjeps", "brevet", "bp ", "deas", "deap", "deme",
    "cap", "c.a.p", "bep", "b.e.p", "deaes", "deavs",
)  # fmt: skip


def of_years(years: int) -> Education:
    """So many years after the bac; a CAP is -1."""
    return Education(bac_years=years, level=_LEVELS[years])


def named(match: Match) -> Education | None:
    """The diploma that `NAMED` found."""
    for group, years in _GROUPS.items():
        if match[group] is not None:
            return of_years(years)
    return None


def of_level(level: str, *, european: bool) -> Education | None:
    """A level of the framework, `5`, or of the old nomenclature, `III`."""
    number = int(level) if level.isdigit() else (_EUROPEAN if european else _ROMAN).get(level)
    return Education(bac_years=_YEARS[number], level=number) if number in _YEARS else None
