"""Templates with pages: the output is escaped, in order, and small enough."""

import gzip
import re
import shutil
import statistics
from collections.abc import Callable
from functools import cache, partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import html5lib

from tests.files import write_files
from tests.pages.small import (
    ENGLISH,
    add_fields,
    catalogue_of,
    errors_of,
    pages_of,
    sample_catalogue,
    sample_pages,
)
from toolkit.catalogue.catalogue import Catalogue
from toolkit.languages.language import Language
from toolkit.pages.page import Page
from toolkit.pages.unlinked_pages import unlinked_pages
from toolkit.recognition.status import State
from toolkit.site.environment import Setting, render, site_environment
from toolkit.site.publication import Publication
from toolkit.site.scripts import small_style

THEME = Path(__file__).parents[2] / "toolkit" / "site" / "theme"
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&{{ 7 * 7 }}"


EXIT = "https://www.example.org/"


def renderer(
    publication: Publication | None = None,
    language: Language = ENGLISH,
    english: frozenset[str] = frozenset(),
) -> Callable[[Page], str]:
    setting = Setting(language, publication or Publication(EXIT), english=english)
    return partial(render, site_environment(setting))


def write_site(catalogue: Catalogue, folder: Path, language: Language = ENGLISH) -> None:
    """Write all pages in a language, with what they load."""
    shutil.copytree(THEME / "assets", folder / "assets")
    html, pages = renderer(language=language), pages_of(catalogue, language).values()
    write_files(folder, {f"{page.path}.html": html(page).encode() for page in pages})


@cache
def sample_html() -> dict[str, str]:
    html = renderer()
    pages = [*sample_pages().values(), unlinked_pages(ENGLISH, "")[0]]
    return {page.path: html(page) for page in pages}


def test_what_contributors_write_is_text_wherever_it_shows(docs: Path) -> None:
    path = "prevention/resources/guide"
    file = docs / f"{path}.md"
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    text = file.read_text(encoding="utf-8")
    text = text.replace("Guide for labour inspectors", quoted)
    text = text.replace("It explains how to recognize forced labour during an inspection.", quoted)
    file.write_text(text, encoding="utf-8")
    add_fields(docs, path, f"partners: [{quoted}]\nsources: [{{title: {quoted}}}]")
    add_fields(docs, path, f"distinct_from: {{manual: {quoted}}}")
    add_fields(docs, path, "verified: {by: unodc, on: 2026-11-01}\nrelated: [manual]")
    assert errors_of(docs) == []
    catalogue = catalogue_of(docs)
    html_of = renderer()
    shown_on = 0
    for page in pages_of(catalogue).values():
        html = html_of(page)
        assert "<script>alert" not in html, page.path
        assert "<img" not in html, page.path
        tree = html5lib.parse(html, namespaceHTMLElements=False)
        text = "".join(tree.itertext())
        shown_on += HOSTILE in text
        names = {name for element in tree.iter() for name in element.attrib}
        assert not {name for name in names if name.startswith("on")}, page.path
    assert shown_on > 10


def test_headings_go_down_one_level_at_a_time() -> None:
    for path, html in sample_html().items():
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", html)]
        assert levels[0] == 1, path
        assert levels.count(1) == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), (path, levels)


def test_the_way_to_the_root_fits_each_page() -> None:
    for path, html in sample_html().items():
        if path != "404":
            root = "../" * path.count("/")
            assert f'href="{root}assets/style.css"' in html, path


def test_the_page_of_unknown_addresses_takes_a_root() -> None:
    html = renderer()
    for site_url, root in (("", "/"), ("https://example.org/a/toolkit/", "/a/toolkit/")):
        page, _ = unlinked_pages(ENGLISH, site_url)
        assert f'href="{root}search.html"' in html(page)


def test_links_out_of_the_site_say_so_and_give_nothing_away() -> None:
    for path, html in sample_html().items():
        for link in re.findall(r'<a [^>]*href="https?:[^>]*>.*?</a>', html, re.DOTALL):
            assert 'rel="noopener noreferrer"' in link, (path, link)
            assert "leaves this site" in link or "Leave this site quickly" in link, (path, link)


def test_a_link_of_a_text_says_that_it_leaves_however_it_is_written(docs: Path) -> None:
    guide = docs / "prevention/resources/guide.md"
    with guide.open("a", encoding="utf-8") as file:
        file.write("\nSee [a](HTTPS://www.unodc.org/x).\n")
    catalogue = catalogue_of(docs)
    html = renderer()(pages_of(catalogue)["prevention/resources/guide"])
    (link,) = re.findall(r'<a [^>]*href="HTTPS:[^>]*>.*?</a>', html)
    assert 'class="external"' in link
    assert 'rel="noopener noreferrer"' in link
    assert "leaves this site" in link


def test_a_link_may_ask_something_of_the_page_that_it_leads_to(docs: Path) -> None:
    with (docs / "prevention/resources/guide.md").open("a", encoding="utf-8") as file:
        file.write("\nSee [a](../../search.md?q=bed:night#results) and [b](manual.md?x).\n")
    assert errors_of(docs) == []
    html = renderer()(pages_of(catalogue_of(docs))["prevention/resources/guide"])
    assert 'href="../../search.html?q=bed:night#results"' in html
    assert 'href="manual.html?x"' in html


def test_every_entry_tells_how_far_it_can_be_relied_on() -> None:
    for entry in sample_catalogue().entries:
        html = sample_html()[entry.path]
        assert "about/not-yet-checked.html" in html, entry.id
        words = {
            State.PROPOSED: "Proposed by the editors. No organization has confirmed this text yet.",
            State.JOINT: "Issued in the name of the Group.",
            State.SUPERSEDED: "Another entry replaces this one.",
        }[sample_catalogue().statuses[entry.id].state]
        assert f"<p>{words}</p>" in html, entry.id
        assert "not how strong the evidence is" in html, entry.id


def test_the_former_address_of_the_group_is_linked_nowhere() -> None:
    for path, html in sample_html().items():
        assert not re.search(r'href="[^"]*icat\.network', html), path


def test_a_list_says_in_which_order_it_is() -> None:
    said = ENGLISH.text("list.order")
    for path, shown in sample_pages().items():
        page: Any = shown
        html = sample_html()[path]
        if page.template in {"term.html", "organisation.html"} and not page.listing.divided:
            assert (said in html) == (page.listing.count > 3), path
        if page.template == "pillar.html":
            assert said in html


def test_pages_stay_light() -> None:
    weights = {path: len(gzip.compress(html.encode())) for path, html in sample_html().items()}
    entries = [weights[entry.path] for entry in sample_catalogue().entries]
    assert statistics.median(entries) <= 3_200
    assert max(entries) <= 5_000
    assert len(gzip.compress(small_style())) <= 7_500


def test_headings_of_a_body_cannot_take_the_ids_of_the_page(docs: Path) -> None:
    catalogue = catalogue_of(docs)
    html_of = renderer()
    pages = pages_of(catalogue)
    for path in ("index", "prevention/index", "prevention/resources/guide", "about/evidence"):
        ids = re.findall(r' id="([^"]*)"', html_of(pages[path]))
        own = [id_ for id_ in ids if "--" not in id_ and not id_.startswith("search-")]
        body = re.findall(r' id="([^"]*)"', str(getattr(pages[path], "body", "")))
        assert own == body, path
