"""The site of docs/ in all its languages: no dead links, nothing unreachable or too heavy.

All pages are crawled; those with a structure of their own, and some others, are strictly parsed.
"""

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.checkouts import ROOT, entry_files
from tests.whole_site.faults import FAULTS, faulty_heads, invalid_pages
from tests.whole_site.pages import Crawled
from toolkit.page_budget import excesses, weigh

pytestmark = [pytest.mark.content, pytest.mark.thorough]

MOST = 240  # pages to parse strictly or open: together they have every kind of place
PARTS = 4  # so that all workers finish together
# A list broken by a code block, since ``` can't start one in a list.
_BROKEN = re.compile(r"<p>[^<]*(?:<(?!/p>)[^<]*)*\n *\d+\. |<code>\w+\n {2}")


@pytest.mark.parametrize("faults", FAULTS, ids=lambda faults: faults.__name__)
def test_pages_have_no_fault(crawled: Crawled, faults: Callable[[Crawled], Iterable[str]]) -> None:
    say(faults(crawled))


@pytest.mark.parametrize("part", range(PARTS))
def test_pages_are_valid(site: Path, crawled: Crawled, part: int) -> None:
    say(invalid_pages(site, crawled.spread(MOST)[part::PARTS]))


def test_every_page_has_its_policy_its_language_and_one_title(
    crawled: Crawled, languages: list[str]
) -> None:
    say(faulty_heads(crawled, languages))


def test_every_entry_has_its_page_and_is_counted(site: Path) -> None:
    docs = ROOT / "docs"
    files = [path.relative_to(docs).with_suffix(".html").as_posix() for path in entry_files(docs)]
    missing = [path for path in files if not (site / path).is_file()]
    say(f"docs/{path.removesuffix('.html')}.md has no page." for path in missing)
    counts = json.loads((site / "build.json").read_text(encoding="utf-8"))["counts"]
    assert counts["entries"] == counts["practices"] + counts["resources"] == len(files)


def test_pages_are_light(site: Path) -> None:
    say(excesses(site, weigh(site)))


def test_no_list_breaks_off_at_code(site: Path) -> None:
    for path in site.rglob("contribute/*.html"):
        text = re.sub(r"<pre.*?</pre>", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert not (found := _BROKEN.search(text)), f"{path.relative_to(site)}: {found[0]}"


def test_no_heading_abbreviates_an_organization_twice(site: Path) -> None:
    for path in site.rglob("organisations/*.html"):
        text = path.read_text(encoding="utf-8")
        twice = re.search(r'<h1>.*[(（](.+)[)）] ?<span class="soft">\1</span>', text)
        assert not twice, f"{path.relative_to(site)}: {twice}"


def test_schemas_for_editors_are_published(site: Path) -> None:
    committed = sorted((ROOT / "docs/contribute/schema").glob("*.json"))
    assert committed
    for path in committed:
        published = site / "contribute/schema" / path.name
        assert published.read_bytes() == path.read_bytes(), path.name


def say(faults: Iterable[str]) -> None:
    """Fail with one line per fault, if there are any."""
    found = list(faults)
    if found:
        more = [f"... and {len(found) - 50} more"] if len(found) > 50 else []
        pytest.fail("\n".join([*found[:50], *more]), pytrace=False)
