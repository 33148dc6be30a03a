"""SHA256SUMS: the checksums of a set of files, in GNU coreutils format (`sha256sum -c`)."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import BinaryIO

from toolkit.editions.files.names import fault_of, shown
from toolkit.problems import ToolkitError, read_bounded
from toolkit.publishing import write_files
from toolkit.source import open_regular

NAME = "SHA256SUMS"
SIGNATURES = (f"{NAME}.sig", f"{NAME}.minisig")
_LARGEST = 1024 * 1024
_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")


def sha256_of(file: BinaryIO) -> str:
    """The SHA-256 of a file in hexadecimal digits, read in pieces."""
    file.seek(0)
    return hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]  # no BinaryIO


def write_sums(folder: Path, names: Iterable[str]) -> Path:
    """Write SHA256SUMS for the files `names` in `folder`, sorted and atomically.

    Names are relative to `folder`, with `/`. If the sums change, a signature of the earlier ones
    is removed: readers would take the copies for forged. Raises ToolkitError if that fails.
    """
    lines = []
    for name in sorted(names):
        with open_regular(folder / name) as file:
            lines.append(f"{sha256_of(file)}  {name}\n")
    data, path = "".join(lines).encode(), folder / NAME
    if not path.is_file() or path.read_bytes() != data:
        signatures = [folder / name for name in SIGNATURES if (folder / name).is_file()]
        write_files({path: data, **dict.fromkeys(signatures)})
    return path


def read_sums(path: Path) -> Mapping[str, str]:
    """SHA-256 by file name, as in the checksum file `path`.

    Raises ToolkitError if it can't be read, or if a line isn't the checksum of a file below its
    folder.
    """
    raw = read_bounded(path, _LARGEST, NAME)
    if len(raw) > _LARGEST:
        raise ToolkitError(f"{NAME} is too large.")
    sums: dict[str, str] = {}
    # Windows Notepad may have saved it, with a byte-order mark and its own line ends.
    for number, line in enumerate(raw.decode("utf-8-sig", "replace").split("\n"), start=1):
        match = _LINE.fullmatch(line.removesuffix("\r"))
        if match and not fault_of(match[2]) and sums.setdefault(match[2], match[1]) == match[1]:
            continue
        if line:
            raise ToolkitError(
                f"{NAME}:{number}: not the checksum of a file, or in conflict with a line above: "
                f'"{shown(line[:100])}".',
                "get the file again from the publisher of the copies.",
            )
    if not sums:
        raise ToolkitError(f"{NAME} is empty.")
    return sums
