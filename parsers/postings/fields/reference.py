"""The offer's own number, or that of the act that opens the post."""

from __future__ import annotations

import re

from msgspec.structs import replace

from postings.fields.field import Field, Reading
from postings.resolve import Finding, resolve, single
from postings.rules import Candidate, Rule

# A number in a reference: letters, digits and what joins them, a digit or an underscore somewhere.
_CODE = r"(?P<v>(?=[^\n ]{0,24}[\d_])[a-z0-9][\w./-]{1,34}[\w])"
# The same after a label that can be nothing else; a second short word may belong to it.
_WORD = r"(?P<v>[a-z0-9][\w./-]{1,38}\w(?:[ ]_?[\w-]{1,16}(?=[ ]{0,9}(?:\n|$))|(?=[^\w])|$))"
_NUMBER = r"[ ]?(?:n[°o.]{1,2}|numero)[ ]?[:.]?[ ]{0,3}"


def _code(match: re.Match[str]) -> str | None:
    """Refuse what is a nomenclature (4.2.5), a date or a phone number."""
    value = match["v"].strip(" .-/")
    if re.fullmatch(r"\d(?:\.\d{1,2}){1,3}|\d\d?[/.]\d\d?[/.]\d{2,4}|0\d(?:[ .]?\d\d){4}", value):
        return None
    return value if re.search(r"[\d_]|-.{1,20}-", value) else None


RULES: tuple[Rule[str], ...] = (
    Rule(
        id="reference.heading",
        pattern=(
            r"(?:ref(?:\.|erence)? ?(?:de l'offre|de l'annonce|du poste)?[ ]?[:|]?[ ]{0,4}"
            rf"|n°[ ]{{0,2}}(?=[^\n ]{{0,12}}\d{{3}})(?=[^\n ]{{1,20}}[-/_])){_CODE}"
        ),
        cues=(),
        read=_code,
        examples=(
            "Chef de projet\nRéf. 2024-118203",
            "RÉGION X                Réf. BAT-26-0032",
            "AVIS DE VACANCE DE POSTE\nN° 2026-014 – diffusé le 9 mars 2026",
        ),
        rejects=(
            "Décision n° 2026-307\nRéf. : 4.2.5",
            "Références 2025",
            "N° FINESS 150 000 999",
            "Récépissé\nN° 12-14 rue Haute",
        ),
        rank=5,
    ),
    Rule(
        id="reference.parenthesis",
        pattern=(
            r"\(ref(?:\."
            r"|erence)?[ ]?:?[ ]{0,3}(?P<v>[a-z0-9]{2,16}(?:[-_/][a-z0-9]{1,16}){1,4})\)"
        ),
        cues=("(ref",),
        read=lambda m: m["v"],
        examples=("ou à cabinet@exemple.fr (réf. DST-VLB)",),
        rejects=("(réf. catalogue)", "(référence : agents de l'État)"),
        rank=4,
    ),
    Rule(
        id="reference.label",
        pattern=(
            r"\bref(?:\.|erence)?s?(?: (?:de |du |de l'|a rappeler )?"
            r"(?:l'offre|offre|annonce|l'annonce|poste|dossier|candidature)"
            rf"(?: france travail| pole emploi)?)?[ ]?(?:{_NUMBER})?(?:<COLON>|[ ]?[#-]?)[ ]{{0,8}}{_CODE}"
        ),
        cues=("ref.", "ref ", "ref:", "reference"),
        read=_code,
        examples=(
            "Réf. 2024-118203",
            "Référence : TER-26-014",
            "Référence de l'offre : 2026/118",
            "Réf. offre France Travail : 203BCDF",
            "Ref : C12O34567",
        ),
        rejects=(
            "Réf. : 4.2.5",
            "Réf. nomenclature : 4.1.8",
            "par référence à l'indice brut 412",
            "un référentiel 2024",
            "Références bibliographiques",
        ),
        rank=4,
        unless=r"nomenclature|indice|metier de$|\bvu\b|\bapi\b|circulaire|loi\b",
    ),
    Rule(
        id="reference.recall",
        pattern=(
            r"(?:sous|rappel\w{0,4}|indiqu\w{0,4}|precis\w{0,4}|mentionn\w{0,4}|objet)"
            r"(?: (?:imperativement|obligatoirement|bien|en objet))?(?: que)?"
            rf" (?:la|le|cette) ref(?:\.|erence)?s?(?: suivante)?<COLON>[ ]{{0,4}}{_WORD}"
        ),
        cues=("sous ", "rappel", "indiqu", "precis", "mentionn", "objet"),
        read=lambda m: (
            m["v"].strip(" .-/") if re.search(r"[\d_-]", m["v"]) and m["v"][:3] != "ci-" else None
        ),
        examples=(
            "En rappelant la référence : SNUM-DT-IngRES",
            "CV et lettre à adresser sous la référence AB_CHEF_PROJ",
            "à recrutement@exemple.fr sous la ref 014 BREST",
        ),
        rejects=(
            "en rappelant la référence, avant le 9 mars 2026",
            "à Monsieur le Président, sous la référence ci-dessus :",
        ),
        rank=4,
    ),
    Rule(
        id="reference.offer",
        pattern=(
            r"\b(?:offre|annonce|fiche(?: de poste)?|poste|appel a candidatures?|concours"
            r"|vacance)(?: d'emploi| de poste)?(?: \(?(?:ref)\.?)?"
            rf"{_NUMBER}{_CODE}"
        ),
        cues=("offre", "annonce", "fiche", "poste", "appel a candidature"),
        read=_code,
        examples=(
            "offre n° 189ABCD",
            "Offre n° O044260302000417",
            "Fiche n°07/31",
            "APPEL À CANDIDATURES N° 2026/41",
        ),
        rejects=(
            "Vu la déclaration de vacance n° V044260200118842001",
            "votre numéro de poste",
            "offre n° de téléphone 02 40 00 00 00",
        ),
        rank=4,
        unless=r"\bvu\b|decret|\bloi\b",
    ),
    Rule(
        id="reference.offer-id",
        pattern=(
            rf"\b(?:id|identifiant|numero) (?:de )?(?:l')?(?:offre"
            rf"|annonce)<COLON>[ ]{{0,8}}{_CODE}"
        ),
        cues=("id de", "identifiant", "numero"),
        read=_code,
        examples=("ID de l'offre : 2026-3310", "Numéro de l'offre 44-1207"),
        rejects=("Numéro d'offre sur demande",),
        rank=4,
    ),
    Rule(
        id="reference.bare-offer",
        pattern=(
            r"(?:(?<=\()|(?<![^\n])|(?<=[ ]{3}))offre[ ]{1,2}"
            r"(?P<v>(?=[^\n ]{0,20}\d)[a-z0-9]{2,10}[/-][\w/-]{2,24})"
        ),
        cues=("offre ",),
        read=_code,
        examples=("Offre 2026-PORT-22", "Les candidatures sur le portail (offre 2025-3310022)"),
        rejects=("Nous vous offrons 2 jours de télétravail", "une offre 2-en-1"),
        rank=3,
    ),
    Rule(
        id="reference.act",
        pattern=(
            r"(?:decision|deliberation|arrete)(?: du president| du maire| du conseil)?"
            rf"{_NUMBER}{_CODE}(?![^\n]{{0,3}} (?:du|en date)\b)"
        ),
        cues=("decision", "deliberation", "arrete"),
        read=lambda m: None if _cited(m) else _code(m),
        examples=(
            "Décision n°2026-307",
            "Délibération n° 2025-11-08",
            "Séance du 12 décembre 2019 – Délibération n° 2019-12-087",
        ),
        rejects=(
            "Vu la délibération n°2021-15 du 9 mars 2021",
            "par délibération n° 2023-04-12 du 5 avril 2023",
            "Vu l'arrêté n°2024-88 du 2 mai 2024",
            "en application de la décision n° 2019-4",
        ),
        rank=2,
    ),
    Rule(
        id="reference.act-number",
        pattern=r"\b(?P<v>(?:d|del|delib|dec|dcm)([-_])20\d\d\2\d{1,4})\b",
        cues=("d_20", "d-20", "del_", "del-", "delib_", "delib-", "dec_", "dec-", "dcm_", "dcm-"),
        read=lambda m: m["v"],
        examples=("D_2025_77  OBJET : CRÉATION D'UN EMPLOI PERMANENT", "DCM-2025-077"),
        rejects=("le fichier d_final_2", "déc-2025", "DEL_1254_3"),
        rank=2,
    ),
    Rule(
        id="reference.mail-subject",
        pattern=(
            r"objet[ ]?:[ ]{0,2}\"[ ]?(?P<v>(?=[^\n\" "
            r"]{0,20}\d)[a-z0-9]{2,12}(?:[-_/][a-z0-9]{1,10}){1,4})[ ]?\""
        ),
        cues=("objet",),
        read=_code,
        examples=("candidatures@exemple.fr — objet : « PORT-2025-11 »",),
        rejects=("objet : « candidature »", "Objet : recrutement 2025"),
        rank=2,
    ),
)


def _cited(match: re.Match[str]) -> bool:
    """Tell whether the words before it on the line cite the act: a dash or a column parts others."""
    text, start = match.string, match.start()
    before = text[text.rfind("\n", 0, start) + 1 : start]
    return bool(before.strip(" #*>-")) and not before.endswith((" - ", "   ", "  "))


def settle(reading: Reading) -> Finding:
    """The offer's own number as written; the first of those that a page repeats."""
    return single(resolve([_as_written(reading, c) for c in reading.of("reference")]))


def _as_written(reading: Reading, candidate: Candidate[str]) -> Candidate[str]:
    words = " ".join(reading.document.quote(candidate.core).strip(" .-/").split())
    return replace(candidate, value=words)


FIELD = Field("reference", RULES, settle)
