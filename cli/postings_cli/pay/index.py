"""The indices that `--ib` and `--im` name, on a day; else a refusal that says what exists."""

from __future__ import annotations

from datetime import date

from postings.pay.calculation import Origin
from postings.reference.index_scale import (
    chevrons,
    hors_echelle_indices,
    hors_echelle_scale,
    index_scale,
    indice_majore,
    lowest_indice_brut,
    top_index,
)
from postings_cli.pay.refusals import NotInTables
from postings_cli.pay.request import PayRequest


def origins_asked(asked: PayRequest) -> list[Origin]:
    """One origin, the two ends of a range, or the chevrons of a lettre."""
    if asked.im:
        return [_of_im(int(text), asked.day) for text in asked.im]
    ends = [_of_ib(text, asked.day) for text in asked.ib]
    return ends[0] if len(ends) == 1 else [ends[0][0], ends[1][-1]]


def _of_im(im: int, day: date) -> Origin:
    if im > top_index(day) and im not in hors_echelle_indices(day):
        raise NotInTables(
            f"no indice majoré {im} exists on {day}: the highest is {top_index(day)}, "
            "or a lettre hors échelle", f"if it is an indice brut, say --ib {im}"
        )  # fmt: skip
    return Origin(im)


def _of_ib(text: str, day: date) -> list[Origin]:
    """An indice brut, a chevron, or the chevrons of a lettre."""
    try:
        if text.isdigit():
            majore = indice_majore(int(text), day)
            return [Origin(majore.value, text, used=(majore,))]
        return _of_letter(text, day)
    except LookupError:
        low, high = lowest_indice_brut(day), _highest_indice_brut(day)
        cure = f"the scale goes from {low} to {high}, then HEA to HEG"
        if text.isdigit() and int(text) < low:
            cure += f"; if it is an indice majoré, say --im {text}"
        raise NotInTables(f"no indice brut {text} is known on {day}", cure) from None


def _highest_indice_brut(day: date) -> str:
    return next(index_scale().known_on(day, reversed(index_scale().rows)))


def _of_letter(text: str, day: date) -> list[Origin]:
    scale = hors_echelle_scale()
    names = {name.lower(): name for name in scale.rows}
    if name := names.get(text.lower()):
        majore = scale.on(name, day)
        return [Origin(majore.value, name, used=(majore,))]
    letter = next((n.rstrip("123") for low, n in names.items() if low[:-1] == text.lower()), text)
    return [
        Origin(majore.value, f"{letter}{number}", used=(majore,))
        for number, majore in enumerate(chevrons(letter, day), 1)
    ]
