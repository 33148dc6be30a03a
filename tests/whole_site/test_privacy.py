"""Nothing is asked of another host, kept on the device or left in a cookie: on every page."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.whole_site.pages import BLANK, KINDS, all_pages

pytestmark = pytest.mark.browser

ASSETS = {"assets/style.css", "assets/mark.svg", "assets/leave.js", "assets/search.js"}
FROM_DISK = 60
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


def test_every_page_from_a_server(browser: Browser, served: str, site: Path) -> None:
    visit(browser, served, [*all_pages(site), BLANK])


def test_pages_from_a_disk(browser: Browser, site: Path) -> None:
    paths = all_pages(site)
    some = sorted({*KINDS.values(), *paths[:: len(paths) // FROM_DISK]})
    assert len(some) >= FROM_DISK
    visit(browser, site.as_uri(), some)


def visit(browser: Browser, base: str, paths: list[str]) -> None:
    context = browser.new_context()
    page = context.new_page()
    requests: list[str] = []
    noise: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: noise.append(message.text))
    page.on("pageerror", lambda error: noise.append(str(error)))
    for path in paths:
        requests.clear()
        page.goto(f"{base}/{path}")
        asked = {url.removeprefix(f"{base}/") for url in requests}
        assert asked <= {path, *ASSETS}, (path, asked)
        assert page.evaluate(_KEPT) == [], path
    assert context.cookies() == []
    assert noise == []
    context.close()
