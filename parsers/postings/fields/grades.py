"""The grades, corps and cadres d'emplois by which the post is open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from postings.fields.field import Field, Reading
from postings.fields.versant import is_public
from postings.grade_choice import Choice, Group, choose, refined
from postings.grade_lists import (
    SOMEBODY_ELSE,
    GradeList,
    closed_list,
    corps_list,
    ending_there,
    formal_ending_there,
    formal_list,
    formal_names,
    grade_list,
    in_a_heading,
    in_the_head,
    is_formal,
)
from postings.posting import Grade
from postings.resolve import Finding
from postings.rules import Candidate, Rule

_ITS_STATUTE = (
    r"(?:portant statut|decret|sous (?:l'autorite|la responsabilite)|n ?\+ ?\d|"
    r"superieur hierarchique|encadr(?:e|ez|ement|er|ant)\b|manage|equipe (?:de|composee)|"
    r"compose|avancement|promotion|\d agents?)[^\n]{0,80}$"
)
# With what most names begin, and what makes a name a grade's: without them no table is read.
_HEAD = (
    r"(?:redact|attach|adjoint|technic|ingenieu|animat|assist|agent|infirmi|auxiliair|educat|"
    r"conseill|administrat|secretair|bibliothec|conservat|atsem|psycholog|gardien)"
)
_FORMAL = r"territoria|hospitali|class|etat|principal"
_ANYTHING = r"(?P<v>[\s\S]{2,600})"
_QUALIFIER = (
    r"(?:recherche|vise|cible|requis|attendu|souhaite|concerne|possible|propose|accessible|"
    r"mini(?:mum|mal)?|maxi(?:mum|mal)?|de reference|de recrutement|du poste|de l'emploi|d'emploi|"
    r"d'acces|d'accueil|statutaire|(?:ou|et|/) cadres? d'emplois?|(?:ou|et|/) emplois?|"
    r"(?:ou|et|/) corps)(?:\(?[·.]?e?s?\)?){0,2}"
)
_ACADEMIC = (
    r"(?P<v>(?:maitre(?:sse)?s? (?:ou|/|et) )?"
    r"maitre(?:sse|[·./-]sse|\(sse\))?s? de conferences|"
    r"professeur<E> (?:ou professeur<E> )?des universites|mcf\b)"
)

RULES: tuple[Rule[GradeList], ...] = (
    Rule(
        id="grades.label",
        pattern=(
            rf"(?<![a-z])grades?(?:\(s\))?(?:[ ]{{0,3}}{_QUALIFIER}){{0,2}}"
            r"(?:(?<=recherche)|(?<=recherches)|(?<=recherche\(s\))|"
            rf"[ ]{{0,30}}(?:[:|=>\-]|\n(?![ ]{{0,20}}d(?:e |'))|[ ]{{2}})){_ANYTHING}"
        ),
        cues=("grade",),
        read=grade_list,
        examples=(
            "Grade(s) recherché(s) : Technicien Technicien principal de 1ère classe",
            "Grade(s) recherché(s) Animateur\nAnimateur principal de 2ème classe\nMétier(s)",
            "Grades : adjoint technique, agent de maîtrise principal (C)",
            "Grade de référence : adjoint d'animation",
            "Grade minimum : rédactrice ou rédacteur",
        ),
        rejects=(
            "Grade(s) recherché(s) : Emploi contractuel de cat. A",
            "Actes de gestion : avancements d'échelon et de grade, positions, agents sociaux",
            "N+1 : la cheffe de service, grade : ingénieur principal",
        ),
        rank=5,
        unless=r"(?:n ?\+ ?\d|superieur hierarchique|encadre)[^\n]{0,80}$",
    ),
    Rule(
        id="grades.of-grade",
        pattern=rf"(?<![a-z])grades? (?:suivants? ?:? ?)?(?:de |d'|des |du )?{_ANYTHING}",
        cues=("grade",),
        read=grade_list,
        examples=(
            "recruté au grade d'adjoint administratif",
            "ouvert aux grades de rédacteur à rédacteur principal de 1ère classe",
            "Catégorie A / Grade Ingénieur ou Ingénieur principal",
        ),
        rejects=(
            "placé sous l'autorité d'un agent du grade d'attaché principal",
            "un grade d'entrée de catégorie C",
        ),
        rank=4,
        unless=_ITS_STATUTE,
    ),
    Rule(
        id="grades.cadre-d-emplois",
        pattern=(
            r"cadres?(?:\(s\))? (?:d'|des |de l')emplois?(?:\(s\))?(?:</?[a-z]{1,6}>)?"
            rf"(?: (?:statutaire|concerne|recherche|vise|cible)(?:\(?s\)?)?)?{_ANYTHING}"
        ),
        cues=("cadre d", "cadres d", "cadre(s) d"),
        read=corps_list,
        examples=(
            "relevant du cadre d'emplois des attachés territoriaux",
            "Cadre d'emplois : Assistant·e d'enseignement artistique principal·e de 2ème classe",
            "Cadres d'emplois : techniciens ou ingénieurs territoriaux",
        ),
        rejects=(
            "Vu le décret portant statut particulier du cadre d'emplois des rédacteurs territoriaux",
            "dans le cadre d'une technicité",
            "Vous encadrez des agents du cadre d'emplois des adjoints techniques",
        ),
        rank=4,
        unless=_ITS_STATUTE,
    ),
    Rule(
        id="grades.corps",
        pattern=(
            r"(?<![a-z])corps(?:\(s\))?(?! de metiers?| d'etat)"
            r"(?: (?:d'appartenance|concerne|d'accueil|statutaire|recherche|et grade|ou grade|/ ?grade)"
            rf"(?:\(?s\)?)?){{0,2}}(?: ?[:|]| des?| d'| du){_ANYTHING}"
        ),
        cues=("corps",),
        read=corps_list,
        examples=(
            "Corps : secrétaires administratifs",
            "détachement dans le corps des ingénieur·e·s des systèmes d’information",
        ),
        rejects=(
            "tous les corps de métiers : techniciens, agents de maîtrise",
            "décret portant statut particulier du corps des attachés d'administration de l'État",
        ),
        rank=4,
        unless=_ITS_STATUTE,
    ),
    Rule(
        id="grades.statutory",
        pattern=rf"(?:cadre|profil|recrutement|emploi|poste) statutaire ?[:|\-]{_ANYTHING}",
        cues=("cadre stat", "profil stat", "recrutement stat", "emploi stat", "poste stat"),
        read=grade_list,
        examples=("Cadre statutaire : rédactrice / rédacteur",),
        rejects=("Cadre statutaire : fonctionnaire ou contractuel",),
        rank=4,
    ),
    Rule(
        id="grades.status",
        pattern=rf"(?<![a-z])(?:statut|niveau) ?: ?{_ANYTHING}",
        cues=("statut", "niveau"),
        read=formal_list,
        examples=("Statut : adjoint technique territorial ou contractuel",),
        rejects=("Statut : cadre", "Niveau : technicien confirmé", "Niveau : ingénieur, Bac+5"),
        rank=3,
    ),
    Rule(
        id="grades.filiere",
        pattern=rf"filieres? (?:des |de |d'){_ANYTHING}",
        cues=("filiere",),
        read=grade_list,
        examples=("en vue d'intégrer la filière des attachés ou des ingénieurs territoriaux",),
        rejects=(
            "filière de formation : technicien supérieur",
            "diplômé de la filière des techniciens supérieurs",
        ),
        rank=3,
        unless=r"(?:issu|diplome|formation)<E> (?:de|dans) (?:la|une) $",
    ),
    Rule(
        id="grades.grid",
        pattern=(
            r"(?:grilles?|echelle|echelonnement|bareme)s?"
            r"(?: (?:indiciaires?|salariales?|statutaires?|de (?:remuneration|traitement)))?"
            rf" (?:du grade |du corps |du cadre d'emplois? )?(?:des |du |de |d'){_ANYTHING}"
        ),
        cues=("grille", "echelle", "echelonnement", "bareme"),
        read=grade_list,
        examples=("par référence à la grille indiciaire des attachés territoriaux",),
        rejects=("une grille de lecture des adjoints",),
        rank=3,
    ),
    Rule(
        id="grades.step",
        pattern=rf"echelons? (?:du grade )?(?:des |de |d'){_ANYTHING}",
        cues=("echelon",),
        read=grade_list,
        examples=("sur la base du 1er échelon de psychologue de classe normale",),
        rejects=("à l'échelon de la commune, les adjoints techniques",),
        rank=3,
    ),
    Rule(
        id="grades.after-category",
        pattern=(
            r"(?<![a-z])cat(?:egorie|\.)?s? ?(?:a ?\+?|b|c)(?![a-z])"
            r" ?[\-,/:(][ ]{0,3}(?P<v>[^\n]{3,300})"
        ),
        cues=("cat",),
        read=closed_list,
        examples=(
            "Niveau : catégorie C, adjoint technique de recherche et de formation (ATRF)",
            "fonctionnaire de catégorie B (technicien)",
        ),
        rejects=(
            "Catégorie A - Ingénieur réseaux et sécurité",
            "N+1 : catégorie A, attaché principal",
        ),
        rank=3,
        unless=rf"{SOMEBODY_ELSE}[^\n]{{0,80}}$|\d+ (?:\w+ )?de $",
    ),
    Rule(
        id="grades.open-to",
        pattern=(
            r"(?:ouvert|accessible|reserve|destine)e?s?"
            r"(?: (?:prioritairement|egalement|aussi|uniquement|exclusivement))?"
            rf" (?:aux?|a la|a l'|a tou(?:s|te?))(?=[^\n]{{0,40}}{_HEAD}) ?{_ANYTHING}"
        ),
        cues=("ouvert", "accessible", "reserve", "destine"),
        read=formal_list,
        examples=(
            "Poste ouvert aux rédacteurs et aux adjoints administratifs",
            "Emploi accessible aux attachés territoriaux",
        ),
        rejects=(
            "Emploi ouvert aux techniciens qui aiment le terrain",
            "Formation ouverte aux agents sociaux",
        ),
        rank=3,
        needs=r"poste|emploi|recrutement|concours",
        unless=r"formation|atelier|service ouvert",
    ),
    Rule(
        id="grades.with-category",
        pattern=r"(?P<v>[^\n()]{4,110}(?:\n[^\n()]{0,60})?)\((?:cat\.?|categorie) ?[abc]",
        cues=("(cat",),
        lead=110,
        read=ending_there,
        examples=(
            "trois postes d'adjoint\nadministratif hospitalier (catégorie C)",
            "MNS – ETAPS (cat. B) : BEESAN",
        ),
        rejects=(
            "Mission de renfort : agent instructeur des aides (cat. C)",
            "sous l'autorité d'un agent de maîtrise (catégorie C)",
            "une équipe de 2 adjoints techniques (cat. C)",
        ),
        rank=2,
    ),
    Rule(
        id="grades.or-contract",
        pattern=r"(?P<v>[^\n.;]{4,90}?),? ou (?:agents? )?(?:contractuel|non[- ]titulaire)",
        cues=("ou contractuel", "ou agent contractuel", "ou non"),
        lead=95,
        read=formal_ending_there,
        examples=("• Technicien territorial, ou contractuel (bac+2)",),
        rejects=(
            "Ingénieur réseau ou contractuel",
            "sous l'autorité de l'attaché principal ou contractuel",
        ),
        rank=2,
        needs=_FORMAL,
        reach=0,
    ),
    Rule(
        id="grades.recruited",
        pattern=(
            r"(?:recrute(?:ment)?|recherche|postes?|emplois?|vacance)"
            r"(?: (?:permanent|vacant|a temps complet))?s?"
            r" (?:d'une?|une?|de|d'|des|:) ?(?P<v>[^\n]{4,160})"
        ),
        cues=("recrute", "recherche", "poste", "emploi", "vacance"),
        read=formal_names,
        examples=(
            "La commune recrute un adjoint technique territorial",
            "Création d'un emploi de rédacteur principal de 1ère classe",
        ),
        rejects=("La commune recrute un technicien informatique", "recherche d'une attachée"),
        rank=2,
        needs=_FORMAL,
        reach=0,
        unless=_ITS_STATUTE,
    ),
    Rule(
        id="grades.academic",
        pattern=(
            rf"{_ACADEMIC}"
            r"(?: \((?:h/f|f/h|mcf|pu|pr)\))? (?:sera |qui sera )?(?:recrute|nomme)"
        ),
        cues=("maitre", "professeur", "mcf"),
        read=grade_list,
        examples=("La maîtresse ou le maître de conférences recruté enseignera",),
        rejects=("Contact : Ana Roux, maîtresse de conférences HDR",),
        rank=2,
    ),
    Rule(
        id="grades.academic-post",
        pattern=(
            r"(?:poste|emploi|concours|recrutement|recrute)s? "
            r"(?:(?:vacant|ouvert|permanent|titulaire)s? )?(?:d'une? |de |d'|une? )"
            rf"{_ACADEMIC}"
        ),
        cues=("poste", "emploi", "concours", "recrute"),
        read=grade_list,
        examples=("L'université ouvre un poste de maître de conférences en chimie",),
        rejects=("une équipe de 12 professeurs des universités",),
        rank=2,
    ),
    Rule(
        id="grades.academic-title",
        pattern=rf"(?:(?<=\n)|^)[ #*]{{0,60}}{_ACADEMIC}",
        cues=("maitre", "professeur", "mcf"),
        lead=62,
        read=in_a_heading,
        examples=("Fiche de poste\n   MAÎTRESSE OU MAÎTRE DE CONFÉRENCES\n",),
        rejects=("Directeur de stage : Luc Petit (Maître de conférences)",),
        rank=1,
    ),
    Rule(
        id="grades.title",
        pattern=r"(?P<v>[^\n]{4,140})",
        cues=("classe", "principal", "brigadier"),
        lead=90,
        read=in_the_head,
        examples=(
            "Rédacteur principal de 2ème classe (H/F)\nVille de Brax",
            "La ville recrute un gardien-brigadier (h/f)",
        ),
        rejects=(
            "Enseigner en 1ère classe",
            "Technicien haute classe",
            "Adjoint technique au conservateur principal",
        ),
        rank=1,
    ),
)


def settle(reading: Reading) -> Finding:
    """Of the ways in which grades are named, the surest; of homonyms, the posting's service's."""
    read: Sequence[Candidate[GradeList]] = reading.of("grades")
    lists = [c for c in (_kept(c, reading) for c in read) if c.value.mentions]
    if lists and not is_public(reading):
        lists = [c for c in lists if c.rule.rank == RULES[0].rank or _is_unmistakable(c.value)]
    if not lists:
        return Finding()
    versant = reading.value("versant")
    best = max(c.rule.rank for c in lists)
    surest = choose(_groups(c for c in lists if c.rule.rank == best), versant)
    titles = choose(_groups(c for c in lists if c.rule.id == "grades.title"), versant)
    return _finding(refined(surest, titles), reading)


def _groups(lists: Iterable[Candidate[GradeList]]) -> list[Group]:
    return [(c, c.value.mentions, c.value.corps) for c in lists]


def _is_unmistakable(named: GradeList) -> bool:
    """Tell whether only the public service has such a name: no trade, no private status."""
    return all(
        is_formal(m) or m.entries[0].filiere == "enseignement supérieur" for m in named.mentions
    )


_FIREFIGHTERS = re.compile(r"pompier|\bsdis\b|\bspp\b")


def _kept(candidate: Candidate[GradeList], reading: Reading) -> Candidate[GradeList]:
    """Leave out acronyms in small letters, and the ranks of soldiers."""
    document = reading.document
    fire = _FIREFIGHTERS.search(document.folded) is not None
    kept = tuple(
        m
        for m in candidate.value.mentions
        if (not m.acronym or document.text[m.start : m.end].isupper())
        and (fire or m.entries[0].filiere != "sapeurs-pompiers")
    )
    return replace(candidate, value=replace(candidate.value, mentions=kept))


def _finding(choices: Sequence[Choice], reading: Reading) -> Finding:
    found: dict[str, list[Candidate[Grade]]] = {}
    doubtful: list[list[Candidate[Grade]]] = []
    for choice in choices:
        read = [choice.candidate(entry, reading.document) for entry in choice.entries]
        if len({c.value.name for c in read}) == 1:
            found.setdefault(read[0].value.name, []).append(choice.merged(read))
        else:
            doubtful.append(read)
    grades = tuple(candidates[0].value for candidates in found.values())
    evidence = {str(i): candidates for i, candidates in enumerate(found.values())}
    ambiguous = {str(len(grades) + i): rivals for i, rivals in enumerate(doubtful)}
    return Finding(grades or None, evidence, ambiguous)


FIELD = Field("grades", RULES, settle)
