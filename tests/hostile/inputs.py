"""Files made to hurt: each with the problem that must be named for it.

The bytes stand here instead of in files of their own, since most are huge or can't be stored.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

PAGE = b"---\ntitle: Another page\nsummary: What it holds.\n---\n"
FACTS = b"---\ntitle: Another page\nsummary: What it holds.\n"
_BILLION = b"\n".join(
    b"l%d: &l%d [%s]" % (i, i, b", ".join([b"*l%d" % (i - 1)] * 9)) for i in range(1, 12)
)


def facts(text: bytes) -> bytes:
    """A page with more facts."""
    return FACTS + text + b"\n---\n"


# Name: the bytes of docs/about/hostile.md, and the id of a problem that it must have.
INPUTS: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "missing-front-matter"),
    "only a mark": (b"\xef\xbb\xbf", "missing-front-matter"),
    "two marks": (b"\xef\xbb\xbf\xef\xbb\xbf" + PAGE, "missing-front-matter"),
    "zeros": (b"\0" * 4096, "wrong-encoding"),
    "a program": (b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 20, "wrong-encoding"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(255, 0, -1)) * 20, "wrong-encoding"),
    "a zip file": (b"PK\x03\x04" + b"\0\xff" * 500, "wrong-encoding"),
    "utf-16": (b"\xff\xfe" + "---\ntitle: x\n---\n".encode("utf-16-le"), "wrong-encoding"),
    "utf-32": ("---\ntitle: x\n---\n".encode("utf-32"), "wrong-encoding"),
    "latin 1": (facts(b"partners: [caf\xe9]"), "wrong-encoding"),
    "lone surrogate": (facts(b"url: \xed\xa0\x80"), "wrong-encoding"),
    "overlong": (facts(b"url: \xc0\xaf"), "wrong-encoding"),
    "beyond unicode": (facts(b"url: \xf5\x80\x80\x80"), "wrong-encoding"),
    "cut letter": (PAGE + b"caf\xc3", "wrong-encoding"),
    "control characters": (facts(b"url: a\x07\x1b[31mb"), "control-character"),
    "a thousand control characters": (facts(b"url: " + b"\x01" * 1000), "control-character"),
    "line separators": (facts("url: a\u2028b\u2029".encode()), "control-character"),
    "old line ends": (PAGE.replace(b"\n", b"\r"), "missing-front-matter"),
    "not a character": (facts("url: \ufffe".encode()), "control-character"),
    "alias bomb": (facts(b"l0: &l0 [x]\n" + _BILLION), "refused-yaml"),
    "circle of aliases": (facts(b"a: &a [*a]"), "refused-yaml"),
    "unknown alias": (facts(b"a: *a"), "refused-yaml"),
    "merge key": (facts(b"<<: {a: b}"), "refused-yaml"),
    "object tag": (facts(b"a: !!python/object/apply:os.system [id]"), "refused-yaml"),
    "binary tag": (facts(b"a: !!binary aGVsbG8="), "refused-yaml"),
    "many tags": (facts(b"a: " + b"!!set " * 5000 + b"x"), "refused-yaml"),
    "list as name": (facts(b"? [a, b]\n: c"), "refused-yaml"),
    "second block": (facts(b"...\n--- a"), "refused-yaml"),
    "directive": (b"---\n%YAML 9.9\n---\n", "invalid-yaml"),
    "ten thousand brackets": (facts(b"a: " + b"[" * 10_000), "oversized-front-matter"),
    "ten thousand closed brackets": (
        facts(b"a: " + b"[" * 10_000 + b"]" * 10_000),
        "oversized-front-matter",
    ),
    "ten thousand braces": (facts(b"a: " + b"{a: " * 10_000), "oversized-front-matter"),
    "hyphens in a row": (facts(b"a:\n" + b"- " * 20_000), "oversized-front-matter"),
    "questions in a row": (facts(b"? " * 20_000), "oversized-front-matter"),
    "a hundred thousand names": (
        facts(b"\n".join(b"k%d: v" % i for i in range(100_000))),
        "oversized-front-matter",
    ),
    "a hundred thousand short items": (
        facts(b"a: [" + b"," * 60_000 + b"]"),
        "invalid-yaml",
    ),
    "six thousand items": (facts(b"a: [" + b"x," * 6_000 + b"]"), "oversized-front-matter"),
    "the same name thousands of times": (facts(b"a: b\n" * 2_000), "duplicate-key"),
    "a long name": (facts(b"x" * 1_000 + b": y"), "unknown-field"),
    "a long title": (PAGE.replace(b"Another page", b"x " * 30_000), "too-long"),
    "never closed": (FACTS + b"x: y\n" * 100_000, "unclosed-front-matter"),
    "never closed quote": (facts(b'url: "' + b"x\n" * 30_000), "invalid-yaml"),
    "only backslashes": (facts(b'url: "' + b"\\" * 30_001 + b'"'), "invalid-yaml"),
    "colons": (facts(b":" * 30_000), "invalid-yaml"),
    "colons with blanks": (facts(b": " * 30_000), "invalid-yaml"),
    "a large text": (PAGE + b"word " * 100_000, "oversized-body"),
    "a large line": (PAGE + b"x" * 4_000_000, "oversized-body"),
    "brackets in a text": (PAGE + b"[" * 190_000, "oversized-body"),
    "open links": (PAGE + b"[a](" * 45_000, "oversized-body"),
    "images in images": (PAGE + b"![" * 90_000, "oversized-body"),
    "headings without end": (PAGE + b"# x\n" * 40_000, "oversized-body"),
    "underlined headings": (PAGE + b"a\n===\n" * 30_000, "oversized-body"),
    "quotations in quotations": (PAGE + b"> " * 90_000 + b"x", "deep-nesting"),
    "quotations without blanks": (PAGE + b">" * 190_000 + b"x", "deep-nesting"),
    "lists in lists": (
        PAGE + b"\n".join(b" " * (4 * i) + b"- x" for i in range(200)),
        "deep-nesting",
    ),
    "lists on one line": (PAGE + b"- " * 90_000 + b"x", "deep-nesting"),
    "numbers on one line": (PAGE + b"1. " * 60_000 + b"x", "deep-nesting"),
    "tags without end": (PAGE + b"<a " * 60_000 + b"\n\n<b>", "raw-html"),
    "ten thousand tags": (PAGE + b"<b>" * 10_000, "raw-html"),
    "a mark that kills MkDocs": (PAGE + b"<![", "raw-html"),
    "script": (PAGE + b"<script>alert(1)</script>", "raw-html"),
    "script in a link": (PAGE + b"[x](java&#115;cript:alert(1))", "refused-link"),
    "data in a link": (PAGE + b"[x](data:text/html;base64,x)", "refused-link"),
    "a way out": (PAGE + b"[x](../../../../etc/passwd)", "broken-link"),
    "a hidden way out": (PAGE + b"[x](%2e%2e/%2e%2e/%2e%2e/etc/passwd)", "broken-link"),
    "ten thousand links": (PAGE + b"[x](y.md)\n\n" * 10_000, "broken-link"),
    "definitions": (PAGE + b"[x]: y.md\n" * 9_000, "broken-link"),
    "letters turned round": (PAGE + "[x](https://ab\u202e.org)".encode(), "refused-link"),
    "addresses without end": (PAGE + b"a.b@" * 40_000 + b"c.d", "personal-email"),
    "numbers without end": (PAGE + b"+1 2 3 4 5 6 7 8 9 " * 9_000, "undeclared-telephone"),
    "coordinates without end": (PAGE + b"48.20849, 16.37208 " * 9_000, "exact-coordinates"),
    "no-break spaces": (PAGE + "\u00a0x".encode() * 50_000, "stray-space"),
    "zero width": (PAGE + "\u200bx".encode() * 40_000, "zero-width-character"),
    "capitals": (PAGE + b"ABCDEFGH IJKLMNOP " * 10_000, "shouted-text"),
}


def _page(path: Path) -> None:
    path.write_bytes(PAGE)


def _link(path: Path) -> None:
    path.symlink_to("/etc/passwd")


def _circle(path: Path) -> None:
    path.symlink_to(path.name)


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _folder(path: Path) -> None:
    path.mkdir()


def _pipe(path: Path) -> None:
    import os

    os.mkfifo(path)


def _socket(path: Path) -> None:
    import socket

    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind(str(path))


def _hole(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50 * 1024**3)


# Name: what makes docs/about/<name> and the id of the problem that it must have.
FILES: dict[str, tuple[Callable[[Path], None], str]] = {
    "link.md": (_link, "unreadable-file"),
    "circle.md": (_circle, "unreadable-file"),
    "device.md": (_device, "unreadable-file"),
    "folder.md": (_folder, "unreadable-file"),
    "pipe.md": (_pipe, "unreadable-file"),
    "socket.md": (_socket, "unreadable-file"),
    "hole.md": (_hole, "oversized-file"),
    "hole.pdf": (_hole, "oversized-file"),
    "circle": (_circle, "unreadable-file"),
    "pipe.png": (_pipe, "unreadable-file"),
    "link.png": (_link, "unreadable-file"),
    "con.md": (_page, "odd-path"),
    "a b\n.png": (Path.touch, "odd-path"),
    "\udcff.md": (_page, "odd-path"),
    "Evidence.md": (_page, "twin-paths"),
}
