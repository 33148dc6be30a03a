"""Pages that say beforehand what they are made from: where that is the same, so are they.

The last site's page is then taken over without making the new one, so nothing else may get in.
"""

import shutil
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

from tests.cache.changes import carry_out
from tests.checkouts import SAMPLE
from toolkit.cache.kept import Kept
from toolkit.cache.store import Store
from toolkit.pages import make_pages
from toolkit.pages.page import LatePage, Page
from toolkit.pipeline import in_language, start_build
from toolkit.site.languages import SiteLanguages
from toolkit.site.publication import Publication

DAYS = (date(2026, 11, 25), date(2031, 1, 1))
# What changes the pages of other entries, of one alone, or of nearly all.
CHANGES = (
    ("entry_address", 20),  # of an entry with a translation
    *(("entry_title", 0), ("entry_title", 1), ("entry_title", 8), ("entry_address", 1)),
    *(("entry_text", 1), ("entry_summary", 2), ("moved_entry", 1), ("new_entry", 0)),
    *(("new_entry", 2), ("task", 2), ("translation", 2), ("no_translation", 2)),
    *(("organisation", 1), ("term", 3), ("circle", 0), ("no_entry", 1), ("review_due", 0)),
)

State = dict[tuple[str, str], tuple[tuple[object, ...], Page]]


def state_of(docs: Path, day: date) -> State:
    """What each late page is made from, and the page, by language and path."""
    languages = SiteLanguages(("en", "ar"), ("en", "ar"))
    kept = Kept(Store(docs.parent / "cache", bytes(32)))
    first = start_build(docs, day, languages, Publication("https://example.org/"), kept=kept)
    other = in_language(first.shared, "ar")
    found: State = {}
    for build in (first, other):
        for path, late in build.pages.known.items():
            if isinstance(late, LatePage):
                found[build.site.language.tag, path] = late.made_from(), late.make()
    part = make_pages(replace(first.site, lists=b""))
    assert not any(part.made_from(path) for path in part)
    return found


@pytest.mark.long
def test_a_page_made_from_the_same_is_the_same(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    shutil.copytree(SAMPLE, docs)
    before = state_of(docs, DAYS[0])
    same = 0
    changed: Counter[str] = Counter()
    for name, number in (*CHANGES, ("day", 0)):
        if name != "day":
            assert carry_out(name, tmp_path, Random(number)), name  # noqa: S311 - not a secret
        after = state_of(docs, DAYS[name == "day"])
        for place in before.keys() & after:
            (made_from, page), (now, new) = before[place], after[place]
            assert made_from
            assert made_from != now or page == new, (name, place)
            same += made_from == now
            changed[name] += page != new
        before = after
    assert same > 1_000
    assert changed.total() > 80
    assert changed["new_entry"] < 20  # nothing on others' pages says how many entries there are
