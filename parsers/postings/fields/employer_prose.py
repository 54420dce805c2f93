"""Who hires, where a sentence says it: "recrute", "rejoindre", "édite"."""

from __future__ import annotations

import re
from collections.abc import Callable

from postings.jobs import begins_as_job
from postings.organisations import ORGANISATION, is_agency, is_organisation
from postings.patterns import pattern
from postings.rules import Rule
from postings.subjects import VERBS, subject_before

_PRIVATE = r"[a-z0-9][\w'.&+·-]{0,24}(?: [\w'.&+·-]{1,24}){0,5}?"
_NO_NAME = pattern(
    r"(?:site web|lieu|adresse|type|publi|non |nc\b|n\.c|nous|notre|nos|votre|vos|vous|on|elle|il"
    r"|l'entreprise|ce|cet|cette|je|qui|dont|le poste|la personne|description|date|poste|effectif"
    r"|http|www|taille|secteur|presentation|a taille|a propos|du|des|de|d'|et|en|un|une|depuis"
    r"|(?:commune|ville|collectivite|village) (?:de|d'environ) \d[\d ]{0,8}|employeurs?|fondee?|creee?|leader|la these|le stage|chez)(?!\w)"
)


def labelled(match: re.Match[str]) -> str | None:
    """Refuse a label's neighbour, a sentence, and the firm that publishes for another."""
    value = match["v"].strip()
    if _NO_NAME.match(value) or is_agency(value) or re.fullmatch(r"[\w.-]*/[\w./-]*", value):
        return None
    return value


def _subject(public: bool) -> Callable[[re.Match[str]], str | None]:
    """Read the subject of a verb, if it is named: a public body, or else a firm."""

    def read(match: re.Match[str]) -> str | None:
        found = subject_before(match.string, match.start())
        name = match.string[slice(*found)] if found else ""
        if not name or is_agency(name) or is_organisation(name) is not public:
            return None
        return None if begins_as_job(name) and not public else name

    return read


# The verb and whom it asks for; "la recherche" is a noun.
_RECRUITS = (
    r"(?:recrut(?:e|ent)\b|(?<!de[ ])(?<!la[ ])(?<!en[ ])(?<!une[ ])(?<!par[ ])(?:re)?cherch(?:e|ent)\b"
    r"(?! (?:a |pour (?:l'un|un) de|pour son client))"
    r"(?=,? ?(?:[:>*]|\n)|,? (?:[a-z']{2,14} ){0,2}?(?:une?\b|des\b|ses\b|son\b|sa\b|d'|deux\b|trois\b"
    r"|quatre\b|cinq\b|\d|pour\b|[a-z]{3,14}(?:eur|euse|trice|ien|ier|iste|ant)\b))"
    r"|est a la recherche d|souhaite (?:recruter|trouver|accueillir) "
    r"|propose (?:un|une|le|la|ce|cette) (?:contrat|stage|these|sujet de|post-?doc|poste|alternance)\b)"
)
_RECRUITS_CUES = (
    "recrute",
    "recherche",
    "cherche",
    "est a la recherche",
    "propose ",
    "souhaite ",
)

PROSE_RULES: tuple[Rule[str], ...] = (
    Rule(
        id="employer.on-behalf",
        pattern=(
            r"pour (?:le compte|et au nom)(?: de)? (?:la |le |l'|du |d'un )?"
            rf"(?P<v>{ORGANISATION}[^\n,;:!?]{{2,70}})"
        ),
        cues=("pour le compte", "pour et au nom"),
        read=labelled,
        examples=("Le centre de gestion recrute pour le compte de la commune de Belleroche :",),
        rejects=("pour le compte de tiers",),
        rank=8,
    ),
    Rule(
        id="employer.recruits",
        pattern=_RECRUITS,
        cues=_RECRUITS_CUES,
        read=_subject(public=True),
        examples=(
            "La Ville de Belleroche recrute",
            "La Ville de Belleroche (Yvelines, 9 700 habitants) recherche un(e) gardien(ne)",
            "Suite à un départ, la mairie de Belleroche recherche un agent",
            "Le GIP Santé en Ponant recherche un.e pilote",
            "L'EHPAD Les Ormes (60 résidents) à Belleroche (15100) recherche un aide-soignant",
        ),
        rejects=(
            "Rédiger des notes pour la Région. Nous recrutons",
            "Les besoins de la ville de Belleroche nous font dire : on recrute",
            "AQUARIUS RH, acteur du recrutement, recherche un régleur",
        ),
        rank=4,
    ),
    Rule(
        id="employer.client-recruits",
        pattern=(
            r"notre client (?P<v>[a-z][\w'.&-]{2,30}(?: [\w'.&-]{2,20}){0,2}) (?:recrute|recherche)\b"
        ),
        cues=("notre client",),
        read=labelled,
        examples=("Notre client Verrières recrute un préparateur",),
        rejects=("Nous recherchons pour notre client un soudeur",),
        rank=3,
    ),
    Rule(
        id="employer.firm-recruits",
        pattern=_RECRUITS,
        cues=_RECRUITS_CUES,
        read=_subject(public=False),
        examples=(
            "Le Groupe Marchand recrute pour ses chantiers !",
            "Dupont-Leroy est à la recherche d'un responsable",
            "V.A.L.S.E (Livraison de repas), recrute 1 livreur",
        ),
        rejects=(
            "Notre société recrute un chauffeur",
            "Profil recherché",
            "Nous recherchons un agent",
        ),
        rank=2,
    ),
    Rule(
        id="employer.joining",
        pattern=(
            r"(?:rejoi(?:ndre|gnez)|integrer|travailler (?:chez|a|pour|au sein d[eu'])|chez) ?(?:la |le "
            rf"|les |l')?(?P<v>{ORGANISATION}[^\n,.;:!?]{{2,60}}(?=[,.;:!?]|\n|$)"
            rf"|{_PRIVATE}(?=,? (?:c'est|nous |vous )))"
        ),
        cues=("rejoindre", "rejoignez", "integrer", "travailler ", "chez "),
        read=labelled,
        examples=(
            "Rejoindre l'université de Belleroche, c'est bénéficier de nombreux avantages",
            "Chez Karabel, nous aimons les ports",
        ),
        rejects=("Rejoignez une équipe", "Rejoignez nos services", "chez vous, nous"),
        rank=2,
    ),
    Rule(
        id="employer.presented",
        pattern=(
            rf"(?:est (?:un|une|le|la|l') ?(?:pilier|acteur|leader|entreprise|societe|groupe|filiale"
            r"|association|cooperative|etablissement|cabinet|editeur|startup|pme|eti|structure|bureau"
            r"|centre|syndicat|collectivite|commune|maison|fabricant|reseau|organisme|operateur|ecole"
            rf"|institut|service public|plateforme|federation|fondation|mouvement|ong\b|mutuelle|agence|esn\b"
            rf"|office|musee|laboratoire|universite)|c'est (?:une? |\d)|{VERBS})"
        ),
        cues=(
            "est un",
            "est le ",
            "est la ",
            "est l'",
            "c'est ",
            "concoit",
            "edite",
            "fabrique",
            "developpe",
            "commercialise",
            "exploite",
            "distribue",
            "emploie",
            "regroupe",
            "rassemble",
            "accompagne",
            "intervient",
            "imagine",
            "construit",
            "transforme",
            "gere",
            "compte ",
            "accueille",
            "recouvre",
            "reunit",
            "federe",
        ),
        read=lambda m: _subject(public=True)(m) or _subject(public=False)(m),
        examples=(
            "L'Association des Ormes (A.D.O), gère trois foyers",
            "Le Département de la Brenne emploie 3 000 agents",
            "**Karabel** (coopérative, 22 personnes) édite *Quai*",
        ),
        rejects=("Le tourisme est un plus", "Vous rejoignez un groupe qui compte 3 usines"),
        rank=1,
    ),
    Rule(
        id="employer.introduced",
        pattern=(
            r"(?:(?:est|sont) (?:placee?|geree?|dirigee?|situee?|implantee?|nee?|devenue?|chargee?|membre"
            r"|composee?|constituee?)s?\b|(?:a|ont) (?:ete (?:cree|fonde|institue)|vu le jour|pour (?:mission"
            r"|vocation|objet|ambition|but)|fait |acquis|lance|engage)|s'(?:inscrit|engage|est (?:construit"
            r"|constitue|engage|dote|fixe|donne))|dispose d|pilote |mene |porte |organise |oeuvre |cree |anime )"
        ),
        cues=(
            "est plac",
            "est ger",
            "est dirig",
            "est situ",
            "est implant",
            "est ne",
            "est deven",
            "est charg",
            "est membre",
            "est compos",
            "est constitu",
            "a ete ",
            "a vu le jour",
            "a pour ",
            "a fait ",
            "a acquis",
            "a lanc",
            "a engag",
            "s'inscrit",
            "s'engage",
            "s'est ",
            "dispose d",
            "pilote ",
            "mene ",
            "porte ",
            "organise ",
            "oeuvre ",
            "cree ",
            "anime ",
        ),
        read=_subject(public=True),
        examples=(
            "Le Musée du Port est placé sous la tutelle de deux ministères.",
            "La Fédération des Quais s'est construite à partir de trois ports.",
            "La Métropole de Lys pilote des politiques publiques.",
        ),
        rejects=(
            "Le projet de la Région est placé sous sa tutelle",
            "Sorel Composants pilote des chantiers",
        ),
        rank=1,
    ),
    Rule(
        id="employer.authority",
        pattern=(
            r"(?:la |le )?(?:vice-)?(?:president|presidente|maire|directeur|directrice)"
            r"(?: general(?:e)? des services)? (?:de la |de l'|du |des |de |d')"
            rf"(?P<v>{ORGANISATION}[^\n.;:,]{{2,60}}?(?=[\n.;:,]|$"
            r"| (?:informe|certifie|porte|fait|decide|rappelle|expose|propose|et|est)\b)"
            r"|[a-z][\w'-]{2,24}(?: [\w'-]{2,20})? (?:metropole|agglomeration))"
        ),
        cues=("president", "maire", "directeur", "directrice"),
        read=labelled,
        examples=(
            "La Présidente de Estuaire Métropole,",
            "De charger Monsieur le Directeur général des services de Belleroche Métropole "
            "et le comptable",
        ),
        rejects=("le maire de sa commune", "sous la responsabilité du directeur du pôle"),
        rank=1,
    ),
    Rule(
        id="employer.host",
        pattern=(
            r"(?:stage|these|post-doctorat|doctorante?)\b[^\n.;]{0,60}? (?:accueillie?|se deroulera"
            r"|aura lieu|effectuee?|realisee?)[^\n.;]{0,40}? (?:au sein d[eu']|au|a|dans les locaux d[eu'])"
            r" ?(?:la |le |l')?(?:equipe [a-z0-9-]{2,12} (?:du |de la |de l'))?"
            r"(?P<v>(?:laboratoire )?[a-z][\w'&-]{1,24}(?: [\w'&-]{1,24}){0,4}?)(?= sur | de l'| a |[,.;(\n])"
        ),
        cues=("stage", "these", "post-doctorat", "doctorant"),
        read=labelled,
        examples=(
            "La thèse sera accueillie au sein de l'équipe PORT du laboratoire RADE de l'Université",
            "Le stage se déroulera au RADE sur le site du port",
        ),
        rejects=("Le stage se déroulera au printemps", "la thèse porte sur les ports"),
        rank=1,
    ),
)
