"""The last day to apply."""

from __future__ import annotations

import re

from postings.dates import PartialDate
from postings.fields.field import Field, Reading
from postings.resolve import Finding, resolve, single
from postings.rules import Rule
from postings.timeline import as_iso, dated, full_days, labelled_date, with_year

_APPLYING = (
    r"candidat|\bcv\b|postul|\blettre|lm\b|@|dossier|adress|envo|transmet|parvenir|depos|"
    r"\bmail\b|courriel|retourn|inscri|ecrire"
)
# What has an end of its own, and what only mentions a date.
_OTHER_ENDS = (
    r"obtenu|\bnee?s? |contrat de|mission|saison|projet|marche|exercice|mandat|"
    r"afficher|embauche|prise de|arrivee|debut d|rentree|livr|notif|vaccin|formation|stage de|ouverture|reponse|averti|informe|prevenu|resultat|poste ouvert"
)
_ON = r"(?:(?:le|au|du|pour le|jusqu'au|avant le) )?"
_LIMIT = (
    r"(?:date )?limite ?(?:de |du |d'|des |pour (?:la |le |les )?)?"
    r"(?:(?:depot|reception|envoi|remise|transmission|retour|reponse|inscription)s? )?"
    r"(?:de |du |d'|des |pour )?(?:l'|la |les? |votre )?"
    r"(?:candidatures?|dossiers?|postuler|candidater|offres?|depot|inscriptions?|cv)?"
)

RULES: tuple[Rule[PartialDate], ...] = (
    Rule(
        id="deadline.extended",
        pattern=rf"(?:prolonge|repousse|reporte|etendu)<E>(?: jusqu'?)?<FEW>{_ON}(?P<v><DATE>)",
        cues=("prolonge", "repousse", "reporte", "etendu"),
        read=labelled_date,
        examples=("Date limite : 12 mai 2024 - PROLONGÉE AU 26 MAI 2024",),
        rejects=("Le marché est prolongé de six mois.", "Contrat prolongé au 26 mai 2024"),
        rank=5,
        unless=r"contrat|projet|marche|mission",
    ),
    Rule(
        id="deadline.label",
        pattern=rf"{_LIMIT}<SEP>{_ON}(?P<v><DATE>)",
        cues=("limite",),
        lead=5,
        read=labelled_date,
        examples=(
            "Date limite de candidature : 10/04/2026",
            "Date limite de candidature\n15/02/2026",
            "Date limite dépôt des candidatures 15 décembre 2021",
            "Date limite de dépôt : jusqu'au 12 juin 2026 inclus",
            "Limite de dépôt des dossiers le 4 septembre 2025",
            "Date limite : 01/12/2021",
        ),
        rejects=(
            "Date limite de consommation : 10/04/2026",
            "durée limite de conservation 12 mois",
        ),
        rank=4,
    ),
    Rule(
        id="deadline.label-corrected",
        # A date struck out loses its stroke in plain text: which of the two holds is unsaid.
        pattern=rf"{_LIMIT}<SEP>{_ON}<DATE>[ ]{{1,4}}(?P<v><DATE>)(?![^\n]{{0,4}}\d)",
        cues=("limite",),
        lead=5,
        read=labelled_date,
        examples=("Date limite de candidature : 15 mai 2026 31 mai 2026",),
        rejects=(
            "Date limite de candidature : 15 mai 2026. Entretien le 31 mai 2026",
            "Date limite : 15/05/2026 - 31/05/2026",
        ),
        rank=4,
    ),
    Rule(
        id="deadline.closing",
        pattern=(
            r"(?:cloture(?= ?:)|fin (?:d'|de (?:la |l')?)(?:affichage|diffusion|publication|appel(?: a candidatures?)?)|(?:cloture|fermeture|fin) (?:de l'appel(?= ?:)|de l'appel a|du depot|de depot|des|de|du|d')?"
            r"(?: des?| du| de la| de reception des?)?"
            r" ?(?:candidatures?|inscriptions?|depots?|dossiers?|offre|publication)"
            rf"(?: des (?:candidatures|dossiers))?)<SEP>{_ON}(?P<v><DATE>)"
        ),
        cues=("cloture", "fermeture", "fin de", "fin des", "fin du"),
        read=labelled_date,
        examples=(
            "Clôture des candidatures : 30 avril 2026",
            "Clôture : 28/02/26",
            "Fin de dépôt des candidatures le 3 mars 2026",
        ),
        rejects=("Fermeture de l'université du 21/12/2024", "clôture des comptes le 31/12/2025"),
        rank=4,
    ),
    Rule(
        id="deadline.closing-after",
        pattern=(
            r"(?P<v><DATE>)[^\n.;]{0,40}?[:\-][ ]?(?:date limite|cloture|fin|limite)"
            r" (?:de |du |des )?(?:la )?(?:depot|reception|candidatures?|inscriptions?)"
        ),
        cues=(
            "cloture du",
            "cloture des",
            "cloture de",
            "fin du depot",
            "limite de",
            "date limite",
        ),
        lead=70,
        read=labelled_date,
        examples=("15 mai 2026, 12h00 (heure de Paris) : clôture du dépôt des dossiers",),
        rejects=("22 mai : annonce des candidats retenus pour l'oral",),
        rank=4,
    ),
    Rule(
        id="deadline.applications-window",
        pattern=(
            r"(?:candidatures?|inscriptions?|dossiers?|postuler|candidater|deposer|serveur|saisie)\b(?:(?!entretien|audition|jury)(?:[^\n.;]|(?<=:)\n|(?<=:[ ])\n)){0,120}?"
            r"(?:entre le|du) (?:<DATE>|(?:[a-z]{5,8} )?\d{1,2}\b)[^\n;]{0,20}? (?:au|et le|jusqu'au)(?: plus tard)?(?: le)? (?P<v><DATE>)"
        ),
        cues=(
            "candidature",
            "inscription",
            "dossier",
            "postuler",
            "candidater",
            "deposer",
            "serveur",
            "saisie",
        ),
        read=labelled_date,
        examples=(
            "Dépôt des candidatures : du 25 août au 14 septembre 2025 inclus",
            "Les dossiers se déposent sur la plateforme du 3 avril au 25 avril 2025 à 16 heures",
        ),
        rejects=(
            "Candidatures par courriel, entretiens du 2 au 9 juin 2025",
            "Inscriptions scolaires ouvertes toute l'année",
        ),
        rank=4,
        unless=r"eleve|scolaire|etudiant|urbanisme|usager",
    ),
    Rule(
        id="deadline.display",
        pattern=(
            r"(?:diffusion|affichage|publication|parution)(?: de l'(?:offre|avis|annonce))?<SEP>"
            r"du (?:<DATE>|\d{1,2}\b)[^\n;]{0,10}? au (?P<v><DATE>)"
        ),
        cues=("diffusion", "affichage", "publication", "parution"),
        read=labelled_date,
        examples=("Diffusion                 du 29 avril au 31 mai 2024",),
        rejects=("publication des résultats, du 3 au 5 mars",),
        rank=3,
    ),
    Rule(
        id="deadline.closes",
        pattern=(
            r"(?:cloture|fermeture)(?: (?:de l'appel|intervient|est fixee|prevue|automatique)){0,2}"
            r"(?: ?:| le| au){1,2} (?P<v><DATE>)"
        ),
        cues=("cloture", "fermeture"),
        read=labelled_date,
        examples=(
            "Dossiers par courriel ; clôture de l'appel : mercredi 12 novembre 2025, midi",
            "Écrire à la mairie. Candidatures : la clôture intervient le 9 juillet.",
        ),
        rejects=("Fermeture le 24 décembre à midi pour les usagers",),
        rank=3,
        needs=_APPLYING,
        unless=r"campagne|ouverture|usager|exercice|compte|public",
    ),
    Rule(
        id="deadline.no-later",
        pattern=(
            r"(?:(?:aucun|ne (?:sera|seront|pourra|pourront|sont|est))[^\n.;]{0,70}? )?"
            r"(?:apres|au-dela du|passe)(?: le)? (?P<v><DATE>)(?P<then>[^\n.;]{0,60})"
        ),
        cues=("aucun", "ne sera", "ne seront", "ne pourr", "apres", "au-dela du", "passe"),
        read=lambda match: (
            labelled_date(match)
            if not match[0].startswith(("apres", "au-dela", "passe"))
            or re.search(r"\bne |aucun|plus |attente|liste", match["then"])
            else None
        ),
        examples=(
            "aucun dossier ne sera lu après le 15 avril 2026",
            "Après le 31 mai 2026, les candidatures ne seront plus étudiées",
        ),
        rejects=("Les dossiers sont lus, et après le 15 avril 2026 viennent les entretiens",),
        rank=3,
        needs=_APPLYING,
    ),
    Rule(
        id="deadline.received-by",
        pattern=(
            r"(?:dossiers?|candidatures?|lettres?|cv|ensemble|reponses?)\b[^\n.;]{0,60}? (?:recu|parvenu|depose|envoye|transmis|adresse)<E>"
            r"(?:[^\n.;]{0,60}?, soit)? (?:avant |pour |jusqu'au )?(?:le )?(?P<v><DATE>)"
        ),
        cues=("dossier", "candidature", "lettre", "cv", "ensemble", "reponse"),
        read=labelled_date,
        examples=(
            "Nous lirons les dossiers reçus le 10 janvier 2025 au soir",
            "Vos lettres devront nous être parvenues pour le vendredi 11 avril 2025",
        ),
        rejects=("Un dossier de subvention a été déposé ; réponse le 3 mars 2026",),
        rank=3,
    ),
    Rule(
        id="deadline.reply-wished",
        pattern=(
            r"(?:reponses?|candidatures?|retours?) (?:souhaite|attendu|demande)<E>"
            r" (?:avant|d'ici|au plus tard|jusqu'au)(?: le| au)? (?P<v><DATE>)"
        ),
        cues=("reponse", "candidature", "retour"),
        read=labelled_date,
        examples=(
            "Réponse souhaitée avant le 31 août 2018. Entretiens début septembre.",
            "Candidatures attendues d'ici au 12 mai 2025",
        ),
        rejects=(
            "Réponse à tous les candidats avant le 20 avril 2026",
            "réponse de l'assurance attendue avant le 3 mars 2026",
        ),
        rank=3,
    ),
    Rule(
        id="deadline.reading-stops",
        pattern=(
            r"(?:arret|cess|clo|termin)[a-z]{1,8} (?:l'examen|la reception|le recueil|l'etude|l'instruction)"
            r" des (?:candidatures|dossiers) (?:le|au) (?P<v><DATE>)"
        ),
        cues=("arret", "cess", "clo", "termin"),
        read=labelled_date,
        examples=("Nous arrêterons l'examen des candidatures le 16 février 2024",),
        rejects=("Nous arrêterons la liste le 16 février 2024",),
        rank=4,
    ),
    Rule(
        id="deadline.that-is",
        pattern=(
            r"(?:parvenir|adress|transmett|envoy|depos|candidat)[^\n.;]{0,110}?, soit (?:le |avant le |jusqu'au )(?P<v><DATE>)"
        ),
        cues=("parvenir", "adress", "transmett", "envoy", "depos", "candidat"),
        read=labelled_date,
        examples=(
            "à faire parvenir trois semaines au plus après la mise en ligne, soit le 13 juin 2025",
        ),
        rejects=("adresser une facture, soit 120 € le 13 juin 2025",),
        rank=3,
    ),
    Rule(
        id="deadline.strictly",
        pattern=(
            r"(?:le |au |pour le )?(?P<v><DATE>),? ?(?:au plus tard|dernier delai|(?:delai|terme) de rigueur|au soir|a minuit|minuit)"
        ),
        cues=(
            "au plus tard",
            "dernier delai",
            "delai de rigueur",
            "terme de rigueur",
            "au soir",
            "a minuit",
            "minuit",
        ),
        lead=45,
        read=labelled_date,
        examples=("transmises à services@example.fr, le 9 septembre 2022 au plus tard",),
        rejects=("Le marché sera livré le 9 septembre 2022 au plus tard",),
        rank=3,
        needs=_APPLYING,
        unless=rf"recevr|retenu|rencontr|\b(?:{_OTHER_ENDS})[^,;]{{0,40}}$",
    ),
    Rule(
        id="deadline.for",
        pattern=r"pour (?:le )?(?P<v><DATE>)",
        cues=("pour",),
        read=labelled_date,
        examples=(
            "CV + LM pour le 05/11/2021 à M. le Président",
            "Les candidatures sont attendues pour le 30 juin 2025",
        ),
        rejects=(
            "Venez avec votre CV ou appelez le 01 99 00 29 41 aux heures ouvrées du magasin ; nous voulons avoir choisi quelqu'un de sûr pour le 25 janvier",
            "l'embauche est prévue pour le 5 mai 2025, CV à envoyer",
        ),
        rank=3,
        needs=_APPLYING,
        reach=90,
        unless=rf"\b(?:{_OTHER_ENDS})[^,;]{{0,40}}$",
    ),
    Rule(
        id="deadline.front-matter",
        pattern=r"(?<![^\n])(?:poste_ferme|clos(?:ed|ing)[a-z_]{0,6}|deadline|date_limite|expires?[a-z_]{0,6}): ?['\"]?(?P<v><DATE>)",
        cues=("poste_ferme", "closed", "closing", "deadline", "date_limite", "expire"),
        read=labelled_date,
        examples=("---\ntitle: Data engineer\nclosed_on: 2024-10-06\n---",),
        rejects=("the deadline: see below",),
        rank=4,
    ),
    Rule(
        id="deadline.filing-set",
        pattern=(
            r"(?:depot|reception|remise|envoi) (?:des|du|de) (?:dossiers?|candidatures?)[^\n.;]{0,20}?"
            r"(?:est |sont )?(?:fixe|arrete)<E> (?:au|le|jusqu'au) (?P<v><DATE>)"
        ),
        cues=("depot", "reception", "remise", "envoi"),
        read=labelled_date,
        examples=("La date de dépôt des dossiers est fixée au 22 février prochain.",),
        rejects=("La date de dépôt du projet de loi est fixée au 22 février.",),
        rank=4,
    ),
    Rule(
        id="deadline.before",
        pattern=(
            r"(?:avant le|avant|jusqu'au|jusqu'a|au plus tard(?: pour)?(?: le| au)?|d'ici(?: au| le)?"
            r"|dernier delai(?: le)?)[ :]{1,3}(?P<v><DATE>)"
        ),
        cues=("avant", "jusqu'a", "plus tard", "d'ici", "dernier delai"),
        lead=3,
        read=labelled_date,
        examples=(
            "Merci d'adresser votre candidature (lettre, CV) avant 15/07/2025 à :",
            "Lettre + CV avant lundi 1er décembre 2025, 12h, en mairie",
            "Réception des CV : jusqu'à dimanche 25 janvier minuit",
            "Postulez au plus tard le mercredi 15 avril 2026 sur le site",
            "Candidatures jusqu'au 31/01/26",
        ),
        rejects=(
            "Poste vacant jusqu'au 30 août 2025.",
            "Candidats titulaires d'un Master obtenu avant le 30 septembre 2026",
            "CV et lettre. Mission du 5 janvier jusqu'au 16 février 2026.",
            "Merci de l'afficher jusqu'au 30 mars 2026 avant envoi.",
            "Réponse à toutes les candidatures avant le 20 avril 2026.",
            "Instruire les candidatures aux aides avant le 30 septembre de chaque année",
        ),
        rank=3,
        needs=_APPLYING,
        unless=rf"\b(?:{_OTHER_ENDS})[^,;]{{0,40}}$",
        but=r"^ (?:de )?chaque annee|^ tous les ans",
    ),
)


def settle(reading: Reading) -> Finding:
    """The labelled date, its year completed."""
    published = full_days(dated(reading, "published_on"))
    later = full_days(dated(reading, "starts_on")) or full_days(
        [c for c in dated(reading, "other_dates") if c.rule.id == "other_dates.interview"]
    )
    candidates = [
        with_year(c, after=published, before=later if not published else ())
        for c in dated(reading, "deadline")
    ]
    return single(resolve(as_iso(candidates)))


FIELD = Field("deadline", RULES, settle)
