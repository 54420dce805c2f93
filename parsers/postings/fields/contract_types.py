"""The ways in which the post can be filled: civil servant, contract, internship…"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from postings.fields.field import Field, Reading
from postings.reference.articles import articles
from postings.resolve import Finding
from postings.rules import Candidate, Match, Rule, expand

Types = tuple[str, ...]

# In the order in which the contract lists them.
STATUSES = ("titulaire", "detachement", "mutation", "mise_a_disposition")
NATURES = (
    "cdi", "cdd", "projet", "saisonnier", "remplacement", "apprentissage", "professionnalisation",
    "stage", "aide", "vacation", "interim", "service_civique", "liberal", "doctorat",
)  # fmt: skip
# A fixed-term contract with a name of its own.
_NAMED_TERMS = ("projet", "saisonnier", "remplacement", "aide", "vacation", "interim")

_BY_WAY_OF = r"(?:(?: recrute<E>)? (?:par (?:la )?voie|en position|par|en) (?:de |d')?(?:detachement|mutation|mise))"
# How a clause that speaks of openness names each way; every entry is tried on the clause alone.
_WORDS: tuple[tuple[str, str], ...] = (
    (
        "titulaire",
        r"\btitulaires?\b(?! (?:d'un|du (?!concours)|de la (?!fonction)|des? |d'une?))"
        rf"|\bfonctionnaires?\b(?!{_BY_WAY_OF})"
        r"|statutaire|liste d'aptitude|laureat|titulaires? (?:du|d'un) concours",
    ),
    ("detachement", r"detachement"),
    ("mutation", r"mutation"),
    ("mise_a_disposition", r"mise(?:s)? a disposition"),
    ("cdi", r"\bcdi\b|duree indeterminee"),
    ("cdd", r"\bcdd\b|duree determinee|contrat(?: de travail)? (?:d'un an|de <COUNT> (?:mois|ans))(?! (?:maxi|au plus))"),
    ("projet", r"contrats? de projet"),
    ("saisonnier", r"saisonnier"),
    ("apprentissage", r"contrat d'apprentissage|en apprentissage"),
    ("professionnalisation", r"professionnalisation"),
    ("stage", r"\bstage\b"),
    ("vacation", r"vacation|vacataire"),
    ("interim", r"interim"),
    ("liberal", r"freelance|independant<E>|auto-?entrepreneur|liberale?\b"),
    ("doctorat", r"doctoral"),
    ("contractuel", r"contractuel|droit public|par contrat\b"),
)  # fmt: skip


@lru_cache(maxsize=1)
def _words() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(expand(pattern))) for name, pattern in _WORDS)


def _types_in(clause: str) -> Types | None:
    """The ways named in a clause that is known to speak of how the post is filled."""
    return tuple(name for name, pattern in _words() if pattern.search(clause)) or None


def _named(match: Match) -> Types | None:
    return _types_in(match["v"])


def _board_answer(match: Match) -> Types | None:
    """`Ouvert aux contractuels : Oui, …`: the answer decides, then what follows it."""
    said = _types_in(match["v"]) or ()
    if match["answer"] == "non":
        return ("titulaire",)
    ways = tuple(dict.fromkeys((*said, "contractuel"))) if match["answer"] == "oui" else said
    return ways or None


def _fixed(*types: str) -> Types:
    return types


_CLAUSE = r"(?P<v>(?:(?!\. )[^\n;]){2,150})"
# Duties, prospects and other people's contracts are no way of filling this post.
_DUTIES = (
    r"redig|gerer|gestion|suivi|instrui|conseill|informer|encadr|accueillir|former|formation des|equipe"
    r"|compose|effectif|agence[^.;]{0,40}$|acteur du|specialis[^.;]{0,30}(?:recrut|interim|emploi)"
    r"|reseau[^.;]{0,40}agence|handicap"
)
_PROSPECT = (
    r"evolu|debouch|perspective|vue d'un|transform|a la cle|prolong|perenni|suite a la|promotion"
)


_LABEL = (
    r"(?:types? de (?:contrat|recrutement|poste)|nature (?:du contrat|de l'emploi|du recrutement)"
    r"|contrats?(?: propose| de travail)?|statuts?(?: propose| du poste)?|ouverture"
    r"|(?:mode|modalite|condition)s? de recrutement|type d'emploi|recrutement)"
)

RULES: tuple[Rule[Types], ...] = (
    Rule(
        id="contract_types.label",
        pattern=(
            rf"(?:{_LABEL} ?: ?|(?<![^\n])[ ]{{0,9}}{_LABEL}(?:[ ]{{2,60}}| ?- |\n[ ]{{0,9}}))"
            r"(?P<v>[^\n]{2,150})"
        ),
        cues=("type", "nature d", "contrat", "statut", "ouverture", "mode", "modalite", "condition",
              "recrutement"),
        read=_named,
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
        unless=_DUTIES,
    ),
    Rule(
        id="contract_types.board-open",
        pattern=(
            r"ouverte? aux (?:agents )?contractuels? ?:?[ \n]{0,3}"
            r"(?P<v>(?P<answer>oui|non|poste a pourvoir)\b[^\n]{0,110})"
        ),
        cues=("ouvert",),
        read=_board_answer,
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
            r"(?:ouvert|accessible|reserve|propose|destine|s'adresse)<E>"
            r"(?: (?:uniquement|exclusivement|egalement|aussi|indifferemment|prioritairement|en priorite))?"
            r" (?:aux?|a des|a une?|pour un<E>|pour des|a la|en|sous)[ ]" + _CLAUSE
        ),
        cues=("ouvert", "accessible", "reserve", "propose", "destine", "s'adresse"),
        read=_named,
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
        unless=rf"n'est pas|ne sont pas|{_DUTIES}",
    ),
    Rule(
        id="contract_types.besides",
        pattern=r"(?:ouverte?s? aux (?:agents )?contractuels|, ou contractuels?|, a defaut,? contractuels?)\b(?! uniquement)",
        cues=("ouvert", ", ou contractuel", ", a defaut"),
        read=lambda match: _fixed("contractuel"),
        examples=("Ouvert aux contractuels sur le fondement de l'article L332-8 3°", "Ingénieur Territorial, ou contractuel"),
        rejects=("Emploi ouvert uniquement aux contractuels", "est ouvert au recrutement contractuel"),
        rank=2,
        unless=r"n'est pas",
        but=r"^[^.]{0,120}seul un contractuel",
    ),
    Rule(
        id="contract_types.by-way-of",
        pattern=r"(?:par|uniquement|ou|soit) (?:la )?voies? (?:de |d')?(?P<v>[^\n;]{4,110}(?:\n[^\n;.]{0,60})?)",
        cues=("par", "uniquement", "ou", "soit"),
        read=_named,
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
        id="contract_types.in-position",
        pattern=r"(?:en|par) (?:position de |voie de )?(?P<v>(?:detachement|mise a disposition|mutation)\b[^\n.;]{0,60})",
        cues=("en", "par"),
        read=lambda match: tuple(t for t in _types_in(match["v"]) or () if t in STATUSES[1:]) or None,
        examples=(
            "sera placé·e en position de détachement dans le corps des attachés",
            "en détachement sur contrat (CDD) ou mise à disposition",
        ),
        rejects=("Suite à la mutation de son titulaire",),
        rank=2,
        unless=rf"{_DUTIES}|suite",
    ),
    Rule(
        id="contract_types.detached-on-functional-post",
        pattern=r"detachement sur (?:un |l')?(?:emploi|contrat)",
        cues=("detachement sur",),
        read=lambda match: _fixed("detachement"),
        examples=("Recrutement par voie de détachement sur emploi fonctionnel",),
        rejects=("Gestion des dossiers de détachement",),
        rank=3,
    ),
    Rule(
        id="contract_types.failing-civil-servant",
        pattern=(
            r"(?:a defaut|en l'absence|faute|(?:en cas de )?recherche infructueuse) ?(?:,|:)?"
            r"(?: ?(?:de|d'un|d'une|du)? ?(?:candidat<E> |candidature (?:de |d'un )?)?fonctionnaires?| d'agent<E> titulaire<E>)?"
            r"[^.;]{0,60}?\b(?P<v>contractuel|contrat (?:d'un an|de <COUNT> (?:mois|ans))|contrat\b)"
        ),
        cues=("a defaut", "en l'absence", "faute", "recherche infructueuse", "en cas de recherche"),
        read=lambda match: ("titulaire", *(_types_in(match["v"]) or ("contractuel",))),
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
            r"(?:fonctionnaires?|agents? titulaires?)(?: titulaires?)? (?:par voie|de categorie|avec une mobilite"
            r"|du ministere|ou, en l'absence|ou laureat|titulaires?|ou contractuel)"
        ),
        cues=("fonctionnaire", "agent titulaire", "agents titulaires"),
        read=lambda match: _fixed("titulaire"),
        examples=("Agents titulaires par voie de mutation", "fonctionnaire titulaire de catégorie A"),
        rejects=("des fonctionnaires exerçant des fonctions analogues",),
        rank=2,
        unless=rf"{_DUTIES}|ancien",
    ),
    Rule(
        id="contract_types.agent-probationer",
        pattern=r"(?:nomination|nomme<E>|recrute<E>) en qualite (?:de |d'agent )(?:fonctionnaire )?stagiaire|recrutement sans concours|agent titulaire ou laureat",
        cues=("nomination", "nomme", "recrute", "agent titulaire"),
        read=lambda match: _fixed("titulaire"),
        examples=("Nomination en qualité d'agent stagiaire au 1er mai", "AVIS DE RECRUTEMENT SANS CONCOURS"),
        rejects=("avec perspective de mise en stage",),
        rank=3,
    ),
    Rule(
        id="contract_types.laureates",
        pattern=r"(?:liste d'aptitude|laureate?s? (?:du|d'un|de) concours|integration directe)",
        cues=("liste d'aptitude", "laureat", "integration directe"),
        read=lambda match: _fixed("titulaire"),
        examples=("lauréats de concours bienvenus", "inscription sur liste d'aptitude"),
        rejects=("lauréate du prix de la ville",),
        rank=2,
        unless=_DUTIES,
    ),
    Rule(
        id="contract_types.contract-staff",
        pattern=(
            r"(?:emplois? contractuels? de cat|seul un contractuel peut|un contractuel peut etre recrute"
            r"|recrutement (?:d'une? )?(?:agents? )?contractuel|agents? contractuel<E>(?: recrutes?| de droit public| \(cdd)"
            r"|reserve aux contractuels|(?:ou|et|aux) contractuels?\b|contrat de droit public"
            r"|recrute<E>[^\n.;]{0,40} contractuel|agents? contractuels seront recrutes)"
        ),
        cues=("emploi", "seul un", "un contractuel", "recrut", "agent", "reserve", "ou contractuel",
              "et contractuel", "aux contractuels", "contrat de droit"),
        read=lambda match: _fixed("contractuel"),
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
        unless=rf"{_DUTIES}|n'est pas|ne sont pas|statuts \(",
    ),
    Rule(
        id="contract_types.fixed-term",
        pattern=(
            r"(?:cdd (?:de droit public |a temps [a-z]{4,8} )?(?:de |d')?(?:<COUNT>|un) ?(?:mois|ans?|semaines?|jours?)\b"
            r"|contrat(?: de travail| de droit public| a duree determinee)? (?:d'un an|(?:de )?<COUNT> (?:mois|ans?)\b)"
            r"(?! maxi| au plus)|contractuel<E>[^.;]{0,30}? pour une duree (?:d'un an|de <COUNT> (?:mois|ans))"
            r"|(?:contrat[^\n.;]{0,30} )?a duree determinee)"
        ),
        cues=("cdd", "contrat", "contractuel", "a duree determinee"),
        read=lambda match: _fixed("cdd"),
        examples=("CDD de 6 mois renouvelable", "contrat de 2 ans", "contrat de droit public à durée déterminée de trois ans",
                  "un agent contractuel recruté pour une durée d'un an renouvelable"),
        rejects=(
            "contrat de 3 ans maximum",
            "contrat à durée indéterminée",
            "suivi des contrats des agents en CDD",
        ),
        rank=3,
        unless=rf"{_DUTIES}|apprentissage|doctoral|mise en demeure",
    ),
    Rule(
        id="contract_types.stated-nature",
        pattern=(
            r"(?:poste|emploi|contrat|embauche|recrute|recherch|propos|pourvoir|offre|ouvert|temps plein|cadre d'un"
            r"|magasin|\(h/f\)|h/f)(?:(?!evolu|debouch|perspect|transform|vue d)[^\n.;]){0,70}?"
            r"(?:\b(?:en|un|par|sous|contrat|poste)[ ]|[:(\-][ ]?)(?P<v>(?:cdi|cdd)\b(?:(?: ou |, ?|/| et )(?:cdi|cdd)\b)*)"
        ),
        cues=("poste", "emploi", "contrat", "embauche", "recrut", "recherch", "propos", "pourvoir",
              "offre", "ouvert", "temps plein", "cadre d'un", "magasin", "(h/f)", "h/f"),
        read=_named,
        examples=(
            "Le poste est à pourvoir en CDI, temps plein.",
            "un poste proposé en CDD",
            "Nous recherchons un spécialiste (h/f) en CDI à Thyez",
        ),
        rejects=(
            "Agence spécialisée dans le recrutement en intérim, CDD et CDI",
            "Le poste pourra évoluer en CDI",
        ),
        rank=3,
        unless=rf"{_DUTIES}|{_PROSPECT}",
    ),
    Rule(
        id="contract_types.own-line",
        pattern=r"(?:^|\n)[ \-*•·.>(]{0,8}(?P<v>cdi|cdd|interim|freelance|contrat a duree (?:in)?determinee)\b(?! puis)",
        cues=("cdi", "cdd", "interim", "freelance", "contrat a duree"),
        lead=10,
        read=_named,
        examples=("- CDI pour 35H par semaine", "\nCDI non logé", "Freelance 4 jours / semaine pendant 6 mois"),
        rejects=("Agence d'emploi (CDD, CDI, intérim)",),
        rank=3,
    ),
    Rule(
        id="contract_types.bare-nature",
        pattern=r"\b(?P<v>cdi|cdd|contrat a duree indeterminee)\b(?! (?:a la cle|possible|envisag))",
        cues=("cdi", "cdd", "contrat a duree ind"),
        read=_named,
        examples=("Cadre de santé Aubenas CDI 100%",),
        rejects=(
            "notre agence spécialisée en intérim, CDD et CDI",
            "avec évolution possible vers un CDI",
        ),
        rank=1,
        unless=rf"{_DUTIES}|{_PROSPECT}",
    ),
    Rule(
        id="contract_types.project",
        pattern=r"contrats? (?:dits? )?de projet(?!s)|duree du contrat propose depend de la realisation du projet",
        cues=("contrat", "duree du contrat propose"),
        read=lambda match: _fixed("projet"),
        examples=("Recrute en contrat de projet pour 3 ans",),
        rejects=("rédiger les contrats (remplaçants, saisonniers, contrats de projet)",),
        rank=3,
        unless=rf"{_DUTIES}|relatif",
    ),
    Rule(
        id="contract_types.seasonal",
        pattern=(
            r"(?:contrats?|emplois?|postes?|travail|recrutements?|agents?|accroissement|besoins?|jobs?) (?:a caractere )?saisonniers?"
            r"(?! d'activite ou)|saisonniers? \(?(?:h/f|f/h)|pour la saison(?: d'ete| d'hiver| estivale| hivernale| touristique)? ?20\d\d"
        ),
        cues=("contrat", "emploi", "poste", "travail", "recrutement", "agent", "accroissement", "besoin",
              "job", "saisonnier", "pour la saison"),
        read=lambda match: _fixed("saisonnier"),
        examples=("Contrats saisonniers du 15 juin au 31 août", "un agent pour la saison d'été 2025"),
        rejects=("Assurer la formation des saisonniers", "accroissement temporaire ou saisonnier d'activité"),
        rank=3,
        unless=rf"{_DUTIES}",
    ),
    Rule(
        id="contract_types.replacement",
        pattern=(
            r"(?:(?:contrats?|cdd|poste|emploi|mission)s? de remplacement"
            r"|(?:pour|en|assurer(?:a)?|assure|afin d'assurer) (?:le |un )?remplacement (?:temporaire )?d'?(?:e |un )?"
            r"(?:une? )?(?:agent|titulaire|salarie|collegue|fonctionnaire|conge|personne)"
            r"|(?:^|[\n\-:] ?)remplacement (?:d'un|d'une|de) (?:agent|conge|titulaire|salarie)"
            r"|- remplacement(?= ?\n|$))"
        ),
        cues=("contrat", "cdd", "poste", "emploi", "mission", "pour", "en remplacement", "assure", "afin d",
              "remplacement", "- remplacement"),
        read=lambda match: _fixed("remplacement"),
        examples=(
            "recherche un agent pour assurer le remplacement d'un agent en congé de maternité",
            "CDD de remplacement de 4 mois",
        ),
        rejects=(
            "Gère les remplacements de personnel lors d'absences",
            "Remplacement du fontainier en période de congés",
            "projets internes, comme le remplacement de la téléphonie",
        ),
        rank=3,
    ),
    Rule(
        id="contract_types.apprenticeship",
        pattern=r"(?:contrats? d'apprentissage|(?:(?<![^\n])|(?:recrute|recherche) (?:un<E> |une |des )?)apprenti<E>\b|(?:contrat|poste|offre|recrute[^\n.;]{0,40}) en alternance\b)",
        cues=("contrat", "apprenti", "recrute", "recherche", "poste", "offre"),
        read=lambda match: _fixed("apprentissage"),
        examples=("Contrat d'apprentissage de 24 mois", "La Ville recrute un apprenti jardinier"),
        rejects=(
            "votre maîtresse d'apprentissage",
            "Enseignant-Chercheur en Apprentissage",
            "encadrer 3 adjointes, une apprentie et 12 bénévoles",
            "de 9h30 à 18h30 en alternance une semaine sur deux",
        ),
        rank=3,
        unless=_DUTIES,
    ),
    Rule(
        id="contract_types.professional-training",
        pattern=r"contrats? de professionnalisation",
        cues=("contrat",),
        read=lambda match: _fixed("professionnalisation"),
        examples=("Contrat de professionnalisation de 12 mois",),
        rejects=("gestion des contrats de professionnalisation",),
        rank=3,
        unless=_DUTIES,
    ),
    Rule(
        id="contract_types.internship",
        pattern=(
            r"(?:(?:offre|proposition|sujet|convention|duree) (?:de |du |d'un )stage|stages? (?:de fin d'etudes?|gratifie|de master|m2|de m2|pfe)"
            r"|(?:le|ce|du) stage (?:se deroule|propose|vise|d'une duree|sera)|gratification (?:de )?stage)"
        ),
        cues=("offre", "proposition", "sujet", "convention", "duree", "stage", "le stage", "ce stage",
              "du stage", "gratification"),
        read=lambda match: _fixed("stage"),
        examples=("Offre de stage M2", "Stage gratifié selon la législation", "Ce stage vise à concevoir un outil"),
        rejects=("gratification des stages de plus de deux mois", "Encadrement d'un stagiaire de M2", "mise en stage au grade"),
        rank=3,
        unless=r"encadr|former|accueil",
    ),
    Rule(
        id="contract_types.subsidised",
        pattern=r"(?:contrats? aides?|parcours emplois? competences?|cui[- ]cae|contrats? pec|emplois? d'avenir|contrat unique d'insertion)",
        cues=("contrat", "parcours emploi", "cui", "emploi d'avenir", "emplois d'avenir"),
        read=lambda match: _fixed("aide"),
        examples=("contrat aidé PEC (CUI-CAE) de 9 mois",),
        rejects=("gestion des contrats aidés de la commune",),
        rank=3,
        unless=_DUTIES,
    ),
    Rule(
        id="contract_types.paid-by-act",
        pattern=r"(?:en qualite de |animateurs? |animatrices? |agents? |recrute<E>? des |statut de |emploi de )vacataires?(?! de)",
        cues=("en qualite", "animat", "agent", "recrute", "statut", "emploi"),
        read=lambda match: _fixed("vacation"),
        examples=("recrutés en qualité de vacataires et nommés par arrêté", "Animateurs vacataires (h/f)"),
        rejects=("agents de tous statuts (titulaires, apprentis, vacataires de l'école de musique)",),
        rank=2,
        unless=rf"{_DUTIES}|statuts",
    ),
    Rule(
        id="contract_types.temporary-agency",
        pattern=(
            r"(?:missions? (?:d'interim|interimaires?|en interim)|contrat(?: de travail)? (?:d'interim|interimaire|temporaire)"
            r"|interim ?- ?\d|(?:poste|pourvoir|contrat|embauche|emploi)[^\n.;]{0,30} en interim)"
        ),
        cues=("mission", "contrat", "interim", "poste", "pourvoir", "embauche", "emploi"),
        read=lambda match: _fixed("interim"),
        examples=("Mission intérimaire - 1 Mois", "Intérim - 3 Mois", "Poste à pourvoir en intérim"),
        rejects=("vous assurez l'intérim de la cheffe de bureau", "notre agence d'intérim recrute", "indemnités de fin de mission"),
        rank=3,
        unless=rf"{_DUTIES}|services? interim",
    ),
    Rule(
        id="contract_types.civic-service",
        pattern=r"(?:mission|volontaire|engagement|offre|contrat)s? (?:de |en |du )service civique",
        cues=("mission", "volontaire", "engagement", "offre", "contrat"),
        read=lambda match: _fixed("service_civique"),
        examples=("Mission de service civique de 8 mois",),
        rejects=("Encadrer les volontaires en service civique",),
        rank=3,
        unless=_DUTIES,
    ),
    Rule(
        id="contract_types.freelance",
        pattern=(
            r"(?:(?:en|statut de|statut d') ?(?:freelance|independante?|auto-?entrepreneur)|(?:ouvert|propose|pour)<E>?"
            r" (?:aux?|pour|a)? ?(?:un<E> |une? |des )?(?:freelances?|independant<E>)|tjm\b"
            r"|(?:exercice|statut|activite|installation) liberale?\b)"
        ),
        cues=("en freelance", "en independant", "statut d", "ouvert", "propose", "pour un", "tjm", "exercice lib", "statut lib", "activite lib"),
        read=lambda match: _fixed("liberal"),
        examples=("Vous aurez un statut de freelance", "Poste ouvert aux indépendants", "TJM : 450 €"),
        rejects=("proposer à des médecins généralistes libéraux l'exercice salarié", "une équipe de freelances"),
        rank=3,
    ),
    Rule(
        id="contract_types.doctoral",
        pattern=(
            r"(?:contrats? doctora(?:l|ux)|(?:offre|sujet|proposition|bourse|allocation) de these|these (?:financee|cifre)"
            r"|ph\.?d\.? (?:position|fellowship|scholarship|student position))"
        ),
        cues=("contrat", "offre", "sujet", "proposition", "bourse", "allocation", "these", "phd", "ph.d"),
        read=lambda match: _fixed("doctorat"),
        examples=("Contrat doctoral de 36 mois", "Offre de thèse", "PhD position in computer science"),
        rejects=("Former les doctorants", "participer à l'encadrement de thèses"),
        rank=3,
        unless=r"encadr|post-?doc",
    ),
    Rule(
        id="contract_types.tenured-academic",
        pattern=r"(?:enseignant[-/ ]chercheur|chercheur|professeur)[^\n.;]{0,30} permanent(?: \(fonctionnaire)?",
        cues=("enseignant", "chercheur", "professeur"),
        read=lambda match: _fixed("titulaire"),
        examples=("recrute un enseignant/chercheur permanent (fonctionnaire du ministère)",),
        rejects=("chercheur en contrat de trois ans",),
        rank=2,
    ),
)  # fmt: skip


def _of_articles(reading: Reading) -> list[Candidate[Types]]:
    """What the cited articles settle, on the evidence of their citation."""
    finding = reading.found.get("legal_basis")
    if finding is None:
        return []
    table = articles()
    return [
        Candidate((article.type,), candidate.span, candidate.core, candidate.rule)
        for index, number in enumerate(finding.value or ())
        if (article := table.get(number)) and article.type
        for candidate in finding.evidence[str(index)]
    ]


def _kept(candidates: Sequence[Candidate[Types]]) -> dict[str, list[Candidate[Types]]]:
    """Candidates by type; a bare `CDI` counts only where no surer words give a nature."""
    by_type: dict[str, list[Candidate[Types]]] = {}
    sure = {name for c in candidates if c.rule.rank > 1 for name in c.value} & set(NATURES)
    for candidate in sorted(candidates, key=lambda c: -c.rule.rank):
        for name in candidate.value:
            if candidate.rule.rank > 1 or name in by_type or not sure:
                by_type.setdefault(name, []).append(candidate)
    return by_type


def _unless_outranked(candidates: Sequence[Candidate[Types]]) -> list[Candidate[Types]]:
    """Drop what shares its words with a surer reading; equals stand side by side."""
    return [
        c
        for c in candidates
        if not any(o.rule.rank > c.rule.rank and o.span.overlaps(c.span) for o in candidates)
    ]


def _with_civil_servants(reading: Reading, by_type: dict[str, list[Candidate[Types]]]) -> None:
    """A post of a named grade that is `ouvert aux contractuels` is open to civil servants first."""
    if not reading.value("grades") or set(by_type) & set(STATUSES):
        return
    besides = [c for c in reading.of("contract_types") if c.rule.id == "contract_types.besides"]
    if besides:
        by_type["titulaire"] = besides


def settle(reading: Reading) -> Finding:
    """Every way that is named; the most specific term stands for the general ones."""
    read = _unless_outranked(reading.of("contract_types"))
    by_type = _kept([*read, *_of_articles(reading)])
    _with_civil_servants(reading, by_type)
    natures = set(by_type) & set(NATURES)
    if natures:
        by_type.pop("contractuel", None)
    if natures & set(_NAMED_TERMS) or natures & {"apprentissage", "doctorat"}:
        by_type.pop("cdd", None)
    order = [name for name in (*STATUSES, "contractuel", *NATURES) if name in by_type]
    return Finding(tuple(order), {str(i): by_type[name] for i, name in enumerate(order)})


FIELD = Field("contract_types", RULES, settle)
