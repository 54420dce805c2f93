"""The lines of a card: a value, where it was read, and the words there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from postings.compare import evidence_for, place_of
from postings.posting import Evidence, Posting
from postings_cli.render import phrases
from postings_cli.render.cells import State, where
from postings_cli.render.figures import Figures
from postings_cli.safe import one_line

_PLACES = 3  # places named for one value

Said = tuple[str, str]  # a text, and the path of the key that it comes from


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of a card; `words` are those of the first place."""

    label: str
    text: str
    state: State = "found"
    places: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells the facts of one posting."""

    posting: Posting
    figures: Figures

    def facts(self, label: str, said: Iterable[Said], *, rivals: str = "") -> list[Fact]:
        """Facts under one label: what is said, then what competes at `rivals` or below.

        A label with nothing under it gets one fact, absent.
        """
        found = [self._fact(label, text, path) for text, path in said]
        found += self._competing(label, rivals) if rivals else []
        return found or [Fact(label, phrases.ABSENT, "absent")]

    def value(self, label: str, path: str, text: str | None) -> list[Fact]:
        """Facts of one key: its text, else the values that compete for it, else its absence."""
        return self.facts(label, [(text, path)] if text else [], rivals=path)

    def _fact(self, label: str, text: str, path: str) -> Fact:
        return Fact(label, one_line(text), "found", *self._shown(evidence_for(self.posting, path)))

    def _competing(self, label: str, path: str) -> Iterator[Fact]:
        for key, alternatives in self.posting.ambiguous.items():
            if key == path or key.startswith(path + "."):
                part = key[len(path) + 1 :].replace("_", " ")
                for alternative in alternatives:
                    value = phrases.spoken(key, alternative.value, self.figures)
                    text = f"? {part}: {value}" if part else f"? {value}"
                    yield Fact(label, text, "ambiguous", *self._shown(alternative.evidence))

    def _shown(self, evidence: Sequence[Evidence]) -> tuple[str, str]:
        """Each place once, and the words of the first."""
        places = list(dict.fromkeys(where(place_of(self.posting, e)) for e in evidence))
        more = ["…"] if len(places) > _PLACES else []
        return ", ".join(places[:_PLACES] + more), one_line(evidence[0].text) if evidence else ""
