"""How a benefit is written, and what takes it back: a negation, or a duty towards others."""

from __future__ import annotations

from postings.rules import Rule

# Said right before: that there is none, or that it is a duty.
_REFUSED = (
    r"(?:\bpas (?:de|d'|eligible)|\bsans\b|\baucune?s?\b|\bni\b|\bnon\b|n'ouvre)[^,;:+(]{0,30}$"
    r"|(?:\bger(?:er|ez|e)\b|gestion|suivi\b|suivre|instru(?:ire|ction|ise)|calcul|traite[rz]|traitement des"
    r"|saisi[er]|controle[rz]?|commande[rz]?|distribue[rz]?|prepare[rz]?|organise[rz]|elabore|negoci|mettre en"
    r"|mise en place|dossiers?|demandes? (?:de|d')|accompagne[rz]|informe[rz]|conseille[rz]|oriente[rz]"
    r"|facilite[rz]?|entretien|entreteni[rz]|nettoye[rz]|laver|conduire|recherche de|secteur|domaine"
    r"|experience|connaissances?)\b[^\n:*+•·>]{0,45}$"
)


def benefit(
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
