"""Pages of recognition in Chromium, with every state that a register can give."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.checkouts import make_checkout
from tests.content_case import lay_base
from tests.ledger import MEMBERS, circulate, edit, found_ledger, say
from toolkit.recognition.acts import ActKind

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a text that changed, one objected to, and one recognized."""
    folder = tmp_path_factory.mktemp("ledger")
    docs = lay_base(folder)
    found_ledger(docs)
    say(docs, MEMBERS, "2026-01-05", words="Decision 12")
    edit(docs, "It shows how", "It shows in brief how")
    circulate(docs, "2026-11-01", "2026-11-30")
    say(docs, MEMBERS[:1], "2026-01-06", entry="guide")
    say(docs, MEMBERS[1:2], "2026-01-06", ActKind.OBJECTION, "The figures are old.", "guide")
    say(docs, MEMBERS, "2026-01-07", entry="shelter")
    checkout = make_checkout(folder)
    assert checkout.toolkit("build").code == 0
    return checkout.site


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_pages_of_recognition_are_accessible_and_fit(
    browser: Browser, site: Path, scheme: str, width: int
) -> None:
    context = browser.new_context(
        color_scheme=scheme,  # type: ignore[arg-type]
        viewport={"width": width, "height": 800},
    )
    page = context.new_page()
    kinds = ("recognition.html", "recognition/recognized.html", "prevention/index.html")
    entries = ("prevention/resources/manual.html", "prevention/resources/guide.html")
    others = ("protection/practices/shelter.html", "organisations/iom.html", "types/handbook.html")
    texts = sorted(
        path.relative_to(site).as_posix() for path in site.glob("recognition/texts/*.html")
    )
    assert len(texts) == 4
    faults = {}
    for path in (*kinds, *entries, *others, *texts):
        page.goto((site / path).as_uri())
        found = [fault["id"] for fault in Axe().run(page).response["violations"]]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append("sideways-scrolling")
        if found:
            faults[path] = found
    assert faults == {}
    context.close()
