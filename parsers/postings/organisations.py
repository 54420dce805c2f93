"""How organisations that hire are named: public bodies by their noun, firms by what is said."""

from __future__ import annotations

import re
from functools import lru_cache

from postings.folding import fold
from postings.patterns import pattern

# Words that begin the name of a public body. Patterns run on folded text, at a word's start.
_TERRITORIAL = (
    r"ville(?= d)|commune(?= (?!nouvelle))|mairie(?= d)|departement(?= (?:d|l))"
    r"|conseil (?:departemental|regional|general)|collectivite (?:europeenne|territoriale|de )"
    r"|region(?= (?!de |du |des |comme|a |est ))|communaute (?:d'agglo|de communes|urbaine"
    r"|de l'agglo)"
    r"|metropole(?= (?:d|europeenne|nice|rouen|toulon))|eurometropole"
    r"|agglomeration(?= d)|cc d|syndicat (?:mixte|inter|dep"
    r"|des|d'|de )"
    r"|syndicat(?= )|sivom|sivu|siv[a-z]{1,3} |pays d|parc naturel|etablissement public|epci|epcc"
    r"|c\.?c\.?a\.?s\b|c\.?i\.?a\.?s\b|centre (?:inter)?communal d'action"
    r"|centre de gestion|cdg ?\d"
    r"|sdis\b|service departemental d'incendie|caisse des ecoles|office (?:public"
    r"|de tourisme|de l)"
    r"|opac\b|oph |mission locale|mdph\b|grand port|urssaf|cpam\b|carsat\b"
    r"|regie(?= )|departement d'|val d'[a-z]{2,20} agglo"
    r"|parc national|conservatoire (?=d|b|r)|archives (?:nat|dep|mun)"
)
_HEALTH = (
    r"centre hospitalier|ch (?=d)|chu\b|chru\b|chi\b|ghu\b|ght\b|hopita(?:l|ux)|hospices"
    r"|groupe hospitalier"
    r"|epsm\b|ehpad\b|groupement hospitalier|assistance publique|ap-hp|institut|fondation"
    r"|association|residence autonomie|etablissement (?:de sante|public)|clinique"
    r"|federation(?= )|centre (?:de sante|de soins|de lutte|social\b|d'hebergement)"
)
_STATE = (
    r"universite|ecole (?!mater|elem|prim)|prefecture|sous-prefecture|ministeres?\b"
    r"|rectorat|region academique"
    r"|academie|crous\b|ddtm?\b|dreal\b|dreets\b|draaf\b|direction (?:departementale"
    r"|regionale|interdep"
    r"|generale d(?:e |u |es |')|interministerielle|de l'information|des services admin"
    r"|zonale|nationale"
    r"|territoriale d)"
    r"|office |agence|cnrs\b|inra?e?\b|inserm\b|cnil\b|cour (?:des comptes|d'appel)"
    r"|tribunal|conseil d'etat"
    r"|gip\b|groupement d'interet|haute autorite|commission nationale|inspection|muse[eu]"
    r"|bibliotheque"
    r"|chambre (?:de commerce|d'agri|des? metiers|regionale|des notaires)|caisse (?:d|p|n"
    r"|r)|services? du premier|premier ministre|creps\b|insa\b|iut\b|ign\b|dgfip"
    r"|service du numerique|comue\b|ifremer|cirad|observatoire|centre national"
    r"|laboratoire (?!d[eu']|des |et |a |ou |en )"
)
ORGANISATION = rf"(?:{_TERRITORIAL}|{_HEALTH}|{_STATE})"

# A name such as "Estuaire Métropole": the common noun comes last.
TRAILING = (
    r"[a-z][\w'-]{2,24}(?: [\w'-]{2,24}){0,4} (?:metropole|agglomeration|agglo"
    r"|communaute)\b"
)

_ARTICLE = r"(?:(?:la|le|les)[ ]|l')?"
ORGANISATION_HEAD = pattern(_ARTICLE + ORGANISATION.replace(" ", "[ ]"))
_TRAILING = pattern(_ARTICLE + TRAILING)
_SERVICE = pattern(
    _ARTICLE + r"(?:departement|region|service|direction)s?[ ](?:des?|du|de la|de l')[ ]?"
    r"(?:ressources|informatique|automati|systemes|affaires|communication|la communication"
    r"|finances|ingenierie)"
)
# Firms that publish for others: the name of one is not the employer's.
_AGENCY = pattern(
    r"\brh\b|interim|recrut|manpower|adecco|randstad|proman\b|temporis|supplay|crit\b|synergie\b"
    r"|\bemploi|cabinet|actual\b|samsic|\bagence d'emploi|lynx"
)
# Common nouns and adjectives: a name made of these alone names nobody.
_GENERIC = frozenset(
    "mairie ville commune departement region metropole eurometropole syndicat mixte "
    "agglomeration intercommunal intercommunale intercommunalite communal communale municipal "
    "municipale ccas cias sdis ehpad epci epcc gip gie epsm chu chru ch ght association "
    "institut fondation etablissement etablissements public publics publique publiques sante "
    "social sociale communaute communautes urbaine communes conseil departemental "
    "departementale regional regionale general generale centre hospitalier hospitaliere "
    "universitaire universite ministere ministeres prefecture office agence clinique hopital "
    "hopitaux collectivite collectivites territoriale territoriales territorial musee "
    "bibliotheque mediatheque laboratoire ecole college lycee academie rectorat direction "
    "service services groupe groupement societe entreprise residence foyer maison cabinet "
    "restaurant hotel magasin structure organisme employeur regie pole unite autonome "
    "national nationale equipe secteur antenne site siege caisse chambre inspection "
    "exploitation particulier famille pme eti startup start-up boulangerie garage camping "
    "artisan agriculteur enseigne salon pharmacie auberge brasserie supermarche client "
    "cooperative cooperation culturelle environnementale "
    "la le les l de du des d et en a au aux notre nos son sa ses un une leur "
    "cette ce cet the familial familiale artisanal artisanale specialise specialisee "
    "dynamique traditionnel prive privee industriel industrielle batiment transport travaux "
    "automobile agricole loi associatif associative".split()
)
# The nouns by which firms and homes are named: a proper name must follow.
FIRM = (
    r"(?:groupe|societe|residence|foyer|maison|clinique|hotel|restaurant|auberge|camping|domaine"
    r"|chateau|cave|cooperative|scop|scic|sarl|sas|sasu|eurl|garage|pharmacie|boulangerie|ets"
    r"|etablissements|laboratoires?|mutuelle|banque|entreprise|cabinet|ime|esat|itep|mfr|cfa|mas"
    r"|fam|creche|librairie|theatre|brasserie|polyclinique|lycee|college) "
)
_FIRM = pattern(FIRM)
# What stands beside a place, or under a common noun, and names no firm.
NO_FIRM = pattern(
    r"(?:cdi|cdd|temps|contrat|stage|alternance|interim|teletravail|publi|offre|ref|hybride|salaire"
    r"|lieu|localisation|site|date|type|mission|poste|duree|debut|secteur|service|direction|pole"
    r"|candidat|contact|adresse|france|et |ou |a |de |du |\d{2,5}\b)"
)
# A street, a box or a postal code: what stands before it has an address.
ADDRESS = (
    r"(?:\d{1,4},?(?: bis| ter)?,? (?:rue|avenue|av\b|bd\b|boulevard|place|quai|allee|chemin|cours"
    r"|route|impasse|esplanade|square|grande? rue|lieu)|rue|avenue|boulevard|place|quai|cs \d|bp \d"
    r"|hotel de (?:ville|region)|hotel du dep|\d{5}\b)"
)

# What follows the name on the same line: a subdivision, a place, a comment.
_TAIL = pattern(
    r"[ ]*(?:[-:|>][ ]*(?:drh|dgs|service|direction|pole|ressources|ecole doctorale"
    r"|departement|rejoign"
    r"|venez|offre|actualites|recrut|umr|site|secretariat|antenne|cellule|bureau)\b.*"
    r"|[ ][-|>:][ ].*|\(.*|,(?! commune nouvelle).*|[ ]{3,}.*|\brecrut.*|(?<!de )\brecherch.*)$"
)


@lru_cache(maxsize=1024)
def is_organisation(words: str) -> bool:
    """Tell whether folded words begin as the name of a public body does."""
    if not (ORGANISATION_HEAD.match(words) or ("o" in words and _TRAILING.match(words))):
        return False
    return not _SERVICE.match(words)


# A body of the département, named by its number: `SDIS 35`.
NUMBERED = pattern(
    r"\b(?:sdis|cdg|ddtm?|ddets(?:pp)?|ddpp|dsden|udap|mdph|caf|cpam|ddfip|drfip|udaf|adil)"
    r"[ ](?:de )?(?P<code>\d\d|2[ab]|97\d)\b"
)


def is_common_noun(words: str) -> bool:
    """Tell whether folded words are no name: "la mairie", "centre hospitalier departemental"."""
    if any(map(str.isdigit, words)) and NUMBERED.search(words):
        return False
    parts = re.split(r"[ '\"()·.,/-]+", words)
    return all(part in _GENERIC for part in parts if part and not part.isdigit())


def is_firm(written: str) -> bool:
    """Tell whether words as written begin as a firm's or a home's name: `Résidence « Le Port »`."""
    words = re.sub(r"^(?:La|Le|Les|LA|LE|LES) |^[Ll]['’]", "", written)
    noun = _FIRM.match(fold(words))
    rest = words[noun.end() :].lstrip('«“" ') if noun else ""
    return rest[:1].isupper() or rest[:1].isdigit()


def is_agency(words: str) -> bool:
    """Tell whether folded words name a firm that recruits for others."""
    return bool(_AGENCY.search(words))


# The offer is another's: the firm that publishes it is no employer.
_FOR_OTHERS = pattern(
    r"pour (?:le compte de|l'une? de (?:nos|ses)|une? de (?:nos|ses)|notre|son)"
    r" (?:enseigne|client|entreprises? partenaire)"
    r"|\bnotre client\b|\bagence d'emploi\b|\btravail temporaire\b|cabinet de recrutement"
)
_OTHERS = (
    "client",
    "entreprise part",
    "entreprises part",
    "compte de",
    "enseigne",
    "agence d'emploi",
    "travail temp",
    "cabinet de r",
)
_CONNECTORS = frozenset("de du des la le les l d et en a au aux sur sous pour & - of".split())


@lru_cache(maxsize=8)
def hires_for_others(text: str) -> bool:
    """Tell whether a folded text says that its author recruits for somebody else."""
    return any(cue in text for cue in _OTHERS) and _FOR_OTHERS.search(text) is not None


def is_proper(name: str) -> bool:
    """Tell whether every word of a name as written has a capital or a figure, small ones apart."""
    words = re.split(r"[ '’-]+", re.sub(r"^(?:La|Le|Les) (?=[A-ZÀ-Þ])", "", name))
    content = [word for word in words if word.strip('()"«»*') and word not in _CONNECTORS]
    return bool(content) and all(re.search(r"[A-ZÀ-ÞŒ0-9&+]", word) for word in content)


def name_length(words: str) -> int:
    """Return how many characters of folded `words` are the name, without what follows it."""
    tail = _TAIL.search(words)
    return len(words[: tail.start()].rstrip(" .,:;-")) if tail else len(words.rstrip(" .,:;-"))


def labelled_length(words: str) -> int:
    """Return the same for a labelled name: all of its cell, but a slogan or an address."""
    end = re.search(
        r"[ ]{3,}|[ ]:[ ](?:rejoign|venez)|, \d|, (?:umr|upr|umi|ur|ea) ?\w{0,8} ?\d|[ ]\(\d\d\)"
        r"|[ ]-[ ][a-z][\w' -]{2,40}[ ]\([^()]{2,30}\)\W*$",
        words,
    )
    return len(words[: end.start()] if end else words.rstrip(" .,;:"))
