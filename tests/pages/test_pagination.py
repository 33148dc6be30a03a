"""Lists too long for one page: complete, bounded, and reachable from their own page."""

from collections import Counter
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

import pytest

from tests.pages.small import (
    ENGLISH,
    add_fields,
    catalogue_of,
    pages_of,
    sample_catalogue,
    sample_pages,
    sample_site,
    site_of,
)
from tests.pages.test_lists import entries_of
from tests.site.test_rendering import renderer
from toolkit.content.entry import Entry
from toolkit.languages import LANGUAGES
from toolkit.pages import pagination
from toolkit.pages.groups import Group, Part, Section, make_parts
from toolkit.pages.page import Page
from toolkit.pages.pagination import (
    LIST,
    LONGEST,
    TRANSLATED_LIST,
    Listing,
    ListPage,
    Whole,
    divide,
)
from toolkit.pages.related import related_page


def section(name: str, *counts: int) -> Section:
    """A section with one part, with a group of each given size."""
    groups = []
    entries = sample_catalogue().entries
    for number, count in enumerate(counts):
        items = sample_site().items(islice(cycle(entries), count))
        groups.append(Group(f"{name} {number}", f"{name}-{number}", items))
    return Section(f"Section {name}", name, (Part(f"Part {name}", f"part-{name}", tuple(groups)),))


def whole(lines: bool = False, beside: int = 0) -> Whole:
    return Whole("A list", "themes/a", "themes/a", lines=lines, beside=beside)


def fitting(most: int, lines: bool) -> int:
    """The number of entries that fit on a page."""
    count = 0
    while count < LONGEST and Listing((section("a", count + 1),)).weight(lines=lines) <= most:
        count += 1
    return count


def shown_on(page: Page) -> list[Entry]:
    assert isinstance(page, ListPage)
    return entries_of(page.listing.parts)


def weight_on(page: Page, *, lines: bool = False) -> int:
    assert isinstance(page, ListPage)
    return page.listing.weight(lines=lines)


@pytest.mark.parametrize("lines", [False, True])
@pytest.mark.parametrize(("tag", "most"), [("en", LIST), ("ru", TRANSLATED_LIST)])
def test_a_list_that_fits_is_left_alone(tag: str, most: int, lines: bool) -> None:
    language = LANGUAGES[tag]
    count = fitting(most, lines)
    given = (section("a", count),)
    assert divide(given, whole(lines), language) == (Listing(given), ())
    assert len(divide((section("a", count + 1),), whole(lines), language)[1]) == 2
    # With another list on its page, it has the space that this one leaves.
    beside = most - Listing(given).weight(lines=lines)
    assert divide(given, whole(lines, beside), language) == (Listing(given), ())
    _, (page,) = divide(given, whole(lines, beside + 1), language)
    assert (page.title, weight_on(page, lines=lines)) == ("A list", most - beside)


def test_a_page_of_short_lines_is_no_longer_than_others() -> None:
    short = tuple(replace(item, line=1) for item in sample_site().items(sample_catalogue().entries))
    items = tuple(islice(cycle(short), LONGEST + 1))
    given = (Section("", "", (Part("A part", "a", (Group("", "a", items),)),)),)
    _, pages = divide(given, whole(lines=True), ENGLISH)
    assert [len(shown_on(page)) for page in pages] == [226, 225]


def test_every_entry_stands_on_one_sheet_in_the_same_order() -> None:
    given = (section("a", 90, 120, 10), section("b", 450), section("c", 1, 199, 1))
    expected = [entry.id for one in given for entry in entries_of(one.parts)]
    shown, pages = divide(given, whole(), ENGLISH)
    assert [entry.id for page in pages for entry in shown_on(page)] == expected
    assert max(weight_on(page) for page in pages) <= LIST
    assert [one.count for one in shown.sections] == [one.count for one in given]
    assert [one.anchor for one in shown.sections] == ["a", "b", "c"]


def test_links_lead_to_the_heading_on_the_right_sheet() -> None:
    given = (section("a", 90, 120), section("b", 450))
    shown, pages = divide(given, whole(), ENGLISH)
    render = renderer()
    html = {page.path: render(page) for page in pages}
    groups = [group for part in shown.parts for group in part.groups]
    assert len(groups) == 5
    for group in groups:
        path, _, anchor = group.href.partition("#")
        assert f'id="{anchor}"' in html[path.removesuffix(".html")]
    for text in html.values():
        ids = Counter(part.partition('"')[0] for part in text.split(' id="')[1:])
        assert max(ids.values()) == 1


def test_sheets_lead_on_and_back() -> None:
    _, pages = divide((section("a", 150, 150, 150),), whole(), ENGLISH)
    near = [page.near for page in pages if isinstance(page, ListPage)]
    ways = [{rel: link.path for rel, link in one} for one in near]
    assert ways == [
        {"next": "themes/a/2"},
        {"prev": "themes/a/1", "next": "themes/a/3"},
        {"prev": "themes/a/2"},
    ]
    assert [page.title for page in pages] == [f"A list, page {n} of 3" for n in (1, 2, 3)]
    html = renderer()(pages[1])
    assert 'href="../../themes/a.html"' in html
    assert 'rel="next"' in html


def test_nothing_is_divided_that_fits() -> None:
    assert not [page.path for page in sample_pages().values() if page.template == "list-page.html"]


def test_a_whole_site_of_divided_lists_is_complete(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With one entry per page, every list of the small content is divided."""
    monkeypatch.setattr(pagination, "LIST", 1)
    for path in ("prevention/resources/guide", "prevention/resources/manual"):
        add_fields(docs, path, "provisions: ['tip-protocol:6', tip-protocol]")
    catalogue = catalogue_of(docs)
    pages = pages_of(catalogue)
    divided = {
        page.path.rpartition("/")[0] for page in pages.values() if page.template == "list-page.html"
    }
    assert {"browse", "types/handbook", "prevention/list", "organisations/unodc"} & divided
    for page in pages.values():
        if isinstance(page, ListPage):
            back = page.breadcrumbs[-1]
            assert back.text == pages[back.path].title, page.path
    render = renderer()
    html = {path: render(page) for path, page in pages.items()}
    terms = [path.split("/") for path in divided if path.partition("/")[0] in catalogue.facets]
    assert {"themes", "types", "organisations", "instruments"} <= {facet for facet, _ in terms}
    for facet, term in terms:
        assert f'<a href="../browse.html#{facet}={term}">Take' in html[f"{facet}/{term}"]
    for entry in catalogue.entries:
        link = f"{entry.path}.html"
        for facet in ("themes", "audiences"):
            for term in getattr(entry, facet):
                pages_listing = [html[path] for path in html if path.startswith(f"{facet}/{term}/")]
                assert any(link in text for text in [html[f"{facet}/{term}"], *pages_listing])
        assert any(link in text for path, text in html.items() if path.startswith("browse"))


def test_a_long_list_of_what_is_due_is_divided(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    due = ("prevention/resources/guide", "prevention/resources/manual")
    for path in due:
        add_fields(docs, path, "unverified: [year]")
    reason = ENGLISH.text("due.unverified", value="year")
    for most, divided in ((LIST, False), (1, True)):
        monkeypatch.setattr(pagination, "LIST", most)
        pages = pages_of(catalogue_of(docs))
        render = renderer()
        shown = {
            path: render(page) for path, page in pages.items() if path.startswith("contribute/due")
        }
        own = shown.pop("contribute/due")
        assert bool(shown) is divided
        assert all(f'href="../{path}.html#' in own for path in shown)
        lists = "".join(shown.values()) if divided else own
        assert [lists.count(f"{path}.html") for path in due] == [1, 1]
        assert lists.count(reason) == 2


def test_a_long_list_of_related_entries_is_divided(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagination, "LIST", 1)
    catalogue, site = sample_catalogue(), sample_site()
    entry = max(catalogue.entries, key=lambda one: len(catalogue.related.get(one.id, ())))
    own, *others = related_page(entry, site)
    html = renderer()(own)
    assert all(f'href="../../../{page.path}.html#' in html for page in others)
    shown = [one for page in others for one in shown_on(page)]
    assert Counter(shown) == Counter(catalogue.related[entry.id])


def test_long_decades_are_grouped_by_year() -> None:
    made = tuple(
        replace(entry, year=2010 + number % 10, type="guide", id=f"e{number}")
        for number, entry in enumerate(
            [entry for entry in sample_catalogue().entries if entry.type] * 10
        )
    )
    catalogue = replace(sample_catalogue(), entries=made)
    (part,) = make_parts(made, site_of(catalogue))
    assert [group.heading for group in part.groups] == [str(year) for year in range(2019, 2009, -1)]
    assert len(entries_of([part], catalogue)) == len(made)
