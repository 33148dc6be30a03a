"""Pages whose text is in `docs/`: pillars, and those on the toolkit and on contributing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.addresses import WITH_OR_WITHOUT_TEXT
from toolkit.content.schema import PILLARS, Kind
from toolkit.languages import LANGUAGES, TARGETS
from toolkit.languages.language import lowered
from toolkit.pages.links import Link, counted_pillar_link, line_of
from toolkit.pages.notices import notice_of
from toolkit.pages.page import Page
from toolkit.pages.pagination import ListedPage, Listing, Whole, divide
from toolkit.pages.recognition_lists import make_sections
from toolkit.pages.site import Site
from toolkit.pages.start_here import StartHere, start_here
from toolkit.translations.status import TranslationStatuses
from toolkit.translations.tally import tallies

LANGUAGES_PAGE = "about/languages"

# Prefix of anchors on a page that also has a body: anchors of headings never have two hyphens.
LIST = "list--"


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPage(Page, template="page.html"):
    """A page written by hand."""

    body: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguagesPage(WrittenPage, template="languages.html"):
    """The page on languages, with what is translated into each: its tag and name, and its numbers
    in words, in the order of the table.

    The numbers say how many entries, tasks and pages are translated; then how many translations are
    older than the original, made by a machine and read by nobody, and reviewed.
    """

    rows: tuple[tuple[str, str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PillarPage(ListedPage, template="pillar.html"):
    """A pillar: its introduction, the entries whose home it is, and others that `also` serve it."""

    body: Markup
    start: StartHere
    also: Listing


def pages(site: Site) -> Iterator[Page]:
    """One page per pillar, and per document that isn't an entry, except the home page."""
    for pillar in PILLARS:
        yield from _pillar(pillar, site)
    for document in site.catalogue.content.documents:
        if document.kind is not Kind.PAGE or document.path in WITH_OR_WITHOUT_TEXT:
            continue
        if document.path == LANGUAGES_PAGE and site.translation_statuses is not None:
            rows = tuple(_language_rows(site, site.translation_statuses))
            yield LanguagesPage(**written(document.path, site), rows=rows)
        else:
            yield WrittenPage(**written(document.path, site))


def _language_rows(
    site: Site, statuses: TranslationStatuses
) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    text = site.language.text
    for tag in filter(site.translated.__contains__, TARGETS):
        found = tallies(statuses.content, statuses, tag)
        numbers = (
            sum(len(one.outdated) for one in found),
            sum(one.by_machine for one in found),
            sum(one.reviewed for one in found),
        )
        of_all = (text("languages.of", done=len(one.statuses), all=one.every) for one in found)
        yield tag, LANGUAGES[tag].name, (*of_all, *map(str, numbers))


def written(path: str, site: Site, title: str = "", summary: str = "") -> dict[str, Any]:
    """What a page with a text in `docs/` shows, by the names of fields.

    If nobody has written the text, the page has the given title and summary, and no more.
    """
    document = site.catalogue.content.by_path.get(path)
    return {
        "path": path,
        "title": line_of(document, "title") if document else title,
        "summary": line_of(document, "summary") if document else summary,
        "breadcrumbs": breadcrumbs_above(path, site.catalogue),
        "notice": notice_of(path, site) if document else None,
        "body": site.bodies[path].html if document else Markup(),
    }


def breadcrumbs_above(path: str, catalogue: Catalogue) -> tuple[Link, ...]:
    """The way back from a page to the index page of its folder."""
    above = catalogue.content.by_path.get(f"{path.rpartition('/')[0]}/index")
    if above is None or above.path == path:
        return ()
    return (Link(line_of(above, "title"), above.path),)


def _pillar(pillar: str, site: Site) -> Iterator[Page]:
    """A pillar's pages; where nobody has written an introduction, its definition is one."""
    path, language = f"{pillar}/index", site.language
    definition = counted_pillar_link(site.catalogue, pillar, language)
    texts = written(path, site, definition.text, definition.note)
    title = texts["title"]
    home, also = site.catalogue.at_home[pillar], site.catalogue.also_in[pillar]
    whole = Whole(title, path, f"{pillar}/list", pillar=pillar)
    listing, list_pages = divide(make_sections(home, site, LIST), whole, language)
    name = language.text("group.part", name=title, part=lowered(language.text("pillar.also")))
    folder, beside = f"{pillar}/also", listing.weight()
    whole = Whole(name, path, folder, page_title=title, lines=True, pillar=pillar, beside=beside)
    also_listing, also_pages = divide(make_sections(also, site, "also--"), whole, language)
    yield PillarPage(
        **texts,
        pillar=pillar,
        start=start_here(
            home,
            (task for task in site.catalogue.tasks if task.pillars[0] == pillar),
            site,
            "pillars",
        ),
        listing=listing,
        also=also_listing,
    )
    yield from (*list_pages, *also_pages)
