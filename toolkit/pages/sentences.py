"""An entry in one or two sentences, for people who scan."""

import re

from toolkit.catalogue.catalogue import Catalogue
from toolkit.catalogue.evaluation import evaluation
from toolkit.catalogue.years import marked, when_text, year_text
from toolkit.content.entry import Entry
from toolkit.content.schema import Kind
from toolkit.languages.language import Language, lowered
from toolkit.pages.links import short_names

_MOST_GROUPS = 3
_MOST_BODIES = 3
_MOST_LANGUAGES = 8

# What leads, in the name of a country for lists, to what stands first: "Pays-Bas (Royaume des)".
_LEADING = re.compile(r" d(?:e|el|es|u|e los|’)$")


def facts_sentence(entry: Entry, catalogue: Catalogue, language: Language) -> str:
    """What an entry is, for whom, when, by whom and in which languages."""
    t = language.text
    if entry.kind is Kind.RESOURCE:
        phrase = _phrase("types", entry.type, catalogue, language)
        what = _with_audiences(phrase, entry, catalogue, language)
        year = year_text(entry, language)
    else:
        what = _with_place(t("facts.practice"), entry, catalogue, language)
        year = when_text(entry, language)
    what = t("facts.year", what=what, year=year)
    if whom := language.joined(named_bodies(entry, catalogue, language)):
        what = t("facts.by", what=what, whom=marked("organisations", whom, entry, language))
    sentences = [t("facts.end", what=what)]
    if entry.kind is Kind.PRACTICE:
        label = lowered(catalogue.facets["evidence"].label(entry.evidence, language))
        graded = t("facts.dot").join((label, *evaluation(entry, language)))
        sentences.append(t("facts.evidence", evidence=graded))
    elif entry.languages:
        sentences.append(_languages(entry, language))
    return language.prose(sentences)


def named_bodies(entry: Entry, catalogue: Catalogue, language: Language) -> tuple[str, ...]:
    """The bodies as the sentence names them."""
    return tuple(short_names(entry, catalogue, language, _MOST_BODIES))


def _phrase(facet: str, term: str, catalogue: Catalogue, language: Language) -> str:
    """The words for a term in a sentence: the language's own phrase, or the label."""
    phrase = language.strings.get(f"phrase.{facet}.{term}")
    if isinstance(phrase, str):
        return phrase
    label = catalogue.facets[facet].label(term, language)
    return label if facet == "types" else lowered(label)


def _with_audiences(what: str, entry: Entry, catalogue: Catalogue, language: Language) -> str:
    t = language.text
    phrases = [_phrase("audiences", term, catalogue, language) for term in entry.audiences]
    shown = phrases if len(phrases) <= _MOST_GROUPS + 1 else phrases[:_MOST_GROUPS]
    groups = [t("facts.for-whom", whom=phrase) for phrase in shown]
    if len(shown) < len(phrases):
        groups.append(t("facts.for-more", n=len(phrases) - len(shown)))
    return t("facts.for", what=what, whom=language.joined(groups)) if groups else what


def _with_place(what: str, entry: Entry, catalogue: Catalogue, language: Language) -> str:
    the = language.the_places
    places = places_of(entry, catalogue, language).items()
    names = [f"the {name}" if id_ in the else _in_text(name) for id_, name in places]
    where = few_places(names, language)
    if not where:
        return language.text("facts.worldwide", what=what)
    return language.text("facts.in", what=what, where=where)


def _in_text(name: str) -> str:
    """`Royaume des Pays-Bas` for `Pays-Bas (Royaume des)`: that order is for lists only."""
    first, _, rest = name.removesuffix(")").partition(" (")
    if _LEADING.search(rest):
        return f"{rest}{'' if rest.endswith('’') else ' '}{first}"
    # In Arabic, a dash shows where the name belongs.
    return rest.replace("-", first) if " -" in rest else name


def places_of(entry: Entry, catalogue: Catalogue, language: Language) -> dict[str, str]:
    """The names of the countries of an entry by code; if it has none, of its regions by id."""
    if entry.countries or entry.level == "global":
        return {code: language.country(code) for code in entry.countries}
    return {term: catalogue.facets["regions"].label(term, language) for term in entry.regions}


def few_places(names: list[str], language: Language) -> str:
    """The names of places as a list in words, the first two of many."""
    if len(names) > _MOST_GROUPS + 1:
        names = [*names[:2], language.text("facts.more-places", n=len(names) - 2)]
    return language.joined(names)


def _languages(entry: Entry, language: Language) -> str:
    names = sorted(map(language.language_name, entry.languages), key=language.sort_key)
    if len(names) > _MOST_LANGUAGES:
        text = language.text("facts.many-languages", n=len(names))
    else:
        text = language.joined(names)
    return language.text("facts.languages", languages=marked("languages", text, entry, language))
