"""What the last link check found at the addresses of an entry, in calm words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.entry import Entry
from toolkit.content.schema import Kind
from toolkit.languages.language import Language
from toolkit.pages.dates import date_text
from toolkit.pages.entry_access import Address, address, has_own_address

# Only opened by readers who follow the link.
_ARCHIVE = "https://web.archive.org/web/"
# The library holds only works of the United Nations; searching it for others is pointless.
_LIBRARY = "https://digitallibrary.un.org/search?p="
_UNITED_NATIONS = frozenset(("un-entity", "group"))


@dataclass(frozen=True, slots=True)
class AddressNote:
    """What is known about an address, and a link to go on from there; `link_text` says where to."""

    text: str
    link: Address | None = None
    link_text: str = ""


def address_notes(
    entry: Entry, catalogue: Catalogue, language: Language
) -> tuple[AddressNote, ...]:
    """The notes on those addresses of an entry that moved, may be gone, or lead to another text."""
    return tuple(_on(_ways(entry), catalogue, language))


def source_notes(entry: Entry, catalogue: Catalogue, language: Language) -> tuple[AddressNote, ...]:
    """The same of its sources."""
    urls = dict.fromkeys(source.url for source in entry.sources)
    return tuple(_on((url for url in urls if url not in _ways(entry)), catalogue, language))


def _ways(entry: Entry) -> dict[str, None]:
    return dict.fromkeys((entry.url, *(file.url for file in entry.files), entry.described_at))


def _on(urls: Iterable[str], catalogue: Catalogue, language: Language) -> Iterator[AddressNote]:
    for url in urls:
        found, state = address(url), catalogue.content.links.items.get(url)
        if found is None or state is None:
            continue
        month = date_text(state.since[:7], language)
        if state.state == "moved" and (new := address(state.to)):
            yield AddressNote(language.text("access.moved", host=found.host), new, new.host)
        elif state.state in ("suspect", "gone"):
            text = language.text("access.gone", host=found.host, month=month)
            archive = address(f"{_ARCHIVE}{quote(url, safe=':/?&=%#')}")
            yield AddressNote(text, archive, language.text("access.archive"))
        if state.changed:
            month = date_text(state.changed[:7], language)
            yield AddressNote(language.text("access.changed", host=found.host, month=month))


def library_search(entry: Entry, own_title: str, catalogue: Catalogue) -> Address | None:
    """A title search in the UN Digital Library, for the work of a United Nations body.

    By the work's own title: no library has our translation of it. None for a work whose own address
    is known, and for a practice.
    """
    if has_own_address(entry) or entry.kind is Kind.PRACTICE:
        return None
    bodies = (catalogue.organisations.get(id_) for id_ in entry.organisations)
    if not any(body and body.kind in _UNITED_NATIONS for body in bodies):
        return None
    return address(f"{_LIBRARY}{quote(own_title, safe='')}")
