"""Points of nouvelle bonification indiciaire."""

from __future__ import annotations

from decimal import Decimal

from postings.amounts import read_number
from postings.fields.field import Field, Reading
from postings.resolve import Finding, resolve, single
from postings.rules import Rule

_NBI = r"(?:\bn\.?b\.?i\b|nouvelles? bonifications? indiciaires?)"
_POINTS = r"(?P<v>(?<![\d,.])\d{1,3})[ ]?(?:points?|pts?)\b"

RULES: tuple[Rule[Decimal], ...] = (
    Rule(
        id="nbi.none",
        pattern=(
            rf"(?:n'ouvre(?:nt)?(?: pas| aucun)(?: droit)?|(?:non|pas) eligible|\bpas|\bsans|aucune?|n'est pas eligible)"
            rf"[^\n.;]{{0,20}}?(?:a (?:la |une )?|de |d'une )?(?P<v>{_NBI})"
        ),
        cues=(
            "n'ouvre",
            "non eligible",
            "pas eligible",
            "pas",
            "sans",
            "aucun",
            "n'est pas eligible",
        ),
        read=lambda match: Decimal(0),
        examples=(
            "Ce poste n'ouvre pas droit à la NBI",
            "n'ouvre pas droit à NBI",
            "Pas de NBI.",
            "sans NBI",
        ),
        rejects=("Ce poste ouvre droit à la NBI", "NBI selon conditions, pas de télétravail"),
        rank=3,
    ),
    Rule(
        id="nbi.none-after",
        pattern=rf"{_NBI}[.]?(?:[ ]?[=-][ ]?|<COLON>)(?P<v>non\b|neant|aucune|sans objet|0 points?)",
        cues=("nbi", "n.b.i", "nouvelle bonif"),
        read=lambda match: Decimal(0),
        examples=("NBI : non", "N.B.I. : néant"),
        rejects=("NBI : 25 points", "NBI possible selon affectation"),
        rank=3,
    ),
    Rule(
        id="nbi.points-after",
        pattern=rf"{_NBI}[^\n.;\d+]{{0,40}}?<COLON>{_POINTS}",
        cues=("nbi", "n.b.i", "nouvelle bonif"),
        read=lambda match: read_number(match["v"]),
        examples=(
            "NBI : 13 points",
            "NBI (35 points)",
            "Poste éligible à la NBI : 10 points",
            "NBI 30 pts",
        ),
        rejects=("NBI selon fonctions + CTI (49 points)", "NBI possible selon affectation"),
        rank=2,
    ),
    Rule(
        id="nbi.points-before",
        pattern=rf"{_POINTS}[ ](?:de |d'une |au titre de la |en )?(?:la )?{_NBI}",
        cues=("nbi", "n.b.i", "nouvelle bonif"),
        lead=40,
        read=lambda match: read_number(match["v"]),
        examples=("Poste ouvrant droit à 25 points de NBI",),
        rejects=("CTI de 49 points d'indice, NBI",),
        rank=2,
    ),
)


def settle(reading: Reading) -> Finding:
    """The points stated; no points where the posting says that there is none."""
    return single(resolve(reading.of("nbi")))


FIELD = Field("nbi", RULES, settle, serves="salary.nbi_points")
