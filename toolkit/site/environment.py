"""What templates may use: words, dates, lists of entries, and what one page shows."""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.entry import Entry
from toolkit.languages.language import Language
from toolkit.pages.page import Page
from toolkit.site.cards import Cards
from toolkit.site.policy import POLICY
from toolkit.site.publication import Publication
from toolkit.site.tongues import foreign


def template_globals(
    catalogue: Catalogue, language: Language, publication: Publication
) -> dict[str, object]:
    """What every template may use.

    `t` gives a string of the language, `cards` and `lines` the items of a list of entries, with
    links that fit the page shown, `foreign` the language and direction of a text in another script.
    """
    lists = Cards(catalogue, language)

    @pass_context
    def cards(context: Context, entries: Iterable[Entry]) -> Markup:
        return lists.cards(entries, context["root"])

    def marks(text: str, tags: Iterable[str] = ()) -> Markup:
        return foreign(text, language, tags)

    @pass_context
    def lines(context: Context, entries: Iterable[Entry]) -> Markup:
        return lists.lines(entries, context["root"])

    return {
        "t": language.text,
        "language": language,
        "as_of": catalogue.as_of,
        "publication": publication,
        "policy": POLICY,
        "foreign": marks,
        "cards": cards,
        "lines": lines,
    }


def page_context(page: Page, root: str | None = None) -> dict[str, object]:
    """What the template of one page shows; `root` replaces its way to the site's root."""
    return {**page.context, "view": page, "root": page.root if root is None else root}
