"""What is paid besides the pay: régime indemnitaire, 13th month, CTI…"""

from __future__ import annotations

from postings.fields.field import Field, Reading
from postings.resolve import Finding
from postings.rules import Candidate, Rule

_REFUSED = r"\bpas d[e']|\bsans\b|aucune?\b|refonte|gestion|suivi|campagne|instrui|calcul|mettre en"


def _bonus(
    what: str, pattern: str, cues: tuple[str, ...], example: str, reject: str, *, name: str
) -> Rule[str]:
    """A rule that reads one bonus by its names."""
    return Rule(
        id=f"bonuses.{name}",
        pattern=pattern,
        cues=cues,
        read=lambda match: what,
        examples=(example,),
        rejects=(reject,),
        unless=_REFUSED,
    )


RULES: tuple[Rule[str], ...] = (
    _bonus(
        "RIFSEEP",
        r"rifseep\b",
        ("rifseep",),
        "Rémunération statutaire + RIFSEEP",
        "refonte du RIFSEEP au 1er juillet",
        name="rifseep",
    ),
    _bonus("IFSE", r"ifse\b", ("ifse",), "IFSE 180 € brut / mois", "sans IFSE", name="ifse"),
    _bonus("CIA", r"cia\b", ("cia",), "IFSE et CIA", "les associations", name="cia"),
    _bonus("ISFE", r"isfe\b", ("isfe",), "Traitement indiciaire + ISFE", "pas d'ISFE", name="isfe"),
    _bonus(
        "régime indemnitaire",
        r"regimes? indemnitaires?\b",
        ("regime",),
        "Rémunération indiciaire + régime indemnitaire",
        "gestion du régime indemnitaire",
        name="regime-indemnitaire",
    ),
    _bonus(
        "13e mois",
        r"(?:13|treizieme)[ ]?(?:e|eme|ieme) mois\b",
        ("13", "treizieme"),
        "38 k€, 13e mois inclus",
        "13 mois d'expérience",
        name="thirteenth-month",
    ),
    _bonus(
        "prime annuelle",
        r"primes? (?:annuelles?|de fin d'annee)\b",
        ("prime",),
        "+ prime annuelle",
        "prime de précarité",
        name="yearly-bonus",
    ),
    _bonus(
        "SFT",
        r"(?:sft\b|supplement familial)",
        ("sft", "supplement"),
        "traitement + SFT",
        "suivi du supplément familial de traitement",
        name="sft",
    ),
    _bonus(
        "CTI",
        r"(?:cti\b|complement de traitement indiciaire|(?:primes?|revalorisation|indemnite|complement|avec|\(|\+) ?[\"]?segur\b"
        r"|segur[^\n.;]{0,20}? (?:inclus|compris))",
        (
            "cti",
            "complement",
            "prime",
            "revalorisation",
            "indemnite",
            "avec segur",
            "(segur",
            "+ segur",
            "segur",
        ),
        "CTI « Ségur » (49 points)",
        "complément de salaire en décembre",
        name="cti",
    ),
    _bonus(
        "indemnité de résidence",
        r"indemnites? de residence\b(?! 0)",
        ("indemnite",),
        "indemnité de résidence (3 %)",
        "indemnité kilométrique",
        name="residence",
    ),
    _bonus(
        "prime de service",
        r"primes? de service\b",
        ("prime",),
        "le CTI et la prime de service",
        "prime de nuit",
        name="service-bonus",
    ),
    _bonus(
        "prime Grand âge",
        r"primes? [\" ]{0,3}grand age",
        ("prime",),
        "Prime « Grand âge » (118 € brut)",
        "prime de fin de mission",
        name="grand-age",
    ),
    _bonus(
        "intéressement",
        r"interessement\b",
        ("interessement",),
        "Intéressement et participation",
        "sans intéressement",
        name="profit-sharing",
    ),
)


def settle(reading: Reading) -> Finding:
    """Each bonus once, in the order of the text."""
    named: dict[str, list[Candidate[str]]] = {}
    for candidate in sorted(reading.of("bonuses"), key=lambda c: c.span.start):
        named.setdefault(candidate.value, []).append(candidate)
    return Finding(tuple(named), {str(i): c for i, c in enumerate(named.values())})


FIELD = Field("bonuses", RULES, settle, serves="salary.bonuses")
