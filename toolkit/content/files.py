"""Finds and opens the files of `docs/`: only regular files, of bounded size, in UTF-8."""

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path

from toolkit.cache.snapshot import walk
from toolkit.content.attachments import objection
from toolkit.content.faults import Fault
from toolkit.problems import ToolkitError
from toolkit.source import SourceFile, open_regular

LARGEST_FILE = 5 * 1024 * 1024
# Tables are searched for personal data, line by line.
LARGEST_TABLE = 1024 * 1024
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_IRREGULAR = {stat.S_IFLNK: "link", stat.S_IFDIR: "folder"}


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A path below the content folder, relative to it, with `/`.

    If the file can't be used for anything, `check`, `reason` and `detail` are those of its fault.
    """

    path: str
    full: Path
    check: str = ""
    reason: str = ""
    detail: str = ""


def require_folder(folder: Path) -> None:
    """Raise ToolkitError if the content folder is missing, or another one was meant."""
    if not folder.is_dir():
        raise ToolkitError(
            f'There is no folder "{folder.name}" here.',
            "run the command in the folder that holds docs/, or name the folder with --docs.",
        )
    near = (folder, folder / "docs", folder.parent)
    known = [one for one in near if (one / "vocabularies").is_dir()]
    if known and known[0] != folder and any(folder.rglob("*.md")):
        raise ToolkitError(
            f'"{folder}" is not the content folder, but "{known[0]}" is.',
            "name that one with --docs; toolkit check takes parts of it without --docs.",
        )


def find_files(folder: Path) -> Iterator[FoundFile]:
    """All files below `folder`, sorted by path, except names that begin with a dot."""
    for path, full in sorted(walk(str(folder))):
        yield _found(path, Path(full))


def _found(path: str, full: Path) -> FoundFile:
    if path.endswith((".md", ".yml")):  # looked at when it is opened
        return FoundFile(path, full)
    try:
        status = full.lstat()
    except OSError:
        return FoundFile(path, full, "unreadable-file", "system", "it went away")
    refusal = _refusal(status, largest(path))
    if refusal is None:
        check, detail = objection(full)
        refusal = (check, "content", detail)
    return FoundFile(path, full, *refusal)


def largest(path: str) -> int:
    """The largest size that a file may have, in bytes."""
    return LARGEST_TABLE if path.lower().endswith(".csv") else LARGEST_FILE


def _refusal(status: os.stat_result, most: int) -> tuple[str, str, str] | None:
    """The check, reason and detail for a file that is not to be opened; None for any other."""
    if not stat.S_ISREG(status.st_mode):
        return "unreadable-file", _IRREGULAR.get(stat.S_IFMT(status.st_mode), "special"), ""
    if status.st_size > most:
        return "oversized-file", "", f"{status.st_size / 1024 / 1024:.0f}"
    return None


# The bytes of files that have already been read, by full path.
_AT_HAND: ContextVar[Mapping[str, bytes]] = ContextVar("_AT_HAND")


@contextmanager
def with_data(folder: Path, data: Mapping[str, bytes]) -> Iterator[None]:
    """Use `data`, read earlier, as the content of the files at these paths below a folder."""
    before = _AT_HAND.set({str(folder / path): one for path, one in data.items()})
    try:
        yield
    finally:
        _AT_HAND.reset(before)


def open_source(full: Path, path: str) -> tuple[SourceFile, tuple[Fault, ...]]:
    """Read the file `full`, which reports call `path`.

    The faults are `unreadable-file`, `oversized-file` and `wrong-encoding`. With a fault, the text
    is empty, or for a wrong encoding as much as could be decoded, to show the location.
    """
    data = _AT_HAND.get({}).get(str(full))
    if data is not None:
        return source_from(data, path)
    empty = SourceFile(path)
    try:
        if refusal := _refusal(full.lstat(), LARGEST_FILE):
            check, reason, detail = refusal
            return empty, (Fault(check, empty.at(1), reason, detail),)
        data = full.read_bytes()
    except FileNotFoundError:
        return empty, (Fault("unreadable-file", empty.at(1), "missing"),)
    except OSError as error:
        detail = error.strerror or type(error).__name__
        return empty, (Fault("unreadable-file", empty.at(1), "system", detail),)
    return source_from(data, path)


def source_from(data: bytes, path: str) -> tuple[SourceFile, tuple[Fault, ...]]:
    """Decode a text file, which reports call `path`; the fault is `wrong-encoding`."""
    reason = "utf-16" if data.startswith(_UTF16_MARKS) else "binary" if b"\0" in data else ""
    if reason:
        source = SourceFile(path)
        return source, (Fault("wrong-encoding", source.at(1), reason),)
    try:
        text = data.decode("utf-8")
        bare = text.removeprefix("\ufeff")
        return SourceFile(path, bare, len(bare) < len(text)), ()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix("\ufeff")
        guess = data.decode("utf-8", "replace").removeprefix("\ufeff")
        source = SourceFile(path, guess, is_guess=True)
        place = source.at(before.count("\n") + 1, len(before) - before.rfind("\n"), 1)
        value = f"{data[error.start]:02x}"
        return source, (Fault("wrong-encoding", place, "byte", value),)


def input_digest(folder: Path, paths: Iterable[str]) -> str:
    """SHA-256 over the paths and bytes of files in the content folder, in the order of `paths`.

    Files that checks refuse, as they can't be read or are too large, count in part or not at all.
    """
    digest = hashlib.sha256()
    at_hand = _AT_HAND.get({})
    for path in paths:
        with suppress(OSError):
            data = at_hand.get(str(folder / path))
            if data is None:
                with open_regular(folder / path, follow=False) as file:
                    data = file.read(LARGEST_FILE + 1)
            digest.update(f"{path}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
            digest.update(data)
    return f"sha256:{digest.hexdigest()}"


@contextmanager
def content_still_there(folder: Path) -> Iterator[None]:
    """Raise ToolkitError for a file of a content folder that is gone by the time it is needed."""
    try:
        yield
    except FileNotFoundError as error:
        gone, content = Path(error.filename or "").resolve(), folder.resolve()
        if not gone.is_relative_to(content):
            raise
        raise ToolkitError(
            f'"{folder.name}/{gone.relative_to(content)}" has disappeared since the content was '
            "read.",
            "run the command again when the files have stopped changing.",
        ) from error


def is_of_word_processor(path: str) -> bool:
    """Whether it is a lock file of Word's, which may have the extension of a text or list too."""
    return path.rpartition("/")[2].startswith("~$")
