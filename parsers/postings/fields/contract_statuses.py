"""Ways of saying to whom the post is open: civil servants, contract staff, by which way."""

from __future__ import annotations

from postings.fields.contract_words import (
    CLAUSE,
    DUTIES,
    STATUSES,
    Types,
    board_answer,
    fixed,
    named,
    types_in,
)
from postings.rules import Rule

_LABEL = (
    r"(?:types? de (?:contrat|recrutement|poste)|nature (?:du contrat|de l'emploi|du recrutement)"
    r"|contrats?(?: propose| de travail)?|contract|statuts?(?: propose| du poste)?|contractuels?(?: de droit public)?|ouverture"
    r"|(?:mode|modalite|condition)s? de recrutement|type d'emploi|recrutement)"
)

RULES: tuple[Rule[Types], ...] = (
    Rule(
        id="contract_types.label",
        pattern=(
            rf"(?:{_LABEL} ?: ?|(?<![^\n])[| ]{{0,9}}{_LABEL}(?:[ ]{{2,60}}| ?- | ?\| ?|\n[ ]{{0,9}}))"
            r"(?P<v>(?:[^\n.]|\.(?! )|(?<=\b[a-z])\.|(?<=\bart|\bcat|\bref)\.){2,150})"
        ),
        cues=(
            "type",
            "nature d",
            "contrat",
            "contract",
            "statut",
            "ouverture",
            "mode",
            "modalite",
            "condition",
            "recrutement",
        ),
        lead=9,
        read=named,
        examples=(
            "Type de contrat : CDI",
            "Type de contrat\nMission intérimaire - 1 Mois",
            "Statut proposé : mutation, détachement, CDI ou CDD selon votre situation",
            "Modalité de recrutement :\nVoie de détachement ou contrat de travail de droit public",
            "Type d'emploi : Vacation",
        ),
        rejects=(
            "Contrat travail\nDurée du travail",
            "simulations demandées par le service recrutement\n- conseiller sur la mutation",
        ),
        rank=3,
        unless=r"handicap",
    ),
    Rule(
        id="contract_types.board-open",
        pattern=(
            r"ouverte? aux (?:agents )?contractuels? ?:?[ \n]{0,3}"
            r"(?P<v>(?P<answer>oui|non|poste a pourvoir)\b[^\n]{0,110})"
        ),
        cues=("ouvert",),
        read=board_answer,
        examples=(
            "Ouvert aux contractuels\nOui, à titre dérogatoire par rapport aux candidatures de fonctionnaires",
            "Ouvert aux contractuels : Poste à pourvoir prioritairement par voie statutaire",
        ),
        rejects=("Ouvert aux contractuels et aux fonctionnaires",),
        rank=4,
    ),
    Rule(
        id="contract_types.open-to",
        pattern=(
            r"(?:ouvert|accessible|reserve|propose|destine|s'adresse)<E>(?: ?:)?"
            r"(?: (?:uniquement|exclusivement|egalement|aussi|indifferemment|prioritairement|en priorite))?"
            r" (?:aux?|a des|a une?|pour un<E>|pour des|en|sous)[ ]" + CLAUSE
        ),
        cues=("ouvert", "accessible", "reserve", "propose", "destine", "s'adresse"),
        read=named,
        examples=(
            "Emploi ouvert aux titulaires et aux contractuels",
            "Poste ouvert aux statutaires, aux titulaires du concours et aux contractuels",
            "Emploi ouvert uniquement aux contractuels",
            "l'emploi est ouvert au recrutement contractuel",
            "poste ouvert pour un·e indépendant·e",
        ),
        rejects=(
            "L'emploi n'est pas ouvert aux agents contractuels.",
            "Tous nos postes sont ouverts aux personnes en situation de handicap.",
            "Offre réservée aux titulaires d'un diplôme d'infirmier",
        ),
        rank=3,
        unless=rf"n'est pas|ne sont pas|{DUTIES}",
    ),
    Rule(
        id="contract_types.besides",
        pattern=r"(?:ouverte?s? aux (?:agents )?contractuels|, ou contractuels?|, a defaut,? contractuels?)\b(?! uniquement)",
        cues=("ouvert", ", ou contractuel", ", a defaut"),
        read=lambda match: fixed("contractuel"),
        examples=(
            "Ouvert aux contractuels sur le fondement de l'article L332-8 3°",
            "Ingénieur Territorial, ou contractuel",
        ),
        rejects=(
            "Emploi ouvert uniquement aux contractuels",
            "est ouvert au recrutement contractuel",
        ),
        rank=2,
        unless=r"n'est pas",
        but=r"^[^\n]{0,160}seul un contractuel",
    ),
    Rule(
        id="contract_types.either",
        pattern=(
            r"(?:fonctionnaires?|titulaires?|statutaires?)(?:,| ou| et| et/ou|[ ]?/| ou,? a defaut,?){1,2} (?:aux |agents? )?"
            r"(?:non[- ]titulaires?|contractuel)<E>"
        ),
        cues=("fonctionnaire", "titulaire", "statutaire"),
        read=lambda match: fixed("titulaire", "contractuel"),
        examples=(
            "Poste permanent, titulaire ou contractuel·le",
            "Titulaires et contractuels : candidature par mail",
        ),
        rejects=(
            "gestion des agents titulaires et contractuels",
            "une équipe de fonctionnaires et contractuels",
            "agents de tous statuts (titulaires, contractuels de droit public, apprentis)",
        ),
        rank=2,
        unless=rf"{DUTIES}|statuts|personnels|\d agents|reglement",
    ),
    Rule(
        id="contract_types.by-way-of",
        pattern=r"(?:par|uniquement|ou|soit) (?:la )?voies? (?:de |d')?(?P<v>[^\n;]{4,110}(?:\n[^\n;.]{0,60})?)",
        cues=(
            "par voie",
            "par la voie",
            "uniquement voie",
            "uniquement la voie",
            "ou voie",
            "ou la voie",
            "soit voie",
            "soit la voie",
        ),
        read=named,
        examples=(
            "Recrutement par voie de mutation, de détachement ou d'inscription sur liste d'aptitude",
            "à pourvoir par voie statutaire ou, à défaut, contractuelle",
        ),
        rejects=(
            "une reconnaissance de travailleur handicapé peuvent accéder à cet emploi par voie contractuelle",
            "visée par la voie hiérarchique",
        ),
        rank=3,
        unless=r"handicap|suivi|conseil",
    ),
    Rule(
        id="contract_types.others-besides",
        pattern=(
            r"ouvert<E> (?:aux|a des|a l')(?! (?:agents )?contractuel)(?P<who>[^\n;.]{4,110}?)"
            r"(?: et|,? ainsi qu'|,? a defaut,?| ou) ?(?:aux? |a des |l'|a )?(?:agents? )?contractuel"
        ),
        cues=("ouvert",),
        read=lambda match: fixed("titulaire", "contractuel"),
        examples=(
            "ouvert aux techniciens supérieurs de la météorologie ainsi qu'aux contractuels",
        ),
        rejects=(
            "Ouvert aux contractuels et aux agents contractuels du site",
            "L'atelier est ouvert aux élèves et aux parents",
        ),
        rank=2,
        unless=r"n'est pas|ne sont pas|formation|atelier",
    ),
    Rule(
        id="contract_types.civil-servants-by",
        pattern=(
            r"fonctionnaires?\b(?:(?!gestion|carriere|dossier|suivi)[^\n.;]){0,70}?"
            r"(?P<v>(?:detachement|mise a disposition|mutation)\b[^\n.;]{0,40})"
        ),
        cues=("fonctionnaire",),
        read=lambda match: (
            tuple(t for t in types_in(match["v"]) or () if t in STATUSES[1:]) or None
        ),
        examples=("Les fonctionnaires sont aussi les bienvenus (détachement)",),
        rejects=("gérer la carrière des fonctionnaires (mutation, détachement)",),
        rank=2,
        unless=rf"{DUTIES}|carriere",
    ),
    Rule(
        id="contract_types.preferably",
        pattern=r"(?:statutaire|fonctionnaire|titulaire) de preference|de preference (?:statutaire|fonctionnaire|titulaire)|agents titulaires (?:et|ou) stagiaires",
        cues=(
            "statutaire de",
            "fonctionnaire de",
            "titulaire de",
            "de preference",
            "agents titulaires",
        ),
        read=lambda match: fixed("titulaire"),
        examples=("Statutaire de préférence ; à défaut, contrat",),
        rejects=("titulaire de préférence d'un diplôme d'ingénieur",),
        rank=2,
        but=r"^ d'",
    ),
    Rule(
        id="contract_types.requests",
        pattern=r"(?:demandes?|candidatures?) (?:de |par |en )(?P<v>(?:mutation|detachement|mise a disposition)\b)",
        cues=("demande", "candidature"),
        read=named,
        examples=("Sont recevables les demandes de mutation d'autres collectivités",),
        rejects=("instruire les demandes de détachement des agents",),
        rank=2,
        unless=rf"{DUTIES}|traiter",
    ),
    Rule(
        id="contract_types.in-position",
        pattern=r"(?:en|par) (?:position de |voie de )?(?P<v>(?:detachement|mise a disposition|mutation)\b[^\n.;]{0,60})",
        cues=(
            "en detachement",
            "en mise a",
            "en mutation",
            "en position",
            "en voie",
            "par detachement",
            "par mise a",
            "par mutation",
            "par position",
            "par voie",
        ),
        read=lambda match: (
            tuple(t for t in types_in(match["v"]) or () if t in STATUSES[1:]) or None
        ),
        examples=(
            "sera placé·e en position de détachement dans le corps des attachés",
            "en détachement sur contrat (CDD) ou mise à disposition",
        ),
        rejects=("Suite à la mutation de son titulaire",),
        rank=2,
        unless=rf"{DUTIES}|suite|travailleurs",
    ),
    Rule(
        id="contract_types.detached-on-functional-post",
        pattern=r"detachement sur (?:un |l')?(?:emploi|contrat)",
        cues=("detachement sur",),
        read=lambda match: fixed("detachement"),
        examples=("Recrutement par voie de détachement sur emploi fonctionnel",),
        rejects=("Gestion des dossiers de détachement",),
        rank=3,
    ),
    Rule(
        id="contract_types.failing-civil-servant",
        pattern=(
            r"(?:a defaut|en l'absence|faute|(?:en cas de )?recherche infructueuse) ?(?:,|:)?"
            r"(?: ?(?:de|d'un|d'une|du)? ?(?:candidat<E> |candidature (?:de |d'un )?)?fonctionnaires?| d'agent<E> titulaire<E>)?"
            r"[^\n;]{0,110}?\b(?P<v>contractuel|contrat (?:d'un an|de <COUNT> (?:mois|ans))|contrat\b)"
        ),
        cues=("a defaut", "en l'absence", "faute", "recherche infructueuse", "en cas de recherche"),
        read=lambda match: ("titulaire", *(types_in(match["v"]) or ("contractuel",))),
        examples=(
            "À défaut, recrutement d'un agent contractuel",
            "à défaut, contrat d'un an",
            "En cas de recherche infructueuse d'un fonctionnaire, l'emploi pourra être occupé par un agent contractuel",
        ),
        rejects=("À défaut de candidature, l'avis sera publié de nouveau.",),
        rank=3,
    ),
    Rule(
        id="contract_types.recruits-civil-servants",
        pattern=(
            r"recrutement statutaire\b|(?:fonctionnaires?|agents? titulaires?)(?: titulaires?)? (?:par voie|de categorie|avec une mobilite"
            r"|du ministere|ou, en l'absence|ou laureat|titulaires?|ou contractuel)"
        ),
        cues=("recrutement statutaire", "fonctionnaire", "agent titulaire", "agents titulaires"),
        read=lambda match: fixed("titulaire"),
        examples=(
            "Agents titulaires par voie de mutation",
            "fonctionnaire titulaire de catégorie A",
            "Offre : recrutement statutaire prioritaire ; ou contractuel : CDD.",
        ),
        rejects=("des fonctionnaires exerçant des fonctions analogues",),
        rank=2,
        unless=rf"{DUTIES}|ancien",
    ),
    Rule(
        id="contract_types.agent-probationer",
        pattern=r"(?:ouvert|pourvu)<E> (?:au|par)(?: voie de)? concours|nommes? stagiaires?|(?:nomination|nomme<E>|recrute<E>) en qualite (?:de |d'agent )(?:fonctionnaire )?stagiaire|recrutement sans concours|agent titulaire ou laureat",
        cues=("ouvert", "pourvu", "nomination", "nomme", "recrute", "agent titulaire"),
        read=lambda match: fixed("titulaire"),
        examples=(
            "Nomination en qualité d'agent stagiaire au 1er mai",
            "AVIS DE RECRUTEMENT SANS CONCOURS",
            "Un poste de professeur sera ouvert au concours",
        ),
        rejects=("avec perspective de mise en stage",),
        rank=3,
    ),
    Rule(
        id="contract_types.laureates",
        pattern=r"(?:liste d'aptitude|laureate?s? (?:du|d'un|de) concours)",
        cues=("liste d'aptitude", "laureat"),
        read=lambda match: fixed("titulaire"),
        examples=("lauréats de concours bienvenus", "inscription sur liste d'aptitude"),
        rejects=("lauréate du prix de la ville",),
        rank=2,
        unless=DUTIES,
    ),
    Rule(
        id="contract_types.contract-staff",
        pattern=(
            r"(?:emplois? contractuels? de cat|seul un contractuel peut|un contractuel peut etre recrute"
            r"|recrutement (?:d'une? )?(?:agents? )?contractuel|en qualite (?:de |d'agents? )contractuel|agents? contractuel<E>(?: recrutes?| de droit public| \(cdd)"
            r"|reserve aux contractuels|(?:ou|et|aux) contractuels?\b|contrat de droit public"
            r"|recrute<E>[^\n.;]{0,40} contractuel|(?:professeur|enseignant|praticien|medecin)<E>s?(?: hospitalier<E>)? contractuel<E>|agents? contractuels seront recrutes)"
        ),
        cues=(
            "en qualite",
            "professeur",
            "enseignant",
            "praticien",
            "medecin",
            "emploi",
            "seul un",
            "un contractuel",
            "recrut",
            "agent",
            "reserve",
            "ou contractuel",
            "et contractuel",
            "aux contractuels",
            "contrat de droit",
        ),
        read=lambda match: fixed("contractuel"),
        examples=(
            "Emploi contractuel de cat. A",
            "Seul un contractuel peut être recruté sur ce poste",
            "Ingénieur territorial, ou contractuel",
        ),
        rejects=(
            "agents de tous statuts (titulaires, contractuels de droit public, apprentis)",
            "pour les contractuels, CV et lettre de motivation",
        ),
        rank=2,
        unless=rf"{DUTIES}|n'est pas|ne sont pas|statuts \(",
    ),
    Rule(
        id="contract_types.tenured-academic",
        pattern=r"(?:enseignant[-/ ]chercheur|chercheur|professeur)[^\n.;]{0,30} permanent(?: \(fonctionnaire)?",
        cues=("enseignant", "chercheur", "professeur"),
        read=lambda match: fixed("titulaire"),
        examples=("recrute un enseignant/chercheur permanent (fonctionnaire du ministère)",),
        rejects=("chercheur en contrat de trois ans",),
        rank=2,
    ),
)
