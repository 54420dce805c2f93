"""E-mail addresses as people write them: plainly, in words, spaced, in braces, cut by a line end.

This field serves `contacts` and `apply_to`. Its value is a tuple of candidates, one an address,
in order of text; the address is the usual one, in the letters of the posting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from postings.document import Document, Span
from postings.fields.field import Field, Reading
from postings.headings import body_start
from postings.patterns import pattern
from postings.resolve import Finding, without_overlaps
from postings.rules import Candidate, Rule

# A word of an address, and where an address may begin.
_W = r"[^\W_][\w+-]{0,40}+"
_BEGIN = r"(?<![\w%])(?<!\w[+.-])"
_LOCAL = rf"{_W}(?:\.[\w+-]{{1,40}}+){{0,5}}+"
_LABEL = r"[^\W_][\w-]{0,50}+\."
_TLD = r"[a-z]{2,24}(?![^\W_]|@)"
_DOMAIN = rf"(?:{_LABEL}){{1,6}}{_TLD}"
# A domain that a line end cuts: after its hyphen, or before a well-known ending.
_CUT_AT_HYPHEN = (
    rf"(?:{_LABEL}){{0,4}}[^\W_]\w{{0,30}}-[ ]{{0,4}}+(?:\n[ ]{{0,30}}+){{0,5}}+(?<=\s){_DOMAIN}"
)
_CUT_AT_DOT = (
    rf"(?:{_LABEL}){{1,4}}[ ]{{0,4}}\n[ ]{{0,30}}(?:{_LABEL}){{0,4}}?"
    r"(?:fr|com|org|net|eu|be|ch|lu)(?![^\W_])"
)

_DOT = r"(?:\.| ?[(\[{<] ?(?:point|dot|pt|\.) ?[)\]}>] ?| (?:point|dot) )"
_BRACKETED_AT = r" ?[(\[{<] ?(?:at|arobase|arobas|a|@|chez) ?[)\]}>] ?"
_WORD_DOMAIN = rf"{_W}(?:{_DOT}{_W}){{0,4}}{_DOT}{_TLD}"
_SPACED_DOT = r"(?:\.| \. )"
_ITEM = rf"\[?{_LOCAL}(?:\]\((?:https?://)?[^()\s]{{1,60}}\))?"
# Mailboxes that are surely ones, even before a lone space.
_MAILBOX = r"(?:drh|rh|contact|recrutement|mairie|accueil|candidatures?|emploi|secretariat)"

# Addresses that nobody applies to: machines, the guardian of data, models of addresses.
_NOBODY = pattern(
    r"(?:dpo|dpd|rgpd|cnil|webmaster|postmaster|hostmaster|no-?_?reply|ne-?pas-?repondre|abuse|git"
    r"|unsubscribe|(?:protection-?)?(?:des?-?)?donnees(?:-?personnelles)?|(?:votre)?prenom[._-]?nom"
    r"|nom[._-]?prenom|p[._-]nom|votre[._-]?(?:nom|adresse|mail)|xx+|firstname[._-]lastname)"
    r"(?:[._-](?:dpo|rgpd|cnil))?@|[\w.-]{0,30}[._-](?:dpo|rgpd)@"
)
# What the sentence before an address may say to take it back. A full stop after "ville.fr" ends
# one here, though not for `Document`, to which it may be an abbreviation's.
_REFUSED = pattern(
    r"donnees (?:a caractere )?personnel|\brgpd\b|protection des donnees|\bdpo\b|droits? d'acces"
    r"|rectification|webmaster|desabonn|desinscri|unsubscribe|liste de diffusion|probleme technique"
    r"|(?:ne (?:pas|plus) (?:repondre|ecrire|utiliser|envoyer|postuler)"
    r"|n'(?:ecrivez|envoyez|utilisez|adressez)[a-z -]{0,6} pas|aucune? (?:candidature|reponse|mail))"
    r"[^,;:]{0,50}$|exemples? ?:|par exemple|://[^ \n]{0,60}$"
)
_KNOWN_TLD = pattern(
    r"\.(?:fr|com|org|net|eu|be|ch|lu|re|nc|pf|gp|mq|gf|info|io|bzh|paris)(?=[A-ZÀ-ÖØ-Þ])"
)

_PLAIN = pattern(r"[\w.+-]+@[\w.-]+")

Addresses = tuple[str, ...]


def addresses(words: str) -> Addresses:
    """Return the usual form of the address, or the addresses, that `words` write.

    `nom (at) ville (point) fr` is nom@ville.fr; `{a, b}@lab.fr` is a@lab.fr and b@lab.fr.
    """
    if _PLAIN.fullmatch(words):
        return (words,)
    braces = re.fullmatch(r"(?s)[{(](.{1,160})[)}]\s?@\s?(.{4,120})", words)
    if braces:
        people = re.sub(r"\]\([^()]*\)|[\[\s]", "", re.sub(r"\s(?:et|and)\s", ",", braces[1]))
        return tuple(f"{who}@{_joined(braces[2])}" for who in re.split(r"[,;|/&]", people) if who)
    return (_joined(words),)


def _joined(words: str) -> str:
    words = re.sub(r"(?i)\s?[(\[{<]\s?(?:at|arobase?|a|@|chez)\s?[)\]}>]\s?", "@", words)
    words = re.sub(r"(?i)\s?[(\[{<]\s?(?:point|dot|pt|\.)\s?[)\]}>]\s?", ".", words)
    words = re.sub(r"(?i)\s(?:arobase?|at)\s", "@", words)
    words = re.sub(r"(?i)\s(?:point|dot)\s", ".", words)
    return re.sub(r"[\s\u200b\ufeff]", "", words)


def _read(match: re.Match[str]) -> Addresses | None:
    """Read a match, unless the address is a machine's, a model's, or taken back before."""
    before = re.split(r"\n|[.!?;] ", match.string[max(0, match.start() - 300) : match.start()])[-1]
    if _REFUSED.search(before):
        return None
    found = addresses(match["v"])
    return None if any(_NOBODY.match(address) for address in found) else found


RULES: tuple[Rule[Addresses], ...] = (
    Rule(
        id="emails.plain",
        pattern=rf"{_BEGIN}(?P<v>{_LOCAL}@(?:{_CUT_AT_HYPHEN}|{_DOMAIN}|{_CUT_AT_DOT}))",
        cues=("@",),
        lead=90,
        read=_read,
        examples=(
            "CV et lettre à rh@ville.example.fr",
            "mailto:anne-marie.le_roux@univ-x.example.fr.",
            "[Régis](mailto:regis.perol@example.fr?subject=CV)",
            "Contact………<r.perol@example.fr>",
            "philippe.morel@univ-\nnord.example.fr",
            "marie.morel@univ.\nexample.fr",
        ),
        rejects=(
            "Nomenclature @CTES : 4.2",
            "guichet numérique Cart@DS",
            "suivez-nous sur https://social.example.fr/@ville.fr",
            "Vos données personnelles : écrire à contact@example.fr",
            "délégué : dpo@example.fr",
            "(ne pas répondre à liste@example.fr)",
            "les adresses sont de la forme prenom.nom@example.fr",
            "git clone git@forge.example.fr",
            "à rh@ville. Merci de joindre un CV",
        ),
        rank=2,
    ),
    Rule(
        id="emails.in-words",
        pattern=(
            rf"{_BEGIN}(?P<v>{_W}(?:{_DOT}{_W}){{0,4}}?(?:{_BRACKETED_AT}| (?:arobase|arobas) )"
            rf"{_WORD_DOMAIN}|{_W}(?:{_DOT}{_W}){{1,4}}? at {_WORD_DOMAIN})"
        ),
        cues=(
            "(at", "[at", "{at", "<at", "( at", "[ at", "(a)", "[a]", "(@", "[@", "( @", "[ @",
            "(chez", "arobas", "(arobas", "[arobas", " at ",
        ),
        lead=90,
        read=_read,
        examples=(
            "corentin.helgouach[at]univ.example.fr",
            "sidonie(point)marchand(at)lab(point)example(point)fr",
            "Écrire à nom.prenoms [arobase] ville.example.fr",
            "rh arobase ville point example point fr",
            "jeanne.marchal (AT) lab.example.org",
        ),
        rejects=(
            "arobase : signe des adresses",
            "We meet at example.org",
            "niveau (a) ou (b), voir example.fr",
        ),
        rank=3,
    ),
    Rule(
        id="emails.spaced",
        pattern=(
            rf"{_BEGIN}(?P<v>(?:{_W}(?:{_SPACED_DOT}{_W}){{0,4}} ?@ |{_MAILBOX} @){_W}"
            rf"(?:{_SPACED_DOT}{_W}){{0,4}}(?:\.{_TLD}| \. (?:fr|com|org|net|eu|be)\b))"
        ),
        cues=("@ ", "@\n", " @", "\n@"),
        lead=90,
        read=_read,
        examples=(
            "nom . prenoms @ ville.example.fr",
            "rh @ ville . example . fr",
            "rh@ ville.example.fr . Merci",
            "recrutement @ville.example.fr",
        ),
        rejects=("suivez-nous @ville.fr", "à l'adresse . rh@example.fr", "Merci. Bien à vous @ bientôt. Elle arrive"),
        rank=3,
    ),
    Rule(
        id="emails.braces",
        pattern=rf"(?P<v>[{{(]{_ITEM}(?: ?[,;|/&] ?(?:et |and )?{_ITEM}){{0,5}}[)}}] ?@ ?{_DOMAIN})",
        cues=("}@", ")@", "} @"),
        lead=180,
        read=_read,
        examples=(
            "{claire.vidal, paul.roux}@lab.example.fr",
            "{[c.vidal](http://c.vidal/),\n[p.roux}@lab.example.fr](mailto:p.roux%7D@x)",
        ),
        rejects=("f(x)@", "{} @ vide"),
        rank=4,
    ),
)  # fmt: skip


# The end of a line before an address that a hyphen goes on from: "jean.le-", then "bihan@".
_CUT_BEFORE = pattern(r"[^\W_][\w-]{1,30}\.(?:\w{1,20}\.){0,2}\w{1,20}-[ ]?\n?[ ]{0,30}$")


def settle(reading: Reading) -> Finding:
    """Every address of the posting itself, those of the mail that brings it left out."""
    candidates = reading.of("emails")
    if not candidates:
        return Finding(())
    document = reading.document
    begin = body_start(document.text)
    kept = without_overlaps(c for c in candidates if c.span.start >= begin)
    found = [one for c in kept for one in _as_written(document, c)]
    return Finding(tuple(sorted(found, key=lambda c: c.span.start)))


def _as_written(document: Document, candidate: Candidate[Any]) -> Iterator[Candidate[str]]:
    """Give each address of a candidate in the letters of the text; what was run into it goes."""
    span = candidate.core
    before = _CUT_BEFORE.search(document.folded, max(0, span.start - 80), span.start)
    words = document.quote(span)
    run_in = _KNOWN_TLD.search(words, words.find("@") + 1)
    span = Span(
        before.start() if before else span.start,
        span.start + run_in.end() if run_in else span.end,
    )
    for address in addresses(document.quote(span)):
        if len(address.rpartition(".")[2]) <= 12:
            yield replace(candidate.meaning(address), span=span, core=span)


FIELD = Field("emails", RULES, settle, serves="apply_to.emails")
