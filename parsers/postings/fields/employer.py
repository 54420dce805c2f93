"""The organisation that hires, as written."""

from __future__ import annotations

import re
from dataclasses import replace

from postings.document import Document, Span
from postings.fields.field import Field, Reading
from postings.folding import fold
from postings.headings import begins_cell, laid_out, next_line, on_first_line, top_lines
from postings.jobs import begins_as_job
from postings.organisations import (
    ORGANISATION,
    is_agency,
    is_common_noun,
    is_organisation,
    labelled_length,
    name_length,
)
from postings.reference.departments import department_named
from postings.resolve import Finding
from postings.rules import Candidate, Rule

_NAME = r"(?P<v>[^\n]{2,150})"
_NO_NAME = re.compile(
    r"(?:site web|lieu|adresse|type|publi|non |nc\b|n\.c|nous|notre|votre|vous|on|elle|il"
    r"|l'entreprise"
    r"|ce|cette|je|qui|dont|le poste|la personne|description|date|poste|effectif|http|www|taille"
    r"|secteur|presentation|a taille|a propos|du|des|de|d'|et|en)\b"
)
_PROSE = re.compile(
    r"[.!?]$|\b(?:vous|nous|son ou sa|est|sont|propose|vise|emploie|a pour|gere|compte"
    r"|publie|recherche)\b|^.{120}"
)
# The offer is another's: the firm that publishes it is no employer.
_FOR_OTHERS = re.compile(
    r"pour (?:le compte de|l'une? de (?:nos|ses)|une? de (?:nos|ses)|notre"
    r"|son) (?:enseigne|client)"
)
_NO_SUBJECT = re.compile(
    r"\b(?:nous|notre|nos|votre|vos|vous|on|je|qui|client|clients|elle|il|ils|elles|equipe"
    r"|entreprise$"
    r"|societe$|restaurant|magasin|candidat|agence|recherche|profil|ce|cette|poste|suite"
    r"|afin|pour|dans"
    r"|avec|mission|missions|service|direction|laboratoire|personne|projet|collectivite"
    r"|l'etablissement"
    r"|structure|association$)(?!\w)"
)


def _labelled(match: re.Match[str]) -> str | None:
    """Refuse a label's neighbour, and the firm that publishes for another."""
    value = match["v"].strip()
    if _NO_NAME.match(value) or is_agency(value) or re.fullmatch(r"[\w.-]*/[\w./-]*", value):
        return None
    return value


def _header(match: re.Match[str]) -> str | None:
    """Read a line among the first ones that is the name of a body, not of a part of one."""
    value = match["v"].strip()
    return value if is_organisation(value) and not _PROSE.search(value) else None


def _subject(match: re.Match[str]) -> str | None:
    """Read who recruits; a name that the folded text alone cannot tell is left to `settle`."""
    value = match["v"].strip(" ,:-")
    if re.search(r"\b(?:la|de|et|en|les|des|du|sa|leur|pour)$|\bd'$|\bet les\b", value):
        return None  # "… pour la recherche"
    if is_agency(value) or (not is_organisation(value) and _NO_SUBJECT.search(value)):
        return None
    return value


_RECRUITS = (
    r"(?:recrut(?:e|ent)\b|(?:re)?cherch(?:e|ent)\b(?! (?:a |pour l'un|pour un de"
    r"|pour son client))"
    r"|est a la recherche|propose un contrat|souhaite recruter)"
)

RULES: tuple[Rule[str], ...] = (
    Rule(
        id="employer.label",
        pattern=(
            r"(?:nom (?:de l'|de la |du )?)?"
            r"(?:employeur(?: public)?|collectivite(?: employeur)?"
            r"|etablissement(?: employeur| recruteur"
            r"|d'accueil)?|structure(?: d'accueil| employeur)?|entreprise|societe"
            r"|organisme(?: d'accueil"
            r"| employeur| recruteur)?|(?:service|direction|entite"
            r"|administration)(?:/equipe)? qui recrute"
            rf"|recruteur|laboratory)(?:[ ]{{0,3}}\*{{0,2}}:\*{{0,2}}[ ]{{0,20}}"
            rf"|[ ]{{0,9}}\n{{1,2}}[ ]{{0,9}}|[ ]{{3,40}}){_NAME}"
        ),
        cues=(
            "employeur",
            "collectivite",
            "etablissement",
            "structure",
            "entreprise",
            "societe",
            "organisme",
            "nom d",
            "service qui",
            "direction qui",
            "entite",
            "recruteur",
            "laboratory",
            "administration",
        ),
        read=lambda m: _labelled(m) if _is_label(m) else None,
        examples=(
            "Employeur : Ville de Belleroche",
            "Employeur\nBELLEROCHE AGGLOMERATION\nLieu de travail",
            "Collectivité : Département des Hautes-Landes",
            "GROUPEMENT HOSPITALIER – Établissement : CENTRE HOSPITALIER DES ARCADES",
            "Nom du service qui recrute : Direction du patrimoine",
            "Structure d’accueil       Institut du paysage (IDP)",
        ),
        rejects=(
            "Employeur\nSite web de l'employeur\nLieu de travail",
            "Entreprise\nALPHA RH INTERIM",
            "un employeur : nous",
            "Travailler en entreprise est un plus",
        ),
        rank=7,
    ),
    Rule(
        id="employer.recruits",
        pattern=(
            rf"(?P<v>(?:la |le |les |l')?{ORGANISATION}[^\n.;:!?]{{0,70}}?)"
            rf"(?: \([^)\n]{{2,80}}\))?,?(?: a [\w-]{{3,25}}(?: \(\d{{5}}\))?)? {_RECRUITS}"
        ),
        cues=(
            "recrut",
            "recherche",
            "cherche",
            "a la recherche",
            "propose un contrat",
            "souhaite recruter",
        ),
        lead=190,
        read=_subject,
        examples=(
            "La Ville de Belleroche recrute",
            "La Ville de Belleroche (Yvelines, 9 700 habitants) recherche un(e) gardien(ne)",
            "Suite à un départ, la mairie de Belleroche recherche un agent",
            "Le GIP Santé en Ponant recherche un.e pilote",
            "L'EHPAD Les Ormes (60 résidents) à Belleroche (15100) recherche un aide-soignant",
        ),
        rejects=(
            "Rédiger des notes pour la Région. Nous recrutons",
            "AQUARIUS RH, acteur du recrutement, recherche un régleur",
        ),
        rank=4,
    ),
    Rule(
        id="employer.subject-recruits",
        pattern=(
            r"(?<![^\n])(?:title:)?[#* ]{0,5}(?:le )?\[?(?P<v>(?:la |le |les "
            r"|l')?[a-z][\w'.& -]{1,45}?)"
            r"(?:\])?(?: ?\([^)\n]{2,80}\))?(?:, [^,\n]{3,60},|,)? (?:recrute\b"
            r"|(?:re)?cherche (?:un|son|sa|des|\d)|est a la recherche d)"
        ),
        cues=("recrut", "recherche", "cherche", "a la recherche"),
        lead=150,
        read=_subject,
        examples=(
            "Le Groupe Marchand recrute pour ses chantiers !",
            "Dupont-Leroy est à la recherche d'un responsable",
            "V.A.L.S.E (Livraison de repas), recrute 1 livreur",
        ),
        rejects=(
            "Notre société recrute un chauffeur",
            "Restaurant traditionnel cherche un cuisinier",
            "Nous recherchons un agent",
        ),
        rank=2,
    ),
    Rule(
        id="employer.on-behalf",
        pattern=(
            rf"pour (?:le compte |et au nom )(?:de )?(?:la |le |l'|du "
            rf"|d'un )?(?P<v>{ORGANISATION}[^\n,;:!?]{{2,70}})"
        ),
        cues=("pour le compte", "pour et au nom"),
        read=_labelled,
        examples=("Le centre de gestion recrute pour le compte de la commune de Belleroche :",),
        rejects=("pour le compte de tiers",),
        rank=8,
    ),
    Rule(
        id="employer.beside-job",
        pattern=(
            rf"[^\n]{{4,110}}?(?: [-|] | a la | a l'"
            rf"| au )(?!agence)(?P<v>{ORGANISATION}[^\n]{{2,80}})"
        ),
        cues=(),
        read=_header,
        examples=(
            "Infirmier (h/f) - Direction de la santé - Ville de Belleroche",
            "Chef de projet urbanisme à la Métropole de Lys",
        ),
        rejects=("Chef de projet à la mairie, vous animez le service.", "Agent d'accueil"),
        rank=3,
    ),
    Rule(
        id="employer.client-recruits",
        pattern=(
            r"notre client (?P<v>[a-z][\w'.&-]{2,30}(?: [\w'.&-]{2,20}){0,2}) (?:recrute"
            r"|recherche)\b"
        ),
        cues=("notre client",),
        read=_labelled,
        examples=("Notre client Verrières recrute un préparateur",),
        rejects=("Nous recherchons pour notre client un soudeur",),
        rank=3,
    ),
    Rule(
        id="employer.heading",
        pattern=rf"(?:a la |a l'|au )?{_NAME}",
        cues=(),
        read=_header,
        examples=(
            "VILLE DE BELLEROCHE\nrecrute",
            "Agent d'accueil\nMairie de Belleroche\nBelleroche, France",
            "CENTRE HOSPITALIER DES ARCADES\nDirection des soins",
        ),
        rejects=(
            "Département des ressources humaines",
            "Direction du port de plaisance",
            "Agent d'accueil à la mairie de Belleroche",
        ),
        rank=5,
    ),
    Rule(
        id="employer.second-line",
        pattern=(
            r"(?P<v>[^\n]{2,150})\n\s{0,4}[\w' -]{2,60}, france(?:, [\w' -]{2,60}, "
            r"france){0,4}[ ]{0,9}(?:\n|$)"
        ),
        cues=(),
        read=lambda m: None if _is_first(m) else _labelled(m),
        examples=("Chef de projet F/H\n\nÉtablissement Alpha - Pôle numérique\n\nLyon, France\n",),
        rejects=("Chef de projet\nLyon, France\n", "Chef de projet\n\nLe contexte de la France\n"),
        rank=6,
    ),
    Rule(
        id="employer.inhabited",
        pattern=(
            r"(?P<v>[a-z][\w' -]{2,60}?(?:, commune nouvelle\b)?)(?:(?<=nouvelle)"
            r"|[ ]{0,9}\n[^\n]{0,40}?\b\d[\d ]{1,8} habitants\b)"
        ),
        cues=(),
        read=_labelled,
        examples=(
            "Belleroche-sur-Lys\nAriège – 2 150 habitants",
            "BELLEROCHE, commune nouvelle\nOffre d’emploi",
        ),
        rejects=("Belleroche-sur-Lys\nun service de 12 agents",),
        rank=5,
    ),
    Rule(
        id="employer.joining",
        pattern=(
            rf"rejoi(?:ndre|gnez) (?:la |le |les "
            rf"|l')?(?P<v>{ORGANISATION}[^\n,.;:!?]{{2,60}})(?=[,.;:!?]|\n|$)"
        ),
        cues=("rejoindre", "rejoignez"),
        read=_labelled,
        examples=("Rejoindre l'université de Belleroche, c'est bénéficier de nombreux avantages",),
        rejects=("Rejoignez une équipe", "Rejoignez nos services"),
        rank=2,
    ),
    Rule(
        id="employer.presented",
        pattern=(
            rf"(?<![^\n])(?:la |le "
            rf"|l')(?P<v>{ORGANISATION}[^\n,.;:!?(]{{2,70}}?)(?: ?\([^)\n]{{2,30}}\))?,? "
            r"(?:est (?:un|le|la|l')|gere |emploie |regroupe |compte \d|recouvre |accueille )"
        ),
        cues=("la ", "le ", "l'"),
        read=_labelled,
        examples=(
            "L'Association des Ormes (A.D.O), gère trois foyers",
            "Le Département de la Brenne emploie 3 000 agents",
        ),
        rejects=("La région est propriétaire de lycées", "selon la ville, le poste est un atout"),
        rank=1,
    ),
    Rule(
        id="employer.authority",
        pattern=(
            r"(?:la |le )?(?:vice-)?(?:president|presidente|maire|directeur"
            r"|directrice)(?: general(?:e)? des services)?"
            rf" (?:de la |de l'|du |des |de |d')(?P<v>{ORGANISATION}[^\n.;:,]{{2,60}}"
            r"|[a-z][\w'-]{2,24}(?: [\w'-]{2,20})? (?:metropole|agglomeration))"
        ),
        cues=("president", "maire", "directeur", "directrice"),
        read=_labelled,
        examples=(
            "La Présidente de Estuaire Métropole,",
            "De charger Monsieur le Directeur général des services de Belleroche Métropole "
            "et le comptable",
        ),
        rejects=("le maire de sa commune", "sous la responsabilité du directeur du pôle"),
        rank=1,
    ),
)


def _is_label(match: re.Match[str]) -> bool:
    """A label begins its line, its cell, or what a dash sets apart."""
    text, start = match.string, match.start()
    return begins_cell(text, start) or text[start - 2 : start] in ("- ", "| ")


def _is_first(match: re.Match[str]) -> bool:
    return not match.string[: match.start()].strip()


# From this rank on, the name is what stands on one line.
_OF_A_LINE = 5


def settle(reading: Reading) -> Finding:
    """The surest way of writing it, then the first."""
    document = reading.document
    named = (_named(document, c) for c in reading.of("employer") if _credible(document, c))
    kept = sorted((c for c in named if c), key=lambda c: (-c.rule.rank, c.span.start))
    if not kept:
        return Finding()
    return Finding(kept[0].value, {"": [c for c in kept if c.value == kept[0].value]})


def _credible(document: Document, candidate: Candidate[str]) -> bool:
    """Refuse a line of prose, a letterhead's upper half, and the firm that hires for another."""
    name = candidate.rule.id.partition(".")[2]
    if name == "beside-job" and not begins_as_job(document.quote(candidate.span)):
        return False
    if name.endswith("recruits") and "recruté" in document.quote(candidate.span).lower():
        return False  # "un agent est recruté"
    if name == "heading":
        return not (_continued(document, candidate.core) or _over_another(document, candidate.core))
    intermediary = name == "subject-recruits" or document.folded.startswith(
        "entreprise", candidate.span.start
    )
    return not (intermediary and _FOR_OTHERS.search(document.folded))


def _continued(document: Document, core: Span) -> bool:
    """Tell whether a line is prose: begun in lower case, far down, or carried on below."""
    lines = laid_out(document.text)
    first = top_lines(lines, 9)
    far = not first or core.start > first[-1].start
    core = on_first_line(document, core)
    below = next_line(lines, core.start)
    words = document.quote(core)
    carried = document.quote(below)[:1].islower() and not words.isupper()
    together = document.text[core.end : below.start].count("\n") < 2
    return far or words[:1].islower() or (carried and together)


def _over_another(document: Document, core: Span) -> bool:
    """Tell whether a département's name stands over that of a commune or of its grouping."""
    folded = laid_out(document.text)
    below = next_line(folded, core.start)
    return folded.startswith("departement", core.start) and is_organisation(
        folded[below.start : below.end]
    )


def _named(document: Document, candidate: Candidate[str]) -> Candidate[str] | None:
    """Cut what follows the name; refuse a name that is written without a capital."""
    core = candidate.core
    if candidate.rule.rank >= _OF_A_LINE:
        core = on_first_line(document, core)
    words = document.folded[core.start : core.end]
    if candidate.rule.id == "employer.recruits":
        # A comma before a capital is the name's own: "GIP Santé, Territoires".
        kept = re.sub(r", (?=[A-ZÀ-Þ])", "\u00b7 ", document.quote(core))
        words = fold(kept)
    labelled = candidate.rule.id in ("employer.label", "employer.second-line")
    length = labelled_length(words) if labelled else name_length(words)
    core = Span(core.start, core.start + length)
    name = " ".join(document.quote(core).split())
    bracket = re.search(r" \(([^()]{2,30})\)$", name)
    if bracket and department_named(bracket[1]):
        name, core = name[: bracket.start()], Span(core.start, core.start + bracket.start())
    if candidate.rule.id != "employer.label":
        name = re.sub(r"^(?:(?:la|le|les) |l['’])(?=\w)", "", name, flags=re.IGNORECASE)
    if is_common_noun(fold(name)) or len(name) < 2 or not any(c.isupper() for c in name):
        return None
    span = Span(candidate.span.start, max(core.end, min(candidate.span.end, core.end + 40)))
    return replace(candidate, value=name, core=core, span=span)


FIELD = Field("employer", RULES, settle)
