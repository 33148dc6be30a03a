"""What is searched of each entry, and what a result shows of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.entry import Entry
from toolkit.languages.language import Language
from toolkit.rendering.body import Body, Section
from toolkit.search.facets import SearchFacet
from toolkit.search.fields import FIRST
from toolkit.search.provisions import instrument_tokens, provision_tokens

# Days are counted from it, as JavaScript counts milliseconds.
_FIRST_DAY = date(1970, 1, 1)

_Texts = Callable[[Catalogue, Language, Entry], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Document:
    """One entry: what a result shows, the texts of the first tier's fields, and the body.

    `tokens` are searched as they stand, under `provisions`.
    """

    card: Mapping[str, object]
    texts: tuple[str, ...]
    tokens: tuple[str, ...]
    sections: tuple[Section, ...]


def make_documents(
    catalogue: Catalogue,
    language: Language,
    bodies: Mapping[str, Body],
    facets: Sequence[SearchFacet],
) -> list[Document]:
    """The documents of all entries in a language, in the order of the catalogue."""
    places = [{term.id: place for place, term in enumerate(facet.terms)} for facet in facets]
    return [
        Document(
            {
                **_card(catalogue, entry),
                "facets": [
                    [numbers[id_] for id_ in facet.values(entry)]
                    for facet, numbers in zip(facets, places, strict=True)
                ],
            },
            tuple("\n".join(_TEXTS[field.name](catalogue, language, entry)) for field in FIRST),
            (
                *provision_tokens(entry),
                *instrument_tokens(entry, catalogue.instruments.values()),
            ),
            tuple(
                section
                for section in bodies[entry.path].sections
                if section.heading or section.text
            ),
        )
        for entry in catalogue.entries
    ]


def _card(catalogue: Catalogue, entry: Entry) -> dict[str, object]:
    day = catalogue.added(entry)
    card: dict[str, object] = {
        "title": entry.title,
        "url": f"{entry.path}.html",
        "year": entry.began,
        **({"added": (day - _FIRST_DAY).days} if day else {}),
        "summary": entry.summary,
    }
    if entry.partners:
        card["partners"] = list(entry.partners)
    if entry.withdrawn or entry.id in catalogue.superseded_by:
        card["past"] = 1
    return card


def _title(_catalogue: Catalogue, _language: Language, entry: Entry) -> Iterator[str]:
    yield entry.title


def _summary(_catalogue: Catalogue, _language: Language, entry: Entry) -> Iterator[str]:
    yield entry.summary


def _identifiers(_catalogue: Catalogue, _language: Language, entry: Entry) -> Iterator[str]:
    for _name, text in entry.identifiers:
        yield text
        yield text.replace("-", "")


def _partners(_catalogue: Catalogue, _language: Language, entry: Entry) -> Iterator[str]:
    yield from entry.partners


def _provisions(catalogue: Catalogue, _language: Language, entry: Entry) -> Iterator[str]:
    for provision in entry.provisions:
        if provision.article:
            article = catalogue.instruments[provision.instrument].articles[provision.key]
            yield article.title or article.label


def _years(_catalogue: Catalogue, _language: Language, entry: Entry) -> Iterator[str]:
    yield from (str(year) for year in (entry.began, entry.until) if year)


def _asked(catalogue: Catalogue, language: Language, entry: Entry) -> Iterator[str]:
    register = catalogue.content.questions.get(language.tag)
    if register and entry.id in register.items:
        yield from register.items[entry.id].asked


_TEXTS: dict[str, _Texts] = {
    "title": _title,
    "summary": _summary,
    "identifiers": _identifiers,
    "partners": _partners,
    "provisions": _provisions,
    "years": _years,
    "asked": _asked,
}
