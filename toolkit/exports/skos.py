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
    scheme = _scheme_iri(vocabulary.name, maker.site_url)
    name, language = vocabulary.name, maker.language
    folder = _folder(name)
    title = language.text(f"facet.{folder}") if folder else language.text(f"field.{name}")
    terms = vocabulary.terms.values()
    yield (
        scheme,
        "skos:ConceptScheme",
        {
            "dct:title": (literal(title, language.tag),),
            "dct:identifier": (literal(name),),
            "dct:license": (iri(LICENCE),),
            "skos:hasTopConcept": tuple(
                concept_iri(name, one.id, maker.site_url) for one in terms if not one.broader
            ),
        },
    )
    for term in terms:
        yield (
            concept_iri(name, term.id, maker.site_url),
            "skos:Concept",
            {
                "skos:inScheme": (scheme,),
                "skos:notation": (literal(term.id),),
                **_words(term),
                "skos:broader": (concept_iri(name, term.broader, maker.site_url),)
                if term.broader
                else (),
                "skos:topConceptOf": () if term.broader else (scheme,),
            },
        )


def _words(term: Term) -> dict[str, tuple[str, ...]]:
    labels = {(tag, text) for tag, text in term.labels.items()}
    return {
        "skos:prefLabel": tuple(literal(text, tag) for tag, text in term.labels.items()),
        # A name can't be both preferred and alternative (SKOS S13).
        "skos:altLabel": tuple(
            literal(text, tag)
            for tag, texts in term.alt.items()
            for text in dict.fromkeys(texts)
            if (tag, text) not in labels
        ),
        "skos:definition": tuple(literal(text, tag) for tag, text in term.definition.items()),
    }


def concept_iri(vocabulary: str, term: str, site_url: str) -> str:
    """The permanent name of a term: the address of its page, or a URN."""
    folder = _folder(vocabulary)
    page = f"{folder}/{term}.html" if folder else f"{term}/index.html"
    return iri(f"{site_url}{page}" if site_url else urn("term", vocabulary, term))


def _scheme_iri(vocabulary: str, site_url: str) -> str:
    folder = _folder(vocabulary)
    page = f"{folder}/index.html" if folder else f"browse.html#{vocabulary}"
    return iri(f"{site_url}{page}" if site_url else urn("vocabulary", vocabulary))


def _folder(vocabulary: str) -> str:
    """The folder of a vocabulary's pages; empty for pillars, which are at the root."""
    return next((one.facet for one in facet_fields() if one.vocabulary == vocabulary), "")
