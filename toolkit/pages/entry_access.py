"""Where to get a work, what a practice is based on, and how to cite an entry."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from toolkit.catalogue.catalogue import Catalogue
from toolkit.catalogue.years import year_text
from toolkit.content.entry import Entry
from toolkit.content.schema import Kind
from toolkit.languages.language import Language
from toolkit.pages.entry_facts import identifier
from toolkit.pages.links import full_name

_MOST_NAMES = 6
# Before the last part of an address, which tells two files in one language apart.
_NAME = re.compile("[/:=]")
# Formats by the endings of addresses; what a page is made of is no news.
_FORMATS = {
    **{ending: ending.upper() for ending in ("pdf", "zip", "epub", "csv", "mp4")},
    **dict.fromkeys(("doc", "docx"), "Word"),
    **dict.fromkeys(("xls", "xlsx"), "Excel"),
    **dict.fromkeys(("ppt", "pptx"), "PowerPoint"),
}


@dataclass(frozen=True, slots=True)
class Address:
    """An address outside the site: `host` is shown; `plain` means that it is not encrypted."""

    url: str
    host: str
    plain: bool


@dataclass(frozen=True, slots=True)
class Way:
    """A way to a work: what is at its address, in words, and in which language."""

    address: Address
    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class ShownSource:
    """A source as a page shows it; `address` is None if it has none."""

    role: str
    title: str
    publisher: str
    address: Address | None


# Cached because the pages in all languages show the same addresses.
@lru_cache(maxsize=65_536)
def address(url: str) -> Address | None:
    """The address at `url`; None if it is empty or not one that a page may link to.

    The checks refuse all but these two schemes, but a page doesn't rely on checks.
    """
    if not url.lower().startswith(("https://", "http://")):
        return None
    parts = urlsplit(url)
    return Address(url, (parts.hostname or url).removeprefix("www."), parts.scheme == "http")


def way(entry: Entry, language: Language) -> Way | None:
    """The way given by `url`; None if there is none or it is one of the files."""
    found = address(entry.url)
    if found is None or entry.url in {file.url for file in entry.files}:
        return None
    kind = entry.url_kind or "page"
    if entry.kind is Kind.PRACTICE:
        return Way(found, language.text(f"access.practice.{kind}"))
    if kind == "file":
        return Way(found, _with_format(language.text("access.file"), entry.url, language))
    return Way(found, language.text(f"url_kind.{kind}"))


def has_own_address(entry: Entry) -> bool:
    """Whether an address leads to the work or its page, not to a news item, a list or a site."""
    direct = entry.url_kind in ("", "page", "file") and address(entry.url)
    return bool(entry.files or direct)


def files(entry: Entry, language: Language) -> tuple[Way, ...]:
    """The files of a work, named by their languages, or by their own names if two are in one."""
    ways = [
        Way(found, _with_format(language.language_name(file.language), file.url, language), tag)
        for file in entry.files
        if (found := address(file.url)) and (tag := file.language)
    ]
    texts = Counter(way.text for way in ways)
    ways = [way if texts[way.text] == 1 else _by_its_name(way, language) for way in ways]
    return tuple(sorted(ways, key=lambda one: (language.sort_key(one.text), one.address.url)))


def _by_its_name(way: Way, language: Language) -> Way:
    name = unquote(_NAME.split(way.address.url.rstrip("/"))[-1])
    text = language.language_name(way.language)
    text = language.text("access.with-format", text=text, format=language.in_order(name))
    return replace(way, text=text)


def _with_format(text: str, url: str, language: Language) -> str:
    format_ = _FORMATS.get(urlsplit(url).path.rpartition(".")[2].lower())
    return language.text("access.with-format", text=text, format=format_) if format_ else text


def identifier_texts(entry: Entry, language: Language) -> tuple[str, ...]:
    """The identifiers of an entry with their names."""
    return tuple(identifier(name, text, language) for name, text in entry.identifiers)


def shown_sources(
    entry: Entry, catalogue: Catalogue, language: Language
) -> tuple[ShownSource, ...]:
    """The sources of an entry; one without an address is named but not linked.

    A publisher in the register of organizations is given the same name as on other pages.
    """
    names = {body.name: body.names for body in catalogue.organisations.values()}
    shown = [
        ShownSource(
            language.text(f"role.{source.role}"),
            source.title,
            names.get(source.publisher, {}).get(language.tag, source.publisher),
            address(source.url),
        )
        for source in entry.sources
    ]
    looks = Counter(map(_look, shown))
    return tuple(_in_full(one, language) if looks[_look(one)] > 1 else one for one in shown)


def _look(source: ShownSource) -> tuple[str, ...]:
    host = source.address.host if source.address else ""
    return source.role, source.title, source.publisher, host


def _in_full(source: ShownSource, language: Language) -> ShownSource:
    """A source that shows its address instead of the host, to be told from another one."""
    if source.address is None:
        return source
    shown = source.address.url.partition("//")[2].removeprefix("www.").rstrip("/")
    return replace(source, address=replace(source.address, host=language.in_order(shown)))


def body_names(entry: Entry, catalogue: Catalogue, language: Language) -> list[str]:
    """The names of all bodies behind an entry."""
    names = [full_name(catalogue.organisations[id_], language) for id_ in entry.organisations]
    return [*names, *entry.partners]


def citation(entry: Entry, catalogue: Catalogue, language: Language, original: str) -> str:
    """A resource in one line, as in a list of references; empty for a practice.

    `original` is the original title if the page shows a translated one, which alone wouldn't be
    enough to find the work.
    """
    if entry.kind is Kind.PRACTICE:
        return ""
    t = language.text
    names = body_names(entry, catalogue, language)
    if len(names) > _MOST_NAMES:
        names = [*names[:_MOST_NAMES], t("organisations.more", n=len(names) - _MOST_NAMES)]
    work = t(
        "cite.work",
        bodies=language.joined(names),
        year=year_text(entry, language),
        title=f"{language.in_order(original)} [{entry.title}]" if original else entry.title,
    )
    way = [language.in_order(entry.url)] if entry.url else []
    where = [*identifier_texts(entry, language), *way]
    return t("cite.with-place", work=work, place=t("cite.separator").join(where)) if where else work
