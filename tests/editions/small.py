"""Small editions, made with the functions that make the real ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from toolkit.editions.files.manifest import manifest_of, sum_of
from toolkit.editions.files.zips import write_zip

DAY = date(2026, 11, 25)
FILES: Mapping[str, bytes] = {
    "index.html": b"<!doctype html><title>Toolkit</title><p>Start here.</p>\n" * 4,
    "prevention/practices/a.html": b"<h1>Inspections of farms</h1><p>Text of the entry.</p>" * 9,
    "prevention/practices/b.html": b"<h1>Recruitment fees</h1>" + bytes(range(256)),
    "assets/style.css": b"body{margin:0}",
    "empty.txt": b"",
}


@dataclass(frozen=True)
class _Edition:
    id: str = "prosecutors-judges"
    terms: Mapping[str, tuple[str, ...]] = field(
        default_factory=lambda: {"audiences": ("prosecutors-judges",)}
    )


@dataclass(frozen=True)
class _Language:
    tag: str = "en"


@dataclass(frozen=True)
class _Catalogue:
    as_of: date = DAY
    entries: tuple[Any, ...] = (1, 2)
    outside: Mapping[str, Any] = field(default_factory=lambda: {"c": 3})


@dataclass(frozen=True)
class SmallCopy:
    """What the manifest tells of a copy of two of three entries."""

    edition: _Edition = field(default_factory=_Edition)
    title: str = "Prosecutors and judges"
    language: _Language = _Language()
    catalogue: _Catalogue = field(default_factory=_Catalogue)
    input_digest: str = "sha256:" + "0" * 64


def small_copy(day: date = DAY, edition: str = "prosecutors-judges") -> SmallCopy:
    return SmallCopy(_Edition(edition), catalogue=_Catalogue(day))


def members(
    files: Mapping[str, bytes] = FILES, copy: SmallCopy | None = None, place: str = "manifest.json"
) -> dict[str, bytes]:
    sums = {path: sum_of(content) for path, content in files.items()}
    return {**files, place: manifest_of(copy or small_copy(), sums)}


def small_zip(
    target: Path, files: Mapping[str, bytes] = FILES, copy: SmallCopy | None = None
) -> Path:
    copy = copy or small_copy()
    write_zip(target, members(files, copy).items(), copy.catalogue.as_of)
    return target


def small_folder(target: Path, held: Mapping[str, bytes] | None = None) -> Path:
    for path, content in (members() if held is None else held).items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(content)
    return target
