"""`toolkit tasks stamp`: the digests of chosen entries, and the warning when one changes."""

from pathlib import Path

import pytest

from tests.cli.conftest import TASK
from tests.cli.members import digest_of
from tests.content_case import edit
from tests.program import Toolkit


def test_a_stamped_task_is_in_step_until_an_entry_changes(
    toolkit: Toolkit, docs: Path, task: Path
) -> None:
    assert toolkit("check", "--strict").code == 0
    assert "stamped" in toolkit("tasks", "stamp", "inspect-a-workplace").out
    stamped = task.read_text(encoding="utf-8")
    assert stamped.count("digest: sha256:") == 3
    assert "already up to date" in toolkit("tasks", "stamp", "--all").out
    by_path = toolkit("tasks", "stamp", "docs/tasks/inspect-a-workplace.md")
    assert "already up to date" in by_path.out
    assert task.read_text(encoding="utf-8") == stamped
    assert toolkit("check", "--strict").code == 0
    edit(docs / "prevention/resources/guide.md", "year: 2019", "year: 2020")
    said = toolkit("check", "--strict")
    assert said.code == 1
    assert "changed-choice" in said.out
    assert '"guide" changed since' in said.out
    toolkit("tasks", "stamp", "inspect-a-workplace")
    assert toolkit("check", "--strict").code == 0


@pytest.mark.parametrize(
    ("written", "stamped"),
    [
        ("entry: guide # g", "entry: guide # g\n    digest: DIGEST"),
        ("entry: >-\n      guide", "entry: >-\n      guide\n    digest: DIGEST"),
        ("? entry\n    : guide", "? entry\n    : guide\n    digest: DIGEST"),
        ("entry: guide\n    digest: # when?", "entry: guide\n    digest: DIGEST # when?"),
        ("entry: guide\n    digest: >-\n      sha256:0", "entry: guide\n    digest: DIGEST"),
    ],
)
def test_a_stamp_touches_nothing_else(
    toolkit: Toolkit, task: Path, written: str, stamped: str
) -> None:
    head, rest = TASK.split("entry: guide\n")
    task.write_text(f"{head}{written}\n{rest}", encoding="utf-8")
    assert toolkit("tasks", "stamp", "--all").code == 0
    digest = digest_of(toolkit, "guide")
    expected = f"{head}{stamped.replace('DIGEST', digest)}\n    use: Take"
    assert task.read_text(encoding="utf-8").startswith(expected)


@pytest.mark.parametrize("digest", ["[sha256:0]", "{sha256: 0}", "\n      - sha256:0"])
def test_a_digest_that_is_no_text_does_not_get_another_one_beside_it(
    toolkit: Toolkit, task: Path, digest: str
) -> None:
    text = TASK.replace("entry: guide\n", f"entry: guide\n    digest: {digest}\n")
    task.write_text(text, encoding="utf-8")
    outcome = toolkit("tasks", "stamp", "--all")
    assert (outcome.code, outcome.out) == (2, "")
    assert "docs/tasks/inspect-a-workplace.md:1" in outcome.err
    assert "the digest is not a text" in outcome.err
    assert task.read_text(encoding="utf-8") == text


def test_a_stamped_task_keeps_its_line_ends(toolkit: Toolkit, task: Path) -> None:
    task.write_text(TASK, encoding="utf-8", newline="\r\n")
    assert "stamped" in toolkit("tasks", "stamp", "inspect-a-workplace").out
    stamped = task.read_bytes()
    assert stamped.count(b"\r\n") == stamped.count(b"\n") == TASK.count("\n") + 2


def test_a_task_in_another_encoding_is_not_stamped(toolkit: Toolkit, task: Path) -> None:
    task.write_bytes(data := task.read_bytes().replace(b"workplace", b"caf\xe9", 1))
    outcome = toolkit("tasks", "stamp", "inspect-a-workplace")
    assert outcome.code == 2
    assert "inspect-a-workplace.md is not saved as UTF-8, so it can't be changed." in outcome.err
    assert task.read_bytes() == data


@pytest.mark.parametrize(("old", "new"), [("---\n", ""), ("title: ", "title: [")])
def test_no_task_is_stamped_when_one_can_not_be_read(
    toolkit: Toolkit, task: Path, old: str, new: str
) -> None:
    broken = task.with_name("visit-a-farm.md")
    broken.write_text(TASK.replace(old, new, 1), encoding="utf-8")
    outcome = toolkit("tasks", "stamp", "--all")
    assert (outcome.code, outcome.out) == (2, "")
    assert "error: docs/tasks/visit-a-farm.md can't be read.\nhint: fix it first" in outcome.err
    assert task.read_text(encoding="utf-8") == TASK


@pytest.mark.parametrize(
    ("arguments", "said"),
    [((), "No tasks named."), (("inspect-a-workplaec",), 'did you mean "inspect-a-workplace"?')],
)
def test_a_task_that_is_not_there_is_named(
    toolkit: Toolkit, task: Path, arguments: tuple[str, ...], said: str
) -> None:
    outcome = toolkit("tasks", "stamp", *arguments)
    assert outcome.code == 2
    assert said in outcome.err
    assert task.read_text(encoding="utf-8") == TASK


@pytest.mark.parametrize(
    ("choices", "said"),
    [
        ("guide, manual, shelter", ":8: the choices are not a list"),
        ("[guide, manual, shelter]", ":8: this choice names no entry"),
        ("[{use: Plan the visit., caution: Long.}]", ":8: this choice names no entry"),
    ],
)
def test_what_is_no_choice_is_not_called_up_to_date(
    toolkit: Toolkit, task: Path, choices: str, said: str
) -> None:
    head, rest = TASK.split("choices:\n")
    text = f"{head}choices: {choices}\n---\n{rest.partition('---')[2]}"
    task.write_text(text, encoding="utf-8")
    outcome = toolkit("tasks", "stamp", "--all")
    assert (outcome.code, outcome.out, said in outcome.err) == (2, "", True), outcome.err
    assert task.read_text(encoding="utf-8") == text
