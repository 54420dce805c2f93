"""What the employer offers besides pay, from a closed vocabulary.

- meals: `titres-restaurant`, `restauration collective` (a canteen, meals at a reduced price)
- health: `mutuelle` (complémentaire santé), `prévoyance`
- travel: `transport` (part of the fares), `forfait mobilités durables`, `véhicule` (of service
  or of function)
- staff welfare: `CNAS`, `COS`, `CGOS`, `amicale`, `CSE`, `action sociale`, `chèques-vacances`,
  `chèques-cadeaux`, `participation crèche`, `logement`
- time: `RTT`, `CET`, `horaires variables`
- savings: `intéressement`, `participation`, `épargne salariale`

Telework and bonuses have keys of their own. What the posting says not to offer is none, nor is
what the person will manage for others.
"""

from __future__ import annotations

from postings.fields.field import Field, Reading
from postings.resolve import Finding
from postings.rules import Candidate, Rule

# Said right before: that there is none, or that it is a duty.
_REFUSED = (
    r"(?:\bpas (?:de|d'|eligible)|\bsans\b|\baucune?s?\b|\bni\b|\bnon\b|n'ouvre)[^,;:+(]{0,30}$"
    r"|(?:\bger(?:er|ez|e)\b|gestion|suivi\b|suivre|instru(?:ire|ction|ise)|calcul|traite[rz]|traitement des"
    r"|saisi[er]|controle[rz]?|commande[rz]?|distribue[rz]?|prepare[rz]?|organise[rz]|elabore|negoci|mettre en"
    r"|mise en place|dossiers?|demandes? (?:de|d')|accompagne[rz]|informe[rz]|conseille[rz]|oriente[rz]"
    r"|facilite[rz]?|entretien|entreteni[rz]|nettoye[rz]|laver|conduire|recherche de|secteur|domaine"
    r"|experience|connaissances?)\b[^\n:*+•·>]{0,45}$"
)


def _benefit(
    value: str,
    pattern: str,
    cues: tuple[str, ...],
    examples: tuple[str, ...],
    rejects: tuple[str, ...],
    *,
    name: str,
    unless: str = "",
    but: str = "",
    needs: str = "",
) -> Rule[str]:
    """A rule that reads one benefit by its names."""
    return Rule(
        id=f"benefits.{name}",
        pattern=pattern,
        cues=cues,
        read=lambda match: value,
        examples=examples,
        rejects=rejects,
        unless=f"{_REFUSED}|{unless}" if unless else _REFUSED,
        but=but,
        needs=needs,
    )


# What stands around a benefit in a list of them.
_OTHERS = (
    r"mutuelle|cgos|cnas|restaurant|\brtt\b|transports?\b|conciergerie|prevoyance|interessement|cheques?\b"
    r"|amicale|avantages|\bself\b|restauration"
)

RULES: tuple[Rule[str], ...] = (
    _benefit(
        "titres-restaurant",
        r"(?:titres?|tickets?|cheques?|cartes?)[ -]?(?:restaurants?|restau|restos?|repas|dejeuners?)\b",
        ("titre", "ticket", "cheque", "carte"),
        ("Titres-restaurant de 8 €", "tickets resto", "chèques-déjeuner (5,20 €)"),
        ("Pas de titres-restaurant.", "gérer les titres restaurant des agents", "titre de séjour"),
        name="titres-restaurant",
    ),
    _benefit(
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
    _benefit(
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
    _benefit(
        "prévoyance",
        r"prevoyance\b(?! sociale)",
        ("prevoyance",),
        ("participation prévoyance 15 €", "risques santé et prévoyance"),
        ("suivi des contrats de prévoyance", "institution de prévoyance", "pas de prévoyance"),
        name="prevoyance",
        unless=r"institutions? de $|organismes? de $|caisse de $|groupe de $",
    ),
    _benefit(
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
    _benefit(
        "forfait mobilités durables",
        r"(?:forfaits? (?:de )?mobilites?(?: durables?)?\b|fmd\b|(?:indemnites?|prime|forfait)"
        r" (?:kilometriques? )?velos?\b|plan velo(?=[ ]?[(:]|[ ]\d))",
        ("forfait", "fmd", "indemnite", "prime", "plan"),
        ("forfait mobilités durables", "plan vélo (0,25 € par kilomètre)"),
        ("plan de mobilité", "chargé de mission plan vélo", "pas de forfait mobilités durables"),
        name="mobilites-durables",
        unless=r"(?:animer|piloter|deployer|schema|elabor)[^,;]{0,40}$",
    ),
    _benefit(
        "chèques-vacances",
        r"(?:cheques?[ -]vacances\b|ancv\b)",
        ("cheque", "ancv"),
        ("13e mois, chèques-vacances", "Chèques vacances après un an"),
        ("gestion des chèques vacances", "cheque de caution"),
        name="cheques-vacances",
    ),
    _benefit(
        "chèques-cadeaux",
        r"(?:(?:cheques?|cartes?|bons?)[ -]cadeaux?\b|bons? d'achat\b)",
        ("cheque", "carte", "bon"),
        ("chèques-cadeaux à Noël", "bons d'achat"),
        ("distribuer les bons cadeaux", "bons de commande"),
        name="cheques-cadeaux",
    ),
    _benefit(
        "CNAS",
        r"(?:c\.?n\.?a\.?s\b|comite national d'action sociale)",
        ("cnas", "c.n.a.s", "comite"),
        ("RIFSEEP + CNAS", "adhésion au C.N.A.S."),
        ("suivi des dossiers CNAS", "pas de CNAS"),
        name="cnas",
        unless=r"correspondante? $|partenari",
    ),
    _benefit(
        "COS",
        r"(?:cos\b(?![ ]?\()|comites? des? (?:oe|œ)uvres sociales)",
        ("cos", "comite"),
        ("participation mutuelle, COS.", "adhésion au Comité des œuvres sociales"),
        ("cos(x)", "sans COS", "subvention versée au comité d'animation"),
        name="cos",
    ),
    _benefit(
        "CGOS",
        r"c\.?g\.?o\.?s\b",
        ("cgos", "c.g.o.s"),
        ("crèche hospitalière, CGOS", "C.G.O.S."),
        ("gérer les dossiers CGOS", "pas de CGOS"),
        name="cgos",
    ),
    _benefit(
        "amicale",
        r"amicale\b(?: (?:du personnel|des (?:agents|employes|personnels|territoriaux)|municipale)|(?=[ ]{0,2}[,;.)+/\n]|$))",
        ("amicale",),
        ("Amicale du personnel.", "conciergerie, amicale"),
        ("une ambiance amicale et studieuse", "dans une ambiance amicale."),
        name="amicale",
        unless=r"(?:ambiance|relation|atmosphere|rencontre)[a-z ,]{0,20}$",
    ),
    _benefit(
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
    _benefit(
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
    _benefit(
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
    _benefit(
        "participation crèche",
        r"creche(?=[ ]{0,2}(?:[.;,\n)]|\(\d|$))",
        ("creche",),
        ("Restauration sur place, crèche.", "Intéressement, mutuelle, chèques-déjeuner, crèche"),
        ("Agent de crèche, titulaire du CAP", "La crèche, ouverte en 2019"),
        name="creche-in-a-list",
        unless=r"(?:directeur|directrice|agent|auxiliaire|\ben|\bde|\bla|\bune|\bau sein d[eu]) $|enfants",
        needs=rf"(?:{_OTHERS})[^\n]{{0,80}},",
    ),
    _benefit(
        "CET",
        r"(?:comptes? epargne[ -]temps|cet\b(?=[ ]{0,2}(?:[,;.)+/:•*\n-]|$|\d|a \d|monetis|remuner|possible|ouvert))"
        r"|(?:(?:d'un|un|le|du|au|votre) )cet\b)",
        ("compte", "cet", "d'un", "un cet", "le cet", "du cet", "au cet", "votre cet"),
        ("CET monétisable", "compte épargne-temps", "ouverture d'un CET"),
        ("Cet emploi est ouvert", "gestion des comptes épargne-temps", "cet été"),
        name="cet",
    ),
    _benefit(
        "RTT",
        r"(?:a?rtt\b|jours? de reduction du temps de travail)",
        ("rtt", "artt", "jour"),
        ("12 RTT", "25 jours de congés et 18 jours de RTT", "39 heures générant 23 jours ARTT"),
        ("gérer les RTT des agents", "pas de RTT", "sans RTT"),
        name="rtt",
    ),
    _benefit(
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
    _benefit(
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
    _benefit(
        "intéressement",
        r"interessement\b(?! (?:contractuel|du (?:prestataire|titulaire|delegataire)))",
        ("interessement",),
        ("Intéressement collectif d'environ 600 €", "Intéressement / participation"),
        ("sans intéressement", "un contrat que l'on souhaite assortir d'un intéressement"),
        name="interessement",
        unless=r"assort|contrat|marche",
    ),
    _benefit(
        "participation",
        r"(?:interessement ?(?:et|/|,|&|ou|-)(?: (?:de|a la))? (?P<v>participation)"
        r"|(?P<w>participation) (?:annuelle|aux benefices|aux resultats|salariale)"
        r"|remise[^\n.;]{0,40}, (?P<x>participation)(?=[.,;\n]|$))",
        ("interessement", "participation", "remise"),
        ("Intéressement et participation", "Participation annuelle brute : 2 500 €"),
        ("Participation aux réunions d'équipe", "participation employeur à la mutuelle"),
        name="participation",
    ),
    _benefit(
        "épargne salariale",
        r"(?:epargne salariale|plans? d'epargne (?:entreprise|retraite|salariale)|perco\b|perecol\b)",
        ("epargne", "plan", "perco", "perecol"),
        ("épargne salariale (PEE)", "plan d'épargne entreprise"),
        ("conseiller en épargne salariale", "plan d'action", "expérience en épargne salariale"),
        name="epargne-salariale",
        unless=r"conseill|gestionnaire",
    ),
    _benefit(
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

# Words in lower case, these are no acronyms: "cet emploi", "le cos d'un angle".
_CAPITALS = {"CET", "COS"}


def settle(reading: Reading) -> Finding:
    """Each benefit once, in the order of the text."""
    named: dict[str, list[Candidate[str]]] = {}
    for candidate in sorted(reading.of("benefits"), key=lambda c: c.span.start):
        if not _is_common_word(candidate, reading.document.quote(candidate.span)):
            named.setdefault(candidate.value, []).append(candidate)
    evidence = {str(i): _innermost(same) for i, same in enumerate(named.values())}
    return Finding(tuple(named), evidence)


def _is_common_word(candidate: Candidate[str], words: str) -> bool:
    """Tell whether an acronym is written as a word: "cet", which is no compte épargne-temps."""
    return candidate.value in _CAPITALS and len(words) < 12 and candidate.value not in words


def _innermost(same: list[Candidate[str]]) -> list[Candidate[str]]:
    """Leave out the candidates around another one: its words begin nearer to the benefit."""
    return [
        c
        for c in same
        if not any(
            o is not c and o.span.overlaps(c.span) and o.span.start > c.span.start for o in same
        )
    ]


FIELD = Field("benefits", RULES, settle)
