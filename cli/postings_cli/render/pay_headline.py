"""The answer of `postings pay` in a few lines: what was priced, and what it comes to."""

from __future__ import annotations

from collections.abc import Iterator

from postings_cli.pay.answer import PayAnswer
from postings_cli.render.figures import Figures
from postings_cli.render.pay_words import full_name, index, money_span, nbi_of, without_nbi


def headline(answer: PayAnswer, figures: Figures) -> Iterator[str]:
    """What was priced and on which day; gross a year and a month; the NBI apart."""
    day = figures.day(answer.asked.day.isoformat())
    share = answer.asked.share
    part = "" if share == 1 else f", {figures.exact(round(share * 100, 2).normalize())} % of a post"
    yield f"{subject(answer)}, {day}{part}"
    months, years = zip(*(without_nbi(pay) for pay in answer.pays), strict=True)
    yield (f"{money_span(years, figures)} € a year gross, {money_span(months, figures)} € a month")
    nbi = nbi_of(answer.pays[0])
    if nbi:
        yield (
            f"NBI {answer.asked.nbi} points besides: {figures.money(nbi.year)} € a year, "
            f"{figures.money(nbi.month)} € a month"
        )


def subject(answer: PayAnswer) -> str:
    """`IB 444–821`, `IM 395`, `category B, FPT`, or the grade with its corps."""
    asked = answer.asked
    if asked.ib:
        ends = [end.upper().replace("BIS", "bis") for end in asked.ib]
        return "–".join((index(ends[0]), *ends[1:]))
    if asked.im:
        return f"IM {'–'.join(asked.im)}"
    if asked.category:
        return f"category {asked.category}" + (f", {asked.versant}" if asked.versant else "")
    first = answer.ladders[0]
    if len(answer.ladders) == 1:
        return full_name(first.entries)
    return f"{first.entry.corps} · {first.entry.versant}"
