"""The vocabularies as SKOS, with names in all languages."""

from collections.abc import Iterator

from toolkit.content.tables import facet_fields
from toolkit.content.vocabularies import Term, Vocabulary
from toolkit.exports.record import LICENCE, Maker, urn
from toolkit.exports.turtle import Subject, document, iri, literal

FILE = "vocabularies.ttl"


def vocabularies(maker: Maker) -> bytes:
    """All vocabularies, each a concept scheme."""
    found = maker.catalogue.vocabularies.values()
    return document(one for vocabulary in found for one in _scheme(vocabulary, maker))


def _scheme(vocabulary: Vocabulary, maker: Maker) -> Iterator[Subject]:
    name, language = vocabulary.name, maker.language
    # The folder of its pages; empty for pillars, which are at the root.
    folder = next((one.facet for one in facet_fields() if one.vocabulary == name), "")
    title = language.text(f"facet.{folder}" if folder else f"field.{name}")

    def permanent(page: str, *names: str) -> str:
        """The address of a page, or a URN on a site without an address."""
        return iri(f"{maker.site_url}{page}" if maker.site_url else urn(*names))

    index = f"{folder}/index.html" if folder else f"browse.html#{name}"
    scheme = permanent(index, "vocabulary", name)
    iris = {
        id_: permanent(f"{folder}/{id_}.html" if folder else f"{id_}/index.html", "term", name, id_)
        for id_ in vocabulary.terms
    }
    terms = vocabulary.terms.values()
    about_scheme = {
        "dct:title": (literal(title, language.tag),),
        "dct:identifier": (literal(name),),
        "dct:license": (iri(LICENCE),),
        "skos:hasTopConcept": tuple(iris[one.id] for one in terms if not one.broader),
    }
    yield scheme, "skos:ConceptScheme", about_scheme
    for term in terms:
        about_term = {
            "skos:inScheme": (scheme,),
            "skos:notation": (literal(term.id),),
            **_words(term),
            "skos:broader": (iris[term.broader],) if term.broader else (),
            "skos:topConceptOf": () if term.broader else (scheme,),
        }
        yield iris[term.id], "skos:Concept", about_term


def _words(term: Term) -> dict[str, tuple[str, ...]]:
    return {
        "skos:prefLabel": tuple(literal(text, tag) for tag, text in term.labels.items()),
        # A name can't be both preferred and alternative (SKOS S13).
        "skos:altLabel": tuple(
            literal(text, tag)
            for tag, texts in term.alt.items()
            for text in dict.fromkeys(texts)
            if text != term.labels.get(tag)
        ),
        "skos:definition": tuple(literal(text, tag) for tag, text in term.definition.items()),
    }
