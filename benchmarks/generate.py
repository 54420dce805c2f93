"""Write postings that nobody published: as many as asked, the same for the same seed.

usage: generate.py COUNT OUTPUT [--seed N]

OUTPUT is a directory, which gets a text file a posting (a thousand to a folder), or a file
`*.jsonl` of objects with `id` and `texte`. Sectors, layouts, labels, optional parts and lengths
vary; about 2.3 kB a posting, as on job boards. The words are in generate.toml, all invented.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

WORDS: dict[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
TAIL = ("benefits", "deadline", "contact", "apply")  # parts that close a posting
A_FOLDER = 1000


def thousands(amount: int) -> str:
    """1 234, as people write it."""
    return f"{amount:,}".replace(",", " ")


def month_pay(chance: Random) -> str:
    """Euros a month."""
    low = chance.randrange(1_800, 3_400, 10)
    span = f"{thousands(low)} € à {thousands(low + chance.randrange(100, 700, 50))} €"
    return f"{chance.choice((span, f'{thousands(low)} €'))} brut par mois"


def year_pay(chance: Random) -> str:
    """Euros a year."""
    low = chance.randrange(24, 58)
    high = low + chance.randrange(2, 9)
    return chance.choice(
        (
            f"{low}-{high} k€ brut annuel",
            f"entre {low} 000 et {high} 000 euros bruts par an",
            f"{low} K€ brut/an selon expérience",
        )
    )


def index_pay(chance: Random) -> str:
    """Indices of the public service."""
    low = chance.randrange(367, 600)
    return chance.choice(
        (
            f"indice brut {low} à {low + 90}",
            f"IM {low}, régime indemnitaire (RIFSEEP) et prime annuelle",
            "statutaire + régime indemnitaire + SFT le cas échéant",
            "grille indiciaire de la fonction publique, NBI de 15 points",
        )
    )


PAY = {"month": month_pay, "year": year_pay, "index": index_pay}


def day(chance: Random, when: date) -> str:
    """A day, in one of the ways that people write it."""
    spelled = f"{when.day} {WORDS['months'][when.month - 1]} {when.year}"
    return chance.choice((f"{when:%d/%m/%Y}", spelled, f"{when:%d.%m.%Y}"))


class Posting:
    """One posting: the choices that make it, and its text."""

    def __init__(self, seed: int, number: int) -> None:
        self.chance = Random(f"{seed}:{number}")
        self.sector = self.chance.choice(WORDS["sectors"])
        self.city, self.code = self.chance.choice(WORDS["places"])
        self.published = date(2023, 1, 1) + timedelta(self.chance.randrange(1000))
        self.person = self.chance.choice(WORDS["people"])

    def text(self) -> str:
        """The posting, its parts in the order of one layout."""
        lines = {name: self.line(name) for name in self.parts()}
        facts = [line for name, line in lines.items() if name not in TAIL]
        self.chance.shuffle(facts)
        body = [
            *self.prose(),
            *self.items(("Missions", "Vos missions", "Activités principales"), "missions", 4),
            *self.items(("Profil", "Profil recherché", "Compétences"), "profile", 3),
        ]
        middle = [*facts, *body] if self.chance.random() < 0.6 else [*body, "", *facts]
        tail = [line for name, line in lines.items() if name in TAIL]
        return "\n".join([self.title(), "", *middle, "", *tail]) + "\n"

    def parts(self) -> list[str]:
        """The names of the parts that this posting has."""
        had = [name for name, share in WORDS["often"].items() if self.chance.random() < share]
        return [name for name in had if name != "grade" or self.sector["grades"]]

    def title(self) -> str:
        """The job, as a heading or behind a label."""
        job = self.chance.choice(self.sector["jobs"]) + self.chance.choice(("", " (H/F)", " F/H"))
        written = (job, job.upper(), f"Intitulé du poste : {job}", f"Recrute : {job}")
        return self.chance.choice(written)

    def prose(self) -> list[str]:
        """What employers say of themselves, in one paragraph or in several."""
        said = self.some("context", 1)
        return ["", *(said if self.chance.random() < 0.5 else [" ".join(said)])]

    def items(self, headings: Sequence[str], of: str, least: int) -> list[str]:
        """A list of duties or qualities under its heading."""
        heading = self.chance.choice(headings)
        bullet = self.chance.choice(("- ", "• ", "* ", "– ", ""))
        listed = [f"{bullet}{item[0].upper()}{item[1:]} ;" for item in self.some(of, least)]
        return ["", self.chance.choice((heading, heading.upper(), f"{heading} :")), *listed]

    def some(self, of: str, least: int) -> list[str]:
        """Some of the words of a kind, in any order."""
        known: list[str] = WORDS[of]
        return self.chance.sample(known, self.chance.randint(least, len(known)))

    def line(self, part: str) -> str:
        """A part behind one of its labels."""
        return str(self.chance.choice(WORDS["labels"][part])) + self.said(part)

    def said(self, part: str) -> str:
        """What a posting says of a part."""
        if part in WORDS["said"]:
            return str(self.chance.choice(WORDS["said"][part]))
        written: dict[str, Callable[[], str]] = {
            "employer": lambda: self.one_of("employers").format(city=self.city),
            "place": lambda: f"{self.city} ({self.code})",
            "reference": lambda: f"O{self.code}{self.chance.randrange(10**6):06}",
            "published": lambda: self.day_after(0, 1),
            "contract": lambda: self.one_of("contracts"),
            "grade": lambda: " ou ".join(self.chance.sample(self.sector["grades"], 2)),
            "pay": lambda: PAY[self.one_of("pay")](self.chance),
            "start": lambda: self.day_after(40, 120),
            "deadline": lambda: self.day_after(14, 40),
            "contact": lambda: f"{self.person}, 01 99 00 {self.two_digits()} {self.two_digits()}",
            "apply": lambda: f"{self.person.split()[-1].lower().replace('é', 'e')}@example.fr",
        }
        return written[part]()

    def one_of(self, kind: str) -> str:
        """One of the ways of this sector."""
        return str(self.chance.choice(self.sector[kind]))

    def day_after(self, least: int, most: int) -> str:
        """A day so many days after the publication."""
        return day(self.chance, self.published + timedelta(self.chance.randrange(least, most)))

    def two_digits(self) -> str:
        """A part of a telephone number."""
        return f"{self.chance.randrange(100):02}"


def texts(count: int, seed: int = 1) -> Iterator[str]:
    """The first `count` postings of a seed; each is the same however many are asked for."""
    return (Posting(seed, number).text() for number in range(count))


def write_directory(folder: Path, count: int, seed: int) -> None:
    """Write a file a posting, in folders of a thousand."""
    for number, text in enumerate(texts(count, seed)):
        place = folder / f"{number // A_FOLDER:04}"
        if number % A_FOLDER == 0:
            place.mkdir(parents=True, exist_ok=True)
        (place / f"{number:07}.txt").write_text(text, encoding="utf-8")


def write_json_lines(file: Path, count: int, seed: int) -> None:
    """Write a line a posting."""
    with file.open("w", encoding="utf-8") as output:
        for number, text in enumerate(texts(count, seed)):
            output.write(json.dumps({"id": number, "texte": text}, ensure_ascii=False) + "\n")


def main() -> None:
    """Write what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("output", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    write = write_json_lines if asked.output.suffix == ".jsonl" else write_directory
    write(asked.output, asked.count, asked.seed)


if __name__ == "__main__":
    main()
