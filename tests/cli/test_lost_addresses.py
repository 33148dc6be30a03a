"""`toolkit check --changed`: addresses that would lead nowhere after a change."""

from pathlib import Path

from tests.cli.conftest import TASK
from tests.cli.repositories import GUIDE, MANUAL, commit, found, git
from tests.content_case import edit
from tests.program import Toolkit

PAGE = "---\ntitle: A page\nsummary: What this page says.\n---\n\nText.\n"


def test_a_term_that_was_renamed_everywhere_loses_its_page(repository: Toolkit) -> None:
    themes = "docs/vocabularies/themes.yml"
    for path in (themes, GUIDE, MANUAL):
        edit(path, "investigation", "inquiry")
    assert repository("check").code == 0  # kept, without what only a comparison tells
    _, _, problems = found(repository("check", "--format", "json", "--changed"))
    assert problems == [(themes, "lost-address")]
    assert 'warning[lost-address]: "investigation" is' in repository("check", "--changed").out


def test_a_renamed_entry_without_an_alias(repository: Toolkit) -> None:
    Path(GUIDE).rename("docs/prevention/resources/labour-guide.md")
    code, _, problems = found(repository("check", "--format", "json", "--changed"))
    assert (code, problems) == (0, [("docs/prevention/resources/labour-guide.md", "lost-address")])
    shown = repository("check", "--changed").out
    assert "add aliases: [prevention/resources/guide]" in shown
    assert "lost-address" not in repository("check").out
    commit()
    assert "lost-address" in repository("check", "--changed=main").out
    new = "docs/prevention/resources/labour-guide.md"
    edit(new, "themes:", "aliases: [prevention/resources/guide]\nthemes:")
    assert "lost-address" not in repository("check", "--changed").out
    assert repository("check", "--strict").code == 0


def test_a_former_address_that_is_no_longer_named(repository: Toolkit) -> None:
    former = "aliases: [prevention/resources/old, a/resources/b.md, prevention/resources/older]\n"
    edit(GUIDE, "themes:", f"{former}themes:")
    commit()
    # A program by which people look at changes, and which shows none.
    Path(".git/info/attributes").write_text("*.md diff=prose\n", encoding="utf-8")
    git("config", "diff.prose.textconv", "true")
    edit(GUIDE, "resources/old, a/resources/b.md, prevention/", "")
    assert repository("check").code == 0  # kept, without what only a comparison tells
    shown = repository("check", "--changed=HEAD").out
    assert 'This entry was at "prevention/resources/old", and that address' in shown
    assert shown.endswith("0 errors, 1 warning.\n")
    text = Path(GUIDE).read_text(encoding="utf-8")
    Path(GUIDE).write_text(text.replace("aliases:", "<<<<<<< HEAD\naliases:"), encoding="utf-8")
    assert "lost-address" not in repository("check", "--changed=HEAD").out  # nobody knows yet
    Path(GUIDE).write_text(text, encoding="utf-8")
    # Back at a former address, it still has the others.
    edit(GUIDE, "aliases: [prevention/resources/older]\n", "")
    assert repository("rename", "guide", "old").code == 0
    old = "docs/prevention/resources/old.md"
    assert found(repository("check", "--format", "json", "--changed=HEAD"))[2] == [
        (old, "lost-address")
    ]
    # Another entry takes its place, but not those that it had before.
    Path(old).unlink()
    edit(MANUAL, "themes:", "aliases: [prevention/resources/guide]\nthemes:")
    assert found(repository("check", "--format", "json", "--changed=HEAD"))[2] == [
        (MANUAL, "lost-address"),
        (MANUAL, "lost-address"),
    ]


def test_a_renamed_task_without_an_alias(repository: Toolkit) -> None:
    task = "docs/tasks/inspect.md"
    Path(task).parent.mkdir()
    Path(task).write_text(TASK, encoding="utf-8")
    commit()
    git("switch", "--quiet", "--create", "theirs")
    Path(task).rename("docs/tasks/visit.md")
    edit("docs/tasks/visit.md", "Inspect", "Visit")
    code, _, problems = found(repository("check", "--format", "json", "--changed=mine"))
    assert (code, problems) == (0, [("docs/tasks/visit.md", "lost-address")])
    edit("docs/tasks/visit.md", "choices:", "aliases: [tasks/inspect]\nchoices:")
    assert repository("check", "--changed=mine").out.endswith("0 errors, 0 warnings.\n")
    Path("docs/tasks/visit.md").unlink()
    assert found(repository("check", "--format", "json", "--changed=mine"))[2] == [
        (task, "lost-address")
    ]


def test_a_page_with_another_name(repository: Toolkit) -> None:
    Path("docs/about/presence.md").write_text(PAGE, encoding="utf-8")  # the nearest name
    commit()
    Path("docs/about/evidence.md").rename("docs/about/grades.md")
    shown = repository("check", "--changed=HEAD").out
    assert "did you mean ../../about/grades.md#the-three-grades?" in shown
    assert "rename it back to docs/about/evidence.md" in shown
    Path("docs/about/evidence.fr.md").write_text(PAGE, encoding="utf-8")
    shown = repository("check", "--changed=HEAD").out
    # The command toolkit rename is not for pages.
    assert "rename it to docs/about/grades.fr.md, or the page back to its former name.\n" in shown
    Path("docs/about/evidence.fr.md").unlink()
    Path("docs/about/grades.md").unlink()
    shown = repository("check", "--changed=HEAD").out
    assert 'The page "about/evidence" was removed' in shown
    assert "presence.md" not in shown


def test_a_removed_home_page(repository: Toolkit) -> None:
    Path("docs/index.md").unlink()
    other = PAGE.replace("Text.", "Who made this copy, and when, stands at its end. " * 5)
    Path("docs/about/index.md").write_text(other, encoding="utf-8")
    shown = repository("check", "--changed").out
    assert 'The text of the page "index" was removed: only its lists are left.' in shown


def test_an_entry_in_another_pillar(repository: Toolkit) -> None:
    edit(GUIDE, "pillars: [prevention]", "pillars: [protection]")
    edit(GUIDE, "summary: It", "summary: In all countries of the world, it")
    Path("docs/protection/resources").mkdir()
    Path(GUIDE).rename("docs/protection/resources/guide.md")
    assert 'was at "prevention/resources/guide"' in repository("check", "--changed").out


def test_a_removed_entry(repository: Toolkit) -> None:
    Path(GUIDE).unlink()
    # Much like it, but it was there before.
    edit(MANUAL, "year: 2006", "year: 2007")
    shown = repository("check", "--strict", "--changed")
    assert f"--> {GUIDE}:1:1" in shown.out
    assert "restore the file" in shown.out
    assert "status: withdrawn" in shown.out
    assert shown.code == 1
