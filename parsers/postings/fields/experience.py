"""The least experience asked, in years, and whether it is required."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from postings.amounts import read_count
from postings.fields.assembly import assemble
from postings.fields.field import Field, Reading
from postings.fields.statements import part
from postings.posting import Experience
from postings.resolve import Finding, resolve, single
from postings.rules import Match, Rule

_CENT = Decimal("0.01")
_LONGEST = 15  # more years are the age of a house or of a person

# `2 ans`, `2 à 5 ans`, `trois (3) années`, `6 mois`; `18 mois` is a year and a half.
_PERIOD = r"(?<![\w+])(?P<v>(?P<n><COUNT>)(?: ?\(\d{1,2}\))?(?: ?(?:a|-|/|ou) ?<COUNT>)? ?(?P<unit>an\(s\)|annees?|ans?|mois)(?![a-z]))"
_ANY_PERIOD = r"(?<!\w)<COUNT>(?: ?(?:a|-|ou) ?<COUNT>)? (?:annees?|ans?|mois)"
# Cues that are numbers of years: a match at one costs nothing.
_SPELT = tuple(
    f"{n}{unit}"
    for n in (
        *range(1, 16),
        "un",
        "une",
        "deux",
        "trois",
        "quatre",
        "cinq",
        "six",
        "sept",
        "huit",
        "dix",
    )
    for unit in (" an", "an", " mois", " (", "-", "/", " a ", " ou ", " - ")
)
_LEAST = r"(?:au moins |minimum |au minimum |mini |min\. ?|plus de |superieure? a |d'au moins |d'au minimum |\(|\*\*|de |d'|: ?|- ?)"
_DONE = r"(?:experiences?|exp\.?|xp|pratique|metier|exercice)"
_NONE = Experience(years=Decimal(0), required=False)

# Of a house, of a contract, of an age, of what replaces a diploma.
_ELSEWHERE = (
    r"agences|entreprise, |societe|\bgroupe|nous (?:avons|sommes|disposons)|\bnotre |fonde|existe|permis|teletravail|(?:apres|au bout de|au-dela de|a partir de) $"
    r"|\bsinon|ou bien|\ba defaut|contrat de|\bcdd\b|duree|enfants? d|age de|formation (?:de|d')"
    r"|renouvelable|remunere|\bou (?:avec |d'un diplome de niveau)|diplome de niveau 5|diplome<E> (?:\(e\) )?ou "
)


def _years(match: Match) -> Decimal | None:
    years = read_count(match["n"]) / (12 if match["unit"].startswith("m") else 1)
    years = years.quantize(_CENT, ROUND_HALF_UP).normalize() + 0
    return years if years <= _LONGEST else None


def _asked(match: Match) -> Experience | None:
    years = _years(match)
    return None if years is None else Experience(years=years)


def _field(match: Match) -> Experience | None:
    """What a board's field says: asked (`exigée`), wished, or a bare number."""
    years, word = _years(match), match["how"]
    return None if years is None else Experience(years=years, required=_HOW[word] if word else None)


_HOW = {
    "exigee": True,
    "souhaitee": False,
    "exige": True,
    "souhaite": False,
    "optionnel": False,
}


def _required(match: Match) -> Experience:
    return Experience(required=True)


def _wished(match: Match) -> Experience:
    return Experience(required=False)


RULES: tuple[Rule[Experience], ...] = (
    Rule(
        id="experience.field",
        pattern=rf"experience(?: professionnelle)?<SEP>(?:experience (?P<how>exigee|souhaitee) de )?{_PERIOD}",
        cues=("experience",),
        read=_field,
        examples=(
            "Expérience\n1 An(s)",
            "Expérience\nExpérience exigée de 2 An(s)",
            "Expérience\n5 Mois",
            "Expérience : 3 ans",
        ),
        rejects=("Expérience\nDébutant accepté", "expériences 12 mois après"),
        rank=5,
    ),
    Rule(
        id="experience.board-item",
        pattern=rf"(?:[^\n:]{{3,80}}?[ ]?: ){_PERIOD} \((?P<how>exige|souhaite|optionnel)\)",
        cues=("(exige)", "(souhaite)", "(optionnel)"),
        lead=100,
        read=_field,
        examples=(
            "Expérience:\n\nplombier h/f ou similaire: 5 ans (Exigé)",
            "Vente au détail : 1 an (Optionnel)",
        ),
        rejects=("Permis de conduire (Exigé)", "Bac +2 (Optionnel)"),
        rank=5,
        unless=r"permis",
    ),
    Rule(
        id="experience.field-beginner",
        pattern=r"experience(?: professionnelle)?<SEP>(?P<v>debutants? accepte<E>)",
        cues=("experience",),
        read=lambda match: _NONE,
        examples=("Expérience\nDébutant accepté", "Expérience : débutant accepté"),
        rejects=("Expérience\n2 An(s)", "Expérience souhaitée\nDébutant"),
        rank=5,
    ),
    Rule(
        id="experience.scale",
        pattern=r"(?:experience (?:souhaitee|requise|demandee|attendue)|niveau d'experience)<SEP>(?P<v>debutante?(?:\(e\))?)\b(?! ?(?:non|s))",
        cues=("experience", "niveau d'exp"),
        read=lambda match: Experience(years=Decimal(0)),
        examples=("Expérience souhaitée\nDébutant\nCatégorie", "Expérience souhaitée : Débutant"),
        rejects=("Expérience souhaitée : Confirmé", "Expérience souhaitée\nDébutant non accepté"),
        rank=1,
    ),
    Rule(
        id="experience.years-of",
        pattern=(
            rf"{_PERIOD},? ?(?:minimum |au minimum |au moins |mini |maximum )?(?:d'|de |en )(?:une? )?(?:solide |bonne |premiere )?(?:{_DONE}(?![a-z])|ecriture|terrain|fonction)"
        ),
        cues=_SPELT,
        read=_asked,
        examples=(
            "3 à 5 ans d'expérience",
            "IDE ayant 4 ans minimum d'expérience",
            "2 ans de pratique en restauration",
            "Tu as quatre ans de métier ou davantage",
            "Deux années d'expérience",
            "8 ans d'XP minimum",
            "2 ans d'expérience",
        ),
        rejects=(
            "TEMPORIS, c'est 200 agences en France, 25 ans d'expérience",
            "diplôme, ou bien 9 mois d'expérience dans l'accompagnement",
            "un groupe fort de 12 ans d'expérience",
            "CDD de 3 ans de droit public",
            "Vous êtes jeune diplômé(e) ou vous avez 3 ans d'expérience",
        ),
        rank=3,
        unless=_ELSEWHERE,
    ),
    Rule(
        id="experience.experience-of",
        pattern=(
            rf"(?:experiences?|expertise)\b(?:(?!contrat|\bcdd|duree|enfants|\bpuis|\bage|remuner|salaire|\bdans une|bac|diplome)[^\n.;]){{0,70}}?"
            rf"(?<![a-z])(?:{_LEAST}){{1,3}}(?:une? )?{_PERIOD}"
        ),
        cues=("experience", "expertise"),
        read=_asked,
        examples=(
            "Une expérience de 2 à 5 ans dans la vente est souhaitable",
            "une expérience similaire d'au moins deux ans",
            "une expérience conséquente en gestion de projets SI (minimum 8 ans)",
            "Expérience d'au moins trois (3) ans sur un poste équivalent exigée",
            "Expertise minimum de 2 ans en tant que développeur",
        ),
        rejects=(
            "une première expérience auprès d'enfants de 3 ans",
            "Rémunération selon expérience. Contrat de 3 ans",
            "selon expérience, CDD de 3 ans",
            "DEAES souhaité, sinon expérience d'un an auprès d'un public fragile",
            "diplôme de niveau 5 et d'une expérience supérieure à 10 ans",
        ),
        rank=3,
        unless=rf"{_ELSEWHERE}|selon (?:l'|votre |profil et )?$",
        but=r"^ (?:renouvelable|maximum de contrat)",
    ),
    Rule(
        id="experience.experience-number",
        pattern=rf"experience(?: professionnel(?:le)?)?(?: souhaitee| exigee| requise)?<COLON>{_PERIOD}",
        cues=("experience",),
        read=_asked,
        examples=(
            "Expérience professionnel 2 ans sur un poste similaire",
            "Expérience exigée : 3 ans",
        ),
        rejects=("selon expérience, 2 ans",),
        rank=3,
        unless=r"selon (?:l'|votre |profil et )?$",
    ),
    Rule(
        id="experience.at-least",
        pattern=(
            rf"(?:au moins |au minimum |minimum |plus de )(?:de )?{_PERIOD}(?! ?(?:de (?:contrat|cdd|services? (?:publics? )?effectifs)|d'anciennete dans|revolus|apres|avant))"
        ),
        cues=("au moins", "au minimum", "minimum", "plus de"),
        read=_asked,
        examples=(
            "vous pratiquez Python depuis au moins trois ans en environnement professionnel",
            "vous avez exercé au moins cinq ans des fonctions comparables",
        ),
        rejects=(
            "contrat d'au moins 1 an",
            "permis B depuis au moins 2 ans",
            "être âgé d'au moins 18 ans",
            "la durée attendue sur le poste est d'au moins 3 ans",
        ),
        rank=2,
        needs=r"\bpendant|\bdepuis|\bvous|\btu |\bpratiqu|exerc|poste d|profil|candidat|competence|metier|domaine|cabinet|fonctions",
        reach=140,
        unless=rf"{_ELSEWHERE}|(?:\bage|occup|engag|contrat|mission d|conserv|mineur|stage|rester|\bposte est)[^,;:]{{0,50}}$",
    ),
    Rule(
        id="experience.years-at-least",
        pattern=(
            rf"{_PERIOD} (?:au moins|minimum|mini|ou plus|ou davantage|en cabinet|a la tete d|dans un poste|dans des fonctions|sur un poste|en tant que|sur des fonctions|dans une fonction|a un poste)(?![a-z])"
        ),
        cues=_SPELT,
        read=_asked,
        examples=(
            "DCG ou BTS comptabilité, avec 3 années en cabinet au moins",
            "Trois ans à la tête d'un atelier sont attendus",
            "✔ 3 ans mini en ESN",
            "vous justifiez de cinq ans au moins dans la cybersécurité",
        ),
        rejects=(
            "Durée attendue sur le poste : 3 ans minimum",
            "contrat de 3 ans minimum",
            "CDD de 2 ans ou plus",
        ),
        rank=2,
        unless=rf"{_ELSEWHERE}|occup|engag|contrat|mission|attendue|\bage|rester|poste :",
    ),
    Rule(
        id="experience.beginners-welcome",
        pattern=(
            r"(?:\bdebutant<E>s?|jeunes? diplomee?s?(?:[·(.-]e?s?\)?)?|profils? debutants?)(?: (?:motivee?s?|et|ou|profils|en reconversion|dans le metier|dans le domaine|sont|est)){0,3} ?,? ?(?P<v>(?:accept|bienvenu|admis|possible|welcome|encourag)[a-z]{0,4}(?:\(e\)s?|[·.-]e(?:[·.-]?s)?)?|s'abstenir)|ouvert<E>s? (?:aussi )?(?:aux?|a des) (?:profils )?(?:debutant<E>s?|jeunes diplomes|juniors?)\b"
        ),
        cues=("debutant", "jeune dip", "jeunes dip", "profil debut", "profils debut", "ouvert"),
        read=lambda match: None if (match["v"] or "").startswith("s'") else _NONE,
        examples=(
            "Débutant(e)s accepté(e)s, doublure assurée",
            "Débutants motivés bienvenus",
            "Débutant·e accepté·e",
            "Jeunes diplômés acceptés, tutorat",
            "Poste ouvert aux débutants",
            "Ce poste est ouvert à des juniors",
        ),
        rejects=(
            "formation proposée aux débutants",
            "un profil débutant sera étudié",
            "Débutants s'abstenir",
            "Débutant non accepté",
        ),
        rank=2,
    ),
    Rule(
        id="experience.none-asked",
        pattern=(
            r"(?:aucune (?:experience|pratique)[^\n.;:]{0,60}?(?:n'est )?(?:donc )?(?:requise|exigee|demandee|necessaire|n'est)"
            r"|(?:pas|ni)(?: [a-z,' ]{0,25})? d'experience(?: [a-z]{1,12}){0,2} ?(?:demandee|requise|exigee|necessaire|et alors|:|\.|,)"
            r"|n'avez pas d'experience|avec ou sans experience|sans experience (?:acceptee?|requise|exigee|bienvenu)"
            r"|experience (?:professionnelle )?(?:prealable )?(?:non|n'est pas|pas) (?:requise|exigee|demandee|necessaire|obligatoire))"
        ),
        cues=(
            "aucune",
            "pas d'",
            "pas de",
            "ni d'",
            "n'avez pas",
            "sans experience",
            "avec ou sans",
            "experience",
        ),
        read=lambda match: _NONE,
        examples=(
            "Aucune expérience préalable n'est requise",
            "Vous n'avez pas d'expérience et alors ?",
            "Pas de diplôme demandé, ni d'expérience : deux jours de formation",
            "Expérience non exigée",
        ),
        rejects=(
            "pas d'expérience en dessous de 2 ans",
            "Expérience exigée",
            "aucune expérience ne sera reprise",
        ),
        rank=3,
    ),
    Rule(
        id="experience.required",
        pattern=r"experiences?\b(?:(?!diplome|permis|formation|anglais|souhait|appreci|\bnon\b|\bpas\b)[^\n.;,]){0,80}?\b(?P<v>exigee?s?|requises?|indispensables?|obligatoires?|imperati[a-z]{2,6}|necessaires?|demandees?|attendues?)\b",
        cues=("experience",),
        read=_required,
        examples=(
            "Expérience de 6 mois minimum en tant que cariste exigée",
            "une expérience de 1 à 3 ans est attendue",
        ),
        rejects=(
            "Expérience appréciée, permis B exigé",
            "Expérience souhaitée",
            "expérience non exigée",
            "aucune expérience n'est demandée",
        ),
        rank=4,
        unless=r"\baucune? $|\bni d'$|pas d'$",
    ),
    Rule(
        id="experience.wished",
        pattern=r"experiences?\b(?:(?!diplome|permis|formation|anglais|exige)[^\n.;,]){0,90}?\b(?P<v>souhait(?:ee?s?|able)|appreciee?s?|(?:serait|est|constitue|sera|represente) un (?:plus|atout|avantage)|un plus\b|serait appreciee?|de preference|bienvenues?|ideal(?:e|ement))\b(?!<SEP>(?:debutant|confirme|expert))",
        cues=("experience",),
        read=_wished,
        examples=(
            "Une expérience d'un an serait appréciée",
            "Expérience de deux ans souhaitée sur un poste similaire",
            "Une expérience en école serait un plus",
        ),
        rejects=(
            "Expérience souhaitée : Débutant",
            "Expérience souhaitée\nConfirmé\nCatégorie",
            "Expérience exigée",
        ),
        rank=3,
    ),
    Rule(
        id="experience.required-minimum",
        pattern=rf"(?:(?:au moins|minimum|justifi[a-z]{{1,5}}) (?:d'|de )?{_ANY_PERIOD} (?:d'|de )experience|{_ANY_PERIOD} d'experience (?:au )?minimum|experience d'au moins {_ANY_PERIOD}|experience d[e'] ?{_ANY_PERIOD} (?:au )?minimum(?! (?:souhait|appreci)))",
        cues=("experience",),
        lead=70,
        read=_required,
        examples=(
            "au moins 2 ans d'expérience",
            "5 ans d'expérience minimum",
            "vous justifiez de 3 ans d'expérience",
        ),
        rejects=("2 ans d'expérience appréciés", "au moins 2 jours"),
        rank=2,
    ),
)


def settle(reading: Reading) -> Finding:
    """The years of the surest words; whether they are required, from the words about them."""
    said = reading.of("experience")
    years = single(resolve(part(said, "years")))
    required = single(resolve(part(said, "required")))
    return assemble(Experience, {"years": years, "required": required})


FIELD = Field("experience", RULES, settle)
