"""What an update holds besides files of the copy: what it leads from and to, and what to delete."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from toolkit.editions.files import manifest
from toolkit.editions.files.manifest import FileSum, Manifest, sum_of
from toolkit.editions.files.names import refuse_unsafe
from toolkit.problems import ToolkitError

NAME = "update.json"
DELETE = "DELETE.txt"
HOW = "UPDATE-HOW.txt"
OWN = (HOW, NAME, DELETE)  # in the order of the last lines of DELETE.txt
_KEYS = {"format", "edition", "language", "from", "to", "files", "delete", "how", "digest"}


@dataclass(frozen=True, slots=True)
class State:
    """A copy that an update leads from or to: its date, and the digest of its manifest."""

    as_of: date
    digest: str


@dataclass(frozen=True, slots=True)
class Update:
    """What an update does: `files` are new or changed, `delete` are to be deleted, all sorted.

    `delete` ends with the files of the update that are no part of the copy, and `how` is the sum of
    the text that tells how to apply it: its words may be others in another version of the toolkit.
    """

    edition: str
    language: str
    before: State
    after: State
    files: tuple[str, ...]
    delete: tuple[str, ...]
    how: FileSum

    @property
    def stale(self) -> tuple[str, ...]:
        """The files of the old copy that the new one lacks."""
        return self.delete[: -len(OWN)]

    def own_files(self) -> Mapping[str, bytes]:
        """The files of the update that are no part of the copy but that text, by name."""
        data = {
            "format": manifest.FORMAT,
            "edition": self.edition,
            "language": self.language,
            "from": {"as_of": self.before.as_of.isoformat(), "digest": self.before.digest},
            "to": {"as_of": self.after.as_of.isoformat(), "digest": self.after.digest},
            "files": list(self.files),
            "delete": list(self.delete),
            "how": self.how._asdict(),
        }
        delete = "".join(f"{path}\n" for path in self.delete)
        return {NAME: manifest.sealed(data), DELETE: delete.encode()}

    def sums(self, after: Manifest) -> Mapping[str, FileSum]:
        """The sum of each file in the update but the manifest, which is that of the copy `after`.

        Raises ToolkitError where the update does not lead to that copy.
        """
        known = self.after == state_of(after) and after.files.keys().isdisjoint(self.delete)
        if not known or not set(self.files) <= after.files.keys() | {manifest.NAME}:
            raise ToolkitError(
                f"{NAME} and {manifest.NAME} are about different copies.",
                "get the update again from whoever gave it to you.",
            )
        sums = {path: after.files[path] for path in self.files if path != manifest.NAME}
        own = {path: sum_of(content) for path, content in self.own_files().items()}
        return {**sums, **own, HOW: self.how}


def state_of(copy: Manifest) -> State:
    """The copy of a manifest as an update names it."""
    return State(copy.as_of, copy.digest)


def read_update(raw: bytes) -> Update:
    """What `raw`, the content of update.json, says. Raises ToolkitError where it was changed."""
    data = manifest.unsealed(raw, NAME, _KEYS)
    try:
        update = Update(
            edition=manifest.text_of(data["edition"]),
            language=manifest.text_of(data["language"]),
            before=_state(data["from"]),
            after=_state(data["to"]),
            files=_paths(data["files"]),
            delete=_paths(data["delete"]),
            how=manifest.file_sum(data["how"]),
        )
        # Else a link in the place of a file to delete could lead a new file out of the folder.
        refuse_unsafe([*update.files, *update.delete])
    except (ValueError, KeyError, TypeError, AttributeError, ToolkitError):
        update = None
    if update is None or update.own_files()[NAME] != raw or update.delete[-len(OWN) :] != OWN:
        raise ToolkitError(
            f"{NAME} has values that no update has.",
            "get the update again from whoever gave it to you.",
        )
    return update


def _state(data: Any) -> State:
    return State(manifest.day_of(data["as_of"]), manifest.digest_of(data["digest"]))


def _paths(data: Any) -> tuple[str, ...]:
    if not isinstance(data, list) or not all(isinstance(path, str) for path in data):
        raise TypeError(data)
    refuse_unsafe(data)
    return tuple(data)
