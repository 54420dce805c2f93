"""Full time or not, the hours a week, the share of a full post."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from postings.fields import weekly_hours
from postings.fields.assembly import assemble
from postings.fields.field import Field, Reading
from postings.fields.statements import part
from postings.fields.weekly_hours import TEMPS
from postings.posting import WorkingTime
from postings.resolve import Finding, Resolved, resolve, single
from postings.rules import Candidate, Match, Rule

_FULL_WEEK = 35
_NEAR = 300  # hours offered to choose from stand this close together
_HALF = Decimal("0.5")

_TEMPS_CUES = (
    "temps complet",
    "temps plein",
    "temps non",
    "temps partiel",
    "temps incomplet",
    "temps de travail",
)
# Somebody else's time, a topic, the measure of a sum.
_NOT_THE_POST = (
    r"pour (?:un|une activite a) $|equivalent|prorata|\bautre|base (?:d'un )?$|\b(?:du|de|aux?|le|des) $"
    r"|decret|cumul|pouvez|pourr|peut |beneficiaires?|possib|compose|comprend|constitue|entoure|equipe (?:de|d')|une equipe|\beffectif"
    r"|avec (?:une?|deux) [^,;]{0,30}$|,? (?:une?|\d) [a-z' ]{3,40} a $"
)
_POST = r"(?:postes?|emploi|contrat|cdd|cdi|recrutement|vacance)"
_STATUS = (
    r"(?: (?:permanent|vacant|public|statutaire|contractuel|non permanent|temporaire|a pourvoir))*"
)
_PERCENT_CUES = tuple(f"{n}{unit}" for n in range(10, 101) for unit in ("%", " %"))
_END = r"(?=[ ]?(?:[,.;)\n|(:·]|- |$|soit|d'un temps|etp|temps|annualise|en |du |h/f|a (?:compter|partir)))"


def _kind(match: Match) -> WorkingTime:
    said = match["v"]
    if said.startswith("mi"):
        return WorkingTime(full_time=False, share=_HALF)
    return WorkingTime(
        full_time=not any(word in said for word in ("non", "incomplet", "partiel", "tnc"))
    )


def _percentage(match: Match) -> WorkingTime | None:
    share = Decimal(match["n"]) / 100
    return _share(share) if Decimal("0.1") <= share else None


def _etp(match: Match) -> WorkingTime | None:
    return _share(Decimal(match["n"].replace(",", ".")))


def _share(share: Decimal) -> WorkingTime | None:
    if not 0 < share <= 1:
        return None
    return WorkingTime(full_time=share == 1, share=share.normalize() + 0)


RULES: tuple[Rule[WorkingTime], ...] = (
    *weekly_hours.RULES,
    Rule(
        id="working_time.labelled",
        pattern=(
            r"(?:temps|duree|quotite|rythme|regime|taux)(?: (?:de|du|d')[ ]?(?:travail|temps de travail|emploi|activite))?"
            rf"(?<!temps)(?<!duree)<SEP>(?P<v>{TEMPS}|mi[- ]temps|(?:non[ -])?complet|incomplet|plein|partiel)<EDGE>"
        ),
        cues=(
            "temps de travail",
            "temps d'",
            "duree d",
            "quotite",
            "rythme de",
            "regime de",
            "taux d",
        ),
        read=_kind,
        examples=(
            "Temps de travail : Temps complet",
            "Temps de travail\nTemps non complet",
            "Quotité : mi-temps",
            "Régime de travail : temps complet, gardes de 12 heures",
        ),
        rejects=("Temps de travail aménageable (partiel ou complet)", "Durée du travail : 35h"),
        rank=5,
    ),
    Rule(
        id="working_time.either-full",
        pattern=r"(?P<v>temps (?:complet|plein))(?: \([^)\n]{0,40}\))? (?:ou|et|/|et/ou) ?(?:(?:a|en|un) )?(?:temps )?(?:non[ -]complet|incomplet|partiel)",
        cues=("temps complet", "temps plein"),
        read=_kind,
        examples=("Postes à temps complet ou partiel", "à temps complet et à temps non complet"),
        rejects=("Temps plein ou 4 jours par semaine",),
        rank=5,
    ),
    Rule(
        id="working_time.either-part",
        pattern=r"temps (?:complet|plein)(?: \([^)\n]{0,40}\))? (?:ou|et|/|et/ou) ?(?:(?:a|en|un) )?(?P<v>(?:temps )?(?:non[ -]complet|incomplet|partiel))",
        cues=("temps complet", "temps plein"),
        read=_kind,
        examples=("Postes à temps complet (18 heures de cours) ou incomplet",),
        rejects=("Temps plein ou 4 jours par semaine",),
        rank=5,
    ),
    Rule(
        id="working_time.words",
        pattern=rf"(?P<v>{TEMPS}|plein[- ]temps|full[- ]time (?:faculty )?(?:position|job|contract))<EDGE>",
        cues=(*_TEMPS_CUES, "tnc", "plein temps", "plein-temps", "full-time", "full time"),
        read=_kind,
        examples=(
            "CDD de 18 mois, temps plein",
            "Emploi à temps complet",
            "Contrat doctoral de 36 mois, à temps plein.",
            "Emploi permanent à temps non complet : 28/35ème",
            "un samedi sur deux libre. Temps partiel donc",
            "Emploi permanent - Plein temps",
        ),
        rejects=(
            "congés payés par mois (pour un temps plein à 35h00)",
            "241,22 € brut pour un temps plein, au prorata",
            "l'équipe : 11 infirmiers, 1 psychologue hors classe à temps plein",
            "les mobilités, le temps partiel, le cumul d'activités",
            "Avec un associé à plein temps",
            "le décret relatif aux emplois à temps non complet",
            "les titulaires d'un autre contrat à temps plein ne peuvent cumuler",
            "Temps partiel : non",
        ),
        rank=2,
        unless=_NOT_THE_POST,
        but=r"^[^.;\n]{0,25}prorata|^ ?[:?] ?non\b",
    ),
    Rule(
        id="working_time.post-words",
        pattern=rf"(?:\b{_POST}|recrute[a-z]{{0,3}}|recherche[a-z]{{0,2}}|\bmois|\bans?)\b[^\n.;:()]{{0,60}}?[ ,]{{1,2}}(?:a )?(?P<v>{TEMPS})<EDGE>",
        cues=_TEMPS_CUES,
        lead=80,
        read=_kind,
        examples=(
            "correspond à un emploi à temps plein, localisé à Paris",
            "L'UFR recrute un ATER à temps plein",
            "CDD de 18 mois, temps plein",
        ),
        rejects=(
            "le décret relatif aux emplois à temps non complet",
            "les titulaires d'un autre contrat à temps plein ne peuvent cumuler",
            "2,5 jours de congés par mois (pour un temps plein à 35h)",
            "1 870 € brut par mois pour un temps complet, au prorata",
        ),
        rank=3,
        unless=r"decret|\bautre |loi n|relati",
        but=r"^[^.;\n]{0,25}prorata",
    ),
    Rule(
        id="working_time.half",
        pattern=rf"(?:\b(?:{_POST}|travail)\b{_STATUS}|h/f\)?|\(e\))(?:(?!avec|une? )[^\n.;:,\d]){{0,25}}?[ ,(:-]{{1,3}}(?:a )?(?P<v>mi[- ]temps)\b",
        cues=("mi-temps", "mi temps"),
        lead=70,
        read=_kind,
        examples=("Poste de secrétaire à mi-temps", "CDI, mi-temps", "Psychologue H/F à mi-temps"),
        rejects=(
            "une juriste à mi-temps",
            "emplois à temps non complet inférieurs au mi-temps",
            "Poste partagé avec une assistante à mi-temps",
            "Vous travaillez avec une assistante à mi-temps",
        ),
        rank=3,
        but=r"^ therapeutique",
        unless=r"\bavec\b|equipe",
    ),
    Rule(
        id="working_time.quotity",
        pattern=(
            r"(?:quotite|taux|temps|duree|pourcentage)(?: (?:de |du |d')(?:travail|temps de travail|emploi|activite|temps|poste|remuneration))?"
            r"(?<!temps)(?<!duree)<SEP>(?:a )?(?P<v>(?P<n>\d{2,3})[ ]?%)"
        ),
        cues=("quotite", "taux d", "temps de", "temps d'", "duree d", "pourcentage"),
        read=_percentage,
        examples=(
            "Quotité : 62 % soit 24 heures",
            "Quotité de travail : 100%",
            "Taux d'emploi : 80 %",
        ),
        rejects=("Taux d'encadrement : 50 %", "Quotité : à définir"),
        rank=5,
    ),
    Rule(
        id="working_time.part-percent",
        pattern=r"temps (?:non[ -]complet|incomplet|partiel)[ ]?(?:[,:(-] ?)?(?:a (?:hauteur de )?)?(?P<v>(?P<n>\d{2})[ ]?%)",
        cues=("temps non", "temps incomplet", "temps partiel"),
        read=_percentage,
        examples=("Temps incomplet 80 % soit 28 heures", "à temps partiel (50 %)"),
        rejects=(
            "temps partiel, prise en charge de 75 % du transport",
            "possibilité de temps partiel à 80 %",
        ),
        rank=4,
        unless=r"possib|pouvez|pourr",
    ),
    Rule(
        id="working_time.post-percent",
        pattern=rf"\b{_POST}{_STATUS}[ ]?(?:[,:(·-]{{1,2}}[ ]?)?(?:a )?(?P<v>(?P<n>\d{{2,3}})[ ]?%){_END}",
        cues=_PERCENT_CUES,
        lead=50,
        read=_percentage,
        examples=("Poste permanent à 80 % (28h hebdomadaires)", "Aubenas CDI 100%", "CDD à 50%."),
        rejects=(
            "poste à 50 % de télétravail",
            "CDI, 13e mois, 100 % de la mutuelle",
            "transport domicile-travail 75 %",
            "contrat de 43 % du SMIC",
            "Indemnité de fin de contrat (10 %)",
        ),
        rank=3,
        unless=r"indemnit|primes?\b",
    ),
    Rule(
        id="working_time.percent-of-full",
        pattern=r"(?P<v>(?P<n>\d{2,3})[ ]?% (?:d'un |du |de )?(?:temps (?:plein|complet)|etp))",
        cues=_PERCENT_CUES,
        read=_percentage,
        examples=("un poste à 60 % d'un temps plein", "80% ETP"),
        rejects=("20 % de prime", "Médiations (75 % temps de travail)"),
        rank=3,
        unless=_NOT_THE_POST,
    ),
    Rule(
        id="working_time.etp",
        pattern=r"(?<![\d.,])(?P<v>(?P<n>0[.,]\d{1,2}|1(?:[.,]00?)?)[ ]?etp)\b",
        cues=("etp",),
        lead=6,
        read=_etp,
        examples=("PSYCHOLOGUE 0,50 ETP", "CDI - 0,80 ETP (28 h)", "1 ETP\n"),
        rejects=(
            "équipe : 1 ETP de secrétaire",
            "effectif de 0,5 ETP",
            "1,5 ETP",
            "pilotage de 10,50 ETP",
        ),
        rank=3,
        unless=r"equipe|effectif|compos|compren|encadr|pilot|dont|\betp\b|secretar|medec",
        but=r"^ (?:d[e']|[a-z]{4})",
    ),
)


def _offered(resolved: Resolved[Any]) -> Resolved[Any]:
    """Hours to choose from, side by side, are an offer and no contradiction: the first counts."""
    rivals = sorted(resolved.rivals, key=lambda c: c.span.start)
    if rivals and rivals[-1].span.start - rivals[0].span.start < _NEAR:
        return Resolved(chosen=(rivals[0],))
    return resolved


def _implied(hours: Sequence[Candidate[Decimal]]) -> list[Candidate[bool]]:
    """35 hours a week or more are full time; fewer are too for teachers and at night."""
    return [c.meaning(True) for c in hours] if all(c.value >= _FULL_WEEK for c in hours) else []


def settle(reading: Reading) -> Finding:
    """Each part from the statements that say it; full time from the hours where nothing says it."""
    said = reading.of("working_time")
    hours = _offered(resolve(part(said, "weekly_hours")))
    full = resolve(part(said, "full_time"))
    if not (full.chosen or full.rivals):
        full = resolve(_implied(hours.chosen or hours.rivals))
    share = resolve(part(said, "share"))
    parts = {"full_time": full, "weekly_hours": hours, "share": share}
    return assemble(WorkingTime, {name: single(outcome) for name, outcome in parts.items()})


FIELD = Field("working_time", RULES, settle)
