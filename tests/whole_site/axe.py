"""axe-core in every page of a browser context: its findings by rule, with the first element."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

SOURCE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Rules about the colours of text, including links in text. They take longer than all the others.
COLOURS = ["color-contrast", "link-in-text-block"]

# No part of the head may scroll by itself, nor may a word be broken that fits on a line of its own.
# The head of a table that scrolls stays in view, and must not fill the view.
TOO_WIDE = r"""() => {
  const found = document.documentElement.scrollWidth > innerWidth ? ["sideways scrolling"] : [];
  for (const list of document.querySelectorAll("nav ul"))
    if (list.scrollWidth > list.clientWidth + 1)
      found.push(`sideways scrolling of ${list.outerHTML.slice(0, 60)}`);
  for (const box of document.querySelectorAll(".coverage"))
    if (box.scrollHeight > box.clientHeight
      && box.querySelector("thead").offsetHeight > box.clientHeight / 2)
      found.push("the head of a table takes the room of its cells");
  const range = document.createRange();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text; (text = texts.nextNode()); ) {
    if (!text.parentElement.closest(".leave, .site-head")) continue;
    for (const { 0: word, index } of text.data.matchAll(/[[\p{L}\u00ad]--\p{Script=Han}]+/gv)) {
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const lines = new Set([...range.getClientRects()].map((one) => Math.round(one.top)));
      if (lines.size > 1 && !word.includes("\u00ad")) found.push(`broken word: ${word}`);
    }
  }
  return found;
}"""

# They look only at marked elements: see `_FIND`.
_ON_NEW = f"""axe.configure({{ rules: [
  {{ id: "{COLOURS[0]}", selector: "[data-new]" }},
  {{ id: "{COLOURS[1]}", selector: "a[href][data-new], [role=link][data-new]" }},
] }})"""

# What axe finds depends on the elements and on which are shown. Where that is as it was when all of
# a page was checked, only this can differ: what scrolls or is out of sight, and tables by size.
LAYOUT = ["scrollable-region-focusable", "skip-link", "th-has-data-cells"]

# A text's colours depend on the elements, classes and states around it: a text in sight is marked,
# and its kind returned, if none of that kind has been seen before. With `preload` axe would request
# style sheets itself, for an experimental rule that is off.
_FIND = """async (asked) => {
  const [tags, seen, colours, alone, layout] = JSON.parse(asked);
  const STATES = ["aria-current", "aria-selected", "aria-pressed", "aria-expanded", "open"];
  const kinds = new Map([[document.documentElement, ""]]);
  const kind = (at) => {
    if (!kinds.has(at))
      kinds.set(at, `${kind(at.parentElement)} ${at.tagName}.${at.className}`
        + `[${STATES.map((one) => at.getAttribute(one))}]`
        + at.matches(":focus, :focus-within, :checked, :has(> :checked), :disabled"));
    return kinds.get(at);
  };
  const known = new Set(seen);
  const found = [];
  const shown = (one) => getComputedStyle(one).display + !!one.offsetHeight
    + one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  for (const old of document.querySelectorAll("[data-new]")) old.removeAttribute("data-new");
  const page = alone || tags.length ? ""
    : document.documentElement.outerHTML + [...document.querySelectorAll("*")].map(shown);
  const same = window.checked?.has(page);
  for (const element of seen ? document.querySelectorAll("body *") : []) {
    if (!element.matches("a[href], input, select, textarea")
      && ![...element.childNodes].some((one) => one.nodeType === 3 && one.data.trim())) continue;
    if (known.has(kind(element)) || !element.checkVisibility()) continue;
    known.add(kind(element));
    found.push(kind(element));
    element.setAttribute("data-new", "");
  }
  if (alone && !found.length) return "[[], []]";
  const options = { resultTypes: ["violations"], preload: false, selectors: false };
  if (alone || same) options.runOnly = [...(alone ? [] : layout), ...(found.length ? colours : [])];
  else options.rules = Object.fromEntries(colours.map((one) => [one, { enabled: !!found.length }]));
  if (tags.length) options.runOnly = { type: "tag", values: tags };
  if (page) (window.checked ??= new Set()).add(page);
  const result = await axe.run(document, options);
  return JSON.stringify([found, result.violations.flatMap(({ id, nodes }) =>
    nodes.map((one) => `${id}: ${one.html.slice(0, 200)}`))]);
}"""


def axe_context(browser: Browser, **options: Any) -> BrowserContext:
    """A context whose pages have axe from the start, which no page's policy can forbid.

    Each page is as in a new window: the window's name holds nothing of the one before.
    """
    context = browser.new_context(**options)
    context.add_init_script("window.name = ''")
    context.add_init_script(SOURCE.read_text(encoding="utf-8") + _ON_NEW)
    return context


_AS_BEFORE = {"color_scheme": "null", "reduced_motion": "null", "forced_colors": "null"}


def show(page: Page, address: str, window: ViewportSize, media: Mapping[str, Any]) -> None:
    """Open an address as in a new window of this size, with these settings of the reader.

    Opening a window takes Chromium longer than most pages do, so tests share one.
    """
    if page.url.partition("#")[0] == address.partition("#")[0]:
        page.goto("about:blank")  # otherwise no page would be loaded
    reshape(page, window, media)
    page.goto(address)


def reshape(page: Page, window: ViewportSize, media: Mapping[str, Any]) -> None:
    """Give a page's window this size, and the reader only these settings."""
    if page.viewport_size != window:
        page.set_viewport_size(window)
    page.emulate_media(**{**_AS_BEFORE, **media})


def findings(page: Page, tags: Sequence[str] = (), seen: set[str] | None = None) -> list[str]:
    """What axe finds: with all its rules including best practices, or only those with `tags`.

    Checking the colours of every text in a long list takes seconds per page: each kind of text not
    yet in `seen` is checked once and added to it; without `seen` none is.
    """
    return _find(page, tags, seen)


def every_finding(page: Page) -> list[str]:
    """What axe finds with all its rules, checking colours once for each kind of text."""
    return _find(page, (), set())


def faint_texts(page: Page, seen: set[str]) -> list[str]:
    """Texts that their colours hide, among those whose kind is not yet in `seen`."""
    return _find(page, (), seen, alone=True)


def _find(
    page: Page, tags: Sequence[str], seen: set[str] | None, *, alone: bool = False
) -> list[str]:
    known = None if seen is None else sorted(seen)
    # As one text: playwright converts and checks each value of a list.
    asked = json.dumps([list(tags), known, COLOURS, alone, LAYOUT])
    new, found = json.loads(page.evaluate(_FIND, asked))
    if seen is not None:
        seen.update(new)
    return list(found)
