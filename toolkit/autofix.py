"""`toolkit check --fix`: applies the fixes that checks propose, file by file.

Texts are read and checked again after each round, since one fix can reveal another fault. Images
lose their notes, without re-encoding the picture. No fix changes a word, so translations and tasks
that were up to date stay so. A file is written next to the old one and replaces it atomically.
"""

import difflib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from toolkit.authoring.task_stamps import following
from toolkit.content.attachments import FAULTS_OF_NOTES
from toolkit.content.document import Document
from toolkit.content.front_matter import read_front_matter
from toolkit.content.images.notes import DamagedImageError
from toolkit.content.images.stripping import strip
from toolkit.content.markdown_code import without_code
from toolkit.content.markdown_files import document_from
from toolkit.content.reader import Content, read_content
from toolkit.content.values import Scalar, Value, scalars_of
from toolkit.content.yaml_text import DATA_FILE, conflict_marker, read_yaml
from toolkit.grouping import grouped
from toolkit.problems import Fix, Problem, ToolkitError, changed_meanwhile
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


# The line and column where a change begins, those where it ends, and whether it ends a line.
_Span = tuple[tuple[int, int], tuple[int, int], bool]


def changed_text(source: SourceFile, fixes: Iterable[Fix]) -> str:
    """The same, where it is sure that nothing else is lost: a file that could be read still can,
    and each name and value that no change touches is still in it.

    Raises ToolkitError otherwise: in YAML, there is always one more way to write a value.
    """
    made = list(fixes)
    new = fixed_text(source, made)
    if (before := _values(source)) is None:
        return new
    after = _values(replace(source, text=new.removeprefix("\ufeff")))
    spans = [(fix.location[1:3], fix.location[3:5], fix.text.endswith("\n")) for fix in made]
    kept = [one for one in scalars_of(before) if not _is_changed(one, spans)]
    left = Counter(map(_words, scalars_of(after)))
    left.subtract(map(_words, kept))
    places = [one.location for one in kept if left[_words(one)] < 0]
    if after is None:
        last = source.text.rstrip().count("\n") + 1  # a line may be added below it
        places = [source.at(min(one.location.line, last)) for one in made]
    if places:
        raise ToolkitError(
            f"{places[0]} is written in a way that this command can't change without losing "
            "something, so nothing was changed.",
            'write each field on a line of its own, as "name: value", or make the change by hand.',
        )
    return new


def _words(scalar: Scalar) -> str:
    return " ".join(scalar.text.split())


def _is_changed(scalar: Scalar, spans: Iterable[_Span]) -> bool:
    """Whether a change is in a name or value, or where it begins or ends; no added line is."""
    first, last = scalar[3:5], scalar[5:7]
    return any(
        start != end and start < last and end > first if is_line else start <= last and end >= first
        for start, end, is_line in spans
    )


def _values(source: SourceFile) -> Value | None:
    """What a file of YAML holds, or the front matter of a text; None if it can't be read."""
    if source.path.endswith(".md"):
        return read_front_matter(source).mapping
    is_list = source.path.endswith(".yml")
    return read_yaml(source, source.text, DATA_FILE)[0] if is_list else None


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
    show: Callable[[list[str]], object] = lambda _: None,
) -> list[list[str]]:
    """Fix problems in the files below `folder` whose paths `choose` returns.

    `read` reads the content and finds its problems, before each round. Returns the lines of a
    unified diff for each file that changed, in the order of their paths, after `show` was called
    with each: also if the run ends early.
    """
    content, problems = read()
    diffs: dict[str, list[str]] = {}
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    try:
        diffs.update(_strip_images(folder, content, choose(content)))
        for _ in range(_MOST_ROUNDS):
            chosen = choose(content)
            fixes = {one: found for one, found in _fixes(problems).items() if one.path in chosen}
            changed = _write(folder, content, fixes, day)
            for source, new in changed.items():
                before.setdefault(source.path, source.whole_text)
                after[source.path] = new
            if not changed:
                break
            content, problems = read()
    finally:
        for name, old in before.items():
            both = old.splitlines(), after[name].splitlines()
            diffs[name] = list(difflib.unified_diff(*both, name, name, lineterm=""))
        shown = [lines for _, lines in sorted(diffs.items())]
        for lines in shown:
            show(lines)
    return shown


def _write(
    folder: Path, content: Content, fixes: Mapping[SourceFile, Iterable[Fix]], day: date
) -> dict[SourceFile, str]:
    """Write files with their fixes, together with the stamps of tasks and translations that were in
    step with them; returns the new text of each.

    All are written, or none. Translations that hold digests come first, then tasks: a run that is
    killed in between can be completed.
    """
    texts = _texts(fixes)
    now = _now(content, texts)
    stamped = [one for one in followers(content, now) if not _refusal(one[0].source)]
    of_translations = chain.from_iterable(stamp(*one) for one in stamped)
    both = chain(of_translations, following(content.tasks, content, now))
    stamps = grouped((one.location.source, one) for one in both)
    holders = _texts({one: (*found, *fixes.get(one, ())) for one, found in stamps.items()})
    for one, text in holders.items():
        if any(each.text not in text for each in stamps[one]):  # a fix is in the place of a stamp
            holders[one] = fixed_text(one, stamps[one])  # and comes in the next round
    texts = {**holders, **texts, **holders}
    kept, unneeded = keeping(content, folder, stamped, day)
    paths = {source: folder / source.path.partition("/")[2] for source in texts}
    files = {paths[source]: new.encode() for source, new in texts.items()}
    found = {path: source.data for source, path in paths.items()}
    write_files({**kept, **files, **dict.fromkeys(unneeded)}, found)
    return texts


def _texts(fixes: Mapping[SourceFile, Iterable[Fix]]) -> dict[SourceFile, str]:
    """The texts that files with these fixes will have, of those that can be and are changed."""
    texts = {one: fixed_text(one, found) for one, found in fixes.items() if not _refusal(one)}
    return {source: new for source, new in texts.items() if new != source.whole_text}


def _now(content: Content, texts: Mapping[SourceFile, str]) -> dict[str, Document]:
    """The documents that change, with their new texts, by path."""
    return {
        one.path: changed_document(one, texts[one.source])
        for one in content.documents
        if one.source in texts
    }


def changed_document(document: Document, text: str, path: str = "") -> Document:
    """A document with another text, and perhaps at another path."""
    source = replace(document.source, text=text.removeprefix("\ufeff"))
    return document_from(source, path or f"{document.path}.md")


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
    found = grouped(
        (fix.location.source, fix) for problem in problems for fix in problem.finding.fixes
    )
    # Kept problems have sources of another class, which equal none of the content.
    return {
        SourceFile(one.path, one.text, one.has_mark, one.is_guess): fixes
        for one, fixes in found.items()
    }


def write_over(
    path: Path, old: bytes, new: bytes, more: Mapping[Path, bytes] = MappingProxyType({})
) -> None:
    """Replace a file's content `old` by `new`, atomically, and write the files in `more` with it.

    Raises ToolkitError if the file no longer holds `old`, or can't be written.
    """
    write_files({path: new, **more}, {path: old})
