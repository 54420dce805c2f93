"""Whether the post supervises people."""

from __future__ import annotations

from postings.fields.field import Field, Reading
from postings.resolve import Finding, resolve, single
from postings.rules import Match, Rule

# Who makes a team, and who does not: one looks after children, trains interns, steers projects.
_PEOPLE = (
    r"(?:equipes?|agents?|collaborat(?:eur|rice)s?|collaborateur[·.(]|personnels?|salaries?|techniciens?|gestionnaires?|redacteurs?"
    r"|contremaitres?|compagnons?|ouvriers?|developpeu(?:r|se)s?|animat(?:eur|rice)s?|adjointe?s?|assistante?s?|secretaires?"
    r"|charge(?:e|\(e\)|·e)?s? d|ingenieurs?|architectes?|chefs?|cadres|responsables?|soignante?s?|infirmi(?:er|ere)s?|aides?-soignante?s?"
    r"|vendeu(?:r|se)s?|conseill(?:er|ere)s?|analystes?|analysts?|employes?|preparateurs?|operateurs?|jardiniers?|cuisiniers?"
    r"|conducteurs?|policiers?|gardiens?|atsem|architectes?|encadrants|commerciaux|consultants?|juristes?|comptables?|bibliothecaires?"
    r"|personnes|services?(?! (?:public|civique|aux|a la))|section|brigade|unite|pole|manutentionnaires?|referente?s?|titulaires|coordinat(?:eur|rice)s?|etp|hommes)\b"
)
_NOT_STAFF = (
    r"stagiaires?|etudiant|eleve|enfant|jeune|adolescent|mineur|projet|these|doctorant|atelier|public|usager|resident|visite|tp\b|sortie"
    r"|recherche|resident|prestataire|groupe|benevole|famille|volontaire|apprenti|tutor|sortie|activites? (?:sportive|physique|peri)|reseau"
)
_HOW = (
    r"(?:,? ?(?:et|ou|,|/)? ?(?:directement|hierarchiquement|au quotidien|quotidiennement|en direct|operationnellement|anim[a-z]{1,3}|accompagn[a-z]{1,3}|pilot[a-z]{1,3}"
    r"|evalu[a-z]{1,3}|coordonn[a-z]{1,3}|feder[a-z]{1,3}|motiv[a-z]{1,3}|organis[a-z]{1,3}|form[a-z]{2,3}|manag[a-z]{1,4}|encadr[a-z]{1,4}|mobilis[a-z]{1,3}|dirig[a-z]{1,3}"
    r"|assur[a-z]{1,3}|responsabilis[a-z]{1,3}|suivi?|suivre|developp[a-z]{1,3})){0,6}"
)
_WHOM = rf"(?:(?!{_NOT_STAFF}|par\b)[^\n.;:]){{0,50}}?"
_ENDING = r"(?:er|ez|e|ent|erez|era|eras|es|ant)\b"
_SUPERVISE = rf"(?:encadr{_ENDING}|manag(?:er|ez|e|eant|erez|era|eras|es)\b)"

# A skill, somebody else's, or a bonus: said of supervising, but not that this post does.
_A_SKILL = (
    r"(?:experiences?|\bsavoir\b|capacites?|aptitudes?|connaissances?|competences?|formation|techniques?|methodes?|\bgouts?\b|sens d|qualites?|prime|nbi|bonification"
    r"|\bindemnite|theorie|deja|grille|statut|atout|participe[rz]?\b|contribue[rz]?\b|personnel d'|taux d')[^.;,]{0,40}$|\bsous (?:l'|la |un )?$"
)
# The manager is a person here, not a verb.
_A_NOUN = r"\b(?:le|un|du|votre|son|ce|cette|account|project|product|delivery|community|office|rh|general|top|city|case) $"


def _said(match: Match) -> bool:
    return match["v"] in ("oui", "yes")


RULES: tuple[Rule[bool], ...] = (
    Rule(
        id="management.label",
        pattern=r"(?:management|encadrement|manager)(?: d'(?:agents?|equipes?|encadrement)| hierarchique| direct| de personnel)?[ ]?\??<SEP>(?P<v>oui|non|aucun|neant|sans objet)\b(?! (?:precise|hierarchique|communique))",
        cues=("management", "encadrement", "manager"),
        read=_said,
        examples=("Management : Oui", "Management\nNon", "- encadrement d'agents : aucun"),
        rejects=(
            "Management : non précisé",
            "Encadrement : chef de service",
            "management de transition",
        ),
        rank=5,
    ),
    Rule(
        id="management.none",
        pattern=(
            r"(?:n'encadre(?:z|rez|ra|ras|nt|s)? (?:pas|personne|aucun)"
            r"|(?:\bpas|\baucune?|\bsans|ni|hors) (?:[a-z']{2,4} )?(?:fonctions? |mission |responsabilites? |role |activite |poste )?(?:d[e'] ?)?(?:encadrement|management|encadrer|manager|responsabilites? (?:hierarchique|manageriale)|hierarchie directe|(?:responsabilite|lien|autorite|role) (?:hierarchique|managerial))"
            r"|pas (?:un |une )?(?:poste|fonction|mission|emploi)?s? ?(?:d'encadrement|manageriale?|de management)"
            r"|sans en etre la hierarchie)"
        ),
        cues=("n'encadre", "pas", "aucun", "sans", "ni ", "hors"),
        read=lambda match: False,
        examples=(
            "Vous n'encadrez personne ; vous rendez compte au chef",
            "Il n'y a pas d'encadrement hiérarchique sur ce poste.",
            "n'exerce pas de fonction d'encadrement",
            "Encadrement d'un stagiaire, pas de responsabilité hiérarchique.",
            "sans fonctions d'encadrement",
            "Ce poste ne comporte pas de management.",
        ),
        rejects=(
            "Expérience non exigée, pas de formation au management requise",
            "encadrement de 3 agents",
        ),
        rank=4,
        but=r"^ (?:de |d')?(?:projet|transversal)",
    ),
    Rule(
        id="management.supervises",
        pattern=rf"{_SUPERVISE}{_HOW} {_WHOM}\b{_PEOPLE}",
        cues=("encadr", "manag"),
        read=lambda match: True,
        examples=(
            "Vous encadrez une équipe de 12 animateurs",
            "Encadrer, accompagner et fédérer l'équipe pluridisciplinaire",
            "Encadrer hiérarchiquement le Data Analyst",
            "Encadrer l'activité des développeurs",
            "* Manager votre équipe : recrutement, formation",
            "Encadre et anime l'équipe de gestionnaires (5 agents)",
        ),
        rejects=(
            "Encadrer les enfants avec l'équipe d'animation",
            "encadrer des projets d'élèves, des stagiaires, et d'autres chercheurs",
            "Savoir manager une équipe",
            "Vous encadrerez occasionnellement un stagiaire de l'équipe",
            "agent encadré par une équipe",
            "entretien avec le manager direct et un membre de l'équipe",
            "Vous managez, organisez et contrôlez la production de la ligne. Rattaché au chef",
        ),
        rank=3,
        unless=rf"{_A_SKILL}|{_A_NOUN}",
    ),
    Rule(
        id="management.supervises-number",
        pattern=rf"{_SUPERVISE}{_HOW} (?:une? |les |environ |pres de |jusqu'a |plus de |les )?(?!projets?)(?:<COUNT>) (?!{_NOT_STAFF}|ans?\b|mois|heures|jours|sites?|%|annees)[a-z]",
        cues=("encadr", "manag"),
        read=lambda match: True,
        examples=(
            "Manager en direct 3 Product Owners",
            "Encadrer 3 adjointes du patrimoine et 12 bénévoles",
        ),
        rejects=("Encadrer 2 stagiaires", "Encadrer 3 projets d'élèves"),
        rank=3,
        unless=rf"{_A_SKILL}|{_A_NOUN}",
    ),
    Rule(
        id="management.supervision-of",
        pattern=(
            rf"(?:encadrement|management)(?: (?:hierarchique|direct|operationnel|intermediaire|de proximite|technique|quotidien|et [a-z]{{4,12}}|administratif))*"
            rf"(?:(?:, [a-z]{{5,15}}){{1,3}})?(?: et (?:l')?[a-z]{{5,15}})? ?(?:[:(] ?)?(?:des? |du |d'(?:une? )?|de l'|de la |de \d|sur |\d){_WHOM}\b(?:{_PEOPLE})"
        ),
        cues=("encadrement", "management"),
        read=lambda match: True,
        examples=(
            "Assure l'encadrement des architectes (3 agents)",
            "Encadrement de 3 agents",
            "Encadrement, accompagnement et animation de l'équipe",
            "Pilotage et management d'équipe",
            "management direct : 1 DGA, 3 directeurs et leurs services",
        ),
        rejects=(
            "participer à l'encadrement des stagiaires",
            "Expérience de management d'équipe",
            "Encadrement des étudiants de l'IFSI et des agents arrivants",
            "prime d'encadrement",
            "Sous l'encadrement du chef d'équipe",
            "Taux d'encadrement : 1 animateur pour 10",
            "management de projet",
            "connaissance du management des équipes",
        ),
        rank=3,
        unless=_A_SKILL,
    ),
    Rule(
        id="management.leads-team",
        pattern=(
            rf"(?:anim|dirig|pilot|coordonn|ger|supervis)(?:er|ez|e|erez|era)\b{_HOW} (?:(?:au quotidien )?(?:directement )?)(?:une |l'|votre |les |leurs |ses |son |vos )"
            r"(?:equipes? (?:de |d'environ |composee? de )<COUNT>|equipes? (?:chargees?|placees?|municipale|technique|d'agents|de (?:direction|gestionnaires|techniciens|cuisine|vente|agents))"
            r"|services et)"
        ),
        cues=("anim", "dirig", "pilot", "coordonn", "gere", "supervis"),
        read=lambda match: True,
        examples=(
            "anime et évalue une équipe de 12 agents",
            "Il ou elle anime et pilote les équipes chargées du développement",
            "Vous dirigez une équipe de 8 agents",
        ),
        rejects=(
            "animer une équipe projet",
            "vous intégrez une équipe de 6 agents",
            "piloter les équipes de prestataires",
        ),
        rank=2,
        unless=_A_SKILL,
    ),
    Rule(
        id="management.staff-label",
        pattern=(
            r"(?:(?:personnels?|agents?|effectifs?|nombre (?:d'agents|de personnes|de collaborateurs)|equipe)(?: (?:a|directement))? (?:encadre|manage)(?:e?s?|r)"
            r"|encadrement(?: direct| hierarchique)?)<SEP>(?:oui|(?P<v>\d{1,3}(?![\d%/])|<COUNT>)(?=[ ]?(?:(?!an)[a-z]|[,(\n]|$)))"
        ),
        cues=(
            "personnel",
            "agents enc",
            "agents man",
            "agent",
            "effectif",
            "nombre",
            "equipe enc",
            "equipe man",
            "encadrement",
        ),
        read=lambda match: match["v"] != "0",
        examples=(
            "Personnels encadrés : 42 IDE, 28 aides-soignants",
            "Encadrement : 3 agents",
            "Nombre d'agents à encadrer : 6",
            "Nombre d'agents encadrés : 0",
        ),
        rejects=("Agents encadrés par un chef de service", "Encadrement : M. Dupont, directeur"),
        rank=4,
    ),
    Rule(
        id="management.under-the-post",
        pattern=r"(?:responsabilite|autorite|responsable)s? (?:hierarchique |directe )?(?:directe )?(?:sur |d'|de |:)[ ]?(?:une? |environ )?(?:equipe d|<COUNT> (?:agents|personnes|collaborateurs|salaries|etp))",
        cues=("responsabilite", "autorite", "responsable"),
        read=lambda match: True,
        examples=(
            "Vous avez la responsabilité hiérarchique de 6 agents",
            "autorité sur une équipe de cinq personnes",
            "Responsable d'une équipe de 15 agents",
        ),
        rejects=(
            "sous la responsabilité d'un chef",
            "sous l'autorité de 2 agents",
            "Rattaché au responsable d'une équipe de 6 agents",
        ),
        rank=3,
        unless=r"\bsous (?:la |l'|une )?$|\b(?:du|au|le|(?:a|avec|par) la) $",
    ),
    Rule(
        id="management.staff-under-you",
        pattern=r"(?:agents|personnels?|equipes?|salaries|collaborateurs|soignants|personnes) (?:places? |placees? |se trouvant )?sous (?:votre|sa|son|ta) (?:responsabilite|autorite|direction)",
        cues=("sous votre", "sous sa", "sous son", "sous ta"),
        lead=32,
        read=lambda match: True,
        examples=(
            "les agents placés sous votre responsabilité",
            "les personnels soignants sous sa responsabilité",
        ),
        rejects=(
            "Vous travaillerez sous sa responsabilité",
            "les agents sous la responsabilité du maire",
        ),
        rank=2,
        unless=r"directeur|directrice|\bmaire\b|cheffe? de (?:service|pole)",
    ),
)


def settle(reading: Reading) -> Finding:
    """What the posting says of it, the label first, then a denial, then what one does."""
    return single(resolve(reading.of("management")))


FIELD = Field("management", RULES, settle)
