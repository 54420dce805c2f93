"""Whether the post itself is permanent or temporary."""

from __future__ import annotations

from postings.fields.field import Field, Reading
from postings.resolve import Finding, resolve, single
from postings.rules import Rule

_ELSEWHERE = r"effectif|compte|equipe|gerer|gestion|encadr"

RULES: tuple[Rule[str], ...] = (
    Rule(
        id="contract_position.permanent",
        pattern=r"(?:emplois?|postes?|agents?) permanents?|vacances? d'emplois?(?! fonctionnel n)|vacance d'un emploi|emplois? vacants?|emploi fonctionnel",
        cues=("emploi", "poste", "vacance"),
        read=lambda match: "permanent",
        examples=(
            "Emploi permanent - vacance d'emploi",
            "Poste permanent à 80 %",
            "ouvrir les vacances d'emploi au recrutement",
        ),
        rejects=(
            "Création d'un emploi non permanent",
            "Permanence des soins",
            "Remplacement temporaire d'un agent sur emploi permanent",
        ),
        rank=2,
        unless=rf"{_ELSEWHERE}|remplac",
    ),
    Rule(
        id="contract_position.tenured-academic",
        pattern=r"(?:enseignant[-/ ]chercheur|chercheur) permanent",
        cues=("enseignant", "chercheur"),
        read=lambda match: "permanent",
        examples=("recrute un enseignant/chercheur permanent",),
        rejects=("les chercheurs permanents du laboratoire",),
        rank=1,
    ),
    Rule(
        id="contract_position.temporary",
        pattern=r"(?:emplois?|postes?) (?:temporaires?|non permanents?)|offre d'emploi temporaire",
        cues=("temporaire", "non permanent"),
        lead=17,
        read=lambda match: "temporaire",
        examples=("Type d'emploi : Emploi temporaire", "Création d'un emploi non permanent"),
        rejects=("Emploi permanent",),
        rank=2,
        unless=_ELSEWHERE,
    ),
    Rule(
        id="contract_position.temporary-need",
        pattern=(
            r"accroissement (?:temporaire|saisonnier)|contrats? de projet(?!s)|(?:contrats?(?: travail)?|cdd|emplois?) saisonniers?"
            r"|duree du contrat propose depend de la realisation du projet|pour la saison (?:d'ete|d'hiver|estivale|hivernale|20\d\d(?!-))"
        ),
        cues=(
            "accroissement",
            "cdd",
            "contrat",
            "emploi",
            "duree du contrat propose",
            "pour la saison",
        ),
        read=lambda match: "temporaire",
        examples=(
            "pour faire face à un accroissement temporaire d'activité",
            "Recrute en contrat de projet pour 3 ans",
        ),
        rejects=(
            "rédiger les contrats (saisonniers, contrats de projet)",
            "décret relatif au contrat de projet",
        ),
        rank=1,
        unless=rf"{_ELSEWHERE}|redig|relatif",
    ),
)


def settle(reading: Reading) -> Finding:
    """What is said of the post; the person's contract leaves it open."""
    return single(resolve(reading.of("contract_position")))


FIELD = Field("contract_position", RULES, settle, serves="contract.position")
