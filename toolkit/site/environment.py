"""What templates may use: words, dates, lists of entries, and what one page shows."""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.editions import Edition
from toolkit.content.entry import Entry
from toolkit.content.schema import PILLARS
from toolkit.languages.language import Language
from toolkit.pages.page import Page
from toolkit.site.breaks import WithoutBreaks
from toolkit.site.cards import Cards
from toolkit.site.language_attributes import foreign
from toolkit.site.policy import POLICY
from toolkit.site.publication import Publication

# Pages that the head of the site names; all others are alike to it where their folder is the same.
_PLACES = frozenset(
    {"index", "search", "browse", "about/index", *(f"{pillar}/index" for pillar in PILLARS)}
)


def prepare(
    environment: Environment,
    catalogue: Catalogue,
    language: Language,
    publication: Publication,
    edition: Edition | None = None,
) -> None:
    """Set the environment of a site's templates up, before any of them is compiled."""
    environment.autoescape = True
    environment.trim_blocks = environment.lstrip_blocks = True
    environment.add_extension(WithoutBreaks)
    environment.globals.update(template_globals(catalogue, language, publication, edition))


def template_globals(
    catalogue: Catalogue,
    language: Language,
    publication: Publication,
    edition: Edition | None = None,
) -> dict[str, object]:
    """What every template may use.

    `t` gives a string of the language, `cards` and `lines` the items of a list of entries, with
    links that fit the page shown, `foreign` the language and direction of a text in another script.
    `edition` is what a copy for downloading holds, None on the site itself. `frame` gives a part
    that all pages of one place on the site share, made once for each place.
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

    frames: dict[tuple[str, str, str], Markup] = {}

    @pass_context
    def frame(context: Context, name: str) -> Markup:
        page, root = context["view"], context["root"]
        place = page.path if page.path in _PLACES else page.path.partition("/")[0]
        if (name, root, place) not in frames:
            html = context.environment.get_template(name).render(view=page, root=root)
            frames[name, root, place] = Markup(html)  # noqa: S704 - rendered with escaping
        return frames[name, root, place]

    return {
        "t": language.text,
        "frame": frame,
        "language": language,
        "as_of": catalogue.as_of,
        "publication": publication,
        "edition": edition,
        "catalogue": catalogue,
        # Its quotation marks stand in an attribute with marks of the other kind.
        "policy": Markup(POLICY),  # noqa: S704 - our own constant
        "foreign": marks,
        "cards": cards,
        "lines": lines,
    }


def page_context(page: Page, root: str | None = None) -> dict[str, object]:
    """What the template of one page shows; `root` replaces its way to the site's root."""
    return {**page.context, "view": page, "root": page.root if root is None else root}
