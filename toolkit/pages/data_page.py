"""The data page: which file is for which program, and what may change in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.exports.feeds import DATA, WHOLE, has_feed
from toolkit.exports.formats import FORMATS
from toolkit.exports.oai import PREFIXES
from toolkit.exports.oai_rules import SERVERS
from toolkit.pages.links import Link
from toolkit.pages.page import Page
from toolkit.pages.site import Site

# What a format loses, as the last part of the key of the words that say so.
_LACKS = {"csv": "text", "json": ""}
_OTHERS = (
    *(("datapackage.json", "package"), ("vocabularies.ttl", "vocabularies")),
    *(("catalogue.ttl", "catalogue"), ("coverage.json", "coverage"), ("feed.xml", "feed")),
    *(("opportunities.xml", "opportunities"), ("index.json", "index")),
)


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file: its name, what it is for, and, if it holds entries, what it leaves out of them."""

    name: str
    use: str
    lacks: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPage(Page, template="data.html"):
    """All files, and what won't change.

    `oai` says how harvesters get the records, and `servers` pairs the names of servers with those
    of their rule files; both are empty if there is nothing to harvest.
    """

    files: tuple[DataFile, ...]
    oai: str
    servers: tuple[tuple[str, str], ...]


def pages(site: Site) -> Iterator[Page]:
    """The page."""
    language, address = site.language, site.exports.oai_url
    about = language.text(
        "data.oai-about",
        address=address,
        formats=language.joined([*PREFIXES]),
        servers=language.joined([*SERVERS]),
    )
    yield DataPage(
        path=f"{DATA}/index",
        title=language.text("data.title"),
        summary=language.text("data.summary"),
        breadcrumbs=(Link(language.text("nav.browse"), "browse"),),
        files=tuple(_files(site)),
        oai=about if address else "",
        servers=tuple(SERVERS.items()) if address else (),
    )


def _files(site: Site) -> Iterator[DataFile]:
    language = site.language
    for name, form in FORMATS.items():
        lacks = _LACKS.get(name, "much")
        said = language.text(f"data.lacks.{lacks}") if lacks else ""
        yield DataFile(form.file, language.text(f"data.for.{name}"), said)
    for file, name in _OTHERS:
        if name in ("coverage", "opportunities") and not site.tables:
            continue
        if file == WHOLE and not has_feed(site.catalogue.entries, site.exports):
            continue
        yield DataFile(file, language.text(f"data.for.{name}"))
