"""Hours a week, as they are written; what they mean for the post is settled in working_time."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from postings.posting import WorkingTime
from postings.rules import Match, Rule

# `37h30`, `38 heures 30`, `37,5 h`; not `8h30-12h`, `24h/24`.
_MINUTES = r"(?:[ ]?(?P<m>(?<=h)[0-5]\d|00|15|30|45)(?:mn|min)?(?![\d%])(?! ?(?:jours?|rtt|h|semaines?)\b))"
HOURS = (
    rf"(?<![\d.,/])(?<!\d:)(?P<v>(?P<h>\d{{1,2}})(?:[.,](?P<tenths>\d{{1,2}}))?[ ]?(?:heures?|hrs?|h){_MINUTES}?)"
    r"(?![a-z\d])(?! ?(?:-|/|a) ?\d{1,2} ?(?:h|:))(?! ?(?:/|sur) ?24)"
)
_OTHER_HOURS = r"\d{1,2}(?:[.,]\d)?[ ]?(?:heures?|h)(?:\d{2})?"
_OFFERED = rf"(?: (?:ou|et|a) {_OTHER_HOURS})?"
_WEEK = r"(?:(?:par|la|/|chaque)?[ ]?semaines?\b|/[ ]?sem\b|par sem\b|/?[ ]?hebdo(?:madaires?)?(?![a-z]))"
TEMPS = r"(?:temps (?:de travail )?(?:complet|plein|non[ -]complet|incomplet|partiel)(?: annualise| de nuit)?|tnc\b)"
# Cues that are hours, `35h` or `35 h`: a match at one costs nothing.
_CUES = tuple(f"{n}{unit}" for n in range(1, 49) for unit in ("h", " h"))
_PADDED = tuple(f"0{n}h" for n in range(1, 10))
_DECIMAL = tuple(f"{n}{point}" for n in range(17, 41) for point in (",5", ".5", ",25", ",75"))

_LONGEST = 48  # the longest week of the law: what is longer is no week
_SHORTEST_FULL = 35
_CENT = Decimal("0.01")


def hours(match: Match) -> Decimal | None:
    """The hours of a match of `HOURS`: `37h30` is 37.5; None where no week is so long."""
    groups = match.groupdict()
    value = Decimal(f"{match['h']}.{groups.get('tenths') or 0}")
    value += Decimal(groups.get("m") or 0) / 60
    value = value.quantize(_CENT, ROUND_HALF_UP).normalize() + 0
    return value if 0 < value <= _LONGEST else None


def a_week(match: Match) -> WorkingTime | None:
    """So many hours a week."""
    value = hours(match)
    return WorkingTime(weekly_hours=value) if value else None


def a_long_week(match: Match) -> WorkingTime | None:
    """Hours that nothing calls weekly but their number."""
    read = a_week(match)
    return read if read and 17 <= (read.weekly_hours or 0) <= 45 else None


def a_usual_week(match: Match) -> WorkingTime | None:
    """Hours that nothing but their number and their place calls weekly."""
    read = a_week(match)
    return read if read and 28 <= (read.weekly_hours or 0) <= 40 else None


def with_days_off(match: Match) -> WorkingTime | None:
    """Hours that earn days off are those of a week of more than 35."""
    read = a_week(match)
    return read if read and (read.weekly_hours or 0) > _SHORTEST_FULL else None


def fraction(match: Match) -> WorkingTime | None:
    """`17h30/35e` and `12/20èmes`: hours of a full week, hence a share."""
    value, full = hours(match), Decimal(match["full"] or match["other"])
    if not value or value > full:
        return None
    share = (value / full).quantize(Decimal("0.0001"), ROUND_HALF_UP).normalize() + 0
    return WorkingTime(full_time=value == full, weekly_hours=value, share=share)


# Hours of a counter, of pupils, of a part of the work.
_NOT_THE_POST = (
    r"ouvertures? (?:au|de|du|des|:)|ouverte?s? (?:au public|de \d|du |le )|amplitude|dont \d{0,2}$"
    r"|\beleves?\b|usagers|beneficiaires?|maxim|supplementaires?|astreinte"
)

RULES: tuple[Rule[WorkingTime], ...] = (
    Rule(
        id="working_time.full-hours-labelled",
        pattern=rf"(?:temps|duree|quotite)(?: (?:de|du) (?:travail|temps de travail))?<SEP>(?:{TEMPS}|mi-temps)[ ]?[,(:\-][ ]?{HOURS}",
        cues=("temps", "duree", "quotite"),
        read=a_week,
        examples=(
            "Temps de travail : Temps non complet, 28h00 hebdomadaire",
            "Quotité : mi-temps, 19h hebdomadaires",
        ),
        rejects=(
            "Temps de travail : Temps non complet, 0h00 hebdomadaire",
            "Temps de travail : temps complet, 1607 heures",
        ),
        rank=5,
    ),
    Rule(
        id="working_time.board-hours",
        pattern=rf"(?:(?<![^\n])|(?<=temps[ ]partiel[ ]-[ ])){HOURS}(?:[ ]?/[ ]?semaine| ?autre\b| ?horaires? (?:normaux|variables?|fixes?|irreguliers?|decales?))",
        cues=_CUES,
        read=a_week,
        examples=("35H/semaine\nTravail en journée", "37H30 Autre", "28H Horaires variables"),
        rejects=("14h Autre réunion au siège", "35h de formation"),
        rank=5,
        but=r"^ reunion",
    ),
    Rule(
        id="working_time.labelled-hours",
        pattern=(
            r"(?:(?:duree|temps|cycle|base|rythme|volume|moyenne|forfait|quotite|contrat|service|horaires?)"
            r"(?: (?:de|du) (?:travail|service))?(?: (?:horaire|hebdomadaire|moyen(?:ne)?|effecti(?:f|ve)))*"
            r"(?: (?:de|du) (?:travail|service))?)"
            rf"(?:<SEP>| (?:est )?(?:fixee? a|de|a raison de|moyenne? de|sur) (?:la base de )?)(?:{TEMPS}[ ,:(-]{{1,3}})?{HOURS}"
        ),
        cues=(
            "duree",
            "temps de travail",
            "cycle",
            "base",
            "rythme",
            "volume",
            "moyenne h",
            "forfait",
            "contrat",
            "horaires h",
            "horaire h",
            "quotite",
            "service h",
            "temps hebdo",
        ),
        read=a_long_week,
        examples=(
            "Temps de travail hebdomadaire : 38 h 30",
            "Cycle hebdomadaire de 38h30 (19 RTT)",
            "Le temps de travail est fixé à 39 heures",
            "Sur base hebdomadaire de 35 heures.",
            "Contrat horaire : 35h",
            "une durée hebdomadaire de service de 24 heures",
            "temps complet, forfait 39 h",
            "Contrat 39h/ 2 jours de repos",
            "Temps de travail : 35 h ou 39 h au choix",
        ),
        rejects=(
            "Contrat de 1 607 heures",
            "cycle de formation de 40 heures",
            "Durée de la réunion : 2 heures",
            "Durée du travail : de nuit, postes de 12h",
        ),
        rank=4,
        but=r"^ ?(?:par (?:mois|an)|de formation|supplementaires)",
    ),
    Rule(
        id="working_time.hours-a-week",
        pattern=(
            rf"{HOURS}{_OFFERED} ?,?(?:(?:de (?:travail|service|cours|presence)|d'(?:enseignement|intervention))s? |effectives )?"
            rf"(?:en moyenne )?\(?{_WEEK}"
        ),
        cues=(*_CUES, *_PADDED, *_DECIMAL),
        read=a_week,
        examples=(
            "37h30 hebdo, 15 RTT",
            "20h par semaine",
            "12h d'enseignement par semaine",
            "37h30 ou 39h hebdomadaires au choix",
            "37 h en moyenne par semaine",
            "39h semaine / 4,5 jours",
        ),
        rejects=(
            "Horaires d'ouverture au public : mardi 14h-18h, samedi 10h-17h, soit 20h30 hebdomadaires.",
            "3h hebdo comprises dans le temps de travail",
            "48 semaines par an",
            "15 à 20 heures d'activités par semaine pour chaque jeune",
            "le lundi à 14h, semaines paires",
            "Le service est ouvert au public 33 heures par semaine",
        ),
        rank=3,
        unless=rf"{_NOT_THE_POST}|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)[^,;]{{0,6}}$",
        but=r"^ ?,? ?(?:comprise|incluse|pour chaque|par (?:eleve|jeune|classe|groupe)|d'ouverture|paires|impaires)",
    ),
    Rule(
        id="working_time.hours-after-kind",
        pattern=rf"(?:{TEMPS}|\bcd[di]|\betp|\b\d{{2,3}} ?%)[ ]?(?:[,:(|·-]{{0,2}}[ ]?|, a raison de | de | a | a raison de |, soit | soit ){HOURS}",
        cues=(
            "temps complet",
            "temps plein",
            "temps non",
            "temps partiel",
            "temps incomplet",
            "tnc",
            "cdi",
            "cdd",
            "etp",
            *(f"{n}%" for n in range(50, 101, 5)),
            *(f"{n} %" for n in range(50, 101, 5)),
        ),
        read=a_long_week,
        examples=(
            "Temps plein de nuit 32h30, postes de 10h",
            "contrat : temps plein (39h)",
            "CDI, 39 heures, 5 jours",
            "Quotité : 100 % (37h30)",
            "CDI - 0,80 ETP (28 h)",
            "temps non complet à raison de 24h",
        ),
        rejects=(
            "congés payés par mois (pour un temps plein à 35h00)",
            "temps complet, gardes de 12 heures",
            "temps complet (18 heures de cours)",
        ),
        rank=4,
        unless=r"pour un $|prorata|equivalent",
        but=r"^ ?(?:de cours|de formation)",
    ),
    Rule(
        id="working_time.hours-and-days-off",
        pattern=rf"{HOURS}[^\n.;\d]{{0,28}}?\d{{1,2}}(?:[.,]\d)?(?: jours?)? ?(?:de |d')?a?rtt\b",
        cues=(*_CUES, *_DECIMAL),
        read=with_days_off,
        examples=(
            "38 heures générant 18 jours ARTT",
            "Cycle de 38h30 (19,5 RTT)",
            "39h avec 22 jours de RTT",
        ),
        rejects=("réunion à 14h puis 10 jours de RTT", "35 heures, 25 jours de congés"),
        rank=3,
    ),
    Rule(
        id="working_time.hours-on-days",
        pattern=rf"{HOURS} (?:par semaine )?(?:reparti<E> )?(?:sur|/) [3-6](?:[.,]5)? jours",
        cues=_CUES,
        read=a_long_week,
        examples=("Rythme : 36h sur 4 jours", "36h30 sur 5 jours, amplitude 7h30 / 18h45"),
        rejects=("une formation de 14h sur 2 jours", "12h sur 3 jours"),
        rank=2,
        unless=r"formation|stage ",
    ),
    Rule(
        id="working_time.hours-on-average",
        pattern=rf"{HOURS} (?:en moyenne|pendant les (?:\d\d |semaines|periodes? scolaires?))",
        cues=(*_CUES, *_DECIMAL),
        read=a_long_week,
        examples=(
            "cycle de six semaines, 35 h en moyenne",
            "39h45 pendant les 36 semaines d'école",
        ),
        rejects=("12 h en moyenne par garde", "31h30 (soit 38h les semaines d'école)"),
        rank=2,
        unless=_NOT_THE_POST,
        but=r"^ ?par (?:mois|garde|an)",
    ),
    Rule(
        id="working_time.hours-of-the-pay",
        pattern=rf"(?:mois|mensuel(?:le)?s?|bruts?|base(?: de)?) (?:sur|pour) (?:la |une )?(?:base (?:de |d'))?{HOURS}",
        cues=("mois sur", "mois pour", "mensuel", "brut", "base"),
        read=a_long_week,
        examples=("1 836,20 € brut par mois sur 35 h", "2 048 € brut pour 39h"),
        rejects=("2 500 € brut par mois pour 151,67 h", "brut pour un temps plein à 35h"),
        rank=1,
    ),
    Rule(
        id="working_time.schedule-hours",
        pattern=rf"horaires?(?: de travail)?<SEP>{HOURS}",
        cues=("horaire",),
        read=a_usual_week,
        examples=("Horaires : 35h, du lundi au vendredi de 8h30 à 12h",),
        rejects=(
            "Horaires : 18h, le lundi",
            "Horaires : 8h30 - 17h",
            "Horaires de travail : 12h de nuit",
        ),
        rank=2,
    ),
    Rule(
        id="working_time.hours-alone",
        pattern=rf"(?:(?<![^\n ])|(?<=[·|(•]))(?:(?<=\n)|(?<![^\n])|(?<=[.;·|•-][ ])|(?<=[ ][ ])|(?<=[·|(•])){HOURS}(?= ?[.,;·|\n)]|[ ][ -]|$)",
        cues=_CUES,
        read=a_usual_week,
        examples=(
            "Petite maçonnerie. 35h. CDD d'un an",
            "35 h, 2 jours de repos",
            "CDI | 39h | Lyon",
        ),
        rejects=("Clôture : 30 mars, 16 h.", "prévisions à 48 h.", "• 14h, réunion"),
        rank=1,
    ),
    Rule(
        id="working_time.label-without-h",
        pattern=r"(?:horaires?|duree|nombre d'heures)(?: [a-z]{2,12}){0,2}<SEP>(?<!\d)(?P<v>(?P<h>\d{2})(?:[.,](?P<tenths>\d{1,2}))?)(?: (?:et|ou|a) \d{2})? ?(?:heures? (?:/ ?|par )?|/ ?|par )sem",
        cues=("horaire", "duree", "nombre d'heures"),
        read=a_week,
        examples=("Horaires : 37,5/semaine", "Nombre d'heures : 15 et 35heures semaines"),
        rejects=("Durée : 12 semaines", "Horaires : 8h30-12h"),
        rank=4,
    ),
    Rule(
        id="working_time.fraction",
        pattern=(
            r"(?<![\d.,/])(?<!\d:)(?P<v>(?P<h>\d{1,2})(?:[.,](?P<tenths>\d{1,2})|[ ]?h(?:eures?)?[ ]?(?P<m>[0-5]\d)?)?[ ]?/[ ]?"
            r"(?:(?P<full>35)(?:[.,]00?)?(?: ?(?:i?emes?|es?|h(?:eures?)?(?:00)?))?|(?P<other>16|18|20|36|39) ?(?:i?emes?|es?)))(?![a-z\d/])"
        ),
        cues=("/35", "/ 35", "/16", "/ 16", "/18", "/ 18", "/20", "/ 20", "/36", "/39"),
        lead=9,
        read=fraction,
        examples=(
            "à raison de 17h30/35e",
            "28/35ème",
            "12/20èmes",
            "15h/35",
            "28H/35H",
            "35/35ème",
        ),
        rejects=("ouvert de 8h/20h", "le 12/20", "36/35ème", "0/35e"),
        rank=4,
    ),
)
