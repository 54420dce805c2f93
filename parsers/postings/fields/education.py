"""The least diploma asked: years after the bac, and level of the national framework."""

from __future__ import annotations

from collections.abc import Sequence

from postings.fields.assembly import assemble
from postings.fields.diplomas import DIPLOMA, NAMED, NAMED_CUES, named, of_level, of_years
from postings.fields.field import Field, Reading
from postings.fields.statements import part
from postings.patterns import pattern
from postings.posting import Education
from postings.resolve import Finding, Resolved, single
from postings.rules import Candidate, Match, Rule

_BOARD, _ASKED = 5, 2  # ranks: a board's field; a diploma asked; below, one being prepared
_PLUS = r"\bbac(?:calaureat)?[ ]?\+[ ]?(?P<n>[1-8])(?: ?(?:/|-|a|ou|et) ?(?:bac ?)?\+? ?(?P<m>[1-8])(?![\d%]|[ ]?(?:ans|mois|h\b)))?"

# A course that one follows, teaches or pays for; other people's diplomas.
_PREPARED = r"prepar|en vue d|alternance|apprenti|inscrite?s? (?:en|dans)|etudiant|en cours de|dernier[a-z]{0,2} annee|\bstage\b"
_PREPARING = rf"(?:{_PREPARED})(?:(?!valide|titulaire|obtenu|deja )[^;]){{0,160}}$"
_NOT_ASKED = (
    r"enseigner|enseignante?s? |enseignements? (?!superieur)|\bcours de|majore|resultats|depot d|sortant d|n'ayant pas|\bpoints\b|remunerat|gratif|stagiaires? d|equipe|\bne pas\b|releves? de notes|copie d|directeur d|accueille"
    r"|promotion|responsable d[eu] |mention d|\bpeu importe|sans condition|non exige|formations? de nos|niveau superieur a|validation|interven|apprendre|licence et"
)
_ONLY_LIKED = r"^[^.;,\n]{0,60}?(?:apprecie|(?:serait|est|sera|constitue) un (?:plus|atout|avantage)|etant prefere|par la vae|c'est encore mieux|bienvenu|non exige|n'est pas exige|[(]?(?:optionnel|facultatif))"
_WORDS = (
    r"(?:titulaire|diplom|formation|profil|niveau|obten|valide|deten|justifi|\bvous (?:avez|etes|possedez|disposez)|\btu (?:as|es)|requis|exig|obligatoire|souhait"
    r"|indispensable|imperati|qualification|pre-?requis|conditions? |minimum|equivalent|posseder|demand|cursus|parcours|issue? d)"
)


_ASKED_AFTER = pattern(
    r"[^.;\n]{0,60}?(?:exig|requis|obligatoire|souhait|indispensable|imperati|minimum|equivalent|demand)"
)
_CHOICE_BEFORE = pattern(rf"{DIPLOMA}[^.;\n]{{0,40}}(?: ou |/)[^.;\n]{{0,25}}$")
_CHOICE_AFTER = pattern(rf"[^.;\n]{{0,40}}?(?: ou |/)[^.;\n]{{0,25}}?{DIPLOMA}")
_ASKING = pattern(_WORDS)
_CLAUSE = pattern(r"[.;\n]")


def _named_asked(match: Match) -> Education | None:
    """A diploma that its sentence asks for, or gives the choice of, which only employers do."""
    text, start, end = match.string, match.start(), match.end()
    before = _CLAUSE.split(text[max(0, start - 100) : start])[-1]
    asked = (
        _ASKING.search(before + match[0])
        or _ASKED_AFTER.match(text, end)
        or _CHOICE_AFTER.match(text, end)
        or _CHOICE_BEFORE.search(before)
    )
    return named(match) if asked else None


def _plus(match: Match) -> Education:
    """`bac+3 à 5` is 3; `bac+2/+3` is 2."""
    years = int(match["n"])
    return of_years(min(years, int(match["m"] or years)))


def _bac(match: Match) -> Education:
    return of_years(0)


def _level(match: Match) -> Education | None:
    return of_level(match["n"], european=match["norm"] is not None)


RULES: tuple[Rule[Education], ...] = (
    Rule(
        id="education.field",
        pattern=r"(?<![^\n])[ ]{0,4}(?:(?P<cap>cap, bep et equivalents?)|bac(?:\+(?P<n>[1-8])(?:,? (?:et plus|bac\+\d))*)?(?: et plus)? ou equivalents?)(?! [a-z]{3,} [a-z]{3,} [a-z])",
        cues=("cap, bep", "bac"),
        read=lambda match: of_years(-1 if match["cap"] else int(match["n"] or 0)),
        examples=(
            "CAP, BEP et équivalents boulangerie\nCette formation est indispensable",
            "Bac+2 ou équivalents Exigé",
            "Bac ou équivalent",
        ),
        rejects=("Le bac ou équivalent est un plus", "CAP, puis BTS"),
        rank=_BOARD,
    ),
    Rule(
        id="education.bac-plus",
        pattern=_PLUS,
        cues=("bac+", "bac +", "baccalaureat+", "baccalaureat +"),
        read=_plus,
        examples=(
            "De formation Bac+2/3 en bâtiment",
            "titulaire d'un bac+3 à bac+5",
            "Bac + 5 en droit",
            "(Bac+3 à 5)",
        ),
        rejects=(
            "Vous préparez un diplôme de niveau bac+3 à bac+5",
            "20 points pour les diplômes de niveau supérieur à bac+2",
            "Stage de fin d'études : étudiant en bac+5",
            "Un bac+5 serait un plus",
            "Formation : Bac+5 (Master / MBA) (Optionnel)",
        ),
        rank=3,
        unless=rf"{_PREPARING}|{_NOT_ASKED}",
        but=rf"{_ONLY_LIKED}|^ ?:? ?\d[\d ]{{2,6}}(?:€|eur)",
    ),
    Rule(
        id="education.bac-to-plus",
        pattern=r"\bbac (?:a|ou|/|-|et) ?bac ?\+ ?\d",
        cues=("bac",),
        read=_bac,
        examples=("Qualifications : BAC à BAC +2, dessinateur projeteur",),
        rejects=("bac+2 à bac+3",),
        rank=3,
    ),
    Rule(
        id="education.bac",
        pattern=(
            r"(?:niveau (?:minimum )?|titulaire d[u'](?: ?un)? |diplome (?:du |de niveau )?|avez (?:le |un |votre )|(?:tu )?as (?:le |un |ton )|obtenu (?:le |un |votre |ton )|possed[a-z]{1,5} (?:le |un ))"
            r"(?P<v>bac(?:calaureat)?)\b(?![ ]?\+|[ ]\+| ?(?:a|ou|/) ?bac)"
        ),
        cues=("niveau", "titulaire", "diplome", "avez", "as ", "tu as", "obtenu", "possed"),
        read=_bac,
        examples=(
            "Niveau bac minimum",
            "Tu as le bac (général, STL)",
            "Titulaire du baccalauréat",
            "Niveau Bac.",
        ),
        rejects=(
            "titulaire d'un bac+3",
            "niveau bac +2",
            "le bac de collecte",
            "Vous préparez un diplôme de niveau bac",
        ),
        rank=3,
        unless=rf"\bprepar|{_NOT_ASKED}",
        but=_ONLY_LIKED,
    ),
    Rule(
        id="education.level",
        pattern=(
            r"(?:diplomes?|titres?|formation|certifications?|qualification|etudes)[^\n.;:]{0,45}?<COLON>niveau[x]? (?:minimum )?(?:au moins )?(?P<v>(?P<n>[3-8]|i{1,3}|iv|v)\b)(?! ?(?:et|a|/) ?\d?\b[ ]?(?:incident|support))"
            r"(?:(?: ?(?:/|ou|a|et|-) ?(?:niveau )?(?:[3-8]|[iv]{1,3}))?)(?P<norm>[^\n.;]{0,6}(?:norme europ|europeen|cec\b))?"
        ),
        cues=("diplome", "titre", "formation", "certification", "qualification", "etudes"),
        read=_level,
        examples=(
            "Un diplôme de niveau 4 (baccalauréat)",
            "Diplôme requis : Niveau 5",
            "titre professionnel de niveau III",
            "Diplôme / certification de niveau IV ou niveau V (Norme européenne)",
        ),
        rejects=(
            "support de niveau 2",
            "Poste de niveau II ouvert aux contractuels",
            "Niveau 8, coefficient 400",
            "diplôme préparé de niveau 5 en alternance".replace(
                "diplôme préparé", "Vous préparez un diplôme"
            ),
        ),
        rank=3,
        unless=rf"{_NOT_ASKED}|\bprepar",
        but=_ONLY_LIKED,
    ),
    Rule(
        id="education.level-explained",
        pattern=r"niveau (?P<v>(?P<n>[3-8]|i{1,3}|iv|v)) ?(?:\(|/ ?|: ?)(?:niveau )?(?P<norm>europeen)?(?:bac|cap|bep|bts|dut|licence|master|deug|doctorat)",
        cues=("niveau",),
        read=_level,
        examples=("Niveau 4 (bac) exigé", "Niveau V (CAP, BEP)"),
        rejects=("support de niveau 2 (bac à sable)", "niveau 5 (expert)"),
        rank=3,
        unless=rf"{_NOT_ASKED}|\bprepar|support|incident",
        but=_ONLY_LIKED,
    ),
    Rule(
        id="education.level-beside",
        pattern=r"\((?:de )?niveau (?P<v>(?P<n>[3-8]|i{1,3}|iv|v))(?P<norm> europeen)?(?: du (?:rncp|cadre[^)\n]{0,40}))?\)",
        cues=("(niveau", "(de niveau"),
        read=_level,
        examples=(
            "Diplôme d'État d'assistant de service social (niveau 6) exigé",
            "titre professionnel CIP (niveau 5)",
        ),
        rejects=("support (niveau 2)", "assistance aux usagers (niveau 3)"),
        rank=3,
        needs=r"diplom|titre |\bbts|licence|master|certificat|formation",
        reach=80,
        unless=rf"support|assistance|incident|{_NOT_ASKED}",
    ),
    Rule(
        id="education.named-asked",
        pattern=rf"\b{NAMED}",
        cues=NAMED_CUES,
        read=_named_asked,
        examples=(
            "Vous êtes titulaire d'un master en géographie",
            "Diplôme d'État d'infirmier exigé",
            "licence professionnelle ou master souhaité",
            "Diplôme d'ingénieur ou doctorat en informatique",
            "Vous avez votre CAP cuisine",
            "Diplôme exigé : DUT ou BTS",
        ),
        rejects=(
            "La personne interviendra en licence et en master",
            "Vous préparez un Master communication",
            "Former les doctorants, encadrer un stagiaire de M2",
            "merci de ne pas postuler avec un CAP AEPE",
            "dossiers soumis à la CAP, formation",
            "Diplôme d'Etat d'accompagnant éducatif ou titre apprécié",
            "certification Scrum Master",
            "Formation : BTS (Optionnel)",
            "CAP AEPE par la VAE possible, formation",
        ),
        rank=2,
        unless=rf"{_PREPARING}|{_NOT_ASKED}|(?:scrum|web|post) ?$",
        but=_ONLY_LIKED,
    ),
    Rule(
        id="education.named-opens",
        pattern=rf"(?:(?<![^\n])|(?<=[.:;][ ])|(?<=[-–—•*▪✔Ø][ ]))[ ]{{0,40}}(?:[-–—•*▪✔Ø][ ]{{1,6}})?(?P<v>{NAMED})(?=[ ]?(?:ou |en |de |d'|\(|,|;|:|\n|$|[a-z]))",
        cues=NAMED_CUES,
        read=named,
        lead=0,
        examples=(
            "Master 2 ou diplôme d'ingénieur en hydrologie",
            "DCG ou BTS comptabilité, avec 3 années en cabinet",
            "Exigences : doctorat en pharmacie",
        ),
        rejects=(
            "**Enseignement** : licence et master informatique",
            "Ingénieur d'études en charge du réseau",
        ),
        rank=2,
        unless=rf"{_PREPARING}|{_NOT_ASKED}",
        but=_ONLY_LIKED,
    ),
    Rule(
        id="education.studying",
        pattern=(
            rf"(?:etudiant<E>|(?:offre |proposition |sujet )?(?:de )?stage|prepar(?:ez|es|ant|er)|dernier[a-z]{{0,2}} annee|inscrite?s? en|formations?|eleve)\b"
            rf"(?:(?!apprecie)[^\n.;:]){{0,45}}?\b(?P<v>{NAMED}|{_PLUS})"
        ),
        cues=(
            "etudiant",
            "stage",
            "offre de stage",
            "proposition de stage",
            "prepare",
            "preparant",
            "derniere annee",
            "dernieres annees",
            "inscrit",
            "formation",
            "eleve",
        ),
        read=lambda match: _plus(match) if match["n"] else named(match),
        examples=(
            "Offre de stage M2",
            "Étudiant·e en M1 ou M2",
            "Vous préparez un diplôme de niveau bac+3 à bac+5",
            "Ce stage s'adresse aux formations de master 2",
        ),
        rejects=(
            "Encadrement d'un stagiaire",
            "Diplôme préparé : BTS Métiers de l'eau",
            "Vous encadrez un étudiant.",
        ),
        rank=1,
        unless=r"encadr|accueil|\bl'ecole\b|tutor",
    ),
)


def _least(said: Sequence[Candidate[Education]]) -> list[Candidate[Education]]:
    """A board's field before prose, a diploma asked before one that is being prepared; the least of them."""
    for floor in (_BOARD, _ASKED, 0):
        level = [c for c in said if c.rule.rank >= floor]
        if level:
            least = min(c.value.bac_years or 0 for c in level)
            return [c for c in level if c.value.bac_years == least]
    return []


def settle(reading: Reading) -> Finding:
    """The least of the diplomas among which the posting leaves the choice."""
    said = _least(reading.of("education"))
    parts = {
        name: single(Resolved(chosen=tuple(part(said, name)))) for name in ("bac_years", "level")
    }
    return assemble(Education, parts)


FIELD = Field("education", RULES, settle)
