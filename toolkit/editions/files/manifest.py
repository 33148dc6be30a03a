"""The manifest of a copy: its edition and date, and the checksum of each of its files."""

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from toolkit.editions.files.names import refuse_unsafe
from toolkit.editions.files.zips import MOST_BYTES, MOST_FILES
from toolkit.problems import ToolkitError

NAME = "manifest.json"
# Where it is, by kind of copy: a zip or its folder, an e-book.
PLACES = (NAME, "META-INF/manifest.json", "EPUB/manifest.json")
LARGEST = 4 * 1024 * 1024  # bytes; that of 600 files has 0.1 MB
FORMAT = 1
_HEX = re.compile(r"[0-9a-f]{64}")
_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
LONGEST_TEXT = 300
# What titles of editions have besides letters: fixed spaces, marks of direction, isolated names.
_OF_LANGUAGES = "\u00a0\u202f\u200e\u200f\u2068\u2069"


class NewerFormatError(ToolkitError):
    """A file that this version of the toolkit can't check, since a newer one wrote it."""


class FileSum(NamedTuple):
    """Size in bytes and SHA-256 in hexadecimal digits of one file."""

    bytes: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What a copy says about itself.

    `files` are all its files but the manifest; empty if the copy is a single file. `choice` are
    terms by facet; the copy holds `entries` entries out `of` all. `input_digest` is that of the
    content.
    """

    edition: str
    title: str
    language: str
    choice: Mapping[str, tuple[str, ...]]
    as_of: date
    version: str
    input_digest: str
    entries: int
    of: int
    files: Mapping[str, FileSum]

    def sealed(self) -> bytes:
        """The content of the file. Raises ToolkitError for a path not valid on every system."""
        refuse_unsafe(self.files)
        return sealed(self._data())

    @cached_property
    def digest(self) -> str:
        """The digest of everything in it."""
        return _digest(self._data())

    def _data(self) -> dict[str, Any]:
        return {
            **{field.name: getattr(self, field.name) for field in fields(self)},
            "format": FORMAT,
            "choice": {facet: list(terms) for facet, terms in self.choice.items()},
            "as_of": self.as_of.isoformat(),
            "files": {path: one._asdict() for path, one in self.files.items()},
        }


def sum_of(data: bytes) -> FileSum:
    """Size and SHA-256 of `data`."""
    return FileSum(len(data), hashlib.sha256(data).hexdigest())


def sealed(data: Mapping[str, Any]) -> bytes:
    """`data` and its digest as canonical JSON: keys sorted, indented by one, UTF-8."""
    return _canonical({**data, "digest": _digest(data)})


def _digest(data: Mapping[str, Any]) -> str:
    return f"sha256:{hashlib.sha256(_canonical(data)).hexdigest()}"


def _canonical(data: Mapping[str, Any]) -> bytes:
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True, allow_nan=False)
    return f"{text}\n".encode()


def unsealed(raw: bytes, name: str, keys: set[str], written: int = FORMAT) -> dict[str, Any]:
    """The data that `sealed` made `raw` from. Memory use is bounded, whatever `raw` is.

    `name` is the file's name in messages, `written` the format that it should have. Raises
    ToolkitError if a byte of it was changed, NewerFormatError if it has a later format.
    """
    again = "get the copy again from whoever gave it to you."
    values = raw.count(b"{") + raw.count(b"[") + raw.count(b",")
    if len(raw) > LARGEST or values > 2 * MOST_FILES:
        raise ToolkitError(f"{name} is too large.", again)
    try:
        data = json.loads(raw)
        is_canonical = isinstance(data, dict) and _canonical(data) == raw
    except (ValueError, TypeError, RecursionError):
        raise ToolkitError(f"{name} is damaged: it can't be read.", again) from None
    if isinstance(data, dict) and type(data.get("format")) is int and data["format"] > written:
        raise NewerFormatError(
            f"{name} was written by a newer toolkit (format {str(data['format'])[:9]}).",
            "check the copy with a newer version of this program.",
        )
    digest = data.pop("digest", "") if is_canonical else ""
    if not is_canonical or digest != _digest(data):
        raise ToolkitError(
            f"{name} was changed: it does not match the digest in its last lines.", again
        )
    if set(data) | {"digest"} != keys or data["format"] != written:
        raise ToolkitError(f"{name} does not contain what it should.", again)
    return {**data, "digest": digest}


def read_manifest(raw: bytes) -> Manifest:
    """What `raw`, the content of a manifest, says; more than LARGEST bytes are never parsed.

    Raises ToolkitError if it is damaged, was changed, or names something that no copy can hold.
    """
    data = unsealed(raw, NAME, {*_READERS, "format", "digest"})
    try:
        return Manifest(**{name: read(data[name]) for name, read in _READERS.items()})
    except (ValueError, KeyError, TypeError):
        raise ToolkitError(
            f"{NAME} has values that no copy has.",
            "get the copy again from whoever gave it to you.",
        ) from None


def _files(value: Any) -> dict[str, FileSum]:
    data = _dict(value)
    try:
        refuse_unsafe(data)
    except ToolkitError as error:
        raise ToolkitError(
            f"{NAME} lists files that no copy contains. {error.message}",
            "don't unpack or open this copy; get it again from whoever gave it to you.",
        ) from None
    files = {path: file_sum(one) for path, one in data.items()}
    if not files.keys().isdisjoint(PLACES):
        raise ValueError(PLACES)
    if len(files) > MOST_FILES or sum(one.bytes for one in files.values()) > MOST_BYTES:
        raise ValueError(len(files))
    return files


def file_sum(value: Any) -> FileSum:
    """The sum `value`. Raises ValueError, KeyError or TypeError for anything else."""
    if set(value) != {"bytes", "sha256"} or not _HEX.fullmatch(value["sha256"]):
        raise ValueError(value)
    return FileSum(_number(value["bytes"]), value["sha256"])


def _dict(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise TypeError(value)
    return value


def text_of(value: Any) -> str:
    """The short line of text `value`. Raises TypeError for anything else."""
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        raise TypeError(value)
    if line_of(value) != value:
        raise TypeError(value)
    return value


def line_of(text: str) -> str:
    """`text` without the characters that no manifest has, such as joiners in emoji."""
    return "".join(one for one in text if one in _OF_LANGUAGES or one.isprintable())


def _choice(value: Any) -> dict[str, tuple[str, ...]]:
    return {text_of(facet): _texts(terms) for facet, terms in _dict(value).items()}


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(value)
    return tuple(text_of(one) for one in value)


def _number(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= MOST_BYTES:
        raise ValueError(value)
    return value


def day_of(value: Any) -> date:
    """The day `value`, as `2026-11-25`. Raises ValueError for anything else."""
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise ValueError(value)
    return date.fromisoformat(value)


def digest_of(value: Any) -> str:
    """The digest `value`, as `sha256:` and 64 digits. Raises ValueError for anything else."""
    if not isinstance(value, str) or not _DIGEST.fullmatch(value):
        raise ValueError(value)
    return value


# Readers of the fields. They raise ValueError, KeyError or TypeError for invalid values.
_READERS: Mapping[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("edition", "title", "language", "version"), text_of),
    **dict.fromkeys(("entries", "of"), _number),
    "choice": _choice,
    "as_of": day_of,
    "input_digest": digest_of,
    "files": _files,
}
