"""Registers of named things: organisations, instruments, terminology, equivalents."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Generic, TypeVar

from toolkit.content.data_files import YES_OR_NO, Item, data_field, read_data_file
from toolkit.content.faults import Fault
from toolkit.content.matching import Leaf, ReadFile
from toolkit.content.membership import MEMBERSHIP, Membership, read_membership
from toolkit.content.schema import Field, Form, Number
from toolkit.languages import TARGETS
from toolkit.source import Location

T = TypeVar("T")

# Each has a heading in the lists of organizations and instruments.
ORGANISATION_KINDS = ("un-entity", "intergovernmental", "regional", "group", "other")
INSTRUMENT_KINDS = (
    *("treaty", "regional-law", "resolution", "goal-target", "soft-law", "action-plan"),
)

_CONFIDENCE = ("high", "medium", "low")

ORGANISATION_FIELDS = (
    data_field("name", required=True),
    data_field("abbreviation"),
    data_field("kind", Form.CHOICE, required=True, choices=ORGANISATION_KINDS),
    data_field("url", Form.ADDRESS),
    data_field("names", number=Number.BY_LANGUAGE),
    data_field("abbreviations", number=Number.BY_LANGUAGE),
    MEMBERSHIP,
    data_field("maintainers", Form.HANDLE, Number.LIST),
)

INSTRUMENT_FIELDS = (
    data_field("short_title", required=True),
    data_field("short_titles", number=Number.BY_LANGUAGE),
    data_field("full_title", required=True),
    data_field("full_titles", number=Number.BY_LANGUAGE),
    data_field("kind", Form.CHOICE, required=True, choices=INSTRUMENT_KINDS),
    data_field("adopted", Form.PARTIAL_DATE),
    data_field("in_force", Form.PARTIAL_DATE),
    data_field("body"),
    data_field("url", Form.ADDRESS),
    data_field("described_at", Form.ADDRESS),
    data_field("url_seen", Form.CHOICE, choices=YES_OR_NO),
    data_field("pillars", Form.TERM, Number.LIST, vocabulary="pillars"),
    data_field(
        "parts",
        Form.GROUP,
        Number.LIST,
        parts=(
            data_field("number"),
            data_field("title"),
            data_field("titles", number=Number.BY_LANGUAGE),
            data_field("articles", Form.PROVISION, Number.LIST),
            data_field("pillar", Form.TERM, vocabulary="pillars"),
            data_field("confidence", Form.CHOICE, choices=_CONFIDENCE),
        ),
    ),
    data_field(
        "articles",
        Form.GROUP,
        Number.LIST,
        parts=(
            data_field("key", required=True),
            data_field("number", required=True),
            data_field("title"),
            data_field("label"),
            data_field("titles", number=Number.BY_LANGUAGE),
        ),
    ),
    data_field("articles_confidence", Form.CHOICE, choices=_CONFIDENCE),
    data_field("confidence", Form.CHOICE, choices=_CONFIDENCE),
    data_field("note"),
)

TERMINOLOGY_FIELDS = (
    data_field("avoid", number=Number.LIST, required=True),
    data_field("prefer", required=True),
    data_field("why", required=True),
    data_field("source", number=Number.LIST),
    data_field("severity", Form.CHOICE, required=True, choices=("warning", "advice")),
    data_field("exceptions", number=Number.LIST),
    data_field("lang", Form.LANGUAGE),
)

EQUIVALENTS_FIELDS = (
    data_field("names", number=Number.LIST, required=True),
    data_field("asked", number=Number.LIST),
    data_field("strength", Form.CHOICE, required=True, choices=("same", "near")),
    data_field("note"),
)


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body: `names` and `abbreviations` are the usual forms in other languages, unchecked.

    An abbreviation may be a short name. `maintainers` are the @handles of the people who may change
    its register of recognition.
    """

    id: str
    name: str
    abbreviation: str
    kind: str
    url: str
    names: Mapping[str, str]
    membership: Membership | None
    location: Location
    maintainers: tuple[str, ...] = ()
    abbreviations: Mapping[str, str] = field(default_factory=dict)

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

    key: str
    number: str
    title: str
    label: str
    titles: Mapping[str, str] = field(default_factory=dict)

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
    articles: tuple[str, ...]
    titles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Instrument:
    """A treaty, resolution or goal. `articles_confidence` grades the list of its articles."""

    id: str
    short_title: str
    full_title: str
    kind: str
    adopted: str
    in_force: str
    body: str
    url: str
    described_at: str
    pillars: tuple[str, ...]
    parts: tuple[Part, ...]
    articles: Mapping[str, Article]
    articles_confidence: str
    confidence: str
    note: str
    short_titles: Mapping[str, str] = field(default_factory=dict)
    full_titles: Mapping[str, str] = field(default_factory=dict)

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
    avoid: tuple[str, ...]
    prefer: str
    why: str
    severity: str
    exceptions: tuple[str, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Equivalents:
    """Names that mean the same to anyone who searches, or nearly so if they are not `same`.

    A search for what is `asked` finds what the names find; it is not searched for itself.
    """

    id: str
    names: tuple[str, ...]
    asked: tuple[str, ...]
    same: bool


@dataclass(frozen=True, slots=True)
class Register(ReadFile, Generic[T]):
    """Named things by id. If its file has faults, it is not `sound`: don't check against it."""

    path: str
    items: Mapping[str, T]
    leaves: tuple[Leaf, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class RegisterFile(Generic[T]):
    """How `registers/<name>.yml`, whose rows have `fields`, is read.

    `make` makes its items: a function, or a dataclass if the fields are enough for it. A `keyed`
    register is a mapping of ids to items, or to lists, which become the field `listed`. An
    `optional` register is empty if there is no file.
    """

    name: str
    fields: tuple[Field, ...]
    make: Callable[[Item], T] | type[T]
    keyed: bool = False
    listed: str = ""
    optional: bool = False

    def read(self, folder: Path, prefix: str) -> Register[T]:
        """Read the register from the content folder, called `prefix` in reports."""
        file = f"registers/{self.name}.yml"
        path, make = f"{prefix}/{file}", self.make
        if self.optional and not (folder / file).exists():
            return Register(path, {})
        data = read_data_file(
            folder / file, path, self.fields, keyed=self.keyed, listed=self.listed
        )
        read = (lambda item: item.record(make)) if isinstance(make, type) else make
        items = {item.id: read(item) for item in data.items}
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


def _organisation(item: Item) -> Organisation:
    return item.record(Organisation, membership=read_membership(item))


def _instrument(item: Item) -> Instrument:
    articles = {article.key: article for article in item.records(Article, "articles")}
    return item.record(Instrument, articles=articles, parts=item.records(Part, "parts"))


def _rule(item: Item) -> WordingRule:
    return item.record(WordingRule, language=item.text("lang") or "en")


def _equivalents(item: Item) -> Equivalents:
    return item.record(Equivalents, same=item.text("strength") == "same")


ORGANISATIONS = RegisterFile("organisations", ORGANISATION_FIELDS, _organisation)
INSTRUMENTS = RegisterFile("instruments", INSTRUMENT_FIELDS, _instrument)
TERMINOLOGY = RegisterFile("terminology", TERMINOLOGY_FIELDS, _rule)
EQUIVALENTS = RegisterFile("equivalents", EQUIVALENTS_FIELDS, _equivalents)
