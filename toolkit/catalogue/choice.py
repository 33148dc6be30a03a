"""Which entries of the toolkit a copy holds."""

from collections.abc import Iterable, Mapping

from toolkit.catalogue.facets import label_of, terms_of
from toolkit.content.addresses import term_ids
from toolkit.content.entry import Entry
from toolkit.content.entry_schema import FIELDS
from toolkit.content.reader import Content
from toolkit.content.registers import organisation_named
from toolkit.content.schema import Field
from toolkit.languages.language import Language
from toolkit.problems import ToolkitError
from toolkit.validation.nearest import did_you_mean

_FEW = 5


# Terms by facet name, including `pillars`; none means the whole toolkit.
Choice = Mapping[str, tuple[str, ...]]


def takes(choice: Choice, entry: Entry, content: Content) -> bool:
    """Whether an entry belongs: for each facet named, it is under one of the terms."""
    return all(
        not {*terms_of(content, field, entry.value(field.name))}.isdisjoint(terms)
        for field, terms in ((_field(name), terms) for name, terms in choice.items())
    )


def _field(name: str) -> Field:
    """The field of a facet, or `pillars`."""
    return next(field for field in FIELDS if name == (field.facet or field.name))


def make_choice(content: Content, terms: Choice) -> Choice:
    """A choice of existing terms, in the order of `terms`, without duplicates.

    Raises ToolkitError for an unknown term, suggesting the nearest one.
    """
    chosen: dict[str, tuple[str, ...]] = {}
    for name, given in terms.items():
        known = tuple(term_ids(content, _field(name)))
        for term in given:
            if term not in known:
                named = organisation_named(content.organisations.items, term)
                raise ToolkitError(
                    f'"{term}" is not one of the {name} of this toolkit.',
                    did_you_mean(named if named in known else term, known)
                    or _holding(term, known)
                    or f"use one of: {', '.join(known)}.",
                )
        if given:
            chosen[name] = tuple(dict.fromkeys(given))
    return chosen


def _holding(text: str, known: Iterable[str]) -> str:
    """Suggest the terms that contain what was typed: `prosecutors-judges` for `prosecutor`."""
    found = [term for term in known if text.lower() in term]
    return f"did you mean {' or '.join(found)}?" if text and 0 < len(found) <= _FEW else ""


def title_of(choice: Choice, content: Content, language: Language) -> str:
    """The terms of a choice for readers: `Agriculture, National`."""
    chosen = ((_field(name), term) for name, terms in choice.items() for term in terms)
    names = (label_of(content, field, term, language) for field, term in chosen)
    return language.text("list.comma").join(names)
