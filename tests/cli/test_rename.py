"""`toolkit rename`: an entry or task under another id, with all that names it, or nothing."""

import shutil
from codecs import BOM_UTF8
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.content_case import CASES, DAY, change, edit, lay_image
from tests.files import files_of, write_files
from tests.ledger import found_ledger, say
from tests.program import Toolkit
from toolkit.content.reader import read_content
from toolkit.problems import ToolkitError
from toolkit.recognition.entry_status import status_of
from toolkit.recognition.ledger import make_ledger
from toolkit.recognition.status import State
from toolkit.renaming import Renaming, renaming_of

GUIDE = "docs/prevention/resources/guide.md"
MANUAL = "docs/prevention/resources/manual.md"
NEW = MANUAL.replace("manual", "inspection-manual")
TASK = "docs/tasks/inspect-a-workplace.md"
OTHER_TASK = "docs/tasks/visit-a-farm.md"
SPANISH = "docs/prevention/resources/manual.es.md"
TRANSLATION = """\
---
title: Manual para la inspección del trabajo
summary: Muestra cómo se planifica una inspección.
translator: machine
reviewed: false
source_digest: sha256:0000000000000000000000000000000000000000000000000000000000000000
---

![Un plan de visita](manual/plan.png)
"""


@pytest.fixture
def named(toolkit: Toolkit, docs: Path) -> Toolkit:
    """Content in which much names the manual and a task, both with a translation."""
    change(CASES / "checks/other-choices/good-same.txt", docs.parent)
    (docs / "prevention/resources/manual").mkdir()
    lay_image(docs / "prevention/resources/manual/plan.png")
    text = f"\ufeff{Path(MANUAL).read_text()}\n![A plan of a visit](manual/plan.png)\n"
    Path(MANUAL).write_text(text, encoding="utf-8", newline="\r\n")
    Path(SPANISH).write_text(TRANSLATION, encoding="utf-8")
    edit(GUIDE, "regions:", "related: ['manual']\ndistinct_from: {manual: It plans.}\nregions:")
    edit(GUIDE, "See [", "See [the manual](manual.md#), [a visit](../../tasks/visit-a-farm.md), [")
    edit(GUIDE, "tasks/visit-a-farm", "tasks/inspect-a-workplace")
    task = Path(TASK).read_text(encoding="utf-8").replace("Inspect a workplace", "Visit a farm")
    task = task.replace("asked: [", "related: [inspect-a-workplace]\nasked: [visits and ")
    Path(OTHER_TASK).write_text(task, encoding="utf-8")
    for register in ("questions", "questions.fr"):
        questions = docs / f"registers/{register}.yml"
        questions.write_text("manual:\n  - how a visit is planned\n", encoding="utf-8")
    found_ledger(docs)
    toolkit("tasks", "stamp", "--all")
    toolkit("translation", "stamp", SPANISH)
    return toolkit


def rename_file(path: str, new: str) -> None:
    Path(path).rename(path.replace("manual", new))


def refused(toolkit: Toolkit, old: str = "manual", new: str = "inspection-manual") -> str:
    """What is said where nothing is renamed."""
    before = files_of(Path("docs"))
    outcome = toolkit("rename", old, new)
    assert (outcome.code, outcome.out) == (2, "")
    assert files_of(Path("docs")) == before
    return outcome.err


def problems(toolkit: Toolkit) -> list[str]:
    said = toolkit("check", "--format", "concise", "--as-of", DAY.isoformat()).out
    return sorted(line.partition(": ")[2] for line in said.splitlines())


def test_an_entry(named: Toolkit, docs: Path) -> None:
    say(docs, ("unodc", "iom", "ilo"), "2026-01-05")
    stated = files_of(docs / "recognition")
    before = problems(named)
    originals = len(files_of(docs / "originals"))
    done = named("rename", "manual", "inspection-manual")
    assert (done.code, done.err) == (0, "")
    assert len(files_of(docs / "originals")) == originals
    lines = done.out.replace(f"{docs.parent}/", "").splitlines()
    assert [line for line in lines if "/originals/" not in line] == [
        f"{GUIDE}: changed",
        f"{SPANISH}: renamed to {NEW[:-3]}.es.md",
        f"{MANUAL}: renamed to {NEW}",
        *(f"docs/registers/questions{one}.yml: changed" for one in (".fr", "")),
        f"{TASK[:-3]}.fr.md: changed",
        f"{TASK}: changed",
        f"{OTHER_TASK}: changed",
    ]
    kept = [line.rpartition(": ")[2] for line in lines if "/originals/" in line]
    assert sorted(kept) == ["new", "removed"]
    assert problems(named) == before != []
    assert 'aliases: ["prevention/resources/manual"]\n' in Path(NEW).read_text(encoding="utf-8")
    assert not Path(MANUAL).exists()
    assert "[the manual](inspection-manual.md#)" in Path(GUIDE).read_text(encoding="utf-8")
    assert files_of(docs / "recognition") == stated
    ledger = make_ledger(read_content(docs))
    assert status_of(ledger, "inspection-manual", DAY).state is State.RECOGNIZED


def test_answers_to_opportunities_that_it_is_part_of(toolkit: Toolkit, docs: Path) -> None:
    register = docs / "registers/opportunities.yml"
    answer = "{answer: joint, by: [iom], on: 2026-01-05, reason: A new edition., id"
    ids = "overlap-guide-manual", "recognize-guide", "overlap-guided-manual", "state-guide"
    register.write_text("".join(f"- {answer}: {one}}}\n" for one in ids), encoding="utf-8")
    assert toolkit("rename", "guide", "new-guide").code == 0
    now = [line.split()[-1][:-1] for line in register.read_text(encoding="utf-8").splitlines()]
    assert now == ["overlap-manual-new-guide", "recognize-new-guide", *ids[2:]]


@pytest.mark.parametrize(
    "command",
    [
        ("recognise", "iom", "manual", "--on", "2026-01-05"),
        ("digest", MANUAL),
        ("rename", "manual", "third-name"),
        ("translation", "new", "prevention/resources/manual", "--language", "fr"),
    ],
    ids=lambda command: command[0],
)
def test_a_former_id_is_not_taken_for_a_similar_one(
    named: Toolkit, docs: Path, command: tuple[str, ...]
) -> None:
    assert named("rename", "manual", "inspection-manual").code == 0
    shutil.copy(docs.parent / GUIDE, docs / "prevention/resources/manuals.md")
    refused = named(*command)
    assert refused.code == 2
    assert refused.err.endswith('hint: it was renamed: write "inspection-manual".\n')


def test_a_recognized_text_that_names_it_is_not_set_back_in_silence(
    named: Toolkit, docs: Path
) -> None:
    for entry in ("guide", "manual", "shelter"):
        say(docs, ("unodc", "iom", "ilo"), "2026-01-05", entry=entry)
    done = named("rename", "manual", "inspection-manual")
    assert done.code == 0
    assert [line for line in done.err.splitlines() if line.startswith("warning")] == [
        'warning: "guide" names it, so its text changed and is no longer recognized.'
    ]
    assert named("rename", "inspection-manual", "manual").err == ""
    assert status_of(make_ledger(read_content(docs)), "guide", DAY).state is State.RECOGNIZED


def test_a_task(named: Toolkit, docs: Path) -> None:
    before = problems(named)
    assert named("rename", f"./{TASK}", "inspect-a-farm").code == 0
    assert problems(named) == before
    assert "related: [inspect-a-farm]" in Path(OTHER_TASK).read_text(encoding="utf-8")
    assert "tasks/inspect-a-farm.md)" in Path(GUIDE).read_text(encoding="utf-8")
    named("rename", "inspect-a-farm", "inspect-a-workplace")
    assert problems(named) == before
    assert 'aliases: ["tasks/inspect-a-farm"]' in Path(TASK).read_text(encoding="utf-8")
    answers = docs / "registers/opportunities.yml"
    answers.write_text("- {answer: declined, by: [iom], on: 2026-01-05, id: recognize-manual}\n")
    registers = files_of(docs / "registers")  # of the entry with the same id
    Path(OTHER_TASK).rename("docs/tasks/manual.md")
    assert named("rename", "docs/tasks/manual.md", "plan-a-visit").code == 0
    assert files_of(docs / "registers") == registers


@pytest.mark.parametrize(
    ("old", "new", "by_hand"),
    [
        ("manual", "inspection-manual", ""),
        ("manual", "inspection-manual", MANUAL),
        ("inspect-a-workplace", "inspect-a-farm", ""),
    ],
)
def test_again_after_it_was_cut_off(
    named: Toolkit, docs: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str, by_hand: str
) -> None:
    if by_hand:
        rename_file(by_hand, new)
    left: list[
        dict[str, bytes]
    ] = []  # by a run that is killed before it replaces or removes a file

    def noting(change: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object, **options: object) -> object:
            left.append(files_of(docs))
            return change(*arguments, **options)

        return call

    def texts() -> dict[str, bytes]:
        return {
            path: data
            for path, data in files_of(docs).items()
            if ".toolkit-new-" not in path and not path.startswith("originals/")
        }

    with monkeypatch.context() as patched:
        for name in ("replace", "unlink"):
            patched.setattr(Path, name, noting(getattr(Path, name)))
        named("rename", old, new)
    completed = texts()
    assert len(left) > 5
    for files in left:
        shutil.rmtree(docs)
        write_files(docs, files)
        assert named("rename", old, new).err == ""
        assert texts() == completed


@pytest.mark.parametrize("done", ["file", "translation too", "alias too", "corrected too"])
def test_after_its_file_was_renamed_by_hand(named: Toolkit, docs: Path, done: str) -> None:
    say(docs, ("unodc", "iom", "ilo"), "2026-01-05")
    Path(MANUAL).write_bytes(Path(MANUAL).read_bytes().removeprefix(BOM_UTF8))  # so would --fix
    start = files_of(docs)
    assert named("rename", "manual", "inspection-manual").code == 0
    renamed = files_of(docs)
    shutil.rmtree(docs)
    write_files(docs, start)
    rename_file(MANUAL, "inspection-manual")
    if done == "translation too":
        rename_file(SPANISH, "inspection-manual")
    elif done != "file":
        text = Path(NEW).read_bytes()
        alias = b'aliases: ["prevention/resources/manual"]\r\ntitle:'
        Path(NEW).write_bytes(text.replace(b"title:", alias))
    if done == "corrected too":
        named("check", "--fix")
    completed = named("rename", MANUAL, "inspection-manual")
    assert (completed.err, completed.code) == ("", 0)
    said = completed.out.replace(f"{docs.parent}/", "")
    assert f"{NEW}: changed" in said
    assert f"{NEW[:-3]}.es.md: changed" not in said
    assert files_of(docs) == renamed
    again = named("rename", MANUAL, "inspection-manual")
    assert (again.code, again.out) == (0, "")
    assert "it has been renamed everywhere" in again.err
    assert files_of(docs) == renamed


def test_an_entry_with_another_former_id_is_renamed_by_hand_or_again(named: Toolkit) -> None:
    edit(MANUAL, "regions:", "aliases: [prevention/resources/handbook]\nregions:")
    rename_file(MANUAL, "inspection-manual")
    assert named("rename", "manual", "inspection-manual").err == ""
    both = '["prevention/resources/handbook", "prevention/resources/manual"]'
    assert f"aliases: {both}\n" in Path(NEW).read_text(encoding="utf-8")
    assert "renamed everywhere" in named("rename", "manual", "inspection-manual").err


def test_remarks_in_a_list_of_former_ids_stay(named: Toolkit, docs: Path) -> None:
    old = "aliases:\n# From the first edition.\n- prevention/resources/handbook # in print\n"
    edit(MANUAL, "regions:", f"{old}# Where it holds.\nregions:")
    named("translation", "stamp", SPANISH)
    start = files_of(docs)
    assert named("rename", "manual", "inspection-manual").err == ""
    new = f'{old}- "prevention/resources/manual"\n# Where it holds.\n'
    assert new in Path(NEW).read_text(encoding="utf-8")
    renamed = files_of(docs)
    # By hand, as far as the list, and then all.
    shutil.rmtree(docs)
    write_files(docs, start)
    rename_file(MANUAL, "inspection-manual")
    Path(NEW).write_bytes(renamed[NEW.removeprefix("docs/")])
    assert named("rename", "manual", "inspection-manual").code == 0
    assert files_of(docs) == renamed
    # Its former id is one no more once it has it again.
    assert named("rename", "inspection-manual", "manual").code == 0
    back = new.replace('resources/manual"', 'resources/inspection-manual"')
    assert back in Path(MANUAL).read_text(encoding="utf-8")


def test_what_somebody_changed_meanwhile_is_kept(named: Toolkit, docs: Path) -> None:
    content = read_content(docs)
    edit(GUIDE, "[the grades]", "[all grades]")
    before = files_of(docs)
    with pytest.raises(ToolkitError, match=r'guide\.md" was changed while'):
        renaming_of(docs, content, content.by_id["manual"], "inspection-manual", DAY, {})
    assert files_of(docs) == before


@pytest.mark.parametrize("file", [GUIDE, MANUAL, NEW])
def test_what_somebody_writes_after_the_plan_is_kept(
    named: Toolkit, docs: Path, monkeypatch: pytest.MonkeyPatch, file: str
) -> None:
    before = files_of(docs)

    def plan(*given: Any) -> Renaming:
        found = renaming_of(*given)
        Path(file).write_text("Typed meanwhile.", encoding="utf-8")
        return found

    monkeypatch.setattr("toolkit.cli.rename.renaming_of", plan)
    done = named("rename", "manual", "inspection-manual")
    assert (done.code, done.out) == (2, "")
    assert f'"{file}" ' in done.err
    assert files_of(docs) == {**before, file.removeprefix("docs/"): b"Typed meanwhile."}


def test_a_task_after_its_files_were_renamed_by_hand(named: Toolkit) -> None:
    translation, unknown = (TASK.replace(".md", f".{tag}.md") for tag in ("fr", "de"))
    for path in (TASK, translation):
        text = Path(path).read_text(encoding="utf-8")
        Path(path).write_text(f"{text}\n[1](inspect-a-workplace.md)\n", encoding="utf-8")
    named("translation", "stamp", translation)
    shutil.copy(translation, unknown)
    before, other = problems(named), Path(unknown).read_text(encoding="utf-8")
    for path in (TASK, translation, unknown):
        Path(path).rename(path.replace("workplace", "farm"))
    assert problems(named) != before
    assert named("rename", "inspect-a-workplace", "inspect-a-farm").code == 0
    assert problems(named) == before
    assert Path(unknown.replace("workplace", "farm")).read_text(encoding="utf-8") == other


def test_another_translation_under_the_new_name_is_in_the_way(named: Toolkit) -> None:
    rename_file(MANUAL, "inspection-manual")
    other = f"{NEW[:-3]}.es.md"
    shutil.copy(SPANISH, other)
    edit(other, "Muestra", "Dice")
    assert f"error: {other} is in the way." in refused(named)


def test_errors_of_a_file_renamed_by_hand_are_where_it_is_now(named: Toolkit) -> None:
    rename_file(MANUAL, "inspection-manual")
    edit(NEW, "organisations: [unodc]", "organisations: [unodoc]")
    assert f"error: {NEW} has errors, so it can't be changed." in refused(named)
    edit(NEW, "---\n", "--\n")
    assert 'error: There is no entry or task "manual".' in refused(named)


def test_errors_of_a_translation(named: Toolkit) -> None:
    edit(SPANISH, "title: ", "titel: ")
    assert f"error: {SPANISH} has errors, so it can't be changed." in refused(named)


def test_errors_of_a_list_that_names_it(named: Toolkit) -> None:
    questions = "docs/registers/questions.fr.yml"
    edit(questions, "planned", "planned\n  - [how]")
    assert f"{questions} has errors, so it can't be changed." in refused(named)


@pytest.mark.parametrize("path", [GUIDE, OTHER_TASK, "docs/registers/questions.fr.yml"])
def test_what_can_not_be_read_and_may_name_it_is_said_and_done_later(
    named: Toolkit, path: str
) -> None:
    with Path(path).open("a", encoding="utf-8") as file:
        file.write("The manual.\n")
    old, broken = ("manual:", "manual: [") if path.endswith("yml") else ("title: ", "title: [")
    edit(path, old, broken)
    before = Path(path).read_bytes()
    done = named("rename", "manual", "inspection-manual")
    assert done.code == 0
    assert f'warning: {path} has errors, so "manual" was not replaced in it.\nhint: fix' in done.err
    assert done.err.count("warning:") == 1
    assert Path(path).read_bytes() == before
    edit(path, broken, old)
    edit(path, "The manual.\n", "")
    again = named("rename", "manual", "inspection-manual")
    assert (again.code, "warning" in again.err) == (0, False), again.err
    assert f"{path}: changed" in again.out


def test_an_unknown_id_does_not_become_a_former_one_of_another_text(named: Toolkit) -> None:
    said = 'There is no entry or task "manaul".\nhint: did you mean "manual"?'
    assert said in refused(named, "manaul", "guide")


def test_the_former_id_of_a_text_does_not_become_that_of_another(named: Toolkit) -> None:
    edit(GUIDE, "themes:", "aliases: [prevention/resources/handbook]\nthemes:")
    edit("docs/protection/practices/shelter.md", "themes:", "related: [handbook]\nthemes:")
    said = 'There is no entry or task "handbook".\nhint: it was renamed: write "guide".'
    assert said in refused(named, "handbook", "manual")


def test_what_an_unfinished_run_did_not_write_is_kept(named: Toolkit) -> None:
    old = Path(MANUAL).read_bytes()
    named("rename", "manual", "inspection-manual")
    Path(MANUAL).write_bytes(old + b"One more line.\n")
    done = named("rename", "manual", "inspection-manual")
    assert f"{NEW} is in the way." in done.err
    assert Path(MANUAL).read_bytes() == old + b"One more line.\n"


def test_an_outdated_translation_is_known_to_be_so(toolkit: Toolkit, docs: Path) -> None:
    change(CASES / "checks/outdated-translation/bad-changed.txt", docs.parent)
    before = problems(toolkit)
    assert "outdated-translation" in before[-1]
    toolkit("rename", "guide", "handbook")
    assert problems(toolkit) == before


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("manaul", "x", 'There is no entry or task "manaul".\nhint: did you mean "manual"?'),
        ("handbook", "docs/guide.md", "hint: write the present name first: guide handbook"),
        ("manual", "guide", f'"guide" is already the name of an entry: {GUIDE}.'),
        ("manual", "manual", '"manual" is already the name of an entry'),
        ("shelter", "manual", '"manual" is already the name of an entry'),
        ("manual", "the-book", f"former name of an entry: {GUIDE}.\nhint: choose another id."),
        ("manual", "Manual 2", 'hyphens, not only digits.\nhint: did you mean "manual-2"?'),
        ("manual", "docs/Handbook_2.md", 'did you mean "handbook-2"?'),
        ("manual", "Guide", "choose another id."),
        ("manual", "refuge", "docs/prevention/resources/Refuge.fr.md is in the way."),
        ("shelter", "booklet", '"Booklet" is already the name of an entry'),
        ("Booklet", "booklet", "docs/prevention/resources/Booklet.md has errors, so it"),
        ("manual", "index", '"index" can\'t name an entry'),
        ("manual", "con", '"con" can\'t name an entry'),
        ("manual", "2021", "not only digits.\nhint: choose another id."),
        ("manual", "plans", "docs/prevention/resources/plans.png is in the way."),
        ("shelter", "refuge", f'"shelter" can\'t be replaced in {GUIDE}:21, so nothing was'),
        ("inspect-a-workplace", "visit", f"{TASK} has errors, so it can't be changed."),
        ("about/evidence", "proof", "There is no entry or task"),
        ("index", "manual", "There is no entry or task"),
    ],
)
def test_refused(named: Toolkit, docs: Path, old: str, new: str, said: str) -> None:
    edit(GUIDE, "themes:", "aliases: [prevention/resources/the-book]\nthemes:")
    edit(GUIDE, "See [", "See [it](../../protection/practices/%73helter.md), [")
    edit(TASK, "pillars: [prevention]", "pillars: [prevantion]")
    edit(MANUAL, "themes:", "aliases: [prevention/resources/manual]\nthemes:")
    edit(MANUAL, "year:", "related: [index]\nyear:")
    lay_image(docs / "prevention/resources/plans.png")
    shutil.copy(SPANISH, docs / "prevention/resources/Refuge.fr.md")
    Path(MANUAL).with_stem("Booklet").write_text("---\ntitle: A\n---\n", encoding="utf-8")
    assert said in refused(named, old, new)


def test_links_to_its_own_sections_stay(toolkit: Toolkit, docs: Path) -> None:
    body = "\n## A\n\nSee [above](#a), [the same]({}#a) and [again][].\n\n[again]: #a\n"
    path = docs.parent / MANUAL
    path.write_text(path.read_text() + body.format("manual.md"))
    assert toolkit("rename", "manual", "inspection-manual").code == 0
    assert (docs.parent / NEW).read_text().endswith(body.format("inspection-manual.md"))
