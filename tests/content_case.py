"""Lays a case over the small valid content of tests/cases/base.

A case is a text file of sections, each headed by an action and a path (relative to the folder that
holds docs/):

    -- edit docs/prevention/resources/guide.md --     lines with "-" are replaced by lines with "+"
    -- file docs/prevention/resources/new.md --       the text below is the file
    -- bytes docs/prevention/resources/new.md --      the same, with Python's escapes: \\xff
    -- remove docs/vocabularies/themes.yml --
    -- rename docs/prevention/resources/guide.md Guide.md --
    -- copied docs/prevention/resources/guide.md guide (1).md --
    -- link docs/prevention/resources/guide.md /etc/hostname --
    -- folder docs/prevention/resources/x.md --
    -- pipe docs/prevention/resources/x.md --
    -- image docs/prevention/resources/guide/a.png camera --
                                        a picture; with camera: who took it; place: and where;
                                        half: cut off; vast: of 30 million pixels
    -- size docs/prevention/resources/x.md 52428800 --
    -- repeat docs/recognition/iom.yml 10000 --       appends the text below this many times

Lines above the first section are comments.
"""

import functools
import os
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from tests.files import files_of

CASES = Path(__file__).parent / "cases"
# As of which the valid content is looked at.
DAY = date(2026, 11, 25)

_SECTION = re.compile(r"^-- (?P<action>[a-z]+) (?P<path>\S+)(?: (?P<argument>.+))? --\n", re.M)


def lay_base(folder: Path) -> Path:
    """Write the valid content to `folder`; returns its docs/."""
    folders, files = _base()
    for below in folders:
        (folder / below).mkdir(parents=True, exist_ok=True)
    for path, data in files.items():
        (folder / path).write_bytes(data)
    return folder / "docs"


@functools.cache
def _base() -> tuple[list[Path], dict[str, bytes]]:
    """The valid content, its folders and files: two thousand tests lay it, and most change one."""
    files = files_of(CASES / "base")
    return sorted({Path(path).parent for path in files}), files


def lay_case(case: Path, folder: Path) -> Path:
    """Write the valid content with the changes of `case` to `folder`; returns its docs/."""
    docs = lay_base(folder)
    change(case, folder)
    return docs


def change(case: Path, folder: Path) -> None:
    """Apply the changes of `case` in `folder`."""
    for action, path, argument, text in _sections(case.read_text(encoding="utf-8")):
        _apply(action, folder / path, argument, text)


def edit(path: Path | str, old: str, new: str, most: int = -1) -> None:
    """Replace a text in a file, everywhere or at most `most` times; fail if it isn't there."""
    text = Path(path).read_text(encoding="utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new, most), encoding="utf-8")


def paths(case: Path) -> list[str]:
    """The paths that `case` changes."""
    return [path for _, path, _, _ in _sections(case.read_text(encoding="utf-8"))]


def _sections(text: str) -> Iterator[tuple[str, str, str, str]]:
    heads = list(_SECTION.finditer(text))
    assert heads, "the case changes nothing"
    ends = [*(head.start() for head in heads[1:]), len(text)]
    for head, end in zip(heads, ends, strict=True):
        yield head["action"], head["path"], head["argument"] or "", text[head.end() : end]


def _apply(action: str, path: Path, argument: str, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if action == "edit":
        path.write_text(_edited(path.read_text(encoding="utf-8"), text), encoding="utf-8")
    elif action == "file":
        path.write_text(text, encoding="utf-8")
    elif action == "bytes":
        path.write_bytes(text.encode("ascii").decode("unicode_escape").encode("latin-1"))
    elif action == "remove":
        path.unlink()
    elif action == "rename":
        path.rename(path.with_name(argument))
    elif action == "copied":
        shutil.copy(path, path.with_name(argument))
    elif action == "link":
        path.symlink_to(argument)
    elif action == "folder":
        path.mkdir()
    elif action == "pipe":
        os.mkfifo(path)
    elif action == "image":
        lay_image(path, argument)
    elif action == "repeat":
        with path.open("a", encoding="utf-8") as file:
            file.write(text * int(argument))
    elif action == "size":
        with path.open("wb") as file:
            file.truncate(int(argument))
    else:
        raise AssertionError(f"unknown section: {action}")


def lay_image(path: Path, notes: str = "") -> None:
    """Write a small picture in its extension's format, with notes from a camera or on a `place`."""
    # Slow to import, and hardly any case needs it.
    from PIL import Image

    exif = Image.Exif()
    if notes in ("camera", "place"):
        exif[0x013B] = "A. Photographer"
    if notes == "place":
        exif.get_ifd(0x8825).update({1: "N", 2: (48.0, 12.0, 30.5)})
    is_vast = notes == "vast"
    # The fastest settings of each format, and grey: otherwise a vast image takes seconds.
    image = Image.new("L", (6000, 5000)) if is_vast else Image.new("RGB", (8, 6), (11, 81, 112))
    image.save(path, exif=exif, method=0, compress_level=1)
    if notes == "half":
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _edited(text: str, edits: str) -> str:
    """The text with each run of `-` lines replaced by the `+` lines below it."""
    for old, new in re.findall(r"((?:^-.*\n)+)((?:^\+.*\n)*)", edits, re.M):
        before, after = (re.sub(r"^[-+]", "", lines, flags=re.M) for lines in (old, new))
        assert text.count(before) == 1, f"stands {text.count(before)} times: {before!r}"
        text = text.replace(before, after)
    return text
