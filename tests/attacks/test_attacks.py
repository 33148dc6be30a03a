"""Every attack of the corpus: refused with the right message, or harmless in Chromium."""

import re
import shutil
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.attacks.corpus import ALL, HOST, SHOWN, Attack
from tests.browsers import press_shift, serve, unpainted_page
from tests.checkouts import made_once
from tests.content_case import lay_base
from tests.files import write_files
from tests.pages.small import DAY, ENGLISH, catalogue_of
from tests.site.test_rendering import write_site
from toolkit.content.reader import read_content
from toolkit.rendering.bodies import Rendering
from toolkit.rendering.markdown import render_markdown
from toolkit.search.files import each_search_file
from toolkit.validation.runner import run_checks

FOLDERS = {"evidence": "protection/practices", "since": "protection/practices"}
FOLDERS["until"] = FOLDERS["since"]


def path_of(attack: Attack) -> str:
    folder = FOLDERS.get(attack.at, "prevention/resources")
    return f"{folder}/attack-{attack.name}"


def test_the_corpus_is_large_and_its_names_differ() -> None:
    assert len({attack.name for attack in ALL}) == len(ALL)
    assert len(ALL) >= 60


IN_SHARED_FILES = [attack for attack in ALL if ".yml " in attack.at]
IN_ENTRIES = [attack for attack in ALL if ".yml " not in attack.at]


@pytest.mark.parametrize("attacks", [IN_ENTRIES, *([one] for one in IN_SHARED_FILES)])
def test_what_no_text_can_be_is_refused(docs: Path, attacks: list[Attack]) -> None:
    for attack in attacks:
        attack.lay(docs, path_of(attack))
    found: defaultdict[str, set[str]] = defaultdict(set)
    for problem in run_checks(read_content(docs), DAY):
        if problem.severity == "error":
            file = Path(problem.finding.location.source.path)
            own = file.stem if attacks == IN_ENTRIES else f"attack-{attacks[0].name}"
            found[own].add(problem.id)
    for attack in attacks:
        ids = found.pop(f"attack-{attack.name}", set())
        # HTML is refused as such, whatever it does; it is nevertheless all shown below.
        allowed = {"raw-html", "deep-nesting"} if attack.at == "body" else set()
        assert attack.refused in ids if attack.refused else ids <= allowed, attack
    assert not found


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with all attacks, including those that the checks would have stopped."""
    return made_once(tmp_path_factory, "attacks", build_attacked) / "site"


def build_attacked(folder: Path) -> None:
    docs = lay_base(folder)
    for attack in SHOWN:
        attack.lay(docs, path_of(attack))
    catalogue = catalogue_of(docs)
    write_site(catalogue, folder / "site")
    bodies = Rendering(catalogue.content.documents, ENGLISH).result()
    write_files(folder / "site", dict(each_search_file(catalogue, ENGLISH, bodies)))
    assert catalogue.as_of == DAY


@pytest.fixture(scope="module")
def address(attacked: Path) -> Iterator[str]:
    with serve(attacked) as served:
        yield served


def test_no_text_turns_what_is_beside_it(attacked: Path) -> None:
    shown = [*attacked.rglob("*.html"), *attacked.glob("assets/search/en/*.js")]
    assert len(shown) > len(SHOWN)
    for path in shown:
        assert not re.search("[\u202a-\u202e\u2066-\u2069]", path.read_text(encoding="utf-8")), path


def all_paths(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def is_attacked(page: Path) -> bool:
    """Whether a page shows an attack, or a link with the title of an attacking page."""
    return any(word in page.read_text(encoding="utf-8") for word in ("attack", "data-hit"))


# Whatever a reader may do to a page, done to every element; links are only looked at.
PROVOKE = """() => {
  for (const element of document.querySelectorAll("main *")) {
    for (const name of ["mouseover", "focus", "error", "load", "toggle", "click", "animationstart"])
      element.dispatchEvent(new Event(name, { bubbles: false, cancelable: true }));
  }
  const links = [...document.querySelectorAll("[href], [src], [action], [data]")];
  return {
    hit: document.documentElement.hasAttribute("data-hit"),
    led: [...document.querySelectorAll("main a[href]")].map((link) => link.href)
      .filter((to) => /^https?:[^?#]*attack[.]invalid|^mailto:.*attack/.test(to)),
    bad: links.map((link) => link.getAttribute("href") ?? link.getAttribute("src") ?? "?")
      .filter((to) => /^[^a-z#.]*(javascript|data|vbscript):|^\\/\\//i.test(to) || to === "?"),
    foreign: document.querySelectorAll(
      "main :is(script, iframe, object, embed, form, style, base, meta, math, video)"
      + ", main svg *:not(use), main [style], main [srcdoc], .prose template").length,
    handlers: [...document.querySelectorAll("*")]
      .flatMap((element) => element.getAttributeNames()).filter((name) => name.startsWith("on")),
    clobbered: ["location", "document", "history", "querySelector"]
      .filter((name) => window[name] instanceof Element),
  };
}"""


@pytest.mark.parametrize(
    "body",
    [
        f'[text](https://x.org "y"@{HOST}/)',
        f"[text](https://x.org\n@{HOST}/)",
        f"[text](https://x.org\u00a0@{HOST}/)",
        f"<https://x.org@{HOST}/>",
        f"[text](https://x.org&#64;{HOST}/)",
        f"[text](mailto:info@x.org?%63c=info@{HOST})",
        f"<info@x.org?cc=info@{HOST}>",
        f"[text](mailto:info@x.org?body=a&subject=a%0abcc:info@{HOST})",
    ],
)
def test_no_link_leads_elsewhere_than_it_seems(body: str) -> None:
    """Browsers go to what follows the last @, and mail programs write to all who are named."""
    html = render_markdown(body, ENGLISH).html
    assert "<a" in html
    assert "href" not in html


def test_what_checks_take_for_code_is_shown_as_code() -> None:
    """They look for no link and no number there. A line of one space made it a text."""
    assert "<pre" in render_markdown(f" \n    [text](https://x.org@{HOST}/)", ENGLISH).html


@pytest.mark.browser
@pytest.mark.long
def test_nothing_runs_and_nothing_is_requested(
    browser: Browser, attacked: Path, address: str
) -> None:
    """Without the policy: it is the second line of defence, and the first must hold alone."""
    outside: list[str] = []
    noise: list[str] = []
    paths = [path for path in all_paths(attacked) if is_attacked(attacked / path)]
    assert len(paths) > len(SHOWN)
    with unpainted_page(browser.new_context(bypass_csp=True)) as page:
        # The attacks' host has no address: listening for failures is enough, and cheaper.
        page.on(
            "requestfailed",
            lambda r: None if r.url.startswith(address) else outside.append(r.url),
        )
        page.on("console", lambda message: noise.append(message.text))
        page.on("pageerror", lambda error: noise.append(str(error)))
        page.on("dialog", lambda dialog: noise.append(dialog.message))
        for path in paths:
            page.goto(f"{address}/{path}")
            seen = page.evaluate(PROVOKE)
            assert seen == {
                "hit": False,
                "led": [],
                "bad": [],
                "foreign": 0,
                "handlers": [],
                "clobbered": [],
            }, path
            assert page.url.startswith(f"{address}/{path}"), path
    assert outside == []
    assert [text for text in noise if "404" not in text] == []


@pytest.mark.browser
def test_results_of_the_search_show_attacks_as_text(browser: Browser, address: str) -> None:
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    outside: list[str] = []
    page.on("request", lambda r: None if r.url.startswith(address) else outside.append(r.url))
    page.goto(f"{address}/search.html")
    for query in ("script", "onerror", HOST, "svg onload", "setAttribute document"):
        page.locator("#search--field").fill(query)
        expect(page.locator("#search--results li").first).to_be_visible()
        assert page.locator("#search--results :is(img, script, iframe)").count() == 0
    assert not page.evaluate("document.documentElement.hasAttribute('data-hit')")
    assert outside == []
    context.close()


@pytest.mark.browser
@pytest.mark.unpainted
def test_names_of_the_page_cannot_be_taken(page: Page, address: str) -> None:
    """Headings named like the browser's own objects neither stop the way out nor the skip link."""
    page.route("https://www.example.org/**", lambda route: route.fulfill(body="Outside"))
    page.goto(f"{address}/prevention/resources/attack-heading-names.html")
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert len(ids) == len(set(ids))
    assert "location" in ids
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.localName") == "main"
    press_shift(page)
    page.wait_for_url("https://www.example.org/")


@pytest.mark.browser
def test_nothing_covers_the_way_out_or_looks_like_it(page: Page, address: str) -> None:
    page.goto(f"{address}/prevention/resources/attack-admonition-leave.html")
    page.mouse.wheel(0, 1_500)
    page.wait_for_function("window.scrollY > 1000")
    reached = page.locator(".leave-now").first.evaluate(
        """(link) => {
          const { left, top, width, height } = link.getBoundingClientRect();
          return link === document.elementFromPoint(left + width / 2, top + height / 2);
        }"""
    )
    assert reached
    assert page.locator(".leave").count() == 1


@pytest.mark.browser
@pytest.mark.unpainted
def test_the_policy_stops_what_is_put_into_a_built_page(
    page: Page, attacked: Path, tmp_path: Path
) -> None:
    source = (attacked / "about/evidence.html").read_text(encoding="utf-8")
    broken = (
        "<script>document.documentElement.setAttribute('data-hit', 1)</script>"
        f'<img src=https://{HOST}/x.png onerror="document.documentElement.dataset.hit = 2">'
        f"<script src=https://{HOST}/x.js></script><link rel=stylesheet href=//{HOST}/x.css>"
        f"<style>h1 {{ color: red }}</style><iframe src=https://{HOST}/></iframe>"
    )
    assert "</main>" in source
    shutil.copytree(attacked / "assets", tmp_path / "assets")
    (tmp_path / "about").mkdir()
    (tmp_path / "about/broken.html").write_text(source.replace("</main>", f"{broken}</main>"))
    with serve(tmp_path) as address:
        see_refused(page, address)
    see_refused(page, tmp_path.as_uri())


def see_refused(page: Page, base: str) -> None:
    noise: list[str] = []
    page.on("console", lambda message: noise.append(message.text))
    page.goto(f"{base}/about/broken.html")
    assert not page.evaluate("document.documentElement.hasAttribute('data-hit')")
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") != "rgb(255, 0, 0)"
    refused = [text for text in noise if "Content Security Policy" in text]
    assert len(refused) >= 5, noise
    assert "inline script" in "".join(refused)
