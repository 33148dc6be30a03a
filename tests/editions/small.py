"""Small editions, made with the functions that make the real ones."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.files import write_files
from toolkit.editions.files.manifest import Manifest, sum_of
from toolkit.editions.files.zips import write_zip

DAY = date(2026, 11, 25)
FILES: Mapping[str, bytes] = {
    "index.html": b"<!doctype html><title>Toolkit</title><p>Start here.</p>\n" * 4,
    "prevention/practices/a.html": b"<h1>Inspections of farms</h1><p>Text of the entry.</p>" * 9,
    "prevention/practices/b.html": b"<h1>Recruitment fees</h1>" + bytes(range(256)),
    "assets/style.css": b"body{margin:0}",
    "empty.txt": b"",
}


def small_copy(day: date = DAY, edition: str = "prosecutors-judges") -> Manifest:
    """The manifest of a copy of two of three entries."""
    choice = {"audiences": ("prosecutors-judges",)}
    title, digest = "Prosecutors and judges", "sha256:" + "0" * 64
    return Manifest(edition, title, "en", choice, day, "1", digest, 2, 3, {})


def members(
    files: Mapping[str, bytes] = FILES, copy: Manifest | None = None, place: str = "manifest.json"
) -> dict[str, bytes]:
    sums = {path: sum_of(content) for path, content in files.items()}
    return {**files, place: replace(copy or small_copy(), files=sums).sealed()}


def small_zip(
    target: Path, files: Mapping[str, bytes] = FILES, copy: Manifest | None = None
) -> Path:
    copy = copy or small_copy()
    write_zip(target, members(files, copy).items(), copy.as_of)
    return target


def small_folder(target: Path, held: Mapping[str, bytes] | None = None) -> Path:
    return write_files(target, members() if held is None else held)
