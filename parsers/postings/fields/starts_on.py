"""The day on which the post is to be filled."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from postings.dates import PartialDate, date_in
from postings.fields.field import Field, Reading
from postings.resolve import Finding, resolve, single
from postings.rules import Candidate, Match, Rule
from postings.timeline import as_iso, dated, full_days, labelled_date, with_year

_FROM = r"(?:(?:a compter|a partir|des|courant|pour|idealement|souhaitee?|prevue?|debut)[ :]{1,3})?(?:du |le |au |en |de |d')?"

_LONGEST_WAIT = timedelta(days=300)  # from the posting to the start

RULES: tuple[Rule[PartialDate], ...] = (
    Rule(
        id="starts_on.label",
        pattern=(
            r"(?:(?:date (?:de |d')?)?(?:prise|entree) (?:de |en )?(?:poste|fonctions?|service)"
            r"|date (?:de recrutement|d'embauche|d'entree|de debut|d'affectation|de disponibilite|de vacance)"
            r"|(?:date )?(?:previsionnelle|prevue) d'embauche"
            r"|debut (?:du contrat|de contrat|de mission|du stage|de la these)|date d'arrivee|arrivee(?= au| le)|date d'effet|entree en formation|embauche|demarrage|affectation|rentree(?= ?:)|debut(?= ?[:|]| prevu| souhait| envisag)|start(?= ?:)|disponibilite(?: du poste)?|vacance(?: du poste)?|nomination(?: en qualite d[e']? ?[a-z' ]{3,25}?)?)"
            r"(?: (?:souhaitee?|prevue?|envisagee?|previsionnelle|effective|le plus tot))?<SEP>"
            r"(?:(?:des que possible|immediat[a-z]{0,12})[^\n.;]{0,30}?, )?"
            rf"{_FROM}(?P<v><DATE>|<MONTH>)"
        ),
        cues=(
            "prise de",
            "entree en",
            "date de",
            "date d'",
            "embauche",
            "arrivee",
            "debut",
            "start",
            "disponibilite",
            "rentree",
            "demarrage",
            "affectation",
            "vacance",
            "nomination",
            "previsionnelle d'embauche",
        ),
        read=labelled_date,
        examples=(
            "Prise de poste : 24/08/2026",
            "Prise de poste : Février",
            "Prise de poste souhaitée : 1er avril 2026",
            "Date de prise de fonctions : 1er février 2026",
            "Date de recrutement            1 septembre 2022",
            "Prise de fonction : avril 2026",
            "Début du contrat : lundi 2 mars 2026",
            "embauche au 2 mars 2026",
            "Prise de fonctions : dès que possible après préavis, idéalement le 1er juin 2026",
            "Vacance  1er mai 2026",
            "Rentrée : lundi 2 septembre 2024",
            "| Début | 4 novembre 2024 |",
            "Démarrage en janvier 2025",
            "Nomination en qualité de stagiaire au 1er mai\n2026",
        ),
        rejects=("Date de naissance : 24/08/1986", "Date de convocation : 06/11/2025"),
        rank=4,
    ),
    Rule(
        id="starts_on.to-be-filled",
        pattern=(
            r"(?:postes? |emplois? )?(?:est )?(?:a pourvoir|disponible|a prendre|libre)[^\n.;:]{0,20}?"
            rf"<SEP>{_FROM}(?P<v><DATE>)"
        ),
        cues=("a pourvoir", "disponible", "a prendre", "libre"),
        read=labelled_date,
        examples=(
            "Poste à pourvoir le : 05/05/2026",
            "Poste à pourvoir le\n01/03/2026",
            "Poste à pourvoir au 1er janvier 2026",
            "Poste à pourvoir à partir du 30 juin",
            "Poste à pourvoir à la rentrée, le 18 août 2025",
        ),
        rejects=("Poste à pourvoir dès que possible. Entretiens le 24/11/2025",),
        rank=4,
    ),
    Rule(
        id="starts_on.begins",
        pattern=(
            r"(?:arrivee|embauche|nominations?|affectation|rentree|mission|contrat|poste|vous|on|prise de (?:poste|fonctions?))\b"
            r"[^\n.;:]{0,25}? (?:prevue?s?|fixee?s?|esperee?|souhaitee?|effective|interviendr[a-z]{2,3}|demarre(?:ra)?"
            r"|commence(?:z|ra|rez)?|debute(?:ra|z)?|a occuper|attendue?)(?: ?:)?(?: pour| a compter| a partir)?"
            r" (?:le |au |du |en |debut )?(?P<v><DATE>)"
        ),
        cues=(
            "arrivee",
            "embauche",
            "arrivee",
            "nomination",
            "affectation",
            "rentree",
            "mission",
            "contrat",
            "poste",
            "vous",
            "on",
            "prise de",
        ),
        read=labelled_date,
        examples=(
            "La mission démarre le 4 mai 2026",
            "l'embauche est prévue pour le 5 mai 2025",
            "Le poste est à occuper au 1er janvier 2026",
            "Les nominations interviendront au 1er décembre 2024",
        ),
        rejects=("Vous commencez par une formation, puis le 5 mai 2025 un bilan",),
        rank=3,
        unless=r"entretien|jury",
    ),
    Rule(
        id="starts_on.vacant",
        pattern=r"(?:vacant|vacance|libere)e?s?[^\n.;:]{0,15}?(?:(?: a compter du| a partir du| au| le| du)(?: ?:)?| ?:) (?P<v><DATE>)",
        cues=("vacan", "libere"),
        read=labelled_date,
        examples=(
            "Poste vacant à compter du 16 février 2026",
            "l'emploi, affecté au siège, sera vacant au 1er avril 2026",
            "Poste vacant : 1er janvier 2025",
        ),
        rejects=("déclaration de vacance n° V016 publiée le 9 février 2026",),
        rank=3,
        unless=r"declaration",
    ),
    Rule(
        id="starts_on.contract-from",
        pattern=(
            r"(?:contrat|cdd|cdi|mission|emploi|recrute|recrutement|stage|these|agent|poste|saison|"
            r"remplacement|creer?|cree|duree)[^\n;]{0,70}?"
            r"(?:a compter|a partir|des|demarrage|debut)[ ](?:du |de |d'|le )?(?P<v><DATE>)"
        ),
        cues=(
            "contrat",
            "cdd",
            "cdi",
            "mission",
            "emploi",
            "recrut",
            "stage",
            "these",
            "agent",
            "poste",
            "saison",
            "remplacement",
            "cree",
            "duree",
        ),
        read=labelled_date,
        examples=(
            "CDD de 6 mois renouvelable à compter du 2 mars 2026",
            "Il est créé un emploi, à compter du 1er septembre 2025",
            "Poste en CDI dès le 15 juin 2025",
            "contrat de 12 mois à compter du 1er octobre 2025",
        ),
        rejects=(
            "Un emploi du temps est remis chaque mois.",
            "grille applicable aux agents à compter du 1er janvier 2024 (décret)",
        ),
        rank=2,
        unless=r"entretien|grille|decret|convention",
        but=r"^[^.\n]{0,20}(?:decret|rifseep|grille)",
    ),
    Rule(
        id="starts_on.from-to",
        pattern=(
            r"(?:contrat|cdd|mission|emploi|stage|saisonniers?|duree|remplacement|periode(?= ?:))(?:(?!diffus|publi|affich|candidat|depot|entretien)[^\n;]){0,60}?"
            r"(?P<whole>du (?P<v><DATE>|\d{1,2}) au (?P<end><DATE>))"
        ),
        cues=(
            "periode",
            "contrat",
            "cdd",
            "mission",
            "emploi",
            "stage",
            "saisonnier",
            "duree",
            "remplacement",
        ),
        read=lambda match: _range_start(match),
        examples=(
            "Contrats saisonniers du 15 juin au 31 août 2026",
            "Contrat de 6 mois, du 3 novembre 2025 au 30 avril 2026",
            "Mission du 5 janvier au 16 février 2026.",
        ),
        rejects=("Entretiens du 23 au 27 février 2026", "ouvert du 2 mai au 30 septembre 2026"),
        rank=3,
        unless=r"entretien|fermeture|ouvert",
    ),
    Rule(
        id="starts_on.between",
        pattern=(
            r"(?:demarrage|prise de (?:poste|fonctions?)|a pourvoir|debut)(?:(?!entretien|audition|jury)[^\n.;]){0,25}? entre le"
            r" (?P<v><DATE>|\d{1,2}) et le (?P<end><DATE>)"
        ),
        cues=("demarrage", "prise de", "a pourvoir", "debut"),
        read=lambda match: _range_start(match),
        examples=("Démarrage entre le 15 novembre et le 1er décembre 2020",),
        rejects=("Début des entretiens entre le 3 et le 5 mars 2026",),
        rank=4,
    ),
    Rule(
        id="starts_on.either-month",
        pattern=r"(?:a partir de|debut(?: en)?|demarrage(?: en)?|entree en fonctions? ?:) ?:? ?(?P<v><MONTH>)(?: ?(?:/|-|,) ?| (?:ou|et|a) )(?P<end><DATE>|<MONTH> 20\d\d)",
        cues=("a partir de", "debut", "demarrage", "entree en"),
        read=lambda match: _range_start(match),
        examples=(
            "STAGE 6 MOIS MASTER 2 (à partir de février/mars 2024)",
            "Démarrage en mars ou avril 2025",
        ),
        rejects=("à partir de mars, 2 jours par semaine", "Début : mars/12"),
        rank=2,
        unless=r"entretien|audition|oral|candidat|inscri|jury",
    ),
    Rule(
        id="starts_on.from-opening",
        pattern=r"(?:a partir du|a compter du|demarrage entre le|debut possible a partir de|a partir de) (?P<v><DATE>)",
        cues=("a partir d", "a compter du", "demarrage entre", "debut possible"),
        read=labelled_date,
        examples=(
            "À partir du 1er septembre 2025 — 75014 Paris",
            "Durée : 5 à 6 mois – À partir de février 2021",
        ),
        rejects=("Les entretiens auront lieu à compter du 10 juin.",),
        rank=1,
        unless=r"entretien|audition|oral|grille|depuis|tarif|candidat|consult|decret|epreuve|jury|inscri",
    ),
)


def _range_start(match: Match) -> PartialDate | None:
    """First day of `du 15 juin au 31 août 2026`: what it leaves unsaid is in the second."""
    last = date_in(match, "end")
    if last is None:
        return None
    if match["v"].isdigit():
        return PartialDate(last.year, last.month, int(match["v"]))
    first = date_in(match, "v")
    if first is None or first.year is not None or last.year is None:
        return first
    earlier = (first.month, first.day or 1) <= (last.month, last.day or 31)
    return first.in_year(last.year if earlier else last.year - 1)


def settle(reading: Reading) -> Finding:
    """The labelled date, its year completed from the publication or the deadline."""
    earlier = full_days([*dated(reading, "published_on"), *dated(reading, "deadline")])
    candidates = [_with_year(c, earlier) for c in dated(reading, "starts_on")]
    return single(resolve(as_iso(candidates)))


def _with_year(
    candidate: Candidate[PartialDate], earlier: Sequence[date]
) -> Candidate[PartialDate]:
    """The date with its year, unless that puts it off so long that another year is as likely.

    `à pourvoir le 1er mars` beside a deadline of the 15 March is no start a year later.
    """
    completed = with_year(candidate, after=earlier)
    day = completed.value.first_day()
    if candidate.value.year is None and day and day - max(earlier) > _LONGEST_WAIT:
        return candidate
    return completed


FIELD = Field("starts_on", RULES, settle)
