"""The part of a page that is the posting: what belongs to the site is taken out.

A value of another offer would be a wrong value, and a line of the posting lost a missing one;
so whatever holds the page's heading stays, and each thing taken out has shown what it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from postings.patterns import pattern
from postings.reading.extra import Element
from postings.reading.html.other_offers import without_other_offers
from postings.reading.html.vocabulary import HEADINGS
from postings.reading.offer_titles import is_title

_NEVER_SHOWN = (
    *("script", "style", "noscript", "template", "head", "svg", "iframe", "object", "embed"),
    *("canvas", "audio", "video", "map", "dialog", "math"),
    *("input", "select", "option", "textarea", "button", "datalist", "progress", "meter"),
)
_HIDDEN = pattern(r"(?i)\b(?:display\s*:\s*none|visibility\s*:\s*hidden)")
_SITE_ROLES = frozenset(
    "navigation search dialog alertdialog contentinfo menu menubar toolbar".split()
)
# Parts of the names of classes and ids.
_CONSENT = frozenset(
    "cookie cookies cookiebar cookiebanner consent consentement tarteaucitron didomi onetrust "
    "axeptio gdpr rgpd cookiefirst".split()
)
_ROUTES = frozenset(
    "nav navbar navigation breadcrumb breadcrumbs ariane pagination pager sitemap menu submenu "
    "share sharing partage partager social skip skiplink toolbar".split()
)
_FOLDS = frozenset("tab tabs pane panel collapse accordion accordeon expand details more".split())
_FOOT = frozenset("footer pied bottom bas copyright".split())
_PART = pattern(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_WORD = pattern(r"[A-Za-z]+")
_LEGAL = pattern(
    r"(?i)mentions l[ée]gales|conditions (?:g[ée]n[ée]rales|d['’]utilisation)|\bcgu\b|©"
    r"|plan du site|politique de confidentialit[ée]|accessibilit[ée]\s?:"
)
_BLOCKS = ("form", "div", "section", "aside", "td", "p")
_ASKS = "data-postings-asks"
_HOME = ("/", "./", "/index.html", "/index.php", "index.html")
_MANY_LINKS = 5
_SHORT = 400  # characters: a form that asks for an address is no longer, legal words twice


def posting_part(root: Element) -> Element:
    """Take out of a page what is not the posting; return the element that holds the rest."""
    body = root.find(".//body")
    top = root if body is None else body
    _note_questions(top)
    _remove(_unseen(top))
    heading = _heading(root, top)
    holders = {heading, *heading.iterancestors()} if heading is not None else {top}
    without_other_offers(root, top, holders)
    length = len(_text(top))
    _remove(e for e in top.iter() if e not in holders and _is_site(e, length))
    return _main(top, holders)


def _text(element: Element) -> str:
    return " ".join(element.text_content().split())


def _remove(elements: Iterable[Element]) -> None:
    """Take elements out, leaving the words that follow them."""
    for element in list(elements):
        if element.getparent() is not None:
            element.drop_tree()


def _note_questions(top: Element) -> None:
    """Note the blocks that ask for an address, before their fields are taken out."""
    for field in top.iter("input"):
        if field.get("type") == "email" or "mail" in (field.get("name") or "").lower():
            for block in field.iterancestors(*_BLOCKS):
                block.set(_ASKS, "")
                break


def _unseen(top: Element) -> Iterator[Element]:
    """What no browser shows: scripts, comments, hidden elements, controls of forms."""
    for element in top.iter():
        named = isinstance(element.tag, str)  # a comment has no name
        if not named or element.tag in _NEVER_SHOWN or (element is not top and _is_hidden(element)):
            yield element


def _is_hidden(element: Element) -> bool:
    """Whether an element is hidden for good: not a tab or a fold that a click would open."""
    if element.get("role") == "tabpanel" or _names(element) & _FOLDS:
        return False
    style = element.get("style") or ""
    return element.get("hidden") is not None or _HIDDEN.search(style) is not None


def _heading(root: Element, top: Element) -> Element:
    """The heading of the posting: the one that the page's title begins with, else the first."""
    title = " ".join((root.findtext(".//title") or "").split()).lower()
    found = [h for h in top.iter("h1") if _text(h)] or [*_second_headings(top)][:1]
    named = [h for h in found if title.startswith(_text(h).lower()[:40])]
    inner = [h for h in found if any(a.tag in ("main", "article") for a in h.iterancestors())]
    return next(iter([*named, *inner, *found]), None)


def _second_headings(top: Element) -> Iterator[Element]:
    return (h for h in top.iter("h2") if (words := _text(h)) and not is_title(words))


def _main(top: Element, holders: set[Element]) -> Element:
    """The page's `main`, where it holds the heading; else the whole page."""
    mains = [e for e in top.iter() if e.tag == "main" or e.get("role") == "main"]
    return mains[0] if len(mains) == 1 and mains[0] in holders else top


def _is_site(element: Element, length: int) -> bool:
    """Tell whether an element is the site's and not the posting's; `length` is the page's."""
    if element.tag == "a" and (element.get("href") or "").strip() in _HOME:
        return True  # it says the name of the site
    if element.tag == "nav" or element.get("role") in _SITE_ROLES:
        return True
    names = _names(element)
    if names & _CONSENT:
        return _is_dialog(element) or len(_text(element)) < length / 2
    if element.tag == "header" or element.get("role") == "banner":
        return not _is_inside(element) and _is_banner(element)
    if element.tag == "footer" or names & _FOOT:
        return _is_foot(element, length)
    if names & _ROUTES and _linked(element) >= 0.5:
        return True
    return _is_menu(element) or _asks_for_address(element)


def _names(element: Element) -> set[str]:
    """The words that the classes and the id of an element are made of."""
    written = f"{element.get('class') or ''} {element.get('id') or ''}"
    parts = (*_PART.findall(written), *_WORD.findall(written))
    return {part.lower() for part in parts}


def _is_dialog(element: Element) -> bool:
    return bool(element.get("aria-modal") == "true" or element.get("role") == "dialog")


def _is_inside(element: Element) -> bool:
    """Whether an element is in the page's `main` or in an `article`."""
    return any(
        above.tag in ("main", "article") or above.get("role") == "main"
        for above in element.iterancestors()
    )


def _is_banner(element: Element) -> bool:
    """Whether a header is the page's and not the posting's: at its very top, or with a menu."""
    at_top = element.getparent().tag == "body" or element.get("role") == "banner"
    menus = element.iter("nav", "menu")
    return at_top or next(menus, None) is not None or _linked(element) >= 0.5


def _is_foot(element: Element, length: int) -> bool:
    """Whether a foot is the page's: outside the article, legal, or a list of links."""
    text = _text(element)
    if len(text) > length / 2:
        return False
    if element.tag == "footer" and not _is_inside(element):
        return True
    legal = len(text) < 2 * _SHORT and _LEGAL.search(text) is not None
    return legal or (bool(text) and _linked(element) >= 0.8)


def _linked(element: Element) -> float:
    """The share of an element's characters that are links to other pages."""
    length = len(_text(element))
    links = (a for a in element.iter("a") if _leads_away(a))
    return sum(len(_text(a)) for a in links) / length if length else 1.0


def _leads_away(link: Element) -> bool:
    return not (link.get("href") or "mailto:").startswith(("mailto:", "tel:"))


def _is_menu(element: Element) -> bool:
    """Whether an element is a list of links and little else."""
    if element.tag not in (*_BLOCKS, "ul", "ol", "table"):
        return False
    links = [a for a in element.iter("a") if _leads_away(a)]
    return len(links) >= _MANY_LINKS and _linked(element) >= 0.8 and not _has_heading(element)


def _has_heading(element: Element) -> bool:
    return any(True for _ in element.iter(*HEADINGS))


def _asks_for_address(element: Element) -> bool:
    """Whether an element is a form for an alert or a newsletter."""
    return element.get(_ASKS) is not None and len(_text(element)) < _SHORT
