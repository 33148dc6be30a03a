"""What an update holds: which copy it turns into which, and each file as its differences."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from toolkit.editions.files import manifest
from toolkit.editions.files.manifest import FileSum, Manifest, sum_of
from toolkit.editions.files.names import refuse_unsafe
from toolkit.problems import ToolkitError

NAME = "update.json"
HOW = "UPDATE-HOW.txt"
FORMAT = 2  # 1 held whole files
_KEYS = {"format", "edition", "title", "language", "from", "to", "files", "how", "digest"}


@dataclass(frozen=True, slots=True)
class State:
    """A copy before or after an update: its date, and the digest of its manifest."""

    as_of: date
    digest: str


@dataclass(frozen=True, slots=True)
class Update:
    """What an update says about itself.

    `files` are the paths of the new or changed files of the copy, including the manifest, each with
    the checksum of its difference from the old one (`differences.py`). Comparing the two manifests
    shows which files to remove. `how` is the checksum of the instructions for applying it.
    """

    edition: str
    title: str
    language: str
    before: State
    after: State
    files: Mapping[str, FileSum]
    how: FileSum

    def sealed(self) -> bytes:
        """The content of update.json."""
        return manifest.sealed(
            {
                "format": FORMAT,
                "edition": self.edition,
                "title": self.title,
                "language": self.language,
                "from": {"as_of": self.before.as_of.isoformat(), "digest": self.before.digest},
                "to": {"as_of": self.after.as_of.isoformat(), "digest": self.after.digest},
                "files": {path: one._asdict() for path, one in self.files.items()},
                "how": self.how._asdict(),
            }
        )

    def members(self) -> Mapping[str, str]:
        """The name in the zip of each file's difference, by the file's path.

        Never the path itself: an update unzipped into a copy by hand must not replace anything.
        """
        return {path: f"{number:05}.zst" for number, path in enumerate(sorted(self.files))}

    def sums(self) -> Mapping[str, FileSum]:
        """The checksum of each file in the update, by its name there."""
        packed = {name: self.files[path] for path, name in self.members().items()}
        return {**packed, HOW: self.how, NAME: sum_of(self.sealed())}


def state_of(copy: Manifest) -> State:
    """The copy that a manifest describes, as an update names it."""
    return State(copy.as_of, copy.digest)


def read_update(raw: bytes) -> Update:
    """What `raw`, the content of update.json, says. Raises ToolkitError if it was changed."""
    data = manifest.unsealed(raw, NAME, _KEYS, FORMAT)
    try:
        refuse_unsafe(data["files"])
        return Update(
            edition=manifest.text_of(data["edition"]),
            title=manifest.text_of(data["title"]),
            language=manifest.text_of(data["language"]),
            before=_state(data["from"]),
            after=_state(data["to"]),
            files={path: manifest.file_sum(one) for path, one in data["files"].items()},
            how=manifest.file_sum(data["how"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError, ToolkitError):
        raise ToolkitError(
            f"{NAME} has values that no update has.",
            "get the update again from whoever gave it to you.",
        ) from None


def _state(data: Any) -> State:
    return State(manifest.day_of(data["as_of"]), manifest.digest_of(data["digest"]))
