import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.checkouts import ROOT
from tests.content_case import CASES, change, edit
from tests.files import write_files
from tests.program import Outcome, Toolkit
from toolkit.cache import program
from toolkit.cache.snapshot import Snapshot
from toolkit.content.reader import Content
from toolkit.problems import Problem
from toolkit.validation import by_parts, runner
from toolkit.validation.check import Check
from toolkit.validation.checks import TOGETHER
from toolkit.validation.context import Context, Lists

GUIDE = "prevention/resources/guide.md"
SHELTER = "protection/practices/shelter.md"


@pytest.fixture
def faulty(docs: Path) -> Path:
    """An error in the guide, a notice in the practice."""
    edit(docs / GUIDE, "investigation", "investigaton")
    edit(docs / SHELTER, "https://www.iom", "http://www.iom")
    return docs


def test_valid_content(toolkit: Toolkit) -> None:
    assert toolkit("check") == Outcome(0, "3 entries checked: 0 errors, 0 warnings.\n", "")


def test_problems(toolkit: Toolkit, faulty: Path) -> None:
    found = toolkit("check")
    assert (found.code, found.err) == (1, "")
    assert found.out == (
        'error[unknown-term]: "investigaton" is not a term of the vocabulary "themes".\n'
        "  --> docs/prevention/resources/guide.md:7:10\n"
        "   |\n"
        " 7 | themes: [investigaton]\n"
        '   |          ^^^^^^^^^^^^ did you mean "investigation"?\n'
        "   = help: use a term of docs/vocabularies/themes.yml, or propose one there.\n"
        "   = docs: contribute/checks.html#unknown-term\n"
        "\n"
        'notice[insecure-address]: "http://www.iom.int/shelter" is not a secure address.\n'
        "   --> docs/protection/practices/shelter.md:14:10\n"
        "    |\n"
        " 14 |   - url: http://www.iom.int/shelter\n"
        '    |          ^^^^^^^ try "https://"\n'
        "    = help: use https:// if the site supports it; if not, leave the address as it is.\n"
        "    = docs: contribute/checks.html#insecure-address\n"
        "\n"
        "3 entries checked: 1 error, 0 warnings, 1 notice.\n"
    )


def test_many_notices_do_not_hide_an_error(toolkit: Toolkit, faulty: Path) -> None:
    sources = "".join(f"  - url: http://www.iom.int/{number}\n" for number in range(6))
    edit(faulty / SHELTER, "sources:\n", f"sources:\n{sources}")
    notices = toolkit("check", f"docs/{SHELTER}").out.count("notice[insecure-address]")
    brief = toolkit("check").out
    assert (brief.count("error["), brief.count("notice[insecure-address]")) == (1, 5)
    assert f"More notices: {notices - 5} of insecure-address. `toolkit check --format" in brief
    assert brief.endswith(f"3 entries checked: 1 error, 0 warnings, {notices} notices.\n")
    assert toolkit("check", "--format", "concise").out.count("[insecure-address]") == notices


def test_a_suggestion_does_not_depend_on_files_before(toolkit: Toolkit, docs: Path) -> None:
    others = ", ".join(f"body-{number}" for number in range(600))
    edit(docs / GUIDE, "organisations: [unodc]", f"organisations: [{others}]")
    edit(docs / SHELTER, "organisations: [iom]", "organisations: [iomm]")
    assert 'did you mean "iom"?' in toolkit("check").out


@pytest.mark.parametrize(
    ("arguments", "code", "checked", "ids"),
    [
        ([f"docs/{GUIDE}"], 1, 1, ["unknown-term"]),
        (["docs/prevention"], 1, 2, ["unknown-term"]),
        (["docs/protection/"], 0, 1, ["insecure-address"]),
        (["docs/protection", "docs/prevention"], 1, 3, ["unknown-term", "insecure-address"]),
        (["docs"], 1, 3, ["unknown-term", "insecure-address"]),
        (["docs/vocabularies/themes.yml"], 0, 0, []),
        (["docs/about/../about"], 0, 0, []),
        (["--strict"], 1, 3, ["unknown-term", "insecure-address"]),
        (["--strict", "docs/protection"], 0, 1, ["insecure-address"]),
        (["--exit-zero"], 0, 3, ["unknown-term", "insecure-address"]),
    ],
)
def test_paths_and_codes(
    toolkit: Toolkit, faulty: Path, arguments: list[str], code: int, checked: int, ids: list[str]
) -> None:
    found = toolkit("check", "--format", "json", *arguments)
    report = json.loads(found.out)
    assert (found.code, report["checked"]) == (code, checked)
    assert [problem["id"] for problem in report["problems"]] == ids
    assert found.err.startswith(f"{checked} entries checked" if checked != 1 else "1 entry checked")


def test_absolute_path_and_another_folder(toolkit: Toolkit, faulty: Path) -> None:
    faulty.rename(faulty.with_name("other docs"))
    folder = faulty.with_name("other docs")
    found = toolkit("check", "--docs", "other docs", str(folder / GUIDE))
    assert found.code == 1
    assert "--> other docs/prevention/resources/guide.md:7:10\n" in found.out


def test_a_list_without_terms_offers_none(toolkit: Toolkit, docs: Path) -> None:
    (docs / "vocabularies/exploitation.yml").write_text("[]\n", encoding="utf-8")
    entry = docs / "protection/practices/shelter.md"
    edit(entry, "regions:", "exploitation: [forced-labour]\nregions:", 1)
    said = toolkit("check", entry.as_posix()).out
    assert "error[unknown-term]" in said
    assert "choose from" not in said


def test_whole_content_is_read_for_one_path(toolkit: Toolkit, docs: Path) -> None:
    edit(docs / GUIDE, "themes:", "related: [manual, shelter]\nthemes:")
    assert toolkit("check", f"docs/{GUIDE}").code == 0
    (docs / SHELTER).unlink()
    assert "unknown-entry" in toolkit("check", f"docs/{GUIDE}").out
    assert toolkit("check", "docs/prevention/resources/manual.md").code == 0


def test_link_is_a_path_too(toolkit: Toolkit, docs: Path) -> None:
    (docs / "about/link.md").symlink_to("/etc/hostname")
    found = toolkit("check", "docs/about/link.md")
    assert (found.code, found.out.partition(":")[0]) == (1, "error[unreadable-file]")


def test_day_that_content_is_judged_by(
    toolkit: Toolkit, docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(docs / GUIDE, "year: 2019", "year: 2031")
    assert toolkit("check", "--as-of", "2029-12-31").code == 1
    assert toolkit("check", "--as-of", "2030-01-01").code == 0
    edit(docs / GUIDE, "year: 2031", "year: 2031\nadded: 2026-11-25")
    assert toolkit("check", "--as-of", "9999-12-31").code == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1893456000")
    assert toolkit("check").code == 0
    assert toolkit("check", "--as-of", "2029-12-31").code == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere.md"], 'error: There is no file or folder "nowhere.md".\nhint: '),
        (
            ["prevention/resources/guide.md"],
            'error: There is no file or folder "prevention/resources/guide.md".\n'
            "hint: did you mean docs/prevention/resources/guide.md?",
        ),
        (
            ["docs\\Prevention\\resources\\"],
            'error: There is no file or folder "docs\\Prevention\\resources\\".\n'
            "hint: did you mean docs/prevention/resources?",
        ),
        (
            ["C:\\toolkit\\docs\\prevention\\resources\\*.md"],
            'error: There is no file or folder "C:\\toolkit\\docs\\prevention\\resources\\*.md".\n'
            "hint: name the folder, without *: docs/prevention/resources",
        ),
        (
            ["docs/prevenion/resources/giude.md"],
            'error: There is no file or folder "docs/prevenion/resources/giude.md".\n'
            "hint: did you mean docs/prevention/resources/guide.md?",
        ),
        (
            ["Organisations.yml"],
            'error: There is no file or folder "Organisations.yml".\n'
            "hint: did you mean docs/registers/organisations.yml?",
        ),
        (
            ["--docs", "docs/prevention"],
            'error: "docs/prevention" is not the content folder, but "docs" is.\nhint: ',
        ),
        (["--docs", "."], 'error: "." is not the content folder, but "docs" is.\nhint: '),
        ([".."], 'error: ".." is not in the content folder "docs".\nhint: '),
        (["docs/empty"], 'error: There is nothing to check in "docs/empty".\nhint: '),
        (["--docs", "nowhere"], 'error: There is no folder "nowhere" here.\nhint: '),
        (["--docs", "docs/empty"], 'error: The folder "empty" contains no Markdown file'),
        (["--as-of", "yesterday"], 'error: "yesterday" is not a date.\nhint: '),
        (["--format", "xml"], "Usage: toolkit check"),
        (["--nonsense"], "Usage: toolkit check"),
    ],
)
def test_run_that_can_not_be_done(
    toolkit: Toolkit, faulty: Path, arguments: list[str], words: str
) -> None:
    (faulty / "empty").mkdir()
    found = toolkit("check", *arguments)
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith(words)
    assert "Traceback" not in found.err


def test_wrong_clock(toolkit: Toolkit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "noon")
    found = toolkit("check")
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith('error: SOURCE_DATE_EPOCH is "noon"')
    for command in (("check",), ("new", "resource")):
        assert toolkit(*command, "--help").code == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("command", ["check", "build"])
def test_folder_without_the_right_to_read(toolkit: Toolkit, docs: Path, command: str) -> None:
    (docs.parent / "mkdocs.yml").write_text(
        f"site_name: x\nhooks: [{ROOT / 'hooks/generate.py'}]\n"
        "extra: {languages: [en], exit_url: https://www.wikipedia.org/}\n"
    )
    (docs / "about").chmod(0)
    found = toolkit(command)
    (docs / "about").chmod(0o755)
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith('error: The folder "docs" can\'t be read: Permission denied.\n')


def test_broken_files_keep_no_other_from_being_checked(toolkit: Toolkit, faulty: Path) -> None:
    (faulty / "about/a.md").write_bytes(b"\xff\xfe\x00")
    (faulty / "about/b.md").write_text("---\ntitle: A: b\n---\n")
    (faulty / "vocabularies/audiences.yml").write_text("- id: [")
    os.mkfifo(faulty / "about/c.md")
    ids = [line.partition("]")[0] for line in toolkit("check").out.splitlines() if "]: " in line]
    assert ids == [
        "error[wrong-encoding",
        "error[invalid-yaml",
        "error[unreadable-file",
        "error[unknown-term",
        "notice[insecure-address",
        "error[invalid-yaml",
    ]


def test_colour_only_where_asked_for(toolkit: Toolkit, faulty: Path) -> None:
    assert "\x1b" not in toolkit("check").out


def test_a_second_process_finds_the_same(
    toolkit: Toolkit, faulty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(faulty / GUIDE, "year: 2019", "year: 2019\ntitel: x")
    edit(faulty / SHELTER, "summary: ", "summary: A\u00a0place. ")
    asked = ("check", "--format", "json", "--no-cache")
    alone = toolkit(*asked)
    monkeypatch.setattr(by_parts, "_WORTH_A_PROCESS", 0)
    assert toolkit(*asked) == alone
    found = {problem["severity"] for problem in json.loads(alone.out)["problems"]}
    assert found == {"error", "warning", "notice"}


# A change, the entries that it concerns, and the checks of all that look at what it changes.
THEMES, OFFICES = "vocabularies/themes.yml", "registers/organisations.yml"
LOOKED_UP = {
    "no name": (THEMES, "en: Investigation", "en: Investigations", set(), {"lost-address"}),
    "an id": (
        THEMES,
        "- id: investigation\n",
        "- id: inquiry\n",
        {"guide", "manual"},
        {"lost-address", "taken-address"},
    ),
    "no line": (GUIDE, "year: 2019\n", "year: 2019\n\n", {"guide"}, set()),
    "no office": (
        OFFICES,
        "Office on Drugs",
        "Office for Drugs",
        set(),
        {*TOGETHER[0], "future-act", "lost-address", "stray-register", "unknown-list"}
        | {"foreign-answer"},
    ),
}


@pytest.mark.parametrize("name", LOOKED_UP)
def test_only_what_looked_up_what_changed_is_checked_again(
    toolkit: Toolkit, docs: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path, before, after, concerned, looking = LOOKED_UP[name]
    toolkit("check")
    edit(docs / SHELTER, "summary: ", "\nsummary: ")
    toolkit("check")  # which keeps what still holds
    edit(docs / path, before, after)
    parts: list[by_parts.Part] = []

    def start_on(lists: Lists, content: Content, some: list[by_parts.Part], few: Any) -> Any:
        parts.extend(some)
        return by_parts.start_on(lists, content, some, few)

    def found_by(context: Context, some: Sequence[Check]) -> list[Problem]:
        together.update(check.id for check in some)
        return by_parts.found_by(context, some)

    together: set[str] = set()
    monkeypatch.setattr(runner, "start_on", start_on)
    monkeypatch.setattr(runner, "found_by", found_by)
    kept = toolkit("check", "--format", "json")
    assert {one.texts[0].id for one in parts if one.texts} == concerned
    assert together == looking
    assert kept == toolkit("check", "--format", "json", "--no-cache")


def test_a_run_without_the_cache_leaves_it_alone(toolkit: Toolkit, faulty: Path) -> None:
    (faulty / "about/broken.md").write_bytes(b"---\ntitle: [\n---\n\xff\n")
    cache = faulty.parent / ".cache"
    fresh = toolkit("check", "--no-cache")
    assert (fresh.code, cache.exists()) == (1, False)
    assert toolkit("check") == fresh
    kept = {path: path.read_bytes() for path in cache.rglob("*.kept")}
    assert kept
    edit(faulty / GUIDE, "investigaton", "investigation")
    fixed = toolkit("check", "--no-cache")
    assert "unknown-term" not in fixed.out
    assert {path: path.read_bytes() for path in cache.rglob("*.kept")} == kept
    assert toolkit("check") == fixed


def test_what_other_files_say_about_a_text_and_lists_that_stay_unreadable(
    toolkit: Toolkit, docs: Path
) -> None:
    change(CASES / "checks/outdated-translation/bad-changed.txt", docs.parent)
    (docs / "registers/links.yml").mkdir()
    assert "a text known since 2026-01-02" in toolkit("check").out
    for original in docs.glob("originals/*"):
        edit(original, "2026-01-02", "2026-01-03")
    again = toolkit("check")
    assert "a text known since 2026-01-03" in again.out
    assert again == toolkit("check", "--no-cache")


def test_what_is_no_file_and_becomes_something_else(toolkit: Toolkit, docs: Path) -> None:
    place = docs / "about/news.md"
    place.mkdir()
    assert "This is a folder" in toolkit("check").out
    place.rmdir()
    os.mkfifo(place)
    assert "This is not an ordinary file" in toolkit("check").out


@pytest.mark.parametrize("is_changed", [False, True])
def test_what_is_found_while_the_program_changes_is_not_kept(
    toolkit: Toolkit, faulty: Path, monkeypatch: pytest.MonkeyPatch, *, is_changed: bool
) -> None:
    code = faulty.parent / "program/code.py"
    write_files(faulty.parent, {"program/code.py": b"old"})
    monkeypatch.setattr(program, "PACKAGE", code.parent)
    program.known_program.cache_clear()
    if is_changed:

        def change(_: Snapshot) -> bool:
            code.write_bytes(b"new")
            return True

        monkeypatch.setattr(Snapshot, "holds", property(change))
    toolkit("check")
    monkeypatch.undo()
    program.known_program.cache_clear()
    kept = {one.name.partition("-")[0] for one in faulty.parent.glob(".cache/toolkit/*")}
    assert ("checked" in kept) is not is_changed
    assert ("answers" in kept) is not is_changed


def test_a_cache_that_can_not_be_written_stops_nothing(toolkit: Toolkit, faulty: Path) -> None:
    fresh = toolkit("check", "--no-cache")
    (faulty.parent / ".cache").write_text("no folder")
    assert toolkit("check") == fresh
    assert toolkit("check") == fresh


def test_a_list_that_must_exist_can_be_asked_about(toolkit: Toolkit, docs: Path) -> None:
    file = "docs/vocabularies/themes.yml"
    (docs.parent / file).unlink()
    asked = toolkit("check", "--format", "concise", file)
    assert (asked.code, asked.out.partition(": ")[0]) == (1, f"{file}:1:1")
