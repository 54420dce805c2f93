"""How long the contract lasts, and may last, in months."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from postings.amounts import read_count
from postings.fields.field import Field, Reading
from postings.resolve import Finding, resolve, single
from postings.rules import Match, Rule

_LENGTH = (
    r"(?P<v>(?P<n><COUNT>)(?: ?(?:a|-|ou) ?<COUNT>)? ?(?P<unit>annees?|ans?|mois|semaines?|jours?)\b"
    r"(?:\(s\))?(?P<half> et demie?)?(?:(?: et)? (?P<n2><COUNT>) (?P<unit2>mois|jours?))?)"
)
_MONTHS = {
    "a": Decimal(12),
    "m": Decimal(1),
    "s": Decimal(12) / 52,
    "j": Decimal(1) / 30,
}
_CENT = Decimal("0.01")


def _months(match: Match) -> Decimal:
    """`3 mois et 22 jours` is 3.73, `un an et demi` 18."""
    unit = _MONTHS[match["unit"][0]]
    parts = match.groupdict()
    months = read_count(match["n"]) * unit + (unit / 2 if parts.get("half") else 0)
    if parts.get("n2"):
        months += read_count(parts["n2"]) * _MONTHS[parts["unit2"][0]]
    return months.quantize(_CENT, ROUND_HALF_UP).normalize() + 0


def _months_of_a_term(match: Match) -> Decimal | None:
    """Months or years, but not the thirteen months of a year's pay, nor days of a week."""
    months = _months(match)
    return months if match["unit"][0] in "am" and months not in (13, 14) else None


_CEILING = r"excede|depasser|maxi|au plus|dans la limite|jusqu'a|experience|essai|anciennete|depuis|il y a|preavis|minimum de"

RULES: tuple[Rule[Decimal], ...] = (
    Rule(
        id="contract_duration.label",
        pattern=(
            r"duree (?:initiale de|minimale de|de la mission|du contrat|de contrat|du stage|de la these|de l'engagement|prevue|prevue du contrat"
            rf"|mission|contrat)?<SEP>{_LENGTH}"
        ),
        cues=("duree",),
        read=_months,
        examples=(
            "Durée de la mission : 6 mois",
            "Durée du contrat : 3 mois et 22 jours",
            "Durée du stage            6 mois",
        ),
        rejects=(
            "Durée du travail : 35 heures",
            "Durée attendue d'occupation du poste : 3 ans",
            "Durée : 10 mois par an",
        ),
        rank=4,
        but=r"^ (?:maxi|minimum)|^ ?(?:par|/) ?(?:an|mois|sem)",
    ),
    Rule(
        id="contract_duration.contract-of",
        pattern=(
            r"(?:cdd|contrats?(?! (?:local|de ville|territorial|d'objectif|de plan|de relance|cadre|de maintenance|enfance))|stages?|missions? interimaires?|mission d'interim|interim|freelance[^\n.;]{0,30}|these|emplois? non permanents?|contractuel<E>s?(?= (?:pour |sur |de )?(?:<COUNT>) (?:an|mois)))"
            r"(?:(?!ne peut|ne pouvant|exced|depass|maxi|limite|plus de|moins de|experience|essai|preavis|romp|prolong|\d ?h)[^\n.;:]){0,45}?(?:de|d'|pour|pendant|pour une duree de|duree de|duree determinee de|:|-|\(|,)? ?"
            rf"(?<![\w]){_LENGTH}"
        ),
        cues=(
            "cdd",
            "contrat",
            "stage",
            "mission",
            "interim",
            "freelance",
            "these",
            "emploi",
            "contractuel",
        ),
        read=_months,
        examples=(
            "CDD de 6 mois renouvelable",
            "Contrat de 2 ans",
            "CDD d'un an",
            "Recrute en contrat de projet pour 3 ans",
            "contrat de droit public à durée déterminée de trois ans",
            "Mission intérimaire - 2 Jour(s)",
            "contrat aidé PEC (CUI-CAE) de 9 mois",
            "Emploi non permanent de 4 mois",
            "Contractuel 3 ans renouvelable",
        ),
        rejects=(
            "Le contrat proposé ne peut excéder trois ans",
            "gratification des stages de plus de deux mois",
            "le premier contrat local de santé, d'une durée de 5 ans",
            "Contrat 39h/ 2 jours de repos consécutifs",
            "contrat de 3 ans maximum",
            "CDI, expérience de 2 ans",
            "Contrat à durée indéterminée avec période d'essai de 2 mois",
            "un financement qui conditionne le renouvellement du contrat pour 6 mois",
            "Contractuel avec 3 ans d'ancienneté",
            "Le contrat peut être rompu après 12 mois ; préavis de 2 mois",
        ),
        rank=3,
        unless=rf"{_CEILING}|renouvellement (?:de |du |d')(?:ce |votre )?$",
        but=r"^ ?(?:/|par |maxi|au plus|d'experience|apres|minimum|d'anciennete|\(maxi)",
    ),
    Rule(
        id="contract_duration.of-a-permanent-one",  # no contract has both: a contradiction
        pattern=(
            rf"cdi(?:\)?,? (?:de |d'|pour |d'une duree de |pour une duree de )|,? ?[(-] ?){_LENGTH}"
            r"(?= ?(?:[).,;\n]|$|renouvelable|non renouvelable|a compter|a partir|a temps|h/f))"
        ),
        cues=("cdi",),
        read=lambda match: _months_of_a_term(match),
        examples=("CDI de 12 mois à temps plein", "Contrat : CDI (18 mois)"),
        rejects=(
            "CDI de 35 heures",
            "CDI, période d'essai de 3 mois",
            "CDI sur 13 mois",
            "CDI - 2 ans d'expérience",
            "CDI (13 mois)",
            "CDI (2 jours de repos)",
            "CDI pour 2 jours",
        ),
        rank=3,
    ),
    Rule(
        id="contract_duration.mission",
        pattern=rf"\bmissions? (?:longue |courte )?(?:de |d'une duree de |d'){_LENGTH}",
        cues=("mission",),
        read=_months,
        examples=(
            "Intérim, cariste CACES 3. Mission de 3 mois renouvelable",
            "TJM 500 €. Mission d'une durée de 6 mois",
        ),
        rejects=("CDI. Une mission de 6 mois à l'étranger", "Freelance, mission d'audit"),
        rank=2,
        needs=r"interim|freelance|\btjm\b|taux journalier|independant|portage|travail temporaire",
        reach=400,
        unless=_CEILING,
    ),
    Rule(
        id="contract_duration.for-a-term-of",
        pattern=rf"(?:pour une (?:duree|periode)|(?:une )?premiere periode|d'une duree|sur une duree)(?: determinee| initiale| totale| minimale| previsionnelle)? (?:de |d'){_LENGTH}",
        cues=("pour une", "premiere periode", "une premiere", "d'une duree", "sur une duree"),
        read=_months,
        examples=(
            "L'agent est recruté pour une durée d'un an renouvelable",
            "Détachement pour une durée de 5 ans renouvelable",
            "Contrat de projet (article L. 332-24 du code), d'une durée de 3 ans",
            "Contrat à durée déterminée d'une durée prévisionnelle de 36 mois",
        ),
        rejects=(
            "Agent recruté pour une durée ne pouvant excéder trois ans",
            "le contrat local de santé, d'une durée de 5 ans",
            "un plan d'une durée de 6 ans",
        ),
        rank=2,
        needs=r"contrat(?! local)|contractuel|\bcdd\b|recrut|\bstage|these|mission|detachement",
        reach=120,
        unless=rf"{_CEILING}|detachement dans|local de|convention|\bplan\b|projet de territoire",
        but=r"^ ?(?:maxi|au plus|d'experience)",
    ),
    Rule(
        id="contract_duration.between-dates",
        pattern=rf"(?:du [^\n;]{{3,30}} au <DATE>,? soit|a partir d[eu] <DATE> pour) {_LENGTH}",
        cues=("du", "a partir d"),
        read=_months,
        examples=(
            "du 15 juin au 31 août 2026, soit 2,5 mois",
            "à partir de mai 2025 pour 5-6 mois",
        ),
        rejects=("du 15 juin au 31 août 2026, soit 35 h par semaine",),
        rank=2,
        unless=r"fermeture|ouverture|conge",
    ),
    Rule(
        id="contract_duration.opening-words",
        pattern=(
            r"(?:(?<![^\n])|, |\(| - )(?P<v>(?P<n><COUNT>)(?: ?(?:a|-|ou) ?<COUNT>)? (?P<unit>mois|ans?))"
            r"(?: ?(?:a compter|a partir)|,? renouvelable|(?<=mois) ?[-,(])"
        ),
        cues=("mois", "an ", "an,", "ans ", "ans,"),
        lead=22,
        read=_months,
        examples=(
            "5 à 6 mois – À partir de février 2021",
            "contrat de praticien, un an renouvelable",
        ),
        rejects=("expérience de 6 mois, permis B",),
        rank=1,
        unless=_CEILING,
    ),
)

_CAP = r"(?:ne (?:peut|pourra|pouvant|saurait)(?: pas)? (?:etre superieure? a|exceder|depasser))"

MAX_RULES: tuple[Rule[Decimal], ...] = (
    Rule(
        id="contract_max.ceiling",
        pattern=rf"(?:contrat|duree)[^\n.;]{{0,50}}?(?:{_CAP}|pouvant exceder|n'excedant pas|maximale? de|dans la limite de) {_LENGTH}",
        cues=("contrat", "duree"),
        read=_months,
        examples=(
            "Le contrat proposé ne peut excéder un an",
            "pour une durée ne pouvant excéder trois ans",
        ),
        rejects=("contrat de 3 ans renouvelable",),
        rank=3,
        unless=r"renouvelable[^.]{0,40}$",
    ),
    Rule(
        id="contract_max.at-most",
        pattern=rf"(?:contrat|cdd|duree)[^\n.;]{{0,30}}? {_LENGTH} (?:maximum|maxi\b|au plus|au maximum)",
        cues=("contrat", "cdd", "duree"),
        read=_months,
        examples=("contrat de 3 ans maximum",),
        rejects=("3 ans d'expérience au maximum",),
        rank=3,
    ),
)

RENEWAL_RULES: tuple[Rule[bool], ...] = (
    Rule(
        id="contract_renewal.said",
        pattern=r"(?:(?:contrat|cdd|duree|periode|mission|an|ans|mois|stage|freelance)\b[^\n.;]{0,60}?(?P<v>(?:non )?renouvelable|reconductible))",
        cues=("contrat", "cdd", "duree", "periode", "mission", "an", "mois", "stage", "freelance"),
        read=lambda match: not match["v"].startswith("non"),
        examples=("CDD d'un an renouvelable", "CDD de 6 mois non renouvelable"),
        rejects=(
            "énergies renouvelables",
            "contrat de fourniture d'énergie renouvelables".replace("renouvelables", "verte"),
        ),
        rank=1,
        but=r"^s",
        unless=r"energie|photovolt",
    ),
)


def settle(reading: Reading) -> Finding:
    """The stated duration; the surest words decide."""
    return single(resolve(reading.of("contract_duration")))


FIELD = Field("contract_duration", RULES, settle, serves="contract.duration_months")


def settle_max(reading: Reading) -> Finding:
    """The stated ceiling of one contract."""
    return single(resolve(reading.of("contract_max")))


MAX_FIELD = Field("contract_max", MAX_RULES, settle_max, serves="contract.max_duration_months")


def settle_renewal(reading: Reading) -> Finding:
    """Whether the contract may be renewed."""
    return single(resolve(reading.of("contract_renewal")))


RENEWAL_FIELD = Field(
    "contract_renewal", RENEWAL_RULES, settle_renewal, serves="contract.renewable"
)
