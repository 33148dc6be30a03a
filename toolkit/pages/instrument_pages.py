"""The page of each instrument: its articles, and the entries that help to carry them out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.registers import Article, Instrument
from toolkit.languages.language import Language
from toolkit.pages.dates import date_text
from toolkit.pages.entry_access import address
from toolkit.pages.groups import Part, Section, make_parts
from toolkit.pages.links import Link
from toolkit.pages.page import Page
from toolkit.pages.pagination import Whole, divide
from toolkit.pages.provision_names import article_anchor, article_heading, article_number
from toolkit.rendering.body import Body

_WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class ShownArticle:
    """An article with its entries in parts."""

    anchor: str
    number: str
    heading: str
    count: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A part of an instrument; without a heading where the instrument has no parts."""

    heading: str
    anchor: str
    articles: tuple[ShownArticle, ...]


def pages(catalogue: Catalogue, language: Language, _bodies: Mapping[str, Body]) -> Iterator[Page]:
    """One page an instrument of the register, or of those that a copy of a part speaks of."""
    facet = catalogue.facets["instruments"]
    index = Link(language.text("facet.instruments"), "instruments/index")
    for id_, instrument in catalogue.instruments.items():
        if id_ not in facet.entries:
            continue
        path = f"instruments/{id_}"
        title = instrument.short_title
        lists, list_pages = divide(
            tuple(_lists(instrument, catalogue, language)),
            Whole(title, path, path, (index,), lines=True),
            language,
        )
        parts = {section.anchor: section.parts for section in lists}
        yield Page(
            path,
            "instrument.html",
            title,
            language.text("instrument.summary", title=instrument.full_title),
            {
                "breadcrumbs": (index,),
                "instrument": instrument,
                "kind": _kind(instrument, language),
                "adopted": date_text(instrument.adopted, language),
                "in_force": date_text(instrument.in_force, language),
                "address": address(instrument.url),
                "described_at": address(instrument.described_at),
                "unsure": instrument.articles_confidence == "low",
                "own_words": any(not article.title for article in instrument.articles.values()),
                "outline": tuple(_outline(instrument, parts, language)),
                "whole": parts.get(_WHOLE, ()),
                "count": facet.count(id_),
                "divided": bool(list_pages),
            },
        )
        yield from list_pages


def _kind(instrument: Instrument, language: Language) -> str:
    key = f"instrument.kind.{instrument.kind}"
    return language.text(key) if key in language.strings else ""


def _lists(instrument: Instrument, catalogue: Catalogue, language: Language) -> Iterator[Section]:
    """The entries for the whole instrument, then those for each article that has any."""
    whole = catalogue.by_provision.get(instrument.id, ())
    if whole:
        heading = language.text("instrument.whole")
        yield Section(heading, _WHOLE, make_parts(whole, catalogue, language, f"{_WHOLE}-"))
    for article in instrument.articles.values():
        entries = catalogue.by_provision.get(article.key, ())
        if entries:
            anchor = _anchor(article)
            parts = make_parts(entries, catalogue, language, f"{anchor}-")
            yield Section(article_number(article.number, "", language), anchor, parts)


def _outline(
    instrument: Instrument, parts: Mapping[str, tuple[Part, ...]], language: Language
) -> Iterator[ShownPart]:
    shown = {
        key: _article(instrument, article, parts.get(_anchor(article), ()), language)
        for key, article in instrument.articles.items()
    }
    placed: set[str] = set()
    for part in instrument.parts:
        articles = tuple(shown[key] for key in part.articles if key in shown)
        placed.update(part.articles)
        heading = part.title
        if part.number:
            heading = language.text("instrument.part", number=part.number, title=part.title)
        yield ShownPart(heading, f"part-{part.number or len(placed)}", articles)
    rest = tuple(article for key, article in shown.items() if key not in placed)
    if rest:
        yield ShownPart("", "articles", rest)


def _article(
    instrument: Instrument, article: Article, parts: tuple[Part, ...], language: Language
) -> ShownArticle:
    return ShownArticle(
        _anchor(article),
        article_number(article.number, "", language),
        article_heading(instrument, article, language),
        sum(part.count for part in parts),
        parts,
    )


def _anchor(article: Article) -> str:
    return article_anchor(article.key.partition(":")[2])
