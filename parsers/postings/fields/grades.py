"""The grades, corps and cadres d'emplois by which the post is open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from postings.fields import grade_prose, grade_titles
from postings.fields.field import Field, Reading
from postings.fields.grade_prose import ANYTHING, ITS_STATUTE
from postings.fields.versant import is_public
from postings.grades.choice import Choice, Group, choose, refined
from postings.grades.lists import (
    HEAD,
    SOMEBODY_ELSE,
    GradeList,
    closed_list,
    corps_list,
    formal_list,
    grade_list,
    is_formal,
)
from postings.patterns import search_with_cues
from postings.posting import Grade
from postings.resolve import Finding
from postings.rules import Candidate, Rule

_QUALIFIER = (
    r"(?:recherche|vise|cible|requis|attendu|souhaite|concerne|possible|propose|accessible|"
    r"mini(?:mum|mal)?|maxi(?:mum|mal)?|de reference|de recrutement|du poste|de l'emploi|d'emploi|"
    r"d'acces|d'accueil|statutaire|(?:ou|et|/) cadres? d'emplois?|(?:ou|et|/) emplois?|"
    r"(?:ou|et|/) corps)(?:\(?[·.]?e?s?\)?){0,2}"
)

RULES: tuple[Rule[GradeList], ...] = (
    Rule(
        id="grades.label",
        pattern=(
            rf"(?<![a-z])grades?(?:\(s\))?(?:[ ]{{0,3}}{_QUALIFIER}){{0,2}}"
            r"(?:(?<=recherche)|(?<=recherches)|(?<=recherche\(s\))|"
            rf"[ ]{{0,30}}(?:[:|=>\-]|\n(?![ ]{{0,20}}d(?:e |'))|[ ]{{2}})){ANYTHING}"
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
        pattern=rf"(?<![a-z])grades? (?:suivants? ?:? ?)?(?:de |d'|des |du )?{ANYTHING}",
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
        unless=ITS_STATUTE,
    ),
    Rule(
        id="grades.cadre-d-emplois",
        pattern=(
            r"cadres?(?:\(s\))? (?:d'|des |de l')emplois?(?:\(s\))?(?:</?[a-z]{1,6}>)?"
            rf"(?: (?:statutaire|concerne|recherche|vise|cible)(?:\(?s\)?)?)?{ANYTHING}"
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
        unless=ITS_STATUTE,
    ),
    Rule(
        id="grades.corps",
        pattern=(
            r"(?<![a-z])corps(?:\(s\))?(?! de metiers?| d'etat)"
            r"(?: (?:d'appartenance|concerne|d'accueil|statutaire|recherche|vise|cible|possible|"
            r"d'equivalence|equivalent|de reference|de rattachement|d'origine|et grade|ou grade|"
            r"/ ?grade)(?:\(?s\)?)?){0,2}(?: \([^)\n]{1,20}\))?(?: (?:est|sont)(?: celui| ceux)?)?"
            rf"(?: ?[:|](?: [abc] ?[/,\-])?| des?| d'| du){ANYTHING}"
        ),
        cues=("corps",),
        read=corps_list,
        examples=(
            "Corps : secrétaires administratifs",
            "Corps d'équivalence :   ingénieur d'études",
            "Catégorie / Corps : B / secrétaire administratif",
            "Les corps concernés sont ceux des greffiers et des secrétaires administratifs",
            "détachement dans le corps des ingénieur·e·s des systèmes d’information",
        ),
        rejects=(
            "tous les corps de métiers : techniciens, agents de maîtrise",
            "décret portant statut particulier du corps des attachés d'administration de l'État",
        ),
        rank=4,
        unless=ITS_STATUTE,
    ),
    Rule(
        id="grades.corps-beside",
        pattern=(
            r"(?<![^\n])corps(?:\(s\))?(?: (?:d'appartenance|concerne|d'accueil|statutaire)s?)?"
            rf"(?:[ ]{{2,80}}|[ ]{{0,80}}\n[ ]{{0,30}})(?={HEAD}){ANYTHING}"
        ),
        cues=("corps",),
        read=corps_list,
        examples=("Corps   ingénieurs d'études (ITRF)\n", "Corps\nsecrétaires administratifs\n"),
        rejects=("Corps   enseignant\n", "Les corps   ingénieurs d'études\n"),
        rank=4,
        unless=ITS_STATUTE,
    ),
    Rule(
        id="grades.statutory",
        pattern=rf"(?:cadre|profil|recrutement|emploi|poste|voie) statutaire ?[:|\-(]{ANYTHING}",
        cues=(
            "cadre stat",
            "profil stat",
            "recrutement stat",
            "emploi stat",
            "poste stat",
            "voie s",
        ),
        read=grade_list,
        examples=(
            "Cadre statutaire : rédactrice / rédacteur",
            "par voie statutaire (rédacteur principal) ou contractuelle",
        ),
        rejects=("Cadre statutaire : fonctionnaire ou contractuel",),
        rank=4,
    ),
    Rule(
        id="grades.status",
        pattern=(
            r"(?<![a-z])(?:statut|niveau(?: de recrutement| d'emploi| statutaire| du poste)?)"
            rf" ?: ?{ANYTHING}"
        ),
        cues=("statut", "niveau"),
        read=formal_list,
        examples=(
            "Statut : adjoint technique territorial ou contractuel",
            "Niveau de recrutement : ingénieur d'études (IGE)",
        ),
        rejects=("Statut : cadre", "Niveau : technicien confirmé", "Niveau : ingénieur, Bac+5"),
        rank=3,
    ),
    Rule(
        id="grades.filiere",
        pattern=rf"filieres? (?:des |de |d'){ANYTHING}",
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
            rf" (?:du grade |du corps |du cadre d'emplois? )?(?:des |du |de |d'){ANYTHING}"
        ),
        cues=("grille", "echelle", "echelonnement", "bareme"),
        read=grade_list,
        examples=("par référence à la grille indiciaire des attachés territoriaux",),
        rejects=("une grille de lecture des adjoints",),
        rank=3,
    ),
    Rule(
        id="grades.step",
        pattern=rf"echelons? (?:du grade )?(?:des |de |d'){ANYTHING}",
        cues=("echelon",),
        read=grade_list,
        examples=("sur la base du 1er échelon de psychologue de classe normale",),
        rejects=("à l'échelon de la commune, les adjoints techniques",),
        rank=3,
    ),
    Rule(
        id="grades.after-category",
        pattern=(
            r"(?<![a-z])cat(?:egorie|\.)?s?(?: (?:statutaire|hierarchique))?(?: ?:)?"
            r" ?(?:a ?\+?|b|c)(?![a-z])"
            r" ?[\-,/:(][ ]{0,3}(?P<v>[^\n]{3,300})"
        ),
        cues=("cat",),
        read=closed_list,
        examples=(
            "Niveau : catégorie C, adjoint technique de recherche et de formation (ATRF)",
            "fonctionnaire de catégorie B (technicien)",
            "Catégorie statutaire : B - Techniciens supérieurs du développement durable",
        ),
        rejects=(
            "Catégorie A - Ingénieur réseaux et sécurité",
            "N+1 : catégorie A, attaché principal",
        ),
        rank=3,
        unless=rf"{SOMEBODY_ELSE}[^\n]{{0,80}}$|\d+ (?:\w+ )?de $",
    ),
    *grade_prose.RULES,
    *grade_titles.RULES,
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


_firefighters = search_with_cues(r"pompier|\bsdis\b|\bspp\b", ("pompier", "sdis", "spp"))


def _kept(candidate: Candidate[GradeList], reading: Reading) -> Candidate[GradeList]:
    """Leave out acronyms in small letters, and the ranks of soldiers."""
    document = reading.document
    fire = _firefighters(document.folded) is not None
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
