"""Pages and the search say beforehand what they are made from: where that is the same, so are they.

What the last build made is then taken over without making it anew, so nothing else may get in.
"""

import shutil
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache, partial
from pathlib import Path
from random import Random

import pytest

from tests.cache.changes import carry_out
from tests.checkouts import SAMPLE
from tests.ledger import circulate, edit
from toolkit.cache.kept import NOTHING_KEPT, Kept
from toolkit.cache.store import Store
from toolkit.pages import make_pages
from toolkit.pages.page import LatePage, Page
from toolkit.pages.site import Site
from toolkit.pipeline import in_language, start_build
from toolkit.site.languages import SiteLanguages
from toolkit.site.publication import Publication

pytestmark = pytest.mark.slow

DAYS = (date(2026, 11, 25), date(2031, 1, 1))
# What changes the pages of other entries, of one alone, or of nearly all.
CHANGES = (
    ("entry_address", 20),  # of an entry with a translation
    ("entry_text", 14),  # of one with a translation that is circulating
    *(("entry_title", 0), ("entry_title", 1), ("entry_title", 8), ("entry_address", 1)),
    *(("entry_text", 1), ("entry_summary", 2), ("moved_entry", 1), ("new_entry", 0)),
    *(("new_entry", 2), ("task", 2), ("translation", 2), ("no_translation", 2)),
    *(("organisation", 1), ("term", 3), ("circle", 0), ("no_entry", 1), ("review_due", 0)),
)

State = dict[tuple[str, str], tuple[object, Callable[[], Page | Mapping[str, bytes]]]]


def state_of(docs: Path, day: date, tags: tuple[str, ...]) -> tuple[State, Site]:
    """What each late page and the search is made from, and what makes it, by language and path.

    `tags` are those of the site, of which two are made.
    """
    languages = SiteLanguages(tags, tags)
    kept = Kept(Store(docs.parent / "cache", bytes(32)))
    first = start_build(docs, day, languages, Publication("https://example.org/"), kept=kept)
    other = in_language(first.shared, "ar")
    found: State = {}
    for build in (first, other):
        for path, late in build.pages.known.items():
            if isinstance(late, LatePage):
                found[build.site.language.tag, path] = late.made_from(), cache(late.make)
        alone = replace(build, shared=replace(build.shared, kept=NOTHING_KEPT))
        # It takes long, and most changes are to what it is made from.
        files = cache(partial(dict[str, bytes], alone.search[1]))
        found[build.site.language.tag, "search"] = build.search[0], files
    return found, first.site


@pytest.mark.long
@pytest.mark.usefixtures("files_read_once")
def test_a_page_made_from_the_same_is_the_same(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    shutil.copytree(SAMPLE, docs)
    circulate(docs, "2026-11-01", "2026-12-15", "ilo-work-in-freedom")
    edit(docs, "added: 2026", "added: 2028", "prevention/resources/iom-iris")
    day: date = DAYS[0]
    tags: tuple[str, ...] = ("en", "ar")
    before, site = state_of(docs, day, tags)
    part = make_pages(replace(site, lists=b""))
    assert not any(part.made_from(path) for path in part)
    same = searches = 0
    changed: Counter[str] = Counter()
    for name, number in (*CHANGES, ("day", 0), ("languages", 0)):
        if name == "day":
            day = DAYS[1]
        elif name == "languages":
            tags = ("en", "ar", "fr")
        else:
            assert carry_out(name, tmp_path, Random(number)), name  # noqa: S311 - not a secret
        after, _ = state_of(docs, day, tags)
        for place in before.keys() & after:
            (made_from, page), (now, new) = before[place], after[place]
            assert made_from
            if made_from == now:
                assert page() == new(), (name, place)
                same += 1
                searches += place[1] == "search"
            elif place[1] != "search":
                changed[name] += page() != new()
        before = after
    assert same > 1_000
    assert searches > 1  # of the other language, when only an original changes
    assert changed.total() > 80
    assert changed["new_entry"] < 20  # nothing on others' pages says how many entries there are
