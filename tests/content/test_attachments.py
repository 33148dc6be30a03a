"""What a PDF runs or sends by itself is seen, however its objects are written."""

import random
import time
import zlib
from pathlib import Path

import pytest

from toolkit.content.attachments import objection, other_kind

REFUSED = ("refused-attachment", "active")
# Each unpacks to four megabytes, and is followed by all others.
MANY = (b"stream\n" + zlib.compress(b" " * 4_000_000, 9)[:3_000]) * 1_500
RUNS = b"<< /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>"


def stream(content: bytes, kind: bytes = b"/Type /ObjStm /N 2 /First 9") -> bytes:
    """An object with a compressed stream."""
    return of_data(zlib.compress(content), kind)


def seeming_to_end(content: bytes) -> bytes:
    """The same, with what ends a stream inside it: a stored block, then a compressed one."""
    stored, packing = b"7 0 8 60 (\nendstream)", zlib.compressobj(wbits=-15)
    size = len(stored).to_bytes(2, "little") + (len(stored) ^ 0xFFFF).to_bytes(2, "little")
    packed = packing.compress(content) + packing.flush()
    return of_data(b"\x78\x9c\0" + size + stored + packed, b"/Type /ObjStm")


def of_data(data: bytes, kind: bytes) -> bytes:
    head = b"4 0 obj << %s /Filter /FlateDecode /Length %d >>\nstream\r\n" % (kind, len(data))
    return head + data + b"\nendstream\nendobj\n"


def found(folder: Path, *parts: bytes) -> tuple[str, str]:
    file = folder / "a.pdf"
    file.write_bytes(b"%PDF-1.7\n" + b"".join(parts))
    return objection(file)


@pytest.mark.parametrize(
    "part",
    [
        b"1 0 obj " + RUNS,
        b"1 0 obj << /S /J#61va#53cript >>",
        *(
            b"1 0 obj << /%s 2 0 R >>" % name
            for name in (
                b"JS",
                b"Launch",
                b"SubmitForm",
                b"ImportData",
                b"EmbeddedFile",
                b"EmbeddedFiles",
                b"RichMedia",
                b"XFA",
            )
        ),
        *(
            b"1 0 obj << /S /Rendition /JS%s >>" % value
            for value in (b"(f())", b"\0<66>", b"%\n(f())", b"\r\n12 0 R", b"\x0012%")
        ),
        b"1 0 obj << /OpenAction << /S /URI /URI (https://x.org) >> >>",
        b"1 0 obj << /AA << /O << /S /URI /URI (https://x.org) >> >> >>",
        *(
            b"1 0 obj << /AA << /O << /S /%s /F (//x.org/a) /D [0 /Fit] >> >> >>" % name
            for name in (b"GoToE", b"GoToR")
        ),
        b"1 0 obj << /OpenAction 5 0 R >> 5 0 obj << /S /URI /URI (https://x.org) >>",
        b"1 0 obj << /OpenAction 05 0 R >> 5 0 obj << /S /URI /URI (https://x.org) >>",
        b"5 0 obj << /S /U#52I /URI (//x.org) >> 1 0 obj << /AA << /O 5 0 R >> >>",
        b"1 0 obj << /AA 6 0 R >> 6 0 obj << /C 5 0 R >> 5 0 obj << /F (//x/a) /S/GoToR >>",
        b"1 0 obj << /OpenAction << /S /GoTo /D [3 0 R] /Next 5 0 R >> >>"
        b"5 0 obj << /S /Named /Next 6 0 R >> 6 0 obj << /S /GoToE /F (//x/a) >>",
        stream(b"7 0 8 24 << /OpenAction 8 0 R >> << /S /URI /URI (//x.org) >>"),
        stream(b"7 38 8 0 << /S /U#52I /URI (//x.org) >>        << /OpenAction 8 0 R >>"),
        b"1 0 obj << /OpenAction 8 0 R >> " + stream(b"7 0 8 3 [] << /S /URI /URI (//x.org) >>"),
        b"1 0 obj << /Filter [/ASCII85Decode /FlateDecode] /Type /Obj#53tm >>",
        stream(b"7 0 8 60 " + RUNS).replace(b"stream\r\n", b"stream \r"),
        stream(b"7 0 8 60 " + RUNS).partition(b"\nendstream")[0],
        seeming_to_end(RUNS),
        stream(b"7 0 8 60 " + random.Random(1).randbytes(9_000) + RUNS),  # noqa: S311
        stream(b"7 0 8 60 " + RUNS),
        stream(b"7 0 8 60 " + RUNS, b"/Type /Obj#53tm"),
        stream(b"7 0 8 60 << /S /#4aavaScript >>"),
        stream(b"BT (Text) Tj ET", b"") + stream(b"\n7 0\n8 60 " + RUNS),
    ],
)
def test_what_a_pdf_runs_is_refused(tmp_path: Path, part: bytes) -> None:
    assert found(tmp_path, part) == REFUSED


@pytest.mark.parametrize(
    "part",
    [
        b"1 0 obj << /OpenAction [3 0 R /Fit] /JSON (x) >>",
        b"1 0 obj << /OpenAction << /S /GoTo /D [3 0 R] >> /A << /S /URI /URI (x) >> >>",
        b"1 0 obj << /OpenAction 5 0 R >> 5 0 obj [3 0 R /Fit] 3 0 obj << /S /URI /URI (x) >>",
        b"1 0 obj << /OpenAction 5 0 R >> 5 0 obj << /S /GoTo /D [3 0 R] >> 3 0 obj << /S /URI >>",
        b"1 0 obj << /OpenAction 5 0 R >> 15 0 obj << /S /URI /URI (x) >> 6 0 obj << /S /URI >>",
        b"1 0 obj << /AA 5 0 R >> 5 0 obj << /O 5 0 R /C 6 0 R >> 6 0 obj << /S /Named >>",
        b"1 0 obj << /A << /S /GoToR /F (b.pdf) /D [0 /Fit] >> >>",
        b"1 0 obj << /Filter [/ASCII85Decode /FlateDecode] >> 2 0 obj << /Type /ObjStm >>",
        stream(b"7 0 8 60 << /Type /Catalog /Pages 2 0 R >>"),
        stream(b"BT (see /JS and /Launch) Tj ET", b""),
        of_data(b"\xff\xd8 /JS\x93\x8a /JS 7\xd0 /JS\n\xff\xd9", b"/Subtype /Image"),
        stream(RUNS)[:-40],  # cut off
        b"stream\nnothing compressed\nendstream",
    ],
)
def test_any_other_pdf_passes(tmp_path: Path, part: bytes) -> None:
    assert found(tmp_path, part) == ("", "")


def test_what_a_file_is_shows_in_how_it_begins() -> None:
    page, archive, program = "a web page or an SVG drawing", "an archive", "a program"
    kinds = {
        b"\x89PNG\r\n\x1a\n": "a PNG image",
        b"\xff\xd8\xff\xe0": "a JPEG image",
        b"RIFF\x1a\0\0\0WEBPVP8 ": "a WebP image",
        b"GIF89a": "a GIF image",
        b"%PDF-1.7": "a PDF document",
        b"PK\x03\x04": "an archive, or a word-processor document",
        b"\xd0\xcf\x11\xe0": "an old word-processor document",
        **dict.fromkeys((b"Rar!\x1a", b"7z\xbc\xaf\x27", b"\x1f\x8b\x08"), archive),
        **dict.fromkeys((b"MZ\x90", b"\x7fELF", b"\xcf\xfa\xed\xfe", b"#!/bin/sh"), program),
        **dict.fromkeys((b"<HTML>", b"<head>", b"<body>", b"<script>", b"<svg xmlns="), page),
        **dict.fromkeys((b"\xef\xbb\xbf\n<!DOCTYPE html>", b"<!-- a -->", b"<?xml ?>"), page),
    }
    assert {start: other_kind(start, ".heic") for start in kinds} == kinds


@pytest.mark.slow
@pytest.mark.parametrize(
    "part",
    [
        stream(b"7 0 " + b" " * 30_000_000) * 100,
        b"stream\n" * 20_000,
        MANY,
        stream(b"7 0 " * 2_000_000 + b"/AA 7 0 R " * 500_000),
        b"/AA 7 0 R 7 0 obj << /A 7 0 R >>" * 100_000,
    ],
    ids=["unpacks to gigabytes", "streams without end", "many streams", "many places", "circles"],
)
def test_a_hostile_pdf_takes_no_time(tmp_path: Path, part: bytes) -> None:
    begun = time.process_time()
    assert found(tmp_path, part) == ("", "")
    assert time.process_time() - begun < 3
