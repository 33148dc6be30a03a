"""What organizations could do together, with their answers, and works in the Group's name."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from toolkit.content.opportunities import Answer
from toolkit.grouping import grouped
from toolkit.opportunities.opportunity import Opportunity
from toolkit.opportunities.sentences import body_names, reason_of, title_of
from toolkit.pages.dates import date_text
from toolkit.pages.groups import Section, make_parts
from toolkit.pages.items import Item
from toolkit.pages.links import Link, body_link, entry_link, term_link
from toolkit.pages.page import Page
from toolkit.pages.pagination import ListedPage, Whole, pages_of_list
from toolkit.pages.site import Site
from toolkit.recognition.membership import GROUP

PATH = "opportunities"
JOINT = "joint-works"
# How many of one kind the page shows, and how many works on one theme: nobody would read more.
_MOST = 10


@dataclass(frozen=True, slots=True)
class ShownOpportunity:
    """An opportunity in words, and the `works` that it is based on, each with "English" if lines
    don't name its language. If it has been answered, `answer` is what was said, and by whom.
    """

    anchor: str
    title: str
    reason: str
    proposal: str
    works: tuple[tuple[Item, str], ...]
    answer: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownKind:
    """All opportunities of one kind that the page shows; `more` is how many it doesn't."""

    anchor: str
    heading: str
    opportunities: tuple[ShownOpportunity, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Ways:
    """Ways to opportunities, by theme or by organization, each with links to them."""

    anchor: str
    heading: str
    ways: tuple[tuple[Link, tuple[Link, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpportunitiesPage(Page, template="opportunities.html"):
    """All open ones by kind, ways to them, and the answered ones."""

    kinds: tuple[ShownKind, ...]
    ways: tuple[Ways, ...]
    answered: tuple[ShownOpportunity, ...]
    joint: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class JointWorksPage(ListedPage, template="joint-works.html"):
    """The works in the Group's name by year, the newest by theme, and the themes without any, if
    there are works at all.

    Links to themes carry the number of works.
    """

    themes: tuple[tuple[Link, tuple[Link, ...]], ...]
    none_on: tuple[Link, ...]


def pages(site: Site) -> Iterator[Page]:
    """The page of opportunities and that of joint works; none in a copy of part of the toolkit."""
    if site.catalogue.outside:
        return
    language = site.language
    shown = site.open_opportunities
    yield OpportunitiesPage(
        path=PATH,
        title=language.text("opportunities.title"),
        summary=language.text("opportunities.summary"),
        kinds=tuple(
            ShownKind(
                f"kind--{kind}",
                language.text(f"opportunity.kind.{kind}"),
                tuple(_shown(one, site) for one in its[:_MOST]),
                max(0, len(its) - _MOST),
            )
            for kind, its in shown.items()
        ),
        ways=_ways([one for its in shown.values() for one in its[:_MOST]], site),
        answered=tuple(
            _shown(one, site) for one in site.opportunities.values() if one.id in site.answers
        ),
        joint=Link(language.text("joint-works.title"), JOINT),
    )
    yield from _joint_works(site)


def links_of_body(organisation: str, site: Site) -> tuple[Link, ...]:
    """Links to the opportunities that name an organization, including answered ones."""
    shown = [one for its in site.open_opportunities.values() for one in its[:_MOST]]
    shown += [one for id_, one in site.opportunities.items() if id_ in site.answers]
    return tuple(_link(one, site) for one in shown if organisation in one.bodies)


def _link(one: Opportunity, site: Site) -> Link:
    kind = site.language.text(f"opportunity.kind.{one.kind}")
    return Link(title_of(one, site.catalogue.content, site.language), PATH, one.id, note=kind)


def _shown(one: Opportunity, site: Site) -> ShownOpportunity:
    content, language = site.catalogue.content, site.language
    answer = site.answers.get(one.id)
    return ShownOpportunity(
        one.id,
        title_of(one, content, language),
        reason_of(one, content, language),
        language.text(f"opportunity.do.{one.kind}"),
        tuple(
            (site.item(entry), language.language_name("en") if entry.languages == ("en",) else "")
            for entry in map(site.catalogue.by_id.__getitem__, one.entries)
        ),
        tuple(_answer(answer, site)) if answer is not None else (),
    )


def _answer(answer: Answer, site: Site) -> Iterator[str]:
    content, language = site.catalogue.content, site.language
    bodies = language.joined(body_names(answer.by, content, language))
    yield language.text("opportunity.answer", bodies=bodies, day=date_text(answer.on, language))
    yield language.text(f"opportunity.answer.{answer.answer}")
    yield answer.reason
    if answer.until:
        yield language.text("opportunity.until", day=date_text(answer.until, language))


def _ways(shown: Iterable[Opportunity], site: Site) -> tuple[Ways, ...]:
    catalogue, language = site.catalogue, site.language
    themes = catalogue.facets["themes"]
    links = [(one, _link(one, site)) for one in shown]
    by_theme = grouped((theme, link) for one, link in links for theme in one.themes)
    by_body = grouped((id_, link) for one, link in links for id_ in one.bodies)
    of_themes = tuple(
        (term_link(themes, theme, language), by_theme[theme])
        for theme in themes.entries
        if theme in by_theme
    )
    bodies = ((body_link(id_, catalogue, language), its) for id_, its in by_body.items())
    of_bodies = tuple(sorted(bodies, key=lambda way: language.sort_key(way[0].text)))
    return tuple(
        Ways(name, language.text(f"opportunities.{name}"), ways)
        for name, ways in (("by-theme", of_themes), ("by-body", of_bodies))
        if ways
    )


def _joint_works(site: Site) -> Iterator[Page]:
    catalogue, language = site.catalogue, site.language
    works = [
        entry
        for entry in catalogue.facets["organisations"].entries.get(GROUP, ())
        if not entry.withdrawn
    ]
    facet = catalogue.facets["themes"]
    leaves = [id_ for id_ in facet.entries if id_ not in catalogue.vocabularies["themes"].narrower]
    by_theme = {
        theme: tuple(
            entry_link(entry, str(entry.year or "")) for entry in works if theme in entry.themes
        )
        for theme in leaves
    }
    sections = []
    by_year = grouped((entry.year or 0, entry) for entry in works)
    for number, (year, its) in enumerate(sorted(by_year.items(), reverse=True)):
        name = str(year) if year else language.text("group.no-year")
        anchor = f"year-{number}"
        sections.append(Section(name, anchor, make_parts(its, site, f"{anchor}-")))
    breadcrumbs = (Link(language.text("opportunities.title"), PATH),)
    return pages_of_list(
        JointWorksPage,
        sections,
        Whole(language.text("joint-works.title"), JOINT, JOINT, breadcrumbs, lines=True),
        language,
        summary=language.text("joint-works.summary"),
        themes=tuple(
            (replace(term_link(facet, theme, language), count=len(its)), its[:_MOST])
            for theme, its in by_theme.items()
            if its
        ),
        none_on=tuple(
            term_link(facet, theme, language)
            for theme, its in by_theme.items()
            if works and not its
        ),
    )
