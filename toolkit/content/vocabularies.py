"""Controlled vocabularies, in the sense of SKOS: terms with labels, parents and synonyms."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated

from toolkit.content.circles import circles
from toolkit.content.data_files import DataFile, read_data_file, row, rows_of
from toolkit.content.faults import Fault
from toolkit.content.matching import Leaf, ReadFile
from toolkit.content.schema import PILLARS, Form
from toolkit.grouping import grouped
from toolkit.source import Location, SourceFile


@dataclass(frozen=True, slots=True)
class Term:
    """A concept: `labels` and `definition` by language, `alt` its synonyms by language.

    `broader` is the id of its parent, empty at the top. A `reserved` term is valid and has a page,
    but is listed only when it is used. `countries` are those of a region, `provisions` those that a
    pillar is based on.
    """

    id: str
    broader: str
    m49: str
    countries: Annotated[tuple[str, ...], row(Form.COUNTRY)]
    provisions: Annotated[tuple[str, ...], row(Form.PROVISION)]
    labels: Annotated[Mapping[str, str], row(required=True)]
    definition: Annotated[Mapping[str, str], row(required=True)]
    alt: Mapping[str, tuple[str, ...]]
    reserved: bool
    location: Location

    def label(self, language: str) -> str:
        """The label in a language, or the English one."""
        return self.labels.get(language) or self.labels["en"]

    def define(self, language: str) -> str:
        """The definition in a language, or the English one."""
        return self.definition.get(language) or self.definition["en"]


FIELDS = rows_of(Term)


@dataclass(frozen=True)
class Vocabulary(ReadFile):
    """A list of terms. If its file has faults, it is not `sound`: don't check against it."""

    name: str
    path: str
    terms: Mapping[str, Term]
    leaves: tuple[Leaf, ...] = ()
    faults: tuple[Fault, ...] = ()

    @cached_property
    def narrower(self) -> Mapping[str, tuple[Term, ...]]:
        """The children of each term that has any, in file order."""
        return grouped((term.broader, term) for term in self.terms.values() if term.broader)

    @cached_property
    def leaves_below(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the terms at or below each term that have no narrower ones."""
        return {id_: tuple(self._leaves(id_)) for id_ in self.terms}

    def _leaves(self, term_id: str) -> Iterator[str]:
        below = self.narrower.get(term_id, ())
        for term in below:
            yield from self._leaves(term.id)
        if not below:
            yield term_id

    @cached_property
    def of_country(self) -> Mapping[str, str]:
        """The region's id for each country, by ISO code, if regions name their countries."""
        return {code: term.id for term in self.terms.values() for code in term.countries}

    def with_broader(self, term_id: str) -> Iterator[str]:
        """A term and all its ancestors, from itself upwards."""
        while term_id in self.terms:
            yield term_id
            term_id = self.terms[term_id].broader


def read_vocabulary(folder: Path, prefix: str, name: str) -> Vocabulary:
    """Read `vocabularies/<name>.yml` of the content folder, called `prefix` in reports."""
    file = f"vocabularies/{name}.yml"
    data = read_data_file(folder / file, f"{prefix}/{file}", FIELDS)
    terms = {item.id: item.record(Term) for item in data.items}
    faults = (*data.faults, *_faults(name, data, terms))
    return Vocabulary(name, data.path, terms, data.leaves, faults)


def _faults(name: str, data: DataFile, terms: Mapping[str, Term]) -> Iterator[Fault]:
    if any(fault.check == "duplicate-key" or fault.field == "id" for fault in data.faults):
        return  # of a term without its id, nobody can tell what is above or below it
    lacking = tuple(pillar for pillar in PILLARS if pillar not in terms)
    if lacking and name == "pillars" and not data.faults:
        yield Fault("missing-field", SourceFile(data.path).at(1), "pillar", names=lacking)
    broader = {
        item.id: leaf.location
        for item in data.items
        for leaf in item.leaves
        if leaf.name == "broader"
    }
    for term in terms.values():
        if term.broader and term.broader not in terms:
            names = (term.broader, term.id)
            yield Fault("unknown-broader", broader[term.id], names=names)
    above = {term.id: (term.broader,) for term in terms.values()}
    for circle in circles(above):
        yield Fault("circular-broader", broader[circle[0]], names=tuple(circle))
