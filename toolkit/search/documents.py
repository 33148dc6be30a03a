"""What is searched of each entry, and what a result shows of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.entry import Entry
from toolkit.content.schema import FIELDS, Field, Form, Kind
from toolkit.content.vocabularies import Term
from toolkit.languages.language import Language
from toolkit.rendering.body import Body, Section
from toolkit.search.fields import FIRST, PAST_WEIGHT

# Fields of terms that are searched elsewhere than under `topics`.
_PLACES = frozenset({"regions"})
_FORM = frozenset({"type", "evidence", "level", "pillars"})

_Texts = Callable[[Catalogue, Language, Entry], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Document:
    """One entry: what a result shows, the texts of the first tier's fields, and the body."""

    card: Mapping[str, object]
    texts: tuple[str, ...]
    sections: tuple[Section, ...]


def make_documents(
    catalogue: Catalogue, language: Language, bodies: Mapping[str, Body]
) -> list[Document]:
    """The documents of all entries in a language, in the order of the catalogue."""
    return [
        Document(
            _card(catalogue, language, entry),
            tuple("\n".join(_TEXTS[field.name](catalogue, language, entry)) for field in FIRST),
            tuple(
                section
                for section in bodies[entry.path].sections
                if section.heading or section.text
            ),
        )
        for entry in catalogue.entries
    ]


def _card(catalogue: Catalogue, language: Language, entry: Entry) -> dict[str, object]:
    is_practice = entry.kind is Kind.PRACTICE
    vocabulary = catalogue.vocabularies["evidence" if is_practice else "resource-types"]
    bodies = [catalogue.organisations[id_] for id_ in entry.organisations]
    past = entry.is_withdrawn or entry.id in catalogue.superseded_by
    return {
        "title": entry.title,
        "url": f"{entry.path}.html",
        "pillar": entry.pillar,
        "kind": entry.kind.value,
        "label": vocabulary.terms[entry.evidence if is_practice else entry.type].label(
            language.tag
        ),
        "by": [body.abbreviation or body.name for body in bodies] or list(entry.partners),
        "year": entry.began,
        "summary": entry.summary,
        "weight": PAST_WEIGHT if past else 1,
    }


def _title(_catalogue: Catalogue, _language: Language, entry: Entry) -> Iterator[str]:
    yield entry.title


def _summary(_catalogue: Catalogue, _language: Language, entry: Entry) -> Iterator[str]:
    yield entry.summary


def _identifiers(_catalogue: Catalogue, _language: Language, entry: Entry) -> Iterator[str]:
    for _name, text in entry.identifiers:
        yield text
        yield text.replace("-", "")


def _organisations(catalogue: Catalogue, language: Language, entry: Entry) -> Iterator[str]:
    for id_ in entry.organisations:
        body = catalogue.organisations[id_]
        yield body.names.get(language.tag, body.name)
        yield body.abbreviation
    yield from entry.partners


def _topics(catalogue: Catalogue, language: Language, entry: Entry) -> Iterator[str]:
    for field in _term_fields():
        if field.name not in _PLACES | _FORM:
            for term in _terms(catalogue, field, entry):
                yield from _names(term, language)


def _broader(catalogue: Catalogue, language: Language, entry: Entry) -> Iterator[str]:
    above: dict[str, Term] = {}
    for field in _term_fields():
        terms = catalogue.vocabularies[field.vocabulary].terms
        for term in _terms(catalogue, field, entry):
            lineage = list(catalogue.vocabularies[field.vocabulary].with_broader(term.id))
            above.update((f"{field.vocabulary} {id_}", terms[id_]) for id_ in lineage[1:])
    for term in above.values():
        yield from _names(term, language)


def _places(catalogue: Catalogue, language: Language, entry: Entry) -> Iterator[str]:
    for code in entry.countries:
        yield language.country(code)
    for field in _term_fields():
        if field.name in _PLACES:
            for term in _terms(catalogue, field, entry):
                yield from _names(term, language)


def _provisions(catalogue: Catalogue, language: Language, entry: Entry) -> Iterator[str]:
    for id_ in dict.fromkeys(provision.instrument for provision in entry.provisions):
        yield catalogue.instruments[id_].short_title
    for provision in entry.provisions:
        if provision.article:
            article = catalogue.instruments[provision.instrument].articles[provision.key]
            number = f"{article.number}{provision.paragraphs}"
            yield language.text("article.number", number=number)
            yield article.title or article.label


def _form(catalogue: Catalogue, language: Language, entry: Entry) -> Iterator[str]:
    for field in _term_fields():
        if field.name in _FORM:
            for term in _terms(catalogue, field, entry):
                yield from _names(term, language)
    yield from (str(year) for year in (entry.began, entry.until) if year)
    yield from (language.language_name(tag) for tag in entry.languages)


def _term_fields() -> Iterator[Field]:
    return (field for field in FIELDS if field.form is Form.TERM)


def _terms(catalogue: Catalogue, field: Field, entry: Entry) -> Iterator[Term]:
    value: str | tuple[str, ...] = getattr(entry, field.name)
    terms = catalogue.vocabularies[field.vocabulary].terms
    for id_ in (value,) if isinstance(value, str) else value:
        if id_:
            yield terms[id_]


def _names(term: Term, language: Language) -> Iterator[str]:
    yield term.label(language.tag)
    yield from term.alt.get(language.tag, ())


_TEXTS: dict[str, _Texts] = {
    "title": _title,
    "identifiers": _identifiers,
    "organisations": _organisations,
    "topics": _topics,
    "summary": _summary,
    "places": _places,
    "provisions": _provisions,
    "form": _form,
    "broader": _broader,
}
