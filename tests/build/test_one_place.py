"""Adding a term, a field, a facet or a check touches one place, and its words or registry."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.checkouts import ROOT, Checkout

ENTRY = "docs/protection/practices/ar-rescue-accompaniment-programme.md"

TERM = """
- id: safe-houses
  broader: victim-services
  labels:
    en: Safe houses
  definition:
    en: Houses at an address that is not made known.
"""

FIELD = """    Field(
        "cost",
        Form.CHOICE,
        "What it costs whoever wants it.",
        "free",
        _ENTRY,
        choices=("free", "paid"),
        question=Question("Does it cost anything?", example="free"),
    ),
"""
FIELD_WORDS = "".join(
    f'msgctxt "{key}"\nmsgid "{words}"\nmsgstr ""\n\n'
    for key, words in (
        ("field.cost", "Price"),
        ("cost.free", "Free of charge"),
        ("cost.paid", "To be paid for"),
    )
)

CHECK = '''"""An entry is written in haste.

Nobody reads what was written in haste.

## What to do

Take your time.

## Example

Wrong: now. Right: later.
"""

from typing import Final

from toolkit.problems import Finding, Severity

ID: Final = "written-in-haste"
SEVERITY: Final = Severity.WARNING


def check(context):
    """Find the entries that are."""
    for document in context.content.entries:
        if document.id.startswith("ar-"):
            yield Finding("This entry is written in haste.", document.place("title"))
'''


FAMILY = '''"""How many entries there are."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from toolkit.pages.page import Page
from toolkit.pages.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class CountPage(Page):
    """A page with a number."""

    template: ClassVar[str] = "count.html"

    number: int


def pages(site: Site) -> Iterator[Page]:
    """One page."""
    number = len(site.catalogue.entries)
    yield CountPage(path="count", title="Count", summary="How many.", number=number)
'''


@pytest.fixture
def own_program(checkout: Checkout) -> Checkout:
    """A checkout with a program of its own, to be changed."""
    (checkout.folder / "toolkit").unlink()
    shutil.copytree(ROOT / "toolkit", checkout.folder / "toolkit")
    return checkout


def replace_once(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, (path, old)
    path.write_text(text.replace(old, new), encoding="utf-8")


def page(checkout: Checkout, path: str) -> str:
    return (checkout.site / path).read_text(encoding="utf-8")


def test_a_term_is_one_item_of_its_list(checkout: Checkout) -> None:
    themes = checkout.folder / "docs/vocabularies/themes.yml"
    with themes.open("a", encoding="utf-8") as file:
        file.write(TERM)
    entry = checkout.folder / ENTRY
    text = entry.read_text(encoding="utf-8")
    entry.write_text(text.replace("themes: [", "themes: [safe-houses, "), encoding="utf-8")
    outcome = checkout.toolkit("build")
    assert outcome.code == 0, outcome.out
    assert "Argentina" in page(checkout, "themes/safe-houses.html")
    for listing in ("themes/index.html", "browse.html", "themes/victim-services.html"):
        assert "themes/safe-houses.html" in page(checkout, listing).replace(
            'href="safe-houses.html', 'href="themes/safe-houses.html'
        )
    assert "Safe houses" in page(checkout, ENTRY.removeprefix("docs/").replace(".md", ".html"))


def test_a_field_is_a_row_of_the_table_and_its_words(own_program: Checkout) -> None:
    program = own_program.folder / "toolkit"
    before = own_program.toolkit("digest", Path(ENTRY).stem).out
    access = '    Field(\n        "access",\n'
    replace_once(program / "content/entry_schema.py", access, f"{FIELD}{access}")
    words = 'msgctxt "field.access"\n'
    replace_once(program / "languages/en.pot", words, f"{FIELD_WORDS}{words}")
    entry = own_program.folder / ENTRY
    replace_once(entry, "\nlevel: ", "\ncost: free\nunverified: [cost]\nlevel: ")

    fields = own_program.toolkit("fields").out
    assert re.search("^cost +optional +optional +One of: free, paid$", fields, re.M)
    assert own_program.toolkit("digest", Path(ENTRY).stem).out != before
    assert own_program.toolkit("generate").code == 0
    for kind in ("practice", "resource"):
        schema = json.loads(
            (own_program.folder / f"docs/contribute/schema/{kind}.json").read_text("utf-8")
        )
        names = list(schema["properties"])
        assert names.index("cost") == names.index("provisions") + 1
        assert schema["properties"]["cost"]["enum"] == ["free", "paid"]
        assert "cost" in schema["properties"]["unverified"]["items"]["enum"]
        form = own_program.folder / f".github/ISSUE_TEMPLATE/suggest-{kind}.yml"
        assert "Does it cost anything?" in form.read_text(encoding="utf-8")
    assert "${1|free,paid|}" in (own_program.folder / ".vscode/entry.code-snippets").read_text()

    outcome = own_program.toolkit("build")
    assert outcome.code == 0, outcome.out
    shown = page(own_program, ENTRY.removeprefix("docs/").replace(".md", ".html"))
    assert "Free of charge" in shown
    assert "Not compared with the work: Price." in shown
    assert 'id="field-cost"' in page(own_program, "contribute/fields.html")


def test_a_new_entry_can_say_a_new_field(own_program: Checkout) -> None:
    program = own_program.folder / "toolkit"
    access = '    Field(\n        "access",\n'
    replace_once(program / "content/entry_schema.py", access, f"{FIELD}{access}")
    values = (
        *("--title", "Guide for labour inspectors", "--summary", "It shows what to look for."),
        *("--type", "guide", "--year", "2019", "--pillars", "prosecution", "--level", "global"),
        *("--themes", "investigation", "--audiences", "law-enforcement", "--regions", "world"),
        *("--languages", "en", "--organisations", "ilo", "--id", "a-new-guide"),
    )
    folder = own_program.folder / "docs/prosecution/resources"
    assert own_program.toolkit("new", "resource", *values).code == 0
    assert "\n# cost: free\n" in (folder / "a-new-guide.md").read_text(encoding="utf-8")
    (folder / "a-new-guide.md").unlink()
    outcome = own_program.toolkit("new", "resource", *values, "--cost", "paid")
    assert outcome.code == 0, outcome.err
    assert "\ncost: paid\n" in (folder / "a-new-guide.md").read_text(encoding="utf-8")
    (folder / "a-new-guide.md").unlink()
    refused = own_program.toolkit("new", "resource", *values, "--cost", "cheap")
    assert "unknown-choice" in refused.err


def test_a_facet_is_a_mark_on_the_row_of_its_field(own_program: Checkout) -> None:
    program = own_program.folder / "toolkit"
    replace_once(
        program / "content/entry_schema.py",
        'choices=("public", "restricted"),',
        'choices=("public", "restricted"), facet="access",',
    )
    replace_once(
        program / "languages/en.pot",
        'msgctxt "facet.types"\n',
        'msgctxt "facet.access"\nmsgid "Access"\nmsgstr ""\n\n'
        'msgctxt "facet.access.about"\nmsgid "Who can have it."\nmsgstr ""\n\n'
        'msgctxt "facet.types"\n',
    )
    outcome = own_program.toolkit("build")
    assert outcome.code == 0, outcome.out + outcome.err
    assert "Restricted" in page(own_program, "access/index.html")
    assert "access/restricted.html" in page(own_program, "browse.html")
    restricted = page(own_program, "access/restricted.html")
    assert "eu-council-handbook-indicators-investigating-police-2015.html" in restricted


def test_a_check_is_a_module_and_a_line_of_the_registry(own_program: Checkout) -> None:
    checks = own_program.folder / "toolkit/validation/checks"
    (checks / "written_in_haste.py").write_text(CHECK, encoding="utf-8")
    last = '    "wrong-type",\n'
    replace_once(checks / "__init__.py", last, f'{last}    "written-in-haste",\n')
    checked = own_program.toolkit("check")
    assert checked.code == 0
    assert f"warning[written-in-haste]: This entry is written in haste.\n  --> {ENTRY}:2:1" in (
        checked.out
    )
    assert "contribute/checks.html#written-in-haste" in checked.out
    assert own_program.toolkit("check", "--strict").code == 1
    assert "Take your time." in own_program.toolkit("explain", "written-in-haste").out
    assert own_program.toolkit("build").code == 0
    assert 'id="written-in-haste"' in page(own_program, "contribute/checks.html")


def test_a_kind_of_page_is_a_module_a_line_of_the_registry_and_a_template(
    own_program: Checkout,
) -> None:
    program = own_program.folder / "toolkit"
    (program / "pages/count_pages.py").write_text(FAMILY, encoding="utf-8")
    registry = program / "pages/__init__.py"
    text = registry.read_text(encoding="utf-8")
    registry.write_text(text.replace("    check_pages,\n", "    check_pages,\n    count_pages,\n"))
    template = program / "site/theme/count.html"
    head = '{% extends "main.html" %}{% block content %}<p>Entries: '
    template.write_text(f"{head}{{{{ view.number }}}}</p>{{% endblock %}}", encoding="utf-8")
    outcome = own_program.toolkit("build")
    assert outcome.code == 0, outcome.out + outcome.err
    entries = json.loads(page(own_program, "build.json"))["counts"]["entries"]
    shown = page(own_program, "count.html")
    assert f"<p>Entries: {entries}</p>" in shown
    template.write_text(f"{head}{{{{ view.numbers }}}}</p>{{% endblock %}}", encoding="utf-8")
    outcome = own_program.toolkit("build")
    assert outcome.code == 3
    assert "has no attribute 'numbers'" in outcome.err
    assert page(own_program, "count.html") == shown
