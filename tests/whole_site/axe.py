"""axe-core in every page of a browser context: its findings by rule, with the first element."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Browser, BrowserContext, Page

SOURCE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

_RUN = """async (tags) => {
  const options = { resultTypes: ["violations"] };
  if (tags.length) options.runOnly = { type: "tag", values: tags };
  const result = await axe.run(document, options);
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`);
}"""


def axe_context(browser: Browser, **options: Any) -> BrowserContext:
    """A context whose pages carry axe from the start, as no page's policy could forbid."""
    context = browser.new_context(**options)
    context.add_init_script(path=SOURCE)
    return context


def findings(page: Page, tags: list[str] | None = None) -> list[str]:
    """What axe finds: by all its rules, best practices too, or by those of `tags`."""
    found: list[str] = page.evaluate(_RUN, tags or [])
    return found
