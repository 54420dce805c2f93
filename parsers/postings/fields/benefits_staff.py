"""What the staff has together: welfare funds, time off, savings."""

from __future__ import annotations

from postings.fields.benefit_words import benefit
from postings.rules import Rule

# What stands around a benefit in a list of them.
_OTHERS = (
    r"mutuelle|cgos|cnas|restaurant|\brtt\b|transports?\b|conciergerie|prevoyance|interessement|cheques?\b"
    r"|amicale|avantages|\bself\b|restauration"
)

RULES: tuple[Rule[str], ...] = (
    benefit(
        "chèques-vacances",
        r"(?:cheques?[ -]vacances\b|ancv\b)",
        ("cheque", "ancv"),
        ("13e mois, chèques-vacances", "Chèques vacances après un an"),
        ("gestion des chèques vacances", "cheque de caution"),
        name="cheques-vacances",
    ),
    benefit(
        "chèques-cadeaux",
        r"(?:(?:cheques?|cartes?|bons?)[ -]cadeaux?\b|bons? d'achat\b)",
        ("cheque", "carte", "bon"),
        ("chèques-cadeaux à Noël", "bons d'achat"),
        ("distribuer les bons cadeaux", "bons de commande"),
        name="cheques-cadeaux",
    ),
    benefit(
        "CNAS",
        r"(?:c\.?n\.?a\.?s\b|comite national d'action sociale)",
        ("cnas", "c.n.a.s", "comite"),
        ("RIFSEEP + CNAS", "adhésion au C.N.A.S."),
        ("suivi des dossiers CNAS", "pas de CNAS"),
        name="cnas",
        unless=r"correspondante? $|partenari",
    ),
    benefit(
        "COS",
        r"(?:cos\b(?![ ]?\()|comites? des? (?:oe|œ)uvres sociales)",
        ("cos", "comite"),
        ("participation mutuelle, COS.", "adhésion au Comité des œuvres sociales"),
        ("cos(x)", "sans COS", "subvention versée au comité d'animation"),
        name="cos",
    ),
    benefit(
        "CGOS",
        r"c\.?g\.?o\.?s\b",
        ("cgos", "c.g.o.s"),
        ("crèche hospitalière, CGOS", "C.G.O.S."),
        ("gérer les dossiers CGOS", "pas de CGOS"),
        name="cgos",
    ),
    benefit(
        "amicale",
        r"amicale\b(?: (?:du personnel|des (?:agents|employes|personnels|territoriaux)|municipale)|(?=[ ]{0,2}[,;.)+/\n]|$))",
        ("amicale",),
        ("Amicale du personnel.", "conciergerie, amicale"),
        ("une ambiance amicale et studieuse", "dans une ambiance amicale."),
        name="amicale",
        unless=r"(?:ambiance|relation|atmosphere|rencontre)[a-z ,]{0,20}$",
    ),
    benefit(
        "CSE",
        r"(?:(?:acces (?:au|aux avantages du)|avantages? (?:du )?|prestations du) (?:c\.?s\.?e\b|comite d'entreprise)"
        r"|cse\b(?=[ ]{0,2}(?:[:,+(•\n]|$|dynamique|attractif|avantageux|des? l|et conciergerie))"
        r"|comites? (?:d'entreprise|social et economique)\b(?=[ ]{0,2}[,;.)+\n]|$))",
        ("acces", "avantage", "prestations", "cse", "comite"),
        ("Accès au CSE dès la première heure", "CSE dynamique", "mutuelle, comité d'entreprise"),
        ("présider le CSE", "préparer les réunions du comité d'entreprise.", "pas de CSE"),
        name="cse",
        unless=r"(?:presid|membre|elue?|reunion|instances?|animer|secretaire|dialogue social)[^,;:]{0,40}$",
    ),
    benefit(
        "action sociale",
        r"(?:prestations? (?:d'actions? )?sociales?\b|action sociale (?:du personnel|inter-?ministerielle"
        r"|ministerielle|en faveur des agents)|(?:oe|œ)uvres sociales)",
        ("prestation", "action sociale", "œuvres", "oeuvres"),
        ("des prestations d'action sociale", "Prestations sociales (tickets restaurant, mutuelle)"),
        (
            "Direction de l'action sociale territoriale",
            "instruction des prestations sociales",
            "service des prestations sociales",
        ),
        name="action-sociale",
        unless=r"(?:service|direction|pole|bureau|comite)s? (?:de |des |d')?(?:l')?$|verse|attribu|usager|allocataire|caisse",
    ),
    benefit(
        "participation crèche",
        r"(?:creches? (?:d'entreprise|hospitaliere|du personnel|inter-?entreprises|interministerielle)"
        r"|(?:places?|berceaux?)(?: reserve[es]{0,2})? en creche|participation[^\n.;,]{0,20}?(?:creche|garde d'enfants?)"
        r"|(?:aide|services dedies)[^\n.;]{0,45}?garde d'enfants?)",
        ("creche", "place", "berceau", "participation", "aide", "services"),
        ("crèche du personnel", "places en crèche", "Crèche d'entreprise"),
        ("diriger la crèche du personnel", "Participation à la vie de la structure, crèche"),
        name="creche",
        unless=r"(?:dirige[rz]?|direction|directeur|directrice|agent|educat|auxiliaire|animer)[^,;:]{0,40}$",
        but=r"^[^\n]{0,30}(?:recrute|recherche)",
    ),
    benefit(
        "participation crèche",
        r"creche(?=[ ]{0,2}(?:[.;,\n)]|\(\d|$))",
        ("creche",),
        ("Restauration sur place, crèche.", "Intéressement, mutuelle, chèques-déjeuner, crèche"),
        ("Agent de crèche, titulaire du CAP", "La crèche, ouverte en 2019"),
        name="creche-in-a-list",
        unless=r"(?:directeur|directrice|agent|auxiliaire|\ben|\bde|\bla|\bune|\bau sein d[eu]) $|enfants",
        needs=rf"(?:{_OTHERS})[^\n]{{0,80}},",
    ),
    benefit(
        "CET",
        r"(?:comptes? epargne[ -]temps|cet\b(?=[ ]{0,2}(?:[,;.)+/:•*\n-]|$|\d|a \d|monetis|remuner|possible|ouvert))"
        r"|(?:(?:d'un|un|le|du|au|votre) )cet\b)",
        ("compte", "cet", "d'un", "un cet", "le cet", "du cet", "au cet", "votre cet"),
        ("CET monétisable", "compte épargne-temps", "ouverture d'un CET"),
        ("Cet emploi est ouvert", "gestion des comptes épargne-temps", "cet été"),
        name="cet",
    ),
    benefit(
        "RTT",
        r"(?:a?rtt\b|jours? de reduction du temps de travail)",
        ("rtt", "artt", "jour"),
        ("12 RTT", "25 jours de congés et 18 jours de RTT", "39 heures générant 23 jours ARTT"),
        ("gérer les RTT des agents", "pas de RTT", "sans RTT"),
        name="rtt",
    ),
    benefit(
        "intéressement",
        r"interessement\b(?! (?:contractuel|du (?:prestataire|titulaire|delegataire)))",
        ("interessement",),
        ("Intéressement collectif d'environ 600 €", "Intéressement / participation"),
        ("sans intéressement", "un contrat que l'on souhaite assortir d'un intéressement"),
        name="interessement",
        unless=r"assort|contrat|marche",
    ),
    benefit(
        "participation",
        r"(?:interessement ?(?:et|/|,|&|ou|-)(?: (?:de|a la))? (?P<v>participation)"
        r"|(?P<w>participation) (?:annuelle|aux benefices|aux resultats|salariale)"
        r"|remise[^\n.;]{0,40}, (?P<x>participation)(?=[.,;\n]|$))",
        ("interessement", "participation", "remise"),
        ("Intéressement et participation", "Participation annuelle brute : 2 500 €"),
        ("Participation aux réunions d'équipe", "participation employeur à la mutuelle"),
        name="participation",
    ),
    benefit(
        "épargne salariale",
        r"(?:epargne salariale|plans? d'epargne (?:entreprise|retraite|salariale)|perco\b|perecol\b)",
        ("epargne", "plan", "perco", "perecol"),
        ("épargne salariale (PEE)", "plan d'épargne entreprise"),
        ("conseiller en épargne salariale", "plan d'action", "expérience en épargne salariale"),
        name="epargne-salariale",
        unless=r"conseill|gestionnaire",
    ),
    benefit(
        "horaires variables",
        r"horaires? (?:variables?|flexibles?|souples?|a la carte|amenageables?|libres)\b",
        ("horaire",),
        ("Horaires variables.", "horaires flexibles"),
        ("28H Horaires variables", "Horaires variables et décalés", "horaires libres de circulation"),
        name="horaires-variables",
        unless=r"\d ?h[ ,/]{0,3}$|h/semaine",
        but=(
            r"^ ?(?:et|,|/|selon|en fonction|de) ?(?:decal|impos|week|roul|matin|soir|nuit|irreg|circul"
            r"|les? (?:besoin|service|activ|necess))"
        ),
    ),
)  # fmt: skip
