"""What is remembered about a site that was built: what it was made from, and its files."""

import contextlib
import marshal
import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from toolkit.cache.last_site import LastSite, State, state_of_file, unpacked_records
from toolkit.cache.program import digest_of_files, each_file, files_below, program_digest
from toolkit.cache.shelf import key_of
from toolkit.cache.snapshot import walk
from toolkit.cache.store import Store

# What makes MkDocs' configuration depend on more than its own file.
_ELSEWHERE = (b"INHERIT", b"!ENV", b"!relative", b"!!python")


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What the command line says about a finished site."""

    summary: str
    date: str
    below: str
    missing: str = ""
    only: str = ""
    overlooked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything that a build reads: the content folder, MkDocs' configuration, the files and
    folders that it names (`others`: hooks), and the `choices` of the command line.
    """

    folder: Path
    configuration: Path
    choices: tuple[str, ...]
    others: tuple[str, ...] = ()

    def digest(self) -> bytes:
        """A digest of all of it and of the program; empty if the build may read something else."""
        try:
            data = self.configuration.read_bytes()
            if any(sign in data for sign in _ELSEWHERE):
                return b""
            parts = [program_digest(), _digest(str(self.folder.resolve())), data]
            parts += [_digest(path) for path in sorted(self.others)]
        except OSError:  # which reading reports
            return b""
        # The same relative path means another file if the configuration is in another folder.
        places = (self.folder.resolve().name, str(self.configuration.resolve()))
        return key_of(*places, *self.choices, *(part.hex() for part in parts))


def _digest(path: str) -> bytes:
    """A digest of a file or a folder: of hidden files, and of all that reading content finds."""
    folder = Path(path)
    if folder.is_dir():
        found = {*files_below(folder), *(name for name, _ in walk(path))}
        return digest_of_files(folder, sorted(found))
    return digest_of_files(folder.parent, (folder.name,))


class SiteRecord:
    """What was remembered about the site in the folder `output`.

    `inputs` are those of a build that begins now, None if not all are known.
    """

    def __init__(self, store: Store, output: Path, inputs: Inputs | None = None) -> None:
        self._store = store
        self._inputs = inputs
        self._before = inputs.digest() if inputs is not None else b""
        self.output = output.resolve()
        self._name = f"site-{key_of(str(self.output)).hex()}"
        self._umask = _umask()
        found = store.load(self._name)
        # Files that are linked or left keep their permissions: perhaps no server could read them.
        self._found: dict[str, Any] = {}
        if isinstance(found, dict) and found.get("umask") == self._umask:
            self._found = found

    @property
    def is_known(self) -> bool:
        """Whether a site was built here, whose files have the permissions of new ones."""
        return bool(self._found)

    def last_site(self, tag: str = "") -> LastSite:
        """The site, with its known pages in a language, or with none."""
        # Kept by language, as each process needs one. What is of another build fits no page.
        data = self._store.load(f"{self._name}-{tag}") if self.is_known else None
        pages = unpacked_records(data) if isinstance(data, bytes) else {}
        return LastSite(self.output, pages, self._done, 0o666 & ~self._umask)

    def unchanged(
        self,
        folder: Path,
        configuration: Path,
        choices: Sequence[str],
        files: Callable[[], tuple[bytes, int]],
    ) -> BuildReport | None:
        """What to say about the site if a build would make the same one again, else None; `files`
        returns what `digest_of_files_in` says of the site.
        """
        known = self._found.get("inputs")
        if not known:
            return None
        inputs = Inputs(folder, configuration, tuple(choices), self._found["others"])
        if inputs.digest() != known:
            return None
        digest, changed = files()
        if digest != self._found["files"] or changed > self._done:
            return None
        return BuildReport(*self._found["report"])

    def save(self, new: Path, pages: Mapping[str, bytes], report: BuildReport) -> None:
        """Remember the site in the folder `new`, which is about to be put into place; `pages` are
        the packed records of its pages, by language.

        If its inputs have changed since the build began, nobody knows what the site was made from,
        so the next build won't treat it as unchanged.
        """
        inputs, before = self._inputs, self._before
        value = {
            "inputs": before if inputs is not None and before == inputs.digest() else b"",
            "others": inputs.others if inputs is not None else (),
            "report": astuple(report),
            "files": digest_of_files_in(new)[0],
            "umask": self._umask,
        }
        for tag, data in pages.items():
            self._store.save(f"{self._name}-{tag}", data)
        self._store.save(self._name, value)
        self._store.tidy()

    def finish(self) -> None:
        """Remember when the site was done: whoever changes a file later is somebody else.

        Called when the site before it is removed, which changes the inodes of files that both have.
        """
        # A new file has the time of those of the site, even if another machine keeps them.
        with contextlib.suppress(OSError), tempfile.TemporaryFile(dir=self.output.parent) as new:
            self._store.save(f"{self._name}-done", os.fstat(new.fileno()).st_ctime_ns)

    @property
    def _done(self) -> int:
        found = self._store.load(f"{self._name}-done")
        return found if isinstance(found, int) else 0


def _umask() -> int:
    """What the system withholds of the permissions of new files: it tells only while setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def digest_of_files_in(site: Path) -> tuple[bytes, int]:
    """A digest of the states of a site's files, and when an inode of them was last changed.

    This does not compare content: it only shows that a site was left alone.
    """
    states: list[tuple[str, State]] = []
    changed = 0
    with contextlib.suppress(OSError):
        for path, one in each_file(str(site)):
            status = one.stat(follow_symlinks=False)
            states.append((path, state_of_file(status)))
            changed = max(changed, status.st_ctime_ns)
    return key_of(marshal.dumps(sorted(states), 0)), changed
