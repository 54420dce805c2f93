"""Other offers than the page's own: told by their heading, their class, or where they lead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from urllib.parse import urljoin, urlsplit

from postings.patterns import pattern
from postings.reading.extra import Element, library
from postings.reading.offer_titles import LONGEST_TITLE, is_title

_TITLED = ("h2", "h3", "h4", "h5", "h6", "p", "strong", "b", "span", "div", "summary", "legend")
_NAMES = frozenset(
    "similar similars similaire similaires related recommended recommendation recommendations "
    "recommandation recommandations suggestion suggestions suggested".split()
)
_NAME = pattern(r"[A-Z]?[a-z]+")
_SAVED_FROM = pattern(r"saved from url=\(\d+\)(\S+)")
_NUMBERED = pattern(r"[^/]*\d{3,}[^/]*")


_CARDS = ("li", "article", "tr", "p", "div", "section")
_LONGEST_CARD = 600  # characters: a list of offers has no more a link


def without_other_offers(root: Element, top: Element, holders: Set[Element]) -> None:
    """Take the other offers out of a page; `holders` hold its heading, and stay."""
    own = _own_address(root)
    _drop(_named(top), holders)
    for title in list(_titles(top)):
        _drop(_section(title, holders), holders)
    if own:
        _drop(_leading_alike(top, own, holders), holders)


def _drop(elements: Iterable[Element], holders: Set[Element]) -> None:
    for element in list(elements):
        if element.getparent() is not None and element not in holders:
            element.drop_tree()


def _text(element: Element) -> str:
    return " ".join(element.text_content().split())


def _is_list(element: Element) -> bool:
    """Whether an element may be a list of offers: no more words than so many links head."""
    links = sum(1 for _ in element.iter("a"))
    return len(_text(element)) <= _LONGEST_CARD * max(1, links)


def _named(top: Element) -> Iterator[Element]:
    """Elements whose class or id says that they hold similar offers."""
    for element in top.iter():
        written = f"{element.get('class') or ''} {element.get('id') or ''}"
        names = {name.lower() for name in _NAME.findall(written)}
        if names & _NAMES and next(element.iter("a"), None) is not None and _is_list(element):
            yield element


def _titles(top: Element) -> Iterator[Element]:
    """Elements that are a heading of other offers, and nothing else."""
    for element in top.iter(*_TITLED):
        if is_title(_text(element)):
            yield element


def _section(title: Element, holders: Set[Element]) -> Iterator[Element]:
    """What a heading heads: the element that it begins, or those that follow it."""
    words = _text(title)
    block = _block(title, words, holders)
    if _is_list(block):
        yield block
    if len(_text(block)) > len(words) + LONGEST_TITLE:
        return
    for following in block.itersiblings():
        if next(following.iter("a"), None) is None or not _is_list(following):
            break
        yield following


def _block(title: Element, words: str, holders: Set[Element]) -> Element:
    """The smallest element that begins with a heading and has more than it."""
    block = title
    for above in title.iterancestors():
        text = _text(above)
        if above in holders or not text.startswith(words):
            break
        block = above
        if len(text) > len(words):
            break
    return block


def _own_address(root: Element) -> str:
    """The address of the page, as it says itself or as the browser that saved it does."""
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and link.get("href"):
            return str(link.get("href"))
    for meta in root.iter("meta"):
        if (meta.get("property") or meta.get("name")) == "og:url" and meta.get("content"):
            return str(meta.get("content"))
    comments = (*root.itersiblings(preceding=True), *root.iter(library("lxml.etree").Comment))
    found = (_SAVED_FROM.search(comment.text or "") for comment in comments)
    return next((match[1] for match in found if match), "")


def _shape(address: str) -> str:
    """What the addresses of all offers of a site have in common: all but their numbers."""
    parts = urlsplit(address)
    site = parts.netloc.lower().removeprefix("www.")
    return f"{site}{_NUMBERED.sub('#', parts.path)}?{_NUMBERED.sub('#', parts.query)}"


def _leading_alike(top: Element, own: str, holders: Set[Element]) -> Iterator[Element]:
    """Lists of links, and cards, that lead to other pages of the shape of this one's address."""
    shape = _shape(own)
    if "#" not in shape:
        return
    blocks: dict[Element, list[Element]] = {}
    for link in top.iter("a"):
        address = _absolute(own, link.get("href") or "")
        if _shape(address) == shape and urlsplit(address)[:4] != urlsplit(own)[:4]:
            blocks.setdefault(_outermost(link, holders), []).append(link)
    for links in blocks.values():
        common = _common(links)
        if len(links) > 1 and common not in holders and _is_list(common):
            yield common
        else:
            yield from filter(_is_list, (_card(link, holders) for link in links))


def _absolute(own: str, address: str) -> str:
    try:
        return urljoin(own, address)
    except ValueError:  # `http://[`
        return ""


def _outermost(element: Element, holders: Set[Element]) -> Element:
    """The largest element around one that does not hold the page's heading."""
    for above in element.iterancestors():
        if above in holders:
            break
        element = above
    return element


def _common(links: Sequence[Element]) -> Element:
    """The smallest element that holds all of some links."""
    around = [{link, *link.iterancestors()} for link in links]
    shared = set.intersection(*around)
    return next(e for e in (links[0], *links[0].iterancestors()) if e in shared)


def _card(link: Element, holders: Set[Element]) -> Element:
    """The element that a link is the heading of."""
    for above in link.iterancestors(*_CARDS):
        return link if above in holders else above
    return link
