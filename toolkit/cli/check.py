"""`toolkit check`: reads the whole content, checks it, and reports."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from toolkit.cli.exit_codes import ExitCode
from toolkit.cli.options import as_of_option, docs_option, format_option
from toolkit.problems import Severity, ToolkitError
from toolkit.reports import REPORTS
from toolkit.reports.screen import shown
from toolkit.source import resolved

if TYPE_CHECKING:
    from toolkit.cache.store import Store
    from toolkit.cli.changes import Changes
    from toolkit.content.reader import Content
    from toolkit.problems import Problem
    from toolkit.validation.kept import KeptFindings, Outcome

EPILOG = """\b
Examples:
  toolkit check
  toolkit check --strict docs/protection/practices
"""


class _Check(click.Command):
    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take what follows `--changed=` as its value; click would take `--fix` as an option.

        A leading space prevents that. It is stripped later, since no name in git begins with one.
        """
        paths = args.index("--") if "--" in args else len(args)
        before = [re.sub("^--changed=(?=-)", r"\g<0> ", arg) for arg in args[:paths]]
        return super().parse_args(ctx, [*before, *args[paths:]])


@click.command("check", cls=_Check, epilog=EPILOG)
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path())
@docs_option
@format_option(
    *REPORTS,
    "auto",
    default="auto",
    about="How to show problems; auto is github on GitHub Actions, otherwise text.",
)
@click.option(
    "--fix",
    is_flag=True,
    help="First fix what needs no decision, and show the changes. Wording is never changed.",
)
@click.option("--strict", is_flag=True, help="Exit with code 1 for warnings too.")
@as_of_option("Check the content as of this day.")
@click.option(
    "--changed",
    "base",
    is_flag=False,
    flag_value="",
    callback=lambda _context, _option, base: base and base.lstrip(),
    metavar="[BASE]",
    help="Show only problems that affect files changed since this branch left BASE (a branch or "
    "commit; the main branch if you name none).",
)
@click.option(
    "--no-cache",
    is_flag=True,
    help="Read everything from scratch, and leave .cache/toolkit alone.",
)
@click.option("--exit-zero", is_flag=True, help="Exit with code 0 even if there are errors.")
def check(
    paths: tuple[str, ...],
    folder: Path,
    form: str,
    fix: bool,
    strict: bool,
    day: date,
    base: str | None,
    no_cache: bool,
    exit_zero: bool,
) -> ExitCode:
    """Check the content: all entries, pages, vocabularies and registers.

    The whole content folder is always read. If you name files or folders (PATH), only their
    problems are shown and counted.
    """
    from toolkit.cli.reporting import show

    if fix:
        _fix(folder, day, paths, to_errors=form not in ("text", "auto"), no_cache=no_cache)
    outcome, chosen, changes = _checked(folder, day, paths, base, no_cache=no_cache)
    problems = [
        problem
        for problem in outcome.problems
        if problem.finding.location.source.path in chosen
        and (changes is None or changes.touch(problem))
    ]
    if changes is not None and not paths:
        problems += changes.entries_outside(outcome.prefix)
        problems.sort(key=lambda problem: problem.sort_key)
    seen = chosen if changes is None else chosen & changes.paths
    checked = sum(path in seen for path in outcome.entries)
    changed = () if changes is None else tuple(changes.files_in(folder, outcome))
    show(problems, checked, folder, form, changed, brief=not paths and changes is None)
    if changes is not None and not changes.paths:
        others = "" if base else " To compare with another branch, name it: --changed=BRANCH."
        click.echo(f"Nothing in {folder} has changed since {changes.base}.{others}", err=True)
    failing = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    failed = any(problem.severity in failing for problem in problems)
    return ExitCode.PROBLEMS if failed and not exit_zero else ExitCode.OK


_Checked = tuple["Outcome", frozenset[str], "Changes | None"]


def _checked(
    folder: Path,
    day: date,
    paths: Sequence[str] = (),
    base: str | None = None,
    *,
    no_cache: bool = False,
) -> _Checked:
    """What `_check` returns, with what earlier runs kept."""
    from toolkit.cache.snapshot import snapshot_of
    from toolkit.cache.store import store_for
    from toolkit.validation.kept import KeptFindings

    # Without the folder, there is nothing to keep a cache next to.
    store = store_for(folder) if folder.is_dir() and not no_cache else None
    kept = None
    if store is not None:
        with suppress(OSError):  # what can't be seen, reading will report
            kept = KeptFindings(store, snapshot_of(folder))
    # If nothing has changed since the last run, this is all that `_check` would return.
    if kept is not None and (outcome := kept.outcome(day)) is not None:
        chosen = _chosen(outcome.known, outcome.prefix, folder, paths)
        if base is None:
            return outcome, chosen, None
        from toolkit.cli.changes import changes_since, may_move

        changes = changes_since(folder, outcome.prefix, base)
        if not may_move(folder, changes, outcome.texts):
            return outcome, chosen, changes
    return _check(folder, day, paths, base, store, kept)


def _check(
    folder: Path,
    day: date,
    paths: Sequence[str],
    base: str | None,
    store: Store | None,
    kept: KeptFindings | None,
) -> _Checked:
    """All problems, the paths whose problems were asked for, and what has changed since `base`."""
    from toolkit.cli.progress import progress
    from toolkit.content.files import with_data
    from toolkit.content.late import open_content
    from toolkit.content.reader import read_content
    from toolkit.content.yaml_text import reading_with
    from toolkit.memory import only_new_collected
    from toolkit.validation.runner import known_paths, outcome_of, start_checks, start_on_changes

    changes: Changes | None = None
    moved: dict[str, str] = {}
    with ExitStack() as reading:
        reading.enter_context(only_new_collected())
        with progress(f"Reading {folder}"):
            if kept is None:
                content = read_content(folder)
            else:
                reading.enter_context(with_data(folder, kept.data))
                reading.enter_context(reading_with(store, few=True))
                content = open_content(folder, kept.watch)
            chosen = _chosen(known_paths(content), content.prefix, folder, paths)
            if base is not None:
                from toolkit.cli.changes import changes_since, moved_pages

                changes = changes_since(folder, content.prefix, base)
                moved = moved_pages(folder, content, changes)
        if kept is None:
            found = start_checks(content, day, moved)
        else:
            found = start_on_changes(content, day, moved, kept)
        with progress(f"Checking {folder}"):
            outcome = outcome_of(content, found())
    if kept is not None:
        kept.keep(day, outcome, moved)
    if not paths:
        chosen |= {f"{content.prefix}/{path}.md" for path in moved}
    return outcome, chosen, changes


def _fix(folder: Path, day: date, paths: Sequence[str], *, to_errors: bool, no_cache: bool) -> None:
    """Fix the chosen files and show what changed."""
    from toolkit.autofix import everything, fix
    from toolkit.cli.reading import content_of
    from toolkit.validation.runner import MOST_OF_A_KIND, known_paths

    def choose(content: Content) -> frozenset[str]:
        return _chosen(known_paths(content), content.prefix, folder, paths)

    def found() -> tuple[Content, Sequence[Problem]]:
        problems = _checked(folder, day)[0].problems
        of_a_kind = Counter((one.id, one.finding.location.source.path) for one in problems)
        if max(of_a_kind.values(), default=0) > MOST_OF_A_KIND:  # the others are only counted
            return everything(folder, day)
        return content_of(folder), problems

    read = partial(everything, folder, day) if no_cache else found

    def show(diff: list[str]) -> None:
        for line in diff:
            click.echo(shown(line), err=to_errors)
        click.echo("", err=to_errors)

    fix(folder, day, choose, read, show)


def _real(path: Path) -> Path:
    """The path with links resolved, except one at its end: that means the link, not its target."""
    return path.parent.resolve() / path.name if path.is_symlink() else resolved(path)


def _meant(known: frozenset[str], text: str) -> str:
    """A hint at the file or folder most likely meant by a path that doesn't exist, or nothing."""
    from toolkit.validation.nearest import PathSuggestions

    typed, star, _ = text.replace("\\", "/").rstrip("/").partition("*")
    typed = _bare(typed.rpartition("/")[0] if star else typed)
    name = typed.rpartition("/")[2]
    folders = {one[:end] for one in known for end, sign in enumerate(one) if sign == "/"}
    paths = {path: f"/{_bare(path)}" for path in sorted({*known, *folders}) if name}
    found = (
        [path for path, bare in paths.items() if f"/{typed}".endswith(bare)]
        or [path for path, bare in paths.items() if bare.endswith(f"/{typed}")]
        or [path for path, bare in paths.items() if bare.endswith(f"/{name}")]
    )
    bare_paths = {bare.strip("/"): path for path, bare in paths.items()}
    if not found and (near := PathSuggestions(bare_paths).nearest(typed)):
        found = [bare_paths[near]]
    if not found:
        return ""
    return f"name the folder, without *: {found[0]}" if star else f"did you mean {found[0]}?"


def _bare(path: str) -> str:
    return re.sub(r"\.(?:md|yml)$", "", path.casefold())


def _chosen(
    known: frozenset[str], prefix: str, folder: Path, paths: Sequence[str]
) -> frozenset[str]:
    """The known paths that `paths` choose; all if it is empty."""
    if not paths:
        return known
    chosen: set[str] = set()
    root = folder.resolve()
    for text in paths:
        path = _real(Path(text))
        inside = path.is_relative_to(root)
        name = "/".join((prefix, *path.relative_to(root).parts)) if inside else ""
        # A file that must exist has a problem to show.
        if not os.path.lexists(path) and name not in known:
            hint = _meant(known, text)
            raise ToolkitError(f'There is no file or folder "{text}".', hint or "correct the path.")
        if not inside:
            raise ToolkitError(
                f'"{text}" is not in the content folder "{folder}".',
                "name files and folders in it, or another content folder with --docs.",
            )
        found = {one for one in known if one == name or one.startswith(f"{name}/")}
        if not found:
            raise ToolkitError(
                f'There is nothing to check in "{text}".',
                "name Markdown files, vocabularies or registers, or folders that contain them.",
            )
        chosen |= found
    return frozenset(chosen)
