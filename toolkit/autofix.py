"""`toolkit check --fix`: applies the fixes that checks propose, file by file.

Texts are read and checked again after each round, since one fix can reveal another fault. Images
lose their notes, without re-encoding the picture. No fix changes a word, so translations and tasks
that were up to date stay so. A file is written next to the old one and replaces it atomically.
"""

import difflib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from toolkit.authoring.task_stamps import following
from toolkit.content.attachments import FAULTS_OF_NOTES
from toolkit.content.images.notes import DamagedImageError
from toolkit.content.images.stripping import strip
from toolkit.content.markdown_code import without_code
from toolkit.content.reader import Content, read_content
from toolkit.content.yaml_text import conflict_marker
from toolkit.grouping import grouped
from toolkit.problems import Fix, Problem, ToolkitError
from toolkit.publishing import write_files
from toolkit.source import SourceFile, end_of_line
from toolkit.translations.drafts import followers, keeping, stamp
from toolkit.validation.check import Check
from toolkit.validation.checks import CHECKS
from toolkit.validation.context import Context
from toolkit.validation.runner import find_problems

_MOST_ROUNDS = 25


def fixed_text(source: SourceFile, fixes: Iterable[Fix]) -> str:
    """The whole text of a file with its fixes; of two that overlap, only the first is applied.

    New lines end like all others in the file. Raises ToolkitError if the file can't be changed.
    """
    if refusal := _refusal(source):
        raise refusal
    text = source.whole_text
    starts = [len(text) - len(source.text)]
    while (end := text.find("\n", starts[-1])) >= 0:
        starts.append(end + 1)

    def offset(line: int, column: int) -> int:
        if line > len(starts):
            return len(text)
        return starts[line - 1] + column - 1

    stretches = sorted(
        {
            (
                offset(fix.location.line, fix.location.column),
                offset(fix.location.end_line, fix.location.end_column),
                fix.text,
            )
            for fix in fixes
        }
    )
    line_end = end_of_line(text)
    pieces: list[str] = []
    done = 0
    for start, end, new in stretches:
        if start >= done:
            pieces += (text[done:start], new.replace("\r\n", "\n").replace("\n", line_end))
            done = end
    return "".join((*pieces, text[done:]))


def _refusal(source: SourceFile) -> ToolkitError | None:
    """Why no command may change a file: letters would be lost, or nobody knows which of two texts
    is meant.
    """
    if source.is_guess:
        return ToolkitError(
            f"{source.path} is not saved as UTF-8, so it can't be changed.",
            'open it in a text editor, save it with the encoding "UTF-8", and check its letters.',
        )
    if conflict_marker(source, without_code(source.rest(0)), 1):
        return ToolkitError(
            f"{source.path} holds both versions of a merge, so it can't be changed.",
            f"keep one of them first: toolkit check {source.path} shows where they are.",
        )
    return None


def everything(
    folder: Path, day: date, checks: Sequence[Check] = CHECKS
) -> tuple[Content, Sequence[Problem]]:
    """The content of a folder, and all that `checks` find in it, without a cache."""
    content = read_content(folder)
    return content, find_problems(Context(content, day), checks)


def fix(
    folder: Path,
    day: date,
    choose: Callable[[Content], Collection[str]],
    read: Callable[[], tuple[Content, Sequence[Problem]]],
) -> list[list[str]]:
    """Fix problems in the files below `folder` whose paths `choose` returns.

    `read` reads the content and finds its problems, before each round. Returns the lines of a
    unified diff for each file that changed, in the order of their paths.
    """
    first, problems = read()
    content = first
    diffs = dict(_strip_images(folder, content, choose(content)))
    before: dict[str, str] = {}
    after: dict[str, str] = {}

    def write(source: SourceFile, fixes: Iterable[Fix]) -> bool:
        if _refusal(source):
            return False
        old = source.whole_text
        new = fixed_text(source, fixes)
        if new != old:
            write_over(folder / source.path.partition("/")[2], old.encode(), new.encode())
            before.setdefault(source.path, old)
            after[source.path] = new
        return new != old

    for _ in range(_MOST_ROUNDS):
        changed, chosen = False, choose(content)
        for source, fixes in _fixes(problems).items():
            if source.path in chosen:
                changed |= write(source, fixes)
        if not changed:
            break
        content, problems = read()
    fixed = {one.path: one for one in content.documents if one.source.path in after}
    for source, stamps in grouped(
        (one.location.source, one) for one in following(content.tasks, first, fixed)
    ).items():
        write(source, stamps)
    present = {one.path: one for one in content.translations}
    stamped = [(present[one.path], now) for one, now in followers(first, fixed)]
    kept, unneeded = keeping(content, folder, stamped, day)
    write_files(kept)
    for translation, original in stamped:
        write(translation.source, stamp(translation, original))
    for path in unneeded:
        path.unlink()
    for name, old in before.items():
        lines = old.splitlines(), after[name].splitlines()
        diffs[name] = list(difflib.unified_diff(*lines, name, name, lineterm=""))
    return [lines for _, lines in sorted(diffs.items())]


def _strip_images(
    folder: Path, content: Content, chosen: Collection[str]
) -> Iterator[tuple[str, list[str]]]:
    """Remove the notes of chosen images; yields the path of each, and what to say as a diff."""
    faults = chain.from_iterable(map(content.faults, FAULTS_OF_NOTES))
    for name in sorted({one.location.source.path for one in faults}.intersection(chosen)):
        path = folder / name.partition("/")[2]
        old = path.read_bytes()
        try:
            stripped = strip(old)
        except DamagedImageError:
            raise changed_meanwhile(name) from None
        write_over(path, old, stripped.data)
        said = f"The picture is unchanged. Removed from the file: {', '.join(stripped.removed)}."
        yield name, [f"--- {name}", f"+++ {name}", said]


def _fixes(problems: Iterable[Problem]) -> dict[SourceFile, tuple[Fix, ...]]:
    return grouped(
        (fix.location.source, fix) for problem in problems for fix in problem.finding.fixes
    )


def changed_meanwhile(path: Path | str) -> ToolkitError:
    """What to say if somebody changed a file after it was read."""
    return ToolkitError(f'"{path}" was changed while it was being fixed.', "run the command again.")


def write_over(
    path: Path, old: bytes, new: bytes, more: Mapping[Path, bytes] = MappingProxyType({})
) -> None:
    """Replace a file's content `old` by `new`, atomically, and write the files in `more` with it.

    Raises ToolkitError if the file no longer holds `old`, or can't be written.
    """
    if path.is_symlink() or path.read_bytes() != old:
        raise changed_meanwhile(path)
    write_files({path: new, **more})
