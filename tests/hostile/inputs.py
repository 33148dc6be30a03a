"""Files made to hurt: each with the problem that must be reported for it.

The bytes are here rather than in files, since most are huge or can't be stored.
"""

from collections.abc import Callable
from pathlib import Path

from tests.content_case import edit, lay_base

MISTAKE = "docs/prevention/resources/guide.md"
PAGE = b"---\ntitle: Another page\nsummary: What it holds.\n---\n"
FACTS = b"---\ntitle: Another page\nsummary: What it holds.\n"
_BILLION = b"\n".join(
    b"l%d: &l%d [%s]" % (i, i, b", ".join([b"*l%d" % (i - 1)] * 9)) for i in range(1, 12)
)


def facts(text: bytes) -> bytes:
    """A page with additional facts."""
    return FACTS + text + b"\n---\n"


def lay_with_mistake(folder: Path) -> Path:
    """Put valid files into a folder, one with a mistake; returns its docs/."""
    docs = lay_base(folder)
    path = folder / MISTAKE
    edit(path, "[investigation]", "[investigaton]")
    return docs


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
    "code of a large number": (PAGE + b"[a](&#" + b"9" * 5000 + b";)", "broken-link"),
    "code with many zeros": (PAGE + b"[a](&#" + b"0" * 5000 + b"9;//a.b)", "refused-link"),
    "a thousand codes": (PAGE + b"&#8;" * 1000, "control-character"),
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
    "labels without end": (
        PAGE + b"[x](https://ab..org) [y](https://" + b"a." * 20_000 + b"org)",
        "refused-link",
    ),
    "letters turned round": (PAGE + "[x](https://ab\u202e.org)".encode(), "refused-link"),
    "addresses without end": (PAGE + b"a.b@" * 40_000 + b"c.d", "personal-email"),
    "numbers without end": (PAGE + b"+1 2 3 4 5 6 7 8 9 " * 9_000, "undeclared-telephone"),
    "coordinates without end": (PAGE + b"48.20849, 16.37208 " * 9_000, "exact-coordinates"),
    "no-break spaces": (PAGE + "\u00a0x".encode() * 50_000, "stray-space"),
    "zero width": (PAGE + "\u200bx".encode() * 40_000, "zero-width-character"),
    # Long runs, in which a pattern could restart at each character.
    "blanks in a text": (PAGE + b"a" + b" " * 190_000 + b"b\n\n<b>", "raw-html"),
    "blanks behind a definition": (PAGE + b"[x]:" + b" " * 190_000 + b"\n\n<b>", "raw-html"),
    "blanks before a note": (PAGE.replace(b"page", b" " * 60_000 + b"#2"), "cut-value"),
    "blanks in broken facts": (facts(b"a: [\n" + b" " * 60_000 + b"b"), "invalid-yaml"),
    "blanks in a remark": (facts(b"// a" + b" " * 60_000 + b"b"), "invalid-yaml"),
    "blanks between lists": (facts(b"regions: [a]" + b" " * 60_000 + b"x"), "invalid-yaml"),
    "blanks behind capitals": (PAGE + b"ABCDEFGH AB:" + b" " * 180_000 + b"x\n\n<b>", "raw-html"),
    "a wide line above many": (PAGE + b"x" * 190_000 + b"\n" * 600 + b"<b>", "raw-html"),
    "a wide line above a list": (PAGE + b"x " * 90_000 + b"\n- x", "unseparated-list"),
    "marks around marks": (facts(b"url: " + b"\xe2\x80\x9c" * 20_000), "unknown-field"),
    "opening lines of facts": (PAGE + b"---\ntitle: x\n" * 12_000, "repeated-front-matter"),
    "definitions of definitions": (PAGE + b"a\n:   b\n" * 20_000, "oversized-body"),
    "footnotes": (
        PAGE + b"".join(b"[^%d]\n\n[^%d]: x\n\n" % (i, i) for i in range(4_000)) + b"<b>",
        "raw-html",
    ),
    "fences without end": (PAGE + b"```\n" * 45_000 + b"<b>", "raw-html"),
    "spans without end": (PAGE + b"`a``b```c" * 20_000 + b"\n\n<b>", "raw-html"),
    "stars": (PAGE + b"*a **b " * 25_000 + b"\n\n<b>", "raw-html"),
    "a table of a thousand columns": (
        PAGE + b"|a" * 1_000 + b"|\n" + b"|-" * 1_000 + b"|\n<b>",
        "raw-html",
    ),
    "one word": (PAGE + b"x" * 1_000_000, "oversized-body"),
    "letters from both sides": (PAGE + "a\u05d0 ".encode() * 30_000 + b"\n\n<b>", "raw-html"),
    "marks of direction": (PAGE + "\u200f".encode() * 60_000 + b"\n\n<b>", "raw-html"),
    "marks on marks": (PAGE + b"a" + "\u0301".encode() * 60_000 + b"<b>", "raw-html"),
    "emphasis in emphasis": (PAGE + b"*a **b " * 550 + b"c** d*" * 550, "excessive-work"),
    "one long definition": (
        PAGE + b'[x]: https://a.org "' + b"t" * 100_000 + b'"\n\n' + b"[x]\n\n" * 19_000,
        "excessive-work",
    ),
    "rows of one cell in a wide table": (
        PAGE + b"|a" * 5_000 + b"|\n" + b"|-" * 5_000 + b"|\n" + b"|x|\n" * 30_000,
        "excessive-work",
    ),
    "typed addresses": (PAGE + b"www.a.org " * 15_000, "bare-address"),
    "calls": (
        PAGE + b"Call +39 0912 345.\n" + b"Call %s x\n" % (b"1" * 60) * 20,
        "undeclared-telephone",
    ),
    "typed lists": (PAGE + b"1) x\n" * 30_000, "typed-bullet"),
    "typed dashes": (PAGE + "– x\n".encode() * 45_000, "typed-bullet"),
    "nothing but line ends": (PAGE + b"\n" * 190_000 + b"<b>", "raw-html"),
    "mixed line ends": (PAGE + b"a\r\nb\n" * 30_000, "mixed-line-ends"),
    "old line ends in a text": (PAGE + b"<b>\r" * 3_000, "raw-html"),
    "capitals": (PAGE + b"ABCDEFGH IJKLMNOP " * 10_000, "shouted-text"),
}

ENTRY = (
    b"---\ntitle: Handbook on the freezing of assets\nsummary: It tells how.\n"
    b"type: handbook\nyear: 2015\n"
    b"pillars: [prevention]\nthemes: [investigation]\naudiences: [law-enforcement]\nlevel: global\n"
    b"regions: [world]\nlanguages: [en]\norganisations: [unodc]\n"
    b"url: https://www.unodc.org/assets\n---\n"
)


def entry(old: bytes, new: bytes) -> bytes:
    """A valid entry with something replaced."""
    assert ENTRY.count(old) == 1
    return ENTRY.replace(old, new)


def _listed(items: bytes, count: int) -> bytes:
    return b"[" + b", ".join(items % i if b"%d" in items else items for i in range(count)) + b"]"


# Name: the bytes of docs/prevention/resources/hostile.md, and the id of a problem it must have.
ENTRIES: dict[str, tuple[bytes, str]] = {
    "a far year": (entry(b"2015", b"99999"), "invalid-year"),
    "no number": (entry(b"2015", b".nan"), "invalid-year"),
    "without end": (entry(b"2015", b"-.inf"), "invalid-year"),
    "beyond floats": (entry(b"2015", b"1e999"), "invalid-year"),
    "in sixteens": (entry(b"2015", b"0x7DF"), "invalid-year"),
    "wide digits": (entry(b"2015", "２０１５".encode()), "invalid-year"),
    "sixty thousand digits": (entry(b"2015", b"9" * 60_000), "invalid-year"),
    "a far month": (entry(b"level:", b"review_by: 99999-13\nlevel:"), "invalid-date"),
    "a day that is none": (
        entry(b"level:", b"verified: {by: unodc, on: 2026-02-30}\nlevel:"),
        "invalid-date",
    ),
    "a timestamp": (
        entry(b"level:", b"verified: {by: unodc, on: 2026-02-03T25:61:61+99:99}\nlevel:"),
        "invalid-date",
    ),
    "yes and no": (entry(b"level:", b"yes: no\nlevel:"), "unknown-field"),
    "null as a name": (entry(b"level:", b"null: ~\nlevel:"), "unknown-field"),
    "an empty name": (entry(b"level:", b"'': x\nlevel:"), "unknown-field"),
    "a block as a name": (entry(b"level:", b"? |\n  a\n  b\n: c\nlevel:"), "unknown-field"),
    "a title of parts": (entry(b"Handbook on the", b"{a: [{b: c}]} #"), "wrong-type"),
    "marks in marks": (entry(b"Handbook on the", "“".encode() * 9_000), "too-long"),
    "marks on a letter": (entry(b"Handbook", b"a" + "\u0301".encode() * 9_000), "too-long"),
    "a long address": (entry(b"org/assets", b"org/" + b"a/" * 20_000 + b"<"), "invalid-address"),
    "a host of many parts": (entry(b"www.", b"a." * 20_000 + b"-."), "invalid-address"),
    "a far port": (entry(b"unodc.org/assets", b"unodc.org:99999999999/"), "invalid-address"),
    "half an address": (entry(b"www.unodc.org", b"[::1"), "invalid-address"),
    "thousands of terms": (entry(b"[investigation]", _listed(b"t%d", 4_500)), "unknown-term"),
    "the same term": (entry(b"[investigation]", _listed(b"shelters", 4_500)), "repeated-value"),
    "terms in one": (entry(b"[investigation]", b"shelters; " * 5_000), "wrong-type"),
    "thousands of countries": (
        entry(b"level:", b"countries: " + _listed(b"Land %d", 4_500) + b"\nlevel:"),
        "unknown-country",
    ),
    "blanks behind a character": (entry(b"[en]", b"[@a" + b" " * 60_000 + b"b]"), "invalid-yaml"),
    "signs of sources": (ENTRY + "\ue200Z\ue202\ue201".encode() * 19_000, "unfinished-text"),
    "blanks behind a cut value": (
        entry(b"level:", b"withdrawn: {reason: a, b" + b" " * 60_000 + b"c}\nlevel:"),
        "unknown-field",
    ),
    "blanks in a country": (
        entry(b"level:", b"countries: [a" + b" " * 60_000 + b"b]\nlevel:"),
        "unknown-country",
    ),
    "blanks in a language": (entry(b"[en]", b"[a" + b" " * 60_000 + b"b]"), "invalid-language"),
    "thousands of languages": (entry(b"[en]", _listed(b"tongue %d", 4_500)), "invalid-language"),
    "thousands of bodies": (entry(b"[unodc]", _listed(b"Body %d", 4_500)), "unknown-organisation"),
    "thousands of names": (
        entry(b"level:", b"\n".join(b"titel%d: x" % i for i in range(2_400)) + b"\nlevel:"),
        "unknown-field",
    ),
    "thousands of replaced": (
        entry(b"level:", b"supersedes: " + _listed(b"guide-%d", 4_500) + b"\nlevel:"),
        "unknown-entry",
    ),
    "thousands of provisions": (
        entry(b"level:", b"provisions: " + _listed(b"tip-protocol:%d", 2_500) + b"\nlevel:"),
        "unknown-provision",
    ),
    "a far article": (
        entry(b"level:", b"provisions: ['c029:" + b"9" * 5_000 + b"']\nlevel:"),
        "unknown-provision",
    ),
    "a long number of a book": (
        entry(b"level:", b"identifiers: {isbn: " + b"9-" * 30_000 + b"1}\nlevel:"),
        "invalid-identifier",
    ),
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
    import contextlib
    import socket

    # A full path may exceed the hundred bytes or so allowed for a socket's name.
    with socket.socket(socket.AF_UNIX) as opened, contextlib.chdir(path.parent):
        opened.bind(path.name)


def _hole(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50 * 1024**3)


# Name: a function that makes docs/about/<name>, and the id of the problem that it must have.
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


def holds(data: bytes) -> Callable[[Path], None]:
    def hold(path: Path) -> None:
        path.write_bytes(data)

    return hold


_TERM = b"- id: x%d\n  labels: {en: X%d}\n  definition: {en: X.}\n"

# Name: the path of a list in docs/, a function that makes it, and the id of a problem it must have.
LISTS: dict[str, tuple[str, Callable[[Path], None], str]] = {
    "a folder": ("registers/organisations.yml", _folder, "unreadable-file"),
    "a pipe": ("registers/terminology.yml", _pipe, "unreadable-file"),
    "a socket": ("registers/equivalents.yml", _socket, "unreadable-file"),
    "a circle": ("vocabularies/regions.yml", _circle, "unreadable-file"),
    "a link": ("vocabularies/levels.yml", _link, "unreadable-file"),
    "a device": ("registers/instruments.yml", _device, "unreadable-file"),
    "a hole": ("vocabularies/themes.yml", _hole, "oversized-file"),
    "empty": ("vocabularies/audiences.yml", holds(b""), "wrong-type"),
    "zeros": ("registers/terminology.yml", holds(b"\0" * 99), "wrong-encoding"),
    "utf-16": ("registers/equivalents.yml", holds("- id: x".encode("utf-16")), "wrong-encoding"),
    "bomb": ("vocabularies/themes.yml", holds(b"- l0: &l0 [x]\n"), "refused-yaml"),
    "brackets": ("registers/organisations.yml", holds(b"[" * 100_000), "oversized-front-matter"),
    "a line of odd spaces": (
        "registers/instruments.yml",
        holds(b"- id: x\n" + "\u00a0".encode() * 300_000 + b"\n\tx"),
        "invalid-yaml",
    ),
    "blanks in a remark": (
        "registers/terminology.yml",
        holds(b'- id: x\n  why: #"' + b" " * 300_000 + b"x\n"),
        "empty-value",
    ),
    "blanks in an address": (
        "registers/instruments.yml",
        holds(b"- id: x\n  url: 'https://a.org," + b" " * 300_000 + b"x/b.pdf'\n"),
        "invalid-address",
    ),
    "half a list": ("registers/instruments.yml", holds(b"- id: [x\n" * 9), "invalid-yaml"),
    "thousands of names": (
        "registers/terminology.yml",
        holds(b"- id: x\n" + b"".join(b"  k%d: v\n" % i for i in range(20_000))),
        "unknown-field",
    ),
    "an unknown field in each item": (
        "registers/terminology.yml",
        holds(b"".join(b"- id: x%d\n  phrases: [x]\n  reason: y\n" % i for i in range(8_000))),
        "unknown-field",
    ),
    "a text": ("registers/terminology.yml", holds(b"Words to avoid"), "wrong-type"),
    "a field in each item": (
        "registers/equivalents.yml",
        holds(b"- id: x\n  names:\n" + b"    - house level: all\n" * 9_000),
        "wrong-type",
    ),
    "the same term": ("vocabularies/themes.yml", holds(_TERM % (1, 1) * 2_000), "duplicate-id"),
    "a word that is none": (
        "registers/terminology.yml",
        holds(b"- id: a\n  avoid: ['*', '', '(((((', '.*.*.*x']\n  prefer: b\n  why: c\n"),
        "empty-value",
    ),
    "blanks behind the name of the Group": (
        "about/evidence.zh.md",
        holds("---\ntitle: 证据\n---\n\n被ICAT".encode() + b" " * 180_000 + b"x"),
        "missing-field",
    ),
    "addresses and numbers": (
        "about/evidence.fr.md",
        holds(
            b"---\ntitle: Preuves\nsummary: Leur force.\ntranslator: machine\nreviewed: false\n"
            b"source_digest: sha256:"
            + b"0" * 64
            + b"\n---\n\n"
            + b"](a)" * 22_000
            + b"\n"
            # Each number stands behind all addresses.
            + b"y 9 " * 26_000
        ),
        "added-number",
    ),
}
