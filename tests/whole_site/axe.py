"""axe-core in every page of a browser context: its findings by rule, with the first element."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

SOURCE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Rules about the colours of texts, of links in a text too. They take longer than all others.
COLOURS = ["color-contrast", "link-in-text-block"]

TOO_WIDE = (
    """() => document.documentElement.scrollWidth > innerWidth ? ["sideways scrolling"] : []"""
)

# With `preload` axe would ask for style sheets itself, for an experimental rule that is off.
_RUN = """async ([tags, without]) => {
  const options = { resultTypes: ["violations"], preload: false };
  if (tags.length) options.runOnly = { type: "tag", values: tags };
  options.rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
  const result = await axe.run(document, options);
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`);
}"""

# The colours of a text follow from the elements, classes and states that it stands in.
_MARK_NEW = """(seen) => {
  const STATES = ["aria-current", "aria-selected", "aria-pressed", "aria-expanded", "open"];
  const known = new Set(seen);
  const found = [];
  for (const old of document.querySelectorAll("[data-new]")) old.removeAttribute("data-new");
  for (const element of document.querySelectorAll("body *")) {
    if (![...element.childNodes].some((one) => one.nodeType === 3 && one.data.trim())) continue;
    let name = "";
    for (let at = element; at.parentElement; at = at.parentElement)
      name += ` ${at.tagName}.${at.className}[${STATES.map((one) => at.getAttribute(one))}]`
        + at.matches(":focus, :focus-within, :checked, :has(> :checked), :disabled");
    if (known.has(name)) continue;
    known.add(name);
    found.push(name);
    element.setAttribute("data-new", "");
  }
  return found;
}"""
_RUN_ON_NEW = """async (runOnly) => {
  const options = { resultTypes: ["violations"], preload: false, runOnly };
  const result = await axe.run({ include: [["[data-new]"]] }, options);
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map((one) => `${id}: ${one.html.slice(0, 200)}`));
}"""


def axe_context(browser: Browser, **options: Any) -> BrowserContext:
    """A context whose pages carry axe from the start, as no page's policy could forbid.

    Each page is as in a new window: nothing of the one before it is left in the window's name.
    """
    context = browser.new_context(**options)
    context.add_init_script("window.name = ''")
    context.add_init_script(path=SOURCE)
    return context


_AS_BEFORE = {"color_scheme": "null", "reduced_motion": "null", "forced_colors": "null"}


def show(page: Page, address: str, window: ViewportSize, media: Mapping[str, Any]) -> None:
    """Open an address as in a new window, of this size and with these settings of the reader.

    To open a window takes Chromium longer than most pages, so tests share one.
    """
    if page.url.partition("#")[0] == address.partition("#")[0]:
        page.goto("about:blank")  # or no page would be loaded
    reshape(page, window, media)
    page.goto(address)


def reshape(page: Page, window: ViewportSize, media: Mapping[str, Any]) -> None:
    """Give the window of a page this size, and the reader these settings and no others."""
    page.set_viewport_size(window)
    page.emulate_media(**{**_AS_BEFORE, **media})


def findings(page: Page, tags: Sequence[str] = (), without: Sequence[str] = ()) -> list[str]:
    """What axe finds: by all its rules, best practices too, or by those of `tags` alone."""
    found: list[str] = page.evaluate(_RUN, [list(tags), list(without)])
    return found


def every_finding(page: Page) -> list[str]:
    """What axe finds by all its rules, those about colours asked once for each kind of place."""
    return [*findings(page, without=COLOURS), *faint_texts(page, set())]


def faint_texts(page: Page, seen: set[str]) -> list[str]:
    """Texts that colours hide, among those whose kind of place is not in `seen` yet.

    To look at every text of a long list takes seconds a page; each kind of place is looked at once,
    and put into `seen`.
    """
    new: list[str] = page.evaluate(_MARK_NEW, sorted(seen))
    seen.update(new)
    found: list[str] = page.evaluate(_RUN_ON_NEW, COLOURS) if new else []
    return found
