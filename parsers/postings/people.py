"""How a person is named beside an address: `Mme LE GOFFIC, cadre supérieure de santé`.

These patterns run on the text as written: capitals tell a name from the words around it. What
they cannot tell is left out; a name is never guessed from an address.
"""

from __future__ import annotations

import re

from msgspec import Struct

from postings.document import Span
from postings.folding import fold
from postings.patterns import pattern

_CAPITAL = r"[A-ZÀ-ÖØ-ÞŒ]"
_TOKEN = rf"(?:{_CAPITAL}\.(?:-?{_CAPITAL}\.)?|{_CAPITAL}[\w'’]*(?:-{_CAPITAL}?[\w'’]+){{0,3}})"
# A name begins after the words that lead to it.
_NOT_YET = r"(?!(?:Contacte[rz]|Contacts?|Appele[rz]|Mme|Mlle|Mr|Monsieur|Madame|Dr|Docteur)\b)"
_PARTICLE = r"(?:(?:de|du|des|la|le|van|von|den|ten|ben|el|al|di|da|dos)[ ]|d['’])"
_BLANK = r"[ \u00a0]{1,2}"
NAME = rf"{_NOT_YET}{_TOKEN}(?:{_BLANK}{_PARTICLE}{{0,2}}{_NOT_YET}{_TOKEN}){{0,4}}"
CIVILITY = (
    r"(?:M\.|MM\.|Mr\.?|Mme|Mlle|Melle|Monsieur|Madame|Mademoiselle|Dr\.?|Docteur|docteur|Pr\.?"
    r"|Professeure?|Professor|Me|Maître|(?:[Ll]ieutenant|[Aa]djudant|[Ss]ergent)(?:-[Cc]olonel|-[Cc]hef)?"
    r"|[Cc]ommandant|[Cc]apitaine|[Cc]olonel|[Mm]ajor)"
)
_NAMED = pattern(rf"(?<![\w'’.@-])(?:(?P<title>{CIVILITY}){_BLANK})?(?P<name>{NAME})(?![\w@]|\.\w)")

# Words that begin what is no person's name, though a capital makes them look so.
_FUNCTION = (
    "responsable directeur directrice chef cheffe charge chargee adjoint adjointe coordinateur "
    "coordinatrice coordonnateur coordonnatrice conseiller conseillere gestionnaire assistant "
    "assistante secretaire ingenieur ingenieure cadre technicien technicienne president "
    "presidente maire dgs dga dgast drh dsi rh rssi chercheur chercheuse professeur professeure "
    "encadrant encadrante animateur animatrice manager president vice-president interim "
    "administrateur administratrice inspecteur inspectrice referent referente infirmier "
    "infirmiere medecin gerant gerante recruteur recruteuse"
)
_BODY = (
    "service services direction bureau pole cellule secretariat standard accueil departement "
    "mairie ville commune communaute region agence cabinet unite equipe division mission sgcd "
    "sous-direction delegation antenne laboratoire rectorat prefecture ressources"
)
_OTHER = (
    "le la les l un une des du de en au aux et ou par pour sur votre vos notre nos contact "
    "contacts tel telephone tél mobile portable phone mel mail mails email e-mail courriel "
    "courriels adresse candidature candidatures recrutement renseignement renseignements "
    "information informations infos info question questions envoyer envoi cv lettre site web "
    "place rue avenue allee boulevard hotel bp cs za zi cedex poste postes reference ref date "
    "lieu publie centre hospitalier hopital ehpad ecole lycee college universite institut faculte "
    "cc ccas cdg sdis chu ch ght conseil syndicat mixte association groupe restaurant residence "
    "clinique domaine chateau camping maison foyer societe entreprise sarl sas monsieur madame "
    "m mme mr dr pr janvier fevrier mars avril mai juin juillet aout septembre octobre novembre "
    "decembre lundi mardi mercredi jeudi vendredi samedi dimanche objet sujet france ministere "
    "offre emploi stage these sous avant merci cette cet ce si nous vous je tu il elle on "
    "entretien entretiens jury commission pieces dossier horaires secretary dect standard "
    "encadrants encadrement temps responsables direct ligne profil annexe page apply please send "
    "type contrat nom prenom rh@ deputy head human office appel appelez appeler ecrire postuler "
    "contactez envoyez adressez".split()
)
_NO_NAME = frozenset([*_OTHER, *_FUNCTION.split(), *_BODY.split()])
_LEADS = frozenset(
    "contact contacts contactez contacter appelez appeler renseignements informations infos".split()
)
_ARTICLES = frozenset("le la les de du des van von den da".split())

# What a role begins with where no comma parts it from the name, or it has no name at all.
_ROLE_WORD = rf"(?:{'|'.join([*_FUNCTION.split(), *_BODY.split()])})"
_ROLE_STARTS = pattern(rf"{_ROLE_WORD}(?![\w-])")
# A role ends at a mark, or where the words lead on to the address.
_MEANS = r"(?:t[ée]l|num|m[ée]l|e?-?mail|courriel|message)"
_LEADS_ON = (
    rf"(?:(?:au|ou)[ ](?:$|\d|\+|par|{_MEANS})|(?:à|ou)[ ](?:$|l['’]adresse|\S{{1,60}}@)"
    rf"|par[ ](?:$|{_MEANS})|via[ ]|poste[ ]\d"
    r"|(?i:t[ée]l|m[ée]l|mail|courriel|e-?mail|mobile|portable)\b)"
)
_ROLE = (
    r"[^\n,;:()<>@|/\d\[\]–—]{3,80}?"
    rf"(?=[ ]*(?:[\n,;:()<>|/\[–—@]|[ ]-[ ]|$|\d|\.[ \n]|(?<=[ ]){_LEADS_ON}))"
)
_AFTER_NAME = pattern(rf"[ \u00a0]*(?:,|–|—|-|\()[ \u00a0]*(?P<role>{_ROLE}(?:/{_ROLE})?)")
_RUNNING_ON = pattern(rf"[ \u00a0]+(?P<role>{_ROLE})")
_NO_ROLE = pattern(
    r"(?:t[ée]l|m[ée]l\b|mail|e-?mail|courriel|au\b|aux?\b|par\b|via\b|ou\b|et\b|à\b|adresse|mobile"
    r"|portable|poste\b|cv\b|avant\b|avec\b|merci|pour\b|le\b|sous\b|en\b|ligne|sur\b|http|www|fax"
    r"|standard t|copie|objet|réf|[^a-zà-ÿ]{0,2}$)",
    re.IGNORECASE,
)


class Person(Struct, frozen=True):
    """Where a person is named, with the role that is said of them; `titled` after a civility."""

    name: Span
    role: Span | None = None
    titled: bool = False


def people_in(text: str, start: int, end: int) -> list[Person]:
    """Return the people whom a stretch of text names, in order."""
    found: list[Person] = []
    for match in _NAMED.finditer(text, start, end):
        if found and found[-1].role and match.start() < found[-1].role.end:
            continue  # a name within somebody's role
        name = _trimmed(text, *match.span("name"))
        if name:
            found.append(Person(name, role_after(text, name.end, end), bool(match["title"])))
    return found


def is_full(text: str, name: Span) -> bool:
    """Tell whether a name has two words: a first name and a family's."""
    return " " in text[name.start : name.end].replace("\u00a0", " ")


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Cut a run of capitalised words before the first that belongs to no name."""
    tokens = list(re.finditer(r"[^\s]+", text[start:end]))
    while tokens and fold(tokens[0][0]) in _LEADS:
        tokens = tokens[1:]  # Contactez Karine
    if not tokens:
        return None
    begin = start + tokens[0].start()
    kept = begin
    for number, token in enumerate(tokens):
        word = fold(token[0]).rstrip(".")
        if word in _ARTICLES and number + 1 < len(tokens):
            continue  # LE GOFFIC, Le Menn
        if word in _NO_NAME or _is_acronym(text[begin:kept], token[0]):
            break
        if token[0][0].isupper():
            kept = start + token.end()
    words = text[begin:kept]
    if len(words) < 3 or not re.search(r"[A-ZÀ-Þ][\w'’]", words) or not re.search(r"\w{3}", words):
        return None
    return Span(begin, kept)


def _is_acronym(before: str, word: str) -> bool:
    """Tell whether a word in capitals follows a full name that is not: `Luc Morel LASTIG`."""
    words = before.split()
    return word.isupper() and len(word) > 2 and len(words) > 1 and not any(map(str.isupper, words))


def role_after(text: str, at: int, end: int) -> Span | None:
    """Return the role that follows a name, after a comma, a dash, a bracket, or at once."""
    match = _AFTER_NAME.match(text, at, end)
    if match and not _NO_ROLE.match(match["role"]) and not _is_name(match["role"]):
        return _stripped(text, *match.span("role"))
    match = _RUNNING_ON.match(text, at, end)
    if match and _ROLE_STARTS.match(fold(match["role"])):
        return _stripped(text, *match.span("role"))
    return None


def _is_name(words: str) -> bool:
    """Tell whether words are the name of somebody else: `Luc Morel, Zoé Rey : …`."""
    match = _NAMED.match(words)
    name = _trimmed(words, *match.span("name")) if match else None
    return name is not None and is_full(words, name)


_ROLE_BEYOND = pattern(rf"\)?(?:[ ]*[,(–—-])?[ ]*\n?[ ]*\(?(?P<role>{_ROLE})")


def role_beyond(text: str, at: int) -> Span | None:
    """Return the role that follows an address: `Luc Morel - 01 99 00 62 15 Directeur général`."""
    match = _ROLE_BEYOND.match(text, at, at + 120)
    if match and _ROLE_STARTS.match(fold(match["role"])):
        beyond = text[match.end() : match.end() + 3]
        # The role is the next contact's, where an address follows it.
        return None if re.match(r"[ ]*[:\d]", beyond) else _stripped(text, *match.span("role"))
    return None


_LABELS = (
    r"(?:[\s,;:()<>|/\[\]*_–—•○●☎📞✉-]++|\b(?:t[ée]l(?:[ée]phone)?|ph?one|m[ée]l|e-?mail|mail|courriel"
    r"|mobile|portable|adresse|au|à|ou|et|par|l['’]adresse|suivante?|électronique|direct"
    r"|ligne|directe|numéro|n°|de)\b\.?|mailto:){0,12}+$"
)
_ARTICLE = r"(?:(?:ou|et)[ ])?(?:(?:auprès )?(?:le|la|l['’]|du|au|de[ ]la|à[ ]la|notre|votre)[ ]?)?"
_OFFICE = pattern(
    r"(?i)(?:^|[\n,;:(•○●]|\.[ ]|[ ][-–—][ ])[ ]{0,20}(?:[-–—*•○●][ ]{0,4})?"
    rf"{_ARTICLE}(?P<role>[^\n,;:.()@\d]{{3,80}}?){_LABELS}"
)
# A bare word says nothing; a verb ends the office.
_NO_OFFICE = pattern(r"(?:bureau|service|direction|pole|mission|maire|president|presidente)")
_VERB = pattern(r"[ ](?:r[ée]pond|est|sont|joignable|vous|se[ ]tient|via|qui)\b")


def office_before(text: str, start: int, end: int) -> Span | None:
    """Return the office or the function, no name, that an address is said to be of."""
    words = text[start:end]
    for match in _OFFICE.finditer(words):
        verb = _VERB.search(match["role"])
        span = _stripped(text, start + match.start("role"), start + match.end("role"))
        if verb:
            span = _stripped(
                text, start + match.start("role"), start + match.start("role") + verb.start()
            )
        if span and _ROLE_STARTS.match(office := fold(text[span.start : span.end])):
            return None if _NO_OFFICE.fullmatch(office) else span
    return None


_IN_BRACKETS = pattern(rf"[ ]?\((?P<who>{CIVILITY}[ ]{NAME})\)")


def named_beyond(text: str, at: int) -> Person | None:
    """Return the person named in brackets after an address: `rh@ville.fr (Mme Poujol)`."""
    match = _IN_BRACKETS.match(text, at, at + 80)
    people = people_in(text, *match.span("who")) if match else []
    return people[0] if people else None


def written_out(text: str, folded: str, local: str) -> Person | None:
    """Return the person of whose two names the first part of an address is made, in full.

    `folded` is `text` folded: `Bénédicte Bucher` is found for `benedicte.bucher`.
    """
    parts = re.split(r"[._]", fold(local))
    if len(parts) != 2 or min(map(len, parts)) < 3:
        return None
    one, two = parts
    for words in (f"{one} {two}", f"{two} {one}"):
        for name in dict.fromkeys((words, words.replace("-", " "))):
            person = _capitalised(text, folded, name)
            if person:
                return person
    return None


def _capitalised(text: str, folded: str, name: str) -> Person | None:
    """Return where a folded name is written with capitals, and its role."""
    at = folded.find(name)
    while at >= 0:
        end = at + len(name)
        whole = not (folded[at - 1 : at].isalnum() or folded[end : end + 1].isalnum())
        if whole and text[at].isupper():
            return Person(Span(at, end), role_after(text, end, end + 120))
        at = folded.find(name, end)
    return None


def role_starts(words: str) -> bool:
    """Tell whether words begin as a function or an office does."""
    return _ROLE_STARTS.match(fold(words)) is not None


def _stripped(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end = start + len(words.strip(" \u00a0.-–—*_"))
    return Span(start, end) if end - start > 2 else None
