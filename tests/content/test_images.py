"""Images lose their notes and nothing else; anything that isn't a whole image is reported."""

import io
import random
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageOps, ImageSequence
from PIL.PngImagePlugin import PngInfo

from tests.content_case import lay_image
from tests.hostile.any_bytes import spoilt
from tests.program import Toolkit
from toolkit.content.images.exif import only_orientation
from toolkit.content.images.notes import DamagedImageError
from toolkit.content.images.stripping import Stripped, strip

FORMATS = ("JPEG", "PNG", "WEBP")
PERSON = "Secret Person"
XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>{PERSON}</dc:creator></x:xmpmeta>'.encode()
PROFILE = b"a profile of colours, of which no byte may change" * 9
LOOKS = {"icc_profile": PROFILE, "progressive": True}
SETTINGS = settings(max_examples=30)


def picture(mode: str, size: tuple[int, int], seed: int) -> Image.Image:
    channels = len(Image.new(mode, (1, 1)).getbands())
    dots = random.Random(seed).randbytes(size[0] * size[1] * channels)  # noqa: S311
    return Image.frombytes(mode, size, dots)


def saved(image: Image.Image, format_: str, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, format_, **options)
    return file.getvalue()


def exif(*, turned: int = 1, place: bool = False) -> Image.Exif:
    made = Image.Exif()
    made[0x0112] = turned
    made[0x013B] = PERSON
    if place:
        made.get_ifd(0x8825).update({1: "N", 2: (48.0, 12.0, 30.5)})
    return made


def texts() -> PngInfo:
    made = PngInfo()
    made.add_text("Author", PERSON)
    made.add_text("Comment", PERSON * 9, zip=True)
    made.add_itxt("XML:com.adobe.xmp", XMP.decode())
    return made


def shown(data: bytes) -> list[bytes]:
    """The pixels of each picture in a file, the right way up."""
    with Image.open(io.BytesIO(data)) as image:
        return [
            ImageOps.exif_transpose(frame).convert("RGBA").tobytes()
            for frame in ImageSequence.Iterator(image)
        ]


@pytest.mark.parametrize("format_", FORMATS)
@SETTINGS
@given(
    mode=st.sampled_from(["L", "RGB", "RGBA", "CMYK"]),
    size=st.tuples(st.integers(1, 40), st.integers(1, 40)),
    seed=st.integers(0, 2**32),
    turned=st.integers(1, 8),
    options=st.sets(st.sampled_from(["exif", "xmp", "comment", "pnginfo", *LOOKS])),
)
def test_pixels_stay_and_notes_go(
    format_: str,
    mode: str,
    size: tuple[int, int],
    seed: int,
    turned: int,
    options: set[str],
) -> None:
    unknown = "RGBA" if format_ == "JPEG" else "CMYK"
    image = picture("RGB" if mode == unknown else mode, size, seed)
    kept = {name: LOOKS[name] for name in options & LOOKS.keys()}
    notes = {
        "exif": exif(turned=turned),
        "xmp": XMP,
        "comment": PERSON.encode(),
        "pnginfo": texts(),
    }
    clean = saved(image, format_, **kept)
    data = saved(image, format_, **kept, **{name: notes[name] for name in options & notes.keys()})

    stripped = strip(data)
    assert shown(stripped.data) == shown(data)
    assert PERSON.encode() not in stripped.data
    assert Image.open(io.BytesIO(stripped.data)).info.get("icc_profile") == kept.get("icc_profile")
    assert strip(stripped.data) == Stripped(stripped.data, (), False, stripped.dimensions)
    # A WebP made to hold notes has a longer header than one that wasn't.
    same_head = format_ != "WEBP" or "icc_profile" in options
    if same_head and ("exif" not in options or turned == 1):
        assert stripped.data == clean
    assert strip(clean) == Stripped(clean, (), False, strip(clean).dimensions)


@pytest.mark.parametrize(
    ("format_", "options"),
    [
        *(("PNG", {}), ("JPEG", {}), ("JPEG", {"progressive": True, "exif": exif(place=True)})),
        ("JPEG", {"restart_marker_blocks": 1}),
        *(("WEBP", {"lossless": True}), ("WEBP", {"lossless": False}), ("WEBP", {"exif": exif()})),
    ],
)
def test_dimensions_are_those_of_the_picture(format_: str, options: dict[str, object]) -> None:
    data = saved(picture("RGB", (300, 70), 1), format_, **options)
    assert strip(data).dimensions == (300, 70)


@pytest.mark.parametrize("format_", FORMATS)
def test_only_the_orientation_stays_of_exif(format_: str) -> None:
    data = saved(picture("RGB", (9, 5), 1), format_, exif=exif(turned=6, place=True))
    stripped = strip(data)
    assert stripped.removed == ("camera data (Exif)",)
    assert stripped.has_position
    with Image.open(io.BytesIO(stripped.data)) as image:
        assert dict(image.getexif()) == {0x0112: 6}
        assert ImageOps.exif_transpose(image).size == (5, 9)


@pytest.mark.parametrize(
    ("format_", "options"),
    [
        ("JPEG", {"exif": exif(place=True)}),
        ("JPEG", {"xmp": b"<x:xmpmeta><exif:GPSLatitude>48,12N"}),
        ("WEBP", {"xmp": b"<x:xmpmeta><photoshop:City>Vienna</photoshop:City>"}),
        ("JPEG", {"comment": b"Iptc4xmpCore:Location=x"}),
    ],
)
def test_places_are_seen(format_: str, options: dict[str, object]) -> None:
    image = picture("RGB", (9, 5), 1)
    assert strip(saved(image, format_, **options)).has_position
    assert not strip(saved(image, format_, exif=exif(), xmp=XMP)).has_position


def segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2, "big") + content


def test_parts_of_jpeg_that_programs_add() -> None:
    image = picture("RGB", (9, 5), 1)
    clean = saved(image, "JPEG")
    caption = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0b\x1c\x02\x5c\0\x06Street"
    head, rest = clean[:2], clean[2:]
    jfif, rest = rest[:18], rest[18:]
    assert jfif[4:8] == b"JFIF"
    preview = segment(0xE0, jfif[4:16] + b"\1\1" + b"RGB")
    notes = segment(0xED, caption) + segment(0xE5, b"x") + segment(0xE0, b"JFXX\0\x13")
    notes += segment(0xE1, b"Exif\0\0" + only_orientation(1) + b"behind it")
    colours = b"Adobe" + bytes(7)
    notes += segment(0xEE, colours + b"behind it")
    stripped = strip(head + preview + notes + rest + b"video of the moment")
    assert stripped.data == head + jfif + segment(0xEE, colours) + rest
    assert stripped.has_position
    assert stripped.removed == (
        "a preview",
        "camera data (Exif)",
        "captions (IPTC)",
        "data after the image",
        "other program data",
    )


def test_pictures_behind_a_picture_are_cut() -> None:
    one, other = picture("RGB", (9, 5), 1), picture("RGB", (40, 40), 2)
    data = saved(one, "MPO", save_all=True, append_images=[other])
    stripped = strip(data)
    assert shown(stripped.data) == shown(data)[:1]
    assert "data after the image" in stripped.removed


@pytest.mark.parametrize("format_", FORMATS)
def test_what_follows_the_image_is_cut(format_: str) -> None:
    clean = saved(picture("RGB", (9, 5), 1), format_)
    stripped = strip(clean + PERSON.encode())
    assert (stripped.data, stripped.removed) == (clean, ("data after the image",))


@pytest.mark.parametrize("format_", ["PNG", "WEBP"])
def test_moving_pictures_still_move(format_: str) -> None:
    frames = [picture("RGB", (9, 5), seed) for seed in range(3)]
    options = {"save_all": True, "append_images": frames[1:], "duration": 100, "lossless": True}
    data = saved(frames[0], format_, **options, exif=exif())
    stripped = strip(data)
    assert stripped.removed
    assert shown(stripped.data) == shown(data)
    assert len(shown(data)) == 3


@pytest.mark.parametrize("format_", FORMATS)
def test_what_is_cut_off_is_no_image(format_: str) -> None:
    data = saved(picture("RGB", (9, 5), 1), format_, exif=exif(turned=6, place=True), xmp=XMP)
    strip(data)
    for end in range(len(data)):
        with pytest.raises(DamagedImageError):
            strip(data[:end])


WHOLE = [
    saved(picture("RGB", (9, 5), 1), format_, exif=exif(turned=6, place=True), xmp=XMP)
    for format_ in FORMATS
]


def frames_in_frames(depth: int, notes: bytes = b"") -> bytes:
    """A WebP with a frame in a frame, and so on, which no program writes."""
    inside = b"VP8 \2\0\0\0ab" + notes
    for _ in range(depth):
        inside = b"ANMF" + (16 + len(inside)).to_bytes(4, "little") + bytes(16) + inside
    return b"RIFF" + (4 + len(inside)).to_bytes(4, "little") + b"WEBP" + inside


def test_a_frame_loses_its_notes() -> None:
    stripped = strip(frames_in_frames(1, b"XMP \x0b\0\0\0GPSLatitude\0"))
    assert stripped.data == frames_in_frames(1)
    assert stripped.removed == ("program data (XMP)",)
    assert stripped.has_position


@pytest.mark.parametrize("part", ["IHDR", "IDAT"])
def test_a_png_without_a_part_is_damaged(part: str) -> None:
    data = saved(picture("RGB", (9, 5), 1), "PNG")
    with pytest.raises(DamagedImageError):
        strip(data.replace(part.encode(), part.lower().encode()))


@settings(SETTINGS, max_examples=300)
@given(data=st.one_of(spoilt(WHOLE, st.binary(max_size=6)), st.binary(max_size=60)))
@example(data=b"\xff\xd8\xff" + b"\xff\x01" * 2_500_000)
@example(data=b"\xff\xd8" + b"\xff\xfe\0\2" * 1_250_000)
@example(data=b"\x89PNG\r\n\x1a\n\0\0\0\0IHDR\0\0\0\0" + b"\0\0\0\0aaaa\0\0\0\0" * 400_000)
@example(data=b"RIFF\xf0\xff\x4f\0WEBP" + b"aaaa\0\0\0\0" * 655_359)
@example(data=frames_in_frames(3_000))
def test_any_bytes(data: bytes) -> None:
    """An image without notes, which stays the same, or none; never anything else."""
    try:
        stripped = strip(data)
    except DamagedImageError:
        return
    assert strip(stripped.data) == Stripped(stripped.data, (), False, stripped.dimensions)


def test_the_command_mends_images(toolkit: Toolkit, docs: Path) -> None:
    names = ("a.jpg", "b.png", "c.webp")
    for name in names:
        lay_image(docs / "about" / name, "place")
    (docs / "about/a.jpg").chmod(0o640)
    lay_image(docs / "about/half.png", "half")
    other = docs / "about/d.jpg"
    lay_image(other, "place")
    shows = " ".join(f"![What it shows]({name})" for name in (*names, "half.png"))
    page = f"---\ntitle: Pictures\nsummary: All of them.\n---\n\n{shows}\n"
    (docs / "about/pictures.md").write_text(page)
    before = [shown((docs / "about" / name).read_bytes()) for name in names]
    outcome = toolkit("check", "--fix", *(f"docs/about/{name}" for name in names))
    assert outcome.code == 0
    assert outcome.out.startswith(
        "--- docs/about/a.jpg\n+++ docs/about/a.jpg\n"
        "The picture is unchanged. Removed from the file: camera data (Exif).\n\n"
        "--- docs/about/b.png\n"
    )
    assert [shown((docs / "about" / name).read_bytes()) for name in names] == before
    assert b"Photographer" not in b"".join((docs / "about" / name).read_bytes() for name in names)
    assert (docs / "about/a.jpg").stat().st_mode & 0o777 == 0o640
    assert b"Photographer" in other.read_bytes(), "only what was chosen is fixed"
    other.unlink()
    again = toolkit("check", "--fix")
    assert again.code == 1
    assert again.out.startswith("error[damaged-image]: The image is cut off or damaged.\n")
    assert again.out.endswith("\n\n3 entries checked: 1 error, 0 warnings.\n")
