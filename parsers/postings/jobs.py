"""How jobs are named, and what stands around the name on its line."""

from __future__ import annotations

import re
from functools import lru_cache

from postings.folding import fold
from postings.organisations import ORGANISATION_HEAD, is_organisation
from postings.patterns import pattern
from postings.reference.departments import department_named

# Words that a job's name begins with, besides those in -eur, -trice, -ien, -ier…
_NOUNS = (
    r"accompagnant|adjoint|agent|aide|analyste|animat(?!ion)|apprenti(?!ssage)|archi(?!ves\b|tecture)|archiviste|artisan"
    r"|asem|assistant|ash\b|asvp|"
    r"atsem|attache|auxiliaire|avocat|boucher|cadre|charge|chef|clerc|coach|collaborat(?!ion)"
    r"|commercial|commis|"
    r"comptable|concierge|consultant|cse|data|delegue|dev\b|dgs|dgst|dba\b|doctorant"
    r"|educat(?!ion)|electrotech|"
    r"bibliothecaire|commissaire|conseill|gerant|gestionnaire|intendant|lingere|macon\b|mandataire|notaire"
    r"|veterinaire|greffi|eleve|employe|enseignant|ergonome|expert|famille|femme|fille|formatri|garcon|gardes?\b"
    r"|geometre|"
    r"gouvernant|guides?\b|homme|hote(?:sse)?s?\b|ide\b|interne\b|intervenant|intermittent|juriste"
    r"|laborantin|lead|"
    r"maitre|manager|manoeuvre|manutention|mcf|medecin|menuisi|mns\b|office manager|orthophon|"
    r"ouvri|pair|patiss|peintre|pharmac|phd|photograph(?!ie)|pilotes?\b|plongeu|policier|post-?doc|pompier|"
    r"postdoctorant|premier|president|product|professeur|psycho(?!logie|social)|recenseur|referent(?!iel)|remplacant|"
    r"responsable|rssi|sage-femme|scrum|second|secretaire|serrurier|soign|sophrologue|stagiaire|"
    r"suppleant|surveillant|tresori|tuteur|ux|vacataire|valet|volontaire|web"
)
_SUFFIXES = r"[a-z-]{2,18}(?:eur|euse|trice|teur|ien|ienne|iste|ier|iere|logue|ologiste|graphe)s?"
_OTHER_WORDS = (
    r"combien|rigueur|valeur|secteur|interieur|exterieur|hauteur|longueur|coeur|ardeur|leur"
    r"|plusieurs|premier"
    r"|dernier|particulier|entretien|maintien|soutien|bien|quotidien|atelier|dossier"
    r"|courrier|metier"
    r"|chantier|papier|cahier|calendrier|quartier|liste|hier|manier|matier|carrier|lumier|riviere"
    r"|ensemble|ordinateur|meilleur|majeur|mineur|ulterieur|superieur|inferieur|anterieur|entier"
    r"|financier|regulier|familier|hospitalier|immobilier|chaleur|couleur|faveur|erreur|vigueur"
)
_ENDING = r"(?:[·.(/-]?[a-z]{0,6}[·.)]{0,2}[a-z]?)"
_ARTICLE = (
    r"(?:(?:l'emploi|poste) )?(?:un[·.(/ -]{0,3}e?\)?(?: ou une?)?|une|des|plusieurs"
    r"|\d{1,2}|son(?: ?(?:/|ou) ?sa)?"
    r"|sa|ses|d'une?|d'un\(e\)|de|d'|le|la|les|deux|trois|quatre|cinq|six)(?: |(?<=')|(?<=\d))"
)
# Towns and départements whose names end as trades do.
_TOWNS = (
    r"montpellier|saint-etienne|valenciennes|amiens|poitiers|beziers|colomiers|pamiers|thiers"
    r"|aubervilliers|montivilliers|villiers|coulommiers|louviers|pithiviers|pontarlier|verrieres"
    r"|honfleur|harfleur|barfleur|moustiers|haute-vienne"
)
JOB = pattern(
    rf"(?:{_ARTICLE}){{0,2}}[\"'( ]*(?:futur[a-z()]*[ ])?(?!{_OTHER_WORDS}|{_TOWNS})(?:{_NOUNS}"
    rf"|{_SUFFIXES}\b)"
)

GENDER = pattern(
    r"[ ]?(?:[-,/|][ ])?(?:\([ ]?[hfm][ ]?[./-][ ]?[hf](?:[ ]?[./-][ ]?[dnxi])?[ ]?\)"
    r"|\b[hfm][ ]?/[ ]?[hf](?:[ ]?/[ ]?[dnxi])?\b|(?<=[ ])[hf]-[hf]\b|\(hommes? ?/ ?femmes?\))"
)

# What comes before the name.
_BEFORE = pattern(
    r"(?:\[[^\]]{2,60}\][ ]?"
    r"|(?:offres? d'emploi|offre de (?:poste|stage|these)|avis de (?:vacance"
    r"|recrutement)[^:]{0,40}"
    r"|recrutement|poste|emploi|intitule du poste|mission de renfort|annonce|title|stage"
    r"|alternance|cdi|cdd)"
    r"[ ]?[:-][ ]"
    r"|recrutement (?=d)"
    r"|poste d[e'] ?|poste (?=[a-z/]{2,})(?!ouvert|permanent|a |vacant|de )"
    r"|(?:un |deux |trois |\d{1,2} )?(?:postes?|emplois?) (?:permanents? )?(?:de |d')"
    rf"|{_ARTICLE}(?=[a-z(]))"
)
# What comes after it: contract, hours, place, service, the rest of the sentence.
_AFTER = pattern(
    r"[ ,]*(?:"
    r"(?<![\w])\((?:[^)]{0,30}\d[^)]{0,40}|cat[.e][^)]{0,20}|cdi|cdd|interim[^)]{0,20}"
    r"|strate[^)]{0,60}|titulaire[^)]{0,40}|contrat[^)]{0,40}|freelance[^)]{0,30}|independant[^)]{0,30}"
    r"|alternance|stage)\).*"
    r"|[-,][ ]*(?:fiche|ref|offre)[ ]?n?°.*|\(?\bref\.? ?:?[ ][^ ]*\d.*"
    r"|\(?\b(?:cdd|cdi|interim|vacation|mission interimaire|apprentissage)\b(?!e).*"
    r"|\ben (?:cdd|cdi|contrat|vue|poste|alternance|interim|apprentissage)\b.*"
    r"|\b(?:a )?temps (?:plein|complet|partiel|non complet|incomplet)\b.*|\b\d{2,3} ?%.*"
    r"|\b\d(?:[.,]\d{1,2})? ?etp\b.*|\b\d{1,2}/\d{2}(?:e|eme|emes)?\b.*|\*.*|\bnon loge.*"
    r"|\bau sein d.*|\bsur le secteur .*|\bsecteurs? [a-z-]+(?:,| et ).*"
    r"|\b(?:dans le cadre|afin d|a compter|a partir du|des que|des le|a pourvoir"
    r"|est ouvert|deja|actuellement|relevant|qui|dont)\b.*"
    r"|[ ](?:a|aupres de|de) (?:la |l')(?:direction|mission|sous-direction)\b.*"
    r"|\bau service (?!de la population).*|\ba mi-temps.*"
    r"|[ ][-|>][-]?[ ]*(?:ecole|college|lycee|ehpad|secretariat|service|pole|direction"
    r"|restaurant|multi-accueil|creche"
    r"|soins|urgences|unite|secteur|site|hopital|mediatheque|cmp\b|bloc"
    r"|residence|remplacement|saison"
    r"|(?:\d )?poste|h/f|emploi|departement|antenne|agence|centre).*"
    r"|, (?:restaurant|ecole|site|secteur|service|pole|residence|college|lycee)\b.*"
    r")$"
)
# The rest of the sentence, where the name is in one.
_SENTENCE_AFTER = pattern(
    r"[ ](?:pour (?!des )|(?<!ou une[ ])chargee?s? (?!de mission)|titulaire|motive"
    r"|experimente.? et|\().*$"
)
_BEFORE_ORGANISATION = pattern(r"[ ](?:[-|,]+[ ]*|(?:a|au|pour) (?:la |l')?)")
_ORGANISATION_AFTER = pattern(
    r"(?<!en)(?<!de)(?<!du)[ ](?=universite |ville de |mairie de |commune de |communaute de )"
)
_PLACE_AFTER = pattern(r"(?:,? (?:à|À|A|sur|chez)|[ ][-–])[ ](?=[A-ZÉÈÎ][a-zà-ü])")
_TOWN_AFTER = pattern(r"(?:[ ][-–|][ ][A-ZÀ-Þ][\w'’ -]{1,40})?[ ]\((?:\d{2,3}|\d{5}|2[ABab])\)$")
_RECRUITS = pattern(
    r"\b(?:recrute|recrutent|recherche|recherchent|cherche|recherchons|recrutons"
    r"|cherchons)\b(?:,? pour (?:l'une? d[^:;.,]{6,20}|[^:;.]{3,90}?),?)?[ ]*:?[ ]"
    r"(?=(?:une?|des|son|sa|ses|deux|trois|\d{1,2})\b)"
)
_NOT_A_JOB = pattern(
    r"(?:recrut|note de|circulaire|information|communique|offre|avis|appel|fiche de"
    r"|annonce|nous\b|vous\b|notre|votre|rejoign|venez|bienvenue|bonjour|publi"
    r"|mise? en ligne|date|actualis|candidat|personne|profil|talent"
    r"|collaborat\w* (?:motive|engage|et)|stage\b|these\b"
    r"|mission|extrait|seance|republique|contexte|conditions?\b|temps |objet|grade|categorie"
    r"|cadres? d'emploi"
    r"|cadre (?:de (?:vie|travail)|statutaire|reglementaire)|grand|nouveau|nouvelle|poste"
    r"|emploi|renfort|lieu"
    r"|famille de|filiere|metier|secteur d|quotidien|date|hier|premiere? |second semestre"
    r"|dossier|fonction publique"
    r"|charges? (?!d|a |ou )|employeur|intitule|titre|professionnel(?:le)?s?\b|homme/femme$"
    r"|expert(?:ise)|direction|service)"
)


def begins_as_job(words: str) -> bool:
    """Tell whether a line begins as the name of a job does: `Agent…`, `Un(e) chef(fe) de…`."""
    return JOB.match(fold(words[:80])) is not None


@lru_cache(maxsize=1024)
def job_name(written: str, *, in_sentence: bool = False) -> str | None:
    """Return the name of the job in a line, or at the start of the end of a sentence; or None.

    Articles, gender marks, reference, place, employer, service and contract are left out;
    wording and case are kept.
    """
    words = " ".join(written.replace("**", " ").split())
    after = _after_verb(words)
    in_sentence, words = in_sentence or after != words, after
    words = _without_head(words)
    words = _without_gender(words, in_sentence)
    words = _without_tail(words)
    rest = _SENTENCE_AFTER.search(fold(words), 5) if in_sentence else None
    words = words[: rest.start()] if rest else words
    words = words.strip(' .,:;-–—|/*"“”«»<>')
    if not 3 <= len(words) <= 180 or _NOT_A_JOB.match(fold(words)):
        return None
    return words + ")" * (words.count("(") - words.count(")"))


def _after_verb(words: str) -> str:
    """Keep what follows "recrute": who recruits stands before it."""
    verb = _RECRUITS.search(fold(words))
    return words[verb.end() :] if verb else words


def _without_head(words: str) -> str:
    """Leave out articles, numbers and "Offre d'emploi :"; twice, for "Poste d'un agent"."""
    for _ in range(3):
        head = _BEFORE.match(fold(words))
        if not head or head.end() >= len(words):
            break
        words = words[head.end() :]
    colon = re.match(r"[^:(]{3,40} : ?|[A-Z]{3,10} [-–] ", words)
    if colon and begins_as_job(words[colon.end() :]) and not begins_as_job(words):
        words = words[colon.end() :]
    return words


def _without_gender(words: str, in_sentence: bool) -> str:
    """Leave out the gender mark, and what a dash, a comma or a sentence adds after it."""
    mark = GENDER.search(fold(words))
    if not mark:
        return words
    before, after = words[: mark.start()], words[mark.end() :]
    elsewhere = is_organisation(fold(after).strip())
    if (
        in_sentence
        or elsewhere
        or GENDER.match(fold(after.strip()))
        or re.match(r"[ ]?[-–—,.*|(]", after)
    ):
        return before
    return before + after


def _without_tail(words: str) -> str:
    """Leave out contract, hours, service, employer and place."""
    words = _TOWN_AFTER.sub("", words)
    folded = fold(words)
    ends = [m.start() for m in (_AFTER.search(folded, 3),) if m]
    ends += [m.start() for m in (_ORGANISATION_AFTER.search(folded, 5),) if m]
    joined = _BEFORE_ORGANISATION.finditer(folded, 5)
    ends += [m.start() for m in joined if ORGANISATION_HEAD.match(folded, m.end())]
    words = words[: min(ends)] if ends else words
    place = _PLACE_AFTER.search(words, 5)
    if place and "-" not in place[0] and "–" not in place[0]:
        words = words[: place.start()]
    comma = words.rfind(",")
    if comma > 0 and department_named(words[comma + 1 :]):
        words = words[:comma]
    return words
