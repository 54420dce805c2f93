"""Searches that look for literals first find what the pattern alone does."""

from __future__ import annotations

import pytest

from postings.contradictions.pay import _other_people
from postings.fields.grades import _firefighters
from postings.fields.stated_pay import _foot
from postings.fields.title import _names_research
from postings.patterns import search_with_cues


def test_what_has_a_cue_is_searched() -> None:
    search = search_with_cues(r"\bpiges?\b", ("pige",))
    found = search("paie a la pige, au feuillet")
    assert found is not None and found.span() == (10, 14)
    assert search("un pigeon") is None
    assert search("paie au mois") is None


@pytest.mark.parametrize(
    "words",
    [
        "en alternance", "un apprenti", "volontariat", "pompier volontaire", "service civique",
        "contrat d'engagement educatif", "moins de 18 ans", "un jeune de 16 ans", "des 17 ans",
        "assistante maternelle", "assistant familial", "accueillant", "en esat", "detenu",
        "au pair", "auto-entrepreneur", "autoentrepreneur", "independant", "mandataire", "vrp",
        "pige", "cachets", "reserviste", "a mayotte", "en polynesie", "nouvelle-caledonie",
        "wallis", "contrat local", "a l'etranger",
    ],
)  # fmt: skip
def test_every_way_of_another_pay_has_its_cue(words: str) -> None:
    assert _other_people(f"poste {words} a pourvoir")


@pytest.mark.parametrize("words", ["sapeur-pompier", "le sdis 99", "les spp"])
def test_every_word_of_firefighters_has_its_cue(words: str) -> None:
    assert _firefighters(f"au sein de {words} du territoire")


@pytest.mark.parametrize(
    "words",
    [
        "Offres similaires", "Les annonces d'emploi voisines", "Postes proches", "Offres recentes",
        "Offres qui pourraient", "Autres offres", "Nos annonces", "Ces offres", "Vous aimerez",
    ],
)  # fmt: skip
def test_every_head_of_other_offers_has_its_cue(words: str) -> None:
    assert _foot(f"le poste\n{words.lower()}\nun autre")


@pytest.mark.parametrize(
    "words", ["une these", "le stage", "un doctorat", "a phd", "un post-doc", "un postdoc"]
)
def test_every_word_of_research_has_its_cue(words: str) -> None:
    assert _names_research(f"sujet de {words} en chimie")
