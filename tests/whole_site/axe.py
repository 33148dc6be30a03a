"""axe-core in every page of a browser context: its findings by rule, with the first element."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Browser, BrowserContext, Page

SOURCE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

_RUN = """async ([tags, without]) => {
  const options = { resultTypes: ["violations"] };
  if (tags.length) options.runOnly = { type: "tag", values: tags };
  options.rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
  const result = await axe.run(document, options);
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`);
}"""


def axe_context(browser: Browser, **options: Any) -> BrowserContext:
    """A context whose pages carry axe from the start, as no page's policy could forbid."""
    context = browser.new_context(**options)
    context.add_init_script(path=SOURCE)
    return context


def findings(page: Page, tags: Sequence[str] = (), without: Sequence[str] = ()) -> list[str]:
    """What axe finds: by all its rules, best practices too, or by those of `tags` alone."""
    found: list[str] = page.evaluate(_RUN, [list(tags), list(without)])
    return found
