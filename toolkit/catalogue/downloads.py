"""What there is to download: the files in a folder of editions, according to its listing."""

import hashlib
import json
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from operator import attrgetter
from pathlib import Path

from toolkit.content.schema import FORMATS
from toolkit.problems import ToolkitError
from toolkit.source import open_regular

LISTING = "editions.json"
# Repeated in `toolkit/editions/files/sums.py`: to verify a copy, nothing about content is loaded.
SUMS = "SHA256SUMS"
_SIGNATURES = (f"{SUMS}.sig", f"{SUMS}.minisig")
_NAME = re.compile(r"[a-z0-9][a-z0-9.-]*")


@dataclass(frozen=True, slots=True)
class Download:
    """One file: `entries` of the `of` entries of the toolkit, as of the date `as_of`.

    `bytes` is its size, `sha256` its sum in hexadecimal. `since` is the date of the copy that an
    update is for, empty if the file is a whole copy.
    """

    file: str
    edition: str
    title: str
    summary: str
    format: str
    language: str
    as_of: str
    entries: int
    of: int
    bytes: int
    sha256: str
    input_digest: str
    since: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """The downloads of a site, and the names of signatures of their sums."""

    copies: tuple[Download, ...] = ()
    signatures: tuple[str, ...] = ()


NOTHING_OFFERED = Offer()


def offered(folder: Path) -> Offer:
    """What a site offers from a folder of editions.

    Raises ToolkitError if the folder's listing is missing or can't be read.
    """
    if not (folder / LISTING).is_file():
        raise ToolkitError(
            f'"{folder}" is not a folder of editions: it has no {LISTING}.',
            "name a folder made by `toolkit bundle` or `make editions`.",
        )
    signatures = (name for name in _SIGNATURES if (folder / name).is_file())
    return Offer(tuple(read_listing(folder)), tuple(signatures))


def doubts(folder: Path, offer: Offer, languages: Sequence[str], digest: str) -> Iterator[str]:
    """What to warn of: a site in `languages`, whose content has a digest, has none of the copies in
    its first language, or offers some of other content.
    """
    copies = [one for one in offer.copies if not one.since]
    if all(one.language != languages[0] for one in copies):
        there = ", ".join(sorted({one.language for one in copies}))
        yield (
            f"{folder} has no copy in {languages[0]}{there and f', only in {there}'}: the page of "
            "downloads offers none.\nhint: make copies with `toolkit bundle --language "
            f"{languages[0]}`, or name another folder with --editions."
        )
    newest = {
        (one.language, one.edition): one.as_of for one in sorted(copies, key=attrgetter("as_of"))
    }
    others = [
        one.file
        for one in copies
        if one.language in languages
        and one.as_of == newest[one.language, one.edition]
        and one.input_digest != digest
    ]
    if others:
        more = f" and {len(others) - 1} more" if others[1:] else ""
        yield (
            f"the site offers copies of other content than its own, made earlier or for another "
            f"site: {others[0]}{more}.\nhint: make the editions again with `make editions`."
        )


def read_listing(folder: Path) -> list[Download]:
    """The downloads in a folder, sorted by file name; none if there is no listing.

    Raises ToolkitError if the listing can't be read.
    """
    try:
        with open_regular(folder / LISTING) as file:
            rows: list[Mapping[str, str | int]] = json.loads(file.read())
        found = [_download(row) for row in rows]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, TypeError, RecursionError) as error:
        raise ToolkitError(
            f"{folder / LISTING} can't be read: it was changed or is damaged.",
            "make the editions again, in an empty or a new folder.",
        ) from error
    return sorted(found, key=lambda one: one.file)


def _download(row: Mapping[str, str | int]) -> Download:
    """One row of the listing. Raises ValueError or TypeError if it is invalid."""
    one = Download(**row)  # type: ignore[arg-type]
    for field in fields(Download):
        value = getattr(one, field.name)
        if type(value) is not field.type:
            raise TypeError(field.name)
    for day in filter(None, (one.as_of, one.since)):
        date.fromisoformat(day)
    # A file whose name leads out of the folder would be copied outside.
    if one.format not in FORMATS or not _NAME.fullmatch(one.file):
        raise ValueError(one.file)
    return one


def copy_downloads(folder: Path, target: Path) -> None:
    """Copy the downloads in a folder into the folder `target`, so that it can be verified as well:
    with the file of their sums, the listing, which has a sum too, and a signature of the sums.

    Raises ToolkitError if a file is missing or isn't what the listing says.
    """
    target.mkdir(parents=True)
    for one in read_listing(folder):
        same = False
        if (folder / one.file).is_file():
            shutil.copyfile(folder / one.file, target / one.file)
            with (target / one.file).open("rb") as file:
                same = hashlib.file_digest(file, "sha256").hexdigest() == one.sha256
        if not same:
            raise ToolkitError(
                f"{folder.name}/{one.file} is missing, or not the file that was made.",
                "make the editions again with `make editions`.",
            )
    for name in (LISTING, SUMS, *_SIGNATURES):
        if (folder / name).is_file():
            shutil.copyfile(folder / name, target / name)
