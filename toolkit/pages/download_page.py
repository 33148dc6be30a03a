"""The downloads page: which copy is for whom, what its files are, and how to open them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from toolkit.catalogue.catalogue import Catalogue
from toolkit.catalogue.downloads import SUMS, Download
from toolkit.content.schema import FORMATS
from toolkit.grouping import grouped
from toolkit.languages.language import Language
from toolkit.pages.page import Page
from toolkit.pages.site import Site

FOLDER = "downloads"
_SYSTEMS = ("windows", "android", "iphone", "linux")
# Commands that print or check the SHA-256 of a file called NAME.
_COMMANDS = (
    ("downloads.on.windows", "certutil -hashfile NAME SHA256"),
    ("downloads.on.linux", "shasum -a 256 NAME"),
    ("downloads.check-toolkit", "toolkit verify NAME"),
)


@dataclass(frozen=True, slots=True)
class ShownFile:
    """A file: what it is in plain words, its name, size and checksum."""

    words: str
    name: str
    size: str
    sum: str


@dataclass(frozen=True, slots=True)
class ShownEdition:
    """An edition with its newest files; `held` says how much of the toolkit it holds.

    `updates` turn earlier copies into this one, or into a later one.
    """

    id: str
    title: str
    summary: str
    held: str
    date: str
    files: tuple[ShownFile, ...]
    updates: tuple[ShownFile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DownloadsPage(Page, template="downloads.html"):
    """The copies, if any were `made`; everything else as pairs of a name and words."""

    editions: tuple[ShownEdition, ...]
    made: bool
    formats: tuple[tuple[str, str], ...]
    commands: tuple[tuple[str, str], ...]
    sums: str
    signatures: tuple[str, ...]
    systems: tuple[tuple[str, str], ...]


def pages(site: Site) -> Iterator[Page]:
    """The page, which says how to get a copy even if there are no downloads in its language.

    A copy doesn't have this page.
    """
    if site.downloads is None:
        return
    language = site.language
    downloads = [one for one in site.downloads.copies if one.language == language.tag]
    yield DownloadsPage(
        path="downloads",
        title=language.text("downloads.title"),
        summary=language.text("downloads.summary"),
        editions=tuple(_editions(site.catalogue, language, downloads)),
        made=bool(downloads),
        formats=tuple(
            (language.text(f"downloads.format.{form}"), language.text(f"downloads.for.{form}"))
            for form in FORMATS
        ),
        commands=tuple((language.text(key), command) for key, command in _COMMANDS),
        sums=SUMS,
        signatures=site.downloads.signatures,
        systems=tuple(
            (language.text(f"downloads.on.{name}"), language.text(f"downloads.how.{name}"))
            for name in _SYSTEMS
        ),
    )


def _editions(
    catalogue: Catalogue, language: Language, downloads: Sequence[Download]
) -> Iterator[ShownEdition]:
    """The editions of the register in their order, then any others that were made."""
    register = catalogue.content.editions.items
    made = grouped((one.edition, one) for one in downloads)
    for id_ in dict.fromkeys((*register, *made)):
        if id_ in made:
            yield _edition(id_, made[id_], language)
        elif not downloads:
            edition = register[id_]
            title = edition.titled(language.tag)
            yield ShownEdition(id_, title, edition.about(language.tag), "", "", (), ())


def _edition(id_: str, files: Sequence[Download], language: Language) -> ShownEdition:
    # A later update is only for those who have a copy: it takes the place of none.
    newest = max(one.as_of for one in [one for one in files if not one.since] or files)
    current = sorted(
        (one for one in files if one.as_of == newest or (one.since and one.as_of > newest)),
        key=lambda one: (FORMATS.index(one.format), bool(one.since), one.file),
    )
    first = current[0]
    key = "downloads.all" if first.entries == first.of else "downloads.part"
    return ShownEdition(
        id_,
        first.title,
        first.summary,
        language.text(key, held=first.entries, entries=language.text("entries.count", n=first.of)),
        language.date(date.fromisoformat(newest)),
        tuple(_file(one, language) for one in current if not one.since),
        tuple(_file(one, language) for one in current if one.since),
    )


def _file(one: Download, language: Language) -> ShownFile:
    words = language.text(f"downloads.format.{one.format}")
    if one.since:
        since = language.date(date.fromisoformat(one.since))
        words = language.text("downloads.update", since=since)
    return ShownFile(words, one.file, language.size(one.bytes), one.sha256)
