"""Where to apply online. It serves `apply_to`.

Only an address that the posting says to apply at, or that says itself that one applies there:
the employer's own site, the product's, a law's or an article's are not.
"""

from __future__ import annotations

import re

from postings.document import Span
from postings.fields.field import Field, Reading
from postings.patterns import pattern
from postings.resolve import Finding, without_overlaps
from postings.rules import Candidate, Rule

_CHARACTER = r"[^\s<>\"'|{}\[\])]"
_URL = rf"(?:https?://|www\.)[a-z0-9-]{{1,60}}(?:\.[a-z0-9-]{{1,60}}){{1,6}}+(?:[/?#:]{_CHARACTER}{{0,300}})?+"
_HOST = (
    r"[a-z0-9-]{2,60}(?:\.[a-z0-9-]{2,60}){0,4}\.(?:fr|com|org|eu|net)\b(?:/[^\s<>()\"]{0,120})?"
)
_SOCIAL = pattern(
    r"(?:https?://)?(?:www\.|[a-z]{2}-?[a-z]{0,2}\.)?"
    r"(?:facebook|twitter|x|instagram|youtube|tiktok|linkedin\.com/(?:company|school)|github|gitlab"
    r"|legifrance|service-public|doi|wikipedia)\b"
)
_APPLYING = (
    r"postul|candidat(?:ures?|er|ez)\b|deposer|depot (?:des|du|de)|s'inscri|inscription|envoyer (?:votre|vos|un|cv)"
    r"|adresse[rz] (?:votre|vos|un|cv)|apply|formulaire"
)

_CUES = (
    "postul", "candidat", "deposer", "depot", "s'inscri", "inscription", "envoye", "adresse",
    "apply", "formulaire",
)  # fmt: skip


def _address(match: re.Match[str]) -> str | None:
    """Read an address, without the mark that ends its sentence."""
    url = match["v"].rstrip(".,;:!?…*_)")
    return None if _SOCIAL.match(url) else url


RULES: tuple[Rule[str], ...] = (
    Rule(
        id="apply_urls.told",
        pattern=(
            rf"(?:{_APPLYING})(?:[^\n.{{@]|\.(?![ ]))"
            rf"{{0,120}}?(?:\n{{0,2}}[ ]{{0,20}})(?P<v>{_URL})"
        ),
        cues=_CUES,
        read=_address,
        examples=(
            "Postulez sur https://emploi.ville.example.fr/offre/12",
            "Dépôt des candidatures sur www.recrute.example.fr, référence 12",
            "Candidature en ligne : [le formulaire](https://forms.example.fr/abc)",
        ),
        rejects=(
            "Vous pouvez nous découvrir sur www.autocars.example.fr",
            "Postulez par mail. Suivez-nous : https://www.facebook.com/ville",
            "Postuler par mail à rh@example.fr",
            "La candidature suit la procédure du site. Pour plus d'informations : www.example.fr",
        ),
        rank=3,
    ),
    Rule(
        id="apply_urls.bare-host",
        pattern=(
            rf"(?:{_APPLYING})[^\n.;@]{{0,60}}? (?:sur|via|en ligne|site|a l'adresse|plateforme)"
            rf"[^\n.;@]{{0,30}}? (?P<v>{_HOST})"
        ),
        cues=_CUES,
        read=_address,
        examples=("Candidatures en ligne sur recrutement.ville.example.fr/offres",),
        rejects=("Postulez par mail à rh@ville.example.fr", "candidature sur 3 pages"),
        rank=2,
    ),
    Rule(
        id="apply_urls.for-applying",
        pattern=rf"(?P<v>{_URL})[^\n@]{{0,60}}?(?:pour|afin de) (?:postuler|candidater|deposer)",
        cues=("http", "www."),
        read=_address,
        examples=("Rendez-vous sur https://jobs.example.fr/42 pour postuler",),
        rejects=("https://www.example.fr pour en savoir plus",),
        rank=2,
    ),
    Rule(
        id="apply_urls.names-itself",
        pattern=(
            r"(?P<v>https?://(?:[a-z0-9-]{0,40}(?:recrut|career|carriere|candidat|jobs|emploi)[a-z0-9-]{0,40}"
            r"|[a-z0-9-]{1,60})(?:\.[a-z0-9-]{1,60}){1,6}+/[^\s<>\"'|{}\[\])]{0,200}?"
            r"(?:/apply|#/apply|postuler|candidat|jobs?/|careers?/|vacanc|/offres?[/-])"
            rf"{_CHARACTER}{{0,200}}+)"
        ),
        cues=("http",),
        read=_address,
        examples=(
            "https://app.example.com/p/#/apply/job/81wk/agent",
            "https://recrutement.example.fr/jobs/acheteur-f-h?o=et",
        ),
        rejects=(
            "https://www.example.fr/particuliers/vosdroits",
            "https://doc.example.net/recrutements.html",
            "https://beta.example.fr/startups/emploi.html",
        ),
        rank=1,
        unless=r"savoir plus|decouvr|retrouve|consulte[rz]|toutes nos offres|externalurl|metier de ref",
    ),
)  # fmt: skip


_REST = pattern(r"-[ ]?\n[ ]{0,40}(?P<rest>[a-z0-9][^\s<>()]{2,200})")


def settle(reading: Reading) -> Finding:
    """Each address once, as written, in order of text."""
    named: dict[str, list[Candidate[str]]] = {}
    kept = without_overlaps(reading.of("apply_urls"), cores=True)
    for candidate in sorted(kept, key=lambda c: c.core.start):
        written = _as_written(reading.document.text, candidate)
        named.setdefault(written.value, []).append(written)
    return Finding(tuple(named), {str(i): c for i, c in enumerate(named.values())})


def _as_written(text: str, candidate: Candidate[str]) -> Candidate[str]:
    """Give an address in the letters of the text, the part after a line's last hyphen too."""
    start = candidate.core.start
    end = start + len(candidate.value)
    rest = _REST.match(text, end - 1)
    if rest:
        end = start + len(text[start : rest.end()].rstrip(".,;:"))
    span = Span(start, end)
    value = "".join(text[start:end].split())
    return Candidate(value, span, span, candidate.rule)


FIELD = Field("apply_urls", RULES, settle, serves="apply_to.urls")
