"""Documents that are read on first access, and that record what they were asked for.

A check that looks at all documents needs little from each: a title, the links, the numbers. As long
as those answers stay the same, its result of the last run still holds.
"""

# ruff: noqa: D102 - public attributes are those of any document, and are documented there.
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Mapping as Table
from contextlib import contextmanager
from functools import cache, cached_property
from importlib import import_module
from itertools import chain
from pathlib import Path
from sys import intern
from typing import Any, TypeVar, cast

from toolkit.cache.shelf import Shelf, key_of
from toolkit.cache.store import Store
from toolkit.content.document import Document
from toolkit.content.faults import Fault
from toolkit.content.files import FoundFile, open_source
from toolkit.content.markdown import MarkdownLink, Outline
from toolkit.content.markdown_files import document_from, place_of
from toolkit.content.matching import Leaf
from toolkit.content.schema import TRANSLATIONS, Form
from toolkit.content.tables import forms_of
from toolkit.content.translation import translated
from toolkit.content.values import Scalar, Sequence, Value
from toolkit.source import Location, SourceFile

Made = TypeVar("Made")
_MADE = "made"


class Watch:
    """Records which documents were asked each question.

    `store` and `keys` are for caching what is made from single documents: a cache, and a key for
    each file's bytes, by path.
    """

    def __init__(self, store: Store | None = None, keys: Table[str, bytes] | None = None) -> None:
        self._asked: dict[str, set[str]] | None = None
        self._store = store
        texts = (one for one in (keys or {}).items() if one[0].endswith(".md"))
        self._keys = {path: key_of(path, digest) for path, digest in texts}
        self._made: dict[Callable[..., object], tuple[Shelf, dict[str, object]]] = {}

    @contextmanager
    def on(self, asked: dict[str, set[str]]) -> Iterator[None]:
        """Record into `asked`."""
        self._asked = asked
        try:
            yield
        finally:
            self._asked = None

    @contextmanager
    def off(self) -> Iterator[None]:
        """Record nothing while a document is being read, or something is made from it."""
        asked, self._asked = self._asked, None
        try:
            yield
        finally:
            self._asked = asked

    def made(self, document: WatchedDocument, make: Callable[[Document], Made]) -> Made:
        """What a function makes of a single document, from the cache if possible."""
        self.note(document.source.path, _question(make))
        return self.known(document, make)

    def known(self, document: WatchedDocument, make: Callable[[Document], Made]) -> Made:
        """The same, without recording it."""
        path = f"{document.path}.md"
        if self._store is None or path not in self._keys:
            return self._make(document, make)
        if make not in self._made:
            # A shelf of its own, since a run drops what it did not ask for: it asks for all texts.
            shelf = Shelf(self._store, _question(make).replace(":", "-"))
            self._made[make] = shelf, {one: shelf.get(key) for one, key in self._keys.items()}
        shelf, made = self._made[make]
        if made[path] is None:
            made[path] = self._make(document, make)
            shelf.put(self._keys[path], made[path])
        return cast("Made", made[path])

    def _make(self, document: WatchedDocument, make: Callable[[Document], Made]) -> Made:
        with self.off():  # what it looks at is part of the question
            return make(document.real)

    def save(self) -> None:
        """Keep what was made, by the program that runs."""
        for shelf, _ in self._made.values():
            shelf.save(is_same=True)

    def note(self, path: str, question: str) -> None:
        """Record that the document at `path` was asked a question."""
        if self._asked is not None:
            self._asked.setdefault(question, set()).add(path)


def _question(make: Callable[..., object]) -> str:
    return f"{_MADE}:{make.__module__}:{make.__qualname__}"


def made_of(document: Document, make: Callable[[Document], Made]) -> Made:
    """What a module-level function makes of a single document: plain values that can be kept."""
    if isinstance(document, WatchedDocument):
        return document._watch.made(document, make)
    return make(document)


def _noted(name: str, question: str = "") -> Any:
    """A property that returns the real object's attribute and records that it was asked for."""
    return property(lambda watched: getattr(watched._asked(question or name), name))


class WatchedSource(SourceFile):
    """A file whose text is read on first access."""

    text = _noted("text", "source")
    has_mark = _noted("has_mark", "source")

    _full: Path
    _watch: Watch

    def __init__(self, path: str, full: Path, watch: Watch) -> None:
        vars(self).update(path=path, _full=full, _watch=watch)

    # There is one for each file of a run. To compare texts would be to ask for them.
    __eq__ = object.__eq__
    __hash__ = object.__hash__

    @cached_property
    def read(self) -> tuple[SourceFile, tuple[Fault, ...]]:
        """The file and its faults."""
        return open_source(self._full, self.path)

    def rest(self, start: int | None) -> str:  # recorded when the document is asked for its body
        return self.read[0].rest(start)

    def _asked(self, question: str) -> SourceFile:
        self._watch.note(self.path, question)
        return self.read[0]


def _noted_before(name: str, question: str = "") -> Any:
    """The same for one that looks at the source when it is first asked for."""

    def ask(watched: _WatchedOutline) -> object:
        outline = watched._asked(question or name)
        with watched._watch.off():
            return getattr(outline, name)

    return property(ask)


class _WatchedOutline(Outline):
    headings = _noted_before("headings")
    text = _noted_before("text", "body")

    def __init__(self, document: WatchedDocument) -> None:
        self._document = document
        self._watch = document._watch

    def _asked(self, question: str) -> Outline:
        self._watch.note(self._document.source.path, question)
        return self._document.real.outline

    @cached_property
    def links(self) -> tuple[MarkdownLink, ...]:
        source, found = self._document.source, self._watch.known(self._document, _links_of)
        self._watch.note(source.path, "links")
        return tuple(MarkdownLink(one, Location(source, *place), img) for one, img, place in found)


class WatchedDocument(Document):
    """A document of which only the path is known until it is asked for something."""

    front = _noted("front")
    body = _noted("body")
    body_line = _noted("body_line", "body")
    body_start = _noted("body_start", "body")
    body_source = _noted("body_source", "body")
    leaves = _noted("leaves")
    is_read: Any = property(lambda watched: watched._noting("is_read")[0])
    names: Any = property(lambda watched: watched._noting("names")[2])
    _watch: Watch
    _file: FoundFile
    _prefix: str

    def __init__(self, file: FoundFile, prefix: str, watch: Watch) -> None:
        kind, pillar = place_of(file.path)
        of, tag = translated(file.path) if kind in TRANSLATIONS else ("", "en")
        path = file.path.removesuffix(".md")
        vars(self).update(path=path, kind=kind, pillar=pillar, of=of, language=tag)
        vars(self).update(_watch=watch, _file=file, _prefix=prefix)

    @cached_property
    def source(self) -> WatchedSource:
        return WatchedSource(f"{self._prefix}/{self._file.path}", self._file.full, self._watch)

    @cached_property
    def real(self) -> Document:
        """The document as read."""
        with self._watch.off():
            return document_from(self.source, f"{self.path}.md", self.source.read[1])

    def _asked(self, question: str) -> Document:
        self._watch.note(self.source.path, question)
        return self.real

    @cached_property
    def _about(self) -> tuple[bool, bool, frozenset[str], frozenset[str]]:
        return self._watch.known(self, _about)

    def _noting(self, question: str) -> tuple[bool, bool, frozenset[str], frozenset[str]]:
        self._watch.note(self.source.path, question)
        return self._about

    def _known_faults(self) -> tuple[Fault, ...]:
        return self.real.faults if self._noting("faults")[1] else ()

    faults: Any = property(_known_faults)

    @property
    def outline(self) -> Outline:
        return _WatchedOutline(self)

    def get(self, name: str) -> Value | None:
        return self.real.get(name) if self._may_have(f"field:{name}") else None

    def of_field(self, name: str) -> Iterator[Leaf]:
        return self.real.of_field(name) if self._may_have(f"field:{name}") else iter(())

    def below(self, name: str) -> Iterator[Leaf]:
        return self.real.below(name) if self._may_have(f"field:{name}") else iter(())

    def _may_have(self, question: str) -> bool:
        """Whether there is an answer: most texts lack most fields, and needn't be read for that."""
        self._watch.note(self.source.path, question)
        return "real" in vars(self) or question in self._about[3]

    def place(self, name: str) -> Location:
        return self._asked(f"field:{name}").place(name)

    def of_form(self, form: Form) -> Iterator[Leaf]:
        has_some = form in forms_of(self.kind) and self._may_have(f"form:{form.name}")
        return self.real.of_form(form) if has_some else iter(())


def _about(document: Document) -> tuple[bool, bool, frozenset[str], frozenset[str]]:
    """Whether it was read, whether it has faults, the names of its fields, and the questions about
    fields and forms that it answers with anything.
    """
    names = {one for leaf in document.leaves for one in (leaf.top, leaf.field.name)}
    forms = {leaf.field.form.name for leaf in document.leaves}
    fields = (f"field:{name}" for name in names | document.names)
    answered = _same(frozenset((*fields, *(f"form:{name}" for name in forms))))
    return document.is_read, bool(document.faults), _same(document.names), answered


@cache
def _same(texts: frozenset[str]) -> frozenset[str]:
    """The first of all equal ones, so that it is kept once, with the same texts."""
    return frozenset(map(intern, texts))


_PLACE = slice(1, None)
_COLUMNS = slice(2, None, 2)


def answer(document: Document, question: str, *, with_lines: bool = True) -> object:
    """The answer of a document that was read to a question, as plain values with positions.

    Without lines, positions are columns alone: a text of which lines only move answers the same.
    """
    kind, _, name = question.partition(":")
    part = _PLACE if with_lines else _COLUMNS
    if kind == _MADE:
        module, _, function = name.partition(":")
        return getattr(import_module(module), function)(document)
    if kind == "field":
        value = document.front.get(name) if document.front is not None else None
        leaves = (one for one in document.leaves if name in (one.top, one.field.name))
        return document.place(name)[part], value and _value(value, part), _leaves(leaves, part)
    if kind == "form":
        return _leaves(document.of_form(Form[name]), part)
    return _ANSWERS[kind](document, part)


def _value(value: Value, part: slice) -> tuple[object, ...]:
    if isinstance(value, Scalar):
        return value.location[part], value.text, value.plain
    inside = value.items if isinstance(value, Sequence) else chain(*value.pairs)
    return value.location[part], type(value).__name__, *(_value(one, part) for one in inside)


def _leaves(leaves: Iterable[Leaf], part: slice) -> list[tuple[object, ...]]:
    return [
        (one.field.name, one.field.form, one.name, one.scalar.plain, one.text, one.location[part])
        for one in leaves
    ]


def _faults(document: Document, part: slice) -> list[tuple[object, ...]]:
    return [
        (
            *(one.check, one.location[part], one.reason, one.detail, one.field, one.names),
            *(one.numbers, one.other.source.path, one.other[part]),
        )
        for one in document.faults
    ]


def _links(document: Document, part: slice) -> list[tuple[Any, ...]]:
    return [(one.target, one.is_image, one.location[part]) for one in document.outline.links]


def _links_of(document: Document) -> list[tuple[Any, ...]]:
    return _links(document, _PLACE)


def _headings(document: Document, part: slice) -> list[tuple[object, ...]]:
    headings = document.outline.headings
    return [(one.level, one.text, one.anchor, one.location[part]) for one in headings]


_ANSWERS: Table[str, Callable[[Document, slice], object]] = {
    "front": lambda one, part: (one.front and _value(one.front, part), _faults(one, part)),
    "leaves": lambda one, part: _leaves(one.leaves, part),
    "faults": _faults,
    "is_read": lambda one, _: one.is_read,
    "links": _links,
    "headings": _headings,
    "source": lambda one, _: (one.source.text, one.source.has_mark),
    "body": lambda one, part: (one.body, one.body_line if part is _PLACE else None),
    "names": lambda one, _: one.names,
}
