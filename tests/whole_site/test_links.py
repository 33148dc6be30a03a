"""Every page of the sample's site, crawled: no dead links, all reachable, nothing from outside."""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.checkouts import ROOT, entry_files
from tests.pages.small import sample_pages
from tests.whole_site.faults import FAULTS, faulty_heads, invalid_pages
from tests.whole_site.pages import KINDS, Crawled, all_pages, crawl


def test_every_entry_is_on_the_site(site: Path) -> None:
    manifest = json.loads((site / "build.json").read_text())
    practices, resources = (len(entry_files(kind=kind)) for kind in ("practices", "resources"))
    counts = {"entries": practices + resources, "practices": practices, "resources": resources}
    assert manifest["counts"] == counts
    assert manifest["as_of"] == "2026-11-25"
    assert manifest["languages"] == ["en"]


@pytest.fixture(scope="module")
def crawled(site: Path) -> Crawled:
    return crawl(site)


@pytest.mark.parametrize("faults", FAULTS, ids=lambda faults: faults.__name__)
def test_pages_have_no_fault(crawled: Crawled, faults: Callable[[Crawled], Iterable[str]]) -> None:
    assert list(faults(crawled)) == []


def test_pages_are_valid(site: Path, crawled: Crawled) -> None:
    """Some of every kind of place, since a strict parser is slow; and those that lead elsewhere."""
    lead = [path for path, one in crawled.pages.items() if one.is_not_found or one.leads_on]
    assert "404.html" in lead
    assert len(lead) > 1
    assert list(invalid_pages(site, [*crawled.spread(120), *lead])) == []


def test_every_page_carries_the_policy_the_language_and_the_way_to_the_date(
    site: Path, crawled: Crawled
) -> None:
    assert list(faulty_heads(crawled, ["en"])) == []
    for path in all_pages(site):
        assert " data-copy-date>" in (site / path).read_text(encoding="utf-8"), path
    assert "25 November 2026" in (site / "about/index.html").read_text(encoding="utf-8")


def test_the_page_of_unknown_addresses_leads_back(site: Path, crawled: Crawled) -> None:
    page = crawled.pages["404.html"]
    inside = [address for _, _, address in page.addresses if not urlsplit(address).scheme]
    assert inside
    for address in inside:
        if not address.startswith("#"):
            assert address.startswith("/")
            assert (site / urlsplit(address).path.lstrip("/")).is_file(), address


def test_pages_of_every_template_are_looked_at(site: Path) -> None:
    for path in KINDS.values():
        assert (site / path).is_file(), path
    looked_at = {path.removesuffix(".html") for path in KINDS.values()}
    pages = sample_pages()
    missing = {page.template for page in pages.values()}
    missing -= {"moved.html"}  # it redirects at once
    missing -= {page.template for path, page in pages.items() if path in looked_at}
    assert missing == set()


def test_nothing_else_is_published(site: Path) -> None:
    names = (path for path in site.rglob("*") if path.is_file() and path.name != "_headers")
    endings = Counter(path.suffix for path in names)
    pages = {".html", ".css", ".js", ".svg", ".png", ".json", ".webp", ".txt"}
    assert set(endings) <= pages | {".bib", ".ris", ".csv", ".jsonld", ".xml", ".ttl", ".xlsx"}
    assert not list(site.rglob("*.map"))
    naming = [path for path in site.rglob("*") if path.suffix in (".html", ".js")]
    named = "".join(path.read_text(encoding="utf-8") for path in naming)
    assert [one.name for one in (site / "assets").glob("*.*") if one.name not in named] == []


def test_no_path_of_this_machine_is_published(site: Path) -> None:
    for path in site.rglob("*"):
        if path.is_file():
            assert str(ROOT).encode() not in path.read_bytes(), path
            assert str(site).encode() not in path.read_bytes(), path
