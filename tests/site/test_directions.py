"""Texts in a script other than their page's: marked, isolated, and right-to-left if needed."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache, partial
from pathlib import Path

import pytest
from markupsafe import escape
from playwright.sync_api import Page

from tests.browsers import serve
from tests.checkouts import made_once
from tests.content_case import edit, lay_base
from tests.opportunities.test_opportunities import OLD, lay
from tests.pages.small import (
    DAY,
    ENGLISH,
    add_fields,
    catalogue_of,
    errors_of,
    pages_of,
    sample_catalogue,
    site_of,
)
from tests.site.test_rendering import renderer, write_site
from tests.whole_site.axe import TOO_WIDE
from toolkit.content.reader import read_content
from toolkit.languages import LANGUAGES
from toolkit.languages.language import Language
from toolkit.pages.entry_facts import identifier
from toolkit.pages.unlinked_pages import moved_pages
from toolkit.rendering.bodies import Rendering
from toolkit.site.environment import Marks, Setting
from toolkit.site.language_attributes import foreign, marked
from toolkit.site.publication import Publication
from toolkit.translations.localized import Localized

ARABIC = LANGUAGES["ar"]
GUIDE = "prevention/resources/guide"
TREATY = "Trafficking in Persons Protocol"
RUSSIAN = 'bdi lang="ru" dir="ltr"'
IN_ENGLISH = 'bdi lang="en" dir="ltr"'
TITLE = "دليل مفتشي العمل (2019)!"


@pytest.mark.parametrize(
    ("text", "tags", "marks"),
    [
        ("Guide", ["en"], ""),
        ("2019", [], ""),
        (TITLE, ["ar"], ' lang="ar" dir="rtl"'),
        (TITLE, ["en", "fa"], ' lang="fa" dir="rtl"'),
        (TITLE, [], ' dir="rtl"'),
        ("Руководство", ["en", "ru"], ' lang="ru" dir="ltr"'),
        ("指南", ["zh"], ' lang="zh" dir="ltr"'),
        ("«Guía»", ["es"], ' lang="es" dir="ltr"'),
        ("Guide", ["es", "en"], ""),
        ("Guide", ["ar"], ""),
    ],
)
def test_on_an_english_page(text: str, tags: list[str], marks: str) -> None:
    assert foreign(text, ENGLISH, tags) == marks


def test_an_english_text_on_an_arabic_page_says_so() -> None:
    assert foreign("Guide", ARABIC) == ' lang="en" dir="ltr"'
    assert foreign(TITLE, ARABIC) == ""
    assert foreign("Disrupting Harm: تقارير وطنية عن استغلال الأطفال", ARABIC) == ""
    assert foreign("HELP在线课程", LANGUAGES["zh"]) == ""
    assert foreign("دليل ILO", ENGLISH, ["ar"]) == ' lang="ar" dir="rtl"'


@pytest.mark.parametrize(
    ("text", "tags", "html"),
    [
        ("Закон (A law)", ["ru"], f"<{RUSSIAN}>Закон (<{IN_ENGLISH}>A law</bdi>)</bdi>"),
        ("Plan（中国）", ["zh"], 'Plan（<bdi lang="zh" dir="ltr">中国</bdi>）'),
        ("Plan (خطة العمل)", [], 'Plan (<bdi dir="rtl">خطة العمل</bdi>)'),
        ("计划（一）(A plan)", [], f'<bdi dir="ltr">计划（一）(<{IN_ENGLISH}>A plan</bdi>)</bdi>'),
        ("مكتب الأمم (UNODC)", ["ar"], '<bdi lang="ar" dir="rtl">مكتب الأمم (UNODC)</bdi>'),
        ("Plan (the 计划)", ["zh"], "Plan (the 计划)"),
        ("Guide (for <all> people)", ["ru"], "Guide (for &lt;all&gt; people)"),
        ("Guide (Правила", ["ru"], "Guide (Правила"),
        ("(Правила о помощи)", ["ru"], f"<{RUSSIAN}>(Правила о помощи)</bdi>"),
    ],
)
def test_a_translation_in_brackets_is_marked_by_itself(
    text: str, tags: list[str], html: str
) -> None:
    assert marked(text, ENGLISH, tags) == html


@pytest.mark.parametrize(
    ("text", "tags", "html"),
    [
        ("Guide", [], f"<{IN_ENGLISH}>Guide</bdi>"),
        ("Guide", ["en", "fr"], f"<{IN_ENGLISH}>Guide</bdi>"),
        ("Guía", ["es"], '<bdi lang="es" dir="ltr">Guía</bdi>'),
        ("Mineurs", ["fr", "en"], "Mineurs"),
        ("Закон (A law)", ["ru"], f"<{RUSSIAN}>Закон (<{IN_ENGLISH}>A law</bdi>)</bdi>"),
        ("A law (国家的法律)", [], f"<{IN_ENGLISH}>A law (国家的法律)</bdi>"),
    ],
)
def test_a_title_that_is_not_translated_is_in_a_language_of_the_work(
    text: str, tags: list[str], html: str
) -> None:
    french = LANGUAGES["fr"]
    assert marked(text, french, tags, {text}) == html
    # As the original of a translated title, too.
    setting = Setting(french, Publication(""))
    assert Marks(setting).marked(text, tags, text) == html
    assert Marks(setting).marked("", tags) == ""


def test_an_arabic_title_is_marked_wherever_it_stands(docs: Path) -> None:
    edit(docs / f"{GUIDE}.md", "Guide for labour inspectors", TITLE)
    edit(docs / f"{GUIDE}.md", "languages: [en]", "languages: [ar]")
    add_fields(docs, "prevention/resources/manual", "related: [guide]")
    assert errors_of(docs) == []
    catalogue = catalogue_of(docs)
    render = renderer()
    pages = pages_of(catalogue)
    shown = f'<bdi lang="ar" dir="rtl">{TITLE}</bdi>'
    for path in (
        GUIDE,
        "prevention/index",
        "browse",
        "types/handbook",
        "prevention/resources/manual",
    ):
        assert shown in render(pages[path]), path
    cited = render(pages[GUIDE]).split('class="cite"')[1:]
    assert [shown in one.partition("</p>")[0] for one in cited] == [True, True]


@pytest.mark.parametrize(
    ("own", "others"),
    [("", "supersedes: [guide]"), ("supersedes: [manual]", ""), ("", "distinct_from: {guide: No}")],
)
def test_a_link_by_the_title_of_a_work_says_its_language(docs: Path, own: str, others: str) -> None:
    edit(docs / f"{GUIDE}.md", "Guide for labour inspectors", "Guía para la inspección")
    edit(
        docs / f"{GUIDE}.md",
        "languages: [en]",
        "languages: [es]\naliases: [prevention/resources/old]",
    )
    for path, fields in ((GUIDE, own), ("prevention/resources/manual", others)):
        add_fields(docs, path, fields)
    catalogue, render = catalogue_of(docs), renderer()
    linked = 'guide.html"><bdi lang="es" dir="ltr">Guía para la inspección</bdi></a>'
    assert linked in render(pages_of(catalogue)["prevention/resources/manual"])
    [moved] = moved_pages(site_of(catalogue))
    assert 'guide.html" lang="es" dir="ltr">' in render(moved)


def test_what_is_added_to_an_english_text_is_in_english_in_every_language(docs: Path) -> None:
    with (docs / f"{GUIDE}.md").open("a", encoding="utf-8") as file:
        file.write("\nSee [it](https://www.unodc.org/x)[^1].\n\n[^1]: Twice.\n")
    documents = read_content(docs).documents
    added = [Rendering(documents, one).result()[GUIDE].html for one in (ENGLISH, ARABIC)]
    assert "leaves this site" in added[0]
    assert added[0] == added[1]


@pytest.mark.parametrize(
    ("tag", "name", "marked"),
    [
        ("ar", "King's College", True),
        ("fr", "Ministry of Labour", True),
        ("fr", "Repórter Brasil", False),  # in whatever language it is
    ],
)
def test_a_name_in_english_says_so_in_the_sentence_of_an_entry(
    docs: Path, tag: str, name: str, marked: bool
) -> None:
    add_fields(docs, GUIDE, f'partners: ["{name} (Lagos)", "{name}"]')
    catalogue, language = catalogue_of(docs), LANGUAGES[tag]
    english = Localized(tag, catalogue.content, {}, {}).english
    html = renderer(language=language, english=english)(pages_of(catalogue, language)[GUIDE])
    sentence = html[html.index('<p class="sentence">') :].partition("</p>")[0]
    for one in (f"{name} (Lagos)", name):
        shown = f'<bdi lang="en" dir="ltr">{escape(one)}</bdi>'
        assert (shown in sentence) is marked


@pytest.mark.parametrize("tag", ["ar", "fr"])
def test_names_are_marked_in_the_facts_of_every_list(tag: str, docs: Path) -> None:
    """In Arabic all Latin ones of bodies, in French those that are known to be in English."""
    lay(docs, OLD)
    language, found = LANGUAGES[tag], set[str]()
    for catalogue in (sample_catalogue(), catalogue_of(docs)):
        english = Localized(tag, catalogue.content, {}, {}).english
        names = {name for entry in catalogue.entries for name in entry.partners}
        names |= {body.short_name(tag) for body in catalogue.organisations.values()}
        for vocabulary in catalogue.content.vocabularies.values():
            names |= {term.label(tag) for term in vocabulary.terms.values()}
        shown = [one for one in names if one in english or (tag == "ar" and one.isascii())]
        known = re.compile("|".join(re.escape(escape(one)) for one in shown) or "(?!)")
        render = renderer(language=language, english=english)
        for path, page in pages_of(catalogue, language).items():
            for facts in re.findall(r'class="facts[^>]*>(.*?)</(?:p|span)>', render(page)):
                plain = re.sub(rf"<{IN_ENGLISH}>.*?</bdi>", "", facts)
                assert not known.search(plain), (path, facts)
                found |= {page.template} if plain != facts else set()
    assert found >= {
        *("home.html", "term.html", "coverage-row.html", "browse.html", "task.html"),
        "opportunities.html",
    }


@pytest.mark.parametrize("tag", ["ar", "fr"])
def test_names_of_bodies_are_marked_in_the_boxes_of_an_entry(tag: str, docs: Path) -> None:
    edit(docs / f"{GUIDE}.md", "url: https://www.unodc.org/guide", "partners: [A & B, ولاية]")
    add_fields(docs, GUIDE, "verified: {by: unodc, on: 2026-11-01}")
    assert errors_of(docs) == []
    catalogue, language = catalogue_of(docs), LANGUAGES[tag]
    office = "United Nations Office on Drugs and Crime (UNODC)"
    html = renderer(language=language, english=frozenset({office, "A & B"}))(
        pages_of(catalogue, language)[GUIDE]
    )
    box, trust = (html.partition(f'<h2 id="page--{id_}">')[2] for id_ in ("access", "trust"))
    for part, names in ((box, (office, "A &amp; B")), (trust, (office,))):
        for name in names:
            assert f"<{IN_ENGLISH}>{name}</bdi>" in part.partition("</section>")[0]


@pytest.mark.parametrize(("tag", "marked"), [("ar", True), ("fr", True), ("zh", False)])
def test_a_reason_for_a_gap_says_that_it_is_english(tag: str, marked: bool, docs: Path) -> None:
    said = {"en": "Nobody lives there.", "zh": "那里无人居住。"}
    (docs / "registers/coverage.yml").write_text(
        f"- id: all\n  tables: [themes-regions]\n  reason: {said}\n", encoding="utf-8"
    )
    assert errors_of(docs) == []
    catalogue, language = catalogue_of(docs), LANGUAGES[tag]
    english = Localized(tag, catalogue.content, {}, {}).english
    render, found = renderer(language=language, english=english), set[str]()
    reason = f"<{IN_ENGLISH}>{said['en']}</bdi>" if marked else said[tag]
    for page in pages_of(catalogue, language).values():
        html = render(page)
        assert html.count(said["en"]) == html.count(reason) * marked
        found |= {page.template} if reason in html else set()
    assert found == {"coverage-table.html", "coverage-row.html"}


def test_a_name_in_a_text_is_no_part_of_an_escaped_character() -> None:
    names = ["amp", "& Co", "R&D"]
    html = Marks(Setting(ARABIC, Publication(""))).inside("amp < R&D & amp & Co", names)
    amp, company, research = (f"<{IN_ENGLISH}>{escape(name)}</bdi>" for name in names)
    assert html == f"{amp} &lt; {research} &amp; {amp} {company}"


def test_sources_and_provisions_are_marked_in_the_lists_of_an_entry(docs: Path) -> None:
    sources = "{title: One, publisher: Two}, {title: Three, url: 'https://www.unodc.org/x'}"
    add_fields(docs, GUIDE, f"sources: [{sources}]\nprovisions: ['tip-protocol:9']")
    html = renderer(language=ARABIC)(pages_of(catalogue_of(docs), ARABIC)[GUIDE])
    assert errors_of(docs) == []
    for text in ("One", "Two", "Three", TREATY, "Prevention of trafficking"):
        assert f'<bdi lang="en" dir="ltr">{text}</bdi>' in html


@pytest.mark.parametrize("tag", ["ar", "fr"])
def test_a_term_without_words_in_the_language_says_wherever_it_stands_that_it_is_english(
    tag: str, docs: Path
) -> None:
    catalogue, language = catalogue_of(docs), LANGUAGES[tag]
    english = Localized(tag, catalogue.content, {}, {}).english
    render, found = renderer(language=language, english=english), Counter[str]()
    terms = [term for one in catalogue.content.vocabularies.values() for term in one.terms.values()]
    texts = {f">{escape(text)}<" for one in terms for text in (one.label(tag), one.define(tag))}
    for path, page in pages_of(catalogue, language).items():
        html = render(page).partition("<main")[2]
        for text in texts:
            found[text] += html.count(text)
            assert html.count(text) == html.count(f' lang="en" dir="ltr"{text}'), (path, text)
    assert len(found) == len(texts)


def test_a_term_in_english_says_so_on_long_lists_and_where_a_wider_region_is_offered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("toolkit.pages.pagination.TRANSLATED_LIST", 3000)
    catalogue, language = sample_catalogue(), LANGUAGES["fr"]
    terms = [term for one in catalogue.vocabularies.values() for term in one.terms.values()]
    names = frozenset(term.label("fr") for term in terms)
    render = renderer(language=language, english=names)  # as if none of them had French words
    for path, page in pages_of(catalogue, language).items():
        html = render(page).partition("<main")[2]
        for text in (f">{escape(name)}</" for name in names if name in html):
            assert html.count(text) == html.count(f' lang="en" dir="ltr"{text}'), (path, text)


@pytest.mark.parametrize("tag", ["ar", "zh"])
def test_no_list_of_links_has_latin_commas(tag: str, docs: Path) -> None:
    catalogue = catalogue_of(docs)
    render = renderer(language=LANGUAGES[tag])
    for path, page in pages_of(catalogue, LANGUAGES[tag]).items():
        assert "</a>, <a" not in render(page), path


def test_numbers_keep_their_order_from_right_to_left() -> None:
    isbn = "978-92-1-154190-8"
    assert f"\u2066{isbn}\u2069" in identifier("isbn", isbn, ARABIC)
    assert identifier("isbn", isbn, ENGLISH) == f"ISBN {isbn}"


@pytest.fixture(scope="module")
def served_in(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], str]]:
    """The address of the small content in a language."""
    with ExitStack() as servers:

        @cache
        def address(tag: str) -> str:
            make = partial(_make, LANGUAGES[tag])
            folder = made_once(tmp_path_factory, f"small content in {tag}", make)
            return servers.enter_context(serve(folder / "site"))

        yield address


def _make(language: Language, folder: Path) -> None:
    catalogue = catalogue_of(lay_base(folder))
    assert catalogue.as_of == DAY
    write_site(catalogue, folder / "site", language)


@pytest.mark.browser
@pytest.mark.unpainted
def test_an_arabic_site_is_mirrored(page: Page, served_in: Callable[[str], str]) -> None:
    for path in (GUIDE, "index", "browse", "themes/index", "instruments/tip-protocol"):
        page.goto(f"{served_in('ar')}/{path}.html")
        assert page.evaluate("getComputedStyle(document.querySelector('main')).direction") == "rtl"
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
            for name in (".wordmark", "[data-leave]"):
                box = page.locator(name).bounding_box()
                assert box is not None
                assert box["x"] + box["width"] > width * 0.8
        if path == GUIDE:
            title = page.locator("h1 bdi")
            assert (title.get_attribute("lang"), title.get_attribute("dir")) == ("en", "ltr")
            assert page.locator(".prose").get_attribute("lang") == "en"
            latin_names_follow_each_other_from_the_right(page)
    page.goto(f"{served_in('ar')}/contribute/checks.html")
    assert page.evaluate("getComputedStyle(document.querySelector('pre code')).direction") == "ltr"


def latin_names_follow_each_other_from_the_right(page: Page) -> None:
    places = page.locator("p:has(> a[download])").evaluate(
        """line => {
          const place = document.createRange();
          const at = line.firstChild.data.indexOf("Zotero");
          place.setStart(line.firstChild, at);
          place.setEnd(line.firstChild, at + 6);
          return [place, ...line.children].map((one) => one.getBoundingClientRect().left);
        }"""
    )
    assert places == sorted(places, reverse=True)
    assert len(places) == 3


@pytest.mark.browser
@pytest.mark.unpainted
@pytest.mark.parametrize("tag", ["es", "fr", "ru"])  # those of long words
def test_no_label_runs_into_what_it_names(
    page: Page, served_in: Callable[[str], str], tag: str
) -> None:
    for path in ("organisations/unodc", "instruments/tip-protocol", GUIDE):
        page.goto(f"{served_in(tag)}/{path}.html")
        assert page.locator("dt, th").count(), path
        for width in (320, 400):
            page.set_viewport_size({"width": width, "height": 800})
            page.evaluate("document.documentElement.style.fontSize = ''")
            assert page.evaluate(TOO_WIDE) == [], path
            wide = page.locator("dt, th").evaluate_all(
                "all => all.filter((one) => one.scrollWidth > one.clientWidth + 1)"
                ".map((one) => one.innerText)"
            )
            assert wide == [], path
            page.evaluate("document.documentElement.style.fontSize = '200%'")
            assert page.evaluate(TOO_WIDE) == [], path
            room = page.locator("dd, td").evaluate_all("all => all.map((one) => one.clientWidth)")
            assert min(room) > width / 3, path
