"""The hierarchical categories of the post: stated, or implied by its grades."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from postings.fields.field import Field, Reading
from postings.fields.versant import is_public
from postings.folding import fold
from postings.patterns import pattern
from postings.posting import Category, Grade
from postings.resolve import Finding
from postings.rules import Candidate, Match, Rule

Categories = tuple[Category, ...]
_ORDER: Categories = ("A+", "A", "B", "C")
_LETTER = r"(?:a ?\+|[abc](?![a-z0-9'·]))"
_JOINT = r"(?: ?[,/&] ?| ?(?:et|ou|voire)(?:/ou)? | a | - )(?:de |en |la )?(?:categorie |cat\.? ?)?"
_LETTERS = rf"(?P<v>{_LETTER}(?:{_JOINT}{_LETTER}){{0,3}})"
_READ_LETTER = pattern(r"(?<![a-z])(?:a ?\+|[abc](?![a-z]))")
_TO = pattern(r"(?<=[abc+]) a (?=(?:categorie |cat\.? ?)?[abc])")
# An `à` is no letter, unless it leads from one to another.
_SMALL = pattern(r"\b[àÀabc]\b(?! (?:[Cc]at[ée.]\w* ?)?[ABC])")
# Other people's category, and what else comes in categories A, B and C.
_PEOPLE = (
    r"(?:agents|personnels|personnes|fonctionnaires|collaborateurs|cadres|assistants|techniciens|"
    r"gestionnaires|instructeurs|redacteurs|adjoints|titulaires)(?: [a-z]+){0,2}"
)
_OTHERS = (
    r"(?:(?<!categorie[ ])\d|\bdeux|\btrois|\bquatre|\bcinq|\bsix|\bsept|\bhuit|\bneuf|\bdix|\bonze|douze|vingt)"
    rf" (?:(?:[a-z]+ )?(?:agent|{_PEOPLE}) )?(?:de |d'|en )?\(?$"
    r"|(?:encadr|manag|equipe|compos|effectif|pilot|dirig)"
    r"(?:(?!ouvert|recrut|accessib|poste)[^.\n]){0,80}"
    rf"{_PEOPLE} (?:de |d')?\(?$"
    r"|(?:n ?\+ ?\d|sous (?:l'autorite|la responsabilite)|superieur hierarchique)[^\n.,;]{0,60}$"
    r"|(?:armes?|armement|permis|erp|caces|habilitation|licence|bruit|risques?|dechets?|engins?|"
    r"vehicules?|chariots?|equipements?|amiante)(?: [a-z']+){0,2} ?:? ?\(?$"
)


def _letters(written: str) -> Categories:
    """The categories of `a ou b`, `a+`, `a a c` (from A to C)."""
    ends = _TO.split(written)
    said = {m[0].upper().replace(" ", "") for end in ends for m in _READ_LETTER.finditer(end)}
    if len(ends) > 1 and {"A", "C"} <= said:
        said.add("B")
    return tuple(category for category in _ORDER if category in said)


def _stated(match: Match) -> Categories | None:
    return _letters(match["v"]) or None


RULES: tuple[Rule[Categories], ...] = (
    Rule(
        id="categories.entry-grade",
        pattern=rf"grade d'entree de categorie {_LETTERS}",
        cues=("grade d'entree",),
        read=_stated,
        examples=("un des grades indiqués est un grade d'entrée de catégorie C",),
        rejects=("un grade d'entrée sans concours",),
        rank=1,
    ),
    Rule(
        id="categories.stated",
        pattern=(
            r"(?<![a-z])(?<!d'entree[ ]de[ ])(?:categories?(?:\(s\))?|cat\b\.?)"
            r"(?: (?:hierarchique|statutaire|d'emplois?|du poste|fp|fonction publique)s?)?"
            rf"[ ]{{0,30}}[:\-|]?[ ]{{0,30}}(?:\n[ ]{{0,30}}){{0,2}}(?:categorie )?{_LETTERS}"
        ),
        cues=("cat",),
        read=_stated,
        examples=(
            "Emploi permanent de catégorie A",
            "Catégorie\nCatégorie B (profession intermédiaire)",
            "Catégorie\nA",
            "Emploi contractuel de cat. A+",
            "Ouvert aux fonctionnaires, cat. B ou C",
            "titulaire de catégorie A ou A+",
            "Catégories : A et B",
            "Emploi de catégorie 3 (catégorie A de la fonction publique)",
        ),
        rejects=(
            "Vous encadrez deux agents de catégorie C",
            "L'effectif compte 18 agents de catégorie A",
            "Armement cat. B",
            "Catégorie : CDD de 2 ans",
            "Permis de catégorie B exigé",
            "Encadrement d'une équipe d'agents de catégorie C",
            "les fonctionnaires de catégorie A inscrits en vue d'un doctorat",
        ),
        rank=2,
        unless=_OTHERS,
        but=r"^ (?:[a-z]+ ){0,3}inscrite?s? en (?:vue|these|doctorat)",
    ),
    Rule(
        id="categories.civil-servants",
        pattern=rf"(?<![a-z])(?:fonctionnaire|titulaire)s? \(?{_LETTERS}(?= ?[-),.;\n]| [a-z]|$)",
        cues=("fonctionnaire", "titulaire"),
        read=_stated,
        examples=(
            "Les fonctionnaires A sont aussi les bienvenus",
            "ouvert aux titulaires (B ou C)",
        ),
        rejects=("Équipe de 4 fonctionnaires A", "des fonctionnaires, cadre de vie"),
        rank=2,
        unless=_OTHERS,
    ),
    Rule(
        id="categories.cadre",
        pattern=rf"(?<![a-z])cadres? \(?{_LETTERS}(?= ?[-),.;\n]|$)",
        cues=("cadre",),
        read=_stated,
        examples=("fonctionnaires (cadre A - RIFSEEP groupe 3)", "Niveau cadre (B)\n"),
        rejects=("dans ce cadre a été créé un poste", "Le cadre à définir, dans le cadre, b"),
        rank=2,
        unless=rf"\b(?:ce|du|le|un|son) $|{_OTHERS}",
    ),
)


def settle(reading: Reading) -> Finding:
    """What is stated, with what the grades imply; an entry grade alone says less than they do."""
    stated = [c for c in (_as_written(c, reading) for c in reading.of("categories")) if c.value]
    if not is_public(reading):
        stated = []
    implied = implied_by_grades(reading)
    sure = [c for c in stated if c.rule.rank > 1]
    if not sure and not implied:
        sure = stated
    union = {category for c in sure for category in c.value}
    grade_says = {category for c in implied for category in c.value}
    if len(union) == 1 and len(grade_says) == 1 and union != grade_says:
        return _finding(sure[0].value, sure)  # what is written holds
    values = tuple(c for c in _ORDER if c in union | grade_says)
    if "A" in union and "A+" not in union:  # A+ is a way of speaking of A
        values = tuple(c for c in values if c != "A+")
    return _finding(values, [*sure, *implied])


def _finding(values: Categories, read: Sequence[Candidate[Categories]]) -> Finding:
    if not values:
        return Finding()
    evidence = {str(at): [c for c in read if said in c.value] for at, said in enumerate(values)}
    return Finding(values, evidence)


def _as_written(candidate: Candidate[Categories], reading: Reading) -> Candidate[Categories]:
    """Read again with capitals and accents: `catégorie B, à temps complet` has no category A."""
    span, text = candidate.core, reading.document.text
    if text[span.start] in "ABC":
        capitals = _SMALL.sub(" ", text[span.start : span.end])
        return replace(candidate, value=_letters(fold(capitals)))
    word_follows = re.match(r" [a-z]", reading.document.folded[span.end : span.end + 2])
    sure = text[span.start] in "bc" or not word_follows
    return replace(
        candidate, value=candidate.value if sure and not _needs_capitals(candidate) else ()
    )


def _needs_capitals(candidate: Candidate[Categories]) -> bool:
    return candidate.rule.id in ("categories.cadre", "categories.civil-servants")


def implied_by_grades(reading: Reading) -> list[Candidate[Categories]]:
    """Categories of the grades found, and of homonyms that all have the same."""
    finding = reading.found.get("grades")
    if not finding:
        return []
    sets = [*finding.evidence.values(), *finding.ambiguous.values()]
    implied = []
    for candidates in sets:
        categories = {_category(c.value) for c in candidates}
        category = categories.pop() if len(categories) == 1 else None
        if category:
            implied += [replace(c, value=(category,)) for c in candidates[:1]]
    return implied


def _category(grade: Grade) -> Category | None:
    return grade.category


FIELD = Field("categories", RULES, settle)
