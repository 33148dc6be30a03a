"""The site of docs/: no dead link, nothing out of reach, from outside or too heavy."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.checkouts import ROOT, entry_files
from tests.whole_site import crawl
from toolkit.page_budget import excesses, weigh

pytestmark = pytest.mark.content


@pytest.mark.parametrize(
    "faults",
    [
        crawl.invalid_pages,
        crawl.dead_links,
        crawl.out_of_reach,
        crawl.repeated_ids,
        crawl.from_outside,
        crawl.inline_code,
    ],
    ids=lambda faults: faults.__name__,
)
def test_pages_have_no_fault(site: Path, faults: Callable[[Path], Iterable[str]]) -> None:
    say(faults(site))


def test_every_page_has_its_policy_its_language_and_one_title(
    site: Path, languages: list[str]
) -> None:
    say(crawl.faulty_heads(site, languages))


def test_every_entry_has_its_page_and_is_counted(site: Path) -> None:
    docs = ROOT / "docs"
    files = [path.relative_to(docs).with_suffix(".html").as_posix() for path in entry_files(docs)]
    missing = [path for path in files if not (site / path).is_file()]
    say(f"docs/{path.removesuffix('.html')}.md has no page." for path in missing)
    counts = json.loads((site / "build.json").read_text(encoding="utf-8"))["counts"]
    assert counts["entries"] == counts["practices"] + counts["resources"] == len(files)


def test_pages_are_light(site: Path) -> None:
    say(excesses(site, weigh(site)))


def test_schemas_for_editors_are_published(site: Path) -> None:
    committed = sorted((ROOT / "docs/contribute/schema").glob("*.json"))
    assert committed
    for path in committed:
        published = site / "contribute/schema" / path.name
        assert published.read_bytes() == path.read_bytes(), path.name


def say(faults: Iterable[str]) -> None:
    """Fail with one line a fault, if there are any."""
    found = list(faults)
    if found:
        more = [f"... and {len(found) - 50} more"] if len(found) > 50 else []
        pytest.fail("\n".join([*found[:50], *more]), pytrace=False)
