"""Text cut to a width: between words, and with a mark where a word or the end is lost."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size

MARK = "…"


def wrap(text: str, width: int, limit: int) -> list[str]:
    """Fold text at its plain spaces into at most `limit` lines; no-break spaces hold."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and cell_len(lines[-1]) + 1 + cell_len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    if len(lines) > limit:
        lines = [*lines[: limit - 1], f"{lines[limit - 1]} {MARK}"]
    return [clip(line, width) for line in lines]


def clip(text: str, width: int) -> str:
    """Cut the end of a text too wide."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, max(0, width - 1)).rstrip() + MARK


def clip_start(text: str, width: int) -> str:
    """Cut the beginning of a text too wide: the end of a path tells more."""
    if cell_len(text) <= width:
        return text
    kept = text
    while kept and cell_len(kept) > width - 1:
        kept = kept[1:]
    return MARK + kept
