"""The registers at the end of a book: entries by theme, audience, country, body, provision."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.editions.book.chapters import PART, TITLE, Chapter
from toolkit.editions.book.html_rewriting import Origin, inner_id
from toolkit.editions.book.places import REGISTERS, register_id
from toolkit.editions.book.renderer import Renderer
from toolkit.pages.items import Item
from toolkit.pages.links import Link
from toolkit.pages.provision_names import article_anchor, article_heading
from toolkit.pages.terms import term_groups


@dataclass(frozen=True, slots=True)
class Head:
    """What heads a list in a register: a term, or an article of an instrument.

    `id` is its id in the register, empty for a plain heading; `note` says what it is; `inner` are
    the articles of an instrument.
    """

    id: str
    text: str
    note: str
    entries: tuple[Item, ...]
    inner: tuple[Head, ...] = ()


def register_chapters(renderer: Renderer) -> Iterator[Chapter]:
    """A register for each facet that has one, without empty ones."""
    for name in REGISTERS:
        if groups := tuple(_groups(name, renderer)):
            id_, title = register_id(name), renderer.words(f"book.register.{name}")
            text = renderer.print(
                "book/register.html",
                Origin("index", id_, PART - TITLE),
                name=name,
                title=title,
                about=renderer.words(f"facet.{name}.about"),
                groups=groups,
            )
            yield Chapter(id_, title, PART, text, "register")


def _groups(name: str, renderer: Renderer) -> Iterator[tuple[Head | None, tuple[Head, ...]]]:
    """The terms of a facet that have entries, under their broader term or kind if they have one.

    An entry is listed only under its own terms, not under broader ones.
    """
    facet = renderer.copy.catalogue.facets[name]
    for group in term_groups(facet, renderer.copy.language):
        above = Head(_term(group.broader) if group.broader else "", group.heading, "", ())
        heads = tuple(_head(name, link, renderer) for link in group.terms if link.count)
        if heads:
            yield above if group.heading else None, heads


def _term(link: Link) -> str:
    return link.path.partition("/")[2]


def _head(name: str, link: Link, renderer: Renderer) -> Head:
    catalogue, items, term = renderer.copy.catalogue, renderer.copy.made_of.items, _term(link)
    if name != "instruments":
        return Head(term, link.text, "", items(catalogue.facets[name].entries[term]))
    whole = items(catalogue.by_provision.get(term, ()))
    return Head(term, link.text, link.note, whole, tuple(_articles(term, renderer)))


def _articles(id_: str, renderer: Renderer) -> Iterator[Head]:
    language, instrument = renderer.copy.language, renderer.copy.catalogue.instruments[id_]
    for article in instrument.articles.values():
        if entries := renderer.copy.catalogue.by_provision.get(article.key, ()):
            yield Head(
                inner_id(id_, article_anchor(article.key)),
                language.article(article.number),
                article_heading(instrument, article, language),
                renderer.copy.made_of.items(entries),
            )
