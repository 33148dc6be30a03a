"""Growing content, with entries renamed and withdrawn, passes the checks and is all there."""

import json
import shutil
from pathlib import Path

import pytest

from bench.generate import generate
from tests.checkouts import SAMPLE, Checkout, entry_files, made_once, make_checkout
from tests.pages.small import add_fields
from tests.whole_site.faults import FAULTS, invalid_pages
from tests.whole_site.pages import crawl
from toolkit.page_budget import excesses, weigh

pytestmark = pytest.mark.slow

MORE = 40
RENAMED = "prevention/resources/icat-statement-2022"
NEW_NAME = "prevention/resources/statement-on-technology"
WITHDRAWN = "protection/resources/terminology-guidelines-children"


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """The sample with generated entries, one renamed entry, and one withdrawn."""
    return Checkout(made_once(tmp_path_factory, "grown", make_grown))


def make_grown(folder: Path) -> None:
    checkout = make_checkout(folder)
    docs = checkout.folder / "docs"
    generate(MORE, checkout.folder / "generated", source=SAMPLE)
    for entry in entry_files(checkout.folder / "generated"):
        shutil.move(entry, docs / entry.relative_to(checkout.folder / "generated"))
    (docs / f"{RENAMED}.md").rename(docs / f"{NEW_NAME}.md")
    add_fields(docs, NEW_NAME, f"aliases: [{RENAMED}]")
    add_fields(docs, WITHDRAWN, "status: withdrawn\nwithdrawn: {on: 2026-11-20, reason: Replaced.}")
    checkout.build()


def test_every_entry_is_there(grown: Checkout) -> None:
    entries = len(entry_files()) + MORE
    manifest = json.loads((grown.site / "build.json").read_text())
    assert manifest["counts"]["entries"] == entries
    for path in (RENAMED, NEW_NAME, WITHDRAWN):
        assert (grown.site / f"{path}.html").is_file()


def test_pages_have_no_fault(grown: Checkout) -> None:
    crawled = crawl(grown.site)
    assert [fault for faults in FAULTS for fault in faults(crawled)] == []
    # All pages with a place of their own, and some others.
    assert list(invalid_pages(grown.site, crawled.spread(40))) == []


def test_pages_stay_light(grown: Checkout) -> None:
    assert list(excesses(grown.site, weigh(grown.site))) == []
