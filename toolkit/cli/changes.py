"""What a change touches, according to git, and which problems that concerns."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz

from toolkit.content.addresses import list_of, term_ids
from toolkit.content.files import FoundFile, open_source
from toolkit.content.markdown_files import document_from, place_of, read_document
from toolkit.content.reader import Content
from toolkit.content.schema import ENTRIES, Form, Kind
from toolkit.content.tables import facet_fields
from toolkit.problems import Problem, Severity, ToolkitError
from toolkit.reports.report import ChangedFile
from toolkit.source import SourceFile
from toolkit.validation.checks.invalid_alias import FORMER
from toolkit.validation.checks.misplaced_file import entry_outside
from toolkit.validation.kept import Outcome

# What a change is compared with by default: the first of these that exists.
_USUAL_BASES = ("origin/HEAD", "origin/main", "main", "origin/master", "master", "HEAD")
# In the copy of a fork, also with the first of these: its own main branch may be out of date.
_OF_UPSTREAM = ("upstream/HEAD", "upstream/main", "upstream/master")
# Above this similarity, in per cent, a new file is taken for a renamed old one.
_SAME_TEXT = 60
_REGISTER = re.compile(r"/recognition/[^/]+\.yml$")
_LIST = re.compile(r"/(?:vocabularies|registers)/[^/]+\.yml$")
_FETCH = (
    "fetch the whole history: git fetch --unshallow "
    "(in a workflow, give actions/checkout fetch-depth: 0)."
)
# Git compares even a large copy on a slow disk in seconds; a lost network folder never answers.
_LONGEST_WAIT = 10.0  # minutes
# What may be a path: from its beginning, or a run of slashes would be read from each of them on.
_WORD = re.compile(r"(?<![\w./-])[\w./-]*\w")
_HASH = re.compile(r"\b[0-9a-f]{64}\b")
_ID = re.compile(r"^- +id: *[\"']?([\w-]+)", re.MULTILINE)
_IN_ALIASES = "(practices|resources|tasks)/"
_ENTRY_NAMES = (".md", ".md.txt", ".markdown")  # as some browsers and editors save it
_WITH_ADDRESSES = (Kind.PRACTICE, Kind.RESOURCE, Kind.TASK, Kind.PAGE)


@dataclass(frozen=True, slots=True)
class Changes:
    """Files that were added, changed or removed since the commit `start`, as reports call them.

    There the branch left `base`. `added` are those of `paths` that are new, `removed` those that
    are gone; `outside` are new Markdown files elsewhere in the repository, which is in the folder
    `top`.
    """

    paths: frozenset[str]
    start: str
    base: str = ""
    added: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()
    top: Path = Path()
    outside: tuple[str, ...] = ()

    def files_in(self, folder: Path, outcome: Outcome) -> Iterator[ChangedFile]:
        """Each file, with what is known about it now; `outcome` is that of checking `folder`."""
        for path in sorted(self.paths):
            gone = path in self.removed
            verb = "Adds" if path in self.added else "Removes" if gone else "Changes"
            name = path.partition("/")[2]
            kind = title = ""
            if path in outcome.texts:
                document = read_document(FoundFile(name, folder / name), outcome.prefix)
                kind, title = document.kind.value.replace("-", " "), document.text("title")
            yield ChangedFile(verb, kind, title, path)

    def entries_outside(self, prefix: str) -> Iterator[Problem]:
        """New entries and tasks that are not in the content folder, called `prefix`."""
        for path in self.outside:
            source, faults = open_source(self.top / path, path)
            found = entry_outside(document_from(source, path, faults), prefix)
            if found is not None:
                yield Problem("misplaced-file", Severity.ERROR, found)

    def gone(self, texts: frozenset[str]) -> list[str]:
        """The originals that are not among the `texts` that exist now, so may have moved.

        Their paths are relative to the content folder.
        """
        paths = sorted(path.partition("/")[2] for path in self.removed - texts)
        return [
            path for path in paths if path.endswith(".md") and place_of(path)[0] in _WITH_ADDRESSES
        ]

    def touch(self, problem: Problem) -> bool:
        """Whether a problem is in a changed file, or names one.

        Removing or renaming an entry or a page causes problems in the files that name it; removing
        a term causes them in the entries that use it, removing a kept text where its digest is,
        and removing a statement in the kept text that it is about.
        """
        finding, place = problem.finding, problem.finding.location
        if place.source.path in self.paths:
            return True
        if problem.id == "unnamed-kept-text":
            return any(map(_REGISTER.search, self.paths))
        text = f"{finding.message} {finding.label} {finding.hint}"
        hashes = _HASH.findall(place.source.line(place.line))
        words = {*_WORD.findall(text), *hashes}
        return any(_names(word.lstrip("./"), path) for word in words for path in self.paths)


def _names(word: str, path: str) -> bool:
    """Whether a word is a path or the end of it, with its extension (as in a relative link) or
    without (as commands take it).
    """
    stem, _, ending = path.rpartition(".")
    whole = f"/{path}".endswith(f"/{word}")
    return whole or (ending in ("md", "json") and stem.endswith(f"/{word}"))


def changes_since(folder: Path, prefix: str, base: str) -> Changes:
    """What has changed in `folder`, called `prefix` in reports, since this branch left `base`.

    This includes untracked files. Raises ToolkitError if git can't tell.
    """
    if shutil.which("git") is None:
        raise ToolkitError("Git is not installed.", "install Git, or leave out --changed.")
    start, named = _start(folder, base)
    place = _git(folder, "rev-parse", "--show-toplevel", "--show-prefix").split("\n")
    top, within = Path(place[0]), place[1]
    # A letter and a path for each file, in turn.
    words = _git(top, "diff", "--name-status", "--no-renames", "-z", start, "--").split("\0")
    untracked = _git(top, "ls-files", "--others", "--exclude-standard", "-z").split("\0")[:-1]
    found = {**dict(zip(words[1::2], words[:-1:2], strict=True)), **dict.fromkeys(untracked, "A")}
    letters = {
        file: letter
        for name, letter in found.items()
        for file in (_files(top, name, letter) if name.startswith(within) else (name,))
    }
    changed = {
        f"{prefix}/{name.removeprefix(within)}": letter
        for name, letter in letters.items()
        if name.startswith(within)
    }
    added, removed = (
        frozenset(path for path, letter in changed.items() if letter == one) for one in "AD"
    )
    outside = (
        name
        for name, letter in letters.items()
        if letter == "A" and name.lower().endswith(_ENTRY_NAMES) and not name.startswith(within)
    )
    return Changes(frozenset(changed), start, named, added, removed, top, tuple(sorted(outside)))


def _files(top: Path, name: str, letter: str) -> Iterator[str]:
    """A file, or those in a repository within the content, of which git names the folder."""
    folder = top / name
    if letter == "D" or folder.is_symlink() or not folder.is_dir():
        yield name
        return
    for file in folder.rglob("*"):
        path = file.relative_to(top)
        if file.is_file() and ".git" not in path.parts:
            yield path.as_posix()


def moved_pages(folder: Path, content: Content, changes: Changes) -> dict[str, str]:
    """The new paths of originals that have moved, by former path; empty if one is gone.

    Paths are relative to the content folder, without extension. An original has moved if a new file
    has most of its text or, except for pages, its id. What is gone from a list had a page, too, and
    so had what is gone from the aliases of a text that is there, moved or has joined another one.
    """
    moved = dict.fromkeys(_gone_from_lists(folder, content, changes), "")
    for path in changes.gone(frozenset(one.source.path for one in content.documents)):
        text = _try(folder, "show", f"{changes.start}:./{path}")
        if text:  # else it was never there
            moved[path.removesuffix(".md")] = _new_path(path, text, content, changes.added)
    now = {leaf.text: one.path for one in content.documents for leaf in one.of_form(Form.PATH)}
    now |= {path: new for path, new in moved.items() if new} | {
        path: path for path in content.by_path
    }
    for path, alias in _former_aliases(folder, content, changes.start):
        if path in now and alias not in now:
            moved[alias] = now[path]
    return moved


def may_move(folder: Path, changes: Changes, texts: frozenset[str]) -> bool:
    """Whether `moved_pages` would look at anything, where the `texts` exist now."""
    return bool(
        any(map(_LIST.search, changes.paths - changes.added))
        or changes.gone(texts)
        or _with_aliases(folder, changes.start)
    )


def _with_aliases(folder: Path, start: str) -> list[str]:
    """The texts in which lines with aliases, or with something like them, have changed."""
    found = ("diff", "--name-only", "--no-renames", "--no-textconv", "--relative", "-z")
    return _git(folder, *found, "-G", _IN_ALIASES, start, "--", "*.md").split("\0")[:-1]


def _former_aliases(folder: Path, content: Content, start: str) -> Iterator[tuple[str, str]]:
    """The aliases in changed lines before the change, each after the path of its text."""
    for path in _with_aliases(folder, start):
        text = _try(folder, "show", f"{start}:./{path}")
        if "aliases" in text and place_of(path)[0] in _WITH_ADDRESSES:
            document = document_from(SourceFile(f"{content.prefix}/{path}", text), path)
            for leaf in document.of_form(Form.PATH):
                if FORMER.fullmatch(leaf.text):  # else no page was there
                    yield document.path, leaf.text


def _gone_from_lists(folder: Path, content: Content, changes: Changes) -> Iterator[str]:
    """The pages of terms that are gone; of those still in use, other checks say so."""
    for field in facet_fields():
        file = list_of(content, field)
        if file is not None and file.path in changes.paths and file.sound:
            path, known = file.path.partition("/")[2], {*term_ids(content, field)}
            for document in content.documents:
                known.update(text.partition(":")[0] for text in document.texts(field.name))
            before = _ID.findall(_try(folder, "show", f"{changes.start}:./{path}"))
            yield from (f"{field.facet}/{id_}" for id_ in before if id_ not in known)


def _new_path(path: str, text: str, content: Content, added: Collection[str]) -> str:
    former = path.rpartition("/")[2]
    best, most = "", float(_SAME_TEXT)
    kind = place_of(path)[0]
    kinds = ENTRIES if kind in ENTRIES else (kind,)
    for one in content.documents:
        if one.kind in kinds and one.source.path in added:
            is_same = kind is not Kind.PAGE and f"{one.id}.md" == former  # many are called index
            alike = 100.0 if is_same else fuzz.ratio(text, one.source.text)
            if alike > most:
                best, most = one.path, alike
    return best


def _start(folder: Path, base: str) -> tuple[str, str]:
    """The commit at which the branch left its base, and the name of the base."""
    is_shallow = _try(folder, "rev-parse", "--is-shallow-repository") == "true"
    name, commit = _first(folder, (base,) if base else _USUAL_BASES)
    if not commit:
        _git(folder, "rev-parse", "--git-dir")  # reports it if this isn't a repository at all
        if not base:
            raise ToolkitError("Nothing has been committed yet.", "leave out --changed.")
        hint = "name one to compare with, for example: --changed=origin/main."
        if Path(base).exists():
            hint = f"write the path first: toolkit check {base} --changed"
        elif is_shallow:
            hint = f"correct the name, or {_FETCH}"
        raise ToolkitError(f'There is no branch or commit "{base}".', hint)
    bases = {name: commit}
    other, newer = ("", "") if base else _first(folder, _OF_UPSTREAM)
    if newer:  # a branch of this copy says nothing about the project then, one of the fork may
        bases = {**(bases if name.startswith("origin/") else {}), other: newer}
    elif name == "HEAD" and not base and is_shallow:
        # With itself, nothing would have changed.
        raise ToolkitError(
            "This copy does not hold the main branch, so nobody can tell what has changed.",
            "fetch it: git fetch --unshallow origin main:refs/remotes/origin/main",
        )
    # While a merge is under way, also what is being merged: others changed that.
    heads = filter(None, ("HEAD", _commit(folder, "MERGE_HEAD")))
    each = ((head, *bases.values()) for head in heads)
    parted = [found for commits in each if (found := _try(folder, "merge-base", *commits))]
    names = " and ".join(bases)
    if not parted:
        raise ToolkitError(
            f'The current branch and "{names}" have no common history in this copy.',
            _FETCH if is_shallow else "name another branch or commit, for example: --changed=HEAD.",
        )
    return _git(folder, "merge-base", "--independent", *parted).split("\n")[0], names


def _first(folder: Path, names: Iterable[str]) -> tuple[str, str]:
    """The first of the names that exists, and its commit; empty if there is none."""
    found = ((name, commit) for name in names if (commit := _commit(folder, name)))
    return next(found, ("", ""))


def _commit(folder: Path, name: str) -> str:
    # Git before 2.30 doesn't know --end-of-options here.
    whole = f"refs/heads/{name}" if name.startswith("-") else name
    return _try(folder, "rev-parse", "--verify", "--quiet", f"{whole}^{{commit}}")


def _try(folder: Path, *arguments: str) -> str:
    done = _run(folder, *arguments)
    return done.stdout.strip() if done.returncode == 0 else ""


def _git(folder: Path, *arguments: str) -> str:
    done = _run(folder, *arguments)
    if done.returncode:
        words = done.stderr.strip().partition("\n")[0].removeprefix("fatal: ")
        trust = re.search("git config .*safe.directory.*", done.stderr)
        hint = f"if you trust this folder: {trust[0]}" if trust else "leave out --changed."
        raise ToolkitError(f"Git can't tell what has changed: {words}.", hint)
    return done.stdout


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = ["git", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false", *arguments]
    environment = {**os.environ, "LC_ALL": "C"}  # part of a message is Git's
    given = {name: environment.pop(name, None) for name in ("GIT_DIR", "GIT_WORK_TREE")}
    if given["GIT_WORK_TREE"]:  # else a hook's GIT_DIR would make the current folder the top
        environment |= {name: str(Path(path).absolute()) for name, path in given.items() if path}
    try:
        return subprocess.run(  # noqa: S603 - fixed program, no shell
            command,
            cwd=folder,
            env=environment,
            capture_output=True,
            # Of names, which in Windows isn't that of the console: there Git writes UTF-8.
            encoding=sys.getfilesystemencoding(),
            errors="surrogateescape",
            stdin=subprocess.DEVNULL,
            check=False,
            timeout=_LONGEST_WAIT * 60,
        )
    except subprocess.TimeoutExpired:
        message = f"Git did not answer within {_LONGEST_WAIT:g} minutes."
        raise ToolkitError(
            message, "see whether git status answers, or leave out --changed."
        ) from None
