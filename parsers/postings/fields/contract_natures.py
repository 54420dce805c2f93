"""Ways of saying what the contract is: CDI, CDD, project, internship, thesis…"""

from __future__ import annotations

from postings.fields.contract_words import DUTIES, PROSPECT, PROSPECT_AFTER, Types, fixed, named
from postings.rules import Rule

RULES: tuple[Rule[Types], ...] = (
    Rule(
        id="contract_types.fixed-term",
        pattern=(
            r"(?:cdd (?:de droit public |a temps [a-z]{4,8} )?(?:de |d')?(?:<COUNT>|un) ?(?:mois|ans?|semaines?|jours?)\b"
            r"|contrat(?: de travail| de droit public| a duree determinee)? (?:d'un an|(?:de )?<COUNT> (?:mois|ans?)\b)"
            r"(?! maxi| au plus)|contractuel<E>[^.;]{0,30}? pour une duree (?:d'un an|de <COUNT> (?:mois|ans))"
            r"|contrat[^\n.;]{0,70}, <COUNT> (?:mois|ans?) renouvelable"
            r"|(?:contrat[^\n.;]{0,30} )?a duree determinee)"
        ),
        cues=("cdd", "contrat", "contractuel", "a duree determinee"),
        read=lambda match: fixed("cdd"),
        examples=(
            "CDD de 6 mois renouvelable",
            "contrat de 2 ans",
            "contrat de droit public à durée déterminée de trois ans",
            "un agent contractuel recruté pour une durée d'un an renouvelable",
        ),
        rejects=(
            "contrat de 3 ans maximum",
            "contrat à durée indéterminée",
            "suivi des contrats des agents en CDD",
        ),
        rank=3,
        unless=rf"{DUTIES}|apprentissage|(?<!post)(?<!post-)doctoral|mise en demeure",
    ),
    Rule(
        id="contract_types.stated-nature",
        pattern=(
            r"(?:poste|emploi|contrat|embauche|recrute|recherch|propos|pourvoir|offre|ouvert|temps plein|cadre d'un"
            r"|magasin|\(h/f\)|h/f)(?:(?!evolu|debouch|perspect|transform|vue d|a la cle|reconduit|issue)[^\n.;]){0,70}?"
            r"(?:\b(?:en|un|par|sous|contrat|poste)[ ]|[:(\-][ ]?)(?P<v>(?:cdi|cdd)\b(?:(?: ou |, ?|/| et )(?:cdi|cdd)\b)*)"
        ),
        cues=(
            "poste",
            "emploi",
            "contrat",
            "embauche",
            "recrut",
            "recherch",
            "propos",
            "pourvoir",
            "offre",
            "ouvert",
            "temps plein",
            "cadre d'un",
            "magasin",
            "(h/f)",
            "h/f",
        ),
        read=named,
        examples=(
            "Le poste est à pourvoir en CDI, temps plein.",
            "un poste proposé en CDD",
            "Nous recherchons un spécialiste (h/f) en CDI à Thyez",
        ),
        rejects=(
            "Agence spécialisée dans le recrutement en intérim, CDD et CDI",
            "Le poste pourra évoluer en CDI",
            "Une embauche en CDI est envisageable à l'issue.",
        ),
        rank=3,
        unless=rf"{DUTIES}|{PROSPECT}",
        but=PROSPECT_AFTER,
    ),
    Rule(
        id="contract_types.own-line",
        pattern=(
            r"(?<![^\n])[^\w\n]{0,8}(?P<v>(?:cdi|cdd|interim|freelance|mutation|detachement"
            r"|contrat a duree (?:in)?determinee)\b[^\n.]{0,80})"
        ),
        cues=("cdi", "cdd", "interim", "freelance", "mutation", "detachement", "contrat a duree"),
        lead=9,
        read=named,
        examples=(
            "- CDI pour 35H par semaine",
            "\nCDI non logé",
            "Freelance 4 jours / semaine pendant 6 mois",
            "📄 CDD de droit public de 24 mois ou CDI",
            "Mutation - CDI - CDD de remplacement possible",
        ),
        rejects=("Agence d'emploi (CDD, CDI, intérim)",),
        rank=3,
    ),
    Rule(
        id="contract_types.postdoc",
        pattern=(
            r"(?:(?:contrat|poste|offre|sejour|position|recrute<E>)[^\n.;]{0,25}post-?doc|post-?doc[a-z]{0,8} (?:position|contract|fellow)"
            r"|(?<![^\n])[# *]{0,5}post-?doc)"
        ),
        cues=("contrat", "poste", "offre", "sejour", "position", "recrute", "post-doc", "postdoc"),
        lead=5,
        read=lambda match: fixed("cdd"),
        examples=("Postdoc : modèles du sommeil", "Offre de contrat postdoctoral"),
        rejects=("Co-encadrer un post-doctorant", "une expérience postdoctorale est souhaitée"),
        rank=2,
        unless=DUTIES,
    ),
    Rule(
        id="contract_types.then-permanent",
        pattern=r"puis (?:un |en )?cdi\b",
        cues=("puis",),
        read=lambda match: fixed("cdi"),
        examples=("CDD d'un an puis CDI",),
        rejects=(
            "deux mois d'essai puis CDI",
            "contrat de trois ans renouvelable une fois, puis CDI",
        ),
        rank=2,
        needs=r"\bcdd\b|contrat",
        reach=60,
        unless=rf"{DUTIES}|renouvel",
    ),
    Rule(
        id="contract_types.bare-nature",
        pattern=r"(?P<v>cdi|cdd|contrat a duree indeterminee)<EDGE>(?! (?:a la cle|possible|envisag))",
        cues=("cdi", "cdd", "contrat a duree ind"),
        read=named,
        examples=("Cadre de santé Aubenas CDI 100%",),
        rejects=(
            "notre agence spécialisée en intérim, CDD et CDI",
            "avec évolution possible vers un CDI",
        ),
        rank=1,
        unless=rf"{DUTIES}|{PROSPECT}",
        but=PROSPECT_AFTER,
    ),
    Rule(
        id="contract_types.project",
        pattern=r"contrats? (?:dits? )?de projet(?!s)|duree du contrat propose depend de la realisation du projet",
        cues=("contrat", "duree du contrat propose"),
        read=lambda match: fixed("projet"),
        examples=("Recrute en contrat de projet pour 3 ans",),
        rejects=("rédiger les contrats (remplaçants, saisonniers, contrats de projet)",),
        rank=3,
        unless=rf"{DUTIES}|relatif",
    ),
    Rule(
        id="contract_types.seasonal",
        pattern=(
            r"(?:contrats?(?: travail)?|emplois?|postes?|travail|recrutements?|agents?|accroissement|besoins?|jobs?) (?:a caractere )?saisonniers?"
            r"(?! d'activite ou)|saisonniers? \(?(?:h/f|f/h)|pour la saison (?:d'ete|d'hiver|estivale|hivernale|touristique|20\d\d(?!-))"
        ),
        cues=(
            "contrat",
            "emploi",
            "poste",
            "travail",
            "recrutement",
            "agent",
            "accroissement",
            "besoin",
            "job",
            "saisonnier",
            "pour la saison",
        ),
        read=lambda match: fixed("saisonnier"),
        examples=(
            "Contrats saisonniers du 15 juin au 31 août",
            "un agent pour la saison d'été 2025",
        ),
        rejects=(
            "Assurer la formation des saisonniers",
            "accroissement temporaire ou saisonnier d'activité",
        ),
        rank=3,
        unless=rf"{DUTIES}",
    ),
    Rule(
        id="contract_types.replacement",
        pattern=(
            r"(?:(?:contrats?|cdd|poste|emploi|mission)s? de remplacement"
            r"|(?:pour|afin de|s'agit de) remplacer (?:un<E>|une|le|la|notre|l') ?(?:agent|salarie|collegue|titulaire|fonctionnaire|personne)|(?:pour|en|assurer(?:a)?|assure|afin d'assurer) (?:le |un )?remplacement (?:temporaire )?d'?(?:e |un )?"
            r"(?:une? )?(?:agent|titulaire|salarie|collegue|fonctionnaire|conge|personne)"
            r"|(?:^|[\n\-:] ?)remplacement (?:d'un|d'une|de) (?:agent|conge|titulaire|salarie)"
            r"|- remplacement(?= ?\n|$))"
        ),
        cues=(
            "contrat",
            "cdd",
            "poste",
            "emploi",
            "mission",
            "pour",
            "en remplacement",
            "s'agit de remplacer",
            "afin de remplacer",
            "assure",
            "afin d",
            "remplacement",
            "- remplacement",
        ),
        read=lambda match: fixed("remplacement"),
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
        read=lambda match: fixed("apprentissage"),
        examples=("Contrat d'apprentissage de 24 mois", "La Ville recrute un apprenti jardinier"),
        rejects=(
            "votre maîtresse d'apprentissage",
            "Enseignant-Chercheur en Apprentissage",
            "encadrer 3 adjointes, une apprentie et 12 bénévoles",
            "de 9h30 à 18h30 en alternance une semaine sur deux",
        ),
        rank=3,
        unless=DUTIES,
    ),
    Rule(
        id="contract_types.professional-training",
        pattern=r"contrats? de professionnalisation",
        cues=("contrat",),
        read=lambda match: fixed("professionnalisation"),
        examples=("Contrat de professionnalisation de 12 mois",),
        rejects=("gestion des contrats de professionnalisation",),
        rank=3,
        unless=DUTIES,
    ),
    Rule(
        id="contract_types.internship",
        pattern=(
            r"(?:(?:offre|proposition|sujet|convention|duree) (?:de |du |d'un )stage|stages? (?:de fin d'etudes?|gratifie|de master|m2|de m2|pfe)"
            r"|(?:le|ce|du) stage (?:se deroule|propose|vise|d'une duree|sera)|gratification (?:de )?stage)"
        ),
        cues=(
            "offre",
            "proposition",
            "sujet",
            "convention",
            "duree",
            "stage",
            "le stage",
            "ce stage",
            "du stage",
            "gratification",
        ),
        read=lambda match: fixed("stage"),
        examples=(
            "Offre de stage M2",
            "Stage gratifié selon la législation",
            "Ce stage vise à concevoir un outil",
        ),
        rejects=(
            "gratification des stages de plus de deux mois",
            "Encadrement d'un stagiaire de M2",
            "mise en stage au grade",
        ),
        rank=3,
        unless=r"encadr|former|accueil",
    ),
    Rule(
        id="contract_types.subsidised",
        pattern=r"(?:contrats? aides?|parcours emplois? competences?|cui[- ]cae|contrats? pec|emplois? d'avenir|contrat unique d'insertion)",
        cues=("contrat", "parcours emploi", "cui", "emploi d'avenir", "emplois d'avenir"),
        read=lambda match: fixed("aide"),
        examples=("contrat aidé PEC (CUI-CAE) de 9 mois",),
        rejects=("gestion des contrats aidés de la commune",),
        rank=3,
        unless=DUTIES,
    ),
    Rule(
        id="contract_types.paid-by-act",
        pattern=r"(?:en qualite de |animateurs? |animatrices? |agents? |recrute<E>? des |statut de |emploi de )vacataires?(?! de)",
        cues=("en qualite", "animat", "agent", "recrute", "statut", "emploi"),
        read=lambda match: fixed("vacation"),
        examples=(
            "recrutés en qualité de vacataires et nommés par arrêté",
            "Animateurs vacataires (h/f)",
        ),
        rejects=(
            "agents de tous statuts (titulaires, apprentis, vacataires de l'école de musique)",
        ),
        rank=2,
        unless=rf"{DUTIES}|statuts",
    ),
    Rule(
        id="contract_types.temporary-agency",
        pattern=(
            r"(?:missions? (?:d'interim|interimaires?|en interim)|contrat(?: de travail)? (?:d'interim|interimaire|temporaire)"
            r"|interim ?- ?\d|(?:poste|pourvoir|contrat|embauche|emploi)[^\n.;]{0,30} en interim)"
        ),
        cues=("mission", "contrat", "interim", "poste", "pourvoir", "embauche", "emploi"),
        read=lambda match: fixed("interim"),
        examples=(
            "Mission intérimaire - 1 Mois",
            "Intérim - 3 Mois",
            "Poste à pourvoir en intérim",
        ),
        rejects=(
            "vous assurez l'intérim de la cheffe de bureau",
            "notre agence d'intérim recrute",
            "indemnités de fin de mission",
        ),
        rank=3,
        unless=rf"{DUTIES}|services? interim",
    ),
    Rule(
        id="contract_types.civic-service",
        pattern=r"(?:mission|volontaire|engagement|offre|contrat)s? (?:de |en |du )service civique",
        cues=("mission", "volontaire", "engagement", "offre", "contrat"),
        read=lambda match: fixed("service_civique"),
        examples=("Mission de service civique de 8 mois",),
        rejects=("Encadrer les volontaires en service civique",),
        rank=3,
        unless=DUTIES,
    ),
    Rule(
        id="contract_types.freelance",
        pattern=(
            r"(?:(?:en|statut de|statut d') ?(?:freelance|independante?|auto-?entrepreneur)|(?:ouvert|propose|pour)<E>?"
            r" (?:aux?|pour|a)? ?(?:un<E> |une? |des )?(?:freelances?|independant<E>)|tjm\b"
            r"|(?:exercice|statut|activite|installation) liberale?\b|micro-?entrepr[a-z]{3,6}\b|portage salarial)"
        ),
        cues=(
            "en freelance",
            "en independant",
            "statut d",
            "ouvert",
            "propose",
            "pour un",
            "tjm",
            "exercice lib",
            "statut lib",
            "activite lib",
            "micro-entrepr",
            "microentrepr",
            "portage salarial",
        ),
        read=lambda match: fixed("liberal"),
        examples=(
            "Vous aurez un statut de freelance",
            "Poste ouvert aux indépendants",
            "TJM : 450 €",
        ),
        rejects=(
            "proposer à des médecins généralistes libéraux l'exercice salarié",
            "une équipe de freelances",
        ),
        rank=3,
        unless=rf"{DUTIES}|dont \d",
    ),
    Rule(
        id="contract_types.doctoral",
        pattern=(
            r"(?:contrats? doctora(?:l|ux)|(?:offre|sujet|proposition|bourse|allocation) de these|these (?:financee|cifre|en cotutelle)|(?<![^\n])[ #*]{0,40}these (?:en|de doctorat|sur|:|-)"
            r"|ph\.?d\.? (?:position|fellowship|scholarship|student position))"
        ),
        cues=(
            "contrat",
            "offre",
            "sujet",
            "proposition",
            "bourse",
            "allocation",
            "these",
            "phd",
            "ph.d",
        ),
        read=lambda match: fixed("doctorat"),
        examples=(
            "Contrat doctoral de 36 mois",
            "Offre de thèse",
            "PhD position in computer science",
        ),
        rejects=("Former les doctorants", "participer à l'encadrement de thèses"),
        rank=3,
        unless=r"encadr|post-?doc",
    ),
)
