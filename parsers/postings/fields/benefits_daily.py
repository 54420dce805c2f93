"""Benefits of daily life: meals, health, travel, lodging."""

from __future__ import annotations

from postings.fields.benefit_words import benefit
from postings.rules import Rule

RULES: tuple[Rule[str], ...] = (
    benefit(
        "titres-restaurant",
        r"(?:titres?|tickets?|cheques?|cartes?)[ -]?(?:restaurants?|restau|restos?|repas|dejeuners?)\b",
        ("titre", "ticket", "cheque", "carte"),
        ("Titres-restaurant de 8 €", "tickets resto", "chèques-déjeuner (5,20 €)"),
        ("Pas de titres-restaurant.", "gérer les titres restaurant des agents", "titre de séjour"),
        name="titres-restaurant",
    ),
    benefit(
        "restauration collective",
        r"(?:restauration (?:collective|sur place|d'entreprise|administrative|du personnel|auri)"
        r"|restaurants? (?:inter-?)?(?:administratif|d'entreprise|entreprises?|collectif|du personnel|municipal)s?\b"
        r"|self (?:a \d|24h|ouvert)|restaurant (?:et [a-z ]{3,20} )?sur (?:place|le campus)"
        r"|repas (?:offerts?|fournis?|gratuits?|a \d|\d[\d,]{0,5}[ ]?€)|avantages? en nature repas)",
        ("restauration", "restaurant", "self", "repas", "avantage"),
        ("Restauration collective", "restaurant inter-administratif", "Self à 4,10 €"),
        (
            "2 ans de pratique en restauration collective",
            "chef de cuisine du restaurant d'entreprise",
            "servir les repas à 12 h",
        ),
        name="restauration",
        unless=r"\ben $|pratique|cuisin|\bagent|equipe|\bservi|chef|metier|normes|poste|recrut",
    ),
    benefit(
        "mutuelle",
        r"(?:mutuelle\b(?=[ ]{0,2}(?:[,;.:()/+&*•\n-]|$|et\b|ou\b|prise|obligatoire|familiale|d'entreprise|entreprise"
        r"|sante|labellis|interimaire|avantageuse|a \d|\d|possible|financ|groupe|collective|employeur))"
        r"|complementaire sante\b|protection sociale complementaire|risques? sante\b|prevoyance sante\b"
        r"|(?:participation|contrat) (?:a la |de la )?sante\b)",
        (
            "mutuelle", "complementaire", "protection sociale", "risque", "prevoyance",
            "participation", "contrat",
        ),
        ("participation mutuelle 25 €/mois", "Mutuelle", "complémentaire santé de 15 € par mois"),
        (
            "la connaissance mutuelle des acteurs",
            "un contrat-cadre avec une mutuelle du pays",
            "sans mutuelle",
            "La Mutuelle familiale recrute",
        ),
        name="mutuelle",
        unless=(
            r"(?:connaissance|comprehension|confiance|assistance|entraide|aide|evaluation|ecoute)s? $"
            r"|(?:sein|aupres|client)[^,;]{0,20}$"
        ),
        but=r"^[^\n]{0,25}(?:recrut|recherch)",
    ),
    benefit(
        "prévoyance",
        r"prevoyance\b(?! sociale)",
        ("prevoyance",),
        ("participation prévoyance 15 €", "risques santé et prévoyance"),
        ("suivi des contrats de prévoyance", "institution de prévoyance", "pas de prévoyance"),
        name="prevoyance",
        unless=r"institutions? de $|organismes? de $|caisse de $|groupe de $",
    ),
    benefit(
        "transport",
        r"(?:(?:participation|rembours(?:ement|es?)|prises? en charge|indemnites?|contribution|aide"
        r"|prime|reductions?)[^\n.;]{0,60}?\b(?:transports?\b|navigo|domicile ?[-/–] ?travail"
        r"|abonnements? (?:de |aux? )?(?:transports?|train|tram|bus|metro|leman|sncf))"
        r"|(?:transports?|navigo|abonnements?|trajets?)\b[^\n.;]{0,40}?(?:rembourse|pris en charge|[57]5? ?0? ?%)"
        r"|\d\d ?% (?:du |des |de l'|de )(?:pass|abonnement|titre|transport|navigo|frais de transport))",
        (
            "participation", "rembours", "prise", "indemnite", "contribution", "aide", "prime",
            "reduction", "transport", "navigo", "abonnement", "trajet", "50", "75",
        ),
        (
            "Participation transport 75 %",
            "Remboursement de 75 % du Navigo",
            "remboursement domicile-travail 75 %",
            "75 % du pass transport",
        ),
        (
            "Assurer le transport des élèves",
            "prise en charge des transports scolaires",
            "entreprise de transport de voyageurs",
        ),
        name="transport",
        but=r"^ ?(?:scolaire|des (?:eleves|usagers|patients|enfants)|de (?:patients|marchandises|voyageurs))",
    ),
    benefit(
        "forfait mobilités durables",
        r"(?:forfaits? (?:de )?mobilites?(?: durables?)?\b|fmd\b|(?:indemnites?|prime|forfait)"
        r" (?:kilometriques? )?velos?\b|plan velo(?=[ ]?[(:]|[ ]\d))",
        ("forfait", "fmd", "indemnite", "prime", "plan"),
        ("forfait mobilités durables", "plan vélo (0,25 € par kilomètre)"),
        ("plan de mobilité", "chargé de mission plan vélo", "pas de forfait mobilités durables"),
        name="mobilites-durables",
        unless=r"(?:animer|piloter|deployer|schema|elabor)[^,;]{0,40}$",
    ),
    benefit(
        "logement",
        r"(?:logement (?:de fonction|possible|temporaire|meuble|assure|fourni|propose|sur place|par necessite"
        r"|en mobil|a titre|gratuit)|(?:aides? au|possibilite de|parc social de|avec|services dedies[^\n.;]{0,25})"
        r" logements?\b|poste logee?\b|\*logee?\*"
        r"|(?:nourrie?s? (?:et |, )?)logee?s?\b|logee?s? (?:gratuitement|sur place|et nourri)"
        r"|hebergement (?:possible|propose|fourni|gratuit|assure|sur place)|log\w{2,6} chez)",
        (
            "logement", "aide", "possibilite", "parc", "avec", "services", "poste loge",
            "*loge", "nourri", "loge", "hebergement",
        ),
        (
            "Logement de fonction par nécessité absolue de service",
            "Possibilité de logement",
            "aide au logement",
            "Hébergement possible au camping",
        ),
        (
            "Pas de logement",
            "CDI non logé",
            "prime logement 135 €",
            "instruire les demandes de logement",
            "instruire les dossiers d'aide au logement",
            "direction du logement",
        ),
        name="logement",
        unless=r"\bnon[ -]$|acces aux droits|menages|usagers|locataires|insertion|politique",
        but=r"aucun logement",
    ),
    benefit(
        "véhicule",
        r"(?:vehicules? (?:de service|de fonction|partages?|de societe|d'entreprise|fourni|mis a (?:votre )?disposition"
        r"|atelier)|voiture de (?:service|fonction|societe)|(?<=\n)vehicule(?=[ ]{0,2}(?:\n|$)))",
        ("vehicule", "voiture"),
        ("déplacements (véhicule de service)", "véhicule de fonction", "véhicules partagés"),
        (
            "Conduire le véhicule de service pour des livraisons",
            "véhicule obligatoire",
            "Permis B et véhicule indispensables",
            "sans véhicule de fonction",
            "Entretenir les véhicules de service",
        ),
        name="vehicule",
        unless=r"parc de|flotte",
    ),
)  # fmt: skip
