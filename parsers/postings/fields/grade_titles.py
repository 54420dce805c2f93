"""Grades that head a posting: in its title, or as an academic post."""

from __future__ import annotations

from postings.grades.lists import GradeList, as_a_title, grade_list, in_a_heading, in_the_head
from postings.rules import Rule

_ACADEMIC = (
    r"(?P<v>(?:maitre(?:sse)?s? (?:ou|/|et) )?"
    r"maitre(?:sse|[·./-]sse|\(sse\))?s? de conferences|"
    r"professeur<E> (?:ou professeur<E> )?des universites|mcf\b)"
)
# With what the law's own names begin, and what else makes a name a grade's.
_LEGAL_HEAD = (
    r"(?:adjoint|attach|secretair|inspect|controleu|greffi|conservat|redact|ouvri|prepar|"
    r"agent|assist|technic|ingenieu|charge)"
)

RULES: tuple[Rule[GradeList], ...] = (
    Rule(
        id="grades.academic",
        pattern=(
            rf"{_ACADEMIC}"
            r"(?: \((?:h/f|f/h|mcf|pu|pr)\))? (?:sera |qui sera )?(?:recrute|nomme)"
        ),
        cues=("maitre", "professeur", "mcf"),
        read=grade_list,
        examples=("La maîtresse ou le maître de conférences recruté enseignera",),
        rejects=("Contact : Ana Roux, maîtresse de conférences HDR",),
        rank=2,
    ),
    Rule(
        id="grades.academic-post",
        pattern=(
            r"(?:poste|emploi|concours|recrutement|recrute)s? "
            r"(?:(?:vacant|ouvert|permanent|titulaire)s? )?(?:d'une? |de |d'|une? )"
            rf"{_ACADEMIC}"
        ),
        cues=("maitre", "professeur", "mcf"),
        lead=36,
        read=grade_list,
        examples=("L'université ouvre un poste de maître de conférences en chimie",),
        rejects=("une équipe de 12 professeurs des universités",),
        rank=2,
    ),
    Rule(
        id="grades.academic-title",
        pattern=rf"(?:(?<=\n)|^)[ #*]{{0,60}}{_ACADEMIC}",
        cues=("maitre", "professeur", "mcf"),
        lead=62,
        read=in_a_heading,
        examples=("Fiche de poste\n   MAÎTRESSE OU MAÎTRE DE CONFÉRENCES\n",),
        rejects=("Directeur de stage : Luc Petit (Maître de conférences)",),
        rank=1,
    ),
    Rule(
        id="grades.title",
        pattern=r"(?P<v>[^\n]{4,140})",
        cues=("classe", "principal", "brigadier"),
        lead=90,
        read=in_the_head,
        examples=(
            "Rédacteur principal de 2ème classe (H/F)\nVille de Brax",
            "La ville recrute un gardien-brigadier (h/f)",
        ),
        rejects=(
            "Enseigner en 1ère classe",
            "Technicien haute classe",
            "Adjoint technique au conservateur principal",
        ),
        rank=1,
    ),
    Rule(
        id="grades.title-name",
        pattern=(
            r"(?:(?<=\n)|^)[ #*]{0,8}(?:une?(?:\(e\)|[·/.-]e)? |\d{1,2} |poste d[e'] ?)?"
            rf"(?={_LEGAL_HEAD})(?P<v>[^\n]{{8,140}}(?:\n[^\n]{{0,40}})?)"
        ),
        cues=(
            "adjoint",
            "agent",
            "attache",
            "secretaire",
            "inspecteur",
            "controleu",
            "greffi",
            "conservat",
            "prepar",
            "ouvrier",
            "assistant",
            "technicien",
            "redact",
            "ingenieur",
            "charge",
        ),
        lead=20,
        read=as_a_title,
        examples=(
            "Agent des services hospitaliers qualifié (hôtellerie) ........ 2 postes\n",
            "1 préparateur en pharmacie hospitalière (PPH)\n",
            "Adjoint administratif territorial H/F\n",
        ),
        rejects=(
            "Adjoint au maire\n",
            "Technicien de maintenance\n",
            "Adjoint administratif au service de l'état civil\n",
            "Attaché de presse\n",
        ),
        rank=1,
    ),
)
