"""Documents that are read on first access, and that record what they were asked for.

A check that looks at all documents needs little from each: a title, the links, the numbers. As long
as those answers stay the same, its result of the last run still holds.
"""

# ruff: noqa: D102 - public attributes are those of any document, and are documented there.
from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Mapping as Table
from contextlib import contextmanager
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar, cast

from toolkit.cache.shelf import Shelf, key_of
from toolkit.content.document import Document
from toolkit.content.faults import Fault
from toolkit.content.files import FoundFile, open_source
from toolkit.content.markdown import Outline
from toolkit.content.markdown_files import document_from, place_of
from toolkit.content.matching import Leaf
from toolkit.content.packing import as_plain
from toolkit.content.schema import TRANSLATIONS, Form
from toolkit.content.translation import translated
from toolkit.content.values import Value
from toolkit.source import Location, SourceFile

Made = TypeVar("Made")
_MADE = "made"


class Watch:
    """Records which documents were asked each question.

    `kept` and `keys` are for caching what is made from single documents: a shelf, and a key for
    each file's bytes, by path.
    """

    def __init__(self, kept: Shelf | None = None, keys: Table[str, bytes] | None = None) -> None:
        self._asked: dict[str, set[str]] | None = None
        self._kept = kept
        self._keys = keys or {}
        self._has_made = False

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
        """Record nothing while a document is being read."""
        asked, self._asked = self._asked, None
        try:
            yield
        finally:
            self._asked = asked

    def made(self, document: WatchedDocument, make: Callable[[Document], Made]) -> Made:
        """What a function makes of a single document, from the cache if possible."""
        question = f"{_MADE}:{make.__module__}:{make.__qualname__}"
        self.note(document.source.path, question)
        path = f"{document.path}.md"
        if self._kept is None or path not in self._keys:
            return make(document.real)
        self._has_made = True
        key = key_of(question, path, self._keys[path])
        made = self._kept.get(key)
        if made is None:
            made = make(document.real)
            self._kept.put(key, made)
        return cast("Made", made)

    def save(self) -> None:
        """Keep what was made, if anything was asked for."""
        if self._has_made and self._kept is not None:
            self._kept.save()

    def note(self, path: str, question: str) -> None:
        """Record that the document at `path` was asked a question."""
        if self._asked is not None:
            self._asked.setdefault(question, set()).add(path)


def made_of(document: Document, make: Callable[[Document], Made]) -> Made:
    """What a module-level function makes of a single document: plain values that can be kept."""
    if isinstance(document, WatchedDocument):
        return document.made(make)
    return make(document)


def _noted(name: str, question: str = "") -> Any:
    """A property that returns the real object's attribute and records that it was asked for."""
    return property(lambda watched: getattr(watched._asked(question or name), name))


class WatchedSource(SourceFile):
    """A file whose text is read on first access."""

    text = _noted("text", "source")
    has_mark = _noted("has_mark", "source")
    lines = _noted("lines", "source")

    _full: Path
    _watch: Watch

    def __init__(self, path: str, full: Path, watch: Watch) -> None:
        vars(self).update(path=path, _full=full, _watch=watch)

    @cached_property
    def read(self) -> tuple[SourceFile, tuple[Fault, ...]]:
        """The file and its faults."""
        return open_source(self._full, self.path)

    def rest(self, start: int | None) -> str:  # recorded when the document is asked for its body
        return self.read[0].rest(start)

    def _asked(self, question: str) -> SourceFile:
        self._watch.note(self.path, question)
        return self.read[0]


class _WatchedOutline(Outline):
    headings = _noted("headings")
    links = _noted("links")
    text = _noted("text", "body")

    def __init__(self, real: Document, watch: Watch) -> None:
        self._real = real
        self._watch = watch

    def _asked(self, question: str) -> Outline:
        self._watch.note(self._real.source.path, question)
        return self._real.outline


class WatchedDocument(Document):
    """A document of which only the path is known until it is asked for something."""

    front = _noted("front")
    body = _noted("body")
    body_line = _noted("body_line", "body")
    body_start = _noted("body_start", "body")
    body_source = _noted("body_source", "body")
    leaves = _noted("leaves")
    faults = _noted("faults")
    is_read = _noted("is_read")
    names = _noted("names")
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
    def outline(self) -> Outline:
        return _WatchedOutline(self.real, self._watch)

    def get(self, name: str) -> Value | None:
        return self._asked(f"field:{name}").get(name)

    def of_field(self, name: str) -> Iterator[Leaf]:
        return self._asked(f"field:{name}").of_field(name)

    def below(self, name: str) -> Iterator[Leaf]:
        return self._asked(f"field:{name}").below(name)

    def made(self, make: Callable[[Document], Made]) -> Made:
        """What a function makes of this single document."""
        return self._watch.made(self, make)

    def place(self, name: str) -> Location:
        return self._asked(f"field:{name}").place(name)

    def of_form(self, form: Form) -> Iterator[Leaf]:
        return self._asked(f"form:{form.name}").of_form(form)


def answer(document: Document, question: str) -> object:
    """The answer of a document that was read to a question, as plain values with positions."""
    kind, _, name = question.partition(":")
    if kind == _MADE:
        module, _, function = name.partition(":")
        return getattr(import_module(module), function)(document)
    if kind == "field":
        value = document.front.get(name) if document.front is not None else None
        leaves = (one for one in document.leaves if name in (one.top, one.field.name))
        return document.place(name)[1:], value and as_plain(value), _leaves(leaves)
    if kind == "form":
        return _leaves(document.of_form(Form[name]))
    return _ANSWERS[kind](document)


def _leaves(leaves: Any) -> list[tuple[object, ...]]:
    return [
        (one.field.name, one.field.form, one.name, one.scalar.plain, one.text, one.location[1:])
        for one in leaves
    ]


def _faults(document: Document) -> list[tuple[object, ...]]:
    return [
        (
            *(one.check, one.location[1:], one.reason, one.detail, one.field, one.names),
            *(one.numbers, one.other.source.path, one.other[1:]),
        )
        for one in document.faults
    ]


_ANSWERS: Table[str, Callable[[Document], object]] = {
    "front": lambda one: (one.front and as_plain(one.front), _faults(one)),
    "leaves": lambda one: _leaves(one.leaves),
    "faults": _faults,
    "links": lambda one: [(at.target, at.is_image, at.location[1:]) for at in one.outline.links],
    "headings": lambda one: [
        (at.level, at.text, at.anchor, at.location[1:]) for at in one.outline.headings
    ],
    "source": lambda one: (one.source.text, one.source.has_mark),
    "body": lambda one: (one.body, one.body_line),
    "is_read": lambda one: one.is_read,
    "names": lambda one: one.names,
}
