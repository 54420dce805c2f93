"""Renew the tables of communes and intercommunalities.

usage: communes.py DECOUPAGE HISTORY WORDS [--checked-on DAY] [--into FOLDER]

The three are unpacked folders of packages, which npm fetches: the divisions of today, those of
2019 with the history of communes (later versions leave it out), and a list of French words.

    npm pack @etalab/decoupage-administratif @etalab/decoupage-administratif@0.7.0 \\
        an-array-of-french-words
    for each in *.tgz; do mkdir -p "${each%.tgz}" && tar xzf "$each" -C "${each%.tgz}"; done
    python tools/communes.py etalab-*-6.0.0/package etalab-*-0.7.0/package an-array-*/package

What is written is the same for the same packages; read the difference before committing it.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct

import postings.reference
from postings.folding import fold
from postings.reference import communes, intercommunalities
from postings.reference.communes import name_key, name_words
from postings.reference.departments import department_of_postal_code
from postings.reference.intercommunalities import intercommunality_key

TABLES = Path(postings.reference.__file__).parent / "tables"

# A name stands for one of its namesakes if that one has so many times the others' inhabitants.
NAMESAKES = 40
# One that was merged into another counts for this part of it: its name is seldom written any more.
MERGED = 0.1
# Longer names begin with it ("Rochefort", "Rochefort-du-Gard") and may be cut short: the same,
# against the most populous of them, in a name of office and elsewhere.
LONGER_IN_OFFICE, LONGER = 1, 5
# A smaller commune whose name is a word of the language ("Job", "Grand") does not stand alone; a
# larger one is meant even where the employer is of another département.
KNOWN_FROM = 10_000  # inhabitants
# Nor do these: a firm; a common noun with its article; what Saint-Quentin-en-Yvelines, which is no
# commune, is cut short to.
NEVER_ALONE = ("Orange", "Le Port", "L'Union", "La Possession", "La Garde", "Saint-Quentin")
# Names given up before this day are forgotten: no posting has them.
REMEMBERED_FROM = "2000-01-01"
# Fewer of an intercommunality's inhabitants do not say that it is in a département.
SHARE = 0.05

COMMUNES_HEAD = """\
# Communes : nom, codes officiels géographiques de celles qui le portent ou l'ont porté depuis 2000
# (une commune qui a été réunie à une autre a le code de celle-ci).
# `07129*`: le nom seul la désigne; `44109!`: même chez un employeur d'un autre département;
# `92024+`: dans une dénomination officielle seulement (« Ville de Clichy »); sans signe: d'autres
# lieux s'appellent de même (règle et seuils: tools/communes.py).
# `04058/05110`: le code postal, là où il est d'un autre département. Lignes triées par nom, sans
# accents ni traits d'union.
"""
INTERCOMMUNALITIES_HEAD = f"""\
# Intercommunalités à fiscalité propre et établissements publics territoriaux : nom, départements
# où vivent plus de {SHARE:.0%} de leurs habitants, le plus peuplé d'abord. Lignes triées par nom,
# sans les mots qui disent ce qu'elles sont.
"""
Json = dict[str, Any]
CURRENT, DISTRICT = "commune-actuelle", "arrondissement-municipal"


class Bearers(Struct):
    """Who bears a name, or bore it: inhabitants by code of today."""

    current: dict[str, float]
    former: dict[str, float]

    @property
    def all(self) -> dict[str, float]:
        """Inhabitants of all, by code."""
        return self.former | self.current


class Register:
    """The communes of today, and whose names the others are."""

    def __init__(self, entries: list[Json]) -> None:
        self.today = {each["code"]: each for each in entries if each["type"] == CURRENT}
        self._merged = {old: code for code, c in self.today.items() for old in _old_codes(c)}
        self._part_of = {e["code"]: e["chefLieu"] for e in entries if "chefLieu" in e}

    def code(self, code: str) -> str | None:
        """The code of the commune of today that the one of a code is, or is now a part of."""
        if code in self.today:
            return code
        return self._part_of.get(code) or self._merged.get(code)

    def inhabitants(self, code: str) -> int:
        """How many live in a commune of today; 0 where nobody counts them."""
        return int(self.today[code].get("population", 0))


def _old_codes(commune: Json) -> list[str]:
    return list(commune.get("anciensCodes", ()))


def names(entries: list[Json], former: Iterable[Json]) -> dict[str, Bearers]:
    """Who bears or bore each name."""
    register = Register(entries)
    found: dict[str, Bearers] = defaultdict(lambda: Bearers({}, {}))
    for code, commune in register.today.items():
        found[commune["nom"]].current[code] = register.inhabitants(code)
    for each in (*entries, *former):
        own = each.get("chefLieu", each["code"])
        code = register.code(own)
        if code and each["type"] != DISTRICT:
            part = 1 if each["code"] == code else MERGED
            held = found[each["nom"]].former
            held[code] = max(held.get(code, 0), part * register.inhabitants(code))
    return found


def remembered(history: Iterable[Json]) -> list[Json]:
    """Communes of the history that bore a name within memory; not the parts they were made of."""
    return [
        each
        for each in history
        if each["type"] != "COMP" and each.get("dateFin", REMEMBERED_FROM) >= REMEMBERED_FROM
    ]


def by_words(named: dict[str, Bearers]) -> dict[tuple[str, ...], Bearers]:
    """The same, by the words of the names: ways of writing one name are put together."""
    found: dict[tuple[str, ...], Bearers] = defaultdict(lambda: Bearers({}, {}))
    for name, each in named.items():
        held = found[name_words(name)]
        held.current.update(each.current)
        held.former.update(each.former)
    return found


def most_populous_longer(held: dict[tuple[str, ...], Bearers]) -> dict[tuple[str, ...], float]:
    """For each name, the inhabitants of the largest other commune whose name begins with it."""
    largest: dict[tuple[str, ...], float] = defaultdict(float)
    for words, longer in held.items():
        for length in range(1, len(words)):
            name = words[:length]
            own = held[name].all if name in held else {}
            others = [count for code, count in longer.all.items() if code not in own]
            largest[name] = max(largest[name], *others, 0)
    return largest


def marks(
    held: dict[tuple[str, ...], Bearers], french: frozenset[str]
) -> dict[tuple[str, str], str]:
    """What a name alone is worth for a commune, by the name's key and the commune's code."""
    by_key: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in held:
        by_key["".join(words)].append(words)
    longer = most_populous_longer(held)
    found = {}
    for key, names in by_key.items():
        counts = {code: count for words in names for code, count in held[words].all.items()}
        current = {code for words in names for code in held[words].current}
        code = max(current or counts, key=lambda code: counts[code])
        own = counts[code] if current else 0
        others = sum(counts.values()) - counts[code]
        rival = max(longer[words] for words in names)
        is_word = own < KNOWN_FROM and any(_noun(words) in french for words in names)
        found[key, code] = _mark(own, others, rival, bool(current), is_word)
    for name in NEVER_ALONE:
        found |= {(k, c): "+" for (k, c), mark in found.items() if k == name_key(name) and mark}
    return found


def _noun(words: tuple[str, ...]) -> str:
    """The word of a name that has only one besides its article; else nothing."""
    without = words[1:] if words[0] in ("le", "la", "les", "l") else words
    return without[0] if len(without) == 1 else ""


def _mark(own: float, others: float, rival: float, current: bool, is_word: bool) -> str:
    if others and own < NAMESAKES * others:
        return ""
    if not rival or own >= LONGER * rival:
        alone = "!" if own >= KNOWN_FROM else "*"
        return alone if not is_word else "+" if current else ""
    return "+" if current and own >= LONGER_IN_OFFICE * rival else ""


def communes_rows(entries: list[Json], former: list[Json], french: frozenset[str]) -> list[str]:
    """The rows of communes.csv."""
    register, named = Register(entries), names(entries, former)
    alone = marks(by_words(named), french)
    rows = []
    for name in sorted(named, key=lambda name: (name_key(name), name)):
        key, held = name_key(name), sorted(named[name].all)
        cells = (f"{c}{alone.get((key, c), '')}{_postal(register.today[c])}" for c in held)
        rows.append(f"{name};{' '.join(cells)}")
    return rows


def _postal(commune: Json) -> str:
    """The postal codes of a commune whose post office is in another département."""
    own = department_of_commune(commune["code"])
    away = [
        code
        for code in commune.get("codesPostaux", ())
        if (found := department_of_postal_code(code)) is None or found.code != own
    ]
    return f"/{'/'.join(away)}" if away else ""


def department_of_commune(code: str) -> str:
    """The code of a commune's département, or collectivité d'outre-mer."""
    return code[:3] if code.startswith(("97", "98")) else code[:2]


def intercommunality_rows(entries: list[Json]) -> list[str]:
    """The rows of intercommunalities.csv."""
    rows = (f"{' '.join(each['nom'].split())};{' '.join(_inhabited(each))}" for each in entries)
    return sorted(rows, key=lambda row: (intercommunality_key(row.partition(";")[0]), row))


def _inhabited(entry: Json) -> list[str]:
    """The départements in which an intercommunality's inhabitants live, most populous first."""
    counts: Counter[str] = Counter()
    for member in entry["membres"]:
        counts[department_of_commune(member["code"])] += member["populationTotale"]
    return [code for code, count in counts.most_common() if count > SHARE * counts.total()]


def write(path: Path, head: str, columns: str, rows: list[str]) -> None:
    """Write a table: what it is and where it comes from, its columns, its rows."""
    text = "\n".join([head + columns, *rows, ""])
    path.write_text(text, encoding="utf-8")
    print(f"{path.name}: {len(rows)} rows, {len(text.encode())} bytes")


def load(package: Path, file: str) -> Any:
    """Read a file of a package."""
    return json.loads((package / file).read_text(encoding="utf-8"))


def version(package: Path) -> str:
    """The version of a package."""
    return str(load(package, "package.json")["version"])


def communes_table(decoupage: Path, history: Path, words: Path, day: date) -> tuple[str, list[str]]:
    """The head and the rows of communes.csv."""
    sources = (
        "# source: Insee, code officiel géographique et populations légales ; La Poste, codes "
        f"postaux (@etalab/decoupage-administratif {version(decoupage)})\n"
        f"# former_names: Insee, historique des communes (la même, {version(history)})\n"
        f"# words: an-array-of-french-words {version(words)}\n# checked_on: {day}\n"
    )
    former = remembered(load(history, "data/historique-communes.json"))
    french = frozenset(fold(word) for word in load(words, "index.json"))
    rows = communes_rows(load(decoupage, "data/communes.json"), former, french)
    return COMMUNES_HEAD + sources, rows


def intercommunalities_table(decoupage: Path, day: date) -> tuple[str, list[str]]:
    """The head and the rows of intercommunalities.csv."""
    sources = (
        "# source: DGCL, liste des EPCI ; Insee, liste des EPT "
        f"(@etalab/decoupage-administratif {version(decoupage)})\n# checked_on: {day}\n"
    )
    groups = [*load(decoupage, "data/epci.json"), *load(decoupage, "data/ept.json")]
    return INTERCOMMUNALITIES_HEAD + sources, intercommunality_rows(groups)


def main() -> None:
    """Write both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("decoupage", type=Path)
    parser.add_argument("history", type=Path)
    parser.add_argument("words", type=Path)
    parser.add_argument("--checked-on", type=date.fromisoformat, default=date.today())
    parser.add_argument("--into", type=Path, default=TABLES)
    given = parser.parse_args()
    head, rows = communes_table(given.decoupage, given.history, given.words, given.checked_on)
    write(given.into / communes.FILE, head, "name;codes", rows)
    head, rows = intercommunalities_table(given.decoupage, given.checked_on)
    write(given.into / intercommunalities.FILE, head, "name;departments", rows)


if __name__ == "__main__":
    main()
