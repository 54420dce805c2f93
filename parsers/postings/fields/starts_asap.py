"""Whether the post is to be filled at once."""

from __future__ import annotations

from postings.fields.field import Field, Reading
from postings.resolve import Finding, resolve, single
from postings.rules import Rule

_AT_ONCE = (
    r"(?:(?:des|aussitot) que (?:possible|disponible)|au plus (?:tot|vite)|immediatement|sans delai"
    r"|de suite|tout de suite|des maintenant|(?:au )?plus rapidement(?: possible)?|rapidement|immediate?|asap|des (?:la )?publication)"
)

RULES: tuple[Rule[bool], ...] = (
    Rule(
        id="starts_asap.to-be-filled",
        pattern=(
            r"(?:a pourvoir|a prendre|disponible|vacant|vacance|quand \?[*]{0,2}|disponibilite|recrute<E>|recherch[a-z]{1,4}|debut"
            r"|prise (?:de|en) (?:poste|fonctions?)|embauche|demarrage|mission|date d'embauche|entree en fonctions?)"
            rf"[^\n.;:]{{0,25}}?<SEP>(?P<v>{_AT_ONCE})\b"
        ),
        cues=(
            "a pourvoir",
            "a prendre",
            "disponib",
            "vacan",
            "quand ?",
            "recrute",
            "recherch",
            "debut",
            "prise",
            "embauche",
            "mission",
            "demarrage",
            "date d'embauche",
            "entree en",
        ),
        read=lambda match: True,
        examples=(
            "Poste à pourvoir dès que possible",
            "Poste à pourvoir le : Dès que possible",
            "Date prévisionnelle d'embauche : DES QUE POSSIBLE",
            "Postes à pourvoir immédiatement",
            "À prendre dès que possible.",
            "Vacance du poste : dès que possible",
            "**Quand ?** Dès que possible",
        ),
        rejects=(
            "Répondre dès que possible aux usagers",
            "Savoir quand alerter et répondre au plus vite",
            "Envoyer votre candidature au plus vite",
        ),
    ),
)


def settle(reading: Reading) -> Finding:
    """True where it is said, else unsaid."""
    return single(resolve(reading.of("starts_asap")))


FIELD = Field("starts_asap", RULES, settle)
