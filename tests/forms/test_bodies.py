"""The form reports in the Markdown of texts what `toolkit check` reports."""

from pathlib import Path

import pytest

from tests.content_case import edit
from tests.forms.agreement import told_by_check, told_by_form
from tests.forms.engine import Form, written
from tests.validation.again import problems_in
from toolkit.content.reader import read_content
from toolkit.forms.rules import CHECKS as IDS
from toolkit.validation.checks import CHECKS

pytestmark = pytest.mark.usefixtures("files_read_once")

OF_FORM = [check for check in CHECKS if check.id in IDS]


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("See [the guide](http://www.unodc.org/guide).", "refused-link"),
        ("See [the guide](C:/guide.pdf).", "refused-link"),
        ("![Signs](https://www.unodc.org/signs.png)", "refused-link"),
        ("See [the guide](www.unodc.org/guide).", "broken-link"),
        ("See www.unodc.org/guide.", "bare-address"),
        ("See [the guide](https:/www.unodc.org/guide).", "refused-link"),
        ("See [the guide](https://www.unodc.org/the guide.pdf).", "refused-link"),
        ("See [the guide](https://www.unodc.org/the guide).", "refused-link"),
        ("See [the guide](\nhttp://www.unodc.org/guide).", "refused-link"),
        ("See [the guide]().", "broken-link"),
        ("See [the guide](10.18356/guide).", "broken-link"),
        ("See \u201chttps://www.unodc.org/guide\u201d.", "bare-address"),
        ("See https://www.unodc.org/guide[1].", "bare-address"),
        ("Click [here](https://www.unodc.org/guide).", "unclear-link-text"),
        ("Phone:+54 11 4555 1236.", "undeclared-telephone"),
        ("See [the guide](../../protection/resources/manual.md).", "broken-link"),
        ("See [the guide](../practices/./shelter.md#results).", "broken-link"),
        ("See [the guide](../../tasks/inspect.md).", "broken-link"),
        ("It is so.[1](#_ftn1)", "broken-anchor"),
        ("---\n\nTitle: A guide\n---\n\nIt is so.", "repeated-front-matter"),
        ("---\nevidence: promising\n---\n\nIt is so.", "repeated-front-matter"),
        ("---\nlanguages: [en]\n---\n\nIt is so.", "repeated-front-matter"),
        ('See [the guide](https://www.unodc.org/guide now.pdf "Guide").', "refused-link"),
        ("See [the guide](\\\\server\\guide.pdf).", "refused-link"),
        ("Write to [us](mailto:office@unodc.org,info@unodc.org).", "refused-link"),
        ("Write to [us](mailto:office@unodc.org?subject=A%0ABcc:x)", "refused-link"),
        ("[Click  here](https://www.unodc.org/guide).", "unclear-link-text"),
        ("seehttps://www.unodc.org/guide.", ""),
        ("Call `+54 11 4555 1236` now.", "undeclared-telephone"),
        ("Many <![CDATA[do]]>.", "raw-html"),
        ("<!DOCTYPE html>", "raw-html"),
        ("<?php echo", "raw-html"),
        ("<p hidden>", "raw-html"),
        ("~~~\n\n<p>\n\n~~~", ""),
        ("``` {.text}\n\n<p>\n\n```", ""),
        ("```html\n\n<p>\n\n```", ""),
        ("```\n\n<p>\n\n```html", "raw-html"),
        ("````\n```\n\n<b>\n````\n\n<p>\n\n```", "raw-html"),
    ],
)
def test_texts_as_people_write_them(text: str, check: str, form: Form, docs: Path) -> None:
    path = docs / "prevention/resources/guide.md"
    path.write_text(path.read_text().split("\n## ")[0] + f"\n{text}\n")
    content = read_content(docs)
    told = told_by_form(content, form)
    assert [one[:3] for one in told] == (
        [("prevention/resources/guide", check, "")] if check else []
    )
    assert told_by_check(content, problems_in(content, OF_FORM)) == told


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("<B> Many </B> do.", "**Many**"),
        ("<b>Many do.", "**words**"),
        ("One\t\ttwo \nthree\tfour", "| One | two |"),
    ],
)
def test_what_to_write_instead(text: str, meant: str, form: Form, docs: Path) -> None:
    entry = written(read_content(docs).by_id["guide"]) | {"sections": {"": text}}
    [one] = form.ask("check", entry)
    assert f"write {meant}" in one["text"]


@pytest.mark.parametrize(
    ("target", "is_broken"),
    [
        ("guide.docx", True),
        ("manual.html", True),
        ("/about/evidence.html", True),
        ("manual.md", False),
        ("../../protection/./practices/shelter.md#results", False),
        ("../../about/evidence.md", False),
        # Wherever the text will be.
        ("../../protection/practices/none.md", True),
        ("../../tasks/inspect.md", True),
    ],
)
def test_a_new_text_brings_no_files(target: str, is_broken: bool, form: Form, docs: Path) -> None:
    path = docs / "prevention/resources/guide.md"
    path.write_text(path.read_text().split("\n## ")[0] + f"\nSee [the guide]({target}).\n")
    content = read_content(docs)
    entry = written(content.by_id["guide"])
    ids = ["broken-link"] if is_broken else []
    assert [one.id for one in problems_in(content, OF_FORM)] == ids
    new = entry | {"home": "", "was": {}}
    assert [one["id"] for one in form.ask("check", new)] == ids
    # A file that the text had before may be there.
    kept = [one for one in ids if target.endswith(".md")]
    assert [one["id"] for one in form.ask("check", entry)] == kept
    new["values"].pop("pillars")
    told = [one["id"] for one in form.ask("check", new)]
    assert told == ["missing-field", *ids]


def test_what_depends_on_the_pillar_waits_for_it(form: Form, docs: Path) -> None:
    entry = written(read_content(docs).by_id["guide"]) | {"home": "", "was": {}}
    entry["sections"] = {"": "See [one](none.md) and [another](../practices/none.md)."}
    assert {one["id"] for one in form.ask("check", entry)} == {"broken-link"}
    entry["values"].pop("pillars")
    assert [one["id"] for one in form.ask("check", entry)] == ["missing-field"]


@pytest.mark.parametrize(
    ("text", "is_broken"),
    [
        ("![Four steps of a referral](guide/referral.png)", False),
        ("![Four steps of a referral](referral.JPEG)", False),
        ("![Four steps of a referral](referral.webp)", False),
        ("![Four steps of a referral](referral.svg)", True),
        ("See [the table](guide/table.csv) and [the form](guide/form.pdf).", False),
        ("See [the steps](referral.png).", True),
        ("See [the form](form.pdf).", True),
        ("See [the form](guide/form.docx).", True),
    ],
)
def test_images_and_files_in_the_folder_of_the_entry_may_be_sent_with_it(
    text: str, is_broken: bool, form: Form, docs: Path
) -> None:
    """As the page about images asks; the form can't know what is attached to the email."""
    entry = written(read_content(docs).by_id["guide"]) | {"sections": {"": text}}
    told = [
        (one["id"], "leads to no page or file" in one["text"]) for one in form.ask("check", entry)
    ]
    assert told == ([("broken-link", True)] if is_broken else [])


def test_a_text_may_lead_to_the_list_of_tasks(form: Form, docs: Path) -> None:
    entry = written(read_content(docs).by_id["guide"])
    entry["sections"] = {"": "See [all tasks](../../tasks/index.md)."}
    assert form.ask("check", entry) == []


_BEGIN = "Begin a heading inside the text with ###"
_WRITE = 'Write something under "Results"'


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Many said #MeToo.\n#MeToo was everywhere.", '"#MeToo" at the beginning'),
        ("#MeToo!", '"#MeToo!" at the beginning'),
        ("##Other\n\nMany.", '"##Other" at the beginning'),
        ("## Other\n\nMany #MeToo.\n\n###Why\n\n`\n#a\n`", _BEGIN),
        ("How many\n---\nAll.", _BEGIN),
        ("How many\n===\nAll.", _BEGIN),
        ("How\nmany\n---\nAll.", ""),
        ("---", _WRITE),
        ("===", _WRITE),
        ("### How many\n\nAll.\n\n---\n\nSo they say.", ""),
        ("````\n```\n## All\n````", ""),
        ("```\n## All", _BEGIN),
        ("All ` of\n\n## them\n\n` ate.", _BEGIN),
    ],
)
def test_headings_within_a_section(text: str, says: str, form: Form, docs: Path) -> None:
    edit(docs / "protection/practices/shelter.md", "Forty families stayed.", text)
    entry = {"Context": "Why.", "Approach": "How.", "Conditions": "If.", "Limitations": "But."}
    practice = written(read_content(docs).by_id["shelter"])
    practice["sections"] = entry | {"Results": text}
    told = {one["id"]: one["text"] for one in form.ask("check", practice)}
    checked = {one.id for one in problems_in(read_content(docs), OF_FORM)}
    assert set(told) == checked == ({"wrong-sections"} if says else set())
    assert told.get("wrong-sections", "").startswith(says)
