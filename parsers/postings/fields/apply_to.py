"""Where to send an application: e-mail addresses, online, by letter."""

from __future__ import annotations

from postings.fields.assembly import assemble
from postings.fields.field import Field, Reading
from postings.patterns import pattern
from postings.posting import ApplyTo
from postings.resolve import Finding
from postings.rules import Candidate

# Words for applying, and for asking: of an address, those that come last before it decide.
_WORDS = pattern(
    r"\b(?:(?P<applying>candidat(?:ures?|er|ez|e)\b|postul|cv\b|c\.v|lettres? de motivation|lm\b"
    r"|dossiers?(?: (?:de|complet|a )|,)|envoy|adress(?:er|ez|ees?)\b|transm(?:et|is)|parvenir|depos"
    r"|inscri|apply|applications?\b|send\b|interessee?(?:\(e\))?s?\b|rejoindre|ecri(?:re|s|vez)"
    r"|repondre|racont)"
    r"|(?P<asking>renseignement|rens\b|informations?\b|infos?\b|questions?\b|savoir plus|interlocut"
    r"|echang\w{1,3}(?: avant de (?:candidater|postuler))?|avant de (?:candidater|postuler)|encadr"
    r"|directeurs? de these|signaler|sur le poste)"
    r"|(?P<contact>qui contacter|contacts?(?![a-z])))"
)
# A mailbox that says what it is for.
_FOR_APPLICATIONS = pattern(r"candidat|recrut|postul|\bjobs?\b|emplois?\b|talents?\b|hiring")
# From one address to the next that is told with it: "a@lab.fr et b@lab.fr", "copie à".
_BESIDE = pattern(
    r"[\s,;/()\[\]<>*]{0,12}(?:(?:et|ou|and|(?:avec )?copie|cc)? ?(?:a|:)? ?)?[\s(\[]{0,4}(?:mailto:)?"
)
_REACH = 260
_LIST_ITEM = 110


def _last_words(before: str) -> dict[str, int]:
    """Return where the last word of each kind ends, of those before an address; -1 for none."""
    last = {"applying": -1, "asking": -1, "contact": -1}
    for match in _WORDS.finditer(before):
        last[match.lastgroup or ""] = match.end()
    return last


def _is_told(folded: str, candidate: Candidate[str], floor: int) -> bool:
    """Tell whether the words before an address tell to apply there, rather than to ask."""
    at = candidate.span.start
    before = folded[max(0, at - _REACH) : at]
    last = _last_words(before)
    applying = last["applying"]
    if _FOR_APPLICATIONS.search(candidate.value.lower().partition("@")[0]):
        return last["asking"] <= max(applying, 0)
    if applying <= max(last["asking"], last["contact"]):
        return False
    # Of words about the address before, on another line, this one is not told.
    return applying >= floor - (at - len(before)) or "\n" not in before[applying:]


def _is_for_asking(words: str) -> bool:
    last = _last_words(words)
    return max(last["asking"], last["contact"]) >= 0


def _is_listed(folded: str, start: int, end: int) -> bool:
    """Tell whether one address follows another in a list: a@lab.fr, b@lab.fr, or line by line."""
    between = folded[start:end]
    if _BESIDE.fullmatch(between):
        return True
    words = " ".join(between.split())
    item = "\n" in between and "\n\n\n" not in between and len(words) < _LIST_ITEM
    return item and not _is_for_asking(words) and ". " not in words


def _to_apply(reading: Reading) -> list[Candidate[str]]:
    """Return the addresses that one is told to apply to."""
    folded = reading.document.folded
    found: list[Candidate[str]] = list(reading.value("emails") or ())
    chosen: list[Candidate[str]] = []
    floor = 0
    for candidate in found:
        follows = bool(chosen) and chosen[-1].span.end == floor
        listed = follows and _is_listed(folded, floor, candidate.span.start)
        if listed or _is_told(folded, candidate, floor):
            chosen.append(candidate)
        floor = candidate.span.end
    if not chosen and len({candidate.value.lower() for candidate in found}) == 1:
        return [c for c in found if _is_only_way(folded, c)]
    return chosen


_BY_MAIL = pattern(
    r"(?:candidatures?|\bcv\b|envoy|adress|transm|postul|parvenir|contacter)[^\n]{0,100}?"
    r"par (?:(?:e-?)?mail\b|mel\b|courriel|messagerie|voie electronique|courrier electronique)"
)
_SENT = pattern(
    r"(?:envoy|adress|transm|parvenir|lettre)[^\n]{0,80}(?:candidature|\bcv\b)"
    r"|(?:candidatures?|\bcv\b)[^\n]{0,80}(?:envoy|adress|transm|parvenir|a l'attention)"
)


def _is_only_way(folded: str, candidate: Candidate[str]) -> bool:
    """Tell whether a posting's one address is where the applications that it asks for go."""
    if _BY_MAIL.search(folded):
        return True
    before = folded[max(0, candidate.span.start - _REACH) : candidate.span.start]
    return not _is_for_asking(before) and _SENT.search(folded) is not None


def _emails(reading: Reading) -> Finding:
    """Each address once, in order of text."""
    named: dict[str, list[Candidate[str]]] = {}
    for candidate in _to_apply(reading):
        named.setdefault(candidate.value.lower(), []).append(candidate)
    values = tuple(same[0].value for same in named.values())
    return Finding(values, {str(i): same for i, same in enumerate(named.values())})


def settle(reading: Reading) -> Finding:
    """Assemble the three ways of applying."""
    parts = {
        "emails": _emails(reading),
        "urls": reading.found["apply_urls"],
        "postal_address": reading.found["postal_address"],
    }
    return assemble(ApplyTo, parts)


FIELD = Field("apply_to", (), settle)
