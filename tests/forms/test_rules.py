"""The form reports what `toolkit check` reports; `test_checks` compares them on its cases."""

import re
import time
from pathlib import Path
from typing import Any

import pytest

from tests.content_case import DAY
from tests.content_checks.frames import CHOICES, TASK_FACTS
from tests.forms.agreement import told_by_check, told_by_form
from tests.forms.engine import Form, script, written
from tests.validation.again import problems_in
from toolkit.content.reader import read_content
from toolkit.forms.rules import CHECKS as IDS
from toolkit.forms.rules import in_javascript
from toolkit.validation.checks import CHECKS

pytestmark = pytest.mark.usefixtures("files_read_once")

KNOWN = {check.id for check in CHECKS}
OF_FORM = [check for check in CHECKS if check.id in IDS]


def test_each_rule_has_the_name_of_a_check() -> None:
    assert set(IDS) <= KNOWN
    assert len(set(IDS)) == len(IDS)


@pytest.mark.parametrize(
    "pattern", [r"\b\d+", r"\b[0-9]+\b", r"(?<!\w)12", r"\b(?:1|2)+(?= )", r"(?P<s> )\d+(?P=s)"]
)
def test_patterns_find_the_same(pattern: str) -> None:
    made, flags = in_javascript(re.compile(pattern))
    find = script().eval("(made, flags, text) => text.replace(new RegExp(made, flags), '')")
    text = "a12 and 12 are"
    assert find(made, flags, text).split() == re.sub(pattern, "", text).split() != text.split()


@pytest.mark.parametrize("pattern", [r"a(?<!b)c", r"a \b(?:b|c)", r"(?i:a)", r"\Aa", r"(?<=ab)c"])
def test_a_pattern_without_an_equal_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="no equal in JavaScript"):
        in_javascript(re.compile(pattern))


_GUIDE = "Guide for labour inspectors"
_SUMMARY = "It explains how to recognize forced labour during an inspection."
_BODY = "See [the grades](../../about/evidence.md#the-three-grades)."
_URL = "url: https://www.unodc.org/guide"
_AT = "https://www.unodc.org/guide.pdf"
_FILE = f"files: [{{language: en, url: {_AT}}}]"
_SOURCE = "  - url: https://www.iom.int/shelter\n    role: description"
_PLACE = "level: global\nregions: [world]"
_END = f"---\n\n## Contents\n\n{_BODY}"
_CALL = """helplines:
  - {number: NUMBER, country: AR, body: Line, on: 2026-01-02}
---

Call +54 11 4555 1236.
"""


@pytest.mark.parametrize(
    ("old", "new", "checks"),
    [
        (_GUIDE, f"'{'Guides ' * 41}Guides  Guide\U0001f600'", ""),
        (_GUIDE, f"{'Guides ' * 42}Guides!", "too-long"),
        (_GUIDE, "' TBD '", "empty-value"),
        (_GUIDE, "'###'", ""),
        (_SUMMARY, _GUIDE + "." * 107, "repetitive-summary"),
        (_SUMMARY, _GUIDE + "." * 108, ""),
        (_SUMMARY, f"{_GUIDE} by four women.", "repetitive-summary"),
        (_SUMMARY, f"{_GUIDE} by four young women.", ""),
        (
            f"{_GUIDE}\nsummary: {_SUMMARY}",
            "Guide for the farmer\nsummary: Guide for the farmer, now.",
            "",
        ),
        ("2019", "1800", ""),
        ("2019", "1799", "invalid-year"),
        (_URL, _URL.replace("https", "HTTP"), "insecure-address"),
        (_URL, f"described_at: https://drive.google.com/file/d/1\n{_URL}", ""),
        (_URL, f"{_URL[:-5]}SEARCH?q=forced", "search-address"),
        (_URL, "url: https://bit.ly/abc?utm_source=x", "tracking-parameter"),
        (_URL, f"distinct_from: {{shelter: ''}}\n{_URL}", "empty-value"),
        (_URL, f"distinct_from: {{TBD: Another.}}\n{_URL}", "unknown-entry"),
        (_URL, f"distinct_from: {{'': Another.}}\n{_URL}", "unknown-entry"),
        (_URL, "url_kind: ''", "empty-value"),
        (_URL, f"{_URL})", "invalid-address"),
        (_URL, f"{_URL}].", "invalid-address"),
        (_URL, f"{_URL}_(2019)", ""),
        (_URL, f"{_URL}\n{_FILE[:-1]}, {_FILE[8:]}", "repeated-item"),
        (_URL, f"{_URL}\n{_FILE[:-1]}, {{language: en, url: {_AT}#page=2}}]", ""),
        (_URL, f"{_URL}\n{_FILE.replace('en', 'es')}", "unlisted-language"),
        (_URL, f"{_URL}\n{_FILE.replace('en', 'es-PE')}", "unlisted-language"),
        (_URL, f"{_URL}\n{_FILE.replace('en', 'xx')}", "invalid-language"),
        (_URL, f"{_URL}\nstatus: withdrawn", "incomplete-withdrawal"),
        (_URL, f"{_URL}\nwithdrawn: {{on: 2026-01-02, reason: Old.}}", "incomplete-withdrawal"),
        (
            _URL,
            f"{_URL}\nstatus: gone\nwithdrawn: {{on: 2026-01-02, reason: Old.}}",
            "unknown-choice",
        ),
        (
            _SOURCE,
            f"{_SOURCE}\n  - {{url: 'http://iom.int/shelter/', title: A}}",
            "insecure-address repeated-item",
        ),
        (_SOURCE, f"{_SOURCE}\n    title: A\n  - {{url: 'https://iom.int/shelter', title: B}}", ""),
        (_SOURCE, f"{_SOURCE}\n    title: A\n  - {{title: a, role: description}}", "repeated-item"),
        (_SOURCE, f"{_SOURCE}\n    title: A\n  - {{title: a, role: evaluation}}", ""),
        ("[prevention]", "[protection, prevention]", "wrong-folder"),
        ("[prevention]", "[protection]", "wrong-folder"),
        ("[prevention]", "[prevention, protection]", ""),
        (_PLACE, "level: national\nregions: [world]", "level-mismatch"),
        (_PLACE, "level: regional\nregions: [world, south-america]", ""),
        (_PLACE, "level: regional", "missing-field"),
        (_PLACE, f"{_PLACE[:-1]}, south-america]\ncountries: [FR]", ""),
        ("[en]", "[en-XX]", "invalid-language"),
        ("[unodc]", "[unodc]\npartners: [THE WHOLE WORLD UNION OF FREE WORKERS AND FAMILIES]", ""),
        (_END, _CALL.replace("NUMBER", "ask"), "undeclared-telephone"),
        (_END, _CALL.replace("NUMBER", "011 4555 1236"), ""),
        (_END, _CALL.replace("NUMBER", "4555 1236").replace("Line", "Or +54 11 4555 9999"), ""),
        (_BODY, "Call +54 11 4555.", "undeclared-telephone"),
        (_BODY, "Call +54 1145 1145 1145 111.", "undeclared-telephone"),
        (_BODY, "Call +54 1145 1145 1145 1112.", ""),
        (_BODY, "Victim A, aged 17, left.", ""),
        (_BODY, "Then Children*, aged 17, left.", ""),
        (_BODY, "**Maria**, aged 17, left.\n\nMaria is not her real name.", ""),
        (_BODY, "Write to jane.doe&#8203;@example.org.", "personal-email"),
        (
            _BODY,
            "It is so.\n\n### ![Signs](https://www.unodc.org/signs.png)",
            "refused-link unfinished-text",
        ),
        (_BODY, "<!-- TODO: it\n\nIs so.", "raw-html"),
        (_BODY, "[**Here**.](https://www.unodc.org/guide)", "unclear-link-text"),
        (_BODY, "See [the guide](https://localhost/guide).", "refused-link"),
        (_BODY, "See [the guide](www.unodc.org/guide.pdf).", "broken-link"),
        (_BODY, "See [the guide](unodc.org).", "broken-link"),
        (_BODY, "See [the guide](guide).", "broken-link"),
        (_BODY, "Word. " * 201, ""),
        ("Forty families stayed.", "### Families", "wrong-sections"),
    ],
)
def test_where_a_rule_begins_and_ends(
    old: str, new: str, checks: str, form: Form, docs: Path
) -> None:
    files = (docs / "prevention/resources/guide.md", docs / "protection/practices/shelter.md")
    [(path, text)] = ((one, text) for one in files if old in (text := one.read_text("utf-8")))
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    content = read_content(docs)
    told = told_by_form(content, form)
    assert sorted(one[1] for one in told.elements()) == checks.split()
    assert told == told_by_check(content, problems_in(content, OF_FORM))


@pytest.mark.parametrize(
    ("tag", "field", "text", "says"),
    [
        ("en", "summary", "Interesting.", "hardly says anything"),
        ("en", "summary", "Of children.", ""),
        ("en", "", "It is said. All rights reserved.", "copied from"),
        ("en", "", "It is so (ibid., p. 4).", "copied from"),
        ("en", "", "It is so. I hope this helps!", "invent names and figures"),
        ("en", "", "<!-- TODO: sources --> It is so.", "is HTML"),
        ("en", "", "It is not recognized by ICAT.", ""),
        ("en", "", "See https://www.unodc.org/guide.", "(https://www.unodc.org/guide)"),
        ("en", "", 'She said: "Maria, aged 17, left."', '"Maria, aged 17" may reveal'),
        ("en", "", "Call her: +43 660 1234567.", '"+43 660 1234567" looks like'),
        ("en", "", "Write to [her](https://wa.me/436601234567).", "wa.me/436601234567"),
        ("en", "", "Call (011) 4555-1234 or 0800 555 1234.", "telephone"),
        ("en", "", "In the year 2019-2020, 1 500 000 came; ISBN 978-92-2-121321-5.", ""),
        ("fr", "", "Il est reconnu par tous les membres de l\u2019ICAT.", "proclamer"),
        ("es", "", "Est\u00e1 avalada por el ICAT.", "proclamar"),
        ("ru", "", "Признано всеми членами ICAT.", "заявлять"),
        ("ar", "", "وهو معترف به من قبل جميع الأعضاء.", "يدعي"),
        ("ar", "", "It is at 14 Garden Street.", "\u206814 Garden Street\u2069"),
        ("zh", "", "经协调小组全体成员一致批准。", "自称"),
        ("zh", "", "It is endorsed by ICAT.", "自称"),
    ],
)
def test_what_is_said(tag: str, field: str, text: str, says: str, docs: Path) -> None:
    """The words of problems, and claims in the language of the site as well as in English."""
    content = read_content(docs)
    entry = written(content.by_path["prevention/resources/guide"])
    entry["sections" if field == "" else "values"][field] = text
    told = [one["text"] for one in Form(content, DAY.isoformat(), tag).ask("check", entry)]
    assert all(says in one for one in told)
    assert bool(told) == bool(says)


_TASK = f"---\n{TASK_FACTS}{CHOICES}---\n\n## Steps\n\n1. Plan.\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        *((f"{name}: ", f"# {name}: ") for name in ("title", "summary", "pillars", "themes")),
        ("title: Inspect", f"title: {'Inspect ' * 9}"),
        ("title: Inspect a workplace", "title: TBD"),
        ("summary: Helps", f"summary: {'Helps ' * 140}"),
        ("[prevention]", "[prevention, prevention]"),
        ("[prevention]", "[preventing]"),
        ("[law-enforcement]", "[inspectors]"),
        ("[signs of", '["", signs of'),
        ("Take the list of signs.", "'To be written: what to take.'"),
        ("entry: manual, ", ""),
        (", caution: It is long.", ""),
        ("use: Plan the visit.", "use: n/a"),
        ("entry: manual", "entry: manuel"),
        ("entry: manual", "entry: guide"),
        ("  - {entry: shelter", "# {entry: shelter"),
        ("asked:", "related: [no-such]\nasked:"),
        ("asked:", "review_by: 2027\nasked:"),
        ("asked:", "added: 25/11/2026\nasked:"),
        ("asked:", "provisions: [no-such]\nasked:"),
        ("1. Plan.", "Write to jane.doe@example.org."),
        ("1. Plan.", "<b>Plan</b>."),
        ("1. Plan.", "1. Plan. " * 101),
        ("1. Plan.", "TODO: steps."),
        ("1. Plan.", "[This](../tasks/./inspect.md), and [no task](others.md)."),
        ("1. Plan.", "jane.doe@example.org" + " Plan. *" * 198),
        ("choices:\n", "choices:\n" + "  - {entry: guide, use: Go., caution: No.}\n" * 2),
        (CHOICES, CHOICES.replace("entry: guide, ", "").replace("entry: manual, ", "")),
    ],
)
def test_mistakes_in_a_task(old: str, new: str, docs: Path) -> None:
    """What schemas say about a task, and the checks of its text."""
    assert old in _TASK
    (docs / "tasks").mkdir()
    (docs / "tasks/inspect.md").write_text(_TASK.replace(old, new, 1), encoding="utf-8")
    content = read_content(docs)
    expected = told_by_check(content, problems_in(content, OF_FORM))
    assert expected
    assert told_by_form(content, Form(content, DAY.isoformat())) == expected


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    ["A" * 10_000, "AB CD " * 2000, "a.b." * 2500, "`" * 10_000, "<a " * 3000, "a\t" * 5000],
    ids=lambda text: text[:3],
)
def test_ten_thousand_characters_take_no_time(form: Form, docs: Path, text: str) -> None:
    entry = written(read_content(docs).by_id["guide"])
    entry["values"] |= {"title": text, "partners": [text]}
    entry["sections"] = {"": text}
    begun = time.process_time()
    found = {one["id"] for one in form.ask("check", entry)}
    assert "too-long" in found
    assert time.process_time() - begun < 1


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    ["A" * 50_000 + "\nB", "```" + " " * 50_000 + "{", "```a\n" * 14_000],
    ids=["A", "```", "```a"],
)
def test_long_lines_of_a_section_take_no_time(form: Form, docs: Path, text: str) -> None:
    entry = written(read_content(docs).by_id["shelter"])
    entry["sections"] |= {"Results": text}
    begun = time.process_time()
    assert form.ask("check", entry) == []
    assert time.process_time() - begun < 3


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "#" + " " * 60_000 + "x",
        "](a " * 12_000,
        "www." + "!" * 60_000 + "x",
        "[a](https://a.org/" + "." * 60_000 + "x)",
    ],
    ids=["heading", "link", "address", "address of a link"],
)
def test_runs_of_one_sign_take_no_time(form: Form, docs: Path, text: str) -> None:
    entry = written(read_content(docs).by_id["guide"])
    entry["sections"] = {"": text}
    begun = time.process_time()
    form.ask("check", entry)
    assert time.process_time() - begun < 3


@pytest.mark.parametrize("start", ["https://a.org/", "See https://a.org/"])
def test_a_long_address_takes_no_time(form: Form, docs: Path, start: str) -> None:
    entry = written(read_content(docs).by_id["guide"])
    entry["values"]["url"] = f"{start}{';' * 40_000}x"
    begun = time.process_time()
    form.ask("check", entry)
    assert time.process_time() - begun < 3


def test_a_title_without_spaces_takes_no_time(docs: Path) -> None:
    """It is compared with each word of all titles."""
    guide = docs / "prevention/resources/guide.md"
    text = guide.read_text(encoding="utf-8")
    for n in range(200):
        guide.with_stem(f"guide-{n}").write_text(text.replace("title: ", f"title: N{n} "), "utf-8")
    form = Form(read_content(docs), DAY.isoformat())
    begun = time.process_time()
    assert form.ask("likes", [{"title": "Word " + "a" * 480}, ""]) == []
    assert time.process_time() - begun < 1


@pytest.mark.parametrize(
    ("known", "typed", "is_same"),
    [
        ("identifiers: {doi: 10.18356/AbC}", {"url": "https://doi.org/10.18356/aBC"}, True),
        ("url: https://doi.org/10.18356/aBC", {"identifiers": {"doi": "10.18356/AbC"}}, True),
        (
            "identifiers: {isbn: 978-92-1-130255-9}",
            {"identifiers": {"isbn": ["9211302552"]}},
            True,
        ),
        (
            "identifiers: {symbol: E/2002/68/Add.1}",
            {"identifiers": {"symbol": "E/2002/068/ADD.1"}},
            True,
        ),
        ("year: 2020", {"title": "Guides for labour inspector"}, True),
        ("title: Guide for labour inspectors 2019", {"title": f"{_GUIDE} 2020"}, False),
        ("title: Guide for labour inspectors 2019", {"title": _GUIDE}, True),
        ("year: 2020", {"title": "Guide for hospital inspectors"}, False),
    ],
)
def test_what_looks_like_another_entry(
    known: str, typed: dict[str, Any], is_same: bool, docs: Path
) -> None:
    path = docs / "prevention/resources/guide.md"
    text = path.read_text(encoding="utf-8")
    kept = re.sub(rf"(?m)^{known.partition(':')[0]}: .*\n", "", text)
    path.write_text(kept.replace("---\n", f"---\n{known}\n", 1), encoding="utf-8")
    likes = Form(read_content(docs), DAY.isoformat()).ask("likes", [typed, ""])
    assert ("guide" in likes) is is_same


@pytest.mark.slow
def test_a_text_that_was_pasted_into_the_wrong_field_takes_no_time(form: Form, docs: Path) -> None:
    """Each of its words would be looked up, and each problem be a line on the page."""
    words = [f"word{number}ing" for number in range(6000)]
    entry = written(read_content(docs).by_id["guide"])
    begun = time.process_time()
    wrong = entry | {"values": entry["values"] | {"title": " ".join(words), "organisations": words}}
    found = [(one["id"], one["field"]) for one in form.ask("check", wrong)]
    assert found == [("too-long", "title"), ("too-long", "organisations")]
    assert form.ask("likes", [{"title": " ".join(words)}, ""]) == []
    told = form.ask("check", entry | {"sections": {"": "someone@example.org " * 3000}})
    assert [one["id"] for one in told].count("personal-email") == 100
    assert time.process_time() - begun < 3
