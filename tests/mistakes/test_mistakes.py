"""Mistakes of people who write reports, not code: what each is told, where, and how to fix it.

Each row makes one mistake in a valid file. The character ¦ marks where the problem must point, and
the last column is what must be said: the very correction, so that the message alone is enough.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from toolkit.content.reader import read_content
from toolkit.problems import Problem
from toolkit.validation.runner import run_checks

DAY = date(2026, 11, 25)
GUIDE = "prevention/resources/guide.md"
SHELTER = "protection/practices/shelter.md"
TITLE = "title: Guide for labour inspectors"
SUMMARY = "summary: It explains how to recognize forced labour during an inspection."
LANGUAGES = "languages: [en]"
REGIONS = "regions: [south-america]"
SOURCE = "  - url: https://www.iom.int/shelter"
ADDRESS = "url: https://www.unodc.org/guide"
ADDRESS_TO = "url: ¦https://www.unodc.org/guide"
TEXT = "See [the grades](../../about/evidence.md#the-three-grades)."

# File, what stands there, what a person writes instead, the check, and what it must say.
MISTAKES: list[tuple[str, str, str, str, str]] = [
    # The ten usual mistakes with signs.
    (GUIDE, TITLE, "title: Guide¦: a manual", "invalid-yaml", 'title: "Guide: a manual"'),
    (GUIDE, TITLE, "title: “Guide¦: a manual”", "invalid-yaml", 'title: "Guide: a manual"'),
    (GUIDE, TITLE, "¦title:Guide", "invalid-yaml", "title: Guide"),
    (GUIDE, TITLE, 'title: ¦"Guide', "invalid-yaml", 'close it with "'),
    (GUIDE, TITLE, "title: 'Women'¦s guide'", "invalid-yaml", 'title: "Women\'s guide"'),
    (GUIDE, TITLE, "title: ¦@home guide", "invalid-yaml", '"@home guide"'),
    (GUIDE, TITLE, "title: ¦*Guide* for inspectors", "invalid-yaml", '"*Guide* for inspectors"'),
    (GUIDE, TITLE, 'title: "Guide" ¦for inspectors', "invalid-yaml", "'\"Guide\" for inspectors'"),
    (GUIDE, TITLE, "title: [draft] ¦Guide", "invalid-yaml", '"[draft] Guide"'),
    (GUIDE, TITLE, "title: Guide\n  ¦edition: 2", "invalid-yaml", "first letter"),
    (GUIDE, LANGUAGES, "languages: ¦[en, fr", "invalid-yaml", 'close it with "]"'),
    (GUIDE, LANGUAGES, "languages: [en,¦, fr]", "invalid-yaml", "remove the comma"),
    (GUIDE, LANGUAGES, "languages:\n¦\t- en", "invalid-yaml", "use spaces instead of the tab"),
    (GUIDE, LANGUAGES, "languages:¦\u00a0[en]", "invalid-yaml", "type a space"),
    (GUIDE, "---\n\n## Contents", "--\n\n## Contents", "unclosed-front-matter", "---"),
    (GUIDE, "---\ntitle", "¦\n---\ntitle", "missing-front-matter", "first line"),
    # Values that are nearly right.
    (GUIDE, "year: 2019", "year: ¦2019 (2nd ed.)", "invalid-year", "2019"),
    (GUIDE, "year: 2019", "year: ¦'19", "invalid-yaml", "close it with '"),
    (GUIDE, "year: 2019", "year: ¦n.d.", "invalid-year", "unverified"),
    (GUIDE, "type: handbook", "type: ¦Handbook", "unknown-term", 'did you mean "handbook"?'),
    (GUIDE, "themes: [investigation]", "themes: ¦investigation", "wrong-type", "[investigation]"),
    (GUIDE, "themes: [investigation]", "themes: ¦-investigation", "wrong-type", "- investigation"),
    (GUIDE, "themes: [investigation]", "¦theme: [investigation]", "unknown-field", '"themes"?'),
    (GUIDE, LANGUAGES, "languages: [¦English]", "invalid-language", 'did you mean "en"?'),
    (GUIDE, LANGUAGES, "languages: [¦EN]", "invalid-language", 'did you mean "en"?'),
    (
        GUIDE,
        "organisations: [unodc]",
        "organisations: [¦UNODC]",
        "unknown-organisation",
        '"unodc"?',
    ),
    (
        GUIDE,
        "organisations: [unodc]",
        "organizations: [unodc]",
        "unknown-field",
        '"organisations"?',
    ),
    (SHELTER, "countries: [AR]", "countries: [¦UK]", "unknown-country", 'did you mean "GB"?'),
    (SHELTER, "countries: [AR]", "countries: [¦Argentina]", "unknown-country", '"AR"?'),
    (SHELTER, "countries: [AR]", "countries: ¦AR", "wrong-type", "[AR]"),
    (SHELTER, "since: 2014", "since: ¦March 2014", "invalid-year", "2014"),
    (SHELTER, SOURCE, "  - url: ¦www.iom.int/shelter", "invalid-address", "https://www.iom.int/"),
    (SHELTER, SOURCE, "  - url: ¦https://www.iom.int/a b", "invalid-address", "%20"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\n¦type: training", "duplicate-key", "line 4"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\nreview_by: ¦06/2027", "invalid-date", "2027-06"),
    (GUIDE, LANGUAGES, f"{LANGUAGES}\n¦access:", "empty-value", "remove the line"),
    # Traces of a word processor.
    (GUIDE, TITLE, "title: ¦“Guide for inspectors”", "smart-quotes", '"Guide for inspectors"'),
    (GUIDE, TITLE, "title: Guide ¦#5", "cut-value", '"Guide #5"'),
    (GUIDE, TITLE, "title: Guide for¦\u00a0inspectors", "stray-space", "type a space"),
    (GUIDE, TITLE, "title: Guide for in¦\u00adspectors", "zero-width-character", "remove it"),
    (GUIDE, TITLE, "title: ¦GUIDE FOR LABOUR INSPECTORS", "shouted-text", "small letters"),
    (GUIDE, SUMMARY, "summary: ¦A guide for labour inspectors.", "repetitive-summary", "for whom"),
    (GUIDE, TEXT, "¦• One\n\nText", "typed-bullet", 'write "- "'),
    (GUIDE, TEXT, "#### ¦Small heading", "jumped-heading-level", "### Small heading"),
    # Links and what can do harm.
    (GUIDE, TEXT, "Click [¦here](manual.md).", "unclear-link-text", "name of the page"),
    (GUIDE, TEXT, "See [it](¦manual.html).", "broken-link", "manual.md"),
    (GUIDE, TEXT, "See [it](¦http://www.unodc.org).", "refused-link", "https://"),
    (GUIDE, TEXT, "See <¦https://www.unodc.org/>.", "bare-address", "[name of the page](address)"),
    (GUIDE, TEXT, "New ¦<b>guide", "raw-html", "**words**"),
    (GUIDE, TEXT, "Write to ¦j.doe@unodc.org.", "personal-email", "address of an office"),
    (GUIDE, TEXT, "Call ¦+54 11 4555 1234.", "undeclared-telephone", "helplines"),
    (GUIDE, TEXT, "A ¦sex slave", "discouraged-wording", "person trafficked for"),
    (SHELTER, "## Approach", "## ¦Aproach", "wrong-sections", 'did you mean "Approach"?'),
    (SHELTER, REGIONS, "regions: [¦South America]", "unknown-term", '"south-america"?'),
    # One word for another, one value for several.
    (GUIDE, "pillars: [prevention]", "¦pillar: [prevention]", "unknown-field", '"pillars"?'),
    (GUIDE, "year: 2019", "¦Jahr: 2019", "unknown-field", '"year"?'),
    (GUIDE, LANGUAGES, "¦langues: [en]", "unknown-field", '"languages"?'),
    (GUIDE, "summary: It", "¦résumé: It", "unknown-field", '"summary"?'),
    (GUIDE, "url: https", "¦Link: https", "unknown-field", '"url"?'),
    (GUIDE, LANGUAGES, "languages: ¦English and French", "wrong-type", "[English, French]"),
    (GUIDE, LANGUAGES, "languages: [¦English and French]", "invalid-language", "en, fr"),
    (
        GUIDE,
        "[investigation]",
        "¦investigation, shelters",
        "wrong-type",
        "[investigation, shelters]",
    ),
    (
        GUIDE,
        "[investigation]",
        "[¦investigation; shelters]",
        "unknown-term",
        "investigation, shelters",
    ),
    (GUIDE, "[law-enforcement]", "¦law-enforcement]", "wrong-type", "[law-enforcement]"),
    (
        GUIDE,
        "[law-enforcement]",
        "[law-enforcement]¦, [judges]",
        "invalid-yaml",
        "[law-enforcement, judges]",
    ),
    (
        SHELTER,
        REGIONS,
        "regions: ¦south-america\n  - world",
        "wrong-type",
        "[south-america, world]",
    ),
    (SHELTER, "[AR]", "[¦Tanzania, United Republic of]", "unknown-country", '"TZ"?'),
    (SHELTER, "[AR]", "[¦worldwide]", "unknown-country", "regions: [world]"),
    (SHELTER, "[AR]", "[¦South America]", "unknown-country", "regions: [south-america]"),
    (SHELTER, "[AR]", "¦Argentina and Chile", "wrong-type", "[Argentina, Chile]"),
    (
        SHELTER,
        "evidence: reported",
        "evidence: ¦good",
        "unknown-term",
        "evaluated, reported, promising",
    ),
    (
        GUIDE,
        "[unodc]",
        "[¦United Nations Office on Drugs and Crime]",
        "unknown-organisation",
        '"unodc"?',
    ),
    (GUIDE, ADDRESS, f"{ADDRESS_TO} and https://www.iom.int/", "invalid-address", "one address"),
    (
        GUIDE,
        ADDRESS,
        "url: ¦“https://www.unodc.org/guide”",
        "invalid-address",
        "write https://www.unodc.org",
    ),
    # Lines that are nearly right.
    (GUIDE, "level: global", "¦level = global", "invalid-yaml", "level: global"),
    (GUIDE, "level: global", "¦level： global", "invalid-yaml", "level: global"),
    (GUIDE, "level: global", '"level": "global"¦,', "invalid-yaml", "remove the comma"),
    (GUIDE, SUMMARY, "summary: ¦- It explains it.", "invalid-yaml", '"- It explains it."'),
    (GUIDE, "[investigation]", "¦- investigation", "invalid-yaml", "[investigation]"),
    (GUIDE, TITLE, "title: ¦'Tis the guide", "invalid-yaml", 'title: "\'Tis the guide"'),
    (GUIDE, TITLE, "title: ¦!Attention", "refused-yaml", '"!Attention"'),
    (GUIDE, TITLE, "title: ¦%50 of them", "invalid-yaml", '"%50 of them"'),
    (
        GUIDE,
        "---\n\n## Contents",
        " ¦---\n\n## Contents",
        "unclosed-front-matter",
        "beginning of the line",
    ),
    (
        GUIDE,
        "---\n\n## Contents",
        "¦———\n\n## Contents",
        "unclosed-front-matter",
        "beginning of the line",
    ),
    (GUIDE, "---\n\n## Contents", "\n## Contents", "unclosed-front-matter", "below line 13"),
    (GUIDE, "## Contents", "¦---\ntitle: Old\n---\n", "repeated-front-matter", "remove"),
    # Lists and addresses that are none.
    (GUIDE, TEXT, "It has two parts:\n¦- one\n- two", "unseparated-list", "blank line"),
    (GUIDE, TEXT, "¦1) Shelter", "typed-bullet", '"1."'),
    (GUIDE, TEXT, "See ¦www.unodc.org.", "bare-address", "[name of the page](address)"),
    (GUIDE, TEXT, "See [it] (¦https://www.unodc.org).", "bare-address", "remove the space"),
    (
        SHELTER,
        "Forty families stayed.",
        "*¦To be written: results.*",
        "unfinished-text",
        "write it",
    ),
]


def problems_of(docs: Path, file: str, old: str, new: str) -> tuple[list[Problem], tuple[int, int]]:
    """The problems of a file with a mistake, and where the character ¦ was."""
    path = docs / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    marked = text.replace(old, new)
    before = marked.partition("¦")[0] if "¦" in marked else ""
    path.write_text(marked.replace("¦", ""), encoding="utf-8")
    problems = run_checks(read_content(docs), DAY)
    return problems, (before.count("\n") + 1, len(before) - before.rfind("\n"))


@pytest.mark.parametrize(("file", "old", "new", "check", "said"), MISTAKES)
def test_mistake(docs: Path, file: str, old: str, new: str, check: str, said: str) -> None:
    problems, place = problems_of(docs, file, old, new)
    assert [problem.id for problem in problems] == [check]
    finding = problems[0].finding
    words = f"{finding.message} {finding.label} {finding.hint}"
    assert said in words
    if "¦" in new:
        assert (finding.location.line, finding.location.column) == place, words


def test_one_fault_one_problem(docs: Path) -> None:
    """Each of these would follow from the fault if it were not held back."""
    file = docs / GUIDE
    for old, new in (
        (TITLE, "Titel: Guide for labour inspectors"),
        ("organisations: [unodc]", "publisher: [unodc]"),
        (SUMMARY, "description: It explains it."),
        (LANGUAGES, "Sprachen: [en]"),
    ):
        text = file.read_text(encoding="utf-8")
        problems, _ = problems_of(docs, GUIDE, old, new)
        assert [problem.id for problem in problems] == ["unknown-field"], new
        file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "folder"),
    [(GUIDE, "protection/practices"), (SHELTER, "prevention/resources")],
)
def test_entry_among_those_of_the_other_kind(docs: Path, file: str, folder: str) -> None:
    (docs / file).rename(docs / folder / "moved.md")
    (found,) = run_checks(read_content(docs), DAY)
    assert found.id == "wrong-folder"
    assert found.finding.hint == f"move the file to docs/{file.rpartition('/')[0]}/."


def test_there_are_enough() -> None:
    assert len(MISTAKES) >= 40
