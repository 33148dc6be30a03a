"""`toolkit check --changed`: what a change touches, and nothing else."""

import os
import shutil
from pathlib import Path
from time import process_time

import pytest

from tests.cli.repositories import GUIDE, MANUAL, SHELTER, commit, found, git
from tests.content_case import edit
from tests.ledger import found_ledger, say
from tests.program import Toolkit
from toolkit.cli import main
from toolkit.cli.exit_codes import ExitCode


def test_nothing_changed(repository: Toolkit) -> None:
    assert found(repository("check", "--format", "json", "--changed")) == (0, 0, [])
    outcome = repository("check", "--changed")
    assert outcome.out == "0 entries checked: 0 errors, 0 warnings.\n"
    assert outcome.err == (
        "Nothing in docs has changed since main. "
        "To compare with another branch, name it: --changed=BRANCH.\n"
    )


def test_a_correction_of_fifty_thousand_characters(repository: Toolkit) -> None:
    """In another file: it could name one that has changed."""
    edit(GUIDE, "https://www.unodc.org/guide", f"https://www.unodc.org{'/' * 50_000}\u200b")
    commit()
    git("branch", "--force", "main")
    edit(SHELTER, "http://www.iom", "https://www.iom")
    begun = process_time()
    assert found(repository("check", "--format", "json", "--changed")) == (0, 1, [])
    assert process_time() - begun < 4


@pytest.mark.parametrize("committed", [False, True])
def test_changed_and_new_files(repository: Toolkit, committed: bool) -> None:
    edit(GUIDE, "investigation", "investigaton")
    new = Path("docs/prevention/resources/new é.md")
    new.write_text("no facts", encoding="utf-8")
    if committed:
        commit()
    code, checked, problems = found(repository("check", "--format", "json", "--changed"))
    assert (code, checked) == (1, 2)
    assert {path for path, _ in problems} == {GUIDE, str(new)}


def test_names_where_consoles_have_other_letters(
    repository: Toolkit, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As on Windows, where names are UTF-8 all the same."""
    monkeypatch.setattr("locale.getencoding", lambda: "cp1252")
    new = Path("docs/prevention/resources/new é.md")
    new.write_text("no facts", encoding="utf-8")
    assert main.run(["check", "--format", "concise", "--changed"]) is ExitCode.PROBLEMS
    assert str(new) in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "committed", "named"),
    [
        ("my guide.md", False, ""),
        ("my guide.md", True, ""),
        ("my guide.md.txt", True, ", and name it my guide.md"),
        ("my guide.markdown", True, ", and name it my guide.md"),
    ],
)
def test_a_new_entry_outside_of_the_content(
    repository: Toolkit, name: str, committed: bool, named: str
) -> None:
    """As the page of a repository puts an uploaded file at its root."""
    Path(name).write_text(Path(GUIDE).read_text(encoding="utf-8"), encoding="utf-8")
    Path("NOTES.md").write_text("---\ntitle: Notes\n---\n\nNo entry.\n", encoding="utf-8")
    if committed:
        commit()
    outcome = repository("check", "--changed")
    assert "error[misplaced-file]: An entry cannot be in this folder." in outcome.out
    assert f"{name}:1" in outcome.out
    assert f"move the file to docs/prevention/resources/{named}." in outcome.out
    again = found(repository("check", "--format", "json", "--changed"))
    assert again == (1, 0, [(name, "misplaced-file")])
    assert repository("check", "docs", "--changed").code == 0


def test_the_summary_says_what_the_change_does(
    repository: Toolkit, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    edit(GUIDE, "title: ", "title: <b> ")
    edit("docs/vocabularies/themes.yml", "\n", "\n# A remark.\n")
    new = Path("docs/prevention/resources/newer.md")
    new.write_text(Path(MANUAL).read_text(encoding="utf-8"), encoding="utf-8")
    Path(MANUAL).unlink()
    commit()
    repository("check", "--format", "github", "--changed")
    told = summary.read_text(encoding="utf-8").partition("## What this change does\n\n")[2]
    title = document_title(Path(GUIDE)).replace("<b>", "&#60;b&#62;")
    assert told.partition("\n\n")[0].replace("&#46;", ".").split("\n") == [
        f"- Changes resource **{title}**, {GUIDE}",
        f"- Removes {MANUAL}",
        f"- Adds resource **{document_title(new)}**, {new}",
        "- Changes docs/vocabularies/themes.yml",
    ]


def document_title(path: Path) -> str:
    return path.read_text(encoding="utf-8").partition("title: ")[2].partition("\n")[0]


def test_what_others_did_meanwhile_is_no_change(repository: Toolkit) -> None:
    git("switch", "--quiet", "main")
    edit(MANUAL, "investigation", "investigaton")
    commit()
    git("switch", "--quiet", "mine")
    edit(GUIDE, "2019", "2018")
    assert found(repository("check", "--format", "json", "--changed=main")) == (0, 1, [])


def test_what_others_did_is_no_change_after_a_merge(repository: Toolkit) -> None:
    """Neither while it is under way, nor in a fork whose own main branch is out of date."""
    git("update-ref", "refs/remotes/origin/main", "main")
    edit(GUIDE, "2019", "2018")
    commit()
    git("switch", "--quiet", "main")
    edit(MANUAL, "investigation", "investigaton")
    commit()
    git("update-ref", "refs/remotes/upstream/main", "main")
    git("switch", "--quiet", "mine")
    git("merge", "--quiet", "--no-commit", "main")
    for base in ("--changed", "--changed=main"):
        assert found(repository("check", "--format", "json", base)) == (0, 1, [])
    commit()
    assert found(repository("check", "--format", "json", "--changed")) == (0, 1, [])
    # Even on a branch called main, if there is no fork.
    git("update-ref", "-d", "refs/remotes/origin/main")
    git("branch", "--quiet", "--force", "main", "mine")
    git("switch", "--quiet", "main")
    assert found(repository("check", "--format", "json", "--changed")) == (0, 1, [])
    git("switch", "--quiet", "mine")
    git("branch", "--quiet", "--force", "main", "upstream/main")
    # A copy with a life of its own may have come from there long ago.
    git("update-ref", "refs/remotes/upstream/main", "main~1")
    git("update-ref", "refs/remotes/origin/main", "main")
    assert found(repository("check", "--format", "json", "--changed")) == (0, 1, [])


@pytest.mark.parametrize("names", [("GIT_DIR",), ("GIT_DIR", "GIT_WORK_TREE")])
@pytest.mark.parametrize("top", [".", "/"])
def test_in_a_hook_of_another_work_tree(
    repository: Toolkit, monkeypatch: pytest.MonkeyPatch, names: tuple[str, ...], top: str
) -> None:
    """Git names the repository there, from where it is or from the root of the disk."""
    edit(GUIDE, "2019", "2018")
    here = Path(top if top == "." else Path.cwd())
    for name, path in zip(names, (here / ".git", here), strict=False):
        monkeypatch.setenv(name, str(path))
    assert found(repository("check", "--format", "json", "--changed")) == (0, 1, [])


def test_with_an_old_git(
    repository: Toolkit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before 2.30, `rev-parse` took this option for a file."""
    edit(GUIDE, "2019", "2018")
    (tmp_path / "bin").mkdir()
    old = tmp_path / "bin/git"
    old.write_text(
        f'#!/bin/sh\ncase "$*" in *--end-of-options*) exit 128;; esac\n{shutil.which("git")} "$@"\n'
    )
    old.chmod(0o755)
    monkeypatch.setenv("PATH", f"{old.parent}:{os.environ['PATH']}")
    assert found(repository("check", "--format", "json", "--changed=main")) == (0, 1, [])


@pytest.mark.parametrize("is_known", [False, True])
def test_a_repository_within_the_content(repository: Toolkit, *, is_known: bool) -> None:
    """Git names its folder alone."""
    git("init", "--quiet", "docs/protection")
    git("-C", "docs/protection", "add", "--all")
    git("-C", "docs/protection", "commit", "--quiet", "--message", "practice")
    git("rm", "--quiet", "-r", "--cached", "docs/protection")
    if is_known:
        git("add", "docs/protection")
    git("commit", "--quiet", "--message", "change")
    edit(SHELTER, "title: ", "year: 20\ntitle: ")
    outcome = repository("check", "--format", "json", "--changed=HEAD")
    assert SHELTER in {path for path, _ in found(outcome)[2]}


def test_a_copy_next_to_the_content_has_no_new_entries(repository: Toolkit) -> None:
    git("worktree", "add", "--quiet", "before", "main")
    assert found(repository("check", "--format", "json", "--changed")) == (0, 0, [])


def test_files_that_a_sparse_copy_leaves_out_are_not_removed(repository: Toolkit) -> None:
    edit(GUIDE, "2019", "2018")
    commit()
    git("update-index", "--skip-worktree", GUIDE)
    Path(GUIDE).unlink()
    assert found(repository("check", "--format", "json", "--changed=main")) == (0, 0, [])


def test_removed_entry_that_others_name(repository: Toolkit) -> None:
    edit(GUIDE, "themes:", "related: [manual]\nthemes:")
    commit()
    assert found(repository("check", "--format", "json", "--changed=HEAD")) == (0, 0, [])
    Path(MANUAL).unlink()
    assert found(repository("check", "--format", "json", "--changed=HEAD")) == (
        1,
        0,
        [(GUIDE, "unknown-entry"), (MANUAL, "lost-address")],
    )


def test_removed_page_and_kept_text_that_others_name(repository: Toolkit) -> None:
    found_ledger(Path("docs"))
    say(Path("docs"), ("unodc",), "2026-01-05")
    commit()
    Path("docs/about/evidence.md").unlink()
    (kept,) = Path("docs/recognition/texts").iterdir()
    kept.unlink()
    assert found(repository("check", "--format", "json", "--changed=HEAD"))[2] == [
        ("docs/about/evidence.md", "lost-address"),
        (GUIDE, "broken-link"),
        ("docs/recognition/unodc.yml", "text-not-kept"),
    ]


@pytest.mark.parametrize("original", ["about/evidence", "prevention/resources/guide"])
def test_changed_original_of_a_translation(repository: Toolkit, original: str) -> None:
    """Commands call an entry by its id, and a page by its path."""
    assert repository("translation", "new", original, "--language", "fr").code == 0
    commit()
    edit(f"docs/{original}.md", "title: ", "title: New ")
    _, _, problems = found(repository("check", "--format", "json", "--changed=HEAD"))
    assert (f"docs/{original}.fr.md", "outdated-translation") in problems


def test_a_removed_statement_leaves_its_text(repository: Toolkit) -> None:
    found_ledger(Path("docs"))
    say(Path("docs"), ("unodc",), "2026-01-05")
    commit()
    Path("docs/recognition/unodc.yml").unlink()
    (kept,) = Path("docs/recognition/texts").iterdir()
    problems = found(repository("check", "--format", "json", "--changed=HEAD"))[2]
    assert problems == [(str(kept), "unnamed-kept-text")]
    commit()
    edit(MANUAL, "year: 2006", "year: 2007")
    assert found(repository("check", "--format", "json", "--changed=HEAD"))[2] == []


def test_removed_term_that_others_use(repository: Toolkit) -> None:
    edit("docs/vocabularies/themes.yml", "id: investigation", "id: inquiry")
    _, _, problems = found(repository("check", "--format", "json", "--changed"))
    assert problems == [(GUIDE, "unknown-term"), (MANUAL, "unknown-term")]


def test_together_with_a_path(repository: Toolkit) -> None:
    for path in (GUIDE, MANUAL):
        edit(path, "investigation", "investigaton")
    outcome = repository("check", "--format", "json", "--changed=main", GUIDE)
    assert found(outcome) == (1, 1, [(GUIDE, "unknown-term")])


@pytest.mark.parametrize(
    "base",
    ["nowhere", "--output=x", "-x", "-h", "--fix", "--exit-zero", "-", "--", "main..mine", ""],
)
def test_base_that_is_none(repository: Toolkit, base: str) -> None:
    outcome = repository("check", f"--changed={base}")
    assert (outcome.code, outcome.out) == ((2, "") if base else (0, outcome.out))
    if base:
        assert outcome.err.startswith(f'error: There is no branch or commit "{base}".\nhint: ')
    assert not Path("x").exists()


def test_a_path_where_a_base_belongs(repository: Toolkit) -> None:
    outcome = repository("check", "--changed", "docs/prevention")
    assert "write the path first: toolkit check docs/prevention --changed" in outcome.err


def test_no_repository(toolkit: Toolkit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(Path.cwd().parent))
    outcome = toolkit("check", "--changed")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("error: Git can't tell what has changed: not a git repository")


def test_a_repository_of_somebody_else(
    repository: Toolkit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    outcome = repository("check", "--changed")
    assert (outcome.code, outcome.out) == (2, "")
    assert "hint: if you trust this folder: git config --global --add safe.dir" in outcome.err


def test_no_common_history(repository: Toolkit) -> None:
    git("switch", "--quiet", "--orphan", "other")
    git("commit", "--quiet", "--allow-empty", "--message", "x")
    git("checkout", "--quiet", "main", "--", ".")
    outcome = repository("check", "--changed")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.endswith(
        "hint: name another branch or commit, for example: --changed=HEAD.\n"
    )


def test_no_git(toolkit: Toolkit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    outcome = toolkit("check", "--changed")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("error: Git is not installed.")


def test_no_commit(toolkit: Toolkit) -> None:
    git("init", "--quiet")
    outcome = toolkit("check", "--changed")
    assert (outcome.code, outcome.err.partition("\n")[0]) == (
        2,
        "error: Nothing has been committed yet.",
    )


def test_the_main_branch_may_be_called_master(repository: Toolkit) -> None:
    git("branch", "--quiet", "--move", "main", "master")
    edit(GUIDE, "investigation", "investigaton")
    commit()
    assert found(repository("check", "--format", "json", "--changed"))[1] == 1


def test_a_copy_without_the_main_branch(
    repository: Toolkit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has only the commit to be checked, which would be compared with itself."""
    git("clone", "--quiet", "--depth=1", "--branch=mine", Path.cwd().as_uri(), str(tmp_path / "x"))
    monkeypatch.chdir(tmp_path / "x")
    git("remote", "remove", "origin")
    outcome = repository("check", "--changed")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("error: This copy does not hold the main branch, so nobody can ")
    outcome = repository("check", "--changed=HEAD^1")
    assert (outcome.code, outcome.out) == (2, "")
    assert (
        "hint: correct the name, or fetch the whole history: git fetch --unshallow" in outcome.err
    )


def test_a_git_that_never_answers(
    repository: Toolkit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hanging = tmp_path / "programs/git"
    hanging.parent.mkdir()
    hanging.write_text("#!/bin/sh\nexec tail -f /dev/null\n", encoding="utf-8")
    hanging.chmod(0o755)
    monkeypatch.setenv("PATH", f"{hanging.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr("toolkit.cli.changes._LONGEST_WAIT", 0.001)
    outcome = repository("check", "--changed")
    assert (outcome.code, outcome.out) == (ExitCode.FAILED, "")
    assert outcome.err == (
        "error: Git did not answer within 0.001 minutes.\n"
        "hint: see whether git status answers, or leave out --changed.\n"
    )
