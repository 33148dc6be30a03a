"""What articles of instruments are called: what is official, and what is not."""

from collections.abc import Iterable
from dataclasses import dataclass

from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.provisions import Provision
from toolkit.content.registers import Article, Instrument
from toolkit.grouping import grouped
from toolkit.languages.language import Language
from toolkit.pages.links import Link

# Headings to show per instrument: a longer list is most of it, and its own page has the headings.
_MOST_HEADINGS = 8


@dataclass(frozen=True, slots=True)
class ProvisionGroup:
    """The provisions of one instrument that an entry names; none if it names the whole of it."""

    instrument: Link
    articles: tuple[Link, ...]

    @property
    def is_long(self) -> bool:
        """Whether a page shows only the numbers of the articles."""
        return len(self.articles) > _MOST_HEADINGS


def article_anchor(article: str) -> str:
    """The id of an article, named by its number or its key, on the page of its instrument."""
    return f"article-{article.rpartition(':')[2]}"


def article_heading(instrument: Instrument, article: Article, language: Language) -> str:
    """The official heading, our own words marked as such, or nothing if the list is uncertain."""
    if instrument.articles_confidence == "low":
        return ""
    if article.title:
        return article.title
    return language.text("article.our-words", label=article.label) if article.label else ""


def provision_groups(
    provisions: Iterable[Provision], catalogue: Catalogue, language: Language
) -> tuple[ProvisionGroup, ...]:
    """Provisions by instrument, in their order."""
    found = grouped((one.instrument, one) for one in provisions)
    return tuple(
        ProvisionGroup(
            Link(catalogue.instruments[id_].short_title, f"instruments/{id_}"),
            tuple(
                _article_link(one, catalogue.instruments[id_], language)
                for one in its
                if one.article
            ),
        )
        for id_, its in found.items()
    )


def _article_link(provision: Provision, instrument: Instrument, language: Language) -> Link:
    article = instrument.articles.get(provision.key)
    number = article.number if article else provision.article
    return Link(
        language.article(number, provision.paragraphs),
        f"instruments/{instrument.id}",
        article_anchor(provision.article),
        note=article_heading(instrument, article, language) if article else "",
    )
