"""What others read in our files: each format by an independent reader."""

import csv
import io
import json
from xml.etree import ElementTree

import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware

DC = "{http://purl.org/dc/elements/1.1/}"
DC_NAMES = ("title", "date", "creator", "identifier")
MODS = "{http://www.loc.gov/mods/v3}"

# What every reader returns for a work: its title, year, bodies, and book numbers.
Read = tuple[str, str, tuple[str, ...], tuple[str, ...]]


def read_bib(text: str) -> dict[str, Read]:
    decode = LatexDecodingMiddleware(keep_braced_groups=True)
    library = parse_string(text, append_middleware=[decode])
    assert library.failed_blocks == []
    found = {}
    for entry in library.entries:
        fields = {name: field.value for name, field in entry.fields_dict.items()}
        # A name is in a group, and so is a title.
        names = tuple(one.removeprefix("{") for one in fields.get("author", "").split("} and {"))
        found[entry.key.removeprefix("_")] = (
            fields["title"].removeprefix("{").removesuffix("}"),
            fields.get("year", ""),
            tuple(one for one in (*names[:-1], names[-1].removesuffix("}")) if one),
            split(fields.get("isbn", "")),
        )
    return found


def read_ris(text: str) -> dict[str, Read]:
    found = {}
    for one in rispy.loads(text):
        number = one.get("issn", "")
        numbers = tuple(number) if isinstance(number, list) else split(number)
        authors = tuple(one.get("authors", ()))
        found[one["id"]] = (one["title"], one.get("year", ""), authors, numbers)
    return found


def read_csl(text: str) -> dict[str, Read]:
    found = {}
    for one in json.loads(text):
        year = str(one["issued"]["date-parts"][0][0]) if "issued" in one else ""
        authors = tuple(author["literal"] for author in one.get("author", ()))
        found[one["id"]] = (one["title"], year, authors, split(one.get("ISBN", "")))
    return found


def read_mods(text: str) -> dict[str, Read]:
    found = {}
    for one in ElementTree.fromstring(text):  # noqa: S314 - our own file
        id_ = one.findtext(f"{MODS}recordInfo/{MODS}recordIdentifier") or ""
        found[id_] = (
            one.findtext(f"{MODS}titleInfo/{MODS}title") or "",
            (one.findtext(f"{MODS}originInfo/{MODS}dateIssued") or "")[:4],
            tuple(name.text or "" for name in one.iterfind(f"{MODS}name/{MODS}namePart")),
            tuple(number.text or "" for number in one.iterfind(f"{MODS}identifier[@type='isbn']")),
        )
    return found


def read_dc(text: str) -> Read:
    one = ElementTree.fromstring(text)  # noqa: S314 - our own file
    said = {name: [each.text or "" for each in one.iterfind(f"{DC}{name}")] for name in DC_NAMES}
    (title,) = said["title"]
    return title, "".join(said["date"])[:4], tuple(said["creator"]), tuple(said["identifier"])


def read_csv(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def split(text: str) -> tuple[str, ...]:
    return tuple(text.split("; ")) if text else ()
