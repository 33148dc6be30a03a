"""Copies of small content that trips up markup, right-to-left scripts and old readers."""

import os
import struct
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from tests.content_case import DAY, lay_case
from toolkit.bundling import copy_of
from toolkit.content.editions import Edition
from toolkit.editions.copy import Copy
from toolkit.languages import LANGUAGES
from toolkit.pipeline import build_site

CONTENT = Path(__file__).parent / "hostile_content.txt"
TITLE = "</title><script>alert('1')</script> \"Tom\" & 'Jerry' &amp; ]]> <!-- --> {{ title }}"
ARABIC = 'دليل "حماية الأطفال" <الطبعة 2> & تكملة'
WORDS = 30_000

WHOLE = Edition("whole", {"en": "The whole toolkit"}, {"en": "For everybody."}, "", {}, ())
PART = Edition(
    "service-providers",
    {"en": "Service providers & others"},
    {"en": "For those who help victims."},
    "",
    {"audiences": ("service-providers",)},
    (),
)


def make_copy(folder: Path, edition: Edition) -> Copy:
    """A copy of the content, with its site built below `folder`."""
    docs = lay_case(CONTENT, folder)
    picture = docs / "prevention/resources/rich/drop.png"
    picture.parent.mkdir()
    picture.write_bytes(drop(b"tEXtAuthor\0A person"))
    build = build_site(docs, folder / "site", DAY, (), edition)
    return copy_of(build, edition, folder / "site")


def drop(note: bytes = b"") -> bytes:
    """A picture of 8 by 8 pixels in one colour, with a note that must not reach the site."""
    header = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    points = zlib.compress((b"\0" + b"\xd9\x8a\x33" * 8) * 8)
    notes = ((note[:4], note[4:]),) if note else ()
    chunks = ((b"IHDR", header), *notes, (b"IDAT", points), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def from_the_right(copy: Copy) -> Copy:
    """The copy in Arabic."""
    arabic = LANGUAGES["ar"]
    made_of, setting = copy.made_of, copy.setting
    return replace(
        copy,
        made_of=replace(made_of, language=arabic),
        setting=replace(setting, language=arabic),
    )


def moved(copy: Copy, folder: Path) -> Copy:
    """The same copy, with its site in another folder, with other times and permissions."""
    site = folder / "elsewhere" / "site of another name"
    for path in sorted(copy.site.rglob("*")):
        if path.is_file():
            there = site / path.relative_to(copy.site)
            there.parent.mkdir(parents=True, exist_ok=True)
            there.write_bytes(path.read_bytes())
            there.chmod(0o640)
            os.utime(there, (1_000_000_000, 1_000_000_000))
    return replace(copy, site=site)


@contextmanager
def another_machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A time zone, language and umask other than the tests'."""
    mask = os.umask(0o077)
    with monkeypatch.context() as changed:
        changed.setenv("TZ", "Pacific/Kiritimati")
        changed.setenv("LANG", "tr_TR.UTF-8")
        changed.setenv("LC_ALL", "tr_TR.UTF-8")
        changed.setenv("SOURCE_DATE_EPOCH", "1")
        time.tzset()
        try:
            yield
        finally:
            os.umask(mask)
    time.tzset()
