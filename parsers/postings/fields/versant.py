"""Which of the three public services a posting belongs to, judged by the words it uses.

The contract has no key for it: it decides between homonymous grades, and tells a public
posting from a private one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from postings.fields.field import Field, Reading
from postings.posting import Versant
from postings.resolve import Finding
from postings.rules import Match, Rule

_HEAD = 500  # characters: what stands there speaks of the employer itself
_HEAD_WEIGHT = 3


def _weighing(versant: Versant, weight: int) -> Callable[[Match], tuple[Versant, int]]:
    def read(match: Match) -> tuple[Versant, int]:
        return versant, weight * (_HEAD_WEIGHT if match.start() < _HEAD else 1)

    return read


RULES: tuple[Rule[tuple[Versant, int]], ...] = (
    Rule(
        id="versant.territorial-named",
        pattern=r"(?:fonction publique territoriale|fpt\b|emploi[- ]territorial|grade\(s\) recherche\(s\))",
        cues=("fonction publique t", "fpt", "emploi territorial", "emploi-territorial", "grade(s)"),
        read=_weighing("FPT", 5),
        examples=("Fonction publique territoriale", "Grade(s) recherché(s) : Rédacteur"),
        rejects=("l'emploi dans le territoire",),
    ),
    Rule(
        id="versant.territorial-employer",
        pattern=(
            r"(?:mairie|communes?\b|ville de\b|communaut(?:e|aire)s? (?:de commune|d'agglo|urbaine)"
            r"|metropole\b|conseil (?:departemental|regional|municipal|communautaire)"
            r"|collectivites? (?:territoriale|locale)|ccas\b|cias\b|sdis\b|syndicat (?:mixte|inter)"
            r"|centre de gestion|cnfpt\b|cnas\b|epci\b|(?<!hospitalier[ ])(?<!hopital[ ])intercommunal"
            r"|(?:(?<![^\n])|(?<=[^\n][ ])(?<=\n[ ]))departement d|region [a-z]|loi n° ?84-53"
            r"|(?:attache|redacteur|ingenieur|technicien|animateur|adjoint)s? territoria)"
        ),
        cues=(
            "mairie",
            "commun",
            "ville de",
            "metropole",
            "conseil",
            "collectivite",
            "ccas",
            "cias",
            "sdis",
            "syndicat",
            "centre de g",
            "cnfpt",
            "cnas",
            "epci",
            "intercommunal",
            "departement d",
            "region",
            "loi n",
            "attache",
            "redacteur",
            "ingenieur",
            "technicien",
            "animateur",
            "adjoint",
        ),
        read=_weighing("FPT", 2),
        examples=("La mairie recrute", "un technicien territorial", "DÉPARTEMENT DU CHER"),
        rejects=("un technicien de maintenance", "dans le département du Cher"),
    ),
    Rule(
        id="versant.territorial-article",
        pattern=r"332-(?:8|13|14)\b",
        cues=("332-8", "332-13", "332-14"),
        read=_weighing("FPT", 2),
        examples=("article L.332-8 2°",),
        rejects=("article L.332-2 2°",),
    ),
    Rule(
        id="versant.state-named",
        pattern=r"(?:fonction publique (?:de l')?(?:d')?etat|fpe\b)",
        cues=("fonction publique", "fpe"),
        read=_weighing("FPE", 5),
        examples=("Fonction publique de l'État",),
        rejects=("Fonction publique territoriale",),
    ),
    Rule(
        id="versant.state-employer",
        pattern=(
            r"(?:ministere|prefecture|rectorat|academie\b|universit(?:e|es)\b|crous\b|direction departementale"
            r"|ddtm?\b|dreal\b|cnrs\b|inserm\b|inrae\b|cour des comptes|administration centrale"
            r"|services? de l'etat|dgfip\b|secretariat general (?:du|pour)|tribunal|loi n° ?84-16|secretariat d'etat)"
        ),
        cues=(
            "ministere",
            "prefecture",
            "rectorat",
            "academie",
            "universite",
            "crous",
            "direction dep",
            "ddt",
            "dreal",
            "cnrs",
            "inserm",
            "inrae",
            "cour des",
            "administration c",
            "service de l",
            "services de l",
            "dgfip",
            "secretariat g",
            "secretariat d",
            "tribunal",
            "loi n",
        ),
        read=_weighing("FPE", 2),
        examples=("Préfecture du Cher", "Université de Lille"),
        rejects=("un esprit universitaire", "les services de la ville"),
    ),
    Rule(
        id="versant.state-article",
        pattern=r"332-[1-7]\b",
        cues=("332-1", "332-2", "332-3", "332-4", "332-5", "332-6", "332-7"),
        read=_weighing("FPE", 2),
        examples=("article L.332-2 2°",),
        rejects=("article L.332-23 1°",),
    ),
    Rule(
        id="versant.hospital-named",
        pattern=r"(?:fonction publique hospitaliere|fph\b)",
        cues=("fonction publique h", "fph"),
        read=_weighing("FPH", 5),
        examples=("Fonction publique hospitalière",),
        rejects=("Fonction publique territoriale",),
    ),
    Rule(
        id="versant.hospital-employer",
        pattern=(
            r"(?:centre hospitalier|ch d(?:e |')|chru?\b|chu\b|ghu?t?\b|hopita(?:l|ux)\b|ehpad\b|epsm\b"
            r"|groupement hospitalier|loi n° ?86-33|pole de psychiatrie|titre iv)"
        ),
        cues=(
            "centre h",
            "ch d",
            "chr",
            "chu",
            "gh",
            "hopita",
            "ehpad",
            "epsm",
            "groupement h",
            "loi n",
            "pole de p",
            "titre iv",
        ),
        read=_weighing("FPH", 2),
        examples=("CENTRE HOSPITALIER DES DEUX RIVES", "l'EHPAD recrute"),
        rejects=("un centre de loisirs",),
    ),
    Rule(
        id="versant.some-public-service",
        pattern=(
            r"(?:fonction publique|fonctionnaire|(?:voie|remuneration|position) statutaire|statutaires?\b"
            r"|agents? (?:titulaires?|contractuels?|publics?)|titulaires? (?:ou|et) (?:aux )?contractuel"
            r"|ouverte? aux contractuels|emploi contractuel|vacance d'emploi|cadres? d'emplois?"
            r"|(?:emploi|poste|cdd|contrat|agent|cadre)s? (?:contractuels? )?de cat(?:egorie|\.)"
            r"|(?:ouvert|accessible|propose|reserve)e?s? aux (?:seuls )?titulaires"
            r"|(?:cdd|cdi|contrat|agent|etablissement)s? de droit public"
            r"|titulaires? de categorie|grille indiciaire|traitement indiciaire|indice (?:brut|majore)|rifseep\b|cgfp\b)"
        ),
        cues=(
            "fonction",
            "voie stat",
            "remuneration stat",
            "position stat",
            "statutaire",
            "agent",
            "titulaire",
            "ouvert",
            "emploi",
            "vacance",
            "accessible",
            "propose",
            "reserve",
            "cdi",
            "etablissement de d",
            "cadre",
            "poste",
            "cdd",
            "contrat",
            "grille",
            "traitement",
            "indice",
            "rifseep",
            "cgfp",
        ),
        read=lambda match: ("FPT", 0),
        examples=(
            "Rémunération statutaire + RIFSEEP",
            "agents titulaires",
            "CDD de droit public de 20 mois",
            "Poste ouvert aux titulaires de catégorie A",
        ),
        rejects=("statut de cadre", "agent commercial", "master de droit public"),
    ),
)


def settle(reading: Reading) -> Finding:
    """The service that the words point to; nothing where they point to none or to two."""
    weights: Counter[Versant] = Counter(dict.fromkeys(("FPT", "FPE", "FPH"), 0))
    for candidate in reading.of("versant"):
        versant, weight = candidate.value
        weights[versant] += weight
    (best, most), (_, second) = weights.most_common(2)
    return Finding(best) if most and most >= 2 * second else Finding()


def is_public(reading: Reading) -> bool:
    """Tell whether a posting speaks of public service at all."""
    said = any(c.rule.id == "versant.some-public-service" for c in reading.of("versant"))
    return said or reading.value("versant") is not None


FIELD = Field("versant", RULES, settle, serves="grades")
