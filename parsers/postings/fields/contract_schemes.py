"""Ways of saying that the contract is of a scheme: project, season, apprenticeship, thesis…"""

from __future__ import annotations

from postings.fields.contract_words import DUTIES, Types, fixed
from postings.rules import Rule

RULES: tuple[Rule[Types], ...] = (
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
            r"(?! d'activite ou)|saisonniers? \(?(?:h/f|f/h)"
            r"|(?<![^\n])saisonnier<E> (?:en|de|d'|agricole|viticole)[^\n]{0,40}|pour la saison (?:d'ete|d'hiver|estivale|hivernale|touristique|20\d\d(?!-))"
        ),
        cues=("saison",),
        lead=35,
        read=lambda match: fixed("saisonnier"),
        examples=(
            "Contrats saisonniers du 15 juin au 31 août",
            "un agent pour la saison d'été 2025",
            "Saisonnier en pépinière (h/f)",
        ),
        rejects=(
            "Assurer la formation des saisonniers",
            "accroissement temporaire ou saisonnier d'activité",
        ),
        rank=3,
        unless=rf"{DUTIES}",
    ),
    Rule(
        id="contract_types.apprenticeship",
        pattern=(
            r"(?:contrats? d'apprentissage|(?:prend|prendra|recrute<E>|recrutera|accueill[a-z]{1,4}|forme) en apprentissage|(?:(?<![^\n])|(?:recrute|recherche) (?:un<E> |une |des )?)(?:apprenti|alternant)<E>s?\b|(?:contrat|poste|offre|recrute[^\n.;]{0,40}) en alternance\b"
            r"|(?<![^\n])[^\w\n]{0,8}(?:(?:(?:type|nature) de )?contrat ?: ?)?alternance\b(?! (?:d[eu']|entre|matin|jour|semaine|avec|\d)))"
        ),
        cues=("apprenti", "alternan"),
        lead=55,
        read=lambda match: fixed("apprentissage"),
        examples=(
            "Contrat d'apprentissage de 24 mois",
            "La Ville recrute un apprenti jardinier",
            "Alternance - Contrôleur de gestion (H/F)",
            "Type de contrat : alternance",
            "Sorel recherche un(e) alternant(e) en logistique",
        ),
        rejects=(
            "votre maîtresse d'apprentissage",
            "Enseignant-Chercheur en Apprentissage",
            "encadrer 3 adjointes, une apprentie et 12 bénévoles",
            "de 9h30 à 18h30 en alternance une semaine sur deux",
            "Horaires :\nalternance matin / après-midi",
            "Ce serait le premier poste (hors poste en alternance) de l'association",
        ),
        rank=3,
        unless=rf"{DUTIES}|\bhors |\boutre |en plus d",
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
            r"|(?:le|ce|du) stage (?:se deroule|propose|vise|d'une duree|sera|de <COUNT> mois)"
            r"|(?:propose|offre|recherche pour) (?:un |des )?stages? de <COUNT> mois"
            r"|(?:recherch|recrut)[a-z]{1,4} (?:un<E>|une|des|son|sa) stagiaires?\b|gratification (?:de )?stage)"
        ),
        cues=("stag",),
        lead=26,
        read=lambda match: fixed("stage"),
        examples=(
            "Offre de stage M2",
            "Stage gratifié selon la législation",
            "Ce stage vise à concevoir un outil",
            "Le service des ports propose un stage de 6 mois.",
            "L'association recherche un(e) stagiaire pour son équipe",
        ),
        rejects=(
            "gratification des stages de plus de deux mois",
            "Encadrement d'un stagiaire de M2",
            "mise en stage au grade",
            "vous avez fait un stage de 6 mois",
            "nomme des stagiaires",
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
        unless=rf"{DUTIES}|justifi|experience|anciennete",
    ),
    Rule(
        id="contract_types.paid-by-act",
        pattern=r"(?:en qualite de |(?:recrut|recherch)[a-z]{1,6} (?:de |des |d')?(?:charges? d'enseignement |enseignants? |intervenants? )|animateurs? |animatrices? |agents? |recrute<E>? des |statut de |emploi de )vacataires?(?! de)",
        cues=("vacataire",),
        lead=44,
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
        id="contract_types.civic-service",
        pattern=r"(?:(?:mission|volontaire|engagement|offre|contrat)s? (?:de |en |du )|(?<![^\n])[^\w\n]{0,8})service civique\b",
        cues=("mission", "volontaire", "engagement", "offre", "contrat", "service civique"),
        lead=9,
        read=lambda match: fixed("service_civique"),
        examples=("Mission de service civique de 8 mois", "Service civique - Médiation du port"),
        rejects=("Encadrer les volontaires en service civique",),
        rank=3,
        unless=DUTIES,
    ),
    Rule(
        id="contract_types.freelance",
        pattern=(
            r"(?:(?:en|statut de|statut d') ?(?:freelance|independante?|auto-?entrepreneur)|(?:ouvert|propose|pour)<E>?"
            r" (?:aux?|pour|a)? ?(?:un<E> |une? |des )?(?:freelances?|independant<E>)|tjm\b|taux journalier\b"
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
            "taux journalier",
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
            "un exercice différent de l'exercice libéral",
        ),
        rank=3,
        unless=rf"{DUTIES}|dont \d|differen|contrairement|plutot que",
    ),
    Rule(
        id="contract_types.doctoral",
        pattern=(
            r"(?:contrats? doctora(?:l|ux)|(?:offre|sujet|proposition|bourse|allocation) de these|these (?:financee|cifre|en cotutelle)"
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
    Rule(
        id="contract_types.doctoral-heading",
        pattern=r"(?:sujet de )?these (?:en|de doctorat|sur|:|-|cifre)",
        cues=("these", "sujet de these"),
        read=lambda match: fixed("doctorat") if match.start() < 250 else None,
        examples=("Thèse en cotutelle CIFRE – ingénierie des risques côtiers",),
        rejects=("x" * 250 + " Profil : thèse en microbiologie",),
        rank=3,
        unless=r"encadr|post-?doc|titulaire",
    ),
)
