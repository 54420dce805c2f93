"""Grades named in sentences and titles: to whom the post is open, whom it recruits."""

from __future__ import annotations

from postings.grades.lists import (
    HEAD,
    SOMEBODY_ELSE,
    GradeList,
    ending_before,
    ending_there,
    formal_list,
    long_list,
    offered_before,
    statutory_names,
)
from postings.rules import Rule

ITS_STATUTE = (
    r"(?:portant statut|decret|sous (?:l'autorite|la responsabilite)|n ?\+ ?\d|"
    r"superieur hierarchique|encadr(?:e|ez|ement|er|ant)\b|manage|equipe (?:de|composee)|"
    r"compose|avancement|promotion|\d agents?|(?:votre|son|sa|notre) (?:responsable|directeur"
    r"|directrice|cheff?e?|superieure?|encadrante?|tuteur|tutrice)\b)[^\n]{0,80}$"
)
ANYTHING = r"(?P<v>[\s\S]{2,600})"
# What makes a name a grade's, in the words of the law.
_LEGAL = (
    r"territoria|hospitali|class|etat|principal|adjoint|attache|secretaire|inspect|controleu|"
    r"greffi|conservat|redact|assistant specialise|qualifie|soins generaux|finances publiques"
)

RULES: tuple[Rule[GradeList], ...] = (
    Rule(
        id="grades.open-to",
        pattern=(
            r"(?:ouvert|accessible|reserve|destine|propose|offert|adresse|confie)e?s?"
            r"(?: (?:prioritairement|egalement|aussi|uniquement|exclusivement|notamment))?"
            r" (?:aux?|a la|a l'|a des|a une?(?:\(e\)|[·/.-]e|\(ne\))?|a tou(?:s|te?))"
            rf"(?=[^\n]{{0,60}}{HEAD}) ?{ANYTHING}"
        ),
        cues=(
            "ouvert",
            "accessible",
            "reserve",
            "destine",
            "propose",
            "offert",
            "adresse",
            "confie",
        ),
        read=formal_list,
        examples=(
            "Poste ouvert aux rédacteurs et aux adjoints administratifs",
            "Emploi accessible aux attachés territoriaux",
            "Le poste est également proposé aux chargés d'études documentaires",
            "Ce poste s'adresse à un(e) attaché(e) territorial(e) ou à un ingénieur",
            "Emploi ouvert aux titulaires de catégorie A (attachés statisticiens, ingénieurs SIC)",
        ),
        rejects=(
            "Emploi ouvert aux techniciens qui aiment le terrain",
            "Formation ouverte aux agents sociaux",
            "Poste ouvert aux agents de la ville",
        ),
        rank=3,
        needs=r"poste|emploi|recrutement|concours",
        unless=r"formation|atelier|service ouvert|candidature|conseil|accompagnement|soutien",
    ),
    Rule(
        id="grades.civil-servants",
        pattern=(
            r"(?:fonctionnaire|titulaire|agent)(?:<E>)"
            r"(?: (?:titulaire|territoriaux|hospitalier|civil|public|de l'etat|"
            r"de la fonction publique(?: territoriale| hospitaliere| de l'etat)?)s?)?,?"
            r" (?:relevant|appartenant|membres?|issue?s?)"
            r" (?:statutairement )?(?:aux?|des?|du|d'une?|d'|de la|de l')"
            rf"(?=[^\n]{{0,60}}{HEAD}) ?{ANYTHING}"
        ),
        cues=("fonctionnaire", "titulaire", "agent"),
        read=formal_list,
        examples=(
            "Fonctionnaires relevant des adjoints techniques du ministère de la défense",
            "Agents titulaires appartenant aux ingénieurs territoriaux",
        ),
        rejects=(
            "Vous encadrez les agents relevant des adjoints techniques",
            "les agents issus des techniciens du service",
        ),
        rank=3,
        unless=rf"{SOMEBODY_ELSE}[^\n]{{0,80}}$",
    ),
    Rule(
        id="grades.civil-servants-named",
        pattern=(
            r"(?:fonctionnaire|titulaire)(?:<E>)"
            r"(?: (?:territoriaux|hospitalier|de l'etat|"
            r"de la (?:fonction publique(?: territoriale| hospitaliere| de l'etat)?|fp[teh]))s?)?"
            rf" ?[(:](?:[ ]?\n)?(?=[^\n]{{0,40}}{HEAD}) ?(?P<v>[^\n]{{3,300}})"
        ),
        cues=("fonctionnaire", "titulaire"),
        read=long_list,
        examples=(
            "Ouvert aux titulaires (ingénieurs d'études et de fabrications) et aux contractuels",
            "Fonctionnaires : secrétaires administratifs ou attachés d'administration",
        ),
        rejects=(
            "Titulaire : technicien",
            "Fonctionnaires (agents de terrain)",
            "une équipe de fonctionnaires (adjoints techniques)",
        ),
        rank=3,
        unless=rf"{SOMEBODY_ELSE}[^\n]{{0,80}}$",
    ),
    Rule(
        id="grades.category-label",
        pattern=(
            r"(?<![a-z])categories?(?: (?:hierarchique|statutaire|d'emplois?|du poste))?"
            rf" ?[:|](?:[ ]?\n)?(?=[^\n]{{0,30}}{HEAD}) ?(?P<v>[^\n]{{3,200}})"
        ),
        cues=("categorie",),
        read=long_list,
        examples=("Catégorie hiérarchique : ingénieur d'études / contractuel groupe 2",),
        rejects=(
            "Catégorie : technicien",
            "N+1, catégorie : attaché principal",
            "Catégorie : technicien supérieur en maintenance",
        ),
        rank=3,
        unless=rf"{SOMEBODY_ELSE}[^\n]{{0,80}}$",
    ),
    Rule(
        id="grades.under-category",
        pattern=(
            r"(?<![a-z])categorie ?:? ?[abc]"
            r"(?:[ ]{0,30}\n(?:[^\n]{0,60}[ ]{3,30})?|[ ][^\n]{0,60}[ ]{3,30})"
            rf"(?={HEAD})(?P<v>[^\n]{{6,160}})"
        ),
        cues=("categorie",),
        read=long_list,
        examples=(
            "Catégorie C\nAdjoint administratif de l'intérieur et de l'outre-mer\n",
            "Emploi        Catégorie B\nd'instructeur     Secrétaire administratif\n",
        ),
        rejects=("Catégorie B\nTechnicien", "Catégorie A\nChargé de mission"),
        rank=3,
    ),
    Rule(
        id="grades.held-by",
        pattern=(
            r"(?:occupe|pourvu|tenu|exerce)e?s? par (?:une?(?:\(e\)|[·/.-]e)?|des) "
            rf"(?=[^\n]{{0,60}}{HEAD}){ANYTHING}"
        ),
        cues=("occupe", "pourvu", "tenu", "exerce"),
        read=formal_list,
        examples=(
            "Ce poste peut être occupé par un attaché d'administration ou un ingénieur",
            "L'emploi peut être pourvu par des attachés territoriaux",
        ),
        rejects=(
            "Le poste est actuellement occupé par un attaché territorial",
            "poste tenu par un technicien motivé",
        ),
        rank=3,
        unless=r"actuel|etait|precedem|jusqu|jusqu'ici|aujourd'hui",
    ),
    Rule(
        id="grades.mobility",
        pattern=(
            r"(?:mutation|detachement|integration)(?: (?:interne|externe|directe))?"
            r" (?:d'une?(?:\(e\)|[·/.-]e)?|des?|de la|d')"
            rf"(?=[^\n]{{0,30}}{HEAD}) ?{ANYTHING}"
        ),
        cues=("mutation", "detachement", "integration"),
        read=formal_list,
        examples=(
            "par mutation d'un technicien supérieur d'études et de fabrications",
            "par voie de détachement des attachés territoriaux",
        ),
        rejects=(
            "À la suite de la mutation d'un attaché principal",
            "par mutation d'un agent de la direction",
        ),
        rank=3,
        unless=(
            r"(?:suite|depart|vacan|remplac|consecuti|liber|apres|cause)[^\n]{0,60}$"
            r"|formation|gestion|gerer|dossier"
        ),
    ),
    Rule(
        id="grades.or-contract",
        pattern=(r"ou (?:a defaut,? )?(?:une? )?(?:agents? )?(?:contractuel|non[- ]titulaire)"),
        cues=("ou contractuel", "ou agent contractuel", "ou non", "ou un", "ou a defaut"),
        read=ending_before,
        examples=(
            "• Technicien territorial, ou contractuel (bac+2)",
            "Conservateur du patrimoine ou contractuel de niveau équivalent",
            "Adjoint administratif ou contractuel",
        ),
        rejects=(
            "Ingénieur réseau ou contractuel",
            "sous l'autorité de l'attaché principal ou contractuel",
        ),
        rank=3,
    ),
    Rule(
        id="grades.tenured",
        pattern=(
            r"(?:titulaire<E>(?! d[eu'])|issue?s? (?:du|d'un|des) concours"
            r"|laureat<E> (?:du|d'un) concours|inscrite?s? sur (?:la|une) liste d'aptitude)"
        ),
        cues=("titulaire", "issu", "laureat", "inscrit"),
        read=ending_before,
        examples=(
            "Les ingénieurs de recherche titulaires peuvent nous rejoindre par mutation",
            "Les candidats, inspecteurs des finances publiques issus du concours, en sont dispensés",
            "Recrutement d'un adjoint administratif territorial titulaire",
        ),
        rejects=(
            "L'équipe, 3 ingénieurs d'études titulaires, recrute",
            "Candidature d'un technicien titulaire",
            "Recrutement d'un ingénieur de recherche titulaire d'un doctorat",
        ),
        rank=3,
        needs=r"mutation|detachement|candidat|recrut|rejoindre|ouvert|pourv|contractuel",
        reach=200,
    ),
    Rule(
        id="grades.with-category",
        pattern=(
            r"(?P<v>[^\n()]{4,110}(?:\n[^\n()]{0,60})?)\((?:cat\.?|categorie|cadre) ?[abc](?![a-z])"
        ),
        cues=("(cat", "(cadre"),
        lead=110,
        read=ending_there,
        examples=(
            "trois postes d'adjoint\nadministratif hospitalier (catégorie C)",
            "MNS – ETAPS (cat. B) : BEESAN",
            "à confier à un attaché ou ingénieur (cadre A)",
        ),
        rejects=(
            "Mission de renfort : agent instructeur des aides (cat. C)",
            "sous l'autorité d'un agent de maîtrise (catégorie C)",
            "une équipe de 2 adjoints techniques (cat. C)",
            "Mme Roux, attachée principale (cat. A)",
        ),
        rank=2,
    ),
    Rule(
        id="grades.of-category",
        pattern=(r"(?:categorie|cat\.?) ?[abc](?![a-z'])"),
        cues=("categorie", "cat. ", "cat "),
        read=offered_before,
        examples=(
            "Recrutement d'un adjoint technique territorial, catégorie C",
            "adjoints techniques ou agents de maîtrise – catégorie C",
        ),
        rejects=(
            "Vous encadrez un adjoint technique de catégorie C",
            "Vous formerez des adjoints administratifs de catégorie C",
            "un technicien de catégorie B",
        ),
        rank=2,
    ),
    Rule(
        id="grades.recruited",
        pattern=(
            r"(?:recrut(?:ement|ons|e)|recherch(?:ons|e)|postes?|emplois?|vacance)"
            r"(?: (?:permanent|vacant|a temps complet|sans concours|sur titres|direct))?s?"
            r" (?:d'une?(?:\(e\)|[·/.-]e)?|une?(?:\(e\)|[·/.-]e)?|de|d'|des|\d{1,2}|:) ?(?P<v>[^\n]{4,160})"
        ),
        cues=("recrut", "recherch", "poste", "emploi", "vacance"),
        read=statutory_names,
        examples=(
            "La commune recrute un adjoint technique territorial",
            "Nous recherchons un·e inspecteur·rice des finances publiques",
            "Recrutement sans concours d'agents d'entretien qualifiés",
            "Création d'un emploi de rédacteur principal de 1ère classe",
        ),
        rejects=(
            "La commune recrute un technicien informatique",
            "recherche d'une attachée",
            "deux ont été recrutés sur un emploi d'adjoint technique",
        ),
        rank=2,
        needs=_LEGAL,
        reach=0,
        unless=rf"{ITS_STATUTE}|\b(?:ont|a|sont|fut) ete\b",
    ),
)
