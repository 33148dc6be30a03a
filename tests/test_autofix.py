"""`toolkit check --fix`: fixes what is clear, keeps the rest, and leaves itself nothing to do."""

import re
import shutil
import stat
from contextlib import suppress
from functools import partial
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.content_case import CASES, DAY, change, edit, lay_case
from tests.files import files_of, write_files
from tests.program import Toolkit
from toolkit.autofix import changed_text, everything, fix, fixed_text, write_over
from toolkit.cli import reading
from toolkit.content.reader import Content, read_content
from toolkit.problems import Finding, Fix, Problem, Severity, ToolkitError
from toolkit.source import Location, SourceFile
from toolkit.translations.source import source_digest
from toolkit.validation import runner

GUIDE = "prevention/resources/guide.md"
TITLE = "title: Guide for labour inspectors\n"


def fix_all(docs: Path) -> list[list[str]]:
    return fix(docs, DAY, runner.known_paths, partial(everything, docs, DAY))


def fixed(docs: Path, old: str, new: str) -> str:
    """The guide with `new` in place of `old`, after the autofix."""
    path = docs / GUIDE
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_bytes(text.replace(old, new).encode())
    fix_all(docs)
    assert fix_all(docs) == [], "a second run changes nothing"
    return path.read_bytes().decode()


FIXED: list[tuple[str, str, str | None]] = [
    ("---\ntitle", "\ufeff---\ntitle", "---\ntitle"),
    (TITLE, "title: Guide: a manual\n", 'title: "Guide: a manual"\n'),
    (TITLE, "title: “Guide: a manual”\n", 'title: "Guide: a manual"\n'),
    (TITLE, "title: “Guide”\n", 'title: "Guide"\n'),
    (TITLE, "title: Guide: the Council'\n", 'title: "Guide: the Council"\n'),
    (TITLE, "title: Guide: the workers'\n", 'title: "Guide: the workers\'"\n'),
    (TITLE, "title: “A: b” and “c”\n", "title: '“A: b” and “c”'\n"),
    (TITLE, "title: A: the \"b\" and 'c'\n", "title: 'A: the \"b\" and ''c'''\n"),
    (TITLE, "title:Guide\n", "title: Guide\n"),
    (TITLE, "title:\u00a0Guide\n", "title: Guide\n"),
    (TITLE, "\u00a0title: Guide\n", "title: Guide\n"),
    (
        "themes: [investigation]\naudiences",
        "themes:\n  - investigation\n\u00a0audiences",
        "themes:\n  - investigation\naudiences",
    ),
    (TITLE, "title: Guide\u00a0for\u2003all\n", "title: Guide for all\n"),
    (TITLE, "title: Gui\u00adde for\u200b all\n", "title: Guide for all\n"),
    (TITLE, "title: Gui\ufeffde\n", "title: Guide\n"),
    (TITLE, "title:\tGuide\t\n", "title: Guide\n"),
    (TITLE, "title: Guide   \n", "title: Guide\n"),
    (TITLE, "title: Guide\r\n", "title: Guide\n"),
    ("regions: [world]\n", "regions: [world]\ncountries: [UK, gb, France]\n", None),
    ("regions: [world]\n", "regions: [world]\ncountries: ['UK']\n", None),
    ("languages: [en]", "languages: [English, FR, chinese]", "languages: [en, fr, zh]"),
    ("languages: [en]", "languages:\n\t- en", "languages:\n  - en"),
    ("languages: [en]", "languages:\n-\u00a0en", "languages:\n- en"),
    (
        "languages: [en]",
        "languages: [en]\nfiles:\n\t- language: en\n\t  url: https://www.unodc.org/a",
        "languages: [en]\nfiles:\n  - language: en\n    url: https://www.unodc.org/a",
    ),
    *(
        (
            "languages: [en]",
            f"languages: [en]\nfiles:\n  - language: en\n{typed}url: https://www.unodc.org/a",
            "languages: [en]\nfiles:\n  - language: en\n    url: https://www.unodc.org/a",
        )
        for typed in ("\t", "\t\t", "\u00a0    ", "\u00a0\u00a0\u00a0\u00a0")
    ),
    (
        "summary: It explains how to recognize forced labour during an inspection.\n",
        "summary: >-\n  It explains how to recognize forced labour\n\tduring an inspection.\n",
        "summary: >-\n  It explains how to recognize forced labour\n  during an inspection.\n",
    ),
    ("languages: [en]", "languages: [“en”, «French»]", "languages: [en, fr]"),
    (
        "languages: [en]",
        "languages: [en]\npartners: [One, “Two, three”]",
        'languages: [en]\npartners: [One, "Two, three"]',
    ),
    ("## Contents", "\u200f\ufeff ## Contents", "## Contents"),
    ("See [the", "1.\u00a0See [the", "1. See [the"),
    ("See [the", "-\u3000See\u3000[the", "- See\u3000[the"),
    ("See [the", "Eﬃcient oﬀices. See [the", "Efficient offices. See [the"),
    (
        "url: https://www.unodc.org/guide",
        "url: https://www.unodc.org/guide?utm_source=mail&page=2",
        "url: https://www.unodc.org/guide?page=2",
    ),
    (
        "See [the grades](../../about/evidence.md#the-three-grades).",
        "See [the work](https://www.unodc.org/a?fbclid=x 'here') of 2019.",
        "See [the work](https://www.unodc.org/a 'here') of 2019.",
    ),
    ("themes: [investigation]", "themes: [Investigation]", "themes: [investigation]"),
    ("level: global", "level: Global", "level: global"),
    ("organisations: [unodc]", "organisations: [UNODC]", "organisations: [unodc]"),
    ("## Contents", "## Con\u200btents", "## Contents"),
    ("## Contents", "## Con\u202etents\u202c", "## Contents\u202c"),
    ("## Contents", "## Contents\x0band\u2028more", "## Contents and more"),
]


LEFT = [
    (TITLE, "title: Guide #5: a manual\n"),
    (TITLE, "title: Guide: a manual\n  in two lines\n"),
    (TITLE, "titel: Guide: a manual\n"),
    (TITLE, "title: [Guide\n"),
    (TITLE, "title: Guide #5\n"),
    (TITLE, "title: '“Guide”'\n"),
    ("regions: [world]\n", "regions: [world]\ncountries: [Germny, Congo, Korea]\n"),
    ("languages: [en]", "languages: [UK, Englisch, SE, en-fr, EN_ES, malayo]"),
    ("themes: [investigation]", "themes: [investigaton]"),
    ("themes: [investigation]", "themes: [Victim services]"),
    ("## Contents", "##\u00a0Contents"),
    ("## Contents", "• one\n• two  \n\ttab"),
    ("year: 2019", "year: 2019 (2nd ed.)"),
    ("url: https://www.unodc.org/guide", "url: http://www.unodc.org/guide"),
    ("summary: It", "summary: >-  \n  It  \n  has"),
]


def test_what_is_clear_is_fixed_and_the_rest_left_to_people(docs: Path) -> None:
    """All at once: each case is a guide of its own."""
    guide = (docs / GUIDE).read_text(encoding="utf-8")
    expected: dict[Path, str] = {}
    for n, (old, wrong, right) in enumerate([*FIXED, *((old, new, new) for old, new in LEFT)]):
        if right is None:
            right = wrong.replace("UK, gb, France", "GB, GB, FR").replace("'UK'", "'GB'")
        assert guide.count(old) == 1
        path = docs / f"prevention/resources/guide-{n}.md"
        path.write_bytes(guide.replace(old, wrong).encode())
        expected[path] = guide.replace(old, right)
    fix_all(docs)
    assert fix_all(docs) == [], "a second run changes nothing"
    assert {path: path.read_bytes().decode() for path in expected} == expected


def test_an_id_that_is_mistyped_in_its_register_is_not_written_in_every_entry(docs: Path) -> None:
    register = docs / "registers/organisations.yml"
    edit(register, "id: unodc\n", "id: undoc\n")
    before = (docs / GUIDE).read_bytes()
    assert fix_all(docs) == []
    assert (docs / GUIDE).read_bytes() == before


def test_ids_follow_an_entry_that_was_renamed(docs: Path) -> None:
    shelter = docs / "protection/practices/shelter.md"
    edit(shelter, "organisations:", "aliases: [protection/practices/refuge]\norganisations:")
    questions = docs / "registers/questions.yml"
    questions.write_text("refuge:\n  - a refuge for families\n", encoding="utf-8")
    after = fixed(docs, "regions: [world]\n", "regions: [world]\nrelated: ['refuge', manual]\n")
    assert "\nrelated: ['shelter', manual]\n" in after
    assert questions.read_text(encoding="utf-8") == "shelter:\n  - a refuge for families\n"


def test_an_id_is_not_written_where_it_says_nothing_new(docs: Path) -> None:
    shelter = docs / "protection/practices/shelter.md"
    aliases = "aliases: [protection/practices/refuge]\nrelated: [refuge]"
    edit(shelter, "organisations:", f"{aliases}\norganisations:")
    beside = "related: [shelter, refuge]"
    assert beside in fixed(docs, "regions: [world]\n", f"regions: [world]\n{beside}\n")
    assert "related: [refuge]" in shelter.read_text(encoding="utf-8")


def test_an_id_is_not_written_for_each_of_those_that_became_one(docs: Path) -> None:
    aliases = "aliases: [protection/practices/refuge, protection/practices/house]"
    edit(docs / "protection/practices/shelter.md", "themes:", f"{aliases}\nthemes:")
    related = "regions: [world]\nrelated: [{}, house]\n".format
    assert related("shelter") in fixed(docs, "regions: [world]\n", related("refuge"))


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("../../protection/practices/refuge.md#x", "../../protection/practices/shelter.md#x"),
        ("../../about/evidence.html", "../../about/evidence.md"),
        ("/about/evidence.md?x#", "../../about/evidence.md?x#"),
        ("..\\..\\about\\evidence.md", "../../about/evidence.md"),
        (
            "<../../about/evidence.html#the-three-grades>",
            "<../../about/evidence.md#the-three-grades>",
        ),
        ("../../about/evidense.md", "../../about/evidense.md"),
        ("../../protection/practices/house.md", "../../protection/practices/house.md"),
    ],
)
def test_a_link_that_can_mean_only_one_page_leads_there(
    docs: Path, written: str, right: str
) -> None:
    shelter = docs / "protection/practices/shelter.md"
    aliases = "[protection/practices/refuge, protection/practices/house]"
    edit(shelter, "organisations:", f"aliases: {aliases}\norganisations:")
    manual = docs / "prevention/resources/manual.md"
    edit(manual, "organisations:", "aliases: [protection/practices/house]\norganisations:")
    link = "(../../about/evidence.md#the-three-grades)"
    assert f"See [the grades]({right}) " in fixed(docs, f"{link}.", f"({written}) first.")


def test_translations_stay_up_to_date(toolkit: Toolkit, docs: Path) -> None:
    change(CASES / "checks/other-choices/good-same.txt", docs.parent)
    old = docs / "prevention/resources/manual.md"
    edit(old, "themes:", "aliases: [prevention/resources/manual]\nthemes:")
    old.rename(old.with_name("inspection-manual.md"))
    toolkit("check", "--fix")
    after = toolkit("check", "--strict")
    assert (after.code, after.out) == (0, "3 entries checked: 0 errors, 0 warnings.\n")
    assert [path.name for path in docs.glob("originals/*")] == [
        f"{source_digest(task)[7:]}.json" for task in read_content(docs).tasks
    ]


def test_with_a_cache_the_same_is_fixed(
    toolkit: Toolkit, docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also if a file has more of a kind than can be shown in all rounds."""
    monkeypatch.setattr(runner, "MOST_OF_A_KIND", 2)
    text = (docs / GUIDE).read_text(encoding="utf-8") + "\n" + "An i\u200btem.\n" * 60
    (docs / GUIDE).write_text(text, encoding="utf-8")
    edit(docs / "prevention/resources/manual.md", "title: ", "title:\u00a0")
    shutil.copytree(docs, docs.parent / "without/docs")
    toolkit("check")
    done = toolkit("check", "--fix")
    monkeypatch.chdir(docs.parent / "without")
    assert toolkit("check", "--fix", "--no-cache") == done
    assert files_of(docs.parent / "without/docs") == files_of(docs)
    assert "\u200b" not in (docs / GUIDE).read_text(encoding="utf-8")


def test_tasks_stay_in_step_with_their_entries(toolkit: Toolkit, docs: Path) -> None:
    change(CASES / "checks/other-choices/good-same.txt", docs.parent)
    edit(docs / GUIDE, TITLE, "title: “Guide for labour inspectors”\n")
    toolkit("tasks", "stamp", "--all")
    task = docs / "tasks/inspect-a-workplace.md"
    stamped = task.read_text(encoding="utf-8")
    fixed = toolkit("check", "--fix", "--strict", f"docs/{GUIDE}")
    assert fixed.out.endswith("1 entry checked: 0 errors, 0 warnings.\n")
    assert toolkit("check", "--strict").code == 0
    assert task.read_text(encoding="utf-8") != stamped


def test_a_fix_in_the_place_of_a_stamp_comes_after_it(toolkit: Toolkit, docs: Path) -> None:
    change(CASES / "checks/other-choices/good-same.txt", docs.parent)
    task, translation = (docs / f"tasks/inspect-a-workplace{end}.md" for end in ("", ".fr"))
    edit(task, "Inspect a workplace", "“Inspect a workplace”")
    toolkit("translation", "stamp", "docs/tasks/inspect-a-workplace.fr.md")

    def read() -> tuple[Content, list[Problem]]:
        content, problems = everything(docs, DAY)
        (source,) = (one.source for one in content.translations)
        place = source.at_line(source.lines.index("reviewed: false") + 2)
        line = source.line(place.line)
        remarked = Fix(place, line if "#" in line else f"{line} # It's the whole text.")
        return content, [
            *problems,
            Problem("x", Severity.WARNING, Finding("", place, fixes=(remarked,))),
        ]

    fix(docs, DAY, runner.known_paths, read)
    (now,) = read_content(docs).tasks
    said = f"\nsource_digest: {source_digest(now)} # It's the whole text.\n"
    assert said in translation.read_text(encoding="utf-8")


@pytest.mark.parametrize("is_killed", [False, True])
def test_what_a_run_that_is_cut_off_leaves_is_completed(
    toolkit: Toolkit, docs: Path, monkeypatch: pytest.MonkeyPatch, *, is_killed: bool
) -> None:
    change(CASES / "checks/other-choices/good-same.txt", docs.parent)
    edit(docs / GUIDE, TITLE, "title: “Guide for labour inspectors”\n")
    edit(docs / "prevention/resources/manual.md", "title: ", "title:\u00a0")
    edit(docs / "tasks/inspect-a-workplace.md", "Inspect a workplace", "“Inspect a workplace”")
    toolkit("tasks", "stamp", "--all")
    toolkit("translation", "stamp", "docs/tasks/inspect-a-workplace.fr.md")
    before = files_of(docs)
    replace, unlink, last, number = Path.replace, Path.unlink, -1, 0

    def cut_off(new: Path, target: Path) -> Path:
        nonlocal number
        number += target.is_relative_to("docs")
        if number == last:
            raise KeyboardInterrupt
        return replace(new, target)

    def put_back(file: Path, *, missing_ok: bool = False) -> None:
        if is_killed and number == last:
            raise KeyboardInterrupt
        unlink(file, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "replace", cut_off)
    assert toolkit("check", "--fix", "--strict").code == 0
    after, every = files_of(docs), number
    assert every == 5
    monkeypatch.setattr(Path, "unlink", put_back)
    for one in range(1, every + 1):
        shutil.rmtree(docs)
        write_files(docs, before)
        last, number = one, 0
        with suppress(KeyboardInterrupt):
            toolkit("check", "--fix")
        if not is_killed:
            assert files_of(docs) == before
        last = -1
        assert toolkit("check", "--fix", "--strict").code == 0
        now = files_of(docs)
        assert {name: now[name] for name in after} == after
        # What was kept, and what is not complete, may stay.
        more = [name for name in now.keys() - after.keys() if ".toolkit-new-" not in name]
        assert all(name.startswith("originals/") for name in more)


def test_what_somebody_types_while_kept_findings_are_fixed_is_kept(
    toolkit: Toolkit, docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(docs / GUIDE, "title: ", "title:\u00a0")
    toolkit("check")
    read = reading.content_of

    def read_and_type(folder: Path) -> Content:
        if "# Typed" not in (docs / GUIDE).read_text(encoding="utf-8"):
            edit(docs / GUIDE, "title:", "# Typed meanwhile.\ntitle:")
        return read(folder)

    monkeypatch.setattr(reading, "content_of", read_and_type)
    outcome = toolkit("check", "--fix")
    assert (outcome.code, outcome.out) == (2, "")
    assert 'guide.md" was changed while' in outcome.err
    text = (docs / GUIDE).read_text(encoding="utf-8")
    assert text.startswith("---\n# Typed meanwhile.\ntitle:\u00a0")


def test_what_was_fixed_is_shown_if_the_run_ends_early(docs: Path) -> None:
    edit(docs / GUIDE, "title: ", "title:\u00a0")
    first = everything(docs, DAY)
    shown: list[list[str]] = []
    with pytest.raises(StopIteration):
        fix(docs, DAY, runner.known_paths, partial(next, iter([first])), shown.append)
    assert [lines[0] for lines in shown] == [f"--- docs/{GUIDE}"]


def test_a_former_id_that_two_tasks_claim_is_left_alone(tmp_path: Path) -> None:
    docs = lay_case(CASES / "checks/unknown-task/bad-former.txt", tmp_path)
    first, other = (
        docs / f"tasks/{id_}.md" for id_ in ("inspect-a-workplace", "interview-a-child")
    )
    before = first.read_text(encoding="utf-8")
    (docs / "tasks/interview-a-witness.md").write_bytes(other.read_bytes())
    fix_all(docs)
    assert first.read_text(encoding="utf-8") == before
    (docs / "tasks/interview-a-witness.md").unlink()
    fix_all(docs)
    assert "related: [interview-a-child]" in first.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("DeepL", "machine"), ("MT", "machine"), ("DeepL, read by A. Lee", "DeepL, read by A. Lee")],
)
def test_who_read_a_translation_is_not_lost(tmp_path: Path, typed: str, kept: str) -> None:
    docs = lay_case(CASES / "checks/program-as-translator/bad-names.txt", tmp_path)
    path = docs / "about/evidence.fr.md"
    edit(path, "DeepL Pro (2026)", typed)
    fix_all(docs)
    assert f"translator: {kept}\n" in path.read_text(encoding="utf-8")


def test_other_encodings_are_left_alone(docs: Path) -> None:
    data = b"\xef\xbb\xbf---\r\ntitle: caf\xe9\nsummary: x  \n---\r\n"
    (docs / "about/latin.md").write_bytes(data)
    assert fix_all(docs) == []
    assert (docs / "about/latin.md").read_bytes() == data


def test_command(toolkit: Toolkit, docs: Path) -> None:
    path = docs / GUIDE
    path.write_bytes(path.read_bytes().replace(b"title: Guide", "title:\u00a0Guide:".encode()))
    path.chmod(0o640)
    other = docs / "about/evidence.md"
    other.write_bytes(b"\xef\xbb\xbf" + other.read_bytes())
    outcome = toolkit("check", "--fix", "docs/prevention")
    assert outcome.code == 0
    assert outcome.out.startswith("--- docs/prevention/resources/guide.md\n+++ docs/")
    assert '+title: "Guide: for labour inspectors"\n' in outcome.out
    assert "-title:\u00a0Guide: for" in outcome.out, "not the text between two rounds"
    assert outcome.out.endswith("2 entries checked: 0 errors, 0 warnings.\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert other.read_bytes().startswith(b"\xef\xbb\xbf"), "only what was chosen is fixed"
    again = toolkit("check", "--fix", "docs/prevention")
    assert again.out == "2 entries checked: 0 errors, 0 warnings.\n"
    assert not list(docs.rglob(".autofix-*"))


def test_command_for_programs(toolkit: Toolkit, docs: Path) -> None:
    other = docs / "about/evidence.md"
    other.write_bytes(b"\xef\xbb\xbf" + other.read_bytes())
    outcome = toolkit("check", "--fix", "--format", "json")
    assert outcome.out.startswith("{")
    assert "+++ docs/about/evidence.md" in outcome.err


def test_overlapping_fixes() -> None:
    source = SourceFile("x.md", "abc\ndef", has_mark=True)
    fixes = [
        Fix(Location(source, 1, 0, 1, 1), ""),
        Fix(source.at(1, 1, 2), "X"),
        Fix(source.at(1, 2, 2), "Y"),
        Fix(Location(source, 1, 4, 2, 1), " "),
        Fix(source.at(9, 9, 9), "!"),
    ]
    assert fixed_text(source, fixes) == "Xc def!"


@pytest.mark.parametrize(
    ("line", "new"),
    [(3, "  year: 2020\n"), (3, "year: [\n"), (2, "|\n"), (4, "  year: 2020\n"), (4, "---\n")],
)
def test_a_change_that_would_lose_something_else_is_refused(line: int, new: str) -> None:
    source = SourceFile("docs/x.md", "---\ntitle: a\nsummary: >-\n  b\nnote: c\n---\nText\n")
    with pytest.raises(ToolkitError, match=r"docs/x.md:\d is written in a way that this command"):
        changed_text(source, [Fix(source.at(line), new)])
    fixes = [Fix(source.at(2, 8, 1), "d"), Fix(source.at(5), "year: 2020\n")]
    assert "title: d\nsummary: >-\n  b\nyear: 2020\nnote: c\n" in changed_text(source, fixes)


def test_new_lines_end_like_the_others() -> None:
    source = SourceFile("x.md", "a\r\nb\r\n")
    assert fixed_text(source, [Fix(source.at(2), "new\nand\r\n")]) == "a\r\nnew\r\nand\r\nb\r\n"


@pytest.mark.parametrize("is_link", [False, True])
def test_what_somebody_changed_meanwhile_is_kept(tmp_path: Path, *, is_link: bool) -> None:
    path = tmp_path / "x.md"
    (tmp_path / "other.md").write_bytes(b"old")
    path.symlink_to("other.md") if is_link else path.write_bytes(b"typed meanwhile")
    with pytest.raises(ToolkitError, match="was changed while it was being fixed"):
        write_over(path, b"old", b"new")
    assert path.read_bytes() == (b"old" if is_link else b"typed meanwhile")
    assert path.is_symlink() == is_link


@pytest.mark.parametrize("typed", ["\t", "\u00a0"])
@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("registers/organisations.yml", "    fr: Office des Nations Unies"),
        ("registers/organisations.yml", "  membership:"),
        ("registers/organisations.yml", "  maintainers:"),
        ("registers/instruments.yml", "  articles:"),
        ("registers/instruments.yml", "    - number: II"),
        ("vocabularies/themes.yml", "  broader: victim-services"),
        (GUIDE, "  manual: It is shorter."),
    ],
)
def test_indent_of_a_line_among_others(docs: Path, name: str, line: str, typed: str) -> None:
    """Where a tab leaves open where it began, the line stays as it is."""
    change(Path(__file__).parent / "mistakes/lists.txt", docs.parent)
    edit(
        docs / GUIDE, "level: global\n", "level: global\ndistinct_from:\n  manual: It is shorter.\n"
    )
    path = docs / name
    before = path.read_text("utf-8")
    indent = typed if typed == "\t" else typed * (len(line) - len(line.lstrip()))
    edit(path, f"\n{line}", f"\n{indent}{line.lstrip()}", 1)
    wrong = path.read_text("utf-8")
    fix_all(docs)
    assert path.read_text("utf-8") == (wrong if typed == "\t" and "maint" in line else before)


# Without line and paragraph separators: with one, YAML ends the line, and nothing can be read.
PLAIN = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Co", "Cn", "Zl", "Zp"]),
    max_size=40,
)


@settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(title=PLAIN, partner=PLAIN, end=st.sampled_from(["\n", "\r\n"]), body=st.text(max_size=60))
def test_valid_facts_keep_their_values(
    docs: Path, title: str, partner: str, end: str, body: str
) -> None:
    """Whatever reads without these errors and warnings is the same after the autofix."""
    lines = [
        *("---", f"title: {_quoted(title)}", f"partners: [{_quoted(partner)}]"),
        *("summary: >-", "  It is  ", "  long.", "---", body),
    ]
    path = docs / GUIDE
    path.write_bytes(end.join(lines).encode("utf-8", "replace"))
    first = _values(docs)
    fix_all(docs)
    after = path.read_bytes()
    second = _values(docs)
    # A value consisting only of such characters is then empty, and reported as empty.
    assert [*filter(None, map(_folded, first))] == [*filter(None, map(_folded, second))]
    assert fix_all(docs) == []
    assert path.read_bytes() == after


def _quoted(text: str) -> str:
    return "'{}'".format(text.replace("'", "''"))


def _values(docs: Path) -> list[str]:
    document = read_content(docs).by_id["guide"]
    return [leaf.text for leaf in document.leaves]


_INVISIBLE = (
    r"\u00ad\u034f\u180e\u200b-\u200d\u202d\u202e\u2060-\u2064\u2066-\u2069"
    r"\u3164\ufeff\uffa0\ufff9-\ufffc\U000e0000-\U000e007f"
)
_LATIN = str.maketrans("асеорхуіјѕАВСЕНКМОРТХІЈЅ", "aceopxyijsABCEHKMOPTXIJS")


def _folded(text: str) -> str:
    """Without what nobody sees: widths of letters and spaces, ligatures, look-alikes."""
    text = re.sub(f"[{_INVISIBLE}]", "", text)
    text = re.sub("[\ufb00-\ufb06Ａ-Ｚａ-ｚ]", lambda found: normalize("NFKC", found[0]), text)
    text = text.translate(_LATIN)
    return " ".join(text.split())
