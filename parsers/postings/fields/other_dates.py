"""Dates that are none of the posting's own: laws, interviews, signatures, ends of contract.

The contract has no key for them. They are read so that no other field takes them.
"""

from __future__ import annotations

from postings.dates import PartialDate
from postings.fields.field import Field, Reading
from postings.resolve import Finding
from postings.rules import Rule
from postings.timeline import labelled_date

# What comes between a label and its date, up to a word that labels the date otherwise.
_TO_DATE = (
    r"(?:(?!avant|jusqu|plus tard|transmett|adress|candidat|prise de|debut|poste|embauche|vacan"
    r"|pourvoir|date limite|cloture)[^\n;.])"
)

RULES: tuple[Rule[PartialDate], ...] = (
    Rule(
        id="other_dates.law",
        pattern=(
            r"(?:lois?|decrets?|arretes?|ordonnances?|deliberations?|decisions?|circulaires?|directives?"
            r"|accords?|conventions?|reglement|avis (?:d[ue] (?:la )?(?:commission|comite|cst|ct|conseil|jury)|favorable)[^\n;.]{0,40}?)[^\n;.()]{0,12}?(?: n ?°? ?[^\n;]{1,25}?)?"
            r"(?: modifiee?s?| signee?| renouvelee?| conclue?| favorable| adoptee?)?"
            rf"{_TO_DATE}{{0,50}}? (?:du|le|en date du) (?P<v><DATE>)"
        ),
        cues=(
            "loi",
            "decret",
            "arrete",
            "ordonnance",
            "deliberation",
            "decision",
            "circulaire",
            "directive",
            "accord",
            "convention",
            "reglement",
            "avis",
        ),
        read=labelled_date,
        examples=(
            "Vu le décret n° 2016-1704 du 12 décembre 2016 portant statut",
            "la loi n° 84-53 du 26 janvier 1984",
            "délibération n°2020-32 du 17 juillet 2020 portant délégation",
            "convention de coordination renouvelée le 12 juin 2024",
        ),
        rejects=("Candidature avant le 12 décembre 2025",),
        rank=6,
        but=r"^ inclus",
    ),
    Rule(
        id="other_dates.interview",
        pattern=(
            r"(?:entretiens?|jurys?|auditions?|oral|oraux|epreuves?|tests?|commissions?|mise en situation"
            r"|selections?|preselections?|pre-selections?|visites?|reunions?|comites?|instances?|conseil)"
            rf"{_TO_DATE}{{0,90}}?"
            r"(?:(?:le|les|du|au|a compter du|semaine du|prevue?s? le) |: )"
            r"(?:\d{1,2}(?: et (?:le )?|, ?| ou |-| au )){0,3}(?P<v><DATE>)"
        ),
        cues=(
            "entretien",
            "jury",
            "audition",
            "oral",
            "oraux",
            "epreuve",
            "test",
            "commission",
            "mise en situation",
            "selection",
            "visite",
            "reunion",
            "comite",
            "instance",
            "conseil",
        ),
        read=labelled_date,
        examples=(
            "Les entretiens se dérouleront le mardi 14 avril 2026.",
            "Jury : 21 et 22 janvier 2026 (tests sportifs le matin)",
            "Pré-sélection : commission du personnel du 7 avril.",
        ),
        rejects=("Candidatures jusqu'au 31/01/26 – entretiens ensuite",),
        rank=5,
    ),
    Rule(
        id="other_dates.signature",
        pattern=r"fait (?:et delibere )?a [^\n]{2,40}?,? le (?P<v><DATE>)",
        cues=("fait a", "fait et"),
        read=labelled_date,
        examples=("Fait à Nantes, le 29 Aout 2025",),
        rejects=("Fait à la main depuis 1998",),
        rank=6,
    ),
    Rule(
        id="other_dates.update",
        pattern=r"(?:actualise|mis a jour|mise a jour|modifie)e?(?: le)? (?P<v><DATE>)",
        cues=("actualise", "mis a jour", "mise a jour", "modifie"),
        read=labelled_date,
        examples=("Actualisé le 29/03/2025", "mis à jour le 14 novembre"),
        rejects=("mise à jour du site internet",),
        rank=6,
    ),
    Rule(
        id="other_dates.formality",
        pattern=(
            r"(?:seance|convocation|convoque|recu en [a-z-]{1,20}|transmission(?: en [a-z-]{1,20})?|transmis(?: en [a-z-]{1,20})|certifie executoire"
            rf"|reunie?|retrait de l'affichage|depuis le|envoye(?!r)|date:){_TO_DATE}{{0,30}}?(?:du|le|:)? ?(?P<v><DATE>)"
        ),
        cues=(
            "seance",
            "convo",
            "recu en",
            "transmi",
            "certifie",
            "reuni",
            "retrait de",
            "depuis le",
            "envoye",
            "date:",
        ),
        read=labelled_date,
        examples=(
            "Séance du 14 novembre 2025",
            "Date de convocation : 06/11/2025",
            "reçu en sous-préfecture le 18/11/2025",
        ),
        rejects=("À transmettre au plus tard le 9 janvier 2026",),
        rank=5,
    ),
    Rule(
        id="other_dates.end",
        pattern=(
            r"(?:contrat|cdd|mission|emploi|poste|saisonniers?|duree|remplacement|stage|possible)[^\n.;]{0,60}?"
            r"(?:jusqu'au|au|fin le|prend fin le) (?P<v><DATE>)"
        ),
        cues=(
            "contrat",
            "cdd",
            "mission",
            "emploi",
            "poste",
            "saisonnier",
            "duree",
            "remplacement",
            "stage",
            "possible",
        ),
        read=labelled_date,
        examples=(
            "Mission du 5 janvier au 16 février 2026.",
            "Poste à pourvoir dès que possible, jusqu'au 30 août.",
        ),
        rejects=("Candidature à adresser jusqu'au 30 août 2026",),
        rank=3,
        unless=r"candidat|\bcv\b",
    ),
)


def settle(reading: Reading) -> Finding:
    """A law's, an interview's, an end's: these dates have another role, and fill no key."""
    return Finding()


FIELD = Field("other_dates", RULES, settle, serves="deadline")
