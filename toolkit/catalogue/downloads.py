"""What there is to download: the files of a folder of editions, as its listing tells."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from toolkit.problems import ToolkitError

LISTING: Final = "editions.json"
SUMS: Final = "SHA256SUMS"


@dataclass(frozen=True, slots=True)
class Download:
    """One file: `entries` of the `of` entries of the toolkit, as of the date `as_of`.

    `bytes` is its size, `sha256` its sum in hexadecimal digits. `since` is the date of the copy
    that an update is for, empty where the file is a whole copy.
    """

    file: str
    edition: str
    title: str
    summary: str
    format: str
    language: str
    as_of: str
    entries: int
    of: int
    bytes: int
    sha256: str
    input_digest: str
    since: str = ""


def read_listing(folder: Path) -> list[Download]:
    """The downloads of a folder, by the names of their files; none where there is no listing.

    Raises ToolkitError where the listing can't be read.
    """
    try:
        rows: list[Mapping[str, str | int]] = json.loads((folder / LISTING).read_bytes())
        found = [Download(**row) for row in rows]  # type: ignore[arg-type]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, TypeError) as error:
        raise ToolkitError(
            f"{folder.name}/{LISTING} can't be read: it was changed or is damaged.",
            "delete the folder, and make the editions anew.",
        ) from error
    return sorted(found, key=lambda one: one.file)


def copy_downloads(folder: Path, target: Path) -> None:
    """Copy the downloads of a folder, and the file of their sums, into the folder `target`.

    Raises ToolkitError where a file is missing or isn't what the listing says.
    """
    target.mkdir(parents=True)
    for one in read_listing(folder):
        try:
            shutil.copyfile(folder / one.file, target / one.file)
            with (target / one.file).open("rb") as file:
                same = hashlib.file_digest(file, "sha256").hexdigest() == one.sha256
        except FileNotFoundError:
            same = False
        if not same:
            raise ToolkitError(
                f"{folder.name}/{one.file} is missing, or not the file that was made.",
                "make the editions anew with `make editions`.",
            )
    if (folder / SUMS).is_file():
        shutil.copyfile(folder / SUMS, target / SUMS)
