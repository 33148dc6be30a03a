"""Mistakes of people who write reports, not code: what is reported, where, and how to fix it.

Each row makes one mistake in a valid file. The character ¦ marks where the problem must point, and
the last column is what must be said: the exact correction, so that the message alone is enough.
"""

import json
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.content_case import CASES, DAY, change, edit, lay_image
from tests.mistakes import in_addresses, in_codes, in_lines, in_texts, in_values
from tests.mistakes.places import (
    GUIDE,
    LANGUAGES,
    SHELTER,
    SUMMARY,
    TEXT,
    TITLE,
)
from tests.validation.again import problems_in
from toolkit.autofix import everything, fix
from toolkit.content.reader import read_content
from toolkit.problems import Problem
from toolkit.recognition.digest import PREFIX, digest_of
from toolkit.translations.source import canonical_source, kept_file, source_digest
from toolkit.validation.runner import known_paths

MISTAKES = [
    *in_lines.MISTAKES,
    *in_values.MISTAKES,
    *in_codes.MISTAKES,
    *in_addresses.MISTAKES,
    *in_texts.MISTAKES,
]


def problems_of(docs: Path, file: str, old: str, new: str) -> tuple[list[Problem], tuple[int, int]]:
    """The problems of a file with a mistake, and where the character ¦ was."""
    path = docs / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    marked = text.replace(old, new)
    before = marked.partition("¦")[0] if "¦" in marked else ""
    path.write_text(marked.replace("¦", ""), encoding="utf-8")
    problems = problems_in(read_content(docs))
    return problems, (before.count("\n") + 1, len(before) - before.rfind("\n"))


def assert_told(docs: Path, file: str, old: str, new: str, check: str, said: str) -> None:
    """A mistake gives one problem, in the right place and with the right words."""
    problems, place = problems_of(docs, file, old, new)
    assert [problem.id for problem in problems] == [check]
    finding = problems[0].finding
    words = f"{finding.message} {finding.label} {finding.hint}"
    assert said in words
    if "¦" in new:
        assert (finding.location.line, finding.location.column) == place, words


@pytest.mark.parametrize(("file", "old", "new", "check", "said"), MISTAKES)
def test_mistake(docs: Path, file: str, old: str, new: str, check: str, said: str) -> None:
    assert_told(docs, file, old, new, check, said)


def test_a_link_without_words_is_no_section(docs: Path) -> None:
    typed = "## [](https://www.iom.int/shelter)\n\nText.\n\n## Conditions"
    problems, _ = problems_of(docs, SHELTER, "## Conditions", typed)
    assert {one.id for one in problems} == {"unclear-link-text", "wrong-sections"}


def test_one_fault_one_problem(docs: Path) -> None:
    """Each of these would cause further problems if they were not held back."""
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
    ("pattern", "line", "check", "label"),
    [
        (r"^(?=\w)", "- ", "wrong-type", f"write {TITLE}, and the other lines in the same way"),
        (": ", "：", "wrong-type", f"write {TITLE}, and the other lines in the same way"),
        (": ", " = ", "wrong-type", f"write {TITLE}, and the other lines in the same way"),
        (
            r"\A---\n|^(?=\w)",
            lambda found: f"{found[0]}entry:\n" if found[0] else "  ",
            "unknown-field",
            "remove this line, and the spaces before each line below",
        ),
    ],
)
def test_all_fields_in_another_way(
    docs: Path, pattern: str, line: str | Callable[[re.Match[str]], str], check: str, label: str
) -> None:
    file = docs / GUIDE
    _, fields, body = file.read_text(encoding="utf-8").split("---\n")
    changed = re.sub(pattern, line, f"---\n{fields}", flags=re.MULTILINE).removeprefix("---\n")
    file.write_text(f"---\n{changed}---\n{body}", encoding="utf-8")
    (found,) = problems_in(read_content(docs))
    assert (found.id, found.finding.label) == (check, label)
    assert found.finding.location.line == 2


@pytest.mark.parametrize(
    ("file", "folder"),
    [(GUIDE, "protection/practices"), (SHELTER, "prevention/resources")],
)
def test_entry_among_those_of_the_other_kind(docs: Path, file: str, folder: str) -> None:
    (docs / file).rename(docs / folder / "moved.md")
    (found,) = problems_in(read_content(docs))
    assert found.id == "wrong-folder"
    assert found.finding.hint == f"move the file to docs/{file.rpartition('/')[0]}/."


@pytest.mark.parametrize(
    ("name", "check"),
    [
        ("guide.fr.md", "missing-field"),
        ("guide.french.md", "invalid-file-name"),
        ("guide.FR.md", "invalid-file-name"),
        ("guide_fr.md", "invalid-file-name"),
        ("fr/guide.md", "misplaced-file"),
        ("French/guide.md", "misplaced-file"),
    ],
)
def test_copy_that_was_to_be_translated(docs: Path, name: str, check: str) -> None:
    copy = (docs / GUIDE).parent / name
    copy.parent.mkdir(exist_ok=True)
    copy.write_bytes((docs / GUIDE).read_bytes())
    (found,) = problems_in(read_content(docs))
    assert found.id == check
    assert "toolkit translation new guide --language fr" in found.finding.hint


def test_slip_beside_a_choice_without_an_entry(docs: Path) -> None:
    change(CASES / "checks/other-choices/good-same.txt", docs.parent)
    task = docs / "tasks/inspect-a-workplace.fr.md"
    edit(task, "{entry: guide, use", "{use")
    edit(task, "entry: manual", "entry: manul")
    found = [(one.id, one.finding.location.line) for one in problems_in(read_content(docs))]
    assert found == [("missing-field", 6), ("other-choices", 7)]


def test_text_among_the_choices(docs: Path) -> None:
    change(CASES / "checks/other-choices/good-same.txt", docs.parent)
    task = docs / "tasks/inspect-a-workplace.fr.md"
    edit(task, "{entry: guide, use: Prenez la liste., caution: De 2019.}", "guide")
    assert {one.id for one in problems_in(read_content(docs))} == {"wrong-type"}


def keep(docs: Path, changed: dict[str, object]) -> None:
    """Change the kept text of the task, and its digest wherever that stands."""
    (kept,) = (docs / "originals").iterdir()
    data = json.loads(kept.read_text("utf-8"))
    data["text"].update(changed)
    digest = digest_of(canonical_source(data["text"])).removeprefix(PREFIX)
    kept.unlink()
    kept.with_stem(digest).write_text(json.dumps(data), "utf-8")
    edit(docs / "tasks/inspect-a-workplace.fr.md", kept.stem, digest)


def test_choice_of_another_entry_with_a_similar_id(docs: Path) -> None:
    change(CASES / "checks/other-choices/good-same.txt", docs.parent)
    manual = docs / "prevention/resources/manual.md"
    manual.rename(manual.with_stem("icat-issue-paper-evidence-2016"))
    choice = {"entry": "icat-issue-paper-remedies-2016", "use": "Plan.", "caution": "Long."}
    keep(docs, {"choices": [choice]})
    task = docs / "tasks/inspect-a-workplace.md"
    text = re.sub(
        "(?<=choices:\n)(?:  - .*\n)+",
        "  - {entry: icat-issue-paper-evidence-2016, use: Plan., caution: Long.}\n",
        task.read_text("utf-8"),
    )
    task.write_text(text, "utf-8")
    found = {one.id: one.finding.message for one in problems_in(read_content(docs))}
    assert found["outdated-translation"] == "The original has changed since: choices."


@pytest.mark.parametrize(
    ("old", "new", "check"),
    [
        ("role: evaluation", "roel: evaluation", "unknown-field"),
        ("role: evaluation", "role: evalution", "unknown-choice"),
        ("role: evaluation", "role: TBD", "empty-value"),
    ],
)
def test_slip_in_the_role_of_the_evaluation(docs: Path, old: str, new: str, check: str) -> None:
    edit(docs / SHELTER, "evidence: reported", "evidence: evaluated\nevaluated_by: own")
    edit(docs / SHELTER, "role: description", "role: evaluation")
    found, _ = problems_of(docs, SHELTER, old, new)
    assert [one.id for one in found] == [check]


NUMBER = (
    "helplines:\n  - {number: 0800 555 145, country: AR, body: Ministry of Justice, on: 2026-11-25}"
)


@pytest.mark.parametrize(
    ("old", "new", "check"),
    [
        ("languages: [en]", "languages: [en]", ""),
        ("languages: [en]", "\tlanguages: [en]", "invalid-yaml"),
        (NUMBER, f"helplines:\n{NUMBER}", "duplicate-key"),
        ("body: Min", "bdoy: Min", "unknown-field"),
        ("helplines:", "helpline:", "unknown-field"),
    ],
)
def test_slip_where_the_number_in_a_translation_is_declared(
    docs: Path, old: str, new: str, check: str
) -> None:
    guide = docs / GUIDE
    edit(guide, "languages: [en]", f"languages: [en]\n{NUMBER}")
    edit(guide, TEXT, "Call 0800 555 145.")
    (original,) = (one for one in read_content(docs).entries if one.id == "guide")
    path, data = kept_file(original, "2026-11-20")
    (docs / "originals").mkdir()
    (docs / path).write_bytes(data)
    guide.with_suffix(".fr.md").write_text(
        "---\ntitle: Guide pour l’inspection du travail\nsummary: Il aide à reconnaître le travail "
        f"forcé.\ntranslator: machine\nreviewed: false\nsource_digest: {source_digest(original)}\n"
        "---\n\n## Contenu\n\nAppelez le 0800 555 145.\n",
        "utf-8",
    )
    found, _ = problems_of(docs, GUIDE, old, new)
    assert [one.id for one in found] == [check] * bool(check)


def test_slip_in_an_entry_leaves_the_register_of_links_alone(docs: Path) -> None:
    """Until the entry can be read, nobody knows which addresses it uses."""
    links = docs / "registers/links.yml"
    links.write_text(
        '"https://www.unodc.org/guide":\n  state: ok\n  checked: 2026-11-20\n  since: 2026-11-20\n'
    )
    before = links.read_text()
    found, _ = problems_of(docs, GUIDE, "pillars:", "\tpillars:")
    assert [one.id for one in found] == ["invalid-yaml"]
    fix(docs, DAY, known_paths, partial(everything, docs, DAY))
    assert links.read_text() == before
    assert problems_in(read_content(docs)) == []


@pytest.mark.parametrize(
    ("name", "check"),
    [
        ("guide.md.txt", "refused-attachment"),
        ("guide.markdown", "refused-attachment"),
        ("guide (1).md", "invalid-file-name"),
        ("guide - Copy.md", "invalid-file-name"),
    ],
)
def test_entry_saved_under_another_name(docs: Path, name: str, check: str) -> None:
    """Whatever belongs to it is right once the file has its name again."""
    (docs / "registers/links.yml").write_text(
        '"https://www.unodc.org/guide":\n  state: ok\n  checked: 2026-11-20\n  since: 2026-11-20\n'
    )
    (docs / "registers/questions.yml").write_text("guide:\n  - signs of forced labour on a farm\n")
    guide = docs / GUIDE
    edit(guide, TEXT, "![The way to the office](guide/way.png)")
    guide.with_suffix("").mkdir()
    lay_image(guide.with_suffix("") / "way.png")
    edit(docs / "about/evidence.md", "Evaluated", "[The guide](../prevention/resources/guide.md)")
    assert problems_in(read_content(docs)) == []
    guide.rename(guide.with_name(name))
    (found,) = problems_in(read_content(docs))
    assert found.id == check
    assert "rename the file to guide.md" in found.finding.hint


@pytest.mark.parametrize("typed", ["¦[The way] (guide/way.png)", "¦(The way)[guide/way.png]"])
def test_image_between_wrong_brackets_is_not_to_be_removed(docs: Path, typed: str) -> None:
    (docs / GUIDE).with_suffix("").mkdir()
    lay_image((docs / GUIDE).with_suffix("") / "way.png")
    written = "write [The way](guide/way.png)"
    assert_told(docs, GUIDE, TEXT, f"!{typed}", "stray-markup", written)


@pytest.mark.parametrize(
    "name",
    [
        "themes (1).yml",
        "themes - Copy.yml",
        "Copy of themes.yml",
        "themes-final.yml",
        "themes. yml",
    ],
)
def test_list_saved_under_another_name(docs: Path, name: str) -> None:
    themes = docs / "vocabularies/themes.yml"
    themes.rename(themes.with_name(name))
    (found,) = problems_in(read_content(docs))
    assert found.id == "unknown-list"
    assert found.finding.label == 'did you mean "docs/vocabularies/themes.yml"?'


def test_missing_list_beside_its_lock_file(docs: Path) -> None:
    themes = docs / "vocabularies/themes.yml"
    themes.rename(themes.with_name("~$themes.yml"))
    found = {one.id for one in problems_in(read_content(docs))}
    assert found == {"refused-attachment", "unreadable-file"}


@pytest.mark.parametrize(
    "changed",
    [
        {"choices": ["guide"]},
        {"choices": [{"use": "Take it."}]},
        {"choices": "guide"},
        {"choices": [{"entry": "guide", "use": 1, "caution": "Old."}]},
        {"asked": "Where?"},
        {"asked": [1]},
        {"title": 1},
    ],
)
def test_kept_text_written_by_hand(docs: Path, changed: dict[str, object]) -> None:
    change(CASES / "checks/other-choices/good-same.txt", docs.parent)
    keep(docs, changed)
    (found,) = problems_in(read_content(docs))
    assert found.id == "altered-original"


def test_there_are_enough() -> None:
    assert len(MISTAKES) >= 40
