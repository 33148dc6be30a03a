"""Adding something touches what the table in the architecture page says, and nothing else.

Everything is added to one copy of the program at once, and its site is built once.
"""

import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po

from tests.checkouts import ROOT, Checkout, make_checkout
from tests.content_case import CASES, change, lay_base, paths
from toolkit.search.engine import Engine, Result

ENTRY = "protection/practices/ar-rescue-accompaniment-programme"
UNKNOWN = "zebrawork zumba qqinspectorqq"  # before the additions


def page(checkout: Checkout, path: str) -> str:
    return (checkout.site / path).read_text(encoding="utf-8")


@cache
def search(checkout: Checkout) -> Engine:
    """No addition touches its script; all else is in the site's files."""
    return Engine(checkout.site)


def found(checkout: Checkout, query: str) -> tuple[Result, ...]:
    answer = search(checkout).find(query)
    return answer.results or answer.pages


def a_term(more: Checkout, _: Checkout) -> None:
    assert "Argentina" in page(more, "themes/safe-houses.html")
    for listing in ("themes/index.html", "browse.html", "themes/victim-services.html"):
        assert re.search('href="([.]{2}/)?(themes/)?safe-houses.html', page(more, listing)), listing
    assert "Safe houses" in page(more, f"{ENTRY}.html")


def a_facet(more: Checkout, _: Checkout) -> None:
    assert "Restricted" in page(more, "access/index.html")
    assert "access/restricted.html" in page(more, "browse.html")
    restricted = page(more, "access/restricted.html")
    assert "eu-council-handbook-indicators-investigating-police-2015.html" in restricted


def a_check(more: Checkout, _: Checkout) -> None:
    checked = more.toolkit("check", "--strict")
    assert checked.code == 1
    said = f"warning[written-in-haste]: This entry is written in haste.\n  --> docs/{ENTRY}.md:2:1"
    assert said in checked.out
    assert "contribute/checks.html#written-in-haste" in checked.out
    assert "Take your time." in more.toolkit("explain", "written-in-haste").out
    assert 'id="written-in-haste"' in page(more, "contribute/checks.html")


def a_field(more: Checkout, plain: Checkout) -> None:
    fields = more.toolkit("fields").out
    assert re.search("^cost +optional +optional +- +One of: free, paid$", fields, re.M)
    digest = ("digest", Path(ENTRY).stem)
    assert more.toolkit(*digest).out != plain.toolkit(*digest).out
    assert more.toolkit("generate").code == 0
    for kind in ("practice", "resource"):
        schema = json.loads((more.folder / f"docs/contribute/schema/{kind}.json").read_text())
        names = list(schema["properties"])
        assert names.index("cost") == names.index("provisions") + 1
        assert schema["properties"]["cost"]["enum"] == ["free", "paid"]
        assert "cost" in schema["properties"]["unverified"]["items"]["enum"]
        form = more.folder / f".github/ISSUE_TEMPLATE/suggest-{kind}.yml"
        assert "Does it cost anything?" in form.read_text(encoding="utf-8")
    assert "${1|free,paid|}" in (more.folder / ".vscode/entry.code-snippets").read_text()
    assert "Free of charge" in page(more, f"{ENTRY}.html")
    assert "Not yet checked: price." in page(more, f"{ENTRY}.html")
    assert 'id="field-cost"' in page(more, "contribute/fields.html")


def a_report_format(more: Checkout, _: Checkout) -> None:
    counted = more.toolkit("check", "--format", "count")
    assert (counted.code, counted.out[:10]) == (0, "Problems: ")
    assert "count" in more.toolkit("check", "--help").out


def a_kind_of_page(more: Checkout, _: Checkout) -> None:
    entries = json.loads(page(more, "build.json"))["counts"]["entries"]
    assert f"{entries}</p>" in page(more, "count.html")


def a_word(more: Checkout, _: Checkout) -> None:
    assert "<p>Entries there are: " in page(more, "count.html")


def a_command(more: Checkout, _: Checkout) -> None:
    assert more.toolkit("greet").out == "Good day.\n"
    assert "Greet." in more.toolkit("--help").out


def a_name(more: Checkout, plain: Checkout) -> None:
    assert found(plain, UNKNOWN) == ()
    assert found(more, "zebrawork")


def a_question(more: Checkout, _: Checkout) -> None:
    assert [one.id for one in found(more, "zumba")] == [Path(ENTRY).stem]


def a_spelling(more: Checkout, _: Checkout) -> None:
    assert found(more, "qqinspectorqq") == found(more, "inspector") != ()


def a_filler(more: Checkout, _: Checkout) -> None:
    assert found(more, "kindlyzz inspector") == found(more, "inspector")


def a_weight(more: Checkout, plain: Checkout) -> None:
    (first, *_), (other, *_) = (found(one, "argentina rescue") for one in (more, plain))
    assert first.id == other.id
    assert first.score != other.score


def a_library(more: Checkout, _: Checkout) -> None:
    address = "described_at: https://books.example.org/1"
    for host, is_known in (("books.example.org", True), ("other.example.org", False)):
        entry = more.folder / "docs/prevention/resources/ilo-ioe-handbook-employers.md"
        before = entry.read_text(encoding="utf-8")
        told = address.replace("books.example.org", host)
        entry.write_text(before.replace("\nurl:", f"\n{told}\nurl:"), encoding="utf-8")
        checked = more.toolkit("check", "--format", "concise", str(entry.relative_to(more.folder)))
        entry.write_text(before, encoding="utf-8")
        assert ("unlisted-host" not in checked.out) is is_known, checked.out


def a_kind_of_opportunity(more: Checkout, _: Checkout) -> None:
    shown = page(more, "opportunities.html")
    assert "Practices to learn from" in shown
    assert "ILO and IOM could look at what was found." in shown
    assert "learn-ilo-work-in-freedom" in more.toolkit("opportunities").out


@cache
def copies(more: Checkout) -> Path:
    formats = ("--format", "zip", "--format", "txt")
    made = more.toolkit("bundle", "--edition", "buyers", *formats, "--output", "copies")
    assert made.code == 0, made.err
    return more.folder / "copies"


def an_edition(more: Checkout, _: Checkout) -> None:
    (file,) = copies(more).glob("*.zip")
    assert file.name == "toolkit-en-buyers-2026-11-25.zip"
    assert "themes/supply-chains.html" in zipfile.ZipFile(file).namelist()


def a_format(more: Checkout, _: Checkout) -> None:
    (file,) = copies(more).glob("*.txt")
    assert file.read_text() == "Buyers"
    built = more.toolkit("build", "--editions", "copies", "--output", "offered")
    assert built.code == 0, built.err
    offered = (more.folder / "offered/downloads.html").read_text(encoding="utf-8")
    assert "Plain text" in offered


def a_format_for_others(more: Checkout, _: Checkout) -> None:
    titles = page(more, "data/entries.txt").splitlines()
    assert len(titles) == json.loads(page(more, "build.json"))["counts"]["entries"]
    listed = json.loads(page(more, "data/index.json"))["files"]
    assert [one["type"] for one in listed if one["path"] == "entries.txt"] == ["text/plain"]
    assert "For people in a hurry." in page(more, "data/index.html")
    assert more.toolkit("export", "txt").out.splitlines() == titles


def a_language(more: Checkout, _: Checkout) -> None:
    settings = more.folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("languages: [en]", "languages: [en, de]"), encoding="utf-8")
    built = more.toolkit("build", "--language", "de", "--output", "de")
    settings.write_text(text, encoding="utf-8")
    assert built.code == 0, built.out + built.err
    home = (more.folder / "de/de/index.html").read_text(encoding="utf-8")
    assert '<html lang="de"' in home


# What each row must result in; what is put where is in tests/cases/one-place, one file per row.
ROWS = {
    "a vocabulary term": a_term,
    "a facet": a_facet,
    "a check": a_check,
    "a field": a_field,
    "a report format": a_report_format,
    "a kind of page": a_kind_of_page,
    "a sub-command": a_command,
    "a name that searches should know": a_name,
    "a question that an entry answers": a_question,
    "a spelling variant": a_spelling,
    "a word that says little in a question": a_filler,
    "a weight of the search": a_weight,
    "a site that may describe works of others": a_library,
    "a kind of opportunity": a_kind_of_opportunity,
    "an edition for downloading": an_edition,
    "a format of editions": a_format,
    "a format for other programs": a_format_for_others,
    "a word of the interface": a_word,
    "a language": a_language,
}


def case_of(row: str) -> Path:
    return CASES / "one-place" / f"{row.replace(' ', '-')}.txt"


@pytest.fixture(scope="module")
def more(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """A checkout whose program and content have one more of everything, built."""
    checkout = make_checkout(tmp_path_factory.mktemp("more") / "of everything")
    (checkout.folder / "toolkit").unlink()
    shutil.copytree(ROOT / "toolkit", checkout.folder / "toolkit")
    for row in ROWS:
        change(case_of(row), checkout.folder)
    translate(checkout.folder / "toolkit/languages", "de")
    checkout.build()
    return checkout


def translate(languages: Path, tag: str) -> None:
    """Write a language's strings as its translator would, but in English."""
    with (languages / "en.pot").open("rb") as file:
        catalog = read_po(file, locale=tag)
    for message in catalog:
        if isinstance(message.id, tuple):
            message.string = (message.id[0], *[message.id[1]] * (catalog.num_plurals - 1))
        elif message.id:
            message.string = message.id
    written = BytesIO()
    write_po(written, catalog)
    (languages / f"{tag}.po").write_bytes(written.getvalue())


@pytest.mark.parametrize("row", ROWS)
def test_what_the_table_names_is_enough(more: Checkout, sample: Checkout, row: str) -> None:
    ROWS[row](more, sample)


def rows_of_the_page() -> Iterator[tuple[str, str]]:
    text = (ROOT / "docs/contribute/architecture.md").read_text(encoding="utf-8")
    _, _, table = text.partition("| to add | touch |\n|---|---|\n")
    for line in table.partition("\n\n")[0].splitlines():
        name, touched = line.strip("|").split("|")
        yield name.strip(), touched


def test_every_row_of_the_table_is_tried() -> None:
    assert dict(rows_of_the_page()).keys() == ROWS.keys()


@pytest.mark.parametrize("row", ROWS)
def test_what_is_touched_is_what_the_table_names(row: str) -> None:
    """An entry that uses the addition may be touched too."""
    touched = dict(rows_of_the_page())[row]
    for path in paths(case_of(row)):
        folder = path.rpartition("/")[0]
        assert f"`{path}`" in touched or f"`{folder}/" in touched or "/practices/" in path, path


def test_a_new_entry_can_say_a_new_field(more: Checkout) -> None:
    values = (
        *("--title", "Guide for labour inspectors", "--summary", "It shows what to look for."),
        *("--type", "guide", "--year", "2019", "--pillars", "prosecution", "--level", "global"),
        *("--themes", "investigation", "--audiences", "law-enforcement", "--regions", "world"),
        *("--languages", "en", "--organisations", "ilo", "--id", "a-new-guide"),
    )
    file = more.folder / "docs/prosecution/resources/a-new-guide.md"
    assert more.toolkit("new", "resource", *values).code == 0
    assert "\n# cost: free\n" in file.read_text(encoding="utf-8")
    file.unlink()
    outcome = more.toolkit("new", "resource", *values, "--cost", "paid")
    assert outcome.code == 0, outcome.err
    assert "\ncost: paid\n" in file.read_text(encoding="utf-8")
    file.unlink()
    refused = more.toolkit("new", "resource", *values, "--cost", "cheap")
    assert "unknown-choice" in refused.err


@pytest.mark.slow
def test_a_copy_is_made_without_the_words_that_another_language_lacks(
    more: Checkout, tmp_path: Path
) -> None:
    file = more.folder / "toolkit/languages/de.po"
    before = file.read_bytes()
    # At the end of the file, as if it had been made before these.
    file.write_bytes(before[: before.index(b'msgctxt "unpacked.')])
    make = ("toolkit", "bundle", "--edition", "buyers", "--output", str(tmp_path))
    made = more.run(*make)
    (old,) = tmp_path.glob("*.zip")
    updated = more.run(*make, "--since", str(old), "--as-of", "2027-01-01")
    file.write_bytes(before)
    assert (made.code, updated.code) == (0, 0), made.err + updated.err
    said = zipfile.ZipFile(old).read("START-HERE.html").decode()
    assert re.findall('<section lang="(..)"', said) == ["en", "ar", "es", "fr", "ru", "zh"]


def test_a_language_without_a_file_of_strings_says_how_to_begin_one(more: Checkout) -> None:
    (more.folder / "toolkit/languages/de.po").rename(more.folder / "de.po")
    settings = more.folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("languages: [en]", "languages: [en, de]"), encoding="utf-8")
    built = more.run("toolkit", "build", "--output", "de")
    status = more.run("toolkit", "translation", "status", "--language", "de")
    settings.write_text(text, encoding="utf-8")
    (more.folder / "de.po").rename(more.folder / "toolkit/languages/de.po")
    assert built.code == 2, built.err
    assert "toolkit/languages/de.po:1: there is no such file, or nothing in it" in built.err
    assert re.search(r"strings +0 of +\d+ translated", status.out), status.out


def test_a_template_that_shows_what_its_page_lacks_stops_the_build(
    more: Checkout, tmp_path: Path
) -> None:
    template = more.folder / "toolkit/site/theme/count.html"
    before = template.read_text(encoding="utf-8")
    template.write_text(before.replace("view.number", "view.numbers"), encoding="utf-8")
    site = tmp_path / "site"
    outcome = more.toolkit("build", "--docs", str(lay_base(tmp_path)), "--output", str(site))
    template.write_text(before, encoding="utf-8")
    assert outcome.code == 3
    assert "has no attribute 'numbers'" in outcome.err
    assert not site.exists()
