"""Content at its limits, on a narrow screen: it stays readable, and nothing scrolls sideways."""

import functools
import random
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.browsers import serve
from tests.checkouts import made_once
from tests.content_case import lay_base
from tests.pages.small import ENGLISH, add_fields, catalogue_of, errors_of
from tests.site.test_rendering import write_site
from tests.whole_site.axe import findings, show
from toolkit.languages import LANGUAGES as OURS
from toolkit.languages.language import Language

pytestmark = [pytest.mark.browser, pytest.mark.slow]

GUIDE = "prevention/resources/guide"
MANUAL = "prevention/resources/manual"
NARROW: ViewportSize = {"width": 320, "height": 800}
# Of 1280 by 1024 at 400 % zoom.
ZOOMED: ViewportSize = {"width": 320, "height": 256}
ODD = "Zero\u200bwidth, soft\u00adhyphen, 𝔞𝔰𝔱𝔯𝔞𝔩, e\u0301\u0301\u0301, \u00a0, ﷽, <&>\"' | `*_ 👩 "
LANGUAGES = (
    "ab af ak am ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fr ga gl gu he hi hr hu "
    "hy id is it ja ka kk km kn ko ky lo lt lv mk ml mn mr ms my nb ne nl pa pl ps pt ro ru"
)


def fill(docs: Path) -> None:
    """One entry with as much of everything as possible, one with nothing but its text."""
    file = docs / f"{GUIDE}.md"
    text = file.read_text(encoding="utf-8").replace("Guide for labour inspectors", "W" * 300)
    bodies = [f"body-{number}" for number in range(40)]
    articles = [f"c999:{number}" for number in range(200)]
    text = text.replace("organisations: [unodc]", f"organisations: [{', '.join(bodies)}]")
    text = text.replace("languages: [en]", f"languages: [{LANGUAGES.replace(' ', ', ')}]")
    odd = "'" + ODD.replace("'", "''") * 9 + "'"
    text = text.replace("It explains how to recognize forced labour during an inspection.", odd)
    file.write_text(text, encoding="utf-8")
    add_fields(docs, GUIDE, f"provisions: [{', '.join(articles)}]")
    with (docs / "registers/organisations.yml").open("a", encoding="utf-8") as register:
        for body in bodies:
            name = f"Organization of the {body} with a name of some length"
            register.write(f"\n- {{id: {body}, name: {name}, abbreviation: B{body}, kind: other}}")
    with (docs / "registers/instruments.yml").open("a", encoding="utf-8") as register:
        register.write(
            "\n- id: c999\n  short_title: A convention\n  full_title: A convention in full\n"
            "  kind: treaty\n  articles:\n"
        )
        for article in articles:
            number = article.partition(":")[2]
            register.write(f"    - {{key: '{article}', number: '{number}', title: On something}}\n")
    words = "".join(random.Random(3).choices("abcdefghij    ", k=170_000))  # noqa: S311
    wide = "| " + " | ".join(f"Column{n}ofmany" for n in range(30)) + " |"
    rows = "\n".join("| " + " | ".join(["cell"] * 30) + " |" for _ in range(30))
    table = f"{wide}\n|{' - |' * 30}\n{rows}"
    body = f"## Words\n\n{words}\n\n## Table\n\n{table}\n\n```\n{'code' * 200}\n```\n"
    body += f"\n```text\n{'| ' * 200}\n{'v ' * 200}\n```\n"
    manual = docs / f"{MANUAL}.md"
    head = manual.read_text(encoding="utf-8").rpartition("---")[0]
    manual.write_text(f"{head}---\n\n{body}", encoding="utf-8")


@pytest.fixture(scope="module")
def site_in(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Language], str]]:
    """The address of the content in a language."""
    with ExitStack() as servers:

        @functools.cache
        def site(language: Language) -> str:
            make = functools.partial(_make, language=language)
            name = f"content at its limits, {language.tag}"
            return servers.enter_context(serve(made_once(tmp_path_factory, name, make)))

        yield site


def _make(folder: Path, language: Language) -> None:
    docs = lay_base(folder)
    fill(docs)
    assert errors_of(docs) == []
    write_site(catalogue_of(docs), folder, language)


@pytest.mark.parametrize(("language", "window"), [(ENGLISH, NARROW), (OURS["ar"], ZOOMED)])
def test_content_at_its_limits_can_be_read(
    axe_page: Page, site_in: Callable[[Language], str], language: Language, window: ViewportSize
) -> None:
    lists = ("index", "browse", "prevention/index", "themes/hotlines", "instruments/c999")
    for path in (GUIDE, MANUAL, *lists, "organisations/body-7", "organisations/index"):
        show(axe_page, f"{site_in(language)}/{path}.html", window, {})
        assert axe_page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        if language is ENGLISH and path != MANUAL:  # in Arabic it finds the same
            assert findings(axe_page) == [], path
        wide = axe_page.evaluate(
            """() => [...document.querySelectorAll("main :is(p, li, h1, h2, h3, td, th, dd, pre)")]
              .filter((one) => !one.closest(".table-box, pre:has(.language-text)"))
              .filter((one) => one.scrollWidth > innerWidth)
              .map((one) => one.outerHTML.slice(0, 90))"""
        )
        assert wide == [], path
        if path == "themes/hotlines":
            assert language.text("term.empty") in axe_page.locator("main").inner_text()


def test_wide_tables_and_diagrams_scroll_in_their_own_box(
    page: Page, site_in: Callable[[Language], str]
) -> None:
    page.set_viewport_size(NARROW)
    page.goto(f"{site_in(ENGLISH)}/{MANUAL}.html")
    for box in map(page.locator, (".table-box", "pre:has(.language-text)")):
        assert box.evaluate("(one) => one.scrollWidth > one.clientWidth")
        assert box.get_attribute("tabindex") == "0"  # only Chromium doesn't need it
        box.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("(one) => one.scrollLeft > 0", arg=box.element_handle())
