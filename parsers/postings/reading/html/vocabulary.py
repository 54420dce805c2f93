"""What the elements of a web page are to the layout, and what a page says without words."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from postings.patterns import pattern
from postings.reading.extra import Element
from postings.reading.layout import COLUMN
from postings.reading.markup import Role, Vocabulary

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_INLINE = ("span", "strong", "b", "em", "i", "a", "label", "small", "time", "abbr", "font", "u")

HTML = Vocabulary(
    {
        **dict.fromkeys(
            (*HEADINGS, "p", "ul", "ol", "table", "section", "article"), Role.PARAGRAPH
        ),
        **dict.fromkeys(("main", "header", "footer", "blockquote", "figure"), Role.PARAGRAPH),
        **dict.fromkeys(("div", "address", "aside", "form", "fieldset", "center"), Role.BLOCK),
        **dict.fromkeys(("caption", "legend", "summary", "details", "hr", "figure"), Role.BLOCK),
        **dict.fromkeys(("td", "th"), Role.CELL),
        **dict.fromkeys(_INLINE, Role.INLINE),
        "pre": Role.VERBATIM,
        "li": Role.ITEM,
        "br": Role.BREAK,
        "tr": Role.ROW,
        "dl": Role.LABELS,
        "dt": Role.LABEL,
        "dd": Role.VALUE,
    }
)
_APPLY = pattern(r"(?i)\b(?:postul|candidat|r[ée]pondre|apply)")
_PRESERVED = pattern(r"(?i)white-?space[:\s-]{1,3}pre|\bpre-(?:line|wrap)\b")
_MOST_COLUMNS = 6


def show_addresses(root: Element) -> None:
    """Write out the addresses behind links that name none: where to write, where to apply."""
    for link in [a for a in root.iter("a") if ":" in (a.get("href") or "")]:
        words = link.text_content()
        address = _address(link.get("href") or "", words)
        if address and address.lower() not in words.lower():
            link.tail = f" ({address}){link.tail or ''}"


def _address(target: str, words: str) -> str:
    scheme, _, rest = target.strip().partition(":")
    if scheme.lower() in ("mailto", "tel"):
        return unquote(rest.partition("?")[0]).strip()
    return target.strip() if scheme in ("http", "https") and _APPLY.search(words) else ""


def mark_columns(root: Element) -> None:
    """Part the words that a page sets side by side with nothing between them but its style.

    Also names `pre` the elements whose style keeps line ends.
    """
    for element in list(root.iter("p", "div", "span")):
        style = f"{element.get('style') or ''} {element.get('class') or ''}"
        if _PRESERVED.search(style) and "nowrap" not in style:
            element.tag = "pre"
    for element in list(root.iter("div", "li", "p", "td", "dd")):
        children = list(_columns(element))
        for child in children[:-1]:
            child.tail = COLUMN


def _columns(element: Element) -> Iterator[Element]:
    """The children of an element that holds only inline ones, each with a style of its own."""
    children = list(element)
    if not 2 <= len(children) <= _MOST_COLUMNS or (element.text or "").strip():
        return
    if any(child.tag not in _INLINE or (child.tail or "").strip() for child in children):
        return
    if all(child.get("class") for child in children):
        yield from children
