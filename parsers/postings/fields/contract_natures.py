"""Ways of saying that the contract is indefinite, fixed-term, interim or a replacement."""

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
            r"|contractuel<E>,? (?:de |- ?|\()?<COUNT> (?:mois|ans)\b(?! d)"
            r"|par contrat\b[^\n.;]{0,60}? (?:pour une duree |d'une duree )(?:d'un an|de <COUNT> (?:mois|ans))"
            r"|contrat[^\n.;]{0,70}, <COUNT> (?:mois|ans?) renouvelable"
            r"|contrat[^\n.;]{0,35}? (?:signe|conclu|etabli|propose)<E> pour (?:un an|<COUNT> (?:mois|ans))"
            r"|attache<E>s? temporaires? d'enseignement|ater\b"
            r"|(?:contrat[^\n.;]{0,30} )?a duree determinee)"
        ),
        cues=(
            "cdd",
            "contrat",
            "par contrat",
            "contractuel",
            "a duree determinee",
            "attache",
            "ater",
        ),
        read=lambda match: fixed("cdd"),
        examples=(
            "CDD de 6 mois renouvelable",
            "contrat de 2 ans",
            "contrat de droit public à durée déterminée de trois ans",
            "un agent contractuel recruté pour une durée d'un an renouvelable",
            "Contractuel 3 ans renouvelable",
            "ou par contrat pour les non titulaires pour une durée de 3 ans",
        ),
        rejects=(
            "contrat de 3 ans maximum",
            "contrat à durée indéterminée",
            "agent contractuel 3 ans d'expérience",
            "suivi des contrats des agents en CDD",
        ),
        rank=3,
        unless=rf"{DUTIES}|apprentissage|(?<!post)(?<!post-)doctoral|mise en demeure",
    ),
    Rule(
        id="contract_types.stated-nature",
        pattern=(
            r"(?:poste|emploi|contrat|embauche|recrute|recherch|propos|pourvoir|offre|ouvert|temps plein|cadre d'un"
            r"|\(h/f\)|h/f)(?:(?!evolu|debouch|perspect|transform|vue d|a la cle|reconduit|issue|specialis)[^\n.;]){0,70}?"
            r"(?:\b(?:en|un|par|sous|contrat|poste)[ ]|[:(\-][ ]?)(?P<v>(?:cdi|cdd)\b(?:(?: ou |, ?|/| et )(?:cdi|cdd)\b)*)"
        ),
        cues=("cdi", "cdd"),
        lead=90,
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
            "pour un fonctionnaire, en détachement sur contrat (CDD) ou mise à disposition",
        ),
        rank=3,
        unless=rf"{DUTIES}|{PROSPECT}|a ete $|detachement sur $",
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
        cues=("post-doc", "postdoc"),
        lead=42,
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
        pattern=r"(?P<v>cdi|cdd)<EDGE>(?! (?:a la cle|possible|envisag))",
        cues=("cdi", "cdd"),
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
        id="contract_types.indefinite",
        pattern=r"(?:contrat (?:de travail )?)?(?:a duree indeterminee|sans limite de duree)",
        cues=("contrat", "a duree ind", "sans limite"),
        read=lambda match: fixed("cdi"),
        examples=("Contrat à durée indéterminée", "Il est proposé sans limite de durée"),
        rejects=("transformation en contrat à durée indéterminée possible",),
        rank=2,
        unless=rf"{DUTIES}|{PROSPECT}",
        but=PROSPECT_AFTER,
    ),
    Rule(
        id="contract_types.replacement",
        pattern=(
            r"(?:(?:contrats?|cdd|poste|emploi|mission)s? de remplacement"
            r"|(?:pour|afin de|s'agit de) remplacer (?:un<E>|une|le|la|notre|l') ?(?:agent|salarie|collegue|titulaire|fonctionnaire|personne)|(?:pour|en|assurer(?:a)?|assure|afin d'assurer) (?:le |un )?remplacement (?:temporaire )?d'?(?:e |un )?"
            r"(?:une? )?(?:agent|titulaire|salarie|collegue|fonctionnaire|conge|personne)"
            r"|(?:^|[\n\-:] ?)remplacement (?:d'un|d'une|de) (?:agent|conge|titulaire|salarie)"
            r"|(?<=\()remplacement (?:d'une? |de )(?:agent|titulaire|salarie|conge)"
            r"|motif(?: du (?:recrutement|contrat|cdd))? ?: ?remplacement"
            r"|(?<![^\n])[# *]{0,5}remplacement temporaire d'un agent"
            r"|- remplacement(?= ?\n|$))"
        ),
        cues=("remplac",),
        lead=30,
        read=lambda match: fixed("remplacement"),
        examples=(
            "recherche un agent pour assurer le remplacement d'un agent en congé de maternité",
            "CDD de remplacement de 4 mois",
            "Motif : remplacement",
            "CDD de 6 mois (remplacement d'un congé maternité)",
            "Type d'emploi\nRemplacement temporaire d'un agent sur emploi permanent",
        ),
        rejects=(
            "Gère les remplacements de personnel lors d'absences",
            "Remplacement du fontainier en période de congés",
            "projets internes, comme le remplacement de la téléphonie",
        ),
        rank=3,
    ),
    Rule(
        id="contract_types.temporary-agency",
        pattern=(
            r"(?:missions? (?:d'interim|interimaires?|en interim|de travail temporaire)|contrat(?: de travail)? (?:d'interim|interimaire|temporaire)"
            r"|interim ?- ?\d|(?:poste|pourvoir|contrat|embauche|emploi)[^\n.;]{0,30} en interim)"
        ),
        cues=("interim", "temporaire"),
        lead=48,
        read=lambda match: fixed("interim"),
        examples=(
            "Mission intérimaire - 1 Mois",
            "Intérim - 3 Mois",
            "Poste à pourvoir en intérim",
            "un peintre (H/F) dans le cadre d'une mission de travail temporaire",
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
        id="contract_types.end-of-mission-pay",
        # Paid by temporary-work agencies alone.
        pattern=r"(?:\d{1,2} ?% (?:d'|de )?ifm\b|\bifm ?(?:\+|/|et|,|-) ?(?:\d{1,2} ?% (?:d'|de )?)?(?:iccp|icp|cp)\b|\+ ?ifm\b)",
        cues=("ifm",),
        lead=9,
        read=lambda match: fixed("interim"),
        examples=("12,35 € brut + 10% IFM + 10% ICCP", "Taux horaire + IFM", "IFM/ICP"),
        rejects=("formation à l'IFM de Paris", "IFM et partenaires"),
        rank=3,
    ),
)
