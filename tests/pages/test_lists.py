"""Lists of entries: complete, divided, and as the addresses promise."""

import re
import shutil
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.checkouts import SAMPLE
from tests.content_case import edit
from tests.ledger import found_ledger
from tests.pages.small import (
    DAY,
    ENGLISH,
    add_fields,
    catalogue_of,
    pages_of,
    sample_catalogue,
    sample_pages,
    shown_of,
    site_of,
)
from tests.site.test_rendering import sample_html
from toolkit.catalogue.catalogue import Catalogue, make_catalogue
from toolkit.content.addresses import other_pages, pages_of_lists
from toolkit.content.entry import Entry
from toolkit.content.reader import read_content
from toolkit.content.schema import Kind
from toolkit.pages.groups import LONGEST, Part, make_parts
from toolkit.pages.terms import term_groups
from toolkit.pages.unlinked_pages import unlinked_pages

PATHS = {
    "guide": "prevention/resources/guide",
    "manual": "prevention/resources/manual",
    "shelter": "protection/practices/shelter",
}


def entries_of(parts: Iterable[Part], catalogue: Catalogue | None = None) -> list[Entry]:
    by_id = (catalogue or sample_catalogue()).by_id
    return [by_id[item.id] for part in parts for group in part.groups for item in group.entries]


def test_pages_made_are_those_that_links_may_lead_to() -> None:
    content = sample_catalogue().content
    written = {document.path for document in content.documents}
    # A page of related entries comes and goes with their number: only its entry links to it.
    made = {path for path in sample_pages() if not path.endswith("/related")}
    assert made == pages_of_lists(content).union(other_pages(content), written)


def test_no_list_is_empty() -> None:
    """Except those that scripts fill: they have an id, or are in something hidden."""
    empty = {path for path, html in sample_html().items() if re.search(r"<[uo]l></[uo]l>", html)}
    assert empty <= {"404"}


def test_every_page_has_a_title_and_a_summary() -> None:
    for page in [*sample_pages().values(), unlinked_pages(ENGLISH, "")[0]]:
        assert page.title.strip(), page.path
        assert page.summary.strip(), page.path


def test_roots_lead_to_the_root() -> None:
    for page in sample_pages().values():
        assert page.root == "../" * page.path.count("/")


def test_pages_of_terms_hold_exactly_their_entries() -> None:
    for facet in sample_catalogue().facets.values():
        for term, entries in facet.entries.items():
            shown = shown_of(f"{facet.name}/{term}")
            assert getattr(shown, "listing", shown).count == len(entries)
            if hasattr(shown, "listing"):
                listed = [e.id for e in entries_of(shown.listing.parts)]
                assert sorted(listed) == sorted(e.id for e in entries)


@pytest.mark.parametrize(
    ("languages", "said"),
    [
        ("[en]", "Handbook · 2019 · UNODC"),
        ("[fr, en]", "Handbook · 2019 · UNODC · English and French"),
        ("[fr]", "Handbook · 2019 · UNODC · French"),
        ("[ar, en, fr, ru, es]", "Handbook · 2019 · UNODC · 5 languages"),
    ],
)
def test_lines_say_in_which_languages_works_are_unless_in_english_alone(
    docs: Path, languages: str, said: str
) -> None:
    edit(docs / f"{PATHS['guide']}.md", "languages: [en]", f"languages: {languages}")
    pages: Any = pages_of(catalogue_of(docs))
    listing = pages["prevention/index"].listing
    lines = {one.id: one for part in listing.parts for g in part.groups for one in g.entries}
    assert lines["guide"].brief == said


@pytest.mark.parametrize(
    ("title", "places", "said"),
    [
        ("Shelter", "[NL, PH]", "Netherlands (Kingdom of the) and Philippines · since 2014"),
        (
            "Philippines: shelter",
            "[NL, PH]",
            "Netherlands (Kingdom of the) and Philippines · since",
        ),
        ("Shelters, Netherlands and Philippines", "[NL, PH]", "since 2014"),
        ("Scotland: a shelter", "[GB]", "United Kingdom · since 2014"),
        ("A shelter", "[AR, BR, CL, PE, UY]", "Argentina, Brazil and 3 other places · since 2014"),
    ],
)
def test_lines_say_where_a_practice_is_unless_its_title_does(
    docs: Path, title: str, places: str, said: str
) -> None:
    file = docs / f"{PATHS['shelter']}.md"
    edit(file, "countries: [AR]", f"countries: {places}")
    file.write_text(re.sub("(?m)^title: .*", f"title: '{title}'", file.read_text("utf-8")), "utf-8")
    pages: Any = pages_of(catalogue_of(docs))
    ((line,),) = (
        g.entries for part in pages["evidence/reported"].listing.parts for g in part.groups
    )
    assert line.brief.startswith(f"Practice, reported · {said}")
    assert f"Practice, reported · {said}" in line.facts


def test_practices_and_resources_stand_apart() -> None:
    parts = make_parts(sample_catalogue().entries, site_of(sample_catalogue()))
    kinds = [{entry.kind for entry in entries_of([part])} for part in parts]
    assert kinds == [{Kind.PRACTICE}, {Kind.RESOURCE}]


def test_long_lists_are_grouped_and_anchors_are_unique() -> None:
    for page in sample_pages().values():
        parts: tuple[Part, ...] = getattr(getattr(page, "listing", None), "parts", ())
        for part in parts:
            for group in part.groups:
                assert len(group.entries) <= LONGEST or group.heading, page.path
            headings = [group.heading for group in part.groups]
            assert len(headings) == len(set(headings)), page.path
        anchors = Counter(group.anchor for part in parts for group in part.groups)
        assert all(count == 1 for count in anchors.values()), page.path


def test_pillars_show_those_at_home_before_those_that_serve_it_too() -> None:
    catalogue = sample_catalogue()
    for pillar in ("prevention", "prosecution", "protection"):
        shown = shown_of(f"{pillar}/index")
        home, also = entries_of(shown.listing.parts), entries_of(shown.also.parts)
        assert {entry.pillar for entry in home} == {pillar}
        assert pillar not in {entry.pillar for entry in also}
        every = sum(pillar in entry.pillars for entry in catalogue.entries)
        assert len(home) + len(also) == every
        # As the filter beside the list counts them.
        counts = {link.path: link.count for link in shown_of("browse").pillars}
        assert counts[f"{pillar}/index"] == every


def test_instruments_list_entries_under_their_articles() -> None:
    catalogue = sample_catalogue()
    for id_ in catalogue.instruments:
        shown = shown_of(f"instruments/{id_}")
        articles = [article for part in shown.outline for article in part.articles]
        assert len(articles) == len(catalogue.instruments[id_].articles)
        for article in articles:
            key = f"{id_}:{article.anchor.removeprefix('article-')}"
            expected = {entry.id for entry in catalogue.by_provision.get(key, ())}
            assert {entry.id for entry in entries_of(article.parts)} == expected
        whole = {entry.id for entry in entries_of(shown.whole)}
        assert whole == {entry.id for entry in catalogue.by_provision.get(id_, ())}


def test_headings_of_articles_are_official_or_marked() -> None:
    catalogue = sample_catalogue()
    for id_, instrument in catalogue.instruments.items():
        for part in shown_of(f"instruments/{id_}").outline:
            for shown in part.articles:
                key = f"{id_}:{shown.anchor.removeprefix('article-')}"
                article = instrument.articles[key]
                if instrument.articles_confidence == "low":
                    assert shown.heading == ""
                elif not article.title and article.label:
                    assert shown.heading == f"{article.label} (our own words)"


def test_membership_shows_only_where_a_public_page_says_so() -> None:
    for id_, organisation in sample_catalogue().organisations.items():
        shown = shown_of(f"organisations/{id_}").membership
        known = organisation.membership
        assert bool(shown) == (known is not None and known.verified), id_
        if shown:
            assert "as far as this copy knows" in shown


@pytest.mark.parametrize(
    ("status", "day", "said"),
    [
        ("member", "2006-12-31", ""),
        ("member", "2012-01-01", "A member, as far as this copy knows, since 2007."),
        ("member", "2022-01-01", "A former member, as far as this copy knows, since 2019."),
        ("member", "2026-01-01", "A member, as far as this copy knows, since 2024."),
        ("former", "2012-01-01", "A member, as far as this copy knows, since 2007."),
        ("former", "2026-01-01", "A former member, as far as this copy knows"),
    ],
)
def test_membership_of_a_body_that_left_and_came_back(
    docs: Path, status: str, day: str, said: str
) -> None:
    found_ledger(docs)
    dates = "joined: 2024, earlier: [{joined: 2007, left: 2019}]}"
    register = docs / "registers/organisations.yml"
    edit(register, "member, verified: true, joined: 2007}", f"{status}, verified: true, {dates}")
    catalogue = make_catalogue(read_content(docs), date.fromisoformat(day))
    page: Any = pages_of(catalogue)["organisations/unodc"]
    assert page.membership == said


def test_new_holds_five_years_and_the_newest_first() -> None:
    shown = shown_of("new")
    years = [int(year.heading) for year in shown.listing.sections]
    assert years == sorted(years, reverse=True)
    assert all(DAY.year - 5 < year <= DAY.year for year in years)
    for year in shown.listing.sections:
        assert {entry.began for entry in entries_of(year.parts)} == {int(year.heading)}


def test_new_ends_with_the_newest_work_years_after_it(docs: Path) -> None:
    catalogue = make_catalogue(read_content(docs), date(2060, 1, 1))
    page: Any = pages_of(catalogue)["new"]
    newest = max(entry.began or 0 for entry in catalogue.entries)
    assert (page.first, page.last, page.listing.sections[0].heading) == (
        newest - 4,
        newest,
        str(newest),
    )


def test_new_begins_with_what_was_added_after_the_first_day(docs: Path) -> None:
    def sections(**days: str) -> dict[str, list[str]]:
        for id_, path in PATHS.items():
            file = docs / f"{path}.md"
            text = re.sub(r"^added: .*\n", "", file.read_text(encoding="utf-8"), flags=re.M)
            file.write_text(text, encoding="utf-8")
            if id_ in days:
                add_fields(docs, path, f"added: {days[id_]}")
        catalogue = catalogue_of(docs)
        made: Any = pages_of(catalogue)
        page, home = made["new"], made["index"]
        assert [one.id for one in home.added] == (
            [e.id for e in entries_of(page.listing.sections[0].parts, catalogue)]
            if page.added
            else []
        )
        return {
            one.heading: [e.id for e in entries_of(one.parts, catalogue)]
            for one in page.listing.sections
        }

    heading = "Added to the toolkit in the last 90 days"
    assert heading not in sections()
    assert heading not in sections(guide="2026-11-24")
    assert heading not in sections(guide="2026-11-24", manual="2026-11-24", shelter="2026-11-24")
    found = sections(guide="2026-11-23", manual="2026-11-24", shelter="2026-11-22")
    assert next(iter(found.items())) == (heading, ["manual", "guide"])
    assert sections(guide="2026-08-28", manual="2026-01-01", shelter="2026-08-27")[heading] == [
        "guide"
    ]
    assert sections(guide="2026-11-26", manual="2026-01-01", shelter="2026-11-25")[heading] == [
        "shelter"
    ]
    assert heading not in sections(guide="2026-01-02", manual="2026-01-01")


def test_additions_of_one_day_are_in_the_order_of_all_lists(docs: Path) -> None:
    for id_, day in (("guide", 24), ("manual", 24), ("shelter", 22)):
        file = docs / f"{PATHS[id_]}.md"
        text = re.sub(r"^(added|year): .*\n", "", file.read_text(encoding="utf-8"), flags=re.M)
        title = {"guide": "Zebra\nyear: 2025", "manual": "Aardvark\nyear: 1999"}.get(id_, "Middle")
        text = re.sub(r"^title: .*", f"title: {title}\nadded: 2026-11-{day}", text, flags=re.M)
        file.write_text(text, encoding="utf-8")
    home: Any = pages_of(catalogue_of(docs))["index"]
    assert [one.id for one in home.added] == ["guide", "manual"]


def test_browse_holds_every_entry_once_and_every_used_term() -> None:
    shown = shown_of("browse")
    listed = [entry.id for entry in entries_of(shown.listing.parts)]
    assert sorted(listed) == sorted(sample_catalogue().by_id)
    facets = sample_catalogue().facets
    for (link, groups), facet in zip(shown.facets[1:-2], facets.values(), strict=True):
        assert link.path == f"{facet.name}/index"
        paths = {term.path for group in groups for term in group.terms}
        paths |= {group.broader.path for group in groups if group.broader}
        assert paths == {f"{facet.name}/{term}" for term in facet.used()}


def test_browse_holds_the_states_of_recognition_that_occur() -> None:
    link, (group,) = shown_of("browse").facets[-1]
    assert link.path == "recognition"
    counts = {term.path: term.count for term in group.terms}
    by_state = sample_catalogue().by_state
    assert counts == {f"recognition/{state}": len(e) for state, e in by_state.items() if e}
    assert sum(counts.values()) == len(sample_catalogue().entries)


def test_organizations_are_in_the_order_of_their_names_under_their_kinds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("toolkit.pages.terms.LONGEST", 1)
    groups = term_groups(sample_catalogue().facets["organisations"], ENGLISH)
    kinds = dict.fromkeys(one.kind for one in sample_catalogue().organisations.values())
    headings = [ENGLISH.text(f"organisations.kind.{kind}") for kind in kinds]
    assert [group.heading for group in groups] == headings
    for group in groups:
        names = [link.text for link in group.terms]
        assert names == sorted(names, key=ENGLISH.sort_key)


def test_a_place_without_tasks_and_handbooks_begins_with_the_region_around() -> None:
    places = [
        page
        for path, page in sample_pages().items()
        if re.match("(?:regions|countries)/[^/]+$", path)
    ]
    starts = {page.path: page.start for page in places if hasattr(page, "start")}
    assert all(start.works for start in starts.values())
    wider = {path: start.wider.path for path, start in starts.items() if start.wider}
    assert wider["countries/be"] == "regions/europe"
    assert wider["countries/cn"] == "regions/world"
    assert "countries/br" not in wider
    said = 'To begin with, in a wider region: <a href="../regions/europe.html">Europe</a>'
    assert said in sample_html()["countries/be"]


def test_the_region_around_a_place_has_the_same_works_on_its_own_page(tmp_path: Path) -> None:
    docs = shutil.copytree(SAMPLE, tmp_path / "docs")
    first = "protection/resources/ilo-indicators-of-forced-labour-2012"
    edit(docs / f"{first}.md", "regions: [world]", "regions: [world, europe]")
    pages: Any = pages_of(catalogue_of(docs))
    works = pages["regions/world"].start.works
    assert works[0].item.path != first  # it is about more regions than others are
    assert pages["countries/cn"].start.works == works


def test_who_misses_a_country_is_led_to_regions() -> None:
    wider = {name: shown_of(f"{name}/index").wider for name in sample_catalogue().facets}
    assert {name: link.path for name, link in wider.items() if link} == {
        "countries": "regions/index"
    }


def test_terms_that_are_reserved_are_listed_only_when_used() -> None:
    for name, facet in sample_catalogue().facets.items():
        terms = [t for group in shown_of(f"{name}/index").groups for t in group.terms]
        vocabulary = sample_catalogue().vocabularies.get(facet.field.vocabulary)
        for link in terms:
            term = link.path.rpartition("/")[2]
            assert facet.count(term) or not (vocabulary and vocabulary.terms[term].reserved)
