"""The day on which the posting was published."""

from __future__ import annotations

import re

from postings.dates import PartialDate
from postings.fields.field import Field, Reading
from postings.patterns import pattern
from postings.resolve import Finding, resolve, single
from postings.rules import Rule
from postings.timeline import as_iso, dated, labelled_date, with_year

_PUT_UP = r"(?:publie|diffuse|affiche|depose|poste|paru|mise? en ligne|parution|publication|diffusion|affichage)"


# The right of a letter's first lines; the cells under a board's title.
_LETTER_HEAD, _BOARD_HEAD = 4, 9
_FAR_RIGHT = 20  # blanks before what is set at the right of an empty line


def _line(match: re.Match[str]) -> int:
    return match.string.count("\n", 0, match.start())


# What makes the month beside it that of something else.
_OF_THE_POST = pattern(r":|debut|prise|pourvoir|rentree|date|partir|demarr|periode|\bfin\b|jusqu")


def _month_of_the_page(match: re.Match[str]) -> PartialDate | None:
    """A month at the right of the first lines, or alone on the first one, as on a letter."""
    day, before = labelled_date(match), match.string[: match.start()]
    if not day or not day.year or day.day or _line(match) >= _LETTER_HEAD:
        return None
    beside = before.rpartition("\n")[2]
    if not beside.strip():
        return day if len(beside) >= _FAR_RIGHT or not before.strip() else None
    return None if _OF_THE_POST.search(beside) else day


def _day_of_the_cell(match: re.Match[str]) -> PartialDate | None:
    """The day in the cell "Date" of the first lines, as on a board's page."""
    day = labelled_date(match)
    return day if day and _line(match) < _BOARD_HEAD and day.year and day.day else None


RULES: tuple[Rule[PartialDate], ...] = (
    Rule(
        id="published_on.label",
        pattern=(
            r"(?:date (?:de |d'|du )(?:la |l')?(?:publication|parution|diffusion|affichage|annonce"
            r"|mise en ligne|l'annonce|l'offre)(?: et de publication)?|date de l'annonce"
            r"|parution|mise? en ligne(?: (?:le|du sujet|de l'offre|de l'annonce))?|publication|annonce(?= du| ?:))<SEP>(?:le |du )?(?P<v><DATE>)"
        ),
        cues=("date d", "parution", "mis en ligne", "mise en ligne", "publication", "annonce"),
        read=labelled_date,
        examples=(
            "Date de publication : 12/03/2026",
            "mis en ligne le :\n\n04 SEP. 2025",
            "Mise en ligne : 12 janvier 2026",
            "Parution : 3 avril 2026",
            "Date d'affichage et de publication : 22/12/2025",
            "Date de l'annonce : 13/02/2026",
            "mise en ligne du sujet ........ 3 mars 2025",
            "Annonce du 5 janvier 2026",
        ),
        rejects=("Date de convocation : 06/11/2025", "publication avant le 31 mars 2026"),
        rank=4,
    ),
    Rule(
        id="published_on.opening-words",
        pattern=(
            r"(?:(?:offre|annonce|avis) )?(?:(?:publie|diffuse|affiche|paru|mis|redige)e?(?: en ligne| dans [a-z' ]{3,25}?)?|postee? par [a-z' -]{2,25}?)"
            r"(?: le ?:| le|,| :|:) ?(?P<v><DATE>)"
        ),
        cues=(
            "publie",
            "diffuse",
            "affiche",
            "paru",
            "mis en",
            "mise en",
            "redige",
            "poste par",
            "postee par",
        ),
        lead=9,
        read=lambda match: day if (day := labelled_date(match)) and day.year else None,
        examples=(
            "Publiée le 20/09/2021",
            "Publié le mardi 4 novembre 2025 à 10:12",
            "Avis diffusé le 16.01.2026",
            "Posté par Anaïs le 16/02/21 à 16h",
        ),
        rejects=(
            "Actualisé le 20/09/2021",
            "la déclaration de vacance publiée le 9 février 2026 sur l'espace numérique",
            "décret publié le 3 mars 2024",
            "l'index publié le 1er mars dernier",
        ),
        rank=3,
        unless=r"decret|arrete|loi |rapport|declaration|deliberation|etude|article",
    ),
    Rule(
        id="published_on.front-matter",
        pattern=r"(?<![^\n])(?:poste?_ouvert|published[a-z_]{0,4}|date|date_publication|created[a-z_]{0,4}): ?['\"]?(?P<v>(?:19|20)\d\d-\d\d-\d\d)",
        cues=("post_ouvert", "poste_ouvert", "published", "date:", "date_publication", "created"),
        read=labelled_date,
        examples=("---\ntitle: Data engineer\ndate: 2024-09-17\n---",),
        rejects=("Date: ven. 17 mai 2024 à 08:51",),
        rank=3,
    ),
    Rule(
        id="published_on.cell",
        pattern=r"(?<![^\n])[ ]{0,4}date[ ]?\n[ ]{0,9}\n?[ ]{0,9}(?P<v><DATE>)[ ]{0,9}(?=\n)",
        cues=("date",),
        read=_day_of_the_cell,
        examples=("Régisseuse d'expositions\n\nDate\n06-06-2025\nRéférence\n0412",),
        rejects=(
            "Régisseuse d'expositions\nDate limite\n06-06-2025\n",
            "\n\n\n\n\n\n\n\n\n\nDate\n06-06-2025\nSignature",
        ),
        rank=2,
    ),
    Rule(
        id="published_on.online-since",
        pattern=r"en ligne depuis le (?P<v><DATE>)",
        cues=("en ligne",),
        read=labelled_date,
        examples=("Offre en ligne depuis le 12/04/2026",),
        rejects=("service en ligne ouvert le 12/04/2026",),
        rank=3,
    ),
    Rule(
        id="published_on.act-published",
        pattern=r"publication le (?P<v><DATE>)",
        cues=("publication le",),
        read=labelled_date,
        examples=(
            "après transmission en préfecture le 3 juillet 2025 et publication le 4 juillet 2025",
        ),
        rejects=("publication attendue à l'automne 2026",),
        rank=2,
    ),
    Rule(
        id="published_on.month-at-the-right",
        pattern=r"(?:(?<=[ ]{8})|(?<![^\n]))(?P<v><DATE>)[ ]{0,9}(?=\n)",
        cues=(
            "janvier",
            "fevrier",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "aout",
            "septembre",
            "octobre",
            "novembre",
            "decembre",
        ),
        read=_month_of_the_page,
        examples=(
            "                                Juin 2023\nStage de cartographie du littoral",
            "Juin 2023\n\nOFFRE D'EMPLOI\n",
            "DEVELOPPEUR WEB\n\nCDD 2 ans, projet Littoral            Juin 2023\n",
        ),
        rejects=(
            "Chargé de mission\nPrise de poste            Juin 2023\n",
            "Agent d'accueil\nCDD de 3 mois  Juillet 2023\n",
            "Stage de cartographie\nJuin 2023\n",
            "Début du contrat :                      Juin 2023 au plus tôt\n",
            "\n\n\n\nPrise de poste                          Juin 2023\n",
        ),
        rank=1,
    ),
)


def settle(reading: Reading) -> Finding:
    """The labelled date."""
    candidates = [with_year(c) for c in dated(reading, "published_on")]
    return single(resolve(as_iso(candidates)))


FIELD = Field("published_on", RULES, settle)
