"""The facets that readers filter by, and the names under which their terms are found."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from toolkit.catalogue.catalogue import Catalogue
from toolkit.catalogue.facets import Facet
from toolkit.content.entry import Entry
from toolkit.content.recognition_fields import STATES
from toolkit.content.registers import Article, Instrument
from toolkit.content.schema import Form, Kind
from toolkit.content.vocabularies import Term
from toolkit.languages import LANGUAGES
from toolkit.languages.language import Language
from toolkit.recognition.status import State
from toolkit.recognition.words import state_name
from toolkit.search.fields import FACETS, OTHER_FACETS

_WEIGHTS = {row.name: row.weight for row in FACETS}


@dataclass(frozen=True, slots=True)
class SearchTerm:
    """One term. `short` is what a result shows, `path` its page.

    `foreign` holds its names in other languages, by tag.
    """

    id: str
    label: str
    short: str = ""
    synonyms: tuple[str, ...] = ()
    broader: str = ""
    path: str = ""
    foreign: Mapping[str, tuple[str, ...]] | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """All names in the language of the site."""
        return (self.label, *self.synonyms)


@dataclass(frozen=True, slots=True)
class SearchFacet:
    """One facet: its terms in order, a function for those that an entry names, and its page."""

    name: str
    label: str
    terms: tuple[SearchTerm, ...]
    values: Callable[[Entry], Iterable[str]]
    path: str = ""
    # Whether its terms can only be chosen, not found by name.
    quiet: bool = False

    @property
    def weight(self) -> float:
        """How much a match of a term's name counts."""
        return _WEIGHTS.get(self.name, OTHER_FACETS)


def make_search_facets(catalogue: Catalogue, language: Language) -> list[SearchFacet]:
    """All facets: pillar, kind, those from the table of fields, articles, languages and so on."""
    return [
        _pillars(catalogue, language),
        _kinds(catalogue, language),
        *(_facet(catalogue, facet, language) for facet in catalogue.facets.values()),
        _articles(catalogue, language),
        _languages(catalogue, language),
        _available(catalogue, language),
        _recognition(catalogue, language),
    ]


def _pillars(catalogue: Catalogue, language: Language) -> SearchFacet:
    terms = catalogue.vocabularies["pillars"].terms.values()
    return SearchFacet(
        "pillars",
        language.text("field.pillars"),
        tuple(_of_vocabulary(term, language, f"{term.id}/index") for term in terms),
        lambda entry: entry.pillars,
    )


def _kinds(catalogue: Catalogue, language: Language) -> SearchFacet:
    return SearchFacet(
        "kinds",
        language.text("field.kind"),
        tuple(
            SearchTerm(kind.value, language.text(f"part.{kind.value}s"))
            for kind in (Kind.PRACTICE, Kind.RESOURCE)
            if catalogue.of_kind(kind)
        ),
        lambda entry: (entry.kind.value,),
    )


def _articles(catalogue: Catalogue, language: Language) -> SearchFacet:
    used = {provision.key for entry in catalogue.entries for provision in entry.provisions}

    def label(instrument: Instrument, article: Article) -> str:
        title, number = instrument.short_title, language.article(article.number)
        if number.casefold() in title.casefold():  # CEDAW, article 6
            return title
        return language.text("facts.dot").join((title, number))

    terms = (
        SearchTerm(article.key, label(instrument, article))
        for instrument in catalogue.instruments.values()
        for article in instrument.articles.values()
        if article.key in used
    )
    return SearchFacet(
        "articles",
        language.text("instrument.articles"),
        tuple(terms),
        lambda entry: dict.fromkeys(provision.key for provision in entry.provisions),
        quiet=True,
    )


def _languages(catalogue: Catalogue, language: Language) -> SearchFacet:
    used = sorted({tag for entry in catalogue.entries for tag in entry.languages})
    terms = (SearchTerm(tag, language.language_name(tag)) for tag in used)
    return SearchFacet(
        "languages",
        language.text("field.languages"),
        tuple(sorted(terms, key=lambda term: language.sort_key(term.label))),
        lambda entry: entry.languages,
    )


def _available(catalogue: Catalogue, language: Language) -> SearchFacet:
    term = SearchTerm("now", language.text("available.title"), path="available")
    ids = {entry.id for entry in catalogue.available}
    return SearchFacet(
        "available",
        language.text("field.access"),
        (term,) if ids else (),
        lambda entry: ("now",) if entry.id in ids else (),
        "available",
    )


def _recognition(catalogue: Catalogue, language: Language) -> SearchFacet:
    states = [state for state in map(State, STATES) if catalogue.by_state[state]]
    return SearchFacet(
        "recognition",
        language.text("recognition.title"),
        tuple(
            SearchTerm(state.value, state_name(state, language), path=f"recognition/{state}")
            for state in states
        ),
        lambda entry: (catalogue.statuses[entry.id].state.value,),
        "recognition",
    )


def _facet(catalogue: Catalogue, facet: Facet, language: Language) -> SearchFacet:
    @cache
    def own(named: object) -> tuple[str, ...]:
        if facet.field.form is not Form.TERM:
            return facet.under(named)  # these have no parents
        terms = named if isinstance(named, tuple) else (named,)
        return tuple(term for term in facet.under(named) if term in terms)

    def values(entry: Entry) -> Iterable[str]:
        return own(entry.value(facet.field.name))

    terms = tuple(_term(catalogue, facet, id_, language) for id_ in facet.used())
    return SearchFacet(
        facet.name, language.text(f"facet.{facet.name}"), terms, values, f"{facet.name}/index"
    )


def _term(catalogue: Catalogue, facet: Facet, id_: str, language: Language) -> SearchTerm:
    path = f"{facet.name}/{id_.lower()}"
    form = facet.field.form
    if form is Form.TERM:
        term = catalogue.vocabularies[facet.field.vocabulary].terms[id_]
        return _of_vocabulary(term, language, path, facet.kind(id_, language))
    if form is Form.ORGANISATION:
        body = catalogue.organisations[id_]
        label = facet.label(id_, language)
        names = (body.abbreviation, body.abbreviations.get("en"), body.name)
        synonyms = tuple(name for name in names if name and name != label)
        foreign = {tag: (name,) for tag, name in body.names.items() if tag != language.tag}
        return SearchTerm(id_, label, body.abbreviation, synonyms, path=path, foreign=foreign)
    if form is Form.PROVISION:
        instrument = catalogue.instruments[id_]
        synonyms = (instrument.full_title,)
        return SearchTerm(id_, instrument.short_title, synonyms=synonyms, path=path)
    if form is Form.COUNTRY:
        abroad = {
            tag: called
            for tag, other in sorted(LANGUAGES.items())
            if tag != language.tag and (called := other.everyday_names(id_.upper()))
        }
        return SearchTerm(id_, language.country(id_), path=path, foreign=abroad)
    return SearchTerm(id_, facet.label(id_, language), path=path)


def _of_vocabulary(term: Term, language: Language, path: str, short: str = "") -> SearchTerm:
    foreign = {
        tag: (term.label(tag), *term.alt.get(tag, ()))
        for tag in sorted(LANGUAGES)
        if tag != language.tag and tag in term.labels
    }
    return SearchTerm(
        term.id,
        term.label(language.tag),
        short,
        tuple(term.alt.get(language.tag, ())),
        term.broader,
        path,
        foreign,
    )
