"""A toolkit that has only begun: it builds, its copies too, and no page is broken or half empty."""

import re
import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from tests import checkouts
from tests.checkouts import Checkout, made_once
from tests.content_case import edit, lay_base
from tests.whole_site.faults import dead_links, repeated_ids, unreadable_pages
from tests.whole_site.pages import crawl, tree

LISTS = {"dl", "nav", "ol", "tbody", "ul"}
HEADINGS = {"h1", "h2", "h3", "h4"}
# The pages that all others lead to.
FRAME = (
    *("about/accessibility", "about/checking-a-copy", "about/index", "about/languages"),
    *("about/licence", "about/not-yet-checked", "about/offline", "about/recognition"),
    *("about/safety", "about/the-group", "contribute/index", "contribute/opportunities"),
    "contribute/recognition",
)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """The pages and lists of a toolkit, without an entry, a treaty or an edition."""

    def make(folder: Path) -> None:
        docs = lay_base(folder)
        for path in docs.glob("*/*/*.md"):
            path.unlink()
        for page in FRAME:
            file = docs / f"{page}.md"
            file.parent.mkdir(exist_ok=True)
            about = f"title: {file.stem.capitalize()}\nsummary: A page that others lead to."
            body = "See [the organizations](../organisations/index.md).\n"
            file.write_text(f"---\n{about}\n---\n\n{body}", encoding="utf-8")
        for name in ("registers/instruments", "registers/terminology", "vocabularies/exploitation"):
            (docs / f"{name}.yml").write_text("[]\n", encoding="utf-8")
        pillars = docs / "vocabularies/pillars.yml"
        edit(pillars, "labels: {en: Prevention}", "labels: {en: Prevention, fr: Agir avant}")
        edit(pillars, "labels: {en: Protection}", "labels: {en: Protection, fr: Protection}")
        checkouts.make_checkout(folder, languages=("fr",)).build()

    return Checkout(made_once(tmp_path_factory, "a toolkit without entries", make))


def test_pages_without_entries_have_no_fault(begun: Checkout) -> None:
    crawled = crawl(begun.site)
    kinds = (unreadable_pages, dead_links, repeated_ids)
    assert [fault for faults in kinds for fault in faults(crawled)] == []


def test_no_list_is_empty_and_no_heading_alone(begun: Checkout) -> None:
    for path in begun.site.rglob("*.html"):
        if path.name in ("404.html", "blank.html"):  # a script fills its list; there is nothing
            continue
        main = tree(path.parent, path.name).find(".//main")
        assert main is not None
        for one in main.iter():
            assert one.tag not in LISTS or "".join(one.itertext()).strip(), (path, one.attrib)
        for one, following in pairwise(main.iter()):
            is_alone = one.tag in HEADINGS and following.tag in HEADINGS
            assert not is_alone or following.tag > one.tag, (path, "".join(one.itertext()))


def test_a_pillar_without_entries_says_so(begun: Checkout) -> None:
    page = (begun.site / "protection/index.html").read_text(encoding="utf-8")
    assert "Pas encore de fiches." in page
    assert "D’abord ce que les tâches" not in page  # the order of entries


def test_the_tabs_have_the_names_of_the_pillars(begun: Checkout) -> None:
    page = (begun.site / "about/safety.html").read_text(encoding="utf-8")
    tabs = re.findall(r'<a class="tab sign [^>]*>(.*?)</a>', page)
    assert tabs == ["Agir avant", "Poursuites", "Protection"]


def test_commands_have_an_answer_without_entries(begun: Checkout) -> None:
    budget = begun.toolkit("budget")
    assert (budget.code, budget.out.partition(": ")[2]) == (0, "0 too heavy.\n")
    found = begun.toolkit("search", "recognition")
    assert (found.code, found.err) == (0, "")


def test_copies_without_entries_are_titled_in_their_language(
    begun: Checkout, tmp_path: Path
) -> None:
    formats = ("html", "epub", "zip")
    options = [word for one in formats for word in ("--format", one)]
    made = begun.toolkit("bundle", *options, "--output", str(tmp_path))
    assert made.code == 0, made.err
    (page,) = tmp_path.glob("*.html")
    text = page.read_text(encoding="utf-8")
    assert "Toute la boîte à outils" in text
    assert "The whole toolkit" not in text
    assert "register--" not in text  # a book has no empty registers, nor links to them


def test_one_entry_is_counted_as_one(begun: Checkout, tmp_path: Path) -> None:
    docs = lay_base(tmp_path)
    for name in ("index", "prevention/index", "prevention/resources/manual"):
        (docs / f"{name}.md").unlink()
    (docs / "protection/practices/shelter.md").unlink()
    checkout = checkouts.make_checkout(tmp_path)
    one = checkout.toolkit("build")
    assert one.out.startswith("1 entry checked: 0 errors.")
    assert "site/index.html" in one.out
    home = (checkout.site / "index.html").read_text(encoding="utf-8")
    assert 'lead">1 resource and 0 practices, each described in the same way.</p>' in home
    assert home.count(">1 resource and 0 practices") == 1
    pillar = (checkout.site / "prevention/index.html").read_text(encoding="utf-8")
    assert 'lead">Prevention in one sentence.</p>' in pillar
    book = checkout.toolkit("bundle", "--format", "html", "--output", str(tmp_path / "copies"))
    assert book.code == 0, book.err


def test_only_languages_of_the_site_are_counted(begun: Checkout, tmp_path: Path) -> None:
    french = (begun.site / "about/languages.html").read_text(encoding="utf-8")
    assert re.findall('<th scope="row" lang="(..)"', french) == ["fr"]
    shutil.copytree(begun.folder / "docs", tmp_path / "docs")
    only = checkouts.make_checkout(tmp_path)
    only.build()
    english = (only.site / "about/languages.html").read_text(encoding="utf-8")
    assert "page--translated" not in english


def test_a_project_without_the_program_in_it_gets_all_files_of_the_theme(tmp_path: Path) -> None:
    lay_base(tmp_path)
    checkout = checkouts.make_checkout(tmp_path)
    checkout.build()
    every = set(checkout.files())
    edit(tmp_path / "mkdocs.yml", "  custom_dir: toolkit/site/theme\n", "")
    again = checkout.toolkit("build", "--no-cache")
    assert again.code == 0, again.err  # otherwise the files are those of before
    assert "the site before" not in again.err
    assert set(checkout.files()) == every


def test_a_language_that_the_site_loses_is_named(tmp_path: Path) -> None:
    lay_base(tmp_path)
    checkout = checkouts.make_checkout(tmp_path)
    checkout.site.mkdir()
    long = "x" * 300  # more than a file's name may have
    before = f'{{"languages": ["{long}", "en", "fr"], "input_digest": ""}}'
    (checkout.site / "build.json").write_text(before, encoding="utf-8")
    assert f"warning: the site before had {long}, fr, and" in checkout.toolkit("build").err
    edit(tmp_path / "mkdocs.yml", "languages: [en]", "languages: [fr, en]", 1)
    built = checkout.toolkit("build")
    assert "warning: the site before had en at its root, and this one has fr there:" in built.err
    assert "put en first in extra.languages" in built.err


def test_no_page_takes_the_place_of_one_in_another_language(tmp_path: Path) -> None:
    """Both would be written, and which of them stays would be chance."""
    docs = lay_base(tmp_path)
    page = (docs / "about/evidence.md").read_text(encoding="utf-8")
    for path in ("fr/other", "en/index", "fr/prevention/resources/guide"):
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / f"{path}.md").write_text(page, encoding="utf-8")
    checkout = checkouts.make_checkout(tmp_path, languages=("en", "fr"))
    built = checkout.toolkit("build")
    assert built.code == 2, built.err
    said = 'docs/fr/prevention/resources/guide.md has the address of a page in the language "fr"'
    assert said in built.err
    assert "if it is a translation, move it to docs/prevention/resources/guide.fr.md" in built.err
    (docs / "fr/prevention/resources/guide.md").unlink()
    made = page.replace("summary:", "translator: machine\nreviewed: false\nsummary:")
    (docs / "about/evidence.fr.md").write_text(made, encoding="utf-8")
    (docs / "fr/about").mkdir()
    (docs / "fr/about/evidence.md").write_text(page, encoding="utf-8")
    checkout.toolkit("translation", "stamp", "docs/about/evidence.fr.md")
    assert "move its words into docs/about/evidence.fr.md" in checkout.toolkit("build").err
    (docs / "fr/about/evidence.md").unlink()
    checkout.build()
    edit(tmp_path / "mkdocs.yml", "languages: [en, fr]", "languages: [en]", 1)
    (docs / "fr/index.md").write_text(page, encoding="utf-8")
    checkout.build()
