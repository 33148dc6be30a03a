"""What articles of a ZIM archive are found by: their own text, not page headers and footers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from toolkit.editions.copy import Copy
from toolkit.rendering.body import sections_of
from toolkit.search.documents import Document, make_documents
from toolkit.search.facets import SearchFacet, SearchTerm, make_search_facets

# Besides entries, pages of terms and pages that explain the toolkit are articles. The rest are
# lists, the search, or for people who maintain the toolkit.
_OF_TERMS = {"term.html", "organisation.html", "instrument.html", "pillar.html"}
_EXPLAINING = "about/"


@dataclass(frozen=True, slots=True)
class Keywords:
    """What an article is found by. `keywords` are names of its terms, and count more than `text`.

    Empty fields are not searched.
    """

    title: str
    keywords: str
    text: str


def keywords_of(copy: Copy) -> Mapping[str, Keywords]:
    """The keywords of each article, by its path in the archive."""
    facets = make_search_facets(copy.catalogue, copy.language)
    documents = make_documents(copy.catalogue, copy.language, copy.made_of.bodies, facets)
    found = (one for one in documents if one.card.get("kind") != "guide")
    return {
        **dict(_pages(copy, facets)),
        **{str(one.card["url"]): _entry(one, facets) for one in found},
    }


def _pages(copy: Copy, facets: Sequence[SearchFacet]) -> Iterator[tuple[str, Keywords]]:
    terms = {term.path: term for facet in facets for term in facet.terms if term.path}
    for path, one in copy.pages.known.items():
        if one.template in _OF_TERMS:
            keywords = _names(terms[path]) if path in terms else ()
            yield f"{path}.html", Keywords(one.title, _lines(keywords), copy.pages[path].summary)
        elif path.startswith(_EXPLAINING):
            body = copy.made_of.bodies[path].clean
            text = _lines((copy.pages[path].summary, *_sections(body)))
            yield f"{path}.html", Keywords(one.title, "", text)


def _entry(document: Document, facets: Sequence[SearchFacet]) -> Keywords:
    numbers = cast("Sequence[Sequence[int]]", document.card["facets"])
    names = [
        name
        for facet, chosen in zip(facets, numbers, strict=True)
        for number in chosen
        for name in _names(facet.terms[number])
    ]
    text = _lines((*document.texts, *_sections(document.html)))
    return Keywords(str(document.card["title"]), _lines(dict.fromkeys(names)), text)


def _names(term: SearchTerm) -> tuple[str, ...]:
    return (term.label, term.short, *term.synonyms)


def _sections(body: str) -> Iterator[str]:
    for section in sections_of(body):
        yield section.heading
        yield section.text


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(filter(None, texts))
