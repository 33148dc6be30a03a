"""Opens pages one after another: they must contact no other host, store nothing, log nothing."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browsers import watch
from tests.whole_site.faults import source_of

ASSETS = {"assets/style.css", "assets/mark.svg"}
# The scripts of pages, which contain words, and the parts of the search that a page loads by
# itself, as patterns in assets/search. Each language has its own.
SCRIPTS = {f"assets/{name}.js" for name in ("leave", "search", "fold", "mine", "slash")}
PARTS = {
    "search.html": [
        *("engine.js", "page.js"),
        *("en/index.js", "en/list.js", "en/first-*.js", "en/asked-*.js"),
        *("en/summaries.js", "en/names.js", "en/full-*.js", "en/original-*.js"),
    ],
    "browse.html": ["engine.js", "browse.js", "en/index.js", "en/list.js"],
}
# The page of the form for entries, with a style and scripts that no other page may load.
WRITE = "contribute/write.html"
# Served from loopback over http all of these exist; from disk some browsers lack them.
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
  const state = () => globalThis.toolkitSearch?.state?.();
  for (let n = 0; n < 3000 && !["ready", "lost"].includes(state()); n++)
    await new Promise((next) => setTimeout(next, 20));
  return state();
}"""


def visit(
    page: Page,
    base: str,
    site: Path,
    paths: Iterable[str],
    look: Callable[[Page], list[str]] = lambda page: [],
) -> list[str]:
    """Open pages of a site at its address `base`; returns what was wrongly requested, kept or said.

    `look` adds what it finds on each page.
    """
    faults: list[str] = []
    requests, noise = watch(page)
    for path in paths:
        requests.clear()
        noise.clear()
        page.goto(f"{base}/{path}")
        _wait_for_parts(page, path)
        found = look(page)
        asked = {url.removeprefix(f"{base}/") for url in requests}
        first = path.partition("/")[0]
        language = first if (site / first / "assets").is_dir() else ""
        home = f"{language}/" if language else ""
        scripts = {f"{home}{script}" for script in SCRIPTS}
        parts = _parts_of_search(site, path, home, language or "en")
        pictures = (one for one in asked if _is_picture(site, one))
        form = {"assets/write.css", *_files(site, "", ["assets/write/*.js"])}
        form |= _files(site, home, ["assets/write/*.js"])
        form = form if path == f"{home}{WRITE}" else set()
        allowed = {path, *ASSETS, *scripts, *parts, *form, *pictures}
        found += [f"it asks for {one}" for one in sorted(asked - allowed)]
        found += [f"it does not ask for {one}" for one in sorted(parts - asked)]
        found += [f"it complains: {one}" for one in noise]
        found += [f"it keeps {one}" for one in page.evaluate(_KEPT)]
        faults += [f"{source_of(path)}: {one}" for one in found]
    kept = page.context.cookies()
    faults += [f"The site sets the cookie {cookie.get('name')}." for cookie in kept]
    return faults


def _parts_of_search(site: Path, path: str, home: str, language: str) -> set[str]:
    patterns = [
        re.sub("^en/", f"{language}/", pattern)
        for pattern in PARTS.get(path.removeprefix(home), [])
    ]
    return _files(site, f"{home}assets/search/", patterns)


def _files(site: Path, folder: str, patterns: Iterable[str]) -> set[str]:
    """The paths of files in a folder of the site that match patterns."""
    found = (file for pattern in patterns for file in (site / folder).glob(pattern))
    return {file.relative_to(site).as_posix() for file in found}


def _is_picture(site: Path, path: str) -> bool:
    return Path(path).suffix in {".png", ".jpg", ".jpeg", ".webp"} and (site / path).is_file()


def _wait_for_parts(page: Page, path: str) -> None:
    """Wait until a page has all the parts of the search that it requests."""
    name = path.rpartition("/")[2]
    if name == "browse.html":
        expect(page.locator("[data-browse]")).to_be_visible()
    if name == "search.html":
        assert page.evaluate(_SEARCH_LOADED) == "ready"
