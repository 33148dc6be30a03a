"""Links: which texts are the same in substance, and in which direction."""

from collections.abc import Iterable

from toolkit.grouping import grouped
from toolkit.recognition.acts import AnyLink, EditorialLink


def ancestors(digest: str, links: Iterable[AnyLink]) -> frozenset[str]:
    """The text itself and all texts from which links lead to it."""
    sources = grouped((link.target, link.source) for link in links)
    found = {digest}
    waiting = [digest]
    while waiting:
        for source in sources.get(waiting.pop(), ()):
            if source not in found:
                found.add(source)
                waiting.append(source)
    return frozenset(found)


def circular(links: Iterable[EditorialLink]) -> tuple[EditorialLink, ...]:
    """The links that are part of a circle."""
    links = tuple(links)
    above = {digest: ancestors(digest, links) for digest in {link.source for link in links}}
    return tuple(link for link in links if link.target in above[link.source])
