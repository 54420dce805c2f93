"""Whether one may work from home, and how many days a week."""

from __future__ import annotations

from msgspec.structs import replace

from postings.amounts import read_count
from postings.fields.assembly import assemble
from postings.fields.field import Field, Reading
from postings.fields.statements import part
from postings.posting import Telework
from postings.resolve import Finding, resolve, single
from postings.rules import Match, Rule

_CUES = ("teletravail", "tele-travail", "tele travail")
_TELEWORK = r"tele[- ]?travail"
# `2`, `deux`, `1 à 2`, `un ou deux`: the first counts.
_DAYS = r"(?P<v>(?P<n><COUNT>)(?: ?(?:a|ou|-|/) ?<COUNT>)? ?(?:jours?|journees?|j|days?)(?:\(s\))?)(?![a-z])"
_NUMBERS = (("1", "2", "3", "4", "5"), ("un", "deux", "trois", "quatre", "cinq"))
# Cues that are numbers of days: a match at one costs nothing.
_DAY_CUES = (
    *tuple(
        f"{number}{unit}"
        for numbers in _NUMBERS
        for number, following in zip(numbers, (*numbers[1:], "-"), strict=True)
        for unit in (
            "j",
            " j",
            " day",
            f" a {following}",
            f" ou {following}",
            f"-{following}",
            f"/{following}",
        )
    ),
    "une journee",
)
_WEEK = r"(?:(?:par|la|chaque|/|a)[ ]?(?:la )?[ ]?(?:semaine|sem\b|week)|hebdo(?:madaires?)?)"
_NOT_A_WEEK = r"(?! ?(?:fixes? |flottants? |possibles? |maxi(?:mum)? ){0,2}(?:par|/|chaque) ?(?:mois|an\b|annee|trimestre))"
_LONGEST_UNSAID = 3  # `télétravail : 2 jours` means a week's; of more one cannot be sure

_YES = Telework(allowed=True)
_NO = Telework(allowed=False)
# What one works on, and what one must be able to do.
_A_SUBJECT = (
    r"capacite|\bsavoir\b|aptitude|deploiement|deployer|accompagne|developp|mise en place|outils?\b|materiel|support"
    r"|equipements?|charte d|reglement|gestion du|suivi|securis|solutions?|usages"
)
_NO_LONGER = r"^[^.;\n]{0,30}(?:periode d'essai|premiers? mois|premiere annee|integration|formation initiale|\blundi|\bmardi|\bvendredi|au-dela)"


def _days(match: Match) -> Telework | None:
    days = read_count(match["n"])
    return Telework(allowed=True, days_per_week=days) if 0 < days <= 5 else None


def _days_unsaid(match: Match) -> Telework | None:
    read = _days(match)
    return read if read and (read.days_per_week or 0) <= _LONGEST_UNSAID else None


def _labelled(match: Match) -> Telework:
    return _YES if match["v"] in ("oui", "yes") else _NO


RULES: tuple[Rule[Telework], ...] = (
    Rule(
        id="telework.label",
        pattern=rf"{_TELEWORK}(?:able)?(?: possible)?[ ]?\??<SEP>(?P<v>oui|non(?![ ]precise|[ ]defini|[ ]renseigne))(?:\b|(?=les|avantage|date|lieu))",
        cues=_CUES,
        read=_labelled,
        examples=(
            "Télétravail : Non",
            "Télétravail\nOui\nManagement\nNon",
            "Télétravail : nonLes plus : tickets",
        ),
        rejects=("Télétravail : non précisé", "Télétravail possible selon les missions"),
        rank=5,
    ),
    Rule(
        id="telework.refused",
        pattern=(
            rf"(?:(?:pas (?:de|encore de)|ne (?:permet|peut|pourra|se prete|donne)[^\n.;,]{{0,40}}?|aucun|sans(?: possibilite de)?|n'(?:est|ouvre)[^\n.;,]{{0,40}}?|non[ -]?(?:eligible|ouvert|compatible|concerne|accessible)[^\n.;,]{{0,20}}?"
            rf"|incompatible (?:avec le )|exclu(?:ant|t) (?:le |du |tout )|inelegible au |ineligible au )[ ]?(?P<v>{_TELEWORK}))"
        ),
        cues=(
            "pas de t",
            "pas encore",
            "ne permet",
            "ne peut",
            "ne pourra",
            "ne se prete",
            "ne donne",
            "aucun t",
            "sans t",
            "sans possib",
            "n'est",
            "n'ouvre",
            "non eligible",
            "non-eligible",
            "non ouvert",
            "non compatible",
            "non concerne",
            "non accessible",
            "incompatible",
            "exclu",
            "ineligible",
        ),
        read=lambda match: _NO if _refuses(match[0]) else None,
        examples=(
            "Pas de télétravail sur ce poste.",
            "Poste non éligible au télétravail",
            "Ce poste n'est pas compatible avec le télétravail.",
            "sans télétravail",
            "Ce poste ne peut être exercé en télétravail",
        ),
        rejects=(
            "Pas de télétravail pendant la période d'essai",
            "Le poste n'est pas seulement ouvert au télétravail",
            "Télétravail possible",
        ),
        rank=4,
        but=_NO_LONGER,
    ),
    Rule(
        id="telework.impossible",
        pattern=rf"(?:(?:non|pas)[ -](?P<v>{_TELEWORK})l?able|{_TELEWORK}<COLON>(?:non (?:autorise|possible|prevu|envisag[a-z]{{1,4}}|applicable)|impossible|exclu|pas (?:possible|prevu|autorise)|neant|aucun|n'est pas (?:possible|autorise|prevu|envisag[a-z]{{1,4}}))|(?:100 ?%|exclusivement|uniquement) (?:en )?presentiel|presentiel (?:uniquement|exclusivement|obligatoire))\b",
        cues=("non", "pas", "100", "exclusivement", "uniquement", "presentiel", *_CUES),
        read=lambda match: _NO,
        examples=(
            "Poste non télétravaillable",
            "Le télétravail n'est pas possible",
            "Télétravail : impossible",
            "Travail en présentiel uniquement",
        ),
        rejects=("télétravailler, non loin de Paris", "Poste télétravaillable"),
        rank=4,
        but=_NO_LONGER,
    ),
    Rule(
        id="telework.days-of",
        pattern=rf"{_DAYS}(?: (?:maximum|maxi|fixes?|flottants?|par semaine))*[ ]?(?:/[ ]?semaine[ ])?(?:(?:de|en) {_TELEWORK}|teletravail(?:les|lables|ables))(?: possibles?| autorises?| maximum)?(?:[ ,/(]{{1,3}}{_WEEK})",
        cues=_DAY_CUES,
        read=_days,
        examples=(
            "Deux jours de télétravail par semaine",
            "2 jours de télétravail hebdomadaires",
            "3 jours de télétravail / semaine",
            "2 jours télétravaillés / semaine",
        ),
        rejects=("Un jour de télétravail par mois possible", "5 jours de télétravail par mois"),
        rank=3,
    ),
    Rule(
        id="telework.days-of-unsaid",
        pattern=rf"{_DAYS}(?: (?:maximum|maxi|fixes?|flottants?|par semaine|hebdomadaires?))*[ ]?(?:/[ ]?semaine )?(?:de|en) {_TELEWORK}(?![a-z]){_NOT_A_WEEK}",
        cues=_DAY_CUES,
        read=_days_unsaid,
        examples=("2 jours de télétravail possibles", "2 jours par semaine en télétravail"),
        rejects=("Un jour de télétravail par mois", "100 jours de télétravail"),
        rank=2,
    ),
    Rule(
        id="telework.days-after",
        pattern=(
            rf"(?:{_TELEWORK}(?:lable|able)?|remote(?: friendly)?|distanciel)(?:(?! / )[^\n.;\d]|\n(?=[ ]{{0,30}}(?:\d|un |deux |trois ))){{0,45}}?(?<![a-z\d]){_DAYS}"
            rf"(?: (?:maximum|maxi|fixes?|flottants?|au plus))*[ ]?,?[ ]?{_WEEK}"
        ),
        cues=(*_CUES, "remote", "distanciel"),
        read=_days,
        examples=(
            "Télétravail : 2 jours par semaine",
            "télétravail possible jusqu'à 3 jour/semaine",
            "Télétravail partiel (un jour par semaine)",
            "Télétravail : un à deux jours par semaine",
            "| Télétravail | 3 jours / semaine |",
            "Remote friendly : 2 days/week",
        ),
        rejects=(
            "Télétravail / 4J par semaine",
            "Télétravail possible. Réunions 2 jours par semaine",
            "Télétravail (100 jours par an)",
        ),
        rank=3,
        but=r"^ (?:sur site|en presentiel|au bureau|sur place|de presence)",
    ),
    Rule(
        id="telework.days-after-unsaid",
        pattern=rf"{_TELEWORK}(?:lable|able)?(?: (?:possible|autorise|jusqu'a|a raison de|a hauteur de|partiel|de|est)){{0,3}}(?: ?\(|<SEP>)(?<![a-z\d]){_DAYS}{_NOT_A_WEEK}",
        cues=_CUES,
        read=_days_unsaid,
        examples=(
            "télétravaillable à raison de deux jours fixes",
            "Télétravail : 2 jours",
            "éligible au télétravail (2 jours fixes)",
        ),
        rejects=(
            "Télétravail : 2 jours par mois",
            "Télétravail / 4J",
            "Télétravail (100 jours par an)",
        ),
        rank=2,
    ),
    Rule(
        id="telework.possible",
        pattern=(
            rf"(?P<v>{_TELEWORK})(?: [a-z]{{3,12}})??[ ]?[:(]?[ ]?(?:(?:est |sera |reste )?(?:possible|autorise|envisageable|accorde|admis|negociable|accepte|ouvert|propose|encourage|mis en place|la norme)"
            r"|ponctuel|partiel|occasionnel|regulier|frequent|total|complet|integral|au choix|par defaut|hybride|jusqu'a|a raison de|selon\b|sous (?:reserve|conditions?)|apres\b"
            r"|(?:\()?\d{1,3} (?:%|jours?)|une? (?:jour|fois)|deux\b|trois\b)"
        ),
        cues=_CUES,
        read=lambda match: _YES,
        examples=(
            "Télétravail possible",
            "télétravail ponctuel possible",
            "Le télétravail est la norme",
            "Télétravail 50 %",
            "Télétravail (100 jours par an)",
            "Télétravail par défaut",
        ),
        rejects=(
            "Télétravail : Non",
            "Télétravail impossible",
            "le télétravail des agents",
            "Télétravail exclu",
        ),
        rank=2,
    ),
    Rule(
        id="telework.open-to",
        pattern=(
            rf"(?:(?:possibilites? (?:de |d'un |du )?|eligible au |ouvert au |ouvre droit au |compatible avec le |acces au |propice au |permet le |(?<!l')(?<!un[ ])accord (?:d'entreprise |collectif )?(?:sur le |de )?|possible de |possible en )(?P<v>{_TELEWORK})"
            rf"|jours? (?:[a-z/]{{2,10}} ){{0,2}}(?:de|en) {_TELEWORK}"
            rf"|(?:principalement|entierement|totalement|partiellement|majoritairement|partie|travail|poste|full|100 ?%) (?:en|entierement en) {_TELEWORK}"
            rf"|(?<!pas[ ])(?<!non[ ])(?<!non-){_TELEWORK}l?able)"
        ),
        cues=(
            "possib",
            "eligible",
            "ouvert au",
            "ouvre droit",
            "compatible",
            "acces au",
            "jour",
            "principalement",
            "entierement",
            "totalement",
            "partiellement",
            "majoritairement",
            "partie",
            "poste en",
            "travail en",
            "permet",
            "accord",
            "100",
            *_CUES,
        ),
        read=lambda match: _YES,
        examples=(
            "Possibilité de télétravail selon les missions",
            "Le poste est éligible au télétravail.",
            "Principalement en télétravail ; l'équipe est à Lille",
            "Il est possible de télétravailler partiellement",
            "Accord d'entreprise sur le télétravail",
            "Un jour de télétravail par mois possible",
            "Poste télétravaillable",
        ),
        rejects=(
            "Poste non télétravaillable",
            "Capacité à travailler en télétravail",
            "Poste non éligible au télétravail",
            "Négocier l'accord sur le télétravail",
        ),
        rank=2,
        unless=rf"\b(?:non|pas|sans|aucune?|n'est|n'ouvre)[ -]?[^,;:]{{0,15}}$|{_A_SUBJECT}",
    ),
    Rule(
        id="telework.remote",
        pattern=(
            r"(?:(?:travail|poste|mission|entierement|100[ ]?%|totalement|principalement|reste|full) (?:entierement |totalement |principalement |possible )?(?:a distance|en distanciel|en remote|remote)|remote (?:friendly|possible|ok|partiel)|full[- ]remote|(?:lieu|ou \?[ *]{0,3})<SEP>a distance"
            r"|travail a domicile (?:possible|occasionnel|ponctuel|partiel|regulier|au besoin))"
        ),
        cues=(
            "a distance",
            "a domicile",
            "en distanciel",
            "en remote",
            "remote",
            "full remote",
            "full-remote",
        ),
        lead=45,
        read=lambda match: _YES,
        examples=(
            "Travail entièrement à distance",
            "une journée sur place, le reste à distance",
            "| Lieu | à distance, avec un séminaire |",
            "Avantages : RTT, travail à domicile occasionnel",
        ),
        rejects=(
            "l'assistance technique à distance",
            "Remote Sensing, 12(13)",
            "Savoir travailler à distance",
            "aide au travail à domicile des usagers",
        ),
        rank=2,
    ),
    Rule(
        id="telework.listed",
        pattern=rf"(?:(?:plus|avantages|atouts|benefices|conditions|vie privee/vie professionnelle|nous offrons|nous proposons)[^\n.;]{{0,90}}?[:,(·•+-][ ]?|(?<![^\n])[ ]{{0,4}}[-*+•·▪►–][ ]?)(?P<v>{_TELEWORK})(?=[ ]?(?:[,.;/)\n·•+|-]|$|et ))",
        cues=(
            "plus",
            "avantages",
            "atouts",
            "benefices",
            "conditions",
            "vie privee",
            "nous offrons",
            "nous proposons",
            "- tele",
            "* tele",
            "+ tele",
            "• tele",
            "· tele",
        ),
        read=lambda match: _YES,
        examples=(
            "Les plus de ce poste : télétravail, tickets restaurant",
            "- Télétravail\n- RTT",
            "Avantages : RTT, télétravail, CNAS",
        ),
        rejects=(
            "- Télétravail : Non",
            "Les plus : équipement adapté pour le télétravail",
            "* Pas de télétravail",
        ),
        rank=1,
    ),
)


def _refuses(words: str) -> bool:
    """Tell whether `n'est … télétravail` says no."""
    if not words.startswith(("n'", "ne ")):
        return True
    return not any(word in words for word in ("seulement", "que ", "exceder", "depasser"))


def settle(reading: Reading) -> Finding:
    """Allowed or not, then the days; no days where it is not allowed."""
    said = reading.of("telework")
    allowed = single(resolve(part(said, "allowed")))
    days = single(resolve(part(said, "days_per_week")))
    if allowed.value is not True:
        days = replace(days, value=None, evidence={})
    return assemble(Telework, {"allowed": allowed, "days_per_week": days})


FIELD = Field("telework", RULES, settle)
