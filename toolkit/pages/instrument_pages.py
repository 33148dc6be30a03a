"""The page of each instrument: its articles, and the entries that help to carry them out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from toolkit.content.registers import Article, Instrument
from toolkit.pages.coverage_rows import MatchingRow, matching_rows
from toolkit.pages.dates import date_text
from toolkit.pages.entry_access import Address, address
from toolkit.pages.groups import Part, Section, make_parts
from toolkit.pages.links import Link
from toolkit.pages.page import Page
from toolkit.pages.pagination import Whole, divide
from toolkit.pages.provision_names import article_anchor, article_heading
from toolkit.pages.site import Site
from toolkit.pages.start_here import StartHere, start_here, unless_most

_WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class ShownArticle:
    """An article with its entries in parts, and what the tables of coverage say about it."""

    anchor: str
    number: str
    heading: str
    count: int
    parts: tuple[Part, ...]
    coverage: tuple[MatchingRow, ...]


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A part of an instrument; without a heading if the instrument has no parts."""

    heading: str
    anchor: str
    articles: tuple[ShownArticle, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentPage(Page, template="instrument.html"):
    """An instrument, with its dates in words, which are `to_be_checked` if not certain.

    `outline` holds its articles, `whole` the entries for the instrument as a whole. `unsure` if
    its articles are not to be relied on, `own_words` if some headings are ours.
    """

    full_title: str
    kind: str
    adopted: str
    in_force: str
    to_be_checked: bool
    body: str
    note: str
    address: Address | None
    described_at: Address | None
    unsure: bool
    own_words: bool
    outline: tuple[ShownPart, ...]
    whole: tuple[Part, ...]
    divided: bool
    count: int
    start: StartHere


def pages(site: Site) -> Iterator[Page]:
    """One page per instrument in the register, or per instrument mentioned in a partial copy."""
    catalogue, language = site.catalogue, site.language
    facet = catalogue.facets["instruments"]
    index = Link(language.text("facet.instruments"), "instruments/index")
    for id_, instrument in catalogue.instruments.items():
        if id_ not in facet.entries:
            continue
        path = f"instruments/{id_}"
        title = instrument.short_title
        lists, list_pages = divide(
            _lists(instrument, site), Whole(title, path, path, (index,), lines=True), language
        )
        tasks = [
            task
            for task in catalogue.tasks
            if any(provision.instrument == id_ for provision in task.provisions)
        ]
        parts = {section.anchor: section.parts for section in lists.sections}
        yield InstrumentPage(
            path=path,
            title=title,
            summary=language.text("instrument.summary", title=instrument.full_title),
            breadcrumbs=(index,),
            full_title=instrument.full_title,
            kind=language.text(f"instrument.kind.{instrument.kind}"),
            adopted=date_text(instrument.adopted, language),
            in_force=date_text(instrument.in_force, language),
            to_be_checked=instrument.confidence == "low",
            body=instrument.body,
            note=instrument.note,
            address=address(instrument.url),
            described_at=address(instrument.described_at),
            unsure=instrument.articles_confidence == "low",
            own_words=any(not article.title for article in instrument.articles.values()),
            outline=tuple(_outline(instrument, parts, site)),
            whole=parts.get(_WHOLE, ()),
            divided=lists.divided,
            count=facet.count(id_),
            start=start_here(facet.entries[id_], unless_most(tasks, site), site),
        )
        yield from list_pages


def _lists(instrument: Instrument, site: Site) -> Iterator[Section]:
    """The entries for the whole instrument, then those for each article with entries."""
    catalogue, language = site.catalogue, site.language
    if whole := catalogue.by_provision.get(instrument.id, ()):
        heading = language.text("instrument.whole")
        yield Section(heading, _WHOLE, make_parts(whole, site, f"{_WHOLE}-"))
    for article in instrument.articles.values():
        if entries := catalogue.by_provision.get(article.key, ()):
            anchor = article_anchor(article.key)
            parts = make_parts(entries, site, f"{anchor}-")
            yield Section(language.article(article.number), anchor, parts)


def _outline(
    instrument: Instrument, parts: Mapping[str, tuple[Part, ...]], site: Site
) -> Iterator[ShownPart]:
    language = site.language
    shown = {
        key: _article(instrument, article, parts.get(article_anchor(article.key), ()), site)
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
    instrument: Instrument, article: Article, parts: tuple[Part, ...], site: Site
) -> ShownArticle:
    language = site.language
    return ShownArticle(
        article_anchor(article.key),
        language.article(article.number),
        article_heading(instrument, article, language),
        sum(part.count for part in parts),
        parts,
        matching_rows("articles", article.key, site),
    )
