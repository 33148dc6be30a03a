"""Translations are begun, stamped and counted."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from tests.content_case import edit
from tests.files import files_of
from tests.translations.packets import OLD, kept_text, run
from toolkit.content.reader import read_content
from toolkit.problems import ToolkitError
from toolkit.validation.runner import run_checks

pytestmark = pytest.mark.usefixtures("files_read_once")


def test_stamp_brings_an_outdated_translation_up_to_date(docs: Path) -> None:
    assert "summary" in run(docs, "diff", OLD, "--language", "zh").output
    file, other = docs / f"{OLD}.zh.md", docs / f"{OLD}.es.md"
    for one in {*docs.glob(f"{OLD}.??.md")} - {file}:
        one.unlink()
    other.write_bytes(file.read_bytes())
    outdated = kept_text(docs, "zh")
    edit(file, "reviewed: false", "reviewed: {by: A. Reader, on: 2026-05-01}", 1)
    stamped = run(docs, "stamp", str(file))
    assert stamped.exit_code == 0, stamped.output
    assert "still says that A. Reader reviewed it on 2026-05-01. If you" in stamped.output
    assert outdated.exists(), "the other translation was made from it"
    assert "still says" not in run(docs, "stamp", str(file), str(other)).output
    assert "Nothing has changed" in run(docs, "diff", OLD, "--language", "zh").output
    assert not outdated.exists()
    assert kept_text(docs, "zh").exists()


@pytest.mark.parametrize("braced", [False, True])
def test_a_translation_that_named_no_text_can_still_be_read(docs: Path, *, braced: bool) -> None:
    file = docs / f"{OLD}.zh.md"
    _, _, body = file.read_text(encoding="utf-8").split("---\n", 2)
    fields = ("title: 一", "summary: 二", "translator: machine", "reviewed: false")
    head = f"{{ {', '.join(fields)} }}" if braced else "\n".join(f"  {one}" for one in fields)
    file.write_text(f"---\n{head}\n---\n{body}", encoding="utf-8")
    assert run(docs, "stamp", str(file)).exit_code == 0
    assert "Nothing has changed" in run(docs, "diff", OLD, "--language", "zh").output


def test_the_text_of_an_original_is_kept_before_its_translation_is_there(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that a run which is killed in between can be repeated."""
    replace, there = Path.replace, []

    def replaced(new: Path, target: Path) -> Path:
        there.append(target.parent.name)
        return replace(new, target)

    monkeypatch.setattr(Path, "replace", replaced)
    edit(docs / f"{OLD}.md", "the", "their", 1)  # so that its present text is not kept yet
    assert run(docs, "new", OLD, "--language", "ru").exit_code == 0
    assert there == ["originals", Path(OLD).parent.name]


def test_nothing_follows_an_original_with_a_merge_conflict(docs: Path) -> None:
    original = docs / f"{OLD}.md"
    text = original.read_text(encoding="utf-8")
    original.write_text(f"{text}\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> main\n")
    before = files_of(docs)
    for command in (("stamp", f"{OLD}.zh.md"), ("new", OLD, "--language", "ru")):
        refused = run(docs, *command).exception
        assert isinstance(refused, ToolkitError)
        assert f"docs/{OLD}.md holds both versions" in refused.message
    assert files_of(docs) == before


def test_a_translation_with_a_merge_conflict_is_not_stamped(docs: Path) -> None:
    with (docs / f"{OLD}.zh.md").open("a", encoding="utf-8") as file:
        file.write("\n<<<<<<< HEAD\n一。\n=======\n二。\n>>>>>>> main\n")
    before = files_of(docs)
    refused = run(docs, "stamp", f"{OLD}.zh.md").exception
    assert f"docs/{OLD}.zh.md holds both versions of a merge, so it can't be" in str(refused)
    assert files_of(docs) == before


def test_stamp_takes_paths_in_the_folder_and_says_which_files_an_id_has(docs: Path) -> None:
    assert run(docs, "stamp", f"{OLD}.zh.md").exit_code == 0
    assert run(docs, "stamp", f"{OLD}.zh.md".replace("/", "\\")).exit_code == 0
    for name in (OLD, f"{OLD.rpartition('/')[2]}.zh"):
        refused = run(docs, "stamp", name).exception
        assert isinstance(refused, ToolkitError)
        assert f"docs/{OLD}.zh.md" in refused.hint
    assert "such as docs/about" in str(getattr(run(docs, "stamp", "nowhere").exception, "hint", ""))


def test_stamp_leaves_a_file_in_another_encoding(docs: Path) -> None:
    file = docs / f"{OLD}.zh.md"
    file.write_bytes(data := file.read_bytes() + b"\nd\xe9j\xe0\n")
    stamped = run(docs, "stamp", str(file))
    assert "is not saved as UTF-8" in str(stamped.exception)
    assert file.read_bytes() == data


def test_no_stamp_without_an_original_that_can_be_read(docs: Path) -> None:
    edit(docs / f"{OLD}.md", "title: ", "title: [")
    before = files_of(docs)
    refused = run(docs, "stamp", f"{OLD}.zh.md").exception
    assert isinstance(refused, ToolkitError)
    assert f"docs/{OLD}.md can't be read" in refused.message
    assert files_of(docs) == before


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("value", [None, "", " ~", " ''", " TODO", " # later"])
def test_stamp_writes_a_stamp_that_was_left_out(value: str | None, end: str, docs: Path) -> None:
    file = docs / f"{OLD}.zh.md"
    before = file.read_text(encoding="utf-8")
    line = "" if value is None else f"source_digest:{value}\n"
    left_out = re.sub(r"source_digest: .*\n", line, before)
    assert left_out != before
    file.write_text(left_out, encoding="utf-8", newline=end)
    assert run(docs, "stamp", str(file)).exit_code == 0
    assert "Nothing has changed" in run(docs, "diff", OLD, "--language", "zh").output
    after = file.read_bytes().decode()
    assert after.count(end) == after.count("\n") == before.count("\n")
    assert after.count("source_digest:") == 1


def test_a_new_translation_asks_for_its_words(docs: Path) -> None:
    by = ("--translator", "UNODC: language services")
    assert run(docs, "new", "mekong-commit", "--language", "es", *by).exit_code == 0
    made = docs / "prevention/practices/mekong-commit.es.md"
    assert "## Resultados" in made.read_text(encoding="utf-8")
    edit(made, "title:", "title: Compromiso", 1)
    text = made.read_bytes()
    again = run(docs, "new", "mekong-commit", "--language", "es")
    assert "already exists; nothing was written" in str(again.exception)
    assert made.read_bytes() == text
    made = made.rename(made.with_stem("Mekong-Commit.es"))
    again = run(docs, "new", "mekong-commit", "--language", "es")
    assert "it would be replaced by mekong-commit.es.md" in getattr(again.exception, "hint", "")
    made = made.rename(made.with_stem("mekong-commit.es"))
    edit(made, "title: Compromiso", "title:", 1)
    problems = run_checks(read_content(docs), date(2026, 11, 25))
    found = {one.id for one in problems if one.finding.location.source.path.endswith(".es.md")}
    assert found == {"empty-value", "wrong-sections"}


def test_status_counts_and_names(docs: Path) -> None:
    rows = json.loads(run(docs, "status", "--format", "json").output)
    assert [row["language"] for row in rows] == ["fr", "es", "ar", "ru", "zh"]
    chinese = rows[-1]
    assert chinese["pages"]["outdated"] == [OLD]
    assert chinese["tasks"]["translated"] == 1
    assert chinese["strings"]["all"] == chinese["strings"]["translated"]
    assert f"outdated: {OLD}" in run(docs, "status", "--language", "zh").output
