"""Registers of named things: organisations, instruments, terminology and others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Annotated, Generic, TypeVar

from toolkit.content.data_files import Item, read_data_file, row, rows_of
from toolkit.content.faults import Fault
from toolkit.content.matching import Leaf, ReadFile
from toolkit.content.membership import Membership
from toolkit.content.schema import Field, Form
from toolkit.languages import TARGETS
from toolkit.source import Location

T = TypeVar("T")

# Each has a heading in the lists of organizations and instruments.
ORGANISATION_KINDS = ("un-entity", "intergovernmental", "regional", "group", "other")
INSTRUMENT_KINDS = (
    *("treaty", "regional-law", "resolution", "goal-target", "soft-law", "action-plan"),
)

_CONFIDENCE = ("high", "medium", "low")


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body: `names` and `abbreviations` are the usual forms in other languages, unchecked.

    An abbreviation may be a short name. `maintainers` are the @handles of the people who may change
    its register of recognition.
    """

    id: str
    name: Annotated[str, row(required=True)]
    abbreviation: str
    kind: Annotated[str, row(Form.CHOICE, required=True, choices=ORGANISATION_KINDS)]
    url: Annotated[str, row(Form.ADDRESS)]
    names: Mapping[str, str]
    abbreviations: Mapping[str, str]
    membership: Membership | None
    maintainers: Annotated[tuple[str, ...], row(Form.HANDLE)]
    location: Location

    @property
    def every_name(self) -> tuple[str, ...]:
        """Its names and abbreviations in all languages."""
        names = (*self.names.values(), *self.abbreviations.values())
        return (self.name, self.abbreviation, *names)

    def name_in(self, tag: str) -> str:
        """Its name in a language, or the English one."""
        return self.names.get(tag, self.name)

    def short_name(self, tag: str) -> str:
        """Its abbreviation, or else its name in a language."""
        return self.abbreviation or self.name_in(tag)

    def in_language(self, tag: str) -> Organisation:
        """The same body, abbreviated as in a language; the original moves to the English ones."""
        short = self.abbreviations.get(tag)
        if not short:
            return self
        kept = {**self.abbreviations, "en": self.abbreviation}
        return replace(self, abbreviation=short, abbreviations=kept)


def organisation_named(known: Mapping[str, Organisation], text: str) -> str:
    """The id of the organization with a name or abbreviation, in any case; empty if none."""
    typed = " ".join(text.split()).casefold()
    found = (one.id for one in known.values() if typed in map(str.casefold, one.every_name))
    return next(found, "") if typed else ""


@dataclass(frozen=True, slots=True)
class Article:
    """An article or a range of articles: `title` is the official heading, `label` our description.

    `titles` are its title or else its label in other languages.
    """

    key: Annotated[str, row(required=True)]
    number: Annotated[str, row(required=True)]
    title: str
    label: str
    titles: Mapping[str, str]

    def in_language(self, tag: str) -> Article:
        """The same article with its title or label in a language, if it has one."""
        words = self.titles.get(tag)
        if not words:
            return self
        return replace(self, title=words) if self.title else replace(self, label=words)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an instrument: its number, heading, and the keys of its articles."""

    number: str
    title: str
    titles: Mapping[str, str]
    articles: Annotated[tuple[str, ...], row(Form.PROVISION)]
    pillar: Annotated[str, row(Form.TERM, vocabulary="pillars")]
    confidence: Annotated[str, row(Form.CHOICE, choices=_CONFIDENCE)]


@dataclass(frozen=True, slots=True)
class Instrument:
    """A treaty, resolution or goal. `articles_confidence` grades the list of its articles."""

    id: str
    short_title: Annotated[str, row(required=True)]
    short_titles: Mapping[str, str]
    full_title: Annotated[str, row(required=True)]
    full_titles: Mapping[str, str]
    kind: Annotated[str, row(Form.CHOICE, required=True, choices=INSTRUMENT_KINDS)]
    adopted: Annotated[str, row(Form.PARTIAL_DATE)]
    in_force: Annotated[str, row(Form.PARTIAL_DATE)]
    body: str
    url: Annotated[str, row(Form.ADDRESS)]
    described_at: Annotated[str, row(Form.ADDRESS)]
    url_seen: bool
    pillars: Annotated[tuple[str, ...], row(Form.TERM, vocabulary="pillars")]
    parts: tuple[Part, ...]
    articles: Mapping[str, Article]
    articles_confidence: Annotated[str, row(Form.CHOICE, choices=_CONFIDENCE)]
    confidence: Annotated[str, row(Form.CHOICE, choices=_CONFIDENCE)]
    note: str

    def in_language(self, tag: str) -> Instrument:
        """The same instrument with its titles and headings in a language, if it has them."""
        return replace(
            self,
            short_title=self.short_titles.get(tag, self.short_title),
            full_title=self.full_titles.get(tag, self.full_title),
            parts=tuple(replace(p, title=p.titles.get(tag, p.title)) for p in self.parts),
            articles={key: one.in_language(tag) for key, one in self.articles.items()},
        )


@dataclass(frozen=True, slots=True)
class WordingRule:
    """A rule of terminology: phrases to avoid, and what to prefer."""

    id: str
    avoid: Annotated[tuple[str, ...], row(required=True)]
    prefer: Annotated[str, row(required=True)]
    why: Annotated[str, row(required=True)]
    source: tuple[str, ...]
    severity: Annotated[str, row(Form.CHOICE, required=True, choices=("warning", "advice"))]
    exceptions: tuple[str, ...]
    language: Annotated[str, row(Form.LANGUAGE, name="lang")]


@dataclass(frozen=True, slots=True)
class Equivalents:
    """Names that mean the same to anyone who searches, or nearly so.

    A search for what is `asked` finds what the names find; it is not searched for itself.
    """

    id: str
    names: Annotated[tuple[str, ...], row(required=True)]
    asked: tuple[str, ...]
    strength: Annotated[str, row(Form.CHOICE, required=True, choices=("same", "near"))]
    note: str

    @property
    def same(self) -> bool:
        """Whether they mean exactly the same."""
        return self.strength == "same"


@dataclass(frozen=True, slots=True)
class Questions:
    """What people ask in one language that the entry `id` answers: searched, never shown."""

    id: str
    asked: Annotated[tuple[str, ...], row(required=True)]
    location: Location


@dataclass(frozen=True, slots=True)
class Library:
    """A site, by its `hosts` with their subdomains, that may describe works of other bodies."""

    id: str
    hosts: Annotated[tuple[str, ...], row(required=True)]


@dataclass(frozen=True, slots=True)
class Register(ReadFile, Generic[T]):
    """Named things by id. If its file has faults, it is not `sound`: don't check against it."""

    path: str
    items: Mapping[str, T]
    leaves: tuple[Leaf, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class RegisterFile(Generic[T]):
    """How `registers/<name>.yml` is read.

    Its items become records of a `kind`; `make` makes them if their attributes aren't enough, and
    `own_fields` are those of the items if they aren't those of the kind. A `keyed` register is a
    mapping of ids to items, or to lists, which become the field `listed`. An `optional` register is
    empty if there is no file.
    """

    name: str
    kind: type[T]
    make: Callable[[Item], T] | None = None
    own_fields: tuple[Field, ...] = ()
    keyed: bool = False
    listed: str = ""
    optional: bool = False

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields of its items."""
        return self.own_fields or rows_of(self.kind)

    def read(self, folder: Path, prefix: str) -> Register[T]:
        """Read the register from the content folder, called `prefix` in reports."""
        file = f"registers/{self.name}.yml"
        path = f"{prefix}/{file}"
        if self.optional and not (folder / file).exists():
            return Register(path, {})
        data = read_data_file(
            folder / file, path, self.fields, keyed=self.keyed, listed=self.listed
        )
        make = self.make or partial(Item.record, kind=self.kind)
        items = {item.id: make(item) for item in data.items}
        return Register(path, items, data.leaves, data.faults)

    def read_by_language(
        self, folder: Path, prefix: str, paths: Collection[str]
    ) -> Mapping[str, Register[T]]:
        """Read the register (English) and each `registers/<name>.<tag>.yml` that is in `paths`."""
        return {
            tag: replace(self, name=name).read(folder, prefix)
            for name, tag in self.names.items()
            if f"registers/{name}.yml" in paths
        }

    @property
    def names(self) -> dict[str, str]:
        """The names of the register in each language, with the tag of that."""
        return {self.name: "en", **{f"{self.name}.{tag}": tag for tag in TARGETS}}


def _instrument(item: Item) -> Instrument:
    articles = {article.key: article for article in item.records(Article, "articles")}
    return item.record(Instrument, articles=articles)


def _rule(item: Item) -> WordingRule:
    return item.record(WordingRule, language=item.text("lang") or "en")


ORGANISATIONS = RegisterFile("organisations", Organisation)
INSTRUMENTS = RegisterFile("instruments", Instrument, _instrument)
TERMINOLOGY = RegisterFile("terminology", WordingRule, _rule)
EQUIVALENTS = RegisterFile("equivalents", Equivalents)
QUESTIONS = RegisterFile("questions", Questions, keyed=True, listed="asked")
# Without the file, there are none.
LIBRARIES = RegisterFile("libraries", Library, optional=True)
