"""Nothing is asked of another host, kept on the device or left in a cookie: on every page.

On the same way through the whole site axe looks at each page, at one width. Of the search only a
small script is asked for, save where a reader comes to search or browse.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.whole_site.axe import TOO_WIDE, WCAG, axe_context, faint_texts, findings
from tests.whole_site.pages import BLANK, KINDS, all_pages

pytestmark = pytest.mark.browser

ASSETS = {"assets/style.css", "assets/mark.svg", "assets/leave.js", "assets/search.js"}
# The parts of the search that a page asks for by itself, by their patterns in assets/search.
PARTS = {
    "search.html": [
        *("engine.js", "page.js"),
        *("en/index.js", "en/names.js", "en/first-*.js", "en/full-*.js"),
    ],
    "browse.html": ["engine.js", "browse.js", "en/index.js", "en/list.js"],
}
FROM_DISK = 60
PARTS_OF_SITE = 16
# Over http of a server on loopback all of these exist; some browsers have none from a disk.
_KEPT = """async () => {
  const kept = [document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage)];
  if (globalThis.indexedDB?.databases)
    kept.push(...(await indexedDB.databases().catch(() => [])).map((one) => one.name));
  if (globalThis.caches) kept.push(...await caches.keys().catch(() => []));
  if (navigator.serviceWorker?.getRegistrations)
    kept.push(...(await navigator.serviceWorker.getRegistrations().catch(() => [])).map(String));
  return kept.filter(Boolean);
}"""


_SEARCH_LOADED = """async () => {
  const state = () => globalThis.toolkitSearch?.state();
  for (let n = 0; n < 1000 && !["ready", "unavailable"].includes(state()); n++)
    await new Promise((next) => setTimeout(next, 20));
  return state();
}"""


@pytest.fixture(scope="session")
def seen() -> set[str]:
    """The kinds of text that were looked at for their contrast by this worker."""
    return set()


# A visit of every page takes minutes: what axe finds is looked at on the same one. Small parts let
# all workers end together.
@pytest.mark.parametrize("part", range(PARTS_OF_SITE))
def test_every_page_from_a_server(
    browser: Browser, served: str, site: Path, seen: set[str], part: int
) -> None:
    context = axe_context(browser, viewport={"width": 320, "height": 800})

    def look(page: Page) -> list[str]:
        found = [*findings(page, WCAG, ["color-contrast"]), *faint_texts(page, seen)]
        return [*found, *page.evaluate(TOO_WIDE)]

    visit(context, served, site, [*all_pages(site), BLANK][part::PARTS_OF_SITE], look)


def test_pages_from_a_disk(browser: Browser, site: Path) -> None:
    # The page of unknown addresses is a server's: its own addresses start at the server's root.
    paths = [path for path in all_pages(site) if path != "404.html"]
    some = sorted({*KINDS.values(), *paths[:: len(paths) // FROM_DISK]})
    assert len(some) >= FROM_DISK
    visit(browser.new_context(), site.as_uri(), site, some)


def parts_of_search(site: Path, path: str) -> set[str]:
    folder = site / "assets/search"
    patterns = PARTS.get(path, [])
    found = {part for pattern in patterns for part in folder.glob(pattern)}
    return {part.relative_to(site).as_posix() for part in found}


def wait_for_parts(page: Page, path: str) -> None:
    """Wait until a page has all parts of the search that it asks for."""
    if path == "browse.html":
        expect(page.locator("[data-browse]")).to_be_visible()
    if path == "search.html":
        assert page.evaluate(_SEARCH_LOADED) == "ready"


def visit(
    context: BrowserContext,
    base: str,
    site: Path,
    paths: list[str],
    look: Callable[[Page], list[str]] = lambda page: [],
) -> None:
    """Open pages; nothing may be asked of another host or kept, and `look` may find nothing."""
    page = context.new_page()
    faults: dict[str, list[str]] = {}
    requests: list[str] = []
    noise: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: noise.append(message.text))
    page.on("pageerror", lambda error: noise.append(str(error)))
    for path in paths:
        requests.clear()
        page.goto(f"{base}/{path}")
        wait_for_parts(page, path)
        asked = {url.removeprefix(f"{base}/") for url in requests}
        parts = parts_of_search(site, path)
        assert asked - parts <= {path, *ASSETS}, (path, asked)
        assert parts <= asked, (path, asked)
        assert page.evaluate(_KEPT) == [], path
        if found := look(page):
            faults[path] = found
    assert faults == {}
    assert context.cookies() == []
    assert noise == []
    context.close()
