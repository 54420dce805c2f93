"""Where a letter of application is sent: the addressee and the address. It serves `apply_to`."""

from __future__ import annotations

import re

from postings.document import Span
from postings.fields.field import Field, Reading
from postings.patterns import pattern
from postings.resolve import Finding, preference
from postings.rules import Candidate, Rule

_OFFICE = (
    r"(?:maire|president|presidente|directeur|directrice|prefet|prefete|recteur|rectrice|chef|cheffe"
    r"|responsable|proviseur|principal|principale|doyen|doyenne|colonel|commandant|secretaire|drh|gerant"
    r"|gerante|delegue|deleguee|inspecteur|inspectrice)"
)
_ADDRESSEE = rf"(?:monsieur|madame|m\.|mr\.?|mme|messieurs) (?:le |la |l')?(?:la )?{_OFFICE}\b"
_CODE = r"(?<![\d.,])(?:0[1-9]|[1-8]\d|9[0-8])[ ]?\d{3}(?!\d)"
# A département alone, where the code is cut short: no number of a street.
_COUNTY = (
    r"\d\d(?=[ ])(?![ ,]{1,2}(?:bis|ter|rue|avenue|av|place|pl|bd|boulevard|quai|allees?|chemin|cours"
    r"|impasse|route|square|esplanade|passage|voie|promenade|grand|faubourg|lotissement)\b)"
)
_TOWN = (
    r"[ ]?[-–]?[ ]?\n?[ ]{0,40}[a-z][\w'-]{1,30}(?:[ -](?!(?:avant|ou|par|pour|merci|tel|et|jusqu|dans"
    r"|avec|sous|mail|infos?|rens|au plus|date|poste)\b)[a-z0-9][\w'-]{0,30}){0,6}"
)
_SENT = (
    r"adress|envoye|envoi|transmet|transmis|courrier|candidat|parvenir|depos|ecrire|attention d"
    r"|\bcv\b|lettre|postul"
)
# A sentence, a date, a duty: no part of an address.
_NO_ADDRESS = pattern(
    r"[a-z]{4}\. [a-z]{2}(?![a-z]?\.)|entretien|jury|titulaire|contrat|salaire|recrut(?:e|ent)\b|vous\b"
    r"|\d{1,2} (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)"
    r" 20\d\d|date limite|\btel\b|avant le|jusqu'"
)


def _block(match: re.Match[str]) -> str | None:
    """Read an address, unless a sentence runs through it."""
    words = match["v"]
    if words.count("\n") > 7 or ":" in words:
        return None
    return None if _NO_ADDRESS.search(words.replace("\n", " ")) else words


RULES: tuple[Rule[str], ...] = (
    Rule(
        id="postal_address.addressee",
        pattern=rf"(?P<v>{_ADDRESSEE}[^@;?!]{{1,220}}?(?:{_CODE}|(?<=,[ ]){_COUNTY}){_TOWN})",
        cues=("monsieur", "madame", "m.", "mr", "mme", "messieurs"),
        read=_block,
        examples=(
            "Candidature à adresser à Monsieur le Maire, Hôtel de ville, 1 place du Marché, 78470 Ville",
            "CV et lettre à l'attention de :\nMadame la Présidente\nDirection des ressources humaines\n"
            "BP 12\n78012 GRANDVILLE CEDEX",
            "Adresser à M. le Président, 12 rue Haute, BP 12, 49120 CHEMILLE",
            "Adresser à M. le Directeur - Centre hospitalier - 3 rue Haute - 78300 VILLE",
        ),
        rejects=(
            "Envoyer à M. le Maire avant le 3 mars 2026. Poste basé à 78470 Ville",
            "Article 4 : Monsieur le Directeur général est chargé de l'exécution.",
            "à l'attention de Madame la Présidente",
        ),
        rank=3,
        needs=_SENT,
        reach=300,
    ),
    Rule(
        id="postal_address.sent-to",
        pattern=(
            r"(?:envoye[rz]|adresse[rz]|adressee?s?|par courrier|candidatures?|depose[rz]|postuler)"
            r"(?:[^\n.;@:]{0,60}+: ?|(?: par courrier)? a (?:l'adresse suivante[ :]{0,3})?)"
            rf"(?P<v>[a-z][^@;?!:]{{3,160}}?{_CODE}{_TOWN})"
        ),
        cues=(
            "envoye",
            "adresse",
            "par courrier",
            "candidature",
            "depose",
            "postuler",
        ),
        read=_block,
        examples=(
            "Envoyer CV : Martin construction, ZA du Port 78640 VILLEPORT",
            "Candidature à adresser à : Service du personnel, 2 rue Basse, 78100 Ville",
        ),
        rejects=(
            "Candidature à adresser à : Mairie, rh@example.fr",
            "Envoyer CV. Lieu de travail : 2 rue Basse, 78100 Ville",
        ),
        rank=2,
        unless=r"lieu de travail|lieu d'exercice|situee? ",
    ),
    Rule(
        id="postal_address.or-by-post",
        pattern=rf"ou (?:par courrier ?)?(?:a )?(?:: ?)?(?P<v>[a-z][^@\n;?!:]{{2,120}}?{_CODE}{_TOWN})",
        cues=("ou",),
        read=_block,
        examples=(
            "CV à sports@ville.example.fr ou Mairie, BP 3, 17300 Portville cedex",
            "Candidature : rh@example.fr ou par courrier : CC du Val, 42 rue Haute, 26150 Die",
        ),
        rejects=(
            "basé à Die ou au siège, 42 rue Haute, 26150 Die",
            "rh@example.fr ou 01 99 00 62 15",
        ),
        rank=1,
        needs="@",
        reach=48,
    ),
)

# What follows a town in the same sentence is no part of its name.
_BEYOND = pattern(
    r"[ ](?:ou|avant|par|pour|et|à|jusqu|au|Tél|tél|TEL|mail|Mail|dans|en précisant|sous|Merci|Rens)\b"
    r"|[ ][-–—][ ]?$|(?<=[a-zà-ÿ]{3})\.[ ]|\.$"
)
_CODE_AND_TOWN = pattern(rf"(?:{_CODE}|,[ ]{_COUNTY})[ \n>–-]*(?=[A-Za-zÀ-ÿ])")


def _as_written(text: str, candidate: Candidate[str]) -> Candidate[str]:
    """Cut what runs on after the town, on its line, and fold white space."""
    start, end = candidate.core.start, candidate.core.end
    code = _CODE_AND_TOWN.search(text, start, end)
    town = code.end() if code else start
    line = text.find("\n", town, end)
    end = line if line >= 0 else end
    beyond = _BEYOND.search(text, town, end)
    end = beyond.start() if beyond else end
    cedex = re.match(r"[ ]+cedex(?:[ ]\d{1,2})?\b", text[end : end + 12], re.IGNORECASE)
    span = Span(start, end + (cedex.end() if cedex else 0))
    words = " ".join(re.sub(r"\n[> ]*", " ", text[span.start : span.end]).split()).strip(" ,-–")
    return Candidate(words, span, span, candidate.rule)


def settle(reading: Reading) -> Finding:
    """The first address of the surest kind."""
    text = reading.document.text
    found = sorted(reading.of("postal_address"), key=lambda c: (preference(c)[0], c.span.start))
    if not found:
        return Finding()
    chosen = _as_written(text, found[0])
    return Finding(chosen.value, {"": [chosen]})


FIELD = Field("postal_address", RULES, settle, serves="apply_to.postal_address")
