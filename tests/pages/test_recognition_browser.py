"""Recognition pages in Chromium, with every state that a register can result in."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.checkouts import made_once, make_checkout
from tests.content_case import lay_base
from tests.ledger import MEMBERS, circulate, edit, found_ledger, say
from tests.whole_site.axe import TOO_WIDE, faint_texts, findings, reshape, show
from toolkit.recognition.acts import ActKind

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a text that changed, one objected to, and one recognized."""

    def build(folder: Path) -> None:
        folder.mkdir()
        docs = lay_base(folder)
        found_ledger(docs)
        say(docs, MEMBERS, "2026-01-05", words="Decision 12")
        edit(docs, "It shows how", "It shows in brief how")
        circulate(docs, "2026-11-01", "2026-11-30")
        say(docs, MEMBERS[:1], "2026-01-06", entry="guide")
        say(docs, MEMBERS[1:2], "2026-01-06", ActKind.OBJECTION, "The figures are old.", "guide")
        say(docs, MEMBERS, "2026-01-07", entry="shelter")
        make_checkout(folder).build()

    return made_once(tmp_path_factory, "recognition", build) / "site"


@pytest.mark.long
def test_pages_of_recognition_are_accessible_and_fit(axe_page: Page, site: Path) -> None:
    page = axe_page
    kinds = ("recognition.html", "recognition/recognized.html", "prevention/index.html")
    entries = ("prevention/resources/manual.html", "prevention/resources/guide.html")
    others = ("protection/practices/shelter.html", "organisations/iom.html", "types/handbook.html")
    texts = sorted(
        path.relative_to(site).as_posix() for path in site.glob("recognition/texts/*.html")
    )
    assert len(texts) == 4
    faults = {}
    light: dict[int, set[str]] = {}
    dark: set[str] = set()  # colours don't depend on the width
    for path in (*kinds, *entries, *others, *texts):
        show(page, (site / path).as_uri(), {"width": 320, "height": 800}, {})
        for width in (320, 1280):
            reshape(page, {"width": width, "height": 800}, {"color_scheme": "light"})
            found = findings(page, seen=light.setdefault(width, set()))
            page.emulate_media(color_scheme="dark")
            found += faint_texts(page, dark)
            found += page.evaluate(TOO_WIDE)
            page.evaluate("document.documentElement.style.fontSize = '200%'")
            found += page.evaluate(TOO_WIDE)
            page.evaluate("document.documentElement.style.fontSize = ''")
            if found:
                faults[path, width] = found
    assert faults == {}
