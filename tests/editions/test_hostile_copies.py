"""Zips, manifests and folders made to harm: a clear answer, in bounded memory."""

import io
import json
import os
import resource
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.editions.small import DAY, FILES, members, small_folder, small_zip
from tests.program import Toolkit
from toolkit.editions.files.manifest import PLACES, sealed
from toolkit.editions.files.zips import write_zip
from toolkit.editions.verifying.verify import verify
from toolkit.problems import ToolkitError

ROOT = Path(__file__).parents[2]
MANIFEST = members()["manifest.json"]


def told(**changes: Any) -> bytes:
    """A manifest that matches its own digest, with other values."""
    data = {key: value for key, value in json.loads(MANIFEST).items() if key != "digest"}
    return sealed({**data, **changes})


def with_files(*paths: str) -> bytes:
    return told(files={path: {"bytes": 0, "sha256": "0" * 64} for path in paths})


MANIFESTS = {
    "nothing": b"",
    "no-json": b"hello",
    "list": b"[]",
    "deep": b"[" * 100_000,
    "deep-in-bounds": b'{"files":' * 50_000,
    "huge-number": b'{"format":' + b"9" * 100_000 + b"}",
    "twice": MANIFEST.replace(b' "of"', b' "of": 9,\n "of"'),
    "blanks": MANIFEST + b"\n",
    "not-utf8": MANIFEST.replace(b"Prosecutors", b"\xff"),
    "surrogate": MANIFEST.replace(b"Prosecutors", b"\\ud800"),
    "infinite": MANIFEST.replace(b'"of": 3', b'"of": 1e999'),
    "climbs": with_files("../../etc/passwd"),
    "absolute": with_files("/etc/passwd"),
    "itself": with_files("manifest.json"),
    "other-manifest": with_files(PLACES[1]),
    "in-a-file": with_files("a", "a/b"),
    "negative": told(files={"a": {"bytes": -1, "sha256": "0" * 64}}),
    "true-size": told(files={"a": {"bytes": True, "sha256": "0" * 64}}),
    "vast": told(files={"a": {"bytes": 1 << 40, "sha256": "0" * 64}}),
    "no-sum": told(files={"a": {"bytes": 1, "sha256": None}}),
    "texts": told(files=[]),
    "no-file": told(files={"a": 1}),
    "title": told(title="\x1b[2J"),
    "day": told(as_of="2026-02-30"),
    "choice": told(choice={"a": "b"}),
    "more": told(more=1),
    "old-format": told(format=0),
}


def crafted() -> Iterator[tuple[str, bytes, str]]:
    """Each zip's name and bytes, and what is reported about it."""
    whole = small_bytes()
    yield "empty", b"", "not a zip file"
    yield "text", b"hello", "not a zip file"
    yield "prefix", b"MZ" + whole, "not a zip file"
    yield "suffix", whole + b"PK", "bytes were added after it"
    yield "comment", whole[:-2] + b"\2\0hi", "bytes were added after it"
    for length in (3, 40, len(whole) // 3, len(whole) - 30, len(whole) - 1):
        yield f"cut-{length}", whole[:length], "damaged"
    for name in ("../x", "/etc/passwd", "C:/x", "a\\..\\x", "con", "a/", "\x1b[2J"):
        yield f"name-{name!r}", stdlib((name, b"x")), "unsafe name"
    yield "two-of-one-name", stdlib(("a", b"x"), ("a", b"y")), "out of order, or two with one name"
    yield "link", stdlib(("a", b"/etc/passwd"), mode=0o120777), "the list at its end"
    yield "folder", stdlib(("a", b""), mode=0o040755), "the list at its end"
    yield "extra", stdlib(("a", b"x"), extra=b"\1\0\0\0"), "is different"
    yield "encrypted", patched(6, b"\1\0"), "is different"
    yield "zip64", patched(18, b"\xff" * 8), "is different"
    yield "vast", patched(22, b"\xff" * 4), "is different"
    yield "bomb", bomb(), "larger packed than unpacked"
    yield "nested", bomb(packed_twice=True), "larger packed than unpacked"
    yield "gap", gap(whole), "is different"


def small_bytes() -> bytes:
    path = Path(os.environ.get("TMPDIR", "/tmp")) / f"small-{os.getpid()}.zip"  # noqa: S108
    try:
        return small_zip(path).read_bytes()
    finally:
        path.unlink(missing_ok=True)


def stdlib(*files: tuple[str, bytes], mode: int = 0o100644, extra: bytes = b"") -> bytes:
    """A zip as write_zip makes it, except for the names and the given changes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        for name, content in files:
            member = zipfile.ZipInfo("x" * len(name), (2026, 11, 25, 0, 0, 0))
            member.filename = name
            member.create_system = 3
            member.external_attr = mode << 16
            member.extra = extra
            if name in packed.namelist():
                with pytest.warns(UserWarning, match="Duplicate"):
                    packed.writestr(member, content, zipfile.ZIP_DEFLATED, 9)
            else:
                packed.writestr(member, content, zipfile.ZIP_DEFLATED, 9)
    return target.getvalue()


def patched(offset: int, value: bytes) -> bytes:
    """A zip with its first header changed."""
    whole = stdlib(("a", b"x"))
    return whole[:offset] + value + whole[offset + len(value) :]


def gap(whole: bytes) -> bytes:
    second = whole.index(b"PK\x03\x04", 4)
    return whole[:second] + b"hidden" + whole[second:]


def bomb(packed_twice: bool = False) -> bytes:
    """A manifest that unpacks to a gigabyte, though its header says 100 bytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = (packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)) * 1024
    packed += packer.flush()
    if packed_twice:
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        packed = packer.compress(packed) + packer.flush()
    name = b"manifest.json"
    day = (2026 - 1980) << 9 | 11 << 5 | 25
    header = struct.pack("<5H3L2H", 20, 0, 8, 0, day, 0, len(packed), 100, len(name), 0)
    start = b"PK\x03\x04" + header + name + packed
    entry = b"PK\x01\x02" + bytes((20, 3)) + header + struct.pack("<3H2L", 0, 0, 0, 0x81A40000, 0)
    entry += name
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, len(entry), len(start), 0)
    return start + entry + end


def test_crafted_zips(toolkit: Toolkit, tmp_path: Path) -> None:
    for name, data, said in crafted():
        (tmp_path / "x.zip").write_bytes(data)
        found = toolkit("verify", "x.zip")
        assert (found.code, found.err) == (1, ""), name
        assert said in found.out, name
        assert "\x1b" not in found.out, name
    assert sorted(path.name for path in tmp_path.iterdir()) == ["docs", "x.zip"]


@pytest.mark.parametrize("name", MANIFESTS)
def test_crafted_manifests(toolkit: Toolkit, tmp_path: Path, name: str) -> None:
    held = {**FILES, "manifest.json": MANIFESTS[name]}
    small_folder(tmp_path / "copy", held)
    write_zip(tmp_path / "x.zip", held.items(), DAY)
    for path in ("copy", "x.zip"):
        found = toolkit("verify", path)
        assert (found.code, found.err) == (1, "")
        assert "  damaged  " in found.out
        assert "manifest.json" in found.out
        assert "\x1b" not in found.out


def test_newer_format(toolkit: Toolkit, tmp_path: Path) -> None:
    small_folder(tmp_path / "copy", {"manifest.json": told(format=2)})
    found = toolkit("verify", "copy")
    assert (found.code, found.out) == (2, "")
    assert "a newer toolkit (format 2)" in found.err


def test_what_is_no_copy(toolkit: Toolkit, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    small_folder(tmp_path / "copy")
    (tmp_path / "copy/manifest.json").unlink()
    small_zip(tmp_path / "x.zip")
    write_zip(tmp_path / "bare.zip", FILES.items(), DAY)
    for path, said in (
        ("pipe", "it is not an ordinary file"),
        ("/dev/zero", "it is not an ordinary file"),
        ("loop", "Too many levels of symbolic links"),
        ("gone.zip", "No such file"),
        ("copy", "has neither manifest.json nor SHA256SUMS"),
        ("bare.zip", "it has no manifest"),
        ("x.zip/more", "Not a directory"),
        ("x" * 300, "name too long"),
    ):
        found = toolkit("verify", path)
        assert (found.code, found.out) == (2, ""), path
        assert said in found.err, path
        assert "hint:" in found.err, path


def test_pipes_and_links_in_place_of_files(toolkit: Toolkit, tmp_path: Path) -> None:
    copy = small_folder(tmp_path / "copy")
    for path in ("index.html", "empty.txt", "manifest.json"):
        (copy / path).unlink()
    os.mkfifo(copy / "index.html")
    (copy / "empty.txt").symlink_to("/dev/zero")
    (copy / "manifest.json").write_bytes(MANIFEST)
    found = toolkit("verify", "copy")
    assert found.code == 1
    assert "index.html: it is not an ordinary file" in found.out
    assert "empty.txt: it is a link" in found.out
    (copy / "manifest.json").unlink()
    os.mkfifo(copy / "manifest.json")
    found = toolkit("verify", "copy")
    assert (found.code, "damaged  manifest.json" in found.out) == (1, True)


@pytest.mark.slow
def test_memory_is_bounded(tmp_path: Path) -> None:
    """Within 256 MB of address space, a good part of which Python and its imports take."""
    (tmp_path / "bomb.zip").write_bytes(bomb())
    most = {f"f{number:05}": {"bytes": 0, "sha256": "0" * 64} for number in range(10_000)}
    hostile = {
        "lists": b"[" + b"[]," * 1_300_000 + b"1]",
        "numbers": b"[" + b"1e9," * 1_000_000 + b"1]",
        "files": told(files=most),
        "large": b" " * 9_000_000,
    }
    for name, raw in hostile.items():
        small_folder(tmp_path / name, {"manifest.json": raw})
        write_zip(tmp_path / f"{name}.zip", [("manifest.json", raw)], DAY)
    names = ["bomb.zip", *hostile, *(f"{name}.zip" for name in hostile)]
    program = (
        "import sys; from toolkit.cli.main import run;"
        "print([int(run(['verify', name])) for name in sys.argv[1:]], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *names],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (256 << 20, 256 << 20)),
    )
    assert done.stderr == f"{[1] * len(names)}\n"


PATIENT = settings(
    max_examples=30,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
SLICES = st.builds(
    lambda start, length: small_bytes()[start : start + length], *[st.integers(0, 2000)] * 2
)


@PATIENT
@given(data=st.one_of(st.binary(max_size=300), st.lists(SLICES, max_size=4).map(b"".join)))
def test_any_bytes_as_zip(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.zip").write_bytes(data)
    assert verify(tmp_path / "x.zip").whole == (data == small_bytes())


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
CHANGES = st.dictionaries(st.sampled_from(list(json.loads(MANIFEST))), JSON, max_size=2)


@PATIENT
@given(raw=st.one_of(st.binary(max_size=200), JSON.map(json.dumps).map(str.encode)))
def test_any_bytes_as_manifest(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "manifest.json").write_bytes(raw)
    assert not verify(tmp_path).whole


@PATIENT
@given(changes=CHANGES)
def test_any_values_in_a_manifest(tmp_path: Path, changes: dict[str, Any]) -> None:
    try:
        (tmp_path / "manifest.json").write_bytes(told(**changes))
    except ValueError:  # not valid as JSON
        return
    try:
        report = verify(tmp_path)
    except ToolkitError:  # a newer format
        return
    assert not report.whole or changes.get("files") == {}
