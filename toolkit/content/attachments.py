"""What published files are, judging by their first bytes, and what hidden data they carry."""

import contextlib
import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from toolkit.content.images.dimensions import MOST_PIXELS
from toolkit.content.images.notes import DamagedImageError
from toolkit.content.images.stripping import strip
from toolkit.content.images.webp import is_webp

# Signatures from the formats' standards; what the file is, and the extensions it may have.
_KINDS: tuple[tuple[bytes, str, tuple[str, ...]], ...] = (
    (b"\x89PNG\r\n", "a PNG image", (".png",)),
    (b"\xff\xd8\xff", "a JPEG image", (".jpg", ".jpeg")),
    (b"GIF8", "a GIF image", ()),
    (b"%PDF-", "a PDF document", (".pdf",)),
    (b"PK\x03\x04", "an archive, or a word-processor document", ()),
    (b"\xd0\xcf\x11\xe0", "an old word-processor document", ()),
    (b"Rar!", "an archive", ()),
    (b"7z\xbc\xaf", "an archive", ()),
    (b"\x1f\x8b", "an archive", ()),
    (b"MZ", "a program", ()),
    (b"\x7fELF", "a program", ()),
    (b"\xcf\xfa\xed\xfe", "a program", ()),
    (b"#!", "a program", ()),
)
_MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,100}<(?:!--|(?:!doctype|\?xml|html|head|body|script|svg)\b)", re.I
)
# ISO 32000, tables 29 and 201: what a PDF reader runs by itself or sends, and embedded files; what
# it asks another computer for when a document or a page is opened; and objects in encodings that
# hide them, since programs only compress them. In photographs, any three bytes come by chance: /JS
# counts where a text or an object follows.
_ACTIVE = re.compile(
    rb"/(?:JavaScript|JS(?=[\s\0]*[(<%]|[\s\0]+\d+[\s\0%])|Launch|SubmitForm|ImportData"
    rb"|EmbeddedFiles?|RichMedia|XFA"
    rb"|(?:OpenAction|AA)\s*<<[^>]{0,500}?/(?:URI|GoTo[ER]))(?![A-Za-z])"
    rb"|<<(?=[^<>]{0,500}/ObjStm(?![A-Za-z]))"
    rb"(?=[^<>]{0,500}/(?:ASCIIHex|ASCII85|LZW|RunLength)Decode)"
)
# A character of a name may be written as its number, #4A. All but the oldest programs compress the
# objects of a document, several at once, behind a list of their numbers and places.
_CODE = re.compile(rb"#([0-9A-Fa-f]{2})")
# In the trailer, which is never encrypted itself (7.6.1).
_ENCRYPTED = re.compile(rb"/Encrypt\s*(?:\d+\s+\d+\s+R|<<)")
_STREAM = re.compile(rb"(?<!end)stream[ \t]*(?:\r\n?|\n)")
_OBJECTS = re.compile(rb"\s*\d+\s+\d")
# What is done on opening, in an object of its own: an action, or a dictionary of some.
_OPENING = re.compile(rb"/(?:OpenAction|AA)\s*(\d{1,9}\s+\d+\s+R|<<[^>]{0,500})")
_OBJECT = re.compile(rb"(?<!\d)0{0,9}(\d{1,9})\s+\d{1,5}\s+obj\s*<<([^>]{0,500})")
_REFERENCE = re.compile(rb"0{0,9}(\d{1,9})\s+\d{1,5}\s+R")
_FOLLOWING = re.compile(rb"/Next\s*0{0,9}(\d{1,9})\s+\d{1,5}\s+R")
_KIND = re.compile(rb"/S\s*/")
_ASKING = re.compile(rb"/S\s*/(?:URI|GoTo[ER])(?![A-Za-z])")
_LISTED = re.compile(rb"\s*(?:\d{1,9}\s+\d{1,9}\s+){1,20000}")
_MOST_UNPACKED = 20 * 1024 * 1024
_CHUNK = 4096
FAULTS_OF_NOTES = ("image-location", "image-metadata")

IMAGES = (".png", ".jpg", ".jpeg", ".webp")
# What is published, ignoring case.
ENDINGS = (*IMAGES, ".pdf", ".csv")


def other_kind(data: bytes, ending: str) -> str:
    """What a file with this extension really is; empty if nothing contradicts the extension."""
    if _MARKUP.match(data[:200]):
        return "a web page or an SVG drawing"
    if is_webp(data):
        return "" if ending == ".webp" else "a WebP image"
    for signature, kind, endings in _KINDS:
        if data.startswith(signature):
            # A table may begin with any two letters.
            return "" if ending in endings or (ending == ".csv" and kind == "a program") else kind
    return ""


def objection(full: Path) -> tuple[str, str]:
    """The check that an attachment fails, and what it is or has; both empty if it passes."""
    ending = full.suffix.lower()
    if ending not in ENDINGS:
        return "", ""
    try:
        data = full.read_bytes()
    except OSError:
        return "", ""
    if kind := other_kind(data, ending):
        return "refused-attachment", kind
    if ending == ".pdf" and (
        any(_ACTIVE.search(_plain(part)) for part in _parts_of_pdf(data))
        or _asks_when_opened(_parts_of_pdf(data))
    ):
        return "refused-attachment", "active"
    if ending == ".pdf" and _ENCRYPTED.search(data):
        return "encrypted-pdf", ""
    return _notes(data) if ending in IMAGES else ("", "")


def _parts_of_pdf(data: bytes) -> Iterator[bytes]:
    """A PDF and its compressed objects, as far as is reasonable."""
    yield data
    left = _MOST_UNPACKED
    for begun in _STREAM.finditer(data):
        objects = _objects(data, begun.end(), left)
        if objects:
            yield bytes(objects)
        left -= len(objects)
        if left <= 0:
            return


def _objects(data: bytes, start: int, most: int) -> bytearray:
    """The compressed objects from `start` to where they end themselves, up to a size; empty if they
    are none, or encrypted.
    """
    unpacking, found = zlib.decompressobj(), bytearray()
    with contextlib.suppress(zlib.error):
        found += unpacking.decompress(data[start : start + _CHUNK], 64)
        if not _OBJECTS.match(found):
            return bytearray()
        rest = unpacking.unconsumed_tail
        while not unpacking.eof and start < len(data) and len(found) < most:
            found += unpacking.decompress(rest, most - len(found))
            start += _CHUNK
            rest = data[start : start + _CHUNK]
    return found


def _plain(part: bytes) -> bytes:
    """A part of a PDF with names in plain letters."""
    return _CODE.sub(_character, part)


def _asks_when_opened(parts: Iterable[bytes]) -> bool:
    """Whether what is done on opening is in an object of its own and asks another computer."""
    begun: list[bytes] = []
    objects: dict[bytes, bytes] = {}
    for part in parts:
        plain = _plain(_numbered(part))
        begun += [number for one in _OPENING.finditer(plain) for number in _next(one[1])]
        objects.update(_OBJECT.findall(plain))
    while begun:
        action = objects.pop(begun.pop(), b"")
        if _ASKING.search(action):
            return True
        begun += _next(action)
    return False


def _next(part: bytes) -> list[bytes]:
    """The numbers of the actions that follow one, or that a dictionary of actions names."""
    return (_FOLLOWING if _KIND.search(part) else _REFERENCE).findall(part)


def _numbered(part: bytes) -> bytes:
    """Compressed objects, each behind its number."""
    listed = _LISTED.match(part)
    if listed is None:
        return part
    numbers = listed[0].split()
    places = sorted(zip(map(int, numbers[1::2]), numbers[::2], strict=False))
    ends = [place for place, _ in places[1:]] + [len(part)]
    return b"".join(
        b" %s 0 obj %s" % (number, part[listed.end() + place : listed.end() + end])
        for (place, number), end in zip(places, ends, strict=True)
    )


def _character(code: re.Match[bytes]) -> bytes:
    return bytes((int(code[1], 16),))


def _notes(image: bytes) -> tuple[str, str]:
    try:
        stripped = strip(image)
    except DamagedImageError:
        return "damaged-image", ""
    width, height = stripped.dimensions
    if width * height > MOST_PIXELS:
        return "oversized-file", f"{width:,} × {height:,}"
    if not stripped.removed:
        return "", ""
    check = "image-location" if stripped.has_position else "image-metadata"
    return check, ", ".join(stripped.removed)
