"""`toolkit new --from`: what the form puts into an e-mail, whatever a mail program does to it."""

import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.files import files_of
from tests.forms.engine import Form, source_of, written
from tests.program import Outcome, Toolkit
from tests.sheets.books import GUIDE
from tests.sheets.test_issue import ISSUE
from tests.sheets.ways import OFFICE, WAYS, attached, bold, named, sent_twice
from toolkit.content.reader import read_content
from toolkit.forms.files import entry_files

DAY = "2026-11-26"
RESOURCE: dict[str, Any] = {
    "kind": "resource",
    "id": "fishing-vessels",
    "values": {
        "title": 'Fishing vessels: boarding & "freeing" crews – a guide',
        "summary": "It explains how inspectors board a vessel. " * 6 + "The end; really.",
        "type": "training",
        "year": "2021",
        "pillars": ["prosecution", "protection"],
        "themes": ["investigation"],
        "audiences": ["law-enforcement"],
        "level": "global",
        "regions": ["world"],
        "languages": ["en", "fr"],
        "partners": ["Fishers; sailors and others", "A body | another"],
        "identifiers": {"isbn": "978-92-2-121321-5", "symbol": ["A/1", "A/2"]},
        "url": "https://www.unodc.org/" + "long-part-of-an-address/" * 6 + "x=y",
        "sources": [
            {"url": "https://www.iom.int/" + "part-of-an-address/" * 6 + "a", "role": "press"},
            {"title": "A title: with a colon | and a bar"},
        ],
    },
    "sections": {
        "": f"## Contents\n\nFirst – paragraph of {OFFICE}.\n\n[Text] is no field.\n\n- one\n- two"
    },
}


@pytest.fixture
def form(docs: Path) -> Form:
    return Form(read_content(docs), DAY)


@pytest.mark.parametrize("way", WAYS)
def test_a_new_entry_is_the_one_that_the_form_shows(
    docs: Path, toolkit: Toolkit, form: Form, way: str
) -> None:
    Path("message.txt").write_bytes(WAYS[way](form.ask("message", [RESOURCE, None])))
    done = toolkit("new", "--from", "message.txt", "--as-of", DAY)
    assert done.code == 0, done.out + done.err
    made = (docs / "prosecution/resources/fishing-vessels.md").read_text(encoding="utf-8")
    shown = {**RESOURCE, "values": {**RESOURCE["values"], "added": DAY}}
    expected: str = form.ask("file", shown)
    if way == "with broken lines":  # which mean the same in Markdown
        made, expected = (" ".join(text.split()) for text in (made, expected))
    assert made == expected
    again = toolkit("new", "--from", "message.txt", "--as-of", DAY)
    assert (again.code, "0 new, 0 changed, 1 unchanged" in again.err) == (0, True)


@pytest.mark.slow
def test_a_text_below_very_many_empty_lines_does_not_take_too_long(
    toolkit: Toolkit, form: Form
) -> None:
    message = form.ask("message", [RESOURCE, None]).replace("[text]\n", "[text]" + "\n" * 50_000)
    Path("message.txt").write_text(message, encoding="utf-8")
    done = toolkit("new", "--from", "message.txt", "--as-of", DAY)
    assert done.code == 0, done.out + done.err


@pytest.mark.slow
@pytest.mark.parametrize("around", ["", "*"], ids=["plain", "in bold"])
def test_very_many_unknown_fields_do_not_take_too_long(toolkit: Toolkit, around: str) -> None:
    text = f"{around}[toolkit resource]{around}\n" + "[a]\n" * 20_000
    Path("message.txt").write_text(text, encoding="utf-8")
    done = toolkit("new", "--from", "message.txt")
    # Otherwise there is only one error: that it takes too long to read.
    assert (done.code, done.out.count('There is no field "a".')) == (1, 20_000)


@pytest.mark.parametrize(
    "way", ["as it is", "quoted in an answer", "with broken lines", "with a broken digest"]
)
def test_a_correction_changes_what_it_says(
    docs: Path, toolkit: Toolkit, form: Form, way: str
) -> None:
    [entry] = [one for one in read_content(docs).entries if one.id == "shelter"]
    path = docs / f"{entry.path}.md"
    source = {**source_of(entry), "digest": hashlib.sha256(path.read_bytes()).hexdigest()}
    change = {"kind": "practice", "values": {"since": "2013"}, "sections": {"Results": "Fifty."}}
    Path("message.txt").write_bytes(WAYS[way](form.ask("message", [change, source])))
    before = path.read_text(encoding="utf-8")
    done = toolkit("new", "--from", "message.txt")
    assert done.code == 0, done.out + done.err
    after = path.read_text(encoding="utf-8")
    assert after == before.replace("since: 2014", "since: 2013").replace(
        "Forty families stayed.", "Fifty."
    )
    assert after == form.ask("changed", [source, {"since": "2013"}, {"Results": "Fifty."}])
    whole = Path("message.txt").read_text(encoding="utf-8")
    for old, new, said in (
        ("[id] shelter", "[id] shelters", 'help: did you mean "shelter"?'),
        ("[id] shelter\n", "", 'no "[id]" says of which entry.'),
    ):
        Path("message.txt").write_text(re.sub(rf"(> )*{re.escape(old)}", new, whole), "utf-8")
        done = toolkit("new", "--from", "message.txt")
        assert (done.code, done.out.count("error["), said in done.out) == (1, 1, True), done.out
    Path("message.txt").write_text(whole, encoding="utf-8")
    path.write_text(before.replace("since: 2014", "since: 2010"), encoding="utf-8")
    done = toolkit("new", "--from", "message.txt")
    assert done.code == 1
    assert 'error[sheet]: "shelter" was changed in the toolkit since it was opened.' in done.out
    assert "open it in the form again, and make the change there." in done.out


def test_a_correction_does_not_wait_for_a_list_that_it_does_not_need(
    docs: Path, toolkit: Toolkit, form: Form
) -> None:
    source = source_of(read_content(docs).by_id["guide"])
    source |= {"digest": hashlib.sha256((docs / GUIDE).read_bytes()).hexdigest()}

    def send(values: dict[str, Any]) -> Outcome:
        entry = {"kind": "resource", "id": "guide", "values": values, "sections": {}}
        Path("message.txt").write_text(form.ask("message", [entry, source]), encoding="utf-8")
        return toolkit("new", "--from", "message.txt")

    with (docs / "vocabularies/themes.yml").open("a", encoding="utf-8") as file:
        file.write("- id: [\n")
    refused = send({"themes": ["hotlines"]})
    assert (refused.code, refused.out) == (2, "")
    assert 'themes.yml has errors, so "hotlines" can\'t be checked.' in refused.err
    assert send({"summary": "It explains how to plan an inspection."}).code == 0


def test_a_site_that_was_made_from_other_line_ends_is_corrected(
    docs: Path, toolkit: Toolkit, form: Form
) -> None:
    [path] = docs.rglob("shelter.md")
    before = path.read_text(encoding="utf-8")
    path.write_text(before, encoding="utf-8", newline="\r\n")
    [entry] = [one for one in read_content(docs).entries if one.id == "shelter"]
    [(_, script)] = entry_files([entry])
    source = json.loads(script[script.index(b",") + 1 : script.rindex(b")")])
    path.write_text(before, encoding="utf-8", newline="\n")
    change = {"kind": "practice", "values": {"since": "2013"}, "sections": {}}
    Path("message.txt").write_text(form.ask("message", [change, source]), encoding="utf-8")
    done = toolkit("new", "--from", "message.txt")
    assert done.code == 0, done.out + done.err
    assert path.read_bytes() == before.replace("since: 2014", "since: 2013").encode()


def test_a_task_and_its_correction(docs: Path, toolkit: Toolkit, form: Form) -> None:
    choices = [
        {"entry": "guide", "use": "Take it: read | mark.", "caution": "It is from 2019."},
        {"entry": "manual", "use": "Plan the visit.", "caution": "Long; slow."},
        {"entry": "shelter", "use": "See where workers can sleep.", "caution": "Few places."},
    ]
    values = {
        "title": "Inspect a workplace",
        "summary": "Helps labour inspectors to prepare a visit.",
        "pillars": ["prevention"],
        "audiences": ["law-enforcement"],
        "themes": ["investigation"],
        "asked": ["signs of forced labour; on a farm", "no pay"],
        "choices": choices,
        "review_by": "2027-06",
    }
    task = {
        "kind": "task",
        "id": "inspect-a-workplace",
        "values": values,
        "sections": {
            "Settle first": "Who comes?\n\n\\[Steps]",
            "Steps": "1. Plan.\n2. Visit.",
        },
    }
    path = docs / "tasks/inspect-a-workplace.md"
    Path("message.txt").write_text(form.ask("message", [task, None]), encoding="utf-8")
    done = toolkit("new", "--from", "message.txt", "--as-of", DAY)
    assert done.code == 0, done.out + done.err
    first = path.read_text(encoding="utf-8")
    assert first == form.ask("file", {**task, "values": {**values, "added": DAY}})

    stamped = first.replace("Few places.", f"Few places.\n    digest: sha256:{'0' * 64}")
    path.write_text(stamped, encoding="utf-8")
    [document] = read_content(docs).tasks
    source = source_of(document)
    source |= {"digest": hashlib.sha256(path.read_bytes()).hexdigest()}
    new = [*choices[:2], {**choices[2], "caution": "No.", "digest": f"sha256:{'0' * 64}"}]
    change = {"choices": new, "review_by": None}, {"Steps": "1. Plan.", "Avoid": "- Haste."}
    said = {"kind": "task", "id": task["id"], "values": change[0], "sections": change[1]}
    Path("message.txt").write_text(form.ask("message", [said, source]), encoding="utf-8")
    done = toolkit("new", "--from", "message.txt")
    assert done.code == 0, done.out + done.err
    assert path.read_text(encoding="utf-8") == form.ask("changed", [source, *change])
    bad = form.ask("message", [task, None]).replace("[id] inspect-a-workplace", "[id] other")
    Path("message.txt").write_text(bad.replace("entry: manual", "entry: guide"), encoding="utf-8")
    done = toolkit("new", "--from", "message.txt")
    assert done.code == 1
    assert 'error[unusable-choice]: "guide" is chosen twice.' in done.out
    assert not (docs / "tasks/other.md").exists()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("[year] 2021", "[year] 2021 (2nd ed.)", "message.txt:6:8\n  = help: write only the year"),
        ("[year] 2021", "[year] 2021 (2nd ed.)", 'error[invalid-year]: "2021 (2nd ed.)" is not'),
        ("[type] training", "[typo] training", 'There is no field "typo"'),
        ("[type] training", "[typo] training", "message.txt:5:1\n"),
        ("[summary] ", "[Contexte]\nIt explains it.\n\nTo all.\n", "imported. Errors: 1."),
        ("[end]", "", 'The text does not end with "[end]"'),
        ("[end]", "[end]\n\n[toolkit practice]\n[title] Other", "Another entry begins here"),
        (
            "[type]",
            "[toolkit resource]\n[title] B\n[type]",
            "its own.\n\nNothing was imported. Errors: 1.",
        ),
        ("[year] 2021", "[year] 2021\n[year] 2020", 'The field "year" appears twice.'),
        ("[type] training", "", 'The field "type" is missing.'),
        ("[type] training", "", 'help: write it after "[type]".'),
        ("[year] 2021", "[year] n.d.", 'remove this, and write "year" after "[unverified]".'),
        ("", "", "near-duplicate"),  # by its title and address, below
        ("[level] global", "[level] national", "error[level-mismatch]"),
        ("[level]", f"[access] {'x' * 70_000}\n[level]", "= help: shorten its longest values;"),
        ("[toolkit resource]\n", "[toolkit resource]\nHello\n", '"Hello" belongs to no field.'),
        ("[toolkit resource]", "toolkit resource", "There is no entry in message.txt."),
        ("[toolkit resource]", "---\ntitle: Guide", "not the message of the form, but its file."),
        ("[toolkit resource]", "---\n## Context\n## Approach\n## Results", "but its file."),
        ("[languages] en; fr", "[languages] en; язык fr", "error[invalid-language]"),
        (
            "[toolkit resource]",
            "[toolkit practice]",
            'A practice does not have the fields "type", "l',
        ),
        ("[toolkit resource]", "[toolkit practice]", "if it is another kind, correct line 1;"),
        ("role: press", "role: pres", 'did you mean "press"?'),
        # At the line, and at the item.
        ("- two", "- two\n\nSee <b>this</b>.", "message.txt:29:1\n"),
        ("title: A title", "role: pres | title: A", "message.txt:18:11\n"),
        # A message has no cells, and nobody exported it.
        ("[id] ", "[id] ../", "or remove the line: the name is then made from the title."),
        ("[id] fishing-vessels", "[id] guide", "remove this line if yours is a different one; to"),
        ("[id] fishing-vessels", "[id] shelter", "begin with [toolkit practice]."),
        (
            "[id] fishing-vessels",
            f"[id] fishing-vessels\n[based on] {'0' * 64}",
            "remove the line, if it is a new one.",
        ),
    ],
)
def test_bad_messages_write_nothing(
    docs: Path, toolkit: Toolkit, form: Form, old: str, new: str, words: str
) -> None:
    entry = {**RESOURCE, "values": {**RESOURCE["values"]}}
    if "near-duplicate" in words:
        entry["values"] |= {
            "title": "Guide for labour inspectors",
            "url": "https://www.unodc.org/guide",
        }
    text: str = form.ask("message", [entry, None])
    assert old in text
    Path("message.txt").write_text(text.replace(old, new, 1), encoding="utf-8")
    before = files_of(docs)
    done = toolkit("new", "--from", "message.txt")
    assert done.code in (1, 2)
    assert words in done.out + done.err
    assert "Traceback" not in done.err
    assert files_of(docs) == before


def test_a_file_that_differs_only_in_capitals_is_in_the_way(
    docs: Path, toolkit: Toolkit, form: Form
) -> None:
    Path("message.txt").write_text(form.ask("message", [RESOURCE, None]), encoding="utf-8")
    other = docs / "prosecution/resources/Fishing-Vessels.md"
    other.parent.mkdir()
    other.write_text("---\ntitle: Another\n---\n", encoding="utf-8")
    before = files_of(docs)
    done = toolkit("new", "--from", "message.txt")
    assert "resources/Fishing-Vessels.md differs from the name of this one only in" in done.out
    assert (done.code, files_of(docs)) == (1, before)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (lambda text: f"{ISSUE}\n{text}".encode(), "error[message]: An issue begins here, too: a"),
        (
            lambda text: f"{text}\n{ISSUE}".encode(),
            "a message contains only one entry.\n  --> message.txt:3",
        ),
        (
            lambda text: sent_twice(text).replace(b"[year] 2021", b"[year] 2020", 1),
            "message.txt has several messages of the form, which are not the same.",
        ),
        (lambda text: attached(text, body=ISSUE), "message.txt has several messages of the form"),
        (lambda text: bold(text, "\\\\"), 'line 1 should be "[toolkit resource]", but is "\\[to'),
        (lambda text: f"<!DOCTYPE html><pre>{text}".encode(), "message.txt is not a text file."),
        (lambda _: b"%PDF-1.7\n\0", "message.txt is not a text file."),
        (lambda _: named("", "a.docx"), "only text is read: no attached Word file"),
    ],
)
def test_what_is_not_read_is_said(
    docs: Path, toolkit: Toolkit, form: Form, data: Callable[[str], bytes], words: str
) -> None:
    Path("message.txt").write_bytes(data(form.ask("message", [RESOURCE, None])))
    before = files_of(docs)
    done = toolkit("new", "--from", "message.txt")
    assert words in done.out + done.err
    assert files_of(docs) == before


def test_an_issue_that_is_only_quoted_is_not_meant(
    docs: Path, toolkit: Toolkit, form: Form
) -> None:
    lines = "".join(f"> {line}\n" for line in ISSUE.splitlines())
    text = form.ask("message", [RESOURCE, None])
    Path("message.txt").write_text(f"{text}\nA. B. wrote:\n{lines}", encoding="utf-8")
    assert toolkit("new", "--from", "message.txt").code == 0
    assert (docs / "prosecution/resources/fishing-vessels.md").is_file()


@pytest.mark.parametrize("way", ["message", "issue"])
def test_a_look_alike_is_taken_once_it_says_how_it_differs(
    docs: Path, toolkit: Toolkit, form: Form, way: str
) -> None:
    title = RESOURCE["values"]["title"]
    text = ISSUE if way == "issue" else form.ask("message", [RESOURCE, None])
    text = text.replace("Fishing vessels and their crews" if way == "issue" else title, "Manual")
    path = docs / "prevention/resources/manual.md"
    path.write_text(re.sub("title: .*", "title: Manual", path.read_text("utf-8")), "utf-8")
    Path("message.txt").write_text(text, encoding="utf-8")
    refused = toolkit("new", "--from", "message.txt")
    where, before = '"[distinct_from]"', "[end]"
    line = "[distinct_from] manual: Only for vessels.\n"
    if way == "issue":
        where, before = 'below a new line "### Distinct from"', "### Before"
        line = "### Distinct from\n\nmanual: Only for vessels.\n\n"
    assert "do not import it if it is the same; if not, say" in refused.out
    assert f"{where} how it differs: manual: ..." in refused.out
    Path("message.txt").write_text(text.replace(before, line + before), encoding="utf-8")
    done = toolkit("new", "--from", "message.txt")
    assert done.code == 0, done.out


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe\x00[toolkit resource]",
        b"[toolkit resource]",
        b"From: a\n",
        b"From: a\nContent-Type: text/plain; charset=punycode\n\n[toolkit resource]\n",
        b"From: a\nContent-Type: text/plain; charset=undefined\n\n[toolkit resource]\n",
        b"From: a\nContent-Type: text/plain; charset=utf-7\n\n[toolkit resource]\n"
        b"[id] guide\n[title] +2AA-\n[end]",
        b'From: a\nContent-Type: text/plain; charset="a\0"\n\n[toolkit resource]\n',
        b"From: a\nContent-Type: text/plain; " + b"(" * 9_999 + b"\n\n[toolkit resource]\n",
        b"From: a\n" + b"Content-Type: message/rfc822\n\n" * 3_000 + b"[toolkit resource]\n",
    ],
    ids=lambda data: str(data[:60]),
)
def test_what_is_no_message(docs: Path, toolkit: Toolkit, data: bytes) -> None:
    Path("message.txt").write_bytes(data)
    before = files_of(docs)
    done = toolkit("new", "--from", "message.txt")
    assert done.code in (1, 2)
    assert files_of(docs) == before
    assert toolkit("new", "--from", "nowhere.txt").code == 2


def test_all_entries_by_message_are_as_they_were(docs: Path, toolkit: Toolkit, form: Form) -> None:
    for entry in read_content(docs).entries:
        path = docs / f"{entry.path}.md"
        before = path.read_text(encoding="utf-8")
        Path("message.txt").write_text(form.ask("message", [written(entry), None]), "utf-8")
        path.unlink()
        # The others resemble it or refer to it, which isn't tested here.
        done = toolkit("new", "--from", "message.txt")
        if done.code == 0:
            after = path.read_text(encoding="utf-8")
            assert [one for one in after.splitlines() if not one.startswith("added:")] == (
                before.splitlines()
            )
        path.write_text(before, encoding="utf-8")
