"""Indices bruts and indices majorés, as stated."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from postings.fields.field import Field, Reading
from postings.fields.pay_day import pay_day
from postings.posting import Indices
from postings.resolve import Finding, without_overlaps
from postings.rules import Candidate, Match, Rule

_BRUT = r"(?:indices? bruts?|\bi\.?b\.?(?![a-z]))"
_MAJORE = r"(?:indices? (?:nouveaux? )?majores?|\bi\.?n?\.?m\.?(?![a-z]))"
# Neither brut nor majoré: which one, the figures must tell.
_BARE = r"indices?(?: (?:de (?:remuneration|traitement|reference|paie|depart)|plancher))?"
_INDEX = r"(?<![\d,.])(?:[2-9]\d\d|1[0-3]\d\d)(?!\d|[,.]\d| ?(?:€|euros?|h\b|m2|k))"
_BOUND = r"(?:minimum|minimal|maximum|maximal|mini|maxi|min\.?|max\.?)"
# Limits that the law sets, and other people's indices.
_NOT_THIS_POST = r"terminal|excede|plafond|au moins egal|refonte|superieure? a"


# Branches of the private sector have indices of their own.
_OF_A_BRANCH = (
    r"convention collective|\bccn|\bcc ?(?:51|65|66)\b|eclat\b|syntec|coefficient|alisfa|\bbranche"
)


class IndexRange(Struct, frozen=True):
    """Stated indices of a scale (`ib`, `im`, `""` if unsaid); an end that is not stated is None."""

    scale: str
    low: int | None
    high: int | None


def _pattern(name: str) -> str:
    return (
        rf"(?P<bound>(?:au |a partir de )?(?:{_BOUND}[ ]?:?[ ]?(?:de )?)?(?:l')?{name}(?:[ ]{_BOUND})?)"
        r"(?:[ ]?(?:=|n°|-|(?:compris |allant )?(?:entre|de))[ ]?|<COLON>)(?:l')?"
        rf"(?P<v>(?P<low>{_INDEX})"
        rf"(?:[ ]?(?:-|/|a|au|et|jusqu'a)[ ]?(?:l')?(?:{name})?[ ]?(?P<high>{_INDEX}))?)"
        rf"(?P<after>[ ](?:au )?{_BOUND}\b)?"
    )


def _range(scale: str, match: Match) -> IndexRange | None:
    low = int(match["low"])
    if match["high"]:
        high = int(match["high"])
        return IndexRange(scale, low, high) if high >= low else None
    bound = match["bound"] + (match["after"] or "")
    if "min" in bound or "partir" in bound:
        return IndexRange(scale, low, None)
    return IndexRange(scale, None if "max" in bound else low, low)


RULES: tuple[Rule[IndexRange], ...] = (
    Rule(
        id="indices.brut",
        pattern=_pattern(_BRUT),
        cues=("indice brut", "indices brut", "ib ", "ib:", "i.b"),
        lead=24,
        read=lambda match: _range("ib", match),
        examples=(
            "au minimum indice brut 444 et au maximum indice brut 821",
            "Grille indiciaire : IB 389 à 665 selon ancienneté",
            "IB 401 à IB 638",
        ),
        rejects=(
            "un corps dont l'indice brut terminal est au moins égal à 966",
            "le traitement ne peut excéder celui de l'emploi (IB 1027)",
            "bibliothèque de 450 places",
        ),
        unless=_NOT_THIS_POST,
    ),
    Rule(
        id="indices.majore",
        pattern=_pattern(_MAJORE),
        cues=("indice majore", "indices majore", "indice nouveau", "im ", "im:", "i.m", "inm "),
        lead=24,
        read=lambda match: _range("im", match),
        examples=(
            "Indice majoré minimum : 366",
            "entre IM 343 et IM 503 selon ancienneté",
            "Indice majoré 366 minimum",
            "1 801,74 € brut mensuel (IM 366)",
        ),
        rejects=("im 2026", "indice majoré revalorisé de 5 points"),
        unless=_NOT_THIS_POST,
    ),
    Rule(
        id="indices.majore-beside-brut",
        pattern=(
            rf"(?P<bound>(?<=\d)[ ]?[,/(-][ ]?majoree?s?(?:[ ]?:|[ ]de)?[ ]?)(?P<v>(?P<low>{_INDEX}))"
            rf"(?:[ ]?(?:-|/|a|au|et)[ ]?(?P<high>{_INDEX}))?(?P<after>)"
        ),
        cues=("majore",),
        lead=4,
        read=lambda match: _range("im", match),
        examples=(
            "indice brut 372, majoré 343",
            "sur la base de l'indice brut 372, majorée de 343 de la fonction publique",
        ),
        rejects=("prime de 250, majorée de 300 euros", "indice brut 372, majoré de 10 %"),
        needs=_BRUT,
        reach=40,
    ),
    Rule(
        id="indices.bare",
        pattern=_pattern(_BARE),
        cues=("indice",),
        lead=24,
        read=lambda match: _range("", match),
        examples=(
            "Rémunération : indice 395",
            "Traitement indiciaire : indices 444 à 821",
            "rémunération sur la base de l'indice 412",
        ),
        rejects=(
            "indice brut 444",
            "la construction suit l'indice 412 de l'INSEE",
            "l'indice de masse corporelle 250",
            "rémunération : indice terminal 821",
            "Rémunération : indice 412 de la convention collective ÉCLAT",
            "CCN 66, rémunération à l'indice 434",
        ),
        needs=r"remuner|traitement|salaire|echelon|grille|paie\b",
        reach=120,
        unless=rf"{_NOT_THIS_POST}|construction|prix|loyer|insee|{_OF_A_BRANCH}",
        but=rf"^[^.\n]{{0,30}}(?:insee|prix|construction|loyer)|^[^\n]{{0,80}}(?:{_OF_A_BRANCH})",
    ),
)


def _ends(candidates: Sequence[Candidate[IndexRange]]) -> tuple[int | None, int | None]:
    lows = [c.value.low for c in candidates if c.value.low is not None]
    highs = [c.value.high for c in candidates if c.value.high is not None]
    return min(lows, default=None), max(highs, default=None)


def settle(reading: Reading) -> Finding:
    """Lowest and highest index of each scale, over all that are stated."""
    kept = without_overlaps(reading.of("indices"), cores=True)
    named = [c for c in kept if c.value.scale]
    return _of_scales(named) if named else _of_unnamed(reading, kept)


def _of_scales(kept: Sequence[Candidate[IndexRange]]) -> Finding:
    ends: dict[str, int] = {}
    evidence: dict[str, list[Candidate[IndexRange]]] = {}
    for scale in ("ib", "im"):
        of_scale = [c for c in kept if c.value.scale == scale]
        for name, value in zip(("min", "max"), _ends(of_scale), strict=True):
            if value is not None:
                ends[f"{scale}_{name}"] = value
                evidence[f"{scale}_{name}"] = [
                    c for c in of_scale if value in (c.value.low, c.value.high)
                ]
    return Finding(Indices(**ends), evidence) if ends else Finding()


def _of_unnamed(reading: Reading, bare: Sequence[Candidate[IndexRange]]) -> Finding:
    """Indices called neither brut nor majoré: of the scale that they can be of, if only one."""
    if not bare:
        return Finding()
    from postings.pay.plausible_scale import plausible_scales

    stated = [end for c in bare for end in (c.value.low, c.value.high) if end is not None]
    scales = plausible_scales(stated, reading.value("grades") or (), pay_day(reading))
    meant = [[c.meaning(replace(c.value, scale=scale)) for c in bare] for scale in scales]
    if len(meant) == 1:
        return _of_scales(meant[0])
    rivals = [c.meaning(_of_scales(one).value) for one in meant for c in one[:1]]
    return Finding(ambiguous={"": rivals}) if rivals else Finding()


FIELD = Field("indices", RULES, settle, serves="salary.indices")
