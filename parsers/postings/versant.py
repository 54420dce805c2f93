"""Which of the three public services a posting belongs to, judged by the words it uses."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from postings.posting import Versant

# Said of the service itself; then of employers and rules that only it has.
_TELLING: dict[Versant, tuple[str, str]] = {
    "FPT": (
        r"fonction publique territoriale|\bfpt\b|emploi[- ]territorial|grade\(s\) recherche\(s\)",
        r"\bmairie|\bcommunes?\b|\bville de\b|communaut(?:e|aire)s? (?:de commune|d'agglo|urbaine)|"
        r"\bmetropole\b|conseil (?:departemental|regional|municipal|communautaire)|"
        r"collectivites? (?:territoriale|locale)|\bccas\b|\bcias\b|\bsdis\b|"
        r"syndicat (?:mixte|inter)|centre de gestion|\bcnfpt\b|\bcnas\b|\bepci\b|"
        r"(?<!hospitalier )intercommunal|(?:^|\n) *(?:le )?departement d|region [a-z]|"
        r"l\.? ?332-(?:8|13|14)\b|loi n° ?84-53|"
        r"\b(?:attache|redacteur|ingenieur|technicien|animateur|adjoint)s? territoria",
    ),
    "FPE": (
        r"fonction publique (?:de l')?(?:d')?etat|\bfpe\b",
        r"\bministere|\bprefecture|rectorat|\bacademie\b|\buniversit(?:e|es)\b|\bcrous\b|"
        r"direction departementale|\bddtm?\b|\bdreal\b|\bcnrs\b|\binserm\b|\binrae\b|"
        r"cour des comptes|administration centrale|services? de l'etat|\bdgfip\b|"
        r"\bl\.? ?332-[1-7]\b|secretariat general (?:du|pour)|tribunal|loi n° ?84-16",
    ),
    "FPH": (
        r"fonction publique hospitaliere|\bfph\b",
        r"centre hospitalier|\bch d(?:e |')|\bchu\b|\bchru?\b|\bghu?t?\b|\bhopita(?:l|ux)\b|"
        r"\behpad\b|\bepsm\b|groupement hospitalier|loi n° ?86-33|\bpole de psychiatrie|titre iv",
    ),
}
_PUBLIC = re.compile(
    r"fonction publique|fonctionnaire|(?:voie|remuneration|position) statutaire|statutaires?\b|"
    r"agents? (?:titulaires?|contractuels?|publics?)|titulaires? (?:ou|et) (?:aux )?contractuel|"
    r"ouverte? aux contractuels|emploi contractuel|vacance d'emploi|cadres? d'emplois?|"
    r"(?:emploi|poste|cdd|contrat|agent|cadre)s? (?:contractuels? )?de cat(?:egorie|\.)|"
    r"grille indiciaire|traitement indiciaire|indice (?:brut|majore)|\brifseep\b|\bcgfp\b"
)


@lru_cache(maxsize=1)
def _patterns() -> dict[Versant, tuple[re.Pattern[str], re.Pattern[str]]]:
    return {v: (re.compile(a), re.compile(b)) for v, (a, b) in _TELLING.items()}


def versant_of(folded: str) -> Versant | None:
    """The service that the words of a posting point to; None where they point to none or to two.

    Names of the service count most, and the head of the posting more than its body.
    """
    weights: Counter[Versant] = Counter()
    for versant, (named, employed) in _patterns().items():
        weights[versant] = sum(
            weight * (3 if match.start() < 500 else 1)
            for pattern, weight in ((named, 5), (employed, 2))
            for match in pattern.finditer(folded)
        )
    (best, most), (_, second) = weights.most_common(2)
    return best if most and most >= 2 * second else None


def is_public(folded: str) -> bool:
    """Tell whether a posting speaks of public service at all."""
    return _PUBLIC.search(folded) is not None or versant_of(folded) is not None
